"""The tables of people, conversations and deliveries; log_schema.py and library_schema.py add theirs.

Types are portable between SQLite and PostgreSQL. Words of people are never overwritten: notes and drafts
grow by versions. Times are naive local wall time.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)


def _partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index over the few rows that fulfil the condition."""
    clause = text(where)
    return Index(name, *columns, unique=unique, sqlite_where=clause, postgresql_where=clause)


# SQLite numbers rows by itself only in a column declared INTEGER.
Serial = BigInteger().with_variant(Integer(), "sqlite")

units = Table(
    "units",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("parent", String(32), ForeignKey("units.id")),
)

people = Table(
    "people",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("unit_id", String(32), ForeignKey("units.id"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("telegram_id", BigInteger, unique=True),
    Column("since", DateTime, nullable=False),
)

invites = Table(
    "invites",
    metadata,
    Column("code_sha256", String(64), primary_key=True),
    Column("unit_id", String(32), ForeignKey("units.id"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("expires_at", DateTime, nullable=False),
    Column("used_by", String(32), ForeignKey("people.id")),
    Column("used_at", DateTime),
)

strangers = Table(
    "strangers",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("tries", Integer, nullable=False, default=0),
    Column("answered", Boolean, nullable=False, default=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("seq", Serial, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, unique=True),
    # The delivery that this one was gathered into: an album or a long paste is handled as one message.
    Column("lead", String(64)),
    Column("chat_id", BigInteger),
    Column("message_id", BigInteger),
    # Emptied when done: the words live on in the notes, the key alone is needed to know a redelivery.
    Column("body", Text, nullable=False),
    Column("received_at", DateTime, nullable=False),
    Column("done_at", DateTime),
    Column("failure", String(100)),
    _partial("ix_inbox_undone", "seq", where="done_at IS NULL"),
    Index("ix_inbox_lead", "lead"),
)

turns = Table(
    "turns",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
    Column("at", DateTime, nullable=False),
)

replies = Table(
    "replies",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("buttons", Text, nullable=False),
    Column("sent_at", DateTime),
    Column("message_key", String(64), nullable=False, default=""),
    # Replies with the same card to the same person are one message: the newest replaces the one before.
    Column("card", String(64), nullable=False, server_default=""),
    # What goes with the reply, or what it is made from when it is sent.
    Column("enclosure", Text, nullable=False, server_default=""),
    Index("ix_replies_turn_key", "turn_key"),
    Index("ix_replies_card", "card"),
    _partial("ix_replies_unsent", "id", where="sent_at IS NULL"),
)

buttons = Table(
    "buttons",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
    Column("reply_id", Serial, ForeignKey("replies.id"), nullable=False),
    Column("label", String(200), nullable=False),
    Column("verb", String(64), nullable=False),
    Column("argument", Text, nullable=False),
)

notebooks = Table(
    "notebooks",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
    Column("opened_at", DateTime, nullable=False),
    Column("closed_at", DateTime),
    _partial("uq_notebooks_open", "person_id", where="closed_at IS NULL", unique=True),
)

notes = Table(
    "notes",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("notebook_id", Serial, ForeignKey("notebooks.id"), nullable=False),
    Column("message_key", String(64), nullable=False, default=""),
    Column("speaker", String(200), nullable=False),
    Column("said_at", DateTime),
    UniqueConstraint("notebook_id", "seq"),
    Index("ix_notes_message_key", "message_key"),
)

note_versions = Table(
    "note_versions",
    metadata,
    Column("note_id", String(64), ForeignKey("notes.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("notebook_id", Serial, ForeignKey("notebooks.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("on_desk", Boolean, nullable=False, default=True),
    UniqueConstraint("notebook_id", "number"),
)

draft_versions = Table(
    "draft_versions",
    metadata,
    Column("draft_id", String(32), ForeignKey("drafts.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("report", Text, nullable=False),
    Column("engine", String(64), nullable=False),
    Column("note_ids", Text, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
)

waiting = Table(
    "waiting",
    metadata,
    Column("person_id", String(32), ForeignKey("people.id"), primary_key=True),
    Column("kind", String(64), nullable=False),
    Column("data", Text, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Index("ix_answers_person_id", "person_id"),
    Index("ix_answers_turn_key", "turn_key"),
)

attachments = Table(
    "attachments",
    metadata,
    Column("message_key", String(64), primary_key=True),
    Column("file_id", String(200), primary_key=True),
    Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("name", String(255), nullable=False),
    Column("at", DateTime, nullable=False),
    # The note's key, so that every photo of an album hangs on the one note that the album became.
    Column("note_key", String(64), nullable=False),
    Index("ix_attachments_note_key", "note_key"),
    Index("ix_attachments_person_id", "person_id"),
)

# What people said of answers: every press is a row, the newest of an answer counts.
answer_feedback = Table(
    "answer_feedback",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    # The turn that gave the answer, and the turn that judged it.
    Column("answer_key", String(64), ForeignKey("turns.key"), nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("at", DateTime, nullable=False),
    Index("ix_answer_feedback_answer_key", "answer_key"),
)

summaries = Table(
    "summaries",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("person_id", String(32), ForeignKey("people.id"), nullable=False),
    # The row that it was changed from; none for the first of a request.
    Column("parent", Serial, ForeignKey("summaries.id")),
    Column("body", Text, nullable=False),
    Column("turn_key", String(64), ForeignKey("turns.key"), nullable=False),
    Index("ix_summaries_person_id_id", "person_id", "id"),
)

# Who changed whose rights; only added to.
staff_log = Table(
    "staff_log",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False),
    # Empty where it was done at the command line, or by the person alone with a code.
    Column("by_id", String(32)),
    Column("person_id", String(32)),
    Column("unit_id", String(32), nullable=False),
    # Where a person or unit went to, or what was given besides.
    Column("other_unit_id", String(32)),
    # The names as they were then: people and units are renamed.
    Column("told", Text, nullable=False),
    Index("ix_staff_log_person", "person_id"),
)

# A rule that was taken back stays, with the time when it was.
house_rules = Table(
    "house_rules",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("unit_id", String(32), ForeignKey("units.id"), nullable=False),
    Column("word", String(64), nullable=False),
    Column("instead", String(64), nullable=False),
    # Empty where the rule was made at the command line.
    Column("person_id", String(32), ForeignKey("people.id")),
    Column("since", DateTime, nullable=False),
    Column("until", DateTime),
    _partial("uq_house_rules_standing", "unit_id", "word", where="until IS NULL", unique=True),
)
