"""What a door hands in before anybody has read it: raw deliveries, where they stand, the files with them."""

from dataclasses import dataclass


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
