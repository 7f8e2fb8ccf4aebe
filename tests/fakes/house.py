"""An invented bureau's year (tests/evals/year.py, year_water.py) put into real records: people, log, library."""

from collections import Counter
from datetime import datetime, time, timedelta
from types import SimpleNamespace
from typing import Protocol, cast

from bot.domain.ledger import items as ledger
from bot.domain.ledger.items import Facts
from bot.domain.library.passages import Document, Passage, Shelved
from bot.domain.notes.report import Checks, Report
from bot.domain.submissions.lifecycle import Event, Kind
from bot.domain.submissions.people import Person, Role
from bot.domain.submissions.submission import Append, Frozen
from bot.domain.talk.desk import SaveDrafts, Turn
from bot.records.library import SqlShelf
from bot.records.open import Records
from tests.evals import past_public, year, year_water
from tests.evals.year import Frame, Item

EDITOR = "王审核"


class Year(Protocol):
    """What a module that invents a year says of it."""

    HEAD: str
    UNITS: tuple[str, ...]
    OUTSIDE: str
    WRITERS: dict[str, str]
    NOW: datetime
    RETURNS: tuple[tuple[str, str], ...]
    PAST: dict[str, str]

    def frames(self) -> list[Frame]: ...
    def strangers(self) -> list[Frame]: ...
    def unadopted(self) -> list[Frame]: ...
    def ledger(self) -> list[Item]: ...


CULTURE, WATER = cast(Year, year), cast(Year, year_water)
"""The two invented years."""

AFTER_PUBLISHED = cast(Year, SimpleNamespace(**vars(year) | {"PAST": past_public.PAST}))
"""The first of them with two published papers as its earlier summaries."""


async def people(records: Records, of: Year = CULTURE) -> dict[str, Person]:
    """One author a unit and an editor of the head office, under which every unit but the outsider stands."""
    wanted = [(unit, of.WRITERS[unit], Role.STAFF) for unit in (*of.UNITS, of.OUTSIDE)]
    wanted.append((of.HEAD, EDITOR, Role.EDITOR))
    found = {}
    for number, (unit, name, role) in enumerate(wanted, 1):
        code = await records.people.invite(unit, role)
        person = await records.people.redeem(code.replace("-", ""), number, name)
        assert person
        found[name] = person
    for unit in of.UNITS[1:]:
        await records.units.place(unit, of.HEAD)
    return found


async def move_in(records: Records, of: Year = CULTURE) -> dict[str, Person]:
    """Everyone, the year's reports as they were handed in, returned and adopted, and what must not be counted."""
    staff = await people(records, of)
    adopted = [*of.frames(), *of.strangers()]
    steps: dict[str, list[Append]] = {name: [] for name in staff}
    for number, frame in enumerate([*adopted, *of.unadopted()]):
        steps[of.WRITERS[frame.unit]].append(_handed_in(records, frame, number, staff, of))
    for name, many in steps.items():
        if many:
            await _with_drafts(records, staff[name], many, of.NOW)
    decided = [_decided(records, frame, number, staff, of) for number, frame in enumerate(adopted)]
    left = of.unadopted()
    decided += [_waiting(records, one, len(adopted) + n, staff, of) for n, one in enumerate(left) if n % 2]
    await records.desks.commit(
        Turn("adopt", staff[EDITOR].id, of.NOW, tuple(step for steps_ in decided for step in steps_))
    )
    await open_ledger(records, staff, of)
    return staff


async def open_ledger(records: Records, staff: dict[str, Person], of: Year) -> None:
    """The 30 items, registered by the unit's author; what is closed was claimed and signed off by the editor."""
    editor, numbers = staff[EDITOR], Counter[str]()
    entries = []
    for place, item in enumerate(of.ledger()):
        author = staff[of.WRITERS[item.unit]]
        numbers[item.unit] += 1
        facts = Facts(item.problem, "自查", item.measures, item.owner, item.deadline)
        start = datetime.combine(item.registered, time(9))
        steps = [ledger.Event(ledger.Kind.REGISTERED, start, author.id, author.name, facts)]
        if item.closed:
            done = datetime.combine(item.closed, time(9))
            steps.append(ledger.Event(ledger.Kind.CLAIMED, done, author.id, author.name, words="已办好"))
            steps.append(ledger.Event(ledger.Kind.CLOSED, done + timedelta(hours=1), editor.id, editor.name))
        entries += [
            ledger.Entry(f"i{place}", author.unit.id, numbers[item.unit], seq, step) for seq, step in enumerate(steps)
        ]
    await records.desks.commit(Turn("ledger", editor.id, of.NOW, tuple(entries)))


