"""The evaluation questions are well made: clauses exist and hold the wanted words, no kind is missing."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parents[1] / "knowledge" / "policies"
CORPUS = HERE.parents[2] / "shared" / "corpus" / "policies"
SETS = {
    "questions_corpus": CORPUS,
    "questions_versions": CORPUS,
    "questions_later_laws": CORPUS,
    "questions_starter": KNOWLEDGE,
    "questions_later_starter": KNOWLEDGE,
}
FRESH = {
    "questions_first_laws": CORPUS,
    "questions_second_laws": CORPUS,
    "questions_third_laws": CORPUS,
    "questions_fourth_laws": CORPUS,
    "questions_fifth_laws": CORPUS,
    "questions_sixth_laws": CORPUS,
    "questions_ninth_laws": CORPUS,
    "questions_tenth_laws": CORPUS,
    "questions_eleventh_laws": CORPUS,
    "questions_twelfth_laws": CORPUS,
    "questions_thirteenth_laws": CORPUS,
    "questions_fourteenth_laws": CORPUS,
    "questions_fifteenth_laws": CORPUS,
    "questions_sixteenth_laws": CORPUS,
    "questions_seventeenth_laws": CORPUS,
    "questions_first_starter": KNOWLEDGE,
    "questions_second_starter": KNOWLEDGE,
    "questions_third_starter": KNOWLEDGE,
    "questions_fourth_starter": KNOWLEDGE,
    "questions_ninth_starter": KNOWLEDGE,
}
"""Written before they were tried; whole sets are new, so nothing in them is split."""
EVERY = {**SETS, **FRESH}
KINDS = {"plain", "colloquial", "misspelt", "past", "follow_up", "unanswerable", "version", "both"}
ARTICLE = re.compile(r"^第[一二三四五六七八九十百零]+条")
POINT = re.compile(r"^（[一二三四五六七八九十]+）")


def questions(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return loaded


@cache
def clauses(path: Path) -> dict[str, str]:
    """Address → words, cut plainly at 第N条 or at 一、（一）, apart from the product's own splitter."""
    found: dict[str, str] = {}
    heading = address = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            heading, address = line.lstrip("# ").split("、")[0], ""
        elif article := ARTICLE.match(line):
            address = article[0]
        elif (point := POINT.match(line)) and path.parent == KNOWLEDGE:
            address = f"{heading}、{point[0]}"
        if address:
            found[address] = found.get(address, "") + re.sub(r"\s", "", line)
    return found


def holders(name: str, case: dict[str, Any]) -> list[Path]:
    """The files that a case points at: by name, and by the year in force where there are several."""
    stem = re.compile(rf"{re.escape(case['document'])}(\(.*\))?$")
    files = [f for f in EVERY[name].glob("*.md") if stem.match(f.stem)]
    return [f for f in files if case.get("in_force", "") in f.stem]


def skip_without(name: str) -> None:
    if not EVERY[name].exists():
        pytest.skip("the shared corpus is not beside the project")


@pytest.mark.parametrize("name", EVERY)
def test_every_answer_stands_in_the_clause_that_the_question_names(name: str) -> None:
    skip_without(name)
    for case in questions(name):
        if case.get("unanswerable"):
            continue
        for wanted in [case, *case.get("and", [])]:
            files = holders(name, wanted)
            assert len(files) == 1, f"{case['id']}: {files}"
            words = clauses(files[0]).get(wanted["clause"], "")
            assert words, f"{case['id']}: no {wanted['clause']} in {files[0].stem}"
            for alternatives in wanted["must"]:
                assert any(re.sub(r"\s", "", a) in words for a in alternatives), f"{case['id']}: {alternatives}"


@pytest.mark.parametrize("name", EVERY)
def test_accepted_alternatives_and_superseded_documents_exist(name: str) -> None:
    skip_without(name)
    for case in questions(name):
        for other in case.get("also", []):
            path = EVERY[name] / f"{other['document']}.md"
            assert other["clause"] in clauses(path), case["id"]
        for old in case.get("superseded", []):
            assert (EVERY[name] / f"{old}.md").exists(), case["id"]


def test_each_kind_of_question_is_there_in_number() -> None:
    every = [q for name in EVERY for q in questions(name)]
    kinds = Counter(q["kind"] for q in every)
    assert set(kinds) == KINDS
    assert len(every) >= 150
    assert kinds["unanswerable"] >= 30
    assert kinds["follow_up"] >= 20
    assert kinds["colloquial"] + kinds["misspelt"] >= 20
    assert sum("superseded" in q or q["kind"] == "past" for q in every) >= 30


def test_thirty_rules_that_have_an_older_text_are_asked_in_three_wordings() -> None:
    asked: dict[str, set[str]] = {}
    for case in questions("questions_versions"):
        asked.setdefault(case["id"][:-1], set()).add(case["question"])
        assert case["superseded"], case["id"]
    assert len(asked) >= 30
    assert {len(wordings) for wordings in asked.values()} == {3}


def test_ids_and_questions_are_unique_and_follow_ups_name_what_they_follow() -> None:
    every = [q for name in EVERY for q in questions(name)]
    assert len({q["id"] for q in every}) == len(every)
    assert len({(q["question"], q.get("previous")) for q in every}) == len(every)
    assert [q["id"] for q in every if ("previous" in q) != (q["kind"] == "follow_up")] == []


def test_every_kind_is_split_in_halves_for_tuning_and_for_judging() -> None:
    for name in SETS:
        for kind in {q["kind"] for q in questions(name)}:
            split = Counter(q["split"] for q in questions(name) if q["kind"] == kind)
            assert set(split) == {"dev", "unseen"}, (name, kind)
            assert 0 <= split["dev"] - split["unseen"] <= 3, (name, kind)


def test_an_unanswerable_question_names_no_clause() -> None:
    for name in SETS:
        for case in questions(name):
            assert bool(case.get("unanswerable")) == (case["kind"] == "unanswerable")
            assert ("clause" in case) != bool(case.get("unanswerable"))


def test_a_question_about_the_past_names_a_text_out_of_force() -> None:
    for case in (q for name in EVERY for q in questions(name) if q["kind"] == "past"):
        assert "in_force" not in case, case["id"]
        assert re.search(r"\d{4}|旧", case["document"]), case["id"]
