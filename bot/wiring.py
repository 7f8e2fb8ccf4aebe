"""The one file that knows every room: settings become adapters, adapters flows. No rule is decided here.

Imports stand inside functions on purpose: a command pays only for the rooms it enters. The doors over an open house
are joined in doors.py.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import wall_now
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.domain.house.house_style import HouseRule
    from bot.domain.talk.desk import Turn
    from bot.flows.answer import Answering
    from bot.flows.draft import Drafting
    from bot.flows.hear import Hearing
    from bot.flows.librarian import Librarian
    from bot.flows.polish import Polishing
    from bot.flows.remind import Reminding
    from bot.flows.replies import Room
    from bot.flows.section import Sections
    from bot.library import OpenLibrary
    from bot.ports import AnswerWriter, Sorter
    from bot.records.open import Records
    from bot.writing.service import ModelService

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
    from bot.records.home import has_house_rules

    if is_first_run(settings) or not (settings.database_url or has_house_rules(settings.home)):
        return ()
    from bot.visiting import visit

    async with visit(settings) as records:
        return await records.house.of(unit or settings.unit or await records.people.here())


def is_first_run(settings: Settings) -> bool:
    """Whether the data folder was never used, so that the library has to be prepared first."""
    return not settings.database_url and not (settings.home / "shibao.db").exists()


@dataclass(frozen=True, slots=True)
class House:
    """Every flow over one open data folder."""

    settings: Settings
    records: "Records"
    library: "OpenLibrary"
    sections: "Sections"
    hearing: "Hearing"
    librarian: "Librarian"
    reminding: "Reminding"

    async def fill_library(self, progress: Progress) -> bool:
        """Index the starter library where the library is empty; whether it was."""
        empty = not await self.library.shelf.documents()
        if empty:
            await self.library.ingesting.index([knowledge()], progress=progress)
        return empty

    async def warm(self) -> None:
        """One search loads the indexes and the embedder; what it finds does not matter."""
        await self.library.answering.ask("公务接待标准", now=wall_now(), engine="offline")

    async def watch(self, paths: "Sequence[Path]", stopping: asyncio.Event, *, say: Callable[[str], None]) -> None:
        """Keep the library in step with the folders until told to stop."""
        from bot.terminal import pages
        from bot.watching import watch

        await watch(self.library.ingesting, paths, stopping, say=say, told=pages.counts)


@asynccontextmanager
async def open_house(settings: Settings) -> AsyncIterator[House]:
    """Open the data folder and join the flows; closed when the block ends."""
    from bot import log
    from bot.flows.librarian import Librarian
    from bot.library import open_library
    from bot.records.open import open_records

    log.start(settings.home, _secrets_of(settings))
    records = await open_records(settings.home, settings.database_url or None)
    try:
        service = model_service(settings)
        writers = drafting(settings, service)
        answers, polishing, sorter = _beside_reports(service)
        library = open_library(
            settings.home, records.store, knowledge=knowledge(), writer=answers, chroma=settings.chroma_url
        )
        librarian = Librarian(
            library.ingesting,
            library.shelf,
            library.search,
            lists=library.lists,
            desks=records.desks,
            uploads=settings.home / "uploads",
        )
        sections, hearing = conversation(
            settings,
            records,
            writers,
            library.answering,
            polishing=polishing,
            sorter=sorter,
            more=(librarian,),
            after=librarian.committed,
        )
        yield House(settings, records, library, sections, hearing, librarian, _reminding(settings, records))
    finally:
        await records.close()


def conversation(
    settings: Settings,
    records: "Records",
    writers: "Drafting",
    answering: "Answering",
    *,
    polishing: "Polishing | None" = None,
    sorter: "Sorter | None" = None,
    more: "Sequence[Room]" = (),
    after: "Callable[[Turn], Awaitable[None]] | None" = None,
) -> "tuple[Sections, Hearing]":
    """The conversation with its rooms, in the order in which they are asked; `more` come last."""
    from bot.doorplate import Doorplate
    from bot.flows.administer import Administering
    from bot.flows.count import Picturing
    from bot.flows.gather import Gathering
    from bot.flows.hear import Hearing
    from bot.flows.house import Housekeeping
    from bot.flows.inquiry import Inquiry
    from bot.flows.inspect import Inspecting
    from bot.flows.ledger import Ledgering
    from bot.flows.office import Office
    from bot.flows.papers import Papers
    from bot.flows.rewrite import Rewriting
    from bot.flows.section import Sections
    from bot.flows.section_room import SectionRoom
    from bot.records.library import SqlShelf

    units, papers = records.units, Papers(records.log, records.units)
    gathering = Gathering(records.log, units, SqlShelf(records.store), records.ledger)
    sections = Sections(writers, answering, gathering, polishing)
    rooms = (
        Inspecting(papers),
        Picturing(papers, categories=settings.categories),
        Inquiry(answering, records.answers, units),
        Ledgering(records.ledger, units, records.people),
        Administering(units, records.people, link=Doorplate(settings.home).link, named=bool(settings.unit)),
        Housekeeping(units),
        # While a report is being changed it takes what the others leave.
        Rewriting(papers),
        *more,
    )
    hearing = Hearing(
        records.desks,
        drafting=writers,
        answering=answering,
        sections=SectionRoom(sections, records.summaries),
        office=Office(papers, categories=settings.categories),
        rooms=rooms,
        after=after,
        sorter=sorter,
    )
    return sections, hearing


def _beside_reports(service: "ModelService | None") -> "tuple[AnswerWriter | None, Polishing | None, Sorter | None]":
    """What a model does beside writing reports; nothing without one."""
    if service is None:
        return None, None, None
    from bot.flows.polish import Polishing
    from bot.writing.answers import ModelAnswerWriter
    from bot.writing.sections import ModelSectionWriter
    from bot.writing.sorting import ModelSorter

    return ModelAnswerWriter(service), Polishing(ModelSectionWriter(service)), ModelSorter(service)


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


def _secrets_of(settings: Settings) -> list[str]:
    """What the log must never show."""
    given = (settings.telegram_token, settings.webhook_secret, settings.model_key)
    return [secret.reveal() for secret in given if secret]
