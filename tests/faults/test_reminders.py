"""kill -9 while reminders go out: each person is told, and the records hold each reminder once."""

import asyncio
import random
import signal
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import wall_now
from bot.domain.ledger.items import Entry, Event, Facts, Kind
from bot.domain.submissions.people import Role
from bot.domain.talk.desk import Turn
from bot.records.open import open_records
from tests.fakes.child import Lives
from tests.fakes.telegram import Telegram, running, until

PEOPLE = 60
KILLS = 8
SEED = 20_261_122


@pytest.mark.slow
async def test_kills_while_sixty_people_are_reminded(tmp_path: Path) -> None:
    rng = random.Random(SEED)
    await overdue(tmp_path)
    async with running(Telegram()) as telegram:
        async with Lives(tmp_path, telegram) as bot:
            for _ in range(KILLS):
                await bot.begin()
                await asyncio.sleep(rng.uniform(0.1, 0.5))
                assert await bot.end(signal.SIGKILL) == -signal.SIGKILL
            await bot.begin()
            await until(lambda: committed(tmp_path) == (PEOPLE, PEOPLE, 0), 60)
            assert await bot.end(signal.SIGTERM) == 0
        told = Counter(int(call["chat_id"]) for call in telegram.calls if call["method"] == "sendMessage")
    assert set(told) == {1_000 + number for number in range(PEOPLE)}
    # What Telegram took in the moment of a kill is sent again: one message a kill at the most.
    assert sum(told.values()) - PEOPLE <= KILLS


async def overdue(home: Path) -> None:
    """One item three days overdue for each person."""
    records = await open_records(home)
    now = wall_now()
    for number in range(PEOPLE):
        code = await records.people.invite("县图书馆", Role.STAFF)
        person = await records.people.redeem(code.replace("-", ""), 1_000 + number, f"同事{number:02}")
        assert person is not None
        facts = Facts(f"第{number}处漏水", owner=person.name, deadline=(now - timedelta(days=3)).date())
        event = Event(Kind.REGISTERED, now - timedelta(days=10), person.id, person.name, facts)
        entry = Entry(f"item{number}", person.unit.id, number + 1, 0, event)
        await records.desks.commit(Turn(f"register:{number}", person.id, event.at, (entry,)))
    await records.close()


def committed(home: Path) -> tuple[int, int, int]:
    """Keys written, messages written with them, messages not confirmed."""
    with closing(sqlite3.connect(home / "shibao.db")) as database:
        return tuple(
            database.execute(
                "SELECT (SELECT count(*) FROM reminders),"
                " (SELECT count(*) FROM replies WHERE turn_key LIKE 'remind:%'),"
                " (SELECT count(*) FROM replies WHERE sent_at IS NULL)"
            ).fetchone()
        )
