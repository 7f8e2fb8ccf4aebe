"""What every test stands on: no settings of the machine, no network but loopback."""

import os

import pytest
from pytest_socket import socket_allow_hosts


def pytest_runtest_setup() -> None:
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No SHIBAO_ variable of the machine reaches a test; child processes inherit that."""
    for name in [name for name in os.environ if name.startswith("SHIBAO_")]:
        monkeypatch.delenv(name)
