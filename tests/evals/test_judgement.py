"""The judgement of drafts finds what is wrong and leaves good reports alone, as the shared scorer does."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.evals.judgement import Case, cases, good, judge

SCORER = Path(__file__).parents[2].parent / "shared" / "evals" / "score_drafts.py"
CASE: Case = {
    "id": "x",
    "now": "2026-04-10T18:00",
    "unit": "旅游科",
    "messages": [{"time": "2026-04-10T10:05", "from": "甲", "text": "演练来了45人，打算月底前再练2回"}],
    "facts": [["45人", "45名"]],
    "forbidden": ["圆满"],
    "must_not_assert_done": ["2回"],
}
GOOD = {"title": "旅游科组织应急演练", "text": "4月10日，旅游科组织应急演练，45人参加。"}


def shared_scorer() -> ModuleType:
    if not SCORER.exists():
        pytest.skip("the shared scorer is not here")
    spec = importlib.util.spec_from_file_location("score_drafts", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["dev", "unseen"])
def test_nothing_is_wrong_with_the_reports_an_editor_signed(name: str) -> None:
    signed = good(name)
    assert {c["id"]: v.wrong for c in cases(name) if (v := judge(c, signed[c["id"]])).wrong} == {}
    assert max(judge(c, signed[c["id"]]).length for c in cases(name)) <= 400


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("45人", "许多人", "lost"),
        ("45人参加", "45人参加，疏散52人", "fabricated"),
        ("参加。", "参加，圆满结束。", "forbidden"),
        ("参加。", "参加。又练2回。", "undone"),
        ("4月10日，", "昨天，", "form"),
        ("参加。", "参加", "form"),
    ],
)
def test_one_fault_is_found_under_its_name(old: str, new: str, kind: str) -> None:
    assert judge(CASE, [GOOD]).wrong == []
    assert getattr(judge(CASE, [GOOD | {"text": GOOD["text"].replace(old, new)}]), kind)


def test_missing_facts_and_conflicts_must_be_flagged() -> None:
    case = CASE | {"missing_any": ["地点"], "conflict": [["45", "52"]], "multi": [[["甲"]], [["乙"]]]}
    assert len(judge(case, [GOOD]).flags) == 3
    flagged = GOOD | {"missing": ["地点"], "conflicts": [{"values": ["45人", "52人"]}]}
    assert judge(case, [flagged, flagged]).flags == []


@pytest.mark.parametrize("name", ["dev", "unseen"])
def test_the_shared_scorer_judges_the_same(name: str) -> None:
    scorer, signed = shared_scorer(), good(name)
    for case, other in zip(cases(name), [*cases(name)[1:], cases(name)[0]], strict=True):
        for reports in (signed[case["id"]], signed[other["id"]]):
            mine = judge(case, reports)
            theirs, _ = scorer.judge(case, {"reports": reports}, 0)
            assert len(mine.lost) == theirs["facts"] - theirs["hits"]
            assert mine.fabricated == theirs["fabricated"]
            assert mine.forbidden == theirs["forbidden"]
            assert sorted(mine.undone) == sorted(theirs["undone"])
            assert len(mine.flags) == len(theirs["flags"])
            assert len(mine.form) == len(theirs["form"])
