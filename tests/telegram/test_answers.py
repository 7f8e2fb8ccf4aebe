"""The buttons of old answers through the emulator: after a restart, a new text, a removal, a change of unit."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.library.originals import NO_SUCH_CLAUSE, NOT_YOURS
from bot.domain.submissions.people import Role
from bot.flows.answer import Answering
from bot.records.open import Records
from tests.fakes.door import listening
from tests.fakes.lean_bot import rooms_of
from tests.fakes.regulations import FILES
from tests.fakes.telegram import Telegram, buttons, running, until
from tests.flows.conversation import Conversation, conversation
from tests.flows.library import Opened, over, write_files

COLLEAGUE = 11
RULES = "云溪县文化场馆管理办法(2023-09-20).md"
FEAST = "文化馆能办酒席吗？"
ROOMS = "# 库房管理办法\n第一条 甲。\n第二条 库房每日巡查两次，由保管员登记。\n第三条 乙。"


class Office:
    """A colleague of the library, the bot behind the emulator, and the real library that answers."""

    def __init__(self, home: Path, telegram: Telegram) -> None:
        self.home = home
        self.telegram = telegram
        self.library: Opened
        self.talk: Conversation
        self._life = AsyncExitStack()

    async def start(self) -> None:
        """Open everything from the folder and listen."""
        self.talk = await self._life.enter_async_context(conversation(self.home, answering=self._answering))
        rooms = replace(rooms_of(self.talk.records, self.home), hear=self.talk.hearing.hear)
        await self._life.enter_async_context(listening(self.telegram, self.talk.records, self.home, rooms=rooms))

    def _answering(self, records: Records) -> Answering:
        self.library = over(records, self.home)
        return self.library.answering

    async def stop(self) -> None:
        await self._life.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def ask(self, question: str) -> dict:
        return await self.telegram.expect(self.telegram.say(COLLEAGUE, question))

    async def press(self, message: dict, label: str) -> dict:
        """What the bot says to the button, in a message of its own or in the place of an old one."""
        seen = len(self.telegram.calls)
        await self.telegram.expect(self.telegram.press(COLLEAGUE, message, label), "answerCallbackQuery")
        said = ("sendMessage", "editMessageText")
        await until(lambda: any(call["method"] in said for call in self.telegram.calls[seen:]))
        return next(call for call in self.telegram.calls[seen:] if call["method"] in said)

    async def original(self, message: dict) -> str:
        label = next(name for name in buttons(message) if name.startswith("看原文"))
        return (await self.press(message, label))["text"]

    async def put(self, name: str, text: str, unit: str = "") -> None:
        """The file with these words, indexed."""
        file = self.home.parent / name
        file.write_text(text, "utf-8")
        await self.library.ingesting.index([file], unit=unit)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    (tmp_path / "home").mkdir()
    async with running(Telegram()) as telegram:
        office = Office(tmp_path / "home", telegram)
        await office.start()
        code = await office.talk.records.people.invite("县图书馆", Role.STAFF)
        await office.talk.records.people.redeem(code.replace("-", ""), COLLEAGUE, "小李")
        await office.library.ingesting.index([write_files(tmp_path, tuple(FILES))])
        yield office
        await office.stop()


@pytest.mark.slow
async def test_every_button_works_after_the_bot_was_started_anew(office: Office) -> None:
    answer = await office.ask(FEAST)
    assert "不得用于婚宴" in answer["text"]
    await office.restart()
    shown = await office.original(answer)
    assert all(words in shown for words in ("第四条", "▶ 第五条", "第六条"))
    ways = await office.press(answer, "换个问法")
    assert ways["text"].startswith("换个问法")
    judged = await office.press(answer, "有用")
    assert judged["text"] == "记下了：有用。"
    await office.restart()
    assert (await office.press(answer, "不对"))["text"] == "改成“不对”了。"
    assert (await office.press(judged, "改成不对"))["text"] == "已经记过“不对”。"
    offered = next(iter(buttons(ways)))
    assert len((await office.press(ways, offered))["text"]) > 20


async def test_changed_words_are_shown_beside_those_that_were_quoted(office: Office) -> None:
    answer = await office.ask(FEAST)
    retitled = FILES[RULES].replace("# 云溪县文化场馆管理办法", "# 云溪县公共文化场馆管理办法")
    await office.put(RULES, retitled)
    shown = await office.original(answer)
    assert shown.startswith("《云溪县公共文化场馆管理办法》第五条")
    assert "▶ 第五条" in shown

    await office.put(RULES, retitled.replace("不得用于婚宴", "一律不得用于婚宴"))
    before, now = (await office.original(answer)).split("现在的条文，")
    assert before.startswith("【原文已更新】")
    assert "文化场馆不得用于婚宴" in before
    assert "文化场馆一律不得用于婚宴" in now

    await office.put(RULES, "".join(line for line in retitled.splitlines(True) if not line.startswith("第五条")))
    shown = await office.original(answer)
    assert shown.startswith("【原文已更新】")
    assert "文化场馆不得用于婚宴" in shown
    assert shown.endswith(NO_SUCH_CLAUSE)
    assert (await office.press(answer, "有用"))["text"] == "记下了：有用。"
    assert (await office.press(answer, "换个问法"))["text"]


async def test_a_clause_that_got_another_number_is_found_by_its_words(office: Office) -> None:
    answer = await office.ask(FEAST)
    await office.put(RULES, FILES[RULES].replace("第五条", "第十五条"))
    assert "▶ 第十五条 文化场馆不得用于婚宴" in await office.original(answer)


@pytest.mark.slow
async def test_the_quote_of_a_removed_document_is_marked(office: Office) -> None:
    answer = await office.ask(FEAST)
    for document in await office.library.shelf.documents():
        if "文化场馆" in document.title:
            assert await office.library.ingesting.remove(document) == 0
    await office.restart()
    shown = await office.original(answer)
    assert shown.startswith("【原文已删除】")
    assert "文化场馆不得用于婚宴" in shown
    assert "婚宴" not in (await office.press(answer, "换个问法"))["text"]
    assert (await office.press(answer, "不对"))["text"] == "记下了：不对。"


@pytest.mark.slow
async def test_who_lost_the_right_to_a_document_sees_nothing_of_it(office: Office) -> None:
    people = office.talk.records.people
    colleague = await people.by_telegram(COLLEAGUE)
    assert colleague
    await office.put("库房管理办法.md", ROOMS, colleague.unit.id)
    question = "库房每天巡查几次？"
    answer = await office.ask(question)
    assert "巡查两次" in answer["text"]
    assert "▶ 第二条" in await office.original(answer)

    await people.move(colleague.id, "县文化馆", Role.STAFF)
    assert await office.original(answer) == NOT_YOURS
    ways = await office.press(answer, "换个问法")
    asked_again = await office.ask(question)
    for said in (ways["text"], asked_again["text"], *buttons(ways), *buttons(asked_again)):
        assert "库房管理" not in said
        assert "两次" not in said

    (kept,) = [one for one in await office.library.shelf.documents() if one.unit == colleague.unit.id]
    await office.library.ingesting.remove(kept)
    assert await office.original(answer) == NOT_YOURS
    await people.move(colleague.id, "县图书馆", Role.STAFF)
    assert (await office.original(answer)).startswith("【原文已删除】")
