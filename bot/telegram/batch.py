"""What is handled together: one update, the parts of an album, or a long paste that Telegram cut up."""

from dataclasses import dataclass
from datetime import timedelta

from telegram import Message, Update, User

from bot.domain.talk.door import Delivery, Place
from bot.telegram.text import units

# Telegram's clients cut a paste at 4096 units, sometimes earlier at a space.
NEARLY_FULL = 3_800
SAME_PASTE = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class Batch:
    """Updates of one sender in one chat, in order; there is at least one."""

    updates: tuple[Update, ...]

    @property
    def first(self) -> Update:
        """The update that the batch is named after."""
        return self.updates[0]

    @property
    def key(self) -> str:
        """The delivery's key."""
        return key_of(self.first)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all its deliveries."""
        return tuple(key_of(update) for update in self.updates)

    @property
    def sender(self) -> User | None:
        """Who wrote or pressed."""
        return self.first.effective_user

    @property
    def messages(self) -> tuple[Message, ...]:
        """The messages; empty for a pressed button."""
        return tuple(message for update in self.updates if (message := message_of(update)))


def key_of(update: Update) -> str:
    """The key under which an update is recorded."""
    return f"tg:{update.update_id}"


def message_of(update: Update) -> Message | None:
    """The new or edited message of an update."""
    return update.message or update.edited_message


def message_key(message: Message) -> str:
    """The name of a message, the same for its edits."""
    return f"{chat_key(message.chat_id)}:{message.message_id}"


def chat_key(chat_id: int) -> str:
    """What the keys of all messages of a chat begin with."""
    return f"tg:{chat_id}"


def delivery_of(update: Update) -> Delivery:
    """The update as the inbox keeps it."""
    message = update.effective_message
    place = Place(message.chat_id, message.message_id) if message else Place(None)
    return Delivery(key_of(update), update.to_json(), place)


def may_grow(update: Update) -> bool:
    """Whether more of the same message may follow."""
    message = update.message
    if message is None:
        return False
    return bool(message.media_group_id) or _is_cut(message)


def belongs(previous: Update, update: Update) -> bool:
    """Whether the update goes on with the one before it from the same sender."""
    before, after = previous.message, update.message
    if before is None or after is None:
        return False
    if before.media_group_id or after.media_group_id:
        return before.media_group_id == after.media_group_id
    return (
        _is_cut(before)
        and bool(after.text)
        and not str(after.text).startswith("/")
        and after.date - before.date <= SAME_PASTE
    )


def _is_cut(message: Message) -> bool:
    return bool(message.text) and units(str(message.text)) >= NEARLY_FULL
