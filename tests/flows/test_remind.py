"""Reminders against real records: committed once with their message, whatever happens in between."""

import asyncio
import random
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.ledger.reminders import Quiet
from bot.records.open import open_records
from tests.fakes.lean_bot import reminding
from tests.flows.bureau import Bureau, bureau

FRIDAY = datetime(2026, 11, 20, 10, 0)
PROBLEM = "登记一个问题：窗口排队时间长，加1个窗口，责任人小周，11月27日前"


async def told(office: Bureau, name: str) -> list[str]:
    """What waits to be sent to the colleague because of the hour."""
    mine = office.person(name).id
    return [reply.text for owner, reply in await office.records.desks.unsent() if owner == mine and reply.patient]


@pytest.mark.slow
async def test_who_is_responsible_is_told_once_before_and_once_after(office: Bureau) -> None:
    await office.say("小李", PROBLEM, at=FRIDAY)
    clock = reminding(office.records, Quiet())
    for hours in range(0, 24 * 12, 2):
        await clock.tick(FRIDAY + timedelta(hours=hours))
    lines = [text.splitlines()[1] for text in await told(office, "小周")]
    assert lines == [
        "县图书馆第1项 窗口排队时间长（小周），2026年11月27日到期。",
        "县图书馆第1项 窗口排队时间长（小周），2026年11月27日到期。",
        "县图书馆第1项 窗口排队时间长（小周），2026年11月27日已到期，还没销号。",
    ]
    assert await told(office, "小李") == await told(office, "馆审核") == []


async def test_several_items_come_in_one_message_and_a_muted_one_not_at_all(office: Bureau) -> None:
    for problem in ("窗口排队", "空调坏了", "灯坏了"):
        await office.say("小李", f"登记一个问题：{problem}，11月27日前", at=FRIDAY)
    assert "第2项不再提醒" in await office.say("小李", "第2项不用提醒")
    assert await reminding(office.records, Quiet()).tick(FRIDAY + timedelta(days=4)) == 1
    (text,) = await told(office, "小李")
    assert ("窗口排队" in text, "空调坏了" in text, "灯坏了" in text) == (True, False, True)
    assert "第2项照常提醒" in await office.say("小李", "第2项恢复提醒")
    assert "不再提醒你" in await office.say("小李", "别提醒我了")
    assert await reminding(office.records, Quiet()).tick(FRIDAY + timedelta(days=6)) == 0
    await office.say("小李", "恢复提醒")
    assert await reminding(office.records, Quiet()).tick(FRIDAY + timedelta(days=6)) == 1


async def test_two_clocks_at_once_say_it_once(office: Bureau) -> None:
    await office.say("小李", PROBLEM, at=FRIDAY)
    clocks = [reminding(office.records, Quiet()) for _ in range(5)]
    at = FRIDAY + timedelta(days=4)
    assert sum(await asyncio.gather(*(clock.tick(at) for clock in clocks))) >= 1
    assert len(await told(office, "小周")) == 1


async def test_a_draft_and_notes_that_lie_for_a_day_are_said_once(office: Bureau) -> None:
    await office.say("小李", "11月19日上午，图书馆在城东社区送书320册", at=FRIDAY)
    await office.say("小陈", "11月19日上午，博物馆在实验小学开展讲座1场，200名学生参加", at=FRIDAY)
    await office.say("小陈", "写成信息", at=FRIDAY)
    clock = reminding(office.records, Quiet())
    for hours in range(0, 24 * 8, 6):
        await clock.tick(FRIDAY + timedelta(hours=hours))
    (notes,), (draft,) = await told(office, "小李"), await told(office, "小陈")
    assert notes.startswith("11月20日记的1条（“11月19日上午，图书馆在城东社区送书320册”）还没出稿")
    assert draft.startswith("《")
    assert "还没提交" in draft
    unsent = await office.records.desks.unsent()
    assert {label for _, reply in unsent if reply.patient for label, _ in reply.buttons[0]} == {"出稿", "提交"}


async def test_what_was_handed_in_or_put_away_is_not_asked_for(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.say("小周", "11月19日上午，图书馆在城东社区送书320册")
    await office.say("小周", "清空")
    await office.press("小周", "清空")
    assert await reminding(office.records, Quiet(0, 0, False)).tick(datetime(2026, 11, 25, 10)) == 0


@pytest.mark.slow
async def test_restarts_and_kills_in_the_middle_of_a_commit_lose_and_double_nothing(tmp_path: Path) -> None:
    """A kill leaves a transaction undone; the next life finds the same thing due and says it once."""
    rng = random.Random(20261122)
    async with bureau(tmp_path) as office:
        for number in range(1, 6):
            await office.say("小李", f"登记一个问题：第{number}处漏水，12月{number}日前", at=FRIDAY)
        owner = office.person("小李").id
    now, lives = FRIDAY, 0
    while now < datetime(2026, 12, 20):
        lives += 1
        records = await open_records(tmp_path)
        clock = reminding(records, Quiet())
        for _ in range(rng.randint(1, 12)):
            ticking = asyncio.create_task(clock.tick(now))
            if rng.random() < 0.3:
                await asyncio.sleep(rng.random() * 0.01)
                ticking.cancel()
            await asyncio.gather(ticking, return_exceptions=True)
            now += timedelta(hours=rng.randint(1, 9))
        await records.close()
    assert lives > 5
    with closing(sqlite3.connect(tmp_path / "shibao.db")) as database:
        keys = [row[0] for row in database.execute("SELECT key FROM reminders")]
        replies = [
            (text, datetime.fromisoformat(at))
            for text, at in database.execute(
                "SELECT text, turns.at FROM replies JOIN turns ON turns.key = turn_key"
                " WHERE turn_key LIKE 'remind:%' AND replies.person_id = ?", (owner,)
            )
        ]  # fmt: skip
    given = Counter(key.rsplit("@", 1)[0].rsplit(":", 1)[1] for key in keys)
    lines = [line for text, _ in replies for line in text.splitlines() if "处漏水" in line]
    assert len(lines) == len(keys) == len(set(keys))
    # Whoever looks at least every nine hours misses no day: each item is told of before, on the last day and after.
    assert (given["3"], given["1"], given["over0"]) == (5, 5, 5)
    assert not any(Quiet().at(at) for _, at in replies)
