"""Which messages are pairing codes, and what strangers get."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.submissions.people import Role
from bot.flows.admission import TRIES_A_DAY, Admission, code_in
from bot.records.open import Records, open_records

AT = datetime(2026, 11, 22, 9, 30)


@pytest.mark.parametrize(
    "text",
    [
        "K7QM-2XRP",
        "k7qm2xrp",
        " K7QM 2XRP ",
        "Ｋ７ＱＭ－２ＸＲＰ",
        "配对码：K7QM-2XRP",
        "邀请码 k7qm-2xrp",
        "/start K7QM-2XRP",
        "K7QM—2XRP",
    ],
)
def test_a_code_is_understood_as_people_type_it(text: str) -> None:
    assert code_in(text) == "K7QM2XRP"


@pytest.mark.parametrize(
    "text", ["", "你好", "/start", "K7QM-2XR", "K7QM-2XRPP", "今天 K7QM-2XRP", "20261122今天", "1000-0000"]
)
def test_other_words_are_no_code(text: str) -> None:
    assert code_in(text) == ""


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[Records]:
    opened = await open_records(tmp_path)
    yield opened
    await opened.close()


async def test_a_delivery_that_comes_twice_is_welcomed_once(records: Records) -> None:
    admission = Admission(records.people, records.desks)
    code = code_in(await records.people.invite("县图书馆", Role.STAFF))
    once = await admission.pair(code, key="tg:1", telegram_id=9, name="小李", at=AT)
    assert await admission.pair(code, key="tg:1", telegram_id=9, name="小李", at=AT) == once
    assert "小李" in once[0].text
    assert len(await records.desks.unsent()) == 1


async def test_guessing_ends_after_a_few_tries_a_day(records: Records) -> None:
    admission = Admission(records.people, records.desks)
    tries = [await admission.may_try(9, AT) for _ in range(TRIES_A_DAY + 2)]
    assert tries == [True] * TRIES_A_DAY + [False] * 2
    assert await admission.may_try(9, AT + timedelta(days=1))
    assert await admission.may_try(10, AT)


async def test_a_stranger_and_a_suspended_person_get_one_line_a_day(records: Records) -> None:
    admission = Admission(records.people, records.desks)
    person = await records.people.terminal("县图书馆")
    assert "配对码" in await admission.turn_away(None, 9, AT)
    assert await admission.turn_away(None, 9, AT) == ""
    assert "停用" in await admission.turn_away(person, 10, AT)
    assert "配对码" in await admission.turn_away(None, 9, AT + timedelta(days=1))
