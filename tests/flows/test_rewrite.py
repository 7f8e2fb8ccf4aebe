"""我来改: an editor changes a submitted report by hand; what each of them is told and what the record keeps."""

import asyncio

import pytest

from bot.domain.submissions.lifecycle import State
from bot.domain.submissions.people import Role
from bot.domain.submissions.submission import Submission
from bot.records.verify import verify
from tests.flows.bureau import LIBRARY, MUSEUM, Bureau
from tests.flows.forging import forged


@pytest.fixture
async def office(office: Bureau) -> Bureau:
    await office.hand_in("小李")
    return office


async def only(office: Bureau) -> Submission:
    (found,) = await office.records.log.among([office.person("小李").unit.id])
    return found


async def press_shown(office: Bureau, name: str, label: str) -> str:
    """A button under what was just said, where older cards have one with that label too."""
    (token,) = [t for one in office[name].shown for row in one.buttons for text, t in row if text == label][:1]
    return await office.say(name, "", action=token)


async def test_an_edit_within_the_notes_is_kept_told_to_everyone_and_adopted_by_the_same_editor(
    office: Bureau,
) -> None:
    assert "直接打字改" in await office.press("馆审核", "我来改")
    said = await office.say("馆审核", "第2句删掉")
    assert "原：6名志愿者参加，现场办理借书证15张。" in said
    assert "（还没存）" in said
    assert "编辑补充" not in said
    assert (await only(office)).standing.seq == 1
    assert "已告诉作者小李" in await office.press("馆审核", "存好")
    told = await office.told("小李")
    assert "馆审核改了你报送的" in told
    assert "（删去）" in told
    card = await office.told("王审核")
    assert "馆审核 11月22日修改" in card
    assert "15张" not in card.split("改动如下")[0]
    assert "采用的是馆审核改过的稿" in await press_shown(office, "馆审核", "采用")
    assert "采用的是馆审核改过的稿" in await office.told("小李")
    kept = await only(office)
    assert (kept.standing.state, "15张" in kept.frozen.text) == (State.ADOPTED, False)
    assert kept.frozen.supplements == ()
    before, after = await office.records.log.history(kept.id)
    assert (before.event.name, after.event.name) == ("小李", "馆审核")
    assert "15张" in before.frozen.text
    proof = await verify(office.records.store)
    assert (proof.faults, proof.events, proof.reports) == ([], 3, 2)


async def test_a_figure_that_no_note_holds_is_marked_with_the_editors_name_until_the_author_confirms(
    office: Bureau,
) -> None:
    await office.press("馆审核", "我来改")
    said = await office.say("馆审核", "把320改成302")
    assert "编辑补充（馆审核）：“送书302册”" in said
    await office.say("馆审核", "加一句：县文旅局副局长张明到场指导")
    await office.say("馆审核", "好了")
    assert "“送书302册”“县文旅局副局长张明到场指导”" in await office.told("王审核")
    assert "由另一位审核员采用" in await press_shown(office, "馆审核", "采用")
    assert (await only(office)).standing.state is State.PENDING
    # Who may not adopt it may still give it back.
    await office.say("馆审核", "待审")
    assert "为什么？" in await press_shown(office, "馆审核", "退回")
    assert "属实" in await office.press("小李", "属实")
    card, told = (await office.notices("馆审核"))[-2:]
    assert "作者已确认属实" in card.text
    assert "小李确认：" in told.text
    assert "已采用" in await office.press("馆审核", "采用")
    kept = (await only(office)).frozen
    assert {(one.words, one.name) for one in kept.supplements} == {
        ("送书302册", "馆审核"), ("县文旅局副局长张明到场指导", "馆审核")
    }  # fmt: skip
    changes = await office.press("小李", "看改动")
    assert "送书302册" in changes
    assert "编辑补充（馆审核）" in changes
    assert (await verify(office.records.store)).faults == []


async def test_another_editor_may_adopt_what_was_added_without_the_author(office: Bureau) -> None:
    await office.press("馆审核", "我来改")
    await office.say("馆审核", "把320改成302")
    await office.press("馆审核", "存好")
    assert "已采用：王审核" in await office.press("王审核", "采用")


async def test_a_whole_new_text_is_pasted_and_undone(office: Bureau) -> None:
    await office.press("馆审核", "我来改")
    text = "城东社区送书下乡\n11月20日上午，县图书馆到城东社区送书320册，6名志愿者参加，现场办理借书证15张。"
    said = await office.say("馆审核", text)
    assert "现：城东社区送书下乡" in said
    assert "编辑补充" not in said
    assert "没有改动" in await office.say("馆审核", "撤销")
    assert "没有更早的一步" in await office.say("馆审核", "撤销")
    await office.say("馆审核", text)
    await office.press("馆审核", "存好")
    assert (await only(office)).frozen.title == "城东社区送书下乡"


