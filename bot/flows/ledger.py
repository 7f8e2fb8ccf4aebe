"""The room of the ledger of problems: its words, its buttons, and what it asked and waits for."""

import re
from dataclasses import replace

from bot.domain.house import house_words
from bot.domain.ledger import item_talk
from bot.domain.ledger.item_orders import Act, Ask
from bot.domain.ledger.items import CHECKS, Item, Kind, State, named
from bot.domain.ledger.ledger_words import read
from bot.domain.ledger.reminders import Mute
from bot.domain.submissions import review_words, staff_orders
from bot.domain.submissions.people import may_follow
from bot.domain.talk import intents, spoken
from bot.domain.talk.desk import Desk, SetWaiting, Waiting
from bot.domain.talk.door import Button, Incoming
from bot.domain.talk.intent import Kind as Intended
from bot.domain.talk.intent import Scene
from bot.errors import IllegalStep
from bot.flows import ledger_cards as cards
from bot.flows.ledger_looks import NOT_CLOSED, Looking
from bot.flows.ledger_turns import DONE, FACTS, PROBLEM, WHY, Turning
from bot.flows.replies import Room, Said, say, together
from bot.ports import Ledger, People, Units

_CANCEL = re.compile(r"(?:取消|算了|不[登退延开]了?|先不[登退延报]了?|留着)[。！!]?")
_SKIP = re.compile(r"(?:都)?(?:跳过|不知道|先空着|暂时没有|以后再说|没有了?|不清楚|待补|先这样)(?:吧|了)?[。！!]?")
_FIELD = re.compile(r"(?:来源|措施|责任人|负责人|时限|期限)")
_COMMANDS = (
    Intended.DRAFT, Intended.SHOW, Intended.CLEAR, Intended.HELP, Intended.SECTION, Intended.CHECK, Intended.SOURCE,
    Intended.QUESTION, Intended.WORD, Intended.SUBMIT, Intended.STANDING, Intended.PENDING, Intended.COUNT,
)  # fmt: skip
"""What is nobody's reason and nobody's evidence."""
_ONCE = (Act.REGISTER, Act.PROGRESS, Act.CLAIM)
"""What an edited message would do a second time."""
_ASKED = (PROBLEM, WHY, DONE)


