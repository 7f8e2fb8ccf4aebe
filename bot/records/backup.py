"""One file with everything that cannot be made anew: the records, the documents that were sent, own word lists.

Indexes, models and logs stay out: the first two are built from the rest, the last help nobody afterwards.
A backup may run beside the bot: SQLite copies a snapshot, and documents are never changed once they have a name.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO

from bot.errors import InputError, StorageError
from bot.records.home import HomeLock

DATABASE, MANIFEST = "shibao.db", "manifest.json"
FORMAT = 1
_KEPT = ("uploads/**/*", "*.tsv", "bot_name")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds: the number of its files, their bytes, and when it was made."""

    files: int
    size: int
    at: datetime


def back_up(home: Path, target: Path, *, now: datetime) -> Kept:
    """Write the backup; it gets its name only when it is whole. What stood there is replaced."""
    if not (home / DATABASE).exists():
        raise InputError(f"{home} 里还没有记录，没什么可备份。")
    with _told(target), tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        copy = Path(folder) / DATABASE
        _copy_database(home / DATABASE, copy)
        files = {DATABASE: copy, **_documents(home)}
        sums = {name: _digest(path) for name, path in files.items()}
        part = Path(folder) / "part"
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as out:
            with tarfile.open(fileobj=out, mode="w:gz" if target.suffix in (".gz", ".tgz") else "w") as archive:
                manifest = Path(folder) / MANIFEST
                manifest.write_text(json.dumps({"format": FORMAT, "at": now.isoformat(), "files": sums}), "utf-8")
                for name, path in {MANIFEST: manifest, **files}.items():
                    archive.add(path, name, recursive=False)
            out.flush()
            os.fsync(out.fileno())
        size = part.stat().st_size
        os.replace(part, target)
    return Kept(len(files), size, now)


def restore(home: Path, source: Path) -> Kept:
    """Put a backup into a data folder that has no records; nothing is put there before all of it was proved."""
    lock = HomeLock(home)
    try:
        if (home / DATABASE).exists():
            raise InputError(f"{home} 里已经有记录，不会盖掉。请先把这个目录改名，或用 SHIBAO_HOME 另指一个空目录。")
        with _told(home), tempfile.TemporaryDirectory(dir=home, prefix=".restore-") as folder:
            with _told(source):
                kept = _unpack(source, Path(folder))
            _move(Path(folder), home)
        return kept
    finally:
        lock.release()


def _copy_database(source: Path, copy: Path) -> None:
    """A snapshot in one step: who writes meanwhile neither waits nor shows up in it."""
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(copy)) as new:
            old.execute("PRAGMA busy_timeout = 10000")
            old.backup(new)
            # One file, without the write-ahead log beside it.
            new.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise StorageError(f"记录没有复制成（{error}），请稍后再试。") from error
    _prove(copy)


def _prove(database: Path) -> None:
    try:
        with closing(sqlite3.connect(database)) as opened:
            sound = opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.Error:
        sound = False
    if not sound:
        raise StorageError("记录库已损坏，备份没有用。请找上一份备份。")


def _documents(home: Path) -> dict[str, Path]:
    """By their name in the archive; what is half written begins with a dot."""
    found = sorted(path for pattern in _KEPT for path in home.glob(pattern) if path.is_file())
    return {path.relative_to(home).as_posix(): path for path in found if not path.name.startswith(".")}


def _unpack(source: Path, folder: Path) -> Kept:
    try:
        with tarfile.open(source) as archive:
            manifest = json.load(_member(archive, MANIFEST))
            if manifest["format"] != FORMAT:
                raise InputError("这份备份是更新版本的实报做的，请升级程序后再恢复。")
            for name, expected in manifest["files"].items():
                path = folder / _safe(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("wb") as out:
                    shutil.copyfileobj(_member(archive, name), out)
                if _digest(path) != expected:
                    raise InputError(f"备份里的 {name} 和登记的指纹不符，没有恢复。请换一份备份。")
    except (tarfile.TarError, KeyError, ValueError, EOFError) as error:
        raise InputError(f"{source} 不是完整的实报备份，没有恢复。") from error
    if not (folder / DATABASE).exists():
        raise InputError(f"{source} 里没有记录库，没有恢复。")
    _prove(folder / DATABASE)
    return Kept(len(manifest["files"]), source.stat().st_size, datetime.fromisoformat(manifest["at"]))


def _member(archive: tarfile.TarFile, name: str) -> IO[bytes]:
    """A plain file of the archive; links and devices are none."""
    found = archive.extractfile(archive.getmember(name)) if archive.getmember(name).isreg() else None
    if found is None:
        raise KeyError(name)
    return found


def _safe(name: str) -> PurePosixPath:
    """The name, if it is one that a backup of ours has."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not any(_matches(path, one) for one in (DATABASE, *_KEPT)):
        raise InputError(f"备份里有不该有的文件 {name}，没有恢复。")
    return path


def _matches(path: PurePosixPath, pattern: str) -> bool:
    if pattern.startswith("uploads/"):
        return path.parts[0] == "uploads" and len(path.parts) > 1
    return len(path.parts) == 1 and path.match(pattern)


def _move(folder: Path, home: Path) -> None:
    """The records last: without them the folder counts as empty, and restoring can simply be repeated."""
    for stale in (f"{DATABASE}-wal", f"{DATABASE}-shm"):
        (home / stale).unlink(missing_ok=True)
    # Built from other records; built again with the next start.
    shutil.rmtree(home / "index", ignore_errors=True)
    for path in sorted(folder.rglob("*"), key=lambda one: one.name == DATABASE):
        if path.is_file():
            target = home / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """What the disk refuses, in a line that says what to do."""
    try:
        yield
    except FileNotFoundError as error:
        raise InputError(f"找不到 {place}，请核对路径，目录要先建好。") from error
    except OSError as error:
        raise StorageError(f"{place} 读写不成（{error.strerror}），请检查磁盘空间和权限。") from error
