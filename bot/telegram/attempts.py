"""What happens when a batch cannot be handled: wait while the records cannot be written, else give up after
three times and say so. Nothing accepted is forgotten: what was given up stays in the inbox with the reason.
"""

import asyncio
import contextlib
from time import monotonic

from telegram import Update

from bot.clock import wall_now
from bot.domain.talk.desk import Turn
from bot.domain.talk.door import Place, Reply
from bot.errors import ShibaoError, StorageError
from bot.flows.patience import card_of
from bot.log import event, failure
from bot.ports import DoorRecords
from bot.telegram.batch import Batch
from bot.telegram.handling import Handling
from bot.telegram.sending import Sender

TRIES = 3
PAUSE_S = 0.2
LONGEST_PAUSE_S = 15.0
TELL_AGAIN_S = 600.0

WAITING = "现在存不下来（多半是磁盘满了）。你的消息没有丢，恢复后接着处理，不用重发。"
GIVEN_UP = "这条没处理成（编号 {number}），已记下来，可以告诉管理员。请换个说法再发一次。"


class Attempts:
    """Handles a batch until it is done or given up."""

    def __init__(self, handling: Handling, records: DoorRecords, sender: Sender) -> None:
        self._handling = handling
        self._records = records
        self._sender = sender
        self._told: dict[int, float] = {}

    async def run(self, batch: Batch) -> None:
        """Handle the batch; never raises."""
        failed, waited = 0, 0
        number, reason, line = "", "", ""
        while failed < TRIES:
            try:
                await self._handling.handle(batch)
                return
            except StorageError as error:
                event("storage.failed", key=batch.key, error=type(error.__cause__).__name__)
                await self.put_off(batch.first)
                await asyncio.sleep(min(PAUSE_S * 2**waited, LONGEST_PAUSE_S))
                waited += 1
            except ShibaoError as error:
                reason, line = type(error).__name__, error.user_message
                event("batch.refused", key=batch.key, error=reason)
                break
            except Exception as error:
                number, reason = failure("batch", error), type(error).__name__
                await asyncio.sleep(PAUSE_S * failed)
                failed += 1
        await self._give_up(batch, reason, line or GIVEN_UP.format(number=number))

    async def put_off(self, update: Update) -> None:
        """Tell the person once an outage that the records cannot be written; nobody has to send again.

        Later messages of the chat wait behind this one, so their order is kept.
        """
        user, chat = update.effective_user, update.effective_chat
        if not user or not chat or self._told.get(chat.id, -TELL_AGAIN_S) > monotonic() - TELL_AGAIN_S:
            return
        self._told[chat.id] = monotonic()
        with contextlib.suppress(StorageError):
            person = await self._records.people.by_telegram(user.id)
            if person and person.active:
                await self._sender.say(Place(chat.id), WAITING)

    async def _give_up(self, batch: Batch, reason: str, line: str) -> None:
        try:
            await self._records.inbox.done(batch.keys, failure=reason)
            user, chat = batch.sender, batch.first.effective_chat
            person = await self._records.people.by_telegram(user.id) if user else None
            if person and chat:
                turn = Turn(batch.key, person.id, wall_now(), replies=(Reply(line, card=card_of(batch.key)),))
                await self._sender.deliver(Place(chat.id), await self._records.desks.commit(turn))
        except Exception as error:
            failure("give_up", error)
