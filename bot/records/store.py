"""The database connection: transactions, SQLite's pragmas, and library errors turned into one Chinese line.

No table is known here; migrations live in migrate.py.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event, exc
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StorageError

BUSY_MS = 10_000

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}

_CAUSES = (
    ("full", "磁盘满了，没有保存成。腾出空间后请再发一次。"),
    ("readonly", "数据目录不能写入，没有保存成。请检查目录权限后再试。"),
    ("unable to open", "数据库打不开，请检查数据目录是否存在、是否有读写权限。"),
    ("malformed", "数据库文件已损坏，请停下来，用备份恢复。"),
    ("not a database", "数据库文件已损坏，请停下来，用备份恢复。"),
    ("locked", "数据库正忙，没有保存成，请稍后再试。"),
    ("disk i/o", "磁盘读写出错，没有保存成。请检查磁盘后再试。"),
)


class Store:
    """Reads see a snapshot; writes are one transaction each and stand in line, so SQLite is never busy."""

    def __init__(self, url: str) -> None:
        # Errors must not show a statement's parameters: they are people's words.
        self.engine: AsyncEngine = create_async_engine(url, hide_parameters=True)
        if self.engine.dialect.name == "sqlite":
            _tame_sqlite(self.engine)
        self._writer = self.engine.execution_options(writes=True)
        self._line = asyncio.Lock()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection for queries."""
        with storage_errors():
            async with self.engine.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """One transaction: committed whole when the block ends, rolled back when it raises."""
        with storage_errors():
            async with self._line, self._writer.begin() as connection:
                yield connection

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


def database_url(home: Path, url: str | None) -> str:
    """The async URL of the records: the given one with its async driver, or SQLite in the data folder."""
    if not url:
        return f"sqlite+aiosqlite:///{home / 'shibao.db'}"
    scheme, _, rest = url.partition("://")
    return f"{_DRIVERS.get(scheme, scheme)}://{rest}"


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turn the driver's errors into StorageError; a violated constraint is a bug and passes as it is."""
    try:
        yield
    except exc.IntegrityError:
        raise
    except (exc.DBAPIError, OSError) as error:
        raise StorageError(_say(error)) from error


def _say(error: exc.DBAPIError | OSError) -> str:
    told = str(getattr(error, "orig", error)).lower()
    for mark, line in _CAUSES:
        if mark in told:
            return line
    return "数据库出错，没有保存成，请稍后再试。"


def _tame_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def _connect(connection: Any, _: object) -> None:
        # The driver's own implicit BEGIN would come too late for a snapshot; we begin ourselves below.
        connection.isolation_level = None
        cursor = connection.cursor()
        # FULL: 0.2 ms more a commit, and a power cut loses nothing that Telegram was told we have.
        for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={BUSY_MS}", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
