"""The writer that is always there: rules alone, no model, no network. Notes to reports, one per event."""

import asyncio
import re
from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest

from bot.domain.house.house_style import HouseRule, styled
from bot.domain.language.quantities import Quantity
from bot.domain.lock.checks import check
from bot.domain.notes.corrections import apply_corrections
from bot.domain.notes.events import Event, conflicts_of, doubts, split_events
from bot.domain.notes.facts import fact_refs
from bot.domain.notes.gaps import gaps_of
from bot.domain.notes.gist import DEED
from bot.domain.notes.note import Note
from bot.domain.notes.old_reports import pasted
from bot.domain.notes.recounts import recount
from bot.domain.notes.report import Report, Unused
from bot.domain.notes.utterances import Kind, Patch, Utterance, utterances
from bot.writing.clauses import Line, line_of, named_counts, others_did
from bot.writing.compose import body, by_weight
from bot.writing.headlines import title_of
from bot.writing.joining import (
    LINK,
    OVER_ALONE,
    done_at_once,
    ended,
    looked_into,
    once,
    ordered,
    rejoined,
    tells_nothing,
)
from bot.writing.lead import lead_of
from bot.writing.plain_copy import copied


class OfflineWriter:
    """Implements ports.Writer with rules. Never fails: notes without content give no report."""

    name = "offline"

    async def write(
        self, notes: Sequence[Note], *, unit: str, now: datetime, limit: int = 400, house: Sequence[HouseRule] = ()
    ) -> tuple[Report, ...]:
        """One report per event; worked out in a thread, so that a long day blocks nobody."""
        found = await asyncio.to_thread(write_reports, notes, unit=unit, now=now, limit=limit)
        return tuple(styled(report, house) for report in found)


def write_reports(notes: Sequence[Note], *, unit: str, now: datetime, limit: int = 400) -> tuple[Report, ...]:
    """Reports of the notes, one per event, each checked; a pasted report comes out as its own plain copy."""
    groups = pasted(notes)
    if not groups:
        return _written(notes, unit, now, limit)
    inside = {n for group in groups for n in group}
    answers = [n for n in range(groups[-1][-1] + 1, len(notes)) if n not in inside]
    copies = [
        copied(notes, group, answers if group is groups[-1] else (), unit=unit, now=now, limit=limit)
        for group in groups
    ]
    taken = inside | (set(answers) if copies[-1] else set())
    others = [note for n, note in enumerate(notes) if n not in taken]
    return (*_written(others, unit, now, limit), *(report for group in copies for report in group))


def _written(notes: Sequence[Note], unit: str, now: datetime, limit: int) -> tuple[Report, ...]:
    found = apply_corrections(utterances(notes, now), [n.text for n in notes])
    events = [e for e in split_events(found) if e.content()]
    return tuple(_report(event, notes, unit, now, limit) for event in events)


