"""A section and a whole summary from 120 adopted reports, offline: records read, text written, every line checked."""

import asyncio
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from bot.flows.draft import Drafting
from bot.flows.gather import Gathering
from bot.flows.section import Sections, section_of
from bot.records.library import SqlShelf
from bot.records.open import open_records
from bot.writing.offline import OfflineWriter
from tests.evals import year
from tests.evals.measures import Measure
from tests.fakes import house
from tests.fakes.answers import ScriptedAnswers

MOST = 300


async def _times(words: str, rounds: int) -> list[float]:
    """Milliseconds of each round in one process, the first with nothing read before."""
    with tempfile.TemporaryDirectory() as folder:
        records = await open_records(Path(folder))
        editor = (await house.move_in(records))[house.EDITOR]
        gathering = Gathering(records.log, records.units, SqlShelf(records.store), records.ledger)
        sections = Sections(Drafting(OfflineWriter()), ScriptedAnswers(), gathering)
        taken = []
        for _ in range(rounds):
            begin = time.perf_counter()
            wanted = await sections.understood(words, now=year.NOW, person=editor)
            summary = await sections.draw_up(wanted, notes=(), unit=year.HEAD, now=year.NOW, person=editor)
            section_of(summary, year.NOW)
            taken.append((time.perf_counter() - begin) * 1000)
        await records.close()
    return taken


def run() -> Iterable[Measure]:
    for words, label in (("起草主要工作一节", "120 份信息写一节"), ("起草全年工作总结", "120 份信息写全篇")):
        first, *warm = asyncio.run(_times(words, 6))
        yield Measure(label, f"{min(warm):.0f} 毫秒（第一次 {first:.0f}）", f"≤ {MOST} 毫秒", min(warm) <= MOST)
