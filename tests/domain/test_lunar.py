"""Lunar days are days of the year, seen from the day on which they are said."""

from datetime import date, datetime

import pytest

from bot.domain.language import lunar
from bot.domain.language.dates import moments
from bot.domain.notes.plans import is_plan


@pytest.mark.parametrize(
    ("text", "said", "day"),
    [
        ("大年初三", date(2026, 2, 19), date(2026, 2, 19)),
        ("腊月二十三", date(2026, 2, 10), date(2026, 2, 10)),
        ("正月十五", date(2026, 3, 3), date(2026, 3, 3)),
        ("九月初九", date(2026, 10, 20), date(2026, 10, 18)),
        ("年三十", date(2025, 2, 1), date(2025, 1, 28)),
        ("六月初六", date(2025, 7, 1), date(2025, 6, 30)),
        ("八月初一", date(2025, 9, 22), date(2025, 9, 22)),
    ],
)
def test_a_lunar_day_is_found(text: str, said: date, day: date) -> None:
    assert lunar.read(text, said) == day


def test_a_range_of_lunar_days_is_written_as_days() -> None:
    found = moments("重阳戏会从九月初七唱到初九", datetime(2026, 10, 18, 19), past=True)
    assert [m.written for m in found] == ["10月16日至18日"]


@pytest.mark.parametrize(("text", "plan"), [("小年那天还来包饺子", True), ("腊八那天熬了粥", False)])
def test_a_festival_to_come_makes_a_plan(text: str, plan: bool) -> None:
    assert is_plan(text, datetime(2026, 1, 28, 17)) is plan
