"""A request and the records of its time become a summary: which parts it has and what goes into each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.submissions.categories import OTHER
from bot.domain.summary.by_category import TITLES, parted, title_of
from bot.domain.summary.grouping import grouped
from bot.domain.summary.next_steps import lapsed, next_points, not_done, only_plans
from bot.domain.summary.parts import Basis, Left, Line, Matter, Part, Returned, Source, Summary, ledger_line, lines_of
from bot.domain.summary.past import PastPart, asked, habits, headings, matching, order, unmet
from bot.domain.summary.points import opening_of, point_of, statements
from bot.domain.summary.section_wants import Aim, Wanted, span_name
from bot.domain.summary.troubles import problem_points, unanswered, undecided_gaps
from bot.domain.summary.works import OTHER as NO_KIND
from bot.domain.summary.works import Told, about, kinds_of, work_of

_HALF_A_YEAR = timedelta(days=180)
LEAST_TOPIC, LONGEST_TITLE = 4, 14
CLOSING = re.compile(r"问题(?!导向|整改)|不足|短板|下一?步|打算|要求$")


@dataclass(frozen=True, slots=True)
class Records:
    """Everything of the time and the units that a summary may rest on."""

    reports: tuple[Told, ...] = ()
    matters: tuple[Matter, ...] = ()
    returns: tuple[Returned, ...] = ()
    past: tuple[PastPart, ...] = ()
    notes: tuple[Told, ...] = ()
    policies: tuple[Source, ...] = ()
    note_count: int = 0
    unused: tuple[Left, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def everything(self) -> tuple[Told, ...]:
        """Adopted reports, and what was written from notes now."""
        return (*self.reports, *self.notes)

    @property
    def told_before(self) -> tuple[PastPart, ...]:
        """Earlier summaries of the house; of one unit alone nobody is asked what the house once counted."""
        if len(self.units) != 1:
            return self.past
        return tuple(part for part in self.past if self.units[0] in part.document)

    def picked(self, wanted: Wanted) -> "Records":
        """The same without notes of another time or unit, or plainly about something else."""
        notes = tuple(one for one in self.notes if self._belongs(one, wanted))
        if wanted.aim is Aim.TOPIC:
            fitting = about(wanted.topic, notes)
            loose = [one for one in notes if one.category in ("", OTHER) or work_of(one) is NO_KIND]
            notes = tuple(one for one in notes if one in fitting or one in loose)
        return replace(self, notes=notes, note_count=len({source.id for one in notes for source in one.notes}))

    def _belongs(self, note: Told, wanted: Wanted) -> bool:
        """What is wrong or planned is told of no day; the rest is of its day, and of its unit where one is named."""
        timed = wanted.aim in (Aim.WHOLE, Aim.TOPIC, Aim.WORK, Aim.OPENING) and not (note.stated or only_plans(note))
        theirs = not wanted.units or note.unit in self.units or any(name in note.text for name in wanted.units)
        return theirs and (not timed or wanted.first <= note.day <= wanted.last)

    def serving(self, wanted: Wanted) -> Basis:
        """How much of it the wanted section rests on."""
        documents = len({part.document for part in self.past})
        wanted = replace(wanted, aim=Aim.WHOLE) if _model(wanted, self) else wanted
        evidence = wanted.aim in (Aim.PROBLEMS, Aim.NEXT, Aim.CLOSING, Aim.WHOLE)
        hints = headings(matching(wanted, self.past))
        reports = about(wanted.topic, self.reports, hints=hints) if wanted.aim is Aim.TOPIC else self.reports
        ledger = len(self.matters) if evidence else 0
        returns = len(self.returns) if wanted.aim in (Aim.PROBLEMS, Aim.CLOSING, Aim.WHOLE) else 0
        return Basis(len(reports), documents, ledger, returns, self.note_count)


def drawn_up(wanted: Wanted, records: Records, *, unit: str, today: date) -> Summary:
    """The summary, part by part."""
    model = _model(wanted, records)
    parts = _like(model, wanted, records, today) if model else _parts(wanted, records, today)
    if model:
        wanted = replace(wanted, heading=wanted.heading or f"{wanted.topic}{wanted.document}")
    told = "".join(line.text for part in parts for line in lines_of(part))
    left = (*records.unused, *not_done(records.notes, told))
    return Summary(wanted, unit, today, parts, records.serving(wanted), policies=records.policies, left=left)


def _parts(wanted: Wanted, records: Records, today: date) -> tuple[Part, ...]:
    """A whole summary has several parts, and so has a section of problems and plans."""
    match wanted.aim:
        case Aim.WHOLE:
            return _whole(wanted, records, today)
        case Aim.CLOSING:
            return _closing(wanted, records, today)
        case _:
            return (_part(wanted, records, today),)


def _part(wanted: Wanted, records: Records, today: date) -> Part:
    past = matching(wanted, records.told_before)
    match wanted.aim:
        case Aim.PROBLEMS:
            return _problems(wanted, records, past, today)
        case Aim.NEXT:
            return _next(wanted, records, today)
        case Aim.TOPIC:
            fitting = about(wanted.topic, records.reports, hints=headings(past))
            return _work(wanted, (*fitting, *records.notes), past, today, records.everything)
        case Aim.OPENING:
            return replace(_opened(_work(wanted, records.everything, past, today)), gaps=())
        case _:
            return _work(wanted, records.everything, past, today)


def _work(
    wanted: Wanted,
    reports: Sequence[Told],
    past: Sequence[PastPart],
    today: date,
    every: Sequence[Told] = (),
    *,
    alone: bool = True,
) -> Part:
    """What was done. A part of a whole summary does not say the time again. `every` are all reports of its time: what
    they hold is not asked for, though the part does not tell it.
    """
    if not reports:
        gap = f"【待补：{span_name(wanted.first, wanted.last)}{wanted.topic}的具体事项、时间和数字，问承办科室】"
        return Part(wanted.topic, gaps=(gap, *_asked_of_past(past, "", every)))
    groups = grouped([one for one in reports if not one.stated and not only_plans(one)], order=order(past))
    if wanted.count and wanted.aim is Aim.WORK:
        # A few of all the work: that of which there was most.
        most = sorted(groups, key=lambda group: -len(group.reports))[: wanted.count]
        groups = tuple(group for group in groups if group in most)
    points = (*statements(reports), *map(point_of, groups))[: wanted.count or None]
    span = wanted.span(today)
    total = opening_of(points, span, wanted.topic)
    opening = (total,) if total else ()
    if alone and len(points) == 1 and points[0].heading.sums:
        first = points[0].heading
        heading = replace(first, text=f"{span}，{first.text}", rule=f"{span}；{first.rule}")
        points = (replace(points[0], heading=heading),)
    held = "".join(line.text + line.rule for point in points for line in (point.heading, *point.lines, *point.examples))
    held += "".join(one.title + one.text for one in reports)
    gaps = _asked_of_past(past, held, every)
    return Part(wanted.topic, opening, points, gaps)


def _opened(part: Part) -> Part:
    """The opening alone, where there is one."""
    return replace(part, points=()) if part.opening else replace(part, points=part.points[:1])


def _asked_of_past(past: Sequence[PastPart], held: str, every: Sequence[Told] = ()) -> tuple[str, ...]:
    kinds = kinds_of(every)
    return asked(unmet(habits(past), held, [f"{one.title}。{one.text}{kinds[one.id].name}" for one in every]))


def _problems(wanted: Wanted, records: Records, past: Sequence[PastPart], today: date) -> Part:
    points = problem_points(records.matters, records.returns, records.everything, count=wanted.count)
    summed = ledger_line(records.matters)
    held = "".join(line.text for point in points for line in (point.heading, *point.lines, *point.examples))
    # What became of last year's problems is a matter of half a year at least, not of one month's summary.
    long = wanted.last - wanted.first >= _HALF_A_YEAR
    gaps = (*(unanswered(past, held) if long else ()), *lapsed(records.reports, today))
    if not points:
        none = _nothing_found(wanted, records)
        return Part(wanted.topic, (none,), gaps=("【待补：存在的问题，请各科室各报一条，没有也要说明】", *gaps))
    return Part(wanted.topic, (summed,) if summed else (), points, (*_short_of(wanted, len(points)), *gaps))


def _nothing_found(wanted: Wanted, records: Records) -> Line:
    """That there is no evidence, told apart from there being no records in which it could stand."""
    span = span_name(wanted.first, wanted.last)
    if not records.everything and not records.matters:
        return Line(f"{span}没有已采用的信息，也没有台账和退回记录，看不出问题。", (), f"{span}：没有")
    return Line(f"{span}的记录里没有退回、超期和未销号的事项，也没有信息写到具体问题。", (), f"{span}：没有")


def _next(wanted: Wanted, records: Records, today: date) -> Part:
    points = next_points(records.matters, records.everything, today, count=wanted.count)
    undecided = undecided_gaps(records.everything)
    if not points:
        span = span_name(wanted.first, wanted.last)
        past = "信息里写到的打算日期都过了" if lapsed(records.reports, today) else "信息里没有写到往后的打算"
        looked = f"台账没有未销号的事项，{past}" if records.everything else "没有台账事项，也没有信息"
        none = Line(f"{span}{looked}。", (), f"{span}：没有")
        much = f"{wanted.count}件事" if wanted.count else "事"
        gap = f"【待补：下一步要做的{much}、责任人和完成时限，问各科室】"
        return Part(wanted.topic, (none,), gaps=(gap, *undecided))
    return Part(wanted.topic, (), points, (*_short_of(wanted, len(points)), *undecided))


def _short_of(wanted: Wanted, found: int) -> tuple[str, ...]:
    """A promised number of points is kept or its lack is said."""
    missing = wanted.count - found if wanted.count else 0
    return (f"【待补：要{wanted.count}条，有依据的只有{found}条，还差{missing}条，问各科室】",) if missing > 0 else ()


def _whole(wanted: Wanted, records: Records, today: date) -> tuple[Part, ...]:
    """Work by category, then what went wrong, then what comes next; last year's order where it is known."""
    past = matching(wanted, records.told_before)
    by_title = parted(records.everything, past)
    names = list(by_title)
    topics = {name: replace(wanted, topic=title_of(name, names), aim=Aim.TOPIC, count=0) for name in names}
    parts = [_named(_work(topics[name], by_title[name], (), today, alone=False)) for name in names]
    if not parts:
        parts = [_work(replace(wanted, topic="主要工作", aim=Aim.WORK), (), past, today)]
    return (*parts, *_closing(wanted, records, today))


