"""What comes next: the ledger's open items and what reports and notes plan, each with matter, owner and date.

Nothing is promised for anybody: what nobody said is a gap in its place.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain.language.dates import moments
from bot.domain.language.moment import month_day
from bot.domain.language.sentences import split
from bot.domain.notes.plans import is_plan
from bot.domain.summary.parts import Left, Line, Matter, Point, plain
from bot.domain.summary.points import who
from bot.domain.summary.troubles import AHEAD, MENDED, MOST_ASKED
from bot.domain.summary.works import Told

MOST_STEPS = 6
_SEEN = 12
_WISH = re.compile(r"希望|愿意|愿望|盼着?|期待|想要|要是能")
_OWNER = re.compile(r"由[\u4e00-\u9fff]{2,12}?(?:负责|牵头|承办|落实)|责任人")
_LEADING = re.compile(r"^(?:下一步|接下来|同时|另外|此外)[，,：:]?")


def lapsed(reports: Sequence[Told], today: date) -> tuple[str, ...]:
    """Plans of reports whose day is past: whether they were carried out nobody recorded, so it is asked."""
    found = [(one, words) for one, words, due in plans(reports) if due and due < today]
    return tuple(
        f"【待补：{month_day(one.day)}信息写“{plain(words)}”，办完没有，问{who(one)}】"
        for one, words in found[-MOST_ASKED:]
    )


def plans(reports: Sequence[Told]) -> tuple[tuple[Told, str, date | None], ...]:
    """Sentences that say what is to come, with the last day that they name."""
    found = []
    for one in reports:
        for span in split(one.text):
            if AHEAD.search(span.text) and not MENDED.search(span.text):
                said = moments(span.text, datetime.combine(one.day, time(9)), plan=True)
                days = [moment.last or moment.day for moment in said if moment.day and moment.kind in ("day", "month")]
                due = max((day for day in days if day), default=None)
                found.append((one, span.text, due if due and due > one.day else None))
    return tuple(found)


def only_plans(report: Told) -> bool:
    """Whether it tells of nothing that was done: it belongs to what comes next."""
    spans = split(report.text)
    return bool(spans) and all(AHEAD.search(span.text) for span in spans)


def not_done(notes: Sequence[Told], text: str) -> tuple[Left, ...]:
    """What the notes plan or wish and the text does not tell, each with why it is no deed."""
    found = []
    for one in notes:
        for span in split(one.text):
            if plain(span.text)[-_SEEN:] in text:
                continue
            if _WISH.search(span.text):
                found.append(Left(plain(span.text), "是意愿，还没有做"))
            elif AHEAD.search(span.text) or is_plan(span.text, datetime.combine(one.day, time(9))):
                found.append(Left(plain(span.text), "是打算，还没有做"))
    return tuple(dict.fromkeys(found))


def next_points(
    matters: Sequence[Matter], reports: Sequence[Told], today: date, *, count: int = 0
) -> tuple[Point, ...]:
    """Each point with matter, owner and date, or a gap in the place of what nobody said; the latest due first.

    Plans of reports count while their day is ahead; those of notes, which were given now, without a day as well.
    """
    still = [one for one in matters if not one.closed]
    ranked = sorted(still, key=lambda one: (not one.late, one.deadline or date.max))
    ahead = [plan for plan in plans(reports) if (plan[2] or date.min) >= today]
    ahead = sorted(ahead, key=lambda plan: plan[2] or today)
    undated = [plan for plan in plans(reports) if plan[0].notes and not plan[2] and not _WISH.search(plan[1])]
    given = [plan for plan in ahead if plan[0].notes] + undated
    told = [plan for plan in ahead if not plan[0].notes]
    steps = (
        [_planned(*plan) for plan in given]
        + [_mending(one, today) for one in ranked]
        + [_planned(*plan) for plan in told]
    )
    return tuple(steps[: count or MOST_STEPS])


def _mending(matter: Matter, today: date) -> Point:
    """What is to be done about it stands first: 更换应急灯，解决“阅览室2盏应急灯不亮”问题.

    A date that lay ahead when the time ended and is past today is no plan any more: what came of it is asked.
    """
    owner = matter.owner or f"【待补：责任人，问{matter.unit}】"
    if matter.late and matter.deadline:
        asked = f"【待补：新的完成时限，问{matter.owner or matter.unit}】"
        due = f"原定{month_day(matter.deadline)}完成，已超{matter.late}天，{asked}"
    elif matter.deadline and matter.deadline < today:
        asked = f"【待补：办完没有，没办完的新时限，问{matter.owner or matter.unit}】"
        due = f"原定{month_day(matter.deadline)}完成，{asked}"
    else:
        asked = f"【待补：完成时限，问{matter.owner or matter.unit}】"
        due = f"{month_day(matter.deadline)}前完成" if matter.deadline else asked
    done = f"{plain(matter.measures)}，" if matter.measures else ""
    heading = Line(f"{done}解决“{plain(matter.problem)}”问题", (matter.source,))
    return Point(
        matter.id, heading, (Line(f"由{matter.unit}{owner}负责，{due}。", (matter.source,), matter.late_rule),)
    )


def _planned(report: Told, words: str, due: date | None) -> Point:
    said = plain(_LEADING.sub("", words))
    lacking = [] if _OWNER.search(said) else [f"【待补：责任人，问{who(report)}】"]
    lacking += [] if due else [f"【待补：完成时限，问{who(report)}】"]
    whose = f"由{report.unit}负责" if report.unit and lacking and not _OWNER.search(said) else ""
    parts = [part for part in (whose, *lacking) if part]
    lines = (Line(f"{'，'.join(parts)}。", report.sources(report.unit), whose),) if parts else ()
    return Point(f"{report.id}:{said[:8]}", Line(said, report.sources(words)), lines)
