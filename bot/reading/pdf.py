"""PDF text layers to lines: wrapped lines joined into paragraphs. Runs in the child process."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.domain.clauses import ARTICLE, CHAPTER, OUTLINE, Line
from bot.domain.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits
from bot.reading.plain import tidy

PAGE_NUMBER = re.compile(r"[-—–\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[-—–\s]*")
SPACED = re.compile(r"(?<=[㐀-鿿，。；：、])(?<!条)[ \t]+(?=[㐀-鿿，。；：、])")


def read_pdf(path: Path) -> ReadDocument:
    """UnreadableFile where it is encrypted, too long, broken, or only pictures of pages."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile("PDF 加了密码，请去掉密码后再发")
        count = len(reader.pages)
        if count > limits.PAGES:
            raise UnreadableFile(f"PDF 有 {count} 页，超过 {limits.PAGES} 页，请拆开后再发")
        pages = [page.extract_text() or "" for page in reader.pages]
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        RecursionError,
    ) as error:
        raise UnreadableFile("PDF 已损坏，打不开") from error
    lines = tidy(line for number, text in enumerate(pages, start=1) for line in _paragraphs(text, number))
    if sum(len(line.text) for line in lines) < 10 * min(count, 3):
        raise UnreadableFile("PDF 里没有文字（可能是扫描件），请发文字版或先做文字识别")
    return ReadDocument(tuple(join_wrapped(lines)))


def _paragraphs(text: str, page: int) -> Iterator[Line]:
    for line in text.split("\n"):
        plain = SPACED.sub("", line.strip())
        if plain and not PAGE_NUMBER.fullmatch(plain):
            yield Line(undouble(plain), page)


def undouble(text: str) -> str:
    """Fake bold prints each character twice: 通通知知 is 通知.

    Only a line that is doubled throughout is halved.
    """
    pairs = [text[i : i + 2] for i in range(0, len(text), 2)]
    doubled = len(text) >= 6 and len(text) % 2 == 0 and all(pair[0] == pair[1] for pair in pairs)
    return text[::2] if doubled else text


def join_wrapped(lines: tuple[Line, ...]) -> Iterator[Line]:
    """A line that neither ends a sentence nor is followed by a new clause goes on in the next one."""
    width = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10] if lines else 0
    held: Line | None = None
    for line in lines:
        if held is None:
            held = line
        elif (
            _opens(line.text)
            or held.text.endswith(("。", "；", "：", "！", "？"))
            or _short(held.text, width)
        ):
            yield held
            held = line
        else:
            gap = " " if held.text[-1].isascii() and line.text[0].isascii() else ""
            held = Line(held.text + gap + line.text, held.page)
    if held is not None:
        yield held


def _opens(text: str) -> bool:
    return bool(ARTICLE.match(text) or CHAPTER.match(text) or any(mark.match(text) for mark in OUTLINE))


def _short(text: str, width: int) -> bool:
    """A line that stops well before the margin ends its paragraph.

    A joined one is measured by its last stretch.
    """
    return len(text) < width * 0.75 if len(text) <= width else len(text) % max(width, 1) < width * 0.5
