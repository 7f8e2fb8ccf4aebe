"""The tables of submissions and of the ledger: append-only logs of events, frozen reports, reminders, who hands in.

`seq` and `state` of a submission or an item repeat what its events say, so that one conditional update decides who was
first; `shibao verify` compares the two.
"""

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

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
    "frozen_reports", metadata, Column("sha256", String(64), primary_key=True), Column("body", Text, nullable=False)
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

ledger_items = Table(
    "ledger_items",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("unit_id", String(32), ForeignKey("units.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    UniqueConstraint("unit_id", "number"),
)

ledger_events = Table(
    "ledger_events",
    metadata,
    Column("item_id", String(32), ForeignKey("ledger_items.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("event", Text, nullable=False),
    # The hash of this event and of the hash before it: an event cannot be changed or dropped unnoticed.
    Column("hash", String(64), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    # The message that said it: what came with it is evidence and belongs to no report.
    Column("message_key", String(64), nullable=False),
)

# What a person was reminded of, written with the message itself: the same thing never comes twice. The subject is
# an item of the ledger or what lies on a desk.
reminders = Table(
    "reminders",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("subject", String(64), nullable=False),
    Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    Index("ix_reminders_subject", "subject"),
)

# Who wants no reminders; `item_id` is empty where none at all.
mutes = Table(
    "mutes",
    metadata,
    Column("person_id", String(32), ForeignKey("people.id"), primary_key=True),
    Column("item_id", String(32), primary_key=True),
)
