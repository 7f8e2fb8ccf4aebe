"""What went wrong, out of the ledger, returned reports, and what reports say themselves. Nothing is inferred:
an overdue date is a date of the ledger, a reason is the reviewer's.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.editing.pointing import DEFECT
from bot.domain.language.moment import month_day
from bot.domain.language.sentences import split
from bot.domain.summary.parts import Line, Matter, Point, Returned, Source, Sum, plain
from bot.domain.summary.past import PastPart
from bot.domain.summary.points import who
from bot.domain.summary.works import Told

SHOWN_LATE, SHOWN_OPEN, SHOWN_RETURNS, SHOWN_TOLD = 5, 3, 2, 4
MOST_ASKED = 3
LONGEST_WHOLE, SHORTEST_ALONE = 30, 8

# What is mended, and complaints taken, are work done; what is left of it is said beside it.
_REPLACED = re.compile(
    r"(?:受理|办理|处理|答复|调解)[^，。]{0,6}投诉|(?:更换|修复|维修|修补|整修|拆除|清理|淘汰|报废)了?[^，。]{0,3}?(?:破损|老化|损坏|故障|停用|漏水|漏雨)"
)
MENDED = re.compile(
    r"(?:均|都|全部|已经?|当场|现场)[^，。]{0,6}(?:整改|修复|解决|更换|办结|处理|恢复|答复|完成)|整改(?:完成|到位)"
)
AHEAD = re.compile(r"计划|下一步|将(?:于|在|继续)|拟于|拟在|预计|准备(?:在|于)|[底日]前(?:完成|整改|办结|交付|配齐)")


def problem_points(
    matters: Sequence[Matter], returns: Sequence[Returned], reports: Sequence[Told], *, count: int = 0
) -> tuple[Point, ...]:
    """Every kind of evidence one point; where a number of points is asked for, single problems in their place."""
    still = [one for one in matters if not one.closed]
    late = sorted((one for one in still if one.late), key=lambda one: -one.late)
    rest = sorted((one for one in still if not one.late), key=lambda one: one.deadline or date.max)
    told = told_problems(reports)
    kinds = [
        _of_matters("late", "整改超过时限", late, SHOWN_LATE),
        _of_matters("open", "问题还在整改", rest, SHOWN_OPEN),
    ]
    kinds += [_of_told(told), _of_returns(returns)]
    whole = tuple(point for point in kinds if point)
    if not count or count == len(whole):
        return whole
    single = [_single(one) for one in late] + [_single_told(one) for one in told]
    single += [_single(one) for one in rest]
    single += [point for point in [_of_returns(returns)] if point]
    return tuple(single[:count])


def _of_matters(key: str, said: str, matters: Sequence[Matter], shown: int) -> Point | None:
    if not matters:
        return None
    sums = (Sum(said, float(len(matters)), "项", (1.0,) * len(matters)),)
    heading = Line(
        f"{len(matters)}项{said}", tuple(one.source for one in matters), f"{said}：台账{len(matters)}项", sums
    )
    # One more than fits is told rather than counted.
    shown += len(matters) == shown + 1
    lines = tuple(Line(f"{_described(one)}。", (one.source,), one.late_rule) for one in matters[:shown])
    more = len(matters) - shown
    if more > 0:
        rule = f"其余：{len(matters)}减{shown}得{more}项"
        lines += (Line(f"其余{more}项见台账。", tuple(one.source for one in matters[shown:]), rule),)
    gaps = tuple(
        f"【待补：{one.label}的{'和'.join(lacking)}，问{one.unit}】"
        for one in matters[:shown]
        if (lacking := [name for name, value in (("责任人", one.owner), ("时限", one.deadline)) if not value])
    )
    return Point(key, heading, lines, gaps=gaps[:MOST_ASKED])


def _described(matter: Matter) -> str:
    """The problem with whose it is: 三楼通道堆放杂物（县图书馆，责任人王强，时限9月30日，已超53天）."""
    said = [matter.unit]
    said += [f"责任人{matter.owner}"] if matter.owner else []
    said += [f"时限{month_day(matter.deadline)}"] if matter.deadline else []
    said += [f"已超{matter.late}天"] if matter.late else []
    return f"{plain(matter.problem)}（{'，'.join(said)}）"


def _of_returns(returns: Sequence[Returned]) -> Point | None:
    if not returns:
        return None
    sources = tuple(one.source for one in returns)
    reasons = Counter(one.reason for one in returns)
    sums = (Sum("信息报送退回", float(len(returns)), "次", (1.0,) * len(returns)),)
    heading = Line(f"信息报送被退回{len(returns)}次", sources, f"信息报送退回：日志{len(returns)}次", sums)
    listed = "，".join(f"{reason}{number}次" for reason, number in reasons.most_common())
    lines = (Line(f"原因：{listed}。", sources, f"退回原因：{listed}"),)
    examples = tuple(
        Line(f"{month_day(one.day)}退回{one.unit}《{one.title}》：“{plain(one.words)}”。",
             (one.source,), f"{month_day(one.day)}退回{one.unit}《{one.title}》")
        for one in returns[:SHOWN_RETURNS]
    )  # fmt: skip
    return Point("returns", heading, lines, examples)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault in a report's own words, and every report that says just so."""

    words: str
    reports: tuple[Told, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sentence, report by report."""
        return tuple(source for one in self.reports for source in one.sources(self.words))

    def when(self) -> str:
        """Whose it is, when, and at what: 县文化馆，10月26日在东坪镇送戏下乡; of several: 县文化馆4次，最近一次…."""
        units = tuple(dict.fromkeys(one.unit for one in self.reports if one.unit))
        last = self.reports[-1]
        day = month_day(last.day)
        at = last.title.removeprefix(last.unit) if last.unit else last.title
        occasion = f"{'' if day in self.words else day}{'' if plain(at) in self.words or last.notes else at}"
        if len(self.reports) == 1:
            unit = units[0] if units and units[0] not in self.words else ""
            return "，".join(part for part in (unit, occasion) if part)
        return f"{'、'.join(units[:3])}{len(self.reports)}次，最近一次{day}{'' if last.notes else at}"


def told_problems(reports: Sequence[Told]) -> tuple[Trouble, ...]:
    """Sentences in which reports name what is not right and not mended: the most frequent, then the newest first."""
    found: dict[str, list[Told]] = {}
    for one in reports:
        for span in split(one.text):
            if _faulty(span.text) and not MENDED.search(span.text) and not AHEAD.match(span.text):
                found.setdefault(_wrong_in(span.text), []).append(one)
    ranked = sorted(found.items(), key=lambda item: (len(item[1]), max(one.day for one in item[1])), reverse=True)
    return tuple(Trouble(words, tuple(many)) for words, many in ranked)


def _faulty(text: str) -> bool:
    """Whether a fault is named; 更换老化软管 tells of one that is mended."""
    return DEFECT.search(_REPLACED.sub("", text)) is not None


def _wrong_in(sentence: str) -> str:
    """Of a long sentence the clauses from the fault on; a fault of few words keeps what it is said of."""
    if len(sentence) <= LONGEST_WHOLE:
        return sentence
    clauses = re.split("(?<=，)", sentence)
    first = next((n for n, clause in enumerate(clauses) if _faulty(clause)), 0)
    if len(clauses[first]) < SHORTEST_ALONE:
        first = max(0, first - 1)
    return "".join(clauses[first:])


def _of_told(told: Sequence[Trouble]) -> Point | None:
    if not told:
        return None
    sources = tuple(source for one in told for source in one.sources)
    sums = (Sum("信息写明的问题", float(len(told)), "个", (1.0,) * len(told)),)
    heading = Line(f"工作中遇到{len(told)}个具体问题", sources, f"具体问题：信息里写明{len(told)}个", sums)
    return Point("told", heading, tuple(_told_line(one) for one in told[:SHOWN_TOLD]))


def _told_line(one: Trouble) -> Line:
    when = one.when()
    return Line(f"{plain(one.words)}{f'（{when}）' if when else ''}。", one.sources, f"次数：{when}" if when else "")


def _single(matter: Matter) -> Point:
    return Point(matter.id, Line(plain(matter.problem), (matter.source,)), (_line_of(matter),))


def _line_of(matter: Matter) -> Line:
    said = [f"{matter.unit}，责任人{matter.owner or '【待补：责任人】'}"]
    said += [f"时限{month_day(matter.deadline)}" if matter.deadline else "【待补：时限】"]
    said += [f"已超{matter.late}天"] if matter.late else []
    return Line(f"{'，'.join(said)}。", (matter.source,), matter.late_rule)


def _single_told(one: Trouble) -> Point:
    when = one.when()
    lines = (Line(f"{when}。", one.sources, when),) if when else ()
    return Point(one.words[:12], Line(plain(one.words), one.sources), lines)


def undecided_gaps(reports: Sequence[Told]) -> tuple[str, ...]:
    """Faults that reports name and nobody planned to mend: what is to be done is asked, not promised."""
    return tuple(
        f"【待补：“{plain(one.words)}”打算怎么办、谁负责、何时完成，问{who(one.reports[-1])}】"
        for one in told_problems(reports)[:MOST_ASKED]
    )


def unanswered(past: Sequence[PastPart], held: str) -> tuple[str, ...]:
    """Problems of the newest earlier summary of which this year's records do not speak: asked for, not claimed."""
    newest = max((part.year for part in past), default="")
    headings = dict.fromkeys(part.path[-1] for part in past if part.year == newest and len(part.path) > 1)
    open_ = [heading for heading in headings if not _spoken_of(heading, held)]
    when = f"{newest}年" if newest else "往年"
    return tuple(f"【待补：{when}总结提出的“{one}”解决没有，问承办科室】" for one in open_[:MOST_ASKED])


def _spoken_of(heading: str, held: str) -> bool:
    pairs = [heading[i : i + 2] for i in range(len(heading) - 1)]
    return sum(pair in held for pair in pairs) >= max(2, round(len(pairs) * 0.6))
