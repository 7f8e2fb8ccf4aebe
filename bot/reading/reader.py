"""Any file to lines. Plain text is read here, other formats in a child process that may die of them."""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from bot.domain.clauses import Line
from bot.domain.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits
from bot.reading.gate import LEGACY, admit
from bot.reading.legacy import converted
from bot.reading.plain import read_plain
from bot.reading.sheet import read_csv
from bot.reading.web import read_web

IN_PROCESS = {
    "md": read_plain,
    "markdown": read_plain,
    "txt": read_plain,
    "html": read_web,
    "htm": read_web,
    "csv": read_csv,
}


class FileReader:
    """The port `DocumentReader`."""

    async def read(self, path: Path) -> ReadDocument:
        """The lines of one file."""
        if path.suffix.lower() in LEGACY:
            async with converted(path) as modern:
                return await self.read(modern)
        kind = await asyncio.to_thread(admit, path)
        if kind in IN_PROCESS:
            return await asyncio.to_thread(_read_text, path, IN_PROCESS[kind])
        return _parse(await _run_child(kind, path))


def _read_text(path: Path, read: Callable[[Path], ReadDocument]) -> ReadDocument:
    try:
        return read(path)
    except OSError as error:
        raise UnreadableFile("文件打不开，请检查是否存在、有没有读取权限") from error


async def _run_child(kind: str, path: Path) -> bytes:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.reading.child", kind, _absolute(path)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    try:
        output, _ = await asyncio.wait_for(child.communicate(), limits.SECONDS * 1.5)
    except TimeoutError:
        raise UnreadableFile("文件太复杂，读了半分钟还没读完，请另存或拆开后再发") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return output


def _absolute(path: Path) -> str:
    """The child starts in another folder."""
    return os.path.abspath(path)


def _parse(output: bytes) -> ReadDocument:
    """A child that died leaves no valid JSON."""
    try:
        result = json.loads(output)
    except ValueError:
        raise UnreadableFile("文件太大或已损坏，没有读完") from None
    if "error" in result:
        raise UnreadableFile(result["error"])
    return ReadDocument(
        tuple(Line(text, page) for text, page in result["lines"]), {}, tuple(result["remarks"])
    )
