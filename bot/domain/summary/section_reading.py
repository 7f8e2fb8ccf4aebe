"""What section or summary is asked for, read from free words: about what, of which time and units, how long."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.language.numerals import whole
from bot.domain.summary.section_grammar import Clause, Mark, clauses
from bot.domain.summary.section_wants import SPAN, Aim, Wanted, default_topic, span_of

_SEAT = re.compile(r"^(?:[\u4e00-\u9fff]{0,4}?[省市县区])(?=[\u4e00-\u9fff]{3})")
_SHORTEST = 3


def units_named(words: str, units: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The units that the words name, each with the words that name it; whole names come before short ones."""
    found = {name: name for name in units if name in words}
    rest = words
    for name in found:
        rest = rest.replace(name, "　")
    short: dict[str, list[str]] = {}
    for name in units:
        for brief in {} if name in found else _briefs(name):
            if brief in rest:
                short.setdefault(brief, []).append(name)
    for brief in sorted(short, key=len, reverse=True):
        meant = [name for name in short[brief] if name not in found]
        if len(meant) == 1 and brief in rest:
            found[meant[0]] = brief
            rest = rest.replace(brief, "　")
    return tuple(found.items())


def _briefs(name: str) -> set[str]:
    """县水政监察大队: 水政监察大队, 水政大队, 监察大队, 水政队."""
    core = _SEAT.sub("", name)
    made = {core, core[:2] + core[-2:], core[:2] + core[-1:], core[-4:], core[-3:]}
    return {brief for brief in made if _SHORTEST <= len(brief) <= len(core) and brief != "管理所"}


_N = r"[一二两三四五六七八九十\d]"
_LENGTH = re.compile(
    r"(?:\d{2,4}[-—–~到至])?(?P<n>\d{2,5}|[一二两三四五六七八九十百千]{2,6}|半[千百])(?:来|多|把)?个?字"
)
_COUNT = re.compile(
    rf"(?P<n>{_N}{{1,3}})(?:小?条(?!例)|小?点(?!钟|\d|半)|项|个方面|方面"
    rf"|(?<=[挑选列写][二两三四五六七八九2-9])个(?!月|季度))"
)
_SAYS_NOTHING = ("", "工作", "业务", "下步", "下一步", "问题", "的问题")
_A_BIT = re.compile(r"(?<=[短长多少细实详好体简白清])一[点些]")
_GENERIC = re.compile(r"^(?:的|情况|工作|内容|材料|事情?)+$")
_OWN = re.compile(r"(?:只)?(?:用|算|看|写)?(?:我们?|本|咱们?)(?:单位|科室|股室|馆|站|中心|队)(?:的|自己)?")
_OUR_HOUSE = r"(?:局|单位|馆|站|所|科室|股室|中心)"
_OURS = re.compile(
    rf"^(?:我们?|咱们?|全){_OUR_HOUSE}(?:里|上)?的?|^{_OUR_HOUSE}(?:里|上)?(?:的|$)|^(?:我们?|咱们?)的?|的$|^(?:了"
    rf"|要|想|准备)$"
)
_STRANGER = re.compile(
    r"[\u4e00-\u9fff]{1,5}?(?:股|科|室|大队|中队|支队|分局|馆|站|所|中心)(?=的|、|和|与|$)(?:的|、|和|与)?"
)
_PROBLEMS = re.compile(r"问题|不足|短板|差距|薄弱")
_MENDED = re.compile(r"整改|销号|台账|解决|办理|反映|受理|导向")
_NEXT = re.compile(r"下一?步|打算|下一?阶段|明年|来年|计划安排|工作(?:计划|安排|思路)|要[干做]的")
_WORK = re.compile(
    r"^(?:我们?(?:局|单位|馆|站)?的?)?(?:主要|重点|亮点|各项|全局|全年)*(?:的)?(?:工作|业务|活动?)?(?:亮点)?(?:开展"
    r"|完成|进展)?(?:情况|成效|成绩|亮点|做法|事情?)?$"
)
_OPENING = re.compile(
    r"^(?:总结|工作|一?个)*(?:的)?(?:起个?头|开头|概述|帽段|帽子|引言|前言|导语|(?:总体|基本)(?:工作)?情况)$"
)
_AS_BEFORE = re.compile(
    r"(?:去年|往年|上年)的?(?:总结)?(?:啥样|什么样|怎么写的?)(?:今年)?(?:就)?(?:啥样|什么样|怎么写)"
    r"|(?:照|按|参照|仿照?|跟|和)着?[^，。]{0,4}(?:去年|往年|上年|之前)的?(?:样子|样式|格式|写法|总结|套路|那样"
    r"|一样)?(?:来)?|(?:去年|往年|上年)(?=[^，。]{0,12}(?:怎么|咋)写的)"
)
_CONTENT = re.compile(r"(?:的)?(?:相关)?(?:内容|材料|文字)$")
_FUTURE = re.compile(r"明年度?|来年|[上下]半年|[一二三四]季度|下个?月")


