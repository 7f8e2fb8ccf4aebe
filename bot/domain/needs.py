"""What an answer must speak of, and how much of it a text does."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.grams import pairs, plain
from bot.domain.questions import Question
from bot.domain.synonyms import Synonyms

Rarity = Callable[[Sequence[str]], Mapping[str, float]]
"""Gram → inverse document frequency in the library, 0 where the library does not hold it."""

MOST_WEIGHT = 6.0
STRANGE = 3.0


@dataclass(frozen=True, slots=True)
class Need:
    """A term with the rules' words for it, or a pair of characters; `weight` grows with its rarity."""

    forms: tuple[str, ...]
    weight: float


def needs_of(question: Question, synonyms: Synonyms, rarity: Rarity) -> tuple[Need, ...]:
    """The question's content, each part weighed by how rare it is in the library.

    A pair that the library does not hold is mostly two halves of words, so it does not count; a character that
    stands in no pair of the library does: it is what the library knows nothing of.
    """
    terms = synonyms.spoken(question.text)
    runs = list(question.core)
    for term, _ in terms:
        runs = [piece for run in runs for piece in run.split(plain(term)) if piece]
    forms = [(plain(term), *(plain(word) for word in words)) for term, words in terms]
    grams = {pair for text in (*runs, *(form for group in forms for form in group)) for pair in pairs(text)}
    weights = rarity(sorted(grams))
    found = {pair: min(weights[pair], MOST_WEIGHT) for run in runs for pair in pairs(run) if weights[pair]}
    strange = {char for run in runs for char in strangers(run, found)}
    return (
        *(Need((pair,), weight) for pair, weight in sorted(found.items())),
        *(Need((char,), STRANGE * min(len(char), 2)) for char in sorted(strange)),
        *(Need(group, _term_weight(group, weights)) for group in forms),
    )


def strangers(run: str, known: Collection[str]) -> list[str]:
    """The characters, and foreign words, of a run that no known pair holds."""
    if not "㐀" <= run[0] <= "鿿":
        return [word for word in pairs(run) if word not in known]
    return [
        run[i]
        for i in range(len(run))
        if run[i] not in known and run[max(0, i - 1) : i + 1] not in known and run[i : i + 2] not in known
    ]


def _term_weight(forms: Sequence[str], weights: Mapping[str, float]) -> float:
    """A term weighs as the commonest of its known forms does, a little more than a pair."""
    means = [
        sum(weights[pair] for pair in pairs(form)) / len(pairs(form))
        for form in forms
        if pairs(form) and all(weights[pair] for pair in pairs(form))
    ]
    return 1.3 * min(means, default=2.0)


def covered(needs: Sequence[Need], text: str) -> float:
    """The weighted share of the needs that the text speaks of, between 0 and 1."""
    total = sum(need.weight for need in needs)
    if not total:
        return 0.0
    spoken = plain(text)
    return sum(need.weight * max(_speaks(form, spoken) for form in need.forms) for need in needs) / total


def _speaks(form: str, text: str) -> float:
    """1 where the form stands in the text; a long form counts in part when most of its pairs do."""
    if form in text:
        return 1.0
    if len(form) < 4:
        return 0.0
    parts = pairs(form)
    share = sum(pair in text for pair in parts) / max(len(parts), 1)
    return 0.7 * share if share > 0.5 else 0.0
