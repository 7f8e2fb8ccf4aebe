"""A figure belongs to what it counts; idioms, names and ordinals are no figures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language.quantities import Quantity, quantities, same_unit


def found(text: str) -> list[Quantity]:
    return list(quantities(text))


def one(text: str) -> Quantity:
    every = found(text)
    assert len(every) == 1, every
    return every[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("展出作品124幅", 124, "幅"),
        ("来了三十个人", 30, "个人"),
        ("来了30号人", 30, "号人"),
        ("借出320册", 320, "册"),
        ("筹了4860块", 4860, "块"),
        ("花了3.5万元", 35000, "元"),
        ("拨了2亿元", 200_000_000, "元"),
        ("接待游客12.6万人次", 126_000, "人次"),
        ("种树２３０棵", 230, "棵"),
        ("整治了三百五十亩", 350, "亩"),
        ("跑了86公里", 86, "公里"),
        ("开了3个小时", 3, "个小时"),
        ("修好5处", 5, "处"),
        ("演了十五场次", 15, "场次"),
        ("发放4套", 4, "套"),
        ("下降2.5个百分点", 2.5, "个百分点"),
        ("一共来了两百零六人", 206, "人"),
        ("查了2千3百件套", 2300, "件套"),
    ],
)
def test_a_figure_has_its_unit(text: str, value: float, unit: str) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize("text", ["完成率百分之八十七", "完成率87%", "完成率８７％"])
def test_a_share_is_a_share_however_typed(text: str) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.percent, quantity.written()) == (87, True, "87%")


@pytest.mark.parametrize(
    ("text", "low"), [("370多人", True), ("200余册", True), ("一百来人", False), ("约50户", False), ("近300人", False)]
)
def test_a_rough_figure_stays_rough(text: str, low: bool) -> None:
    quantity = one(text)
    assert (quantity.approx, quantity.low) == (True, low)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("来了３０人", "30人"),
        ("两百零六块钱", "206元"),
        ("3.5万块", "35000元"),
        ("百分之八十七", "87%"),
        ("五十号人", "50人"),
    ],
)
def test_a_report_writes_figures_in_digits(text: str, written: str) -> None:
    assert one(text).written() == written


@pytest.mark.parametrize(
    "text",
    [
        "大家一起打扫",
        "统一发放",
        "一直在忙",
        "八项规定",
        "四风问题",
        "三会一课",
        "千家万户",
        "五一路",
        "二胡",
        "七夕活动",
        "十分热闹",
        "六查六正两提高",
        "一把手",
        "三中全会",
        "一等奖",
        "五谷丰登",
        "一站式",
        "二维码",
        "双方",
        "三年级",
        "一批",
        "一户一策",
        "万一下雨",
        "百姓",
        "零距离",
        "第一时间",
        "四面八方",
        "三三两两",
        "七嘴八舌",
        "五颜六色",
    ],
)
def test_an_idiom_counts_nothing(text: str) -> None:
    assert [q for q in found(text) if not q.ordinal] == []


def test_an_ordinal_is_marked() -> None:
    assert [(q.value, q.ordinal) for q in found("第3期培训班来了40人")] == [(3, True), (40, False)]


def test_lists_without_units_are_figures() -> None:
    assert [q.value for q in found("声乐31、舞蹈22、器乐18")] == [31, 22, 18]


def test_minutes_and_seconds_are_one_time() -> None:
    quantity = one("用时3分20秒")
    assert (quantity.unit, quantity.value) == ("分钟", pytest.approx(3 + 20 / 60))


def test_days_that_were_found_before_are_no_figures() -> None:
    text = "11月13日来了30人"
    assert [q.value for q in quantities(text, [(0, 6)])] == [30]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("人", "名"),
        ("块", "元"),
        ("个", "人"),
        ("", "册"),
        ("册", "本"),
        ("公里", "千米"),
        ("起", "件"),
        ("钟头", "小时"),
    ],
)
def test_units_that_may_stand_for_each_other(a: str, b: str) -> None:
    assert same_unit(a, b)
    assert same_unit(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("人", "元"), ("册", "人"), ("小时", "分钟"), ("米", "千米"), ("户", "人"), ("元", "%")]
)
def test_units_that_never_count_the_same(a: str, b: str) -> None:
    assert not same_unit(a, b)


@settings(max_examples=150, deadline=None)
@given(st.integers(2, 10**7), st.sampled_from("人 名 册 幅 户 家 份 件 棵 公里 元 场 处 台 套 平方米 人次".split()))
def test_any_count_is_read_back_with_its_unit(value: int, unit: str) -> None:
    for typed in (str(value), f"{value:,}"):
        quantity = one(f"一共{typed}{unit}。")
        assert (quantity.value, quantity.unit) == (value, unit)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="一二三十百千万0123456789多来约第个人元册%．.,， 分秒起把", max_size=30))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for quantity in found(text):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("上座率不到9成", "90%"),
        ("六成二的读者", "62%"),
        ("十分钟找到", "10分钟"),
        ("讲了十一节课", "11节"),
        ("等了十分钟", "10分钟"),
        ("用了十一个小时", "11个小时"),
        ("清点老版子134块", "134块"),
        ("老板子能用的有五十多块", "50块"),
        ("退款2万3千6百80元", "23680元"),
        ("营收1点77亿元", "177000000元"),
        ("批了一点二五亿的项目", "125000000"),
        ("摆展板12块", "12块"),
        ("换了3块石板", "3块"),
        ("其中清末的27块", "27块"),
        ("修复瓷片残片36块", "36块"),
        ("奖品花了300块", "300元"),
        ("换电池一共花了1935块", "1935元"),
        ("每户慰问金2000块", "2000元"),
        ("发票我这儿是4120块", "4120元"),
        ("点赞二十来万", "200000"),
        ("均价三百二十八一晚", "328"),
        ("好评率九十六点二", "96.2"),
        ("坐了五百七八十人", "570人"),
        ("灭火器压力不足的九具", "9具"),
    ],
)
def test_tenths_and_tens_are_figures(text: str, written: str) -> None:
    assert one(text).written() == written


@pytest.mark.parametrize("text", ["大家十分高兴", "少写了个零头", "十一黄金周", "零星小雨", "零散的摊位"])
def test_words_that_only_look_like_figures_count_nothing(text: str) -> None:
    assert found(text) == []
