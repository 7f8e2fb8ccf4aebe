"""A county's working hour: 200 people, 20 updates a second through the emulator, beside a bare echo bot.

Both bots are processes of their own and hear the same people at the same pace; the emulator and the people share
this process with the clock, so what is measured includes them.
"""

import asyncio
import contextlib
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.library.passages import Document
from bot.domain.submissions.people import Role
from bot.records.library import SqlShelf
from bot.records.open import open_records
from tests.evals.measures import Measure
from tests.fakes.child import Child, real
from tests.fakes.telegram import Telegram, running, until

PEOPLE, A_SECOND, SECONDS = 200, 20, 25
FIRST = 1_000
WORDS = (
    "今天上午在城东社区送书{n}册，6名志愿者参加",
    "现场办理借书证{n}张",
    "看看记了什么",
    "下午在文化广场演出{n}场，观众320人",
    "写成信息",
)
"""What one person says in turn; the notes hold a number."""
SHARE = 0.7


class Clocked(Telegram):
    """An emulator that notes when each person spoke and when they were first answered."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[int, list[float]] = {}
        self.waits: list[float] = []

    async def ask(self, user: int, text: str) -> None:
        self.asked.setdefault(user, []).append(time.perf_counter())
        await self.say(user, text)

    def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        result = super().validate(method, fields, uploads)
        if method == "sendMessage" and (waiting := self.asked.get(int(fields["chat_id"]))):
            self.waits.append(time.perf_counter() - waiting.pop(0))
        return result

    def unanswered(self) -> int:
        return sum(map(len, self.asked.values()))


@dataclass(frozen=True, slots=True)
class Round:
    """One bot's answers: how long people waited, how many a second came, how much memory it took at most."""

    p50: float
    p95: float
    a_second: float
    megabytes: float
    lost: int


def run() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "data"
        home.mkdir()
        echo, ours, kept = asyncio.run(_both(home))
    load = f"{PEOPLE}人，每秒{A_SECOND}条，{SECONDS}秒"
    yield Measure(f"裸回声机器人（{load}）", _told(echo))
    yield Measure(f"实报（{load}）", _told(ours))
    share = ours.a_second / echo.a_second
    yield Measure("每秒答复，实报比回声", f"{share:.2f}", f"≥ {SHARE}", share >= SHARE)
    lost = ours.lost + kept
    yield Measure("没答复的和没记下的", str(lost), "0", lost == 0)


def _words(number: int) -> str:
    """Everyone begins somewhere else, so that at any time some note, some look and some want their report."""
    return WORDS[(number // PEOPLE + number) % len(WORDS)].format(n=number)


def _told(one: Round) -> str:
    waits = f"等待中位 {one.p50:.0f} 毫秒，95% 在 {one.p95:.0f} 毫秒内"
    return f"{waits}，每秒 {one.a_second:.1f} 条，内存 {one.megabytes:.0f} 兆"


async def _both(home: Path) -> tuple[Round, Round, int]:
    async with running(Clocked()) as telegram:
        url = f"http://127.0.0.1:{telegram.port}"
        async with Child("-m", "tests.fakes.echo_bot", url) as bot:
            echo = await _round(telegram, bot)
    await _let_in(home)
    async with running(Clocked()) as telegram, real(home, telegram) as bot:
        ours = await _round(telegram, bot)
        await until(lambda: _open(home) == 0, 30)
        await bot.stop()
    return echo, ours, _missing(home)


async def _round(telegram: Clocked, bot: Child) -> Round:
    """Everyone speaks in turn at an even pace, then all answers are awaited."""
    begin = time.perf_counter()
    for number in range(A_SECOND * SECONDS):
        due = begin + number / A_SECOND
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        await telegram.ask(FIRST + number % PEOPLE, _words(number))
    with contextlib.suppress(AssertionError):
        await until(lambda: not telegram.unanswered(), 30)
    took = time.perf_counter() - begin
    lost = telegram.unanswered()
    waits = sorted(one * 1000 for one in telegram.waits)
    return Round(
        statistics.median(waits), waits[int(len(waits) * 0.95)], len(waits) / took, _peak(bot.process.pid), lost
    )


def _peak(pid: int) -> float:
    """The most memory that the process ever held, in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


async def _let_in(home: Path) -> None:
    records = await open_records(home)
    for number in range(PEOPLE):
        code = await records.people.invite("县图书馆", Role.STAFF)
        await records.people.redeem(code.replace("-", ""), FIRST + number, f"同事{number}")
    # A library that is not empty: indexing the starter library is measured in start.py.
    await SqlShelf(records.store).replace(Document("d1", "借阅", "借阅办法", "0" * 64), ())
    await records.close()


def _ask(home: Path, query: str) -> int:
    with sqlite3.connect(home / "shibao.db") as database:
        found = int(database.execute(query).fetchone()[0])
    database.close()
    return found


def _open(home: Path) -> int:
    return _ask(home, "SELECT count(*) FROM inbox WHERE done_at IS NULL")


def _missing(home: Path) -> int:
    """Notes that were said and not kept."""
    said = sum(str(number) in _words(number) for number in range(A_SECOND * SECONDS))
    return said - _ask(home, "SELECT count(*) FROM notes")
