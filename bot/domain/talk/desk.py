"""What lies on one person's desk, and the changes that one turn of the conversation makes to it.

A turn is decided first (flows/hear) and committed whole (records): its changes, its replies and the mark
that the message was handled stand in one transaction, so a redelivered message has no second effect.
"""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.house.house_style import HouseRule, SetWording
from bot.domain.ledger.items import Entry
from bot.domain.ledger.reminders import Mute, Remind
from bot.domain.library.feedback import Verdict
from bot.domain.library.passages import Answer
from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.domain.submissions.enclosures import Enclosure
from bot.domain.submissions.people import Person, Staffing
from bot.domain.submissions.submission import Append, Profile
from bot.domain.summary.parts import Summary
from bot.domain.talk.door import Button, Notice, Reply


@dataclass(frozen=True, slots=True)
class DraftState:
    """The newest version of one report on the desk. `number` counts reports (1-based) as the person sees them."""

    id: str
    number: int
    version: int
    report: Report
    engine: str
    note_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """A draft as it once stood; `reason` says what made it (empty for a version written from the notes)."""

    version: int
    report: Report
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the bot last asked and waits for; `data` is what it needs to know when the answer comes."""

    kind: str
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the conversation needs to know of one person, as of now.

    `told` is the newest turn's reply and `under` its newest buttons; `answer_shown` says that an answer was shown
    after the last draft.
    """

    person: Person
    notes: tuple[Note, ...] = ()
    drafts: tuple[DraftState, ...] = ()
    waiting: Waiting | None = None
    last_question: str = ""
    last_answer: Answer | None = None
    told: str = ""
    under: tuple[Button, ...] = ()
    answer_shown: bool = False
    house: tuple[HouseRule, ...] = ()

    def awaits(self, *kinds: str) -> Waiting | None:
        """What is waited for, where it is one of these."""
        return self.waiting if self.waiting and self.waiting.kind in kinds else None


@dataclass(frozen=True, slots=True)
class AddNote:
    """Keep a new note; `message_key` lets an edit of the same message find it."""

    note: Note
    message_key: str = ""


@dataclass(frozen=True, slots=True)
class RewriteNote:
    """Replace a note's text; the old text is kept in the record."""

    note_id: str
    text: str


@dataclass(frozen=True, slots=True)
class CloseNotebook:
    """Put the open notes and drafts away (清空 or after submitting); nothing is deleted. The notes with the ids in
    `keep` stay open, without a draft."""

    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveDrafts:
    """Write a new version of each report; the older versions stay for undo and for the record. `reason` is empty
    for reports written from the notes."""

    reports: tuple[Report, ...]
    engine: str
    note_ids: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReviseDraft:
    """Write a new version of one report; `more` are the ids of the notes that it rests on besides those it did."""

    draft_id: str
    report: Report
    reason: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetOnDesk:
    """Take one report off the desk, or put it back; its versions and its notes stay."""

    number: int
    on_desk: bool


@dataclass(frozen=True, slots=True)
class SetWaiting:
    """Remember what was asked, or forget it (None)."""

    waiting: Waiting | None


def wait_for(kind: str, /, **data: str) -> SetWaiting:
    """Remember that this was asked."""
    return SetWaiting(Waiting(kind, data))


@dataclass(frozen=True, slots=True)
class UseUp:
    """The buttons of the reply that this one stood under do nothing any more."""

    token: str


@dataclass(frozen=True, slots=True)
class SaveAnswer:
    """Keep a question and its answer with its citations."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class SaveFeedback:
    """Keep what the person says of the answer that the turn `answer_key` gave them."""

    answer_key: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ReopenNotebook:
    """Lay a draft with its notes, or what the note stands among, on the desk again, in the place of what lies there;
    that is put away."""

    draft_id: str = ""
    note_id: str = ""


@dataclass(frozen=True, slots=True)
class SaveProfile:
    """Remember what was asked once for every submission."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class CorrectCard:
    """What a person says of a document of the library, as fields of its card with their values as text."""

    document_id: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ForgetDocument:
    """Take a document out of the library; `file` is the copy that was kept of what was sent, empty where none."""

    document_id: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class SaveSummary:
    """Keep a summary in the making; `parent` is the kept one that it was changed from."""

    summary: Summary
    parent: int | None = None


Change = (
    AddNote
    | RewriteNote
    | CloseNotebook
    | ReopenNotebook
    | SaveDrafts
    | ReviseDraft
    | SetOnDesk
    | SetWaiting
    | UseUp
    | SaveAnswer
    | SaveFeedback
    | SaveProfile
    | CorrectCard
    | ForgetDocument
    | SaveSummary
    | Append
    | SetWording
    | Entry
    | Staffing
    | Remind
    | Mute
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One message handled: what changes and what is said, to the person and to others. `key` is Incoming.key."""

    key: str
    person_id: str
    at: datetime
    changes: tuple[Change, ...] = ()
    replies: tuple[Reply, ...] = ()
    notices: tuple[Notice, ...] = ()


FLEETING = ":wait"
"""Ends the key of a turn that only says that the answer takes longer."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A reply as recorded, ready to be sent: buttons are rows of (label, token).

    A `notice` goes to someone else than who spoke; `edits` is the key of the message that it takes the place of.
    A `patient` one waits where the hour is quiet; a `fleeting` one is of use at once or not at all.
    """

    id: int
    text: str
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    notice: bool = False
    edits: str = ""
    enclosure: Enclosure | None = None
    patient: bool = False
    fleeting: bool = False
