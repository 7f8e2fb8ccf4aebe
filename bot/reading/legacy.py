"""Old office formats through LibreOffice, where it is installed; where not, one line says how to save the file anew."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.errors import UnreadableFile

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


@asynccontextmanager
async def converted(path: Path) -> AsyncIterator[Path]:
    """The file in its modern format, in a temporary folder that is gone afterwards."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    ending = path.suffix.lower()
    if office is None or ending not in CONVERTED:
        raise UnreadableFile(
            f"这台机器没装 LibreOffice，读不了 {ending} 格式。请用 WPS 或 Office 另存为 .docx、.xlsx 或 .pdf 后再发"
        )
    with tempfile.TemporaryDirectory() as folder:
        await _convert(office, path, Path(folder), CONVERTED[ending])
        found = next(
            iter(await asyncio.to_thread(lambda: list(Path(folder).glob(f"*.{CONVERTED[ending]}")))), None
        )
        if found is None:
            raise UnreadableFile("文件转换失败，请另存为 .docx 或 .pdf 后再发")
        yield found


async def _convert(office: str, path: Path, folder: Path, ending: str) -> None:
    """Macros are not run by a headless conversion; a profile of its own keeps it from a running office."""
    child = await asyncio.create_subprocess_exec(
        *(office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending),
        *("--outdir", str(folder), str(path)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await asyncio.wait_for(child.wait(), SECONDS)
    except TimeoutError:
        raise UnreadableFile("文件转换太久，请另存为 .docx 或 .pdf 后再发") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
