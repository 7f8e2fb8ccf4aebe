"""A real library in a temporary folder: real SQLite, tantivy and Chroma; only the embedder is light."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.domain.library.synonyms import Synonyms
from bot.flows.answer import Answering
from bot.flows.ingest import Ingesting
from bot.ports import AnswerWriter, Vectors
from bot.reading.reader import FileReader
from bot.records.library import SqlShelf
from bot.records.open import Records, open_records
from bot.retrieval.search import HybridSearch
from bot.retrieval.words import cut_words, sounds
from tests.fakes import one_dialect  # noqa: F401
from tests.fakes.embedder import HashedVectors
from tests.fakes.regulations import FILES
from tests.fakes.wordlists import FixedLists

LISTS = FixedLists(Synonyms((("文化馆", ("文化场馆",)), ("办酒席", ("婚宴",)))))


@dataclass(frozen=True, slots=True)
class Opened:
    ingesting: Ingesting
    answering: Answering
    search: HybridSearch
    shelf: SqlShelf
    vectors: Vectors


@asynccontextmanager
async def opened(
    home: Path, *, vectors: Vectors | None = None, writer: AnswerWriter | None = None
) -> AsyncIterator[Opened]:
    os.makedirs(home, exist_ok=True)
    records = await open_records(home)
    try:
        yield over(records, home, vectors=vectors, writer=writer)
    finally:
        await records.close()


def over(records: Records, home: Path, *, vectors: Vectors | None = None, writer: AnswerWriter | None = None) -> Opened:
    """A library over open records."""
    embedder = vectors or HashedVectors()
    shelf = SqlShelf(records.store)
    search = HybridSearch(shelf, embedder, home / "index", LISTS)
    return Opened(
        Ingesting(FileReader(), shelf, embedder, search),
        Answering(search, shelf, LISTS, cut_words, writer, sounds),
        search,
        shelf,
        embedder,
    )


def write_files(folder: Path, names: tuple[str, ...] = tuple(FILES)) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(FILES[name], "utf-8")
    return folder
