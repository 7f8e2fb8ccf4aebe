"""The commands of `shibao library`: list, show, correct and remove documents. The words of cards stand in flows/."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot import contract, settings
from bot.clock import wall_now
from bot.console import Group, prints
from bot.errors import InputError
from bot.wiring import House, open_house

if TYPE_CHECKING:
    from bot.domain.library.passages import Document
    from bot.domain.submissions.people import Unit

library = typer.Typer(cls=Group, help="资料库里的文件。", rich_markup_mode=None, no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="标题、文件名或编号；同名的在后面写年份，如 某办法(2025)。")]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON，供脚本使用。")]
Text = Annotated[str | None, typer.Option(help="改成什么；写空的清掉。")]
Day = Annotated[str | None, typer.Option(help="日期，如 2025-07-01；写空的清掉。")]

FORCE = {"yes": "yes", "no": "no", "auto": ""}


@prints(library, "list")
async def listing(json: Json = False) -> str:
    """列出资料库里的文件。"""
    from bot.flows import library_words

    async with open_house(settings.load()) as house:
        cards = await _cards(house)
    if json:
        return contract.dump({"documents": [_as_json(one) for one in cards]})
    lines = [
        "  ".join((one.id, library_words.name_of(one), str(one.dated or "无日期"), library_words.standing(one)))
        for one in sorted(cards, key=lambda one: (one.title, str(one.dated)))
    ]
    return "\n".join(lines) or "资料库是空的：用 shibao index 收文件。"


@prints(library)
async def show(name: Name, json: Json = False) -> str:
    """看一份文件的卡片。"""
    async with open_house(settings.load()) as house:
        document = _one(name, await _cards(house))
        return contract.dump(_as_json(document)) if json else await _card(house, document)


@prints(library, "set")
async def change(
    name: Name,
    title: Text = None,
    issuer: Text = None,
    number: Text = None,
    dated: Day = None,
    effective: Day = None,
    expires: Day = None,
    in_force: Annotated[str | None, typer.Option(help="yes、no，或 auto 按日期判断。")] = None,
    replaced_by: Text = None,
    unit: Annotated[str | None, typer.Option(help="只给哪个单位看；all 给所有单位。")] = None,
) -> str:
    """改一份文件的卡片，同一份文件以后再收录也照改的算。"""
    values = {
        "title": title, "issuer": issuer, "number": number, "dated": dated, "effective": effective,
        "expires": expires, "in_force": in_force, "replaced_by": replaced_by, "unit": unit,
    }  # fmt: skip
    return await _corrected(name, values)


@prints(library)
async def remove(name: Name) -> str:
    """从资料库删掉一份文件，并用它自己的句子核对删干净了。"""
    from bot.flows import library_words

    async with open_house(settings.load()) as house:
        document = _one(name, await _cards(house))
        left = await house.library.ingesting.remove(document)
    called = library_words.name_of(document)
    if left:
        raise InputError(f"{called}没有删干净，还查得到 {left} 处。请再删一次。")
    proven = f"已删掉{called}。用它自己的句子去查，一处也查不到了。"
    return proven + "原文件还在文件夹里的话，下次收录会再收进来。"


async def _corrected(name: str, values: Mapping[str, str | None]) -> str:
    """Correct a card; None leaves a field as it is, an empty value clears it."""
    from bot.domain.talk.desk import CorrectCard

    configuration = settings.load()
    async with open_house(configuration) as house:
        document = _one(name, await _cards(house))
        said = [(field, await _value(house, field, value)) for field, value in values.items() if value is not None]
        if not said:
            raise InputError("没说改什么，如 --number 云文旅发〔2025〕18号；看用法：shibao library set --help")
        person = await house.records.people.terminal(configuration.unit)
        await house.library.shelf.correct(CorrectCard(document.id, tuple(said)), person.id, wall_now())
        return await _card(house, _one(document.id, await _cards(house)))


async def _cards(house: House) -> "list[Document]":
    from bot.domain.library.standing import settle

    documents = await house.library.shelf.documents()
    return list(settle(documents, today=wall_now().date(), successors=house.library.lists.successors))


async def _units(house: House) -> "dict[str, Unit]":
    return {unit.id: unit for unit in await house.records.units.all()}


def _one(name: str, documents: "Sequence[Document]") -> "Document":
    from bot.domain.library.card_edits import named

    found = [one for one in documents if one.id == name] or named(name, documents)
    if not found:
        raise InputError(f"资料库里没有《{name}》。用 shibao library list 看有哪些。")
    if len(found) > 1:
        raise InputError("有几份叫这个名字，请改用编号：" + "、".join(f"{one.id}（{one.name}）" for one in found))
    return found[0]


def _as_json(document: "Document") -> dict[str, Any]:
    """A card as scripts see it; dates as ISO."""
    row = asdict(document)
    del row["edition"]
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}


async def _card(house: House, document: "Document") -> str:
    from bot.domain.submissions.people import Unit
    from bot.flows import library_words

    unit = (await _units(house)).get(document.unit) or Unit(document.unit, document.unit)
    return "\n".join([*library_words.lines_of(document, unit), f"编号：{document.id}", f"来自：{document.origin}"])


async def _value(house: House, field: str, value: str) -> str:
    from bot.domain.library.card_edits import stored

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
