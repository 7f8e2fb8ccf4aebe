"""Messages over a draft that hold the new wording, value or name themselves: it is put in at once."""

import pytest

DAY = (
    "昨天下午去城南小学做消防演练",
    "疏散学生820多人，用时3分半",
    "县联社副主任黄涛看了86个灭火器，消防员讲了灭火器怎么用",
    "有2个应急灯不亮，让学校换",
    "跟市场监管局一起去的，市监局来了4个人",
    "出稿",
)


@pytest.fixture
async def drafted(talk):
    for note in DAY:
        await talk.say(note)
    return talk


async def text(talk) -> str:
    return (await talk.desk()).drafts[0].report.text


@pytest.mark.parametrize(
    ("said", "stands", "gone"),
    [
        ("820多写准，823", "823人", "820"),
        ("820多是估的，写近千人", "近千人", "820"),
        ("820写成820余人", "820余人，", "多"),
        ("县联社写全，县供销合作联社", "县供销合作联社副主任", "县联社"),
        ("市监局写全称", "市场监管局4人", "市监局"),
        ("应急灯写全称消防应急照明灯", "2个消防应急照明灯", "个应急灯"),
        ("应急灯不要写2个，写3个", "3个应急灯", "2个"),
        ("灭火器别用看了灭火器，用检查", "检查86个灭火器", "看了"),
        ("时间写具体点，2点半到4点", "日下午2时30分至4时，", "下午，"),
        ("应急灯说成应急照明灯", "应急照明灯", "个应急灯"),
    ],
)
async def test_the_wording_given_is_put_in_its_place(drafted, said, stands, gone):
    await drafted.say(said)
    now = await text(drafted)
    assert stands in now
    assert gone not in now


@pytest.mark.parametrize("said", ["写成两段", "不对，还是写820多人", "标题短一点", "还是原来那样写"])
async def test_an_order_is_no_wording_whatever_was_asked(drafted, said):
    assert "要换成" in await drafted.say("能不能别用“讲了”")
    await drafted.say(said)
    assert "讲了灭火器怎么用" in (await text(drafted)).replace("\n", "")


async def test_only_the_word_that_was_quoted_is_replaced(drafted):
    await drafted.say("能不能别用“讲了”")
    await drafted.say("换成讲解")
    assert "消防员讲解灭火器怎么用" in await text(drafted)


async def test_a_wording_much_shorter_than_the_clause_is_asked_about(drafted):
    before = await text(drafted)
    assert "要换成怎么说" in await drafted.say("灭火器怎么用那句太随便")
    assert "换了就没有了" in await drafted.say("换成讲解")
    assert await text(drafted) == before


async def test_what_was_just_changed_is_undone_where_the_old_is_named(drafted):
    before = await text(drafted)
    await drafted.say("820多写准，823")
    await drafted.say("不对，还是写820多")
    assert await text(drafted) == before


async def test_the_one_piece_that_is_plainly_not_wished_goes_at_once(drafted):
    assert "去掉了：“有2个应急灯不亮”" in await drafted.say("应急灯不亮这个学校要有意见，别往上写了")
    assert "消防演练" in await text(drafted)


@pytest.mark.parametrize("said", ["“讲了”改得客气一些", "讲了灭火器怎么用，换个专业点的说法", "应急灯不亮，改得书面些"])
async def test_a_wish_for_better_words_is_no_wording(drafted, said):
    before = await text(drafted)
    await drafted.say(said)
    assert await text(drafted) == before


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("太短了，还用刚才那个", "有2个应急灯不亮"),
        ("短了点，回到刚才", "有2个应急灯不亮"),
        ("又不删了", "有2个应急灯不亮"),
    ],
)
async def test_a_complaint_before_a_wish_is_its_reason(drafted, said, stands):
    await drafted.say("有2个应急灯不亮那句删掉")
    await drafted.say(said)
    assert stands in await text(drafted)


@pytest.mark.parametrize("said", ["看着还行", "整体还可以", "差不多了"])
async def test_consent_in_any_words_tells_how_to_hand_it_in(drafted, said):
    assert "提交" in await drafted.say(said)
    assert len(await drafted.notes()) == len(DAY) - 1


@pytest.mark.parametrize("said", ["你看这样能报吗", "都对了吗", "都没问题吧", "这样能交吗"])
async def test_whether_it_will_do_is_answered_by_the_checks(drafted, said):
    assert "有据" in await drafted.say(said)
    assert "提交" in drafted.labels()


