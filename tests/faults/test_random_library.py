"""Two hundred random additions, changes and removals, under readers and kill -9: what is gone is found no more."""

import asyncio
import json
import random
import sys
from pathlib import Path

import pytest

from tests.flows.library import Opened, opened

ROOT = Path(__file__).parents[2]
DOCUMENTS = 12
STEPS = 200
CHANGE = """
import asyncio, json, pathlib, sys
from tests.faults.test_random_library import change
from tests.flows.library import opened

async def main(home, folder, plan):
    async with opened(home) as library:
        print("ready", flush=True)
        await change(library, folder, plan)
    print("done", flush=True)

asyncio.run(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), json.loads(sys.argv[3])))
"""

Plan = list[tuple[int, int]]


def text_of(document: int, version: int) -> str:
    """Words that only this version of this document says; version 0 says nothing."""
    return "".join(
        f"第{n}条 甲{document}号文第{version}稿第{n}项规定：事项{document:02}{version:04}{i}。\n"
        for i, n in enumerate("一二三四")
    )


def lay(folder: Path, document: int, version: int) -> None:
    path = folder / f"办法{document}.txt"
    if version:
        path.write_text(text_of(document, version), "utf-8")
    else:
        path.unlink(missing_ok=True)


async def change(library: Opened, folder: Path, plan: Plan) -> None:
    """Change the files step by step, the library after each, with readers beside it."""
    reading = asyncio.create_task(read_on(library))
    for document, version in plan:
        lay(folder, document, version)
        await library.ingesting.index([folder])
    reading.cancel()


async def read_on(library: Opened) -> None:
    """Whatever is found at any moment is one whole version of its document."""
    while True:
        hits = await library.search.search("规定事项", person=None, limit=40)
        for hit in hits:
            whole = await library.shelf.clause(hit.document.id, "", frozenset({""}))
            versions = {passage.text.split("第")[2].split("稿")[0] for passage in whole}
            assert len(versions) <= 1
        await asyncio.sleep(0.05)


async def killed(home: Path, folder: Path, plan: Plan, after: float) -> None:
    """Carry the plan out in another process and kill it in the middle."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", CHANGE, str(home), str(folder), json.dumps(plan)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert child.stdout is not None
    await child.stdout.readline()
    await asyncio.sleep(after)
    if child.returncode is None:
        child.kill()
    await child.wait()


@pytest.mark.slow
async def test_after_random_changes_and_kills_only_what_stands_is_found(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "files"
    folder.mkdir()
    chance = random.Random(5)
    plan = [(chance.randrange(DOCUMENTS), chance.choice([0, step, step])) for step in range(1, STEPS + 1)]
    now: dict[int, int] = {}
    for start in range(0, STEPS, 40):
        part = plan[start : start + 40]
        await killed(home, folder, part, 0.3 + 2 * chance.random())
        for document, version in part:
            lay(folder, document, version)
        now |= dict(part)
        async with opened(home) as library:
            await library.ingesting.index([folder])
            checked = plan if start + 40 == STEPS else part
            assert await residues(library, now, {pair for pair in checked if pair[1]}) == []


async def residues(library: Opened, now: dict[int, int], ever: set[tuple[int, int]]) -> list[str]:
    """What is found of versions that are gone, and what is missing of those that stand."""
    wrong = []
    for document, version in sorted(ever):
        sentence = text_of(document, version).splitlines()[0]
        hits = await library.search.search(sentence, person=None, limit=10)
        found = any(hit.passage.text == sentence for hit in hits)
        if found != (now.get(document) == version):
            wrong.append(f"{document}/{version}: {'residue' if found else 'missing'}")
    return wrong
