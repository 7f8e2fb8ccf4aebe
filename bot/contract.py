"""The JSON shapes of the command line, read and written: what scripts rely on. Nothing is computed here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.clock import to_wall
from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.errors import InputError

if TYPE_CHECKING:
    from bot.domain.library.passages import Answer
    from bot.domain.plain.verdicts import Judgement
    from bot.flows.section import Section


def local_time(text: str) -> datetime:
    """ISO-8601 to naive wall time in Shanghai."""
    moment = datetime.fromisoformat(text)
    return to_wall(moment) if moment.tzinfo else moment


def lines_of(text: str) -> list[str]:
    """The lines that hold something; only line feeds end a line, as in JSON lines."""
    return [line.rstrip("\r") for line in text.split("\n") if line.strip()]


def read_notes(text: str) -> tuple[Note, ...]:
    """Messages from plain text (one a line) or from JSON lines {"time", "from", "text"}."""
    lines = lines_of(text)
    if not lines:
        raise InputError("没有内容：请写上活动记录，一行一条。")
    if not _is_message(lines[0]):
        return tuple(Note(text=line) for line in lines)
    return tuple(_message(line, number) for number, line in enumerate(lines, 1))


def _is_message(line: str) -> bool:
    if not line.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _message(line: str, number: int) -> Note:
    try:
        row = json.loads(line)
    except ValueError:
        raise InputError(f"第 {number} 行不是完整的 JSON：请一行写一个对象。") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(f'第 {number} 行缺少 text：应形如 {{"text": "…"}}。')
    return Note(text=row["text"], at=_said_at(row.get("time"), number), speaker=str(row.get("from") or ""))


def _said_at(value: object, number: int) -> datetime | None:
    if value in (None, ""):
        return None
    try:
        return local_time(str(value))
    except ValueError:
        raise InputError(f"第 {number} 行的 time 看不懂：请写成 2026-05-29T09:00 这样。") from None


def dump(value: Mapping[str, Any]) -> str:
    """One line of JSON as it is printed."""
    return json.dumps(value, ensure_ascii=False)


def _told(value: Any, fields: str) -> dict[str, Any]:
    """These fields of a value, in this order."""
    whole = asdict(value)
    return {name: whole[name] for name in fields.split()}


def report_json(report: Report) -> dict[str, Any]:
    return _told(report, "title text facts missing conflicts unused checks")


def draft_json(engine: str, reports: Sequence[Report]) -> dict[str, Any]:
    return {"engine": engine, "reports": [report_json(report) for report in reports]}


def answer_json(answer: "Answer") -> dict[str, Any]:
    citations = [_told(citation, "document title clause quote in_force page") for citation in answer.citations]
    return {"answer": answer.text, **_told(answer, "refused engine"), "citations": citations}


def refusal_json(reason: str) -> dict[str, Any]:
    """The line for a question that cannot be served, where each question must get one."""
    return {"answer": reason, "refused": True, "engine": "offline", "citations": []}


def judgement_json(judgement: "Judgement") -> dict[str, Any]:
    whole = _told(judgement, "passed empty_ratio sentences findings")
    return {**whole, "empty_ratio": round(judgement.empty_ratio, 4)}


# An item of the ledger is a record of the house as an adopted report is; its id tells the two apart.
KINDS = {"ledger": "report"}


def section_json(section: "Section") -> dict[str, Any]:
    sources = [{**_told(one, "kind id quote"), "kind": KINDS.get(one.kind, one.kind)} for one in section.sources]
    return {**_told(section, "title text"), "sources": sources, **_told(section, "gaps checks engine")}
