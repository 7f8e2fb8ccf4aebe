"""Other words for a clause of a draft, written into the note that it was made from, where no correction among the notes
would carry them."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.domain.talk.desk import Desk, RewriteNote
from bot.domain.talk.right_values import shared

CORRECTED = "更正："
"""How a note begins that puts others right."""
_LEAST, _LONG = 2, 20


def with_wording(desk: Desk, swapped: Sequence[tuple[str, str]]) -> tuple[Desk, RewriteNote | None]:
    """The desk with other words for a clause of the draft in the note that it was written from; None for a change that
    a correction among the notes tells as well."""
    (old, new), *others = swapped or [("", "")]
    more = new[len(old) :] if new.startswith(f"{old}（") else ""
    if others or not old or not (more or len(new) > _LONG or "，" in new):
        return desk, None
    changed = _with_more(desk.notes, old, more) if more else _instead(desk.notes, old, new)
    return _reading(desk, changed), changed


def taken_back(desk: Desk, swapped: Sequence[tuple[str, str]]) -> tuple[Desk, RewriteNote | None]:
    """The desk with what with_wording wrote into a note out of it again."""
    (now, before), *others = swapped or [("", "")]
    more = now[len(before) :] if before and now.startswith(f"{before}（") else ""
    holding = [note for note in desk.notes if (more or now) in note.text and not note.text.startswith(CORRECTED)]
    if others or not now or len(holding) != 1 or not (more or len(now) > _LONG or "，" in now):
        return desk, None
    changed = RewriteNote(holding[0].id, holding[0].text.replace(more or now, "" if more else before))
    return _reading(desk, changed), changed


def _reading(desk: Desk, changed: RewriteNote | None) -> Desk:
    if not changed:
        return desk
    place = next(n for n, one in enumerate(desk.notes) if one.id == changed.note_id)
    notes = (*desk.notes[:place], replace(desk.notes[place], text=changed.text), *desk.notes[place + 1 :])
    drafts = (replace(state, report=_with_facts(state.report, place, changed.text)) for state in desk.drafts)
    return replace(desk, notes=notes, drafts=tuple(drafts))


def _with_facts(report: Report, place: int, text: str) -> Report:
    """The report whose facts stand where the note says them now; what it says no more goes."""
    facts = []
    for fact in report.facts:
        at = text.find(fact.text) if fact.message == place else fact.start
        facts += [replace(fact, start=at, end=at + len(fact.text))] if at >= 0 else []
    return replace(report, facts=tuple(facts))


def _with_more(notes: Sequence[Note], clause: str, more: str) -> RewriteNote | None:
    """The note of which a clause says most of what this one does, with more behind it."""
    told = [(note, part) for note in notes for part in re.finditer(r"[^，,。；;\s]+", note.text)]
    own = re.findall(r"\d+", clause)
    same = [_LEAST * (clause in part[0]) + (own == re.findall(r"\d+", part[0])) for _, part in told]
    speaks = [n + len(shared(clause, part[0])) for n, (_, part) in zip(same, told, strict=True)]
    if max(speaks, default=0) < _LEAST:
        return None
    note, part = told[speaks.index(max(speaks))]
    return RewriteNote(note.id, note.text[: part.end()] + more + note.text[part.end() :])


def _instead(notes: Sequence[Note], old: str, new: str) -> RewriteNote | None:
    holding = [note for note in notes if old in note.text]
    return RewriteNote(holding[0].id, holding[0].text.replace(old, new)) if len(holding) == 1 else None


def _begin_alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


_LONGEST = 14


def correction(text: str, swapped: tuple[str, str]) -> str:
    """The note that records a changed figure or name, in the words that corrections are read in."""
    old, new = swapped
    if max(len(old), len(new)) > _LONGEST:
        # Longer ones no reader of corrections takes in.
        head = _begin_alike(old, new)
        tail = _begin_alike(old[head:][::-1], new[head:][::-1])
        head = max(0, min(head - 2, len(old) - tail - 2))
        old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if re.search(r"\d$", old):
        unit = re.search(rf"(?<!\d){re.escape(old)}(万元|人次|件套|[一-龥])", text)
        if unit:
            old, new = old + unit[1], new if re.search(r"[一-龥]$", new) else new + unit[1]
    if (counted := re.fullmatch(r"\d[\d.]*([一-龥])", old)) and re.match(r"\d", new):
        # Of several that are counted alike the thing is named: 电饭锅6个, where 电扇4个 stands too.
        thing = re.search(rf"([一-龥]{{2,3}}){re.escape(old)}", text)
        alike = len(set(re.findall(rf"\d[\d.]*{counted[1]}", text))) > 1
        old, new = (thing[1] + old, thing[1] + new) if thing and alike else (old, new)
    return f"{CORRECTED}不是{old}，是{new}"
