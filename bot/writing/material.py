"""What a model is given of the notes: per event its clauses, cleaned and numbered, and nothing else.

Orders, chat, empty talk and private data stay behind; days are resolved, corrections made, disputes open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.language.privacy import secrecy_mark
from bot.domain.language.quantities import Quantity
from bot.domain.notes.corrections import apply_corrections
from bot.domain.notes.events import Event, conflicts_of, split_events
from bot.domain.notes.note import Note
from bot.domain.notes.utterances import Patch, Utterance, utterances
from bot.errors import ModelError
from bot.writing.literal import literal

LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement of the notes: its id for the model, its words, and the utterance that it was."""

    id: str
    text: str
    utterance: Utterance

    @property
    def note(self) -> Note:
        """The clause as a note, to check against: what the model never saw is no ground for what it says."""
        return Note(self.text, self.utterance.said, self.utterance.speaker)


@dataclass(frozen=True, slots=True)
class Material:
    """One event for the model; `number` counts from 1."""

    number: int
    clauses: tuple[Clause, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(clause.note for clause in self.clauses)

    def lines(self) -> str:
        """The block of the prompt."""
        rows = [f"{c.id} {'（计划）' if c.utterance.plan else ''}{c.text}" for c in self.clauses]
        first = self.clauses[0].utterance.said
        return "\n".join([f"事件{self.number}，记于{first.month}月{first.day}日", *rows])


def gather(notes: Sequence[Note], now: datetime) -> tuple[Material, ...]:
    """The material of every event that has content, in the offline writer's order.

    Raises ModelError where the notes must not leave the house or do not fit into a call.
    """
    mark = next((mark for note in notes if (mark := secrecy_mark(note.text))), "")
    if mark:
        raise ModelError(f"记录里有“{mark}”的标记，不发给模型。")
    found = apply_corrections(utterances(notes, now), [note.text for note in notes])
    events = [event for event in split_events(found) if event.content()]
    materials = []
    count = 0
    for number, event in enumerate(events, 1):
        clauses = []
        open_figures = _disputed(event)
        for utterance in event.content():
            count += 1
            clauses.append(Clause(f"F{count}", _line(utterance, open_figures.get(utterance, ())), utterance))
        materials.append(Material(number, tuple(clauses)))
    if sum(len(m.lines()) for m in materials) > LONGEST:
        raise ModelError("记录太长，模型装不下。")
    return tuple(materials)


def _line(utterance: Utterance, disputed: Sequence[Quantity]) -> str:
    """The clause's words, with 【待核】 in place of every figure on which notes disagree."""
    blanks = [Patch(q.start, q.end, "【待核】", utterance.message, 0, 0) for q in disputed]
    patched = utterance.with_patches((*utterance.patches, *blanks))
    return re.sub(r"\s+", " ", literal(patched)).strip()


def _disputed(event: Event) -> dict[Utterance, list[Quantity]]:
    found: dict[Utterance, list[Quantity]] = {}
    for _, said in conflicts_of(event):
        for utterance, quantity in said:
            found.setdefault(utterance, []).append(quantity)
    return found
