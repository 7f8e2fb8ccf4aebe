"""The library's tables: documents, what people corrected on their cards, passages with vectors, the revision."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    false,
)

from bot.records.schema import Serial, metadata

documents = Table(
    "library_documents",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("kind", Text, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("dated", Date),
    Column("effective", Date),
    Column("expires", Date),
    Column("in_force", Boolean),
    Column("replaced_by", Text, nullable=False),
    Column("digest", Boolean, nullable=False),
    Column("unit", String(32), nullable=False),
    Column("source", Text, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("repeals", JSON, nullable=False),
    Column("origin", Text, nullable=False),
    Column("scanned", Boolean, nullable=False, server_default=false()),
    Column("edition", Text, nullable=False, server_default=""),
    Column("vague", Text, nullable=False, server_default=""),
    Column("revision", Integer, nullable=False),
)

passages = Table(
    "library_passages",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("document_id", String(32), ForeignKey("library_documents.id", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("clause", Text, nullable=False),
    Column("path", JSON, nullable=False),
    Column("text", Text, nullable=False),
    Column("page", Integer),
    Column("lead", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    Column("embedder", String(64), nullable=False),
)
Index("ix_library_passages_document", passages.c.document_id, passages.c.ordinal)

# What people corrected on cards, oldest first; the last word on a field counts.
corrections = Table(
    "library_corrections",
    metadata,
    Column("id", Serial, primary_key=True),
    Column("document_id", String(32), nullable=False),
    Column("edition", Text, nullable=False),
    Column("field", String(32), nullable=False),
    Column("value", Text, nullable=False),
    Column("person_id", String(32), nullable=False),
    Column("at", DateTime, nullable=False),
)
Index("ix_library_corrections_document", corrections.c.document_id, corrections.c.id)

state = Table(
    "library_state", metadata, Column("key", String(32), primary_key=True), Column("value", Integer, nullable=False)
)
