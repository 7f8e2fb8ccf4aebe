"""One reply's enclosure as a file: a report as Word, a list as a spreadsheet, counts as a picture."""

import re
import unicodedata

from bot.domain.submissions.enclosures import Chart, Paper, Printable, Roll, Table
from bot.export.typeset import tidy

LONGEST_NAME = 40


def printed(made_from: Printable) -> tuple[str, bytes]:
    """File name and bytes. Blocks for about a tenth of a second, the first time a second more."""
    match made_from:
        case Paper():
            return _word(made_from)
        case Chart() | Roll():
            return _picture(made_from)
        case Table():
            return _spreadsheet(made_from)


def _spreadsheet(table: Table) -> tuple[str, bytes]:
    from bot.export import sheet

    return f"{_safe(table.name)}.xlsx", sheet.write(table.name, table.columns, table.rows)


def _picture(counts: Chart | Roll) -> tuple[str, bytes]:
    from bot.export import chart

    if isinstance(counts, Chart):
        data = chart.by_month(counts.title, counts.columns, {one.name: one.figures for one in counts.series})
    else:
        data = chart.by_unit(counts.title, {one.unit: (one.adopted, one.returned) for one in counts.units})
    return f"{_safe(counts.title)}.png", data


def _word(paper: Paper) -> tuple[str, bytes]:
    from bot.export import docx

    return f"{_safe(paper.article.title)}.docx", docx.write([paper.article], paper.imprint)


def _safe(title: str) -> str:
    """A file name on every system."""
    shown = "".join(char for char in tidy(title) if unicodedata.category(char)[0] != "C")
    return re.sub(r'[\\/:*?"<>|\s.]+', "", shown).lstrip("-")[:LONGEST_NAME] or "信息"
