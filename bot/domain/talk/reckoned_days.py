"""Days reckoned from the day of a report: till when 限15天 or 试3个月 goes, how many are left (比赛还有几天), which day
周五 is.

Spans are told as (the arithmetic, the wish that writes it in).
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.domain.language.dates import moments
from bot.domain.language.moment import month_day
from bot.domain.notes.note import Note
from bot.domain.talk.right_values import Figure, shared

_UNTIL = re.compile("到(?:几号|哪[一]?天|几时|几月)|(?:几号|哪[一]?天)(?:截止|到期|结束|为止)|截止到?(?:几号|哪)")
_STILL = re.compile("(?:还有|还剩|还差|离|只剩)[^，,]{0,6}(?:几|多少)天")
_DAY = re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_MONTHS = re.compile(r"(?P<months>\d{1,2})个月")
_YEAR, _FEBRUARY, _SHORTEST_MONTH = 2027, 2, 28
"""A year without a 29th of February: a span that might hold one is not reckoned."""


def _date(one: re.Match[str]) -> date:
    return date(_YEAR, int(one["month"]), int(one["day"]))


def last_day(asked: str, text: str, found: Sequence[Figure]) -> tuple[str, str] | None:
    """Till when a span of days or months goes that stands once, counted from the day of the report or, where the clause
    names one, from that; days within one month only."""
    begun = _DAY.search(text)
    if not _UNTIL.search(asked) or not begun:
        return None
    days, months = [one for one in found if one.unit == "天"], list(_MONTHS.finditer(text))
    if not days and len(months) == 1:
        return _after_months(text, months[0])
    if len(days) != 1:
        return None
    span, clause = f"{days[0].written}天", days[0].clause.rstrip("，。；")
    within = re.search("限|内|前", clause) is not None
    last = int(begun["day"]) + int(days[0].value) - (not within)
    if last > _SHORTEST_MONTH:
        return None
    day = f"{begun['month']}月{last}日"
    told = f"从{begun[0]}起{span}{'内' if within else '（当天算第1天）'}，到{day}。"
    return told, f"把{span}改成{span}（{'' if within else begun[0]}至{day}）"


def _after_months(text: str, span: re.Match[str]) -> tuple[str, str] | None:
    """先试3个月，11月1日起: the day from which it counts stands beside it."""
    start = text.rfind("。", 0, span.start()) + 1
    beside = [one for one in _DAY.finditer(text, start) if re.match("[起开]", text[one.end() :])]
    if len(beside) != 1 or int(beside[0]["day"]) > _SHORTEST_MONTH:
        return None
    first, month = _date(beside[0]), int(beside[0]["month"]) - 1 + int(span["months"])
    last = date(_YEAR, month % 12 + 1, first.day) - timedelta(1)
    over = month - (last.month == 12 and month % 12 == 0) >= 12
    return f"从{beside[0][0]}起{span[0]}，到{'次年' * over}{last.month}月{last.day}日。", ""


def days_left(asked: str, text: str) -> tuple[str, str] | None:
    """How many days there are from the day of the report to the one that the question speaks of."""
    begun = _DAY.search(text)
    if not begun or not _STILL.search(asked):
        return None
    ends = list(_DAY.finditer(text, begun.end()))
    parts = re.split("[，。；]", text)
    near = [one for one in ends if any(one[0] in part and shared(asked, part) for part in parts)]
    chosen = near or ends
    if len({one[0] for one in chosen}) != 1 or int(begun["month"]) <= _FEBRUARY < int(chosen[0]["month"]):
        return None
    left = (_date(chosen[0]) - _date(begun)).days
    return (f"从{begun[0]}到{chosen[0][0]}，还有{left}天。", "") if left > 0 else None


_WEEKDAY = re.compile(r"(?:[这本下上]个?)?(?:周|星期|礼拜)[一二三四五六日天]")
RELATIVE = rf"(?:{_WEEKDAY.pattern}|今天|明天|大?后天)前?"
"""A day that is told from the one on which it is said."""


_WHICH_DAY = re.compile(rf"(?P<day>{RELATIVE})(?:那天)?(?:到底)?是?(?:几号|多少号|哪一?天)(?!人)")


def weekday(asked: str, text: str, notes: Sequence[Note]) -> str:
    """The date of 周五 or 明天 that is asked for, as of the note that names it, and where the draft has it."""
    named, told = _WHICH_DAY.search(asked), [note for note in notes if note.at]
    said = [note for note in told if named and named["day"][-2:] in note.text] or told
    day = in_figures(named["day"], said[0].at) if named and said and said[0].at else ""
    held = [part for part in re.split("[，。；]", text) if day and day in part]
    return f"{named['day']}是{day}。{f'稿里写的是“{held[-1]}”。' if held else ''}" if named and day else ""


def in_figures(words: str, at: datetime) -> str:
    """下周一 as 9月7日; empty where the words are no such day."""
    found = [one for one in moments(words, at, plan=True) if one.day] if re.fullmatch(RELATIVE, words) else []
    return f"{month_day(found[0].day)}{words[-1] if words[-1] == '前' else ''}" if found and found[0].day else ""
