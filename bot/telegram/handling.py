"""What happens with a batch: who may speak, what kind of thing came, and which room answers it."""

import functools
import re
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from telegram import Bot, CallbackQuery, User
from telegram.error import TelegramError

from bot.clock import to_wall, wall_now
from bot.domain.library.card_edits import keeping
from bot.domain.submissions.people import Person, may_keep
from bot.domain.talk.commands import of_a_file
from bot.domain.talk.desk import Outgoing, Turn
from bot.domain.talk.door import Incoming, Place, Reply
from bot.domain.talk.told_or_asked import of_its_file
from bot.errors import UnreadableFile
from bot.flows.admission import INTRODUCTION, WRONG_CODE, Admission, code_in
from bot.flows.librarian import Upload
from bot.ports import DoorRecords
from bot.telegram.batch import Batch, chat_key
from bot.telegram.documents import Uploads
from bot.telegram.reading import Words, attachments_of, documents_of, incoming_of, is_addressed, photos_of, words_of
from bot.telegram.sending import Sender

Show = Callable[[tuple[Outgoing, ...]], Awaitable[None]]
Hear = Callable[[Person, Incoming, Show], Awaitable[tuple[Outgoing, ...]]]


class Receive(Protocol):
    """Puts fetched files into the library and says what became of them."""

    async def __call__(
        self, person: Person, uploads: Sequence[Upload], *, key: str, at: datetime, ours: bool = False
    ) -> tuple[Outgoing, ...]: ...


Read = Callable[[Path], Awaitable[str]]

_START = re.compile(r"/start\b")

NOT_YOURS = "这个按钮已失效，或不是发给你的。"
PHOTOS_KEPT = "收到{count}个附件，已存好。请说一句这是什么活动。"
FILES_KEPT = "文件已存为附件。要收进资料库，发文件时写上“收进资料库”。"
NO_VOICE = "语音和视频我还听不懂，请打字发给我。"
NOT_UNDERSTOOD = "这种消息我还看不懂，请打字发给我。"
NO_WORDS = "文件里没有读出稿子"
# Shorter texts are no report; longer than this stands for any.
_LEAST_TEXT = 30
_ANY_TEXT = "文" * _LEAST_TEXT
WORDLESS = "没看到文字，请打字发给我。"


