"""Spans of time as summaries name them: 2026年上半年, 三季度, 10月, 全年."""

import re
from datetime import date, datetime, timedelta

from bot.domain.language.numerals import han_value

_HALVES = {"上": (1, 6), "下": (7, 12)}
MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
"""The number of a month, in figures or in words."""
_MOST_MONTHS = 12


def months(period: str, now: datetime) -> tuple[int, int, int] | None:
    """(year, first month, last month), or None where no span is named."""
    year = _year(period, now)
    half = re.search(r"([上下])半年", period)
    if half:
        return year, *_HALVES[half[1]]
    running = re.search(r"前([一二两三1-3])个?季度", period)
    if running:
        return year, 1, 3 * _value(running[1])
    quarters = re.search(r"([一二三四1-4])个?季度(?:至|到|-|—|–|~)第?([一二三四1-4])个?季度", period)
    if quarters:
        return year, 3 * _value(quarters[1]) - 2, 3 * _value(quarters[2])
    quarter = re.search(r"(?:第)?([一二三四1-4])个?季度", period)
    if quarter:
        last = 3 * _value(quarter[1])
        return year, last - 2, last
    first = re.search(r"(?:头|前)([一二两三四五六七八九十]|1[0-2]|[1-9])个月", period)
    if first:
        return year, 1, _value(first[1])
    spread = re.search(rf"({MONTH})月?份?(?:写|算)?(?:至|到|-|—|–|~)({MONTH})月", period)
    if spread:
        return year, _value(spread[1]), _value(spread[2])
    month = re.search(rf"({MONTH})月", period)
    if month:
        return year, _value(month[1]), _value(month[1])
    return (year, 1, 12) if re.search(r"年", period) else None


_NEAR = re.compile(
    r"(?:(?P<before>上)一?个?|这一?个?|本)(?P<unit>月|季度)(?!\d)|(?:这|近|最近)(?P<count>[一二两三四五六七八九十1-9])个月"
)


def near(words: str, today: date) -> tuple[date, date] | None:
    """The days of a month or a quarter counted from now: 上个月, 这一季度, 近三个月."""
    found = _NEAR.search(words)
    if not found:
        return None
    if found["count"]:
        index = today.year * 12 + today.month - _value(found["count"])
        return date(index // 12, index % 12 + 1, 1), whole_months(today.year, today.month, today.month)[1]
    size = 1 if found["unit"] == "月" else 3
    start = (today.month - 1) // size * size + 1
    if found["before"]:
        last = date(today.year, start, 1) - timedelta(days=1)
        return whole_months(last.year, last.month - size + 1, last.month)
    return whole_months(today.year, start, start + size - 1)


def _value(number: str) -> int:
    """8, 八 and 十一 as months are counted; never more than a year has."""
    return min(int(number) if number.isdigit() else int(han_value(number) or 1), _MOST_MONTHS)


def _year(period: str, now: datetime) -> int:
    written = re.search(r"(20\d\d)年?", period)
    if written:
        return int(written[1])
    return now.year - 1 if re.search(r"去年|上一?年", period) else now.year


def whole_months(year: int, start: int, end: int) -> tuple[date, date]:
    """The first day of one month and the last of another, whichever was said first."""
    start, end = (min(max(month, 1), 12) for month in sorted((start, end)))
    after = date(year + end // 12, end % 12 + 1, 1)
    return date(year, start, 1), after - timedelta(days=1)


def within(period: str, at: datetime | None, now: datetime) -> bool:
    """Whether a moment lies in the period; what has no time, or no period to keep to, does."""
    span = months(period, now)
    if span is None or at is None:
        return True
    year, first, last = span
    return at.year == year and first <= at.month <= last
