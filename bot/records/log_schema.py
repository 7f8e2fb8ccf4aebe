"""The tables of submissions: an append-only log of events, the frozen reports, and who hands in for whom.

`seq` and `state` of a submission repeat what its events say, so that one conditional update decides who was
first; `shibao verify` compares the two.
"""

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, String, Table, Text

from bot.records.schema import metadata

submissions = Table(
    "submissions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("draft_id", String(32), ForeignKey("drafts.id"), nullable=False),
    Column("unit_id", String(32), ForeignKey("units.id"), nullable=False),
    Column("author_id", String(32), ForeignKey("people.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Index("ix_submissions_draft_id", "draft_id"),
    Index("ix_submissions_unit_id", "unit_id"),
    Index("ix_submissions_author_id", "author_id"),
)

frozen_reports = Table(
    "frozen_reports",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("body", Text, nullable=False),
)

submission_events = Table(
    "submission_events",
    metadata,
    Column("submission_id", String(32), ForeignKey("submissions.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("event", Text, nullable=False),
    # The hash of this event and of the hash before it: an event cannot be changed or dropped unnoticed.
    Column("hash", String(64), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
)

# Units that an editor looks after beside their own and those below it.
oversight = Table(
    "oversight",
    metadata,
    Column("person_id", String(32), ForeignKey("people.id"), primary_key=True),
    Column("unit_id", String(32), ForeignKey("units.id"), primary_key=True),
)

profiles = Table(
    "profiles",
    metadata,
    Column("person_id", String(32), ForeignKey("people.id"), primary_key=True),
    Column("profile", Text, nullable=False),
)
