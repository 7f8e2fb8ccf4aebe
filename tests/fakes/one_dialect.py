"""All databases of a run are spoken to in one dialect: SQLAlchemy compiles a statement once, not once a test."""

from typing import Any

from sqlalchemy import Engine

from bot.records.store import Store

_open = Store._open_sqlite
_first: dict[str, Any] = {}


def _open_like_the_first(store: Store) -> Engine:
    engine = _open(store)
    engine.dialect = engine.pool._dialect = _first.setdefault("dialect", engine.dialect)
    engine._compiled_cache = _first.setdefault("compiled", engine._compiled_cache)
    return engine


Store._open_sqlite = _open_like_the_first  # type: ignore[method-assign]
