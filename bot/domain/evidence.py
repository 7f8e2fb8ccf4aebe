"""How well a passage answers a question, by scores that can be explained. Which words of it are said: excerpts.py."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.excerpts import Excerpt, choose
from bot.domain.grams import pairs, plain
from bot.domain.needs import Need, covered
from bot.domain.passages import Document, Passage, context
from bot.domain.questions import Question
from bot.domain.synonyms import Synonyms
from bot.domain.wants import FIGURES, Kind, Want, punishes, serves

Rarity = Callable[[Sequence[str]], Mapping[str, float]]

# Fitted by hand on the development half of tests/evals/questions_*.json; each may move by a third without harm.
FUSED, COVERED, EXCERPT, CLOSE = 0.34, 0.26, 0.20, 0.14
FIGURE, SERVED, OPENING = 0.16, 0.08, 0.06
FRAME, WRONG_PART, TITLED = 0.20, 0.08, 0.10


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

    `served` says whether its excerpts hold the kind of answer that was asked for.
    """

    passage: Passage
    document: Document
    score: float
    coverage: float
    served: bool
    similarity: float
    excerpts: tuple[Excerpt, ...]


def needs_of(question: Question, synonyms: Synonyms, rarity: Rarity) -> tuple[Need, ...]:
    """The question's content, each part weighed by how rare it is in the library."""
    terms = synonyms.spoken(question.text)
    runs = list(question.core)
    for term, _ in terms:
        runs = [piece for run in runs for piece in run.split(plain(term)) if piece]
    wanted = sorted({pair for run in runs for pair in pairs(run)} | {run for run in runs if len(run) == 1})
    forms = {term: (plain(term), *(plain(word) for word in words)) for term, words in terms}
    weights = rarity([*wanted, *(pair for words in forms.values() for word in words for pair in pairs(word))])
    found = [Need((pair,), weights[pair] * (1.0 if len(pair) > 1 else 0.4)) for pair in wanted]
    found += [Need(words, _term_weight(words, weights)) for words in forms.values()]
    return tuple(need for need in found if need.weight > 0)


def _term_weight(forms: Sequence[str], weights: Mapping[str, float]) -> float:
    """A term weighs as the commonest of its forms does, a little more than a pair."""
    means = [sum(weights[pair] for pair in pairs(form)) / len(pairs(form)) for form in forms if pairs(form)]
    return 1.3 * min(means, default=2.0)


def judge(question: Question, needs: Sequence[Need], found: Found, best: float) -> Evidence:
    """Judge one passage. `best` is the highest cosine of the search, by which the others are measured."""
    passage, document = found.passage, found.document
    coverage = covered(needs, context(document, passage) + "".join(passage.path))
    excerpts = choose(question, needs, passage)
    said = "".join(excerpt.whole for excerpt in excerpts)
    want = question.wants[0] if question.wants else None
    served = want is None or serves(want, said)
    closeness = max(0.0, 1.0 - 8.0 * (best - found.similarity)) if found.similarity else 0.0
    score = (
        FUSED * found.score
        + COVERED * coverage
        + EXCERPT * covered(needs, said)
        + CLOSE * closeness
        + OPENING * covered(needs, re.split(r"[。；]", passage.text, maxsplit=1)[0][:60])
        + _kind_bonus(want, served, said)
        - FRAME * _is_frame(passage)
    )
    return Evidence(passage, document, score, coverage, served, found.similarity, excerpts)


def _kind_bonus(want: Want | None, served: bool, said: str) -> float:
    """The right kind of answer counts for much; what follows a breach answers only who asks for that."""
    if want is None:
        return 0.0
    bonus = (FIGURE if want.kind in FIGURES else SERVED) if served else 0.0
    if want.kind is Kind.PENALTY:
        return bonus + (WRONG_PART if punishes(said) else -WRONG_PART)
    return bonus - (WRONG_PART if want.kind is not Kind.MONEY and punishes(said) else 0.0)


def _is_frame(passage: Passage) -> float:
    """Clauses about the document itself answer little: 题注, 施行日期, 为了…制定本法."""
    body = passage.text
    if passage.clause == "题注":
        return 1.0
    if re.search(r"为了?.{4,120}制定本(?:法|条例|规定|办法)", body[:200]):
        return 0.7
    return 0.5 if len(body) < 60 and re.search(r"起施行。$", body) else 0.0
