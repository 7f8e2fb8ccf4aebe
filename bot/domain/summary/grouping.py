"""Adopted reports by kind of work, and what may be counted of each kind: how often, and how many people took part."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.language.quantities import PERSON_UNITS, quantities
from bot.domain.language.sentences import split
from bot.domain.submissions.tally import Count, Counter, counts
from bot.domain.summary.parts import Source, Sum
from bot.domain.summary.works import OTHER, Told, Work, kinds_of

MOST_POINTS = 12
LEAST_GROUP = 2
FEW = 3
# A report of such work tells of many cases at once.
_IN_BATCHES = re.compile(r"办理|受理|发放|办结|审批|核发|签发|拨付|兑付")


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one kind of work, by day."""

    work: Work
    reports: tuple[Told, ...]


def grouped(reports: Sequence[Told], *, order: Sequence[str] = ()) -> tuple[Group, ...]:
    """By kind of work, `order` first: headings to follow, as last year's. Then what is of no kind with another.

    A few such reports are told one by one; where they are more they stand together, each of them told.
    """
    ranked, kinds = by_day(reports), kinds_of(reports)
    by_work: dict[str, list[Told]] = {}
    works = {kind.name: kind for kind in kinds.values()}
    for one in ranked:
        by_work.setdefault(kinds[one.id].name, []).append(one)
    named = [name for name in by_work if name != OTHER.name]
    large = [name for name in named if len(by_work[name]) >= LEAST_GROUP]
    large = sorted(large, key=lambda name: _rank(name, works[name], order, len(by_work[name])))
    if len(by_work) <= FEW:
        large = named
    large = large[:MOST_POINTS]
    groups = [Group(works[name], tuple(by_work[name])) for name in large]
    rest = tuple(one for one in ranked if kinds[one.id].name not in large)
    if len(rest) <= FEW:
        return (*groups, *(Group(kinds[one.id], (one,)) for one in rest))
    return (*groups, Group(OTHER, rest))


def by_day(reports: Sequence[Told]) -> list[Told]:
    """The earliest first."""
    return sorted(reports, key=lambda one: (one.day, one.id))


def _rank(name: str, work: Work, order: Sequence[str], count: int) -> tuple[int, int, str]:
    """Last year's order first, then the kinds with the most reports."""
    at = next((n for n, heading in enumerate(order) if work.signs.search(heading)), len(order))
    return at, -count, name


def counted(group: Group) -> tuple[Sum, ...]:
    """How often, and how many people took part, of the reports that say so; what no report holds is left out."""
    work, reports = group.work, group.reports
    if work.unit == "场":
        held = [(one, count_of(one, Counter.EVENTS) or 1) for one in reports]
        times = Sum(work.name, sum(n for _, n in held), "场", tuple(float(n) for _, n in held))
    else:
        unit = "批" if work.own and _IN_BATCHES.match(work.name) else work.unit
        times = Sum(work.name, float(len(reports)), unit, (1.0,) * len(reports))
    attended = [told for one in reports if (told := attended_of(one, work))]
    if not attended:
        return (times,)
    values = tuple(float(told.value) for told in attended)
    approx = any(told.approx for told in attended)
    return times, Sum(f"{work.name}{work.people}人次", sum(values), "人次", values, approx)


def attended_of(report: Told, work: Work) -> Count | None:
    """How many took part in work of this kind: those whom the kind counts, where it names them."""
    if not work.heads:
        return next((one for one in counts(report.text) if one.counter is Counter.ATTENDANCE), None)
    for span in split(report.text):
        for figure in quantities(span.text):
            after, before = span.text[figure.end : figure.end + 8], span.text[: figure.start]
            named = re.match(rf"[\u4e00-\u9fff]{{0,4}}{work.heads}", after) or before.endswith(work.heads)
            if figure.unit in PERSON_UNITS and not figure.ordinal and named:
                return Count(Counter.ATTENDANCE, int(figure.value), span.text, figure.approx or figure.low)
    return None


def attendance_sources(group: Group) -> tuple[Source, ...]:
    """The sentences that say how many took part, one a report that says so."""
    return flat(one.sources(told.quote) for one in group.reports if (told := attended_of(one, group.work)))


def times_sources(group: Group) -> tuple[Source, ...]:
    """The sentence of each report by which the occasion is counted: the one with the figure, else the first."""
    return flat(one.sources(quote_of(one, Counter.EVENTS) or lead(one)) for one in group.reports)


def lead(report: Told) -> str:
    """The first sentence."""
    spans = split(report.text)
    return spans[0].text if spans else report.title


def count_of(report: Told, counter: Counter) -> int:
    """What the report feeds into the counter."""
    return next((one.value for one in counts(report.text) if one.counter is counter), 0)


def quote_of(report: Told, counter: Counter) -> str:
    """The sentence that feeds the counter."""
    return next((one.quote for one in counts(report.text) if one.counter is counter), "")


def attendance(report: Told) -> tuple[int, bool] | None:
    """How many took part, and whether that is approximate; None where the report does not say."""
    found = next((one for one in counts(report.text) if one.counter is Counter.ATTENDANCE), None)
    return (found.value, found.approx) if found else None


def unique(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each once."""
    return tuple(dict.fromkeys(sources))


def flat(many: Iterable[tuple[Source, ...]]) -> tuple[Source, ...]:
    """All in a row."""
    return tuple(source for one in many for source in one)
