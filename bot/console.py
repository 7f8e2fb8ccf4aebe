"""How commands run, read input and talk on the two streams; Chinese help and usage errors. No commands here."""

import asyncio
import contextlib
import functools
import os
import re
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from bot.errors import InputError, ShibaoError, UnreadableFile

LARGEST_INPUT = 5 * 1024 * 1024
HELP_WORDS = (
    ("Usage:", "用法："),
    ("Arguments:", "参数："),
    ("Options:", "选项："),
    ("Commands:", "命令："),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 [参数]…"),
    ("Show this message and exit.", "显示本帮助。"),
    ("[required]", "（必填）"),
)


def _chinese(text: str) -> str:
    for english, chinese in HELP_WORDS:
        text = text.replace(english, chinese)
    return re.sub(r"\[default: ([^\]]*)\]", r"（默认 \1）", text)


class Command(TyperCommand):
    """A command whose help is Chinese throughout."""

    def get_help(self, ctx: Any) -> str:
        return _chinese(super().get_help(ctx))


class Group(TyperGroup):
    """A group whose help is Chinese throughout."""

    def get_help(self, ctx: Any) -> str:
        return _chinese(super().get_help(ctx))


# Typer's UsageError, which it does not export.
USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]


def run(app: typer.Typer, arguments: list[str]) -> int:
    """Run one command; the exit status is 0 done, 1 cannot be served, 2 wrong usage."""
    try:
        status = app(arguments, prog_name="shibao", standalone_mode=False)
    except ShibaoError as error:
        say(error.user_message)
        return 1
    except USAGE_ERROR as error:
        return _wrong_usage(error)
    except (KeyboardInterrupt, typer.Abort):
        say("已停止。")
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong, and nothing more can be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _report(error)
    return status if isinstance(status, int) else 0


def _wrong_usage(error: Any) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(error.message)
        return 0
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "shibao"
    say(f"{_usage_problem(error)}。看用法：{command} --help")
    return 2


def _report(error: Exception) -> int:
    from bot import log, settings

    with contextlib.suppress(ShibaoError):
        log.start(settings.load().home)
    say(f"出了意外（编号 {log.failure('cli', error)}）。请重试；再出现时把编号告诉管理员。")
    return 1


def _usage_problem(error: Any) -> str:
    kind = type(error).__name__
    parameter = getattr(getattr(error, "param", None), "opts", None) or [""]
    name = parameter[0] if parameter[0].startswith("-") else parameter[0].upper()
    if kind == "NoSuchOption":
        return f"没有选项 {error.option_name}"
    if kind == "MissingParameter":
        return f"少了 {name}"
    if kind == "BadParameter":
        return f"{error.param_hint or name} 的值不对"
    if kind == "BadOptionUsage":
        return f"选项 {error.option_name} 后面少了值"
    missing = re.search(r"No such command '([^']*)'", error.message)
    if missing:
        return f"没有命令 {missing[1]}"
    extra = re.search(r"unexpected extra argument\(s\) \((.*)\)", error.message)
    if extra:
        return f"多了参数 {extra[1]}（有空格的内容请加引号）"
    return "缺少命令" if "Missing command" in error.message else "用法不对"


Result = TypeVar("Result")
Work = TypeVar("Work", bound=Callable[..., Coroutine[Any, Any, str]])


def prints(group: typer.Typer, name: str | None = None) -> Callable[[Work], Work]:
    """Make work that gives a text a command of the group, which prints it."""

    def register(work: Work) -> Work:
        @functools.wraps(work)
        def command(*given: Any, **named: Any) -> None:
            typer.echo(wait(work(*given, **named)))

        group.command(name, cls=Command)(command)
        return work

    return register


def wait(work: Coroutine[Any, Any, Result]) -> Result:
    """Run a command's work to its end."""
    return asyncio.run(work)


def say(text: str) -> None:
    """A line for the person, on standard error: progress and remarks never mix with results."""
    typer.echo(text, err=True)


def read_input(source: str) -> str:
    """The text of a file, or of standard input for "-"."""
    data = sys.stdin.buffer.read(LARGEST_INPUT + 1) if source == "-" else _read_file(Path(source))
    if len(data) > LARGEST_INPUT:
        raise InputError("内容超过 5 MB：请分成几次。")
    return decode(data)


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_INPUT + 1)
    except FileNotFoundError:
        raise UnreadableFile(f"找不到文件 {path}：请检查名称和所在位置。") from None
    except IsADirectoryError:
        raise UnreadableFile(f"{path} 是文件夹：请给一个文本文件。") from None
    except OSError:
        raise UnreadableFile(f"打不开文件 {path}：请检查权限。") from None


def decode(data: bytes) -> str:
    """UTF-8 or GB18030 text; anything else is refused."""
    if b"\0" in data:
        raise UnreadableFile("这不是文本：请用 shibao index 收进资料库，或另存为 .txt。")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("文字编码认不出：请另存为 UTF-8 的文本文件。")
