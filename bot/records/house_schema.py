"""The table of house wordings. A rule that was taken back stays, with the time when it was."""

from sqlalchemy import Column, DateTime, ForeignKey, String, Table, text
from sqlalchemy import Index as SqlIndex

from bot.records.schema import metadata

house_rules = Table(
    "house_rules",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("unit_id", String(32), ForeignKey("units.id"), nullable=False),
    Column("word", String(64), nullable=False),
    Column("instead", String(64), nullable=False),
    # Empty where the rule was made at the command line.
    Column("person_id", String(32), ForeignKey("people.id")),
    Column("since", DateTime, nullable=False),
    Column("until", DateTime),
)

_STANDING = text("until IS NULL")
SqlIndex(
    "uq_house_rules_standing",
    house_rules.c.unit_id,
    house_rules.c.word,
    unique=True,
    sqlite_where=_STANDING,
    postgresql_where=_STANDING,
)
