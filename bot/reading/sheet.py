"""Tables to lines: each row with the names of its columns. Workbooks are read in the child process."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from bot.domain.library.clauses import Line
from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits
from bot.reading.plain import decode, tidy


def read_csv(path: Path) -> ReadDocument:
    """Comma, semicolon or tab, as the first line suggests."""
    text = decode(path.read_bytes())
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    return ReadDocument(tidy(Line(row) for row in rows_of(csv.reader(io.StringIO(text), delimiter=separator))))


def read_workbook(path: Path) -> ReadDocument:
    """Values alone: formulas, links and macros are not looked at."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True, keep_links=False)
        lines: list[Line] = []
        for sheet in book.worksheets:
            # Each row as wide as its own cells: a stray cell in the last row and column would cost 17 thousand million.
            sheet.reset_dimensions()
            told = rows_of([_cell(value) for value in row] for row in sheet.iter_rows(values_only=True))
            lines += [Line(f"## {sheet.title}"), *(Line(row) for row in told if row)]
            if len(lines) > limits.LINES:
                raise UnreadableFile(f"表格超过 {limits.LINES} 行，请拆开后再发")
    except UnreadableFile:
        raise
    except Exception as error:  # openpyxl and its XML parser raise whatever the damage leads to
        raise UnreadableFile("表格已损坏，打不开") from error
    return ReadDocument(tidy(lines))


def title_of(lines: Sequence[Line]) -> str:
    """The line of one cell above the first table, which is its title; empty where there is none."""
    first = next((line.text for line in lines if not line.text.startswith("## ")), "")
    return first if len(first) > 3 and "：" not in first else ""


def rows_of(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """列名：值；… for each row below the header, the first row of two cells or more, and below the parts of columns."""
    header: Sequence[str] = ()
    begun = False
    for row in rows:
        cells = [cell.strip() for cell in row] or [""]
        if sum(bool(cell) for cell in cells) < 2 and (not header or "：" in cells[0]):
            yield "".join(cells)
        elif not header:
            header = cells
        elif not begun and cells[0] in ("", header[0]) and header[0]:
            header, begun = _joined(header, cells), True
        else:
            begun = True
            named = dict.fromkeys(pair for pair in zip_longest(header, cells, fillvalue="") if pair[1])
            yield "；".join(f"{name}：{cell}" if name and name != cell else cell for name, cell in named)
    if header and not begun:
        yield "；".join(dict.fromkeys(filter(None, header)))


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """淡季 over 县处级 and 科级 names 淡季县处级 and 淡季科级; a merged cell is empty or told again behind itself."""
    names, over = list[str](), ""
    for name, part in zip_longest(above, below, fillvalue=""):
        over = name or (over if part else "")
        names.append(over if part in ("", over) else over + part)
    return names


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\n", " ")
