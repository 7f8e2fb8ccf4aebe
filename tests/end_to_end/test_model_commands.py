"""The commands with a configured model service, as processes: good words, a failing service, a wrong key."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import model as fake
from tests.fakes.model import ModelServer

pytestmark = pytest.mark.slow

KEY = "sk-canary-77aa"
NOTE = "今天上午九点在文化广场办了老年书画展，展出作品124幅，来看的有370多人"
NOTES = json.dumps({"time": "2026-10-31T16:30", "text": NOTE})
TEXT = "10月31日上午9时，县文化馆在文化广场办老年书画展，作品124幅，观众370多人。"
SENTENCE = {"text": TEXT, "facts": ["F1", "F2", "F3"]}
REPORT = {"event": 1, "title": "县文化馆办老年书画展", "sentences": [SENTENCE]}


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


def draft(server: ModelServer, home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    settings = {
        "SHIBAO_HOME": str(home),
        "SHIBAO_MODEL_URL": server.url,
        "SHIBAO_MODEL": "scripted",
        "SHIBAO_MODEL_KEY": KEY,
        # A busy machine takes long to load the client; only the answers are under test here.
        "SHIBAO_MODEL_TIMEOUT": "50",
    }
    command = [sys.executable, "-m", "bot", "draft", "--json", "--unit", "县文化馆", *options, "-"]
    env = os.environ | settings
    return subprocess.run(command, input=NOTES, capture_output=True, text=True, timeout=90, env=env)


def test_words_of_a_model_that_pass_are_shown_as_the_models(server: ModelServer, tmp_path: Path) -> None:
    server.enqueue(fake.say_json({"reports": [REPORT]}))
    done = draft(server, tmp_path)
    result = json.loads(done.stdout)
    assert result["engine"] == "model"
    assert result["reports"][0]["text"] == TEXT
    assert result["reports"][0]["checks"]["passed"]


def test_a_failing_service_costs_nothing_but_its_words(server: ModelServer, tmp_path: Path) -> None:
    server.otherwise = fake.html
    done = draft(server, tmp_path)
    result = json.loads(done.stdout)
    assert (done.returncode, result["engine"]) == (0, "offline")
    assert "124幅" in result["reports"][0]["text"]


def test_a_failing_service_is_an_error_where_a_model_was_asked_for(server: ModelServer, tmp_path: Path) -> None:
    server.otherwise = fake.status(401, f"Incorrect API key provided: {KEY}")
    done = draft(server, tmp_path, "--engine", "model")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "SHIBAO_MODEL_KEY" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert KEY not in done.stderr
    assert "文化广场" not in done.stderr
