"""Proof that the logs were not changed: every hash and every state is computed again from what is stored."""

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from bot.domain.ledger.items import State as Settled
from bot.domain.submissions.lifecycle import Kind, State, tally
from bot.errors import IllegalStep
from bot.records import log_schema as s
from bot.records.chain import Chain, Event, Standing, broken, digest
from bot.records.ledger import LEDGER
from bot.records.log import LOG
from bot.records.store import Store


@dataclass(slots=True)
class Verdict:
    """What was looked at, how many stand where, and everything that is amiss."""

    reports: int = 0
    events: int = 0
    tally: dict[State, int] = field(default_factory=dict)
    entries: int = 0
    items: dict[Settled, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


async def verify(store: Store) -> Verdict:
    """Read the logs whole and compute them again."""
    return await store.read(_verify)


def _verify(connection: Connection) -> Verdict:
    verdict = Verdict()
    _verify_reports(connection, verdict)
    verdict.entries, items, _ = _proven(connection, LEDGER, "台账", verdict)
    counted = Counter(one.state for one in items)
    verdict.items = {state: counted[state] for state in Settled if counted[state]}
    return verdict


def _verify_reports(connection: Connection, verdict: Verdict) -> None:
    bodies = {row.sha256: row.body for row in connection.execute(select(s.frozen_reports))}
    verdict.reports = len(bodies)
    verdict.faults += [f"定稿 {name[:12]} 的内容与指纹不符" for name, body in bodies.items() if digest(body) != name]
    verdict.events, standings, logs = _proven(connection, LOG, "报送", verdict)
    verdict.tally = tally(standings)
    for thing, events in logs.items():
        texts = [one.sha256 for one in events if one.kind in (Kind.SUBMITTED, Kind.EDITED)]
        verdict.faults += [f"报送 {thing} 的定稿 {name[:12]} 不见了" for name in texts if name not in bodies]


def _proven(
    connection: Connection, chain: Chain[Event, Standing], called: str, verdict: Verdict
) -> tuple[int, list[Standing], dict[str, list[Event]]]:
    """How many events a log has, how everything in it stands, computed again, and the events of chains that hold."""
    count, standings, logs = 0, [], {}
    for row in connection.execute(select(chain.things).order_by(chain.things.c.id)).all():
        rows = chain.rows(connection, row.id)
        count += len(rows)
        standing = None
        if fault := broken(rows, row.id):
            verdict.faults.append(f"{called} {row.id} 的{fault}")
        else:
            logs[row.id] = chain.read(rows)
            try:
                standing = chain.fold(logs[row.id])
            except IllegalStep as problem:
                verdict.faults.append(f"{called} {row.id} 的日志前后不通：{problem.user_message}")
        if standing is None or (standing.state, standing.seq) != (row.state, row.seq):
            verdict.faults.append(f"{called} {row.id} 登记为“{row.state}”，与日志不符")
        if standing is not None:
            standings.append(standing)
    return count, standings, logs
