"""Three people in two units and the whole bot: from the note to the adopted report, over kills and repeats."""

import asyncio
import re
import signal
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bot.domain.library.passages import Document
from bot.domain.submissions.people import Role
from bot.records.library import SqlShelf
from bot.records.open import open_records
from bot.settings import Settings
from bot.visiting import verify
from tests.end_to_end.test_serve import shibao
from tests.fakes.child import Lives
from tests.fakes.telegram import Telegram, buttons, running, until

pytestmark = pytest.mark.slow

COLLEAGUE, EDITOR, OUTSIDER = 11, 12, 13


async def staffed(home: Path) -> None:
    """A colleague of the library, the head office's editor above it, an editor of another unit."""
    records = await open_records(home)
    editors = ((EDITOR, "县文旅局", Role.EDITOR), (OUTSIDER, "县博物馆", Role.EDITOR))
    people = ((COLLEAGUE, "县图书馆", Role.STAFF), *editors)
    for account, unit, role in people:
        code = await records.people.invite(unit, role)
        await records.people.redeem(code.replace("-", ""), account, f"同事{account}")
    await records.units.place("县图书馆", "县文旅局")
    # A library that is not empty: nothing here asks it, and the starter library takes half a minute to index.
    await SqlShelf(records.store).replace(Document("d1", "借阅", "借阅办法", "0" * 64), ())
    await records.close()


class Bureau:
    """People acting on the bot, every update of theirs delivered twice; the bot may be killed in between."""

    def __init__(self, telegram: Telegram, bot: Lives) -> None:
        self._telegram = telegram
        self._bot = bot

    async def say(self, account: int, text: str, holds: str) -> dict[str, Any]:
        message = self._telegram.message(account, text=text)
        return await self._after(self._telegram.push_twice(message=message), account, holds)

    async def press(
        self, account: int, call: dict[str, Any], label: str, holds: str, *, hears: int = 0, kill: bool = False
    ) -> dict[str, Any]:
        """Press a button; gives the call by which `hears` (or who pressed) is told what is expected."""
        query = {
            "id": f"query-{len(self._telegram.calls)}-{label}",
            "from": {"id": account, "is_bot": False, "first_name": f"用户{account}"},
            "chat_instance": "1",
            "data": buttons(call)[label],
            "message": call["result"],
        }
        act = self._kill_after(query) if kill else self._telegram.push_twice(callback_query=query)
        return await self._after(act, hears or account, holds)

    async def _kill_after(self, query: dict[str, Any]) -> None:
        """kill -9 as soon as the update was taken in; what it caused is finished by the next life."""
        await self._telegram.push_twice(callback_query=query)
        await until(lambda: self._telegram.pending() == 0, 10)
        assert await self._bot.end(signal.SIGKILL) == -signal.SIGKILL
        await self._bot.begin()

    async def _after(self, act: Any, account: int, holds: str) -> dict[str, Any]:
        seen = len(self._telegram.calls)
        await act

        def told() -> list[dict[str, Any]]:
            return [
                call
                for call in self._telegram.calls[seen:]
                if call["method"] in ("sendMessage", "editMessageText")
                and int(call["chat_id"]) == account
                and holds in call["text"]
            ]

        await until(told, 30)
        return told()[0]


async def test_from_the_note_to_the_adopted_report_over_a_return_two_kills_and_repeated_updates(
    tmp_path: Path,
) -> None:
    home = tmp_path / "data"
    home.mkdir()
    await staffed(home)
    async with running(Telegram()) as telegram, Lives(home, telegram, "full_bot") as bot:
        await bot.begin()
        bureau = Bureau(telegram, bot)
        await bureau.say(COLLEAGUE, "今天上午在城东社区送书320册，6名志愿者参加", "第1条")
        await bureau.say(COLLEAGUE, "现场办理借书证15张", "第2条")
        draft = await bureau.say(COLLEAGUE, "写成信息", "320册")
        await bureau.press(COLLEAGUE, draft, "提交", "拟稿人")
        seen = len(telegram.calls)
        await bureau.say(COLLEAGUE, "小李 0533-1234567 王科长", "已提交")
        card = await arrived(telegram, seen, EDITOR, "待审")
        assert "1234567" not in card["text"]

        reasons = await bureau.press(EDITOR, card, "退回", "为什么")
        await bureau.press(EDITOR, reasons, "事实不准", "再发一句话")
        seen = len(telegram.calls)
        await bureau.say(EDITOR, "送书数请核对，应是302册", "已退回")
        returned = await arrived(telegram, seen, COLLEAGUE, "退回")
        assert "应是302册" in returned["text"]

        await bureau.press(COLLEAGUE, returned, "去修改", "拿回来")
        fixed = await bureau.say(COLLEAGUE, "把320改成302", "302册")
        again = await bureau.press(COLLEAGUE, fixed, "提交", "第2次提交", hears=EDITOR, kill=True)
        assert "现：" in again["text"]
        adopted = await bureau.press(EDITOR, again, "采用", "采用", hears=COLLEAGUE, kill=True)
        assert "已由同事12采用" in adopted["text"]

        # The first card is long decided: pressing it explains and changes nothing.
        await bureau.press(EDITOR, card, "退回", "已采用：同事12")
        counted = await bureau.say(COLLEAGUE, "这个月我们报了几条", "报送1条（采用1）")
        assert "1. 《" in counted["text"]
        assert telegram.sent(OUTSIDER) == []
        edits = [call for call in telegram.calls if call["method"] == "editMessageText"]
        assert {int(call["chat_id"]) for call in edits} == {EDITOR}
        assert {label for call in edits for label in buttons(call)} == {"导出Word", "看改动", "发现有误，退回更正"}
        assert await bot.end(signal.SIGTERM) == 0
        assert "Traceback" not in bot.said
    log = (home / "logs" / "shibao.log").read_text(encoding="utf-8")
    assert not any(canary in log for canary in ("1234567", "城东社区", "302册"))
    assert events(home) == ["submitted", "returned", "submitted", "adopted"]
    lines, sound = await verify(Settings(home=home))
    assert sound
    assert re.search(r"✓ 定稿 2 份，日志 4 条；.*已采用 1", "\n".join(lines))
    with sqlite3.connect(home / "shibao.db") as database:
        database.execute("UPDATE frozen_reports SET body = replace(body, '302', '902')")
    database.close()
    with pytest.raises(AssertionError, match="日志对不上"):
        await asyncio.to_thread(shibao, home, "verify")


async def arrived(telegram: Telegram, seen: int, account: int, holds: str) -> dict[str, Any]:
    """The message that someone gets because of another's doing, within what the bot needs to send it."""

    def found() -> list[dict[str, Any]]:
        return [
            call
            for call in telegram.calls[seen:]
            if call["method"] == "sendMessage" and int(call["chat_id"]) == account and holds in call["text"]
        ]

    await until(found, 10)
    return found()[0]


def events(home: Path) -> list[str]:
    with sqlite3.connect(home / "shibao.db") as database:
        rows = database.execute("SELECT event FROM submission_events ORDER BY submission_id, seq").fetchall()
    return [found[1] for (event,) in rows if (found := re.search(r'"kind":"(\w+)"', event))]
