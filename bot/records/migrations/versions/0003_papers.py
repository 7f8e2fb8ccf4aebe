"""Replies that bring a Word file."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add one column."""
    op.add_column("replies", Column("paper", Text, nullable=False, server_default=""))