def _report(event: Event, notes: Sequence[Note], unit: str, now: datetime, limit: int) -> Report:
    disputes = conflicts_of(event)
    content = named_counts(_undisputed(event.content(), [one for _, said in disputes for one in said]))
    lead = lead_of(content, unit, now)
    lines, apart = [], lead.foreign
    for u in content:
        if u is not lead.utterance and u not in lead.used:
            lines.append(line_of(u, lead, unit, apart=apart))
            apart = apart and not lines[-1].text.startswith(unit)  # once named, we go on
        apart = apart or u.told or others_did(u)
    found = looked_into(done_at_once(lines))
    lines = [
        line
        for line, after in zip_longest(found, found[1:])
        if not tells_nothing(line, after)
        and line.text != lead.when
        and not LINK.fullmatch(line.text)
        and not (len(lines) > 1 and OVER_ALONE.fullmatch(line.text))
    ]
    lines = ordered(rejoined(lead, lines))
    lines, again = once(ended(lines, lead, notes), lead)
    dropped: list[Line] = []
    pending = [f"{conflict.about}待核" for conflict, _ in disputes]
    text = body(lead, lines, pending)
    spare = by_weight(lines)
    while len(text) > limit and spare:
        over = len(text) - limit
        while over > 0 and spare:
            dropped.append(spare.pop())
            over -= len(dropped[-1].text) + 1
        gone = {id(line) for line in dropped}
        lines = [line for line in lines if id(line) not in gone]
        text = body(lead, lines, pending)
    title = title_of(lead, lines, unit)
    unused = [Unused(u.message, u.text, u.kind.value) for u in event.utterances if u.kind is not Kind.CONTENT]
    unused += [Unused(u.message, words, Kind.PRIVATE.value) for u in content for words in u.hidden()]
    unused += [Unused(line.utterance.message, line.utterance.text, "篇幅") for line in dropped]
    unused += [Unused(line.utterance.message, line.utterance.text, "重复") for line in again]
    kept = [lead.utterance, *lead.used, *(line.utterance for line in lines)]
    drawn = {u.message for u in kept} | {p.source for u in kept for p in u.patches}
    conflicts = tuple(conflict for conflict, _ in disputes)
    return Report(
        title=title,
        text=text,
        checks=check(title, text, notes, unit=unit, now=now, drawn=drawn),
        facts=fact_refs(kept, notes),
        missing=gaps_of(lead.deed, text, place=lead.place, unit=unit, conflicts=conflicts),
        conflicts=conflicts,
        unused=tuple(sorted(unused, key=lambda u: u.message)),
    )


def _undisputed(content: list[Utterance], disputed: Sequence[tuple[Utterance, Quantity]]) -> list[Utterance]:
    """The utterances without figures that contradict each other; what only counts is left out whole."""
    kept = []
    told: list[Utterance] = []
    for one in content:
        figures = [q for u, q in disputed if u is one]
        if figures and not doubts(one.text):
            blanks = tuple(_blank(one, q) for q in figures)
            told.append(one.with_patches((*one.patches, *blanks)))
        if not figures:
            kept.append(one)
        elif len(figures) == len(one.quantities()) and (doubts(one.text) or _counted_again(one, figures)):
            continue
        elif (
            (DEED.search(one.text) and (len(one.text) > _A_CLAUSE or _begins(one, figures, content)))
            or (one is content[0] and _TOPIC_OF.search(one.text[: figures[0].start]))
            or any(q not in figures for q in one.quantities())
            or (one.quantities() == () and len(one.text) - sum(q.end - q.start for q in figures) > _A_DEED)
        ):
            blanks = tuple(_blank(one, q) for q in figures)
            kept.append(one.with_patches((*one.patches, *blanks)))
    return kept or [one for one in told if one.message == told[0].message] or content


def _counted_again(one: Utterance, figures: Sequence[Quantity]) -> bool:
    """剧团那边报的是去了28人: without the figure only who counted is left."""
    return len(figures) == 1 and recount(one.text, figures[0].start, figures[0].end) is not None


# 两癌筛查|做了165人, 登山赛完赛|的有235人
_CAME = re.compile(r"(?:(?:一共|总共|共|大概)?[来到去]了|(?<=[一-龥]{4})(?:[做打查收办]了|的(?:一?共)?[有是]?))$")


def _blank(one: Utterance, q: Quantity) -> Patch:
    """The figure left out, with the 来了 or 的有 that it belongs to."""
    came = _CAME.search(one.text, 0, q.start)
    return Patch(came.start() if came else q.start, q.end, "", one.message, one.start, one.start)


# 上午去实验小学讲流感预防, whose place is contested: the words beside it tell what was done.
_A_DEED = 3
# 两癌筛查做了165人: what was done stands before the verb.
_TOPIC_OF = re.compile(r"[一-龥]{4}[做办]了$")
# 来的孩子有40个 counts; what holds more tells a deed as well, and so does what the notes begin with: 今天接访12批.
_A_CLAUSE = 10


def _begins(one: Utterance, figures: Sequence[Quantity], content: Sequence[Utterance]) -> bool:
    """Not 参加的有57人, of which nothing would be left."""
    return one is content[0] and not one.text[: figures[0].start].endswith(("的", "的有", "的是"))
