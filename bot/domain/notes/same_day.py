"""The day of what is told by its part alone: 前天上午检查了3家, and in the next message 下午开了个整改会."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.domain.language.day_patterns import is_past
from bot.domain.language.moment import Moment
from bot.domain.language.numerals import fold
from bot.domain.language.quantities import is_paid
from bot.domain.notes.kinds import Kind
from bot.domain.notes.plans import is_plan, set_for_a_day
from bot.domain.notes.utterance import Patch, Utterance

_PARTS = (("早", 5), ("上午", 6), ("中午", 11), ("下午", 13), ("傍晚", 17), ("晚", 18), ("夜", 18))
_OPENING = 3
"""How far into a message its own time may stand."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A past day that a speaker told of, the hour at which the part told last begins, and when it was said."""

    day: date
    hour: int
    said: date


def on_the_day_told(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances; where a message opens with a later part of the past day that its speaker told of before, or with
    a part that had not come yet when it was sent, what it tells is of that day."""
    last: dict[str, _Told] = {}
    day: list[Utterance] = []
    for _, group in groupby(found, lambda one: one.message):
        message = list(group)
        first = next((one for one in message if one.kind is Kind.CONTENT and not one.plan), None)
        if first is None:
            day += message
            continue
        told = last.get(first.speaker)
        if first.said.hour < _NIGHT and _evening_over(message):
            message = _of_the_evening(message, earlier=bool(day))
            first = next(one for one in message if one.kind is Kind.CONTENT and not one.plan)
        named = next(_opening(first, "day"), None)
        hour = next((hour for one in _opening(first, "part") if (hour := _begins(one.written))), 0)
        if named is not None or any(one.kind in ("day", "month") for one in first.moments()):
            last.pop(first.speaker, None)
            if named and named.day and named.day < first.said.date() and named.last is None:
                last[first.speaker] = _Told(named.day, hour or _begins(named.written), first.said.date())
        elif told and hour and told.said == first.said.date():
            if (told.hour and hour > told.hour) or hour > first.said.hour:
                message = [_of(told.day, one) for one in message]
                last[first.speaker] = replace(told, hour=hour)
            else:
                last.pop(first.speaker)
        day += message
    return day


# 晚上去杨集镇送戏, sent at three; the play is told of at ten
_CALLED_OFF = re.compile(r"取消|[没不]去|没[演办开放]|[改推延]|不[演办开放]")


def come_about(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances; what the day begins with, ahead only by its hour, has come about where it is told of later."""
    day = [one for one in found if one.kind is Kind.CONTENT]
    if not day or not day[0].plan or day[0].told or any(_CALLED_OFF.search(one.text) for one in day):
        return list(found)
    first = day[0]
    later = [u.said for u in day if not u.plan and u.said.date() == first.said.date() and u.message > first.message]
    if not later or is_plan(fold(first.text), later[-1]):
        return list(found)
    return [replace(one, plan=False) if one is first else one for one in found]


_NIGHT = 2
# 最后两场刚收, sent at half past midnight; 抢修刚结束 is of the night itself.
_URGENT = re.compile(r"抢|救|险|转移|撤离|[着起灭扑]火|火[灾情势]|[进积涨停洪]水|灾|事故|伤|处置|故障|警")
_TODAY = re.compile(r"今[天晚日儿]")
_JUST_OVER = re.compile(
    r"刚刚?才?(?:收(?!到)|散|撤|演完|放完|唱完|结束|打烊|清完?场|闭[馆园幕])|(?:演|放|唱|看|跳|赛|比)完了?$|散[了场]|收[摊工场]了?"
)


def _evening_over(message: Sequence[Utterance]) -> bool:
    over = [u for u in message if _JUST_OVER.search(u.text)]
    return bool(over) and not any(_URGENT.search(u.text) for u in over)


def _of_the_evening(message: Sequence[Utterance], *, earlier: bool) -> list[Utterance]:
    """What was just over in the small hours is of the day before, which is named behind `earlier` messages."""
    first = next(one for one in message if one.kind is Kind.CONTENT and not one.plan)
    day = first.said.date() - timedelta(days=1)
    at = datetime.combine(day, first.said.time())
    moved = [replace(one, said=at) if _TODAY.search(one.text) and not one.plan else _of(day, one) for one in message]
    if not earlier or first.moments():
        return moved
    made = Patch(0, 0, f"{day.month}月{day.day}日", first.message, first.start, first.start)
    return [replace(one, patches=(made, *one.patches)) if one.start == first.start else one for one in moved]


# 周一培训，为期3天: how long it lasts is no figure of what was done
_LASTING = re.compile(r"[天日周月年]|小时|分钟")


def set_for_days_to_come(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances; a bare weekday (名单周一公示) behind what was told before of a later day is the one to come,
    where nothing in its own message was done or counted."""
    day: list[Utterance] = []
    earlier: list[str] = []
    for _, group in groupby(found, lambda one: one.message):
        message = list(group)
        for at, one in enumerate(message):
            others = (u for k, u in enumerate(message) if k != at)
            bare = earlier and one.kind is Kind.CONTENT and not one.plan and not any(map(_done_or_counted, others))
            if bare and set_for_a_day(one.text, one.said, earlier):
                message[at] = replace(one, plan=True)
        day += message
        earlier += [one.text for one in message if one.kind is Kind.CONTENT and not one.plan]
    return day


def _done_or_counted(one: Utterance) -> bool:
    told = one.kind is Kind.CONTENT and not one.plan
    return told and (is_past(one.text) or any(not _LASTING.fullmatch(q.unit) for q in one.quantities()))


def _opening(one: Utterance, kind: str) -> Iterator[Moment]:
    """Its times of that kind with which it opens; a part of the day may stand behind the day."""
    end = 0
    for moment in one.moments():
        if moment.start > end + _OPENING or moment.due:
            return
        if moment.kind == kind:
            yield moment
        end = moment.end


def _begins(written: str) -> int:
    """The hour at which the part of the day begins; 0 where none is named."""
    return next((hour for name, hour in _PARTS if name in written), 0)


def _of(day: date, one: Utterance) -> Utterance:
    """The utterance as told of that day, unless it names a day of its own or looks ahead."""
    if one.plan or any(moment.kind in ("day", "month") for moment in one.moments()):
        return one
    return replace(one, said=datetime.combine(day, one.said.time()))


def in_pieces(found: Sequence[Utterance]) -> list[Utterance]:
    """看完东区96块墓碑 … 西区还有118块: what was counted in pieces before is so again, where nothing is paid."""
    kept: list[Utterance] = []
    for one in found:
        again = any(q.pieces for before in kept for q in before.quantities()) if "块" in one.text else False
        kept.append(one.counting_pieces() if again and not is_paid(one.text) else one)
    return kept
