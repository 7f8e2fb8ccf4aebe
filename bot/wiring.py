"""The one file that knows every room: settings become adapters, adapters flows. No rule is decided here.

Imports stand inside functions on purpose: a command pays only for the rooms it enters.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import wall_now
from bot.errors import SettingsError, ShibaoError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.domain.house.house_style import HouseRule
    from bot.domain.library.wordlists import WordLists
    from bot.domain.submissions.people import Person
    from bot.domain.talk.desk import Outgoing
    from bot.domain.talk.door import Incoming
    from bot.flows.answer import Answering
    from bot.flows.draft import Drafting
    from bot.flows.hear import Hearing
    from bot.flows.ingest import Ingesting
    from bot.flows.librarian import Librarian
    from bot.flows.polish import Polishing
    from bot.flows.remind import Reminding
    from bot.flows.rooms import Room
    from bot.flows.section import Sections
    from bot.ports import AnswerWriter, Shelf, Sorter
    from bot.records.open import Records
    from bot.writing.service import ModelService

NAMELESS = "本单位"
"""The unit of this machine where no setting names it."""

Progress = Callable[[int, int, str], None]


def knowledge() -> Path:
    """The starter library: beside the working folder, or in the checkout that this code runs from."""
    here = Path("knowledge")
    return here if here.is_dir() else Path(__file__).resolve().parent.parent / "knowledge"


def model_service(settings: Settings) -> "ModelService | None":
    """The configured model, or None. Costs no connection until it is first used."""
    if not (settings.model_url and settings.model):
        return None
    from pydantic import SecretStr

    from bot.writing.service import ModelService

    key = SecretStr(settings.model_key.reveal()) if settings.model_key else None
    return ModelService(url=settings.model_url, model=settings.model, key=key, deadline=float(settings.model_timeout))


def drafting(settings: Settings, service: "ModelService | None" = None) -> "Drafting":
    """The writers. Without a service given, the configured one is used."""
    from bot.flows.draft import Drafting
    from bot.writing.offline import OfflineWriter

    service = service or model_service(settings)
    if service is None:
        return Drafting(OfflineWriter(), limit=settings.report_limit)
    from bot.writing.model import ModelWriter

    return Drafting(OfflineWriter(), ModelWriter(service), limit=settings.report_limit)


async def house_rules(settings: Settings, unit: str = "") -> "tuple[HouseRule, ...]":
    """The house wordings of a unit, by default of this machine's; no folder, no rules, and none is made."""
    from bot.records.glance import has_house_rules

    if is_first_run(settings) or not (settings.database_url or has_house_rules(settings.home)):
        return ()
    from bot.records.open import open_records

    records = await open_records(settings.home, settings.database_url or None, own=False)
    try:
        return await records.house.of(unit or settings.unit or NAMELESS)
    finally:
        await records.close()


@dataclass(frozen=True, slots=True)
class House:
    """Every flow over one open data folder."""

    settings: Settings
    records: "Records"
    shelf: "Shelf"
    drafting: "Drafting"
    answering: "Answering"
    ingesting: "Ingesting"
    sections: "Sections"
    hearing: "Hearing"
    librarian: "Librarian"
    reminding: "Reminding"
    lists: "WordLists"

    async def fill_library(self, progress: Progress) -> bool:
        """Index the starter library where the library is empty; whether it was."""
        empty = not await self.shelf.documents()
        if empty:
            await self.ingesting.index([knowledge()], progress=progress)
        return empty

    async def warm(self) -> None:
        """One search loads the indexes and the embedder; what it finds does not matter."""
        await self.answering.ask("公务接待标准", now=wall_now(), engine="offline")

    async def watch(self, paths: "Sequence[Path]", stopping: asyncio.Event, *, say: Callable[[str], None]) -> None:
        """Keep the library in step with the folders until told to stop."""
        from bot.terminal import pages
        from bot.watching import watch

        await watch(self.ingesting, paths, stopping, say=say, told=pages.counts)


@asynccontextmanager
async def open_house(settings: Settings) -> AsyncIterator[House]:
    """Open the data folder and join the flows; closed when the block ends."""
    from bot import log
    from bot.flows.gather import Gathering
    from bot.flows.hear import Hearing
    from bot.flows.librarian import Librarian
    from bot.flows.office import Office
    from bot.flows.section import Sections
    from bot.flows.section_room import SectionRoom
    from bot.library import open_library
    from bot.records.library import SqlShelf
    from bot.records.open import open_records

    log.start(settings.home, secrets_of(settings))
    records = await open_records(settings.home, settings.database_url or None)
    try:
        service = model_service(settings)
        writers = drafting(settings, service)
        library = open_library(
            settings.home,
            records.store,
            knowledge=knowledge(),
            writer=_answer_writer(service),
            chroma=settings.chroma_url,
        )
        gathering = Gathering(records.log, records.units, SqlShelf(records.store), records.ledger)
        sections = Sections(writers, library.answering, gathering, _polishing(service))
        librarian = Librarian(
            library.ingesting,
            library.shelf,
            library.search,
            lists=library.lists,
            desks=records.desks,
            uploads=settings.home / "uploads",
        )
        office = Office(records.log, records.profiles, records.units, categories=settings.categories)
        hearing = Hearing(
            records.desks,
            drafting=writers,
            answering=library.answering,
            sections=SectionRoom(sections, records.summaries),
            office=office,
            rooms=(*_rooms(settings, records, library.answering), librarian),
            after=librarian.committed,
            sorter=_sorter(service),
        )
        yield House(
            settings,
            records,
            SqlShelf(records.store),
            writers,
            library.answering,
            library.ingesting,
            sections,
            hearing,
            librarian,
            _reminding(settings, records),
            library.lists,
        )
    finally:
        await records.close()


