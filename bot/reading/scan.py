"""Scanned PDFs and photographs of pages to lines, each page by the text it has or by recognition.

Runs in the child process.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.domain.library.clauses import Line
from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits
from bot.reading.ocr import Recogniser
from bot.reading.pdf import blind, join_wrapped, lines_of, page_texts
from bot.reading.plain import tidy

DOTS_AN_INCH = 200
LONGEST_SIDE = 3000
TOO_WIDE = "图片尺寸太大，请缩小后再发"
NOTHING = "图片里没认出文字，请换一张清楚的，或发文字版"


def read_scan(path: Path) -> ReadDocument:
    """A PDF of which some pages are pictures; those are recognised, the others read."""
    import pypdfium2

    texts = page_texts(path)
    pictured = [number for number, page in enumerate(texts) if blind(page)]
    if len(pictured) > limits.SCANNED_PAGES:
        raise UnreadableFile(f"扫描件有 {len(pictured)} 页，一次最多认 {limits.SCANNED_PAGES} 页，请拆开后再发")
    recogniser = Recogniser()
    doubtful = 0
    lines: list[Line] = []
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(texts):
        if number not in pictured:
            lines += lines_of(page.text, number + 1)
            continue
        sheet = document[number]
        scale = min(DOTS_AN_INCH / 72, LONGEST_SIDE / max(sheet.get_size()))
        recognised = recogniser.recognise(sheet.render(scale=scale).to_pil())
        doubtful += recognised.doubtful
        lines += [line for text in recognised.lines for line in lines_of(full_width(text), number + 1)]
    return _told(lines, doubtful)


def read_picture(path: Path) -> ReadDocument:
    """A photograph or a scanned picture; TIFF files may hold several pages."""
    recogniser = Recogniser()
    pages = [recogniser.recognise(picture) for picture in _pictures(path)]
    lines = [
        line
        for number, page in enumerate(pages, start=1)
        for text in page.lines
        for line in lines_of(full_width(text), number if len(pages) > 1 else None)
    ]
    return _told(lines, sum(page.doubtful for page in pages))


def _pictures(path: Path) -> Iterator[Any]:
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

    try:
        with Image.open(path) as image:
            for number, frame in enumerate(ImageSequence.Iterator(image)):
                if number >= limits.SCANNED_PAGES:
                    raise UnreadableFile(f"图片超过 {limits.SCANNED_PAGES} 页，请拆开后再发")
                if frame.width * frame.height > limits.PIXELS:
                    raise UnreadableFile(TOO_WIDE)
                upright = ImageOps.exif_transpose(frame)
                upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                yield upright
    except Image.DecompressionBombError as error:
        raise UnreadableFile(TOO_WIDE) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UnreadableFile("图片已损坏，打不开") from error


def _told(lines: list[Line], doubtful: int) -> ReadDocument:
    found = tuple(join_wrapped(tidy(lines)))
    if not found:
        raise UnreadableFile(NOTHING)
    remarks = (f"有 {doubtful} 行认得没有把握",) if doubtful else ()
    return ReadDocument(found, {}, remarks, scanned=True)


def full_width(text: str) -> str:
    """The stops of Chinese print, which recognition often takes for the narrow ones: 单位: is 单位：."""
    wide = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
    told = list(text)
    for at, char in enumerate(text):
        around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
        if char in wide and any("㐀" <= near <= "鿿" for near in around):
            told[at] = wide[char]
    return "".join(told)
