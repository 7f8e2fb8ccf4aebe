"""What section or summary is asked for, read from free words: about what, of which span, how long, how many points."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.numerals import han_value
from bot.domain.periods import months
from bot.domain.unit_names import named as units_named


class Aim(StrEnum):
    """What kind of section it is; each is composed from other records."""

    TOPIC = "专题"
    WORK = "工作"
    PROBLEMS = "问题"
    NEXT = "打算"
    OPENING = "开头"
    WHOLE = "全文"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request as understood. `length` in characters and `count` of points are 0 where nobody said.

    `units` are names that the words limit it to; `own` keeps to the asker's own unit.
    """

    topic: str
    aim: Aim
    first: date
    last: date
    document: str = "工作总结"
    length: int = 0
    count: int = 0
    units: tuple[str, ...] = ()
    own: bool = False
    heading: str = ""

    @property
    def title(self) -> str:
        """What stands above the text: the heading that somebody gave it, else what it is about."""
        return self.heading or self.topic

    def span(self, now: date) -> str:
        """The time as the text names it; a span that is not over says until when it was counted."""
        named, until = span_name(self.first, self.last), self.until(now)
        return f"{named}（{until}）" if until else named

    def until(self, now: date) -> str:
        """截至11月22日 where the span is not over, else nothing."""
        return f"截至{now.month}月{now.day}日" if self.first <= now < self.last else ""


