"""kill -9 while messages come in: nothing is lost, nothing happens twice."""

import asyncio
import random
import signal
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from bot.domain.submissions.people import Role
from bot.records.open import open_records
from tests.fakes.child import Lives
from tests.fakes.telegram import Telegram, running, until

UPDATES = 2_000
KILLS = 20
CHATS = 10
SEED = 20_261_122


@pytest.mark.slow
async def test_two_thousand_updates_and_twenty_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    rng = random.Random(SEED)
    await let_in(tmp_path)
    async with running(Telegram()) as telegram:
        feeding = asyncio.create_task(feed(telegram))
        async with Lives(tmp_path, telegram) as bot:
            for _ in range(KILLS):
                await bot.begin()
                await asyncio.sleep(rng.uniform(0.05, 1.0))
                assert await bot.end(signal.SIGKILL) == -signal.SIGKILL
            await bot.begin()
            await feeding
            await until(lambda: telegram.pending() == 0 and unfinished(tmp_path) == 0, 120)
            assert await bot.end(signal.SIGTERM) == 0
        told = Counter(text.removeprefix("记下：") for text in telegram.sent())

    said = [f"{chat}-{number}" for number in range(UPDATES // CHATS) for chat in range(CHATS)]
    kept = notes(tmp_path)
    assert Counter(text for _, text in kept) == Counter(said)
    for chat in range(CHATS):
        mine = [text for person, text in kept if person == f"同事{chat}"]
        assert mine == [f"{chat}-{number}" for number in range(UPDATES // CHATS)]
    assert set(told) == set(said)
    # A kill between sending and confirming costs a second sending: at most one for each chat.
    assert sum(told.values()) - UPDATES <= KILLS * CHATS


async def let_in(home: Path) -> None:
    records = await open_records(home)
    for chat in range(CHATS):
        code = await records.people.invite("县图书馆", Role.STAFF)
        await records.people.redeem(code.replace("-", ""), 1_000 + chat, f"同事{chat}")
    await records.close()


async def feed(telegram: Telegram) -> None:
    """About a hundred messages a second, in bursts, to ten chats in turn."""
    for number in range(UPDATES // CHATS):
        for chat in range(CHATS):
            await telegram.say(1_000 + chat, f"{chat}-{number}")
        await asyncio.sleep(0.1)


def unfinished(home: Path) -> int:
    """Deliveries that are not done and replies that are not confirmed."""
    with sqlite3.connect(home / "shibao.db") as database:
        return int(
            database.execute(
                "SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL)"
                " + (SELECT count(*) FROM replies WHERE sent_at IS NULL)"
            ).fetchone()[0]
        )


def notes(home: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(home / "shibao.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return database.execute(
            "SELECT people.name, note_versions.text FROM notes JOIN note_versions ON note_id = notes.id"
            " JOIN notebooks ON notebooks.id = notebook_id JOIN people ON people.id = person_id"
            " ORDER BY notes.notebook_id, notes.seq"
        ).fetchall()
