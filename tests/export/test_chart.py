"""The pictures: sizes follow the figures, Chinese is drawn, units are in order and carry no bars."""

from io import BytesIO

import pytest
from PIL import Image

from bot.export import chart

MONTHS = ["9月", "10月", "11月"]


def colours(data: bytes) -> dict[str, int]:
    """How many pixels a colour covers."""
    picture = Image.open(BytesIO(data))
    assert picture.format == "PNG"
    return {"#{:02x}{:02x}{:02x}".format(*seen): count for count, seen in picture.getcolors(1 << 20)}


def test_a_category_covers_an_area_in_proportion_to_its_count():
    data = chart.by_month("采用情况", MONTHS, {"文化惠民": [2, 4, 0], "教育培训": [3, 0, 0]})
    seen = colours(data)
    assert seen[chart.COLOURS[0]] / seen[chart.COLOURS[1]] == pytest.approx(2, abs=0.25)


def test_a_category_without_reports_is_left_out_and_nothing_at_all_is_said():
    data = chart.by_month("采用情况", MONTHS, {"技能比武": [0, 0, 0]})
    seen = colours(data)
    assert not seen.keys() & set(chart.COLOURS[:5])
    assert seen[chart.INK] > 100


def test_every_chinese_character_has_its_own_shape():
    shapes = {bytes(chart._font(40).getmask(char)) for char in "云溪县文化旅游局办展廉洁镇馆龘"}
    assert len(shapes) == 15


def test_units_stand_in_alphabetical_order_whatever_they_sent():
    many = chart.by_unit("各单位", {"文化馆": (1, 0), "博物馆": (0, 9), "图书馆": (99, 0)})
    same = chart.by_unit("各单位", {"博物馆": (0, 9), "图书馆": (99, 0), "文化馆": (1, 0)})
    assert many == same
    assert not colours(many).keys() & set(chart.COLOURS[:5])


def test_no_units_and_long_names_make_a_picture_too():
    assert Image.open(BytesIO(chart.by_unit("空", {}))).width == chart.WIDTH
    assert Image.open(BytesIO(chart.by_unit("长" * 90, {"名" * 80: (1, 1)}))).width == chart.WIDTH
