"""The offline writer, warm: a usual day, a long one, and whether the time grows with the length alone."""

import asyncio
import time
from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.notes import Note
from bot.writing.offline import OfflineWriter
from tests.evals.measures import Measure

NOW = datetime(2026, 10, 31, 18)
DAY = (
    "今天上午九点在文化广场办了老年书画展，展出作品124幅",
    "来看的有370多人，最大的作者91岁",
    "现场写春联义卖筹了4860元，都给了镇敬老院",
    "为深入贯彻落实上级部署，营造了浓厚氛围",
    "更正一下，展出的是142幅",
)


def _notes(count: int) -> list[Note]:
    return [Note(DAY[n % len(DAY)], NOW - timedelta(minutes=count - n)) for n in range(count)]


def _best(count: int, rounds: int) -> float:
    """The best of the rounds in milliseconds."""
    writer, notes, taken = OfflineWriter(), _notes(count), []
    for _ in range(rounds):
        begin = time.perf_counter()
        asyncio.run(writer.write(notes, unit="县文化馆", now=NOW, limit=400))
        taken.append((time.perf_counter() - begin) * 1000)
    return min(taken)


def run() -> Iterable[Measure]:
    few, many = _best(15, 20), _best(200, 5)
    yield Measure("15 条记录出稿", f"{few:.1f} 毫秒", "≤ 20 毫秒", few <= 20)
    yield Measure("200 条记录出稿", f"{many:.0f} 毫秒", "≤ 150 毫秒", many <= 150)
