"""The library in SQL, the only truth of it: cards, passages, vectors.

Search indexes follow it from retrieval/.
"""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from functools import lru_cache, partial
from typing import Any

from sqlalchemy import Connection, Row, Text, bindparam, delete, insert, select, type_coerce, update

from bot.domain.library.card_edits import corrected
from bot.domain.library.passages import Document, Passage, Shelved
from bot.domain.talk.desk import CorrectCard
from bot.ports import Shelf
from bot.records import library_schema as t
from bot.records.store import Store

REVISION = "revision"
_DOCUMENT = tuple(field.name for field in fields(Document) if field.name != "pending")
_PASSAGE = tuple(field.name for field in fields(Passage))
_COLUMNS = [
    type_coerce(t.passages.c[name], Text).label(name) if name == "path" else t.passages.c[name] for name in _PASSAGE
]
"""What a passage is made of; its headings as they are written, since the same come with many passages."""
_VISIBLE = (
    select(*_COLUMNS)
    .select_from(t.passages.join(t.documents, t.passages.c.document_id == t.documents.c.id))
    .where(t.documents.c.unit.in_(bindparam("units", expanding=True)))
)
"""Passages of documents that the units may see. No unit: `IN ()` holds for no row, so nothing is seen."""
_CHOSEN = _VISIBLE.where(t.passages.c.id.in_(bindparam("ids", expanding=True)))
"""Made once: every answer asks it, and making it takes as long as running it."""


class SqlShelf(Shelf):
    """The port `Shelf` over SQL."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def revisions(self) -> dict[str, int]:
        rows = await self._store.rows(select(t.documents.c.id, t.documents.c.revision))
        return {row.id: row.revision for row in rows}

    async def documents(self) -> tuple[Document, ...]:
        return tuple(_document(row) for row in await self._store.rows(select(t.documents).order_by(t.documents.c.name)))

    async def embedder(self, document_id: str) -> str:
        query = select(t.passages.c.embedder).where(t.passages.c.document_id == document_id).limit(1)
        return await self._store.value(query) or ""

    async def replace(self, document: Document, passages: Sequence[Shelved]) -> None:
        rows = [
            _passage_row(shelved.passage) | {"vector": shelved.vector, "embedder": shelved.embedder}
            for shelved in passages
        ]
        await self._store.write(lambda connection: _replace(connection, document, rows))

    async def remove(self, document_ids: Sequence[str]) -> None:
        await self._store.write(lambda connection: forget(connection, document_ids))

    async def correct(self, change: CorrectCard, person_id: str, at: datetime) -> None:
        await self._store.write(lambda connection: correct(connection, change, person_id, at))

    async def passages(self, ids: Sequence[str], units: frozenset[str]) -> tuple[Passage, ...]:
        given = {"units": sorted(units), "ids": list(ids)}
        rows = await self._store.rows(_CHOSEN, given)
        found = {row.id: _passage(row) for row in rows}
        return tuple(found[key] for key in ids if key in found)

    async def clause(self, document_id: str, clause: str, units: frozenset[str]) -> tuple[Passage, ...]:
        query = _VISIBLE.where(t.passages.c.document_id == document_id)
        if clause:
            query = query.where(t.passages.c.clause == clause)
        query, given = query.order_by(t.passages.c.ordinal), {"units": sorted(units)}
        rows = await self._store.rows(query, given)
        return tuple(_passage(row) for row in rows)

    async def shelved(self, document_ids: Sequence[str]) -> AsyncIterator[tuple[Document, Shelved]]:
        for document_id in document_ids:
            found, rows = await self._store.read(partial(_with_vectors, document_id=document_id))
            for row in rows:
                if found is not None:
                    yield _document(found), Shelved(_passage(row), row.vector, row.embedder)


def _with_vectors(connection: Connection, document_id: str) -> tuple[Row[Any] | None, Sequence[Row[Any]]]:
    """The card of one moment and the passages that were its own at that moment."""
    card = select(t.documents).where(t.documents.c.id == document_id)
    columns = [*_COLUMNS, t.passages.c.vector, t.passages.c.embedder]
    passages = select(*columns).where(t.passages.c.document_id == document_id).order_by(t.passages.c.ordinal)
    return connection.execute(card).first(), connection.execute(passages).all()


def _replace(connection: Connection, document: Document, passages: Sequence[dict[str, Any]]) -> None:
    """What people corrected holds for the same edition; whose the document is holds for every one."""
    c = t.corrections.c
    query = select(c.edition, c.field, c.value).where(c.document_id == document.id).order_by(c.id)
    said = [
        (row.field, row.value)
        for row in connection.execute(query)
        if row.edition == document.edition or row.field == "unit"
    ]
    revision = _next_revision(connection)
    _clear(connection, [document.id])
    row = _document_row(corrected(document, said)) | {"revision": revision}
    connection.execute(insert(t.documents).values(**row))
    if passages:
        connection.execute(insert(t.passages), passages)


def correct(connection: Connection, change: CorrectCard, person_id: str, at: datetime) -> None:
    """Keep what a person says of a card and change the card; nothing where the document is gone."""
    mine = t.documents.c.id == change.document_id
    row = connection.execute(select(t.documents).where(mine)).first()
    if row is None:
        return
    document = _document(row)
    common = {"document_id": document.id, "edition": document.edition, "person_id": person_id, "at": at}
    connection.execute(
        insert(t.corrections), [common | {"field": name, "value": value} for name, value in change.values]
    )
    changed = _document_row(corrected(document, change.values)) | {"revision": _next_revision(connection)}
    connection.execute(update(t.documents).where(mine).values(**changed))


def forget(connection: Connection, document_ids: Sequence[str]) -> None:
    """Documents with everything that was kept of them."""
    _clear(connection, document_ids)
    connection.execute(delete(t.corrections).where(t.corrections.c.document_id.in_(list(document_ids))))


def _clear(connection: Connection, document_ids: Sequence[str]) -> None:
    connection.execute(delete(t.passages).where(t.passages.c.document_id.in_(list(document_ids))))
    connection.execute(delete(t.documents).where(t.documents.c.id.in_(list(document_ids))))


def _next_revision(connection: Connection) -> int:
    step = update(t.state).where(t.state.c.key == REVISION).values(value=t.state.c.value + 1)
    if connection.execute(step).rowcount == 0:
        connection.execute(insert(t.state).values(key=REVISION, value=1))
    query = select(t.state.c.value).where(t.state.c.key == REVISION)
    revision: int = connection.execute(query).scalar_one()
    return revision


def _document_row(document: Document) -> dict[str, Any]:
    row = {name: getattr(document, name) for name in _DOCUMENT}
    return row | {"aliases": list(document.aliases), "repeals": list(document.repeals)}


def _document(row: Row[Any]) -> Document:
    values = {name: getattr(row, name) for name in _DOCUMENT}
    return Document(**values | {"aliases": tuple(row.aliases), "repeals": tuple(row.repeals)})


def _passage_row(passage: Passage) -> dict[str, Any]:
    return asdict(passage) | {"path": list(passage.path)}


def _passage(row: Row[Any]) -> Passage:
    """A passage from a row that begins with its fields, in their order."""
    key, document_id, ordinal, clause, path, text, page, lead = list(row)[:8]
    return Passage(key, document_id, ordinal, clause, _path(path), text, page, lead)


@lru_cache(maxsize=2048)
def _path(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))