class Ledgering(Room):
    """Problems of a unit from the word that there is one to the editor's signature."""

    def __init__(self, ledger: Ledger, units: Units, people: People) -> None:
        self._ledger = ledger
        self._looks = Looking(ledger, units)
        self._turns = Turning(ledger, units, people)

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Serve words about the ledger, or words that it waits for; None leaves them to others."""
        ask = read(incoming.text)
        if ask and incoming.edited and ask.act in _ONCE and await self._ledger.heard(incoming.message_key):
            return say(cards.EDITED)
        said = await self._serve(desk, incoming, ask) if ask else await self._pointed(desk, incoming)
        if said is None and desk.awaits(*_ASKED) and _CANCEL.fullmatch(incoming.text.strip()):
            return say("好，先放着。", changes=(SetWaiting(None),))
        others = spoken.read(incoming.text) or house_words.read(incoming.text) or staff_orders.read(incoming.text)
        waiting = desk.awaits(FACTS, *_ASKED)
        if said is None and waiting and incoming.text.strip() and not (others or review_words.read(incoming.text)):
            return await self._waited(desk, incoming, waiting)
        return said

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """Serve a button of the ledger's own; None leaves it to others."""
        argument = button.argument
        match button.verb:
            case "ledger-summary":
                return await self._looks.summary(desk, incoming)
            case "ledger-export":
                return await self._looks.export(desk, incoming)
            case "ledger-check" if argument in CHECKS:
                return await self._turns.check(desk, incoming, argument)
            case "ledger-checks":
                return await self._turns.check(desk, incoming, *CHECKS)
            case "ledger-show":
                return Said((cards.shown(await self._looks.item(desk, argument), incoming.at.date()),))
            case "ledger-files":
                item = await self._looks.item(desk, argument)
                return Said((cards.files(item, await self._ledger.files(cards.evidence(item))),))
            case "ledger-close":
                item = await self._claimed(desk, argument)
                return await self._turns.sign(desk, incoming, item, Kind.CLOSED)
            case "ledger-reject":
                item = await self._claimed(desk, argument)
                return await self._turns.sign(desk, incoming, item, Kind.REJECTED)
            case "ledger-say":
                return await self.told(desk, replace(incoming, text=argument, action=""))
        return None

    async def _serve(self, desk: Desk, incoming: Incoming, ask: Ask) -> Said | None:
        match ask.act:
            case Act.REGISTER if check := named(ask.words):
                return await self._turns.check(desk, incoming, check)
            case Act.REGISTER:
                return await self._turns.register(desk, incoming, ask.words)
            case Act.LIST:
                return await self._looks.still_open(desk, incoming)
            case Act.MINE:
                return await self._looks.of_owner(desk, incoming, ask.words)
            case Act.OVERDUE:
                return await self._looks.late(desk, incoming)
            case Act.WAITING:
                return await self._looks.waiting(desk)
            case Act.CLOSED:
                return await self._looks.closed(desk, incoming, ask.words)
            case Act.SUMMARY:
                return await self._looks.summary(desk, incoming, ask.words)
            case Act.EXPORT:
                return await self._looks.export(desk, incoming)
            case Act.MUTE | Act.UNMUTE if not ask.number:
                return _mute(None, ask.act)
            case Act.TEMPLATE:
                return Said((cards.template(),))
            case _ if ask.number:
                return await self._on_item(desk, incoming, ask)
        return None

    async def _on_item(self, desk: Desk, incoming: Incoming, ask: Ask) -> Said | None:
        """What concerns one item; None where the words do not surely mean one of the ledger."""
        seen = await self._looks.visible(desk)
        meant = [item for item in seen if item.number == ask.number and ask.unit in ("", item.unit)]
        if ask.unit and not any(item.unit == ask.unit for item in seen):
            return None
        if ask.act in (Act.CONFIRM, Act.REJECT):
            # An editor signs off for many units: what waits for a signature is meant.
            meant = [item for item in meant if item.standing.state is State.CLAIMED] or meant
        elif not ask.unit:
            meant = [item for item in meant if item.unit_id == desk.person.unit.id] or meant
        if not meant:
            return say(cards.NOT_YOURS) if seen and ask.field != "loose" else None
        if len(meant) > 1:
            return Said((cards.which(ask.number, meant, incoming.text.strip()),))
        return await self._act(desk, incoming, meant[0], ask)

    async def _pointed(self, desk: Desk, incoming: Incoming) -> Said | None:
        """What is said of items by their matter or, where the ledger was just shown, by number alone."""
        shown = any(button.verb.startswith("ledger-") for button in desk.under)
        if shown and (problem := item_talk.one_more(incoming.text)):
            return await self._turns.register(desk, incoming, problem)
        if not shown and not item_talk.may_point(incoming.text):
            return None
        seen = {item.number: item for item in await self._looks.visible(desk) if item.unit_id == desk.person.unit.id}
        problems = [seen[n].standing.facts.problem if n in seen else "" for n in range(1, max(seen, default=0) + 1)]
        last = max(seen.values(), key=lambda item: item.events[-1].at, default=None)
        left = {
            n: (item.standing.facts.problem, item.standing.facts.owner)
            for n, item in seen.items()
            if item.standing.state in NOT_CLOSED
        }
        if shown and (signed := item_talk.done_with(incoming.text, left)):
            told, numbers = signed
            if len(numbers) != 1:
                return Said((cards.which_done([seen[n] for n in numbers], told),)) if numbers else None
            return await self._act(desk, incoming, seen[numbers[0]], Ask(Act.CLAIM, numbers[0], words=told))
        asks = item_talk.read(incoming.text, problems, shown=shown, last=last.number if last else 0)
        if asks and incoming.edited and await self._ledger.heard(incoming.message_key):
            return say(cards.EDITED)
        if len(asks) > 1 and asks[0].act is Act.CLAIM and not asks[0].words:
            # What was done is asked of one after the other.
            first = await self._act(desk, incoming, seen[asks[0].number], asks[0])
            later = [Button(f"接着报第{ask.number}项", "ledger-say", f"第{ask.number}项完成了") for ask in asks[1:5]]
            return together([first, say("一项一项来，说完再报下一项。", *later)]) if first else None
        if asks and asks[0].field == item_talk.UNSURE:
            return Said((cards.unsure(seen[asks[0].number], incoming.text.strip()),))
        # Of an item that nobody has signed off, that it is not mended yet is how it goes.
        asks = tuple(
            replace(ask, act=Act.PROGRESS, words=incoming.text.strip())
            if ask.act is Act.REOPEN and seen[ask.number].standing.state is State.OPEN
            else ask
            for ask in asks
        )
        done = [await self._act(desk, incoming, seen[ask.number], ask) for ask in asks]
        return together([one for one in done if one]) if any(done) else None

    async def _act(self, desk: Desk, incoming: Incoming, item: Item, ask: Ask) -> Said | None:
        turns, words = self._turns, ask.words
        match ask.act:
            case Act.SHOW:
                return Said((cards.shown(item, incoming.at.date()),))
            case Act.PROGRESS:
                return await turns.progress(desk, incoming, item, words)
            case Act.EXTEND:
                return await turns.extend(desk, incoming, item, words)
            case Act.AMEND:
                return await turns.set(desk, incoming, item, ask.field, words)
            case Act.CLAIM:
                return await turns.claim(desk, incoming, item, words)
            case Act.CONFIRM:
                return await turns.sign(desk, incoming, item, Kind.CLOSED)
            case Act.REJECT:
                return await turns.sign(desk, incoming, item, Kind.REJECTED, words)
            case Act.REOPEN:
                return await turns.reopen(desk, incoming, item, words)
            case Act.VOID:
                return await turns.void(desk, incoming, item, words)
            case Act.MUTE | Act.UNMUTE:
                return _mute(item, ask.act)
        return None

    async def _waited(self, desk: Desk, incoming: Incoming, waiting: Waiting) -> Said | None:
        """Take the words as what was asked for."""
        text = incoming.text.strip()
        if _CANCEL.fullmatch(text) or (waiting.kind == FACTS and _SKIP.fullmatch(text)):
            done = f"好，先空着，台账里标{cards.BLANK}。" if waiting.kind == FACTS else "好，先放着。"
            return say(done, changes=(SetWaiting(None),))
        told = waiting.kind == FACTS and _FIELD.match(text)
        if not told and intents.read(text, Scene(notes=1)).kind in _COMMANDS:
            return None
        if waiting.kind == PROBLEM:
            return await self._turns.register(desk, incoming, text)
        item = await self._ledger.find(waiting.data["id"])
        if item is None or not may_follow(await self._looks.eyes(desk), item.unit_id):
            return None
        try:
            return await self._answered(desk, incoming, item, waiting)
        except IllegalStep as problem:
            return say(problem.user_message, changes=(SetWaiting(None),))

    async def _answered(self, desk: Desk, incoming: Incoming, item: Item, waiting: Waiting) -> Said | None:
        match waiting.kind:
            case "ledger-facts":
                return await self._turns.answer(desk, incoming, item, tuple(waiting.data["asked"].split("、")))
            case "ledger-done":
                return await self._turns.claim(desk, incoming, item, incoming.text.strip())
            case _:
                return await self._reason(desk, incoming, item, waiting.data)

    async def _reason(self, desk: Desk, incoming: Incoming, item: Item, data: dict[str, str]) -> Said:
        kind, words = Kind(data["kind"]), incoming.text.strip()
        if kind is Kind.EXTENDED:
            return await self._turns.extend(desk, incoming, item, f"{data['day']}，因为{words}")
        if kind is Kind.REJECTED:
            _same_claim(item, data["claims"])
            return await self._turns.sign(desk, incoming, item, kind, words)
        if kind is Kind.REOPENED:
            return await self._turns.reopen(desk, incoming, item, words)
        return await self._turns.void(desk, incoming, item, words)

    async def _claimed(self, desk: Desk, argument: str) -> Item:
        """The item of a card, if the card still tells how it stands."""
        item_id, claims = argument.split(" ")
        item = await self._looks.item(desk, item_id)
        _same_claim(item, claims)
        return item


def _same_claim(item: Item, claims: str) -> None:
    if str(item.standing.claims) != claims:
        raise IllegalStep(cards.STALE)


def _mute(item: Item | None, act: Act) -> Said:
    """Of one item, or of everything."""
    muted = act is Act.MUTE
    change = Mute(item.id if item else "", muted)
    if item is None:
        return say(cards.MUTED if muted else cards.UNMUTED, changes=(change,))
    told = cards.ITEM_MUTED if muted else cards.ITEM_UNMUTED
    return say(told.format(number=item.number), changes=(change,))
