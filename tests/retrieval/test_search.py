"""What a search finds, for whom, and what is done meanwhile."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.library.evidence import Found
from bot.domain.submissions.people import Person, Role, Unit
from bot.errors import IndexUnavailable
from bot.retrieval.search import HybridSearch
from tests.flows.library import LISTS, opened, write_files

ASKED = "文化场馆免费开放"
OURS = Person("p1", "赵敏", Unit("u1", "县文化馆"), Role.STAFF)


async def test_what_is_found_is_what_the_person_may_see(tmp_path: Path) -> None:
    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([write_files(tmp_path / "files")], unit="u1")
        assert await library.search.search(ASKED, person=OURS, limit=40)
        for other in (None, replace(OURS, unit=Unit("u2", "县图书馆"))):
            assert await library.search.search(ASKED, person=other, limit=40) == ()


async def test_a_question_is_weighed_while_it_is_searched_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([write_files(tmp_path / "files")])
        search, rarity = library.search.search, library.search.rarity

        async def searching(query: str, *, person: Person | None, limit: int) -> tuple[Found, ...]:
            done.append("search")
            found = await search(query, person=person, limit=limit)
            done.append("found")
            return found

        def weighing(words: list[str]) -> dict[str, float]:
            done.append("weigh")
            return rarity(words)

        monkeypatch.setattr(library.search, "search", searching)
        monkeypatch.setattr(library.search, "rarity", weighing)
        await library.answering.ask(ASKED, now=datetime(2026, 5, 29, 10))
    assert "weigh" in done[done.index("search") : done.index("found")]


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
    assert all(hit.similarity == 0 for hit in hits)
    assert hits[0].score == 1.0
