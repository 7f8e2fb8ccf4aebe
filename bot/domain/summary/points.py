"""Adopted reports become numbered points: grouped by kind of work, the counts first, then a few examples.

Every figure of a heading or a total is a sum over records and carries them; an example is a report's own words.
"""

import re
from collections import Counter as Counts
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.moment import month_day
from bot.domain.language.sentences import split
from bot.domain.plain.plain_talk import judge_sentence
from bot.domain.plain.verdicts import Verdict
from bot.domain.summary.deeds import deeds
from bot.domain.summary.examples import END_MARK, example, examples
from bot.domain.summary.grouping import (
    Group,
    attendance_sources,
    attended_of,
    by_day,
    counted,
    flat,
    lead,
    times_sources,
    unique,
)
from bot.domain.summary.parts import Line, Point, Source, Sum, written
from bot.domain.summary.works import OTHER, Told, Work, work_of

_PLACE = re.compile(
    r"(?:在|到|走进|来到|赴|进)(?P<name>[\u4e00-\u9fff]{1,4}?)(?P<kind>镇|乡|村|社区|小学|中学|学校|景区"
    r"|企业)(?!级|民|里|口|上|内)"
)
_COUNTED = {"小学": "所小学", "中学": "所中学", "学校": "所学校", "企业": "家企业"}
LEAST_PLACES = 3
MOST_EXAMPLES = 5
MOST_DEEDS = 3
_Made = tuple[Sum, tuple[Source, ...]]


def point_of(group: Group) -> Point:
    """One numbered point. Its heading names the work and its counts; reports of no kind are all told."""
    sums = counted(group)
    if len(group.reports) == 1:
        return _single(group.reports[0], group.work, sums)
    more = _deed_sums(group)
    # Where nobody came to look on, what was done is the result that the heading carries.
    results = tuple(one for one in more if _of_all(one, group)) if len(sums) == 1 else ()
    results = tuple(one for one in results if not _says_again(one[0].label, group.work.name))
    heading = _heading(group, sums, results)
    more = tuple(one for one in more if one not in results)
    lines: tuple[Line, ...] = (_deed_line(more, group, "还" if results else "共"),) if more else ()
    where = _places_line(group.reports)
    lines += (where,) if where else ()
    if group.work is OTHER:
        shown = tuple(_briefly(one) for one in group.reports)
        return Point(group.work.name, heading, lines, shown, counts=sums[1:])
    shown = examples(group.reports, MOST_EXAMPLES)
    return Point(group.work.name, heading, lines, shown, _gaps(group, sums), sums)


def _briefly(report: Told) -> Line:
    """The report as an example that has its title, where there is no room for more."""
    told = example(report)
    return replace(told, brief=END_MARK.sub("", report.title), sources=told.sources or report.sources(report.title))


def _of_all(made: _Made, group: Group) -> bool:
    """Whether every report of the group holds the figure, so that it may stand for the whole."""
    return len(made[0].parts) == len(group.reports) and group.work is not OTHER


def _single(report: Told, work: Work, sums: tuple[Sum, ...]) -> Point:
    """One report needs no counting: it is told in its own words."""
    told = example(report)
    if not told.text:
        told = Line(report.title, report.sources(report.title))
    counts = sums if work is not OTHER else sums[1:]
    key = work.name if work is not OTHER else f"single:{report.id}"
    return Point(key, Line(END_MARK.sub("", told.text), told.sources), counts=counts)


def statements(reports: Sequence[Told]) -> tuple[Point, ...]:
    """Reports of a span of time, whole: their figures are totals already and are added to nothing.

    Of several of one kind and unit, each of which counts on from the one before, the last alone stands.
    """
    stated = [one for one in by_day(reports) if one.stated]
    newest = {(work_of(one).name, one.unit, one.title if one.notes else ""): one for one in stated}
    return tuple(_statement(one) for one in newest.values())


def _statement(report: Told) -> Point:
    spans = [span.text for span in split(report.text) if judge_sentence(span.text).verdict is not Verdict.EMPTY]
    spans = spans or [report.title]
    lines = tuple(Line(text if text.endswith("。") else f"{text}。", report.sources(text)) for text in spans)
    return Point(f"stated:{report.id}", Line(END_MARK.sub("", lines[0].text), lines[0].sources), lines[1:])


def _heading(group: Group, sums: tuple[Sum, ...], results: Sequence[_Made]) -> Line:
    work, times = group.work, sums[0]
    text = f"{work.name}{written(times.value)}{times.unit}"
    if work is OTHER:
        kinds = Counts(work_of(one) for one in group.reports if work_of(one) is not OTHER)
        if kinds.total() == len(group.reports):
            text = "、".join(f"{kind.name}{number}{kind.unit}" for kind, number in kinds.most_common())
    rule = text if work is OTHER else ""
    sources = times_sources(group)
    if len(sums) > 1 and work is not OTHER:
        held = len(sums[1].parts)
        rule = f"其中{held}{times.unit}" if 2 * held < len(group.reports) else ""
        text += f"，{rule}{people_written(work, sums[1])}"
        sources += attendance_sources(group)
    for total, own in sorted(results, key=lambda one: not _of_same(one[0].label, work.name)):
        said = "共" if _of_same(total.label, work.name) and "，" not in text else total.label
        text += f"，{said}{'约' if total.approx else ''}{money(total)}"
        sums, sources = (*sums, replace(total, label=f"{work.name}{total.label}")), (*sources, *own)
    return Line(text, unique(sources), "；".join([*([rule] if rule else []), *(one.rule() for one in sums)]), sums)


