"""Kills and hostile files while the library is filled: old or new stands, the parent lives."""

import asyncio
import random
import shutil
import sys
from pathlib import Path

import pytest

from bot.errors import UnreadableFile
from bot.reading.reader import FileReader
from tests.fakes.pdf import pdf_of
from tests.flows.library import opened

ROOT = Path(__file__).parents[2]
REWRITE = """
import asyncio, itertools, pathlib, sys
from tests.flows.library import opened

async def main(home, file):
    async with opened(home) as library:
        for turn in itertools.count(int(sys.argv[3])):
            body = "".join(f"第{n}条 第{turn}版的第{n}项规定，逐条写明。\\n" for n in "一二三四五六七八九")
            file.write_text(f"# 轮换办法\\n{body}", "utf-8")
            await library.ingesting.index([file])
            print("written", flush=True)

asyncio.run(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
"""


@pytest.mark.slow
async def test_a_kill_leaves_one_whole_version_and_both_indexes_follow_it(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "轮换办法.md"
    chance = random.Random(7)
    for turn in range(4):
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", REWRITE, str(home), str(file), str(turn * 1000)),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
        )
        assert child.stdout is not None
        await child.stdout.readline()
        await asyncio.sleep(0.5 + chance.random())
        child.kill()
        await child.communicate()
    async with opened(home) as library:
        (document,) = await library.shelf.documents()
        passages = await library.shelf.clause(document.id, "", frozenset({""}))
        versions = {passage.text.split("版")[0][-4:] for passage in passages}
        assert len(passages) == 9
        assert len(versions) == 1
        hits = await library.search.search("第五项规定逐条写明", person=None, limit=40)
        assert {hit.passage.id for hit in hits} == {passage.id for passage in passages}
        assert all(hit.similarity for hit in hits)


async def test_a_keyword_index_killed_in_a_commit_is_filled_anew_from_the_shelf(tmp_path: Path) -> None:
    home, index = tmp_path / "home", tmp_path / "home" / "index"
    kept, changed = tmp_path / "借阅办法.md", tmp_path / "场馆办法.md"
    kept.write_text("# 借阅办法\n第一条 每人限借五册。\n", "utf-8")
    changed.write_text("# 场馆办法\n第一条 每周一闭馆。\n", "utf-8")
    async with opened(home) as library:
        await library.ingesting.index([kept, changed])
    shutil.copytree(index, tmp_path / "before")
    changed.write_text("# 场馆办法\n第一条 每周二闭馆。\n", "utf-8")
    async with opened(home) as library:
        await library.ingesting.index([changed])
    (deletions,) = index.glob("keyword-*/*.del")
    shutil.copy(deletions, tmp_path / "before" / deletions.parent.name)
    shutil.rmtree(index)
    shutil.move(tmp_path / "before", index)
    async with opened(home) as library:
        for question, word in (("每周几闭馆", "周二"), ("限借几册", "五册")):
            hits = await library.search.search(question, person=None)
            assert any(word in hit.passage.text for hit in hits)
        assert library.search.rarity(["周一", "周二"])["周一"] == 0


async def told(path: Path) -> bool:
    """Text, or one line of Chinese that says why there is none."""
    try:
        return bool((await FileReader().read(path)).lines)
    except UnreadableFile as error:
        return any("㐀" <= char <= "鿿" for char in error.user_message)


@pytest.mark.slow
async def test_mutated_files_end_in_text_or_in_a_clear_line(tmp_path: Path) -> None:
    chance = random.Random(11)
    whole = pdf_of([["第一条 每人限借五册，借期三十日。"], ["第二条 逾期不还的，暂停借阅。"]])
    for number in range(12):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 60)):
            broken[chance.randrange(9, len(broken))] = chance.randrange(256)
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(bytes(broken[: chance.randint(len(broken) // 3, len(broken))]))
        assert await told(path)


@pytest.mark.slow
async def test_a_pdf_of_too_many_pages_is_a_clear_line(tmp_path: Path) -> None:
    (tmp_path / "long.pdf").write_bytes(pdf_of([["甲"]] * 600))
    with pytest.raises(UnreadableFile, match="600 页"):
        await FileReader().read(tmp_path / "long.pdf")
