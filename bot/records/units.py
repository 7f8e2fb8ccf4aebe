"""The tree of units, and who looks after which part of it."""

from sqlalchemy import Connection, select

from bot.domain.submissions.people import Oversee, Person, PlaceUnit, Role, Unit, below
from bot.errors import InputError
from bot.ports import Units
from bot.records import log_schema as s
from bot.records import schema as t
from bot.records.people import find_person
from bot.records.staffing import administer
from bot.records.store import Store
from bot.records.turns import Clock

REVIEWERS = (Role.ADMIN.value, Role.EDITOR.value)


class SqlUnits(Units):
    """The port `Units` over SQL, and what administration needs beside it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def scope(self, person: Person) -> frozenset[str]:
        return await self._store.read(lambda connection: _scope(connection, person.id, person.unit.id))

    async def reviewers(self, unit_id: str) -> tuple[Person, ...]:

        def work(connection: Connection) -> tuple[Person, ...]:
            p = t.people.c
            query = select(p.id, p.unit_id).where(p.active, p.role.in_(REVIEWERS)).order_by(p.name)
            ids = [
                row.id for row in connection.execute(query).all() if unit_id in _scope(connection, row.id, row.unit_id)
            ]
            found = [find_person(connection, p.id == one) for one in ids]
            return tuple(person for person in found if person)

        return await self._store.read(work)

    async def all(self) -> tuple[Unit, ...]:
        return await self._store.read(_units)

    async def place(self, name: str, under: str) -> None:
        """Put a unit under another; an empty `under` puts it at the top."""

        def work(connection: Connection) -> None:
            units = _units(connection)
            unit, parent = _named(units, name), _named(units, under) if under else None
            if parent and parent.id in below(units, unit.id):
                raise InputError(f"{under} 在 {name} 下面，不能反过来放。")
            change = PlaceUnit(unit.id, parent.id if parent else "")
            administer(connection, change, self._clock(), None)

        await self._store.write(work)

    async def oversee(self, person_id: str, name: str) -> None:
        """Give an editor one more unit to look after, with all below it."""

        def work(connection: Connection) -> None:
            unit = _named(_units(connection), name)
            if find_person(connection, t.people.c.id == person_id) is None:
                raise InputError(f"没有编号为 {person_id} 的人：用 shibao admin people 查看。")
            administer(connection, Oversee(person_id, unit.id), self._clock(), None)

        await self._store.write(work)


def _units(connection: Connection) -> tuple[Unit, ...]:
    rows = connection.execute(select(t.units).order_by(t.units.c.name)).all()
    return tuple(Unit(row.id, row.name, row.parent or "") for row in rows)


def _scope(connection: Connection, person_id: str, home: str) -> frozenset[str]:
    o = s.oversight.c
    given = connection.execute(select(o.unit_id).where(o.person_id == person_id)).scalars().all()
    units = _units(connection)
    return frozenset().union(*(below(units, root) for root in (home, *given)))


def _named(units: tuple[Unit, ...], name: str) -> Unit:
    found = next((unit for unit in units if unit.name == name.strip()), None)
    if found is None:
        raise InputError(f"没有单位 {name}：用 shibao admin units 查看。")
    return found
