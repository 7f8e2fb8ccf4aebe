"""One report as an attachment: the Word file and its name. Sending and keeping are the doors' matter."""

import re
import unicodedata

from bot.domain.imprint import Paper
from bot.export.typeset import tidy

LONGEST_NAME = 40


def printed(paper: Paper) -> tuple[str, bytes]:
    """File name and bytes. Blocks for about a tenth of a second, the first time a second more."""
    from bot.export import docx

    return f"{_safe(paper.article.title)}.docx", docx.write([paper.article], paper.imprint)


def _safe(title: str) -> str:
    """A file name on every system."""
    shown = "".join(char for char in tidy(title) if unicodedata.category(char)[0] != "C")
    return re.sub(r'[\\/:*?"<>|\s.]+', "", shown).lstrip("-")[:LONGEST_NAME] or "信息"
