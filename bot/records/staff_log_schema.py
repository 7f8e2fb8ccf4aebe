"""The log of who changed whose rights: rows are only ever added."""

from sqlalchemy import Column, DateTime, Integer, String, Table, Text
from sqlalchemy import Index as SqlIndex

from bot.records.schema import metadata

staff_log = Table(
    "staff_log",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False),
    # Empty where it was done at the command line, or by the person alone with a code.
    Column("by_id", String(32)),
    Column("person_id", String(32)),
    Column("unit_id", String(32), nullable=False),
    # Where a person or unit went to, or what was given besides.
    Column("other_unit_id", String(32)),
    # The names as they were then: people and units are renamed.
    Column("told", Text, nullable=False),
)
SqlIndex("ix_staff_log_person", staff_log.c.person_id)
