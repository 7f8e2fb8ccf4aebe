"""A report on its way from the colleague to the editor and back: what each of them is told."""

import asyncio

import pytest

from bot.domain.submissions.lifecycle import State
from bot.domain.submissions.people import Role
from bot.records.verify import verify
from tests.flows.bureau import HEAD, LIBRARY, MUSEUM, Bureau


async def states(office: Bureau) -> list[State]:
    units = [one.id for one in await office.records.units.all()]
    return [one.standing.state for one in await office.records.log.among(units)]


@pytest.mark.slow
async def test_a_report_goes_out_is_returned_fixed_by_chatting_and_adopted(office: Bureau) -> None:
    said = await office.hand_in("小李")
    assert "已提交《" in said
    assert "待审" in await office.told("馆审核")
    assert "320册" in await office.told("王审核")
    assert await office.told("博审核") == ""
    assert "为什么" in await office.press("馆审核", "退回")
    await office.press("馆审核", "事实不准")
    await office.say("馆审核", "送书是302册，请核对")
    told = await office.told("小李")
    assert "事实不准" in told
    assert "送书是302册" in told
    await office.press("小李", "去修改")
    await office.say("小李", "把320改成302")
    assert "已提交" in await office.press("小李", "提交")
    card = await office.told("王审核")
    assert "第2次提交" in card
    assert "原：" in card
    assert "302册" in card
    assert "已采用" in await office.press("王审核", "采用")
    assert "已由王审核采用" in await office.told("小李")
    assert "已采用：王审核" in await office.told("馆审核")
    assert await states(office) == [State.ADOPTED]
    assert (await verify(office.records.store)).faults == []


async def test_the_profile_is_asked_once_and_the_phone_shows_on_no_card(office: Bureau) -> None:
    for note in ("11月20日上午，图书馆在城东社区送书320册", "6名志愿者参加，现场办证15张"):
        await office.say("小李", note)
    await office.say("小李", "写成信息")
    assert "拟稿人、联系电话、审核人" in await office.press("小李", "提交")
    assert "已提交" in await office.say("小李", "李小梅 0533-1234567 王科长")
    card = await office.told("馆审核")
    assert "李小梅" in card
    assert "1234567" not in card
    said = await office.hand_in("小李", "11月21日上午，图书馆在实验小学开展讲座1场", "200名学生参加")
    assert "拟稿人" not in said
    assert "已提交" in said


async def test_a_report_with_gaps_is_kept_until_the_person_says_why(office: Bureau) -> None:
    await office.say("小李", "图书馆送书320册")
    await office.say("小李", "写成信息")
    await office.press("小李", "提交")
    assert "先存着没交" in await office.say("小李", "跳过")
    assert await states(office) == []
    await office.press("小李", "说明原因")
    assert "已提交" in await office.say("小李", "活动由社区登记，时间地点还在核")
    assert "还在核" in await office.told("馆审核")


@pytest.mark.slow
async def test_twenty_editors_pressing_at_once_make_one_decision(office: Bureau) -> None:
    names = []
    for number in range(20):
        code = await office.records.people.invite(HEAD, Role.EDITOR)
        names.append(f"审核{number:02}")
        person = await office.records.people.redeem(code.replace("-", ""), 500 + number, names[-1])
        assert person
        office.welcome(person)
    await office.hand_in("小李")
    pressed = await asyncio.gather(*(office.press(name, "采用") for name in names))
    won = [name for name, said in zip(names, pressed, strict=True) if f"已采用：{name}" in said]
    assert len(won) == 1
    assert all(f"已采用：{won[0]}" in said for said in pressed)
    submission = (await office.records.log.among([office.person("小李").unit.id]))[0]
    assert submission.standing.seq == 2