_N = r"[一二两三四五六七八九十\d]"
_ASKING = re.compile(
    r"^(?:请|麻烦)?(?:你)?(?:帮我?|给我?)?(?:起草|草拟|拟写|拟|写写|写|(?:弄|凑|整|来)(?=[一个]))?(?:一下|一份|一篇"
    r"|个)?"
    r"(?:(?:一|这|那)小?(?:节|段)(?:话)?(?:关于)?(?=[^：:，,\s]))?(?:一个)?(?:总结(?:的|里面?|中"
    r"|里头)?(?=[\u4e00-\u9fff]{2}))?"
)
_PART = re.compile(r"(?:的)?(?:这|那)?一?(?:个)?(?<!阶)(?:小节|章节|节|段|部分|板块|块)(?:内容|材料)?(?:吧|呗)?$")
_ONE_PART = re.compile(
    r"^(?:总结(?:里|中|材料)?(?:的)?)?(?:(?:一|这|那)?(?:个|一)?(?:小节|章节|节|段|部分|板块)(?:[：:，,\s]+|$))"
)
_OF_DOCUMENT = re.compile(
    r"^(?P<document>(?:[\u4e00-\u9fff]{0,12}?(?:工作)?)(?:总结|小结|报告|汇报))(?:材料)?(?:里面|里头|里"
    r"|中)?(?:(?<=[里中面头])(?:的|关于)?|[，,：: ]+(?=[\u4e00-\u9fff]{2}))|"
    r"^(?P<whole>(?:[\u4e00-\u9fff]{0,12}?(?:工作)?)(?:总结|报告|汇报))的(?=[\u4e00-\u9fff]{2,})"
)
_PERIOD = re.compile(
    r"(?:20\d\d年?|今年|本年度?|去年|上年度?|当年)?(?:全年度?|年度|年终|年底|[上下]半年|半年|前三季度"
    r"|前[一二两三]个季度|"
    r"第?[一二三四]季度|\d{1,2}月?(?:份)?(?:至|到|-|—|–|~)\d{1,2}月份?|\d{1,2}月份?)|"
    r"20\d\d年度?|今年|本年度?|去年|上年度?|这个?月|本月|上个?月|本季度|明年度?"
)
_LENGTH = re.compile(
    r"(?:大概|大约|约|不超过|控制在|限)?(?:\d{2,4}[-—–~到至])?(?P<n>\d{2,5}"
    r"|[一二两三四五六七八九十百千]{2,6})(?:来|多)?(?:个)?字(?:左右|以内|以下|上下)?"
)
_COUNT = re.compile(rf"(?:写|列|分|共)?(?P<n>{_N}{{1,2}})(?:条|点|项|个方面|方面)(?:就行|就好|即可|吧)?")
_OWN = re.compile(r"(?:只)?(?:用|算|看|写)?(?:我们?|本)(?:单位|科室|股室|馆|站|中心|队)(?:的|自己)?")
_OURS = re.compile(r"^(?:我们?|咱们?)(?:局|单位|馆|站|所|科室|股室|中心)?的?|的$")
_PROBLEMS = re.compile(r"问题|不足|短板|差距|薄弱")
_NEXT = re.compile(r"下一?步|打算|下阶段|明年|计划安排|工作计划|工作安排")
_WORK = re.compile(
    r"^(?:我们?(?:局|单位|馆|站)?的?)?(?:主要|重点|亮点|各项|全局|全年)?(?:的)?(?:工作|业务)?(?:亮点)?(?:开展"
    r"|完成|进展)?(?:情况|成效|成绩|亮点|做法|小结|总结)?$"
)
_WHOLE = re.compile(r"^(?:全局|全馆|全站|单位)?(?:的)?(?:工作)?(?:总结|小结|报告|汇报)(?:材料)?$")
_DOCUMENT_END = re.compile(r"(?:的)?(?:工作)?(?:总结|小结|汇报)(?:材料)?$")
_OPENING = re.compile(r"^(?:总结|工作)*(?:的)?(?:帮我|给我)?(?:起个?头|开头|概述|帽段|引言|前言|总体情况)$")
# How it is to sound, who will read it, that it is wanted at all: nothing of what it is about.
_MANNER = re.compile(
    r"(?<=[，,、 ])(?:(?:语气|口气|语言|文字|写得?|要|说)[^，,\d]{0,6}(?:平实|朴实|实在|正式|简单|简短|简洁|详细|具体"
    r"|有数|有数字|有事例|点)[^，,]{0,4}|"
    r"(?:别|不要?|少|不用)(?:用|写|有|说|带)?[^，,]{0,4}(?:套话|空话|大话|官话|虚的|口号)[^，,]{0,4}"
    r"|给[^，,\d]{1,6}看的?|每[条个点][^，,]{2,14}|要有[^，,]{1,6}|"
    r"(?:请|麻烦)?(?:帮我|给我|你)(?:起草|写|拟|弄|凑)?(?:一下|一段|一个|个)?|就行|即可|谢谢)(?=[，,、 ]|$)"
)
_AS_BEFORE = re.compile(
    r"(?:去年|往年|上年)的?(?:总结)?(?:啥样|什么样|怎么写的?)(?:今年)?(?:就)?(?:啥样|什么样|怎么写)"
    r"|(?:照|按|参照|仿照?)着?[^，。]{0,4}(?:去年|往年|上年|之前)的?(?:样子|样式|格式|写法|总结|套路"
    r"|那样)?(?:来)?"
)
# Verbs at the end: 主要成绩写三条, 节水宣传搞了几次写一段, 图书馆今年干了啥.
_WRITTEN = re.compile(
    r"[，, ]?(?:(?:给我|帮我|你|先|再)*(?:起草|草拟|拟|写写|写|弄|凑|列|整理|整|搞|编|来|出|做)(?:成|出|上"
    r"|个)?)?(?:一下|一写|出来|(?<![那这一])(?:[一几两三四五六]|\d)?(?:小)?(?:段话?|句话?|节)|一?个?底子|个大概)$|"
    r"(?:该)?怎么[写干](?:好|才好)?$|(?:初稿|底稿)?来一份$"
    r"|(?:给我|帮我|你|先|再)*(?:起草|草拟|拟|写写|写|弄|凑|列|整理|整)$"
)
_HOW_MUCH = re.compile(
    r"(?:这一年|这几个月)?(?:都|总共|一共)?(?:干|做|搞|办|弄|开展|组织|完成|发|查|送|修|建|收)了?(?:些)?(?:啥"
    r"|什么|哪些|多少|几[次场个件])(?:事|工作|活动)?[，, ]?|(?:怎么样|咋样|如何)[，, ]?$"
)
_ENDING = re.compile(r"^[：:，,。、的 　]+|[：:，,。、！!~～ 　]+$")


