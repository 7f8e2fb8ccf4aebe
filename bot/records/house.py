"""House wordings over SQL: what holds for a unit is its own rules and those of the units above it."""

import secrets
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from bot.domain.house.house_style import HouseRule, SetWording, in_force
from bot.domain.submissions.people import Unit
from bot.errors import InputError, Overtaken
from bot.records import schema as t
from bot.records.store import Store


class SqlHouse:
    """House wordings for the command line; the conversation finds them on the desk."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def of(self, unit: str) -> tuple[HouseRule, ...]:
        """What holds for the unit of that name; nothing where it is unknown."""
        query = select(t.units.c.id).where(t.units.c.name == unit)

        def work(connection: Connection) -> tuple[HouseRule, ...]:
            unit_id = connection.execute(query).scalar()
            return rules_for(connection, unit_id) if unit_id else ()

        return await self._store.read(work)

    async def change(self, unit: str, *, word: str, instead: str = "", drop: bool = False) -> None:
        """Make or take back a rule of the unit of that name; InputError where there is none such."""
        query = select(t.units.c.id).where(t.units.c.name == unit)

        def work(connection: Connection) -> None:
            unit_id = connection.execute(query).scalar()
            if unit_id is None:
                raise InputError(f"没有单位 {unit}：用 shibao admin units 查看。")
            set_wording(connection, SetWording(unit_id, word, instead, drop=drop), None, self._clock())

        try:
            await self._store.write(work)
        except Overtaken:
            raise InputError(f"没有“{word}”这条规矩。") from None


def rules_for(connection: Connection, unit_id: str) -> tuple[HouseRule, ...]:
    """What holds for the unit."""
    h = t.house_rules.c
    query = (
        select(h.id, h.word, h.instead, t.units.c.id.label("unit_id"), t.units.c.name, t.units.c.parent)
        .join(t.units, t.units.c.id == h.unit_id)
        .where(h.until.is_(None))
    )
    rows = connection.execute(query).all()
    if not rows:
        return ()
    rules = [HouseRule(row.id, row.word, row.instead, Unit(row.unit_id, row.name, row.parent or "")) for row in rows]
    return in_force(rules, _line(connection, unit_id))


def _line(connection: Connection, unit_id: str) -> list[str]:
    """The unit and those above it; a tree that was tied into a ring ends where it began."""
    rows = connection.execute(select(t.units.c.id, t.units.c.parent)).all()
    above = {row.id: row.parent for row in rows}
    line = [unit_id]
    while (parent := above.get(line[-1])) and parent not in line:
        line.append(parent)
    return line


def set_wording(connection: Connection, change: SetWording, person_id: str | None, at: datetime) -> None:
    """Write a rule in the place of the unit's standing one about the same word, or end that.

    Overtaken where there is none to end.
    """
    h = t.house_rules.c
    standing = update(t.house_rules).where(h.unit_id == change.unit_id, h.word == change.word, h.until.is_(None))
    ended = connection.execute(standing.values(until=at)).rowcount
    if change.drop:
        if not ended:
            raise Overtaken
        return
    row = {"unit_id": change.unit_id, "word": change.word, "instead": change.instead, "person_id": person_id}
    connection.execute(insert(t.house_rules).values(id=secrets.token_hex(8), since=at, **row))
