"""What an answer must speak of, and how much of it a text does."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.grams import pairs, plain


@dataclass(frozen=True, slots=True)
class Need:
    """A term with the rules' words for it, or a pair of characters; `weight` grows with its rarity."""

    forms: tuple[str, ...]
    weight: float


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
