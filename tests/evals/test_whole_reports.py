"""Whole reports with faults put in by hand, and reports without one: what the checker says of the text as a whole."""

import json

import pytest

from bot.domain.plain.plain_talk import judge
from tests.evals.judgement import HERE

REPORTS = json.loads((HERE / "whole_reports.json").read_text("utf-8"))


@pytest.mark.parametrize("report", REPORTS, ids=[r["id"] for r in REPORTS])
def test_the_faults_put_in_are_found_and_no_others(report: dict[str, object]) -> None:
    assert sorted(f.rule for f in judge(str(report["text"])).findings) == report["findings"]
