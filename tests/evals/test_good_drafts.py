"""Drafts written by hand: the fact lock lets them pass, and no longer when one thing in them is wrong."""

import pytest

from tests.evals.faults import by_hand, caught, findings
from tests.evals.seeding import KINDS, Fault, seeded

AMONG, DRAFTS = by_hand("second")


@pytest.fixture(scope="module")
def verdicts() -> dict[str, tuple[bool, tuple[str, ...]]]:
    return {c["id"]: findings(c, r["title"], r["text"]) for c in AMONG for r in DRAFTS[c["id"]]}


def test_of_good_drafts_hardly_one_is_held_up(verdicts: dict[str, tuple[bool, tuple[str, ...]]]) -> None:
    held_up = {id: why for id, (passed, why) in verdicts.items() if not passed}
    assert len(verdicts) > 40
    assert len(held_up) <= 2, held_up


@pytest.fixture(scope="module")
def faults() -> list[Fault]:
    return seeded(AMONG, DRAFTS, 3)


@pytest.mark.parametrize("kind", ["figure", "date", "name", "place"])
def test_a_wrong_figure_day_name_or_place_never_passes(
    kind: str, faults: list[Fault], verdicts: dict[str, tuple[bool, tuple[str, ...]]]
) -> None:
    of_kind = [f for f in faults if f.kind == kind][:20]
    assert 0 < len(of_kind) <= KINDS[kind][1]
    missed = [(f.case["id"], f.was, f.now) for f in of_kind if not caught(f, verdicts[f.case["id"]][1])]
    assert missed == []
