"""Messages over a draft that name nothing: they are about what was talked of last."""

import pytest

DAY = ("今天上午去城关镇查农资，跑了11家门店，抽了化肥样品6批次", "发现2家台账没记全，当场让改", "没收过期饮料11瓶")


@pytest.fixture
async def drafted(talk):
    for note in (*DAY, "写成信息"):
        await talk.say(note)
    return talk


async def text(talk) -> str:
    return (await talk.desk()).drafts[0].report.text


async def test_what_was_asked_about_is_deleted_or_stays(drafted):
    assert "现在写着" in await drafted.say("饮料那个要不要写啊")
    before = await text(drafted)
    await drafted.say("留着吧")
    assert await text(drafted) == before
    await drafted.say("饮料那个要不要写啊")
    await drafted.say("那就删了")
    assert "饮料" not in await text(drafted)
    await drafted.say("还是加回来吧")
    assert await text(drafted) == before


async def test_a_short_wish_is_about_the_piece_that_was_shown(drafted):
    await drafted.say("台账那块要不要写啊")
    await drafted.say("放最后吧")
    assert (await text(drafted)).rstrip("。").endswith("当场让改")
    await drafted.say("那就删了")
    assert "台账" not in await text(drafted)
    await drafted.say("还是加回来")
    assert "台账" in await text(drafted)
    await drafted.say("饮料几瓶来着")
    await drafted.say("写错了，应该是13")
    assert "13瓶" in await text(drafted)


async def test_a_word_just_put_is_put_otherwise_and_taken_back(drafted):
    before = await text(drafted)
    await drafted.say("把饮料改成饮品")
    await drafted.say("是瓶装水，这个才对")
    assert "瓶装水" in await text(drafted)
    await drafted.say("换回去吧")
    await drafted.say("还是原来的好")
    assert "瓶装水" not in await text(drafted)
    await drafted.say("撤销")
    assert await text(drafted) == before


@pytest.mark.parametrize("told", ["大家都说好", "回头再说吧", "天气很好"])
async def test_chat_behind_a_change_of_a_word_puts_no_word(drafted, told):
    await drafted.say("把饮料改成饮品")
    before = await text(drafted)
    await drafted.say(told)
    assert await text(drafted) == before


async def test_what_answers_no_question_for_a_word_is_none(drafted):
    await drafted.say("台账两个字换一个")
    before = await text(drafted)
    for told in ("我想想", "化肥两个字换一个"):
        await drafted.say(told)
        assert await text(drafted) == before


async def test_the_new_word_may_come_by_itself(drafted):
    assert "“台账”要换成什么" in await drafted.say("台账两个字换一个")
    await drafted.say("进货记录吧")
    assert "进货记录" in await text(drafted)


async def test_a_word_that_says_of_what_kind_it_is_takes_no_place(drafted):
    before = await text(drafted)
    await drafted.say("台账两个字换一个")
    await drafted.say("手写的")
    assert await text(drafted) == before


async def test_a_wrong_count_is_put_right_by_its_unit(drafted):
    await drafted.say("数错了，13瓶")
    assert "13瓶" in await text(drafted)
    assert "11家" in await text(drafted)


async def test_a_button_may_be_chosen_by_its_place(drafted):
    said = await drafted.say("换个标题，来三个")
    if len(drafted.labels()) < 2:
        pytest.skip(said)
    wish = drafted.labels()[1]
    await drafted.say("第二个好")
    assert (await drafted.desk()).drafts[0].report.title == wish


@pytest.mark.parametrize("taken_back", ["算了不要了", "撤销"])
async def test_a_fact_told_over_a_draft_is_written_in_at_once_and_stays_out_when_taken_back(drafted, taken_back):
    before = (await drafted.desk()).drafts[0].report.text
    assert "加了：“下午又有2个乡的干部到场”" in await drafted.say("下午又来了两个乡的干部")
    assert "干部" in (await drafted.desk()).drafts[0].report.text
    await drafted.say(taken_back)
    assert (await drafted.desk()).drafts[0].report.text == before
    await drafted.say("重新出稿")
    assert "干部" not in (await drafted.desk()).drafts[0].report.text


async def test_a_short_answer_goes_to_the_clause_that_was_asked_about(drafted):
    assert "再细的记录里没说" in await drafted.say("两家叫什么名字")
    assert "发现2家台账没记全（丰农、利民）" in await drafted.say("丰农 利民")
    assert "发现2家台账没记全（丰农、利民）" in await drafted.say("重新出稿")


