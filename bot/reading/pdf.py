"""PDF text layers to lines: wrapped lines joined into paragraphs. Runs in the child process."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.library.clauses import ARTICLE, CHAPTER, OUTLINE, Line
from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits
from bot.reading.plain import tidy

PAGE_NUMBER = re.compile(r"[-—–\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[-—–\s]*")
SPACED = re.compile(r"(?<=[㐀-鿿，。；：、])(?<!条)[ \t]+(?=[㐀-鿿，。；：、])")
DOUBLED = re.compile(r"(?:(.)\1){5,}")
LEGIBLE = re.compile(r"[㐀-鿿\w\s\u0020-\u007e\u00b0-\u00f7\u2010-\u203b\u2100-\u27bf\u3000-\u303f\uff01-\uffe5]")
"""Where a font does not say which character a code is, other characters come out, or none."""
FEW = 10


class NeedsRecognition(Exception):
    """Pages are pictures, or their text layer is noise: the scan reader has to look at them."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The text layer of a page, and whether the page shows pictures."""

    text: str
    pictured: bool


def read_pdf(path: Path) -> ReadDocument:
    """UnreadableFile where it is encrypted, too long or broken; NeedsRecognition where pages are pictures."""
    pages = page_texts(path)
    lines = tidy(line for number, page in enumerate(pages, start=1) for line in lines_of(page.text, number))
    if any(map(blind, pages)) or sum(len(line.text) for line in lines) < FEW * min(len(pages), 3):
        raise NeedsRecognition
    return ReadDocument(tuple(join_wrapped(lines)))


def page_texts(path: Path) -> list[PageText]:
    """What each page says of itself."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile("PDF 加了密码，请去掉密码后再发")
        count = len(reader.pages)
        if count > limits.PAGES:
            raise UnreadableFile(f"PDF 有 {count} 页，超过 {limits.PAGES} 页，请拆开后再发")
        return [PageText(page.extract_text() or "", bool(page.images.keys())) for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError) as error:
        raise UnreadableFile("PDF 已损坏，打不开") from error


def blind(page: PageText) -> bool:
    """Whether the text layer does not tell what the page shows."""
    text = page.text.strip()
    if len(text) < FEW:
        return page.pictured
    return len(LEGIBLE.findall(text)) < 0.7 * len(text)


def lines_of(text: str, page: int | None) -> Iterator[Line]:
    """The lines of a page without page numbers; a line printed twice over itself is told once."""
    before = ""
    for line in text.split("\n"):
        plain = undouble(SPACED.sub("", line.strip()))
        if plain and not PAGE_NUMBER.fullmatch(plain) and not (plain == before and len(plain) >= 6):
            yield Line(plain, page)
        before = plain


def undouble(text: str) -> str:
    """Fake bold prints each character twice: 通通知知 is 通知.

    A short line is halved only where it is doubled throughout, a longer one also where a run of it is.
    """
    pairs = [text[i : i + 2] for i in range(0, len(text), 2)]
    doubled = len(text) >= 6 and len(text) % 2 == 0 and all(pair[0] == pair[1] for pair in pairs)
    return text[::2] if doubled else DOUBLED.sub(_halved, text)


def _halved(run: re.Match[str]) -> str:
    """Figures and dots repeat of themselves; words do not."""
    half = run[0][::2]
    return half if len(set(re.findall(r"[㐀-鿿]", half))) >= 3 else run[0]


def join_wrapped(lines: tuple[Line, ...]) -> Iterator[Line]:
    """A line that neither ends a sentence nor is followed by a new clause goes on in the next one."""
    width = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10] if lines else 0
    held: Line | None = None
    last = 0
    for line in lines:
        if held is None:
            held = line
        elif _ends(held.text, last, width) or (_opens(line.text) and not _inside(held.text)):
            yield held
            held = line
        else:
            gap = " " if held.text[-1].isascii() and line.text[0].isascii() else ""
            held = Line(held.text + gap + line.text, held.page)
        last = len(line.text)
    if held is not None:
        yield held


def _inside(text: str) -> bool:
    """A name in 《》 that was begun goes on."""
    return "《" in text and text.rfind("《") > text.rfind("》")


def _ends(text: str, last: int, width: int) -> bool:
    """Whether a paragraph is over: its last line (`last` characters) ends a sentence, or well before the margin."""
    return text.endswith(("。", "；", "：", "！", "？")) or (last < width * 0.75 and not _inside(text))


def _opens(text: str) -> bool:
    return bool(ARTICLE.match(text) or CHAPTER.match(text) or any(mark.match(text) for mark in OUTLINE))
