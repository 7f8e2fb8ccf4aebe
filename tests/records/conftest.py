"""A data folder of its own for each test, with real SQLite in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.submissions.people import Person
from bot.records.open import Records, open_records
from tests.fakes import one_dialect  # noqa: F401


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[Records]:
    opened = await open_records(tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
async def person(records: Records) -> Person:
    return await records.people.terminal("县图书馆")