@pytest.mark.parametrize(
    ("words", "why"),
    [("加一句：联系人电话13900001234", "个人信息"), ("加一句：大家反响热烈，活动取得圆满成功", "空话")],
)
async def test_private_data_and_empty_talk_enter_no_report_whoever_signs(office: Bureau, words: str, why: str) -> None:
    await office.press("馆审核", "我来改")
    assert why in await office.say("馆审核", words)
    assert f"先没存：{'稿里' if why == '个人信息' else '“大家'}" in await office.press("馆审核", "存好")
    assert (await only(office)).standing.seq == 1


async def test_of_two_editors_one_is_kept_and_the_other_gets_the_reason_and_their_words_back(
    office: Bureau,
) -> None:
    for name, words in (("馆审核", "第2句删掉"), ("王审核", "标题改成城东社区送书下乡")):
        await office.press(name, "我来改")
        await office.say(name, words)
    both = await asyncio.gather(*(office.press(name, "存好") for name in ("馆审核", "王审核")))
    won, lost = sorted(both, key=lambda said: "没有存" in said)
    assert "已告诉作者" in won
    assert "已经改过，请看最新的一版再定" in lost
    assert "你改的稿在下面" in lost
    assert "城东社区送书下乡\n" in lost or "320册。" in lost
    assert len(await office.records.log.history((await only(office)).id)) == 2
    loser = "王审核" if both[0] == won else "馆审核"
    assert (await office[loser].desk()).waiting is None


async def test_a_decision_in_the_meantime_ends_the_edit(office: Bureau) -> None:
    await office.press("馆审核", "我来改")
    await office.press("王审核", "采用")
    said = await office.say("馆审核", "第2句删掉")
    assert "已采用：王审核" in said
    assert "你改的稿在下面" in said
    assert (await only(office)).standing.seq == 2


async def test_a_forgotten_edit_of_a_decided_report_keeps_no_note_away(office: Bureau) -> None:
    await office.press("馆审核", "我来改")
    note = "今天下午，图书馆在城西社区办了1场讲座，来了40人"
    assert "正在改《" in await office.say("馆审核", note)
    await office.press("馆审核", "采用")
    assert "已记第1条" in await office.say("馆审核", note)


@pytest.mark.slow
async def test_the_old_card_of_an_edited_report_decides_nothing(office: Bureau) -> None:
    old = next(t for one in await office.notices("王审核") for row in one.buttons for n, t in row if n == "采用")
    await office.press("馆审核", "我来改")
    await office.say("馆审核", "第2句删掉")
    await office.press("馆审核", "存好")
    assert "馆审核已经改过" in await office.say("王审核", "", action=old)
    assert (await only(office)).standing.state is State.PENDING


async def test_questions_are_answered_in_between_and_leaving_changes_nothing(office: Bureau) -> None:
    await office.press("馆审核", "我来改")
    await office.say("馆审核", "把320改成302")
    assert "没听懂" not in await office.say("馆审核", "公务接待能上酒吗")
    assert "没听懂要怎么改" in await office.say("馆审核", "这个写得不太好啊")
    assert "没有存" in await office.say("馆审核", "不改了")
    assert (await only(office)).standing.seq == 1


@pytest.mark.slow
async def test_the_author_who_is_an_editor_can_neither_edit_nor_adopt_even_after_another_edited(
    office: Bureau,
) -> None:
    await office.hand_in("馆审核", "11月21日上午，图书馆在实验小学开展讲座1场", "200名学生参加，讲了怎么借书")
    await office.press("王审核", "我来改")
    await office.say("王审核", "标题改成实验小学听讲座")
    await office.press("王审核", "存好")
    found = await office.records.log.among([office.person("小李").unit.id])
    (mine,) = [one for one in found if one.standing.author == office.person("馆审核").id]
    which = f"{mine.id} {mine.standing.sha256}"
    for verb in ("adopt", "rewrite", "rewrite-save"):
        said = await forged(office, "馆审核", verb, f'{which} ["标题标题", "内容"]')
        assert "不能自己审" in said
    await office.say("王审核", "待审的")
    assert "已采用" in await press_shown(office, "王审核", "采用")


@pytest.mark.slow
async def test_an_editor_who_was_moved_away_loses_the_edit(office: Bureau) -> None:
    await office.press("馆审核", "我来改")
    await office.records.people.move(office.person("馆审核").id, MUSEUM, Role.EDITOR)
    assert "不归你审" in await office.say("馆审核", "第2句删掉")
    await office.records.people.move(office.person("馆审核").id, LIBRARY, Role.EDITOR)
    assert (await only(office)).standing.seq == 1


@pytest.mark.slow
async def test_after_a_return_the_author_hands_in_against_the_edited_text(office: Bureau) -> None:
    await office.press("馆审核", "我来改")
    await office.say("馆审核", "把320改成302")
    await office.press("馆审核", "存好")
    await office.press("王审核", "退回")
    await office.press("王审核", "事实不准")
    await office.say("王审核", "到底多少册")
    await office.press("王审核", "就这样发")
    await office.press("小李", "去修改")
    await office.press("小李", "提交") if "提交" in office["小李"].labels() else await office.say("小李", "提交")
    card = await office.told("王审核")
    assert "第2次提交，改动如下" in card
    assert "现：11月20日上午，县图书馆在城东社区开展送书下乡活动，送书320册。" in card
    assert "编辑补充" not in card
