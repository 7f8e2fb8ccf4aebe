"""Looks at folders from time to time and says when something in them has changed; nothing is read."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path

EVERY = 2.0
Snapshot = dict[str, tuple[int, int]]


def snapshot(paths: Iterable[Path]) -> Snapshot:
    """Path → (time of change, size) of every file below the paths; what cannot be looked at is left out."""
    found: Snapshot = {}
    for path in paths:
        inside = (Path(folder) / name for folder, _, names in os.walk(path) for name in names)
        for file in inside if path.is_dir() else (path,):
            try:
                status = file.stat()
            except OSError:
                continue
            found[str(file)] = (status.st_mtime_ns, status.st_size)
    return found


async def changes(
    paths: Sequence[Path], known: Snapshot, stopping: asyncio.Event, *, every: float = EVERY
) -> AsyncIterator[Snapshot]:
    """What the folders hold, whenever it is other than before and has lain still for one round (in seconds).

    A file that is still being copied is waited for. Ends when `stopping` is set.
    """
    before = known
    while not await _set_within(stopping, every):
        now = await asyncio.to_thread(snapshot, paths)
        if now == before and now != known:
            known = now
            yield now
        before = now


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True
