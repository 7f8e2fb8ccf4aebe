"""The commands of `shibao admin`: people, units, house wordings."""

from pathlib import Path
from typing import Annotated

import typer

from bot import settings
from bot.clock import wall_now
from bot.console import Command, Group, wait

admin = typer.Typer(cls=Group, help="邀请码和人员。", rich_markup_mode=None, no_args_is_help=True)
wording = typer.Typer(
    cls=Group, help="用语规矩：哪些词不写，哪些词换着写。", rich_markup_mode=None, no_args_is_help=True
)
admin.add_typer(wording, name="wording")
OfUnit = Annotated[str, typer.Option("--unit", help="哪个单位的；下属单位跟着用。不写就是 SHIBAO_UNIT。")]
Word = Annotated[str, typer.Argument(metavar="WORD", help="管的是哪个词。")]
Person = Annotated[str, typer.Argument(metavar="ID", help="people 列出的编号。")]
Role = Annotated[str, typer.Option(help="admin、editor、writer 或 staff。")]


@admin.command(cls=Command)
def invite(
    unit: Annotated[str, typer.Option(help="单位名称，没有就新建。")],
    role: Role = "staff",
) -> None:
    """生成一个邀请码。"""
    from bot.administration import invite as make

    typer.echo(wait(make(settings.load(), unit=unit, role=role)))


@admin.command(cls=Command)
def people() -> None:
    """列出所有人。"""
    from bot.administration import people as listed

    typer.echo(wait(listed(settings.load())))


@admin.command(cls=Command)
def log(
    person: Annotated[str, typer.Argument(metavar="[编号或姓名]", help="只看一个人的。")] = "",
) -> None:
    """谁在什么时候邀请、停用、调动了谁，改了谁的权限；只增不改。"""
    from bot.administration import log as moved

    typer.echo(wait(moved(settings.load(), person)))


@admin.command(cls=Command)
def suspend(person: Person) -> None:
    """停用一个人，立刻生效。"""
    from bot.administration import suspend as stop

    typer.echo(wait(stop(settings.load(), person)))


@admin.command(cls=Command)
def resume(person: Person) -> None:
    """恢复一个停用的人。"""
    from bot.administration import suspend

    typer.echo(wait(suspend(settings.load(), person, active=True)))


@admin.command(cls=Command)
def move(
    person: Person,
    unit: Annotated[str, typer.Option(help="调到哪个单位，没有就新建。")],
    role: Role = "staff",
) -> None:
    """调动一个人，立刻生效，旧按钮跟着失效。"""
    from bot.administration import move as transfer

    typer.echo(wait(transfer(settings.load(), person, unit=unit, role=role)))


@admin.command(cls=Command)
def units(
    place: Annotated[str, typer.Option(help="要挪动的单位。")] = "",
    under: Annotated[str, typer.Option(help="挪到哪个单位下面；不写就放到最上层。")] = "",
) -> None:
    """列出单位；加 --place 和 --under 安排上下级。"""
    from bot.administration import units as tree

    typer.echo(wait(tree(settings.load(), place=place, under=under)))


@admin.command(cls=Command)
def picture(
    target: Annotated[Path, typer.Argument(metavar="OUT.png", help="存到哪个文件。")],
    year: Annotated[int, typer.Option(help="哪一年；不写就是今年。")] = 0,
    by_unit: Annotated[bool, typer.Option("--by-unit", help="按单位列采用和退回数，按拼音排，不排名。")] = False,
) -> None:
    """把一年的采用情况画成图：按类别和月份，或按单位。"""
    from bot.administration import picture as draw

    typer.echo(wait(draw(settings.load(), target, year=year or wall_now().year, by_unit=by_unit)))


@admin.command(cls=Command)
def oversee(
    person: Person,
    unit: Annotated[str, typer.Option(help="再管哪个单位，连同它下面的。")],
) -> None:
    """让一个审核员多管一个单位。"""
    from bot.administration import oversee as give

    typer.echo(wait(give(settings.load(), person, unit=unit)))


@wording.command(cls=Command, name="list")
def wording_list(unit: OfUnit = "") -> None:
    """列出一个单位的用语规矩，上级定的也在内。"""
    from bot.administration import wordings

    typer.echo(wait(wordings(settings.load(), unit)))


@wording.command(cls=Command, name="ban")
def wording_ban(
    word: Word, instead: Annotated[str, typer.Option(help="换成哪个词；不写就是不许写。")] = "", unit: OfUnit = ""
) -> None:
    """定一条：这个词不写，或换成另一个词。"""
    from bot.administration import set_wording

    typer.echo(wait(set_wording(settings.load(), unit, word, instead)))


@wording.command(cls=Command, name="drop")
def wording_drop(word: Word, unit: OfUnit = "") -> None:
    """取消一条。"""
    from bot.administration import drop_wording

    typer.echo(wait(drop_wording(settings.load(), unit, word)))
