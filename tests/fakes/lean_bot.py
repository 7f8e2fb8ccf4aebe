"""The Telegram door with a brain of ten lines: `python -m tests.fakes.lean_bot HOME URL [PORT:SECRET]`.

What is tested with it is the door and the records, so every note becomes a note and one reply.
"""

import asyncio
import sys
from pathlib import Path

from bot import log
from bot.domain.desk import AddNote, Outgoing, RewriteNote, Turn
from bot.domain.notes import Note
from bot.domain.people import Person
from bot.domain.talk import Button, Incoming, Reply
from bot.errors import ShibaoError
from bot.records.open import Records, open_records
from bot.telegram.serve import Connection, Rooms, Webhook, serve
from tests.fakes.account import TOKEN

BUTTONS = ((Button("收到", "seen"),),)


class LeanBrain:
    """Keeps every message as a note and repeats it."""

    def __init__(self, records: Records) -> None:
        self._desks = records.desks

    async def hear(self, person: Person, incoming: Incoming) -> tuple[Outgoing, ...]:
        """Words that ask for trouble get it: 出错 fails, 长文 answers with 3 messages."""
        if incoming.action:
            button = await self._desks.press(person.id, incoming.action)
            return await self._commit(person, incoming, f"按了：{button.label if button else '?'}")
        if incoming.text == "出错":
            raise ValueError(incoming.text)
        if incoming.text == "长文":
            return await self._commit(person, incoming, "这一段有十个字。\n" * 1_200)
        known = await self._desks.note_of(person.id, incoming.message_key) if incoming.edited else None
        if known:
            change = RewriteNote(known.id, incoming.text)
            return await self._commit(person, incoming, f"改为：{incoming.text}", change)
        note = AddNote(Note(incoming.text, incoming.at, incoming.speaker), incoming.message_key)
        return await self._commit(person, incoming, f"记下：{incoming.text[:20]}", note)

    async def _commit(
        self, person: Person, incoming: Incoming, words: str, *changes: AddNote | RewriteNote
    ) -> tuple[Outgoing, ...]:
        reply = Reply(words, BUTTONS)
        return await self._desks.commit(Turn(incoming.key, person.id, incoming.at, changes, (reply,)))


async def index(path: Path, name: str, person: Person) -> str:
    """Says what it was given."""
    size = await asyncio.to_thread(lambda: path.stat().st_size)
    return f"收录 {name}：{size} 字节，{person.name}"


def rooms_of(records: Records, home: Path) -> Rooms:
    """The lean brain joined to real records."""
    return Rooms(
        hear=LeanBrain(records).hear,
        index=index,
        desks=records.desks,
        people=records.people,
        strangers=records.people,
        inbox=records.inbox,
        uploads=home / "uploads",
    )


async def main(home: Path, url: str, webhook: str) -> None:
    """Run until stopped."""
    log.start(home, [TOKEN])
    records = await open_records(home)
    try:
        port, _, secret = webhook.partition(":")
        hook = Webhook(f"http://127.0.0.1:{port}/tg", secret, port=int(port)) if webhook else None
        connection, rooms = (
            Connection(TOKEN, url, webhook=hook, sends_a_second=1_000),
            rooms_of(records, home),
        )
        await serve(connection, rooms, say=lambda line: print(line, file=sys.stderr))
    finally:
        await records.close()


if __name__ == "__main__":
    try:
        asyncio.run(main(Path(sys.argv[1]), sys.argv[2], (sys.argv[3:] or [""])[0]))
    except ShibaoError as error:
        print(error.user_message, file=sys.stderr)
        sys.exit(1)
