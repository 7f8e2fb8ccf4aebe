"""A number is one value, however it was typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language.numerals import Numeral, figure, fold, han_value, numerals

DIGITS = "零一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
quick = settings(max_examples=150, deadline=None)


def one(text: str) -> Numeral:
    found = list(numerals(text))
    assert len(found) == 1, found
    return found[0]


def section(value: int) -> str:
    """0 < value < 10000 in Chinese characters, 零 where a place is empty: 3050 → 三千零五十."""
    text, gap = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + sign
            gap = False
        else:
            gap = True
    return text


def spoken(value: int) -> str:
    """Any value below 10^12 as it is read aloud."""
    text = ""
    for power, sign in ((100_000_000, "亿"), (10_000, "万"), (1, "")):
        part = value // power % 10_000
        if part:
            text += ("零" if text and part < 1000 else "") + section(part) + sign
    return text.removeprefix("一") if 10 <= value < 20 else text


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("206", 206),
        ("２０６", 206),
        ("4,860", 4860),
        ("4，860", 4860),
        ("１２,６００", 12600),
        ("12 600", 12600),
        ("3.5", 3.5),
        ("３．５", 3.5),
        ("3.5w", 35000),
        ("2W", 20000),
        ("3.5万", 35000),
        ("12.6亿", 1_260_000_000),
        ("8k", 8000),
        ("2千", 2000),
        ("2千3", 2300),
        ("1万2", 12000),
        ("3万5千", 35000),
        ("1千2百", 1200),
        ("1千零50", 1050),
        ("1万零8百", 10800),
        ("2万零3百5十", 20350),
        ("10万零8千", 108000),
        ("1百二", 120),
        ("两百零六", 206),
        ("二百零六", 206),
        ("两千三", 2300),
        ("三百五", 350),
        ("一万二", 12000),
        ("一万零二百", 10200),
        ("十五", 15),
        ("二十", 20),
        ("一百一十", 110),
        ("一百一", 110),
        ("一百零一", 101),
        ("二〇二六", 2026),
        ("三点五万", 35000),
        ("一点二亿", 120_000_000),
        ("两万三千四百五十六", 23456),
        ("三亿五千万", 350_000_000),
        ("百分之八十七", 87),
        ("百分之87.5", 87.5),
        ("百分之十二点五", 12.5),
    ],
)
def test_a_typed_number_has_its_value(typed: str, value: float) -> None:
    assert one(typed).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("八成", 80), ("七成半", 75), ("九成五", 95), ("百分之六", 6), ("87%", 87), ("８７％", 87), ("3.5‰", 3.5)],
)
def test_shares_are_marked_as_such(typed: str, value: float) -> None:
    assert (one(typed).value, one(typed).percent) == (value, True)


@pytest.mark.parametrize("word", ["成员", "成立", "成功", "成果", "成绩"])
def test_a_tenth_is_not_read_into_a_word(word: str) -> None:
    assert not any(n.percent for n in numerals(f"三{word}"))


@pytest.mark.parametrize(
    ("typed", "value", "low"),
    [
        ("370多", 370, True),
        ("三百七十多", 370, True),
        ("200余", 200, True),
        ("一百来", 100, False),
        ("近200", 200, False),
        ("将近五百", 500, False),
        ("大概300", 300, False),
        ("差不多有40", 40, False),
        ("约120", 120, False),
        ("50左右", 50, False),
        ("300出头", 300, False),
        ("三四十", 30, False),
        ("七八百", 700, False),
    ],
)
def test_words_around_a_number_make_it_rough(typed: str, value: float, low: bool) -> None:
    found = one(typed)
    assert (found.value, found.approx, found.low) == (value, True, low)


@pytest.mark.parametrize("typed", ["206", "两百零六", "3.5万", "百分之八十七", "2千3"])
def test_a_plain_number_is_exact(typed: str) -> None:
    assert not one(typed).approx


@pytest.mark.parametrize("typed", ["三分之二", "5分之3", "十分之一"])
def test_a_fraction_is_no_share_of_a_hundred(typed: str) -> None:
    assert (one(typed).fraction, one(typed).percent) == (True, False)


@pytest.mark.parametrize(("run", "value"), [("一一二", 112), ("十十", 20), ("五六", 56), ("〇", 0), ("零点五", 0.5)])
def test_chinese_runs_are_read_digit_by_digit_where_no_place_is_said(run: str, value: float) -> None:
    assert han_value(run) == value


@pytest.mark.parametrize("run", ["", "一二十三", "点五", "三点", "三点十"])
def test_what_is_no_number_has_no_value(run: str) -> None:
    assert han_value(run) is None


@pytest.mark.parametrize(
    ("value", "written"), [(206.0, "206"), (3.5, "3.5"), (35000.0, "35000"), (0.5, "0.5"), (1e9, "1000000000")]
)
def test_a_value_is_written_without_needless_signs(value: float, written: str) -> None:
    assert figure(value) == written


def test_several_numbers_come_from_left_to_right() -> None:
    assert [n.value for n in numerals("声乐31、舞蹈22，器乐十八，共71人")] == [31, 22, 18, 71]


@pytest.mark.parametrize("typed", ["一亿三千九百一十万九千一百一十一", "1,000,000,000,000"])
def test_a_long_number_is_still_one(typed: str) -> None:
    assert one(typed).value > 0


@quick
@given(st.integers(1, 99_999_999))
def test_a_number_read_aloud_has_the_value_of_its_figures(value: int) -> None:
    assert han_value(spoken(value)) == value
    assert one(spoken(value)).value == value


@quick
@given(st.integers(0, 10**9), st.sampled_from(["{}", "{:,}", "wide"]))
def test_a_number_in_any_digits_has_one_value(value: int, form: str) -> None:
    typed = str(value).translate(FULL_WIDTH) if form == "wide" else form.format(value)
    assert one(typed).value == value


@quick
@given(st.integers(11, 99_999).filter(lambda n: n % 10))
def test_tens_of_thousands_may_be_typed_with_a_sign(tenths: int) -> None:
    assert one(f"{tenths / 10}万").value == pytest.approx(tenths * 1000)
    assert one(f"{tenths / 10}w").value == pytest.approx(tenths * 1000)


@quick
@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from([("万", 10_000), ("千", 1000), ("百", 100)]))
def test_a_last_digit_without_its_place_stands_one_place_below(head: int, tail: int, place: tuple[str, int]) -> None:
    sign, power = place
    value = head * power + tail * power // 10
    assert han_value(f"{DIGITS[head]}{sign}{DIGITS[tail]}") == value
    if sign != "百":
        assert one(f"{head}{sign}{tail}").value == value


@quick
@given(
    st.integers(1, 10**8), st.sampled_from(["到场", "，", "筹了", "共发"]), st.sampled_from(["元", "人", "册。", ""])
)
def test_a_number_is_found_where_it_stands(value: int, before: str, after: str) -> None:
    for typed in (str(value), spoken(value)):
        text = before + typed + after
        found = one(text)
        assert text[found.start : found.end] == typed


@quick
@given(st.text(max_size=60))
def test_any_text_can_be_searched_and_spans_do_not_overlap(text: str) -> None:
    end = 0
    for found in numerals(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(st.text(max_size=40))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_line_of_a_hundred_thousand_digits_is_read_at_once() -> None:
    assert sum(1 for _ in numerals("1，" * 10_000)) > 0
    assert sum(1 for _ in numerals("一" * 100_000)) <= 1


def test_a_share_may_be_followed_by_a_figure() -> None:
    assert [n.value for n in numerals("百分之八十七30人")][:1] == [87]


@pytest.mark.parametrize("digit", ["1", "一", "９"])
def test_a_run_of_digits_that_no_one_can_mean_is_no_number(digit: str) -> None:
    assert [figure(n.value) for n in numerals(digit * 400)] == []


@pytest.mark.parametrize(("text", "value"), [("周五三个老师来评", 3), ("星期二三百人", 300), ("每周三五次", 3)])
def test_the_day_of_the_week_begins_no_number(text, value):
    assert [n.value for n in numerals(text)] == [value]
