"""Which passages may be used for a question, and whether the best of them is good enough to be an answer."""

from collections.abc import Sequence

from bot.domain.cards import bare_title
from bot.domain.evidence import Evidence, Found
from bot.domain.passages import Document
from bot.domain.questions import Question
from bot.domain.wants import FIGURES

ENOUGH = 0.56
ENOUGH_ELSEWHERE = 0.78
CLOSE_SECOND = 0.9
MOST = 3


def eligible(question: Question, found: Sequence[Found], cards: Sequence[Document]) -> list[Found]:
    """Text in force, unless the question is about the past; then the old text that it means."""
    old = _old_versions(question, cards)
    meant = [hit for hit in found if hit.document.id in old]
    return meant or [hit for hit in found if hit.document.in_force is not False]


def _old_versions(question: Question, cards: Sequence[Document]) -> frozenset[str]:
    """Ids of the versions that a question about the past means: those of its year, else all old ones."""
    if question.year is None:
        return frozenset(card.id for card in cards if card.in_force is False) if question.past else frozenset()
    newest: dict[str, Document] = {}
    for card in cards:
        if card.dated and card.dated.year <= question.year:
            family = bare_title(card.title)
            held = newest.get(family)
            if held is None or held.dated is None or held.dated < card.dated:
                newest[family] = card
    old = [card for card in newest.values() if card.in_force is False]
    named = frozenset(card.id for card in old if card.dated and card.dated.year == question.year)
    return named or (frozenset(card.id for card in old) if question.past else frozenset())


def accept(question: Question, judged: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that the answer rests on, best first; none where the library does not answer.

    Refused is what speaks too little of the question, and a question for a figure that no passage gives.
    """
    figure = bool(question.wants) and question.wants[0].kind in FIGURES
    usable = [piece for piece in judged if piece.served or not figure]
    needed = ENOUGH_ELSEWHERE if question.elsewhere else ENOUGH
    if not usable or usable[0].score < needed:
        return []
    first = usable[0]
    close = [piece for piece in usable[1:8] if piece.score > CLOSE_SECOND * first.score]
    return [first, *close[: MOST - 1]]
