"""Order: batches of one chat one after the other, batches of different chats side by side."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram.ext import BaseUpdateProcessor

from bot.telegram.batch import Batch

# More is not faster (measured: 8 to 16 best, 256 halves the rate); it only has to cover the model's waits.
SLOTS = 12
QUEUED = 1_000_000


class PerChat(BaseUpdateProcessor):
    """The processor of the application. Waiting for one's turn in a chat takes no slot from other chats."""

    def __init__(self, overhear: Callable[[Batch], Awaitable[None]] | None = None) -> None:
        super().__init__(QUEUED)
        self._overhear = overhear
        self._slots = asyncio.Semaphore(SLOTS)
        self._lines: dict[int, tuple[asyncio.Lock, int]] = {}
        self._closed = False

    def close(self) -> None:
        """Begin nothing more: what waits is in the inbox and comes again with the next start."""
        self._closed = True

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the batch's turn in its chat, then a free slot. What may not wait for that is overheard first."""
        if self._overhear and isinstance(update, Batch):
            await self._overhear(update)
        chat = update.first.effective_chat if isinstance(update, Batch) else None
        try:
            async with self.turn(chat.id if chat else 0), self._slots:
                if not self._closed:
                    await coroutine
        finally:
            if isinstance(coroutine, Coroutine):
                coroutine.close()

    @asynccontextmanager
    async def turn(self, chat_id: int) -> AsyncIterator[None]:
        """Hold the chat: first come, first served; a chat that nobody waits for is forgotten."""
        lock, waiting = self._lines.get(chat_id, (asyncio.Lock(), 0))
        self._lines[chat_id] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            waiting = self._lines[chat_id][1] - 1
            if waiting:
                self._lines[chat_id] = (lock, waiting)
            else:
                del self._lines[chat_id]

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""
