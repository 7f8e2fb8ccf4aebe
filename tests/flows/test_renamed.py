"""Renamed, moved and copied files, on real records and indexes: the name changes, nothing is embedded again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.talk.desk import CorrectCard
from tests.fakes.embedder import HashedVectors
from tests.flows.library import Opened, opened, write_files

VOLUNTEERS = "云溪县文化志愿者管理办法(2021-03-02).md"
QUERY = "文化志愿者年满十四周岁"


async def names(library: Opened) -> list[str]:
    return [document.name for document in await library.shelf.documents()]


async def first(library: Opened) -> tuple[str, float | None]:
    hit = (await library.search.search(QUERY, person=None, limit=1))[0]
    return hit.document.name, hit.similarity


@pytest.mark.slow
async def test_a_renamed_file_keeps_its_vectors_and_what_people_corrected(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "files")
    vectors = HashedVectors()
    async with opened(tmp_path / "home", vectors=vectors) as library:
        await library.ingesting.index([folder])
        embedded = len(vectors.history)
        (document,) = [d for d in await library.shelf.documents() if d.name == VOLUNTEERS.removesuffix(".md")]
        _, similarity = await first(library)
        await library.shelf.correct(CorrectCard(document.id, (("unit", "museum"),)), "p1", datetime.now(UTC))
        await library.shelf.correct(CorrectCard(document.id, (("unit", ""),)), "p1", datetime.now(UTC))

        (folder / VOLUNTEERS).rename(folder / "志愿者办法.md")
        counts = await library.ingesting.index([folder])
        assert (counts.changed, counts.added, counts.removed, counts.unchanged) == (1, 0, 0, 3)
        assert len(vectors.history) == embedded
        assert await first(library) == ("志愿者办法", similarity)
        assert VOLUNTEERS.removesuffix(".md") not in await names(library)

        again = await library.ingesting.index([folder])
        assert (again.unchanged, again.changed) == (4, 0)
        (folder / "志愿者办法.md").unlink()
        assert (await library.ingesting.index([folder])).removed == 1
        assert len(await names(library)) == 3


@pytest.mark.slow
async def test_whose_a_document_is_stays_when_its_file_is_renamed_twice_and_changed(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "files")
    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([folder])
        (document,) = [d for d in await library.shelf.documents() if d.name == VOLUNTEERS.removesuffix(".md")]
        await library.shelf.correct(CorrectCard(document.id, (("unit", "museum"),)), "p1", datetime.now(UTC))
        for old, new in ((VOLUNTEERS, "甲.md"), ("甲.md", "乙.md")):
            (folder / old).rename(folder / new)
            await library.ingesting.index([folder])
        (folder / "乙.md").write_text((folder / "乙.md").read_text("utf-8").replace("保存五年", "保存八年"), "utf-8")
        assert (await library.ingesting.index([folder])).changed == 1
        (held,) = [d for d in await library.shelf.documents() if d.id == document.id]
        assert (held.name, held.unit) == ("乙", "museum")
        assert not any("志愿者" in hit.passage.text for hit in await library.search.search(QUERY, person=None))


async def test_a_name_that_is_free_again_is_another_document(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "通知.txt").write_text("第一条 每人限借五册。", "utf-8")
    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([folder])
        (folder / "通知.txt").rename(folder / "借书通知.txt")
        await library.ingesting.index([folder])
        (folder / "通知.txt").write_text("第一条 周一闭馆。", "utf-8")
        assert (await library.ingesting.index([folder])).added == 1
        assert sorted(await names(library)) == ["借书通知", "通知"]
        assert (await library.ingesting.index([folder])).unchanged == 2


@pytest.mark.slow
async def test_a_title_that_was_the_file_name_and_a_copy_cost_no_embedding(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.txt").write_text("第一条 每人限借五册。\n第二条 周一闭馆。", "utf-8")
    vectors = HashedVectors()
    async with opened(tmp_path / "home", vectors=vectors) as library:
        await library.ingesting.index([folder])
        embedded = len(vectors.history)
        (folder / "a.txt").rename(folder / "借书规定.txt")
        await library.ingesting.index([folder])
        (folder / "借书规定 副本.txt").write_text((folder / "借书规定.txt").read_text("utf-8"), "utf-8")
        assert (await library.ingesting.index([folder])).added == 1
        assert len(vectors.history) == embedded
        hits = await library.search.search("借书规定 周一", person=None)
        assert {hit.document.title for hit in hits} == {"借书规定", "借书规定 副本"}
        assert all(hit.similarity for hit in hits)
