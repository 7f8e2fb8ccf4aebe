"""The ledger of problems with its log, and reminders."""

from alembic import op
from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, Text, UniqueConstraint

revision = "0004"
down_revision = "0006"


def upgrade() -> None:
    """Add tables; nothing that stands is changed."""
    op.create_table(
        "ledger_items",
        Column("id", String(32), primary_key=True),
        Column("unit_id", String(32), ForeignKey("units.id"), nullable=False),
        Column("number", Integer, nullable=False),
        Column("seq", Integer, nullable=False),
        Column("state", String(16), nullable=False),
        UniqueConstraint("unit_id", "number"),
    )
    op.create_table(
        "ledger_events",
        Column("item_id", String(32), ForeignKey("ledger_items.id"), primary_key=True),
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("event", Text, nullable=False),
        Column("hash", String(64), nullable=False),
        Column("at", DateTime, nullable=False),
        Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
        Column("message_key", String(64), nullable=False),
    )
    op.create_table(
        "reminders",
        Column("key", String(100), primary_key=True),
        Column("subject", String(64), nullable=False),
        Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
        Column("at", DateTime, nullable=False),
        Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    )
    op.create_index("ix_reminders_subject", "reminders", ["subject"])
    op.create_table(
        "mutes",
        Column("person_id", String(32), ForeignKey("people.id"), primary_key=True),
        Column("item_id", String(32), primary_key=True),
    )
