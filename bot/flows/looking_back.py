"""What a draft was before: back to it, a piece of it back, and why, where from and what was changed."""

import re
from collections.abc import Sequence

from bot.domain.editing.pointing import spots
from bot.domain.language.numerals import fold
from bot.domain.language.sentences import clauses, split
from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.domain.talk.desk import DraftState, DraftVersion
from bot.domain.talk.differences import lost, standing, told, written
from bot.domain.talk.revision import ALSO
from bot.errors import InputError
from bot.flows import draft_replies, replies
from bot.flows.replies import Said, say

_MOST = 4


def swaps(reasons: Sequence[str]) -> list[tuple[str, str]]:
    """The replacements among the reasons of changes, newest first, each as (new, old): so they are taken back."""
    each = [one for reason in reversed(reasons) for one in reversed(reason.split(ALSO))]
    found = [re.search(r" (?P<old>.+)→(?P<new>.+)$", one) for one in each]
    return [(one["new"], one["old"]) for one in found if one]


def made(reason: str) -> list[tuple[str, str]]:
    """The replacement of a change as (old, new): so it is made again."""
    return [(old, new) for new, old in swaps([reason])]


def original(stack: Sequence[DraftVersion]) -> tuple[Report, list[str]]:
    """The report as last written from the notes, and the reasons of the changes since; InputError where it is that."""
    at = written(stack)
    if at == len(stack) - 1:
        raise InputError("现在就是最初那一稿，没有改过。")
    return stack[at].report, [version.reason for version in stack[at + 1 :]]


def old_title(stack: Sequence[DraftVersion]) -> str:
    """The title before the last change of it; InputError where it was never changed."""
    titles = [version.report.title for version in stack]
    before = [title for title in titles if title != titles[-1]]
    if not before:
        raise InputError("标题没有改过。")
    return before[-1]


def dropped_piece(stack: Sequence[DraftVersion], about: str) -> str:
    """What earlier versions said of the matter and the newest does not; empty where nothing."""
    found = [piece for piece, _ in lost(stack) if spots(about, piece)]
    exact = [piece for piece in found if about in piece]
    return (exact or found or [""])[-1]


def why(state: DraftState, history: Sequence[DraftVersion], words: str, others: Sequence[Report]) -> Said:
    """Why something is not in the draft: changes since it was written first, then what was left out of the notes."""
    gone = lost(standing(history))
    about = [(piece, reason) for piece, reason in gone if words and spots(words, piece)]
    if words and not about and spots(words, state.report.text):
        return say(f"没有删，稿里有：{_clause(words, state.report.text)}。")
    if words and not about:
        return draft_replies.why_left_out(others, words)
    chosen = about or gone
    if not chosen:
        return draft_replies.why_left_out(others, words)
    by_reason: dict[str, list[str]] = {}
    for piece, reason in chosen:
        by_reason.setdefault(_reason(reason), []).append(f"“{piece}”")
    lines = [f"· {'、'.join(parts[:_MOST])}：{reason}" for reason, parts in by_reason.items()]
    return say("\n".join(["按你说的改动去掉的：", *lines, "要加回去就说“把…加回来”，或“撤销”。"]))


def _reason(reason: str) -> str:
    if reason.startswith("改短"):
        return "因为要改短，先省没有数字的句子，再从后往前省"
    return "你让删的" if reason.startswith("删") else f"因为改动：{reason}"


def _clause(words: str, text: str) -> str:
    at = spots(words, text)[0]
    return f"“{clauses(split(text)[at.sentence].text)[at.clause].text.rstrip('，,；;。')}”"


def changes(history: Sequence[DraftVersion]) -> Said:
    """What the last change did, and what was left out since the draft was written."""
    stack = standing(history)
    if len(stack) < 2:
        return say("这是第一稿，还没有改过。")
    last = told(stack[-2].report, stack[-1].report) or ["和上一稿一样。"]
    lines = ["和上一稿比：", *(f"· {line}" for line in last)]
    first = written(stack)
    if first < len(stack) - 2:
        lines += ["和最初那稿比：", *(f"· {line}" for line in told(stack[first].report, stack[-1].report))]
    return say("\n".join([*lines, "不要这些改动就说“撤销”或“回到第一稿”。"]))


def whence(state: DraftState, notes: Sequence[Note], words: str) -> Said:
    """The notes that something of the draft rests on, in their own words; all of them where nothing is named."""
    report = state.report
    if not words:
        return draft_replies.basis(report, notes, state.number)
    figure = re.search(r"\d[\d.]*", fold(words))
    digits = figure[0] if figure else ""
    facts = [fact for fact in report.facts if _same(fact.text, words, digits)]
    found = {fact.message for fact in facts if fact.message < len(notes)}
    if not found:
        found = {n for n, note in enumerate(notes) if _same(note.text, words, digits)}
    if not found:
        stands = words in report.title + report.text
        return say(f"“{words}”在记录里没有找到。" if stands else f"稿里和记录里都没有“{words}”。")
    lines = [f"· 第{n + 1}条：“{replies.cut(notes[n].text, 50)}”{_speaker(notes[n])}" for n in sorted(found)[:_MOST]]
    return say("\n".join([f"“{words}”出自：", *lines]))


def _speaker(note: Note) -> str:
    return f"（{note.speaker}）" if note.speaker else ""


def _same(said: str, words: str, digits: str) -> bool:
    text = fold(said)
    return bool(re.search(rf"(?<![\d.]){re.escape(digits)}(?![\d.])", text)) if digits else words in text
