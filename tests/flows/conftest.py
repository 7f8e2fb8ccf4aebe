"""Fixtures of the flows' tests: one person's talk, a bureau, a scripted model service."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.fakes.model import ModelServer
from tests.flows.bureau import Bureau, bureau
from tests.flows.conversation import Conversation, conversation


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Conversation]:
    async with conversation(tmp_path) as opened:
        yield opened


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path) as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running
