"""What happens to an item of the ledger in one turn: decided here, written with the turn. Rights are asked before."""

import hashlib
import re
from dataclasses import replace
from datetime import date

from bot.domain.language import privacy
from bot.domain.language.moment import full_day
from bot.domain.ledger import item_talk
from bot.domain.ledger.deadlines import longer
from bot.domain.ledger.item_orders import reason
from bot.domain.ledger.items import NAMES, UNSAID, Entry, Event, Facts, Item, Kind, State, step
from bot.domain.ledger.ledger_facts import Told, hollow, limit, missing, owner, read
from bot.domain.ledger.reminders import responsible
from bot.domain.submissions.people import Eyes, may_review, may_void
from bot.domain.talk.desk import Desk, SetWaiting, wait_for
from bot.domain.talk.door import Incoming, Notice
from bot.errors import InputError
from bot.flows import ledger_cards as cards
from bot.flows.replies import Said, say, together
from bot.ports import Ledger, People, Units

FACTS, PROBLEM, WHY, DONE = "ledger-facts", "ledger-problem", "ledger-why", "ledger-done"
_CALLED = re.compile(r"[一-龥·、A-Za-z ]{2,20}")
"""Whatever else may be called responsible where nothing but that is told: an office, 后勤老赵."""
_PROMISED = re.compile(r"照片|图片|附件|(?:附|见|有).{0,4}(?:文件|材料|截图)")


