"""Pictures of our own counts, of what the person may see; nothing is stored, all is folded anew."""

from collections.abc import Sequence

from bot.domain.submissions import pictures
from bot.domain.submissions.pictures import Wanted
from bot.domain.talk.desk import Desk
from bot.domain.talk.door import Incoming, Reply
from bot.flows.papers import Papers
from bot.flows.replies import Said, say
from bot.flows.rooms import Room


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
