"""A bureau for tests: a head office with two units below it, an editor in each place, colleagues who talk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.domain.submissions.people import Person, Role
from tests.flows.conversation import START, Conversation, conversation

HEAD, LIBRARY, MUSEUM = "县文旅局", "县图书馆", "县博物馆"
STAFFING = {
    "小李": (LIBRARY, Role.STAFF),
    "小周": (LIBRARY, Role.STAFF),
    "馆材料员": (LIBRARY, Role.WRITER),
    "馆审核": (LIBRARY, Role.EDITOR),
    "小陈": (MUSEUM, Role.STAFF),
    "博审核": (MUSEUM, Role.EDITOR),
    "王审核": (HEAD, Role.EDITOR),
    "局管理员": (HEAD, Role.ADMIN),
}
NOTES = ("11月20日上午，图书馆在城东社区开展送书下乡活动，送书320册", "6名志愿者参加，现场办理借书证15张")


class Bureau:
    """`bureau["小李"]` is that colleague's conversation."""

    def __init__(self, base: Conversation, people: list[Person]) -> None:
        self.records = base.records
        self._count = 0
        self._base = base
        self._people: dict[str, Person] = {}
        self._talks: dict[str, Conversation] = {}
        for person in people:
            self.welcome(person)

    def welcome(self, person: Person) -> None:
        """Someone else who was let in."""
        self._people[person.name] = person
        base = self._base
        self._talks[person.name] = Conversation(base.records, base.hearing, base.answers, person)

    def __getitem__(self, name: str) -> Conversation:
        return self._talks[name]

    def person(self, name: str) -> Person:
        return self._people[name]

    async def say(self, name: str, text: str, **more: object) -> str:
        """Words of one colleague; the replies to themselves, joined."""
        talk = self._talks[name]
        self._count += 1
        key = more.pop("key", f"{name}:{self._count}")
        at = more.pop("at", START + timedelta(days=22, minutes=self._count))
        await talk.say(text, key=key, at=at, **more)
        talk.shown = tuple(reply for reply in talk.shown if not reply.notice)
        return "\n---\n".join(reply.text for reply in talk.shown)

    async def press(self, name: str, label: str, **more: object) -> str:
        """A button under the last replies or under a notice; the newest with that label."""
        mine = [*self._talks[name].shown, *await self.notices(name)]
        labelled = [pair for reply in mine for row in reply.buttons for pair in row if label in pair[0]]
        tokens = [token for text, token in labelled if text == label] or [token for _, token in labelled]
        assert tokens, f"no button {label} for {name}"
        return await self.say(name, "", action=tokens[-1], **more)

    async def notices(self, name: str) -> list:
        """What the colleague was told because of others, oldest first."""
        return [
            reply
            for owner, reply in await self.records.desks.unsent()
            if owner == self.person(name).id and reply.notice
        ]

    async def told(self, name: str) -> str:
        """The newest notice."""
        found = await self.notices(name)
        return found[-1].text if found else ""

    async def hand_in(self, name: str, *notes: str) -> str:
        """Notes, a draft, the profile where it is asked for, and the button."""
        for note in notes or NOTES:
            await self.say(name, note)
        await self.say(name, "写成信息")
        said = await self.press(name, "提交")
        said = await self.say(name, "跳过") if "拟稿人" in said else said
        if "先存着没交" in said:
            await self.press(name, "说明原因")
            said = await self.say(name, "当时没有统计")
        return said


_staffed: dict[str, bytes] = {}


async def _let_in(home: Path) -> None:
    """Everyone is let in once; each test gets a copy of that database."""
    async with conversation(home) as base:
        for number, (name, (unit, role)) in enumerate(STAFFING.items(), 1):
            code = await base.records.people.invite(unit, role)
            assert await base.records.people.redeem(code.replace("-", ""), number, name)
        for unit in (LIBRARY, MUSEUM):
            await base.records.units.place(unit, HEAD)
    _staffed["db"] = (home / "shibao.db").read_bytes()


@asynccontextmanager
async def bureau(home: Path) -> AsyncIterator[Bureau]:
    if _staffed:
        (home / "shibao.db").write_bytes(_staffed["db"])
    else:
        await _let_in(home)
    async with conversation(home) as base:
        everyone = await base.records.people.everyone()
        yield Bureau(base, [person for person in everyone if person.name in STAFFING])
