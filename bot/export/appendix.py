"""The table behind a summary: sentence by sentence, how it was counted and where it stands. Small type, ruled."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docx.oxml import OxmlElement
from docx.shared import Mm

from bot.export import page
from bot.export.typeset import tidy

TITLE = "附：出处表"
SMALL = page.Face(size=10.5)
CELL = replace(page.LEFT, line=16)
WIDTHS_MM = {4: (12, 70, 46, 28), 3: (12, 56, 88)}


def add(document: Any, tables: Sequence[Sequence[Sequence[str]]]) -> None:
    """On a page of their own; the first row of each is its headings and comes again on every page."""
    page.add(document, TITLE, replace(page.CENTRED, keep=True, new_page=True), page.Face(page.HEAD_FONT))
    for rows in tables:
        _add_table(document, rows)
        page.add(document, "", page.LEFT, SMALL)


def _add_table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS_MM[len(rows[0])], strict=True):
        column.width = Mm(width)
    for number, row in enumerate(rows):
        cells = table.add_row().cells
        for cell, text, width in zip(cells, row, WIDTHS_MM[len(row)], strict=True):
            cell.width = Mm(width)
            paragraph = cell.paragraphs[0]
            page.stand(paragraph, CELL)
            page.write(paragraph, tidy(text), replace(SMALL, font=page.HEAD_FONT) if number == 0 else SMALL)
    _repeat(table.rows[0])


def _repeat(row: Any) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
