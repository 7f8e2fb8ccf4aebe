"""A small table typed into a message, row by row: 项目 检查 不合格 / 电子秤 120台 5台 reads 电子秤检查120台、不合格5台.

The heading is no clause of its own; its words are written between the cells of each row.
"""

import re
from dataclasses import dataclass

from bot.domain.language.numerals import fold

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\s|｜,，]+")
_FIGURE = re.compile(r"约?\d[\d.]*[万亿%]?(?P<unit>[一-龥]{0,3})$")
# 车数 over 42车 says the unit twice.
_COUNTS = re.compile(r"^(?P<unit>[一-龥]{1,2})数$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it stands in the message, and (start, end, words) of what is written between its cells."""

    start: int
    end: int
    between: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, where it stands, and the rows below it."""

    start: int
    end: int
    rows: tuple[Row, ...]


def table_in(message: str) -> Table | None:
    """The first table of the message: a heading without figures, then two or more rows of a name and figures."""
    lines = [(m, list(_CELL.finditer(m[0]))) for m in _LINE.finditer(message)] if "\n" in message else []
    for at, (line, cells) in enumerate(lines):
        heads = [c[0] for c in cells]
        if len(heads) < 2 or any(re.search(r"\d", fold(head)) or len(head) > 6 for head in heads):
            continue
        rows = []
        for below, others in lines[at + 1 :]:
            if len(others) != len(heads) or not _is_row([fold(c[0]) for c in others]):
                break
            rows.append(_row(below, others, heads))
        if len(rows) > 1:
            return Table(line.start(), line.end(), tuple(rows))
    return None


def _is_row(cells: list[str]) -> bool:
    return not re.match(r"\d", cells[0]) and all(_FIGURE.match(cell) for cell in cells[1:])


def _row(line: re.Match[str], cells: list[re.Match[str]], heads: list[str]) -> Row:
    between = []
    for before, cell, head in zip(cells, cells[1:], heads[1:], strict=False):
        unit = _FIGURE.match(fold(cell[0]))
        counts = _COUNTS.match(head)
        named = "" if counts and unit and unit["unit"] == counts["unit"] else head
        pause = "、" if before is not cells[0] else ""
        between.append((before.end() - cells[0].start(), cell.start() - cells[0].start(), pause + named))
    return Row(line.start() + cells[0].start(), line.start() + cells[-1].end(), tuple(between))
