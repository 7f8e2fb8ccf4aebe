"""Changes of people and units inside the caller's transaction, from the chat or the command line, and their log."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from bot.domain.submissions.people import (
    REVIEWERS,
    AddUnit,
    Invite,
    Moved,
    NameUnit,
    Oversee,
    PlaceUnit,
    Role,
    SetActive,
    Staffing,
    Transfer,
)
from bot.domain.submissions.staff_orders import ROLES
from bot.errors import Overtaken
from bot.records import log_schema as s
from bot.records import schema as t
from bot.records.schema import staff_log

HERE = "命令行"


def write_down(connection: Connection, change: Staffing, at: datetime, by: str | None) -> None:
    """One row for the change, told with the names of now; to be called before it is carried out."""
    person_id, unit_id, other, told = _told(connection, change)
    row = {"at": at, "by_id": by, "person_id": person_id, "unit_id": unit_id, "other_unit_id": other, "told": told}
    connection.execute(insert(staff_log).values(**row))


def joined(connection: Connection, person_id: str, unit_id: str, role: Role, at: datetime) -> None:
    """A person came in by a code, or came to another place by a new one."""
    told = f"{_person(connection, person_id)[0]}用邀请码加入{_unit(connection, unit_id)}，{ROLES[role]}"
    row = {"at": at, "by_id": person_id, "person_id": person_id, "unit_id": unit_id, "told": told}
    connection.execute(insert(staff_log).values(**row))


def moves(connection: Connection) -> tuple[Moved, ...]:
    """Everything that was written down, newest first."""
    names = {row.id: row.name for row in connection.execute(select(t.people.c.id, t.people.c.name)).all()}
    rows = connection.execute(select(staff_log).order_by(staff_log.c.id.desc())).all()
    return tuple(
        Moved(
            at=row.at,
            by=names.get(row.by_id, row.by_id) if row.by_id else HERE,
            told=row.told,
            person_id=row.person_id or "",
            units=tuple(unit for unit in (row.unit_id, row.other_unit_id) if unit),
        )
        for row in rows
    )


def _told(connection: Connection, change: Staffing) -> tuple[str | None, str, str | None, str]:
    """(person, unit, other unit, words)."""
    match change:
        case AddUnit():
            under = f"，归{_unit(connection, change.under)}管" if change.under else ""
            return None, change.id, change.under or None, f"新建单位{change.name}{under}"
        case Invite():
            unit = _unit(connection, change.unit_id)
            return None, change.unit_id, None, f"生成{unit}的邀请码，{ROLES[change.role]}"
        case SetActive():
            name, home, _ = _person(connection, change.person_id)
            return change.person_id, home, None, f"{'恢复' if change.active else '停用'}{name}"
        case Transfer():
            name, home, role = _person(connection, change.person_id)
            before = f"{_unit(connection, home)}{ROLES[role]}"
            after = f"{_unit(connection, change.unit_id)}{ROLES[change.role]}"
            return change.person_id, home, change.unit_id, f"{name}由{before}改为{after}"
        case PlaceUnit():
            under = f"归{_unit(connection, change.under)}管" if change.under else "放到最上层"
            return None, change.unit_id, change.under or None, f"{_unit(connection, change.unit_id)}{under}"
        case NameUnit():
            return None, change.unit_id, None, f"{_unit(connection, change.unit_id)}改名为{change.name}"
        case Oversee():
            name, home, _ = _person(connection, change.person_id)
            verb = "也管" if change.given else "不再管"
            return change.person_id, home, change.unit_id, f"{name}{verb}{_unit(connection, change.unit_id)}"


def _unit(connection: Connection, unit_id: str) -> str:
    return connection.execute(select(t.units.c.name).where(t.units.c.id == unit_id)).scalar() or "未知单位"


def _person(connection: Connection, person_id: str) -> tuple[str, str, Role]:
    p = t.people.c
    row = connection.execute(select(p.name, p.unit_id, p.role).where(p.id == person_id)).first()
    return (row.name, row.unit_id, Role(row.role)) if row else (person_id, "", Role.STAFF)


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
