"""The page of GB/T 9704-2012 in Word's terms: measures, fonts, grid, paragraphs, page numbers. No report here.

Everything is set on the paragraph and the run themselves: what a style passes down, other programs and
templates change, and checkers do not read.
"""

from dataclasses import dataclass, replace
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor, Twips

from bot.export.typeset import tidy

TITLE_FONT, BODY_FONT = "方正小标宋简体", "仿宋_GB2312"
HEAD_FONT, SUBHEAD_FONT, NUMBER_FONT = "黑体", "楷体_GB2312", "宋体"
# Named in the file's font table, for machines that lack the first.
STAND_INS = {TITLE_FONT: "宋体", BODY_FONT: "仿宋", SUBHEAD_FONT: "楷体"}
BODY_PT, TITLE_PT, SMALL_PT = 16, 22, 14
CHARS, LINE_TWIPS = 28, 579
CHAR_TWIPS = (210 - 28 - 26) * 1440 / 25.4 / CHARS
# Twentieths of a point less after each character of the body: 15.7 pt, 28 of which take 439.6 of 442.2 pt.
# LibreOffice rounds -5 up, and a line then holds 27.
TIGHTER_TWIPS = -6
# Word adds this, in 1/4096 pt, to every character of the body size so that 28 fill the line.
CHAR_SPACE = round((CHAR_TWIPS / 20 - BODY_PT) * 4096)
LONGEST_PROPERTY = 255
RED = RGBColor(0xFF, 0, 0)
# The dash's middle stands 7 mm under the text area, in a line of 7 mm: 35 - 7 - 7 / 2.
FOOTER_MM, FOOTER_LINE_PT = 24.5, 20


@dataclass(frozen=True, slots=True)
class Face:
    """How a run looks."""

    font: str = BODY_FONT
    size: float = BODY_PT
    red: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands: indents in twips, `first` in characters, line pitch in points, `keep` with the next."""

    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    first: int = 0
    left: float = 0
    right: float = 0
    line: float = LINE_TWIPS / 20
    keep: bool = False
    new_page: bool = False


BODY, TITLE = Face(), Face(TITLE_FONT, TITLE_PT)
CENTRED = Shape(WD_ALIGN_PARAGRAPH.CENTER)
PARAGRAPH = Shape(first=2)
LEFT, RIGHT = Shape(WD_ALIGN_PARAGRAPH.LEFT), Shape(WD_ALIGN_PARAGRAPH.RIGHT)


def new_document(*, title: str, author: str) -> Any:
    """An empty document with the standard's page, grid, fonts and page numbers."""
    document = Document()
    document.core_properties.title = tidy(title)[:LONGEST_PROPERTY]
    document.core_properties.author = tidy(author)[:LONGEST_PROPERTY]
    document.core_properties.comments = ""
    document.settings.odd_and_even_pages_header_footer = True
    _base(document.styles["Normal"])
    _name_stand_ins(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(FOOTER_MM)
    _grid(section)
    small = SMALL_PT * 20
    _page_number(section.footer, replace(RIGHT, right=small, line=FOOTER_LINE_PT))
    _page_number(section.even_page_footer, replace(LEFT, left=small, line=FOOTER_LINE_PT))
    return document


def add(document: Any, text: str, shape: Shape = PARAGRAPH, face: Face = BODY) -> Any:
    """Add a paragraph; an empty text makes a blank line of the same height."""
    paragraph = document.add_paragraph()
    stand(paragraph, shape)
    write(paragraph, text, face)
    return paragraph


def stand(paragraph: Any, shape: Shape) -> None:
    """Give a paragraph its shape, directly."""
    form = paragraph.paragraph_format
    form.alignment = shape.align
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Twips(round(shape.line * 20))
    form.left_indent, form.right_indent = Twips(round(shape.left)), Twips(round(shape.right))
    form.first_line_indent = Twips(round(shape.first * CHAR_TWIPS))
    if shape.first:
        paragraph._p.pPr.ind.set(qn("w:firstLineChars"), str(shape.first * 100))
    form.keep_with_next = shape.keep
    form.page_break_before = shape.new_page
    # A page holds 22 lines even where a paragraph's last line stands alone.
    form.widow_control = False
    for name in ("w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid"):
        _off(paragraph._p.pPr, name)


def write(paragraph: Any, text: str, face: Face = BODY) -> Any:
    """Add a run; line feeds in it break the line."""
    run = paragraph.add_run(text)
    run.bold = False
    run.font.size = Pt(face.size)
    run.font.color.rgb = RED if face.red else RGBColor(0, 0, 0)
    properties = run._r.get_or_add_rPr()
    _font(properties, face.font)
    if face.size == BODY_PT:
        _tighten(properties)
    return run


def _tighten(properties: Any) -> None:
    """28 characters of 16 pt are 6 pt wider than the text area.

    Word's grid would take that up (docGrid, charSpace), but LibreOffice gives a character that is wider than its
    cell two cells: 14 a line. So the paragraphs leave the grid and every program reads the spacing of the run.
    """
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(TIGHTER_TWIPS))
    properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u")


def _font(properties: Any, name: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for attribute in [key for key in fonts.attrib if "Theme" in key]:
        del fonts.attrib[attribute]
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), name)
    # Quotation marks and dashes belong to both scripts: here they are Chinese.
    fonts.set(qn("w:hint"), "eastAsia")


def _off(properties: Any, name: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), "0")
    properties.insert_element_before(
        element, *("w:bidi", "w:adjustRightInd", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
    )


def _base(style: Any) -> None:
    """The grid counts in characters of the base style, so it has the body's size."""
    style.font.size = Pt(BODY_PT)
    properties = style.element.get_or_add_rPr()
    _font(properties, BODY_FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties.append(language)


def _grid(section: Any) -> None:
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(LINE_TWIPS))
    grid.set(qn("w:charSpace"), str(CHAR_SPACE))
    section._sectPr.append(grid)


def _name_stand_ins(document: Any) -> None:
    table = next(part for part in document.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    root = parse_xml(table.blob)
    for name, other in STAND_INS.items():
        font = f'<w:font {nsdecls("w")} w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        root.append(parse_xml(font))
    table._blob = serialize_part_xml(root)


def _page_number(footer: Any, shape: Shape) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    stand(paragraph, shape)
    face = Face(NUMBER_FONT, SMALL_PT)
    write(paragraph, "— ", face)
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("shown", "1"), ("end", "")):
        run = write(paragraph, text if kind == "shown" else "", face)._r
        if kind == "":
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {text} "
            run.append(instruction)
        elif kind != "shown":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
    write(paragraph, " —", face)
