"""The database connection: transactions, SQLite's pragmas, and library errors turned into one Chinese line.

No table is known here; migrations live in migrate.py.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, Row, create_engine, event, exc, make_url

from bot.errors import StorageError

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Result = TypeVar("Result")

BUSY_MS = 10_000
READERS = 4

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgres": "postgresql+asyncpg", "postgresql": "postgresql+asyncpg"}

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
    """One transaction is one piece of work, done in a thread: the loop never waits for the disk.

    With SQLite the work runs on a plain connection in one hop to the thread; statement by statement through
    the async driver it took forty, and 25 ms a message on a busy machine. Writes stand in line.
    """

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._line = asyncio.Lock()
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="records-read")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="records-write")
        self._sqlite = self._open_sqlite() if self._url.get_backend_name() == "sqlite" else None

    @cached_property
    def engine(self) -> "AsyncEngine":
        """SQLAlchemy's async engine, for databases other than SQLite; made when it is first used."""
        from sqlalchemy.ext.asyncio import create_async_engine

        driver = _DRIVERS.get(self._url.drivername, self._url.drivername)
        engine = create_async_engine(self._url.set(drivername=driver), hide_parameters=True)
        if self._sqlite:
            _tame_sqlite(engine.sync_engine)
        return engine

    async def read(self, work: Callable[[Connection], Result]) -> Result:
        """Do the queries of `work` on one snapshot."""
        if self._sqlite is None:
            async with self.reading() as connection:
                return await connection.run_sync(work)
        return await self._in_thread(self._readers, _read, self._sqlite, work)

    async def rows(self, query: Executable, given: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """Everything that a query finds, with the values given for its parameters."""
        return await self.read(lambda connection: connection.execute(query, given).all())

    async def row(self, query: Executable) -> Row[Any] | None:
        """The first that a query finds."""
        return await self.read(lambda connection: connection.execute(query).first())

    async def value(self, query: Executable) -> Any:
        """The first column of the first row; None where nothing is found."""
        return await self.read(lambda connection: connection.execute(query).scalar())

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do `work` in one transaction: committed whole when it returns, rolled back when it raises."""
        if self._sqlite is None:
            async with self.writing() as connection:
                return await connection.run_sync(work)
        async with self._line:
            return await self._in_thread(self._writer, _write, self._sqlite, work)

    @asynccontextmanager
    async def reading(self) -> "AsyncIterator[AsyncConnection]":
        """An async connection for queries."""
        with storage_errors():
            async with self.engine.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> "AsyncIterator[AsyncConnection]":
        """An async connection in one transaction."""
        with storage_errors():
            async with self._line, self.engine.execution_options(writes=True).begin() as connection:
                yield connection

    async def close(self) -> None:
        """Close every connection; work under way is finished first."""
        self._readers.shutdown()
        self._writer.shutdown()
        if self._sqlite:
            self._sqlite.dispose()
        if "engine" in vars(self):
            await self.engine.dispose()

    def _open_sqlite(self) -> Engine:
        # Errors must not show a statement's parameters: they are people's words.
        engine = create_engine(self._url.set(drivername="sqlite"), hide_parameters=True)
        _tame_sqlite(engine)
        return engine

    async def _in_thread(
        self,
        threads: ThreadPoolExecutor,
        transaction: Callable[[Engine, Callable[[Connection], Result]], Result],
        engine: Engine,
        work: Callable[[Connection], Result],
    ) -> Result:
        return await asyncio.get_running_loop().run_in_executor(threads, transaction, engine, work)


def _read(engine: Engine, work: Callable[[Connection], Result]) -> Result:
    with storage_errors(), engine.connect() as connection:
        return work(connection)


def _write(engine: Engine, work: Callable[[Connection], Result]) -> Result:
    with storage_errors(), engine.execution_options(writes=True).begin() as connection:
        return work(connection)


def database_url(home: Path, url: str | None) -> str:
    """The URL of the records: the given one, or SQLite in the data folder."""
    return url or f"sqlite:///{home / 'shibao.db'}"


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


def _tame_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _: object) -> None:
        # The driver's own implicit BEGIN would come too late for a snapshot; we begin ourselves below.
        connection.isolation_level = None
        cursor = connection.cursor()
        # FULL: 0.2 ms more a commit, and a power cut loses nothing that Telegram was told we have.
        for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={BUSY_MS}", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
