"""Deliveries, written down before anyone is told that we have them; the raw text goes when it was handled."""

from collections.abc import Sequence

from sqlalchemy import insert, select, update

from bot.domain.delivery import Attachment, Delivery, Place
from bot.records import schema as t
from bot.records.store import Store
from bot.records.turns import Clock


class SqlInbox:
    """The port `Inbox` over SQL."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def put(self, delivery: Delivery) -> bool:
        """Write a delivery down; False where its key is known already."""
        async with self._store.writing() as connection:
            query = select(t.inbox.c.seq).where(t.inbox.c.key == delivery.key)
            if (await connection.execute(query)).first() is not None:
                return False
            row = {"key": delivery.key, "body": delivery.body, "received_at": self._clock()}
            place = {"chat_id": delivery.place.chat_id, "message_id": delivery.place.message_id}
            await connection.execute(insert(t.inbox).values(**row, **place))
            return True

    async def undone(self) -> tuple[Delivery, ...]:
        """Deliveries that nobody has handled yet, oldest first."""
        query = select(t.inbox).where(t.inbox.c.done_at.is_(None)).order_by(t.inbox.c.seq)
        async with self._store.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(Delivery(row.key, row.body, Place(row.chat_id, row.message_id)) for row in rows)

    async def gather(self, keys: Sequence[str]) -> None:
        """Tie deliveries to the first of them: committing a turn with its key handles them all."""
        followers = t.inbox.c.key.in_(keys[1:])
        async with self._store.writing() as connection:
            await connection.execute(update(t.inbox).where(followers).values(lead=keys[0]))

    async def done(self, keys: Sequence[str], *, failure: str = "") -> None:
        """Close deliveries that no turn closes. With a failure the body stays, for whoever looks into it."""
        fate = {"failure": failure[:100]} if failure else {"body": ""}
        async with self._store.writing() as connection:
            change = update(t.inbox).where(t.inbox.c.key.in_(keys))
            await connection.execute(change.values(done_at=self._clock(), **fate))

    async def place_of(self, outgoing_id: int) -> Place | None:
        """Where the message stands that this reply answers; None where it answers none."""
        query = (
            select(t.inbox.c.chat_id, t.inbox.c.message_id)
            .join(t.replies, t.replies.c.turn_key == t.inbox.c.key)
            .where(t.replies.c.id == outgoing_id, t.inbox.c.chat_id.is_not(None))
        )
        async with self._store.reading() as connection:
            row = (await connection.execute(query)).first()
        return Place(row.chat_id, row.message_id) if row else None

    async def attach(self, person_id: str, attachments: Sequence[Attachment]) -> None:
        """Keep files' ids with the note's message; known ones stay as they are."""
        async with self._store.writing() as connection:
            for file in attachments:
                a = t.attachments.c
                known = select(a.file_id).where(a.message_key == file.message_key, a.file_id == file.file_id)
                if (await connection.execute(known)).first() is None:
                    row = {"message_key": file.message_key, "file_id": file.file_id, "kind": file.kind}
                    more = {"name": file.name, "note_key": file.note_key, "at": self._clock()}
                    await connection.execute(insert(t.attachments).values(person_id=person_id, **row, **more))
