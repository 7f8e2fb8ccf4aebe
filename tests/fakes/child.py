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

    def __init__(self, *command: str, env: dict[str, str] | None = None, folder: Path = ROOT) -> None:
        self._command = command
        self._env = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
        self._folder = folder
        self.said = ""

    async def __aenter__(self) -> "Child":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Leave no process behind, whatever the test came to."""
        if self.process.returncode is None:
            await self.kill()

    async def start(self, *, within: float = 90) -> None:
        """Start and wait until it listens, or until it has given up."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *self._command,
            cwd=self._folder,
            env=self._env,
            stderr=asyncio.subprocess.PIPE,
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


class Lives:
    """A bot over and over: each life is a process of its own that needs no second to load.

    `module` is what lives: the lean bot, or the whole one.
    """

    def __init__(self, home: Path, telegram: Telegram, module: str = "lean_bot") -> None:
        url = f"http://127.0.0.1:{telegram.port}"
        self._command = (sys.executable, "-m", f"tests.fakes.{module}", str(home), url)
        self.said = ""
        self._pid = 0

    async def __aenter__(self) -> "Lives":
        pipe = asyncio.subprocess.PIPE
        self._parent = await asyncio.create_subprocess_exec(*self._command, cwd=ROOT, stdin=pipe, stderr=pipe)
        return self

    async def __aexit__(self, *_: object) -> None:
        """A life that a failing test left behind is ended, or its parent would wait for it for ever."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
        if self._parent.stdin:
            self._parent.stdin.close()
        await self._parent.wait()

    async def begin(self) -> None:
        """Start a life and wait until it listens."""
        assert self._parent.stdin
        self._parent.stdin.write(b"\n")
        self._pid = int((await self._line("pid ")).split()[1])
        await self._line(READY)

    async def end(self, number: int) -> int:
        """End it with a signal; the exit status is given back."""
        os.kill(self._pid, number)
        status = int((await self._line("ended ")).split()[1])
        self._pid = 0
        return status

    async def _line(self, holds: str) -> str:
        assert self._parent.stderr
        while True:
            line = (await asyncio.wait_for(self._parent.stderr.readline(), 90)).decode()
            assert line, "the bot's parent is gone"
            self.said += line
            if holds in line:
                return line


def real(home: Path, telegram: Telegram, **more: str) -> Child:
    """`shibao serve` as a user starts it, in the folder above the data."""
    env = {
        "SHIBAO_HOME": str(home),
        "SHIBAO_TELEGRAM_TOKEN": TOKEN,
        "SHIBAO_TELEGRAM_URL": f"http://127.0.0.1:{telegram.port}",
        **more,
    }
    return Child("-m", "bot", "serve", env=env, folder=home.parent)
