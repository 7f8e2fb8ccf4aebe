"""Text and markdown files to lines, with their YAML front matter."""

import re
from collections.abc import Iterable
from pathlib import Path

from bot.domain.library.clauses import Line
from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f\x00-\x08\x0b-\x1f]")


def read_plain(path: Path) -> ReadDocument:
    """One line of the file is one paragraph; the encodings of Chinese Windows are tried after UTF-8."""
    raw = path.read_bytes()
    if len(raw) > limits.TEXT_BYTES:
        raise UnreadableFile(f"文本超过 {limits.TEXT_BYTES // 1_000_000} MB，请拆开后再发")
    text = decode(raw).replace("\r\n", "\n").replace("\r", "\n")
    meta: dict[str, object] = {}
    if found := FRONT_MATTER.match(text):
        meta = _front_matter(found[1])
        text = text[found.end() :]
    return ReadDocument(tidy(Line(line) for line in COMMENT.sub("", text).split("\n")), meta)


def decode(raw: bytes) -> str:
    """UTF-8 (with or without mark), UTF-16 with mark, GB 18030; anything else is refused."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    if b"\x00" in raw[:4096]:
        raise UnreadableFile("内容不是文本，后缀可能改过")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("文字编码认不出，请另存为 UTF-8 后再发")


def tidy(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Without empty lines and invisible characters; at most LINES lines."""
    kept: list[Line] = []
    for line in lines:
        text = INVISIBLE.sub("", line.text).strip()
        if text:
            kept.append(Line(text, line.page))
        if len(kept) >= limits.LINES:
            break
    return tuple(kept)


def _front_matter(text: str) -> dict[str, object]:
    import yaml

    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise UnreadableFile("文件开头的说明（---之间）写得不对，请检查冒号和缩进") from error
    return {str(key): entry for key, entry in value.items()} if isinstance(value, dict) else {}
