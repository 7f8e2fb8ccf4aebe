"""Asks SQLite itself whether there is anything to load: SQLAlchemy takes half a second to say no."""

import sqlite3
from contextlib import closing
from pathlib import Path


def has_house_rules(home: Path) -> bool:
    """Whether a house wording stands in the folder's records; yes where that cannot be told, so that the usual way
    says why."""
    try:
        with closing(sqlite3.connect(f"{(home / 'shibao.db').resolve().as_uri()}?mode=ro", uri=True)) as records:
            return records.execute("SELECT 1 FROM house_rules WHERE until IS NULL").fetchone() is not None
    except sqlite3.Error:
        return True
