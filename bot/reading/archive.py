"""zip archives of documents: what is inside goes into a folder under safe names; nothing is run or followed."""

import re
import unicodedata
import zipfile
from pathlib import Path, PurePosixPath

from bot.errors import UnreadableFile
from bot.reading import limits

PIECE = 1_000_000
STORED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
BY_THE_WAY = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


def unpack(path: Path, folder: Path) -> tuple[Path, ...]:
    """The files of the archive, each in a folder of its own so that equal names do not meet.

    UnreadableFile where the archive is broken, encrypted, absurdly large or names paths outside itself.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _by_the_way(entry)]
            _check(entries, path.stat().st_size)
            return tuple(_extract(archive, entry, folder / f"{n:03}") for n, entry in enumerate(entries))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile("压缩包已损坏，打不开") from error


def _check(entries: list[zipfile.ZipInfo], packed: int) -> None:
    names = [_name(entry) for entry in entries]
    if any(name.startswith("/") or ":" in name or ".." in PurePosixPath(name).parts for name in names):
        raise UnreadableFile("压缩包里有指向外面的路径，不安全，没有读取")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile("压缩包加了密码，请去掉密码后再发")
    if any(entry.compress_type not in STORED for entry in entries):
        raise UnreadableFile("压缩包的压缩方式不常见，请重新压缩成普通 zip 再发")
    total = sum(entry.file_size for entry in entries)
    if total > limits.ARCHIVE_BYTES or (total > 10_000_000 and total > limits.ZIP_RATIO * packed):
        raise UnreadableFile("压缩内容异常大，疑似压缩炸弹，没有读取")
    if len(entries) > limits.ARCHIVE_FILES:
        raise UnreadableFile(f"压缩包里有 {len(entries)} 个文件，一次最多 {limits.ARCHIVE_FILES} 个，请分开发")
    if not entries:
        raise UnreadableFile("压缩包是空的")


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> Path:
    """Never more than the archive itself declared: reading stops there."""
    folder.mkdir()
    target = folder / _safe(_name(entry))
    with archive.open(entry) as source, target.open("wb") as file:
        while piece := source.read(PIECE):
            file.write(piece)
    return target


def _by_the_way(entry: zipfile.ZipInfo) -> bool:
    """What operating systems and WPS leave beside the documents."""
    parts = PurePosixPath(_name(entry)).parts
    return bool(BY_THE_WAY & set(parts)) or any(part.startswith((".", "~$")) and part != ".." for part in parts)


def _name(entry: zipfile.ZipInfo) -> str:
    """Chinese Windows writes names in GBK without saying so; Python then takes them for code page 437."""
    if entry.flag_bits & 0x800:
        return entry.filename.replace("\\", "/")
    try:
        return entry.filename.encode("cp437").decode("gbk").replace("\\", "/")
    except UnicodeError:
        return entry.filename.replace("\\", "/")


def _safe(name: str) -> str:
    base = "".join(char for char in PurePosixPath(name).name if unicodedata.category(char)[0] != "C")
    stem, dot, ending = re.sub(r'[<>:"|?*]', "", base).rpartition(".")
    return f"{stem.encode()[:180].decode(errors='ignore')}{dot}{ending[:10]}" or "文件"
