"""The commands of `shibao library`."""

from typing import Annotated

import typer

from bot import contract, settings
from bot.console import Command, Group, wait

library = typer.Typer(cls=Group, help="资料库里的文件。", rich_markup_mode=None, no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="标题、文件名或编号；同名的在后面写年份，如 某办法(2025)。")]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON，供脚本使用。")]
Text = Annotated[str | None, typer.Option(help="改成什么；写空的清掉。")]
Day = Annotated[str | None, typer.Option(help="日期，如 2025-07-01；写空的清掉。")]


@library.command("list", cls=Command)
def listing(json: Json = False) -> None:
    """列出资料库里的文件。"""
    from bot.shelving import listed

    text, rows = wait(listed(settings.load()))
    typer.echo(contract.dump({"documents": rows}) if json else text)


@library.command(cls=Command)
def show(name: Name, json: Json = False) -> None:
    """看一份文件的卡片。"""
    from bot.shelving import shown

    text, row = wait(shown(settings.load(), name))
    typer.echo(contract.dump(row) if json else text)


@library.command("set", cls=Command)
def change(
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
) -> None:
    """改一份文件的卡片，同一份文件以后再收录也照改的算。"""
    from bot.shelving import change as correct

    values = {
        "title": title, "issuer": issuer, "number": number, "dated": dated, "effective": effective,
        "expires": expires, "in_force": in_force, "replaced_by": replaced_by, "unit": unit,
    }  # fmt: skip
    typer.echo(wait(correct(settings.load(), name, values)))


@library.command(cls=Command)
def remove(name: Name) -> None:
    """从资料库删掉一份文件，并用它自己的句子核对删干净了。"""
    from bot.shelving import remove as forget

    typer.echo(wait(forget(settings.load(), name)))