async def test_a_clause_put_otherwise_stays_so_in_the_next_writing_and_goes_back_when_undone(drafted):
    before = await text(drafted)
    await drafted.say("台账没记全这事别写得像告状")
    await drafted.say("这么着：2家台账有缺项，已列清单")
    after = await text(drafted)
    assert "2家台账有缺项，已列清单" in after
    await drafted.say("重新出稿")
    assert "是2家台账" not in await text(drafted)
    assert "2家台账有缺项，已列清单" in await text(drafted)
    await drafted.say("撤销")
    await drafted.say("撤销")
    assert await text(drafted) == before


async def test_a_question_without_a_clause_is_answered_from_the_draft(drafted):
    said = await drafted.say("饮料几瓶来着")
    assert "11瓶" in said
    assert "资料库里没有" not in said


async def test_a_message_that_is_no_note_is_not_kept_silently(drafted):
    await drafted.say("化肥不归我们管，删了")
    assert not [note for note in await drafted.notes() if "不归" in note]
    assert "记成活动" in drafted.labels()


@pytest.mark.parametrize("told", ["打错了 写第二中学", "不对 站长，不是副的"])
async def test_a_correction_that_puts_nothing_right_is_asked_about_and_not_told(drafted, told):
    before = await text(drafted)
    assert "没对上" in await drafted.say(told)
    assert await text(drafted) == before
    assert told not in await drafted.notes()


@pytest.mark.parametrize(
    ("wish", "there", "gone"),
    [
        ("11家改成约15家 后来数的", "约15家", "11家"),
        ("是8批次不是6批次", "样品8批次", "次次"),
        ("农资不用提", "农资", ""),
    ],
)
async def test_what_is_changed_reads_well_and_the_opening_stays(drafted, wish, there, gone):
    await drafted.say(wish)
    assert there in await text(drafted)
    assert not gone or gone not in await text(drafted)


async def test_the_wording_that_was_asked_for_is_put_and_nothing_else_is(drafted):
    assert "要换成怎么说" in await drafted.say("台账那句语气软一点")
    await drafted.say("提交前再看饮料放哪")
    assert "台账没记全" in (before := await text(drafted))
    await drafted.say("台账那句语气软一点")
    await drafted.say("2家台账记得不够全")
    assert await text(drafted) != before
    assert "记得不够全" in await text(drafted)


@pytest.mark.parametrize(
    ("told", "said"),
    [("城东和城西的", "点“重新出稿”"), ("再念念", "城关镇"), ("太干了，润一润", "记录里的事"), ("加上", "要加哪一句")],
)
async def test_what_is_nearly_sure_is_not_asked_about(drafted, told, said):
    before = await text(drafted)
    assert said in await drafted.say(told)
    assert await text(drafted) == before


async def test_what_was_reckoned_is_written_in_only_where_that_is_wanted(talk):
    for note in ("今天上午去城关镇测产", "玉米面积33万亩，已经收了11万亩", "写成信息"):
        await talk.say(note)
    before = await text(talk)
    assert "22万亩" in await talk.say("还剩多少没收")
    await talk.say("不用了 可以了")
    assert await text(talk) == before
    await talk.say("还剩多少没收")
    await talk.say("写进去")
    assert "还剩22万亩" in await text(talk)


async def test_what_was_taken_out_stays_out_when_a_note_is_written_in(talk):
    for note in ("今天上午去鑫顺超市查年货", "抽检肉品18批次，免费发药价值8000多元", "来了40人", "写成信息"):
        await talk.say(note)
    await talk.say("药钱别写")
    assert "免费发药" in (await text(talk))
    await talk.say("还送了春联20副")
    await talk.say("重新出稿")
    assert "20副" in await text(talk)
    assert "8000" not in await text(talk)
    assert "免费发药" in await text(talk)


async def test_what_may_be_about_what_went_is_offered_to_go_too(talk):
    for note in ("今天运动会开幕，1860人参加", "有4名学生中暑，校医陪着回了家", "写成信息"):
        await talk.say(note)
    await talk.say("中暑的事不写")
    assert "校医" in await text(talk)
    assert any("也删掉" in label for label in talk.labels())


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("“我们”这种字眼有没有", "稿里没有“我们”"),
        ("饮料写进去没", "写了：“没收过期饮料11瓶”"),
        ("标题里有没有带镇名", "标题现在是“县文化馆到城关镇检查农资”"),
        ("饮料是瓶还是箱", "稿里写的是“瓶”"),
        ("11家里包括那2家吗", "记录里没说含不含。稿里写的是“走访门店11家”、“发现2家台账没记全”"),
        ("两家店叫啥名字", "再细的记录里没说"),
    ],
)
async def test_a_question_over_a_draft_is_answered_in_words(drafted, asked, told):
    before = await text(drafted)
    assert told in await drafted.say(asked)
    assert await text(drafted) == before