def _reminding(settings: Settings, records: "Records") -> "Reminding":
    from bot.domain.ledger.reminders import Quiet
    from bot.flows.remind import Reminding

    return Reminding(
        records.desks,
        records.reminders,
        ledger=records.ledger,
        people=records.people,
        units=records.units,
        quiet=Quiet(*settings.quiet_hours, settings.quiet_weekends),
    )


def _rooms(settings: Settings, records: "Records", answering: "Answering") -> "tuple[Room, ...]":
    """The parts of the work beside collecting and answering, in the order in which they are asked."""
    from bot.doorplate import Doorplate
    from bot.flows.administer import Administering
    from bot.flows.house import Housekeeping
    from bot.flows.inquiry import Inquiry
    from bot.flows.inspect import Inspecting
    from bot.flows.ledger import Ledgering
    from bot.flows.picture import Picturing
    from bot.flows.rewrite import Rewriting

    return (
        Inspecting(records.log, records.profiles, records.units),
        Picturing(records.log, records.units, categories=settings.categories),
        Inquiry(answering, records.answers, records.units),
        Ledgering(records.ledger, records.units, records.people),
        Administering(records.units, records.people, link=Doorplate(settings.home).link),
        Housekeeping(records.units),
        # The last: while a report is being changed it takes what the others leave.
        Rewriting(records.log, records.profiles, records.units),
    )


def secrets_of(settings: Settings) -> list[str]:
    """What the log must never show."""
    given = (settings.telegram_token, settings.webhook_secret, settings.model_key)
    return [secret.reveal() for secret in given if secret]


def _sorter(service: "ModelService | None") -> "Sorter | None":
    if service is None:
        return None
    from bot.writing.sorting import ModelSorter

    return ModelSorter(service)


def _answer_writer(service: "ModelService | None") -> "AnswerWriter | None":
    if service is None:
        return None
    from bot.writing.answers import ModelAnswerWriter

    return ModelAnswerWriter(service)


def _polishing(service: "ModelService | None") -> "Polishing | None":
    if service is None:
        return None
    from bot.flows.polish import Polishing
    from bot.writing.sections import ModelSectionWriter

    return Polishing(ModelSectionWriter(service))


class TerminalBrain:
    """The house as the terminal sees it."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def person(self) -> "Person":
        return await self._house.records.people.terminal(self._house.settings.unit or NAMELESS)

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


def is_first_run(settings: Settings) -> bool:
    """Whether the data folder was never used, so that the library has to be prepared first."""
    return not settings.database_url and not (settings.home / "shibao.db").exists()


async def serve(settings: Settings, *, say: Callable[[str], None], progress: Progress) -> None:
    """Run the Telegram bot until it is told to stop."""
    if settings.telegram_token is None:
        raise SettingsError("没有设置机器人令牌：请设 SHIBAO_TELEGRAM_TOKEN（向 @BotFather 申请）。")
    from bot.doorplate import Doorplate
    from bot.export.paper import printed
    from bot.telegram.reminding import Reminders
    from bot.telegram.serve import Connection, Rooms, Webhook
    from bot.telegram.serve import serve as run

    webhook = None
    if settings.webhook_url:
        secret = settings.webhook_secret.reveal() if settings.webhook_secret else ""
        webhook = Webhook(settings.webhook_url, secret, settings.webhook_listen, settings.webhook_port)
    connection = Connection(
        settings.telegram_token.reveal(), settings.telegram_url, settings.telegram_file_url, webhook
    )
    async with open_house(settings) as house:
        first_start = await house.fill_library(progress)
        records = house.records
        rooms = Rooms(
            hear=house.hearing.hear,
            receive=house.librarian.receive,
            desks=records.desks,
            people=records.people,
            strangers=records.people,
            inbox=records.inbox,
            printing=printed,
            reminders=Reminders(lambda: house.reminding.tick(wall_now()), lambda: house.reminding.resting(wall_now())),
            uploads=settings.home / "uploads",
            named=Doorplate(settings.home).hang,
            stop=house.hearing.stops.ask,
        )
        async with _watching(house, say), _warming(house, needed=first_start):
            await run(connection, rooms, say=say)


@asynccontextmanager
async def _watching(house: House, say: Callable[[str], None]) -> AsyncIterator[None]:
    """The folder of SHIBAO_WATCH is watched inside the block."""
    stopping = asyncio.Event()
    folders = [house.settings.watch] if house.settings.watch else []
    task = asyncio.create_task(house.watch(folders, stopping, say=say)) if folders else None
    try:
        yield
    finally:
        stopping.set()
        if task:
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
