"""Opening the records of a data folder: lock, database, schema, and the ports over them."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.clock import wall_now
from bot.records.answers import SqlAnswers
from bot.records.desks import SqlDesks
from bot.records.home import HomeLock
from bot.records.house import SqlHouse
from bot.records.inbox import SqlInbox
from bot.records.ledger import SqlLedger
from bot.records.log import SqlLog
from bot.records.migrate import migrate
from bot.records.people import SqlPeople
from bot.records.reminders import SqlReminders
from bot.records.store import Store, database_url
from bot.records.summaries import SqlSummaries
from bot.records.turns import Clock
from bot.records.units import SqlUnits


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that is kept. `store` is for the records of other rooms (library.py)."""

    desks: SqlDesks
    people: SqlPeople
    inbox: SqlInbox
    log: SqlLog
    ledger: SqlLedger
    reminders: SqlReminders
    units: SqlUnits
    house: SqlHouse
    summaries: SqlSummaries
    answers: SqlAnswers
    store: Store
    _lock: HomeLock | None = field(repr=False, default=None)

    async def close(self) -> None:
        """Close the database and give the folder free."""
        await self.store.close()
        if self._lock:
            self._lock.release()


async def open_records(home: Path, url: str | None = None, *, own: bool = True, clock: Clock = wall_now) -> Records:
    """Open the records; HomeInUse where another process owns the folder.

    With own=False the folder is not taken: for a short visit beside the running bot, such as making a
    pairing code or proving the log. Such a visitor may use `people` and `units` alone and read the store, since
    deliveries and turns are the owner's.
    """
    lock = HomeLock(home) if own else None
    store = Store(database_url(home, url))
    try:
        await migrate(store)
    except BaseException:
        await store.close()
        if lock:
            lock.release()
        raise
    return Records(
        SqlDesks(store, clock),
        SqlPeople(store, clock),
        SqlInbox(store, clock),
        SqlLog(store),
        SqlLedger(store),
        SqlReminders(store),
        SqlUnits(store, clock),
        SqlHouse(store, clock),
        SqlSummaries(store),
        SqlAnswers(store),
        store,
        lock,
    )
