"""Keeping the library in step with folders: what `shibao index --watch` does, and the bot with SHIBAO_WATCH."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.errors import ShibaoError
from bot.flows.ingest import Ingesting
from bot.flows.sources import IndexCounts
from bot.reading.watch import EVERY, changes, snapshot

EMPTY = "文件夹现在是空的，资料库没有动。确实要清空，请停下来再跑一次 shibao index。"


async def watch(
    ingesting: Ingesting,
    paths: Sequence[Path],
    stopping: asyncio.Event,
    *,
    say: Callable[[str], None],
    told: Callable[[IndexCounts], str],
    every: float = EVERY,
) -> None:
    """Index the folders now and after every change until told to stop; what is under way is finished first.

    A folder that is gone or suddenly empty (an unmounted drive) empties no library.
    """
    known = await asyncio.to_thread(snapshot, paths)
    await _index(ingesting, paths, say, told)
    async for now in changes(paths, known, stopping, every=every):
        if now:
            await _index(ingesting, paths, say, told)
        else:
            say(EMPTY)


async def _index(
    ingesting: Ingesting, paths: Sequence[Path], say: Callable[[str], None], told: Callable[[IndexCounts], str]
) -> None:
    try:
        counts = await ingesting.index(paths)
    except ShibaoError as error:
        say(error.user_message)
        return
    if counts.added or counts.changed or counts.removed or counts.failed:
        say(told(counts))
