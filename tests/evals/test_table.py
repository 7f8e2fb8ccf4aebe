"""`python -m tests.evals` collects what is here, says what is absent, and fails on a missed bar."""

import pytest

from tests.evals import __main__ as table
from tests.evals.measures import Absent, Measure, at_least, at_most, none_of


def test_every_evaluation_beside_it_takes_part() -> None:
    assert {"drafts", "faults", "uhgeval"} <= set(table.names())
    assert "judgement" not in table.names()


def test_an_unknown_name_is_refused_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert table.main(["nothing"]) == 2
    assert "drafts" in capsys.readouterr().out


def test_bars_are_met_at_the_bar_itself() -> None:
    assert [at_least("", 0.9, 0.9).met, at_most("", 0.08, 0.08).met, none_of("", 0).met] == [True] * 3
    assert [at_least("", 0.89, 0.9).met, at_most("", 0.09, 0.08).met, none_of("", 1).met] == [False] * 3


@pytest.mark.parametrize(("met", "status"), [(True, 0), (False, 1), (None, 0)])
def test_a_missed_bar_is_the_exit_status(monkeypatch: pytest.MonkeyPatch, met: bool | None, status: int) -> None:
    monkeypatch.setattr(table, "rows_of", lambda name: [Measure(name, "1", "1", met)])
    assert table.main(["drafts"]) == status


def test_what_is_absent_is_skipped_aloud(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def absent(name: str) -> list[Measure]:
        raise Absent("没有测试集")

    monkeypatch.setattr(table, "rows_of", absent)
    assert table.main(["uhgeval"]) == 0
    assert "跳过 uhgeval：没有测试集" in capsys.readouterr().out
