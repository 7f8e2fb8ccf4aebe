"""Answers about our own counts, each with the list behind the number, and pictures of them; all is folded anew."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.language.likeness import day_of
from bot.domain.submissions import pictures, whose_reports
from bot.domain.submissions.lifecycle import State, tally
from bot.domain.submissions.people import Person, Unit
from bot.domain.submissions.pictures import Wanted
from bot.domain.submissions.submission import Submission
from bot.domain.submissions.tally import UNITS, Asked, Count, Counter, counts, total
from bot.domain.summary.parts import Returned
from bot.domain.summary.works import WORKS
from bot.domain.talk.desk import Desk
from bot.domain.talk.door import Incoming, Reply
from bot.flows import cards
from bot.flows.papers import Papers
from bot.flows.replies import Room, Said, cut, say

_MOST_LINES = 20


class Counting:
    """Counts what the person may see."""

    def __init__(self, papers: Papers) -> None:
        self._papers = papers

    async def answer(self, person: Person, asked: Asked, words: str) -> Said:
        """The number with its list, of those whom the words name."""
        seen, units = await self._papers.seen(person), await self._papers.units.all()
        meant = whose_reports.read(words, units, {one.standing.author_name for one in seen})
        if meant.unknown:
            return say(f"没有“{meant.unknown}”的报送记录（只算你能看到的）。")
        found = tuple(one for one in seen if meant.holds(one, person.id))
        if asked.counter is not None:
            return say(_counter(asked, asked.counter, found))
        if whose_reports.GIVEN_BACK.search(words):
            return say(_given_back(asked, await self._papers.log.returned([one.id for one in found])))
        if meant.each:
            looked_after = await self._papers.units.scope(person)
            looked_after = looked_after - {person.unit.id} or looked_after  # an editor waits for the others
            return say(_each(asked, meant, found, [unit for unit in units if unit.id in looked_after]))
        return say(_reports(asked, found, meant.who))

    async def mine(self, person: Person) -> Said:
        """What the person handed in, and how it stands."""
        own = await self._papers.own(person)
        if not own:
            return say("你还没有提交过。出稿后点“提交”就行。")
        return say(f"你提交过{len(own)}篇（{_states(own)}）：\n{cards.listed(own)}")


def _handed_in(asked: Asked, seen: Sequence[Submission]) -> list[Submission]:
    return [
        one
        for one in seen
        if asked.first <= one.standing.first_at.date() <= asked.last and one.standing.state is not State.WITHDRAWN
    ]


def _reports(asked: Asked, seen: Sequence[Submission], who: str) -> str:
    inside = _handed_in(asked, seen)
    if not inside:
        return f"{who}{asked.period}还没有报送记录（只算你能看到的）。"
    return f"{who}{asked.period}报送{len(inside)}条（{_states(inside)}），只算你能看到的：\n{cards.listed(inside)}"


def _each(asked: Asked, meant: whose_reports.Whose, seen: Sequence[Submission], looked_after: Sequence[Unit]) -> str:
    """How many each handed in, by name and not by rank; of units also those with nothing."""
    inside = _handed_in(asked, seen)
    of_unit = meant.each == whose_reports.UNIT
    by_name: dict[str, list[Submission]] = {unit.name: [] for unit in looked_after if of_unit}
    for one in inside:
        by_name.setdefault(one.frozen.unit if of_unit else one.standing.author_name, []).append(one)
    told = [f"{name} {len(own)}条（{_states(own)}）" for name, own in sorted(by_name.items()) if own]
    none = [name for name, own in sorted(by_name.items()) if not own]
    without = f"还没报的：{'、'.join(none)}。" if none else "都报了。" if meant.missing else ""
    head = f"{asked.period}（只算你能看到的）："
    return "\n".join(filter(None, [head, without, *(told or ["还没有报送记录。"])]))


def _given_back(asked: Asked, every: Sequence[Returned]) -> str:
    """What was given back in the period, by its time and not by rank, also where it was handed in again since."""
    inside = [one for one in every if asked.first <= one.day <= asked.last]
    if not inside:
        return f"{asked.period}没有退回过（只算你能看到的）。"
    lines = [f"{n}. {one.source.label}：{one.reason}，{cut(one.words, 40)}" for n, one in enumerate(inside, 1)]
    return "\n".join([f"{asked.period}退回{len(inside)}次（只算你能看到的）：", *lines[-_MOST_LINES:]])


def _states(submissions: list[Submission]) -> str:
    counted = tally(one.standing for one in submissions)
    return "，".join(f"{state.removeprefix('已')}{number}" for state, number in counted.items() if number)


def _counter(asked: Asked, counter: Counter, seen: tuple[Submission, ...]) -> str:
    """Adopted reports alone feed the counters; merged ones are counted with the report they went into."""
    found = [
        (one, count)
        for one in seen
        if one.standing.state is State.ADOPTED and _inside(asked, one) and _speaks_of(asked.topic, one)
        for count in counts(one.frozen.text)
        if count.counter is counter
    ]
    if not found:
        return f"{asked.period}已采用的稿子里没有{asked.topic or counter}（只算你能看到的）。"
    value, approx = total(count for _, count in found)
    lines = [_line(number, one, count) for number, (one, count) in enumerate(found[-_MOST_LINES:], 1)]
    about = "约" if approx else ""
    head = f"{asked.period}{asked.topic}{counter}：{about}{value}{UNITS[counter]}，出自{len(found)}篇已采用的稿子"
    more = f"（只列最近{_MOST_LINES}篇）" if len(found) > _MOST_LINES else ""
    return "\n".join([f"{head}{more}：", *lines])


def _speaks_of(topic: str, one: Submission) -> bool:
    """Whether it tells of the topic, or its title of the kind of work that a section counts under this name."""
    kind = next((work for work in WORKS if work.name == topic), None)
    return topic in one.frozen.text or (kind is not None and bool(kind.signs.search(one.frozen.title)))


def _inside(asked: Asked, one: Submission) -> bool:
    """By the day that the report tells of; by the day it was handed in where it names none."""
    handed_in: datetime = one.standing.first_at
    day = day_of(one.frozen.text, handed_in) or handed_in.date()
    return asked.first <= day <= asked.last


def _line(number: int, one: Submission, count: Count) -> str:
    quote = cut(count.quote, 50)
    return f"{number}. {count.value}{UNITS[count.counter]} ←《{one.frozen.title}》{one.frozen.unit}：“{quote}”"


class Picturing(Room):
    """The room of 这个月的图, 全年图, 各单位的图."""

    def __init__(self, papers: Papers, *, categories: Sequence[str]) -> None:
        self._papers = papers
        self._categories = categories

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Draw what the words ask for; None for other words."""
        wanted = pictures.read(incoming.text, incoming.at)
        return await self._drawn(desk, wanted) if wanted else None

    async def _drawn(self, desk: Desk, wanted: Wanted) -> Said:
        person = desk.person
        seen = await self._papers.seen(person)
        found = pictures.inside(wanted, seen)
        if not (found if wanted.units else pictures.adopted(found)):
            what = "报送记录" if wanted.units else "采用的信息"
            return say(f"{wanted.period}还没有{what}（只算你能看到的），没有可画的。")
        told = f"{wanted.period}采用{len(pictures.adopted(found))}篇，只算你能看到的。"
        if not wanted.units:
            return Said((Reply(told, enclosure=pictures.chart(wanted, seen, self._categories)),))
        whose = {person.unit.id, *await self._papers.units.scope(person), *(one.unit_id for one in found)}
        names = {unit.id: unit.name for unit in await self._papers.units.all() if unit.id in whose}
        return Said((Reply(f"{told}按名称列出，不排名。", enclosure=pictures.roll(wanted, seen, names)),))
