"""Spans of time as summaries name them: 2026年上半年, 三季度, 10月, 全年."""

import re
from datetime import datetime

from bot.domain.numerals import han_value

_HALVES = {"上": (1, 6), "下": (7, 12)}


def months(period: str, now: datetime) -> tuple[int, int, int] | None:
    """(year, first month, last month), or None where no span is named."""
    year = _year(period, now)
    half = re.search(r"([上下])半年", period)
    if half:
        return year, *_HALVES[half[1]]
    running = re.search(r"前([一二两三])个?季度", period)
    if running:
        return year, 1, 3 * "一二三".index(running[1].replace("两", "二")) + 3
    quarter = re.search(r"(?:第)?([一二三四1-4])季度", period)
    if quarter:
        last = 3 * int(quarter[1] if quarter[1].isdigit() else han_value(quarter[1]) or 1)
        return year, last - 2, last
    spread = re.search(r"(\d{1,2})月?(?:至|到|-|—|–)(\d{1,2})月", period)
    if spread:
        return year, int(spread[1]), int(spread[2])
    month = re.search(r"(\d{1,2})月", period)
    if month:
        return year, int(month[1]), int(month[1])
    return (year, 1, 12) if re.search(r"年", period) else None


def _year(period: str, now: datetime) -> int:
    written = re.search(r"(20\d\d)年?", period)
    if written:
        return int(written[1])
    return now.year - 1 if re.search(r"去年|上年", period) else now.year


def within(period: str, at: datetime | None, now: datetime) -> bool:
    """Whether a moment lies in the period; what has no time, or no period to keep to, does."""
    span = months(period, now)
    if span is None or at is None:
        return True
    year, first, last = span
    return at.year == year and first <= at.month <= last
