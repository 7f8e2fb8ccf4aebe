"""People, units, pairing codes and the little that is kept of strangers."""

import secrets
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, insert, select, update

from bot.domain.submissions.people import NAMELESS, OWNER, Invite, Moved, Person, Role, SetActive, Transfer, Unit
from bot.ports import People
from bot.records import log_schema as s
from bot.records import schema as t
from bot.records.staffing import administer, code_digest, joined, moves
from bot.records.store import Store
from bot.records.turns import Clock

# No 0/O, 1/I/L: codes are read aloud and typed on phones. 31^8 codes against a few tries a day.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 8

TERMINAL_ID = OWNER


class SqlPeople(People):
    """The port `People` over SQL, and what administration needs beside it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def by_telegram(self, telegram_id: int) -> Person | None:
        mine = t.people.c.telegram_id == telegram_id
        return await self._store.read(lambda connection: find_person(connection, mine))

    async def telegram_of(self, person_id: str) -> int | None:
        query = select(t.people.c.telegram_id).where(t.people.c.id == person_id, t.people.c.active)
        account: int | None = await self._store.value(query)
        return account

    async def everyone(self) -> tuple[Person, ...]:
        query = _people().order_by(t.units.c.name, t.people.c.name)
        rows = await self._store.rows(query)
        return tuple(map(_person, rows))

    async def terminal(self, unit: str = "") -> Person:
        """Whoever sits at the terminal: the owner of the data folder may do everything. No `unit`: the one they are
        in, at first the nameless one."""

        def work(connection: Connection) -> Person:
            known = find_person(connection, t.people.c.id == TERMINAL_ID)
            home = known.unit if known and not unit else _unit(connection, unit or NAMELESS)
            person = Person(id=TERMINAL_ID, name="本机", unit=home, role=Role.ADMIN)
            if known is None:
                _add(connection, person, since=self._clock())
            elif known.unit != home:
                _change(connection, TERMINAL_ID, unit_id=home.id)
            return person

        return await self._store.write(work)

    async def here(self) -> str:
        """The name of the unit at the terminal, also where nobody has sat there yet."""
        at = t.people.c.id == TERMINAL_ID
        known = await self._store.read(lambda connection: find_person(connection, at))
        return known.unit.name if known else NAMELESS

    async def invite(self, unit: str, role: Role) -> str:
        """A pairing code for one person, good for a week; only its hash is kept."""
        code, now = self.new_code(), self._clock()

        def work(connection: Connection) -> None:
            administer(connection, Invite(code, _unit(connection, unit).id, role), now, None)

        await self._store.write(work)
        return code

    def new_code(self) -> str:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        return f"{code[:4]}-{code[4:]}"

    async def given(self) -> tuple[tuple[str, str], ...]:
        query = select(s.oversight.c.person_id, s.oversight.c.unit_id)
        rows = await self._store.rows(query)
        return tuple((row.person_id, row.unit_id) for row in rows)

    async def redeem(self, code: str, telegram_id: int, name: str) -> Person | None:
        """Let the account in; None where the code is unknown, old or used. Redeeming twice is harmless.

        A fresh code moves a known person to its unit and role, and lets a suspended one back in.
        """
        now = self._clock()
        return await self._store.write(lambda connection: _redeem(connection, code, telegram_id, name, now))

    async def suspend(self, person_id: str, *, active: bool = False) -> bool:
        """Keep a person out from their next message on, or let them back in; False where there is none."""

        def work(connection: Connection) -> bool:
            known = find_person(connection, t.people.c.id == person_id)
            if known:
                administer(connection, SetActive(person_id, active), self._clock(), None)
            return known is not None

        return await self._store.write(work)

    async def move(self, person_id: str, unit: str, role: Role) -> bool:
        """Give a person another unit and role from their next message on; False where there is none."""

        def work(connection: Connection) -> bool:
            known = find_person(connection, t.people.c.id == person_id)
            if known:
                change = Transfer(person_id, _unit(connection, unit).id, role)
                administer(connection, change, self._clock(), None)
            return known is not None

        return await self._store.write(work)

    async def moves(self) -> tuple[Moved, ...]:
        return await self._store.read(moves)

    async def count_try(self, telegram_id: int, day: date) -> int:

        def work(connection: Connection) -> int:
            mine = _stranger(connection, telegram_id, day)
            more = update(t.strangers).where(mine).values(tries=t.strangers.c.tries + 1)
            return int(connection.execute(more.returning(t.strangers.c.tries)).scalar_one())

        return await self._store.write(work)

    async def first_answer(self, telegram_id: int, day: date) -> bool:

        def work(connection: Connection) -> bool:
            mine = _stranger(connection, telegram_id, day)
            fresh = update(t.strangers).where(mine, t.strangers.c.answered.is_(False)).values(answered=True)
            return connection.execute(fresh).rowcount == 1

        return await self._store.write(work)


def find_person(connection: Connection, which: ColumnElement[bool]) -> Person | None:
    """The person that fulfils the condition."""
    row = connection.execute(_people().where(which)).first()
    return _person(row) if row else None


def _redeem(connection: Connection, code: str, telegram_id: int, name: str, now: datetime) -> Person | None:
    known = find_person(connection, t.people.c.telegram_id == telegram_id)
    mine = t.invites.c.code_sha256 == code_digest(code)
    invite = connection.execute(select(t.invites).where(mine)).first()
    if invite is None:
        return None
    if invite.used_by is not None:
        return known if known and known.active and known.id == invite.used_by else None
    if invite.expires_at < now:
        return None
    person_id = known.id if known else secrets.token_hex(8)
    if known:
        _change(connection, person_id, unit_id=invite.unit_id, role=invite.role, active=True)
    else:
        person = Person(person_id, name, Unit(invite.unit_id, ""), Role(invite.role))
        _add(connection, person, since=now, telegram_id=telegram_id)
    connection.execute(update(t.invites).where(mine).values(used_by=person_id, used_at=now))
    joined(connection, person_id, invite.unit_id, Role(invite.role), now)
    return find_person(connection, t.people.c.id == person_id)


def _people() -> Select[Any]:
    p, u = t.people.c, t.units.c
    columns = (p.id, p.name, p.role, p.active, u.id.label("unit_id"), u.name.label("unit_name"), u.parent)
    return select(*columns).join(t.units, u.id == p.unit_id)


def _person(row: Row[Any]) -> Person:
    unit = Unit(row.unit_id, row.unit_name, row.parent or "")
    return Person(id=row.id, name=row.name, unit=unit, role=Role(row.role), active=row.active)


def _add(connection: Connection, person: Person, *, since: datetime, telegram_id: int | None = None) -> None:
    row = {"id": person.id, "name": person.name, "unit_id": person.unit.id, "role": person.role.value}
    connection.execute(insert(t.people).values(**row, telegram_id=telegram_id, since=since))


def _change(connection: Connection, person_id: str, **values: object) -> bool:
    change = update(t.people).where(t.people.c.id == person_id).values(**values)
    return connection.execute(change).rowcount == 1


def _unit(connection: Connection, name: str) -> Unit:
    row = connection.execute(select(t.units).where(t.units.c.name == name)).first()
    if row:
        return Unit(row.id, row.name, row.parent or "")
    unit = Unit(secrets.token_hex(8), name)
    connection.execute(insert(t.units).values(id=unit.id, name=name))
    return unit


def _stranger(connection: Connection, telegram_id: int, day: date) -> ColumnElement[bool]:
    mine = (t.strangers.c.telegram_id == telegram_id) & (t.strangers.c.day == day)
    if connection.execute(select(t.strangers.c.day).where(mine)).first() is None:
        connection.execute(insert(t.strangers).values(telegram_id=telegram_id, day=day))
    return mine