def _named(part: Part) -> Part:
    """What is left over is named by its kind where it is all of one."""
    only = part.points[0] if part.title == TITLES[OTHER] and len(part.points) == 1 else None
    return replace(part, title=only.key) if only and only.heading.sums and only.key != NO_KIND.name else part


def _closing(wanted: Wanted, records: Records, today: date) -> tuple[Part, Part]:
    """What went wrong and what comes next close every summary."""
    count = wanted.count if wanted.aim is Aim.CLOSING else 0
    problems = replace(wanted, topic="存在的问题", aim=Aim.PROBLEMS, count=count)
    following = replace(wanted, topic="下一步打算", aim=Aim.NEXT, count=count)
    wrong = _problems(problems, records, matching(problems, records.told_before), today)
    return wrong, _next(following, records, today)


def _model(wanted: Wanted, records: Records) -> tuple[PastPart, ...]:
    """The earlier summary of the same matter, where the matter is a campaign under which no report was filed."""
    if wanted.aim is not Aim.TOPIC or len(wanted.topic) < LEAST_TOPIC or about(wanted.topic, records.everything):
        return ()
    named = [part for part in records.told_before if part.path and _of_campaign(wanted.topic, part.document)]
    newest = max(named, default=None, key=lambda part: ("总结" in part.document, part.year, part.document))
    return tuple(part for part in named if newest and part.document == newest.document)


