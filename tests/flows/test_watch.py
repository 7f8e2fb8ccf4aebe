"""A watched folder: what changes in it is indexed, what does not costs nothing, an empty drive empties nothing."""

import asyncio
from pathlib import Path

import pytest

from bot.flows.sources import IndexCounts
from bot.reading.watch import snapshot
from bot.watching import EMPTY, watch
from tests.fakes.telegram import until
from tests.flows.library import opened, write_files

FIRST, SECOND = "云溪县文化志愿者管理办法(2021-03-02).md", "云溪县公共场馆借用规定(2012-03-01).md"


def told(counts: IndexCounts) -> str:
    return f"{counts.added} {counts.changed} {counts.removed}"


@pytest.mark.slow
async def test_a_folder_is_kept_in_step_until_told_to_stop(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "files", (FIRST,))
    said: list[str] = []
    stopping = asyncio.Event()
    async with opened(tmp_path / "home") as library:
        watching = asyncio.create_task(
            watch(library.ingesting, [folder], stopping, say=said.append, told=told, every=0.03)
        )
        await until(lambda: said == ["1 0 0"], within=20)
        write_files(folder, (SECOND,))
        await until(lambda: said[1:] == ["1 0 0"])
        (folder / FIRST).write_text((folder / FIRST).read_text("utf-8") + "\n第九条 新增一条。\n", "utf-8")
        await until(lambda: said[2:] == ["0 1 0"])
        embedded = len(library.vectors.history)
        await asyncio.sleep(0.2)
        (folder / FIRST).touch()
        await asyncio.sleep(0.2)
        assert len(said) == 3
        assert len(library.vectors.history) == embedded
        (folder / SECOND).unlink()
        await until(lambda: said[3:] == ["0 0 1"])
        (folder / FIRST).unlink()
        await until(lambda: said[4:] == [EMPTY])
        assert [one.name for one in await library.shelf.documents()] == [FIRST.removesuffix(".md")]
        stopping.set()
        await asyncio.wait_for(watching, 5)


@pytest.mark.slow
async def test_a_file_that_is_being_copied_is_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    said: list[str] = []
    stopping = asyncio.Event()
    async with opened(tmp_path / "home") as library:
        watching = asyncio.create_task(
            watch(library.ingesting, [folder], stopping, say=said.append, told=told, every=0.1)
        )
        await library.search.ready()
        with (folder / "长.txt").open("w") as file:
            for number in range(10):
                file.write(f"第{number}段文字，写得很慢。\n")
                file.flush()
                await asyncio.sleep(0.03)
        await until(lambda: bool(said))
        stopping.set()
        await watching
        (document,) = await library.shelf.documents()
        whole = await library.shelf.clause(document.id, "", frozenset({""}))
    assert said[-1] in ("1 0 0", "0 1 0")
    assert "第9段" in "\n".join(passage.text for passage in whole)


def test_a_folder_that_is_gone_holds_nothing(tmp_path: Path) -> None:
    assert snapshot([tmp_path / "没有"]) == {}
