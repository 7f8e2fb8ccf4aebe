"""The door in this process: real library, real records, the emulator on a loopback port."""

from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path

import httpx._transports.default as transport
import pytest

from bot.domain.submissions.people import Role
from bot.records.open import Records, open_records
from tests.fakes import one_dialect  # noqa: F401
from tests.fakes.door import listening
from tests.fakes.telegram import EDITOR, STAFF, Telegram, running


@pytest.fixture(autouse=True, scope="session")
def _one_tls_context() -> Iterator[None]:
    """Loading the certificates is most of the bot's start, and on loopback nothing is encrypted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transport, "create_ssl_context", cache(transport.create_ssl_context))
        yield


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with running(Telegram()) as server:
        yield server


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[Records]:
    opened = await open_records(tmp_path)
    for account, role in ((STAFF, Role.STAFF), (EDITOR, Role.EDITOR)):
        code = await opened.people.invite("县图书馆", role)
        await opened.people.redeem(code.replace("-", ""), account, f"同事{account}")
    yield opened
    await opened.close()


@pytest.fixture
async def bot(telegram: Telegram, records: Records, tmp_path: Path) -> AsyncIterator[Telegram]:
    """The emulator with the bot behind it."""
    async with listening(telegram, records, tmp_path):
        yield telegram
