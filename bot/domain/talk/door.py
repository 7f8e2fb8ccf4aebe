"""What passes through a door: a delivery with its files, the message in it, replies out. Each door renders them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.submissions.enclosures import Enclosure


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a person sent or pressed.

    `key` names the delivery (e.g. "tg:12345"); the same key twice has one effect. `message_key` names the
    message itself, so that an edited message can find its note. `action` is a pressed button's token.
    What is not `private` is read by others too; what was `forwarded` was said to somebody else. `chat` begins
    the message keys of all that is said there.
    """

    key: str
    text: str
    at: datetime
    speaker: str = ""
    message_key: str = ""
    edited: bool = False
    action: str = ""
    private: bool = True
    forwarded: bool = False
    chat: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """A button; `verb` and `argument` say what pressing does, the record of it gets a short token."""

    label: str
    verb: str
    argument: str = ""


def rows(buttons: Iterable[Button], across: int = 1) -> tuple[tuple[Button, ...], ...]:
    """The buttons one below the other, or so many in a row."""
    laid = tuple(buttons)
    return tuple(laid[at : at + across] for at in range(0, len(laid), across))


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the person. Plain text; rows of buttons below it.

    A reply with a `card` takes the place of the person's earlier one with the same card, where the door can; one that
    was asked for comes `anew` below all that was said since.
    With an `enclosure` the text goes with a file, a picture or several.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    card: str = ""
    enclosure: Enclosure | None = None
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A message to someone else than who spoke, such as a reviewer."""

    person_id: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message stands in Telegram; no chat where it stands in none."""

    chat_id: int | None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """Something that arrived at a door, raw; the same key twice is the same delivery."""

    key: str
    body: str
    place: Place


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message; `note_key` is the message key of the note that it belongs to."""

    message_key: str
    note_key: str
    file_id: str
    kind: str
    name: str = ""
