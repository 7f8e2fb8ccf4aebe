"""A conversation for tests: real records in a temporary folder, the real writer, a scripted library."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot import wiring
from bot.domain.talk.desk import Desk, Outgoing
from bot.domain.talk.door import Incoming
from bot.flows.answer import Answering
from bot.flows.draft import Drafting
from bot.flows.hear import Hearing
from bot.flows.polish import Polishing
from bot.ports import Sorter
from bot.records.open import Records, open_records
from bot.settings import Settings
from bot.writing.offline import OfflineWriter
from tests.fakes import one_dialect  # noqa: F401
from tests.fakes.answers import ScriptedAnswers

START = datetime(2026, 10, 31, 16, 30)


class Conversation:
    """Says things as one person and sees what comes back."""

    def __init__(self, records, hearing: Hearing, answers: ScriptedAnswers, person) -> None:
        self.records = records
        self.hearing = hearing
        self.answers = answers
        self.person = person
        self.shown: tuple[Outgoing, ...] = ()
        self._count = 0

    async def say(self, text: str, **more) -> str:
        """Send a message; the replies' texts, joined."""
        self._count += 1
        at = more.pop("at", START + timedelta(minutes=self._count))
        key = more.pop("key", f"test:{self._count}")
        self.shown = await self.hearing.hear(self.person, Incoming(key, text, at, **more))
        return "\n---\n".join(reply.text for reply in self.shown)

    async def press(self, label: str) -> str:
        """Press the button of the last replies whose label holds the words."""
        tokens = [t for reply in self.shown for row in reply.buttons for name, t in row if label in name]
        assert tokens, f"no button {label} among {self.labels()}"
        return await self.say("", action=tokens[0])

    def labels(self) -> list[str]:
        return [name for reply in self.shown for row in reply.buttons for name, _ in row]

    async def desk(self) -> Desk:
        return await self.records.desks.open(self.person.id)

    async def notes(self) -> list[str]:
        return [note.text for note in (await self.desk()).notes]


_migrated: dict[str, bytes] = {}


async def _lay_schema(home: Path) -> None:
    """A fresh folder gets a copy of a database that was migrated once: 0.1 s less a test."""
    if (home / "shibao.db").exists():
        return
    if not _migrated:
        records = await open_records(home)
        await records.people.terminal("县文化馆")
        await records.close()
        _migrated["db"] = (home / "shibao.db").read_bytes()
    (home / "shibao.db").write_bytes(_migrated["db"])


@asynccontextmanager
async def conversation(
    home: Path,
    unit: str = "县文化馆",
    drafting: Drafting | None = None,
    sorter: Sorter | None = None,
    polishing: Polishing | None = None,
    answering: Callable[[Records], Answering] | None = None,
) -> AsyncIterator[Conversation]:
    """`answering` makes the real thing over the open records, instead of the scripted answers."""
    await _lay_schema(home)
    records = await open_records(home)
    try:
        answers = answering(records) if answering else ScriptedAnswers()
        writers = drafting or Drafting(OfflineWriter())
        _, hearing = wiring.conversation(
            Settings(home=home), records, writers, answers, polishing=polishing, sorter=sorter
        )
        yield Conversation(records, hearing, answers, await records.people.terminal(unit))
    finally:
        await records.close()
