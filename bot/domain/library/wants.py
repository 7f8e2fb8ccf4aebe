"""The kind of answer that a question asks for, and whether a text holds one: a figure with its unit, a who, a may."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

DIGITS = "〇零一二三四五六七八九十百千万两半"
NUMBER = rf"(?<![第\d{DIGITS}])(?:\d[\d,.]*[十百千万亿]*|[{DIGITS}亿]+)(?![\d{DIGITS}]|[条款项章节届])"
TIME_UNIT = r"个?(?:工作日|自然日|小时|分钟|个?月|天|日|年|周|季度)"
PEOPLE = "个人名位"
COUNTED = r"(?:[个人名位次级种类份页家间辆平倍顿米字岁行号分元天日月年周亩吨斤场册台座成项](?!性)|公里)"
LISTED = "栏种类份项会"
ALIKE = {
    p[0]: p[1:]
    for p in "本本册 册册本 场场次 辆辆台 顿顿次餐 次次回 回次回 份份篇条 类类种 种类种 级级等 页页面".split()
}
"""Measure words that answer for each other."""
FINES = re.compile(r"[^，；。：]*(?:罚款|违法所得|违法经营额)[^，；。]*")


class Kind(StrEnum):
    """The kinds of answers."""

    CLOCK = "钟点"
    MONEY = "金额"
    PENALTY = "处罚"
    DURATION = "期限"
    DAY = "日期"
    COUNT = "数量"
    WHO = "谁"
    MAY = "可否"
    LIST = "哪些"
    MEANING = "含义"


FIGURES = frozenset({Kind.CLOCK, Kind.MONEY, Kind.DURATION, Kind.DAY, Kind.COUNT})
"""Kinds without whose figure there is no answer at all."""


@dataclass(frozen=True, slots=True)
class Want:
    """What is asked for; `measure` is the measure word of a count (几级 → 级) or 罚, empty where any will do."""

    kind: Kind
    measure: str = ""


_FINE = (
    r"怎么罚|咋罚|罚款?[^，]{0,6}多少|罚几|罚什么|罚不罚|(?:怎么|咋|如何)处[理分罚置]|什么处[分罚]|"
    r"什么后果|什么责任"
)
_MAY = (
    r"能不能|会不会|是不是|可不可以|行不行|能否|可否|是否|准不准|让不让|要不要|用不用|该不该|给不给|收不收|放不放|"
    r"算不算|管不管|归不归|得不得|合不合|违不违|合规|(?<![什怎那多])[吗么嘛不]$|允许|行不|必须"
)
ASKED = {
    Kind.CLOCK: r"几点|什么钟点",
    Kind.MONEY: r"多少(?:钱|元|块|万|保证金|费)|几[十百千]?[块万毛角]|多贵|多少.{0,4}(?:保证金|资本|费用|押金|本钱)|"
    r"(?:资本|[^，资]金|价钱|补[助贴]|津贴|工资|费)[^，]{0,6}多少",
    Kind.PENALTY: _FINE + r"|(?:能不能|可不可以|要不要|能|可以)[^，]{0,8}(?:扣[了押下]|查封|没收|罚他|取缔|吊销)"
    r"|会怎么?样|受到?什么|挨什么|如何追责|法律责任|追究什么",
    Kind.DURATION: rf"多久|多长|(?<![了过])好久(?=$|[才能要就可，,])|几(?!月[几份初中底]){TIME_UNIT}|多少{TIME_UNIT}"
    r"|[期时]限(?![到满已过快])|每几",
    Kind.DAY: r"哪天|哪年|哪一年|几月(?:几[日号]|[份初底]|$)|什么时[候间]|何时|几号(?!字|令|文|仿|小)|啥时候|什么日子",
    Kind.COUNT: r"多少|(?<![哪第])几[^乎何]|百分之几|多大|多远|多近|多高|比例|占比",
    Kind.WHO: r"谁|哪级|哪一级|哪个部门|哪个机关|哪家|什么部门|什么机关|什么人|哪里[批审申办管备]|哪儿|找哪|向哪|"
    r"归哪|[什哪]么?个?单位",
    Kind.MAY: _MAY,
    Kind.LIST: r"哪些|哪几|哪[二三四五六七八九十]|有什么|包括什么|什么条件|什么材料|什么要求|什么手续|什么内容|写什么"
    r"|写[些点]啥|包括些?啥|管些?(?:什么|啥)事?$",
    Kind.MEANING: r"什么是|是什么|是啥|啥意思|什么意思|指什么|是指|怎么定义|含义|叫什么",
}
_ASKED = {kind: re.compile(pattern) for kind, pattern in ASKED.items()}
_SPAN = rf"{NUMBER}{TIME_UNIT}|半年"
_DURATION = _SPAN + "|没有统一|立即|马上|即时|当[日天场]|及时|每(?:[年月周日天]|季度)|长期|终身"
_SPANNED = re.compile(_SPAN)
_NOT_COUNTED = re.compile(rf"(?:{_SPAN})(?!岁)|[{DIGITS}]级")
"""A time or a grade is no number of things."""
_COUNTED_TIME = re.compile(
    _SPAN + rf"|没有统一|立即|马上|即时|当[日天场]|终身|每(?:个?月|季度|年)[^，；。]{{0,6}}{NUMBER}[次天日]"
)
_AHEAD = re.compile(rf"提前|前[^，；。]{{0,6}}(?:{_SPAN})|(?:{_SPAN})(?:以|之)?前")
_DATED = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|日期：[^；）]*")
_DATE = rf"\d{{4}}年|\d{{1,2}}月\d{{1,2}}日|[{DIGITS}]{{1,3}}月[{DIGITS}]{{1,3}}日"
SERVED = {
    Kind.CLOCK: rf"{NUMBER}(?:时(?!间)|点(?!五|钟)|:|：)\d*|营业时[间限].{{0,12}}{NUMBER}",
    Kind.MONEY: rf"{NUMBER}元|：{NUMBER}(?=；|$)|{NUMBER}倍|{NUMBER}[%％]|百分之|没有统一|限额",
    Kind.PENALTY: (r"罚款|处分|警告|责令|吊销|追究|没收|处以|开除|停业|拘留|撤职|记过|降级|取缔|批评|处罚|赔偿"),
    Kind.DURATION: _DURATION,
    Kind.DAY: rf"{_DATE}|{_DURATION}",
    Kind.COUNT: rf"(?<![统同之任]){NUMBER}(?:多|余)?{COUNTED}|\d|分之[{DIGITS}]|没有统一|限额",
    Kind.WHO: r"部门|机关|政府|单位|委员会|机构|人员|法院|主管|负责人|公安|领导|组织|党委|馆|社|所有|国家|人",
    Kind.MAY: (
        r"不得|不能|不准|不允许|不再|不予|不应|不可|禁止|严禁|可以|能够|允许|应当|必须|有权|无需|不需|批准|同意|方可|"
        r"不[算归是以发提上]|免费|无偿|一律|不受|由|须|鼓励"
    ),
    Kind.LIST: r"[（(][一二三四五六七八九十][)）]|[、；]",
    Kind.MEANING: r"是指|所称|系指|指的是|包括|即|是|指",
}
_SERVED = {kind: re.compile(pattern) for kind, pattern in SERVED.items()}
PUNISHING = re.compile(r"罚款|责令|给予警告|予以警告|吊销|没收违法|依法给予处分|追究刑事责任|治安管理处罚")


_CONSEQUENCE = re.compile(r"[^，,；;。：:]*(?:责令|罚款|警告|处分|吊销|取缔|批评|没收|追究|治安管理)[^，,；;。：:]*")
BREACHED = re.compile(
    r"(?:[不未拒违擅硬]|有下列)[^。；]*[，,：:][^。]*(?:责令|罚款|警告|处分|吊销|取缔|取消|撤销|停业|没收|不得|追究|处罚|赔偿)"
)


def read_wants(question: str) -> tuple[Want, ...]:
    """Every kind that the question asks for, the most telling first.

    Some people who do something (几家单位联合发文由谁签) are not counted: what is asked comes behind them.
    """
    asked = _SOME.sub("", question) if _ASKED_BEHIND.search(_SOME.sub("", question)) else question
    asked = _VAGUE.sub(" ", _WHETHER.sub(r"\1", asked))
    if _ENDS_WHETHER.search(asked):
        asked = _TOLD.sub("", asked)
    return tuple(Want(kind, _measure(kind, asked)) for kind, pattern in _ASKED.items() if pattern.search(asked))


_SOME = re.compile(r"^(?:[两几]|好几)(?:个|家|位|名)(?=(?:单位|部门|机关|人|局|科室|公司|企业|干部|同事))")
_VAGUE = re.compile(
    r"(?:[这近头好十]|(?<!提)前)几(?=[个天年月次回位人名家岁]|小时|分钟)|那几(?=[天年]|个月)"
    r"|(?<=[过隔没])几(?=天|年|个月)(?![^，,]{0,2}[能可才要])"
)
"""这几年, 好几次, 过几天 tell, they do not ask."""
_WHETHER = re.compile(r"(?:多少|几)[^，,；;？?]{0,4}((?:要不要|能不能|行不行|可不可以|该不该|用不用).*)$")
"""花了多少钱要不要写 asks whether, not how much."""
_ENDS_WHETHER = re.compile(r"(?:[吗么]|可不可以|行不行|能不能|行不|成不|好不好)$|几[^，]*(?:会不会|算不算|是不是)")
_TOLD = re.compile(r"(?<![有道定])(?<!第)几(?=[^乎何，,]{2,})")
"""拆成几个小单子可不可以 asks whether."""
_ASKED_BEHIND = re.compile(r"谁|怎么|如何|多久|多少|几|能不能|可不可以|[吗呢]$|什么|哪")
EVENT = re.compile(r"[^，。；：、]{2,}(?:之?前|之?后|以前|以后|期间)(?=[，,应须可由将向方不]|\d|$)|[的时]时?[，,]应当")


_FINE_ASKED = re.compile(r"罚[款到了]{0,2}几|罚款?[^，]{0,6}多少|多少.{0,2}罚款")
_LEAVE_ASKED = re.compile(
    r"能不能|能否|可不可以|可否|行不行|让不让|准不准|得不得|允许|行[吗么不]?$|(?:能|可以|准|让).*[吗么]$"
)
_LEAVE = re.compile(r"不得|不能|不准|不允许|不可|不应|禁止|严禁|可以|能够|允许|有权|方可|未经|不再|不予|可自行")
_OFTEN_ASKED = re.compile(r"(?:多久|多长时间|[几多][少个天年月周]+)[^，]{0,8}一[次回遍趟]")
_OFTEN = re.compile(r"每|定期|次")
_CALENDAR = re.compile(r"几月(?:几[日号]|[份初中底]|$)")
_DAY = re.compile(_DATE)
_SUM_OF = {"额": re.compile(rf"{NUMBER}[元倍]"), "分": re.compile(r"警告|记过|记大过|降级|撤职|开除")}
_MEASURED = re.compile(
    r"(?:几|多少)个?(?!本钱|会[员费])([人名位次回级种类份页家间辆平倍顿米字岁行号分栏斤会项"
    r"本兆折桌套包瓶块片箱场首支层篇门件]|公里|个点)"
)


def _measure(kind: Kind, question: str) -> str:
    """The measure word after 几 or 多少, where it is one.

    额 where the sum of a fine is asked for and 分 where the disciplinary measure is, 罚 where the money asked for is a
    fine, 许 where leave is asked for and no duty, 时 where a day may be told by what comes before or after it (开始前),
    历 where it is one of the calendar, 数 where a time is asked by its number and 时 where by its hours, which no days
    ahead of something tell, 前 where by how long before something, 频 where by how often.
    """
    if kind is Kind.PENALTY:
        return "额" if _FINE_ASKED.search(question) else "分" if "处分" in question else ""
    if kind is Kind.MONEY:
        return "罚" if "罚" in question else ""
    if kind is Kind.MAY:
        return "许" if _LEAVE_ASKED.search(question) else ""
    if kind is Kind.DURATION:
        if re.search(r"提前[^，]{0,2}(?:几|多)", question):
            return "前"
        if re.search(r"(?:几|多少)个?(?:小时|分钟)", question):
            return "时"
        if _OFTEN_ASKED.search(question):
            return "频"
        return "数" if re.search(rf"(?:几|多少)个?{TIME_UNIT}", question) else ""
    if kind is Kind.DAY:
        if _CALENDAR.search(question):
            return "历"
        return "时" if re.search(r"什么时候|何时|啥时候", question) else ""
    if kind is not Kind.COUNT:
        return ""
    found = _MEASURED.search(question)
    return found[1] if found else ""


def _alike(measure: str) -> tuple[str, ...]:
    """The measure words that answer for one; 公里 is a word of its own."""
    return tuple(ALIKE[measure]) if measure in ALIKE else (measure,)


@cache
def _counted(measure: str) -> re.Pattern[str]:
    """A figure with this measure word or one like it, a share, or where the things counted may be named, their list."""
    units = f"[{PEOPLE}]" if measure in PEOPLE else f"(?:{'|'.join(_alike(measure))})"
    named = "|[、].*[、和]" if measure in LISTED else "|每年|每月|每季度|定期" if measure in "次回" else ""
    named += "|半数" if measure in PEOPLE else ""
    return re.compile(
        rf"{NUMBER}(?:多|余)?[个周]?{units}|分之[{DIGITS}]|{NUMBER}[%％]|没有统一的?(?:数|标准|{units}){named}"
    )


# Asked of a sentence alone, of the sentences chosen, and again for the next question of that kind.
@lru_cache(maxsize=4096)
def serves_well(want: Want, text: str) -> float:
    """1 for an answer of that kind, 0 for none; half for 及时 where a time was asked, a share where money
    was, a reproof where the sum of a fine was.
    """
    if not serves(want, text):
        return 0.0
    if want.kind is Kind.MONEY and not want.measure and "元" not in text:
        return 0.5
    if want.kind is Kind.PENALTY and want.measure and not _SUM_OF[want.measure].search(text):
        return 0.5
    if want.kind is Kind.MAY and want.measure and not _LEAVE.search(text):
        return 0.5
    if want.kind is Kind.DURATION and want.measure == "频":
        return 1.0 if _OFTEN.search(text) else 0.5
    return 0.5 if want.kind is Kind.DURATION and not _SPANNED.search(_DATED.sub("", text)) else 1.0


def serves(want: Want, text: str) -> bool:
    """Whether a text holds an answer of that kind, if only a vague one.

    A fine is no price, and a figure answers for its own measure alone; 几栏 may be answered by naming them.
    """
    if want.kind in (Kind.MONEY, Kind.COUNT) and not want.measure:
        text = _without_fines(text)
    if want.kind is Kind.COUNT:
        counted = _counted(want.measure) if want.measure else _SERVED[want.kind]
        return bool(counted.search(text if want.measure else _NOT_COUNTED.sub("", text)))
    if want.kind is Kind.DURATION:
        # The year of a law is no time that something takes; 及时 is no number of days.
        if want.measure == "前" and "提前" in text:
            return True
        if want.measure == "时":
            text = _AHEAD.sub("", text)
        timed = bool(
            (_COUNTED_TIME if want.measure not in ("", "频") else _SERVED[want.kind]).search(_DATED.sub("", text))
        )
        return timed and (want.measure != "前" or bool(_AHEAD.search(text)))
    if want.kind is Kind.DAY and want.measure:
        return (
            bool(_DAY.search(text))
            if want.measure == "历"
            else bool(EVENT.search(text) or _SERVED[want.kind].search(text))
        )
    return bool(_SERVED[want.kind].search(text))


def _without_fines(text: str) -> str:
    # Looked for before the pattern runs, which tries every place of the text.
    return FINES.sub("", text) if "罚款" in text or "违法" in text else text


def punishes(text: str) -> bool:
    """Whether a text says what follows when a rule is broken."""
    return bool(PUNISHING.search(text))


def breaches(text: str) -> str:
    """What of a text tells of deeds against a rule, without what follows; empty where nothing follows."""
    return _CONSEQUENCE.sub("", text) if BREACHED.search(text) else ""
