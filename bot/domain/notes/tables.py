"""A small table typed into a message, row by row: 项目 检查 不合格 / 电子秤 120台 5台 reads 电子秤检查120台、不合格5台.

The heading is no clause of its own; its words are written between the cells of each row. A table whose heads are
the usual ones (点位 隐患 处理) may hold words as well; a column that only numbers the rows is left out.
"""

import re
from dataclasses import dataclass

from bot.domain.language.numerals import fold

# Stands between the cells of a row: a space would make one figure of 2 310.
GAP = "\t"
_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\s|｜,，]+")
_FIGURE = re.compile(r"约?\d[\d.]*[万亿%]?(?P<unit>[一-龥]{0,3})$")
# 车数 over 42车 says the unit twice; 场次 over 14 says it alone.
_COUNTS = re.compile(r"^(?P<unit>[一-龥]{1,2})数$|^(?P<times>[场班批])次$|^(?P<visits>[人车架册件户]次)$")
_NUMBERED = re.compile(r"(?:序|编)号|No\.?$", re.I)
_MONEY = re.compile(r"金额|款|费用?$|价格?$|奖金|经费|收入|支出")
# Heads over words that need no label: 关帝庙 电线裸露3处，当场包扎.
_TELLS_ITSELF = re.compile(r"隐患|问题|情况|处理|处置|整改|措施|结果|备注|进度|进展|状态|内容|说明|意见")
_USUAL = re.compile(
    rf"{_NUMBERED.pattern}|{_TELLS_ITSELF.pattern}|点位?$|地[点址]|位置|名称?$|单位|项目|班次?$|[一-龥]数$|数量|金额|老师|教师"
    r"|责任人|负责人|带队|主讲|日期|时间|姓名|职务|类[别型]|[镇乡村校站馆]$|学校|乡镇|社区|街道|队伍?$|场次|组别?$|书目|节目"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it stands in the message, its cells, and (start, end, words) of what is written between them."""

    start: int
    end: int
    text: str
    between: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, where it stands, and the rows below it."""

    start: int
    end: int
    rows: tuple[Row, ...]


def table_in(message: str) -> Table | None:
    """The first table of the message: a heading without figures, then two or more rows of a name and what it has."""
    lines = [(m, list(_CELL.finditer(m[0]))) for m in _LINE.finditer(message)] if "\n" in message else []
    for at, (line, cells) in enumerate(lines):
        heads = [c[0] for c in cells]
        if len(heads) < 2 or any(re.search(r"\d", fold(head)) or len(head) > 6 for head in heads):
            continue
        usual = len(heads) > 2 and sum(_USUAL.search(head) is not None for head in heads) >= len(heads) - 1
        numbered = 1 if usual and _NUMBERED.match(heads[0]) else 0
        rows = []
        for below, others in lines[at + 1 :]:
            if len(others) != len(heads) or not _is_row([fold(c[0]) for c in others[numbered:]], usual):
                break
            rows.append(_row(below, others[numbered:], heads[numbered:]))
        if len(rows) > 1:
            return Table(line.start(), line.end(), tuple(rows))
    return None


def with_gaps(message: str) -> str:
    """The message with its rows as they are read, so that 2 310 is no figure of four digits; offsets kept."""
    table = table_in(message)
    for row in table.rows if table else ():
        message = message[: row.start] + row.text + message[row.end :]
    return message


def _is_row(cells: list[str], of_words: bool) -> bool:
    return not re.match(r"\d", cells[0]) and (of_words or all(_FIGURE.match(cell) for cell in cells[1:]))


def _row(line: re.Match[str], cells: list[re.Match[str]], heads: list[str]) -> Row:
    at = cells[0].start()
    between = []
    for before, cell, head in zip(cells, cells[1:], heads[1:], strict=False):
        figure = _FIGURE.match(fold(cell[0]))
        counts = _COUNTS.match(head)
        counted = counts["unit"] or counts["times"] or counts["visits"] if counts else ""
        unit = counted if figure and figure["unit"] in ("", counted) else ""
        itself = unit or (not figure and _TELLS_ITSELF.search(head))
        pause = "" if before is cells[0] else "、" if figure else "，"
        between.append((before.end() - at, cell.start() - at, pause + ("" if itself else head)))
        behind = unit or ("元" if _MONEY.search(head) else "人" if head.endswith("人数") else "")
        if figure and behind and not figure["unit"]:
            between.append((cell.end() - at, cell.end() - at, behind))
    text = re.sub(r"[ 　|｜,，]", GAP, line[0][at : cells[-1].end()])
    return Row(line.start() + at, line.start() + cells[-1].end(), text, tuple(between))
