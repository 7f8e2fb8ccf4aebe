"""A time expression names the day that the speaker meant, seen from when it was said."""

import calendar
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language.dates import Moment, moments

SAID = datetime(2026, 11, 18, 17, 30)  # a Wednesday
quick = settings(max_examples=80, deadline=None)
spoken_at = st.datetimes(datetime(2020, 1, 1), datetime(2032, 12, 31))
HAN = [
    "",
    *"一二三四五六七八九十",
    *(f"十{c}" for c in "一二三四五六七八九"),
    "二十",
    *(f"二十{c}" for c in "一二三四五六七八九"),
]
HAN += ["三十", "三十一"]


def days(text: str, said: datetime = SAID, *, past: bool = False, plan: bool = False) -> list[Moment]:
    return [m for m in moments(text, said, past=past, plan=plan) if m.kind == "day"]


def day(text: str, said: datetime = SAID, *, past: bool = False, plan: bool = False) -> date | None:
    found = days(text, said, past=past, plan=plan)
    assert len(found) == 1, found
    return found[0].day


def written(text: str, said: datetime = SAID, *, past: bool = False, plan: bool = False) -> list[str]:
    return [m.written for m in moments(text, said, past=past, plan=plan)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今天办的", (2026, 11, 18)),
        ("昨天办的", (2026, 11, 17)),
        ("昨日", (2026, 11, 17)),
        ("前天下午", (2026, 11, 16)),
        ("大前天", (2026, 11, 15)),
        ("明天开会", (2026, 11, 19)),
        ("后天开会", (2026, 11, 20)),
        ("大后天", (2026, 11, 21)),
        ("上周五", (2026, 11, 13)),
        ("上星期五", (2026, 11, 13)),
        ("上个礼拜五", (2026, 11, 13)),
        ("上周日", (2026, 11, 15)),
        ("上上周二", (2026, 11, 3)),
        ("这周一", (2026, 11, 16)),
        ("本周一", (2026, 11, 16)),
        ("下周三", (2026, 11, 25)),
        ("下下周一", (2026, 11, 30)),
        ("11月13日", (2026, 11, 13)),
        ("１１月１３日", (2026, 11, 13)),
        ("十一月十三号", (2026, 11, 13)),
        ("2025年12月3日", (2025, 12, 3)),
        ("二〇二〇年十二月三日", (2020, 12, 3)),
        ("上个月28号", (2026, 10, 28)),
        ("上月28日", (2026, 10, 28)),
        ("本月3日", (2026, 11, 3)),
        ("下个月5号", (2026, 12, 5)),
        ("15号", (2026, 11, 15)),
        ("十五号", (2026, 11, 15)),
    ],
)
def test_a_day_is_found(text: str, expected: tuple[int, int, int]) -> None:
    assert day(text) == date(*expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月1日至5日", "3月1日至5日"),
        ("3月28日到4月2日", "3月28日至4月2日"),
        ("12号到14号", "11月12日至14日"),
        ("11月20日前", "11月20日前"),
        ("25号之前", "11月25日前"),
        ("月底前", "11月底前"),
        ("下个月底", "12月底"),
        ("10月中旬", "10月中旬"),
        ("昨晚", "11月17日晚"),
        ("2025年3月", "2025年3月"),
        ("年底前", "年底前"),
        ("上半年", "上半年"),
        ("三季度", "三季度"),
    ],
)
def test_spans_limits_and_months_are_written_as_reports_do(text: str, expected: str) -> None:
    assert written(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上午九点", "上午9时"),
        ("上午九点半", "上午9时30分"),
        ("上午9点到11点半", "上午9时至11时30分"),
        ("9:00到11:30", "9时至11时30分"),
        ("9：00-11：30", "9时至11时30分"),
        ("下午两点一刻", "下午2时15分"),
        ("下午三点在文化馆", "下午3时"),
        ("晚上七点半", "晚7时30分"),
        ("下午3点左右", "下午3时左右"),
        ("上午8点20分", "上午8时20分"),
    ],
)
def test_clock_times_are_written_as_reports_do(text: str, expected: str) -> None:
    found = [m for m in moments(text, SAID) if m.kind == "clock"]
    assert [m.written for m in found] == [expected]


