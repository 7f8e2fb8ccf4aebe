"""Whether a model's words may stand as an answer: known passages, figures and titles that stand in them.

The words come through the port AnswerWriter; the extractive answer is in wording.py.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.library.evidence import Evidence
from bot.domain.library.passages import Answer, context
from bot.domain.library.wording import answered, sources
from bot.domain.lock.amounts import ungrounded_numbers

MOST_SENTENCES = 3
LONGEST = 220

Sentences = Sequence[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, or None with the fault; `unknown` counts ids that were never given to the model."""

    answer: Answer | None
    unknown: int = 0
    fault: str = ""


def verify(sentences: Sentences, evidence: Sequence[Evidence]) -> Verdict:
    """Judge a worded answer.

    One sentence that does not stand makes the whole unfit: the rest may lean on it.
    """
    given = {piece.passage.id: piece for piece in evidence}
    unknown = sum(key not in given for _, keys in sentences for key in keys)
    said = [(text.strip(), keys) for text, keys in sentences if text.strip()]
    kept = [(text, [given[key] for key in keys if key in given]) for text, keys in said]
    if not kept or len(kept) > MOST_SENTENCES or sum(len(text) for text, _ in kept) > LONGEST:
        return Verdict(None, unknown, "length")
    for text, pieces in kept:
        if not pieces:
            return Verdict(None, unknown, "uncited")
        if fault := _fault(text, "\n".join(context(piece.document, piece.passage) for piece in pieces)):
            return Verdict(None, unknown, fault)
    used = [piece for piece in evidence if any(piece in pieces for _, pieces in kept)]
    words = "".join(text for text, _ in kept)
    return Verdict(Answer(f"{words}\n{sources(used)}", False, "model", answered(used).citations), unknown)


def _fault(text: str, ground: str) -> str:
    """Why the sentence does not stand in its clauses; empty where it does."""
    if ungrounded_numbers(text, [ground]):
        return "figure"
    if any(title not in ground for title in re.findall(r"《([^》]+)》", text)):
        return "title"
    if any(quoted not in ground for quoted in re.findall(r"[“「]([^”」]+)[”」]", text)):
        return "quotation"
    return ""
