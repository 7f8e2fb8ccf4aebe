"""The synonym list is readable by people and by the library; the catalogue lists exactly what is there."""

import re
from pathlib import Path

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def rows() -> list[list[str]]:
    lines = (KNOWLEDGE / "synonyms.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def test_every_row_has_a_term_its_synonyms_and_at_most_a_note() -> None:
    assert len(rows()) >= 60
    assert [row for row in rows() if len(row) not in (2, 3) or not row[0].strip()] == []
    assert [row for row in rows() if not all(word.strip() for word in row[1].split("、"))] == []


def test_a_term_is_listed_once() -> None:
    terms = [row[0] for row in rows()]
    assert sorted(terms) == sorted(set(terms))


def test_the_catalogue_lists_every_document_and_nothing_else() -> None:
    catalogue = (KNOWLEDGE / "catalogue.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| ((?:policies|summaries)/[^|]+?) \|", catalogue, re.MULTILINE))
    present = {
        p.relative_to(KNOWLEDGE).as_posix()
        for folder in ("policies", "summaries")
        for p in (KNOWLEDGE / folder).glob("*.md")
    }
    assert listed == present


def test_the_catalogue_says_what_is_missing_and_how_to_add() -> None:
    catalogue = (KNOWLEDGE / "catalogue.md").read_text(encoding="utf-8")
    for heading in ("## 核实级别", "## 收了什么", "## 没有收什么", "## 怎么加"):
        assert heading in catalogue
