"""Files into the library: what costs what, what replaces what, what stays when something fails."""

from pathlib import Path

import pytest

from bot.errors import IndexUnavailable, InputError
from tests.fakes.embedder import HashedVectors
from tests.flows.library import opened, write_files


@pytest.mark.slow
async def test_unchanged_files_cost_no_embedding_and_changed_ones_their_new_passages_alone(
    tmp_path: Path,
) -> None:
    folder = write_files(tmp_path / "files")
    vectors = HashedVectors()
    async with opened(tmp_path / "home", vectors=vectors) as library:
        first = await library.ingesting.index([folder])
        assert (first.documents, first.added, first.changed, first.failed) == (4, 4, 0, ())
        embedded = len(vectors.history)
        assert embedded == first.passages

        again = await library.ingesting.index([folder])
        assert (again.unchanged, again.added, again.changed) == (4, 0, 0)
        assert len(vectors.history) == embedded

        file = folder / "云溪县文化志愿者管理办法(2021-03-02).md"
        file.write_text(file.read_text("utf-8").replace("保存五年", "保存八年"), "utf-8")
        changed = await library.ingesting.index([folder])
        assert (changed.changed, changed.unchanged) == (1, 3)
        assert [text for text in vectors.history[embedded:] if "保存" not in text] == []


async def test_a_file_that_left_the_folder_leaves_the_library(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "files")
    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([folder])
        assert await library.search.search("文化志愿者年满十四周岁", person=None, limit=3)
        (folder / "云溪县文化志愿者管理办法(2021-03-02).md").unlink()
        counts = await library.ingesting.index([folder])
        assert counts.removed == 1
        for query in ("文化志愿者应当年满十四周岁", "任何单位不得向文化志愿者收取费用"):
            hits = await library.search.search(query, person=None, limit=40)
            assert not any("志愿者" in hit.document.name for hit in hits)


async def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "files")
    (folder / "坏.md").write_bytes(b"\x00\x01\x02")
    (folder / "密.md").write_text("机密★一年\n\n关于某事的通知\n第一条 甲。", "utf-8")
    async with opened(tmp_path / "home") as library:
        counts = await library.ingesting.index([folder])
        assert counts.documents == 4
        assert dict(counts.failed).keys() == {"坏.md", "密.md"}
        assert "涉密" in dict(counts.failed)["密.md"]
        assert not [d for d in await library.shelf.documents() if d.name == "密"]


async def test_a_missing_path_is_a_clear_line(tmp_path: Path) -> None:
    async with opened(tmp_path / "home") as library:
        with pytest.raises(InputError, match="找不到"):
            await library.ingesting.index([tmp_path / "没有"])


async def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "files")
    told: list[tuple[int, int, str]] = []
    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([folder], progress=lambda *step: told.append(step))
    assert [done for done, _, _ in told] == [0, 1, 2, 3, 4]
    assert told[-1] == (4, 4, "")


async def test_without_an_embedder_keywords_find_and_the_vectors_come_later(tmp_path: Path) -> None:
    class Missing(HashedVectors):
        def query(self, text: str) -> bytes:
            raise IndexUnavailable("没有向量模型")

    folder = write_files(tmp_path / "files")
    async with opened(tmp_path / "home", vectors=Missing()) as library:
        await library.ingesting.index([folder])
        hits = await library.search.search("借用场地申请", person=None, limit=3)
        assert hits
        assert all(hit.similarity == 0 for hit in hits)
    async with opened(tmp_path / "home") as library:
        counts = await library.ingesting.index([folder])
        assert counts.changed == 4
        hits = await library.search.search("借用场地申请", person=None, limit=3)
        assert any(hit.similarity for hit in hits)


@pytest.mark.slow
async def test_indexes_that_were_thrown_away_come_back_from_the_records(tmp_path: Path) -> None:
    import shutil

    folder = write_files(tmp_path / "files")
    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([folder])
        before = [hit.passage.id for hit in await library.search.search("借用场地", person=None)]
    shutil.rmtree(tmp_path / "home" / "index")
    vectors = HashedVectors()
    async with opened(tmp_path / "home", vectors=vectors) as library:
        after = [hit.passage.id for hit in await library.search.search("借用场地", person=None)]
    assert after == before
    assert vectors.history == []


async def test_files_of_one_name_in_two_folders_are_two_documents_and_stay_so(tmp_path: Path) -> None:
    for year, text in (("2024", "第一条 每人限借五册。"), ("2025", "第一条 每人限借六册。")):
        (tmp_path / "files" / year).mkdir(parents=True)
        (tmp_path / "files" / year / "通知.txt").write_text(text, "utf-8")
    folder = tmp_path / "files"
    async with opened(tmp_path / "home") as library:
        assert (await library.ingesting.index([folder])).added == 2
        again = await library.ingesting.index([folder])
        assert (again.unchanged, again.changed, again.removed) == (2, 0, 0)
        (folder / "2024" / "通知.txt").unlink()
        assert (await library.ingesting.index([folder])).removed == 1
        (document,) = await library.shelf.documents()
        assert document.origin.endswith("2025/通知.txt")
