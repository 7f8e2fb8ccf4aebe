"""The checkable facts of notes, each with its message and span."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.language.names import people, places, quoted
from bot.domain.language.privacy import private_spans
from bot.domain.notes.note import Note
from bot.domain.notes.report import FactRef
from bot.domain.notes.utterances import Utterance


@dataclass(frozen=True, slots=True)
class Fact:
    """A checkable fact: messages[message].text[start:end] == text.

    `kind` is quantity, money, percent, date, time, person, org, place, quote or title; `plan` where the note speaks
    of what is to come; `written` is the report's form of a time (昨天 → 9月14日), else the text.
    """

    kind: str
    text: str
    message: int
    start: int
    end: int
    plan: bool = False
    written: str = ""


def facts_of(one: Utterance) -> list[Fact]:
    """Every fact of one utterance; corrections that were patched in count as facts of their own message."""
    found: list[Fact] = []
    taken: set[int] = set()

    def add(kind: str, start: int, end: int, written: str = "") -> None:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            span = (one.start + start, one.start + end)
            found.append(Fact(kind, one.text[start:end], one.message, *span, one.plan, written))

    hidden = [(p.start, p.end) for p in private_spans(one.text)] + [(p.start, p.end) for p in one.patches]

    def open_to(start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in hidden)

    for m in one.moments():
        if open_to(m.start, m.end) and m.written:
            add("time" if m.kind in ("clock", "part") else "date", m.start, m.end, m.written)
    for q in one.quantities():
        if open_to(q.start, q.end):
            money = q.unit in ("元", "块", "块钱", "万元", "亿元", "元钱", "美元", "角")
            add("percent" if q.percent else "money" if money else "quantity", q.start, q.end)
    for finder in (quoted, people, places):
        for name in finder(one.text):
            if open_to(name.start, name.end):
                add(name.kind, name.start, name.end)
    return sorted(found, key=lambda f: f.start)


def fact_refs(kept: Iterable[Utterance], notes: Sequence[Note]) -> tuple[FactRef, ...]:
    """References of the facts that a report uses, in order of their place in the notes."""
    found: dict[tuple[int, int, int], FactRef] = {}
    for one in kept:
        for fact in facts_of(one):
            span = (fact.message, fact.start, fact.end)
            found[span] = FactRef(fact.text, fact.kind, *span)
        for p in (p for p in one.patches if p.source_start < p.source_end):
            text = notes[p.source].text[p.source_start : p.source_end]
            kind = "quantity" if re.search(r"[\d一二两三四五六七八九十百千万]", text) else "correction"
            span = (p.source, p.source_start, p.source_end)
            found[span] = FactRef(text, kind, *span)
    return tuple(found[key] for key in sorted(found))
