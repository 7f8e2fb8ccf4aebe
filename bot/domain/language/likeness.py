"""Whether two reports tell of the same event: same day, and mostly the same names, figures and words."""

import re
from datetime import date, datetime

from bot.domain.language.dates import moments

_SAME = 0.5
_NEARLY = 0.75


def day_of(text: str, submitted: datetime) -> date | None:
    """The day that the report tells of: the first that its opening names."""
    found = moments(text[:80], submitted, past=True)
    day = next((moment.day for moment in found if moment.kind == "day" and moment.day), None)
    if day and day > submitted.date():
        # 12月30日 in a report of January: what is told lies behind us. The 29th of February has no such day.
        return None if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
    return day


def same_event(one: str, other: str, *, days: tuple[date | None, date | None]) -> bool:
    """On the same day half of the words are enough; where a day is not told, nearly all must agree.

    Two reports of different days are two events, however alike: 第一期 and 第二期 of one course.
    """
    if all(days) and days[0] != days[1]:
        return False
    return overlap(one, other) >= (_SAME if all(days) else _NEARLY)


def overlap(one: str, other: str) -> float:
    """The share of the shorter text's word pairs that the other holds too."""
    a, b = _pairs(one), _pairs(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _pairs(text: str) -> set[str]:
    plain = re.sub(r"[^\w]", "", re.sub(r"\d{1,2}月\d{1,2}日", "", text))
    return {plain[i : i + 2] for i in range(len(plain) - 1)}
