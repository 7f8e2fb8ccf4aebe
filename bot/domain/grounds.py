"""What a draft may rest on: figures, days, names and words of the notes, read once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from bot.domain.corrections import apply_corrections
from bot.domain.dates import readings
from bot.domain.names import people
from bot.domain.notes import Note
from bot.domain.numerals import fold, numerals
from bot.domain.patching import as_corrected
from bot.domain.quantities import Quantity, quantities
from bot.domain.utterances import Utterance, utterances

_BLANK = re.compile(r"[\s，。、；：！？“”‘’（）()《》〔〕,.;:!?\"'—…·-]")


@dataclass(frozen=True, slots=True)
class Grounds:
    """Everything that a draft may rest on, read from the notes once."""

    blob: str
    figures: tuple[Quantity, ...]
    values: frozenset[float]
    bare: frozenset[float]
    days: frozenset[date]
    written: frozenset[str]
    names: tuple[str, ...]
    said: tuple[Utterance, ...]


def bare(text: str) -> str:
    """The text without white space and punctuation, half-width."""
    return _BLANK.sub("", fold(text))


def grounds_of(notes: Sequence[Note], *, unit: str, now: datetime) -> Grounds:
    """Read the notes for what they hold: figures with units, days under every reading, names and words."""
    parts = [_grounds_of_note(n.text, n.at or now) for n in notes]
    said = tuple(utterances(notes, now))
    values = frozenset().union(*(p.values for p in parts))
    written = frozenset().union(*(p.written for p in parts))
    blob = bare("".join(n.text for n in notes) + unit + "".join(n.speaker for n in notes) + "".join(written))
    return Grounds(
        blob,
        (*(q for p in parts for q in p.figures), *_corrected(said, notes, values)),
        values,
        frozenset().union(*(p.bare for p in parts)),
        frozenset().union(*(p.days for p in parts)),
        written,
        tuple(n for p in parts for n in p.names),
        said,
    )


# 多打了个0: the right figure stands nowhere as typed.
_NOUGHT = re.compile(r"[多少漏](?:打|写|敲|按)了?(?:一?个)?[0零]")


def _corrected(said: tuple[Utterance, ...], notes: Sequence[Note], values: frozenset[float]) -> Iterator[Quantity]:
    """Figures of the notes with the unit that a correction gave them: 2.3公分 … 是毫米吧."""
    noughts = any(_NOUGHT.search(n.text) for n in notes)
    for one in apply_corrections(said, [n.text for n in notes]):
        if one.patches:
            read = quantities(fold(as_corrected(one)))
            yield from (q for q in read if q.value in values or (noughts and {q.value * 10, q.value / 10} & values))


@lru_cache(maxsize=2048)
def _grounds_of_note(said: str, when: datetime) -> Grounds:
    """What one note holds."""
    text = fold(said)
    found = tuple(quantities(text))
    every = numerals(text)
    read = readings(text, when)
    written = {m.written for m in read} | {f"{when.year}年"}
    written |= {
        f"{when.year + step}年"
        for word, step in (("去年", -1), ("上年", -1), ("明年", 1), ("前年", -2))
        if word in text
    }
    counted = {i for q in found if q.unit for i in range(q.start, q.end)}
    loose = {n.value for n in every if not n.percent and n.start not in counted}
    return Grounds(
        "",
        found,
        frozenset(n.value for n in every),
        frozenset(loose),
        frozenset({when.date()} | {d for m in read for d in (m.day, m.last) if d}),
        frozenset(written),
        tuple(n.text for n in people(text)),
        (),
    )
