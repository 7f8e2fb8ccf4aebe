"""A line that says an answer takes longer, how far it is, and that it may be stopped; the answer takes its place.

Each line is a small turn of its own, so that after a kill it is known and still gives way to the answer. Only
doors that can change a sent message ask for it.
"""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import Any, TypeVar

from bot.domain.submissions.people import Person
from bot.domain.talk.desk import FLEETING, Outgoing, Turn
from bot.domain.talk.door import Button, Incoming, Reply
from bot.domain.talk.errands import STOP
from bot.errors import Stopped
from bot.ports import Desks

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


Show = Callable[[tuple[Outgoing, ...]], Awaitable[None]]
WRITING = "正在写，稍等一会儿。"
A_MOMENT_S = 1.0


class Patience:
    """The line for one message; `show` puts it before the person."""

    def __init__(self, desks: Desks, person: Person, incoming: Incoming, show: Show | None, stops: Stops) -> None:
        self._desks = desks
        self._person = person
        self._incoming = incoming
        self._show = show
        self._stops = stops
        self._text = WRITING
        self._told: list[str] = []

    async def work(self, work: Coroutine[Any, Any, Result]) -> Result:
        """What the work gives. After a moment the line is shown; raises Stopped where the person says 停."""
        telling = asyncio.ensure_future(self._tell_later())
        try:
            return await self._stops.unless_stopped(self._person.id, work)
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)

    async def progress(self, text: str) -> None:
        """How far it is; shown at once where a line stands already, else with the first line."""
        self._text = text
        if self._told and self._told[-1] != text:
            await self._tell()

    async def _tell_later(self) -> None:
        await asyncio.sleep(A_MOMENT_S)
        await self._tell()

    async def _tell(self) -> None:
        """Say it; a second time, as after a kill, says nothing new."""
        if self._show is None:
            return
        key = f"{self._incoming.key}:{len(self._told)}{FLEETING}"
        self._told.append(self._text)
        reply = Reply(self._text, ((Button("停", STOP),),), card=card_of(self._incoming.key))
        lines = await self._desks.commit(Turn(key, self._person.id, self._incoming.at, replies=(reply,)))
        unsent = {reply.id for _, reply in await self._desks.unsent()}
        await self._show(tuple(line for line in lines if line.id in unsent))


_current: ContextVar[Patience | None] = ContextVar("patience", default=None)


def card_of(key: str) -> str:
    """The card that the line and the answer to one message share."""
    return f"answer:{key}"


@contextmanager
def told_by(patience: Patience) -> Iterator[None]:
    """Whoever takes long inside may say so with `patiently` and `progress`."""
    token = _current.set(patience)
    try:
        yield
    finally:
        _current.reset(token)


async def patiently(work: Coroutine[Any, Any, Result]) -> Result:
    """What the work gives. In a conversation a line says that it takes longer, and Stopped is raised at 停."""
    patience = _current.get()
    return await (patience.work(work) if patience else work)


async def progress(text: str) -> None:
    """Say how far the work is, where somebody listens."""
    patience = _current.get()
    if patience:
        await patience.progress(text)


def in_its_place(turn: Turn) -> Turn:
    """The turn with its first reply in the place of the line, if there was one."""
    first, *rest = turn.replies or (None,)
    if first is None or first.card or first.enclosure:
        return turn
    return replace(turn, replies=(replace(first, card=card_of(turn.key)), *rest))
