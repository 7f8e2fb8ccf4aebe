"""The ledger of problems over SQL: appended to, read and folded, never changed. verify.py proves it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select

from bot.domain.ledger.items import Entry, Event, Item, State, fold
from bot.domain.submissions.enclosures import Attached
from bot.domain.talk.desk import Turn
from bot.errors import Overtaken
from bot.ports import Ledger
from bot.records import log_schema as s
from bot.records import schema as t
from bot.records.chain import Chain
from bot.records.codec import load_as
from bot.records.store import Store

LEDGER = Chain(s.ledger_items, s.ledger_events, s.ledger_events.c.item_id, Event, fold)


class SqlLedger(Ledger):
    """The port `Ledger` over SQL."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def find(self, item_id: str) -> Item | None:
        found = await self._list(s.ledger_items.c.id == item_id)
        return found[0] if found else None

    async def among(
        self, units: Collection[str], *, states: Collection[State] = (), since: datetime | None = None
    ) -> tuple[Item, ...]:
        c = s.ledger_items.c
        which: ColumnElement[bool] = c.unit_id.in_(units)
        if states:
            which = and_(which, c.state.in_(states))
        if since:
            moved = select(s.ledger_events.c.item_id).where(s.ledger_events.c.at >= since)
            which = and_(which, c.id.in_(moved))
        return await self._list(which)

    async def last_number(self, unit_id: str) -> int:
        c = s.ledger_items.c
        query = select(func.coalesce(func.max(c.number), 0)).where(c.unit_id == unit_id)
        return int(await self._store.value(query))

    async def heard(self, message_key: str) -> bool:
        query = select(s.ledger_events.c.seq).where(s.ledger_events.c.message_key == message_key).limit(1)
        return await self._store.read(lambda connection: connection.execute(query).first() is not None)

    async def files(self, message_keys: Sequence[str]) -> tuple[Attached, ...]:
        a = t.attachments.c
        query = select(a.file_id, a.kind, a.name).where(a.note_key.in_(message_keys)).order_by(a.at, a.message_key)
        rows = await self._store.rows(query)
        return tuple(Attached(row.file_id, row.kind, row.name) for row in rows)

    async def _list(self, which: ColumnElement[bool]) -> tuple[Item, ...]:
        return await self._store.read(lambda connection: _items(connection, which))


def record(connection: Connection, turn: Turn, entry: Entry) -> None:
    """Write the event behind the `seq` it was decided on, or raise Overtaken and leave the turn unwritten."""
    if entry.seq == 0:
        _open(connection, entry)
    more = {"at": entry.event.at, "turn_key": turn.key, "message_key": entry.event.message}
    LEDGER.append(connection, entry.item_id, entry.seq, entry.event, **more)


def _open(connection: Connection, entry: Entry) -> None:
    """A number is given once; who finds it taken decides anew."""
    c = s.ledger_items.c
    taken = select(c.id).where(c.unit_id == entry.unit_id, c.number == entry.number)
    if connection.execute(taken).first():
        raise Overtaken
    row = {"id": entry.item_id, "unit_id": entry.unit_id, "number": entry.number}
    connection.execute(insert(s.ledger_items).values(**row, seq=0, state=""))


def _items(connection: Connection, which: ColumnElement[bool]) -> tuple[Item, ...]:
    """One query however many there are."""
    e, c = s.ledger_events.c, s.ledger_items.c
    query = (
        select(c.id, c.unit_id, t.units.c.name, c.number, e.event)
        .join(s.ledger_events, e.item_id == c.id)
        .join(t.units, t.units.c.id == c.unit_id)
        .where(which)
        .order_by(t.units.c.name, c.number, e.seq)
    )
    rows = connection.execute(query)
    found = []
    for key, group in groupby(rows, key=lambda row: (row.id, row.unit_id, row.name, row.number)):
        events = tuple(load_as(Event, row.event) for row in group)
        standing = fold(events)
        if standing:
            found.append(Item(*key, events, standing))
    return tuple(found)
