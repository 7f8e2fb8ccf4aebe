"""Replies may bring a picture or files beside a Word file: the column says which kind it holds."""

from alembic import op

revision = "0006"
down_revision = "0003"


def upgrade() -> None:
    """Rename the column and name the kind of what lies in it; files are looked up by whose they are."""
    op.execute("ALTER TABLE replies RENAME COLUMN paper TO enclosure")
    # SQL's || is the same in SQLite and PostgreSQL; the JSON was written by us and is whole.
    op.execute("""UPDATE replies SET enclosure = '{"Paper":' || enclosure || '}' WHERE enclosure <> ''""")
    op.create_index("ix_attachments_person_id", "attachments", ["person_id"])
