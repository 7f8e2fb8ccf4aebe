"""The writer that is always there: rules alone, no model, no network. Notes to reports, one per event."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.checks import check
from bot.domain.corrections import apply_corrections
from bot.domain.events import DEED, Event, conflicts_of, doubts, split_events
from bot.domain.facts import fact_refs
from bot.domain.gaps import gaps_of
from bot.domain.notes import Note
from bot.domain.quantities import Quantity
from bot.domain.report import Report, Unused
from bot.domain.utterances import Kind, Patch, Utterance, utterances
from bot.writing.compose import Lead, Line, headline_of, lead_of, line_of

_SENTENCE = 84
_STUMP = 12
_LINK = re.compile(r"(?:本次|此次|这次)?活动的(?:开展|举办|举行)|同时|此外|另外|期间|其中|下一步|接下来|随后|然后|最后|目前")


class OfflineWriter:
    """Implements ports.Writer with rules. Never fails: notes without content give no report."""

    name = "offline"

    async def write(self, notes: Sequence[Note], *, unit: str, now: datetime, limit: int = 400) -> tuple[Report, ...]:
        """One report per event; worked out in a thread, so that a long day blocks nobody."""
        return await asyncio.to_thread(write_reports, notes, unit=unit, now=now, limit=limit)


def write_reports(notes: Sequence[Note], *, unit: str, now: datetime, limit: int = 400) -> tuple[Report, ...]:
    """Reports of the notes, one per event, each checked."""
    found = apply_corrections(utterances(notes, now), [n.text for n in notes])
    events = [e for e in split_events(found) if e.content()]
    return tuple(_report(event, notes, unit, now, limit) for event in events)


def _report(event: Event, notes: Sequence[Note], unit: str, now: datetime, limit: int) -> Report:
    disputes = conflicts_of(event)
    content = _undisputed(event.content(), [one for _, said in disputes for one in said])
    lead = lead_of(content, unit, now)
    lines = [line_of(u, lead, unit) for u in content if u is not lead.utterance and u not in lead.used]
    lines = [line for line in lines if len(line.text) >= 2 and not _LINK.fullmatch(line.text)]
    lines = _ordered(_rejoined(lead, lines))
    lines, again = _once(lines, lead)
    dropped: list[Line] = []
    pending = [f"{conflict.about}待核" for conflict, _ in disputes]
    text = _body(lead, lines, pending)
    spare = _by_weight(lines)
    while len(text) > limit and spare:
        over = len(text) - limit
        while over > 0 and spare:
            dropped.append(spare.pop())
            over -= len(dropped[-1].text) + 1
        gone = {id(line) for line in dropped}
        lines = [line for line in lines if id(line) not in gone]
        text = _body(lead, lines, pending)
    lead.headline = headline_of(lead, lines)
    lead.reporter = unit
    title = lead.title()
    unused = [Unused(u.message, u.text, u.kind.value) for u in event.utterances if u.kind is not Kind.CONTENT]
    unused += [Unused(line.utterance.message, line.utterance.text, "篇幅") for line in dropped]
    unused += [Unused(line.utterance.message, line.utterance.text, "重复") for line in again]
    kept = [lead.utterance, *lead.used, *(line.utterance for line in lines)]
    conflicts = tuple(conflict for conflict, _ in disputes)
    return Report(
        title=title,
        text=text,
        checks=check(title, text, notes, unit=unit, now=now),
        facts=fact_refs(kept, notes),
        missing=gaps_of(lead.deed, text, place=lead.place, unit=unit, conflicts=conflicts),
        conflicts=conflicts,
        unused=tuple(sorted(unused, key=lambda u: u.message)),
    )


_ORDERED = re.compile(r"^[^，。\d]{0,10}(?:要求|强调|指出|提出|认为|表示)$")


def _ordered(lines: Sequence[Line]) -> list[Line]:
    """会议要求 whose slogans were left out takes up the order behind it (会议要求12月28日前完成整改), or goes."""
    kept: list[Line] = []
    for at, line in enumerate(lines):
        if _ORDERED.match(line.text):
            follows = lines[at + 1] if at + 1 < len(lines) else None
            if follows and follows.utterance.message == line.utterance.message and follows.plan:
                bound = "限" if re.match(r"(?:计划)?\d{1,2}月\d{0,2}[日底]?前", follows.text) else ""
                follows.text = line.text + bound + follows.text.removeprefix("计划")
        else:
            kept.append(line)
    return kept


_TAKEN_UP = re.compile(r"^(?P<who>[一-龥]{0,8}?)将(?P<what>[^，。]{1,14}?)(?P<did>更换|修复|拆除|清除|维修|安装|清理|修补|填埋|换|修|拆|清|装|补)$")
_COUNTED = re.compile(r"^(?P<did>更换|修复|拆除|清除|维修|安装|清理|修补|填埋|补|换|修)(?P<n>\d[^，。]*)$")


def _rejoined(lead: Lead, lines: Sequence[Line]) -> list[Line]:
    """将灭火器更换，更换16具 → 更换灭火器16具: a thing taken up first and counted behind is said once.

    A bare figure behind 钱 or 费 gets its 元.
    """
    kept: list[Line] = []
    for line in lines:
        before = kept[-1].text if kept else lead.deed
        near = (kept[-1].utterance if kept else lead.utterance).message == line.utterance.message
        taken, counted = _TAKEN_UP.match(before), _COUNTED.match(line.text)
        if near and taken and counted:
            joined = f"{taken['who']}{counted['did']}{taken['what']}{counted['n']}"
            if kept:
                kept[-1].text = joined
            else:
                lead.deed, lead.used = joined, [*lead.used, line.utterance]
            continue
        if re.fullmatch(r"约?\d[\d.]{2,}", line.text) and re.search(r"[钱费款]", before):
            line.text += "元"
        kept.append(line)
    return kept


def _once(lines: Sequence[Line], lead: Lead) -> tuple[list[Line], list[Line]]:
    """(the clauses, those that say word for word what the lead or one before them said)."""
    said = {lead.deed, f"在{lead.place}{lead.deed}"}
    kept: list[Line] = []
    again: list[Line] = []
    for line in lines:
        (again if line.text in said else kept).append(line)
        said.add(line.text)
    return kept, again


def _undisputed(content: list[Utterance], disputed: Sequence[tuple[Utterance, Quantity]]) -> list[Utterance]:
    """The utterances without figures that contradict each other; what only counts is left out whole."""
    kept = []
    for one in content:
        figures = [q for u, q in disputed if u is one]
        if not figures:
            kept.append(one)
        elif DEED.search(one.text) and len(one.text) > 10:
            blanks = tuple(Patch(q.start, q.end, "", one.message, one.start, one.start) for q in figures)
            kept.append(replace(one, patches=(*one.patches, *blanks)))
    settled = {p.text for one in kept for p in one.patches if p.text}
    return [one for one in kept if not (doubts(one.text) and _said(one) & settled)] or content


def _said(one: Utterance) -> set[str]:
    """The figures of an utterance as typed."""
    return {one.text[q.start : q.end] for q in one.quantities()}


def _by_weight(lines: Sequence[Line]) -> list[Line]:
    """The clauses by how much they would be missed, least last: people, then figures and names, earlier before later."""
    return sorted(lines, key=lambda line: (not line.people, not re.search(r"\d|《|“", line.text)))


def _body(lead: Lead, lines: Sequence[Line], pending: Sequence[str]) -> str:
    """Lead with who came; then what was done, message by message; plans last."""
    first = [lead.sentence()]
    ahead = _all_plans(lines)
    same = [line for line in lines if line.utterance.message == lead.utterance.message]
    rest = [line for line in lines if line.utterance.message != lead.utterance.message]
    opening = min((line.utterance.message for line in rest if line.utterance.message not in ahead), default=-1)
    openers = {line.utterance.message: line for line in reversed(rest)}
    people = [
        line for line in rest
        if line.people and line.utterance.message != opening and openers[line.utterance.message] is line
    ]
    sentences = _joined([*first, *(line.text for line in [*same, *people]), *pending])
    by_message: dict[int, list[str]] = {}
    for line in (one for one in rest if one not in people):
        by_message.setdefault(line.utterance.message, []).append(line.text)
    stump: list[str] = []
    for message in sorted(by_message, key=lambda m: (m in ahead, m)):
        texts = [*stump, *by_message[message]]
        stump = texts if sum(map(len, texts)) < _STUMP and message not in ahead else []
        sentences += [] if stump else _joined(texts)
    return "".join([*sentences, *_joined(stump)])


def _all_plans(lines: Sequence[Line]) -> set[int]:
    """The messages that speak of nothing but plans: they close the report."""
    return {line.utterance.message for line in lines} - {line.utterance.message for line in lines if not line.plan}


def _joined(texts: Sequence[str]) -> list[str]:
    """Clauses to sentences of at most about 80 characters."""
    sentences, current = [], ""
    for text in texts:
        if text.startswith("计划") and "计划" in current:
            text = text.removeprefix("计划")
        if current and len(current) + len(text) + 1 > _SENTENCE:
            sentences.append(current + "。")
            current = text
        else:
            current = f"{current}，{text}" if current else text
    if current:
        sentences.append(current + "。")
    return sentences
