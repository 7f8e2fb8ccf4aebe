"""Summaries in the making."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Text

revision = "0008"
down_revision = "0009"

_SERIAL = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Add one table."""
    op.create_table(
        "summaries",
        Column("id", _SERIAL, primary_key=True, autoincrement=True),
        Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
        Column("parent", _SERIAL, ForeignKey("summaries.id")),
        Column("body", Text, nullable=False),
        Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    )
    op.create_index("ix_summaries_person_id_id", "summaries", ["person_id", "id"])
