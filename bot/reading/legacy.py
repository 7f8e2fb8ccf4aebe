"""Old office formats through LibreOffice, where it is installed; where not, one line says how to save the file anew."""

import asyncio
import contextlib
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.errors import UnreadableFile
from bot.reading import limits

CONVERTED = {
    ".doc": "docx",
    ".wps": "docx",
    ".rtf": "docx",
    ".xls": "xlsx",
    ".et": "xlsx",
    ".ppt": "pptx",
    ".dps": "pptx",
}
SECONDS = 90
HEADS = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"PK\x03\x04")
"""Old office files, rich text, and new files under an old ending; LibreOffice takes anything else for text."""
LIMITED = 'ulimit -t 120 -v 6000000; exec "$0" "$@"'


@asynccontextmanager
async def converted(path: Path) -> AsyncIterator[Path]:
    """The file in its modern format, in a temporary folder that is gone afterwards."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    ending = path.suffix.lower()
    if office is None or ending not in CONVERTED:
        raise UnreadableFile(
            f"这台机器没装 LibreOffice，读不了 {ending} 格式。请用 WPS 或 Office 另存为 .docx、.xlsx 或 .pdf 后再发"
        )
    await asyncio.to_thread(_check, path)
    with tempfile.TemporaryDirectory() as folder:
        await _convert(office, path, Path(folder), CONVERTED[ending])
        found = next(iter(await asyncio.to_thread(lambda: list(Path(folder).glob(f"*.{CONVERTED[ending]}")))), None)
        if found is None:
            raise UnreadableFile("文件转换失败，请另存为 .docx 或 .pdf 后再发")
        yield found


def _check(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(8)
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise UnreadableFile("文件打不开，请检查是否存在、有没有读取权限") from error
    if size == 0:
        raise UnreadableFile("文件是空的")
    if size > limits.FILE_BYTES:
        raise UnreadableFile(f"文件超过 {limits.FILE_BYTES // 1_000_000} MB，请拆开后再发")
    if not head.startswith(HEADS):
        raise UnreadableFile(f"内容不是 {path.suffix} 文档，后缀可能改过")


async def _convert(office: str, path: Path, folder: Path, ending: str) -> None:
    """Macros are not run by a headless conversion; a profile of its own keeps it from a running office."""
    child = await asyncio.create_subprocess_exec(
        *("sh", "-c", LIMITED, office),
        *(f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending),
        *("--outdir", str(folder), str(path)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        await asyncio.wait_for(child.wait(), SECONDS)
    except TimeoutError:
        raise UnreadableFile("文件转换太久，请另存为 .docx 或 .pdf 后再发") from None
    finally:
        # The command is a starter: what works is its child.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        await child.wait()