async def _with_drafts(records: Records, author: Person, appends: list[Append], at: datetime) -> None:
    """A submission is made from a draft, so there is one for each."""
    report = Report("稿", "稿", Checks(True, 2))
    await records.desks.commit(
        Turn(f"draft:{author.id}", author.id, at, (SaveDrafts((report,) * len(appends), "offline"),))
    )
    drafts = (await records.desks.open(author.id)).drafts
    named = [
        Append(one.submission_id, one.seq, one.event, one.frozen, draft.id, one.unit_id)
        for one, draft in zip(appends, drafts, strict=True)
    ]
    await records.desks.commit(Turn(f"submit:{author.id}", author.id, at, tuple(named)))


def _frozen(frame: Frame, of: Year) -> Frozen:
    return Frozen(frame.title, frame.text, frame.unit, of.WRITERS[frame.unit], "", "", _at(frame), "")


def _at(frame: Frame) -> datetime:
    return datetime.combine(frame.day, time(16)) + timedelta(days=1)


def _handed_in(records: Records, frame: Frame, number: int, staff: dict[str, Person], of: Year) -> Append:
    author, frozen = staff[of.WRITERS[frame.unit]], _frozen(frame, of)
    event = Event(Kind.SUBMITTED, _at(frame), author.id, author.name, records.log.seal(frozen), frame.category)
    return Append(f"s{number}", 0, event, frozen, "", author.unit.id)


def _decided(records: Records, frame: Frame, number: int, staff: dict[str, Person], of: Year) -> list[Append]:
    """Adopted; every ninth of the first eight times nine came back once before and was handed in again."""
    editor, author = staff[EDITOR], staff[of.WRITERS[frame.unit]]
    sha, at, steps = records.log.seal(_frozen(frame, of)), _at(frame), []
    if number % 9 == 0 and number // 9 < len(of.RETURNS):
        reason, words = of.RETURNS[number // 9]
        steps.append(Event(Kind.RETURNED, at, editor.id, editor.name, sha, reason=reason, words=words))
        steps.append(Event(Kind.SUBMITTED, at + timedelta(hours=1), author.id, author.name, sha, frame.category))
    steps.append(Event(Kind.ADOPTED, at + timedelta(hours=2), editor.id, editor.name, sha))
    return [Append(f"s{number}", seq, event) for seq, event in enumerate(steps, 1)]


def _waiting(records: Records, frame: Frame, number: int, staff: dict[str, Person], of: Year) -> list[Append]:
    editor = staff[EDITOR]
    sha = records.log.seal(_frozen(frame, of))
    event = Event(Kind.RETURNED, _at(frame), editor.id, editor.name, sha, reason="重复报送", words="和上一篇是同一件事")
    return [Append(f"s{number}", 1, event)]


async def shelve_past(shelf: SqlShelf, of: Year = CULTURE) -> None:
    """The two earlier summaries as the library keeps them: a passage a point, below its heading."""
    for number, (name, text) in enumerate(of.PAST.items()):
        document = Document(f"past{number}", name.removesuffix(".txt"), name.removesuffix(".txt"), str(number) * 64)
        passages: list[Shelved] = []
        heading = ""
        for line in text.splitlines():
            if line.startswith("（"):
                path = (heading, line.split("。")[0])
                place = len(passages)
                passages.append(Shelved(Passage(f"p{number}-{place}", document.id, place, "", path, line)))
            else:
                heading = line
        await shelf.replace(document, passages)
