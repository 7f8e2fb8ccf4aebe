"""Going back and asking about a draft: what was dropped comes back, and every figure tells where it is from."""

from datetime import datetime

import pytest

from tests.flows.bureau import bureau

NOTES = (
    "11月20日上午9点，县文化馆在城东社区办送书下乡活动",
    "来了128个学生，送书320册",
    "馆员李秀兰讲了怎么挑书，6名志愿者帮忙登记",
    "活动花了1200元",
    "大家反响热烈，取得圆满成功",
)


@pytest.fixture
async def drafted(talk):
    for n, note in enumerate(NOTES):
        await talk.say(note, at=datetime(2026, 11, 22, 9, n))
    await talk.say("写成信息", at=datetime(2026, 11, 22, 9, 10))
    return talk


async def text(talk) -> str:
    return (await talk.desk()).drafts[0].report.text


async def test_what_an_edit_dropped_comes_back_by_its_name_where_it_stood(drafted):
    before = await text(drafted)
    assert "去掉了" in await drafted.say("花了多少钱不用写")
    assert "1200" not in await text(drafted)
    said = await drafted.say("花钱的还是写上吧")
    assert "事实" in said
    assert await text(drafted) == before


async def test_the_first_wording_comes_back_with_its_figures(drafted):
    before = await text(drafted)
    await drafted.say("128改成126")
    await drafted.say("最后一句不要")
    said = await drafted.say("回到第一稿")
    assert await text(drafted) == before
    assert "记录里没有" not in said
    assert (await drafted.notes())[-1] == "更正：不是126名，是128名"


async def test_why_a_piece_is_gone_and_what_was_changed(drafted):
    await drafted.say("最后一句不要")
    assert "你让删的" in await drafted.say("为什么删了花钱那句")
    assert "1200元" in await drafted.say("刚才改了什么")
    assert "没有具体事实" in await drafted.say("反响热烈怎么没写")
    assert "没有删，稿里有" in await drafted.say("怎么没写志愿者")


async def test_a_figure_tells_which_note_it_is_from(drafted):
    said = await drafted.say("320册哪来的")
    assert "第2条" in said
    assert NOTES[1] in said
    assert "都没有" in await drafted.say("777哪来的")
    assert "第1条" in await drafted.say("依据是什么")


async def test_a_slip_is_mended_in_the_figure_next_to_it(drafted):
    said = await drafted.say("人数搞错了，126")
    assert "126名" in await text(drafted)
    assert "6名志愿者" in await text(drafted)
    assert "改动已记为第6条" in said


async def test_two_reports_become_one_stay_one_and_can_be_parted(talk):
    await talk.say("10月12日上午，县文化馆在城东社区开展消防安全培训，46人参加")
    await talk.say("10月29日，检查了5家网吧的消防器材，发现2处隐患当场整改")
    assert len(await _drafts(talk, "出稿")) == 2
    whole = await _drafts(talk, "这两条并成一条吧，本来就是一个活动")
    assert len(whole) == 1
    assert "培训" in whole[0]
    assert "网吧" in whole[0]
    await talk.say("培训请了消防队李强来讲")
    again = await _drafts(talk, "重新出稿")
    assert len(again) == 1
    assert "李强" in again[0]
    assert len(await _drafts(talk, "撤销")) == 2
    assert len(await _drafts(talk, "合成一篇")) == 1
    assert len(await _drafts(talk, "还是分开吧")) == 2


async def test_parted_reports_keep_what_was_changed_before_they_were_one(talk):
    await talk.say("10月12日上午，县文化馆在城东社区开展消防安全培训，46人参加")
    await talk.say("10月29日，检查了5家网吧的消防器材，发现2处隐患当场整改")
    await talk.say("出稿")
    await talk.say("第1篇标题改成县文化馆消防培训")
    before = await _drafts(talk, "第2篇标题改成县文化馆查网吧")
    await talk.say("两篇合成一篇")
    assert await _drafts(talk, "撤销") == before
    assert (await talk.desk()).drafts[0].report.title == "县文化馆消防培训"


async def test_a_message_with_a_decision_reaches_the_author_of_an_adopted_report(tmp_path):
    async with bureau(tmp_path) as office:
        await office.hand_in("小李")
        await office.say("王审核", "待审")
        await office.say("王审核", "送书那篇用了，跟他们说一声下回带张照片")
        assert "王审核说：下回带张照片" in await office.told("小李")


async def test_what_hangs_on_a_clause_goes_with_it(talk):
    await talk.say("今天上午，县图书馆在城东小学办灯谜会，挂了180条灯谜，五年级的周小舟猜中12条，最多，奖品发了80份")
    await talk.say("出稿")
    await talk.say("把周小舟去掉")
    assert "最多" not in await text(talk)
    assert "80份" in await text(talk)


async def test_titles_keep_their_doer_and_say_nothing_twice(talk):
    await talk.say("今天上午在城东社区送书320册，6名志愿者参加")
    await talk.say("现场办理借书证15张")
    await talk.say("出稿")
    for _ in range(4):
        await talk.press("换标题")
        title = (await talk.desk()).drafts[0].report.title
        assert title.startswith("县文化馆")
        assert title.count("志愿者") <= 1


