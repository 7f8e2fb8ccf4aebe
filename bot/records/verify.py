"""Proof that the logs were not changed: every hash and every state is computed again from what is stored."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from bot.domain.ledger import items as ledger
from bot.domain.submissions.lifecycle import Event, Kind, Standing, State, fold, tally
from bot.errors import IllegalStep
from bot.records import ledger_schema as b
from bot.records import log_schema as s
from bot.records.codec import load_as
from bot.records.log import digest, link
from bot.records.store import Store


@dataclass(slots=True)
class Verdict:
    """What was looked at, how many stand where, and everything that is amiss."""

    reports: int = 0
    events: int = 0
    tally: dict[State, int] = field(default_factory=dict)
    entries: int = 0
    items: dict[ledger.State, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


async def verify(store: Store) -> Verdict:
    """Read the logs whole and compute them again."""
    return await store.read(_verify)


def _verify(connection: Connection) -> Verdict:
    verdict = Verdict()
    _verify_reports(connection, verdict)
    _verify_ledger(connection, verdict)
    return verdict


def _verify_reports(connection: Connection, verdict: Verdict) -> None:
    bodies = {row.sha256: row.body for row in connection.execute(select(s.frozen_reports))}
    verdict.reports = len(bodies)
    for name, body in bodies.items():
        if digest(body) != name:
            verdict.faults.append(f"定稿 {name[:12]} 的内容与指纹不符")
    standings = []
    for row in connection.execute(select(s.submissions).order_by(s.submissions.c.id)).all():
        standing = _verify_report(connection, row.id, verdict, bodies)
        if standing is None or (standing.state, standing.seq) != (row.state, row.seq):
            verdict.faults.append(f"报送 {row.id} 登记为“{row.state}”，与日志不符")
        if standing is not None:
            standings.append(standing)
    verdict.tally = tally(standings)


def _verify_report(
    connection: Connection, submission_id: str, verdict: Verdict, bodies: dict[str, str]
) -> Standing | None:
    """Recompute one chain of events; None where they tell no possible story."""
    e = s.submission_events.c
    rows = connection.execute(
        select(e.seq, e.event, e.hash).where(e.submission_id == submission_id).order_by(e.seq)
    ).all()
    verdict.events += len(rows)
    if fault := _broken(rows, submission_id):
        verdict.faults.append(f"报送 {submission_id} 的{fault}")
        return None
    events = [load_as(Event, row.event) for row in rows]
    lost = [one.sha256[:12] for one in events if one.kind in (Kind.SUBMITTED, Kind.EDITED) and one.sha256 not in bodies]
    verdict.faults += [f"报送 {submission_id} 的定稿 {name} 不见了" for name in lost]
    try:
        return fold(events)
    except IllegalStep as problem:
        verdict.faults.append(f"报送 {submission_id} 的日志前后不通：{problem.user_message}")
        return None


def _verify_ledger(connection: Connection, verdict: Verdict) -> None:
    counted: Counter[ledger.State] = Counter()
    for row in connection.execute(select(b.ledger_items).order_by(b.ledger_items.c.id)).all():
        standing = _verify_item(connection, row.id, verdict)
        if standing is None or (standing.state, standing.seq) != (row.state, row.seq):
            verdict.faults.append(f"台账 {row.id} 登记为“{row.state}”，与日志不符")
        if standing is not None:
            counted[standing.state] += 1
    verdict.items = {state: counted[state] for state in ledger.State if counted[state]}


def _verify_item(connection: Connection, item_id: str, verdict: Verdict) -> ledger.Standing | None:
    """As a report's chain."""
    e = b.ledger_events.c
    rows = connection.execute(select(e.seq, e.event, e.hash).where(e.item_id == item_id).order_by(e.seq)).all()
    verdict.entries += len(rows)
    if fault := _broken(rows, item_id):
        verdict.faults.append(f"台账 {item_id} 的{fault}")
        return None
    try:
        return ledger.fold(load_as(ledger.Event, row.event) for row in rows)
    except IllegalStep as problem:
        verdict.faults.append(f"台账 {item_id} 的日志前后不通：{problem.user_message}")
        return None


def _broken(rows: Iterable[Any], first: str) -> str:
    """Where the chain of (seq, event, hash) breaks; empty where it holds."""
    before = first
    for number, row in enumerate(rows, start=1):
        if row.seq != number or link(before, row.event) != row.hash:
            return f"第{number}条日志被改动或缺失"
        before = row.hash
    return ""
