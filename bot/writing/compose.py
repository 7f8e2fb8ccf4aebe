"""From the opening and its clauses to the body: people and results next, plans last.

Sentences keep the order in which they were said within each of these.
"""

import re
from collections.abc import Sequence

from bot.writing.clauses import Line
from bot.writing.headlines import brightest
from bot.writing.titles import Lead

_SENTENCE = 84
_STUMP = 12
_TELLING = re.compile(r"\d|《|“")


def by_weight(lines: Sequence[Line]) -> list[Line]:
    """The clauses by how much they would be missed, most first: people, then figures and names, then by time."""
    return sorted(lines, key=lambda line: (not line.people, not _TELLING.search(line.text)))


def body(lead: Lead, lines: Sequence[Line], pending: Sequence[str]) -> str:
    """Lead with who came, behind it an honour; then what was done, message by message; plans last."""
    bright = brightest(lead, lines)
    honours = [line for line in lines if line.utterance.message in bright]
    lines = [line for line in lines if line.utterance.message not in bright]
    opened = _joined([lead.sentence()]) + _joined([line.text for line in honours]) if bright else []
    first = [] if bright else [lead.sentence()]
    ahead = _all_plans(lines)
    same = [line for line in lines if line.utterance.message == lead.utterance.message]
    rest = [line for line in lines if line.utterance.message != lead.utterance.message]
    opening = min((line.utterance.message for line in rest if line.utterance.message not in ahead), default=-1)
    openers = {line.utterance.message: line for line in reversed(rest)}
    people = [
        line
        for line in rest
        if line.people and line.utterance.message != opening and openers[line.utterance.message] is line
    ]
    sentences = opened + _joined([*first, *(line.text for line in [*same, *people]), *pending])
    by_message: dict[int, list[str]] = {}
    for line in (one for one in rest if one not in people):
        by_message.setdefault(line.utterance.message, []).append(line.text)
    stump: list[str] = []
    for message in sorted(by_message, key=lambda m: (m in ahead, m)):
        texts = [*stump, *by_message[message]]
        stump = texts if sum(map(len, texts)) < _STUMP and message not in ahead else []
        sentences += [] if stump else _joined(texts)
    if len(stump) == 1 and len(stump[0]) < 6 and len(sentences) > 1 and len(sentences[-1]) < _SENTENCE:
        return "".join([*sentences[:-1], sentences[-1].removesuffix("。"), "，", stump[0], "。"])
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