def read(words: str, now: datetime, *, units: tuple[str, ...] = ()) -> Wanted:
    """What is wanted. `units` are the names that may be meant by the words."""
    said = words.strip().rstrip("。！!~～ ")
    before = _AS_BEFORE.sub("", said)
    first, last = span_of(before, now)
    length, count = _length(said), _count(said)
    meant = units_named(before, units)
    rest = _matter(_MANNER.sub("", _LENGTH.sub("", before)))
    for _, called in meant:
        rest = re.sub(rf"{re.escape(called)}(?:的)?", "", rest)
    rest = _ASKING.sub("", _clean(_frame(rest)), count=1)
    own = _OWN.search(rest) is not None
    rest = _OWN.sub("", rest)
    topic, document = _topic(rest, said)
    aim = _aim(topic)
    if aim is Aim.TOPIC:
        topic = re.sub(r"的(?=情况|工作|进展|成效)", "", _clean(_DOCUMENT_END.sub("", topic)) or topic)
    if aim is not Aim.TOPIC or re.search(r"[条点项]$|方面$", topic):
        topic = _clean(_COUNT.sub("", topic)) or topic
    topic = "" if aim is Aim.OPENING else _OURS.sub("", topic) or topic
    if aim is Aim.WHOLE:
        document, topic = document or topic, ""
    names = tuple(name for name, _ in meant)
    topic = (
        topic
        if topic not in ("", "工作", "业务", "下步", "下一步")
        else _default_topic(aim, document, first, last, names)
    )
    return Wanted(topic, aim, first, last, document or "工作总结", length, count, names, own)


# What says where it is to go, how it is to be, or that it is wanted.
_INTO = re.compile(
    r"[，, ]?(?:(?:写|放|加|补)(?:成一段|一段)?(?:进|到|入|在)?|成一段放|放)(?:今年|年终|全年|半年"
    r"|年度)*(?:的)?(?:工作)?(?:总结|小结|报告)(?:里面?|中|里头)?(?:去|吧)?$|"
    r"(?:的)?(?:这|那)?(?:件|些)?事儿?$|起个?草$|(?:上|方面)?花的(?:功夫|力气)$|(?:里的?|的)?(?:小段|段落)$"
)
_ONLY_LIMITS = re.compile(
    r"^(?:带|含|附|有|要有|注明|写清|分条|逐条|一?小?段|一篇|一份|几句话?|就行|即可|尽量|最好|简单|详细|不要太?"
    r"|别太?|述职用|开会用|汇报用|上会用|领导要|书记要|局长要)[^，,]{0,10}$"
)


def _matter(said: str) -> str:
    """Of several clauses the one that says what is to be written about."""
    said = re.sub(r"^(?:请|麻烦|帮忙|帮我?|给我?|你|就)*(?:把|将)", "", said)
    clauses = [_INTO.sub("", _INTO.sub("", clause.strip())) for clause in re.split("[，,]", said)]
    clauses = [re.sub(r"^(?:我们?|咱们?)?(?:今年)?在(?=[\u4e00-\u9fff]{2,6}$)", "", clause) for clause in clauses]
    clauses = [clause for clause in clauses if clause and not _ONLY_LIMITS.search(clause)]
    if len(clauses) < 2:
        return clauses[0] if clauses else ""
    parts = [
        clause
        for clause in clauses
        if re.search(r"[那这]?(?:小?节|部分|板块|块)(?![\u4e00-\u9fff]{3})", clause) and _left(clause)
    ]
    return (parts or [clause for clause in clauses if _left(clause)] or clauses)[0]


def _left(clause: str) -> str:
    """What the clause says beside how much, when and in which document."""
    bare = _ASKING.sub("", _clean(_frame(clause)), count=1)
    return _clean(_PART.sub("", _COUNT.sub("", _PERIOD.sub("", _WHOLE.sub("", _clean(bare))))))


def _frame(rest: str) -> str:
    """The words without how much, in how many sentences, and the verb behind what it is about."""
    before = ""
    while before != rest:
        before, rest = rest, _clean(_WRITTEN.sub("", _HOW_MUCH.sub("", _clean(rest))))
    counted = _COUNT.search(rest)
    if counted and counted.end() == len(rest):
        said = re.sub(r"(?:给我|帮我|你|先)+$", "", _WRITTEN.sub("", _clean(rest[: counted.start()])))
        rest = said + rest[counted.start() :]
    return rest


