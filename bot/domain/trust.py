"""Which passages may be used for a question, and whether the best of them is good enough to be an answer."""

from collections.abc import Sequence

from bot.domain.cards import bare_title
from bot.domain.evidence import Evidence, Found
from bot.domain.passages import Document
from bot.domain.questions import Question

ENOUGH = 0.52
ENOUGH_ELSEWHERE = 0.75
CLOSE_SECOND = 0.9
MOST = 3


def eligible(question: Question, found: Sequence[Found], cards: Sequence[Document]) -> list[Found]:
    """Text in force, unless the question is about the past; then the old text that it means."""
    old = _old_versions(question, cards)
    if not old:
        return [hit for hit in found if hit.document.in_force is not False]
    chosen = [hit for hit in found if hit.document.id in old]
    return chosen or [hit for hit in found if hit.document.in_force is not False]


def _old_versions(question: Question, cards: Sequence[Document]) -> frozenset[str]:
    """Ids of the versions that a question about the past means: those in force in its year, else all old ones."""
    if question.year is not None:
        best: dict[str, Document] = {}
        for card in cards:
            if card.dated and card.dated.year <= question.year:
                family = bare_title(card.title)
                if family not in best or (best[family].dated or card.dated) < card.dated:
                    best[family] = card
        if any(card.in_force is False for card in best.values()):
            dated = frozenset(card.id for card in best.values() if card.in_force is False)
            exact = frozenset(c.id for c in best.values() if c.id in dated and c.dated and c.dated.year == question.year)
            return exact or (dated if question.past else frozenset())
        return frozenset()
    if question.past:
        return frozenset(card.id for card in cards if card.in_force is False)
    return frozenset()


def accept(question: Question, judged: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that the answer rests on, best first; none where the library does not answer."""
    if not judged:
        return []
    first = judged[0]
    needed = ENOUGH_ELSEWHERE if question.elsewhere else ENOUGH
    if first.score < needed:
        return []
    kept = [first]
    for piece in judged[1:8]:
        if len(kept) < MOST and piece.score > CLOSE_SECOND * first.score and piece.passage.id != first.passage.id:
            kept.append(piece)
    return kept
