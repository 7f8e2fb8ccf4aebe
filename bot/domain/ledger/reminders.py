"""What someone is to be reminded of now: pure, from the records and the time, so that a restart loses nothing.

Each reminder has a key that is written with its message; what has been said under a key is not said again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.ledger.items import Item, State
from bot.domain.submissions.people import Person

TURN = "remind:"
"""How the key of a turn begins that only reminds: its replies wait where the hour is quiet."""
_SOON = (1, 3)
"""Days before the deadline, the last one first."""
_FURTHEST_BACK = 2
"""A day that falls on a weekend is moved before it."""
_AGAIN = timedelta(days=7)
_LYING = timedelta(days=1)
LONG_GONE = timedelta(days=14)
"""Nobody is reminded of what has been lying for longer; it was forgotten on purpose."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """When nobody is disturbed: minutes of the day from `start` to `end`, over midnight too, and weekends."""

    start: int = 22 * 60
    end: int = 8 * 60
    weekends: bool = True

    def at(self, moment: datetime) -> bool:
        """Whether the moment is a quiet one."""
        minute = moment.hour * 60 + moment.minute
        over_midnight = self.start > self.end
        begun, ended = minute >= self.start, minute >= self.end
        return (begun or not ended if over_midnight else begun and not ended) or self.off(moment.date())

    def off(self, day: date) -> bool:
        """Whether the whole day is quiet."""
        return self.weekends and day.weekday() >= 5


@dataclass(frozen=True, slots=True)
class Lying:
    """Notes that were not written up, or reports that were not handed in, since `touched`.

    `notes` are the words of the open notes; `drafts` are (number, title) of what was not handed in.
    """

    notebook: str
    person_id: str
    touched: datetime
    notes: tuple[str, ...]
    drafts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Remind:
    """Write down that reminders were given, with the message that gives them.

    `keys` are (subject, key): a key is written once for ever. `watched` are (item id, seq) that the message tells
    of: where an item has moved since, nothing is written.
    """

    keys: tuple[tuple[str, str], ...]
    watched: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mute:
    """Remind the person no more, of one item or (empty) of anything; or again."""

    item_id: str
    muted: bool


def due(item: Item, now: datetime) -> bool:
    """Whether an item's deadline is near or past, so that it is worth a closer look."""
    deadline = item.standing.facts.deadline
    return deadline is not None and now.date() >= deadline - timedelta(days=_SOON[-1] + _FURTHEST_BACK)


def of_item(item: Item, now: datetime, *, quiet: Quiet, given: Mapping[str, datetime]) -> str:
    """The key of the reminder that is due for the item; empty where none is. `given` are the keys that the person was
    given, with their time.
    """
    standing, today = item.standing, now.date()
    deadline = standing.facts.deadline
    if standing.state is not State.OPEN or deadline is None or quiet.at(now):
        return ""
    stem = f"ledger:{item.id}:{deadline.isoformat()}"
    if today > deadline:
        return _overdue(stem, standing.dated.date(), today, given)
    for days in _SOON:
        first = _first_day(deadline, days, quiet)
        if today >= first:
            key = f"{stem}:{days}"
            return "" if key in given or first <= standing.dated.date() else key
    return ""


def _overdue(stem: str, dated: date, today: date, given: Mapping[str, datetime]) -> str:
    """Once, then at most weekly."""
    before = [at.date() for key, at in given.items() if key.startswith(f"{stem}:over")]
    if today <= dated or (before and today - max(before) < _AGAIN):
        return ""
    return f"{stem}:over{len(before)}"


def _first_day(deadline: date, days: int, quiet: Quiet) -> date:
    """The day from which it is said: a working day, rather the deadline itself than none on the last day."""
    day = deadline - timedelta(days=days)
    if quiet.off(day) and days == 1 and not quiet.off(deadline):
        return deadline
    while quiet.off(day):
        day -= timedelta(days=1)
    return day


def of_lying(lying: Lying, now: datetime, *, quiet: Quiet, given: Mapping[str, datetime]) -> str:
    """The key of the one reminder for what has been lying for a day; empty where none is due."""
    key = f"desk:{lying.notebook}"
    due = _LYING <= now - lying.touched <= LONG_GONE and bool(lying.notes)
    return key if due and key not in given and not quiet.at(now) else ""


def responsible(item: Item, people: Iterable[Person]) -> tuple[Person, ...]:
    """Colleagues of the unit whose name stands in the item as responsible."""
    owner = item.standing.facts.owner
    here = (one for one in people if one.active and one.unit.id == item.unit_id)
    return tuple(one for one in here if len(one.name) > 1 and one.name in owner)


def addressees(item: Item, people: Iterable[Person], editors: Sequence[Person]) -> tuple[Person, ...]:
    """Who is reminded of the item: who is responsible, else who registered it, else an editor of the unit."""
    at_home = [one for one in people if one.active and one.unit.id == item.unit_id]
    if found := responsible(item, at_home):
        return found
    by = item.standing.registered.by
    registered = tuple(one for one in (*at_home, *editors) if one.id == by)
    return registered[:1] or tuple(editors[:1])
