"""The seams to the outside world, as the flows see them. Adapters implement them; wiring.py joins them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

from bot.domain.desk import Desk, DraftVersion, Outgoing, Turn
from bot.domain.notes import Note
from bot.domain.passages import Document, Passage
from bot.domain.people import Person
from bot.domain.report import Report
from bot.domain.talk import Button

Engine = Literal["auto", "offline", "model"]


class Desks(Protocol):
    """The records of every conversation."""

    async def open(self, person_id: str) -> Desk:
        """Load a person's desk."""

    async def history(self, draft_id: str) -> tuple[DraftVersion, ...]:
        """Every version of a draft on the desk, oldest first; empty where the draft is unknown."""

    async def note_of(self, person_id: str, message_key: str) -> Note | None:
        """The open note that a message was kept as, so that an edit of the message reaches it."""

    async def commit(self, turn: Turn) -> tuple[Outgoing, ...]:
        """Commit a turn whole. A key that was committed before changes nothing and gives the recorded replies."""

    async def press(self, person_id: str, token: str) -> Button | None:
        """What the button means; None where the token is unknown or another person's."""

    async def unsent(self) -> tuple[tuple[str, Outgoing], ...]:
        """(person id, reply) of every reply that was committed and not yet confirmed sent, oldest first."""

    async def sent(self, outgoing_id: int, message_key: str = "") -> None:
        """Confirm that a reply reached the person."""


class Writer(Protocol):
    """Notes to reports. An implementation may raise ModelError; the offline one never does."""

    name: str

    async def write(self, notes: Sequence[Note], *, unit: str, now: datetime, limit: int) -> tuple[Report, ...]:
        """One report per event. `limit` is the most characters a body may have."""


class Search(Protocol):
    """Passages that may answer a question, best first, seen with the eyes of `person` (None: only what is for all)."""

    async def search(self, query: str, *, person: Person | None, limit: int = 10) -> tuple["Hit", ...]:
        """Hybrid search; keyword alone while the vector projection is unavailable."""


class Hit(Protocol):
    """A found passage with its document and a score between 0 and 1."""

    passage: Passage
    document: Document
    score: float
