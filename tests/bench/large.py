"""The library at the size of a province: 3,000 documents, 60,000 passages; rebuilding, answering and memory.

The laws of `shared/corpus/laws.tar.xz` are 1,500; each is put on the shelf as two documents, its first and its second
half. Embedding them would take twenty minutes, so they get vectors of the same kind of text, kept by
`make eval` (tests/evals/statutes.py): what is measured here does not depend on which passage has which.
`SHIBAO_BENCH_LAWS` takes fewer laws.
"""

import asyncio
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np

from bot.domain.library.cards import card
from bot.domain.library.passages import Document, Passage, Shelved
from bot.errors import UnreadableFile
from bot.flows.ingest import cut
from bot.library import open_library
from bot.reading.plain import read_plain
from bot.records.open import open_records
from bot.retrieval.embed import E5
from tests.bench.retrieval import NOW, QUESTIONS, compared, resident, timed
from tests.evals.measures import Absent, Measure
from tests.evals.statutes import KEPT, MODELS

ROOT = Path(__file__).parents[2]
LAWS = ROOT.parent / "shared" / "corpus" / "laws.tar.xz"
MOST = int(os.environ.get("SHIBAO_BENCH_LAWS", "100000"))


def run() -> Iterable[Measure]:
    vectors = next(KEPT.glob(f"stard-{E5.name}-*.npy"), None)
    if not LAWS.exists() or vectors is None:
        raise Absent("没有法规全集，或还没有 make eval 存下的向量")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "models").symlink_to(MODELS)
        documents, passages = asyncio.run(_fill(home, np.load(vectors, mmap_mode="r")))
        print(f"large：建检索库，{passages} 条", file=sys.stderr, flush=True)
        begin = time.perf_counter()
        asyncio.run(_follow(home))
        took = time.perf_counter() - begin
        speed = f"{took:.0f} 秒，{passages} 条，每秒 {passages / took:.0f} 条"
        yield Measure(f"{documents} 份文件：从记录重建两个检索库", speed)
        told = json.loads(_in_a_fresh_process(home))
    yield from compared(f"{documents} 份文件", told["answers"], told["alone"], most=2.0)
    memory = told["memory"]
    yield Measure(f"{documents} 份文件：内存（答题之后）", f"{memory:.0f} MB", "≤ 500 MB", memory <= 500)


def _laws(folder: Path) -> Iterator[tuple[Document, list[Passage]]]:
    """Both halves of each law that can be read."""
    with tarfile.open(LAWS) as archive:
        archive.extractall(folder, filter="data")
    for file in sorted(folder.rglob("*.md"))[:MOST]:
        try:
            lines = read_plain(file).lines
        except UnreadableFile:
            continue
        drawn = card(file.stem, meta={}, lines=lines, sha256="")
        middle = len(lines) // 2
        for half, part in (("上", lines[:middle]), ("下", lines[middle:])):
            name = f"{file.parent.name} {file.stem} {half}"
            document = replace(drawn, id=name, name=name, title=f"{drawn.title} {half}", origin=name)
            if passages := cut(document, part):
                yield document, passages


async def _fill(home: Path, vectors: np.ndarray) -> tuple[int, int]:
    """Put the laws on the shelf; how many documents and passages they are."""
    records, rows, documents = await open_records(home), count(), 0
    try:
        shelf = open_library(home, records.store).shelf
        with tempfile.TemporaryDirectory() as folder:
            for document, passages in _laws(Path(folder)):
                made = [Shelved(p, vectors[next(rows) % len(vectors)].tobytes(), E5.name) for p in passages]
                await shelf.replace(document, made)
                documents += 1
                if documents % 500 == 0:
                    print(f"large：放上 {documents} 份", file=sys.stderr, flush=True)
    finally:
        await records.close()
    return documents, next(rows)


async def _follow(home: Path) -> None:
    records = await open_records(home)
    try:
        await open_library(home, records.store).search.follow()
    finally:
        await records.close()


def _in_a_fresh_process(home: Path) -> str:
    """As a bot that was started again: nothing of the filling is in its memory."""
    command = [sys.executable, "-m", "tests.bench.large", str(home)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


async def _answer(home: Path) -> None:
    records = await open_records(home)
    try:
        library = open_library(home, records.store, knowledge=ROOT / "knowledge")
        for question in QUESTIONS:
            await library.answering.ask(question, now=NOW)
        memory = resident()
        answers, alone = await timed(library)
    finally:
        await records.close()
    print(json.dumps({"answers": answers, "alone": alone, "memory": memory}))


if __name__ == "__main__":
    asyncio.run(_answer(Path(sys.argv[1])))
