"""The Telegram door in the test's own process, with the lean brain behind it, or another."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.records.open import Records
from bot.telegram.serve import Connection, Rooms, Webhook, run
from tests.fakes.account import TOKEN
from tests.fakes.lean_bot import rooms_of
from tests.fakes.telegram import Telegram, until


@asynccontextmanager
async def listening(
    telegram: Telegram,
    records: Records,
    home: Path,
    webhook: Webhook | None = None,
    rooms: Rooms | None = None,
) -> AsyncIterator[list[str]]:
    """The bot in this process, connected to the emulator; gives what it told the console."""
    said: list[str] = []
    stopping = asyncio.Event()
    connection = Connection(TOKEN, f"http://127.0.0.1:{telegram.port}", webhook=webhook, sends_a_second=1_000)
    task = asyncio.create_task(run(connection, rooms or rooms_of(records, home), say=said.append, stopping=stopping))
    try:
        await until(lambda: bool(said) or task.done())
        yield said
    finally:
        stopping.set()
        await task
