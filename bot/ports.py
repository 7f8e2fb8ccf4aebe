"""The seams to the outside world, as the flows see them. Adapters implement them; wiring.py joins them.

Names for types alone: nothing is imported when the program runs, so that a command pays only for what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from bot.domain.house.house_style import HouseRule
    from bot.domain.ledger.items import Item, State
    from bot.domain.ledger.reminders import Lying
    from bot.domain.library.evidence import Found
    from bot.domain.library.feedback import Judged, KeptAnswer
    from bot.domain.library.passages import Document, Passage, ReadDocument, Shelved
    from bot.domain.notes.note import Note
    from bot.domain.notes.report import Report
    from bot.domain.submissions.enclosures import Attached
    from bot.domain.submissions.people import Moved, Person, Unit
    from bot.domain.submissions.submission import Frozen, Profile, Submission, Version
    from bot.domain.summary.parts import Kept, Returned
    from bot.domain.talk.desk import CorrectCard, Desk, DraftVersion, Outgoing, Turn
    from bot.domain.talk.door import Attachment, Button, Delivery, Place

Engine = Literal["auto", "offline", "model"]


class Desks(Protocol):
    """The records of every conversation."""

    async def open(self, person_id: str) -> Desk:
        """Load a person's desk."""

    async def history(self, draft_id: str) -> tuple[DraftVersion, ...]:
        """Every version of a draft on the desk, oldest first; empty where the draft is unknown."""

    async def note_of(self, person_id: str, message_key: str) -> Note | None:
        """The open note that a message was kept as, so that an edit of the message reaches it."""

    async def put_away(self, person_id: str) -> str:
        """A note of what was put away last and not handed in; empty where there is none."""

    async def told_elsewhere(self, person_id: str, chat: str) -> bool:
        """Whether something on the desk was told in another chat than this one."""

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

    async def write(
        self, notes: Sequence[Note], *, unit: str, now: datetime, limit: int, house: Sequence[HouseRule] = ()
    ) -> tuple[Report, ...]:
        """One report per event, in the house's words. `limit` is the most characters a body may have."""


class Search(Protocol):
    """Passages that may answer a question, best first, seen with the eyes of `person` (None: only what is for all)."""

    async def search(self, query: str, *, person: Person | None, limit: int = 10) -> tuple[Found, ...]:
        """Hybrid search; keyword alone while the vector projection is unavailable."""


class Inbox(Protocol):
    """Deliveries that were accepted, so that a kill loses none and a redelivery has no second effect."""

    async def put(self, delivery: Delivery) -> bool:
        """Write a delivery down; False where its key is known already."""

    async def undone(self) -> tuple[Delivery, ...]:
        """Deliveries that nobody has handled yet, oldest first."""

    async def gather(self, keys: Sequence[str]) -> None:
        """Tie deliveries to the first of them: committing a turn with its key handles them all."""

    async def done(self, keys: Sequence[str], *, failure: str = "") -> None:
        """Close deliveries that no turn closes. With a failure the body stays, for whoever looks into it."""

    async def place_of(self, outgoing_id: int) -> Place | None:
        """Where the message stands that this reply answers; None where it answers none."""

    async def attach(self, person_id: str, attachments: Sequence[Attachment]) -> None:
        """Keep files' ids with the note's message; known ones stay as they are."""


class People(Protocol):
    """Who was let in, with which code, and the little that is kept of those who were not."""

    async def by_telegram(self, telegram_id: int) -> Person | None:
        """The person who writes from this Telegram account, suspended or not."""

    async def telegram_of(self, person_id: str) -> int | None:
        """The Telegram account to write to; None for a suspended person too."""

    async def everyone(self) -> tuple[Person, ...]:
        """All people, suspended or not, by unit and name."""

    async def given(self) -> tuple[tuple[str, str], ...]:
        """(person id, unit id) of every unit that an editor looks after beside their own."""

    async def moves(self) -> tuple[Moved, ...]:
        """Who changed whose rights, newest first."""

    def new_code(self) -> str:
        """A pairing code that nobody guesses; it lets nobody in before a turn with an Invite is committed."""

    async def redeem(self, code: str, telegram_id: int, name: str) -> Person | None:
        """Let the account in; None where the code is unknown, old or used. Redeeming twice is harmless."""

    async def count_try(self, telegram_id: int, day: date) -> int:
        """How many pairing codes the stranger has tried that day, this one included."""

    async def first_answer(self, telegram_id: int, day: date) -> bool:
        """Whether the stranger has not been answered that day; asking counts as answering."""


