"""Seeded faults against the fact lock, and good reports wrongly blocked. seeding.py makes the faults.

In reports that an editor signed; in drafts written by hand, in words of their own (good_drafts.json); then in the
writer's own clean drafts of the later note sets, which have no lists of people and places.
"""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.domain.notes.note import Note
from tests.evals.drafts import written
from tests.evals.judgement import HERE, Case, cases, good, judge
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
    "unmarked": "计划没写明是计划",
    "praise": "无中生有的好评",
}
BARS = dict.fromkeys(("figure", "date", "name", "place"), 1.0) | {"borrowed": 0.95, "done": 0.95}
BY_HAND = BARS | {"borrowed": 0.85, "done": 0.9}
LATER = ("fresh", "new", "traps", "snares")


def findings(case: Case, title: str, text: str) -> tuple[bool, tuple[str, ...]]:
    """Whether the report passes, and everything the checks hold against it."""
    try:
        from bot.domain.lock.checks import check
    except ImportError as error:
        raise Absent("bot.domain.lock.checks 里没有 check") from error
    notes = [Note(m["text"], datetime.fromisoformat(m["time"]), m["from"]) for m in case["messages"]]
    checks = check(title, text, notes, unit=case["unit"], now=datetime.fromisoformat(case["now"]))
    return checks.passed, (*checks.ungrounded, *checks.empty)


def caught(fault: Fault, before: Sequence[str]) -> bool:
    """Blocked, and for something that the signed report was not blamed for."""
    passed, after = findings(fault.case, fault.title, fault.text)
    return not passed and bool(set(after) - set(before))


def run() -> list[Measure]:
    signed = good("dev") | good("unseen")
    later, drafts = clean_drafts()
    return [
        *rows("人写的稿：", *by_hand(), BY_HAND, 0.03),
        *rows("", cases("dev") + cases("unseen"), signed, BARS),
        *rows("后写的稿：", later, drafts, {"figure": 1.0}),
    ]


def by_hand(batch: str = "") -> tuple[list[Case], dict[str, list[Case]]]:
    """Drafts written by hand from the notes of the later sets, and their cases; one batch of them, or all."""
    written_by_hand = [d for d in json.loads((HERE / "good_drafts.json").read_text("utf-8")) if batch in d["batch"]]
    sets = {name: {c["id"]: c for c in cases(name)} for name in {d["case"].partition(":")[0] for d in written_by_hand}}
    among = []
    for draft in written_by_hand:
        name, _, id = draft["case"].partition(":")
        told = {"people": draft.get("people", []), "places": draft.get("places", [])}
        among.append({**sets[name][id], "id": draft["case"], **told, "must_not_assert_done": draft.get("plans", [])})
    return among, {d["case"]: [{"title": d["title"], "text": d["text"]}] for d in written_by_hand}


def clean_drafts() -> tuple[list[Case], dict[str, list[Case]]]:
    """The cases of the later sets whose drafts have nothing wrong, and those drafts."""
    among, drafts = [], {}
    for name in LATER:
        found = cases(name)
        for case, reports in zip(found, asyncio.run(written(found)), strict=True):
            if not judge(case, reports).wrong:
                among.append({**case, "id": f"{name}:{case['id']}"})
                drafts[f"{name}:{case['id']}"] = [{"title": r["title"], "text": r["text"]} for r in reports]
    return among, drafts


def rows(
    label: str, among: Sequence[Case], signed: dict[str, list[Case]], bars: dict[str, float], most: float = 0.02
) -> list[Measure]:
    """What is caught of each kind of fault, and how many of the reports are held up without one."""
    verdicts = {(c["id"], r["title"]): findings(c, r["title"], r["text"]) for c in among for r in signed[c["id"]]}
    found = []
    for kind, group in groupby(seeded(among, signed, SEED), key=lambda fault: fault.kind):
        hits = [caught(f, verdicts[f.case["id"], f.title][1]) for f in group]
        rate, about = sum(hits) / len(hits), f"{label}{NAMES[kind]}（{len(hits)} 处）"
        found.append(at_least(about, rate, bars[kind]) if kind in bars else Measure(about, f"{rate:.1%}"))
    blocked = [key for key, (passed, _) in verdicts.items() if not passed]
    return [*found, at_most(f"{label}好稿误拦（{len(verdicts)} 篇）", len(blocked) / len(verdicts), most)]
