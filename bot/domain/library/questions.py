"""What a question wants, by rules: its content, the kind of answer that serves, whether it is about the past."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.language.grams import plain
from bot.domain.library.clauses import DIGITS
from bot.domain.library.wants import Want, read_wants

Words = Callable[[str], Sequence[str]]
"""A text cut into words, in order."""

# Question words and politeness: they say what is asked for, not what about.
_NOISE = (
    r"嗯+|呃+|那个就是|就是说|来着|批?下来(?=$|吗)|请问|想问一?下?|问一?下|咨询一?下|帮我[查看]一?下?|我想知道"
    r"|告诉我|麻烦|你好|您好|到底|究竟|一般|目前|现在的?|现行的?",
    r"(?:按照?|根据|依据|依照)(?=.{2,})|怎么规定的?|有什么规定|规定|怎么说的?|有没有|哪[里儿]有?写着?的?|还有",
    r"能不能|会不会|可不可以|行不行|能否|可否|是否|准不准|让不让|要不要|用不用|该不该|给不给|算不算|管不管|归不归|得不得"
    r"|合不合[规法适]|违不违[规法]|是?(?:合规|违规)(?=[吗么不]?$)",
    r"百分之几|会?(?:怎么|如何|咋)处[理置]|受?什么处[理置]|多长时间|多久|(?<![了过])好久(?=$|[才能要就可，,])|多长|几个?工作日|多少个?工作日|多少"
    r"|几成|几[个天日年名人次级点号顿位条种家]月?内?|几月几[日号]",
    r"什么时候|何时|哪天|哪年|哪一年|哪级|哪一级|哪个|哪些|哪里|哪儿|哪几?|谁|为什么|为啥|怎么样|怎么办|怎么|咋[办整弄]?"
    r"|如何|什么|啥",
    r"最多|最少|最长|最短|最高|最低|最迟|最晚|最大|最小|最?起码|至少|不超过|超过|有多[近远高大少]|多[大远近高]",
    r"(?<=级)干部|[我咱]们?(?:局|科|单位|县|馆|站)里?|[局科馆]里|县里|我们|咱们?|他们|你们|人家|的话|以后|之后"
    r"|以前|之前|以内|之内|内[要能]|里面|[里头]头|时候|一下|还是|还[能会要](?!不)|再说",
)
NOISE = re.compile("|".join(_NOISE))
STOP = frozenset(
    """
    吗 呢 吧 啊 呀 么 嘛 哦 的 了 着 过 把 被 在 给 要 能 会 得 是 和 与 及 或 就 都 才 也 又 再 由 对 对方 里 上 下 中
    内 从 到 有 没 没有 不 不能 能够 可以 应该 应当 需要 必须 一定 直接 一个 这个 那个 这 那 个 只 还 去 来 让 为 以 于
    之 其 它 他 她 我 你 您 自己 大家 一 算 行 想 说 用 跟 向 按 下去 起来 出来 进行 走 带 搞 弄 拿 叫 找 干 当 做 玩 讲
    问 跑 摆 请 挺 隔 快 特别 非常 比较 估计 大概 大约 差不多 左右 就是 问题 方面 情况 东西 时间 时 几 多 点 天 日 年 月
    版 怎样 是不是 会不会 可能 已经 如果 因为 所以 但是 而且 然后 具体 主要 那边 这边 这么 那么 有点 有人 有个 有些 有的
    一位 一件 一点 一些 一直 一样 这样 那样 这种 那种 这些 那些 这里 那里 这次 那次 回来 回去 过来 跑来 觉得 感觉 知道
    听说 结果 别的 其他 另外 总是 老是 老 刚刚 刚 正好 准备 打算 想要 希望 愿意 干嘛 干吗 嘛 呗 唉 哈 哎 越 赶紧 赶快 妈
    爸 朋友 熟人 上周 明年 今年 去年 最近 来得及 来不及 嫌 另 越来越 好几 出来 行得通 行不通 靠 里头 凑 事先 随后 这时
    那时 得通 得及 自家 压根 根本 要是 咱 咱们 人家 某 才能
    """.split()
)
PAST = re.compile(
    r"[旧老]版|[旧老]法(?![官院师医律子])|旧的?规定|老的?规定|旧的?标准|[旧老]的(?=$|[呢吗吧是怎说要能还算管里法]|办法|条例)|"
    r"原来的|以前的|过去的|(?:^那?|[，,在跟和比])过去|(?:修[订改正]|改|废止)之?前|[上前头]一个?版|[上前]个?版本|第一版|[初首]版|"
    r"之前的规定|原先|当年|那版|那时|旧文|以前"
)
YEAR = re.compile(r"((?:19|20)\d\d)\s*年?")
_EDITION = r"(?:版|那[版部])"
_CALLED = r"的?[老旧]?《?[一-龥]{2,14}?(?:法(?![律定院规人])|条例|细则|准则"
VERSION = re.compile(
    rf"{YEAR.pattern}(?P<edition>{_EDITION})?(?P<name>{_CALLED}|(?(edition)办法|(?!))))|{YEAR.pattern}{_EDITION}"
    rf"|(?<=[ ;]){YEAR.pattern}$"
)
"""The year is that of a text: 2018版的监察法, and behind another question 那2018年的呢."""
_YEAR_SAID = re.compile(
    r"(?:(?<![一-龥\d])|(?<=[的按照据看查问在像跟和与比用法例那时说]))"
    rf"(?:9\d(?=年)|(?:[0-2]\d|[零〇一二九][零〇一二三四五六七八九])"
    rf"(?=版|年(?:{_EDITION}|{_CALLED})|那会|时候?(?![间限])|的时候|的呢))"
    r"|(?P<whole>[一二][九零〇][零〇一二三四五六七八九]{2})(?=[年版]))"
)
_FIGURES = str.maketrans("零〇一二三四五六七八九", "00123456789")
THEN = re.compile(r"(?:19|20)\d\d年?(?:的?时候?(?![间限])|那会儿?|那[年时阵]|当[年时])(?!.*还[能要得算可有])")
THAT_YEAR = re.compile(r"^在?(?:19|20)\d\d年(?![版度第\d])(?!.*(?:[的了](?!时候|规定|标准)|现在|还|总结))")
"""2022年能喝酒吗 asks how it was; 2019年买的车 tells of a car."""
AHEAD = re.compile(
    r"明年|后年|年后|今后|往后|将来|新(?:的|版|办法|规定|细则|标准|文件)|(?:没|未|什么时候|几时|哪天)(?:开始|正式)?(?:施行|实施|执行|生效)"
)
"""Asks how it is going to be."""
NOW = re.compile(r"现在|现行|目前|如今|新版|最新|新的")
COMPARED = re.compile(r"^新[^，,]{1,10}[和跟与比]|[，,](?:那|那么)?现在[^，,]*$")
"""2019年要批文，现在改成什么了 asks how things are, whatever year it tells of."""
# What happens on a certain day, to a certain person, or in the office is in no rule; nor is a task for a clerk.
ELSEWHERE = re.compile(
    r"哪[家个][^，]{0,3}(?:便宜|划算|实惠|好吃|靠谱)|(?:去年|前年|今年|上个?月|这个月|本月)[^，]{0,10}了(?:多少|几)"
    r"|^[老小][王李张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋](?:的|什么时候|啥时候|[今明后]天)|附近(?:哪|有没有|有什么)|"
    r"密码|wi-?fi|(?:谁|[今明后]天|今晚|轮到?).{0,4}值班|值班(?!补休|调休|有?[啥什]?么?要求|制度|管理|纪律|职责)|天气(?:怎么样|如何|$)|下雨|身份证号|(?<!换)(?<!换了)手机号|电话号码|电话(?:是)?多少|银行卡|房价|股市|炒股|股票|"
    r"是谁.+的|[长记任员师]是谁$|[他她你]是谁|叫什么名|姓(?:什么|啥)|[登连打传][不没][上开进去出]|谁写|轮到谁|有谁$|哪几个人|"
    r"账号|开户行|多少才?合适|查到哪|到哪一?步|还[剩欠差][^，]{0,3}(?:多少|几)|以前在哪|截止到|发我一?[份下个]|发给我|登记的$|[局馆院所县市咱们]里?有(?:几|多少)[个家名位台辆处座间][^，,]{0,6}$|[几哪]楼|哪条[街路巷]|[馆局院站厅所室园]在哪[里儿]?$|[早上中下晚][上午][^，]{0,2}(?:谁|吃[啥什])|去哪家|哪家[店好]|怎么走|联系方式|"
    r"(?<!留)[哪完]了$|(?<![第超够])了没有?$|[完好到成]没[有得]?$|写[一个份首篇段]|帮我写|翻译|讲个|推荐(?:一下|[一几两]?[个家款部本])(?!.*[进入到])|[给帮求有].{0,4}推荐|推荐[吗下]?$|"
    r"(?:最近|正在|刚)[^，]*[，]?[^，]*(?:是谁|有谁|哪[些几个]{1,2}人)[啊呀呢]?$"
)
# The day and the office of who asks: no rule tells what is the case there, though it may tell what ought to be.
HERE = re.compile(
    r"今天|明天|后天|昨天|前天|今晚|昨晚|上次|上一次|刚才|(?<!提)前几天|下周|本周|这周|上周|下个?月|这个月|本月"
    r"|上个?月|"
    r"明年|今年|去年|[我咱]们?(?:局|科|单位|县|市|馆|这|院|所|站|办)|局里|县里|科里|办公室的|我的|(?<![全各同该级])[县市区][图博文档纪美体科剧影][一-龥]{1,3}[馆院场].{0,3}(?:周[一二三四五六日]|[停开]?车)"
)
OURS = re.compile(r"[我咱]们?(?:局|科|单位|县|市|馆|院|所|站|办)")
MAY_BE = re.compile(r"[吗么]$")
HAS = re.compile(r"有|今|明天|昨|上[次个周]|了吗$")
"""我们单位的小孩家长放假吗 asks of the rule; what the office has, no rule tells."""
HOW = re.compile(r"(?:怎么|咋|如何)[办弄搞做整]")
HINTED = 0.7
OUGHT = re.compile(
    r"能|可以|可不可|行不行|行吗|要不要|用不用|该|得不得|让不让|准(?!备)|合规|违规|违反|规定|要求|允许|行得通|来得及|怎么[办罚处]|怎么弄|"
    r"咋[办罚弄]|罚|处分|算不算|必须|什么情况|为什么|为啥|(?<!不)要(?!是|求)|找[谁哪]|[谁哪].{0,4}批(?!评)|"
    r"最[晚迟早]|提前|超[了过标]|法定|依法|规定|以上|几[天日].{0,2}(?:给批|批|办|答复|备案|交)"
    r"|多[久少长].{0,3}(?:给批|批|办|答复|备案|交)|几[号日点月天][^，]{0,3}[前内]|[归管属].{0,4}管|从哪里?[出来]|谁出"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    `core` are its words of content, `year` the year it names, `clause` a 第X条 it names, `past` whether it asks how
    things were, `ahead` how they are going to be. `elsewhere` is 1 for what the office knows and no library does,
    HINTED for what may be so, `stress` is what a follow-up says itself, `about` the document that the talk was of.
    `version` names the text whose year it is, empty where it goes unnamed, None where the year is of no text.
    """

    text: str
    wants: tuple[Want, ...]
    core: tuple[str, ...]
    past: bool
    year: int | None
    clause: str
    elsewhere: float
    stress: str = ""
    about: str = ""
    ahead: bool = False
    version: str | None = None


