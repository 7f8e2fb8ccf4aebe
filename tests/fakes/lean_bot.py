"""The Telegram door with a brain of ten lines: `python -m tests.fakes.lean_bot HOME URL`.

It loads everything once; each line on its standard input is one life: a fork that serves until it is ended.

What is tested with it is the door and the records, so every note becomes a note and one reply.
"""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot import log
from bot.clock import wall_now
from bot.domain.ledger.reminders import Quiet
from bot.domain.notes.note import Note
from bot.domain.submissions.enclosures import Album, Article, Attached, Chart, Imprint, Paper, Series
from bot.domain.submissions.people import Person
from bot.domain.talk.desk import AddNote, Outgoing, RewriteNote, Turn
from bot.domain.talk.door import Button, Incoming, Reply
from bot.doorplate import Doorplate
from bot.export.paper import printed
from bot.flows.librarian import Upload
from bot.flows.remind import Reminding
from bot.records.open import Records, open_records
from bot.telegram.reminding import Reminders
from bot.telegram.serve import Connection, Rooms, serve
from tests.fakes.account import TOKEN

BUTTONS = ((Button("收到", "seen"),),)


class LeanBrain:
    """Keeps every message as a note and repeats it."""

    def __init__(self, records: Records) -> None:
        self._desks = records.desks

    async def hear(self, person: Person, incoming: Incoming, show: object = None) -> tuple[Outgoing, ...]:
        """Some words do more: 出错 fails, 慢 takes long, 文件, 图片 and 相册 bring one, 长文 needs 3 messages."""
        if incoming.action:
            button = await self._desks.press(person.id, incoming.action)
            return await self._commit(person, incoming, f"按了：{button.label if button else '?'}")
        if incoming.text == "出错":
            raise ValueError(incoming.text)
        if incoming.text == "文件":
            paper = Paper(Article("送书320册", "县图书馆送书320册。"), Imprint("县图书馆"))
            reply = Reply("Word 稿。", enclosure=paper)
            return await self._desks.commit(Turn(incoming.key, person.id, incoming.at, (), (reply,)))
        if incoming.text == "图片":
            picture = Chart("11月采用信息", ("文化惠民",), (Series("采用", (1,)),))
            reply = Reply("采用1篇。", BUTTONS, enclosure=picture)
            return await self._desks.commit(Turn(incoming.key, person.id, incoming.at, (), (reply,)))
        if incoming.text.startswith("相册 "):
            files = tuple(Attached(one, one.split("-")[0]) for one in incoming.text.split()[1:])
            reply = Reply(f"共{len(files)}个。", enclosure=Album(files))
            return await self._desks.commit(Turn(incoming.key, person.id, incoming.at, (), (reply,)))
        if incoming.text == "慢":
            await asyncio.sleep(1.7)
        if incoming.text == "长文":
            return await self._commit(person, incoming, "这一段有十个字。\n" * 1_200)
        known = await self._desks.note_of(person.id, incoming.message_key) if incoming.edited else None
        if known:
            change = RewriteNote(known.id, incoming.text)
            return await self._commit(person, incoming, f"改为：{incoming.text}", change)
        note = AddNote(Note(incoming.text, incoming.at, incoming.speaker), incoming.message_key)
        return await self._commit(person, incoming, f"记下：{incoming.text[:20]}", note)

    async def receive(
        self, person: Person, uploads: Sequence[Upload], *, key: str, at: datetime, ours: bool = False
    ) -> tuple[Outgoing, ...]:
        """Says what it was given."""
        told = [
            upload.problem or f"收录 {upload.name}：{upload.path.stat().st_size} 字节，{person.name}{'，本单位' * ours}"
            for upload in uploads
        ]
        return await self._desks.commit(Turn(key, person.id, at, (), (Reply("\n".join(told)),)))

    async def _commit(
        self, person: Person, incoming: Incoming, words: str, *changes: AddNote | RewriteNote
    ) -> tuple[Outgoing, ...]:
        reply = Reply(words, BUTTONS)
        return await self._desks.commit(Turn(incoming.key, person.id, incoming.at, changes, (reply,)))


def reminding(records: Records, quiet: Quiet) -> Reminding:
    """The real reminders."""
    return Reminding(
        records.desks,
        records.reminders,
        ledger=records.ledger,
        people=records.people,
        units=records.units,
        quiet=quiet,
    )


async def text_of(path: Path) -> str:
    """The words of a plain file."""
    return await asyncio.to_thread(path.read_text, "utf-8")


def rooms_of(records: Records, home: Path) -> Rooms:
    """The lean brain joined to real records; it reminds at any hour."""
    loud = reminding(records, Quiet(0, 0, weekends=False))
    brain = LeanBrain(records)
    return Rooms(
        records,
        stop=lambda person, key: None,
        hear=brain.hear,
        receive=brain.receive,
        text=text_of,
        printing=printed,
        reminders=Reminders(lambda: loud.tick(wall_now()), lambda: False, every_s=0.2),
        uploads=home / "uploads",
        named=Doorplate(home).hang,
    )


async def main(home: Path, url: str) -> None:
    """Run until stopped."""
    log.start(home, [TOKEN])
    records = await open_records(home)
    try:
        connection = Connection(TOKEN, url, sends_a_second=1_000)
        await serve(connection, rooms_of(records, home), say=tell)
    finally:
        await records.close()


def tell(line: str) -> None:
    """To whoever started us."""
    print(line, file=sys.stderr, flush=True)


def live(serving: Callable[[Path, str], Coroutine[Any, Any, None]], home: Path, url: str) -> None:
    """One life, in a process of its own."""
    born = os.fork()
    if born == 0:
        asyncio.run(serving(home, url))
        os._exit(0)
    tell(f"pid {born}")
    _, status = os.waitpid(born, 0)
    tell(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    while sys.stdin.readline():
        live(main, Path(sys.argv[1]), sys.argv[2])
