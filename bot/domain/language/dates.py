"""Time expressions of chat (今天, 上周五, 15号, 月底前, 上午九点半到十一点) and the days they name.

A day is resolved from the moment at which the message was said, never from a clock.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.domain.language.clocks import clocks
from bot.domain.language.day_patterns import DAY_WORDS
from bot.domain.language.day_words import resolved
from bot.domain.language.moment import Moment, written_span
from bot.domain.language.numbered import numbers_thing
from bot.domain.language.numerals import fold

# 每周三周六, 每月5号、20号: the second is a habit like the first, no day of its own.
_HABIT = re.compile(
    r"(?:[每逢]个?(?:周|星期|礼拜|月)[^，。；\s]{0,5}[、和及与]?|平常|往常|平时|普通|一般)的?$"
    r"|(?:球员|队员|前锋|后卫|中锋|门将|号码)[^，。]{0,6}$"
)

# 一人一月300, 房租一月一交: how often, and not January.
_BY_THE_MONTH = re.compile(r"一月(?:(?=[补发给奖交付]?\d{2,}(?![日号\d]))|一[交付结发缴给换收次])")


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[tuple[Moment, ...], tuple[re.Match[str], ...]]:
    """Clock times, and the words that name a day; what day they mean depends on when and how they were said."""
    times = clocks(text)
    taken = {i for c in times if c.kind == "clock" for i in range(c.start, c.end)}
    days = [
        m
        for m in DAY_WORDS.finditer(text)
        if taken.isdisjoint(range(m.start(), m.end()))
        and not _HABIT.search(text[max(0, m.start() - 14) : m.start()])
        and not (m.lastgroup == "dayno" and numbers_thing(text, m.end()))
        and not _BY_THE_MONTH.match(text, m.start())
    ]
    return tuple(times), tuple(days)


# 今晚, said past midnight, is the evening that is over.
_SMALL_HOURS = 4


@lru_cache(maxsize=4096)
def moments(text: str, said: datetime, *, past: bool = False, plan: bool = False) -> tuple[Moment, ...]:
    """Every time expression of the text, left to right.

    `said` is when the message was said. `past` and `plan` tell whether the clause speaks of something done or
    intended: they decide whether 15号 and 周五 look back or ahead.
    """
    times, days = _found(fold(text))
    found = [_in_office_hours(one, text, said) for one in times]
    for m in days:
        base = said.date()
        if said.hour < _SMALL_HOURS and m["relday"] and m["rel"] == "今晚":
            base -= timedelta(days=1)
        moment = resolved(m, base, past, plan)
        if moment and moment.written is not None:
            found.append(moment)
    return tuple(_merged(sorted(found, key=lambda f: (f.start, -f.end)), text, said.date()))


# 三点开始, told at five: nobody in an office means the small hours.
_AFTERNOON = re.compile(r"[1-5]时")
_BY_NIGHT = re.compile(
    r"凌晨|清[晨早]|早|夜|晚|天[亮没不]|[上中下]午|报警|接警|着火|起火|雨|雪|水位|涨水|值守|值班|巡|睡|震"
)
_NOON = 12


def _in_office_hours(one: Moment, text: str, said: datetime) -> Moment:
    """The hour as one of the afternoon, where it is told without a part of the day by whoever has it behind him."""
    bare = one.kind == "clock" and _AFTERNOON.match(one.written)
    if not bare or said.hour < int(one.written[0]) + _NOON or _BY_NIGHT.search(text):
        return one
    return Moment(one.start, one.end, one.kind, f"下午{one.written}")


def readings(text: str, said: datetime) -> list[Moment]:
    """Every time expression under every reading: told as done, as intended, and neither."""
    if not _found(fold(text))[1]:
        return list(moments(text, said))
    ways = ((True, False), (False, True), (False, False))
    return [m for past, plan in ways for m in moments(text, said, past=past, plan=plan)]


def _merged(found: list[Moment], text: str, base: date) -> list[Moment]:
    """26号27号, 周六周日: days that follow each other, said one behind the other, are one time."""
    joined: list[Moment] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last and last.kind == one.kind == "day" and not (last.due or one.due or last.last or one.last)
            and last.day and one.day == last.day + timedelta(days=1) and text[last.end : one.start] in ("", "、", "和")
        ):  # fmt: skip
            joined[-1] = Moment(last.start, one.end, "day", written_span(last.day, one.day, base), last.day, one.day)
        elif last and last.kind == one.kind == "day" and last.written == one.written and last.end == one.start:
            joined[-1] = Moment(last.start, one.end, "day", one.written, one.day, one.last)  # 今儿个初四
        elif last and (span := _worked(last, one, text, base)):
            joined[-1] = span
        else:
            joined.append(one)
        if _hours_apart(joined[-4:], text):
            first, hour, day, until = joined[-4:]
            same = day.day == first.day
            written = f"{first.written}{hour.written}至{'' if same else day.written}{until.written}"
            joined[-4:] = [Moment(first.start, until.end, "day", written, first.day, day.day)]
    return joined


# 从3月2号干到今天: what was done is said elsewhere.
_FROM = re.compile(r"(?:打?从|自)$")
_UP_TO = re.compile(r"[一-龥]{0,3}?[到至]")
_BEGUN_AND_OVER = re.compile(r"(?:就)?(?:开始|起)(?:的)?[，,]?")
_OVER = re.compile(r"(?:刚|才|全部|就|算|已)*(?:收尾|收工|收官|[一-龥]?完|结束|为止|止)")


def _worked(first: Moment, last: Moment, text: str, base: date) -> Moment | None:
    """3月2日至5月30日 of 从3月2号干到今天; None where the two days make no span."""
    begun = _FROM.search(text[: first.start])
    days = first.kind == last.kind == "day" and not (first.due or last.due or first.last or last.last)
    if begun and first.kind == last.kind == "clock" and "至" not in first.written + last.written:
        if not _UP_TO.fullmatch(text[first.end : last.start]):
            return None
        return Moment(begun.start(), last.end, "clock", f"{first.written}至{last.written}")
    if not days or not first.day or not last.day or first.day >= last.day:
        return None
    if not begun:
        if text[first.end : last.start] not in ("到", "至"):
            return None
        whole = f"{first.written}{last.written}".isalnum() and not re.search("[晚上]", first.written + last.written)
        span = written_span(first.day, last.day, base) if whole else f"{first.written}至{last.written}"
        return Moment(first.start, last.end, "day", span, first.day, last.day)
    between = text[first.end : last.start]
    over = _BEGUN_AND_OVER.fullmatch(between) and _OVER.match(text, last.end)  # 从13号开始今天收尾
    if not over and (not _UP_TO.fullmatch(between) or text.startswith("结束", last.end)):
        return None
    return Moment(begun.start(), last.end, "day", written_span(first.day, last.day, base), first.day, last.day)


def _hours_apart(last: list[Moment], text: str) -> bool:
    """昨天8时到今天8时: from an hour of one day to an hour of another."""
    kinds = [m.kind for m in last]
    if kinds not in (["day", "clock", "day", "clock"], ["day", "part", "day", "part"]) or any(
        m.due or m.last for m in last
    ):
        return False
    first, hour, day, until = last
    close = first.end == hour.start and day.end == until.start and "至" not in hour.written + until.written
    return close and text[hour.end : day.start] in ("到", "至", "-", "—", "~")
