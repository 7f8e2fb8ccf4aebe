"""The table of what people said of answers: every press is a row, the newest of an answer counts."""

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Index, Integer, String, Table

from bot.records.schema import metadata

answer_feedback = Table(
    "answer_feedback",
    metadata,
    Column("id", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True),
    # The turn that gave the answer, and the turn that judged it.
    Column("answer_key", String(64), ForeignKey("turns.key"), nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("at", DateTime, nullable=False),
    Index("ix_answer_feedback_answer_key", "answer_key"),
)