class Handling:
    """Handles batches one at a time for each chat; attempts.py says what happens when it fails."""

    def __init__(
        self,
        bot: Bot,
        records: DoorRecords,
        *,
        hear: Hear,
        uploads: Uploads,
        receive: Receive,
        text: Read,
        sender: Sender,
    ) -> None:
        self._bot = bot
        self._records = records
        self._hear = hear
        self._uploads = uploads
        self._receive = receive
        self._text = text
        self._admission = Admission(records.people, records.desks)
        self._sender = sender

    async def handle(self, batch: Batch) -> None:
        """Answer the batch and close its deliveries; an exception leaves them open."""
        user = batch.sender
        if user is None or user.is_bot or not self._concerns_us(batch):
            await self._records.inbox.done(batch.keys)
            return
        if len(batch.updates) > 1:
            await self._records.inbox.gather(batch.keys)
        person = await self._records.people.by_telegram(user.id)
        if await self._pair(batch, user, person):
            return
        if person is None or not person.active:
            await self._turn_away(batch, user, person)
        elif batch.first.callback_query:
            await self._press(batch, batch.first.callback_query, person)
        else:
            async with self._sender.typing(_place(batch)):
                replies = await self._answer(batch, person)
            await self._deliver(batch, replies)

    def _concerns_us(self, batch: Batch) -> bool:
        return bool(batch.first.callback_query) or (bool(batch.messages) and is_addressed(batch, self._bot.bot))

    async def _pair(self, batch: Batch, user: User, person: Person | None) -> bool:
        """Take a pairing code, in private only, where nobody else reads it. Says whether that settled it."""
        message = batch.messages[0] if batch.messages else None
        if message is None or message.chat.type != message.chat.PRIVATE:
            return False
        code = code_in(message.text or "")
        if not code:
            return False
        at = to_wall(message.date)
        if not (person and person.active) and not await self._admission.may_try(user.id, at):
            return False
        welcome = await self._admission.pair(code, key=batch.key, telegram_id=user.id, name=user.full_name, at=at)
        if welcome:
            await self._deliver(batch, welcome)
        elif person is None:
            await self._records.inbox.done(batch.keys)
            await self._sender.say(_place(batch), WRONG_CODE)
        return bool(welcome) or person is None

    async def _turn_away(self, batch: Batch, user: User, person: Person | None) -> None:
        """Close first: a line that gets lost is better than a stranger who gets it twice."""
        query = batch.first.callback_query
        if query:
            await self._acknowledge(query, NOT_YOURS)
            await self._records.inbox.done(batch.keys)
            return
        line = await self._admission.turn_away(person, user.id, wall_now())
        await self._records.inbox.done(batch.keys)
        if line:
            await self._sender.say(_place(batch), line)

    async def _press(self, batch: Batch, query: CallbackQuery, person: Person) -> None:
        token = query.data or ""
        if await self._records.desks.press(person.id, token) is None:
            await self._acknowledge(query, NOT_YOURS)
            await self._records.inbox.done(batch.keys)
            return
        await self._acknowledge(query)
        chat = batch.first.effective_chat
        private = chat is None or chat.type == chat.PRIVATE
        key = chat_key(chat.id) if chat else ""
        pressed = Incoming(batch.key, "", wall_now(), person.name, action=token, private=private, chat=key)
        async with self._sender.typing(_place(batch)):
            replies = await self._hear(person, pressed, self._shows(batch))
        await self._deliver(batch, replies)

    async def _answer(self, batch: Batch, person: Person) -> tuple[Outgoing, ...]:
        words = words_of(batch, self._bot.bot)
        if _START.match(words.text):
            return await self._reply(batch, person, INTRODUCTION)
        documents = documents_of(batch)
        wanted, ours, rest = keeping(words.text)
        if wanted and (documents or photos_of(batch)):
            return await self._feed(batch, person, Words(rest, words.message), ours=ours)
        if documents and of_a_file(words.text, _ANY_TEXT):
            return await self._look_at(batch, person, words)
        if documents and may_keep(person, ""):
            return await self._feed(batch, person, words)
        files = attachments_of(batch, words)
        if files:
            await self._records.inbox.attach(person.id, files)
        if words.text.strip():
            return await self._hear(person, incoming_of(batch, words, person.name), self._shows(batch))
        if documents:
            return await self._reply(batch, person, FILES_KEPT)
        if files:
            return await self._reply(batch, person, PHOTOS_KEPT.format(count=len(files)))
        return await self._reply(batch, person, _apology(words))

    async def _look_at(self, batch: Batch, person: Person, words: Words) -> tuple[Outgoing, ...]:
        """A file sent to be checked or mended: its words are heard as if they had been pasted; the file is not kept."""
        with tempfile.TemporaryDirectory() as scratch:
            (upload, *_) = await Uploads(self._bot, Path(scratch)).fetch(documents_of(batch)[:1])
            try:
                text = (await self._text(upload.path)).strip() if upload.path else ""
            except UnreadableFile as error:
                upload = replace(upload, problem=error.user_message)
                text = ""
        if order := of_a_file(words.text, text) if len(text) >= _LEAST_TEXT else "":
            return await self._hear(
                person, incoming_of(batch, Words(order, words.message), person.name), self._shows(batch)
            )
        return await self._reply(batch, person, f"{upload.problem or NO_WORDS}。把文字发给我也行。")

    async def _feed(self, batch: Batch, person: Person, words: Words, *, ours: bool = False) -> tuple[Outgoing, ...]:
        """Into the library. A caption may be a note as well, so it is heard after the documents' line."""
        at = to_wall(words.message.date)
        uploads = await self._uploads.fetch(documents_of(batch))
        if photos := photos_of(batch):
            uploads += await self._uploads.bind(photos, at)
        if not words.text.strip() or of_its_file(words.text):
            return await self._receive(person, uploads, key=batch.key, at=at, ours=ours)
        first = await self._receive(person, uploads, key=f"{batch.key}:documents", at=at, ours=ours)
        return first + await self._hear(person, incoming_of(batch, words, person.name), self._shows(batch))

    async def _reply(self, batch: Batch, person: Person, text: str) -> tuple[Outgoing, ...]:
        turn = Turn(batch.key, person.id, wall_now(), replies=(Reply(text),))
        return await self._records.desks.commit(turn)

    def _shows(self, batch: Batch) -> Show:
        """How a line gets before the person while their message is being handled."""
        return functools.partial(self._sender.show, _place(batch))

    async def _deliver(self, batch: Batch, replies: tuple[Outgoing, ...]) -> None:
        await self._sender.deliver(_place(batch), replies)

    async def _acknowledge(self, query: CallbackQuery, alert: str = "") -> None:
        """Stop the button's spinner before anything slow; a query that is too old by now does no harm."""
        try:
            await self._bot.answer_callback_query(query.id, text=alert or None, show_alert=bool(alert))
        except TelegramError:
            return


def _place(batch: Batch) -> Place:
    message = batch.first.effective_message
    chat = batch.first.effective_chat
    return Place(chat.id if chat else None, message.message_id if message else None)


def _apology(words: Words) -> str:
    message = words.message
    if message.voice or message.video_note or message.audio:
        return NO_VOICE
    return WORDLESS if message.text is not None else NOT_UNDERSTOOD
