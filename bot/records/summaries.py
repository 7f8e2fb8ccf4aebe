"""Summaries in the making over SQL: the newest of a person, and the one that it was changed from."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from bot.domain.summary.parts import Kept, Summary
from bot.domain.talk.desk import SaveSummary, Turn
from bot.ports import Summaries
from bot.records.codec import dump, load_as
from bot.records.schema import summaries
from bot.records.store import Store


class SqlSummaries(Summaries):
    """The port `Summaries` over SQL."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def newest(self, person_id: str) -> Kept | None:
        c = summaries.c
        query = select(summaries).where(c.person_id == person_id).order_by(c.id.desc()).limit(1)
        return _kept(await self._store.row(query))

    async def before(self, kept: Kept) -> Kept | None:
        query = select(summaries).where(summaries.c.id == kept.parent)
        return _kept(await self._store.row(query))


def _kept(row: Row[Any] | None) -> Kept | None:
    return Kept(row.id, row.parent, load_as(Summary, row.body)) if row else None


def save_summary(connection: Connection, turn: Turn, change: SaveSummary) -> None:
    """Write one more row."""
    row = {"person_id": turn.person_id, "parent": change.parent, "body": dump(change.summary), "turn_key": turn.key}
    connection.execute(insert(summaries).values(**row))
