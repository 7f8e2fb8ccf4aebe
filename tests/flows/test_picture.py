"""Pictures asked for in chat: which words ask, who sees what, units in order of their names and never ranked."""

from datetime import date, datetime

import pytest

from bot.domain.submissions.enclosures import Chart, Roll, UnitCount
from bot.domain.submissions.pictures import read
from bot.export.paper import printed
from tests.flows.bureau import Bureau

NOW = datetime(2026, 11, 22, 9, 0)


@pytest.mark.parametrize(
    ("words", "first", "last", "units"),
    [
        ("这个月的图", date(2026, 11, 1), date(2026, 11, 30), False),
        ("上月采用情况图", date(2026, 10, 1), date(2026, 10, 31), False),
        ("全年图", date(2026, 1, 1), date(2026, 12, 31), False),
        ("去年的图发我", date(2025, 1, 1), date(2025, 12, 31), False),
        ("今年各单位采用情况图", date(2026, 1, 1), date(2026, 12, 31), True),
        ("看看上个月的统计图", date(2026, 10, 1), date(2026, 10, 31), False),
        ("三季度采用情况图", date(2026, 7, 1), date(2026, 9, 30), False),
        ("9月的图", date(2026, 9, 1), date(2026, 9, 30), False),
    ],
)
def test_words_that_ask_for_a_picture(words: str, first: date, last: date, units: bool) -> None:
    wanted = read(words, NOW)
    assert wanted is not None
    assert (wanted.first, wanted.last, wanted.units) == (first, last, units)


@pytest.mark.parametrize(
    "words",
    ["图", "今天图书馆送书320册", "这个月图书馆办了3场活动", "看照片", "宣传图贴到公告栏", "这个月我们报了几条"],
)
def test_other_words_ask_for_none(words: str) -> None:
    assert read(words, NOW) is None


@pytest.fixture
async def office(office: Bureau) -> Bureau:
    """The library's adopted report and one that was returned."""
    await office.hand_in("小李", "11月20日上午，图书馆在城东社区送书320册", "6名志愿者参加")
    await office.press("馆审核", "采用")
    await office.hand_in("小周", "11月21日上午，图书馆在实验小学开展讲座1场", "200名学生参加")
    await office.press("馆审核", "退回")
    await office.press("馆审核", "要素不全")
    await office.say("馆审核", "补上主讲人")
    return office


async def test_the_month_is_drawn_by_category_and_sent_as_a_png(office: Bureau) -> None:
    assert "2026年11月采用1篇" in await office.say("王审核", "这个月的图")
    drawn = office["王审核"].shown[0].enclosure
    assert isinstance(drawn, Chart)
    assert dict(zip(drawn.columns, drawn.series[0].figures, strict=True))["文化惠民"] == 1
    name, data = printed(drawn)
    assert name == "2026年11月采用信息.png"
    assert data.startswith(b"\x89PNG\r\n")


@pytest.mark.slow
async def test_the_year_is_drawn_by_month(office: Bureau) -> None:
    await office.say("小李", "全年图")
    drawn = office["小李"].shown[0].enclosure
    assert isinstance(drawn, Chart)
    assert drawn.columns[10] == "11月"
    assert sum(one.figures[10] for one in drawn.series) == 1


# Per unit: what each colleague's picture holds. The returned report shows to its author and its editors alone.
EXPECTED = {
    "王审核": {UnitCount("县博物馆", 0, 0), UnitCount("县图书馆", 1, 1), UnitCount("县文旅局", 0, 0)},
    "馆审核": {UnitCount("县图书馆", 1, 1)},
    "小周": {UnitCount("县图书馆", 1, 1)},
    "小李": {UnitCount("县图书馆", 1, 0)},
}


@pytest.mark.slow
async def test_units_are_listed_as_far_as_the_person_may_see_them(office: Bureau) -> None:
    for name, expected_visible in EXPECTED.items():
        await office.say(name, "这个月各单位的图")
        drawn = office[name].shown[0].enclosure
        assert isinstance(drawn, Roll)
        assert set(drawn.units) == expected_visible, name
    for name in ("小陈", "博审核"):
        assert "没有可画的" in await office.say(name, "这个月各单位的图")
        assert office[name].shown[0].enclosure is None
