"""A request and the records of its time become a summary: which parts it has and what goes into each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.categories import OTHER
from bot.domain.past import PastPart, asked, habits, matching, order, unmet
from bot.domain.points import grouped, opening_of, point_of, statements
from bot.domain.section_wants import Aim, Wanted, span_name
from bot.domain.summary import Basis, Line, Part, Source, Summary
from bot.domain.troubles import (
    Matter,
    Returned,
    lapsed,
    ledger_line,
    next_points,
    only_plans,
    problem_points,
    unanswered,
    undecided_gaps,
)
from bot.domain.works import OTHER as NO_KIND
from bot.domain.works import Told, about, work_of

LEAST_IN_PART = 3
TITLES = {
    "文化惠民": "文化惠民",
    "教育培训": "教育培训",
    "技能比武": "技能比武",
    "志愿服务": "志愿服务",
    "作风改进": "转变作风",
    "党建学习": "党建学习",
    "整改": "问题整改",
    OTHER: "其他工作",
}


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

    @property
    def everything(self) -> tuple[Told, ...]:
        """Adopted reports, and what was written from notes now."""
        return (*self.reports, *self.notes)

    def about(self, topic: str) -> "Records":
        """The same without notes that are plainly about something else."""
        fitting = about(topic, self.notes)
        loose = [one for one in self.notes if one.category in ("", OTHER) or work_of(one) is NO_KIND]
        notes = tuple(one for one in self.notes if one in fitting or one in loose)
        return replace(self, notes=notes, note_count=len({source.id for one in notes for source in one.notes}))

    def serving(self, wanted: Wanted) -> Basis:
        """How much of it the wanted section rests on."""
        documents = len({part.document for part in self.past})
        evidence = wanted.aim in (Aim.PROBLEMS, Aim.NEXT, Aim.WHOLE)
        reports = about(wanted.topic, self.reports) if wanted.aim is Aim.TOPIC else self.reports
        ledger = len(self.matters) if evidence else 0
        returns = len(self.returns) if wanted.aim in (Aim.PROBLEMS, Aim.WHOLE) else 0
        return Basis(len(reports), documents, ledger, returns, self.note_count)


def drawn_up(wanted: Wanted, records: Records, *, unit: str, today: date) -> Summary:
    """The summary, part by part."""
    whole = wanted.aim is Aim.WHOLE
    parts = _whole(wanted, records, today) if whole else (_part(wanted, records, today),)
    return Summary(wanted, unit, today, parts, records.serving(wanted), policies=records.policies)


def _part(wanted: Wanted, records: Records, today: date) -> Part:
    past = matching(wanted, records.past)
    match wanted.aim:
        case Aim.PROBLEMS:
            return _problems(wanted, records, past, today)
        case Aim.NEXT:
            return _next(wanted, records, today)
        case Aim.TOPIC:
            return _work(wanted, (*about(wanted.topic, records.reports), *records.notes), past, today)
        case _:
            return _work(wanted, records.everything, past, today)


def _work(wanted: Wanted, reports: Sequence[Told], past: Sequence[PastPart], today: date) -> Part:
    if not reports:
        gap = f"【待补：{span_name(wanted.first, wanted.last)}{wanted.topic}的具体事项、时间和数字，问承办科室】"
        return Part(wanted.topic, gaps=(gap, *_asked_of_past(past, "")))
    groups = grouped([one for one in reports if not one.stated and not only_plans(one)], order=order(past))
    points = (*statements(reports), *map(point_of, groups))[: wanted.count or None]
    span = wanted.span(today)
    total = opening_of(points, span, wanted.topic)
    opening = (total,) if total else ()
    if len(points) == 1 and points[0].heading.sums:
        first = points[0].heading
        heading = replace(first, text=f"{span}，{first.text}", rule=f"{span}；{first.rule}")
        points = (replace(points[0], heading=heading),)
    held = "".join(line.text + line.rule for point in points for line in (point.heading, *point.lines, *point.examples))
    gaps = _asked_of_past(past, held + "".join(one.title + one.text for one in reports))
    return Part(wanted.topic, opening, points, gaps)


def _asked_of_past(past: Sequence[PastPart], held: str) -> tuple[str, ...]:
    return asked(unmet(habits(past), held))


def _problems(wanted: Wanted, records: Records, past: Sequence[PastPart], today: date) -> Part:
    points = problem_points(records.matters, records.returns, records.everything, count=wanted.count)
    summed = ledger_line(records.matters)
    held = "".join(line.text for point in points for line in (point.heading, *point.lines, *point.examples))
    gaps = (*unanswered(past, held), *lapsed(records.reports, today))
    if not points:
        span = span_name(wanted.first, wanted.last)
        none = Line(f"{span}的记录里没有退回、超期和未销号的事项，也没有信息写到具体问题。", (), f"{span}：没有")
        return Part(wanted.topic, (none,), gaps=("【待补：存在的问题，请各科室各报一条，没有也要说明】", *gaps))
    return Part(wanted.topic, (summed,) if summed else (), points, (*_short_of(wanted, len(points)), *gaps))


def _next(wanted: Wanted, records: Records, today: date) -> Part:
    points = next_points(records.matters, records.everything, today, count=wanted.count)
    undecided = undecided_gaps(records.everything)
    if not points:
        much = f"{wanted.count}件事" if wanted.count else "事"
        gap = f"【待补：下一步要做的{much}、责任人和完成时限，问各科室】"
        return Part(wanted.topic, gaps=(gap, *undecided))
    return Part(wanted.topic, (), points, (*_short_of(wanted, len(points)), *undecided))


def _short_of(wanted: Wanted, found: int) -> tuple[str, ...]:
    """A promised number of points is kept or its lack is said."""
    missing = wanted.count - found if wanted.count else 0
    return (f"【待补：要{wanted.count}条，有依据的只有{found}条，还差{missing}条，问各科室】",) if missing > 0 else ()


def _whole(wanted: Wanted, records: Records, today: date) -> tuple[Part, ...]:
    """Work by category, then what went wrong, then what comes next; last year's order where it is known."""
    past = matching(wanted, records.past)
    by_category = _by_category(records.everything)
    headings = tuple(dict.fromkeys(part.path[0] for part in past if part.path))
    names = sorted(by_category, key=lambda name: (name == OTHER, _place(name, headings), -len(by_category[name])))
    parts = [
        _work(replace(wanted, topic=_title(name, names), aim=Aim.TOPIC, count=0), by_category[name], (), today)
        for name in names
    ]
    if not parts:
        parts = [_work(replace(wanted, topic="主要工作", aim=Aim.WORK), (), past, today)]
    problems = replace(wanted, topic="存在的问题", aim=Aim.PROBLEMS, count=0)
    following = replace(wanted, topic="下一步打算", aim=Aim.NEXT, count=0)
    wrong = _problems(problems, records, matching(problems, records.past), today)
    return (*parts, wrong, _next(following, records, today))


def _title(category: str, categories: Sequence[str]) -> str:
    """What is of no category is the rest, unless there is nothing else."""
    return "主要工作" if list(categories) == [OTHER] else TITLES.get(category, category)


def _by_category(reports: Sequence[Told]) -> dict[str, list[Told]]:
    """Reports by category, each kind of work in one alone: where most of its reports are. Small ones go to 其他."""
    votes: dict[str, Counter[str]] = {}
    reports = [one for one in reports if not only_plans(one)]
    for one in reports:
        votes.setdefault(work_of(one).name, Counter())[one.category or OTHER] += 1
    found: dict[str, list[Told]] = {}
    for one in reports:
        found.setdefault(votes[work_of(one).name].most_common(1)[0][0], []).append(one)
    small = [name for name, many in found.items() if len(many) < LEAST_IN_PART and name != OTHER]
    for name in small:
        found.setdefault(OTHER, []).extend(found.pop(name))
    return found


def _place(category: str, headings: Sequence[str]) -> int:
    title = TITLES.get(category, category)
    pairs = {title[i : i + 2] for i in range(len(title) - 1)}
    return next((n for n, heading in enumerate(headings) if any(pair in heading for pair in pairs)), len(headings))
