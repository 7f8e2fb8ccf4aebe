"""An issue of a bulletin: head, contents, reports, imprint."""

from dataclasses import replace

from docx.oxml.ns import qn

from bot.domain.submissions.enclosures import Article
from bot.export import bulletin
from tests.export.conftest import ARTICLE, IMPRINT, attribute, fonts, opened, paragraph

ISSUE = replace(IMPRINT, number=3)
SECOND = Article("县图书馆送书进校园", "10月30日，县图书馆给第二小学送书320册。", "县图书馆")


def test_the_head_is_red_with_number_unit_and_date_over_a_red_line():
    document = opened(bulletin.write([ARTICLE], ISSUE, name="文旅简报"))
    name = document.paragraphs[0]
    assert (name.text, fonts(name.runs[0])) == ("文旅简报", {"方正小标宋简体"})
    assert attribute(name.runs[0]._r, "rPr/color", "val") == "FF0000"
    assert paragraph(document, "第3期")
    line = paragraph(document, "云溪县文化和旅游局")
    assert line.text == "云溪县文化和旅游局\t2026年11月5日"
    assert attribute(line._p, "pPr/pBdr/bottom", "color") == "FF0000"


def test_several_reports_are_listed_and_each_names_its_unit():
    texts = [each.text for each in opened(bulletin.write([ARTICLE, SECOND], ISSUE)).paragraphs]
    listed = texts.index("本期要目")
    assert texts[listed + 1 : listed + 3] == [ARTICLE.title, SECOND.title]
    assert texts.count(SECOND.title) == 2
    assert "10月30日，县图书馆给第二小学送书320册。（县图书馆）" in texts


def test_one_report_needs_no_contents():
    assert "本期要目" not in [each.text for each in opened(bulletin.write([SECOND], ISSUE)).paragraphs]


def test_the_imprint_is_at_the_foot_between_thick_lines_with_a_thin_one_inside():
    table = opened(bulletin.write([SECOND], ISSUE)).tables[0]
    assert [row.cells[0].text for row in table.rows] == [
        "编发：云溪县文化和旅游局\t2026年11月5日印发",
        "拟稿：陈建　审核：李萍",
    ]
    borders = table._tbl.tblPr.find(qn("w:tblBorders"))
    sizes = [int(borders.find(qn(f"w:{side}")).get(qn("w:sz"))) for side in ("top", "insideH", "bottom")]
    assert sizes[0] == sizes[2] > sizes[1]
    assert attribute(table._tbl, "tblPr/tblpPr", "tblpYSpec") == "bottom"
