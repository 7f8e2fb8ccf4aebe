"""Domain values as JSON text in a column, and back; a field added later takes its default for older rows."""

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.passages import Answer
from bot.domain.report import Report


def dump(value: object) -> str:
    """Compact JSON of lists, tuples, strings and string maps; Chinese stays readable in the database."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Any:
    """What dump() wrote, tuples as lists."""
    return json.loads(text)


def dump_report(report: Report) -> str:
    """A report as JSON."""
    return _reports().dump_json(report).decode()


def load_report(text: str) -> Report:
    """The report that dump_report() wrote."""
    return _reports().validate_json(text)


def dump_answer(answer: Answer) -> str:
    """An answer with its citations as JSON."""
    return _answers().dump_json(answer).decode()


def load_answer(text: str) -> Answer:
    """The answer that dump_answer() wrote."""
    return _answers().validate_json(text)


@cache
def _reports() -> TypeAdapter[Report]:
    return TypeAdapter(Report)


@cache
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)
