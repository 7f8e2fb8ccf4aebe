"""The day of what is told by its part alone: 前天上午检查了3家, and in the next message 下午开了个整改会."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from bot.domain.language.moment import Moment
from bot.domain.notes.kinds import Kind
from bot.domain.notes.utterance import Utterance

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
