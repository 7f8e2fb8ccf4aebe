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
