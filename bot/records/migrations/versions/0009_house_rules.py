"""House wordings of units."""

from alembic import op
from sqlalchemy import Column, DateTime, ForeignKey, String, text

revision = "0009"
down_revision = "0007"


def upgrade() -> None:
    """Add the table; nothing that stands is changed."""
    op.create_table(
        "house_rules",
        Column("id", String(32), primary_key=True),
        Column("unit_id", String(32), ForeignKey("units.id"), nullable=False),
        Column("word", String(64), nullable=False),
        Column("instead", String(64), nullable=False),
        Column("person_id", String(32), ForeignKey("people.id")),
        Column("since", DateTime, nullable=False),
        Column("until", DateTime),
    )
    standing = text("until IS NULL")
    op.create_index(
        "uq_house_rules_standing",
        "house_rules",
        ["unit_id", "word"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )
