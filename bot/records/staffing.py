"""Changes of people and units inside the caller's transaction, the same from the chat and from the command line."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from bot.domain.submissions.people import REVIEWERS
from bot.domain.submissions.staffing import (
    AddUnit,
    Invite,
    NameUnit,
    Oversee,
    PlaceUnit,
    SetActive,
    Staffing,
    Transfer,
)
from bot.errors import Overtaken
from bot.records import log_schema as s
from bot.records import schema as t
from bot.records.staff_log import write_down

CODE_LIFE = timedelta(days=7)


def administer(connection: Connection, change: Staffing, at: datetime, by: str | None) -> None:
    """Carry out one change and write it down; who may ask for it was decided before.

    `by` is the person's id, None at the command line. Overtaken where a unit of that name was made meanwhile.
    """
    write_down(connection, change, at, by)
    match change:
        case AddUnit():
            _free(connection, change.name)
            row = {"id": change.id, "name": change.name, "parent": change.under or None}
            connection.execute(insert(t.units).values(**row))
        case Invite():
            write_invite(connection, change, at)
        case SetActive():
            mine = t.people.c.id == change.person_id
            connection.execute(update(t.people).where(mine).values(active=change.active))
        case Transfer():
            transfer(connection, change)
        case PlaceUnit():
            unit = update(t.units).where(t.units.c.id == change.unit_id)
            connection.execute(unit.values(parent=change.under or None))
        case NameUnit():
            _free(connection, change.name)
            named = update(t.units).where(t.units.c.id == change.unit_id)
            connection.execute(named.values(name=change.name))
        case Oversee():
            oversee(connection, change)


def _free(connection: Connection, name: str) -> None:
    if connection.execute(select(t.units.c.id).where(t.units.c.name == name)).first() is not None:
        raise Overtaken


def write_invite(connection: Connection, invite: Invite, at: datetime) -> None:
    """Keep the hash of the code, good for a week."""
    row = {"unit_id": invite.unit_id, "role": invite.role.value, "made_at": at, "expires_at": at + CODE_LIFE}
    connection.execute(insert(t.invites).values(code_sha256=code_digest(invite.code), **row))


def transfer(connection: Connection, change: Transfer) -> bool:
    """Another unit and role; False where there is no such person.

    Units that were given beside the old one stay behind, unless an editor only gets another role.
    """
    p = t.people.c
    home = connection.execute(select(p.unit_id).where(p.id == change.person_id)).scalar()
    if home is None:
        return False
    if home != change.unit_id or change.role not in REVIEWERS:
        connection.execute(delete(s.oversight).where(s.oversight.c.person_id == change.person_id))
    row = {"unit_id": change.unit_id, "role": change.role.value}
    connection.execute(update(t.people).where(p.id == change.person_id).values(**row))
    return True


def oversee(connection: Connection, change: Oversee) -> None:
    """Give a unit or take it back; twice is once."""
    o = s.oversight.c
    mine = (o.person_id == change.person_id, o.unit_id == change.unit_id)
    connection.execute(delete(s.oversight).where(*mine))
    if change.given:
        connection.execute(insert(s.oversight).values(person_id=change.person_id, unit_id=change.unit_id))


def code_digest(code: str) -> str:
    """What is kept of a pairing code, however it was written."""
    return hashlib.sha256(code.replace("-", "").encode()).hexdigest()
