"""Runs the command line: in this process for speed, or as a child process where only that can show it."""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from bot import cli, log
from tests.fakes import one_dialect  # noqa: F401

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict:
        return json.loads(self.out)

    @property
    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def home(tmp_path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run_in(monkeypatch, capsys):
    """Run `shibao …` in this process, in a folder and with a home; text goes to standard input."""

    def run(*arguments: str, folder: Path, home: Path, text: str | bytes = "", **environment: str) -> Ran:
        data = text.encode() if isinstance(text, str) else text
        with monkeypatch.context() as patch:
            patch.chdir(folder)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
            for name, value in {"SHIBAO_HOME": str(home), **environment}.items():
                patch.setenv(name, value)
            status = cli.run(list(arguments))
        log.stop()
        shown = capsys.readouterr()
        return Ran(status, shown.out, shown.err)

    return run


@pytest.fixture
def shibao(run_in, home, tmp_path):
    """Run `shibao …` in this process with a home of its own."""
    return partial(run_in, folder=tmp_path, home=home)


def start(*arguments: str, folder: Path, home: Path, text: str | bytes = "", **environment: str) -> Ran:
    """Run `shibao …` as a child process in a folder, as scripts do."""
    data = text.encode() if isinstance(text, str) else text
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=data,
        capture_output=True,
        timeout=120,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SHIBAO_HOME": str(home), **environment},
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def process(home, tmp_path):
    """Run `shibao …` as a child process with a home of its own."""
    return partial(start, folder=tmp_path, home=home)
