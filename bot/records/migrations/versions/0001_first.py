"""The schema of the first release. A database without a revision is created whole: nothing to do here."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing came before."""
