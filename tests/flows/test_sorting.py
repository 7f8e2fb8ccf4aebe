"""Where the rules cannot tell, a model may choose between note and question, and nothing else."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.writing.service import ModelService
from bot.writing.sorting import ModelSorter
from tests.fakes import model as fake
from tests.fakes.model import ModelServer
from tests.flows.conversation import Conversation, conversation

BUTTONS = "这句是要记下来，还是在问我？"


@pytest.fixture
async def talk(server: ModelServer, tmp_path: Path) -> AsyncIterator[Conversation]:
    service = ModelService(url=server.url, model="scripted", deadline=30, backoff=0.01)
    await service.warm()
    async with conversation(tmp_path, sorter=ModelSorter(service, wait=2.5)) as found:
        yield found


async def test_the_model_is_asked_only_where_the_rules_are_unsure(server: ModelServer, talk: Conversation) -> None:
    server.otherwise = fake.say_json({"kind": "note"})
    assert await talk.say("文化广场") == "已记第1条。接着发，说完了发“出稿”。"
    assert len(server.history) == 1
    await talk.say("今天上午送书320册，来了60人")
    await talk.say("谢谢")
    assert len(server.history) == 1


@pytest.mark.parametrize(
    "reply",
    [
        fake.say_json({"kind": "unsure"}),
        fake.say_json({"kind": "clear"}),
        fake.say_json({"kind": "note", "do": "清空"}),
        fake.say("这句话是在记活动"),
        fake.status(400, "Content Exists Risk"),
        fake.html,
    ],
)
async def test_anything_else_falls_back_to_the_two_buttons(
    server: ModelServer, talk: Conversation, reply: fake.Reply
) -> None:
    server.otherwise = reply
    assert await talk.say("文化广场") == BUTTONS
    assert await talk.notes() == []


@pytest.mark.slow
async def test_a_slow_model_is_not_waited_for(server: ModelServer, talk: Conversation) -> None:
    server.otherwise = fake.late(9, fake.say_json({"kind": "note"}))
    begin = time.monotonic()
    assert await talk.say("文化广场") == BUTTONS
    assert time.monotonic() - begin < 6


async def test_private_words_are_shown_to_no_model(server: ModelServer, talk: Conversation) -> None:
    server.otherwise = fake.say_json({"kind": "note"})
    await talk.say("老王 13812345678")
    assert all("13812345678" not in request.text for request in server.history)


async def test_words_are_fenced_and_the_model_can_only_choose(server: ModelServer, talk: Conversation) -> None:
    server.otherwise = fake.say_json({"kind": "question"})
    assert await talk.say("王局长") != BUTTONS
    assert ["资料块" in request.text for request in server.history] == [True]
    assert await talk.notes() == []
