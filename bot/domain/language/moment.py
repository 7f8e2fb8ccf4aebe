"""A time expression of a text: where it stands, how a report writes it, the days it names."""

from dataclasses import dataclass
from datetime import date

from bot.domain.language.numerals import HAN, han_value

# A number of up to two places, in digits or Chinese figures, and the words between the ends of a span.
NUMBER = rf"(?:\d{{1,2}}|[{HAN[2:]}]{{1,3}})"
TO = r"\s*(?:至|到|-|－|—|~|～|和(?=\d+[日号]))\s*"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression at [start, end). `written` is how the report writes it, `day` the first day it names.

    `kind` is "day", "month", "year", "clock", "part" (上午) or "vague"; `due` marks a limit (月底前).
    """

    start: int
    end: int
    kind: str
    written: str
    day: date | None = None
    last: date | None = None
    due: bool = False


def number(text: str) -> int:
    """The value of a NUMBER; -1 where it is none."""
    value = float(text) if text.isdigit() else han_value(text)
    return int(value) if value is not None else -1


def month_day(day: date) -> str:
    """10月8日."""
    return f"{day.month}月{day.day}日"


def full_day(day: date) -> str:
    """2026年10月8日."""
    return f"{day.year}年{month_day(day)}"


def written_day(day: date, base: date) -> str:
    """10月8日, with its year where that is far from `base`."""
    far = abs((day - base).days) > 300 and day.year != base.year
    return full_day(day) if far else month_day(day)


def safe_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):  # 九千亿号
        return None


def written_span(first: date, last: date | None, base: date) -> str:
    """3月1日至5日; one day alone where there is no other last day."""
    text = written_day(first, base)
    if last and last != first:
        text += f"至{last.day}日" if last.month == first.month else f"至{last.month}月{last.day}日"
    return text
