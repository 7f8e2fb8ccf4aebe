"""The offline writer, warm: a usual day, a long one, and whether the time grows with the length alone.

No text comes twice, so that nothing is answered from memory. In use each message was read when it came (flows/hear),
which is measured beside a day whose messages were never seen before, as after a restart.
"""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Iterable
from datetime import datetime, timedelta

from bot.domain.lock.grounds import read_ahead
from bot.domain.notes.note import Note
from bot.writing.offline import OfflineWriter
from tests.evals.measures import Measure

NOW = datetime(2026, 10, 31, 18)
DAY = (
    "今天上午九点在文化广场办了老年书画展，展出作品{}幅",
    "来看的有{}多人，最大的作者91岁",
    "现场写春联义卖筹了{}元，都给了镇敬老院",
    "为深入贯彻落实上级部署，营造了浓厚氛围",
    "更正一下，展出的是{}幅",
)


_fresh = itertools.count(1000)


def _notes(count: int) -> list[Note]:
    return [Note(DAY[n % len(DAY)].format(next(_fresh)), NOW - timedelta(minutes=count - n)) for n in range(count)]


def _best(count: int, rounds: int, *, ahead: bool = False) -> float:
    """The best of the rounds in milliseconds; `ahead`: each note was read when it came."""
    writer, taken = OfflineWriter(), []
    for _ in range(rounds):
        notes = _notes(count)
        for note in notes if ahead else ():
            read_ahead(note)
        written = writer.write(notes, unit="县文化馆", now=NOW, limit=400)
        begin = time.perf_counter()
        asyncio.run(_awaited(written))
        taken.append((time.perf_counter() - begin) * 1000)
    return min(taken)


async def _awaited(written: Awaitable[object]) -> None:
    """Without the reports: asyncio.run spells out what its task gave, though nobody reads it."""
    await written


def run() -> Iterable[Measure]:
    few, many, twice = _best(15, 20), _best(200, 5), _best(400, 3)
    used = _best(200, 5, ahead=True)
    yield Measure("15 条记录出稿", f"{few:.1f} 毫秒", "≤ 20 毫秒", few <= 20)
    yield Measure("200 条记录出稿", f"{many:.0f} 毫秒", "≤ 150 毫秒", many <= 150)
    yield Measure("200 条记录出稿，每条来时已读过", f"{used:.0f} 毫秒", "≤ 150 毫秒", used <= 150)
    yield Measure("400 条比 200 条", f"{twice / many:.2f} 倍", "≤ 2.3 倍", twice <= 2.3 * many)
