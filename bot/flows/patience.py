"""A line that says an answer takes longer; the answer takes its place.

The line is a small turn of its own, so that after a kill it is known and still gives way to the answer. Only
doors that can change a sent message ask for it.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from bot.domain.desk import FLEETING, Outgoing, Turn
from bot.domain.people import Person
from bot.domain.talk import Incoming, Reply
from bot.ports import Desks

Show = Callable[[tuple[Outgoing, ...]], Awaitable[None]]

WRITING = "正在写，稍等一会儿。"


class Patience:
    """The line for one message; `show` puts it before the person once."""

    def __init__(self, desks: Desks, person: Person, incoming: Incoming, show: Show) -> None:
        self._desks = desks
        self._turn = Turn(
            incoming.key + FLEETING, person.id, incoming.at, replies=(Reply(WRITING, card=card_of(incoming.key)),)
        )
        self._show = show

    async def tell(self) -> None:
        """Say that it takes longer; a second time, as after a kill, says nothing new."""
        lines = await self._desks.commit(self._turn)
        unsent = {reply.id for _, reply in await self._desks.unsent()}
        await self._show(tuple(line for line in lines if line.id in unsent))


_current: ContextVar[Patience | None] = ContextVar("patience", default=None)


def card_of(key: str) -> str:
    """The card that the line and the answer to one message share."""
    return f"answer:{key}"


@contextmanager
def told_by(patience: Patience | None) -> Iterator[None]:
    """Whoever takes long inside may say so with `tell`."""
    token = _current.set(patience)
    try:
        yield
    finally:
        _current.reset(token)


async def tell() -> None:
    """Say that the answer takes longer, where the door wants to know."""
    patience = _current.get()
    if patience:
        await patience.tell()


def in_its_place(turn: Turn) -> Turn:
    """The turn with its first reply in the place of the line, if there was one."""
    first, *rest = turn.replies or (None,)
    if first is None or first.card or first.enclosure:
        return turn
    return replace(turn, replies=(replace(first, card=card_of(turn.key)), *rest))