@pytest.mark.parametrize(("said", "asks"), [("第一句不通", "第一句要改成什么"), ("读起来别扭", "哪一句")])
async def test_a_complaint_about_a_sentence_asks_what_shall_stand_there(drafted, said, asks):
    assert asks in await drafted.say(said)


async def test_what_is_told_of_the_thing_that_has_one_such_figure_puts_it_right(drafted):
    await drafted.say("应急灯是3个")
    assert "有3个应急灯" in await text(drafted)
    await drafted.say("9处改成10处")
    assert "没有改" in (await drafted.desk()).told
    assert "10处" not in " ".join(await drafted.notes())


async def test_a_sentence_with_nothing_told_brings_in_nothing_else(drafted):
    await drafted.say("责令改正了，加上")
    before = await text(drafted)
    assert "没写进稿" in await drafted.say("开头加上‘为保障群众安全’")
    assert await text(drafted) == before


async def test_a_wish_that_fits_one_of_two_drafts_goes_there(talk):
    for note in ("上午在滨河社区开展反家暴宣传，发了300份手册", "下午到福利院看望孩子", "送了15套书包", "出稿"):
        await talk.say(note)
    assert "改哪一篇" not in await talk.say("书包放第一句")
    assert "第1条" in await talk.say("手册哪来的")
    assert "改哪一篇" in await talk.say("标题短点") or len((await talk.desk()).drafts) == 2


async def test_a_chief_named_in_full_keeps_the_title(talk):
    for note in ("刘局今天带队查了2个工地", "塔吊限位器失灵，停工整改", "出稿"):
        await talk.say(note)
    await talk.say("刘局叫刘卫东")
    assert "刘卫东局长带队" in await text(talk)


async def test_what_the_reply_said_was_left_out_is_put_back(talk):
    for note in ("昨天下午去幸福院看望老人", "慰问32位老人", "跟老人聊天，大家都很高兴", "出稿"):
        await talk.say(note)
    assert "大家都很高兴" in await talk.say("为什么删了大家都很高兴")
    await talk.say("那加回去")
    assert "大家都很高兴" in await text(talk)


@pytest.fixture
async def asked(talk):
    """A draft that still lacks something, so that the next message may be the answer."""
    for note in ("上午在城北社区开展防火宣传", "发了手册300份，贴海报40张", "出稿"):
        await talk.say(note)
    assert "还缺" in talk.shown[-1].text
    return talk


@pytest.mark.parametrize("said", ["句子太硬了", "40张是大概的，写30多张", "手册300份写少了", "手册写宣传册"])
async def test_words_about_the_draft_are_no_answer_to_what_it_lacks(asked, said):
    await asked.say(said)
    assert said[-5:] not in await text(asked)


async def test_a_figure_that_is_put_right_changes_nothing_else(asked):
    await asked.say("40张说少了，45张")
    assert await text(asked) == "10月31日上午，县文化馆在城北社区开展防火宣传。发放手册300份，贴海报45张。"


async def test_hours_told_of_the_time_stand_behind_the_day(asked):
    await asked.say("时间是9点半到11点")
    assert "日上午9时30分至11时，" in await text(asked)


async def test_a_short_name_asked_for_in_full_is_asked_about_alone(drafted):
    assert "“城南小学”要换成什么" in await drafted.say("城南小学写全称")
    await drafted.say("县城南中心小学")
    assert "到县城南中心小学开展" in await text(drafted)


async def test_the_opening_that_the_title_tells_too_is_not_offered_to_be_taken_out(drafted):
    await drafted.say("别点名学校")
    assert not any("开展消防演练" in label for label in drafted.labels())


async def test_a_sentence_to_be_written_is_told_without_the_order(drafted):
    await drafted.say("写一句学校食堂也检查了，换了3个灭火器")
    assert "写一句" not in await text(drafted)


async def test_behind_an_addition_what_shall_come_back_is_asked(talk):
    for note in ("今天上午在大岭村办了茶叶修剪培训", "来了68个茶农", "发了剪刀60把", "出稿"):
        await talk.say(note)
    await talk.say("发了资料112份，加上")
    assert "要加回哪一句" in await talk.say("那加回去")
    assert "资料112份" in await talk.say("看看稿子")
