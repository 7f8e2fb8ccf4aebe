"""OFD, the national format of electronic documents (GB/T 33190), to lines: the text of each page as it is placed.

Runs in the child process.
"""

import re
import zipfile
from pathlib import Path
from typing import Any

from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits
from bot.reading.pdf import join_wrapped, lines_of
from bot.reading.plain import tidy

CONTENT = re.compile(r"(?:.*/)?Page_(\d+)/Content\.xml")
SAME_LINE = 0.5
"""Millimetres by which the pieces of a line may differ in height."""


def read_ofd(path: Path) -> ReadDocument:
    """`page` is the page's number in the file; pages without any text are pictures, which are not read here."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = {int(hit[1]): name for name in archive.namelist() if (hit := CONTENT.fullmatch(name))}
            if len(found) > limits.PAGES:
                raise UnreadableFile(f"文件有 {len(found)} 页，超过 {limits.PAGES} 页，请拆开后再发")
            pages = [_page(archive.read(found[number])) for number in sorted(found)]
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, SyntaxError) as error:
        raise UnreadableFile("OFD 已损坏，打不开") from error
    lines = tidy(line for number, text in enumerate(pages, 1) for line in lines_of(text, number))
    if not lines:
        raise UnreadableFile("OFD 里没有文字（可能是扫描件），请转成 PDF 后再发")
    return ReadDocument(tuple(join_wrapped(lines)))


def _page(content: bytes) -> str:
    """The pieces of text from top to bottom and from left to right; entities are not resolved."""
    from lxml import etree

    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    pieces: list[tuple[float, float, str]] = []
    for shown in root.iter("{*}TextObject"):
        left, top = _corner(shown.get("Boundary", ""))
        pieces += [
            (top + _number(code.get("Y")), left + _number(code.get("X")), code.text or "")
            for code in shown.iter("{*}TextCode")
        ]
    rows: list[list[tuple[float, float, str]]] = []
    for piece in sorted(pieces):
        if rows and piece[0] - rows[-1][0][0] <= SAME_LINE:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return "\n".join("".join(text for _, _, text in sorted(row, key=lambda piece: piece[1])) for row in rows)


def _corner(boundary: str) -> tuple[float, float]:
    left, top, *_ = [*boundary.split(), "0", "0"]
    return _number(left), _number(top)


def _number(text: Any) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
