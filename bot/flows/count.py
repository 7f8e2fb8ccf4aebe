"""Answers about our own counts, each with the list behind the number; nothing is stored, all is folded anew."""

from datetime import datetime

from bot.domain.language.likeness import day_of
from bot.domain.submissions.asked_counts import Asked
from bot.domain.submissions.lifecycle import State, tally
from bot.domain.submissions.people import Person
from bot.domain.submissions.submission import Submission
from bot.domain.submissions.tally import UNITS, Count, Counter, counts, total
from bot.flows import cards
from bot.flows.papers import Papers
from bot.flows.replies import Said, cut, say

_MOST_LINES = 20


class Counting:
    """Counts what the person may see."""

    def __init__(self, papers: Papers) -> None:
        self._papers = papers

    async def answer(self, person: Person, asked: Asked) -> Said:
        """The number with its list."""
        seen = await self._papers.seen(person)
        if asked.counter is None:
            return say(_reports(asked, seen))
        return say(_counter(asked, asked.counter, seen))

    async def mine(self, person: Person) -> Said:
        """What the person handed in, and how it stands."""
        own = await self._papers.own(person)
        if not own:
            return say("你还没有提交过。出稿后点“提交”就行。")
        return say(f"你提交过{len(own)}篇（{_states(own)}）：\n{cards.listed(own)}")


def _reports(asked: Asked, seen: tuple[Submission, ...]) -> str:
    inside = [
        one
        for one in seen
        if asked.first <= one.standing.first_at.date() <= asked.last and one.standing.state is not State.WITHDRAWN
    ]
    if not inside:
        return f"{asked.period}还没有报送记录（只算你能看到的）。"
    return f"{asked.period}报送{len(inside)}条（{_states(inside)}），只算你能看到的：\n{cards.listed(inside)}"


def _states(submissions: list[Submission]) -> str:
    counted = tally(one.standing for one in submissions)
    return "，".join(f"{state.removeprefix('已')}{number}" for state, number in counted.items() if number)


def _counter(asked: Asked, counter: Counter, seen: tuple[Submission, ...]) -> str:
    """Adopted reports alone feed the counters; merged ones are counted with the report they went into."""
    found = [
        (one, count)
        for one in seen
        if one.standing.state is State.ADOPTED and _inside(asked, one)
        for count in counts(one.frozen.text)
        if count.counter is counter
    ]
    if not found:
        return f"{asked.period}已采用的稿子里没有{counter}（只算你能看到的）。"
    value, approx = total(count for _, count in found)
    lines = [_line(number, one, count) for number, (one, count) in enumerate(found[-_MOST_LINES:], 1)]
    about = "约" if approx else ""
    head = f"{asked.period}{counter}：{about}{value}{UNITS[counter]}，出自{len(found)}篇已采用的稿子"
    more = f"（只列最近{_MOST_LINES}篇）" if len(found) > _MOST_LINES else ""
    return "\n".join([f"{head}{more}：", *lines])


def _inside(asked: Asked, one: Submission) -> bool:
    """By the day that the report tells of; by the day it was handed in where it names none."""
    handed_in: datetime = one.standing.first_at
    day = day_of(one.frozen.text, handed_in) or handed_in.date()
    return asked.first <= day <= asked.last


def _line(number: int, one: Submission, count: Count) -> str:
    quote = cut(count.quote, 50)
    return f"{number}. {count.value}{UNITS[count.counter]} ←《{one.frozen.title}》{one.frozen.unit}：“{quote}”"
