"""The log: events with ids, one JSON object a line, in the data folder. Never a message body, token or key.

Of other libraries' records only the place and the kind of error are written, since their messages may quote
anything (httpx prints the bot token with every request). Their text is redacted for any other handler too.
"""

import json
import logging
import re
import secrets
import traceback
from collections.abc import Iterable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from bot.clock import wall_now

OWN = "shibao"
STARS = "***"
MAX_BYTES = 5_000_000
KEPT_FILES = 3

_ROOM = Path(__file__).parent

_SHAPES = re.compile(
    r"(?P<token>\d{5,}:[A-Za-z0-9_-]{8,})"
    r"|(?P<key>\bsk-[A-Za-z0-9_-]{8,})"
    r"|(?P<lead>\b(?:bearer|token|api[-_]?key|secret|password|authorization)\b[\"']?\s*[=: ]\s*[\"']?)"
    r"(?P<value>[^\s\"'&,)}]{4,})"
    r"|(?P<url>://[^/\s:@]+:)(?P<password>[^/\s@]+)(?=@)",
    re.IGNORECASE,
)
_secrets: set[str] = set()
_plain_factory = logging.getLogRecordFactory()


def start(home: Path, known_secrets: Iterable[str] = (), *, level: int = logging.INFO) -> None:
    """Write to the data folder and redact from now on; call it before any library is imported that logs."""
    stop()
    _secrets.update(secret for secret in known_secrets if secret)
    logging.raiseExceptions = False  # a full disk must not print traces
    logging.setLogRecordFactory(_redacted_record)
    handler = _Lines(home / "logs" / "shibao.log", maxBytes=MAX_BYTES, backupCount=KEPT_FILES)
    handler.setFormatter(_JsonLine())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for chatty in ("httpx", "httpcore", "telegram", "apscheduler", "tornado", "aiosqlite", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.getLogger(OWN).setLevel(level)


def stop() -> None:
    """Close the log file and forget the secrets."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _Lines)]:
        root.removeHandler(handler)
        handler.close()
    logging.setLogRecordFactory(_plain_factory)
    _secrets.clear()


def event(name: str, *, level: int = logging.INFO, **ids: str | int | float | None) -> None:
    """Something happened to these ids, e.g. event("inbox.stored", key="tg:1"). Give no words of people."""
    logging.getLogger(OWN).log(level, name, extra={"ids": ids})


def failure(where: str, error: BaseException) -> str:
    """Log the kind and place of an unexpected error, without its message; the id is for the user."""
    number = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_ROOM)]
    shown = [*frames[-1:], *reversed(own[-3:])]
    place = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in shown)
    event(where + ".failed", level=logging.ERROR, id=number, error=type(error).__name__, place=place)
    return number


def redact(text: str) -> str:
    """The text with stars in the place of tokens, keys and passwords."""
    for secret in _secrets:
        text = text.replace(secret, STARS)
    return _SHAPES.sub(_stars, text)


def _stars(found: re.Match[str]) -> str:
    return (found["lead"] or found["url"] or "") + STARS


def _redacted_record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    record = _plain_factory(*args, **kwargs)
    try:
        record.msg, record.args = redact(record.getMessage()), ()
    except (TypeError, ValueError):
        record.msg, record.args = STARS, ()
    return record


class _Lines(RotatingFileHandler):
    """Opens its file with the first line, so that a command that logs nothing leaves nothing."""

    def __init__(self, path: Path, **limits: int) -> None:
        super().__init__(path, encoding="utf-8", delay=True, maxBytes=limits["maxBytes"], backupCount=KEPT_FILES)

    def _open(self) -> Any:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


class _JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {"at": wall_now().isoformat(timespec="milliseconds"), "level": record.levelname}
        if record.name == OWN:
            line |= {"event": record.msg, **getattr(record, "ids", {})}
        else:
            line |= {"event": "library", "logger": record.name, "place": f"{record.funcName}:{record.lineno}"}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return redact(json.dumps(line, ensure_ascii=False))
