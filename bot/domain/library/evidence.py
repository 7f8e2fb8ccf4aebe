"""How well a passage answers a question, by scores that can be explained.

Which words of it are said: excerpts.py.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.library.excerpts import Excerpt, choose, strip_address
from bot.domain.library.needs import Listening, Need, unheard
from bot.domain.library.passages import Document, Passage, context
from bot.domain.library.questions import Question
from bot.domain.library.wants import FIGURES, Kind, Want, punishes, serves_well

# Fitted on the development half of tests/evals/questions_*.json; each may move by a third without harm.
FUSED, COVERED, EXCERPT, CLOSE, OPENING = 0.36, 0.22, 0.30, 0.04, 0.04
FIGURE, SERVED = 0.12, 0.03
FRAME, WRONG_PART, SUBJECT = 0.08, 0.11, 0.06

BREACH = re.compile(r"有人管|有没有人管|管不管|管[吗不么]$|违[法规反][吗不么了]|犯法|违法不")
"""Asks whether something is forbidden, as a clause on penalties tells too."""


@dataclass(frozen=True, slots=True)
class Found:
    """What search gave: passage, document, fused score, cosine (0 where vectors were not asked)."""

    passage: Passage
    document: Document
    score: float
    similarity: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage judged as an answer. `coverage` is the share of the question's content that it speaks of.

    `said` is the same share for its excerpts alone, `served` whether they hold the kind of answer asked for;
    `doubt` is for what the question asks for by name and the passage never names, `heard` the weight of what it speaks
    of: the share alone is unfair to a question that tells a long story.
    """

    passage: Passage
    document: Document
    score: float
    fused: float
    coverage: float
    said: float
    served: bool
    similarity: float
    excerpts: tuple[Excerpt, ...]
    doubt: float = 0.0
    heard: float = 0.0


def judge(question: Question, needs: Sequence[Need], found: Found, best: float) -> Evidence:
    """Judge one passage. `best` is the highest cosine of the search, by which the others are measured."""
    passage, document = found.passage, found.document
    around = context(document, passage) + "".join(passage.path)
    ear = Listening.to(needs, around)
    coverage = ear.share(around)
    doubt = unheard(question, needs, around + "".join(document.aliases))
    # Words of the title say which document is meant, not which of its sentences.
    inner = [need for need in needs if not any(form in document.title for form in need.forms)]
    excerpts = choose(question, Listening.to(inner, around) if 0 < len(inner) < len(needs) else ear, passage)
    words = "".join(excerpt.whole for excerpt in excerpts)
    said = ear.share(words)
    want = question.wants[0] if question.wants else None
    served = serves_well(want, words) if want else 1.0
    closeness = max(0.0, 1.0 - 8.0 * (best - found.similarity)) if found.similarity else 0.0
    score = (
        FUSED * found.score
        + COVERED * coverage
        + EXCERPT * said
        + CLOSE * closeness
        + OPENING * ear.share(re.split(r"[。；]", passage.text, maxsplit=1)[0][:60])
        + _kind_bonus(want, served, words, breach=bool(BREACH.search(question.text)))
        + SUBJECT * _has_subject(question, passage, excerpts)
        - FRAME * _is_frame(passage)
    )
    return Evidence(
        passage,
        document,
        score,
        found.score,
        coverage,
        said,
        bool(served),
        found.similarity,
        excerpts,
        doubt,
        coverage * ear.total,
    )


def _kind_bonus(want: Want | None, served: float, said: str, *, breach: bool) -> float:
    """The right kind of answer counts for much; what follows a breach answers only who asks for that, or whether
    it is one.
    """
    if want is None:
        return 0.0
    bonus = (FIGURE if want.kind in FIGURES else SERVED) * served
    if want.kind is Kind.PENALTY:
        return bonus + (WRONG_PART if punishes(said) else -WRONG_PART)
    return bonus - (WRONG_PART if want.kind is not Kind.MONEY and punishes(said) and not breach else 0.0)


def _has_subject(question: Question, passage: Passage, excerpts: Sequence[Excerpt]) -> bool:
    """Whether a sentence opens with the words with which the question does: 文物销售单位…不得…."""
    subject = ""
    for word in question.core:
        if subject + word not in question.text:
            break
        subject += word
    return len(subject) >= 3 and any(
        strip_address(excerpt.text, passage.clause).startswith(subject) for excerpt in excerpts
    )


def _is_frame(passage: Passage) -> float:
    """Clauses about the document itself answer little: 题注, 施行日期, 为了…制定本法."""
    body = passage.text
    if passage.clause == "题注":
        return 1.0
    if re.search(r"为了?.{4,120}制定本(?:法|条例|规定|办法)", body[:200]):
        return 0.7
    return 0.5 if len(body) < 60 and re.search(r"起施行。$", body) else 0.0
