"""Tokens, keys and people's words never reach the log, whoever logs and at whatever level."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot import log

TOKEN = "8123456789:AAF-canary_canary_canary_canary"
KEY = "sk-canary0123456789"
PASSWORD = "hunter2-canary"


@pytest.fixture
def lines(tmp_path: Path) -> Iterator[Path]:
    log.start(tmp_path, [TOKEN, KEY, PASSWORD], level=logging.DEBUG)
    logging.getLogger().setLevel(logging.DEBUG)
    yield tmp_path / "logs" / "shibao.log"
    log.stop()


def test_an_event_is_one_line_of_json_with_its_ids(lines: Path) -> None:
    log.event("inbox.stored", key="tg:1", chat=7)
    (line,) = lines.read_text(encoding="utf-8").splitlines()
    said = json.loads(line)
    assert {"event": "inbox.stored", "key": "tg:1", "chat": 7}.items() <= said.items()


@pytest.mark.parametrize(
    "text",
    [
        f"POST https://api.telegram.org/bot{TOKEN}/getMe",
        f"Authorization: Bearer {KEY}",
        f"postgresql://shibao:{PASSWORD}@db/shibao",
        "https://api.telegram.org/bot999999:another-token_of_someone/getMe",
        "{'api_key': 'abcdef-unknown'}",
        "Bearer abcdef-unknown",
        "mysql://u:abcdef-unknown@h/d",
    ],
)
def test_secrets_are_redacted_for_every_handler(lines: Path, caplog: pytest.LogCaptureFixture, text: str) -> None:
    logging.getLogger("somebody.else").debug("calling %s", text)
    logging.getLogger("somebody.else").warning(text)
    log.event("event", detail=text)
    for said in (caplog.text, lines.read_text(encoding="utf-8")):
        for canary in (TOKEN, KEY, PASSWORD, "another-token", "abcdef-unknown"):
            assert canary not in said


def test_what_other_libraries_say_is_not_written_only_where_and_what_kind(lines: Path) -> None:
    try:
        raise ValueError("张三 13800000000")
    except ValueError:
        logging.getLogger("library").exception("could not handle 今天上午送书")
    said = json.loads(lines.read_text(encoding="utf-8"))
    assert (said["logger"], said["error"]) == ("library", "ValueError")
    assert "张三" not in str(said)
    assert "送书" not in str(said)
    assert "Traceback" not in str(said)


def test_a_failure_gets_a_number_and_names_its_place_without_its_message(lines: Path) -> None:
    try:
        raise KeyError("李四的身份证")
    except KeyError as error:
        number = log.failure("cli", error)
    said = json.loads(lines.read_text(encoding="utf-8"))
    assert (said["id"], said["error"]) == (number, "KeyError")
    assert said["place"].startswith("test_log.py:")
    assert "李四" not in str(said)


def test_httpx_does_not_print_the_token(lines: Path, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("httpx").setLevel(logging.DEBUG)
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={}))
    with httpx.Client(transport=transport) as client:
        client.get(f"https://api.telegram.org/bot{TOKEN}/getMe")
    assert "getMe" in caplog.text
    assert TOKEN not in caplog.text
    assert not lines.exists() or TOKEN not in lines.read_text(encoding="utf-8")


def test_a_command_that_logs_nothing_leaves_no_file(tmp_path: Path) -> None:
    log.start(tmp_path)
    log.stop()
    assert list(tmp_path.iterdir()) == []


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "logs").write_text("a file in the way")
    log.start(tmp_path)
    log.event("something")
    log.stop()
    assert capfd.readouterr().err == ""
