"""What people were reminded of, who wants no reminders, and what lies on their desks unfinished."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from bot.domain.ledger.reminders import Lying, Mute, Remind
from bot.domain.talk.desk import Turn
from bot.errors import Overtaken
from bot.ports import Reminders
from bot.records import log_schema as g
from bot.records import log_schema as s
from bot.records import schema as t
from bot.records.codec import load
from bot.records.store import Store

_BATCH = 10_000


class SqlReminders(Reminders):
    """The port `Reminders` over SQL."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def given(self, subjects: Sequence[str]) -> dict[str, datetime]:

        def work(connection: Connection) -> dict[str, datetime]:
            r = s.reminders.c
            found: dict[str, datetime] = {}
            for at in range(0, len(subjects), _BATCH):
                query = select(r.key, r.at).where(r.subject.in_(subjects[at : at + _BATCH]))
                found |= {row.key: row.at for row in connection.execute(query)}
            return found

        return await self._store.read(work)

    async def mutes(self) -> frozenset[tuple[str, str]]:
        query = select(s.mutes.c.person_id, s.mutes.c.item_id)
        rows = await self._store.rows(query)
        return frozenset((row.person_id, row.item_id) for row in rows)

    async def lying(self, since: datetime, until: datetime) -> tuple[Lying, ...]:
        return await self._store.read(lambda connection: _lying(connection, since, until))


def remind(connection: Connection, turn: Turn, change: Remind) -> None:
    """Write the keys, or raise Overtaken where one is known or an item has moved."""
    r, i = s.reminders.c, s.ledger_items.c
    for item_id, seq in change.watched:
        if connection.execute(select(i.seq).where(i.id == item_id)).scalar() != seq:
            raise Overtaken
    for subject, key in change.keys:
        if connection.execute(select(r.key).where(r.key == key)).first():
            raise Overtaken
        row = {"key": key, "subject": subject, "person_id": turn.person_id}
        connection.execute(insert(s.reminders).values(**row, at=turn.at, turn_key=turn.key))


def mute(connection: Connection, turn: Turn, change: Mute) -> None:
    """Set it, or take it back; taking back the whole leaves single items as they are."""
    m = s.mutes.c
    connection.execute(delete(s.mutes).where(m.person_id == turn.person_id, m.item_id == change.item_id))
    if change.muted:
        connection.execute(insert(s.mutes).values(person_id=turn.person_id, item_id=change.item_id))


def _lying(connection: Connection, since: datetime, until: datetime) -> tuple[Lying, ...]:
    b = t.notebooks.c
    touched = _touched(connection)
    query = (
        select(b.id, b.person_id)
        .join(t.people, t.people.c.id == b.person_id)
        .where(b.closed_at.is_(None), t.people.c.active)
    )
    found = []
    for row in connection.execute(query).all():
        at = touched.get(row.id)
        if at and since <= at <= until:
            drafts, undone = _drafts(connection, row.id)
            if not drafts or undone:
                found.append(Lying(str(row.id), row.person_id, at, _notes(connection, row.id), undone))
    return tuple(found)


def _touched(connection: Connection) -> dict[int, datetime]:
    """When notes or drafts of each open notebook were last written."""
    v, d = t.note_versions.c, t.draft_versions.c
    written = (
        select(t.notes.c.notebook_id, t.turns.c.at)
        .join(t.note_versions, v.note_id == t.notes.c.id)
        .join(t.turns, t.turns.c.key == v.turn_key)
        .union_all(
            select(t.drafts.c.notebook_id, t.turns.c.at)
            .join(t.draft_versions, d.draft_id == t.drafts.c.id)
            .join(t.turns, t.turns.c.key == d.turn_key)
        )
        .subquery()
    )
    open_ = select(t.notebooks.c.id).where(t.notebooks.c.closed_at.is_(None))
    query = (
        select(written.c.notebook_id, func.max(written.c.at).label("at"))
        .where(written.c.notebook_id.in_(open_))
        .group_by(written.c.notebook_id)
    )
    return {row.notebook_id: row.at for row in connection.execute(query)}


def _drafts(connection: Connection, notebook: int) -> tuple[int, tuple[tuple[int, str], ...]]:
    """How many drafts lie on the desk, and (number, title) of those never handed in."""
    v, d = t.draft_versions.c, t.drafts.c
    handed_in = select(g.submissions.c.draft_id)
    query = (
        select(d.number, d.id.in_(handed_in).label("done"), v.report)
        .join(t.draft_versions, v.draft_id == d.id)
        .where(d.notebook_id == notebook, d.on_desk)
        .order_by(d.number, v.version)
    )
    newest = {row.number: row for row in connection.execute(query)}
    undone = tuple((number, load(row.report)["title"]) for number, row in newest.items() if not row.done)
    return len(newest), undone


def _notes(connection: Connection, notebook: int) -> tuple[str, ...]:
    v, n = t.note_versions.c, t.notes.c
    query = select(n.seq, v.text).join(t.note_versions, v.note_id == n.id).where(n.notebook_id == notebook)
    rows = connection.execute(query.order_by(n.seq, v.version))
    return tuple({row.seq: row.text for row in rows}.values())
