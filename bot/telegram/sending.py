"""Sending recorded replies, at least once: what could not be sent waits in the records and is tried again."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.domain.talk.desk import Outgoing
from bot.domain.talk.door import Place
from bot.errors import StorageError
from bot.log import event
from bot.ports import DoorRecords
from bot.telegram.chats import PerChat
from bot.telegram.enclosing import Enclosing
from bot.telegram.text import split

RETRY_S = 15.0
A_MOMENT_S = 1.5
TYPING_LASTS_S = 5.0


class Sender:
    """Sends replies and confirms them in the records."""

    def __init__(
        self, bot: Bot, records: DoorRecords, *, chats: PerChat, enclosing: Enclosing, resting: Callable[[], bool]
    ) -> None:
        self._bot = bot
        self._enclosing = enclosing
        self._records = records
        self._chats = chats
        self._resting = resting
        # Sent, but the records could not be told, as on a full disk: to be confirmed, not sent again.
        self._unconfirmed: dict[int, str] = {}
        self._for_others = asyncio.Event()

    async def deliver(self, place: Place, replies: tuple[Outgoing, ...]) -> None:
        """Send in order. The first that fails ends it: the rest waits, so that the order is kept.

        What goes to others is sent from catch_up, in turn with what happens in their chats.
        """
        if any(reply.notice for reply in replies):
            self.hurry()
        await self._deliver(place, tuple(reply for reply in replies if not reply.notice))

    async def _deliver(self, place: Place, replies: tuple[Outgoing, ...]) -> None:
        for reply in replies:
            try:
                if reply.id not in self._unconfirmed:
                    self._unconfirmed[reply.id] = await self._send(place, reply)
            except Forbidden:
                event("reply.unreachable", reply=reply.id)
                self._unconfirmed[reply.id] = ""
            except TelegramError as error:
                event("reply.waits", reply=reply.id, error=type(error).__name__)
                return
            await self._records.desks.sent(reply.id, self._unconfirmed[reply.id])
            del self._unconfirmed[reply.id]

    async def show(self, place: Place, replies: tuple[Outgoing, ...]) -> None:
        """Send lines that are of use now or never; what is late is left out for good."""
        for reply in replies:
            try:
                key = await self._send(place, reply)
            except TelegramError as error:
                event("line.lost", error=type(error).__name__)
                key = ""
            await self._records.desks.sent(reply.id, key)

    async def say(self, place: Place, text: str) -> None:
        """Send a line that is not recorded; if it is lost, nothing is."""
        try:
            await self._bot.send_message(place.chat_id or 0, text, reply_parameters=_quoting(place))
        except TelegramError as error:
            event("line.lost", error=type(error).__name__)

    async def catch_up(self) -> None:
        """Send what was committed and never confirmed, chat by chat in turn with new messages."""
        for chat_id, waiting in (await self._waiting()).items():
            async with self._chats.turn(chat_id):
                # Whoever held the chat until now may have sent them.
                unsent = {reply.id: reply for _, reply in await self._records.desks.unsent()}
                for place, reply in waiting:
                    if reply.notice:
                        # Anew, for it may take the place of the one that was sent just before.
                        unsent = {reply.id: reply for _, reply in await self._records.desks.unsent()}
                    if reply.id in unsent and not (reply.patient and self._resting()):
                        await self._deliver(place, (unsent[reply.id],))

    def hurry(self) -> None:
        """Catch up soon: something was committed that answers nobody."""
        self._for_others.set()

    async def keep_catching_up(self) -> None:
        """Catch up for ever: at a calm pace, and at once where there is something for others."""
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._for_others.wait(), RETRY_S)
            self._for_others.clear()
            try:
                await self.catch_up()
            except StorageError:
                event("catch_up.postponed")

    @asynccontextmanager
    async def typing(self, place: Place) -> AsyncIterator[None]:
        """Show that an answer is coming, where it takes longer than a moment."""
        showing = asyncio.create_task(self._keep_typing(place))
        try:
            yield
        finally:
            showing.cancel()

    async def _keep_typing(self, place: Place) -> None:
        await asyncio.sleep(A_MOMENT_S)
        while True:
            with contextlib.suppress(TelegramError):
                await self._bot.send_chat_action(place.chat_id or 0, ChatAction.TYPING)
            await asyncio.sleep(TYPING_LASTS_S)

    async def _waiting(self) -> dict[int, list[tuple[Place, Outgoing]]]:
        """By chat; what was said at another door waits for that door."""
        found: dict[int, list[tuple[Place, Outgoing]]] = {}
        for person_id, reply in await self._records.desks.unsent():
            if reply.fleeting:
                continue
            place = await self._records.inbox.place_of(reply.id)
            if place is None and (account := await self._records.people.telegram_of(person_id)):
                place = Place(account)
            if place and place.chat_id:
                found.setdefault(place.chat_id, []).append((place, reply))
        return found

    async def _send(self, place: Place, reply: Outgoing) -> str:
        """Send all parts, the buttons under the last; gives the last message's key."""
        if reply.enclosure:
            number = await self._enclosing.send(
                place.chat_id or 0, reply.text, reply.enclosure, keyboard=_keyboard(reply), quoting=_quoting(place)
            )
            return f"tg:{place.chat_id}:{number}"
        parts = split(reply.text)
        message_key = ""
        if reply.edits and await self._edit(reply, parts[0], last=len(parts) == 1):
            message_key, parts = reply.edits, parts[1:]
        for number, part in enumerate(parts, start=1):
            quoting = _quoting(place) if number == 1 and not message_key else None
            keyboard = _keyboard(reply) if number == len(parts) else None
            message_key = await self._send_part(place, part, keyboard=keyboard, quoting=quoting)
        return message_key

    async def _edit(self, reply: Outgoing, text: str, *, last: bool) -> bool:
        """Put the reply's first part in the place of an earlier one; False where that cannot be."""
        _, chat_id, message_id = reply.edits.split(":")
        keyboard = _keyboard(reply) if last else None
        try:
            await self._bot.edit_message_text(text, int(chat_id), int(message_id), reply_markup=keyboard)
        except BadRequest as error:
            # The words stand there already: the first try went through, only its answer was lost.
            return "not modified" in error.message.lower()
        return True

    async def _send_part(
        self, place: Place, text: str, *, keyboard: InlineKeyboardMarkup | None, quoting: ReplyParameters | None
    ) -> str:
        # Plain text on purpose: what people wrote is shown as they wrote it, and there is nothing to escape.
        preview = LinkPreviewOptions(is_disabled=True)
        chat_id = place.chat_id or 0
        try:
            message = await self._bot.send_message(
                chat_id, text, reply_markup=keyboard, reply_parameters=quoting, link_preview_options=preview
            )
        except BadRequest as error:
            if "chat not found" in error.message.lower():
                raise Forbidden(error.message) from error
            # The words matter more than the buttons.
            event("reply.plain", error=type(error).__name__)
            message = await self._bot.send_message(chat_id, text)
        return f"tg:{chat_id}:{message.message_id}"


def _keyboard(reply: Outgoing) -> InlineKeyboardMarkup | None:
    if not reply.buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=token) for label, token in row] for row in reply.buttons]
    )


def _quoting(place: Place) -> ReplyParameters | None:
    """In a group (negative id) the reply names the message that it answers."""
    if place.message_id is None or (place.chat_id or 0) > 0:
        return None
    return ReplyParameters(place.message_id, allow_sending_without_reply=True)
