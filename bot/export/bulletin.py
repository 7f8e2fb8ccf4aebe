"""An issue of a bulletin (简报 第N期): red head, contents, the reports with their units, the imprint at the foot."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips

from bot.domain.submissions.enclosures import Article, Imprint
from bot.export import page
from bot.export.docx import add_body, add_title, to_bytes
from bot.export.typeset import half_widths, tidy

NAME = "工作简报"
WIDTH = round(page.CHARS * page.CHAR_TWIPS)
LARGEST_NAME_PT = 48
# Lines of the imprint in eighths of a point: 0.35 mm outside, 0.25 mm inside; the head's red line 0.7 mm.
THICK, THIN, RED_LINE = 8, 6, 16
FOOT = {"vertAnchor": "margin", "horzAnchor": "margin", "tblpXSpec": "left", "tblpYSpec": "bottom"}
SMALL = page.Face(size=page.SMALL_PT)


def write(articles: Sequence[Article], imprint: Imprint, *, name: str = NAME) -> bytes:
    """One file with the reports in the order given."""
    document = page.new_document(title=f"{name} 第{imprint.number}期", author=imprint.unit)
    _head(document, tidy(name), imprint)
    if len(articles) > 1:
        _contents(document, articles)
    for article in articles:
        add_title(document, article.title)
        page.add(document, "", replace(page.CENTRED, keep=True))
        add_body(document, article.text + (f"（{article.unit}）" if article.unit else ""))
        page.add(document, "")
    _foot(document, imprint)
    return to_bytes(document)


def _head(document: Any, name: str, imprint: Imprint) -> None:
    size = min(LARGEST_NAME_PT, WIDTH / 20 * 2 / max(half_widths(name), 1))
    face = page.Face(page.TITLE_FONT, int(size), red=True)
    page.add(document, name, replace(page.CENTRED, line=int(size * 1.3)), face)
    page.add(document, "", page.CENTRED)
    page.add(document, f"第{imprint.number}期", page.CENTRED)
    _underline(_two_sides(document.add_paragraph(), tidy(imprint.unit), imprint.day(), page.BODY))
    page.add(document, "")


def _contents(document: Any, articles: Sequence[Article]) -> None:
    page.add(document, "本期要目", page.CENTRED, page.Face(page.HEAD_FONT))
    for article in articles:
        page.add(document, tidy(article.title), replace(page.PARAGRAPH, first=0, left=2 * page.CHAR_TWIPS))
    page.add(document, "")


def _foot(document: Any, imprint: Imprint) -> None:
    """The imprint at the foot of the last page, as a floating table; LibreOffice sets it after the text instead."""
    maker = f"编发：{tidy(imprint.unit)}" if imprint.unit else f"第{imprint.number}期"
    printed = f"{imprint.day()}印发" if imprint.dated else ""
    rows = [(maker, printed), (tidy(imprint.people()), "")]
    table = document.add_table(rows=0, cols=1)
    _float(table)
    for left, right in (row for row in rows if any(row)):
        cell = table.add_row().cells[0]
        cell.width = Twips(WIDTH)
        _two_sides(cell.paragraphs[0], left, right, SMALL)
    # Word wants a paragraph after a table; this one takes no room.
    page.add(document, "", replace(page.LEFT, line=1), page.Face(size=1))


def _two_sides(paragraph: Any, left: str, right: str, face: page.Face) -> Any:
    """A line with one text at each side, a character in from both edges; its border is as wide as the text area."""
    gap = face.size * 20
    page.stand(paragraph, replace(page.LEFT, first=1))
    page.write(paragraph, left, face)
    if right:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(round(WIDTH - gap)), WD_TAB_ALIGNMENT.RIGHT)
        page.write(paragraph, "\t" + right, face)
    return paragraph


def _line(side: str, size: int, colour: str = "000000") -> Any:
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(size)), ("space", "1"), ("color", colour)):
        line.set(qn(f"w:{name}"), value)
    return line


def _underline(paragraph: Any) -> None:
    borders = OxmlElement("w:pBdr")
    borders.append(_line("bottom", RED_LINE, "FF0000"))
    paragraph._p.pPr.insert_element_before(
        borders, "w:shd", "w:tabs", "w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid", "w:spacing", "w:ind", "w:jc"
    )


def _float(table: Any) -> None:
    properties = table._tbl.tblPr
    place = OxmlElement("w:tblpPr")
    for name, value in FOOT.items():
        place.set(qn(f"w:{name}"), value)
    properties.insert_element_before(place, "w:tblW", "w:jc", "w:tblBorders", "w:tblLook")
    borders = OxmlElement("w:tblBorders")
    for side, size in (("top", THICK), ("bottom", THICK), ("insideH", THIN)):
        borders.append(_line(side, size))
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.insert_element_before(margins, "w:tblLook")