def span_of(words: str, now: datetime) -> tuple[date, date]:
    """The first and the last day of the time that the words name; the whole year where they name none.

    Who asks for a year's summary in January or February means the year that is over.
    """
    today = now.date()
    if re.search(r"这个?月|本月", words):
        return _months(today.year, today.month, today.month)
    if re.search(r"上个?月", words):
        before = today.replace(day=1) - timedelta(days=1)
        return _months(before.year, before.month, before.month)
    if "本季度" in words:
        start = (today.month - 1) // 3 * 3 + 1
        return _months(today.year, start, start + 2)
    span = months(re.sub(r"(?<![上下\d])半年(?:度)?", "上半年", words.replace("明年", "")), now)
    year, start, end = span or (today.year, 1, 12)
    named = re.search(r"20\d\d|今年|本年|去年|上年", words)
    if (start, end) == (1, 12) and today.month <= 2 and not named:
        year = today.year - 1
    return _months(year, start, end)


def span_name(first: date, last: date) -> str:
    """2026年, 2026年上半年, 2026年三季度, 2026年1至9月, 2026年10月."""
    year, a, b = first.year, first.month, last.month
    if (a, b) == (1, 12):
        return f"{year}年"
    if (a, b) in ((1, 6), (7, 12)):
        return f"{year}年{'上' if a == 1 else '下'}半年"
    if a == b:
        return f"{year}年{a}月"
    if a % 3 == 1 and b == a + 2:
        return f"{year}年{'一二三四'[a // 3]}季度"
    return f"{year}年{a}至{b}月"


def _months(year: int, start: int, end: int) -> tuple[date, date]:
    start, end = (min(max(month, 1), 12) for month in sorted((start, end)))
    after = date(year + end // 12, end % 12 + 1, 1)
    return date(year, start, 1), after - timedelta(days=1)


def _length(words: str) -> int:
    found = _LENGTH.search(words)
    if not found:
        return 0
    # 两三百字: no more than the larger.
    return _number(re.sub(r"^[一二两三四五六七八](?=[二三四五六七八九][百千])", "", found["n"]))


def _count(words: str) -> int:
    found = _COUNT.search(_LENGTH.sub("", words))
    return _number(found["n"]) if found else 0


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(han_value(text) or 0)


def _topic(rest: str, said: str) -> tuple[str, str]:
    """What the section is about and the document that it stands in, without time and frame."""
    of = _OF_DOCUMENT.match(rest)
    document = _clean(_PERIOD.sub("", (of["document"] or of["whole"] or ""))) if of else ""
    rest = rest[of.end() :] if of else rest
    rest = _ONE_PART.sub("", rest, count=1)
    rest = _clean(_PART.sub("", rest)) or rest
    bare = _clean(_PERIOD.sub("", rest))
    if re.search(r"明年", said) and not bare:
        bare = "下一步打算"
    return _clean(_PART.sub("", bare)), document


def _clean(text: str) -> str:
    before = None
    while before != text:
        before, text = text, _ENDING.sub("", text)
    return text


def _aim(topic: str) -> Aim:
    bare = _clean(_COUNT.sub("", topic))
    if _OPENING.search(bare):
        return Aim.OPENING
    if _PROBLEMS.search(bare) and not re.search(r"整改|销号|台账|解决", bare):
        return Aim.PROBLEMS
    if _NEXT.search(bare):
        return Aim.NEXT
    if _WHOLE.search(bare):
        return Aim.WHOLE
    return Aim.WORK if not bare or _WORK.match(bare) else Aim.TOPIC


def whole_title(document: str, first: date, last: date, units: tuple[str, ...]) -> str:
    """县图书馆2026年上半年工作小结; several units are not named."""
    return f"{units[0] if len(units) == 1 else ''}{span_name(first, last)}{document}"


def _default_topic(aim: Aim, document: str, first: date, last: date, units: tuple[str, ...]) -> str:
    if aim is Aim.WHOLE:
        return whole_title(document, first, last, units)
    names = {Aim.PROBLEMS: "存在的问题", Aim.NEXT: "下一步打算", Aim.OPENING: "总体情况"}
    return names.get(aim, "主要工作")
