"""What a question wants, by rules: its content, the kind of answer that would serve, whether it asks of the past."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.clauses import ARTICLE, DIGITS
from bot.domain.grams import plain

FIGURE = rf"(?:\d[\d,.]*|[{DIGITS}两半]+|百分之[{DIGITS}]+)"


class Wants(StrEnum):
    """The kind of answer that a question asks for."""

    DURATION = "期限"
    MONEY = "金额"
    COUNT = "数量"
    CLOCK = "钟点"
    DAY = "日期"
    WHO = "谁"
    MAY = "可否"
    PENALTY = "处罚"
    LIST = "哪些"
    MEANING = "含义"


ASKED = (
    (Wants.CLOCK, re.compile(r"几点|什么钟点")),
    (Wants.MONEY, re.compile(r"多少(?:钱|元|万|保证金|费)|几(?:块|万)|罚(?:款)?多少|罚几|多少.{0,4}(?:保证金|资本|费用|押金)|(?:金额|价钱|资本)[^，。]{0,6}多少|多少$(?<=罚多少)")),
    (Wants.DURATION, re.compile(r"多久|多长时间|多长|几(?:个)?(?:工作日|天|日|年|个?月|小时|分钟|周)|多少(?:个)?(?:工作日|天|日|年|个?月|小时|分钟)|期限|时限")),
    (Wants.DAY, re.compile(r"哪天|哪年|哪一年|几月几[日号]|什么时候|何时|几号|啥时候|什么日子|从什么时间")),
    (Wants.COUNT, re.compile(r"多少|几(?:个|名|人|位|次|级|种|类|份|页|家|间|辆|条|平|倍|成|号|栏|顿|米|公里|字)|多大|多远|多近|多高|比例|占比")),
    (Wants.PENALTY, re.compile(r"怎么罚|咋罚|怎么处[理分罚置]|什么(?:处[分罚]|后果|责任)|会怎(?:么)?样|受(?:到)?什么|挨什么|如何(?:处[理分罚]|追责)|罚多少|罚什么|罚不罚|法律责任|追究")),
    (Wants.WHO, re.compile(r"由谁|谁|哪级|哪一级|哪个部门|哪个机关|哪家|什么部门|什么机关|哪里(?:批|审|申|办|管|备)|哪儿|找哪|向哪|归哪|什么单位|哪个单位|什么人")),
    (Wants.MAY, re.compile(r"能不能|可不可以|行不行|能否|可否|是否|准不准|让不让|要不要|用不用|该不该|给不给|收不收|放不放|算不算|管不管|[能可让许准该要]以?[^，。？?]{0,30}[吗么嘛不]$|[吗么嘛]$|行不$|不$|得不得|允许|必须")),
    (Wants.LIST, re.compile(r"哪些|哪几|有什么|包括什么|什么条件|什么材料|什么要求|什么手续|什么内容|写什么")),
    (Wants.MEANING, re.compile(r"什么是|是什么|是啥|啥意思|什么意思|指什么|是指|怎么定义|含义|叫什么")),
)

UNIT_OF_TIME = r"个?(?:工作日|小时|分钟|个月|天|日|年|月|周|季度)"
SERVES = {
    Wants.DURATION: re.compile(rf"{FIGURE}{UNIT_OF_TIME}|半年|立即|即时|当[日天场]|及时|每[年月周日天]|长期|终身"),
    Wants.MONEY: re.compile(rf"{FIGURE}[万亿千百]*元|{FIGURE}倍|{FIGURE}[%％]|百分之|限额|免费|无偿"),
    Wants.COUNT: re.compile(rf"{FIGURE}(?!条|款|项|章|节)|全部|一律"),
    Wants.CLOCK: re.compile(rf"{FIGURE}(?:时|点|:|：)\d*(?!间)"),
    Wants.DAY: re.compile(r"\d{1,4}年(?:\d|[^度])|\d{1,2}月\d{1,2}日|[十一二三四五六七八九]+月[一二三四五六七八九十]+日|当[日天]|之日|时限|前$"),
    Wants.WHO: re.compile(r"部门|机关|政府|单位|委员会|机构|人员|法院|主管|负责人|监委|公安|领导|组织|党组|党委|馆|旅行社|所有"),
    Wants.MAY: re.compile(r"不得|不能|不准|不允许|不再|不予|不应|不可|禁止|严禁|可以|能够|允许|应当|必须|有权|无需|不需|批准|同意|方可|不算|不归|不是|免费|无偿|一律|不以|不发|不提供|先|补休|存入"),
    Wants.PENALTY: re.compile(r"罚款|处分|警告|责令|吊销|追究|没收|处以|开除|停业|拘留|撤职|记过|降级|取缔|批评|赔偿|处罚|处理|扣"),
    Wants.LIST: re.compile(r"[（(][一二三四五六七八九十][)）]|[、；]"),
    Wants.MEANING: re.compile(r"是指|所称|系指|指的是|包括|即|是|指"),
}

NOISE = re.compile(
    r"请问|想问一?下?|问一?下|咨询一?下|帮我(?:查|看)一?下?|我想知道|告诉我|麻烦|你好|您好|大家|到底|究竟|一般|目前|现在的?|现行的?|"
    r"(?:按照?|根据|依据|依照)(?=.{2,})|规定|怎么规定的?|有什么规定|怎么说的?|有没有|"
    r"能不能|可不可以|行不行|能否|可否|是否|准不准|让不让|要不要|用不用|该不该|给不给|收不收|放不放|算不算|管不管|得不得|"
    r"多长时间|多久|多长|几个?工作日|多少个?工作日|多少|几(?:个|天|日|年|名|人|次|级|点|号|顿|位|条|种|家)月?内?|几月几[日号]|"
    r"什么时候|何时|哪天|哪年|哪一年|哪级|哪一级|哪个|哪些|哪里|哪儿|哪几?|谁|为什么|为啥|怎么样|怎么办|怎么|咋|如何|什么|啥|"
    r"可以|应该|需要|必须|一定|直接|最多|最少|最长|最短|最高|最低|最迟|最晚|至少|不超过|超过|"
    r"我们局|我们|咱们?|他们?|她|你们?|您|我|人家|的话|以后|之后|以前|之前|以内|之内|内要|里面|时候|一下|还是|还能|还会|[吗呢吧啊呀么嘛哦？?！!。，,、的了着过把被在给要能会得是和与及或就都才也又再]"
)
PAST = re.compile(
    r"旧版|老版|旧法|旧的?规定|老的?规定|旧的?标准|旧的|老的|原来的|以前的|过去的?|修订前|修改前|废止前|之前的规定|原先|当年|那版|那时|旧文|以前"
)
YEAR = re.compile(r"((?:19|20)\d\d)\s*年?")
CHANGED = re.compile(r"改了|修改了|修订了|变化|区别|不同|新增|有什么变|调整了")
NOW = re.compile(r"现在|现行|目前|如今|新版|最新|新的")
ELSEWHERE = re.compile(
    r"密码|wi-?fi|值班|天气|下雨|身份证号|手机号|电话(?:号码)?(?:是)?多少|银行卡|工资条|房价|怎么做菜|写[一]?[首篇段]|翻译|股票|彩票|"
    r"(?:今天|明天|后天|昨天|前天|今晚|下周|本周|这周|上周|下个?月|这个?月|本月|上个?月)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart. `core` are its content runs, `year` the year it names, `clause` a 第X条 it names."""

    text: str
    wants: tuple[Wants, ...]
    core: tuple[str, ...]
    past: bool
    year: int | None
    clause: str
    elsewhere: bool


