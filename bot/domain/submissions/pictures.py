"""Counts of reports as pictures, and the words that ask for one: 这个月的图, 上月采用情况图, 全年图, 各单位的图.

Units are listed with what was adopted and returned, never compared: nobody is ranked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.submissions.enclosures import Chart, Roll, Series, UnitCount
from bot.domain.submissions.lifecycle import State
from bot.domain.submissions.submission import Submission
from bot.domain.submissions.tally import span

_WHEN = (
    r"这个?月|本月|当月|上个?月|今年|本年|全年|年度|去年|上年|本?季度|[一二三四]季度|[上下]半年"
    r"|20\d\d年(?:\d{1,2}月)?|\d{1,2}月份?"
)
_WHAT = r"(?:信息|报送|采用|退回|工作|统计|情况|数据|各?单位|各科室|按单位|分单位|月度|类别|分类)"
_PICTURE = r"(?:图表|图片|图|柱状图|统计图)"
_ASK = re.compile(
    rf"(?:请|麻烦|帮我|给我|我要|要|看看?|来|发|出|画|生成|做|一?下|一?[张个份])*(?P<when>{_WHEN})?(?:份|度)?的?"
    rf"(?:{_WHAT}|和|、|的)*{_PICTURE}(?:发我|给我|看看|发来|画出来|呢|吧)*[。！!？?]?"
)
_BARE = re.compile(rf"(?:{_PICTURE}|图呢)[。！!？?]?")
_UNITS = re.compile(r"单位|科室")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture of what was handed in from `first` to `last`, both included; of categories or of units."""

    period: str
    first: date
    last: date
    units: bool = False


def read(text: str, now: datetime) -> Wanted | None:
    """The picture that the words ask for; this month's where they name no time. None for other words."""
    words = re.sub(r"\s+", "", text)
    if len(words) > 24 or not _ASK.fullmatch(words) or _BARE.fullmatch(words):
        return None
    found = _ASK.fullmatch(words)
    named = (found["when"] if found else "") or ""
    if not named and not re.search(_WHAT, words):
        return None
    spoken = {"当月": "本月", "全年": "今年", "年度": "今年"}.get(named, named or "本月")
    period, first, last = span(spoken, spoken, now)
    return Wanted(period, first, last, bool(_UNITS.search(words)))


def inside(wanted: Wanted, submissions: Sequence[Submission]) -> list[Submission]:
    """Those that were last handed in within the time."""
    return [one for one in submissions if wanted.first <= one.standing.submitted_at.date() <= wanted.last]


def adopted(submissions: Sequence[Submission]) -> list[Submission]:
    return [one for one in submissions if one.standing.state is State.ADOPTED]


def chart(wanted: Wanted, submissions: Sequence[Submission], categories: Sequence[str]) -> Chart:
    """What was adopted: the categories of one month, or the months with a colour a category."""
    found = adopted(inside(wanted, submissions))
    names = tuple(dict.fromkeys((*categories, *(one.standing.category for one in found))))
    title = f"{wanted.period}采用信息"
    months = range(wanted.first.month, wanted.last.month + 1)
    if len(months) == 1:
        figures = tuple(sum(one.standing.category == name for one in found) for name in names)
        return Chart(title, names, (Series("采用", figures),))
    return Chart(
        title,
        tuple(f"{month}月" for month in months),
        tuple(Series(name, tuple(_of_month(found, name, month) for month in months)) for name in names),
    )


def _of_month(found: Sequence[Submission], category: str, month: int) -> int:
    return sum(one.standing.category == category and one.standing.submitted_at.month == month for one in found)


def roll(wanted: Wanted, submissions: Sequence[Submission], units: Mapping[str, str]) -> Roll:
    """What was adopted and returned of each of the units (name by id)."""
    found = inside(wanted, submissions)
    counts = [
        UnitCount(
            name,
            sum(one.unit_id == key and one.standing.state is State.ADOPTED for one in found),
            sum(one.unit_id == key and one.standing.state is State.RETURNED for one in found),
        )
        for key, name in units.items()
    ]
    return Roll(f"{wanted.period}信息采用与退回", tuple(counts))
