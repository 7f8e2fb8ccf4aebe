"""Adopted reports become numbered points: grouped by kind of work, the counts first, then a few examples.

Every figure of a heading or a total is a sum over records and carries them; an example is a report's own words.
"""

import re
from collections import Counter as Counts
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.deeds import deeds
from bot.domain.plain_talk import judge_sentence
from bot.domain.sentences import split
from bot.domain.slots import read
from bot.domain.summary import Line, Point, Source, Sum, written
from bot.domain.tally import Counter, counts
from bot.domain.verdicts import Verdict
from bot.domain.works import OTHER, Told, Work, work_of

_PLACE = re.compile(
    r"(?:在|到|走进|来到|赴|进)(?P<name>[\u4e00-\u9fff]{1,4}?)(?P<kind>镇|乡|村|社区|小学|中学|学校|景区|企业)(?!级|民|里|口|上|内)"
)
_COUNTED = {"小学": "所小学", "中学": "所中学", "学校": "所学校", "企业": "家企业"}
LEAST_PLACES = 3
MOST_POINTS = 9
MOST_EXAMPLES, LEAST_EXAMPLES, MOST_LOOSE = 5, 2, 9
ALIKE = 0.8
MOST_DEEDS = 3
LONGEST_EXAMPLE = 90
LEAST_GROUP = 2

_HOUR = r"(?:上午|下午|晚上?|中午|早上)?\d{1,2}(?:时|点|:|：)(?:\d{1,2}分?|半)?整?"
_CLOCK = re.compile(rf"{_HOUR}(?:至{_HOUR})?")
_PART_OF_DAY = re.compile(r"(?<=日)(?:上午|下午|晚上?|中午|早上)")
_OTHER_TIMES = re.compile(
    r"去年|上年|前年|同期|20\d\d年|累计|今年以来|年初以来|截至|下一步|计划|拟于|将于|将继续|打算|预计|月底前"
)
_MARK = re.compile(r"[。！？；\s]+$")


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one kind of work, by day."""

    work: Work
    reports: tuple[Told, ...]


def grouped(reports: Sequence[Told], *, order: Sequence[str] = ()) -> tuple[Group, ...]:
    """By kind of work; kinds with a single report stand together. `order` are headings to follow, as last year's."""
    by_work: dict[str, list[Told]] = {}
    works: dict[str, Work] = {}
    for one in _by_day(reports):
        work = work_of(one)
        works[work.name] = work
        by_work.setdefault(work.name, []).append(one)
    large = [name for name, many in by_work.items() if len(many) >= LEAST_GROUP and name != OTHER.name]
    large = sorted(large, key=lambda name: _rank(name, works[name], order, len(by_work[name])))
    if len(by_work) <= 3:
        large = [name for name in by_work if name != OTHER.name]
    large = large[:MOST_POINTS]
    rest = [one for name, many in by_work.items() if name not in large for one in many]
    groups = [Group(works[name], tuple(by_work[name])) for name in large]
    if rest:
        groups.append(Group(OTHER, tuple(sorted(rest, key=lambda told: (told.day, told.id)))))
    return tuple(groups)


def _rank(name: str, work: Work, order: Sequence[str], count: int) -> tuple[int, int, str]:
    """Last year's order first, then the kinds with the most reports."""
    at = next((n for n, heading in enumerate(order) if work.signs.search(heading)), len(order))
    return at, -count, name


def point_of(group: Group) -> Point:
    """One numbered point. Its heading names the work and its counts."""
    sums = counted(group)
    if len(group.reports) == 1:
        return _single(group.reports[0], group.work, sums)
    heading = _heading(group, sums)
    more = _deed_sums(group)
    lines: tuple[Line, ...] = (_deed_line(more),) if more else ()
    where = _places_line(group.reports)
    lines += (where,) if where else ()
    examples = _examples(group.reports, MOST_LOOSE if group.work is OTHER else MOST_EXAMPLES)
    return Point(group.work.name, heading, lines, examples, _gaps(group, sums), sums)


def _single(report: Told, work: Work, sums: tuple[Sum, ...]) -> Point:
    """One report needs no counting: it is told in its own words."""
    told = example(report)
    if not told.text:
        told = Line(report.title, report.sources(report.title))
    counts = sums if work is not OTHER else sums[1:]
    return Point(work.name, Line(_MARK.sub("", told.text), told.sources), counts=counts)


def statements(reports: Sequence[Told]) -> tuple[Point, ...]:
    """Reports of a span of time, whole: their figures are totals already and are added to nothing.

    Of several of one kind and unit, each of which counts on from the one before, the last alone stands.
    """
    stated = [one for one in _by_day(reports) if one.stated]
    newest = {(work_of(one).name, one.unit, one.title if one.notes else ""): one for one in stated}
    return tuple(_statement(one) for one in newest.values())


def _by_day(reports: Sequence[Told]) -> list[Told]:
    return sorted(reports, key=lambda one: (one.day, one.id))


