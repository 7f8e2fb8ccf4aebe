"""The library at the size of an office: indexing and answering beside the bare embedder, on 30 laws."""

import asyncio
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from bot.domain.library.cards import card
from bot.domain.library.passages import context
from bot.flows.ingest import cut
from bot.library import OpenLibrary, open_library
from bot.reading.plain import read_plain
from bot.records.open import open_records
from bot.retrieval.embed import E5
from tests.evals.measures import Absent, Measure

ROOT = Path(__file__).parents[2]
LAWS = ROOT.parent / "shared" / "corpus" / "policies"
NOW = datetime(2026, 5, 29, 10)
ROUNDS = 5
QUESTIONS = (
    "网吧离学校多远才能开",
    "公车能不能加高档内饰",
    "导游证有效期几年",
    "信访事项多久要答复",
    "娱乐场所几点必须关门",
    "主动公开的信息要在几个工作日内公开",
    "警告处分影响多久",
    "志愿服务记录证明收费吗",
    "办大型活动要提前多少天申请",
    "明天谁值班",
)


def run() -> Iterable[Measure]:
    if not LAWS.is_dir():
        raise Absent("没有 30 部法规的样本")
    with tempfile.TemporaryDirectory() as folder:
        yield from asyncio.run(_measure(Path(folder)))


async def _measure(home: Path) -> list[Measure]:
    records = await open_records(home)
    try:
        library = open_library(home, records.store, knowledge=ROOT / "knowledge")
        await library.search.ready()  # a bot that takes in a file has opened its indexes long before
        library.vectors.query("预热")
        indexing = await _indexing(library, home / "models")
        answers, alone = await timed(library)
    finally:
        await records.close()
    return [*indexing, *compared("30 部法规", answers, alone, most=3.0), _memory()]


def _bare(embedder: E5) -> tuple[int, float]:
    """Characters that the embedder alone took in, and its seconds, over the same passages in the same batches."""
    texts: list[str] = []
    for file in sorted(LAWS.glob("*.md"))[:8]:
        lines = read_plain(file).lines
        document = card(file.stem, meta={}, lines=lines, sha256="")
        texts += [context(document, passage) for passage in cut(document, lines)]
    begin = time.perf_counter()
    for start in range(0, len(texts), 256):
        embedder.passages(texts[start : start + 256])
    return sum(map(len, texts)), time.perf_counter() - begin


async def _indexing(library: OpenLibrary, models: Path) -> list[Measure]:
    """Indexing beside the bare embedder, measured before and behind it: the machine's speed is not the same for long.

    The second embedder is forgotten afterwards: a bot has one, and the memory of two would be measured.
    """
    embedder = E5(models)
    embedder.query("预热")
    before = _bare(embedder)
    files = sorted(LAWS.glob("*.md"))[:8]
    begin = time.perf_counter()
    counts = await library.ingesting.index(files)
    took = time.perf_counter() - begin
    characters = 0
    for document in await library.shelf.documents():
        for passage in await library.shelf.clause(document.id, "", frozenset({""})):
            characters += len(context(document, passage))
    behind = _bare(embedder)
    del embedder
    share = characters / took / ((before[0] + behind[0]) / (before[1] + behind[1]))
    begin = time.perf_counter()
    again = await library.ingesting.index(files)
    idle = time.perf_counter() - begin
    await library.ingesting.index([LAWS])
    return [
        Measure("收录 8 部法规", f"{took:.1f} 秒，{counts.passages} 条"),
        Measure("收录速度与单纯向量化之比", f"{share:.2f}", "≥ 0.90", share >= 0.9),
        Measure("再收录未改动的文件", f"{idle:.2f} 秒，{again.unchanged} 份未动"),
    ]


async def timed(library: OpenLibrary) -> tuple[list[float], list[float]]:
    """Seconds of each warm answer and of embedding its question alone, in turns."""
    for question in QUESTIONS:
        await library.answering.ask(question, now=NOW)
    answers, alone = [], []
    for question in QUESTIONS * ROUNDS:
        begin = time.perf_counter()
        library.vectors.query(question)
        middle = time.perf_counter()
        await library.answering.ask(question, now=NOW)
        alone.append(middle - begin)
        answers.append(time.perf_counter() - middle)
    return answers, alone


def compared(name: str, answers: Sequence[float], alone: Sequence[float], *, most: float) -> list[Measure]:
    """The two beside each other, and their ratio against what is allowed."""
    ratio = statistics.median(answers) / statistics.median(alone)
    return [
        Measure(f"{name}：单纯向量化一个问题", _times(alone)),
        Measure(f"{name}：答一个问题（已热）", _times(answers)),
        Measure(f"{name}：答题与向量化之比（中位）", f"{ratio:.1f}", f"≤ {most:.1f}", ratio <= most),
    ]


def _times(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    return f"中位 {ordered[len(ordered) // 2] * 1000:.1f} 毫秒，p95 {ordered[int(len(ordered) * 0.95)] * 1000:.1f} 毫秒"


def resident() -> float:
    """Megabytes that this process holds now; 0 where the system does not tell."""
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _memory() -> Measure:
    """What the process holds now; the peak while indexing is named beside it."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    now = resident()
    return Measure("内存（收录并答题之后）", f"{now:.0f} MB，最高 {peak:.0f} MB", "≤ 500 MB", now <= 500)
