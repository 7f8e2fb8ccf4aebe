"""Whether a sentence asks or tells, weighed by its form. Commands to the bot are read in intents.py."""

import re
from dataclasses import dataclass

ASKED = re.compile(
    r"多少(?!有点|有些|能|会|算|也)|好多(?=[钱个条篇次天人])|(?:限|标准|要|收|罚)好多$"
    r"|(?<![了好零十百千这近头])(?<!^前)(?<![们我就，。 ]前)几(?![百千万十乎经])[\u4e00-\u9fff]"
    r"|怎么|怎样|如何|咋|啥|什么|哪|谁|为何|为什么|何时|多[久长大远高近贵重宽厚深]"
    r"|(?:最多|最少|最高|至少|能|可以|[一每][年月天次人场])[^，。]{0,6}几[百千万]+[\u4e00-\u9fff]{0,2}$"
    r"|(?<=了)几[天日年月周](?:之?内|以?后)"
)
EITHER_OR = re.compile(
    r"(\w)不\1|(\w)没\2|有没有|可不可以|是否|能否|可否|需不需要|允不允许|该不该|愿不愿|是.{1,10}还是"
    r"|[一二两三四五六七八九十\d]+(?P<one>[^\W\d])还是[一二两三四五六七八九十\d]+(?P=one)"
    r"|(?<=[一-龥])要[^，。了没]{1,8}还是[^，。了没]{2,8}$|[找归由报交算按用给向][^，。了]{1,12}还是(?![没不要得有很挺])[^，。了]{2,12}$"
)
PARTICLE = re.compile(r"(?:吗|嘛|么(?<!什么)(?<!那么)(?<!这么)|否|没有?|没得|不)[？?]*$")
STATED_NO = re.compile(r"(?:也|都|还|就|确实|根本|并|从来)(?:没有?|没得|不)$|^(?:没有?|不)$|[了过]没有?问题")
DIRECT = re.compile(r"请问|想问|(?<![再去])问[下问]|问一[下句声]|请教|咨询一?下|^(?:帮我?|给我?)?查[一下查看]|查一下")
FOLLOWS = re.compile(r"^那.*呢$|^那(?:要是|如果|万一)|^.{1,8}呢$|第[一二三四五六七八九十百\d]+[条款项]")
TOPIC = re.compile(
    r"(?:规定|标准|要求|条例|办法|细则|条款|政策|限额|期限|期|制度|标准(?:是)?多少|责任|精神|条件|流程|范围|时限|罚款"
    r"|处罚|程序|机关|部门|上限|下限|频率|营业时间|年限|编制|资格|年龄)$"
)
WANTED = re.compile(r"(?:发|告诉|给)我(?:看看?)?$")
MODAL = re.compile(r"能|可以|必须|应当|不得|允许|禁止|违规|合规|算")
ENGLISH = re.compile(r"^(?:what|how|who|when|where|why|which|can|could|is|are|do|does|may|should)\b", re.I)

REPORTED = re.compile(
    r"(?:群众|观众|家长|读者|老人|居民|村民|游客|学生|孩子|学员|代表|领导|书记|[局馆站科镇队校]长|有人"
    r"|大家|老百姓|客人|企业|商户)"
    r"(?:们|都|也|还|就|来|在|现场|当场|主要|最)*(?:问|咨询|打听|关心|想知道)|(?:问|咨询)(?:了|过|得|到的"
    r"|的[人最])|来问"
)
EMBEDDED = re.compile(
    r"(?:明确|讲(?!解|话|一[场次个][^，。了]{0,4}多少)了?(?![课座]|的(?:什么|啥))|讲解(?![员费]|收费|一?[场次个])|教(?![练师育材室务不])|介绍(?!信)|演示|解答|讨论|商量|研究(?![所院员生])|说明|[搞弄]清|摸清"
    r"|统计(?![局表法员])|宣讲|识别|告诉|强调|解释|说好了?|培训(?![费班机超不要期满经花])|学习(?!班)|(?<![小中大上开放])学(?![校费生员历位习时期年科]))"
    r"(?!了?的?些?(?:什么|啥|哪些)(?:内容)?$)[^，,。；;]*?(?:多少|怎么|怎样|如何|咋|啥|什么|哪|谁|为什么)"
)
WHATEVER = re.compile(
    r"(?:(?<!管)不管(?!了)|无论|不论|随便)[^，。；;]{0,8}?(?:谁|哪|什么|啥|多少|怎么|咋|是|有没有|(\w)不\1)"
    r"|(?:谁|哪|什么|啥|多少|怎么)[^，,。；;]{0,10}(?:都|也)"
)
# 花了多少钱还没算, 没定下来是在广场还是在礼堂: what is not known yet is told.
OPEN = re.compile(
    r"(?:还|都|也|暂时|目前)(?:没|不|未)(?:有)?(?:算|定|知道|清楚|统计|出来|确定|说|查|问)[一-龥]{0,3}$|^(?:还)?没(?:有)?(?:定|说|商量|想)[下好出]"
)
NOT_ANY = re.compile(r"(?:没有?|未|不)[^，,。；;可以能该会]{0,2}(?:什么|啥|谁|哪)")
NOT_KNOWN = (REPORTED, WHATEVER, OPEN)