def _of_campaign(topic: str, document: str) -> bool:
    """Whether the document's name holds the topic's words, in whatever order: 模范机关创建, 创建模范机关."""
    pairs = [topic[i : i + 2] for i in range(len(topic) - 1)]
    return set(topic) <= set(document) and 3 * sum(pair in document for pair in pairs) >= 2 * len(pairs)


def _like(model: Sequence[PastPart], wanted: Wanted, records: Records, today: date) -> tuple[Part, ...]:
    """A part for each heading of the model: this year's reports that belong there, or a gap."""
    leaves = {part.path[-1]: part.path for part in model}
    inner = {name for path in leaves.values() for name in path[:-1]}
    closing = {name for name, path in leaves.items() if any(CLOSING.search(heading) for heading in path)}
    free = list(records.everything)
    parts = []
    for heading in leaves:
        if heading in inner or heading in closing:
            continue
        topic = _essence(heading)
        own = about(topic, free)
        free = [one for one in free if one not in own]
        parts.append(_work(replace(wanted, topic=topic, aim=Aim.TOPIC, count=0), own, (), today, alone=False))
    return (*parts, *_closing(wanted, records, today))


def _essence(heading: str) -> str:
    """What a long heading comes to: 打造“学习型”机关 of 深入推进学习教育制度化、常态化，打造“学习型”机关."""
    return re.split("[，,]", heading)[-1] if len(heading) > LONGEST_TITLE else heading
