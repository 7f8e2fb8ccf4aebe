"""The two doors over an open house: the terminal of this machine and Telegram."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.clock import wall_now
from bot.errors import SettingsError, ShibaoError
from bot.settings import Settings
from bot.wiring import House, Progress, open_house

if TYPE_CHECKING:
    from bot.domain.submissions.people import Person
    from bot.domain.talk.desk import Outgoing
    from bot.domain.talk.door import Incoming
    from bot.telegram.serve import Connection


class TerminalBrain:
    """The house as the terminal sees it."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def person(self) -> "Person":
        return await self._house.records.people.terminal(self._house.settings.unit)

    async def hear(self, person: "Person", incoming: "Incoming") -> "tuple[Outgoing, ...]":
        heard = await self._house.hearing.hear(person, incoming)
        return tuple([await self._kept(reply) for reply in heard if not reply.notice])

    async def unseen(self, person: "Person") -> "tuple[Outgoing, ...]":
        await self._house.reminding.tick(wall_now())
        waiting = await self._house.records.desks.unsent()
        return tuple([await self._kept(outgoing) for owner, outgoing in waiting if owner == person.id])

    async def _kept(self, outgoing: "Outgoing") -> "Outgoing":
        """A file cannot be shown here: it is put into the data folder, and the reply says where."""
        from bot.domain.submissions.enclosures import Album

        if outgoing.enclosure is None:
            return outgoing
        if isinstance(outgoing.enclosure, Album):
            return replace(outgoing, text=f"{outgoing.text}\n照片和附件在 Telegram 里，这里看不到。")
        from bot.export.paper import printed

        name, data = await asyncio.to_thread(printed, outgoing.enclosure)
        folder = self._house.settings.home / "exports"
        try:
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(data)
        except OSError:
            return replace(outgoing, text=f"{outgoing.text}\n没存成：请检查 {folder} 的权限和磁盘空间，再试一次。")
        return replace(outgoing, text=f"{outgoing.text}\n已存到 {folder / name}")

    async def seen(self, outgoing: "Outgoing") -> None:
        await self._house.records.desks.sent(outgoing.id)

    async def prepare(self, progress: Progress) -> None:
        await self._house.fill_library(progress)

    async def warm(self) -> None:
        await self._house.warm()


@asynccontextmanager
async def open_terminal(settings: Settings) -> AsyncIterator[TerminalBrain]:
    """The conversation's brain for this machine's user."""
    async with open_house(settings) as house:
        yield TerminalBrain(house)


async def serve(settings: Settings, *, say: Callable[[str], None], progress: Progress) -> None:
    """Run the Telegram bot until it is told to stop."""
    connection = _connection(settings)
    from bot.doorplate import Doorplate
    from bot.export.paper import printed
    from bot.telegram.reminding import Reminders
    from bot.telegram.serve import Rooms
    from bot.telegram.serve import serve as run

    async with open_house(settings) as house:
        first_start = await house.fill_library(progress)
        rooms = Rooms(
            house.records,
            hear=house.hearing.hear,
            receive=house.librarian.receive,
            text=house.librarian.text,
            printing=printed,
            reminders=Reminders(lambda: house.reminding.tick(wall_now()), lambda: house.reminding.resting(wall_now())),
            uploads=settings.home / "uploads",
            named=Doorplate(settings.home).hang,
            stop=house.hearing.stops.ask,
        )
        async with _watching(house, say), _warming(house, needed=first_start):
            await run(connection, rooms, say=say)


def _connection(settings: Settings) -> "Connection":
    if settings.telegram_token is None:
        raise SettingsError("没有设置机器人令牌：请设 SHIBAO_TELEGRAM_TOKEN（向 @BotFather 申请）。")
    from bot.telegram.serve import Connection, Webhook

    webhook = None
    if settings.webhook_url:
        secret = settings.webhook_secret.reveal() if settings.webhook_secret else ""
        webhook = Webhook(settings.webhook_url, secret, settings.webhook_listen, settings.webhook_port)
    return Connection(settings.telegram_token.reveal(), settings.telegram_url, settings.telegram_file_url, webhook)


@asynccontextmanager
async def _watching(house: House, say: Callable[[str], None]) -> AsyncIterator[None]:
    """The folder of SHIBAO_WATCH is watched inside the block."""
    if not house.settings.watch:
        yield
        return
    stopping = asyncio.Event()
    task = asyncio.create_task(house.watch([house.settings.watch], stopping, say=say))
    try:
        yield
    finally:
        stopping.set()
        await task


@asynccontextmanager
async def _warming(house: House, *, needed: bool) -> AsyncIterator[None]:
    """A first start prepares the embedder's model behind the block, so that the first question need not wait for it."""
    task = asyncio.create_task(house.warm()) if needed else None
    try:
        yield
    finally:
        if task:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, ShibaoError):
                await task
