"""Text made ready for print: paragraphs with their heading level, Chinese punctuation, widths. No file format here."""

import re
import unicodedata
from dataclasses import dataclass

_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_AFTER = rf"[{_HAN}》”’）】%％]"
_NUMERAL = "一二三四五六七八九十百"
# 一、二年级 begins no heading: the numeral that follows counts something.
_LEVELS = (
    re.compile(rf"([{_NUMERAL}]+)[、.．]\s*(?![{_NUMERAL}]+(?:[、和至到]|年级|[班楼层号等类级组期]))"),
    re.compile(rf"[（(]([{_NUMERAL}]+)[）)][、.．]?\s*"),
    re.compile(r"(\d{1,2})[.．、](?!\d)\s*"),
    re.compile(r"[（(](\d{1,2})[）)][、.．]?\s*"),
)
_ORDINALS = ("{}、", "（{}）", "{}.", "（{}）")
_LONGEST_HEADING = 40
# What XML 1.0 cannot hold; a note may have brought it along.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MARKS = dict(zip(",;:?!", "，；：？！", strict=True))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: `level` 1 to 4 by its ordinal, 0 for plain text; `head` is set in the level's own font."""

    level: int
    head: str
    rest: str


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text that hold something, in order."""
    lines = (tidy(line) for line in re.split(r"[\n\r\u2028\u2029\x0b\x0c]", text))
    return tuple(_block(line) for line in lines if line)


def _block(line: str) -> Block:
    for level, pattern in enumerate(_LEVELS, start=1):
        found = pattern.match(line)
        if found:
            words = line[found.end() :]
            size = _heading_size(words)
            ordinal = _ORDINALS[level - 1].format(found[1])
            return Block(level, ordinal + words[:size], words[size:]) if size else Block(0, "", ordinal + words)
    return Block(0, "", line)


def _heading_size(words: str) -> int:
    """How much of a numbered paragraph is its heading: the line, or a short first sentence; 0 for plain text."""
    first = re.match(r"[^。！？；]+(?:[。！？]|$)", words)
    return first.end() if first and first.end() <= _LONGEST_HEADING else 0


def printable(text: str) -> str:
    """The text without what no office format can hold."""
    return _UNPRINTABLE.sub("", text)


def tidy(line: str) -> str:
    """One line without what cannot be printed, with Chinese punctuation and no gaps between characters."""
    line = printable(line).replace("\t", " ").strip()
    line = re.sub(rf"(?<=[{_HAN}，。；：、？！]) +(?=[{_HAN}，。；：、？！])", "", line)
    line = re.sub(" {2,}", " ", line)
    line = re.sub(rf"\(([^()]*[{_HAN}][^()]*)\)", r"（\1）", _quotes(line))
    line = re.sub(rf"(?<={_AFTER})[,;:?!]", lambda mark: _MARKS[mark[0]], line)
    return re.sub(rf"(?<={_AFTER})\.(?=$|[{_HAN}])", "。", line)


def _quotes(line: str) -> str:
    if line.count('"') % 2:
        return line
    pieces = line.split('"')
    return "".join(piece + "“”"[n % 2] for n, piece in enumerate(pieces[:-1])) + pieces[-1]


def half_widths(text: str) -> int:
    """The width of a line in half characters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
