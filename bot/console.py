"""How commands read input and talk on the two streams; Chinese help and usage errors. No commands here."""

import asyncio
import functools
import re
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from bot.errors import InputError, UnreadableFile

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


def usage_line(error: Any) -> str:
    """A usage error of Typer as one Chinese line."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "shibao"
    return f"{_usage_problem(error)}。看用法：{command} --help"


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
