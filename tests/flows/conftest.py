"""Fixtures of the flows' tests."""

import pytest

from tests.flows.conversation import conversation


@pytest.fixture
async def talk(tmp_path):
    async with conversation(tmp_path) as opened:
        yield opened
