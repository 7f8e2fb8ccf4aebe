"""The scripted model service for the tests of the model writer; the libraries are imported beforehand."""

import asyncio
from collections.abc import Iterator

import pytest

from bot.writing.service import ModelService
from tests.fakes.model import ModelServer


@pytest.fixture(scope="session")
def libraries() -> None:
    """Importing them takes seconds on a busy machine, which short deadlines would not survive."""
    asyncio.run(ModelService(url="http://127.0.0.1:1/v1", model="none").warm())


@pytest.fixture
def server(libraries: None) -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running
