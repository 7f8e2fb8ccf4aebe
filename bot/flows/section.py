"""A section or a whole summary from what the year's records hold; sources are kept, gaps stand marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from bot.domain.house.house_style import HouseRule
from bot.domain.language.dates import moments
from bot.domain.language.periods import within
from bot.domain.language.privacy import private_spans
from bot.domain.language.sentences import split
from bot.domain.notes.kinds import Kind
from bot.domain.notes.note import Note
from bot.domain.notes.report import Checks, Report
from bot.domain.notes.utterances import utterances
from bot.domain.submissions.people import NAMELESS, Person
from bot.domain.summary.drawing_up import drawn_up
from bot.domain.summary.outline import OWN_WORDS
from bot.domain.summary.parts import Left, Source, Summary, lines_of
from bot.domain.summary.past import PastPart, copies
from bot.domain.summary.section_reading import read
from bot.domain.summary.section_wants import Aim, Wanted
from bot.domain.summary.summary_checks import checked
from bot.domain.summary.summary_style import styled
from bot.domain.summary.summary_text import Written, written_out
from bot.domain.summary.works import states
from bot.errors import InputError, ModelError, SettingsError
from bot.flows.answer import NO_MODEL, Answering
from bot.flows.draft import Drafting
from bot.flows.gather import Gathering, Noted
from bot.flows.polish import Polishing
from bot.ports import Engine

ONLY_CORRECTS = "只是更正，手头没有它改的记录；改已采用的信息，要在那一篇上“退回更正”"
_RIGHT_ONE = re.compile(r"(?:应该?|其实|准确)?(?:是|为)约?\d")
_A_REPORT = re.compile(r"[那这](?:一?篇|一?份)|退回更正|《")


@dataclass(frozen=True, slots=True)
class Section:
    """A finished section, as the command line prints it."""

    title: str
    text: str
    sources: tuple[Source, ...]
    gaps: tuple[str, ...]
    checks: Checks
    engine: str = "offline"


class Sections:
    """Drafts sections and summaries."""

    def __init__(
        self, drafting: Drafting, answering: Answering, gathering: Gathering, polishing: Polishing | None = None
    ) -> None:
        self.polishing = polishing
        self._drafting = drafting
        self._answering = answering
        self._gathering = gathering

    async def understood(self, words: str, *, now: datetime, person: Person | None = None) -> Wanted:
        """What the words ask for, within what the person may summarise."""
        return read(words, now, units=await self._gathering.names(person))

    async def draw_up(
        self,
        wanted: Wanted,
        *,
        notes: Sequence[Note],
        unit: str,
        now: datetime,
        person: Person | None = None,
        picking: bool = False,
        house: Sequence[HouseRule] = (),
    ) -> Summary:
        """The summary from the records of the request, and from the notes where there are any.

        With `picking` only notes that the section is about are taken: those on a desk may be about anything.
        """
        parted = by_day(_dated(notes, wanted.first.year, now), now)
        stray = _stray(notes, now) if picking else ()
        told = [[one for one in part if one[1].text not in stray] for part in parted]
        written = [one for part in told if part for one in await self._written(part, unit, now)]
        records = await self._gathering.records(wanted, person, now, written)
        if picking:
            records = records.picked(wanted)
            records = replace(records, unused=(*records.unused, *(Left(text, ONLY_CORRECTS) for text in stray)))
        records = replace(records, policies=await self._requirements(wanted, now, person))
        summary = drawn_up(wanted, records, unit=unit, today=now.date())
        return _compared(styled(summary, house), records.past)

    async def _written(self, day: Sequence[tuple[int, Note]], unit: str, now: datetime) -> list[Noted]:
        """The reports of one day's notes, with what each rests on; wording them is the summary's own matter."""
        notes = [note for _, note in day]
        if len(notes) == 1 and states(notes[0].text) and not private_spans(notes[0].text):
            return [Noted(_as_said(notes[0].text), tuple(day))]
        said = next((note.at for note in notes if note.at), now)
        made = await self._drafting.draft(notes, unit="" if unit == NAMELESS else unit, now=said, engine="offline")
        return [Noted(report, tuple(day)) for report in made.reports]

    async def compared(self, summary: Summary, person: Person | None) -> Summary:
        """The summary with what it has in common with earlier ones marked anew, after words were added."""
        return _compared(summary, await self._gathering.past(summary.wanted, person))

    async def past(self, wanted: Wanted, person: Person | None) -> tuple[PastPart, ...]:
        """The earlier summaries that the person may read."""
        return await self._gathering.past(wanted, person)

    async def names(self, person: Person | None) -> tuple[str, ...]:
        """The units that the person may summarise."""
        return await self._gathering.names(person)

    async def units(self, wanted: Wanted, person: Person | None) -> tuple[str, ...]:
        """The units that are meant."""
        return tuple(unit.name for unit in await self._gathering.meant(wanted, person))

    async def write(
        self,
        title: str,
        *,
        notes: Sequence[Note],
        unit: str,
        now: datetime,
        period: str = "",
        engine: Engine = "auto",
        house: Sequence[HouseRule] = (),
    ) -> Section:
        """Draft the section in one go: what the command line asks for.

        Everything under the unit is read, or the whole house where no unit of this name is known.
        """
        if not title.strip():
            raise InputError("请说明写哪一节，如“转变作风情况”。")
        wanted = await self.understood(f"{period}{title.strip()}", now=now)
        own = wanted.units or await self._gathering.under(unit)
        wanted = replace(wanted, topic=title.strip(), units=own)
        used = tuple(note for note in notes if within(period, note.at, now))
        if engine == "model" and self.polishing is None:
            raise SettingsError(NO_MODEL)
        summary = await self.draw_up(wanted, notes=used, unit=unit, now=now, house=house)
        if self.polishing and engine != "offline":
            try:
                summary = styled(await self.polishing.polish(summary, now), house)
            except ModelError:
                if engine == "model":
                    raise
        return section_of(summary, now)

    async def _requirements(self, wanted: Wanted, now: datetime, person: Person | None) -> tuple[Source, ...]:
        """Passages in force that the topic is about; they stand as sources, never as deeds of the unit."""
        if wanted.aim is not Aim.TOPIC:
            return ()
        found = await self._answering.ask(f"{wanted.topic}有什么要求", now=now, engine="offline", person=person)
        in_force = [c for c in found.citations if c.in_force is not False]
        return tuple(
            Source("document", f"{c.document} {c.clause}".strip(), c.quote, f"《{c.title}》{c.clause}")
            for c in in_force
        )


def _stray(notes: Sequence[Note], now: datetime) -> tuple[str, ...]:
    """Notes that only correct, and nothing that was told here: what an adopted report or a total says."""
    found = []
    for note in notes:
        said = utterances([note], now)
        kinds = [one.kind for one in said if not _RIGHT_ONE.match(one.text)]
        if Kind.CORRECTION not in kinds or set(kinds) != {Kind.CORRECTION}:
            continue
        others = [other.text for other in notes if other is not note]
        wrong = re.findall(r"\d+", said[0].text)
        if not others or _A_REPORT.search(note.text) or (wrong and not any(n in one for n in wrong for one in others)):
            found.append(note.text)
    return tuple(found)


def _as_said(text: str) -> Report:
    """Figures of a span of time tell of no event: they stand as they were given."""
    plain = text.strip().rstrip("。；;，, ")
    return Report(plain[:30], f"{plain}。", Checks(True, len(plain)))


def _dated(notes: Sequence[Note], year: int, now: datetime) -> list[Note]:
    """Undated notes that name their day are of the year that is summed up: 1月12日 lies behind us, not ahead."""
    return [_on_its_day(note, year, now) if note.at is None else note for note in notes]


def _on_its_day(note: Note, year: int, now: datetime) -> Note:
    named = [moment.day for moment in moments(note.text[:16], now) if moment.kind == "day" and moment.day]
    if not named or (named[0].month, named[0].day) == (2, 29):
        return note
    return replace(note, at=min(datetime.combine(named[0].replace(year=year), time(18)), now))


def by_day(notes: Sequence[Note], now: datetime) -> list[list[tuple[int, Note]]]:
    """Notes with their numbers, parted where another day is named at the beginning or another day was spoken on."""
    parted: list[list[tuple[int, Note]]] = []
    before: object = None
    spoken: object = None
    for number, note in enumerate(notes):
        said = note.at or now
        told = moments(note.text[:16], said, past=True)
        named = [moment.day for moment in told if moment.kind in ("day", "month") and not moment.due]
        on = note.at.date() if note.at else None
        # What follows in one sitting, with no day of its own, goes on about the day before it.
        day = named[0] if named else (before if on in (None, spoken) else on)
        if not parted or day != before or states(note.text) or states(parted[-1][-1][1].text):
            parted.append([])
        parted[-1].append((number, note))
        before, spoken = day, on
    return parted


def _compared(summary: Summary, past: Sequence[PastPart]) -> Summary:
    # A total that was counted over this year's records is nobody's sentence, unless somebody put it in own words.
    lines = (
        line
        for part in summary.parts
        for line in lines_of(part)
        if not line.sums or any(source.label == OWN_WORDS for source in line.sources)
    )
    sentences = [span.text for line in lines for span in split(line.text)]
    return replace(summary, copies=copies(sentences, past))


def section_of(summary: Summary, now: datetime) -> Section:
    """The finished text with what it rests on and what the checks say."""
    made = written_out(summary)
    checks, engine = checks_of(summary, made, now), "model" if summary.worded else "offline"
    return Section(summary.title, made.text, sources_of(summary, made), made.gaps, checks, engine)


def checks_of(summary: Summary, made: Written, now: datetime) -> Checks:
    """The lock, line by line."""
    return checked(summary.title, made.text, made.lines, unit=summary.unit, now=now)


def sources_of(summary: Summary, made: Written) -> tuple[Source, ...]:
    """Each source once: in the order in which the text uses them, then what is required."""
    used = (source for line in made.lines for source in line.sources)
    return tuple(dict.fromkeys((*used, *summary.policies)))