class DoorRecords(Protocol):
    """The records that a door reads and writes."""

    @property
    def desks(self) -> Desks: ...

    @property
    def people(self) -> People: ...

    @property
    def inbox(self) -> Inbox: ...


class Log(Protocol):
    """Submissions as their append-only log tells; written to by committing a turn with an Append."""

    def seal(self, frozen: Frozen) -> str:
        """The hash under which the report will be kept."""

    async def find(self, submission_id: str) -> Submission | None:
        """The submission as it stands."""

    async def of_draft(self, draft_id: str) -> Submission | None:
        """What was handed in from the draft, the newest."""

    async def of_message(self, person_id: str, message_key: str) -> tuple[Submission, ...]:
        """What was handed in from drafts over the note that the person's message was kept as."""

    async def draft(self, draft_id: str) -> tuple[Report, int, int] | None:
        """The newest version of a draft, its number, and of how many, on the desk or put away."""

    async def among(
        self, units: Sequence[str], author: str = "", *, since: datetime | None = None
    ) -> tuple[Submission, ...]:
        """Submissions of the units and of the author in the order of handing in, or those that moved since."""

    async def history(self, submission_id: str) -> tuple[Version, ...]:
        """Every text that was handed in or edited, oldest first."""

    async def returned(self, submission_ids: Sequence[str]) -> tuple[Returned, ...]:
        """Every time that one of them was given back, oldest first, also where it was adopted later."""

    async def profile(self, person_id: str) -> Profile | None:
        """What the person once answered; None before that."""

    async def files(self, draft_id: str) -> tuple[Attached, ...]:
        """The photos and documents that came with the notes of the draft, oldest first."""

    async def notes(self, draft_id: str) -> tuple[Note, ...]:
        """The notes that the draft rests on, for the fact lock; nobody but their author is shown them."""


class Ledger(Protocol):
    """Problems as their append-only log tells; written to by committing a turn with an Entry."""

    async def find(self, item_id: str) -> Item | None:
        """The item as it stands."""

    async def among(
        self, units: Collection[str], *, states: Collection[State] = (), since: datetime | None = None
    ) -> tuple[Item, ...]:
        """Items of the units by unit and number; only those in one of the states, only those that moved since."""

    async def last_number(self, unit_id: str) -> int:
        """The number of the unit's newest item, 0 where it has none."""

    async def heard(self, message_key: str) -> bool:
        """Whether a message has made an event already."""

    async def files(self, message_keys: Sequence[str]) -> tuple[Attached, ...]:
        """The photos and documents that came with the messages."""


class Reminders(Protocol):
    """What people were reminded of; written to by committing a turn with a Remind."""

    async def given(self, subjects: Sequence[str]) -> dict[str, datetime]:
        """The keys that were given about the subjects, with their time."""

    async def mutes(self) -> frozenset[tuple[str, str]]:
        """(person id, item id) of what people want no reminders of; the item is empty for all."""

    async def lying(self, since: datetime, until: datetime) -> tuple[Lying, ...]:
        """Open notebooks that were last touched between the two moments."""


class SectionWriter(Protocol):
    """Words the points of a section from their lines alone. May raise ModelError; what it says is checked."""

    async def word(
        self, title: str, points: Sequence[tuple[str, Sequence[str]]]
    ) -> dict[int, list[tuple[str, tuple[int, ...]]]]:
        """By the place of a (heading, lines) point: sentences, each with the places of the lines it rests on."""


class Summaries(Protocol):
    """Summaries in the making; written to by committing a turn with a SaveSummary."""

    async def newest(self, person_id: str) -> Kept | None:
        """What the person worked on last."""

    async def before(self, kept: Kept) -> Kept | None:
        """What it was changed from; None for the first."""


