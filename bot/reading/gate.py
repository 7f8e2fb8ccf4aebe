"""Decides by content what a file is, and whether it may be opened at all. Nothing is unpacked here."""

import re
import zipfile
from pathlib import Path

from bot.errors import UnreadableFile
from bot.reading import limits

PLAIN = frozenset({".md", ".markdown", ".txt", ".html", ".htm", ".csv"})
OFFICE = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".pptx": "ppt/presentation.xml", ".ofd": "OFD.xml"}
LEGACY = frozenset({".doc", ".wps", ".et", ".xls", ".ppt", ".dps", ".rtf"})
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp"})
PICTURED = (b"\xff\xd8\xff", b"\x89PNG", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
ARCHIVES = frozenset({".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"})
READABLE = PLAIN | frozenset(OFFICE) | PICTURES | {".pdf"}
TOLD = "Word、Excel、PPT、PDF、WPS、OFD、网页、文本、图片和 zip"
MACROS = re.compile(r"vbaProject\.bin|vbaData\.xml|/embeddings/.*\.(?:bin|exe)$|activeX", re.IGNORECASE)


def admit(path: Path) -> str:
    """The kind of the file, as its ending without the dot; UnreadableFile says why where it may not be
    read.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise UnreadableFile("文件打不开，请检查是否存在、有没有读取权限") from error
    ending = true_ending(path)
    if ending == ".zip":
        raise UnreadableFile("压缩包里又有压缩包，请先解压里面那个再发")
    if ending in ARCHIVES:
        raise UnreadableFile(f"{ending} 压缩包打不开，请改压成 zip，或解压后再发")
    if ending not in READABLE:
        raise UnreadableFile(f"不认识的文件类型 {ending or '（无后缀）'}，能收的有{TOLD}")
    if size == 0:
        raise UnreadableFile("文件是空的")
    if size > limits.FILE_BYTES:
        raise UnreadableFile(f"文件超过 {limits.FILE_BYTES // 1_000_000} MB，请拆开后再发")
    _check_content(path, ending, head)
    return ending[1:]


def true_ending(path: Path) -> str:
    """The file's ending, of an office document the one that its content has: many a .doc or .pdf is a .docx."""
    ending = path.suffix.lower()
    if ending in LEGACY | frozenset(OFFICE) | {".pdf"} and zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive:
                names = set(archive.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return ending
        return next((own for own, part in OFFICE.items() if part in names), ending)
    return ending


def _check_content(path: Path, ending: str, head: bytes) -> None:
    if ending == ".pdf":
        if b"%PDF-" not in head:
            raise UnreadableFile("内容不是 PDF，后缀可能改过")
    elif ending in OFFICE:
        _check_zip(path, head, OFFICE[ending])
    elif ending in PICTURES:
        if not head.startswith(PICTURED):
            raise UnreadableFile("内容不是图片，后缀可能改过")
    elif head.startswith((b"PK\x03\x04", b"%PDF-", b"\x7fELF", b"MZ", b"\xd0\xcf\x11\xe0")):
        raise UnreadableFile("内容不是文本，后缀可能改过")


def _check_zip(path: Path, head: bytes, main_part: str) -> None:
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile("文件加了密码，或是旧格式改了后缀，请去掉密码、另存后再发")
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile("文件已损坏，打不开") from error
    names = {entry.filename for entry in entries}
    if main_part not in names:
        raise UnreadableFile(f"内容不是 {path.suffix} 文档，后缀可能改过")
    if any(MACROS.search(name) for name in names):
        raise UnreadableFile("文档带宏或嵌入程序，为安全不读取，请另存为不带宏的文件")
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if (
        len(entries) > limits.ZIP_ENTRIES
        or total > limits.ZIP_TOTAL_BYTES
        or max(entry.file_size for entry in entries) > limits.ZIP_ENTRY_BYTES
        or (total > 10_000_000 and total / packed > limits.ZIP_RATIO)
    ):
        raise UnreadableFile("压缩内容异常大，疑似压缩炸弹，没有读取")
