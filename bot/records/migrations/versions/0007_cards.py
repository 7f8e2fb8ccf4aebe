"""Cards that people correct, and documents whose words were recognised in pictures."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, DateTime, Integer, String, Text, false

revision = "0007"
down_revision = "0004"


def upgrade() -> None:
    """Add two columns and a table."""
    op.add_column("library_documents", Column("scanned", Boolean, nullable=False, server_default=false()))
    op.add_column("library_documents", Column("edition", Text, nullable=False, server_default=""))
    serial = BigInteger().with_variant(Integer(), "sqlite")
    op.create_table(
        "library_corrections",
        Column("id", serial, primary_key=True),
        Column("document_id", String(32), nullable=False),
        Column("edition", Text, nullable=False),
        Column("field", String(32), nullable=False),
        Column("value", Text, nullable=False),
        Column("person_id", String(32), nullable=False),
        Column("at", DateTime, nullable=False),
    )
    op.create_index("ix_library_corrections_document", "library_corrections", ["document_id", "id"])
