"""While the model writes, a line says so, and the draft takes its place: once, also after a kill."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.domain.submissions.people import Role
from bot.flows.draft import Drafting
from bot.flows.patience import WRITING
from bot.writing.model import ModelWriter
from bot.writing.offline import OfflineWriter
from bot.writing.service import ModelService
from tests.fakes import model as fake
from tests.fakes.door import listening
from tests.fakes.lean_bot import rooms_of
from tests.fakes.model import ModelServer
from tests.fakes.telegram import STAFF, Telegram, buttons, running, until
from tests.flows.conversation import conversation

NOTE = "今天上午九点在文化广场办了老年书画展，展出作品124幅，来看的有370多人"


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as found:
        yield found


@asynccontextmanager
async def door(home: Path, server: ModelServer, telegram: Telegram) -> AsyncIterator[None]:
    """The whole conversation with a model behind it, at the Telegram door."""
    service = ModelService(url=server.url, model="scripted", deadline=20, backoff=0.01)
    await service.warm()
    drafting = Drafting(OfflineWriter(), ModelWriter(service))
    async with conversation(home, drafting=drafting) as talk:
        if await talk.records.people.by_telegram(STAFF) is None:
            code = await talk.records.people.invite("县文化馆", Role.STAFF)
            await talk.records.people.redeem(code.replace("-", ""), STAFF, "小李")
        rooms = replace(rooms_of(talk.records, home), hear=talk.hearing.hear, stop=talk.hearing.stops.ask)
        async with listening(telegram, talk.records, home, rooms=rooms):
            yield


def lines(telegram: Telegram) -> list[dict[str, Any]]:
    return [call for call in telegram.calls if call["method"] in ("sendMessage", "editMessageText")]


@pytest.mark.slow
async def test_the_draft_takes_the_place_of_the_line(server: ModelServer, tmp_path: Path) -> None:
    server.otherwise = fake.late(1.6, fake.html)
    async with running(Telegram()) as telegram, door(tmp_path, server, telegram):
        await telegram.expect(telegram.say(STAFF, NOTE))
        waiting = await telegram.expect(telegram.say(STAFF, "写成信息"))
        assert waiting["text"] == WRITING
        # The model may take 20 s.
        await until(lambda: any(call["method"] == "editMessageText" for call in telegram.calls), 30)
        draft = lines(telegram)[-1] if lines(telegram)[-1]["method"] == "editMessageText" else lines(telegram)[-2]
        assert int(draft["message_id"]) == waiting["result"]["message_id"]
        assert "124幅" in draft["text"]
        assert telegram.sent().count(WRITING) == 1


async def test_a_model_that_is_quick_or_away_shows_no_line(server: ModelServer, tmp_path: Path) -> None:
    server.otherwise = fake.html
    async with running(Telegram()) as telegram, door(tmp_path, server, telegram):
        await telegram.expect(telegram.say(STAFF, NOTE))
        await telegram.expect(telegram.say(STAFF, "写成信息"), within=10)
        shown = [call["text"] for call in lines(telegram)]
        assert "124幅" in shown[-1] + shown[-2]
        await telegram.expect(telegram.say(STAFF, "谢谢"))
        assert telegram.calls[-1]["text"] == "不客气。"


@pytest.mark.slow
async def test_a_line_that_was_not_sent_is_never_sent_late(server: ModelServer, tmp_path: Path) -> None:
    server.otherwise = fake.late(1.6, fake.html)
    async with running(Telegram()) as telegram, door(tmp_path, server, telegram):
        await telegram.expect(telegram.say(STAFF, NOTE))
        telegram.refuse_next("sendMessage", "Internal Server Error", 500)
        draft = await telegram.expect(telegram.say(STAFF, "写成信息"), within=10)
        assert "124幅" in draft["text"]
        await asyncio.sleep(0.3)
        assert WRITING not in telegram.sent()


@pytest.mark.slow
async def test_stop_is_heard_while_the_model_writes_and_the_own_draft_stands(
    server: ModelServer, tmp_path: Path
) -> None:
    server.otherwise = fake.late(15, fake.html)
    async with running(Telegram()) as telegram, door(tmp_path, server, telegram):
        await telegram.expect(telegram.say(STAFF, NOTE))
        waiting = await telegram.expect(telegram.say(STAFF, "写成信息"))
        assert list(buttons(waiting)) == ["停"]
        await telegram.say(STAFF, "停")
        await until(lambda: any(call["method"] == "editMessageText" for call in telegram.calls), 5)
        draft = next(call for call in telegram.calls if call["method"] == "editMessageText")
        assert "124幅" in draft["text"]
        # The word itself needs no answer: the draft in the place of the line is one.
        await telegram.expect(telegram.say(STAFF, "停"))
        assert lines(telegram)[-1]["text"] == "现在没有正在写的，不用停。"


@pytest.mark.slow
async def test_stop_can_be_pressed(server: ModelServer, tmp_path: Path) -> None:
    server.otherwise = fake.late(15, fake.html)
    async with running(Telegram()) as telegram, door(tmp_path, server, telegram):
        await telegram.expect(telegram.say(STAFF, NOTE))
        waiting = await telegram.expect(telegram.say(STAFF, "写成信息"))
        await telegram.press(STAFF, waiting, "停")
        await until(lambda: any(call["method"] == "editMessageText" for call in telegram.calls), 5)