async def test_what_is_put_before_the_day_is_said(talk):
    await talk.say("今天上午在城东社区送书320册")
    await talk.say("现场办理借书证15张")
    await talk.say("6名志愿者帮忙搬书")
    await talk.say("出稿")
    assert "日期不在开头了" not in await talk.say("志愿者那句放到前面")
    assert (await text(talk)).startswith("10月31日")
    assert "日期不在开头了" in await talk.say("第2句挪到最前面")


@pytest.mark.parametrize("said", ["提交", "撤销", "导出Word"])
async def test_without_a_draft_it_says_that_there_is_none(talk, said):
    await talk.say("今天上午在城东社区送书320册")
    assert "还没有稿子" in await talk.say(said)


@pytest.mark.parametrize(
    ("said", "has", "lacks"),
    [
        ("太长了 花钱那块别往上写", "128", "1200"),
        ("标题缩到十五个字以内", "1200", "讲挑书"),
        ("128改成126 我又数了一遍", "126", "128"),
        ("不是李秀兰 是李秀丽", "李秀丽", "李秀兰"),
    ],
)
async def test_a_wish_stands_beside_its_reason(drafted, said, has, lacks):
    await drafted.say(said)
    assert has in await text(drafted)
    assert lacks not in await text(drafted)


@pytest.mark.parametrize("told", ["把旧书架换成新的了", "图书馆把闭馆时间改到晚上九点", "把名单发给了社区"])
async def test_what_was_done_is_a_note_over_a_draft_too(drafted, told):
    before = await text(drafted)
    assert "已记第6条" in await drafted.say(told)
    assert await text(drafted) == before


async def test_words_for_no_named_place_go_to_the_title_just_changed_or_are_asked_about(drafted):
    assert "改标题" in await drafted.say("改成送书到城东") + "".join(map(str, drafted.labels()))
    assert (await drafted.desk()).drafts[0].report.title != "送书到城东"
    await drafted.say("换个标题")
    await drafted.say("改成送书到城东")
    assert (await drafted.desk()).drafts[0].report.title == "送书到城东"
    assert "把哪一处" in await drafted.say("改成420")
    assert len(await drafted.notes()) == len(NOTES)


async def test_what_was_just_deleted_stays_after_all(drafted):
    before = await text(drafted)
    await drafted.say("志愿者那句不要")
    assert await text(drafted) != before
    await drafted.say("算了还是写上")
    assert await text(drafted) == before


async def test_words_that_nobody_said_are_not_called_left_out(drafted):
    assert "记录里没有“专家点评”" in await drafted.say("为什么没写专家点评")


async def test_a_wish_about_no_draft_may_still_be_noted(talk):
    assert "手头没有稿子" in await talk.say("把400多人改成420人")
    await talk.press("记成活动")
    assert await talk.notes() == ["把400多人改成420人"]


@pytest.fixture
async def two(talk):
    await talk.say("10月29号上午联合公安检查歌舞厅6家，罚了1家3000元", at=datetime(2026, 11, 22, 9))
    await talk.say("10月30号下午慰问老馆长赵德山，送了米面油", at=datetime(2026, 11, 22, 9, 1))
    await talk.say("出稿", at=datetime(2026, 11, 22, 9, 2))
    return talk


async def test_a_sentence_more_goes_into_the_report_that_was_named(two):
    said = await two.say("第1篇加一句：出动执法人员12人")
    assert "记录里没有" not in said
    first, second = (state.report for state in (await two.desk()).drafts)
    assert first.text.endswith("出动执法人员12人。")
    assert "12" not in second.text
    assert ("12人", 2) in [(fact.text, fact.message) for fact in first.facts]


async def test_one_of_two_reports_leaves_and_the_last_one_stays(two):
    await two.say("第二篇不要")
    assert [state.number for state in (await two.desk()).drafts] == [1]
    assert "就这一篇" in await two.say("第一篇不报了")
    assert len(await two.notes()) == 2


async def test_a_report_taken_away_is_found_again_by_its_button(two):
    await two.say("第2篇标题改成慰问老馆长")
    await two.say("第二篇不要")
    await two.press("找回来")
    assert [state.report.title for state in (await two.desk()).drafts][1] == "慰问老馆长"


async def test_a_title_that_shall_stress_a_matter_takes_its_figure(two):
    await two.say("第1篇标题突出罚款")
    assert "3000元" in (await two.desk()).drafts[0].report.title


async def _drafts(talk, words):
    await talk.say(words)
    return [state.report.text for state in (await talk.desk()).drafts]


@pytest.mark.parametrize(
    "wish",
    ["第一句太啰嗦了", "分两段吧", "题目换一个，别用开展", "张主任的名字不用写", "不要写张主任，写文化站就行"],
)
async def test_what_is_said_by_place_and_quality_can_be_undone(talk, wish):
    await talk.say("11月20日上午，县图书馆在南溪镇开展送书下乡活动，送书320册，覆盖46户")
    await talk.say("活动中张主任在文化站讲了农技书怎么用，85名群众参加")
    first = (await talk.say("出稿")).split("\n事实")[0]
    changed = await talk.say(wish)
    assert "有据" in changed
    assert first not in changed
    assert first in await talk.say("撤销")


