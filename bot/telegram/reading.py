"""What a batch of messages says: its words, who speaks, when, and which files came with it."""

import re
from dataclasses import dataclass

from telegram import (
    Document,
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    PhotoSize,
    User,
)

from bot.clock import to_wall
from bot.domain.talk.door import Attachment, Incoming
from bot.telegram.batch import Batch, chat_key, message_key

_SENTENCE_ENDS = "。！？；：…\n.!?;:"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a batch, and the message that carries them."""

    text: str
    message: Message


def words_of(batch: Batch, me: User) -> Words:
    """Captions of an album are joined by lines; pieces of a cut paste are joined as they were cut."""
    spoken = [message for message in batch.messages if message.text or message.caption]
    if not spoken:
        return Words("", batch.messages[0])
    text = _text(spoken[0], me)
    for message in spoken[1:]:
        # The cut swallowed the white space: a whole sentence before it means that a line ended there.
        glue = "\n" if message.media_group_id or text[-1:] in _SENTENCE_ENDS else ""
        text += glue + _text(message, me)
    return Words(text, spoken[0])


def incoming_of(batch: Batch, words: Words, name: str) -> Incoming:
    """The batch as one thing said. What was forwarded keeps its speaker and its time."""
    message = words.message
    speaker, said = name, message.date
    if message.forward_origin:
        speaker, said = _speaker(message) or name, message.forward_origin.date
    return Incoming(
        key=batch.key,
        text=words.text,
        at=to_wall(said),
        speaker=speaker,
        message_key=message_key(message),
        edited=batch.first.edited_message is not None,
        private=message.chat.type == message.chat.PRIVATE,
        forwarded=message.forward_origin is not None,
        chat=chat_key(message.chat_id),
    )


def is_addressed(batch: Batch, me: User) -> bool:
    """In a group the bot listens only to its name, to replies to it and to commands for it."""
    return any(_addressed(message, me) for message in batch.messages)


def attachments_of(batch: Batch, words: Words) -> tuple[Attachment, ...]:
    """Photos and other files by their Telegram id; they hang on the note that the words become."""
    files = []
    note_key = message_key(words.message)
    for message in batch.messages:
        found = _file(message)
        if found:
            files.append(Attachment(message_key(message), note_key, *found))
    return tuple(files)


def documents_of(batch: Batch) -> tuple[Document, ...]:
    """Files sent as documents; a GIF counts as one for Telegram and not for us."""
    return tuple(message.document for message in batch.messages if message.document and not message.animation)


def photos_of(batch: Batch) -> tuple[PhotoSize, ...]:
    """The photos, each in its largest size."""
    return tuple(message.photo[-1] for message in batch.messages if message.photo)


def _text(message: Message, me: User) -> str:
    text = message.text or message.caption or ""
    if message.chat.type == message.chat.PRIVATE:
        return text
    return re.sub(rf"\s*@{re.escape(me.username or '')}\b[\s，,：:]*", "", text, flags=re.IGNORECASE).strip()


def _addressed(message: Message, me: User) -> bool:
    if message.chat.type == message.chat.PRIVATE:
        return True
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == me.id:
        return True
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION, MessageEntity.BOT_COMMAND]
    named = {**message.parse_entities(kinds), **message.parse_caption_entities(kinds)}
    return any(_names(entity, text, me) for entity, text in named.items())


def _names(entity: MessageEntity, text: str, me: User) -> bool:
    name = f"@{me.username}".lower()
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    if entity.type == MessageEntity.BOT_COMMAND:
        return "@" not in text or text.lower().endswith(name)
    return text.lower() == name


def _speaker(message: Message) -> str:
    match message.forward_origin:
        case MessageOriginUser(sender_user=user):
            return user.full_name
        case MessageOriginHiddenUser(sender_user_name=name):
            return name
        case MessageOriginChat(sender_chat=chat) | MessageOriginChannel(chat=chat):
            return chat.title or ""
        case _:
            return ""


def _file(message: Message) -> tuple[str, str, str] | None:
    if message.photo:
        return message.photo[-1].file_id, "photo", ""
    if message.video:
        return message.video.file_id, "video", message.video.file_name or ""
    if message.document:
        return message.document.file_id, "document", message.document.file_name or ""
    return None