WHEN = re.compile(
    r"今[天早晚儿]|昨[天晚儿个]|前天|明天|上午|下午|早上|晚上|中午|刚[才刚从]|上周|这周|本[周月]|下周|月底|春节|国庆"
    r"|\d[日号月点]|[一二三四五六七八九十][点号](?!文)|\d[:：]\d\d|[一二三四五六七八九十]月"
)
FIGURE = re.compile(
    r"(?<!第)[\d０-９一二三四五六七八九十百千万两〇零.]{1,12}(?:多|来|余)?(?:个)?"
    r"(?:人|名|位|个|幅|场|次|件|册|份|张|棵|家|户|元|块|支|项|台|批|本|辆|桶|把|条(?!规)|部|处|段|天|斤"
    r"|组|娃|老人|片|所|万|页|期|班|车|面)"
)
DONE = re.compile(r"[了过完](?![吗么嘛没不会]|.{0,2}(?:怎么|多少|几|谁|多久))")
EVENT = re.compile(
    r"举办|举行|开展|组织|慰问|参加|到场|到会|检查|巡查|培训|演练|比赛|捐|发放|登记|整改|完成|结束|慰问"
    r"|送去|来的|参演|送的|讲的|请的|打算|计划|准备|暂定|答应|要求各|开放|改到|换到|我们|咱|俺"
    r"|[一-龥](?:一起|一块儿?|亲自|帮忙|负责)?(?:去|到|做|办|教|拍|画|修|查|搬|弄|带)的$"
)
# 教手机的是馆员陈静: who did something, told alone.
_NAMED = re.compile(r"^(?!.*[这那我你它第哪谁啥]|要的|说的).{2,14}的(?:人|老师)?(?:是|叫)[\u4e00-\u9fff]{2,8}$")
OF_WHAT_KIND = re.compile(
    r"(?<!了)[，, ]+(?:[\d零一二两三四五六七八九十百千万]+[^，,。了\d]{1,5}"
    r"|(?![要说我已还都也听])[^，,。了谁哪几]{1,5}的)$"
)
"""民宿要装几个灭火器，30平的: what is said of the case asked about."""
QUOTED = re.compile(r"《[^》]*》|“[^”]*”|\"[^\"]*\"|「[^」]*」")


@dataclass(frozen=True, slots=True)
class Weights:
    """How strongly a text looks like a question and like a note; above 2 is strong, below 1 says little."""

    question: float
    note: float


def weigh(text: str) -> Weights:
    """Weigh a text's form; what stands in quotes or titles does not count."""
    plain = QUOTED.sub("", text).strip()
    bare = re.sub(r"[。.!！~～…，,；;\s]+$", "", plain)
    return Weights(question=_question(bare), note=_note(bare))


def _question(text: str) -> float:
    if REPORTED.search(text):
        return 0.0
    clauses = [clause for clause in re.split(r"[，,。；;！!\n]", text) if clause.strip()]
    asks = re.sub(r"[？?\s]+$", "", text)
    last = re.split(r"[，,。；;！!\n]", OF_WHAT_KIND.sub("", asks))[-1] if clauses else ""
    weight = 0.0
    if re.search(r"[？?]$", text):
        weight += 3
    if _ends_asking(last) or any(map(_ALLOWED.search, clauses)):
        weight += 3
    if DIRECT.search(text) or ENGLISH.search(text):
        weight += 3
    if FOLLOWS.search(text) or WANTED.search(last):
        weight += 2.5
    weight += _asked(text, last)
    if TOPIC.search(last) and not DONE.search(text):
        weight += 2
    return weight + (0.7 if MODAL.search(last) else 0.0)


# 16岁的学生能放进来打游戏不，我们是查网吧的
_ALLOWED = re.compile(r"(?:能|可以|让|准|许|该|用得着)[^，。]{2,14}[不吗]$")

# 劝了不听归谁管, 半路甩团怎么罚: whoever tells a long story and ends so asks.
_AT_LAST = re.compile(
    r"(?:(?P<who>(?:归|由)谁(?:管|负责)|[要得](?:有)?(?:谁|哪[里儿个])(?:点头|批准?|同意)(?:才行)?)|(?:怎么|咋|如何)(?:个)?(?:罚|处罚|处理|赔|算)|听(?:哪个|谁)的"
    r"|谁来?(?:管|批|审批|定)|(?:[罚收扣给补]|一[个天场次]月?发)(?:多少|几[百千万块]?|百分之几)钱?|百分之几|多久才(?:准|能)[一-龥]{0,3}"
    r"|(?:准备|提交|带上?)哪些(?:材料|手续|证件)|罚款?几[百千万]|能不能(?:取消|要回来|收回|退)|听谁的|一[场次天人个份]多少钱|是(?:周|星期|几月)几|期限是?多少天|还来不来得及)(?:啊|呢|呀)?$"
)


def _ends_asking(clause: str) -> bool:
    told = _AT_LAST.search(clause)
    if told and not OPEN.search(clause) and (told["who"] or not EMBEDDED.search(clause)):
        return True
    return PARTICLE.search(clause) is not None and not STATED_NO.search(clause)


def _asked(text: str, last: str) -> float:
    """Question words count most in the last clause, and nothing where they only report what was said."""
    if any(form.search(text) for form in (WHATEVER, EMBEDDED, OPEN)):
        return 0.0
    patterns = (EITHER_OR,) if NOT_ANY.search(text) else (ASKED, EITHER_OR)
    if any(pattern.search(last) for pattern in patterns):
        return 3.5
    return (2.5 if last.endswith("呢") else 1.5) if any(pattern.search(text) for pattern in patterns) else 0.0


def _note(text: str) -> float:
    weight = 0.0
    if WHEN.search(text):
        weight += 1
    if FIGURE.search(text):
        weight += 1
    if DONE.search(text):
        weight += 1
    if EVENT.search(text):
        weight += 0.8
    if _NAMED.search(text):
        weight += 1
    if any(form.search(text) for form in (*NOT_KNOWN, EMBEDDED, NOT_ANY)):
        weight += 1.5
    return weight + (0.5 if re.search(r"[，,；;\n]", text) else 0.0)
