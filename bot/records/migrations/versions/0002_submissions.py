"""Submissions with their log and frozen reports; replies that replace an earlier one in place."""

from alembic import op
from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add tables and one column; nothing that stands is changed."""
    op.add_column("replies", Column("card", String(64), nullable=False, server_default=""))
    op.create_index("ix_replies_card", "replies", ["card"])
    op.create_table(
        "submissions",
        Column("id", String(32), primary_key=True),
        Column("draft_id", String(32), ForeignKey("drafts.id"), nullable=False),
        Column("unit_id", String(32), ForeignKey("units.id"), nullable=False),
        Column("author_id", String(32), ForeignKey("people.id"), nullable=False),
        Column("seq", Integer, nullable=False),
        Column("state", String(16), nullable=False),
    )
    for column in ("draft_id", "unit_id", "author_id"):
        op.create_index(f"ix_submissions_{column}", "submissions", [column])
    op.create_table(
        "frozen_reports", Column("sha256", String(64), primary_key=True), Column("body", Text, nullable=False)
    )
    op.create_table(
        "submission_events",
        Column("submission_id", String(32), ForeignKey("submissions.id"), primary_key=True),
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("event", Text, nullable=False),
        Column("hash", String(64), nullable=False),
        Column("at", DateTime, nullable=False),
        Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    )
    op.create_table(
        "oversight",
        Column("person_id", String(32), ForeignKey("people.id"), primary_key=True),
        Column("unit_id", String(32), ForeignKey("units.id"), primary_key=True),
    )
    op.create_table(
        "profiles",
        Column("person_id", String(32), ForeignKey("people.id"), primary_key=True),
        Column("profile", Text, nullable=False),
    )