@pytest.mark.parametrize(
    ("asked", "answer", "stands"),
    [
        ("11家里包括那2家吗", "包括的", "走访门店11家（含发现2家台账没记全）"),
        ("样品里头包括化肥6批次吗", "包括的", "化肥样品6批次"),
        ("饮料是瓶还是箱", "用箱", "没收过期饮料11箱"),
        ("没收俩字太硬了", "下架", "下架过期饮料11瓶"),
        ("台账没记全难听", "台账登记缺漏", "发现2家台账登记缺漏"),
        ("饮料难听", "扣下临期饮品", "扣下临期饮品11瓶"),
    ],
)
async def test_what_follows_a_reply_may_be_a_word(drafted, asked, answer, stands):
    await drafted.say(asked)
    await drafted.say(answer)
    assert stands in await text(drafted)


async def test_an_arrow_and_a_given_title_are_taken_at_their_word(drafted):
    await drafted.say("饮料→酒水 老板改口了")
    assert "没收过期酒水11瓶" in await text(drafted)
    await drafted.say("标题要“城关镇农资检查见实效”")
    assert (await drafted.desk()).drafts[0].report.title == "城关镇农资检查见实效"


async def test_what_was_taken_out_is_offered_where_it_is_not_said_which(drafted):
    await drafted.say("饮料那句删掉")
    await drafted.say("把仪器那段加回来")
    assert "没收过期饮料11瓶加回来" in drafted.labels()


async def test_a_question_of_ours_is_not_answered_by_any_other_wish(drafted):
    await drafted.say("台账那句换个说法")
    before = await text(drafted)
    await drafted.say("故事性强一点")
    assert "故事性" not in await text(drafted)
    await drafted.say("台账那句换个说法")
    await drafted.say("行了交吧")
    assert await text(drafted) == before


async def test_what_was_only_asked_cannot_be_undone(drafted):
    await drafted.say("标题改成城关镇查农资")
    await drafted.say("台账那句换个说法")
    assert "稿子没有动" in await drafted.say("撤销")
    assert (await drafted.desk()).drafts[0].report.title == "城关镇查农资"
    await drafted.say("撤销")
    assert (await drafted.desk()).drafts[0].report.title != "城关镇查农资"


async def test_a_question_is_not_written_into_the_draft(drafted):
    before = await text(drafted)
    await drafted.say("助残日是哪天，写上")
    assert await text(drafted) == before


async def test_names_that_nobody_told_are_not_said_to_stand_there(drafted):
    assert "没有删，稿里有" not in await drafted.say("为什么没写村名")


@pytest.mark.parametrize("asked", ["化肥写错没", "标题用2.4万", "结尾加个电话", "最后加上联系人"])
async def test_what_is_no_correction_changes_nothing(drafted, asked):
    before = (await drafted.desk()).drafts[0].report
    await drafted.say(asked)
    assert (await drafted.desk()).drafts[0].report == before


async def test_a_correction_of_several_figures_is_carried_out(drafted):
    await drafted.say("家数和批次都报错了，门店是13家，样品是8批次")
    assert "13家" in await text(drafted)
    assert "8批次" in await text(drafted)


@pytest.mark.parametrize(
    "order", ["出稿", "清空", "写成信息", "我的报送情况", "导出Word", "我记了啥", "问题台账", "待审"]
)
async def test_an_order_is_no_wording_where_one_is_asked_for(drafted, order):
    assert "要换成" in await drafted.say("没收俩字太硬了")
    before = await text(drafted)
    await drafted.say(order)
    assert await text(drafted) == before


async def test_what_shall_not_be_written_of_the_note_just_told_goes_from_it(drafted):
    await drafted.say("4个请假 1个病了")
    assert "去掉了“1个病了”" in await drafted.say("病的那个不用写")
    assert (await drafted.notes())[-1] == "4个请假"


async def test_a_figure_put_right_among_others_counted_alike_can_be_handed_in(talk):
    for note in ("昨天在集上摆摊修小家电", "修好电饭锅6个 电扇4个 修不了的3个退回去了", "写成信息"):
        await talk.say(note)
    await talk.say("电饭锅是7个")
    assert (await talk.desk()).drafts[0].report.checks.passed
