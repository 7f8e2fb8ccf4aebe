"""Hybrid search over the shelf: keyword and vector indexes, kept in step with SQL.

What answers is decided in flows/.
"""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

from bot.domain.library.evidence import Found
from bot.domain.library.passages import Document, Shelved, context
from bot.domain.library.wordlists import WordLists
from bot.domain.submissions.people import Person, readable_units
from bot.errors import IndexUnavailable
from bot.ports import Shelf, Vectors
from bot.retrieval.keyword import KeywordIndex
from bot.retrieval.questions import Turning
from bot.retrieval.vector import VectorIndex

KEYWORD_SHARE = 0.4
"""The rest goes to the vectors; .6 to .7 for them was best on STARD and on RGB-zh alike."""

Ranked = Sequence[tuple[str, float]]


def fuse(keyword: Ranked, vector: Ranked, limit: int) -> list[tuple[str, float]]:
    """(id, score between 0 and 1) best first; without vectors the keyword list alone counts."""
    share = KEYWORD_SHARE if vector else 1.0
    scores: dict[str, float] = {}
    for ranked, weight in ((keyword, share), (vector, 1.0 - share)):
        for key, value in _stretch(ranked):
            scores[key] = scores.get(key, 0.0) + weight * value
    return sorted(scores.items(), key=lambda hit: (-hit[1], hit[0]))[:limit]


def _stretch(ranked: Ranked) -> list[tuple[str, float]]:
    """Scores to the range 0..1 within the list."""
    if not ranked:
        return []
    values = [value for _, value in ranked]
    low, high = min(values), max(values)
    if high == low:
        return [(key, 1.0) for key, _ in ranked]
    return [(key, (value - low) / (high - low)) for key, value in ranked]


CANDIDATES = 100
WRITE_AT_ONCE = 2000
SYNONYM_WEIGHT = 0.6

logger = logging.getLogger(__name__)


