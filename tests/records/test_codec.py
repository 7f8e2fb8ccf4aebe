"""Domain values survive the way into a column and back, also where a field was added meanwhile."""

import json
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.passages import Answer, Document
from bot.domain.notes.report import Report
from bot.records.codec import dump, load_as


@pytest.mark.slow
@given(st.from_type(Report))
def test_any_report_comes_back_as_it_was(report: Report) -> None:
    assert load_as(Report, dump(report)) == report


@given(st.from_type(Answer))
def test_any_answer_comes_back_as_it_was(answer: Answer) -> None:
    assert load_as(Answer, dump(answer)) == answer


def test_dates_come_back_as_dates() -> None:
    document = Document(id="1", name="甲", title="甲", sha256="0", dated=date(2026, 11, 22))
    assert load_as(Document, dump(document)).dated == date(2026, 11, 22)


def test_a_field_that_older_rows_lack_takes_its_default_and_a_dropped_one_is_ignored() -> None:
    @dataclass(frozen=True)
    class Newer:
        title: str
        added: int = 3

    old = json.dumps({"title": "甲", "dropped": True})
    assert load_as(Newer, old) == Newer("甲", 3)
