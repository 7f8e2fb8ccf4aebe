"""The commands. Each reads its input, calls a flow through wiring and prints; heavy rooms load when used."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import console, contract, doors, settings, wiring
from bot.admin_commands import admin
from bot.clock import wall_now
from bot.console import Command, Group, say, wait
from bot.errors import InputError
from bot.ports import Engine
from bot.shelf_commands import library

app = typer.Typer(
    cls=Group,
    name="shibao",
    help="实报：把当天的活动记录写成有据可查、不说空话的信息稿；查政策条款，逐条有出处。",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(admin, name="admin")
app.add_typer(library, name="library")

Json = Annotated[bool, typer.Option("--json", help="输出 JSON，供脚本使用。")]
Source = Annotated[str, typer.Argument(metavar="FILE", help="文件，或 - 表示从标准输入读。")]
EngineName = Annotated[str, typer.Option("--engine", help="auto、offline（不用大模型）或 model（必须用）。")]


def run(arguments: list[str]) -> int:
    """Run one command; the exit status is 0 done, 1 cannot be served, 2 wrong usage."""
    return console.run(app, arguments)


def _engine(name: str) -> Engine:
    if name not in ("auto", "offline", "model"):
        raise typer.BadParameter("engine", param_hint="--engine")
    return name  # type: ignore[return-value]


def _moment(text: str) -> datetime:
    if not text:
        return wall_now()
    try:
        return contract.local_time(text)
    except ValueError:
        raise InputError("--now 看不懂：请写成 2026-05-29T09:30 这样。") from None


@app.command(cls=Command)
def draft(
    source: Source,
    json: Json = False,
    unit: Annotated[str, typer.Option(help="单位名称，用作信息的主体。")] = "",
    now: Annotated[str, typer.Option(help="没有时间的消息按这个时间理解“今天”，如 2026-05-29T09:30。")] = "",
    engine: EngineName = "auto",
) -> None:
    """活动记录写成信息：一行一条，或一行一个 JSON。"""
    chosen, moment = _engine(engine), _moment(now)
    notes = contract.read_notes(console.read_input(source))
    configuration = settings.load()
    drafting = wiring.drafting(configuration)
    named = unit or configuration.unit
    house = wait(wiring.house_rules(configuration, named))
    result = wait(drafting.draft(notes, unit=named, now=moment, engine=chosen, house=house))
    if not result.reports:
        raise InputError("没看出可写的事：请说清什么时间、在哪里、谁做了什么。")
    if json:
        typer.echo(contract.dump(contract.draft_json(result.engine, result.reports)))
    else:
        from bot.terminal import pages

        typer.echo(pages.reports(result.reports, [note.text for note in notes]))


@app.command(cls=Command)
def check(source: Source, json: Json = False) -> None:
    """逐句看一段文字有没有空话。"""
    text = console.read_input(source)
    if not text.strip():
        raise InputError("没有内容：请给一段要看的文字。")
    from bot.domain.house.house_style import wordings
    from bot.domain.plain.plain_talk import judge

    house = wait(wiring.house_rules(settings.load()))
    judgement = judge(text, wordings=wordings(house))
    if json:
        typer.echo(contract.dump(contract.judgement_json(judgement)))
    else:
        from bot.terminal import pages

        typer.echo(pages.judgement(judgement))


@app.command(cls=Command)
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="问题，或 - 表示一行一个问题。")],
    json: Json = False,
    engine: EngineName = "auto",
) -> None:
    """查政策：答案带条款原文，资料库里没有就直说。"""
    chosen = _engine(engine)
    questions = contract.lines_of(console.read_input("-")) if question == "-" else [question.strip()]
    if not any(questions):
        raise InputError("没有问题：请写一个，例如 shibao ask 公务接待能上酒吗")
    wait(_ask(questions, chosen, as_json=json or question == "-", each=question == "-"))


async def _ask(questions: list[str], engine: Engine, *, as_json: bool, each: bool) -> None:
    from bot.terminal import pages

    async with wiring.open_house(settings.load()) as house:
        with pages.Progress("第一次使用，正在收录自带资料") as progress:
            await house.fill_library(progress)
        for question in questions:
            try:
                answer = await house.library.answering.ask(question, now=_moment(""), engine=engine)
            except InputError as error:
                if not each:
                    raise
                typer.echo(contract.dump(contract.refusal_json(error.user_message)))
                continue
            line = contract.dump(contract.answer_json(answer)) if as_json else pages.answer(answer)
            typer.echo(line)


@app.command(cls=Command)
def index(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[PATH]…", help="文件或文件夹。")] = None,
    json: Json = False,
    watch: Annotated[bool, typer.Option("--watch", help="收完不退出，文件夹一有变化就跟着收，Ctrl-C 停。")] = False,
) -> None:
    """把文件收进资料库；没改过的文件不重做。"""
    wait(_watch(paths or []) if watch else _index(paths or [], as_json=json))


async def _watch(paths: list[Path]) -> None:
    import signal

    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    async with wiring.open_house(settings.load()) as house:
        say("盯着文件夹，有变化就收。按 Ctrl-C 停止。")
        await house.watch(paths or [wiring.knowledge()], stopping, say=say)
    say("已停止。")


async def _index(paths: list[Path], *, as_json: bool) -> None:
    from dataclasses import asdict

    from bot.terminal import pages

    async with wiring.open_house(settings.load()) as house:
        with pages.Progress("正在收录") as progress:
            counts = await house.library.ingesting.index(paths or [wiring.knowledge()], progress=progress)
        typer.echo(contract.dump(asdict(counts)) if as_json else pages.counts(counts))
        if counts.failed and not (counts.added or counts.changed or counts.unchanged):
            raise InputError("没有收进任何文件：原因见上。" if not as_json else counts.failed[0][1])


@app.command(cls=Command)
def section(
    title: Annotated[str, typer.Option(help="这一节的题目，如 转变作风情况。")],
    json: Json = False,
    period: Annotated[str, typer.Option(help="时段，如 2026年上半年。")] = "",
    notes: Annotated[str, typer.Option(metavar="FILE", help="材料：文件或 -。")] = "",
    engine: EngineName = "auto",
) -> None:
    """起草总结里的一节：用给的材料和资料库里的依据。"""
    chosen = _engine(engine)
    given = contract.read_notes(console.read_input(notes)) if notes else ()
    wait(_section(title, period, given, chosen, as_json=json))


async def _section(title: str, period: str, given: Any, engine: Engine, *, as_json: bool) -> None:
    from bot.terminal import pages

    configuration = settings.load()
    async with wiring.open_house(configuration) as house:
        with pages.Progress("第一次使用，正在收录自带资料") as progress:
            await house.fill_library(progress)
        rules = await house.records.house.of(configuration.unit or await house.records.people.here())
        made = await house.sections.write(
            title, period=period, notes=given, unit=configuration.unit, now=_moment(""), engine=engine, house=rules
        )
        typer.echo(contract.dump(contract.section_json(made)) if as_json else pages.section(made))


@app.command(cls=Command)
def export(
    source: Source,
    target: Annotated[Path, typer.Argument(metavar="OUT", help="输出文件，以 .docx、.pdf、.txt 或 .xlsx 结尾。")],
    unit: Annotated[str, typer.Option(help="署名的单位。")] = "",
    day: Annotated[str, typer.Option("--date", help="落款日期，如 2026-05-29；默认今天。")] = "",
    drafter: Annotated[str, typer.Option(help="拟稿人。")] = "",
    reviewer: Annotated[str, typer.Option(help="审核人。")] = "",
    phone: Annotated[str, typer.Option(help="联系电话。")] = "",
    issue: Annotated[int | None, typer.Option(min=1, help="编成简报第几期。")] = None,
    name: Annotated[str, typer.Option(help="简报的名称。")] = "工作简报",
) -> None:
    """把 draft --json 的结果或带标题的文本存成公文格式的文件。"""
    from bot import exporting
    from bot.domain.submissions.enclosures import Imprint

    if source != "-" and Path(source).resolve() == target.resolve():
        raise InputError("输出文件不能就是稿件本身：请换一个名字。")
    pieces = exporting.read(console.read_input(source))
    dated = exporting.day_of(day) or wall_now().date()
    imprint = Imprint(unit or settings.load().unit, dated, drafter, reviewer, phone, issue)
    exporting.save(pieces, imprint, target, name=name)
    for piece in pieces:
        if piece.missing:
            say(f"《{piece.article.title}》还缺：{'、'.join(piece.missing)}，报送前请补上。")
    say(f"已存为 {target}，共 {len(pieces)} 篇。")


@app.command(cls=Command)
def chat() -> None:
    """在终端里聊：记活动、出信息、查政策。"""
    from bot.terminal import pages
    from bot.terminal.chat import chat as talk

    configuration = settings.load()
    with pages.Progress("第一次使用，正在收录自带资料") as progress:
        talk(
            lambda: doors.open_terminal(configuration), first_run=wiring.is_first_run(configuration), progress=progress
        )


@app.command(cls=Command)
def serve() -> None:
    """启动 Telegram 机器人。"""
    from bot.terminal import pages

    with pages.Progress("第一次使用，正在收录自带资料") as progress:
        wait(doors.serve(settings.load(), say=say, progress=progress))


@app.command(cls=Command)
def verify() -> None:
    """核对报送日志：定稿和指纹、状态和日志是否一致。"""
    from bot.visiting import verify as prove

    lines, sound = wait(prove(settings.load()))
    typer.echo("\n".join(lines))
    if not sound:
        raise InputError("日志对不上：见上面打 ✗ 的行。请停用机器人，用备份核对。")


@app.command(cls=Command)
def backup(
    target: Annotated[Path, typer.Argument(metavar="OUT.tar", help="存到哪个文件；以 .gz 结尾就压缩。")],
) -> None:
    """备份记录和收进的文件；机器人开着也能做。"""
    from bot.visiting import back_up

    typer.echo(back_up(settings.load(), target))


@app.command(cls=Command)
def restore(source: Annotated[Path, typer.Argument(metavar="IN.tar", help="backup 做的文件。")]) -> None:
    """把备份恢复到空的数据目录，再核对一遍日志。"""
    from bot.visiting import restore as put_back

    typer.echo(put_back(settings.load(), source))
    verify()


@app.command(cls=Command)
def ledger(
    json: Json = False,
    unit: Annotated[str, typer.Option(help="只看一个单位。")] = "",
    out: Annotated[Path | None, typer.Option("--out", metavar="OUT.xlsx", help="存成表格。")] = None,
) -> None:
    """问题台账：登记、完成、逾期各几项，连同清单；可以存成表格。"""
    from bot import ledger as kept

    found, today = wait(kept.items(settings.load(), unit=unit)), wall_now().date()
    if out:
        kept.save(found, out, today)
        say(f"已存为 {out}，共 {len(found)} 项。")
    if json:
        typer.echo(contract.dump(kept.as_json(found, today)))
    elif not out:
        typer.echo(kept.lines(found, today))


@app.command(cls=Command)
def doctor() -> None:
    """体检：配了什么、通不通、缺什么。"""
    from bot.doctor import examine

    if not wait(examine(settings.load(), typer.echo)):
        raise InputError("有配置了但不能用的，见上面打 ✗ 的行。")


if __name__ == "__main__":
    from bot.__main__ import main

    main()
