"""The table of summaries in the making; it joins the tables of schema.py. Every change is a row, none is changed."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from bot.records.schema import Serial, metadata

summaries = Table(
    "summaries",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
    # The row that it was changed from; none for the first of a request.
    Column("parent", Serial, ForeignKey("summaries.id")),
    Column("body", Text, nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    Index("ix_summaries_person_id_id", "person_id", "id"),
)
