"""Every passage that may answer a question, weighed, and the cards of what the person may see."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.domain.library.authority import home_places
from bot.domain.library.cards import bare_title
from bot.domain.library.evidence import Evidence, Found, Judging
from bot.domain.library.excerpts import matter_of
from bot.domain.library.homophones import Sounds, Speller
from bot.domain.library.needs import needs_of
from bot.domain.library.passages import Document
from bot.domain.library.questions import Question, Words, analyse
from bot.domain.library.standing import behind_originals, settle
from bot.domain.library.synonyms import Synonyms
from bot.domain.library.trust import Accepted, accept, eligible, unheld_document
from bot.domain.library.wordlists import WordLists
from bot.domain.submissions.people import Person, readable_units
from bot.ports import Library

LOOKED_AT = 32
"""Passages taken from the search: an old text beside each one in force, and parts of one clause, leave room. What was
cited stood at the 24th place or before it (1,499 first clauses) or at the 32nd (1,666 further ones); more cost time."""
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Asker:
    """For whom and for which day a question is answered; None is a person who sees only what is for all."""

    person: Person | None
    today: date

    @property
    def units(self) -> frozenset[str]:
        """The units whose documents may be seen."""
        return readable_units(self.person)


@dataclass(frozen=True, slots=True)
class _View:
    """What the askers of some units see: settled cards by id, the home places by the asker's unit name, and the
    speller of the titles and of the word list that it was made of.

    `aside` tells that digests stand back behind the texts themselves.
    """

    cards: dict[str, Document]
    aside: bool
    homes: dict[str, frozenset[str]] = field(default_factory=dict)
    spellers: dict[Synonyms, Speller] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question with all that may answer it and what was good enough."""

    question: Question
    judged: list[Evidence]
    accepted: Accepted


class Weighing:
    """The library as each asker sees it.

    Settling thousands of cards takes longer than answering, so views are kept until the library or the day changes.
    """

    def __init__(self, library: Library, lists: WordLists, words: Words, sounds: Callable[[], Sounds] | None) -> None:
        self._library = library
        self._lists = lists
        self._words = words
        self._sounds = sounds
        self._as_of: tuple[int, date | None] = (0, None)
        self._views: dict[frozenset[str], _View] = {}

    def _view(self, asker: Asker) -> _View:
        as_of = (self._library.revision, asker.today)
        if self._as_of != as_of:
            self._as_of, self._views = as_of, {}
        if asker.units not in self._views:
            settled = settle(
                self._library.documents(asker.person), today=asker.today, successors=self._lists.successors
            )
            seen = behind_originals(settled)
            self._views[asker.units] = _View(
                {document.id: document for document in seen}, aside=len(seen) < len(settled)
            )
        return self._views[asker.units]

    def cards(self, asker: Asker) -> dict[str, Document]:
        """Settled cards by id."""
        return self._view(asker).cards

    def home(self, asker: Asker) -> frozenset[str]:
        """The places whose rules are the asker's own."""
        view, unit = self._view(asker), asker.person.unit.name if asker.person else ""
        if unit not in view.homes:
            view.homes[unit] = home_places(unit, view.cards.values())
        return view.homes[unit]

    def respelt(self, question: str, asker: Asker) -> tuple[str, tuple[str, ...]]:
        """The question with slips by sound put right, and the words that were meant."""
        if self._sounds is None:
            return question, ()
        view, synonyms = self._view(asker), self._lists.synonyms
        speller = view.spellers.get(synonyms)
        if speller is None:
            view.spellers.clear()
            terms = [word for term, formal in synonyms.words for word in (term, *formal)]
            titles = [name for card in view.cards.values() for name in (bare_title(card.title), *card.aliases)]
            speller = view.spellers[synonyms] = Speller.of(self._sounds(), [*terms, *titles])
        return speller.respell(question, self._words, self._library.rarity)

    async def weigh(self, question: Question, asker: Asker) -> Weighed:
        """The evidence and what of it is good enough; none where a document is asked of that nobody holds."""
        judged = await self.evidence(question, asker)
        if unheld := unheld_document(question, self.cards(asker).values(), self._lists.synonyms.formal):
            return Weighed(question, judged, Accepted(unheld=unheld))
        return Weighed(question, judged, accept(question, judged, self.home(asker), self.same_matter))

    def same_matter(self, other: Evidence) -> Callable[[Evidence], bool]:
        """Whether a passage says half of what the other one is about, and the same kind of thing."""
        judging = self._judging(analyse(matter_of(other.best.text), self._words))

        def told(piece: Evidence) -> bool:
            heard = judging.judge(Found(piece.passage, piece.document, piece.fused, piece.similarity), other.similarity)
            return min(heard.coverage, heard.said) >= SAME and heard.served > 0

        return told

    async def evidence(self, question: Question, asker: Asker) -> list[Evidence]:
        """Every passage that may answer, best first."""
        cards, aside = self.cards(asker), self._view(asker).aside
        # What judging needs of the question is made while threads search for it.
        limit = LOOKED_AT * (1 + aside)
        searching = asyncio.create_task(self._library.search(question.text, person=asker.person, limit=limit))
        await asyncio.sleep(0)
        judging, hits = self._judging(question), await searching
        kept = [hit for hit in hits if hit.document.id in cards]
        # Digests behind their originals are no measure: the best that is left counts as the best did.
        stretch = max(hit.score for hit in hits) / (max(hit.score for hit in kept) or 1.0) if aside and kept else 1.0
        found = [
            Found(hit.passage, cards[hit.document.id], hit.score * stretch, hit.similarity)
            for hit in kept
            if cards[hit.document.id].serves(question.text)
        ]
        usable: Sequence[Found] = eligible(question, found, cards.values())
        best = max((hit.similarity for hit in usable), default=0.0)
        return sorted((judging.judge(hit, best) for hit in usable), key=_rank)

    def _judging(self, question: Question) -> Judging:
        synonyms = self._lists.synonyms
        of_a_kind = self._lists.kinds.asked(question.text, synonyms.spoken(question.text))
        return Judging(question, needs_of(question, synonyms, self._library.rarity), of_a_kind)


def _rank(piece: Evidence) -> tuple[float, str, int]:
    """Best first; what is as good stands as the documents do, so that every run gives the same list."""
    return -round(piece.score, 9), piece.document.name, piece.passage.ordinal
