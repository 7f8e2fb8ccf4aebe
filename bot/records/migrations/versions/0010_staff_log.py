"""Who changed whose rights."""

from alembic import op
from sqlalchemy import Column, DateTime, Integer, String, Text

revision = "0010"
down_revision = "0005"


def upgrade() -> None:
    """Add the log; what was done before it began is not known."""
    op.create_table(
        "staff_log",
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("at", DateTime, nullable=False),
        Column("by_id", String(32)),
        Column("person_id", String(32)),
        Column("unit_id", String(32), nullable=False),
        Column("other_unit_id", String(32)),
        Column("told", Text, nullable=False),
    )
    op.create_index("ix_staff_log_person", "staff_log", ["person_id"])
