"""Desks as records: loading a person's desk, buttons, and the replies that wait to be sent.

How a turn is written stands in turns.py.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select, update

from bot.domain.ledger.reminders import TURN
from bot.domain.library.passages import Answer
from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.domain.submissions.enclosures import Enclosure
from bot.domain.talk.desk import FLEETING, Desk, DraftState, DraftVersion, Outgoing, Turn, Waiting
from bot.domain.talk.door import Button
from bot.ports import Desks
from bot.records import schema as t
from bot.records.codec import load, load_as, load_one_of
from bot.records.house import rules_for
from bot.records.log_schema import submissions
from bot.records.people import find_person
from bot.records.store import Store
from bot.records.turns import Clock, write_turn

SHOWN = 6
"""Replies in which the draft or the answer that was shown last is looked for."""
ENCLOSURES: tuple[type[Enclosure], ...] = get_args(Enclosure)


class SqlDesks(Desks):
    """The port `Desks` over SQL."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def open(self, person_id: str) -> Desk:
        """Load a person's desk; a LookupError means that the caller made the id up."""
        return await self._store.read(lambda connection: _desk(connection, person_id))

    async def history(self, draft_id: str) -> tuple[DraftVersion, ...]:
        v = t.draft_versions.c
        query = (
            select(v.version, v.report, v.reason)
            .join(t.drafts, t.drafts.c.id == v.draft_id)
            .where(v.draft_id == draft_id, t.drafts.c.on_desk)
            .order_by(v.version)
        )
        rows = await self._store.rows(query)
        return tuple(DraftVersion(row.version, load_as(Report, row.report), row.reason) for row in rows)

    async def note_of(self, person_id: str, message_key: str) -> Note | None:
        if not message_key:
            return None
        mine = t.notes.c.message_key == message_key
        notes = await self._store.read(lambda connection: _notes(connection, person_id, mine))
        return notes[0] if notes else None

    async def put_away(self, person_id: str) -> str:
        handed_in = select(t.drafts.c.notebook_id).where(t.drafts.c.id.in_(select(submissions.c.draft_id)))
        query = (
            select(t.notes.c.id)
            .join(t.notebooks, t.notebooks.c.id == t.notes.c.notebook_id)
            .where(t.notebooks.c.person_id == person_id, t.notebooks.c.closed_at.is_not(None))
            .where(t.notebooks.c.id.not_in(handed_in))
            .order_by(t.notebooks.c.closed_at.desc(), t.notebooks.c.id.desc())
        )
        return await self._store.value(query.limit(1)) or ""

    async def told_elsewhere(self, person_id: str, chat: str) -> bool:
        elsewhere = t.notes.c.message_key.not_like(f"{chat}:%")
        query = select(t.notes.c.id).join(t.notebooks, t.notebooks.c.id == t.notes.c.notebook_id)
        return await self._store.row(query.where(_open_notebook(person_id), elsewhere).limit(1)) is not None

    async def commit(self, turn: Turn) -> tuple[Outgoing, ...]:
        return await self._store.write(lambda connection: _commit(connection, turn, self._clock()))

    async def press(self, person_id: str, token: str) -> Button | None:
        b = t.buttons.c
        query = select(b.label, b.verb, b.argument).where(b.token == token, b.person_id == person_id)
        row = await self._store.row(query)
        return Button(row.label, row.verb, row.argument) if row else None

    async def unsent(self) -> tuple[tuple[str, Outgoing], ...]:
        rows = await self._store.rows(_replies(t.replies.c.sent_at.is_(None)))
        return tuple((row.person_id, _outgoing(row)) for row in rows)

    async def sent(self, outgoing_id: int, message_key: str = "") -> None:
        mine = t.replies.c.id == outgoing_id
        change = update(t.replies).where(mine).values(sent_at=self._clock(), message_key=message_key)
        await self._store.write(lambda connection: connection.execute(change))


def _commit(connection: Connection, turn: Turn, now: datetime) -> tuple[Outgoing, ...]:
    known = connection.execute(select(t.turns.c.key).where(t.turns.c.key == turn.key)).first()
    if known is None:
        write_turn(connection, turn, now)
    rows = connection.execute(_replies(t.replies.c.turn_key == turn.key)).all()
    return tuple(map(_outgoing, rows))


