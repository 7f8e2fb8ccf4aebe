"""The ledger's log: appended to once, folded, proved; every kind of tampering is found."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.ledger.items import Entry, Event, Facts, Kind, State
from bot.domain.submissions.people import Person
from bot.domain.talk.desk import Turn
from bot.errors import Overtaken
from bot.records.open import Records
from bot.records.verify import verify

AT = datetime(2026, 6, 3, 9, 0)
FACTS = Facts("窗口排队时间长", "群众反映", "加1个窗口", "王科长", date(2026, 8, 31))


def entry(person: Person, kind: Kind, seq: int, *, at: datetime = AT, facts: Facts = FACTS, words: str = "") -> Entry:
    given = facts if kind is Kind.REGISTERED else Facts()
    return Entry("i1", person.unit.id, 1, seq, Event(kind, at, person.id, person.name, given, words))


async def write(records: Records, person: Person, *entries: Entry) -> None:
    for one in entries:
        await records.desks.commit(Turn(f"turn:{one.item_id}:{one.seq}", person.id, one.event.at, (one,)))


async def test_an_item_is_read_back_as_it_was_and_found_by_state_and_time(records: Records, person: Person) -> None:
    later = AT + timedelta(days=2)
    await write(
        records,
        person,
        entry(person, Kind.REGISTERED, 0),
        entry(person, Kind.PROGRESSED, 1, at=later, words="已采购"),
    )
    (item,) = await records.ledger.among([person.unit.id])
    assert await records.ledger.find("i1") == item
    assert (item.unit, item.number, item.standing.facts) == (person.unit.name, 1, FACTS)
    assert [one.words for one in item.standing.progress] == ["已采购"]
    assert await records.ledger.among([person.unit.id], states=[State.OPEN], since=later) == (item,)
    assert await records.ledger.among([person.unit.id], since=later + timedelta(hours=1)) == ()
    assert await records.ledger.among([person.unit.id], states=[State.CLOSED]) == ()
    assert await records.ledger.among([]) == await records.ledger.among(["other"]) == ()
    assert [await records.ledger.last_number(unit) for unit in (person.unit.id, "other")] == [1, 0]


async def test_twenty_at_once_write_one_event_and_a_number_is_given_once(records: Records, person: Person) -> None:
    await write(records, person, entry(person, Kind.REGISTERED, 0))
    claims = [entry(person, Kind.CLAIMED, 1, words=f"做成{number}") for number in range(20)]
    turns = [Turn(f"k{number}", person.id, AT, (claim,)) for number, claim in enumerate(claims)]
    done = await asyncio.gather(*map(records.desks.commit, turns), return_exceptions=True)
    assert sum(isinstance(one, Overtaken) for one in done) == 19
    again = replace(entry(person, Kind.REGISTERED, 0), item_id="i2")
    with pytest.raises(Overtaken):
        await records.desks.commit(Turn("again", person.id, AT, (again,)))
    assert len(await records.ledger.among([person.unit.id])) == 1


TAMPERING = {
    "a changed event": ("UPDATE ledger_events SET event = replace(event, '王科长', '李科长')", "被改动"),
    "a dropped event": ("DELETE FROM ledger_events WHERE seq = 1", "被改动或缺失"),
    "a dropped end": ("DELETE FROM ledger_events WHERE seq = 2", "与日志不符"),
    "a changed state": ("UPDATE ledger_items SET state = '已销号'", "与日志不符"),
}


@pytest.mark.parametrize(("statement", "fault"), TAMPERING.values(), ids=TAMPERING)
async def test_verify_finds(records: Records, person: Person, tmp_path: Path, statement: str, fault: str) -> None:
    await write(records, person, entry(person, Kind.REGISTERED, 0), entry(person, Kind.PROGRESSED, 1, words="已采购"))
    sound = await verify(records.store)
    assert (sound.faults, sound.entries, sound.items) == ([], 2, {State.OPEN: 1})
    with closing(sqlite3.connect(tmp_path / "shibao.db")) as database, database:
        database.execute(statement)
    assert any(fault in found for found in (await verify(records.store)).faults)
