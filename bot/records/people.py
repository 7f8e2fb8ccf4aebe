"""People, units, pairing codes and the little that is kept of strangers."""

import hashlib
import secrets
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import Person, Role, Unit
from bot.records import schema as t
from bot.records.store import Store
from bot.records.turns import Clock

# No 0/O, 1/I/L: codes are read aloud and typed on phones. 31^8 codes against a few tries a day.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 8
CODE_LIFE = timedelta(days=7)

TERMINAL_ID = "terminal"


class SqlPeople:
    """The port `People` over SQL."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def get(self, person_id: str) -> Person | None:
        """The person with this id."""
        async with self._store.reading() as connection:
            return await find_person(connection, t.people.c.id == person_id)

    async def by_telegram(self, telegram_id: int) -> Person | None:
        """The person who writes from this Telegram account, suspended or not."""
        async with self._store.reading() as connection:
            return await find_person(connection, t.people.c.telegram_id == telegram_id)

    async def telegram_of(self, person_id: str) -> int | None:
        """The Telegram account to write to."""
        query = select(t.people.c.telegram_id).where(t.people.c.id == person_id)
        async with self._store.reading() as connection:
            return (await connection.execute(query)).scalar()

    async def everyone(self) -> tuple[Person, ...]:
        """All people, by unit and name."""
        query = _people().order_by(t.units.c.name, t.people.c.name)
        async with self._store.reading() as connection:
            return tuple(_person(row) for row in await connection.execute(query))

    async def unit(self, name: str) -> Unit:
        """The unit of this name, made where it is new."""
        async with self._store.writing() as connection:
            return await _unit(connection, name)

    async def terminal(self, unit: str) -> Person:
        """Whoever sits at the terminal: the owner of the data folder may do everything."""
        async with self._store.writing() as connection:
            home = await _unit(connection, unit)
            known = await find_person(connection, t.people.c.id == TERMINAL_ID)
            if known is None:
                row = {"id": TERMINAL_ID, "name": "本机", "role": Role.ADMIN.value, "since": self._clock()}
                await connection.execute(insert(t.people).values(unit_id=home.id, **row))
            elif known.unit != home:
                mine = t.people.c.id == TERMINAL_ID
                await connection.execute(update(t.people).where(mine).values(unit_id=home.id))
        return Person(id=TERMINAL_ID, name="本机", unit=home, role=Role.ADMIN)

    async def invite(self, unit: str, role: Role) -> str:
        """A pairing code for one person, good for a week; only its hash is kept."""
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        now = self._clock()
        async with self._store.writing() as connection:
            home = await _unit(connection, unit)
            row = {"code_sha256": _digest(code), "made_at": now, "expires_at": now + CODE_LIFE}
            await connection.execute(insert(t.invites).values(unit_id=home.id, role=role.value, **row))
        return f"{code[:4]}-{code[4:]}"

    async def redeem(self, code: str, telegram_id: int, name: str) -> Person | None:
        """Let the account in; None where the code is unknown, old or another's. Redeeming twice is harmless.

        A fresh code moves a known person to its unit and role, and lets a suspended one back in.
        """
        async with self._store.writing() as connection:
            known = await find_person(connection, t.people.c.telegram_id == telegram_id)
            query = select(t.invites).where(t.invites.c.code_sha256 == _digest(code))
            invite = (await connection.execute(query)).first()
            if invite is None:
                return None
            if invite.used_by is not None:
                return known if known is not None and known.active and invite.used_by == known.id else None
            if invite.expires_at < self._clock():
                return None
            person_id = known.id if known else secrets.token_hex(8)
            row = {"unit_id": invite.unit_id, "role": invite.role, "active": True}
            if known is None:
                new = {"id": person_id, "name": name, "telegram_id": telegram_id, "since": self._clock()}
                await connection.execute(insert(t.people).values(**new, **row))
            else:
                await connection.execute(update(t.people).where(t.people.c.id == person_id).values(**row))
            used = {"used_by": person_id, "used_at": self._clock()}
            await connection.execute(
                update(t.invites).where(t.invites.c.code_sha256 == invite.code_sha256).values(**used)
            )
            return await find_person(connection, t.people.c.id == person_id)

    async def suspend(self, person_id: str, *, active: bool = False) -> bool:
        """Keep a person out from their next message on, or let them back in; False where there is none."""
        change = update(t.people).where(t.people.c.id == person_id).values(active=active)
        async with self._store.writing() as connection:
            return (await connection.execute(change)).rowcount == 1

    async def count_try(self, telegram_id: int, day: date) -> int:
        """How many pairing codes the stranger has tried that day, this one included."""
        async with self._store.writing() as connection:
            mine = await _stranger(connection, telegram_id, day)
            more = update(t.strangers).where(mine).values(tries=t.strangers.c.tries + 1)
            return int((await connection.execute(more.returning(t.strangers.c.tries))).scalar_one())

    async def first_answer(self, telegram_id: int, day: date) -> bool:
        """Whether the stranger has not been answered that day; asking counts as answering."""
        async with self._store.writing() as connection:
            mine = await _stranger(connection, telegram_id, day)
            open_ = update(t.strangers).where(mine, t.strangers.c.answered.is_(False)).values(answered=True)
            return (await connection.execute(open_)).rowcount == 1


async def find_person(connection: AsyncConnection, which: ColumnElement[bool]) -> Person | None:
    """The person that fulfils the condition."""
    row = (await connection.execute(_people().where(which))).first()
    return _person(row) if row else None


def _people() -> Select[Any]:
    p, u = t.people.c, t.units.c
    columns = (p.id, p.name, p.role, p.active, u.id.label("unit_id"), u.name.label("unit_name"), u.parent)
    return select(*columns).join(t.units, u.id == p.unit_id)


def _person(row: Row[Any]) -> Person:
    unit = Unit(row.unit_id, row.unit_name, row.parent or "")
    return Person(id=row.id, name=row.name, unit=unit, role=Role(row.role), active=row.active)


async def _unit(connection: AsyncConnection, name: str) -> Unit:
    row = (await connection.execute(select(t.units).where(t.units.c.name == name))).first()
    if row:
        return Unit(row.id, row.name, row.parent or "")
    unit = Unit(secrets.token_hex(8), name)
    await connection.execute(insert(t.units).values(id=unit.id, name=name))
    return unit


async def _stranger(connection: AsyncConnection, telegram_id: int, day: date) -> ColumnElement[bool]:
    mine = (t.strangers.c.telegram_id == telegram_id) & (t.strangers.c.day == day)
    if (await connection.execute(select(t.strangers.c.day).where(mine))).first() is None:
        await connection.execute(insert(t.strangers).values(telegram_id=telegram_id, day=day))
    return mine


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
