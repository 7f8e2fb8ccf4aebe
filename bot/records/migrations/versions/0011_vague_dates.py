"""Dates of cards that were told without their day."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add a column; without its hash a file counts as changed, so the next collecting reads every card anew."""
    op.add_column("library_documents", Column("vague", Text, nullable=False, server_default=""))
    op.execute("UPDATE library_documents SET sha256 = ''")