def _statement(report: Told) -> Point:
    spans = [span.text for span in split(report.text) if judge_sentence(span.text).verdict is not Verdict.EMPTY]
    lines = tuple(Line(text if text.endswith("。") else f"{text}。", report.sources(text)) for text in spans)
    return Point(f"stated:{report.id}", Line(_MARK.sub("", lines[0].text), lines[0].sources), lines[1:])


def counted(group: Group) -> tuple[Sum, ...]:
    """How often, and how many people took part; a count that no report holds is left out."""
    work, reports = group.work, group.reports
    if work.unit == "场":
        held = [(one, _count(one, Counter.EVENTS) or 1) for one in reports]
        times = Sum(work.name, sum(n for _, n in held), "场", tuple(float(n) for _, n in held))
    else:
        times = Sum(work.name, float(len(reports)), work.unit, (1.0,) * len(reports))
    attended = [(one, counted_) for one in reports if (counted_ := _attendance(one))]
    if 2 * len(attended) < len(reports):
        return (times,)
    values = tuple(float(value) for _, (value, _) in attended)
    approx = any(about for _, (_, about) in attended)
    return times, Sum(f"{work.name}{work.people}人次", sum(values), "人次", values, approx)


def attendance_sources(reports: Sequence[Told]) -> tuple[Source, ...]:
    """The sentences that say how many took part, one a report that says so."""
    return _flat(one.sources(quote) for one in reports if (quote := _quote(one, Counter.ATTENDANCE)))


def times_sources(group: Group) -> tuple[Source, ...]:
    """The sentence of each report by which the occasion is counted: the one with the figure, else the first."""
    return _flat(one.sources(_quote(one, Counter.EVENTS) or lead(one)) for one in group.reports)


def _heading(group: Group, sums: tuple[Sum, ...]) -> Line:
    work, times = group.work, sums[0]
    text = f"{work.name}{written(times.value)}{times.unit}"
    if work is OTHER:
        kinds = Counts(work_of(one) for one in group.reports if work_of(one) is not OTHER)
        if kinds.total() == len(group.reports):
            text = "、".join(f"{kind.name}{number}{kind.unit}" for kind, number in kinds.most_common())
    rule = text if work is OTHER else ""
    sources = times_sources(group)
    if len(sums) > 1:
        text += f"，{people_written(work, sums[1])}"
        sources += attendance_sources(group.reports)
    return Line(text, _unique(sources), "；".join([*([rule] if rule else []), *(one.rule() for one in sums)]), sums)


def people_written(work: Work, attended: Sum) -> str:
    """观众6300人次, 参训约210人次."""
    return f"{work.people}{'约' if attended.approx else ''}{written(attended.value)}人次"


def _deed_sums(group: Group) -> tuple[tuple[Sum, tuple[Source, ...]], ...]:
    """Like figures of two reports and more, those that most reports hold first."""
    found: dict[tuple[str, str], list[tuple[Told, float, str, bool]]] = {}
    for one in group.reports:
        for deed in deeds(one.text):
            if group.work.unit == "场" and deed.unit == "场":
                continue
            found.setdefault((deed.label, deed.unit), []).append((one, deed.value, deed.quote, deed.approx))
    many = [(key, told) for key, told in found.items() if len(told) >= 2]
    many.sort(key=lambda item: -len(item[1]))
    made = []
    for (label, unit), told in many[:MOST_DEEDS]:
        values = tuple(value for _, value, _, _ in told)
        total = Sum(label, sum(values), unit, values, any(about for *_, about in told))
        made.append((total, _flat(one.sources(quote) for one, _, quote, _ in told)))
    return tuple(made)


def _deed_line(made: Sequence[tuple[Sum, tuple[Source, ...]]]) -> Line:
    """共送书3210册，办理借书证215张。"""
    sums = tuple(total for total, _ in made)
    told = "，".join(f"{total.label}{'约' if total.approx else ''}{money(total)}" for total in sums)
    sources = _unique([source for _, many in made for source in many])
    return Line(f"共{told}。", sources, "；".join(total.rule() for total in sums), sums)


def _places_line(reports: Sequence[Told]) -> Line | None:
    """Where it was, where that were three places and more of one kind: 先后到溪口镇、大岭镇等10个镇."""
    found: dict[str, dict[str, Told]] = {}
    for one in reports:
        for hit in _PLACE.finditer(f"{one.title}。{lead(one)}"):
            found.setdefault(hit["kind"], {}).setdefault(hit["name"] + hit["kind"], one)
    kind, names = max(found.items(), key=lambda item: len(item[1]), default=("", {}))
    if len(names) < LEAST_PLACES:
        return None
    shown, counted_ = "、".join(list(names)[:2]), f"{len(names)}{_COUNTED.get(kind, '个' + kind)}"
    sources = _unique(_flat(one.sources(_naming(one, name)) for name, one in names.items()))
    rule = f"地点：{len(reports)}份信息写到{counted_}，{shown}等"
    return Line(f"先后到{shown}等{counted_}。", sources, rule)


def _naming(report: Told, name: str) -> str:
    """The first sentence that names the place."""
    return next((span.text for span in split(report.text) if name in span.text), report.title)


