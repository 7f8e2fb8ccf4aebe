"""A section through the emulator and the whole bot: another time, outline changed by talking over a kill, text,
Word file; a model at work is stopped."""

import asyncio
import io
import signal
import zipfile
from pathlib import Path
from typing import Any

import pytest

from bot.domain.library.passages import Document
from bot.records.library import SqlShelf
from bot.records.open import open_records
from tests.evals import year
from tests.fakes import house
from tests.fakes.child import Lives
from tests.fakes.model import ModelServer, hang
from tests.fakes.telegram import Telegram, buttons, running, until

pytestmark = pytest.mark.slow

EDITOR = len(year.UNITS) + 2
"""The account under which the editor was let in: after one author a unit, the outsider's too."""


async def settled(home: Path) -> None:
    records = await open_records(home)
    await house.move_in(records)
    shelf = SqlShelf(records.store)
    await house.shelve_past(shelf)
    # A library that is not empty: the starter library takes half a minute to index.
    await shelf.replace(Document("d1", "借阅", "借阅办法", "0" * 64), ())
    await records.close()


class Chat:
    """The editor's chat; every update is delivered twice."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self.last: dict[str, Any] = {}

    async def say(self, text: str, holds: str, *, method: str = "sendMessage") -> str:
        message = self._telegram.message(EDITOR, text=text)
        return await self._answered(self._telegram.push_twice(message=message), holds, method)

    async def press(self, label: str, holds: str, *, method: str = "sendMessage") -> str:
        query = {
            "id": f"query-{len(self._telegram.calls)}",
            "from": {"id": EDITOR, "is_bot": False, "first_name": "王"},
            "chat_instance": "1",
            "data": buttons(self.last)[label],
            "message": self.last["result"],
        }
        return await self._answered(self._telegram.push_twice(callback_query=query), holds, method)

    async def _answered(self, act: Any, holds: str, method: str = "sendMessage") -> str:
        seen = len(self._telegram.calls)
        await act
        field = "caption" if method == "sendDocument" else "text"

        def told() -> list[dict[str, Any]]:
            new = [call for call in self._telegram.calls[seen:] if call["method"] == method]
            return [call for call in new if holds in call.get(field, "")]

        await until(told, 25)
        self.last = told()[0]
        return str(self.last[field])


async def test_a_section_is_outlined_changed_by_talking_written_and_printed(tmp_path: Path) -> None:
    home = tmp_path / "data"
    home.mkdir()
    await settled(home)
    shows, books = (year.totals(year.frames())[work] for work in ("送戏下乡", "送书"))
    async with running(Telegram()) as telegram, Lives(home, telegram, "full_bot") as bot:
        await bot.begin()
        chat = Chat(telegram)
        said = await chat.say("起草2026年总结里文化惠民那一节", "要写")
        assert "54份已采用信息、2份往年总结" in said
        half = sum(frame.category == "文化惠民" and frame.day.month < 7 for frame in year.frames())
        assert f"{half}份已采用信息" in await chat.press("换成上半年", "2026年上半年")
        assert "54份已采用信息" in await chat.say("换成全年", "文化惠民（2026年，")
        outline = await chat.press("列提纲", "提纲")
        assert f"1. 送戏下乡{shows.times}场，观众{shows.people}人次" in outline
        assert (await chat.say("第二条放到前面", "改好了")).index("送书") < 40
        assert await bot.end(signal.SIGKILL) == -signal.SIGKILL
        await bot.begin()
        shorter = await chat.say("删掉第三条", "改好了")
        assert "展览" not in shorter
        await chat.say("加一条：11月8日县图书馆开通夜间借阅，每周开放3晚", "改好了")
        text = await chat.press("成稿", "事实")
        assert f"（一）送书{books.times}次，参加{books.people}人次" in text
        assert f"（二）送戏下乡{shows.times}场，观众{shows.people}人次" in text
        assert "（四）11月8日县图书馆开通夜间借阅，每周开放3晚" in text
        await chat.press("导出Word", "出处表", method="sendDocument")
        word = telegram.assets[chat.last["result"]["document"]["file_id"]]["data"]
        assert f"送戏下乡：16份信息合计{shows.times}场" in await asyncio.to_thread(words_of, word)
        assert await bot.end(signal.SIGTERM) == 0
        assert "Traceback" not in bot.said


async def test_polishing_says_how_far_it_is_and_stops_at_the_button_and_at_the_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "data"
    home.mkdir()
    await settled(home)
    with ModelServer(otherwise=hang) as server:
        monkeypatch.setenv("SHIBAO_MODEL_URL", server.url)
        monkeypatch.setenv("SHIBAO_MODEL", "scripted")
        async with running(Telegram()) as telegram, Lives(home, telegram, "full_bot") as bot:
            await bot.begin()
            chat = Chat(telegram)
            await chat.say("起草2026年总结里文化惠民那一节", "要写")
            text = await chat.press("成稿", "事实")
            shown = chat.last
            line = await chat.press("让大模型润色", "正在润色")
            assert line == "正在润色：已写0条，共4条。不想等就点“停”，原来的稿子不变。"
            assert await chat.press("停", "停下了", method="editMessageText") == "停下了，原来的没有动。"
            chat.last = shown
            await chat.press("让大模型润色", "正在润色")
            await until(lambda: server.history, 60)
            assert await chat.say("停", "停下了", method="editMessageText") == "停下了，原来的没有动。"
            assert await chat.say("成稿", "事实") == text
            assert await bot.end(signal.SIGTERM) == 0
        assert "Traceback" not in bot.said


def words_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml").decode()
