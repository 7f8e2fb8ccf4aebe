"""Proof that the log was not changed: every hash and every state is computed again from what is stored."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from bot.domain.lifecycle import Event, IllegalStep, Kind, Standing, State, fold, tally
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
    faults: list[str] = field(default_factory=list)


async def verify(store: Store) -> Verdict:
    """Read the whole log and compute it again."""
    return await store.read(_verify)


def _verify(connection: Connection) -> Verdict:
    verdict = Verdict()
    bodies = {row.sha256: row.body for row in connection.execute(select(s.frozen_reports))}
    verdict.reports = len(bodies)
    for name, body in bodies.items():
        if digest(body) != name:
            verdict.faults.append(f"定稿 {name[:12]} 的内容与指纹不符")
    standings = []
    for row in connection.execute(select(s.submissions).order_by(s.submissions.c.id)).all():
        standing = _verify_one(connection, row.id, verdict, bodies)
        if standing is None or (standing.state, standing.seq) != (row.state, row.seq):
            verdict.faults.append(f"报送 {row.id} 登记为“{row.state}”，与日志不符")
        if standing is not None:
            standings.append(standing)
    verdict.tally = tally(standings)
    return verdict


def _verify_one(
    connection: Connection, submission_id: str, verdict: Verdict, bodies: dict[str, str]
) -> Standing | None:
    """Recompute one chain of events; None where they tell no possible story."""
    e = s.submission_events.c
    rows = connection.execute(
        select(e.seq, e.event, e.hash).where(e.submission_id == submission_id).order_by(e.seq)
    ).all()
    verdict.events += len(rows)
    before = submission_id
    for number, row in enumerate(rows, start=1):
        if row.seq != number or link(before, row.event) != row.hash:
            verdict.faults.append(f"报送 {submission_id} 的第{number}条日志被改动或缺失")
            return None
        before = row.hash
    events = [load_as(Event, row.event) for row in rows]
    lost = [one.sha256[:12] for one in events if one.kind in (Kind.SUBMITTED, Kind.EDITED) and one.sha256 not in bodies]
    verdict.faults += [f"报送 {submission_id} 的定稿 {name} 不见了" for name in lost]
    try:
        return fold(events)
    except IllegalStep as problem:
        verdict.faults.append(f"报送 {submission_id} 的日志前后不通：{problem.user_message}")
        return None
