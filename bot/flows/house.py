"""House wordings in conversation: an editor sets and drops them, everyone may look at them and ask why."""

from bot.domain.house import house_words
from bot.domain.house.house_style import HouseRule, SetWording, checked
from bot.domain.house.house_words import Act, Wish
from bot.domain.submissions.people import Eyes, may_review
from bot.domain.talk.desk import Desk, SetWaiting, wait_for
from bot.domain.talk.door import Button, Incoming, Reply
from bot.errors import InputError
from bot.flows.replies import Room, Said, say
from bot.ports import Units

HOUSE = "house-wording"
HOW = "审核员可以直接说：以后别写“圆满成功”；“群众”一律写“读者”；取消“圆满成功”这条规矩。"
_MOST = 30


class Housekeeping(Room):
    """The room of 用语规矩."""

    def __init__(self, units: Units) -> None:
        self._units = units

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Serve words that are certainly about house wordings; None leaves the others alone."""
        wish = house_words.read(incoming.text)
        match wish:
            case None:
                return None
            case Wish(Act.LIST):
                return _listed(desk)
            case Wish(Act.WHY):
                return _why(desk, wish.word)
            case Wish(Act.DROP, number=house_words.ALL):
                return _listed(desk, "请一条一条点着取消：")
            case Wish(Act.DROP):
                word = _numbered(desk, wish.number) if wish.number else wish.word or _spoken_of(desk)
                known = any(rule.word == word for rule in desk.house)
                return await self._drop(desk, word) if known or wish.sure else None
            case _ if not wish.sure and (desk.drafts or not await self._may(desk)):
                return None  # without 以后 or 一律 it is about the draft, or a note
            case _:
                return await self._set(desk, wish)

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """The button under a rule that takes it back."""
        return await self._drop(desk, button.argument) if button.verb == "house-drop" else None

    async def _set(self, desk: Desk, wish: Wish) -> Said:
        word, instead = checked(wish.word, wish.instead)
        if not await self._may(desk):
            return say("用语规矩由审核员定，请把这条告诉审核员。这次的稿子可以直接说“把…改成…”。")
        unit = desk.person.unit
        told = HouseRule("", word, instead, unit).told()
        inherited = [rule for rule in desk.house if rule.word == word and rule.unit.id != unit.id]
        note = f"（{inherited[0].unit.name}定的是{inherited[0].told()}，本单位以这条为准。）" if inherited else ""
        return say(
            f"记下了：{unit.name}和下属单位的稿子，{told}。马上生效，人名、数字、引号里的话不动。{note}",
            _undo(word),
            changes=(SetWording(unit.id, word, instead), wait_for(HOUSE, word=word)),
        )

    async def _drop(self, desk: Desk, word: str) -> Said:
        if not await self._may(desk):
            return say("用语规矩由审核员定，请找审核员取消。")
        if not word:
            return _listed(desk, "取消哪一条？")
        rule = next((one for one in desk.house if one.word == word), None)
        if rule is None:
            raise InputError(f"没有“{word}”这条规矩。发“看看用语规矩”核对。")
        if rule.unit.id != desk.person.unit.id:
            return say(f"这条是{rule.unit.name}定的，要改请找{rule.unit.name}的审核员。")
        return say(f"取消了：{rule.told()}。", changes=(SetWording(rule.unit.id, word, drop=True), SetWaiting(None)))

    async def _may(self, desk: Desk) -> bool:
        return may_review(Eyes(desk.person, await self._units.scope(desk.person)), desk.person.unit.id)


def _spoken_of(desk: Desk) -> str:
    """The rule that was just made, or the only one there is."""
    if waiting := desk.awaits(HOUSE):
        return waiting.data["word"]
    own = [rule.word for rule in desk.house if rule.unit.id == desk.person.unit.id]
    return own[0] if len(own) == 1 else ""


def _numbered(desk: Desk, number: int) -> str:
    """The word of the rule at that place in the list; InputError where there are fewer."""
    if not 1 <= number <= len(desk.house):
        raise InputError(f"没有第{number}条，现在有{len(desk.house)}条规矩。发“看看用语规矩”核对。")
    return desk.house[number - 1].word


def _undo(word: str) -> Button:
    return Button(f"取消“{word}”", "house-drop", word)


def _listed(desk: Desk, head: str = "") -> Said:
    rules = desk.house[:_MOST]
    if not rules:
        return say(f"还没有用语规矩。{HOW}")
    own = desk.person.unit.id
    lines = [
        f"{n}. {rule.told()}" + ("" if rule.unit.id == own else f"（{rule.unit.name}定的）")
        for n, rule in enumerate(rules, 1)
    ]
    if len(desk.house) > _MOST:
        lines.append(f"…共{len(desk.house)}条。")
    if not head and any(rule.unit.id == own for rule in rules):
        lines.append("要取消，审核员说“取消第1条规矩”就行。")
    buttons = [(_undo(rule.word),) for rule in rules if rule.unit.id == own] if head else []
    text = "\n".join([head or f"{desk.person.unit.name}的用语规矩：", *lines])
    return Said((Reply(text, tuple(buttons[:6])),))


def _why(desk: Desk, word: str) -> Said | None:
    """Which rule a word went by; None where none is about it."""
    rules = [rule for rule in desk.house if word in (rule.word, rule.instead)]
    if not rules:
        return None
    return say("\n".join(f"{rule.unit.name}定的用语规矩：{rule.told()}。" for rule in rules))
