"""Domain values as JSON text in a column, and back; a field added later takes its default for older rows.

Only the standard library: pydantic would add half a second to the start of the conversation.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def dump(value: Any) -> str:
    """Compact JSON of a dataclass or of plain lists and objects; Chinese stays readable in the database."""
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=_iso)


def _iso(value: date) -> str:
    """A day as a day, a moment with its time of day."""
    return value.isoformat()


def dump_one_of(value: Any) -> str:
    """JSON of a dataclass that is one of several: its name, then itself."""
    return dump({type(value).__name__: asdict(value)})


def load(text: str) -> Any:
    """Plain lists and objects, tuples as lists."""
    return json.loads(text)


def load_as(kind: type[Value], text: str) -> Value:
    """The dataclass value that dump() wrote."""
    value: Value = _build(kind, json.loads(text))
    return value


def load_one_of(kinds: Sequence[type[Value]], text: str) -> Value:
    """The dataclass value of one of the kinds that dump_one_of() wrote."""
    ((name, raw),) = json.loads(text).items()
    value: Value = _build(next(kind for kind in kinds if kind.__name__ == name), raw)
    return value


def _build(kind: Any, raw: Any) -> Any:
    """JSON to a value of the annotated kind: dataclasses, tuples, optional values, dates and plain ones."""
    if raw is None:
        return None
    if isinstance(kind, type) and is_dataclass(kind):
        known = _hints(kind)
        return kind(**{name: _build(known[name], item) for name, item in raw.items() if name in known})
    if get_origin(kind) is tuple:
        return tuple(_build(get_args(kind)[0], item) for item in raw)
    for moment in (datetime, date):
        if kind is moment or moment in get_args(kind):
            return moment.fromisoformat(raw)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(raw)
    return raw


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
