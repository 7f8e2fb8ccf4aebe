"""Presentations to lines: the paragraphs of each slide in order. Runs in the child process."""

import re
import zipfile
from pathlib import Path
from typing import Any

from bot.domain.library.clauses import Line
from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading.plain import tidy

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHOWN = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")


def _is_title(shape: Any) -> bool:
    return any(place.get("type") in {"title", "ctrTitle"} for place in shape.iter(f"{SHOWN}ph"))


def read_slides(path: Path) -> ReadDocument:
    """`page` is the slide's number; entities are not resolved, nothing is loaded."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    lines: list[Line] = []
    try:
        with zipfile.ZipFile(path) as archive:
            numbers = sorted(int(found[1]) for name in archive.namelist() if (found := SLIDE.fullmatch(name)))
            for number in numbers:
                root = etree.fromstring(archive.read(f"ppt/slides/slide{number}.xml"), parser)
                titles = {p for shape in root.iter(f"{SHOWN}sp") if _is_title(shape) for p in shape.iter(f"{DRAWING}p")}
                for paragraph in root.iter(f"{DRAWING}p"):
                    text = "".join(run.text or "" for run in paragraph.iter(f"{DRAWING}t"))
                    mark = ("## " if any(line.text.strip() for line in lines) else "# ") if paragraph in titles else ""
                    lines.append(Line(f"{mark}{text}" if text.strip() else "", number))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, ValueError, RuntimeError) as error:
        raise UnreadableFile("演示文稿已损坏，打不开") from error
    found_lines = tidy(lines)
    if not found_lines:
        raise UnreadableFile("演示文稿里没有文字")
    return ReadDocument(found_lines)
