"""Word documents to lines: paragraphs in order, tables row by row with their header.

Runs in the child process.
"""

from pathlib import Path
from typing import Any

from bot.domain.library.clauses import Line
from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading.plain import tidy
from bot.reading.sheet import rows_of


def read_word(path: Path) -> ReadDocument:
    """python-docx resolves no external entity and loads no link; macros were refused at the gate."""
    import docx
    from docx.table import Table

    try:
        document = docx.Document(str(path))
    except Exception as error:  # python-docx and lxml raise whatever the damage leads to
        raise UnreadableFile("文件已损坏，打不开") from error
    lines: list[Line] = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            rows = [[str(cell.text).replace("\n", " ") for cell in row.cells] for row in part.rows]
            lines.extend(Line(row) for row in rows_of(rows))
        else:
            lines.append(Line(_paragraph(part)))
    return ReadDocument(tidy(lines))


def _paragraph(paragraph: Any) -> str:
    """Headings keep their level as markdown, unless their own number tells it."""
    text = str(paragraph.text).strip()
    style = str(paragraph.style.name if paragraph.style is not None else "")
    if style == "Title" and text:
        return f"# {text}"
    level = style.removeprefix("Heading ")
    if style.startswith("Heading ") and level.isdigit() and text and not text.startswith(("第", "（", "(")):
        return f"{'#' * min(int(level) + 1, 6)} {text}"
    return text