@pytest.mark.parametrize("text", ["月底前整改完", "25号之前报上来", "11月30日前", "年底前建好", "下周五前交"])
def test_a_limit_is_known_as_one(text: str) -> None:
    assert [m.due for m in moments(text, SAID, plan=True)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "县医院队以24:19获胜",
        "决赛21:19拿下",
        "打成23:23",
        "3号楼",
        "5号线",
        "1号展厅",
        "每周三闭馆",
        "提了三点建议",
        "三点体会",
        "第2期",
        "2个月",
        "15日游客服务中心"[2:],
        "增长3.5%",
        "百分之三点五",
        "9点建议",
        "周末都开放",
        "五一路",
        "3.15元",
        "去年7月25",
        "7月22微克每立方米",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert [m for m in moments(text, SAID) if m.kind in ("day", "clock")] == []


@pytest.mark.parametrize("text", ["上周30人参加", "上周12家网吧", "下周3.5万元到账", "周5场次的演出"])
def test_a_figure_behind_a_week_is_no_weekday(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("text", ["2月30日", "13月5日", "31月1日", "2026年2月29日", "5月万千亿", "九千亿号"])
def test_a_day_that_never_was_is_none(text: str) -> None:
    assert [m for m in days(text) if "月" in text[m.start : m.end]] == []


def test_the_same_number_looks_back_when_done_and_ahead_when_planned() -> None:
    assert day("25号", past=True) == date(2026, 10, 25)
    assert day("25号", plan=True) == date(2026, 11, 25)
    assert day("5号", plan=True) == date(2026, 12, 5)
    assert day("5号", past=True) == date(2026, 11, 5)


def test_a_weekday_alone_looks_back_when_done() -> None:
    assert day("周五", past=True) == date(2026, 11, 13)
    assert day("周五", plan=True) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        (datetime(2027, 1, 1, 9), "昨天", "12月31日"),
        (datetime(2027, 1, 3, 9), "12月28日", "12月28日"),
        (datetime(2026, 12, 30, 9), "1月5日", "1月5日"),
        (datetime(2028, 3, 1, 9), "昨天", "2月29日"),
        (datetime(2027, 3, 1, 9), "昨天", "2月28日"),
        (datetime(2027, 1, 2, 9), "上周五", "12月25日"),
        (datetime(2026, 2, 12, 9), "初八在馆里发", "1月26日"),
    ],
)
def test_borders_of_months_and_years_are_crossed(said: datetime, text: str, expected: str) -> None:
    assert written(text, said, past=True) == [expected]


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        (datetime(2026, 2, 12, 9), "初八在馆里开班", "2月24日"),
        (datetime(2026, 5, 31, 9), "1号放暑假班", "6月1日"),
        (datetime(2026, 5, 31, 9), "1号发的单子", "5月1日"),
    ],
)
def test_what_is_near_ahead_is_meant(said: datetime, text: str, expected: str) -> None:
    assert written(text, said) == [expected]


def test_a_month_day_means_the_nearest_past_one_or_one_that_is_near_ahead() -> None:
    assert day("12月28日", datetime(2027, 1, 3)) == date(2026, 12, 28)
    assert day("1月5日", datetime(2026, 12, 30)) == date(2027, 1, 5)
    assert day("6月1日", datetime(2026, 11, 18)) == date(2026, 6, 1)


@quick
@given(spoken_at)
def test_relative_days_are_counted_from_the_message(said: datetime) -> None:
    base = said.date()
    for word, step in (
        ("大前天", -3),
        ("前天", -2),
        ("昨天", -1),
        ("今天", 0),
        ("明天", 1),
        ("后天", 2),
        ("大后天", 3),
    ):
        assert day(word, said) == base + timedelta(days=step)


@quick
@given(
    spoken_at,
    st.integers(1, 7),
    st.sampled_from([("上上", -2), ("上", -1), ("这", 0), ("本", 0), ("下", 1), ("下下", 2)]),
)
def test_weekdays_are_counted_in_weeks_from_monday(said: datetime, number: int, word: tuple[str, int]) -> None:
    name, weeks = word
    start = date.fromisocalendar(*said.isocalendar()[:2], 1)
    for week in ("周", "星期", "礼拜"):
        assert day(f"{name}{week}{'一二三四五六日'[number - 1]}", said) == start + timedelta(
            days=7 * weeks + number - 1
        )


@quick
@given(spoken_at, st.dates(date(2020, 1, 1), date(2033, 12, 31)))
def test_a_full_date_is_itself_in_any_digits(said: datetime, when: date) -> None:
    wide = f"{when.year}年{when.month}月{when.day}日".translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for text in (
        f"{when.year}年{when.month}月{when.day}日",
        wide,
        f"{when.year}年{HAN[when.month]}月{HAN[when.day]}日",
    ):
        assert day(text, said) == when


@quick
@given(spoken_at, st.dates(date(2020, 1, 1), date(2033, 12, 31)))
def test_a_year_may_be_spelled(said: datetime, when: date) -> None:
    year = "".join("〇一二三四五六七八九"[int(c)] for c in str(when.year))
    assert day(f"{year}年{HAN[when.month]}月{HAN[when.day]}日", said) == when