def read(words: str, now: datetime, *, units: tuple[str, ...] = ()) -> Wanted:
    """What is wanted. `units` are the names that may be meant by the words."""
    said = words.strip().rstrip("。！!~～ ")
    before = _AS_BEFORE.sub("", said)
    first, last = span_of(before, now)
    meant = units_named(before, units)
    parts = clauses(said)
    about, strangers = _ranked(parts, meant)
    chosen = next(iter(about), "")
    heading = next((one.core for one in parts if one.marks & Mark.TITLED), "")
    core = _plain(chosen) or heading
    aim, document = _aim(core, parts, said), _document(parts)
    if aim is Aim.NEXT:
        core, first = _ahead(core, said), date(first.year, 1, 1)
    names = tuple(name for name, _ in meant)
    topic = "" if aim in (Aim.OPENING, Aim.WHOLE) or core in _SAYS_NOTHING else core
    return Wanted(
        topic or default_topic(aim, document, first, last, names), aim, first, last, document,
        _length(said), _count(said), names, _OWN.search(chosen or said) is not None,
        heading if heading != topic else "", strangers,
    )  # fmt: skip


def matters(parts: Sequence[Clause]) -> tuple[str, ...]:
    """What the clauses are about, the likeliest first; nothing where they only say how, when, for whom, how long."""
    return _ranked(parts, ())[0]


def _ranked(parts: Sequence[Clause], meant: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The cores of the clauses without names of units, and names of units that nobody knows.

    A clause that names its part of the document says best what is meant, then one in which a piece was recognised;
    情况 alone says least.
    """
    found = [(one, *_without_units(one.core, meant)) for one in parts if one.core and not one.marks & Mark.TITLED]
    strange = tuple(name for _, _, names in found for name in names)
    told = [(one, core) for one, core, _ in found if core]
    return tuple(core for _, core in sorted(told, key=_likely)), strange


def _likely(told: tuple[Clause, str]) -> tuple[bool, bool, bool]:
    clause, core = told
    return _GENERIC.match(core) is not None, not clause.marks & Mark.PART, not clause.marks


def _without_units(core: str, meant: Sequence[tuple[str, str]]) -> tuple[str, tuple[str, ...]]:
    """The core without names of units; in a row with known ones, and where an office is named, names nobody knows."""
    rest = core
    for _, called in meant:
        rest = re.sub(rf"{re.escape(called)}(?:[的、和]|以及)?", "、" if "、" in core else "", rest)
    strange = []
    listed = rest != core and "、" in core
    while found := re.match(
        r"、*(?P<name>[\u4e00-\u9fff]{1,5}?(?:股|大队|中队|支队|分局))(?:的|、|和|与|及|$)", rest
    ) or (re.match(rf"、*(?P<name>{_STRANGER.pattern})", rest) if listed else None):
        strange.append(found["name"].strip("的、和与及"))
        rest = rest[found.end() :]
    return rest.strip("、的"), tuple(strange)


_CALLED = re.compile(r"(?:总结)?(?:要|写|来|就|关于)?个?“(?P<name>[^“”]{2,20})”(?:这个|这一)?(?:专题|主题|题目|章节)?")


def _plain(core: str) -> str:
    if called := _CALLED.fullmatch(core):
        return called["name"]
    core = _CONTENT.sub("", _OURS.sub("", _OWN.sub("", core)))
    return re.sub(r"的(?=情况|工作|进展|成效)", "", core)


def _document(parts: Sequence[Clause]) -> str:
    """The kind of document, without its time."""
    named = next((one.document for one in parts if one.document), "")
    bare = re.sub(r"(?<=总结)(?:材料|稿)$", "", SPAN.sub("", named).strip("的"))
    return f"工作{bare}" if bare in ("总结", "小结") else bare or "工作总结"


def _aim(core: str, parts: Sequence[Clause], said: str) -> Aim:
    problems = bool(_PROBLEMS.search(core)) and not _MENDED.search(core)
    if problems and _NEXT.search(core):
        return Aim.CLOSING
    if _OPENING.search(core):
        return Aim.OPENING
    if problems:
        return Aim.PROBLEMS
    if _NEXT.search(core) or (not core and re.search("明年|来年", said)):
        return Aim.NEXT
    if not core and any(one.marks & Mark.DOCUMENT and not one.marks & Mark.PART for one in parts):
        return Aim.WHOLE
    return Aim.WORK if not core or _WORK.match(core) else Aim.TOPIC


def _ahead(core: str, said: str) -> str:
    """Of which time the plans are: 明年工作打算, 四季度工作打算. The records that they rest on are the year's."""
    time = _FUTURE.search(said)
    named = core if core not in ("", "工作") and not re.match(r"要[干做]的", core) else "工作打算"
    return f"{time[0]}{named}" if time and "下一步" not in named and time[0] not in named else named if core else ""


def _length(words: str) -> int:
    found = _LENGTH.search(words)
    if not found:
        return 0
    # 两三百字: no more than the larger.
    return whole(re.sub(r"^[一二两三四五六七八](?=[二三四五六七八九][百千])", "", found["n"]).replace("半", "五"))


def _count(words: str) -> int:
    """五六条: no more than the larger."""
    found = _COUNT.search(_A_BIT.sub("", _LENGTH.sub("", SPAN.sub("", words))))
    return whole(re.sub(r"^[一二两三四五六七八](?=[二三四五六七八九]$)", "", found["n"])) if found else 0
