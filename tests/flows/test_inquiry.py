"""What can be done with an answer: the original, other ways to ask, useful or wrong, and who reads that."""

from dataclasses import replace

from tests.fakes.answers import REFUSAL, cited
from tests.flows.bureau import bureau


async def test_a_judgement_is_kept_and_one_more_press_changes_it(talk):
    talk.answers.enqueue(cited("不得上酒。"))
    await talk.say("公务接待能上酒吗？")
    answer = talk.shown
    assert await talk.press("有用") == "记下了：有用。"
    assert await talk.press("改成不对") == "改成“不对”了。"
    assert talk.labels() == ["改成有用", "换个问法"]
    talk.shown = answer
    assert await talk.press("不对") == "已经记过“不对”。"
    listed = await talk.say("反馈记录")
    assert "不对1条，有用0条" in listed
    assert "公务接待能上酒吗" in listed
    assert "《某条例》第一条" in listed


async def test_other_ways_are_offered_for_an_answer_and_for_a_refusal(talk):
    talk.answers.enqueue(REFUSAL, cited("可以。"))
    await talk.say("公务接待能喝茶吗？")
    assert talk.labels() == ["换个问法", "有用", "不对"]
    said = await talk.press("换个问法")
    assert "《某条例》第九条：不得上酒" in said
    assert talk.labels() == ["公务接待能喝茶吗？有什么规定", "看第九条"]
    offered = talk.shown
    assert await talk.press("有什么规定") == "可以。"
    assert talk.answers.history[-1] == ("公务接待能喝茶吗？有什么规定", "")
    talk.shown = offered
    assert await talk.press("看第九条") == "p9 的全文"
    assert (await talk.say("换个问法")).startswith("换个问法")


async def test_a_follow_up_is_remembered_as_it_was_understood(talk):
    talk.answers.enqueue(cited("不得上酒。"), replace(cited("省外也一样。"), asked="省外公务接待能上酒吗"), REFUSAL)
    for question in ("公务接待能上酒吗？", "那省外的呢？", "那纪念品呢？"):
        await talk.say(question)
    assert [previous for _, previous in talk.answers.history] == ["", "公务接待能上酒吗？", "省外公务接待能上酒吗"]


async def test_several_clauses_get_a_button_each(talk):
    first, second = cited("甲。", clause="第一条", passage_id="p1"), cited("乙。", clause="第八条", passage_id="p8")
    talk.answers.enqueue(replace(first, citations=first.citations + second.citations))
    await talk.say("公务接待能上酒吗？")
    assert talk.labels()[:2] == ["看原文：第一条", "看原文：第八条"]
    assert await talk.press("第八条") == "p8 的全文"


async def test_feedback_is_read_by_editors_of_the_unit_alone(tmp_path):
    async with bureau(tmp_path) as office:
        office["小李"].answers.enqueue(cited("不得上酒。"))
        await office.say("小李", "公务接待能上酒吗？")
        await office.press("小李", "不对")
        assert "只有审核员和管理员能看" in await office.say("小李", "反馈记录")
        for reader in ("馆审核", "王审核"):
            listed = await office.say(reader, "看看反馈记录")
            assert "公务接待能上酒吗" in listed
            assert "小李" not in listed
        assert "还没有人点过" in await office.say("博审核", "反馈记录")


async def test_a_judgement_may_be_typed_right_after_an_answer_alone(talk):
    talk.answers.enqueue(cited("不得上酒。"))
    await talk.say("公务接待能上酒吗？")
    assert await talk.say("很有用") == "记下了：有用。"
    assert await talk.say("不对") == "改成“不对”了。"
    await talk.say("今天下午开了安全生产会，12人参加")
    assert "记下了：" not in await talk.say("有用")


async def test_the_grounds_are_the_drafts_after_a_draft_and_the_clause_after_an_answer(talk):
    talk.answers.enqueue(cited("不得上酒。"), cited("不得上酒。"))
    await talk.say("公务接待能上酒吗？")
    assert await talk.say("看依据") == "p1 的全文"
    await talk.say("今天下午开了安全生产会，12人参加")
    await talk.say("出稿")
    assert (await talk.say("看依据")).startswith("这篇的依据")
    await talk.say("公务接待能上酒吗？")
    assert await talk.say("看依据") == "p1 的全文"


async def test_the_answer_is_said_again_and_may_be_called_wrong_in_words(talk):
    talk.answers.enqueue(cited("不得上酒。"))
    first = await talk.say("公务接待能上酒吗？")
    assert await talk.say("上次说的那个再说一遍") == first
    assert await talk.say("你说的不对，应该是可以") == "记下了：不对。"
