"""The export command: a draft's JSON, a section's, or a text with a title becomes a file of the kind its name says."""

import contextlib
import json
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.domain.submissions.enclosures import Article, Imprint
from bot.errors import InputError

GAP = re.compile(r"【待补：?([^】]*)】")
LONGEST_TITLE = 60
COLUMNS = ("序号", "单位", "标题", "正文", "字数", "待补")


@dataclass(frozen=True, slots=True)
class Piece:
    """One report as handed in, and what it still lacks."""

    article: Article
    missing: tuple[str, ...] = ()


def read(text: str) -> tuple[Piece, ...]:
    """What `shibao draft --json` or `shibao section --json` printed, or a text whose first line is its title."""
    if not text.strip():
        raise InputError("没有内容：请给 shibao draft --json 的结果，或第一行是标题的文本。")
    pieces = _of_json(text) if text.lstrip().startswith("{") else (_of_text(text),)
    return tuple(_with_gaps(piece) for piece in pieces)


def _of_json(text: str) -> tuple[Piece, ...]:
    try:
        handed = json.loads(text)
        pieces = tuple(_piece(row) for row in handed.get("reports", [handed]))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError("JSON 看不懂：请用 shibao draft --json 或 shibao section --json 的输出。") from None
    if not pieces:
        raise InputError("里面没有稿子：请先用 shibao draft --json 出稿。")
    return pieces


def _piece(row: Any) -> Piece:
    title, text, missing = row["title"], row["text"], row.get("missing", [])
    if not (isinstance(title, str) and isinstance(text, str) and title.strip() and text.strip()):
        raise ValueError
    return Piece(Article(title, text), tuple(str(each) for each in missing))


def _of_text(text: str) -> Piece:
    title, _, body = text.strip().partition("\n")
    if not body.strip() or len(title) > LONGEST_TITLE:
        raise InputError(f"分不出标题：第一行写标题（不超过 {LONGEST_TITLE} 字），下面写正文。")
    return Piece(Article(title.strip(), body))


def _with_gaps(piece: Piece) -> Piece:
    marked = GAP.findall(piece.article.title + piece.article.text)
    return replace(piece, missing=tuple(dict.fromkeys((*piece.missing, *marked))))


def save(pieces: Sequence[Piece], imprint: Imprint, target: Path, *, name: str) -> None:
    """Write the file whole or not at all. With an issue number the reports make one bulletin."""
    make = FORMS.get(target.suffix.lower())
    if make is None:
        raise InputError(f"不会写 {target.suffix or '没有后缀'} 文件：输出文件请以 {'、'.join(FORMS)} 结尾。")
    put(target, make(pieces, imprint, name))


def day_of(text: str) -> date | None:
    """The day that a person typed, None where nothing was."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise InputError("--date 看不懂：请写成 2026-05-29 这样。") from None


def _articles(pieces: Sequence[Piece]) -> list[Article]:
    return [piece.article for piece in pieces]


def _word(pieces: Sequence[Piece], imprint: Imprint, name: str) -> bytes:
    from bot.export import bulletin, docx

    if imprint.number is None:
        return docx.write(_articles(pieces), imprint)
    return bulletin.write(_articles(pieces), imprint, name=name)


def _pdf(pieces: Sequence[Piece], imprint: Imprint, name: str) -> bytes:
    from bot.export import pdf

    return pdf.from_word(_word(pieces, imprint, name))


def _text(pieces: Sequence[Piece], imprint: Imprint, name: str) -> bytes:
    from bot.export import plain

    return plain.write(_articles(pieces), imprint).encode()


def _workbook(pieces: Sequence[Piece], imprint: Imprint, name: str) -> bytes:
    from bot.export import sheet

    rows = [
        (n, imprint.unit, piece.article.title, piece.article.text, _length(piece.article), "、".join(piece.missing))
        for n, piece in enumerate(pieces, start=1)
    ]
    return sheet.write("信息清单", COLUMNS, rows)


def _length(article: Article) -> int:
    """Characters without white space, title and body."""
    return len("".join((article.title + article.text).split()))


FORMS: dict[str, Callable[[Sequence[Piece], Imprint, str], bytes]] = {
    ".docx": _word,
    ".pdf": _pdf,
    ".txt": _text,
    ".xlsx": _workbook,
}


def put(target: Path, data: bytes) -> None:
    """Write the file whole or not at all."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise InputError(f"写不了 {target}：请检查文件夹在不在、有没有权限、磁盘满没满。") from None
