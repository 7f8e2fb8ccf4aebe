"""The Word file against GB/T 9704-2012, read as an outsider reads it: from the XML, without styles."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.submissions.enclosures import Article, Imprint
from bot.export import docx
from bot.export.typeset import half_widths
from tests.export.conftest import ARTICLE, IMPRINT, attribute, fonts, opened, paragraph

MM = 36_000


@pytest.fixture(scope="module")
def document():
    return opened(docx.write([ARTICLE], IMPRINT))


def test_the_page_is_a4_with_the_margins_of_the_standard(document):
    section = document.sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round(side / MM) for side in sides] == [210, 297, 37, 35]
    assert [round(side / MM) for side in (section.left_margin, section.right_margin)] == [28, 26]


def test_the_grid_holds_22_lines_of_28_characters(document):
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    line = int(grid.get(qn("w:linePitch")))
    character = 16 * 20 + int(grid.get(qn("w:charSpace"))) * 20 / 4096
    assert 225 / 25.4 * 1440 // line == 22
    assert 156 / 25.4 * 1440 / character == pytest.approx(28, abs=0.01)


def test_the_title_is_set_in_the_second_size_in_the_middle(document):
    title = document.paragraphs[0]
    assert title.text == ARTICLE.title
    assert fonts(title.runs[0]) == {"方正小标宋简体"}
    assert (attribute(title.runs[0]._r, "rPr/sz", "val"), attribute(title._p, "pPr/jc", "val")) == ("44", "center")


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("一、", "黑体"),
        ("（一）", "楷体_GB2312"),
        ("10月31日", "仿宋_GB2312"),
        ("1.", "仿宋_GB2312"),
        ("（1）", "仿宋_GB2312"),
        ("二、", "黑体"),
    ],
)
def test_the_ordinal_decides_the_font_and_all_else_is_alike(document, text, font):
    found = paragraph(document, text)
    assert fonts(found.runs[0]) == {font}
    assert attribute(found.runs[0]._r, "rPr/sz", "val") == "32"
    assert attribute(found.runs[0]._r, "rPr/b", "val") == "0"
    assert [attribute(found._p, "pPr/spacing", name) for name in ("line", "lineRule")] == ["579", "exact"]
    assert attribute(found._p, "pPr/ind", "firstLineChars") == "200"
    assert attribute(found._p, "pPr/jc", "val") == "both"


def test_a_heading_that_runs_on_keeps_its_font_to_its_first_full_stop():
    text = "（一）布展。志愿者18人用2天布好展板36块。"
    found = paragraph(opened(docx.write([Article("布展", text)], Imprint())), "（一）")
    assert [(run.text, fonts(run)) for run in found.runs] == [
        ("（一）布展。", {"楷体_GB2312"}),
        ("志愿者18人用2天布好展板36块。", {"仿宋_GB2312"}),
    ]


def test_page_numbers_stand_outside_between_dashes_and_are_counted_by_the_program(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side, align in ((section.footer, "right", "right"), (section.even_page_footer, "left", "left")):
        line = footer.paragraphs[0]
        assert re.fullmatch(r"— \d+ —", line.text)
        assert [code.text.strip() for code in line._p.iter(qn("w:instrText"))] == ["PAGE"]
        assert {name for run in line.runs for name in fonts(run)} == {"宋体"}
        assert {attribute(run._r, "rPr/sz", "val") for run in line.runs} == {"28"}
        assert attribute(line._p, "pPr/jc", "val") == align
        assert attribute(line._p, "pPr/ind", side) == "280"


def test_unit_and_date_stand_as_without_a_seal(document):
    unit, day = paragraph(document, "云溪县"), paragraph(document, "2026年")
    assert re.fullmatch(r"\d{4}年[1-9]\d?月[1-9]\d?日", day.text)
    assert {attribute(each._p, "pPr/jc", "val") for each in (unit, day)} == {"right"}
    half = 156 / 25.4 * 1440 / 56
    unit_right, day_right = (int(attribute(each._p, "pPr/ind", "right")) / half for each in (unit, day))
    assert unit_right == pytest.approx(4, abs=0.1)
    begins = [56 - right - half_widths(each.text) for right, each in ((unit_right, unit), (day_right, day))]
    assert begins[1] - begins[0] == pytest.approx(4, abs=0.2)
    texts = [each.text for each in document.paragraphs]
    at = texts.index(unit.text)
    assert (texts[at - 1], texts[at + 1]) == ("", day.text)


@given(unit=st.text("云溪县文化和旅游局", min_size=1, max_size=22), day=st.dates())
@settings(max_examples=100, deadline=None)
def test_the_date_begins_two_characters_after_the_unit_and_neither_leaves_the_page(unit, day):
    words = Imprint(dated=day).day()
    unit_right, day_right = docx.indents(unit, words)
    begins = [56 - right - half_widths(text) for right, text in ((unit_right, unit), (day_right, words))]
    assert begins[1] - begins[0] == 4
    assert min(unit_right, day_right) >= 0
    assert unit_right >= 4 or day_right >= 4


def test_a_date_longer_than_the_unit_stands_two_characters_in():
    assert docx.indents("文化馆", "2026年11月15日")[1] == 4


def test_who_wrote_and_who_read_stand_in_brackets_under_the_date(document):
    assert document.paragraphs[-1].text == "（拟稿：陈建　审核：李萍）"


def test_nothing_is_signed_where_nobody_signs():
    texts = [each.text for each in opened(docx.write([Article("办展", "展出124幅。")], Imprint())).paragraphs]
    assert texts == ["办展", "", "展出124幅。"]


def test_the_font_table_names_a_stand_in_for_fonts_that_few_machines_have():
    with zipfile.ZipFile(BytesIO(docx.write([ARTICLE], IMPRINT))) as parts:
        table = parts.read("word/fontTable.xml").decode()
    for font, other in (("方正小标宋简体", "宋体"), ("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体")):
        assert re.search(rf'w:name="{font}"[^>]*>\s*<w:altName w:val="{other}"', table)


def test_each_report_begins_a_page_and_is_signed_by_its_own_unit():
    articles = [ARTICLE, replace(ARTICLE, title="图书馆送书320册", unit="县图书馆")]
    document = opened(docx.write(articles, IMPRINT))
    first, second = (paragraph(document, each.title) for each in articles)
    assert attribute(first._p, "pPr/pageBreakBefore", "val") == "0"
    assert attribute(second._p, "pPr/pageBreakBefore", "val") is None
    assert second._p.pPr.find(qn("w:pageBreakBefore")) is not None
    signed = [each.text for each in document.paragraphs]
    assert signed.index("云溪县文化和旅游局") < signed.index("图书馆送书320册") < signed.index("县图书馆")


@pytest.mark.parametrize("text", ["\x00\x01\ufffe", "\ud800", "a" * 5000, "\u2028", "《" * 60])
def test_text_that_xml_or_the_line_cannot_hold_still_makes_a_file(text):
    assert opened(docx.write([Article(text, text)], Imprint(text, date(2026, 1, 1)))).paragraphs
