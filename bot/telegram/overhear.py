"""停, said or pressed, is known before its turn in the chat: it is about the work that holds the chat."""

from collections.abc import Callable

from telegram import Update

from bot.domain.talk import errands
from bot.errors import StorageError
from bot.log import event
from bot.ports import DoorRecords
from bot.telegram.batch import Batch

Stop = Callable[[str, str], None]


class Overhearing:
    """Tells `stop` (person, key of the delivery) of each batch that asks for work to stop."""

    def __init__(self, records: DoorRecords, stop: Stop) -> None:
        self._records = records
        self._stop = stop

    async def __call__(self, batch: Batch) -> None:
        """Never raises: what is not overheard is heard in its turn."""
        user, update = batch.sender, batch.first
        if user is None or len(batch.updates) > 1 or not _may_stop(update):
            return
        try:
            person = await self._records.people.by_telegram(user.id)
            if person is None:
                return
            if update.callback_query:
                button = await self._records.desks.press(person.id, update.callback_query.data or "")
                if button is None or button.verb != errands.STOP:
                    return
            self._stop(person.id, batch.key)
        except StorageError as error:
            event("stop.missed", key=batch.key, error=type(error.__cause__).__name__)


def _may_stop(update: Update) -> bool:
    message = update.message
    private = message is not None and message.chat.type == message.chat.PRIVATE
    return bool(update.callback_query) or bool(message and private and errands.asks_to_stop(message.text or ""))