def _of_same(label: str, name: str) -> bool:
    """Whether the figure counts what the name already names: 打捞水面漂浮物 and 打捞漂浮物."""
    return label in name or (set(name) <= set(label) and label.endswith(name[-2:]))


def _says_again(label: str, name: str) -> bool:
    """查获非法采砂船 behind 查获非法采砂 would say it twice."""
    return set(name) <= set(label) and not _of_same(label, name)


def people_written(work: Work, attended: Sum) -> str:
    """观众6300人次, 参训约210人次."""
    return f"{work.people}{'约' if attended.approx else ''}{written(attended.value)}人次"


def _deed_sums(group: Group) -> tuple[_Made, ...]:
    """Like figures of two reports and more, those that most reports hold first."""
    found: dict[tuple[str, str], list[tuple[Told, float, str, bool]]] = {}
    for one in group.reports:
        for deed in deeds(one.text, one.unit):
            if group.work.unit == "场" and deed.unit == "场":
                continue
            found.setdefault((deed.label, deed.unit), []).append((one, deed.value, deed.quote, deed.approx))
    many = [(key, told) for key, told in _of_one_matter(found).items() if len(told) >= 2]
    many.sort(key=lambda item: -len(item[1]))
    made = []
    for (label, unit), told in many[:MOST_DEEDS]:
        values = tuple(value for _, value, _, _ in told)
        total = Sum(label, sum(values), unit, values, any(about for *_, about in told))
        made.append((total, flat(one.sources(quote) for one, _, quote, _ in told)))
    return tuple(made)


_Told = tuple[Told, float, str, bool]


def _of_one_matter(found: dict[tuple[str, str], list[_Told]]) -> dict[tuple[str, str], list[_Told]]:
    """入户核查低保家庭 and 核查低保家庭 count the same: the shorter label takes the longer in, a report once."""
    made: dict[tuple[str, str], list[_Told]] = {}
    for label, unit in sorted(found, key=lambda key: len(key[0])):
        # What was ordered is not yet done: 责令整改 is no 整改.
        taken = (key for key in made if key[1] == unit and label.endswith(key[0]) and not label.startswith("责令"))
        same = next(taken, (label, unit))
        held = {one[0].id for one in made.get(same, [])}
        made.setdefault(same, []).extend(one for one in found[label, unit] if one[0].id not in held)
    return {key: made[key] for key in sorted(made, key=lambda key: list(found).index(key))}


def _deed_line(made: Sequence[_Made], group: Group, lead: str) -> Line:
    """共送书3210册; what only some reports hold is said of those: 其中4次写明发放安排表440份."""
    whole = [one for one in made if _of_all(one, group) or group.work is OTHER]
    some = [one for one in made if one not in whole]
    said = f"{lead}{'，'.join(_counted(total) for total, _ in whole)}" if whole else ""
    times = "件" if group.work.unit == "件" else "次"
    each = "，".join(f"{len(total.parts)}{times}写明{_counted(total)}" for total, _ in some)
    said += f"{'，' if said else ''}其中{each}" if each else ""
    sums = tuple(total for total, _ in (*whole, *some))
    rules = [total.rule() for total, _ in whole] + [f"{total.rule()}，{len(total.parts)}{times}" for total, _ in some]
    return Line(f"{said}。", unique(source for _, held in made for source in held), "；".join(rules), sums)


def _counted(total: Sum) -> str:
    return f"{total.label}{'约' if total.approx else ''}{money(total)}"


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
    sources = unique(flat(one.sources(_naming(one, name)) for name, one in names.items()))
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


def _gaps(group: Group, sums: tuple[Sum, ...]) -> tuple[str, ...]:
    """Reports of a kind of gathering that do not say how many came, with whom to ask; for at most two."""
    gathering = group.work.people != "参与" and len(sums) > 1 and 2 * len(sums[1].parts) >= len(group.reports)
    if group.work is OTHER or not gathering:
        return ()
    silent = [one for one in group.reports if not attended_of(one, group.work)]
    return tuple(f"【待补：{month_day(one.day)}《{one.title}》的人数，问{who(one)}】" for one in silent[:2])


def who(report: Told) -> str:
    """Whom to ask: the unit and who wrote it."""
    return f"{report.unit}{report.drafter}" or "承办科室"


def opening_of(points: Sequence[Point], span: str, subject: str) -> Line | None:
    """What was done in all, then how it divides: made of the points' own counts, so that it follows them."""
    times = tuple(one for point in points if point.key != OTHER.name for one in point.counts if one.unit != "人次")
    every = [one for point in points for one in point.counts if one.unit == "人次"]
    if len(times) < 2 or all(len(one.parts) == 1 for one in times):
        return None
    told = sum(len(one.parts) for one in times) + sum(len(p.examples) for p in points if p.key == OTHER.name)
    named = [f"{one.label}{written(one.value)}{one.unit}" for one in times]
    text = f"{span}，{'、'.join(named[:5])}" + ("等" if len(named) > 5 else "")
    parts = tuple(value for one in every for value in one.parts)
    approx = any(one.approx for one in every)
    people = Sum(f"{subject}参与人次", sum(parts), "人次", parts, approx) if len(parts) > 1 else None
    # Who came where the reports say so did not come to all of it.
    of = f"有人数的{len(parts)}次" if people and len(parts) < told else ""
    text += f"，{of}共{'约' if approx else ''}{written(people.value)}人次参与" if people else ""
    sums = (*times, people) if people else times
    sources = unique(flat(point.heading.sources for point in points if point.counts))
    return Line(f"{text}。", sources, "；".join([span, *([of] if of else []), *(one.rule() for one in sums)]), sums)