async def test_a_figure_that_may_be_several_is_asked_with_a_button_each(talk):
    await talk.say("11月20日上午，县图书馆在南溪镇送书320册，覆盖46户，85名群众参加")
    await talk.say("出稿")
    assert "哪个改成64？" in await talk.say("那个数不对，应该是64")
    said = await talk.press("把46户改成64")
    assert "覆盖64户" in said
    assert "46户" in await talk.say("撤销")


async def test_a_note_is_dropped_by_its_number_and_comes_back(talk):
    await talk.say("11月20日上午，县图书馆在南溪镇送书320册")
    await talk.say("来了85名群众")
    assert "第2条已删" in await talk.say("刚才第二条发错了，删掉")
    assert "（已删）" in await talk.say("看看记了什么")
    assert "85" not in await talk.say("出稿")
    await talk.say("第二条不要了")
    await talk.say("第1条不要了")
    await talk.press("恢复这条")
    assert "320册" in (await talk.notes())[0]


async def test_what_was_taken_out_stays_out_when_something_is_added_and_comes_back_by_name(talk):
    for note in ("11月20日上午，县图书馆在和平社区办剪纸课，35人参加", "老师王秀英教了窗花", "社区书记刘涛也来了"):
        await talk.say(note)
    await talk.say("出稿")
    await talk.say("删掉刘涛那句")
    added = await talk.say("补上：社区提供剪刀40把")
    assert "剪刀40把" in added
    assert "刘涛" not in added
    assert "刘涛" in await talk.say("把刘涛加回来")


async def test_an_order_that_was_chosen_stays_whatever_is_added_later(talk):
    for note in ("11月20日上午，县图书馆在和平社区办剪纸课，35人参加", "老师王秀英教了窗花", "社区提供剪刀40把"):
        await talk.say(note)
    await talk.say("出稿")
    await talk.say("把第二句和第三句换一下")
    chosen = await text(talk)
    assert chosen.index("剪刀40把") < chosen.index("王秀英")
    for more in ("加一句：现场剪了62张", "更正一下，参加的是38人"):
        again = await talk.say(more)
        assert again.index("剪刀40把") < again.index("王秀英")
    assert "38人参加" in again
    assert "62张" in again


async def test_what_the_draft_says_already_is_not_added_again(talk):
    await talk.say("11月20日上午，县图书馆在和平社区办剪纸课，35人参加，有个家长问周末能不能多办几场")
    await talk.say("出稿")
    assert "稿里已经有" in await talk.say("加上家长问周末能不能多办几场")
    assert len(await talk.notes()) == 1


async def test_all_wishes_of_a_message_are_carried_out_and_one_step_takes_them_back(talk):
    await talk.say("10月30日上午，县文化馆在和平社区办剪纸课，35人参加")
    await talk.say("现场剪了62张，老师王秀英教了窗花")
    before = (await talk.say("出稿")).split("\n事实")[0]
    said = await talk.say("把35改成38，62改成66，标题短点")
    assert "38人参加" in said
    assert "66张" in said
    assert "县文化馆开展剪纸课\n" in said
    assert before in await talk.say("撤销")


async def test_a_passage_is_checked_when_it_comes_behind_the_question(talk):
    assert "发给我" in await talk.say("帮我看看这段")
    assert "没有事实" in await talk.say("11月20日，馆领导高度重视，开展了消防演练，提高了安全意识。")
    assert await talk.notes() == []
    await talk.press("记成活动")
    assert len(await talk.notes()) == 1


@pytest.mark.parametrize(
    "order", ["标题点出人数", "两场分两段", "把总数写进去", "字数控制在200以内", "第一句写结果", "名字都写全称"]
)
async def test_how_it_shall_be_written_is_no_fact_of_the_day(talk, order: str):
    await talk.say("今天上午在城东社区送书320册")
    assert "先出稿" in await talk.say(order)
    assert await talk.notes() == ["今天上午在城东社区送书320册"]
    await talk.say("出稿")
    await talk.say(order)
    assert await talk.notes() == ["今天上午在城东社区送书320册"]


@pytest.mark.parametrize(
    "note", ["教孩子把图案写成一段话", "第二段路修通，长300米", "老吴把标题牌换了新的", "培训分两场，每场40人"]
)
async def test_what_was_done_is_no_order_for_the_writing(talk, note: str):
    await talk.say("今天上午在城东社区送书320册")
    await talk.say(note)
    assert note in await talk.notes()


async def test_a_draft_is_written_before_it_is_sent_off(talk):
    await talk.say("今天上午在城东社区送书320册")
    assert "城东社区送书320册" in await talk.say("发稿")
    assert "稿子就在这儿" in await talk.say("看着还行")


@pytest.mark.parametrize("words", ["我们这周零报送", "这周没啥报的", "本周没有活动", "这礼拜没搞活动"])
async def test_nothing_to_report_is_no_activity(talk, words: str):
    assert "不用报" in await talk.say(words)
    assert not await talk.notes()
