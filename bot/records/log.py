"""The log of submissions over SQL: appended to, read and folded, never changed. verify.py proves it."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, update

from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.domain.submissions.enclosures import Attached
from bot.domain.submissions.lifecycle import Event, Kind, fold
from bot.domain.submissions.submission import Append, Frozen, Profile, Submission, Version
from bot.domain.summary.parts import Returned
from bot.domain.talk.desk import Turn
from bot.errors import Overtaken
from bot.ports import Log
from bot.records import log_schema
from bot.records import log_schema as s
from bot.records import schema as t
from bot.records.chain import Chain, digest
from bot.records.codec import dump, load_as
from bot.records.store import Store

LOG = Chain(s.submissions, s.submission_events, s.submission_events.c.submission_id, Event, fold)


class SqlLog(Log):
    """The port `Log` over SQL."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def seal(self, frozen: Frozen) -> str:
        return digest(dump(frozen))

    async def find(self, submission_id: str) -> Submission | None:
        found = await self._list(s.submissions.c.id == submission_id)
        return found[0] if found else None

    async def of_draft(self, draft_id: str) -> Submission | None:
        found = await self._list(s.submissions.c.draft_id == draft_id)
        return max(found, key=lambda one: one.standing.submitted_at, default=None)

    async def of_message(self, person_id: str, message_key: str) -> tuple[Submission, ...]:
        from_note = (
            select(t.drafts.c.id)
            .join(t.notebooks, t.notebooks.c.id == t.drafts.c.notebook_id)
            .join(t.notes, t.notes.c.notebook_id == t.notebooks.c.id)
            .where(t.notes.c.message_key == message_key, t.notebooks.c.person_id == person_id)
        )
        return tuple(await self._list(s.submissions.c.draft_id.in_(from_note))) if message_key else ()

    async def draft(self, draft_id: str) -> tuple[Report, int, int] | None:
        d, v, other = t.drafts.c, t.draft_versions.c, t.drafts.alias()
        beside = select(func.count()).where(other.c.notebook_id == d.notebook_id, other.c.on_desk).scalar_subquery()
        query = select(v.report, d.number, beside.label("of")).join(t.drafts, d.id == v.draft_id)
        row = await self._store.row(query.where(d.id == draft_id).order_by(v.version.desc()).limit(1))
        return (load_as(Report, row.report), row.number, row.of) if row else None

    async def among(
        self, units: Sequence[str], author: str = "", *, since: datetime | None = None
    ) -> tuple[Submission, ...]:
        c = s.submissions.c
        which = or_(c.unit_id.in_(units), c.author_id == author)
        if since:
            moved = select(s.submission_events.c.submission_id).where(s.submission_events.c.at >= since)
            which = and_(which, c.id.in_(moved))
        found = await self._list(which)
        return tuple(sorted(found, key=lambda one: one.standing.first_at))

    async def history(self, submission_id: str) -> tuple[Version, ...]:

        def work(connection: Connection) -> tuple[Version, ...]:
            log = LOG.read(LOG.rows(connection, submission_id))
            confirmed = {one.sha256 for one in log if one.kind is Kind.CONFIRMED}
            texts = [one for one in log if one.kind in (Kind.SUBMITTED, Kind.EDITED)]
            frozen = _frozen_reports(connection, [one.sha256 for one in texts])
            return tuple(Version(one, frozen[one.sha256], one.sha256 in confirmed) for one in texts)

        return await self._store.read(work)

    async def returned(self, submission_ids: Sequence[str]) -> tuple[Returned, ...]:
        wanted = sorted(submission_ids)
        return await self._store.read(lambda connection: _returned(connection, wanted))

    async def profile(self, person_id: str) -> Profile | None:
        query = select(s.profiles.c.profile).where(s.profiles.c.person_id == person_id)
        found = await self._store.value(query)
        return load_as(Profile, found) if found else None

    async def files(self, draft_id: str) -> tuple[Attached, ...]:
        """The photos and documents that came with the notes of the draft, or without words while it was worked on."""
        a, b = t.attachments.c, t.notebooks.c
        with_note = select(t.notes.c.message_key).where(t.notes.c.notebook_id == b.id).correlate(t.notebooks)
        wordless = and_(
            a.person_id == b.person_id,
            a.at >= b.opened_at,
            or_(b.closed_at.is_(None), a.at <= b.closed_at),
            a.note_key.not_in(select(t.notes.c.message_key)),
            a.note_key.not_in(select(log_schema.ledger_events.c.message_key)),
        )
        query = (
            select(a.file_id, a.kind, a.name)
            .select_from(t.attachments)
            .join(t.notebooks, or_(a.note_key.in_(with_note), wordless))
            .join(t.drafts, t.drafts.c.notebook_id == b.id)
            .where(t.drafts.c.id == draft_id)
            .order_by(a.at, a.message_key)
        )
        rows = await self._store.rows(query)
        return tuple(Attached(row.file_id, row.kind, row.name) for row in rows)

    async def notes(self, draft_id: str) -> tuple[Note, ...]:
        n, v = t.notes.c, t.note_versions.c
        older = t.note_versions.alias()
        newest = select(func.max(older.c.version)).where(older.c.note_id == n.id).scalar_subquery()
        query = (
            select(n.id, n.speaker, n.said_at, v.text)
            .join(t.drafts, t.drafts.c.notebook_id == n.notebook_id)
            .join(t.note_versions, and_(v.note_id == n.id, v.version == newest))
            .where(t.drafts.c.id == draft_id)
            .order_by(n.seq)
        )
        rows = await self._store.rows(query)
        return tuple(Note(text=row.text, at=row.said_at, speaker=row.speaker, id=row.id) for row in rows)

    async def _list(self, which: ColumnElement[bool]) -> list[Submission]:
        return await self._store.read(lambda connection: _submissions(connection, which))


