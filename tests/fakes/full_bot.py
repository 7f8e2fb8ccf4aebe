"""The whole bot, loaded once and living often: `python -m tests.fakes.full_bot HOME URL`.

Each line on its standard input is one life, as in lean_bot.py; what lives is what `shibao serve` runs.
"""

import importlib
import os
import sys
from functools import cache
from pathlib import Path

import httpx._transports.default as transport

from bot import doors, settings
from tests.fakes.account import TOKEN
from tests.fakes.lean_bot import live, tell

# What a life would import by itself; none of them starts a thread, which a fork would lose.
ROOMS = (
    "bot.library", "bot.records.open", "bot.telegram.serve", "bot.flows.hear", "bot.writing.offline", "bot.export.docx",
    "aiosqlite", "anyio._backends._asyncio",
)  # fmt: skip


async def main(home: Path, url: str) -> None:
    """Serve until stopped."""
    os.environ |= {"SHIBAO_HOME": str(home), "SHIBAO_TELEGRAM_TOKEN": TOKEN, "SHIBAO_TELEGRAM_URL": url}
    await doors.serve(settings.load(), say=tell, progress=lambda *_: None)


if __name__ == "__main__":
    for room in ROOMS:
        importlib.import_module(room)
    # Loading the certificates is most of a start, and on loopback nothing is encrypted.
    transport.create_ssl_context = cache(transport.create_ssl_context)
    transport.create_ssl_context()
    while sys.stdin.readline():
        live(main, Path(sys.argv[1]), sys.argv[2])
