"""Cuts a text into sentences and clauses with exact offsets; what they are worth is judged elsewhere."""

import re
from dataclasses import dataclass

_MARK = re.compile(r"[。！？!?；;\n\r“”‘’「」『』《》（）()]|…+")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")"}
_CLOSERS = frozenset(_PAIRS.values())
_CLAUSE_MARK = re.compile(r"[，,；;：:。！？!?\n“‘「『《（(]")
# An opening mark that is not closed within this many characters is a slip of the pen, not a bracket.
_REACH = 400


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: text[start:end] of the whole is `text`."""

    start: int
    end: int
    text: str


def split(text: str) -> tuple[Span, ...]:
    """Sentences without the white space around them. A line break always ends one; quotes stay whole."""
    spans: list[Span] = []
    start = closed_until = 0
    for mark in _MARK.finditer(text):
        at, sign = mark.start(), mark.group()
        if sign in "\n\r":
            _keep(spans, text, start, at)
            start = closed_until = mark.end()
        elif at < closed_until or sign in _CLOSERS:
            continue
        elif sign in _PAIRS:
            closed_until = _closing(text, at)
            if _is_whole_speech(text, at, closed_until):
                _keep(spans, text, start, closed_until)
                start = closed_until
        else:
            _keep(spans, text, start, mark.end())
            start = mark.end()
    _keep(spans, text, start, len(text))
    return tuple(spans)


def clauses(text: str, offset: int = 0) -> tuple[Span, ...]:
    """Pieces between commas, the comma included; quotes, titles and brackets stay whole."""
    spans: list[Span] = []
    start = closed_until = 0
    for mark in _CLAUSE_MARK.finditer(text):
        at = mark.start()
        if at < closed_until:
            continue
        if mark.group() in _PAIRS:
            closed_until = _closing(text, at)
            continue
        if mark.group() in ",:：" and text[at + 1 : at + 2].isdigit() and text[at - 1 : at].isdigit():
            continue
        _keep(spans, text, start, mark.end(), offset)
        start = mark.end()
    _keep(spans, text, start, len(text), offset)
    return tuple(spans)


def _is_whole_speech(text: str, opened: int, closed: int) -> bool:
    """他说：“……。” ends its sentence without another full stop."""
    return text[opened - 1 : opened] in ("：", ":") and text[closed - 2 : closed - 1] in ("。", "！", "？")


def _closing(text: str, at: int) -> int:
    """Where the bracket opened at `at` ends; just behind `at` where it is never closed on its line."""
    line_end = text.find("\n", at, at + _REACH)
    end = text.find(_PAIRS[text[at]], at + 1, line_end if line_end >= 0 else at + _REACH)
    if end < 0:
        return at + 1
    return end + 1


def _keep(spans: list[Span], text: str, start: int, end: int, offset: int = 0) -> None:
    """Add text[start:end] stripped; a piece of closing marks alone belongs to the piece before it."""
    piece = text[start:end]
    body = piece.strip()
    if not body:
        return
    begin = start + len(piece) - len(piece.lstrip())
    if spans and spans[-1].end - offset == begin and all(c in "。！？!?；;…”’」』》）)" for c in body):
        last = spans.pop()
        spans.append(Span(last.start, begin + len(body) + offset, last.text + body))
        return
    spans.append(Span(begin + offset, begin + len(body) + offset, body))
