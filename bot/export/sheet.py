"""A list as an XLSX workbook in which no cell can become a formula. What the list holds is the caller's matter."""

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from bot.export.typeset import half_widths, printable

Cell = str | int | float | date | None

# Text that spreadsheets, or those that read their CSV, take for a formula; full-width signs count as well in some.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_LONGEST = 32_767
_WIDEST, _NARROWEST = 60, 8


def write(name: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """One sheet with a head that stays in view and a filter."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = re.sub(r"[\[\]:*?/\\']", "", name)[:31] or "清单"
    for at, row in enumerate((tuple(columns), *rows), start=1):
        for column, value in enumerate(row, start=1):
            _fill(sheet.cell(at, column), value, bold=at == 1)
    for column in range(1, len(columns) + 1):
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = _width([row[column - 1] for row in (columns, *rows)])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def inert(text: str) -> str:
    """The text with an apostrophe before it where it would begin a formula, without what a cell cannot hold."""
    text = printable(text)
    text = "'" + text if _FORMULA.match(text) else text
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _fill(cell: Any, value: Cell, *, bold: bool) -> None:
    cell.font = Font(name="宋体", size=11, bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.value = inert(value) or None if isinstance(value, str) else value
    if isinstance(cell.value, str):
        cell.data_type = "s"


def _width(values: Sequence[Cell]) -> int:
    longest = max(half_widths(line) for value in values for line in str("" if value is None else value).split("\n"))
    return min(max(longest + 2, _NARROWEST), _WIDEST)
