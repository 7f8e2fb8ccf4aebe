"""What a summary may rest on, brought together: adopted reports, ledger, returned reports, earlier summaries, notes.

What the person may not see is not there; what belongs to another time or unit is left out here, once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.language.likeness import day_of
from bot.domain.ledger.items import Item, fold
from bot.domain.ledger.items import State as Stands
from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.domain.submissions.categories import CATEGORIES, suggest
from bot.domain.submissions.lifecycle import State
from bot.domain.submissions.people import REVIEWERS, Eyes, Person, Unit, below, may_see, readable_units
from bot.domain.submissions.submission import Submission
from bot.domain.summary.drawing_up import Records
from bot.domain.summary.parts import Left, Matter, Returned, Source
from bot.domain.summary.past import PastPart, is_past, parts_of
from bot.domain.summary.section_wants import Wanted
from bot.domain.summary.works import Told
from bot.ports import Ledger, Log, Shelf, Units


@dataclass(frozen=True, slots=True)
class Noted:
    """A report that was just written, with the numbered notes that it was written from."""

    report: Report
    notes: tuple[tuple[int, Note], ...]


class Gathering:
    """Reads the records of the time and the units that a request names."""

    def __init__(self, log: Log, units: Units, shelf: Shelf, ledger: Ledger) -> None:
        self._log = log
        self._units = units
        self._shelf = shelf
        self._ledger = ledger

    async def names(self, person: Person | None) -> tuple[str, ...]:
        """The names of the units that the person may summarise; without a person, of all."""
        return tuple(unit.name for unit in await self._reach(person))

    async def under(self, name: str) -> tuple[str, ...]:
        """The unit of this name and those below it; none where it is not known."""
        every = await self._units.all()
        root = next((unit.id for unit in every if unit.name == name), "")
        tree = below(every, root) if root else frozenset[str]()
        return tuple(unit.name for unit in every if unit.id in tree)

    async def records(
        self, wanted: Wanted, person: Person | None, now: datetime, written: Sequence[Noted] = ()
    ) -> Records:
        """Everything that fits the request; `written` are reports that were just written from notes."""
        units = await self.meant(wanted, person)
        last = min(wanted.last, now.date())
        submissions = await self._submissions(person, units)
        adopted = [_told(one) for one in submissions if one.standing.state is State.ADOPTED]
        unit = person.unit.name if person else ""
        own = tuple(_noted(one, number, unit, now, wanted) for number, one in enumerate(written))
        ids = [unit.id for unit in units]
        return Records(
            tuple(one for one in adopted if wanted.first <= one.day <= last),
            await self._matters(ids, wanted.first, last),
            await self._returned(person, submissions, wanted.first, last),
            await self.past(wanted, person),
            own,
            note_count=len({source.id for one in own for source in one.notes}),
            units=tuple(unit.name for unit in units),
            unused=tuple(Left(one.text, one.why) for noted in written for one in noted.report.unused),
        )

    async def _reach(self, person: Person | None) -> tuple[Unit, ...]:
        """The person's own unit, and for those who review also what they look after."""
        every = await self._units.all()
        if person is None:
            return every
        reviews = person.role in REVIEWERS
        scope = await self._units.scope(person) if reviews else frozenset[str]()
        return tuple(unit for unit in every if unit.id in scope | {person.unit.id}) if person.active else ()

    async def meant(self, wanted: Wanted, person: Person | None) -> tuple[Unit, ...]:
        """The units of the request, as far as the person may summarise them."""
        reach = await self._reach(person)
        if wanted.units:
            # Who names a head office means the house: what stands below it belongs to its year.
            every = await self._units.all()
            trees = [below(every, unit.id) for unit in reach if unit.name in wanted.units]
            return tuple(unit for unit in reach if any(unit.id in tree for tree in trees))
        if wanted.own and person:
            return tuple(unit for unit in reach if unit.id == person.unit.id)
        return reach

    async def _submissions(self, person: Person | None, units: Sequence[Unit]) -> tuple[Submission, ...]:
        """Those of the units, adopted ones only where the person may see no more."""
        found = await self._log.among([unit.id for unit in units])
        if person is None:
            return found
        eyes = Eyes(person, await self._units.scope(person))
        return tuple(one for one in found if _sees(eyes, one, one.standing.state))

    async def _returned(
        self, person: Person | None, submissions: Sequence[Submission], first: date, last: date
    ) -> tuple[Returned, ...]:
        """Reasons are the author's and the reviewers', also where the report was adopted in the end."""
        seen = submissions
        if person is not None:
            eyes = Eyes(person, await self._units.scope(person))
            seen = [one for one in submissions if _sees(eyes, one, State.RETURNED)]
        found = await self._log.returned([one.id for one in seen])
        return tuple(one for one in found if first <= one.day <= last)

    async def _matters(self, units: Sequence[str], first: date, last: date) -> tuple[Matter, ...]:
        """Items that were open in the time or settled in it, as they stood on its last day."""
        found = (_matter(item, first, last) for item in await self._ledger.among(units))
        return tuple(matter for matter in found if matter)

    async def past(self, wanted: Wanted, person: Person | None) -> tuple[PastPart, ...]:
        """The summaries in the library that the person may read, those of later years left out."""
        readable = readable_units(person)
        parts: list[PastPart] = []
        for document in await self._shelf.documents():
            if document.unit in readable and is_past(document):
                parts += parts_of(document, await self._shelf.clause(document.id, "", readable))
        return tuple(one for one in parts if not one.year or int(one.year) <= wanted.first.year)


def _sees(eyes: Eyes, one: Submission, state: State) -> bool:
    return may_see(eyes, author=one.standing.author, unit_id=one.unit_id, state=state)


def _told(one: Submission) -> Told:
    frozen, standing = one.frozen, one.standing
    day = day_of(frozen.text, standing.first_at) or standing.first_at.date()
    return Told(one.id, frozen.title, frozen.text, frozen.unit, day, frozen.drafter, standing.category, frozen.gaps)


def _matter(item: Item, first: date, last: date) -> Matter | None:
    standing = fold(event for event in item.events if event.at.date() <= last)
    if standing is None or standing.state in (Stands.BLANK, Stands.VOID):
        return None
    closed = standing.state is Stands.CLOSED
    if closed and standing.decided and standing.decided.at.date() < first:
        return None
    facts = standing.facts
    late = (last - facts.deadline).days if facts.deadline and standing.overdue(last) else 0
    label = f"台账第{item.number}项"
    return Matter(item.id, label, item.unit, facts.problem, facts.measures, facts.owner, facts.deadline, closed, late)


def _noted(one: Noted, number: int, unit: str, now: datetime, wanted: Wanted) -> Told:
    """What the report rests on are the notes that its facts come from."""
    report = one.report
    used = sorted({fact.message for fact in report.facts}) or range(len(one.notes))
    notes = [one.notes[place] for place in used]
    sources = tuple(Source("note", str(n), note.text, f"第{n + 1}条记录", note.at) for n, note in notes)
    said = next((note.at for _, note in notes if note.at), None) or now
    named = day_of(report.text, said)
    # A plan names a day ahead, which is none of last year, unless last year is what is summed up.
    meant = named is not None and (named.year == said.year or wanted.first <= named <= wanted.last)
    day = named if named and meant else said.date()
    category = suggest(report.title, report.text, CATEGORIES, unit)
    title = report.title.removeprefix("本单位：")
    return Told(f"note:{number}", title, report.text, unit, day, "", category, report.missing, sources)