def in_full(text: str) -> str:
    """Years as the calendar writes them: 05年的信访条例, 一七年那会儿, 二〇一八年."""

    def whole(found: re.Match[str]) -> str:
        said = found[0].translate(_FIGURES)
        return said if found["whole"] else ("19" if said[0] == "9" else "20") + said

    return _YEAR_SAID.sub(whole, text)


def analyse(text: str, words: Words, stress: str = "") -> Question:
    """Take a question apart; `stress` are the words of a follow-up within it."""
    text = in_full(text)
    asked = re.sub(r"[？?！!。\s]+$", "", plain(text.strip()))
    year, version = YEAR.search(asked), VERSION.search(asked)
    compared = bool(COMPARED.search(asked))
    later = compared or bool(NOW.search(asked))
    clause = re.search(rf"第[{DIGITS}\d]+条", asked)
    return Question(
        text=text.strip(),
        wants=_wants(asked),
        core=tuple(core(asked, words)),
        past=bool(version or PAST.search(asked) or THEN.search(asked) or THAT_YEAR.search(asked)) and not later,
        year=int(year[1]) if year and not compared else None,
        version=None if later or not version else (version["name"] or "").lstrip("的老旧《"),
        clause=clause[0] if clause else "",
        elsewhere=_elsewhere(asked),
        stress=stress,
        ahead=bool(AHEAD.search(asked)),
    )


def _wants(asked: str) -> tuple[Want, ...]:
    """What is asked behind the last comma; 几个科室的面积超了，怎么办 asks for no number."""
    asking = re.split(r"[，,；;]", asked)[-1]
    return read_wants(asking) or (() if HOW.search(asking) else read_wants(asked))


def _elsewhere(asked: str) -> float:
    """What is told before the last comma sets the scene: 我妈上周跟团…，几天内能退货 asks of the rule."""
    if ELSEWHERE.search(asked):
        return 1.0
    asking = re.split(r"[，,；;。？?！!]", asked)[-1]
    if OURS.search(asking) and MAY_BE.search(asking) and not HAS.search(asking):
        return 0.0
    return HINTED * bool(HERE.search(asking) and not OUGHT.search(asked))


def core(text: str, words: Words) -> list[str]:
    """The words of a text that carry content: no question words, no politeness, no years of versions."""
    bare = YEAR.sub(" ", PAST.sub(" ", plain(text)))
    bare = re.sub(rf"第[{DIGITS}\d]+条|(?<=[{DIGITS}\d])个(?=人)", " ", bare)
    return [word for word in words(NOISE.sub(" ", bare)) if word not in STOP and re.match(r"[\w㐀-鿿]", word)]
