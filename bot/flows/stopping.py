"""Work that is under way stops when its person says so, though their messages are otherwise handled in order.

The door overhears 停 as it comes in (`ask`), before its turn in the chat; the work stops (`unless_stopped`), and when
the message has its turn it is known whether it stopped anything (`heard`). Nothing is kept: after a restart the
messages come again, in the same order.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from bot.errors import Stopped

Result = TypeVar("Result")

STALE_S = 600.0
"""A stop whose message never had its turn stops nothing that begins so much later."""


class Stops:
    """Who asked for a stop that was not heard yet, by person and message."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._asked: dict[str, dict[str, float]] = {}
        self._stopped: set[str] = set()
        self._events: dict[str, asyncio.Event] = {}

    def ask(self, person_id: str, key: str) -> None:
        """The message `key`, on its way to its turn, asks for a stop."""
        self._asked.setdefault(person_id, {})[key] = self._clock()
        if event := self._events.get(person_id):
            event.set()

    def heard(self, person_id: str, key: str) -> bool:
        """The message has its turn now. Says whether it stopped anything."""
        self._asked.get(person_id, {}).pop(key, None)
        stopped = key in self._stopped
        self._stopped.discard(key)
        return stopped

    def _waiting(self, person_id: str) -> list[str]:
        """The messages that ask for a stop and still wait for their turn."""
        return [key for key, at in self._asked.get(person_id, {}).items() if at > self._clock() - STALE_S]

    async def unless_stopped(self, person_id: str, work: Coroutine[Any, Any, Result]) -> Result:
        """What the work gives; raises Stopped, the work cancelled, where its person asks for that before it ends."""
        event = self._events[person_id] = asyncio.Event()
        if self._waiting(person_id):
            event.set()
        task, asked = asyncio.ensure_future(work), asyncio.ensure_future(event.wait())
        try:
            await asyncio.wait({task, asked}, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return await task
            self._stopped.update(self._waiting(person_id))
            raise Stopped
        finally:
            self._events.pop(person_id, None)
            for one in (task, asked):
                one.cancel()
            with contextlib.suppress(BaseException):
                await asyncio.gather(task, asked, return_exceptions=True)