def _replies(which: ColumnElement[bool]) -> Select[Any]:
    """Replies with whose they are, and the sent message that each takes the place of."""
    older = t.replies.alias()
    edits = (
        select(older.c.message_key)
        .where(
            t.replies.c.card != "",
            older.c.card == t.replies.c.card,
            older.c.person_id == t.replies.c.person_id,
            older.c.id < t.replies.c.id,
            older.c.message_key != "",
        )
        .order_by(older.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    speaker = select(t.turns.c.person_id).where(t.turns.c.key == t.replies.c.turn_key).scalar_subquery()
    columns = (t.replies, (t.replies.c.person_id != speaker).label("notice"), edits.label("edits"))
    return select(*columns).where(which).order_by(t.replies.c.id)


def _desk(connection: Connection, person_id: str) -> Desk:
    person = find_person(connection, t.people.c.id == person_id)
    if person is None:
        raise LookupError(f"no person {person_id}")
    question, answer = _last_answer(connection, person_id)
    shown = _shown(connection, person_id)
    told = next((verb for row in shown for verb in [b.verb for b in row] if verb in ("basis", "verdict")), "")
    return Desk(
        person=person,
        notes=_notes(connection, person_id),
        drafts=_drafts(connection, person_id),
        waiting=_waiting(connection, person_id),
        last_question=question,
        last_answer=answer,
        told=_told(connection, person_id),
        under=shown[0] if shown else (),
        answer_shown=told == "verdict",
        house=rules_for(connection, person.unit.id),
    )


def _open_notebook(person_id: str) -> ColumnElement[bool]:
    return and_(t.notebooks.c.person_id == person_id, t.notebooks.c.closed_at.is_(None))


def _notes(connection: Connection, person_id: str, *only: ColumnElement[bool]) -> tuple[Note, ...]:
    v = t.note_versions.c
    older = t.note_versions.alias()
    newest = select(func.max(older.c.version)).where(older.c.note_id == t.notes.c.id).scalar_subquery()
    query = (
        select(t.notes.c.id, t.notes.c.speaker, t.notes.c.said_at, v.text)
        .join(t.notebooks, t.notebooks.c.id == t.notes.c.notebook_id)
        .join(t.note_versions, and_(v.note_id == t.notes.c.id, v.version == newest))
        .where(_open_notebook(person_id), *only)
        .order_by(t.notes.c.seq)
    )
    rows = connection.execute(query).all()
    return tuple(Note(text=row.text, at=row.said_at, speaker=row.speaker, id=row.id) for row in rows)


def _drafts(connection: Connection, person_id: str) -> tuple[DraftState, ...]:
    rows = connection.execute(_newest_drafts(person_id)).all()
    return tuple(
        DraftState(
            id=row.id,
            number=row.number,
            version=row.version,
            report=load_as(Report, row.report),
            engine=row.engine,
            note_ids=tuple(load(row.note_ids)),
        )
        for row in rows
    )


def _newest_drafts(person_id: str) -> Select[Any]:
    v = t.draft_versions.c
    older = t.draft_versions.alias()
    newest = select(func.max(older.c.version)).where(older.c.draft_id == t.drafts.c.id).scalar_subquery()
    return (
        select(t.drafts.c.id, t.drafts.c.number, v.version, v.report, v.engine, v.note_ids)
        .join(t.notebooks, t.notebooks.c.id == t.drafts.c.notebook_id)
        .join(t.draft_versions, and_(v.draft_id == t.drafts.c.id, v.version == newest))
        .where(_open_notebook(person_id), t.drafts.c.on_desk)
        .order_by(t.drafts.c.number)
    )


def _waiting(connection: Connection, person_id: str) -> Waiting | None:
    query = select(t.waiting.c.kind, t.waiting.c.data).where(t.waiting.c.person_id == person_id)
    row = connection.execute(query).first()
    return Waiting(row.kind, load(row.data)) if row else None


def _last_answer(connection: Connection, person_id: str) -> tuple[str, Answer | None]:
    a = t.answers.c
    query = select(a.question, a.answer).where(a.person_id == person_id).order_by(a.id.desc()).limit(1)
    row = connection.execute(query).first()
    return (row.question, load_as(Answer, row.answer)) if row else ("", None)


def _told(connection: Connection, person_id: str) -> str:
    """The replies of the newest turn, as one text."""
    r = t.replies.c
    newest = select(r.turn_key).where(r.person_id == person_id).order_by(r.id.desc()).limit(1).scalar_subquery()
    return "\n\n".join(
        connection.scalars(select(r.text).where(r.person_id == person_id, r.turn_key == newest).order_by(r.id))
    )


def _shown(connection: Connection, person_id: str) -> list[tuple[Button, ...]]:
    """The buttons of the newest replies, the newest reply first."""
    r, b = t.replies.c, t.buttons.c
    newest = select(r.buttons).where(r.person_id == person_id).order_by(r.id.desc()).limit(SHOWN)
    grids = [[token for line in load(grid) for _, token in line] for grid in connection.scalars(newest)]
    tokens = [token for grid in grids for token in grid]
    rows = connection.execute(select(b.token, b.label, b.verb, b.argument).where(b.token.in_(tokens))) if tokens else ()
    known = {row.token: Button(row.label, row.verb, row.argument) for row in rows}
    return [tuple(known[token] for token in grid if token in known) for grid in grids]


def _outgoing(row: Row[Any]) -> Outgoing:
    grid: Sequence[Sequence[Sequence[str]]] = load(row.buttons)
    buttons = tuple(tuple((label, token) for label, token in line) for line in grid)
    enclosure = load_one_of(ENCLOSURES, row.enclosure) if row.enclosure else None
    return Outgoing(
        row.id,
        row.text,
        buttons,
        notice=row.notice,
        edits=row.edits or "",
        enclosure=enclosure,
        patient=row.turn_key.startswith(TURN),
        fleeting=row.turn_key.endswith(FLEETING),
    )
