"""300 seeded faults against the fact lock, and good reports wrongly blocked. seeding.py makes the faults."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.domain.notes import Note
from tests.evals.judgement import Case, cases, good
from tests.evals.measures import Absent, Measure, at_least, at_most
from tests.evals.seeding import Fault, seeded

SEED = 20261122
NAMES = {
    "figure": "错数字",
    "borrowed": "张冠李戴的数字",
    "date": "错日期",
    "name": "错人名",
    "place": "错地名",
    "done": "计划当已办",
    "praise": "无中生有的好评",
}
ALL_CAUGHT = {"figure", "date", "name", "place"}


def findings(case: Case, title: str, text: str) -> tuple[bool, tuple[str, ...]]:
    """Whether the report passes, and everything the checks hold against it."""
    try:
        from bot.domain.checks import check
    except ImportError as error:
        raise Absent("bot.domain.checks 里没有 check") from error
    notes = [Note(m["text"], datetime.fromisoformat(m["time"]), m["from"]) for m in case["messages"]]
    checks = check(title, text, notes, unit=case["unit"], now=datetime.fromisoformat(case["now"]))
    return checks.passed, (*checks.ungrounded, *checks.empty)


def caught(fault: Fault, before: Sequence[str]) -> bool:
    """Blocked, and for something that the signed report was not blamed for."""
    passed, after = findings(fault.case, fault.title, fault.text)
    return not passed and bool(set(after) - set(before))


def run() -> list[Measure]:
    among = cases("dev") + cases("unseen")
    signed = good("dev") | good("unseen")
    verdicts = {
        (c["id"], r["title"]): findings(c, r["title"], r["text"]) for c in among for r in signed[c["id"]]
    }
    rows = []
    for kind, group in groupby(seeded(among, signed, SEED), key=lambda fault: fault.kind):
        hits = [caught(f, verdicts[f.case["id"], f.title][1]) for f in group]
        rate, label = sum(hits) / len(hits), f"{NAMES[kind]}（{len(hits)} 处）"
        rows.append(at_least(label, rate, 1.0) if kind in ALL_CAUGHT else Measure(label, f"{rate:.1%}"))
    blocked = [key for key, (passed, _) in verdicts.items() if not passed]
    return [*rows, at_most(f"好稿误拦（{len(verdicts)} 篇）", len(blocked) / len(verdicts), 0.02)]
