"""A problem's life through the emulator: registered, reminded of, worked on, signed off by the editor above."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.clock import wall_now
from bot.domain.ledger.items import State
from bot.domain.ledger.reminders import Quiet
from bot.domain.submissions.people import Role
from bot.records.open import Records
from bot.telegram.reminding import Reminders
from tests.fakes.door import listening
from tests.fakes.lean_bot import reminding, rooms_of
from tests.fakes.telegram import Telegram, running, until
from tests.flows.conversation import Conversation, conversation

COLLEAGUE, EDITOR, OUTSIDER = 11, 12, 13


class Clock:
    """The time as the reminders see it."""

    def __init__(self) -> None:
        self.now = wall_now()


async def staffed(records: Records) -> None:
    editors = ((EDITOR, "县文旅局", Role.EDITOR), (OUTSIDER, "县博物馆", Role.EDITOR))
    people = ((COLLEAGUE, "县图书馆", Role.STAFF), *editors)
    for account, unit, role in people:
        code = await records.people.invite(unit, role)
        await records.people.redeem(code.replace("-", ""), account, f"同事{account}")
    await records.units.place("县图书馆", "县文旅局")


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Conversation]:
    async with conversation(tmp_path) as opened:
        await staffed(opened.records)
        yield opened


@pytest.fixture
async def clock() -> Clock:
    return Clock()


@pytest.fixture
async def telegram(talk: Conversation, clock: Clock, tmp_path: Path) -> AsyncIterator[Telegram]:
    """The emulator with the whole conversation behind it; the reminders look five times a second."""
    records = talk.records
    timed = reminding(records, Quiet(weekends=False))
    rooms = replace(
        rooms_of(records, tmp_path),
        hear=talk.hearing.hear,
        reminders=Reminders(lambda: timed.tick(clock.now), lambda: timed.resting(clock.now), every_s=0.2),
    )
    async with running(Telegram()) as server, listening(server, records, tmp_path, rooms=rooms):
        yield server


async def arrives(telegram: Telegram, account: int, holds: str) -> dict:
    """The newest message to the account that holds the words."""

    def found() -> list[dict]:
        calls = (one for one in telegram.calls if one["method"] in ("sendMessage", "editMessageText"))
        return [one for one in calls if int(one["chat_id"]) == account and holds in one["text"]]

    await until(found, 6)
    return found()[-1]


@pytest.mark.slow
async def test_registered_reminded_of_worked_on_and_signed_off_by_the_editor_above(
    telegram: Telegram, talk: Conversation, clock: Clock
) -> None:
    due = wall_now().date() + timedelta(days=6)
    await telegram.say(COLLEAGUE, f"登记一个问题：窗口排队时间长，{due.month}月{due.day}日前加1个窗口，责任人王科长")
    await arrives(telegram, COLLEAGUE, "已登记为第1项")
    await telegram.say(COLLEAGUE, "群众反映")
    await arrives(telegram, COLLEAGUE, "来源：群众反映")

    # At night it is due and waits; in the morning it comes, once.
    clock.now = datetime.combine(due - timedelta(days=4), time(23, 30))
    await asyncio.sleep(0.6)
    clock.now = datetime.combine(due - timedelta(days=3), time(7, 59))
    await asyncio.sleep(0.6)
    assert not any("提醒" in text for text in telegram.sent())
    clock.now = datetime.combine(due - timedelta(days=3), time(8, 0))
    reminder = await arrives(telegram, COLLEAGUE, "问题台账提醒")
    assert f"{due.month}月{due.day}日到期" in reminder["text"]
    await asyncio.sleep(0.6)
    assert sum("问题台账提醒" in text for text in telegram.sent()) == 1

    await telegram.say(COLLEAGUE, "第1项进展：已采购排队机")
    await arrives(telegram, COLLEAGUE, "第1项进展已记")
    await telegram.send(COLLEAGUE, "photo", caption="第1项完成了：新窗口已启用")
    card = await arrives(telegram, EDITOR, "【待销号】县图书馆第1项")
    assert "附件1个" in card["text"]
    shown = await telegram.expect(telegram.press(EDITOR, card, "看附件"), "sendPhoto")
    assert int(shown["chat_id"]) == EDITOR
    await telegram.press(EDITOR, card, "同意销号")
    await arrives(telegram, COLLEAGUE, "同事12已同意销号")
    await arrives(telegram, EDITOR, "同事12同意销号")

    # Signed off: nothing is due any more, however late it gets.
    clock.now = datetime.combine(due + timedelta(days=20), time(10, 0))
    await asyncio.sleep(0.6)
    assert sum("问题台账提醒" in text for text in telegram.sent()) == 1
    assert telegram.sent(OUTSIDER) == []
    items = await talk.records.ledger.among([unit.id for unit in await talk.records.units.all()])
    assert [item.standing.state for item in items] == [State.CLOSED]

    sheet = await telegram.expect(telegram.say(COLLEAGUE, "导出台账"), "sendDocument")
    data = telegram.assets[sheet["result"]["document"]["file_id"]]["data"]
    rows = list(load_workbook(BytesIO(data)).active.values)
    assert rows[1][3] == "窗口排队时间长"


@pytest.mark.slow
async def test_what_was_committed_in_the_evening_and_not_sent_waits_for_the_morning(
    telegram: Telegram, talk: Conversation, clock: Clock
) -> None:
    due = wall_now().date() + timedelta(days=6)
    await telegram.say(COLLEAGUE, f"登记一个问题：空调坏了，{due.month}月{due.day}日前")
    await arrives(telegram, COLLEAGUE, "已登记")
    evening = datetime.combine(due - timedelta(days=3), time(21, 59))
    clock.now = evening + timedelta(minutes=2)
    assert await reminding(talk.records, Quiet(weekends=False)).tick(evening) == 1
    await telegram.say(COLLEAGUE, "台账")
    await arrives(telegram, COLLEAGUE, "没销号的1项")
    await asyncio.sleep(0.5)
    assert not any("提醒：" in text for text in telegram.sent())
    clock.now = evening + timedelta(hours=10, minutes=2)
    # Something for another person makes the bot look for what is unsent before its quarter of a minute is over.
    await telegram.say(COLLEAGUE, "第1项完成了：换了新空调")
    await arrives(telegram, COLLEAGUE, "问题台账提醒")