def money(total: Sum) -> str:
    """Sums of ten thousand yuan and more are written in 万元."""
    if total.unit == "元" and total.value >= 10_000:
        return f"{written(total.value / 10_000)}万元"
    return f"{written(total.value)}{total.unit}"


def _examples(reports: Sequence[Told], most: int) -> tuple[Line, ...]:
    """The reports that say most, each of another unit and month where there are such."""
    ranked = sorted(reports, key=lambda one: (-weight(one), one.day))
    chosen: list[Told] = []
    for fresh in (True, False):
        for one in ranked:
            same = any(one.unit == other.unit or one.day.month == other.day.month for other in chosen)
            worn = len(chosen) >= LEAST_EXAMPLES and any(_same_words(one, other) for other in chosen)
            if len(chosen) < most and one not in chosen and not (fresh and same) and not worn:
                chosen.append(one)
    made = (example(one) for one in chosen)
    return tuple(line for line in made if line.text)


def _same_words(one: Told, other: Told) -> bool:
    """Whether a second example would say the first again with other figures."""
    a, b = _pairs(example(one).text), _pairs(example(other).text)
    return len(a & b) >= ALIKE * min(len(a), len(b))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    plain = re.sub(r"[\d月日，。；]+", "", text)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


@lru_cache(maxsize=4096)
def weight(report: Told) -> float:
    """How much there is to tell: figures and results, within what an example may hold."""
    slots = read(example(report).text)
    return slots.figures + 2 * slots.count("result") + slots.speech + (_count(report, Counter.ATTENDANCE) or 0) / 500


@lru_cache(maxsize=4096)
def example(report: Told) -> Line:
    """The report's first sentence and as many of the next as fit, in its own words.

    Sentences about other years, plans, and those that say nothing are left out.
    """
    kept: list[str] = []
    quotes = ""
    for span in split(report.text):
        if judge_sentence(span.text).verdict is Verdict.EMPTY:
            continue
        piece = _PART_OF_DAY.sub("", _CLOCK.sub("", span.text)) if not kept else span.text
        if _OTHER_TIMES.search(piece) or (kept and _length(kept) + len(piece) > LONGEST_EXAMPLE):
            if not kept:
                return Line("")
            break
        kept.append(_MARK.sub("", piece))
        quotes += span.text
    if not kept:
        return Line("")
    text = "，".join(kept) if len(kept) < 3 else "，".join(kept[:2]) + "；" + "；".join(kept[2:])
    return Line(f"{text}。", report.sources(quotes))


def _length(pieces: Sequence[str]) -> int:
    return sum(map(len, pieces))


def _gaps(group: Group, sums: tuple[Sum, ...]) -> tuple[str, ...]:
    """Reports of the group that do not say how many came, with whom to ask; for at most two."""
    if group.work is OTHER or len(sums) < 2:
        return ()
    silent = [one for one in group.reports if not _attendance(one)]
    return tuple(
        f"【待补：{one.day.month}月{one.day.day}日《{one.title}》的人数，问{who(one)}】" for one in silent[:2]
    )


def who(report: Told) -> str:
    """Whom to ask: the unit and who wrote it."""
    return f"{report.unit}{report.drafter}" or "承办科室"


def lead(report: Told) -> str:
    """The first sentence."""
    spans = split(report.text)
    return spans[0].text if spans else report.title


def _count(report: Told, counter: Counter) -> int:
    return next((one.value for one in counts(report.text) if one.counter is counter), 0)


def _quote(report: Told, counter: Counter) -> str:
    return next((one.quote for one in counts(report.text) if one.counter is counter), "")


def _attendance(report: Told) -> tuple[int, bool] | None:
    found = next((one for one in counts(report.text) if one.counter is Counter.ATTENDANCE), None)
    return (found.value, found.approx) if found else None


def _unique(sources: Sequence[Source]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(sources))


def _flat(many: Iterable[tuple[Source, ...]]) -> tuple[Source, ...]:
    return tuple(source for one in many for source in one)


def opening_of(points: Sequence[Point], span: str, subject: str) -> Line | None:
    """What was done in all, then how it divides: made of the points' own counts, so that it follows them."""
    times = tuple(
        one for point in points if point.key != OTHER.name for one in point.counts if one.unit != "人次"
    )
    every = [one for point in points for one in point.counts if one.unit == "人次"]
    if len(times) < 2 or all(len(one.parts) == 1 for one in times):
        return None
    named = [f"{one.label}{written(one.value)}{one.unit}" for one in times]
    text = f"{span}，{'、'.join(named[:5])}" + ("等" if len(named) > 5 else "")
    parts = tuple(value for one in every for value in one.parts)
    people = Sum(f"{subject}参与人次", sum(parts), "人次", parts, any(one.approx for one in every)) if parts else None
    text += f"，共{'约' if people.approx else ''}{written(people.value)}人次参与" if people else ""
    sums = (*times, people) if people else times
    sources = _unique(_flat(point.heading.sources for point in points if point.counts))
    return Line(f"{text}。", sources, "；".join([span, *(one.rule() for one in sums)]), sums)
