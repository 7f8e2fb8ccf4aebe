"""A report as a Word file in the layout of GB/T 9704-2012, without a red head: that is for the unit's own paper."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from bot.domain.submissions.enclosures import Article, Imprint
from bot.export import appendix, page
from bot.export.titles import broken
from bot.export.typeset import Block, blocks, half_widths, tidy

TITLE_CHARS = 20
"""So many characters of the title's size fill a line."""
LONGEST_KEPT = 2 * 28 * 5
HALF = page.CHAR_TWIPS / 2
HEADINGS = {1: page.Face(page.HEAD_FONT), 2: page.Face(page.SUBHEAD_FONT)}


def write(articles: Sequence[Article], imprint: Imprint) -> bytes:
    """One file; every report begins a page and is signed by its own unit, or by the imprint's."""
    document = page.new_document(title=articles[0].title, author=imprint.unit)
    for number, article in enumerate(articles):
        add_title(document, article.title, new_page=number > 0)
        page.add(document, "", replace(page.CENTRED, keep=True))
        signed = replace(imprint, unit=article.unit or imprint.unit)
        add_body(document, article.text, keep_last=bool(signed.unit or signed.dated))
        _sign(document, signed)
        if article.appendix:
            appendix.add(document, article.appendix)
    return to_bytes(document)


def to_bytes(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_title(document: Any, title: str, *, new_page: bool = False) -> None:
    """A title in the middle, broken between words."""
    shape = replace(page.CENTRED, line=35, keep=True, new_page=new_page)
    page.add(document, "\n".join(broken(tidy(title), TITLE_CHARS)), shape, page.TITLE)


def add_body(document: Any, text: str, *, keep_last: bool = False) -> None:
    """Paragraphs and headings; with `keep_last` a short last one stays on the page of what follows.

    LibreOffice moves the whole of a kept paragraph, Word its last line: a long one is let go.
    """
    paragraphs = blocks(text)
    keep_last = keep_last and all(half_widths(last.head + last.rest) <= LONGEST_KEPT for last in paragraphs[-1:])
    for number, block in enumerate(paragraphs, start=1):
        last = number == len(paragraphs)
        _add_block(document, block, keep=keep_last if last else bool(block.head and not block.rest))


def _add_block(document: Any, block: Block, *, keep: bool) -> None:
    paragraph = page.add(document, block.head, replace(page.PARAGRAPH, keep=keep), HEADINGS.get(block.level, page.BODY))
    if block.rest:
        page.write(paragraph, block.rest)


def _sign(document: Any, imprint: Imprint) -> None:
    """Unit and date at the right as for a paper without a seal, then whom to ask."""
    unit, day = tidy(imprint.unit), imprint.day()
    if unit or day:
        page.add(document, "", replace(page.LEFT, keep=True))
    unit_right, day_right = indents(unit, day)
    people = tidy(imprint.people())
    if unit:
        page.add(document, unit, replace(page.RIGHT, right=unit_right * HALF, keep=bool(day or people)))
    if day:
        page.add(document, day, replace(page.RIGHT, right=day_right * HALF, keep=bool(people)))
    if people:
        page.add(document, f"（{people}）")


def indents(unit: str, day: str) -> tuple[int, int]:
    """How far unit and date stand from the right edge, in half characters.

    The unit stands two characters in and the date begins two characters right of the unit's beginning; a date
    longer than the unit stands two characters in and moves the unit left. One alone stands two in.
    """
    wide, long = half_widths(unit), half_widths(day)
    if not unit or not day:
        return 4, 4
    if long <= wide:
        return 4, wide - long
    return 8 + long - wide, 4
