"""The data folder and its one owner: a lock that the operating system drops when the process dies."""

import fcntl
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TextIO

from bot.errors import HomeInUse, StorageError


class HomeLock:
    """Held while a process owns the folder. A second owner is refused, never made to wait."""

    def __init__(self, home: Path) -> None:
        self._file = _open(home)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.close()
            raise HomeInUse(
                f"数据目录 {home} 正被另一个实报进程使用，请先停掉它，或用 SHIBAO_HOME 另指一个目录。"
            ) from error

    def release(self) -> None:
        """Give the folder free; the file stays, since removing it would race with the next owner."""
        self._file.close()


def _open(home: Path) -> TextIO:
    try:
        home.mkdir(parents=True, exist_ok=True)
        # 0600: the folder's notes are nobody else's business, and the lock file names the folder's rights.
        return os.fdopen(os.open(home / "lock", os.O_RDWR | os.O_CREAT, 0o600), "r+")
    except OSError as error:
        raise StorageError(
            f"数据目录 {home} 不能写入，请检查磁盘空间和目录权限，或用 SHIBAO_HOME 另指一个目录。"
        ) from error


def has_house_rules(home: Path) -> bool:
    """Whether a house wording stands in the folder's records; yes where that cannot be told, so that the usual way
    says why."""
    try:
        with closing(sqlite3.connect(f"{(home / 'shibao.db').resolve().as_uri()}?mode=ro", uri=True)) as records:
            return records.execute("SELECT 1 FROM house_rules WHERE until IS NULL").fetchone() is not None
    except sqlite3.Error:
        return True