class Turning:
    """Decides single events of items."""

    def __init__(self, ledger: Ledger, units: Units, people: People) -> None:
        self._ledger = ledger
        self._units = units
        self._people = people

    async def register(self, desk: Desk, incoming: Incoming, words: str) -> Said:
        """A new item with what was said, and one question for what was not."""
        told = read(privacy.mask(words), incoming.at)
        told = replace(told, facts=_named(told.facts, desk))
        if not told.facts.problem:
            return say(cards.ASK_PROBLEM, changes=(wait_for(PROBLEM),))
        unit_id, unit = await self._unit(desk, told)
        item, entry = await self._new(desk, incoming, unit_id, unit, facts=told.facts)
        lacking = told.facts.lacking()
        waiting = wait_for(FACTS, id=item.id, asked="、".join(lacking)) if lacking else SetWaiting(None)
        hint = cards.HOLLOW.format(number=item.number) if hollow(told.facts.measures) else ""
        text = f"{cards.registered(item, desk.person, rolled=told.rolled)}\n\n{cards.ask_facts(item)}{hint}"
        return say(text, changes=(entry, waiting), notices=await self._for_owners(desk, item))

    async def check(self, desk: Desk, incoming: Incoming, *checks: str) -> Said:
        """Points of the checklist as blank items."""
        unit = desk.person.unit
        made = [
            await self._new(desk, incoming, unit.id, unit.name, check=check, ahead=ahead)
            for ahead, check in enumerate(checks)
        ]
        items = [item for item, _ in made]
        told = cards.blank(items[0]) if len(items) == 1 else cards.blanks(items)
        return say(told, changes=(*(entry for _, entry in made), SetWaiting(None)))

    async def answer(self, desk: Desk, incoming: Incoming, item: Item, asked: tuple[str, ...]) -> Said | None:
        """Take the words for what was missing; None where they are something else."""
        facts = missing(privacy.mask(incoming.text), incoming.at, asked)
        if not facts:
            return None
        said = await self.amend(desk, incoming, item, facts)
        left = [name for key, name in NAMES.items() if name in asked and not getattr(facts, key)]
        still = (wait_for(FACTS, id=item.id, asked="、".join(left)),) if left else ()
        return replace(said, changes=(*said.changes, *still))

    async def amend(self, desk: Desk, incoming: Incoming, item: Item, news: Facts) -> Said:
        """Set facts of the item."""
        news = _named(news, desk)
        after, entry = _happens(desk, incoming, item, Kind.AMENDED, facts=news)
        names = [name for key, name in NAMES.items() if getattr(news, key)]
        lacking = after.standing.facts.lacking()
        hint = cards.HOLLOW.format(number=item.number) if news.measures and hollow(news.measures) else ""
        more = f"\n还缺{'、'.join(lacking)}。" if lacking else ""
        told = cards.changed(after, desk.person, names) + more + hint
        notices = await self._for_owners(desk, after) if news.owner else ()
        return say(told, changes=(entry, SetWaiting(None)), notices=notices)

    async def _for_owners(self, desk: Desk, item: Item) -> tuple[Notice, ...]:
        """Colleagues who are named responsible, other than who says so."""
        if not item.standing.facts.owner:
            return ()
        found = responsible(item, await self._people.everyone())
        return tuple(cards.for_owner(item, one, desk.person) for one in found if one.id != desk.person.id)

    async def set(self, desk: Desk, incoming: Incoming, item: Item, field: str, words: str) -> Said:
        """One fact, as told after its name: 责任人改为李明, 时限改为9月15日."""
        words = privacy.mask(words)
        match field:
            case "owner":
                name = owner(words) or (words.strip() if _CALLED.fullmatch(words.strip()) else "")
                if not name:
                    raise InputError(cards.NO_NAME)
                return await self.amend(desk, incoming, item, Facts(owner=name))
            case "deadline":
                due = limit(words, incoming.at)
                if due is None:
                    raise InputError(cards.NO_DAY)
                before = item.standing.facts.deadline
                if before and due.day > before:
                    return self._extend(desk, incoming, item, due.day, reason(words[due.end :])[1])
                return await self.amend(desk, incoming, item, Facts(deadline=due.day))
            case item_talk.BOTH:
                who, _, until = words.partition("，")
                due, before = limit(until, incoming.at), item.standing.facts.deadline
                if due is None or not owner(who) or (before and due.day > before):
                    done = await self.set(desk, incoming, item, "owner", who)
                    later = say(f"时限没有动。往后延要说明原因，发“第{item.number}项延到{until[:12]}，因为…”。")
                    return together((done, later))
                return await self.amend(desk, incoming, item, Facts(owner=owner(who), deadline=due.day))
            case "unsaid":
                return await self._set_unsaid(desk, incoming, item, words)
            case "problem" if item.standing.state is State.BLANK:
                return await self.amend(desk, incoming, item, read(words, incoming.at).facts)
            case "measures":
                return await self.amend(desk, incoming, item, Facts(measures=words))
            case "source":
                return await self.amend(desk, incoming, item, Facts(source=words))
            case _:
                return await self.amend(desk, incoming, item, Facts(problem=words))

    async def _set_unsaid(self, desk: Desk, incoming: Incoming, item: Item, words: str) -> Said:
        """A name or a day says itself what it is."""
        if owner(words):
            return await self.set(desk, incoming, item, "owner", words)
        due = limit(words, incoming.at)
        if due and not words[: due.start].strip():
            return await self.set(desk, incoming, item, "deadline", words)
        raise InputError(cards.WHICH_FACT.format(number=item.number))

    async def extend(self, desk: Desk, incoming: Incoming, item: Item, words: str) -> Said:
        """Another deadline, which needs a reason."""
        words = privacy.mask(words)
        before = item.standing.facts.deadline
        spell = longer(words, before) if before else None
        if spell:
            return self._extend(desk, incoming, item, spell[0], reason(f"{'，'}{words[spell[1] :]}")[1])
        day, why = reason(words)
        due = limit(day, incoming.at)
        if due is None:
            return say(cards.NO_DAY if day else cards.ASK_DAY.format(number=item.number))
        if item.standing.facts.deadline is None:
            return await self.amend(desk, incoming, item, Facts(deadline=due.day))
        return self._extend(desk, incoming, item, due.day, why)

    def _extend(self, desk: Desk, incoming: Incoming, item: Item, day: date, why: str) -> Said:
        facts = Facts(deadline=day)
        _happens(desk, incoming, item, Kind.EXTENDED, facts=facts, words="?")
        if not why:
            waiting = wait_for(WHY, id=item.id, kind=Kind.EXTENDED.value, day=day.isoformat())
            return say(cards.ASK_WHY[Kind.EXTENDED], changes=(waiting,))
        _, entry = _happens(desk, incoming, item, Kind.EXTENDED, facts=facts, words=why)
        before = item.standing.facts.deadline
        old = full_day(before) if before else ""
        text = f"{cards.label(item, desk.person)}时限从{old}延到{full_day(day)}，原因：{why}。"
        return say(text, changes=(entry, SetWaiting(None)))

    async def progress(self, desk: Desk, incoming: Incoming, item: Item, words: str) -> Said:
        """A note of what was done; evidence that follows a claim reaches the editors' cards."""
        files = len(await self._ledger.files([incoming.message_key]))
        after, entry = _happens(desk, incoming, item, Kind.PROGRESSED, words=privacy.mask(words), files=files)
        told = f"，附件{files}个" if files else ""
        text = f"{cards.label(item, desk.person)}进展已记{told}。"
        if after.standing.state is not State.CLAIMED:
            return say(text, changes=(entry,))
        notices = [Notice(one.id, cards.claimed(after)) for one in await self._units.reviewers(item.unit_id)]
        mine = [one for one in notices if one.person_id != desk.person.id]
        return say(text, changes=(entry,), notices=mine)

    async def claim(self, desk: Desk, incoming: Incoming, item: Item, words: str) -> Said:
        """Say that it is done, with evidence; the editors of the unit get a card."""
        files = len(await self._ledger.files([incoming.message_key]))
        words = privacy.mask(words)
        if not words and not files:
            _happens(desk, incoming, item, Kind.CLAIMED, words="?")
            return say(cards.ASK_DONE.format(number=item.number), changes=(wait_for(DONE, id=item.id),))
        after, entry = _happens(desk, incoming, item, Kind.CLAIMED, words=words, files=files)
        editors = [one for one in await self._units.reviewers(item.unit_id) if one.id != desk.person.id]
        promised = bool(_PROMISED.search(words)) and not files
        told = cards.handed_over(after, desk.person, editors, promised=promised)
        notices = [Notice(one.id, cards.claimed(after)) for one in editors]
        return say(told, changes=(entry, SetWaiting(None)), notices=notices)

    async def sign(self, desk: Desk, incoming: Incoming, item: Item, kind: Kind, words: str = "") -> Said:
        """An editor's decision on a claim: told to who claimed, shown on the other editors' cards."""
        eyes = await self._eyes(desk)
        if not may_review(eyes, item.unit_id):
            raise InputError(cards.NOT_EDITOR)
        words = privacy.mask(words)
        _happens(desk, incoming, item, kind, words=words or "?")
        if kind is Kind.REJECTED and not words:
            return self.ask_why(item, kind)
        after, entry = _happens(desk, incoming, item, kind, words=words)
        claim = item.standing.claim
        notices = [cards.for_claimant(after, claim.by, entry.event)] if claim else []
        aside = {desk.person.id, claim.by if claim else ""}
        others = await self._units.reviewers(item.unit_id)
        notices += [Notice(one.id, cards.decided(after)) for one in others if one.id not in aside]
        return Said((cards.decided(after),), (entry, SetWaiting(None)), tuple(notices))

    async def reopen(self, desk: Desk, incoming: Incoming, item: Item, words: str) -> Said:
        """Open a closed item again; the editor who signed it off learns why."""
        words = privacy.mask(words)
        _happens(desk, incoming, item, Kind.REOPENED, words="?")
        if not words:
            return self.ask_why(item, Kind.REOPENED)
        after, entry = _happens(desk, incoming, item, Kind.REOPENED, words=words)
        late = after.standing.overdue(incoming.at.date())
        told = f"{cards.label(item, desk.person)}重新打开了：{words}。"
        told += cards.PAST.format(number=item.number) if late else ""
        signed = item.standing.decided
        to_tell = signed is not None and signed.by != desk.person.id
        notices = (Notice(signed.by, cards.reopened(item, entry.event)),) if signed and to_tell else ()
        return say(told, changes=(entry, SetWaiting(None)), notices=notices)

    async def void(self, desk: Desk, incoming: Incoming, item: Item, words: str) -> Said:
        """Make void what was registered by mistake, or a point in which no problem was found."""
        eyes = await self._eyes(desk)
        if item.standing.state is not State.BLANK and not may_void(eyes, item.unit_id, item.standing.registered.by):
            raise InputError(cards.NOT_TO_VOID)
        words = privacy.mask(words)
        _happens(desk, incoming, item, Kind.VOIDED, words="?")
        if not words:
            return self.ask_why(item, Kind.VOIDED)
        _, entry = _happens(desk, incoming, item, Kind.VOIDED, words=words)
        return say(f"{cards.label(item, desk.person)}已作废：{words}。", changes=(entry, SetWaiting(None)))

    def ask_why(self, item: Item, kind: Kind) -> Said:
        """Ask for the words that go with the event; the next message is taken for them."""
        waiting = wait_for(WHY, id=item.id, kind=kind.value, claims=str(item.standing.claims))
        return say(cards.ASK_WHY[kind], changes=(waiting,))

    async def _eyes(self, desk: Desk) -> Eyes:
        return Eyes(desk.person, await self._units.scope(desk.person))

    async def _unit(self, desk: Desk, told: Told) -> tuple[str, str]:
        """The unit that was named as responsible, where the person looks after it; else their own."""
        own = desk.person.unit
        if not told.unit or told.unit == own.name:
            return own.id, own.name
        eyes = await self._eyes(desk)
        named = next((unit for unit in await self._units.all() if unit.name == told.unit), None)
        if named is None:
            return own.id, own.name
        if not may_review(eyes, named.id):
            raise InputError(f"你只能登记{own.name}的问题；{told.unit}的请它自己或上级审核员登记。")
        return named.id, named.name

    async def _new(
        self,
        desk: Desk,
        incoming: Incoming,
        unit_id: str,
        unit: str,
        *,
        facts: Facts = UNSAID,
        check: str = "",
        ahead: int = 0,
    ) -> tuple[Item, Entry]:
        """The item under the unit's next number; the same delivery makes the same item."""
        person = desk.person
        number = await self._ledger.last_number(unit_id) + 1 + ahead
        item_id = hashlib.sha256(f"{incoming.key}\n{ahead}".encode()).hexdigest()[:16]
        said = incoming.message_key
        event = Event(Kind.REGISTERED, incoming.at, person.id, person.name, facts, message=said, check=check)
        item = Item(item_id, unit_id, unit, number, (event,), step(None, event))
        return item, Entry(item_id, unit_id, number, 0, event)


def _happens(
    desk: Desk, incoming: Incoming, item: Item, kind: Kind, *, facts: Facts = UNSAID, words: str = "", files: int = 0
) -> tuple[Item, Entry]:
    """The item after one more event, and the event to write; IllegalStep where it may not happen."""
    person = desk.person
    event = Event(kind, incoming.at, person.id, person.name, facts, words.strip(), files, incoming.message_key)
    after = replace(item, events=(*item.events, event), standing=step(item.standing, event))
    return after, Entry(item.id, item.unit_id, item.number, item.standing.seq, event)


def _named(facts: Facts, desk: Desk) -> Facts:
    """我 is whoever says it."""
    return replace(facts, owner=desk.person.name) if facts.owner == "我" else facts
