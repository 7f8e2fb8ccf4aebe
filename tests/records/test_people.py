"""Who is let in, by which code, and what is kept of strangers."""

import asyncio
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.domain.submissions.people import Role
from bot.records.open import Records, open_records

AT = datetime(2026, 11, 22, 9, 30)
TODAY = date(2026, 11, 22)


async def code_for(records: Records, role: Role = Role.STAFF, unit: str = "县图书馆") -> str:
    return (await records.people.invite(unit, role)).replace("-", "")


async def test_a_code_lets_one_account_in_with_its_unit_and_role(records: Records) -> None:
    person = await records.people.redeem(await code_for(records, Role.EDITOR), 7, "小李")
    assert person is not None
    assert (person.name, person.unit.name, person.role, person.active) == (
        "小李",
        "县图书馆",
        Role.EDITOR,
        True,
    )
    assert await records.people.by_telegram(7) == person
    assert await records.people.telegram_of(person.id) == 7


async def test_a_code_is_used_once_and_its_owner_may_repeat_it(records: Records) -> None:
    code = await code_for(records)
    first = await records.people.redeem(code, 7, "小李")
    assert await records.people.redeem(code, 8, "小王") is None
    assert await records.people.redeem(code, 7, "小李") == first
    assert await records.people.by_telegram(8) is None


async def test_of_many_who_try_one_code_at_once_one_comes_in(records: Records) -> None:
    code = await code_for(records)
    came = await asyncio.gather(*(records.people.redeem(code, 100 + n, "谁") for n in range(20)))
    assert len([person for person in came if person]) == 1


async def test_an_unknown_or_old_code_lets_nobody_in(tmp_path: Path) -> None:
    now = AT
    records = await open_records(tmp_path, clock=lambda: now)
    code = await code_for(records)
    now += timedelta(days=7, minutes=1)
    assert await records.people.redeem(code, 7, "小李") is None
    assert await records.people.redeem("AAAA2222", 7, "小李") is None
    await records.close()


async def test_a_new_code_moves_a_person_and_lets_a_suspended_one_back_in(records: Records) -> None:
    person = await records.people.redeem(await code_for(records), 7, "小李")
    assert person is not None
    assert await records.people.suspend(person.id)
    suspended = await records.people.by_telegram(7)
    assert suspended is not None
    assert not suspended.active
    moved = await records.people.redeem(await code_for(records, Role.WRITER, "县文化馆"), 7, "小李")
    assert moved is not None
    assert (moved.id, moved.unit.name, moved.role, moved.active) == (person.id, "县文化馆", Role.WRITER, True)


async def test_a_suspended_person_cannot_come_back_with_the_old_code(records: Records) -> None:
    code = await code_for(records)
    person = await records.people.redeem(code, 7, "小李")
    assert person is not None
    await records.people.suspend(person.id)
    assert await records.people.redeem(code, 7, "小李") is None


async def test_the_database_holds_no_code(records: Records) -> None:
    code = await code_for(records)
    async with records.store.reading() as connection:
        rows = (await connection.exec_driver_sql("SELECT * FROM invites")).all()
    assert len(rows) == 1
    assert code not in str(rows)


async def test_suspending_nobody_says_so(records: Records) -> None:
    assert not await records.people.suspend("nobody")


async def test_the_terminal_is_an_administrator_of_the_given_unit(records: Records) -> None:
    first = await records.people.terminal("本单位")
    moved = await records.people.terminal("县图书馆")
    assert (first.id, first.role) == (moved.id, Role.ADMIN)
    assert moved.unit.name == "县图书馆"
    assert (await records.desks.open(moved.id)).person == moved
    assert await records.people.telegram_of(moved.id) is None


async def test_everyone_is_listed_by_unit(records: Records) -> None:
    for unit, account in (("乙", 1), ("甲", 2), ("乙", 3)):
        await records.people.redeem(await code_for(records, unit=unit), account, f"同事{account}")
    listed = [(person.unit.name, person.name) for person in await records.people.everyone()]
    assert listed == [("乙", "同事1"), ("乙", "同事3"), ("甲", "同事2")]


async def test_a_stranger_is_answered_once_a_day_and_tries_are_counted(records: Records) -> None:
    assert await records.people.first_answer(9, TODAY)
    assert not await records.people.first_answer(9, TODAY)
    assert await records.people.first_answer(10, TODAY)
    assert await records.people.first_answer(9, TODAY + timedelta(days=1))
    assert [await records.people.count_try(9, TODAY) for _ in range(3)] == [1, 2, 3]
    assert await records.people.count_try(9, TODAY + timedelta(days=1)) == 1
