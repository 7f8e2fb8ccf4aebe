"""Any file to lines. Plain text is read here, other formats in a child process that may die of them."""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.domain.library.clauses import Line
from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import archive, limits
from bot.reading.gate import LEGACY, PICTURES, admit, true_ending
from bot.reading.legacy import converted
from bot.reading.plain import read_plain
from bot.reading.sheet import read_csv, title_of
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
    """The port `DocumentReader`. Pictures are recognised one file at a time: that takes both cores and 0.8 GB."""

    def __init__(self) -> None:
        self._recognising = asyncio.Lock()
        self._converting = asyncio.Lock()

    async def unpack(self, path: Path, folder: Path) -> tuple[Path, ...]:
        """The files of a zip archive."""
        return await asyncio.to_thread(archive.unpack, path, folder)

    async def read(self, path: Path) -> ReadDocument:
        """The lines of one file."""
        if await asyncio.to_thread(true_ending, path) in LEGACY:
            async with self._converting, converted(path) as modern:
                return await self.read(modern)
        kind = await asyncio.to_thread(admit, path)
        if kind in IN_PROCESS:
            return await asyncio.to_thread(_read_text, path, IN_PROCESS[kind])
        if path.suffix.lower() in PICTURES:
            return await self._recognise("picture", path)
        result = await _run_child(kind, path)
        read = await self._recognise("scan", path) if "recognise" in result else _document(result)
        return replace(read, meta={"title": title_of(read.lines) or path.stem}) if kind == "xlsx" else read

    async def _recognise(self, kind: str, path: Path) -> ReadDocument:
        async with self._recognising:
            return _document(await _run_child(kind, path))


def _read_text(path: Path, read: Callable[[Path], ReadDocument]) -> ReadDocument:
    try:
        return read(path)
    except OSError as error:
        raise UnreadableFile("文件打不开，请检查是否存在、有没有读取权限") from error


async def _run_child(kind: str, path: Path) -> dict[str, Any]:
    """What the child printed; a child that died of the file leaves no valid JSON."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.reading.child", kind, _absolute(path)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )
    try:
        output, _ = await asyncio.wait_for(child.communicate(), limits.allowance(kind).seconds * 1.5)
    except TimeoutError:
        raise UnreadableFile("文件太复杂，读得太久，没有读完。请另存或拆开后再发") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    try:
        result: dict[str, Any] = json.loads(output)
    except ValueError:
        raise UnreadableFile("文件太大或已损坏，没有读完") from None
    return result


def _absolute(path: Path) -> str:
    """The child starts in another folder."""
    return os.path.abspath(path)


def _document(result: dict[str, Any]) -> ReadDocument:
    if "error" in result:
        raise UnreadableFile(result["error"])
    lines = tuple(Line(text, page) for text, page in result["lines"])
    return ReadDocument(lines, {}, tuple(result["remarks"]), result["scanned"])