def _returned(connection: Connection, ids: Sequence[str]) -> tuple[Returned, ...]:
    e = s.submission_events.c
    found: list[tuple[str, Event]] = []
    for at in range(0, len(ids), 10_000):
        query = select(e.submission_id, e.event).where(e.submission_id.in_(ids[at : at + 10_000])).order_by(e.at)
        rows = ((row.submission_id, load_as(Event, row.event)) for row in connection.execute(query))
        found += [(key, event) for key, event in rows if event.kind in (Kind.RETURNED, Kind.RECALLED)]
    frozen = _frozen_reports(connection, sorted({event.sha256 for _, event in found}))
    return tuple(
        Returned(key, frozen[event.sha256].title, frozen[event.sha256].unit, event.at.date(), event.reason, event.words)
        for key, event in sorted(found, key=lambda pair: pair[1].at)
    )


def append(connection: Connection, turn: Turn, change: Append) -> None:
    """Write the event behind the `seq` it was decided on, or raise Overtaken and leave the turn unwritten."""
    if change.frozen is not None:
        _keep(connection, dump(change.frozen))
    if change.seq == 0:
        _open(connection, turn, change)
    more = {"at": change.event.at, "turn_key": turn.key}
    LOG.append(connection, change.submission_id, change.seq, change.event, **more)


def save_profile(connection: Connection, person_id: str, profile: Profile) -> None:
    """Remember the profile in the place of the one before."""
    mine = s.profiles.c.person_id == person_id
    row = {"profile": dump(profile)}
    if connection.execute(update(s.profiles).where(mine).values(**row)).rowcount == 0:
        connection.execute(insert(s.profiles).values(person_id=person_id, **row))


def _open(connection: Connection, turn: Turn, change: Append) -> None:
    c = s.submissions.c
    if connection.execute(select(c.id).where(c.id == change.submission_id)).first():
        raise Overtaken
    row = {"id": change.submission_id, "draft_id": change.draft_id, "unit_id": change.unit_id}
    connection.execute(insert(s.submissions).values(**row, author_id=turn.person_id, seq=0, state=""))


def _keep(connection: Connection, body: str) -> None:
    name = digest(body)
    known = select(s.frozen_reports.c.sha256).where(s.frozen_reports.c.sha256 == name)
    if connection.execute(known).first() is None:
        connection.execute(insert(s.frozen_reports).values(sha256=name, body=body))


def _submissions(connection: Connection, which: ColumnElement[bool]) -> list[Submission]:
    """Two queries however many there are: the counters read a whole year."""
    e, c = s.submission_events.c, s.submissions.c
    query = (
        select(c.id, c.draft_id, c.unit_id, e.event)
        .join(s.submission_events, e.submission_id == c.id)
        .where(which)
        .order_by(c.id, e.seq)
    )
    found = []
    for key, rows in groupby(connection.execute(query), key=lambda row: (row.id, row.draft_id, row.unit_id)):
        standing = fold(load_as(Event, row.event) for row in rows)
        if standing:
            found.append((key, standing))
    frozen = _frozen_reports(connection, [standing.sha256 for _, standing in found])
    return [Submission(*key, frozen[standing.sha256], standing) for key, standing in found]


def _frozen_reports(connection: Connection, names: Sequence[str]) -> dict[str, Frozen]:
    """By hash. SQLite takes 32,766 values in a statement."""
    f = s.frozen_reports.c
    reports: dict[str, Frozen] = {}
    for at in range(0, len(names), 10_000):
        rows = connection.execute(select(f.sha256, f.body).where(f.sha256.in_(names[at : at + 10_000])))
        reports |= {row.sha256: load_as(Frozen, row.body) for row in rows}
    return reports