def analyse(text: str) -> Question:
    """Take a question apart."""
    asked = re.sub(r"[？?！!。\s]+$", "", plain(text.strip()))
    wants = tuple(kind for kind, pattern in ASKED if pattern.search(asked))
    year = YEAR.search(asked)
    clause = re.search(rf"第[{DIGITS}\d]+条", asked)
    return Question(
        text=text.strip(),
        wants=wants,
        core=tuple(run for run in core(asked) if run),
        past=bool(PAST.search(asked)) and not NOW.search(asked),
        year=int(year[1]) if year else None,
        clause=clause[0] if clause else "",
        elsewhere=bool(ELSEWHERE.search(asked)),
    )


def core(text: str) -> list[str]:
    """The runs of a text that carry content: no question words, no politeness, no years of versions."""
    bare = YEAR.sub(" ", PAST.sub(" ", plain(text)))
    bare = re.sub(r"第[一二三四五六七八九十百\d]+条", " ", bare)
    return [run for run in re.split(r"[\s　]+|[^\w㐀-鿿]+", NOISE.sub(" ", bare)) if run]


def serves(want: Wants, text: str) -> bool:
    """Whether a text holds an answer of that kind."""
    return bool(SERVES[want].search(text))


def names_article(text: str) -> bool:
    """Whether the text opens with an article's number."""
    return bool(ARTICLE.match(text))
