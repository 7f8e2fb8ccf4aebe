"""What `shibao library` does: list, show, correct and remove documents. The words of cards stand in flows/."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.clock import wall_now
from bot.domain.library.card_edits import named, stored
from bot.domain.library.standing import settle
from bot.domain.submissions.people import Unit
from bot.domain.talk.desk import CorrectCard
from bot.errors import InputError
from bot.flows import library_words
from bot.settings import Settings
from bot.wiring import NAMELESS, House, open_house

if TYPE_CHECKING:
    from bot.domain.library.passages import Document

FORCE = {"yes": "yes", "no": "no", "auto": ""}


async def _cards(house: House) -> "list[Document]":
    successors = house.library.lists.successors
    return list(settle(await house.library.shelf.documents(), today=wall_now().date(), successors=successors))


async def _units(house: House) -> dict[str, Unit]:
    return {unit.id: unit for unit in await house.records.units.all()}


def _one(name: str, documents: "Sequence[Document]") -> "Document":
    found = [one for one in documents if one.id == name] or named(name, documents)
    if not found:
        raise InputError(f"资料库里没有《{name}》。用 shibao library list 看有哪些。")
    if len(found) > 1:
        raise InputError("有几份叫这个名字，请改用编号：" + "、".join(f"{one.id}（{one.name}）" for one in found))
    return found[0]


def as_json(document: "Document") -> dict[str, Any]:
    """A card as scripts see it; dates as ISO."""
    row = asdict(document)
    del row["edition"]
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}


async def listed(settings: Settings) -> "tuple[str, list[dict[str, Any]]]":
    """Every document, for people and for scripts."""
    async with open_house(settings) as house:
        cards = await _cards(house)
    lines = [
        "  ".join((one.id, library_words.name_of(one), str(one.dated or "无日期"), library_words.standing(one)))
        for one in sorted(cards, key=lambda one: (one.title, str(one.dated)))
    ]
    return "\n".join(lines) or "资料库是空的：用 shibao index 收文件。", [as_json(one) for one in cards]


async def shown(settings: Settings, name: str) -> "tuple[str, dict[str, Any]]":
    """One card."""
    async with open_house(settings) as house:
        document = _one(name, await _cards(house))
        return await _card(house, document), as_json(document)


async def _card(house: House, document: "Document") -> str:
    unit = (await _units(house)).get(document.unit) or Unit(document.unit, document.unit)
    return "\n".join([*library_words.lines_of(document, unit), f"编号：{document.id}", f"来自：{document.origin}"])


async def change(settings: Settings, name: str, values: Mapping[str, str | None]) -> str:
    """Correct a card; None leaves a field as it is, an empty value clears it."""
    async with open_house(settings) as house:
        document = _one(name, await _cards(house))
        said = [(field, await _value(house, field, value)) for field, value in values.items() if value is not None]
        if not said:
            raise InputError("没说改什么，如 --number 云文旅发〔2025〕18号；看用法：shibao library set --help")
        person = await house.records.people.terminal(settings.unit or NAMELESS)
        await house.library.shelf.correct(CorrectCard(document.id, tuple(said)), person.id, wall_now())
        return await _card(house, _one(document.id, await _cards(house)))


async def _value(house: House, field: str, value: str) -> str:
    if field == "in_force":
        if value not in FORCE:
            raise InputError("--in-force 只能是 yes、no 或 auto。")
        return FORCE[value]
    if field == "unit":
        if value in ("", "all"):
            return ""
        found = [unit.id for unit in (await _units(house)).values() if unit.name == value]
        if not found:
            raise InputError(f"没有单位 {value}：用 shibao admin units 看有哪些；给所有单位看写 all。")
        return found[0]
    try:
        return stored(field, value)
    except ValueError as error:
        raise InputError(f"{error}。") from None


async def remove(settings: Settings, name: str) -> str:
    """Remove a document, and prove by its own sentences that it is found no more."""
    async with open_house(settings) as house:
        document = _one(name, await _cards(house))
        left = await house.library.ingesting.remove(document)
    if left:
        raise InputError(f"{library_words.name_of(document)}没有删干净，还查得到 {left} 处。请再删一次。")
    proven = f"已删掉{library_words.name_of(document)}。用它自己的句子去查，一处也查不到了。"
    return proven + "原文件还在文件夹里的话，下次收录会再收进来。"
