"""The last day that words like 8月底前, 下周五前, 10天内 or 三季度末 leave; None where they name no day."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.language.dates import moments
from bot.domain.language.moment import Moment
from bot.domain.language.numerals import whole


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline told at [start, end). `rolled` says that the year was not named and this year's day is past.

    `plain` marks a day without 前 or 底: it is a deadline only where the words around it say so.
    """

    start: int
    end: int
    day: date
    rolled: bool = False
    plain: bool = False


_NUMBER = r"\d{1,3}|[一二两三四五六七八九十半]{1,3}"
# 9月 is a month of the year, 9个月 a spell.
_SPELL = rf"(?P<n>{_NUMBER})\s*个?(?P<unit>工作日|天|日|周|星期|礼拜|(?<=个)月|年)"
_WITHIN = re.compile(rf"{_SPELL}(?:之内|以内|内)")
_LONGER = re.compile(rf"\s*(?!\d+日){_SPELL}")
_MONTH = re.compile(r"(?:(\d{4})年)?(?:\d{1,2}至)?(\d{1,2})月(上旬|中旬|下旬|初|中|底)?(前|起|以来)?")
_ENDS = {"上半年": (6, 30), "下半年": (12, 31), "一季度": (3, 31), "二季度": (6, 30), "三季度": (9, 30)}
_AFTER = re.compile(r"底|末|之?前|以前")


def deadlines(text: str, said: datetime) -> tuple[Due, ...]:
    """Every deadline in the text, left to right. `said` is when the words were said."""
    inside = list(_within(text, said.date()))
    taken = {i for due in inside for i in range(due.start, due.end)}
    told = moments(text, said, plan=True)
    begun = {one.start for one in told}
    named = (_of(text, one, said.date()) for one in told if one.kind != "year" or one.end not in begun)
    found = [due for due in named if due and taken.isdisjoint(range(due.start, due.end))]
    return tuple(sorted((*inside, *found), key=lambda due: due.start))


def longer(text: str, day: date) -> tuple[date, int] | None:
    """The day that lies as much later as the words begin with (延期两周), and where those words end."""
    found = _LONGER.match(text)
    after = _later(found, day) if found else day
    return (after, found.end()) if found and after > day else None


def _within(text: str, today: date) -> Iterator[Due]:
    for found in _WITHIN.finditer(text):
        day = _later(found, today)
        if day > today:
            yield Due(found.start(), found.end(), day)


def _later(spell: re.Match[str], day: date) -> date:
    """The day after so many days, weeks or months."""
    half = spell["n"] == "半"
    number = 0 if half else whole(spell["n"])
    match spell["unit"]:
        case "工作日":
            return _workdays(day, number)
        case "月":
            return day + timedelta(days=15) if half else _months_on(day, number)
        case "年":
            return _months_on(day, 6 if half else 12 * number)
        case unit:
            return day + timedelta(days=number * (1 if unit in "天日" else 7))


def _of(text: str, one: Moment, today: date) -> Due | None:
    """The deadline that a moment names."""
    after = _AFTER.match(text, one.end)
    end = after.end() if after else one.end
    words = text[one.start : one.end]
    day: date | None
    match one.kind:
        case "day" if one.day:
            day, year_named = one.last or one.day, bool(re.search(r"\d{4}", words))
            plain = not (one.due or after)
        case "month":
            day, year_named, plain = _of_month(one, today), "年" in one.written, False
        case "year":
            day, year_named, plain = _of_year(one.written, today), "年" in one.written[1:], False
        case _:
            return None
    if day is None:
        return None
    if text[: one.start].endswith("明年") and not year_named:
        return Due(one.start - 2, end, _safe(today.year + 1, day.month, day.day))
    if day >= today or year_named:
        return Due(one.start, end, day, plain=plain)
    if re.search("周|星期|礼拜", words):
        return Due(one.start, end, day + timedelta(days=7), plain=plain)
    return Due(one.start, end, _safe(day.year + 1, day.month, day.day), rolled=True, plain=plain)


def _of_month(one: Moment, today: date) -> date | None:
    if one.written.startswith(("本周", "下周")):
        sunday = today + timedelta(days=6 - today.weekday())
        return sunday + timedelta(days=7 if one.written.startswith("下") else 0)
    found = _MONTH.fullmatch(one.written)
    if found is None or one.day is None or found[4] in ("起", "以来") or found[3] == "初":
        return None
    year, month = one.day.year, one.day.month
    if found[4] == "前" and not found[3]:
        return one.day - timedelta(days=1)
    return _safe(year, month, {"上旬": 10, "中": 15, "中旬": 20}.get(found[3], 31))


def _of_year(written: str, today: date) -> date | None:
    named = re.match(r"(\d{4})年", written)
    year = int(named[1]) if named else today.year + (1 if written.startswith("明年") else 0)
    if written.startswith(("去年", "前年")):
        return None
    for name, (month, day) in _ENDS.items():
        if name in written:
            return date(year, month, day)
    return date(year, 12, 31) if re.search(r"底|四季度|^(?:今年|明年|\d{4}年)前?$", written) else None


def _safe(year: int, month: int, day: int) -> date:
    """The day, or the last one of its month."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _months_on(today: date, months: int) -> date:
    index = today.year * 12 + today.month - 1 + months
    return _safe(index // 12, index % 12 + 1, today.day)


def _workdays(today: date, number: int) -> date:
    while number > 0:
        today += timedelta(days=1)
        number -= today.weekday() < 5
    return today
