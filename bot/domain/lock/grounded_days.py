"""Whether the notes hold a day, hour, part of the day, month or year of a draft."""

import re
from datetime import timedelta

from bot.domain.language.moment import Moment
from bot.domain.lock.grounds import Grounds, bare

_YEAR = re.compile(r"(\d{4})年")
# What may stand behind a year without saying anything the notes would have to hold.
_BEHIND_YEAR = re.compile(r"(?:起|度|全年|同期|同日|以来|底|末|初|年底|当年)*$")


def holds_moment(m: Moment, text: str, grounds: Grounds) -> bool:
    """Whether the notes give the moment; a year that is written out must be one that they speak of."""
    if _planned_for_a_day_gone(m, text, grounds):
        return False
    if m.written in grounds.written or (
        text[m.start : m.end] in grounds.blob and re.fullmatch(r"[一-龥]+", text[m.start : m.end])
    ):
        return True
    if any(int(year) not in grounds.years for year in _YEAR.findall(text[m.start : m.end])):
        return False
    if m.kind == "day":
        return _holds_days(m, grounds)
    if m.kind == "clock":
        known = {hour for w in grounds.written for hour in _hours(w)}
        return all(hour in known for hour in _hours(m.written))
    if m.kind == "part":
        return any(
            m.written[:2] in w or _part_class(m.written) == _part_class(w) or re.match(r"\d{1,2}时", w)
            for w in grounds.written
        )
    if m.kind == "month":
        months = {d.month for d in grounds.days} | {
            int(x) for w in grounds.written for x in re.findall(r"(\d{1,2})月", w)
        }
        named = [int(x) for x in re.findall(r"(\d{1,2})月", m.written)]
        return bool(named) and months.issuperset(named)
    rest = _YEAR.sub("", m.written)
    return (
        bare(m.written) in grounds.blob
        or bool(re.match(r"今年|本年", m.written))
        or (rest != m.written and (_BEHIND_YEAR.match(rest) is not None or bare(rest) in grounds.blob))
    )


_PLANNED = re.compile(r"(?:计划|拟|预计)$")
_MONTH = 31


def _planned_for_a_day_gone(m: Moment, text: str, grounds: Grounds) -> bool:
    """计划12月7日发回去, told on the 10th: the words just before make a plan of a day that is over."""
    planned = m.kind == "day" and m.day and not m.last and _PLANNED.search(text, 0, m.start)
    return bool(planned and m.day and 0 < (grounds.now.date() - m.day).days < _MONTH)


def _holds_days(m: Moment, grounds: Grounds) -> bool:
    """The day is known, and so is the last one of a span; one end may be counted from the other: 三天, to the 20th."""
    if m.day is None:
        return False
    known = {(d.month, d.day) for d in grounds.days}
    first = (m.day.month, m.day.day) in known
    if m.last is None:
        return first
    last = (m.last.month, m.last.day) in known
    counted = (m.last - m.day + timedelta(days=1)).days in grounds.lengths
    return (first and last) or (counted and (first or last))


def _part_class(written: str) -> str:
    if re.match(r"早|上午|清晨|凌晨", written):
        return "早"
    if re.match(r"中午|下午|傍晚", written):
        return "午"
    return "晚" if re.search(r"晚|夜", written) else written


def _hours(written: str) -> list[tuple[int, int]]:
    """(hour of twelve, minute) of every clock time: 下午2时 and 14时 are one."""
    return [(int(h) % 12, int(n or 0)) for h, n in re.findall(r"(\d{1,2})时(?:(\d{1,2})分)?", written)]
