"""The library's tables: documents, their passages with vectors, the revision."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from bot.records.schema import metadata

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

state = Table(
    "library_state",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("value", Integer, nullable=False),
)
