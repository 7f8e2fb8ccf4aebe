"""The commands of `shibao admin`: pairing codes, people, units, house wordings, beside the running bot."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import settings
from bot.clock import wall_now
from bot.console import Group, prints
from bot.doorplate import Doorplate
from bot.errors import InputError
from bot.visiting import visit

if TYPE_CHECKING:
    from bot.domain.submissions.people import Role
    from bot.records.open import Records

admin = typer.Typer(cls=Group, help="邀请码和人员。", rich_markup_mode=None, no_args_is_help=True)
wording = typer.Typer(
    cls=Group, help="用语规矩：哪些词不写，哪些词换着写。", rich_markup_mode=None, no_args_is_help=True
)
admin.add_typer(wording, name="wording")
OfUnit = Annotated[str, typer.Option("--unit", help="哪个单位的；下属单位跟着用。不写就是 SHIBAO_UNIT。")]
Word = Annotated[str, typer.Argument(metavar="WORD", help="管的是哪个词。")]
PersonId = Annotated[str, typer.Argument(metavar="ID", help="people 列出的编号。")]
RoleName = Annotated[str, typer.Option("--role", help="admin、editor、writer 或 staff。")]

UNKNOWN = "没有编号为 {id} 的人：用 shibao admin people 查看。"


@prints(admin)
async def invite(unit: Annotated[str, typer.Option(help="单位名称，没有就新建。")], role: RoleName = "staff") -> str:
    """生成一个邀请码。"""
    name, given, called = _place(unit, role)
    configuration = settings.load()
    async with visit(configuration) as records:
        code = await records.people.invite(name, given)
    told = f"邀请码 {code}（{name}，{called}；7 天内有效，只能用一次）。请对方在 Telegram 里发给机器人。"
    link = Doorplate(configuration.home).link(code)
    return f"{told}\n也可以让对方直接点：{link}" if link else told


@prints(admin)
async def people() -> str:
    """列出所有人。"""
    from bot.domain.submissions.staff_orders import ROLES

    async with visit(settings.load()) as records:
        everyone = await records.people.everyone()
    lines = [
        f"{one.id}  {one.name}  {one.unit.name}  {ROLES[one.role]}{'' if one.active else '（已停用）'}"
        for one in everyone
    ]
    return "\n".join(lines) or "还没有人。用 shibao admin invite --unit 单位 生成邀请码。"


@prints(admin)
async def log(person: Annotated[str, typer.Argument(metavar="[编号或姓名]", help="只看一个人的。")] = "") -> str:
    """谁在什么时候邀请、停用、调动了谁，改了谁的权限；只增不改。"""
    from bot.flows.staff_words import move_line

    async with visit(settings.load()) as records:
        seen = await records.people.moves()
        named = [one.id for one in await records.people.everyone() if person in (one.id, one.name)]
    if person and not named:
        raise InputError(UNKNOWN.format(id=person))
    lines = [move_line(one) for one in seen if not person or one.person_id in named]
    return "\n".join(lines) or "还没有权限变动记录。"


@prints(admin)
async def suspend(person: PersonId) -> str:
    """停用一个人，立刻生效。"""
    return await _activate(person, active=False)


@prints(admin)
async def resume(person: PersonId) -> str:
    """恢复一个停用的人。"""
    return await _activate(person, active=True)


async def _activate(person: str, *, active: bool) -> str:
    async with visit(settings.load()) as records:
        if not await records.people.suspend(person, active=active):
            raise InputError(UNKNOWN.format(id=person))
    return f"已{'恢复' if active else '停用'} {person}。"


@prints(admin)
async def move(
    person: PersonId, unit: Annotated[str, typer.Option(help="调到哪个单位，没有就新建。")], role: RoleName = "staff"
) -> str:
    """调动一个人，立刻生效，旧按钮跟着失效。"""
    name, given, called = _place(unit, role)
    async with visit(settings.load()) as records:
        if not await records.people.move(person, name, given):
            raise InputError(UNKNOWN.format(id=person))
    return f"{person} 已调到{name}，{called}。"


@prints(admin)
async def units(
    place: Annotated[str, typer.Option(help="要挪动的单位。")] = "",
    under: Annotated[str, typer.Option(help="挪到哪个单位下面；不写就放到最上层。")] = "",
) -> str:
    """列出单位；加 --place 和 --under 安排上下级。"""
    async with visit(settings.load()) as records:
        if place:
            await records.units.place(place, under)
        known = await records.units.all()

    def tree(parent: str, depth: int) -> list[str]:
        here = [unit for unit in known if unit.parent == parent]
        return [line for unit in here for line in (f"{'  ' * depth}{unit.name}", *tree(unit.id, depth + 1))]

    return "\n".join(tree("", 0)) or "还没有单位。用 shibao admin invite --unit 单位 建一个。"


@prints(admin)
async def picture(
    target: Annotated[Path, typer.Argument(metavar="OUT.png", help="存到哪个文件。")],
    year: Annotated[int, typer.Option(help="哪一年；不写就是今年。")] = 0,
    by_unit: Annotated[bool, typer.Option("--by-unit", help="按单位列采用和退回数，按拼音排，不排名。")] = False,
) -> str:
    """把一年的采用情况画成图：按类别和月份，或按单位。"""
    from bot.domain.submissions import pictures
    from bot.export.paper import printed

    configuration, year = settings.load(), year or wall_now().year
    async with visit(configuration) as records:
        names = {unit.id: unit.name for unit in await records.units.all()}
        found = await records.log.among(list(names))
    wanted = pictures.Wanted(f"{year}年", date(year, 1, 1), date(year, 12, 31))
    adopted = pictures.adopted(pictures.inside(wanted, found))
    _, data = printed(
        pictures.roll(wanted, found, names) if by_unit else pictures.chart(wanted, found, configuration.categories)
    )
    try:
        target.write_bytes(data)
    except OSError as error:
        raise InputError(f"写不了 {target}，请检查路径和权限。") from error
    return f"{target}：{year}年采用 {len(adopted)} 篇。"


@prints(admin)
async def oversee(person: PersonId, unit: Annotated[str, typer.Option(help="再管哪个单位，连同它下面的。")]) -> str:
    """让一个审核员多管一个单位。"""
    async with visit(settings.load()) as records:
        await records.units.oversee(person, unit)
    return f"{person} 现在也管{unit.strip()}。"


@prints(wording, "list")
async def wordings(unit: OfUnit = "") -> str:
    """列出一个单位的用语规矩，上级定的也在内。"""
    async with visit(settings.load()) as records:
        named = unit.strip() or await _here(records)
        rules = await records.house.of(named)
    lines = [rule.told() + ("" if rule.unit.name == named else f"（{rule.unit.name}定的）") for rule in rules]
    return "\n".join(lines) or f"{named}还没有用语规矩。用 shibao admin wording ban 定一条。"


@prints(wording)
async def ban(
    word: Word, instead: Annotated[str, typer.Option(help="换成哪个词；不写就是不许写。")] = "", unit: OfUnit = ""
) -> str:
    """定一条：这个词不写，或换成另一个词。"""
    from bot.domain.house.house_style import checked

    word, instead = checked(word, instead)
    async with visit(settings.load()) as records:
        named = unit.strip() or await _here(records)
        await records.house.change(named, word=word, instead=instead)
    return f"定了：{named}" + (f"“{word}”写成“{instead}”。" if instead else f"不写“{word}”。")


@prints(wording)
async def drop(word: Word, unit: OfUnit = "") -> str:
    """取消一条。"""
    async with visit(settings.load()) as records:
        named = unit.strip() or await _here(records)
        await records.house.change(named, word=word.strip('“”" '), drop=True)
    return f"取消了：{named}“{word}”那一条。"


async def _here(records: "Records") -> str:
    """The unit of this machine, made where nobody used it yet."""
    return (await records.people.terminal(settings.load().unit)).unit.name


def _place(unit: str, role: str) -> "tuple[str, Role, str]":
    """The unit and the role that were typed, and how people call the role."""
    from bot.domain.submissions.people import Role
    from bot.domain.submissions.staff_orders import ROLES

    if role not in list(Role):
        raise InputError(f"没有角色 {role}：可用 {'、'.join(Role)}。")
    if not unit.strip():
        raise InputError("请写单位名称，如 --unit 县图书馆。")
    return unit.strip(), Role(role), ROLES[Role(role)]
