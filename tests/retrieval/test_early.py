"""What a search tells before it is done: passages that the person may see, most of them found in the end."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.library.passages import Document, Passage
from bot.domain.submissions.people import Person, Role, Unit
from bot.errors import IndexUnavailable
from bot.retrieval.search import HybridSearch
from tests.flows.library import LISTS, opened, write_files

ASKED = "文化场馆免费开放"
OURS = Person("p1", "赵敏", Unit("u1", "县文化馆"), Role.STAFF)


async def test_what_is_told_early_is_what_the_person_may_see(tmp_path: Path) -> None:
    told: list[tuple[Passage, Document]] = []

    def tell(passage: Passage, document: Document) -> None:
        told.append((passage, document))

    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([write_files(tmp_path / "files")], unit="u1")
        hits = await library.search.search(ASKED, person=OURS, limit=40, early=tell)
        found = {hit.passage.id: (hit.passage, hit.document) for hit in hits}
        assert told
        assert all(found[passage.id] == (passage, document) for passage, document in told)
        told.clear()
        for other in (None, replace(OURS, unit=Unit("u2", "县图书馆"))):
            await library.search.search(ASKED, person=other, limit=40, early=tell)
        assert told == []


async def test_a_search_without_vectors_finds_what_the_words_find(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: str) -> bytes:
        raise IndexUnavailable("没有向量模型")

    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([write_files(tmp_path / "files")])
        search = HybridSearch(library.shelf, library.vectors, tmp_path / "home" / "index", LISTS)
        monkeypatch.setattr(library.vectors, "query", broken)
        hits = await search.search(ASKED, person=None, limit=3)
    assert len(hits) == 3
    assert all(hit.similarity is None for hit in hits)
    assert hits[0].score == 1.0
