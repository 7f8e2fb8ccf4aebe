"""A bot in a process of its own: started, killed, stopped; its words to the console are kept."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from tests.fakes.account import TOKEN
from tests.fakes.telegram import Telegram

ROOT = Path(__file__).resolve().parents[2]
READY = "已连上 Telegram"


class Child:
    """`command` is what follows the interpreter."""

    def __init__(self, *command: str, env: dict[str, str] | None = None) -> None:
        self._command = command
        self._env = env or {}
        self.said = ""

    async def start(self, *, within: float = 30) -> None:
        """Start and wait until it listens, or until it has given up."""
        env = {**os.environ, "PYTHONWARNINGS": "default", **self._env}
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, *self._command, cwd=ROOT, env=env, stderr=asyncio.subprocess.PIPE
        )
        await asyncio.wait_for(self._listen(), within)

    async def _listen(self) -> None:
        assert self.process.stderr
        async for line in self.process.stderr:
            self.said += line.decode()
            if READY in self.said:
                return
        await self.process.wait()

    async def kill(self) -> None:
        """As a power cut would for the process: no chance to tidy up."""
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self, *, within: float = 20) -> int:
        """SIGTERM; the exit status is given back."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        assert self.process.stderr
        rest = await asyncio.wait_for(self.process.stderr.read(), within)
        self.said += rest.decode()
        return await asyncio.wait_for(self.process.wait(), within)


def lean(home: Path, telegram: Telegram, webhook: str = "") -> Child:
    """The door with the lean brain."""
    url = f"http://127.0.0.1:{telegram.port}"
    return Child("-m", "tests.fakes.lean_bot", str(home), url, *([webhook] if webhook else []))


def real(home: Path, telegram: Telegram, **more: str) -> Child:
    """`shibao serve` as a user starts it."""
    env = {
        "SHIBAO_HOME": str(home),
        "SHIBAO_TELEGRAM_TOKEN": TOKEN,
        "SHIBAO_TELEGRAM_URL": f"http://127.0.0.1:{telegram.port}",
        **more,
    }
    return Child("-m", "bot", "serve", env=env)
