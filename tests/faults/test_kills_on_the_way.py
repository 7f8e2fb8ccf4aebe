"""A report's whole way with kill -9 after every step and every update delivered twice: nothing is lost or doubled."""

import asyncio
import random
import signal
import sqlite3
from collections.abc import Awaitable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from bot.settings import Settings
from bot.visiting import verify
from tests.end_to_end.test_submission import COLLEAGUE, EDITOR, OUTSIDER, Bureau, events, staffed
from tests.fakes.child import Lives
from tests.fakes.telegram import Telegram, running, until

pytestmark = pytest.mark.slow

SEED = 20_261_122
TEXT_OF = {"sendMessage": "text", "editMessageText": "text", "sendDocument": "caption"}


COUNTED = {
    "notes": "SELECT count(*) FROM notes",
    "drafts": "SELECT count(*) FROM drafts",
    "submissions": "SELECT count(*) FROM submissions",
    "frozen_reports": "SELECT count(*) FROM frozen_reports",
    "waiting": "SELECT count(*) FROM waiting",
    "open": "SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL)"
    " + (SELECT count(*) FROM replies WHERE sent_at IS NULL)",
}


class KilledBureau(Bureau):
    """Kills the bot as soon as it took an update in, or up to a tenth of a second later, and starts it again."""

    def __init__(self, telegram: Telegram, lives: Lives) -> None:
        super().__init__(telegram, lives)
        self._rng = random.Random(SEED)
        self.kills = 0

    async def show(self, account: int, caption: str, holds: str) -> str:
        """Send a photo with words; gives its id."""
        photo = "photo-1"
        self._telegram.assets[photo] = {"filename": photo, "data": b"x", "size": 1}
        sizes = [{"file_id": photo, "file_unique_id": photo, "file_size": 1, "width": 9, "height": 9}]
        message = self._telegram.message(account, caption=caption, photo=sizes)
        await self._after(self._telegram.push_twice(message=message), account, holds)
        return photo

    async def _after(self, act: Awaitable[Any], account: int, holds: str) -> dict[str, Any]:
        seen = len(self._telegram.calls)
        await act
        await until(lambda: self._telegram.pending() == 0, 15)
        await asyncio.sleep(self._rng.choice((0, 0.02, 0.1)))
        assert await self._bot.end(signal.SIGKILL) == -signal.SIGKILL
        self.kills += 1
        await self._bot.begin()

        def told() -> list[dict[str, Any]]:
            return [
                call
                for call in self._telegram.calls[seen:]
                if (field := TEXT_OF.get(call["method"]))
                and int(call["chat_id"]) == account
                and holds in (call.get(field) or "")
            ]

        await until(told, 30)
        return told()[-1]


async def test_every_step_from_the_note_to_the_word_file_survives_a_kill(tmp_path: Path) -> None:
    home = tmp_path / "data"
    home.mkdir()
    await staffed(home)
    async with running(Telegram()) as telegram, Lives(home, telegram, "full_bot") as lives:
        await lives.begin()
        bureau = KilledBureau(telegram, lives)
        note = "今天上午在城东社区送书320册，6名志愿者参加，现场办理借书证15张"
        photo = await bureau.show(COLLEAGUE, note, "第1条")
        draft = await bureau.say(COLLEAGUE, "写成信息", "320册")
        await bureau.press(COLLEAGUE, draft, "提交", "拟稿人")
        seen = len(telegram.calls)
        await bureau.say(COLLEAGUE, "小李 0533-1234567 王科长", "已提交")
        card = await noticed(telegram, seen, EDITOR, "待审")
        album = await bureau.press(EDITOR, card, "看照片", "共1个")
        await until(lambda: [c for c in telegram.calls if c["method"] == "sendPhoto" and c["photo"] == photo], 20)
        assert int(album["chat_id"]) == EDITOR
        reasons = await bureau.press(EDITOR, card, "退回", "为什么")
        await bureau.press(EDITOR, reasons, "事实不准", "再发一句话")
        seen = len(telegram.calls)
        await bureau.say(EDITOR, "送书数请核对，应是302册", "已退回")
        returned = await noticed(telegram, seen, COLLEAGUE, "退回")
        await bureau.press(COLLEAGUE, returned, "去修改", "拿回来")
        fixed = await bureau.say(COLLEAGUE, "把320改成302", "302册")
        again = await bureau.press(COLLEAGUE, fixed, "提交", "第2次提交", hears=EDITOR)
        adopted = await bureau.press(EDITOR, again, "采用", "已由同事12采用", hears=COLLEAGUE)
        paper = await bureau.press(COLLEAGUE, adopted, "导出Word", "采用稿")
        sent = telegram.assets[paper["result"]["document"]["file_id"]]["data"]
        assert any("送书302册" in each.text for each in Document(BytesIO(sent)).paragraphs)
        assert telegram.sent(OUTSIDER) == []
        assert bureau.kills == 13
        await until(lambda: counted(home)["open"] == 0, 20)
        assert await lives.end(signal.SIGTERM) == 0
    assert events(home) == ["submitted", "returned", "submitted", "adopted"]
    assert counted(home) == {"notes": 2, "drafts": 1, "submissions": 1, "frozen_reports": 2, "waiting": 0, "open": 0}
    lines, sound = await verify(Settings(home=home))
    assert sound
    assert "已采用 1" in "\n".join(lines)


async def noticed(telegram: Telegram, seen: int, account: int, holds: str) -> dict[str, Any]:
    """What someone is told because of another, perhaps before the kill, perhaps after it."""

    def found() -> list[dict[str, Any]]:
        return [
            call
            for call in telegram.calls[seen:]
            if call["method"] == "sendMessage" and int(call["chat_id"]) == account and holds in call["text"]
        ]

    await until(found, 20)
    return found()[-1]


def counted(home: Path) -> dict[str, int]:
    """Rows that a doubled or lost update would change."""
    with sqlite3.connect(home / "shibao.db") as database:
        rows = {name: database.execute(query).fetchone()[0] for name, query in COUNTED.items()}
    database.close()
    return rows
