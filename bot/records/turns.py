"""Writing one turn inside the caller's transaction: changes, replies with their buttons, the done mark."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import assert_never

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from bot.domain.house.house_style import SetWording
from bot.domain.ledger.items import Entry
from bot.domain.ledger.reminders import Mute, Remind
from bot.domain.notes.report import Report
from bot.domain.submissions.people import AddUnit, Invite, NameUnit, Oversee, PlaceUnit, SetActive, Transfer
from bot.domain.submissions.submission import Append
from bot.domain.talk.desk import (
    AddNote,
    Change,
    CloseNotebook,
    CorrectCard,
    ForgetDocument,
    ReopenNotebook,
    ReviseDraft,
    RewriteNote,
    SaveAnswer,
    SaveDrafts,
    SaveFeedback,
    SaveProfile,
    SaveSummary,
    SetOnDesk,
    SetWaiting,
    Turn,
    UseUp,
)
from bot.domain.talk.door import Button, Reply
from bot.errors import InputError
from bot.records import schema as t
from bot.records.answers import save_feedback
from bot.records.codec import dump, dump_one_of, load
from bot.records.house import set_wording
from bot.records.ledger import record
from bot.records.library import correct, forget
from bot.records.log import append, save_profile
from bot.records.reminders import mute, remind
from bot.records.staffing import administer
from bot.records.summaries import save_summary

Clock = Callable[[], datetime]

# 128 random bits: nobody guesses a colleague's button. Telegram allows 64 bytes.
TOKEN_BYTES = 16
# Photos are sent first and explained afterwards.
SOON = timedelta(hours=12)


def write_turn(connection: Connection, turn: Turn, now: datetime) -> None:
    """Write a turn whose key is new."""
    connection.execute(insert(t.turns).values(key=turn.key, person_id=turn.person_id, at=turn.at))
    for change in turn.changes:
        _apply(connection, turn, change)
    for reply in turn.replies:
        _say(connection, turn, turn.person_id, reply)
    for notice in turn.notices:
        _say(connection, turn, notice.person_id, notice.reply)
    mine = or_(t.inbox.c.key == turn.key, t.inbox.c.lead == turn.key)
    connection.execute(update(t.inbox).where(mine, t.inbox.c.done_at.is_(None)).values(done_at=now, body=""))


def _apply(connection: Connection, turn: Turn, change: Change) -> None:
    match change:
        case AddNote():
            _add_note(connection, turn, change)
        case RewriteNote():
            _rewrite_note(connection, turn, change)
        case CloseNotebook():
            _close_notebook(connection, turn)
            _keep_notes(connection, turn, change.keep)
        case ReopenNotebook():
            _reopen_notebook(connection, turn, change)
        case SaveDrafts():
            _save_drafts(connection, turn, change)
        case ReviseDraft():
            _revise_draft(connection, turn, change)
        case SetOnDesk():
            _set_on_desk(connection, turn, change)
        case SetWaiting():
            _set_waiting(connection, turn, change)
        case UseUp():
            b = t.buttons.c
            reply = select(b.reply_id).where(b.token == change.token).scalar_subquery()
            connection.execute(delete(t.buttons).where(b.reply_id == reply))
        case SaveAnswer():
            row = {"question": change.question, "answer": dump(change.answer)}
            connection.execute(insert(t.answers).values(person_id=turn.person_id, turn_key=turn.key, **row))
        case SaveFeedback():
            save_feedback(connection, turn, change)
        case SaveProfile():
            save_profile(connection, turn.person_id, change.profile)
        case SaveSummary():
            save_summary(connection, turn, change)
        case Append():
            append(connection, turn, change)
        case SetWording():
            set_wording(connection, change, turn.person_id, turn.at)
        case Entry():
            record(connection, turn, change)
        case AddUnit() | Invite() | SetActive() | Transfer() | PlaceUnit() | NameUnit() | Oversee():
            administer(connection, change, turn.at, turn.person_id)
        case CorrectCard():
            correct(connection, change, turn.person_id, turn.at)
        case ForgetDocument():
            forget(connection, [change.document_id])
        case Remind():
            remind(connection, turn, change)
        case Mute():
            mute(connection, turn, change)
        case _:
            assert_never(change)


def _close_notebook(connection: Connection, turn: Turn) -> None:
    mine = (t.notebooks.c.person_id == turn.person_id, t.notebooks.c.closed_at.is_(None))
    connection.execute(update(t.notebooks).where(*mine).values(closed_at=turn.at))


def _keep_notes(connection: Connection, turn: Turn, ids: tuple[str, ...]) -> None:
    """Carry the notes over into a notebook of their own, in their order."""
    if not ids:
        return
    notebook = _notebook(connection, turn)
    for seq, note_id in enumerate(ids, 1):
        mine = update(t.notes).where(t.notes.c.id == note_id)
        connection.execute(mine.values(notebook_id=notebook, seq=seq))


def _reopen_notebook(connection: Connection, turn: Turn, change: ReopenNotebook) -> None:
    _close_notebook(connection, turn)
    of_draft = select(t.drafts.c.notebook_id).where(t.drafts.c.id == change.draft_id)
    of_note = select(t.notes.c.notebook_id).where(t.notes.c.id == change.note_id)
    mine = (
        or_(t.notebooks.c.id.in_(of_draft), t.notebooks.c.id.in_(of_note)),
        t.notebooks.c.person_id == turn.person_id,
    )
    if connection.execute(update(t.notebooks).where(*mine).values(closed_at=None)).rowcount == 0:
        raise InputError("没有找到那份稿子的记录。")


def _notebook(connection: Connection, turn: Turn) -> int:
    query = select(t.notebooks.c.id).where(t.notebooks.c.person_id == turn.person_id, t.notebooks.c.closed_at.is_(None))
    found = connection.execute(query).scalar()
    if found is not None:
        return int(found)
    new = insert(t.notebooks).values(person_id=turn.person_id, opened_at=turn.at).returning(t.notebooks.c.id)
    return int(connection.execute(new).scalar_one())


def _add_note(connection: Connection, turn: Turn, change: AddNote) -> None:
    notebook = _notebook(connection, turn)
    last = select(func.coalesce(func.max(t.notes.c.seq), 0)).where(t.notes.c.notebook_id == notebook)
    note = change.note
    note_id = note.id or secrets.token_hex(8)
    connection.execute(
        insert(t.notes).values(
            id=note_id,
            seq=connection.execute(last).scalar_one() + 1,
            notebook_id=notebook,
            message_key=change.message_key,
            speaker=note.speaker,
            said_at=note.at,
        )
    )
    _write_note(connection, turn, note_id, 1, note.text)
    _hang_on(connection, turn, change.message_key)


def _hang_on(connection: Connection, turn: Turn, message_key: str) -> None:
    """Files that came shortly before without words belong to what is told now."""
    a = t.attachments.c
    mine = (a.person_id == turn.person_id, a.at >= turn.at - SOON, a.note_key.not_in(select(t.notes.c.message_key)))
    if message_key:
        connection.execute(update(t.attachments).where(*mine).values(note_key=message_key))


def _rewrite_note(connection: Connection, turn: Turn, change: RewriteNote) -> None:
    v = t.note_versions.c
    query = (
        select(func.max(v.version))
        .join(t.notes, t.notes.c.id == v.note_id)
        .join(t.notebooks, t.notebooks.c.id == t.notes.c.notebook_id)
        .where(v.note_id == change.note_id, t.notebooks.c.person_id == turn.person_id)
    )
    version = connection.execute(query).scalar()
    if version is None:
        raise InputError("没有找到要改的那条记录，请发“看看记了什么”核对。")
    _write_note(connection, turn, change.note_id, version + 1, change.text)


def _write_note(connection: Connection, turn: Turn, note_id: str, version: int, text: str) -> None:
    row = {"note_id": note_id, "version": version, "text": text, "turn_key": turn.key}
    connection.execute(insert(t.note_versions).values(**row))


def _save_drafts(connection: Connection, turn: Turn, change: SaveDrafts) -> None:
    notebook = _notebook(connection, turn)
    query = select(t.drafts.c.number, t.drafts.c.id).where(t.drafts.c.notebook_id == notebook)
    known = {row.number: row.id for row in connection.execute(query)}
    # Reports that the new writing no longer has leave the desk; their versions stay in the record.
    connection.execute(
        update(t.drafts)
        .where(t.drafts.c.notebook_id == notebook)
        .values(on_desk=t.drafts.c.number <= len(change.reports))
    )
    for number, report in enumerate(change.reports, start=1):
        draft_id = known.get(number) or secrets.token_hex(8)
        if number not in known:
            row = {"id": draft_id, "notebook_id": notebook, "number": number}
            connection.execute(insert(t.drafts).values(**row))
        _write_draft(
            connection,
            turn,
            draft_id,
            report=report,
            engine=change.engine,
            note_ids=dump(change.note_ids),
            reason=change.reason,
        )


def _set_on_desk(connection: Connection, turn: Turn, change: SetOnDesk) -> None:
    mine = (t.drafts.c.notebook_id == _notebook(connection, turn), t.drafts.c.number == change.number)
    connection.execute(update(t.drafts).where(*mine).values(on_desk=change.on_desk))


def _revise_draft(connection: Connection, turn: Turn, change: ReviseDraft) -> None:
    v = t.draft_versions.c
    query = (
        select(v.engine, v.note_ids)
        .join(t.drafts, t.drafts.c.id == v.draft_id)
        .join(t.notebooks, t.notebooks.c.id == t.drafts.c.notebook_id)
        .where(v.draft_id == change.draft_id, t.notebooks.c.person_id == turn.person_id)
        .order_by(v.version.desc())
    )
    newest = connection.execute(query).first()
    if newest is None:
        raise InputError("没有找到要改的那份稿子，请发“写成信息”重新出稿。")
    _write_draft(
        connection,
        turn,
        change.draft_id,
        report=change.report,
        engine=newest.engine,
        note_ids=dump((*load(newest.note_ids), *change.more)),
        reason=change.reason,
    )


def _write_draft(
    connection: Connection, turn: Turn, draft_id: str, *, report: Report, engine: str, note_ids: str, reason: str = ""
) -> None:
    v = t.draft_versions.c
    last = select(func.coalesce(func.max(v.version), 0)).where(v.draft_id == draft_id)
    connection.execute(
        insert(t.draft_versions).values(
            draft_id=draft_id,
            version=connection.execute(last).scalar_one() + 1,
            report=dump(report),
            engine=engine,
            note_ids=note_ids,
            reason=reason,
            turn_key=turn.key,
        )
    )


def _set_waiting(connection: Connection, turn: Turn, change: SetWaiting) -> None:
    connection.execute(delete(t.waiting).where(t.waiting.c.person_id == turn.person_id))
    if change.waiting is not None:
        row = {"kind": change.waiting.kind, "data": dump(change.waiting.data)}
        connection.execute(insert(t.waiting).values(person_id=turn.person_id, **row))


def _say(connection: Connection, turn: Turn, person_id: str, reply: Reply) -> None:
    named = tuple(tuple((button, _token()) for button in row) for row in reply.buttons)
    grid = [[(button.label, token) for button, token in row] for row in named]
    if reply.anew:
        older = (t.replies.c.person_id == person_id, t.replies.c.card == reply.card)
        connection.execute(update(t.replies).where(*older).values(card=""))
    new = insert(t.replies).values(
        turn_key=turn.key,
        person_id=person_id,
        text=reply.text,
        buttons=dump(grid),
        card=reply.card,
        enclosure=dump_one_of(reply.enclosure) if reply.enclosure else "",
    )
    reply_id = connection.execute(new.returning(t.replies.c.id)).scalar_one()
    rows = [_button_row(person_id, reply_id, button, token) for row in named for button, token in row]
    if rows:
        connection.execute(insert(t.buttons), rows)


def _token() -> str:
    return "b:" + secrets.token_urlsafe(TOKEN_BYTES)


def _button_row(person_id: str, reply_id: int, button: Button, token: str) -> dict[str, object]:
    return {
        "token": token,
        "person_id": person_id,
        "reply_id": reply_id,
        "label": button.label,
        "verb": button.verb,
        "argument": button.argument,
    }
