"""Deliveries, written down before anyone is told that we have them; the raw text goes when it was handled."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from bot.domain.talk.door import Attachment, Delivery, Place
from bot.ports import Inbox
from bot.records import schema as t
from bot.records.store import Store
from bot.records.turns import Clock


class SqlInbox(Inbox):
    """The port `Inbox` over SQL."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def put(self, delivery: Delivery) -> bool:
        row = {
            "key": delivery.key,
            "body": delivery.body,
            "received_at": self._clock(),
            "chat_id": delivery.place.chat_id,
            "message_id": delivery.place.message_id,
        }

        def work(connection: Connection) -> bool:
            known = connection.execute(select(t.inbox.c.seq).where(t.inbox.c.key == delivery.key)).first()
            if known is None:
                connection.execute(insert(t.inbox).values(**row))
            return known is None

        return await self._store.write(work)

    async def undone(self) -> tuple[Delivery, ...]:
        query = select(t.inbox).where(t.inbox.c.done_at.is_(None)).order_by(t.inbox.c.seq)
        rows = await self._store.rows(query)
        return tuple(Delivery(row.key, row.body, Place(row.chat_id, row.message_id)) for row in rows)

    async def gather(self, keys: Sequence[str]) -> None:
        change = update(t.inbox).where(t.inbox.c.key.in_(keys[1:])).values(lead=keys[0])
        await self._store.write(lambda connection: connection.execute(change))

    async def done(self, keys: Sequence[str], *, failure: str = "") -> None:
        fate = {"failure": failure[:100]} if failure else {"body": ""}
        change = update(t.inbox).where(t.inbox.c.key.in_(keys)).values(done_at=self._clock(), **fate)
        await self._store.write(lambda connection: connection.execute(change))

    async def place_of(self, outgoing_id: int) -> Place | None:
        query = (
            select(t.inbox.c.chat_id, t.inbox.c.message_id)
            .join(t.replies, t.replies.c.turn_key == t.inbox.c.key)
            .join(t.turns, t.turns.c.key == t.inbox.c.key)
            # What others are told of the turn does not belong into the chat where it was asked for.
            .where(t.replies.c.id == outgoing_id, t.replies.c.person_id == t.turns.c.person_id)
            .where(t.inbox.c.chat_id.is_not(None))
        )
        row = await self._store.row(query)
        return Place(row.chat_id, row.message_id) if row else None

    async def attach(self, person_id: str, attachments: Sequence[Attachment]) -> None:
        now = self._clock()

        def work(connection: Connection) -> None:
            a = t.attachments.c
            for file in attachments:
                mine = (a.message_key == file.message_key, a.file_id == file.file_id)
                if connection.execute(select(a.file_id).where(*mine)).first() is None:
                    row = {"message_key": file.message_key, "file_id": file.file_id, "kind": file.kind}
                    more = {"name": file.name, "note_key": file.note_key, "at": now, "person_id": person_id}
                    connection.execute(insert(t.attachments).values(**row, **more))

        await self._store.write(work)
