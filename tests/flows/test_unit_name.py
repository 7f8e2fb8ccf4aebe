"""The unit of a fresh machine has no name: the drafts say so, and one sentence names it."""

import pytest

from bot.domain.submissions.people import NAMELESS
from tests.flows.conversation import conversation


async def test_a_draft_of_the_nameless_unit_asks_for_its_name_and_takes_it(tmp_path):
    async with conversation(tmp_path, NAMELESS) as talk:
        await talk.say("今天下午在城关小学开展非遗进校园活动，86名学生参加")
        assert "发“单位是…”告诉我名称" in await talk.say("出稿")
        await talk.say("把86改成92")
        named = await talk.say("单位是县图书馆")
        assert "好，以后都写“县图书馆”。" in named
        assert "县图书馆在城关小学开展非遗进校园活动，92名学生参加" in named
        assert NAMELESS not in named
        assert "本单位" in await talk.say("撤销")


async def test_another_name_for_a_named_unit_is_asked_about_first(tmp_path):
    async with conversation(tmp_path, "县图书馆") as talk:
        assert "县图书馆改名为县少儿图书馆？" in await talk.say("把单位名改成县少儿图书馆")
        assert (await talk.records.people.here()) == "县图书馆"
        assert await talk.press("改名") == "好，以后都写“县少儿图书馆”。"
        assert (await talk.records.people.terminal()).unit.name == "县少儿图书馆"
        assert "县图书馆改名为县少儿图书馆" in (await talk.records.people.moves())[0].told


async def test_the_nameless_unit_gives_way_to_a_unit_that_is_there(tmp_path):
    async with conversation(tmp_path, NAMELESS) as talk:
        await talk.say("我是县文化馆的")
        assert (await talk.records.people.here()) == "县文化馆"
        assert [unit.name for unit in await talk.records.units.all()].count("县文化馆") == 1


@pytest.mark.parametrize(
    "words", ["主办单位是县妇联", "单位是县妇联", "我们是县文化馆的", "单位改水电线路的活交给供电站"]
)
async def test_what_only_sounds_like_a_name_renames_nothing(tmp_path, words):
    async with conversation(tmp_path, "县图书馆") as talk:
        await talk.say("上午在文化广场办了图书展，来了120人")
        await talk.say(words)
        assert (await talk.records.people.here()) == "县图书馆"


async def test_a_house_alone_may_be_the_answer_to_what_was_asked(tmp_path):
    async with conversation(tmp_path, NAMELESS) as talk:
        await talk.say("今天举办非遗培训班，46人参加")
        assert "地点" in await talk.say("出稿")
        assert "县文化馆" in await talk.say("县文化馆")
        assert (await talk.records.people.here()) == NAMELESS
