"""Append-only logs: events of one thing, each bound to the one before by its hash. verify.py proves them.

`seq` and `state` in the row of the thing repeat what its events say, so that one conditional update decides who was
first.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, insert, select, update

from bot.errors import Overtaken
from bot.records.codec import dump, load_as


class Stands(Protocol):
    """How a thing stands after its events."""

    @property
    def state(self) -> str: ...

    @property
    def seq(self) -> int: ...


Event = TypeVar("Event")
Standing = TypeVar("Standing", bound=Stands)


@dataclass(frozen=True, slots=True)
class Chain(Generic[Event, Standing]):
    """A log: the table of the things, that of their events (`of` names the thing there), and what events make."""

    things: Table
    events: Table
    of: ColumnElement[str]
    kind: type[Event]
    fold: Callable[[Iterable[Event]], Standing | None]

    def rows(self, connection: Connection, thing: str) -> Sequence[Any]:
        """(seq, event, hash) of a thing, oldest first."""
        e = self.events.c
        return connection.execute(select(e.seq, e.event, e.hash).where(self.of == thing).order_by(e.seq)).all()

    def read(self, rows: Iterable[Any]) -> list[Event]:
        """The events of such rows."""
        return [load_as(self.kind, row.event) for row in rows]

    def append(self, connection: Connection, thing: str, seq: int, event: Event, **more: object) -> None:
        """Write the event behind the `seq` it was decided on, or raise Overtaken and leave the turn unwritten."""
        rows = self.rows(connection, thing)
        if len(rows) != seq:
            raise Overtaken
        after = self.fold([*self.read(rows), event])
        c = self.things.c
        # The log was read in this transaction, but only this update decides between two on PostgreSQL.
        first = update(self.things).where(c.id == thing, c.seq == seq)
        if after is None or connection.execute(first.values(seq=after.seq, state=after.state)).rowcount != 1:
            raise Overtaken
        written = dump(event)
        bound = link(rows[-1].hash if rows else thing, written)
        row = {str(self.of.key): thing, "seq": seq + 1, "event": written, "hash": bound}
        connection.execute(insert(self.events).values(**row, **more))


def broken(rows: Iterable[Any], thing: str) -> str:
    """Where a chain breaks; empty where it holds."""
    before = thing
    for number, row in enumerate(rows, start=1):
        if row.seq != number or link(before, row.event) != row.hash:
            return f"第{number}条日志被改动或缺失"
        before = row.hash
    return ""


def link(before: str, event: str) -> str:
    """The hash of an event in its chain."""
    return digest(f"{before}\n{event}")


def digest(text: str) -> str:
    """What a text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()
