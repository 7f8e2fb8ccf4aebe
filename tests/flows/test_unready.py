"""Handing in a draft that is older than its notes: said first, and done when it is meant."""

import pytest

DAY = ("今天上午去城关镇查农资，跑了11家门店，抽了化肥样品6批次", "发现2家台账没记全，当场让改")
OLDER = "稿里还没有"


@pytest.fixture
async def drafted(talk):
    for note in (*DAY, "写成信息"):
        await talk.say(note)
    return talk


async def test_a_note_that_came_later_is_named_before_the_draft_goes(drafted):
    await drafted.say("他们还送了种子")
    said = await drafted.say("提交")
    assert OLDER in said
    assert "第3条：他们还送了种子" in said
    await drafted.press("重新出稿")
    assert "种子" in (await drafted.desk()).drafts[0].report.text
    assert OLDER not in await drafted.say("提交")


async def test_a_note_that_was_deleted_later_is_named(drafted):
    await drafted.say("第2条删掉")
    assert "第2条：已删" in await drafted.say("提交")
    assert OLDER not in await drafted.press("照样提交")


async def test_who_says_so_twice_means_it(drafted):
    await drafted.say("他们还送了种子")
    assert OLDER in await drafted.say("提交")
    assert OLDER not in await drafted.say("提交")


@pytest.mark.parametrize(
    "talked",
    ["好的", "辛苦了", "11家改成12家", "短一点", "把台账那句删了", "标题改成城关镇查农资", "下午又跑了3家农机店"],
)
async def test_what_is_no_note_or_is_written_in_needs_no_word(drafted, talked):
    await drafted.say(talked)
    assert OLDER not in await drafted.say("提交")


async def test_of_two_drafts_neither_waits_for_what_was_put_right_in_the_other(talk):
    for note in (*DAY, "下午去县医院送流动书车，借出图书86册", "写成信息"):
        await talk.say(note)
    assert len((await talk.desk()).drafts) == 2
    await talk.say("86册改成68册")
    await talk.say("提交")
    assert OLDER not in await talk.press("提交第1篇")