class Units(Protocol):
    """The tree of units, and who looks after which part of it."""

    async def scope(self, person: Person) -> frozenset[str]:
        """Ids of the units that the person looks after: their own, those given to them, and all below."""

    async def all(self) -> tuple[Unit, ...]:
        """Every unit, by name."""

    async def reviewers(self, unit_id: str) -> tuple[Person, ...]:
        """Every active editor whose scope holds the unit, by name."""


class Answers(Protocol):
    """Answers as they were given, and what people said of them."""

    async def kept(self, person_id: str, key: str) -> KeptAnswer | None:
        """The answer that the person got in the turn of that key, with what they said of it last."""

    async def judged(self, units: frozenset[str], limit: int) -> tuple[Judged, ...]:
        """Judgements of people of those units, newest first; of each answer the last one alone."""


class Shelf(Protocol):
    """The library's records: cards, passages and their vectors. Every change is one transaction."""

    async def revisions(self) -> dict[str, int]:
        """Document id → the revision at which it was written; a projection that holds the same is up to date."""

    async def documents(self) -> tuple[Document, ...]:
        """Every card, whoever may see it; in_force as stated by the document or a person, not settled."""

    async def embedder(self, document_id: str) -> str:
        """The name of the embedder that made the document's vectors; empty where it has none."""

    async def replace(self, document: Document, passages: Sequence[Shelved]) -> None:
        """Put a document in the place of the one with its id, whole or not at all."""

    async def remove(self, document_ids: Sequence[str]) -> None:
        """Forget documents with their passages and what was corrected on their cards."""

    async def correct(self, change: CorrectCard, person_id: str, at: datetime) -> None:
        """Keep what a person says of a card, and change it."""

    async def passages(self, ids: Sequence[str], units: frozenset[str]) -> tuple[Passage, ...]:
        """Those of the ids that exist and belong to one of the units; no unit, no passage."""

    async def clause(self, document_id: str, clause: str, units: frozenset[str]) -> tuple[Passage, ...]:
        """The passages of one clause, in order; of the whole document where the clause is empty."""

    def shelved(self, document_ids: Sequence[str]) -> AsyncIterator[tuple[Document, Shelved]]:
        """The passages of documents with their vectors, one document after the other: what projections are made of."""


class Library(Search, Protocol):
    """Search over indexes that follow the shelf. `revision` changes whenever the library changed."""

    revision: int

    async def follow(self) -> None:
        """Catch up with the shelf; cheap where nothing changed."""

    async def ready(self) -> None:
        """Make sure that the shelf was followed at least once."""

    def documents(self, person: Person | None) -> tuple[Document, ...]:
        """The cards that the person may see."""

    def rarity(self, words: Sequence[str]) -> dict[str, float]:
        """How much each gram says: its inverse document frequency."""


class Vectors(Protocol):
    """Texts to unit vectors, as little-endian float32 bytes. Calls block; use a thread."""

    name: str

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        """One vector a text."""

    def query(self, text: str) -> bytes:
        """The vector of a question."""

    def prepared(self, text: str) -> Callable[[], bytes]:
        """A question read and ready, which is quick; the call that is given back, which blocks, makes its vector."""


class DocumentReader(Protocol):
    """Files to lines of text. Raises UnreadableFile with the reason in Chinese."""

    async def read(self, path: Path) -> ReadDocument:
        """The lines and the front matter of one file, read within limits."""

    async def unpack(self, path: Path, folder: Path) -> tuple[Path, ...]:
        """The files of a zip archive, put into an empty folder; none of it is trusted."""


class Sorter(Protocol):
    """Tells what words are where the rules cannot. Never raises for a model's sake."""

    async def sort(self, words: str) -> str:
        """Either "note" or "question"; empty where it cannot tell either."""


class AnswerWriter(Protocol):
    """Words an answer from passages alone. May raise ModelError; what it says is checked before anyone sees it."""

    async def word(self, question: str, passages: Sequence[tuple[str, str]]) -> list[tuple[str, tuple[str, ...]]]:
        """Sentences with the ids of the (id, text) passages that each rests on."""
