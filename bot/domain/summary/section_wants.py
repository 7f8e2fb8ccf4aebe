"""What section or summary is wanted, as a value: about what, of which time and units, how long, how many points."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.language.lunar import solar
from bot.domain.language.moment import month_day
from bot.domain.language.periods import MONTH, months, near, whole_months

_N = "[一二两三四五六七八九十1-9]"
_YEAR = r"(?:20\d\d年?度?|今年度?|本年度?|去年度?|上一?年度?|当年|明年度?|来年|(?:这|近|过去|最近)一年)"
_HOLIDAY = r"(?:(?:国庆|五一|元旦|春节)(?:节)?(?:小?长假|黄金周|假期|假日|期间)|(?:寒假|暑[假期])(?:期间)?)"
_TO = r"(?:至|到|-|—|–|~)"
_SO_FAR = r"(?:(?:年初|元旦)(?:以来|到现在|至今|到目前)?|以来|(?:截至|截止|到)(?:目前|现在)(?:为止)?|至今)"
_PART = (
    r"全年度?|年度|年终|年底|年中|年末|一年|[上下]半年|这?半年度?|前半年|后半年"
    rf"|前{_N}个?季度|(?:头|前){_N}个月|第?[一二三四1-4]个?季度(?:{_TO}第?[一二三四1-4]个?季度)?"
    rf"|从?{MONTH}月?份?(?:写|算)?{_TO}{MONTH}月份?(?:底|末)?|{MONTH}月份?(?!\d|\s*\d+日)"
)
SPAN = re.compile(
    rf"{_YEAR}(?:的)?(?:{_PART}|{_HOLIDAY}|{_SO_FAR})?|{_PART}(?:以来)?|{_HOLIDAY}|{_SO_FAR}"
    rf"|(?:这|近|最近)(?:几|{_N})个月|(?:这|上|本)一?个?(?:月|季度?)份?"
)
"""A time as people name it: 去年下半年, 一到六月, 国庆假期, 今年以来, 上个月."""

_FIXED = {
    "元旦": ((1, 1), (1, 3)),
    "五一": ((5, 1), (5, 5)),
    "国庆": ((10, 1), (10, 7)),
    "暑假": ((7, 1), (8, 31)),
    "暑期": ((7, 1), (8, 31)),
    "寒假": ((1, 1), (2, 28)),
}
_EVE, _LAST_DAY = timedelta(days=1), timedelta(days=6)


def span_of(words: str, now: datetime) -> tuple[date, date]:
    """The first and the last day of the time that the words name; the whole year where they name none.

    Who asks for a year's summary in January or February means the year that is over.
    """
    today = now.date()
    short = near(words, today) or _holiday(words, now)
    if short:
        return short
    asked = re.sub(r"前半年", "上半年", re.sub(r"后半年", "下半年", re.sub(r"明年|来年", "", words)))
    span = months(re.sub(r"(?<![上下\d])半年(?:度)?", "上半年", asked), now)
    year, start, end = span or (today.year, 1, 12)
    named = re.search(r"20\d\d|今年|本年|去年|上一?年", words)
    if (start, end) == (1, 12) and today.month <= 2 and not named:
        year = today.year - 1
    return whole_months(year, start, end)


def _holiday(words: str, now: datetime) -> tuple[date, date] | None:
    """The days of a holiday: of the named year, else of the last one that has begun."""
    found = re.search(_HOLIDAY, words)
    year = months(f"{words}年", now)
    if not found or year is None:
        return None
    for one in (year[0], year[0] - 1):
        span = _holiday_in(found[0], one)
        if span and span[0] <= now.date():
            return span
    return None


def _holiday_in(name: str, year: int) -> tuple[date, date] | None:
    if name.startswith("春节"):
        first = solar(year, 1, 1)
        return (first - _EVE, first + _LAST_DAY) if first else None
    begins, ends = _FIXED[name[:2]]
    return date(year, *begins), date(year, *ends)


def span_name(first: date, last: date) -> str:
    """2026年, 2026年上半年, 2026年三季度, 2026年1至9月, 2026年10月, 2026年10月1日至7日."""
    year, a, b = first.year, first.month, last.month
    if year != last.year:
        return f"{year}年{a}月至{last.year}年{b}月"
    if (first, last) != whole_months(year, a, b):
        until = f"{last.day}日" if a == b else f"{b}月{last.day}日"
        return f"{year}年{a}月{first.day}日至{until}"
    if (a, b) == (1, 12):
        return f"{year}年"
    if (a, b) in ((1, 6), (7, 12)):
        return f"{year}年{'上' if a == 1 else '下'}半年"
    if a == b:
        return f"{year}年{a}月"
    if a % 3 == 1 and b == a + 2:
        return f"{year}年{'一二三四'[a // 3]}季度"
    return f"{year}年{a}至{b}月"


class Aim(StrEnum):
    """What kind of section it is; each is composed from other records."""

    TOPIC = "专题"
    WORK = "工作"
    PROBLEMS = "问题"
    NEXT = "打算"
    CLOSING = "问题和打算"
    OPENING = "开头"
    WHOLE = "全文"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request as understood. `length` in characters and `count` of points are 0 where nobody said.

    `units` are names that the words limit it to, `strangers` such names as no unit of the house bears; `own` keeps
    to the asker's own unit. `heading` is a title that somebody gave.
    """

    topic: str
    aim: Aim
    first: date
    last: date
    document: str = "工作总结"
    length: int = 0
    count: int = 0
    units: tuple[str, ...] = ()
    own: bool = False
    heading: str = ""
    strangers: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What stands above the text: the heading that somebody gave it, else what it is about."""
        return self.heading or self.topic

    def span(self, now: date) -> str:
        """The time as the text names it; a span that is not over says until when it was counted."""
        named, until = span_name(self.first, self.last), self.until(now)
        return f"{named}（{until}）" if until else named

    def until(self, now: date) -> str:
        """截至11月22日 where the span is not over, else nothing."""
        return f"截至{month_day(now)}" if self.first <= now < self.last else ""


def whole_title(document: str, first: date, last: date, units: tuple[str, ...]) -> str:
    """县图书馆2026年上半年工作小结; several units are not named."""
    return f"{units[0] if len(units) == 1 else ''}{span_name(first, last)}{document}"


def default_topic(aim: Aim, document: str, first: date, last: date, units: tuple[str, ...]) -> str:
    """What stands above a section about which nothing was said but its kind."""
    if aim is Aim.WHOLE:
        return whole_title(document, first, last, units)
    names = {
        Aim.PROBLEMS: "存在的问题",
        Aim.NEXT: "下一步打算",
        Aim.CLOSING: "存在的问题和下一步打算",
        Aim.OPENING: "总体情况",
    }
    return names.get(aim, "主要工作")
