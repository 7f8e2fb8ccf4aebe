"""Seeded faults are what they claim to be: one change each, the same for the same seed, and truly wrong."""

import re
from collections import Counter

from tests.evals.judgement import cases, good, judge
from tests.evals.seeding import KINDS, Fault, seeded

AMONG = cases("dev") + cases("unseen")
SIGNED = good("dev") | good("unseen")
FAULTS = seeded(AMONG, SIGNED, 7)


def original(fault: Fault) -> str:
    return next(r["text"] for r in SIGNED[fault.case["id"]] if r["title"] == fault.title)


def test_there_are_330_faults_of_every_kind() -> None:
    assert Counter(f.kind for f in FAULTS) == {kind: count for kind, (_, count) in KINDS.items()}
    assert len(FAULTS) == 330


def test_the_same_seed_gives_the_same_faults() -> None:
    assert seeded(AMONG, SIGNED, 7) == FAULTS
    assert seeded(AMONG, SIGNED, 8) != FAULTS


def test_each_report_is_changed_in_one_place_only() -> None:
    for fault in FAULTS:
        whole = original(fault)
        starts = (m.start() for m in re.finditer(re.escape(fault.was), whole))
        assert fault.text in {whole[:s] + fault.now + whole[s + len(fault.was) :] for s in starts}


def test_a_wrong_figure_or_date_is_one_that_no_note_holds() -> None:
    for fault in FAULTS:
        if fault.kind in ("figure", "date"):
            report = {"title": fault.title, "text": fault.text}
            assert judge(fault.case, [report]).fabricated, (fault.case["id"], fault.was, fault.now)


def test_a_plan_told_as_done_is_seen_by_the_judge() -> None:
    done = [f for f in FAULTS if f.kind == "done"]
    assert all(judge(f.case, [{"title": f.title, "text": f.text}]).undone for f in done)