@pytest.mark.slow
async def test_an_adopted_report_that_is_wrong_goes_back_counts_no_more_and_is_adopted_again(
    office: Bureau,
) -> None:
    await office.hand_in("小李")
    await office.press("馆审核", "采用")
    await office.press("王审核", "退回更正")
    await office.say("王审核", "送书是302册")
    told = await office.told("小李")
    assert "采用后更正" in told
    assert "送书是302册" in told
    assert await states(office) == [State.RETURNED]
    assert "没有活动场次" in await office.say("小李", "今年搞了多少场活动")
    await office.press("小李", "去修改")
    await office.say("小李", "把320改成302")
    await office.press("小李", "提交")
    await office.press("馆审核", "采用")
    assert "302册" in await office.say("小李", "今年搞了多少场活动")
    proof = await verify(office.records.store)
    assert (proof.faults, proof.events, proof.reports) == ([], 5, 2)


async def test_an_old_button_explains_and_changes_nothing(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.press("馆审核", "采用")
    assert "已采用：馆审核" in await office.press("王审核", "退回")
    assert "已采用：馆审核" in await office.press("王审核", "采用")
    assert await states(office) == [State.ADOPTED]


async def test_a_press_that_arrives_twice_has_one_effect_and_the_same_answer(office: Bureau) -> None:
    await office.hand_in("小李")
    once = await office.press("馆审核", "采用", key="tg:77")
    assert await office.press("馆审核", "采用", key="tg:77") == once
    assert len(await office.notices("小李")) == 1


async def test_an_editor_who_hands_in_gets_no_card_and_cannot_adopt_it(office: Bureau) -> None:
    await office.hand_in("馆审核")
    assert await office.told("馆审核") == ""
    assert "没有待审" in await office.say("馆审核", "待审的")
    assert "待审" in await office.told("王审核")


@pytest.mark.slow
async def test_what_was_handed_in_is_withdrawn_and_the_cards_say_so(office: Bureau) -> None:
    await office.hand_in("小李")
    assert "已撤回" in await office.press("小李", "撤回")
    assert "已撤回" in await office.told("馆审核")
    assert "已撤回" in await office.press("馆审核", "采用")


async def test_the_same_event_from_two_units_is_shown_to_the_editor_who_sees_both_and_merged(
    office: Bureau,
) -> None:
    await office.hand_in("小李")
    await office.press("王审核", "采用")
    said = await office.hand_in(
        "小陈", "11月20日上午，博物馆和图书馆在城东社区开展送书下乡活动，送书320册", "6名志愿者参加，办理借书证15张"
    )
    assert "已提交" in said
    assert "图书馆" not in (await office.told("博审核")).replace("博物馆和图书馆", "").replace("图书馆在", "")
    assert "可能是同一件事" not in await office.told("博审核")
    assert f"可能是同一件事（{LIBRARY}" in await office.told("王审核")
    assert "已并入" in await office.press("王审核", "并入")
    assert "都记为报送" in await office.told("小陈")
    assert await states(office) == [State.ADOPTED, State.MERGED]


@pytest.mark.slow
async def test_the_same_event_handed_in_twice_in_one_unit_is_asked_about_first(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.press("馆审核", "采用")
    said = await office.hand_in("小周")
    assert "好像已经报过" in said
    assert "已提交" in await office.press("小周", "不是一件事")


async def test_the_category_is_suggested_and_can_be_changed(office: Bureau) -> None:
    assert "类别：文化惠民" in await office.hand_in("小李")
    await office.press("小李", "改类别")
    assert "改归“教育培训”" in await office.press("小李", "教育培训")
    assert " · 教育培训 · " in await office.told("馆审核")
    assert "已采用" in await office.press("馆审核", "采用")


@pytest.mark.slow
async def test_a_suspended_or_moved_editor_loses_the_card_at_once(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.records.people.move(office.person("馆审核").id, MUSEUM, Role.EDITOR)
    assert "不归你审" in await office.press("馆审核", "采用")
    assert await states(office) == [State.PENDING]


@pytest.mark.slow
async def test_an_editor_looks_after_further_units_that_were_given(office: Bureau) -> None:
    await office.records.units.oversee(office.person("博审核").id, LIBRARY)
    await office.hand_in("小李")
    assert "待审" in await office.told("博审核")
    assert "已采用" in await office.press("博审核", "采用")


async def test_sources_show_each_fact_with_the_words_of_the_notes(office: Bureau) -> None:
    await office.hand_in("小李")
    said = await office.press("馆审核", "看依据")
    assert "320册 ← “" in said


async def test_counts_are_answered_with_the_list_behind_them(office: Bureau) -> None:
    await office.hand_in("小李", "11月20日上午，党支部书记李明在图书馆为38名党员上党课，题目是《守纪律》")
    await office.press("馆审核", "采用")
    said = await office.say("小李", "这个月我们报了几条")
    assert "2026年11月报送1条（采用1）" in said
    assert "1. 《" in said
    said = await office.say("王审核", "今年上了几次党课？")
    assert "2026年上党课次数：1次" in said
    assert "38名党员" in said
    assert "没有上党课次数" in await office.say("小陈", "今年上了几次党课？")
    assert "没有上党课次数" in await office.say("王审核", "上个月上了几次党课？")
    assert "2026年11月上党课次数：1次" in await office.say("王审核", "那本月呢")


async def test_a_kind_of_work_is_counted_as_a_section_counts_it(office: Bureau) -> None:
    await office.hand_in("小李", "11月20日下午，送戏到青山镇，演出2场，到场观众230人")
    await office.press("馆审核", "采用")
    assert "送戏下乡活动场次：2场" in await office.say("王审核", "今年送戏下乡几场")


async def test_an_editor_decides_in_words_and_the_author_takes_back_in_words(office: Bureau) -> None:
    await office.hand_in("小李")
    assert "已撤回" in await office.say("小李", "刚交的那篇先撤回来，还有个数没核")
    assert await states(office) == [State.WITHDRAWN]
    await office.press("小李", "去修改")
    await office.say("小李", "提交")
    await office.say("馆审核", "这篇退回，没写是哪个社区来的人")
    assert "没写是哪个社区来的人" in await office.told("小李")
    await office.press("小李", "去修改")
    await office.say("小李", "把320改成302")
    await office.press("小李", "提交")
    assert "已采用" in await office.say("馆审核", "这篇可以，采用")
    assert await states(office) == [State.ADOPTED]


@pytest.mark.slow
async def test_words_decide_on_nothing_where_several_wait_or_nobody_may(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.hand_in("小周", "11月21日下午，图书馆在西关小学讲安全用电，65名学生参加")
    assert "采用哪一篇" in await office.say("馆审核", "这篇可以，采用")
    assert len(office["馆审核"].labels()) == 2
    assert "已退回" in await office.say("馆审核", "小周那篇退回，没写谁讲的")
    assert "已采用" not in await office.say("博审核", "采用")
    assert await states(office) == [State.PENDING, State.RETURNED]


async def test_what_is_meant_by_all_is_done_when_that_was_confirmed(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.hand_in("小陈", "11月20日上午，县博物馆接待实验小学研学，3个班126名学生参观，讲解2场")
    await office.say("王审核", "待审")
    said = await office.say("王审核", "除了博物馆那篇都通过，那篇人数对不上，让他核一下")
    assert "照你说的" in said
    assert await states(office) == [State.PENDING, State.PENDING]
    await office.press("王审核", "就这样办")
    assert sorted(await states(office)) == sorted([State.ADOPTED, State.RETURNED])
    assert "人数对不上" in await office.told("小陈")


async def test_what_is_said_after_handing_in_is_about_what_was_handed_in(office: Bureau) -> None:
    note = "11月20日上午，图书馆在城东社区送书320册，520名群众参加"
    await office.say("小李", note, message_key="tg:1:7")
    await office.hand_in("小李")
    for words in ("人数不对", "时间写错了"):
        assert "还在待审。先撤回" in await office.say("小李", words)
    assert "已提交，在待审" in await office.say("小李", "提交")
    said = await office.say("小李", note.replace("520", "250"), message_key="tg:1:7", edited=True)
    assert "这条已随《" in said
    await office.press("小李", "撤回")
    assert "520名" in await office.press("小李", "去修改")
    said = await office.say("小李", note.replace("520", "250"), message_key="tg:1:7", edited=True)
    assert "已按修改后的更新" in said


async def test_what_was_handed_in_last_is_what_is_taken_back(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.hand_in("小李", "11月21日下午，图书馆在西关小学讲安全用电，65名学生参加")
    assert "西关小学" in await office.say("小李", "撤回刚交的")
    assert await states(office) == [State.PENDING, State.PENDING]
    await office.press("馆审核", "采用")
    assert "已采用，撤不回了" in await office.say("小李", "撤销提交")
    assert await states(office) == [State.PENDING, State.ADOPTED]


async def test_what_readers_saw_is_told_where_the_author_takes_up_their_own_version(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.press("馆审核", "我来改")
    await office.say("馆审核", "第2句删掉")
    await office.press("馆审核", "存好")
    await office.press("王审核", "采用")
    await office.press("王审核", "退回更正")
    await office.say("王审核", "送书数错了，请核对")
    said = await office.press("小李", "去修改")
    assert "大家看到的是馆审核改过的" in said
    assert "现：（删去）" in said
    assert "提交" in office["小李"].labels()


async def test_what_waits_is_shown_below_what_was_said_since(office: Bureau) -> None:
    await office.hand_in("小李")
    for owner, reply in await office.records.desks.unsent():
        await office.records.desks.sent(reply.id, f"tg:{owner}:{reply.id}")
    assert "【待审】" in await office.say("馆审核", "待审")
    assert office["馆审核"].shown[0].edits == ""


async def test_words_over_the_queue_that_were_not_understood_are_asked_about(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.say("王审核", "待审")
    assert "没听明白是采用还是退回" in await office.say("王审核", "可以，就是标题长了点")
    assert "已采用" in await office.press("王审核", "采用《")


async def test_a_reason_that_falls_under_no_code_is_not_asked_for_twice(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.say("王审核", "待审")
    assert "哪种原因" in await office.say("王审核", "送书那条标题党，退了重写")
    assert "标题党" in await office.press("王审核", "空话套话")
    assert await states(office) == [State.RETURNED]


async def test_counts_are_those_of_whom_the_words_name(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.hand_in("小周", "11月21日下午，图书馆在西关小学讲安全用电，65名学生参加")
    assert "你2026年11月报送1条" in await office.say("小李", "我这个月报了几篇")
    assert "县图书馆2026年11月报送2条" in await office.say("王审核", "县图书馆这个月报了几篇")
    assert "小周2026年11月报送1条" in await office.say("王审核", "小周这个月报了几篇")
    assert "没有“赵敏”的报送记录" in await office.say("王审核", "赵敏这个月报了几篇")
    assert "县博物馆2026年11月还没有报送记录" in await office.say("王审核", "博物馆这个月报了几篇")
    said = await office.say("王审核", "谁还没交")
    assert "还没报的：县博物馆。" in said
    assert "县图书馆 2条" in said


@pytest.mark.parametrize("words", ["待审", "还有几篇没审", "人员名单", "/x", "帮助"])
async def test_an_order_is_no_remark_and_the_question_stays(office: Bureau, words: str) -> None:
    await office.hand_in("小李")
    await office.press("王审核", "退回")
    await office.press("王审核", "事实不准")
    assert "还没退回" in await office.say("王审核", words)
    assert await states(office) == [State.PENDING]
    await office.say("王审核", "送书是302册，请核对")
    assert "说明：送书是302册，请核对" in await office.told("小李")


async def test_what_recalls_a_report_is_confirmed_where_it_may_be_no_remark(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.press("馆审核", "采用")
    await office.press("馆审核", "退回更正")
    assert "没有待审" in await office.say("馆审核", "待审")
    assert "作为说明发出去吗" in await office.say("馆审核", "是哪个社区的？")
    assert await states(office) == [State.ADOPTED]
    await office.press("馆审核", "就这样发")
    assert "说明：是哪个社区的？" in await office.told("小李")
    assert await states(office) == [State.RETURNED]


async def test_a_reason_typed_before_its_code_is_the_remark_and_no_note(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.press("王审核", "退回")
    said = await office.say("王审核", "把老师姓名补上，两场分别在什么时间也写一下")
    assert "说明：“把老师姓名补上" in said
    assert await office["王审核"].notes() == []
    await office.press("王审核", "要素不全")
    assert "两场分别在什么时间" in await office.told("小李")
    await office.say("王审核", "今天去县图书馆调研")
    assert await office["王审核"].notes() == ["今天去县图书馆调研"]


async def test_a_report_that_was_adopted_after_all_wants_no_reason(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.press("王审核", "退回")
    assert "还没退回" not in await office.say("王审核", "采用")
    assert "已记第1条" in await office.say("王审核", "今天上午去敬老院慰问，送米20袋")


async def test_an_order_is_no_excuse(office: Bureau) -> None:
    await office.say("小李", "图书馆送书320册")
    await office.say("小李", "写成信息")
    await office.press("小李", "提交")
    await office.say("小李", "跳过")
    await office.press("小李", "说明原因")
    assert "先不等了" in await office.say("小李", "出稿")
    assert await states(office) == []


async def test_help_tells_an_editor_and_an_administrator_what_they_do_besides(office: Bureau) -> None:
    assert "待审" not in await office.say("小李", "帮助")
    assert "待审" in await office.say("王审核", "/help")
    assert "生成邀请码" in await office.say("局管理员", "帮助")


async def _waiting(office: Bureau) -> None:
    await office.hand_in("小李")
    await office.hand_in("小陈", "11月20日上午，县博物馆接待实验小学研学，3个班126名学生参观，讲解2场")


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("这周谁报了谁没报", "县图书馆"),
        ("退回过几篇", "没有退回过"),
        ("博物馆那篇讲的啥", "【待审】县博物馆"),
        ("图书馆的拿来看看", "【待审】县图书馆"),
        ("催一下博物馆", "催稿我代不了"),
        ("博物馆怎么还不交", "县博物馆"),
        ("哪里改了", "看哪一篇的改动"),
        ("图书馆那篇标题不好退回", "说明：“标题不好”"),
        ("文旅局那篇标题太长退回", "县文旅局没有待审的稿子"),
    ],
)
async def test_an_editor_says_it_in_plain_words(office: Bureau, words: str, reply: str) -> None:
    await _waiting(office)
    assert reply in await office.say("王审核", words)
    assert not await office["王审核"].notes()
    assert not office["王审核"].answers.history
    assert await states(office) == [State.PENDING, State.PENDING]


@pytest.mark.parametrize(
    "words",
    ["催博物馆要了去年的参观数", "看望了图书馆的老同志", "提醒了博物馆的老张带齐材料", "上午去图书馆看了他们的展厅"],
)
async def test_what_was_done_with_a_unit_is_no_order_about_its_reports(office: Bureau, words: str) -> None:
    await _waiting(office)
    await office.say("王审核", words)
    assert await office["王审核"].notes() == [words]


async def test_why_one_report_goes_back_is_said_in_one_breath(office: Bureau) -> None:
    await office.hand_in("小李")
    assert "已退回" in await office.say("王审核", "这篇太空了，退回，没写老人有什么困难")
    assert "太空了，没写老人有什么困难" in await office.told("小李")


@pytest.mark.parametrize("words", ["主任说啥", "啥情况", "谁改的", "哪里不合格", "退回的理由是啥"])
async def test_an_author_asks_why_it_came_back(office: Bureau, words: str) -> None:
    await office.hand_in("小李")
    await office.say("王审核", "这篇退回，没写受益人数")
    assert "没写受益人数" in await office.say("小李", words)


async def test_what_was_given_back_is_listed_by_time(office: Bureau) -> None:
    await _waiting(office)
    await office.say("王审核", "图书馆那篇退回，没写受益人数")
    said = await office.say("王审核", "谁退回的多")
    assert "退回1次" in said
    assert "（县图书馆）：要素不全，没写受益人数" in said


@pytest.mark.parametrize("decision", ["采用", "可以，采用吧", "这篇退回，没写受益人数"])
async def test_a_change_that_is_not_kept_is_asked_about_before_the_decision(office: Bureau, decision: str) -> None:
    await office.hand_in("小李")
    await office.press("王审核", "我来改")
    await office.say("王审核", "把320改成302")
    assert "还没存" in await office.say("王审核", decision)
    assert await states(office) == [State.PENDING]
    await office.say("王审核", "存好")
    assert "302" in (await office.records.log.among([office.person("小李").unit.id]))[0].frozen.text
