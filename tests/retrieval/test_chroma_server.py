"""The vector index on a real Chroma server: found again, kept apart, rebuilt when the server forgot."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import IndexUnavailable
from bot.retrieval.vector import VectorIndex
from tests.fakes.embedder import HashedVectors

EVERYONE = frozenset({""})
EMBED = HashedVectors().query


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port, folder = free_port(), tmp_path_factory.mktemp("chroma")
    command = shutil.which("chroma", path=str(Path(sys.executable).parent)) or "chroma"
    run = subprocess.Popen(
        [command, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    run.terminate()
    run.wait(10)


def filled(folder: Path, server: str, key: str, text: str) -> VectorIndex:
    index = VectorIndex(folder, "hashed-1", server)
    index.write([(key, "d1", "", EMBED(text))], [])
    return index


@pytest.mark.slow
def test_what_was_written_is_found_on_the_server_by_another_process_object(server: str, tmp_path: Path) -> None:
    filled(tmp_path, server, "p1", "文化场馆每周开放时间")
    again = VectorIndex(tmp_path, "hashed-1", server)
    assert [key for key, _ in again.search(EMBED("文化场馆开放"), EVERYONE, 3)] == ["p1"]
    again.probe()


@pytest.mark.slow
def test_two_data_folders_on_one_server_never_see_each_other(server: str, tmp_path: Path) -> None:
    mine = filled(tmp_path / "a", server, "mine", "博物馆库房巡查")
    theirs = filled(tmp_path / "b", server, "theirs", "博物馆库房巡查")
    assert [key for key, _ in mine.search(EMBED("博物馆"), EVERYONE, 5)] == ["mine"]
    assert [key for key, _ in theirs.search(EMBED("博物馆"), EVERYONE, 5)] == ["theirs"]


@pytest.mark.slow
def test_a_new_generation_starts_empty_and_forgets_its_progress(server: str, tmp_path: Path) -> None:
    index = filled(tmp_path, server, "p1", "文化场馆")
    index.progress.write({"d1": 1})
    index.start_anew()
    assert index.progress.read() == {}
    assert index.search(EMBED("文化场馆"), EVERYONE, 3) == []


@pytest.mark.slow
def test_a_server_that_is_not_there_is_said_to_be_unavailable(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable):
        VectorIndex(tmp_path, "hashed-1", f"http://127.0.0.1:{free_port()}").search(EMBED("文化"), EVERYONE, 3)
