"""The door in trouble: a full disk, a slow neighbour, a crash between two steps."""

import asyncio
import json
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.talk.desk import Turn
from bot.domain.talk.door import Delivery, Place, Reply
from bot.records.open import Records
from bot.telegram.attempts import WAITING
from tests.fakes.disk import full_disk
from tests.fakes.door import listening
from tests.fakes.telegram import EDITOR, STAFF, Telegram, until


@pytest.mark.slow
async def test_while_the_disk_is_full_nothing_is_confirmed_and_afterwards_all_is_handled_in_order(
    bot: Telegram, records: Records
) -> None:
    await bot.expect(bot.say(STAFF, "开始"))
    await until(lambda: bot.pending() == 0)
    long = [f"{number}" + "字" * 3_000 for number in range(30)]
    with full_disk(records):
        for text in long:
            await bot.say(STAFF, text)
        await asyncio.sleep(0.5)
        assert bot.pending() > 0
        assert bot.sent(STAFF).count(WAITING) == 1
    await until(lambda: bot.pending() == 0 and len(bot.sent()) >= 32, 12)
    notes = [text for text in bot.sent() if text.startswith("记下：")]
    assert notes == ["记下：开始", *(f"记下：{text[:20]}" for text in long)]


async def test_a_delivery_that_was_accepted_before_a_crash_is_handled_after_it(
    telegram: Telegram, records: Records, tmp_path: Path
) -> None:
    for number in (1, 2):
        message = telegram.message(STAFF, text=f"第{number}件", message_id=number)
        body = f'{{"update_id": {number}, "message": {json.dumps(message)}}}'
        await records.inbox.put(Delivery(f"tg:{number}", body, Place(STAFF, number)))
    async with listening(telegram, records, tmp_path):
        await until(lambda: telegram.sent() == ["记下：第1件", "记下：第2件"])


async def test_a_crash_between_the_turn_and_the_sending_costs_no_reply_and_no_second_note(
    telegram: Telegram, records: Records, tmp_path: Path
) -> None:
    person = await records.people.by_telegram(STAFF)
    assert person is not None
    await records.inbox.put(Delivery("tg:1", "{}", Place(STAFF, 1)))
    await records.desks.commit(Turn("tg:1", person.id, datetime(2026, 11, 22), replies=(Reply("已记第1条。"),)))
    await records.desks.commit(Turn("reminder", person.id, datetime(2026, 11, 22), replies=(Reply("别忘了。"),)))
    async with listening(telegram, records, tmp_path):
        assert telegram.sent(STAFF) == ["已记第1条。", "别忘了。"]
    async with listening(telegram, records, tmp_path):
        assert telegram.sent(STAFF) == ["已记第1条。", "别忘了。"]


async def test_what_is_said_at_the_terminal_is_not_sent_through_telegram(
    telegram: Telegram, records: Records, tmp_path: Path
) -> None:
    person = await records.people.terminal("县图书馆")
    await records.desks.commit(Turn("term:1", person.id, datetime(2026, 11, 22), replies=(Reply("好"),)))
    async with listening(telegram, records, tmp_path):
        await telegram.expect(telegram.say(EDITOR, "送书"))
        assert telegram.sent() == ["记下：送书"]


async def test_a_delivery_that_cannot_be_read_does_not_keep_the_bot_from_starting(
    telegram: Telegram, records: Records, tmp_path: Path
) -> None:
    await records.inbox.put(Delivery("tg:1", "{}", Place(STAFF, 1)))
    async with listening(telegram, records, tmp_path):
        assert (await telegram.expect(telegram.say(STAFF, "送书")))["text"] == "记下：送书"
    assert await records.inbox.undone() == ()


@pytest.mark.slow
async def test_an_answer_that_takes_long_is_announced(bot: Telegram) -> None:
    action = await bot.expect(bot.say(STAFF, "慢"), "sendChatAction")
    assert action["action"] == "typing"
    await until(lambda: bot.sent() == ["记下：慢"])
