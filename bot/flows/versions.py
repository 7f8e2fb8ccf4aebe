"""A report in new words: checked as a written one is, with what it now rests on and what was changed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.house.house_style import noticed
from bot.domain.lock.checks import check
from bot.domain.notes.note import Note
from bot.domain.notes.report import FactRef, Report
from bot.domain.talk.desk import Change, Desk, DraftState, ReviseDraft, SetWaiting
from bot.domain.talk.differences import told
from bot.domain.talk.door import Incoming
from bot.domain.talk.revision import Words
from bot.flows import draft_replies
from bot.flows.collect import note_of
from bot.flows.replies import Said
from bot.flows.which import focused, numbered


def together(desk: Desk, reports: Sequence[Report], incoming: Incoming) -> Report:
    """One report of the words of several, under the first one's title."""
    first = reports[0]
    whole = replace(
        first,
        facts=tuple(dict.fromkeys(fact for one in reports for fact in one.facts)),
        missing=tuple(dict.fromkeys(gap for one in reports for gap in one.missing)),
        conflicts=tuple(dict.fromkeys(conflict for one in reports for conflict in one.conflicts)),
        unused=tuple(dict.fromkeys(rest for one in reports for rest in one.unused)),
    )
    words = Words(first.title, "\n".join(one.text for one in reports))
    return checked(whole, words, desk.notes, unit=desk.person.unit.name, now=incoming.at)


def correction(text: str, swapped: tuple[str, str]) -> str:
    """The note that records a changed figure or name, in the words that corrections are read in."""
    old, new = swapped
    if re.search(r"\d$", old):
        unit = re.search(rf"(?<!\d){re.escape(old)}(万元|人次|件套|[一-龥])", text)
        if unit:
            old, new = old + unit[1], new if re.search(r"[一-龥]$", new) else new + unit[1]
    return f"更正：不是{old}，是{new}"


def revised(
    desk: Desk,
    incoming: Incoming,
    state: DraftState,
    *,
    words: Words,
    reason: str,
    corrections: Sequence[str] = (),
    failed: Sequence[str] = (),
) -> Said:
    """The draft's new version, shown with what was changed; `corrections` are kept as notes that it rests on, `failed`
    says which wishes could not be carried out."""
    added = [note_of(incoming, text) for text in corrections]
    notes = (*desk.notes, *(one.note for one in added))
    report = checked(state.report, words, notes, unit=desk.person.unit.name, now=incoming.at)
    report = noticed(report, desk.house)
    done = told(numbered(desk, state.number).report, report)
    numbers = [str(n + 1) for n in range(len(desk.notes), len(notes))]
    done += [f"改动已记为第{'、'.join(numbers)}条。"] if added else []
    done += failed
    if _begins_with_day(numbered(desk, state.number).report.text) and not _begins_with_day(report.text):
        done.append("日期不在开头了，信息一般先写日期。不合适就说“撤销”。")
    shown = draft_replies.draft(report, state.number, len(desk.drafts), note="\n".join(done))
    waiting = SetWaiting(focused(desk, state.number))
    changes: tuple[Change, ...] = (*added, ReviseDraft(state.id, report, reason), waiting)
    return Said((shown,), changes)


def _begins_with_day(text: str) -> bool:
    return re.match(r"(?:\d{4}年)?\d{1,2}月", text) is not None


def checked(report: Report, words: Words, notes: Sequence[Note], *, unit: str, now: datetime) -> Report:
    """The report in these words, held against the notes; facts that the words no longer hold go."""
    checks = check(words.title, words.text, notes, unit=unit, now=now)
    kept = tuple(fact for fact in report.facts if _figure(fact.text) in words.title + words.text)
    if words.swapped:
        last = len(notes) - 1
        start = notes[last].text.rfind(words.swapped[1])
        kept += (FactRef(words.swapped[1], "correction", last, start, start + len(words.swapped[1])),)
    return replace(report, title=words.title, text=words.text, checks=checks, facts=kept)


def _figure(text: str) -> str:
    """What of a fact must still stand in a text: its digits where it has some, else itself."""
    digits = re.search(r"\d[\d.]*", text)
    return digits[0] if digits else text
