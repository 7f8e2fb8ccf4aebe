"""Files made to break their reader: each ends in text or one clear line, and this process neither dies nor swells."""

import io
import json
import os
import random
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.fakes.pdf import pdf_of
from tests.flows.library import opened

pytestmark = pytest.mark.slow

RULES = "第一条 每人限借五册，借期三十日。\n第二条 逾期不还的，暂停借阅。\n"


def packed(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def lying(content: bytes) -> bytes:
    """An archive that declares its first entry to be a thousandth of what it is."""
    return content.replace((60_000_000).to_bytes(4, "little"), (60_000).to_bytes(4, "little"))


def huge_picture() -> bytes:
    """A PNG of 60,000 times 60,000 pixels in a hundred bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    size = (60_000).to_bytes(4, "big") * 2
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\x00\x00\x00\x00") + chunk(b"IDAT", zlib.compress(b""))


def forged() -> dict[str, bytes]:
    """Name → content of files that each want something else than to be read."""
    bomb = packed({"word/document.xml": b" " * 200 * 1024 * 1024, "pad": os.urandom(300_000)})
    word = word_file()
    return {
        "炸弹.docx": bomb,
        "撒谎.docx": lying(packed({"word/document.xml": b" " * 60_000_000})),
        "万页.pdf": pdf_of([["甲"]] * 10_000),
        "宏.docx": with_macro(word),
        "笑.docx": laughing(word),
        "笑.pptx": packed({"ppt/presentation.xml": b"<p/>", "ppt/slides/slide1.xml": LAUGHS}),
        "远.xlsx": far_cell(),
        "程序.pdf": b"MZ" + os.urandom(500),
        "文字.docx": RULES.encode(),
        "网页.xlsx": b"<html></html>",
        "文档.txt": word,
        "程序.jpg": b"MZ" + os.urandom(500),
        "大图.png": huge_picture(),
        "坏图.jpg": b"\xff\xd8\xff" + os.urandom(2000),
        "空.pdf": b"",
        "深.html": b"<div>" * 200_000,
        "长行.csv": b"a," * 2_000_000,
    }


def word_file() -> bytes:
    document = docx.Document()
    for line in RULES.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><p xmlns="http://schemas.openxmlformats.org/drawingml/2006/main"><t>&j;</t></p>'
)
"""A line of two thousand million characters, if entities are resolved."""


def laughing(word: bytes) -> bytes:
    """A Word file whose text is that line."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()} | {"word/document.xml": LAUGHS})


def far_cell() -> bytes:
    """A sheet with one cell, in its last row and column."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active["XFD1048576"] = "甲"
    book.save(out)
    return out.getvalue()


def slides() -> bytes:
    """A presentation of one slide."""
    drawing = 'xmlns="http://schemas.openxmlformats.org/drawingml/2006/main"'
    slide = f"<s {drawing}><p><t>{RULES}</t></p></s>".encode()
    return packed({"ppt/presentation.xml": b"<p/>", "ppt/slides/slide1.xml": slide})


def with_macro(word: bytes) -> bytes:
    out = io.BytesIO(word)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    return out.getvalue()


def mutated(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Two hundred files with bytes changed, cut and doubled; half of them need a child process."""
    whole = {
        "pdf": pdf_of([[line] for line in RULES.splitlines()]),
        "docx": word_file(),
        "html": f"<html><h1>办法</h1><table><tr><td>{RULES}</td></tr></table></html>".encode(),
        "csv": "馆,时间\n县图书馆,9:00\n".encode("gb18030"),
        "md": f"---\ntitle: 办法\n---\n{RULES}".encode(),
        "xlsx": far_cell(),
        "pptx": slides(),
        "zip": packed({"办法.txt": RULES.encode(), "通知.md": RULES.encode()}),
    }
    kinds = ["pdf", "docx", "xlsx", "pptx"] * 20 + ["html", "csv", "md", "zip"] * 30
    for number, kind in enumerate(kinds):
        broken = bytearray(whole[kind])
        for _ in range(chance.randint(1, 40)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        yield f"{number}.{kind}", bytes(broken[: chance.randint(len(broken) // 3, len(broken))])


def laid(folder: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    """The files in a folder, each with a folder of its own beside it for what an archive may hold."""
    (folder / "files").mkdir()
    for name, content in files:
        (folder / "files" / name).write_bytes(content)
        (folder / "scratch" / name).mkdir(parents=True)
    return folder / "files"


def read_apart(folder: Path) -> tuple[dict[str, str], float]:
    """What became of each file of the folder, and the megabytes that reading them left behind."""
    command = [sys.executable, "-m", "tests.fakes.reading", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    lines, grown = json.loads(done.stdout)
    return lines, grown


def is_clear(line: str) -> bool:
    return 4 < len(line) < 120 and "\n" not in line and any("㐀" <= char <= "鿿" for char in line)


def test_forged_files_are_refused_with_a_reason(tmp_path: Path) -> None:
    files = forged()
    assert 450_000 < len(files["炸弹.docx"]) < 600_000
    folder = laid(tmp_path, files.items())
    del files
    lines, grown = read_apart(folder)
    assert grown < 50
    assert lines["远.xlsx"] == ""
    reasons = {"炸弹.docx": "炸弹", "撒谎.docx": "损坏", "宏.docx": "宏", "大图.png": "太大", "文档.txt": "不是文本"}
    for name, reason in reasons.items():
        assert reason in lines[name], (name, lines[name])
    assert all(is_clear(line) for name, line in lines.items() if name not in ("深.html", "长行.csv", "远.xlsx")), lines


def test_two_hundred_mutated_files_end_in_text_or_in_a_clear_line(tmp_path: Path) -> None:
    folder = laid(tmp_path, mutated(random.Random(11)))
    lines, grown = read_apart(folder)
    assert len(lines) == 200
    assert all(line == "" or is_clear(line) for line in lines.values()), set(lines.values())
    assert sum(line != "" for line in lines.values()) > 60
    assert grown < 50


async def test_forged_archives_beside_good_files_spoil_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "办法.txt").write_text(RULES, "utf-8")
    (folder / "越界.zip").write_bytes(packed({"../../办法.txt": b"x", "../.ssh/authorized_keys": b"x"}))
    (folder / "炸弹.zip").write_bytes(packed({"a.txt": b"0" * 90_000_000}))
    (folder / "套娃.zip").write_bytes(packed({"里.zip": packed({"a.txt": b"1"}), "通知.md": RULES.encode()}))
    async with opened(tmp_path / "home") as library:
        counts = await library.ingesting.index([folder])
        names = [document.name for document in await library.shelf.documents()]
    assert sorted(names) == ["办法", "通知"]
    assert {name for name, _ in counts.failed} == {"越界.zip", "炸弹.zip", "里.zip"}
    assert all(is_clear(reason) for _, reason in counts.failed)
    assert sorted(os.listdir(tmp_path)) == ["files", "home"]