class HybridSearch:
    """The ports `Search` and `Projection`.

    The indexes block, so they are asked in threads, both at the same time; the embedder, which keeps a core busy for
    some milliseconds, is asked by one question at a time.
    """

    def __init__(
        self,
        shelf: Shelf,
        vectors: Vectors,
        folder: Path,
        lists: WordLists,
        *,
        chroma: str = "",
        turning: Turning | None = None,
    ) -> None:
        self._shelf = shelf
        self._embedder = vectors
        self._keyword = KeywordIndex(folder)
        self._vector = VectorIndex(folder, vectors.name, chroma)
        self._lists = lists
        self._turning = turning
        self._documents: dict[str, Document] = {}
        self._followed = False
        self._following = asyncio.Lock()
        self._one_at_a_time = threading.Lock()
        self.revision = 0

    async def search(self, query: str, *, person: Person | None, limit: int = 10) -> tuple[Found, ...]:
        """Hybrid search; keyword alone while the vectors are unavailable.

        While the question is embedded and the vectors are searched, which one thread does, the words are looked up.
        """
        await self.ready()
        units, loop = readable_units(person), asyncio.get_running_loop()
        formal = self._lists.synonyms.formal(query)
        # Read in the thread, beside the words' search, the question waited 1.4 ms for Python on the way to the model.
        vector_of = self._embedder.prepared(" ".join([query, *formal]))
        meant = loop.run_in_executor(None, self._by_meaning, vector_of, units)
        keyword = await loop.run_in_executor(None, self._by_words, query, formal, units)
        vector = await meant
        scores, cosines = dict(fuse(keyword, vector, limit)), dict(vector)
        passages = {passage.id: passage for passage in await self._shelf.passages(list(scores), units)}
        # What the vectors did not find is no nearer than the last that they did.
        last = vector[-1][1] if vector else 0.0
        found = (passages[key] for key in scores if key in passages)
        return tuple(
            Found(passage, self._documents[passage.document_id], scores[passage.id], cosines.get(passage.id, last))
            for passage in found
            if passage.document_id in self._documents
        )

    async def ready(self) -> None:
        """Follow the shelf once; after that it is told when to follow again."""
        if not self._followed:
            await self.follow()

    def documents(self, person: Person | None) -> tuple[Document, ...]:
        """The cards that the person may see, as of the last follow()."""
        units = readable_units(person)
        return tuple(document for document in self._documents.values() if document.unit in units)

    def rarity(self, words: Sequence[str]) -> dict[str, float]:
        """How much each gram says: its inverse document frequency in the library."""
        return self._keyword.rarity(words)

    def _by_words(self, query: str, formal: Sequence[str], units: frozenset[str]) -> list[tuple[str, float]]:
        """(passage id, BM25) best first, of the question's own words and the rules' words for them."""
        weighed = [(word, SYNONYM_WEIGHT / max(1.0, len(word) / 3)) for word in formal]
        return self._keyword.search([(query, 1.0), *weighed], units, CANDIDATES)

    def _by_meaning(self, vector_of: Callable[[], bytes], units: frozenset[str]) -> list[tuple[str, float]]:
        """(passage id, cosine) best first; nothing while the vectors are unavailable."""
        try:
            with self._one_at_a_time:
                return self._nearest(vector_of(), units)
        except IndexUnavailable as error:
            logger.warning("vector-search-unavailable cause=%s", type(error.__cause__).__name__)
            return []

    def _nearest(self, question: bytes, units: frozenset[str]) -> list[tuple[str, float]]:
        """(passage id, cosine of the question as embedded), in the order of the turned question."""
        if self._turning is None:
            return self._vector.search(question, units, CANDIDATES)
        hits = self._vector.search(self._turning.turn(question), units, CANDIDATES)
        return [(key, self._turning.cosine(cosine)) for key, cosine in hits]

    async def follow(self) -> None:
        """Bring both indexes to what the shelf holds; only documents that changed are touched."""
        async with self._following:
            self._documents = {document.id: document for document in await self._shelf.documents()}
            wanted = await self._shelf.revisions()
            try:
                await self._follow_keyword(wanted)
            except IndexUnavailable as error:
                logger.warning("keyword-index-rebuilt cause=%s", type(error.__cause__).__name__)
                await asyncio.to_thread(self._keyword.clear)
                await self._follow_keyword(wanted)
            try:
                await self._follow_vectors(wanted)
            except IndexUnavailable as error:
                logger.warning("vector-index-rebuilt cause=%s", type(error.__cause__).__name__)
                await asyncio.to_thread(self._vector.start_anew)
                await self._follow_vectors(wanted)
            self._followed = True
            self.revision = max(wanted.values(), default=0) + len(wanted)

    async def _follow_keyword(self, wanted: dict[str, int]) -> None:
        await asyncio.to_thread(self._keyword.search, [("开", 1.0)], frozenset({""}), 1)
        held = self._keyword.progress.read()
        gone = [key for key in held if key not in wanted]
        if gone:
            await asyncio.to_thread(self._keyword.write, [], gone)
            held = {key: value for key, value in held.items() if key in wanted}
            self._keyword.progress.write(held)
        async for batch in _batches(self._shelf, [key for key in wanted if held.get(key) != wanted[key]]):
            rows = [(s.passage.id, d.id, d.unit, context(d, s.passage)) for d, s in batch]
            await asyncio.to_thread(self._keyword.write, rows, [])
            held |= {document.id: wanted[document.id] for document, _ in batch}
            self._keyword.progress.write(held)

    async def _follow_vectors(self, wanted: dict[str, int]) -> None:
        await asyncio.to_thread(self._vector.probe)
        held = self._vector.progress.read()
        stale = [key for key in held if held[key] != wanted.get(key)]
        if stale:
            await asyncio.to_thread(self._vector.write, [], stale)
            held = {key: value for key, value in held.items() if key not in stale}
            self._vector.progress.write(held)
        async for batch in _batches(self._shelf, [key for key in wanted if key not in held]):
            rows = [
                (s.passage.id, d.id, d.unit, s.vector)
                for d, s in batch
                if s.vector and s.embedder == self._embedder.name
            ]
            await asyncio.to_thread(self._vector.write, rows, [])
            held |= {document.id: wanted[document.id] for document, _ in batch}
            self._vector.progress.write(held)


async def _batches(shelf: Shelf, documents: Sequence[str]) -> AsyncIterator[list[tuple[Document, Shelved]]]:
    """Whole documents, together some thousand passages at a time."""
    batch: list[tuple[Document, Shelved]] = []
    last = ""
    async for document, shelved in shelf.shelved(documents):
        if document.id != last and len(batch) >= WRITE_AT_ONCE:
            yield batch
            batch = []
        last = document.id
        batch.append((document, shelved))
    if batch:
        yield batch