@quick
@given(spoken_at, st.integers(-270, 85))
def test_a_day_without_its_year_is_the_one_that_lies_near(said: datetime, away: int) -> None:
    when = said.date() + timedelta(days=away)
    for mark in ("日", "号"):
        assert day(f"{when.month}月{when.day}{mark}", said) == when
        assert day(f"{HAN[when.month]}月{HAN[when.day]}{mark}", said) == when


@quick
@given(spoken_at, st.integers(1, 31))
def test_a_day_number_that_is_done_never_lies_ahead(said: datetime, number: int) -> None:
    found = days(f"{number}号", said, past=True)
    base = said.date()
    first = base.replace(day=1)
    month = first if number <= base.day else (first - timedelta(days=1)).replace(day=1)
    if number > calendar.monthrange(month.year, month.month)[1]:
        assert found == []
    else:
        assert [m.day for m in found] == [month.replace(day=number)]


@quick
@given(spoken_at, st.integers(1, 31))
def test_a_day_number_that_is_planned_never_lies_behind(said: datetime, number: int) -> None:
    for found in days(f"{number}号", said, plan=True):
        assert found.day
        assert found.day >= said.date()
        assert found.day.day == number


@quick
@given(spoken_at, st.integers(1, 28), st.sampled_from([("上个月", -1), ("这个月", 0), ("下个月", 1), ("上上个月", -2)]))
def test_months_are_counted_across_the_year(said: datetime, number: int, word: tuple[str, int]) -> None:
    name, step = word
    index = said.year * 12 + said.month - 1 + step
    assert day(f"{name}{number}号", said) == date(index // 12, index % 12 + 1, number)


@quick
@given(spoken_at, st.integers(0, 23), st.integers(0, 59))
def test_the_hour_of_the_message_changes_no_day(said: datetime, hour: int, minute: int) -> None:
    text = "昨天上午9点在馆里，15号去了柳河，上周五补了一场，12月3日前交"
    moved = said.replace(hour=hour, minute=minute, second=0, microsecond=0)
    assert moments(text, said) == moments(text, moved)


@quick
@given(
    st.text(alphabet="年月日号时点半上下周前后今昨明去个底初中旬至到-:：0123456789一二三十零〇 ，。", max_size=40),
    spoken_at,
)
def test_any_text_can_be_searched(text: str, said: datetime) -> None:
    for m in moments(text, said):
        assert 0 <= m.start < m.end <= len(text)
        assert m.last is None or m.day is not None


def test_offsets_point_into_the_text_as_typed() -> None:
    text = "咱们　上周五（１３号）下午三点在馆里"
    assert [text[m.start : m.end] for m in moments(text, SAID, past=True)] == ["上周五", "１３号", "下午三点"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今儿个一早组织抗旱", ["11月18日", "早上"]),
        ("夜儿个晚上放电影", ["11月17日", "晚"]),
        ("昨夜零下9度", ["11月17日夜间"]),
        ("今早六点四十恢复供水", ["11月18日早上", "6时40分"]),
        ("后半晌又修了八十米", ["下午"]),
        ("晌午头儿修了一段", ["中午"]),
        ("忙到天擦黑", ["傍晚"]),
        ("昨天夜里十一点到今早六点下雨", ["11月17日", "夜间11时至次日早上6时"]),
        ("昨晚十一点多建设路的主管爆了", ["11月17日晚", "11时许"]),
        ("早起床铺被褥发了30套", []),
    ],
)
def test_days_and_hours_as_villages_call_them(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "二号栈道台阶松了",
        "3号杆钢丝绳断股",
        "5号柜的镇流器坏了",
        "3号场的网绳断了",
        "5号变压器烧了",
        "4号检票口排队",
        "6号选手得98分",
        "2号电梯停运",
        "10号墓出土陶罐",
    ],
)
def test_the_number_of_a_thing_is_no_day(text: str) -> None:
    assert not moments(text, SAID, past=True)


@pytest.mark.parametrize(
    "text",
    ["15号县里开会", "8号老师们去了", "3号馆里来人", "10号公安局来查", "8号部门开会", "6号门票涨价", "8号线上开会"],
)
def test_the_number_of_a_day_stays_one_before_those_who_did_something(text: str) -> None:
    assert [m.kind for m in moments(text, SAID, past=True)] == ["day"]


@pytest.mark.parametrize("text", ["十年如一日守着文物库房", "一日三餐都在库房吃", "有朝一日建成新馆"])
def test_a_day_of_an_idiom_is_no_day_of_the_month(text: str) -> None:
    assert not moments(text, SAID, past=True)
