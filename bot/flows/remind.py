"""Reminders: what is due is computed anew each time and written with its message, one message a person."""

import contextlib
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.language.moment import full_day, month_day
from bot.domain.ledger.items import Item, State
from bot.domain.ledger.reminders import LONG_GONE, TURN, Lying, Quiet, Remind, addressees, due, of_item, of_lying
from bot.domain.submissions.people import Person
from bot.domain.talk.desk import Turn
from bot.domain.talk.door import Button, Reply
from bot.errors import Overtaken
from bot.flows.replies import cut
from bot.ports import Desks, Ledger, People, Reminders, Units

HOW_TO_STOP = "不想收提醒，发“别提醒我了”。"


@dataclass(slots=True)
class _Letter:
    """What one person is to be told."""

    items: list[tuple[Item, str]] = field(default_factory=list)
    lying: list[tuple[Lying, str]] = field(default_factory=list)


class Reminding:
    """Finds what is due and commits it; sending is the door's matter."""

    def __init__(
        self, desks: Desks, reminders: Reminders, *, ledger: Ledger, people: People, units: Units, quiet: Quiet
    ) -> None:
        self._desks = desks
        self._reminders = reminders
        self._ledger = ledger
        self._people = people
        self._units = units
        self._quiet = quiet

    def resting(self, now: datetime) -> bool:
        """Whether nobody is disturbed now."""
        return self._quiet.at(now)

    async def tick(self, now: datetime) -> int:
        """Commit what is due; how many people get a message."""
        if self._quiet.at(now):
            return 0
        letters: dict[str, _Letter] = defaultdict(_Letter)
        muted = await self._reminders.mutes()
        await self._items(now, muted, letters)
        await self._desk(now, muted, letters)
        written = 0
        for person_id, letter in letters.items():
            # Someone was faster: what is due then is found by the next tick.
            with contextlib.suppress(Overtaken):
                await self._desks.commit(_turn(person_id, letter, now))
                written += 1
        return written

    async def _items(self, now: datetime, muted: frozenset[tuple[str, str]], letters: dict[str, _Letter]) -> None:
        units = [unit.id for unit in await self._units.all()]
        items = await self._ledger.among(units, states=[State.OPEN])
        given = await self._reminders.given([item.id for item in items])
        people = await self._people.everyone() if items else ()
        for item in items:
            if not due(item, now):
                continue
            editors = await self._units.reviewers(item.unit_id)
            for person in addressees(item, people, editors):
                key = of_item(item, now, quiet=self._quiet, given=_to(person, given))
                if key and not {(person.id, ""), (person.id, item.id)} & muted:
                    letters[person.id].items.append((item, f"{key}@{person.id}"))

    async def _desk(self, now: datetime, muted: frozenset[tuple[str, str]], letters: dict[str, _Letter]) -> None:
        found = await self._reminders.lying(now - LONG_GONE, now - timedelta(days=1))
        given = await self._reminders.given([f"desk:{one.notebook}" for one in found])
        for one in found:
            key = of_lying(one, now, quiet=self._quiet, given=given)
            if key and (one.person_id, "") not in muted:
                letters[one.person_id].lying.append((one, key))


def _to(person: Person, given: Mapping[str, datetime]) -> dict[str, datetime]:
    """The keys that were given to the person; a key that is written ends with whom it was given to."""
    mark = f"@{person.id}"
    return {key.removesuffix(mark): at for key, at in given.items() if key.endswith(mark)}


def _turn(person_id: str, letter: _Letter, now: datetime) -> Turn:
    keys = (*((item.id, key) for item, key in letter.items), *((key, key) for _, key in letter.lying))
    watched = tuple((item.id, item.standing.seq) for item, _ in letter.items)
    name = hashlib.sha256("\n".join(key for _, key in keys).encode()).hexdigest()[:32]
    replies = [_of_items([item for item, _ in letter.items], now)] if letter.items else []
    replies += [_of_lying(one) for one, _ in letter.lying]
    return Turn(f"{TURN}{name}", person_id, now, (Remind(keys, watched),), tuple(replies))


def _of_items(items: Sequence[Item], now: datetime) -> Reply:
    """Days by their date, never 明天: the message may be read a day later."""
    lines = [_line(item, now) for item in items]
    first = items[0].number
    how = f"办好了说“第{first}项完成了：…”，来不及说“第{first}项延期到…，因为…”。"
    stop = f"这一项不用提醒，发“第{first}项不用提醒”；都不用，发“别提醒我了”。"
    return Reply("\n".join(["问题台账提醒：", *lines, how, stop]))


def _line(item: Item, now: datetime) -> str:
    facts = item.standing.facts
    day = full_day(facts.deadline) if facts.deadline else ""
    when = f"{day}已到期，还没销号" if item.standing.overdue(now.date()) else f"{day}到期"
    return f"{item.unit}第{item.number}项 {facts.problem}（{facts.owner or '责任人【待补】'}），{when}。"


def _of_lying(lying: Lying) -> Reply:
    day = month_day(lying.touched)
    if lying.drafts:
        titles = "".join(f"《{title}》" for _, title in lying.drafts)
        words = f"{titles}{day}写好，还没提交。要报就点“提交”，不报就发“清空”，只提醒这一次。{HOW_TO_STOP}"
        number, _ = lying.drafts[0]
        hand_in = ((Button("提交", "submit", str(number)),),) if len(lying.drafts) == 1 else ()
        return Reply(words, hand_in)
    first = cut(lying.notes[0], 30)
    words = (
        f"{day}记的{len(lying.notes)}条（“{first}”）还没出稿。"
        f"要写就点“出稿”，不写就发“清空”，只提醒这一次。{HOW_TO_STOP}"
    )
    return Reply(words, ((Button("出稿", "draft"),),))
