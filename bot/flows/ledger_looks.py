"""Looking at the ledger of problems, with the rights of whoever looks: lists, counts, what waits, the spreadsheet."""

from collections.abc import Collection

from bot.domain.ledger.items import Item, State
from bot.domain.submissions.people import Eyes, may_follow, may_review
from bot.domain.talk.desk import Desk
from bot.domain.talk.door import Incoming, Reply
from bot.errors import InputError
from bot.flows import ledger_cards as cards
from bot.flows import ledger_lists as lists
from bot.flows.replies import Said, say
from bot.ports import Ledger, Units

NOT_CLOSED = (State.BLANK, State.OPEN, State.CLAIMED)
_MOST_CARDS = 5


class Looking:
    """Nothing changes here."""

    def __init__(self, ledger: Ledger, units: Units) -> None:
        self._ledger = ledger
        self._units = units

    async def still_open(self, desk: Desk, incoming: Incoming) -> Said:
        """What is not signed off yet."""
        items = await self.visible(desk, NOT_CLOSED)
        if items:
            return Said((lists.open_items(items, incoming.at.date()),))
        done = await self.visible(desk, (State.CLOSED,))
        return say(f"没有要整改的：登记过的{len(done)}项都已销号。" if done else cards.NOTHING)

    async def late(self, desk: Desk, incoming: Incoming) -> Said:
        """What is overdue."""
        today = incoming.at.date()
        late = [item for item in await self.visible(desk, NOT_CLOSED) if item.standing.overdue(today)]
        return say(lists.listed(late, today, head=f"逾期的{len(late)}项：") if late else "没有逾期的。")

    async def of_owner(self, desk: Desk, incoming: Incoming, who: str) -> Said | None:
        """What the person, or whoever is named, is responsible for; None where nothing is the named one's."""
        named = "" if who in ("", "我") else who
        items = await self.visible(desk, NOT_CLOSED)
        theirs = [item for item in items if (named or desk.person.name) in item.standing.facts.owner]
        if not theirs:
            return None if named else say("没有写你负责的。")
        return say(lists.listed(theirs, incoming.at.date(), head=f"{named or '你'}负责的{len(theirs)}项："))

    async def waiting(self, desk: Desk) -> Said:
        """The cards of what the person may sign off, the oldest first."""
        eyes = await self.eyes(desk)
        items = await self.visible(desk, (State.CLAIMED,))
        mine = [one for one in items if may_review(eyes, one.unit_id) and _by_another(one, desk)]
        if not mine:
            return say(f"有{len(items)}项待销号，等审核员确认。" if items else "没有待销号的。")
        shown = [cards.claimed(one) for one in mine[:_MOST_CARDS]]
        more = [Reply(f"还有{len(mine) - _MOST_CARDS}项，定完再发“待销号”。")] if len(mine) > _MOST_CARDS else []
        return Said((*shown, *more))

    async def closed(self, desk: Desk, incoming: Incoming, period: str) -> Said:
        """What was signed off, in a period where one is named."""
        items = await self.visible(desk, (State.CLOSED,))
        return say(lists.closed(items, period, incoming.at))

    async def summary(self, desk: Desk, incoming: Incoming, period: str = "") -> Said:
        """The counts with their items; of a period first what moved in it."""
        items = await self.visible(desk, (State.OPEN, State.CLAIMED, State.CLOSED))
        if not items:
            return say(cards.NOTHING)
        of_period = f"{lists.moved(items, period, incoming.at)}\n\n" if period else ""
        return say(of_period + lists.summary(items, incoming.at.date()))

    async def export(self, desk: Desk, incoming: Incoming) -> Said:
        """The whole as a spreadsheet."""
        items = await self.visible(desk)
        return Said((lists.exported(items, incoming.at.date()),)) if items else say(cards.NOTHING)

    async def visible(self, desk: Desk, states: Collection[State] = ()) -> tuple[Item, ...]:
        """Items that the person may see, by unit and number."""
        eyes = await self.eyes(desk)
        units = {unit for unit in (*eyes.scope, desk.person.unit.id) if may_follow(eyes, unit)}
        return await self._ledger.among(units, states=states)

    async def item(self, desk: Desk, item_id: str) -> Item:
        """The item, if the person may see it; who may not know of it learns nothing."""
        item = await self._ledger.find(item_id)
        if item is None or not may_follow(await self.eyes(desk), item.unit_id):
            raise InputError(cards.NOT_YOURS)
        return item

    async def eyes(self, desk: Desk) -> Eyes:
        """The person with what they look after now."""
        return Eyes(desk.person, await self._units.scope(desk.person))


def _by_another(item: Item, desk: Desk) -> bool:
    """Whether somebody else said that it is done."""
    return item.standing.claim is not None and item.standing.claim.by != desk.person.id
