"""Joins reading, records and retrieval into the library's two flows.

Nothing heavy is imported until it is used.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from bot.flows.answer import Answering
from bot.flows.ingest import Ingesting
from bot.ports import AnswerWriter
from bot.reading.reader import FileReader
from bot.reading.wordlists import ListFiles
from bot.records.library import SqlShelf
from bot.records.store import Store
from bot.retrieval.embed import E5
from bot.retrieval.questions import Turning
from bot.retrieval.search import HybridSearch
from bot.retrieval.starter import WithStarter
from bot.retrieval.words import cut_words, sounds

HAND_OVER = 0.0005
"""Seconds after which a busy thread lets another run."""


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """The library of one data folder."""

    ingesting: Ingesting
    answering: Answering
    search: HybridSearch
    shelf: SqlShelf
    lists: ListFiles
    vectors: WithStarter


def open_library(
    home: Path, store: Store, *, knowledge: Path | None = None, writer: AnswerWriter | None = None, chroma: str = ""
) -> OpenLibrary:
    """Wire the library over open records (`Records.store`).

    `knowledge` is the folder with the word lists, `chroma` the address of a Chroma server ("" for the embedded one).
    """
    # An answer goes from thread to thread; by default one that has its result waits 5 ms for the next to let go.
    sys.setswitchinterval(HAND_OVER)
    vectors = WithStarter(E5(home / "models"))
    shelf = SqlShelf(store)
    lists = ListFiles([folder for folder in (knowledge, home) if folder])
    search = HybridSearch(shelf, vectors, home / "index", lists, chroma=chroma, turning=Turning())
    return OpenLibrary(
        Ingesting(FileReader(), shelf, vectors, search),
        Answering(search, shelf, lists, cut_words, writer, sounds),
        search,
        shelf,
        lists,
        vectors,
    )
