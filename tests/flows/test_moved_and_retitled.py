"""Titles asked for by what they shall tell, and what is moved, joined or dropped with what hangs on it."""

import pytest

VISIT = (
    "昨天下午去幸福院看望老人",
    "送了米20袋 油20桶",
    "慰问32位老人",
    "张副局长带队",
    "有个王奶奶说热水器坏了一个月",
    "当场联系了师傅，今天上午修好了",
)
SLIDE = ("今天凌晨S219线K45处塌方了", "大概有300方土石", "应急队5点到现场 12个人 两台挖机", "9点半抢通单边")


@pytest.fixture
async def visit(talk):
    for note in (*VISIT, "出稿"):
        await talk.say(note)
    return talk


@pytest.fixture
async def slide(talk):
    for note in (*SLIDE, "出稿"):
        await talk.say(note)
    return talk


async def draft(talk):
    shown = await talk.say("看看稿子")
    title, body = shown.split("\n\n")[:2]
    return title, body


async def test_a_title_tells_the_count_that_was_asked_for_and_not_the_word(visit):
    await visit.say("标题点出人数")
    title, _ = await draft(visit)
    assert title.endswith("慰问32位老人")
    assert "人数" not in title


async def test_a_title_tells_the_deed_that_was_asked_for(slide):
    await slide.say("标题点出抢通")
    assert (await draft(slide))[0].endswith("9时30分抢通单边")


async def test_a_title_keeps_its_verb_and_says_why(visit):
    assert "不成句" in await visit.say("标题别用看望")
    assert (await draft(visit))[0] == "县文化馆到幸福院看望老人"


async def test_a_title_given_whole_takes_the_place_of_the_old(visit):
    await visit.say("标题写成县文旅局慰问32位老人")
    assert (await draft(visit))[0] == "县文旅局慰问32位老人"


async def test_a_fault_is_moved_with_its_remedy_and_the_reply_names_both(visit):
    said = await visit.say("把修热水器放最前面")
    body = (await draft(visit))[1]
    assert body.index("热水器坏了") < body.index("联系师傅") < body.index("看望老人")
    assert "热水器" in said
    assert "联系师傅" in said


async def test_shorter_keeps_what_was_found_with_what_came_of_it(visit):
    await visit.say("短点")
    body = (await draft(visit))[1]
    assert ("热水器坏了" in body) == ("联系师傅" in body)


async def test_sentences_are_joined_in_so_many_with_one_stop_each(slide):
    said = await slide.say("合成两句")
    body = (await draft(slide))[1]
    assert body.count("。") == 2
    assert "只动了断句" in said
