"""A disk with no room left."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from bot.records.open import Records


@contextmanager
def full_disk(records: Records) -> Iterator[None]:
    """SQLite's own refusal: no page more than there are."""

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(records.store._sqlite, "checkout", limit)
    try:
        yield
    finally:
        event.remove(records.store._sqlite, "checkout", limit)
        records.store._sqlite.dispose()
