"""A model that fails costs nothing but a button; pressed later, its words are shown only where they are better."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.talk.desk import Outgoing
from bot.domain.talk.door import Incoming
from bot.flows.draft import Drafting
from bot.flows.patience import WRITING
from bot.writing.model import ModelWriter
from bot.writing.offline import OfflineWriter
from bot.writing.service import ModelService
from tests.fakes import model as fake
from tests.fakes.model import ModelServer
from tests.fakes.telegram import until
from tests.flows.conversation import START, Conversation, conversation

NOTE = "今天上午九点在文化广场办了老年书画展，展出作品124幅，来看的有370多人"
TITLE = "县文化馆办老年书画展"
SHORTER = "10月31日上午9时，县文化馆在文化广场办老年书画展，作品124幅，观众370多人。"
INVENTED = "10月31日上午9时，县文化馆在文化广场办老年书画展，作品124幅，观众970人。"
LATER = "稍后再要更好的一版"


def said(text: str) -> fake.Reply:
    sentence = {"text": text, "facts": ["F1", "F2", "F3"]}
    return fake.say_json({"reports": [{"event": 1, "title": TITLE, "sentences": [sentence]}]})


@pytest.fixture
async def talk(server: ModelServer, tmp_path: Path) -> AsyncIterator[Conversation]:
    service = ModelService(url=server.url, model="scripted", deadline=5, backoff=0.01)
    await service.warm()
    drafting = Drafting(OfflineWriter(), ModelWriter(service))
    async with conversation(tmp_path, drafting=drafting) as found:
        await found.say(NOTE)
        yield found


async def test_the_offline_draft_comes_with_the_button_and_the_better_one_later(
    server: ModelServer, talk: Conversation
) -> None:
    server.otherwise = fake.html
    text = await talk.say("写成信息")
    assert "124幅" in text
    assert SHORTER not in text
    assert LATER in talk.labels()
    server.otherwise = said(SHORTER)
    better = await talk.press(LATER)
    assert better.startswith("这是更好的一版：")
    assert SHORTER in better
    assert (await talk.desk()).drafts[0].engine == "model"


async def test_words_that_do_not_pass_are_not_shown_later_either(server: ModelServer, talk: Conversation) -> None:
    server.otherwise = said(INVENTED)
    assert "970" not in await talk.say("写成信息")
    again = await talk.press(LATER)
    assert again == "大模型还是用不上，过一会儿再试；现在这版照样能用。"
    assert LATER in talk.labels()
    assert "970" not in (await talk.desk()).drafts[0].report.text


@pytest.mark.slow
async def test_an_open_breaker_is_respected_and_the_draft_comes_at_once(
    server: ModelServer, talk: Conversation
) -> None:
    server.otherwise = fake.status(500)
    await talk.say("写成信息")
    for _ in range(4):
        await talk.press(LATER)
    asked = len(server.history)
    server.otherwise = said(SHORTER)
    assert "还是用不上" in await talk.press(LATER)
    assert len(server.history) == asked


async def test_a_refusal_of_the_providers_filter_offers_no_second_try(server: ModelServer, talk: Conversation) -> None:
    server.otherwise = fake.status(400, "Content Exists Risk")
    assert "124幅" in await talk.say("写成信息")
    assert LATER not in talk.labels()


async def test_changes_by_hand_are_not_written_over(server: ModelServer, talk: Conversation) -> None:
    server.otherwise = fake.html
    await talk.say("写成信息")
    shown = talk.shown
    await talk.say("标题改成县文化馆办老年人书画展")
    talk.shown = shown
    server.otherwise = said(SHORTER)
    assert "会把改动盖掉" in await talk.press(LATER)
    assert (await talk.desk()).drafts[0].report.title == "县文化馆办老年人书画展"


@pytest.mark.slow
async def test_after_a_kill_the_line_is_known_and_still_gives_way_to_the_draft(
    server: ModelServer, talk: Conversation
) -> None:
    incoming = Incoming("tg:77", "写成信息", START)
    shown: list[Outgoing] = []

    async def show(lines: tuple[Outgoing, ...]) -> None:
        for line in lines:
            await talk.records.desks.sent(line.id, "tg:1:500")
            shown.append(line)

    server.otherwise = fake.hang
    hearing = asyncio.create_task(talk.hearing.hear(talk.person, incoming, show))
    await until(lambda: bool(shown))
    hearing.cancel()
    server.otherwise = fake.late(1.2, fake.html)
    draft, *_ = await talk.hearing.hear(talk.person, incoming, show)
    assert [line.text for line in shown] == [WRITING]
    assert draft.edits == "tg:1:500"
    assert "124幅" in draft.text
    assert all(not reply.fleeting for _, reply in await talk.records.desks.unsent())
