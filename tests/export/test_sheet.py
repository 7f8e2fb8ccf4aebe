"""The workbook, read back: figures stay figures and no text becomes a formula."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.export import sheet


def read(data: bytes):
    return load_workbook(BytesIO(data)).active


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "\t=1", "  =1", "\r\n=1", '=HYPERLINK("a.cn","x")', "=cmd|' /C calc'!A0"],
)
def test_text_that_would_run_is_text_and_begins_with_an_apostrophe(text):
    page = read(sheet.write("清单", ("标题",), [(text,)]))
    assert page["A2"].data_type == "s"
    assert page["A2"].value.startswith("'")
    assert "".join(page["A2"].value[1:].split()) == "".join(text.split())


@given(st.lists(st.text(max_size=20) | st.text("=+-@ \t\r\n甲1'", max_size=6), min_size=1, max_size=30))
@settings(max_examples=20, deadline=None)
def test_no_text_becomes_a_formula_and_every_text_can_be_written(texts):
    for row in read(sheet.write("清单", texts, [texts])).iter_rows():
        for cell in row:
            assert cell.data_type in ("s", "n")
            assert not str(cell.value or "").lstrip().startswith(("=", "+", "-", "@"))


def test_figures_and_days_keep_their_kind_and_long_digits_stay_text():
    page = read(sheet.write("清单", ("数", "日", "号", "空"), [(-3, date(2026, 11, 5), "012345678901234567", None)]))
    assert page["A2"].value == -3
    assert page["B2"].value.date() == date(2026, 11, 5)
    assert page["C2"].value == "012345678901234567"
    assert page["D2"].value is None


def test_the_head_stays_in_view_and_can_be_filtered():
    page = read(sheet.write("台账/2026:[一]", ("序号", "事项"), [(1, "加窗口")]))
    assert page.title == "台账2026一"
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:B2")


def test_a_cell_too_long_for_excel_is_cut_with_a_mark():
    value = read(sheet.write("清单", ("正文",), [("字" * 40_000,)]))["A2"].value
    assert len(value) == 32_767
    assert value.endswith("…")
