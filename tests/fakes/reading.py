"""Files read in a process of their own, so that what they cost is not lost among what else the tests hold.

`python -m tests.fakes.reading FOLDER` prints, as JSON, the line for each file and the megabytes the process grew by.
"""

import asyncio
import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import UnreadableFile
from bot.reading.reader import FileReader


def resident() -> float:
    """Megabytes of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


async def told(reader: FileReader, path: Path, scratch: Path) -> str:
    """The line that says why a file was refused; empty where it was read."""
    try:
        if path.suffix == ".zip":
            await reader.unpack(path, scratch)
        else:
            await reader.read(path)
    except UnreadableFile as error:
        return error.user_message
    return ""


async def read_all(folder: Path) -> dict[str, str]:
    """Every file of the folder, two at a time."""
    reader, two = FileReader(), asyncio.Semaphore(2)

    async def one(path: Path) -> str:
        async with two:
            return await told(reader, path, folder.parent / "scratch" / path.name)

    files = [folder / name for name in sorted(os.listdir(folder))]
    return dict(zip((file.name for file in files), await asyncio.gather(*map(one, files)), strict=True))


async def _main(folder: Path) -> None:
    with TemporaryDirectory() as aside:
        good = Path(aside) / "files"
        good.mkdir()
        (good / "办法.txt").write_text("第一条 每人限借五册。", "utf-8")
        await read_all(good)  # what the first file loads is no file's doing
    before = resident()
    lines = await read_all(folder)
    print(json.dumps([lines, resident() - before]))


if __name__ == "__main__":
    asyncio.run(_main(Path(sys.argv[1])))
