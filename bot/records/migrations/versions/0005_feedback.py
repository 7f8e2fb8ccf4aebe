"""What people said of answers, and answers found by the turn that gave them."""

from alembic import op
from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Integer, String

revision = "0005"
down_revision = "0008"


def upgrade() -> None:
    """Add a table and an index."""
    op.create_table(
        "answer_feedback",
        Column("id", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True),
        Column("answer_key", String(64), ForeignKey("turns.key"), nullable=False),
        Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
        Column("verdict", String(16), nullable=False),
        Column("at", DateTime, nullable=False),
    )
    op.create_index("ix_answer_feedback_answer_key", "answer_feedback", ["answer_key"])
    op.create_index("ix_answers_turn_key", "answers", ["turn_key"])
