"""The product at a terminal of its own: a child process on a pseudo-terminal, read until words appear."""

import codecs
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Terminal:
    """`shibao …` as a person sees it."""

    def __init__(self, *arguments: str, home: Path, **environment: str) -> None:
        ours, theirs = pty.openpty()
        self._screen = ours
        # A read may end inside a character; the rest of it comes with the next one.
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home.parent,
            env={
                **os.environ, "PYTHONPATH": str(ROOT), "SHIBAO_HOME": str(home), "COLUMNS": "80",
                "TERM": "xterm", **environment,
            },
        )  # fmt: skip
        os.close(theirs)
        self.shown = ""
        self._seen = 0

    def until(self, words: str, within: float = 60) -> float:
        """Seconds since the start until the words appear behind what was awaited before."""
        due = time.perf_counter() + within
        while words not in self.shown[self._seen :]:
            left = due - time.perf_counter()
            if left <= 0 or not select.select([self._screen], [], [], left)[0]:
                raise TimeoutError(f"{words!r} did not appear in {self.shown[-2000:]!r}")
            self.shown += self._read()
        self._seen = self.shown.index(words, self._seen) + len(words)
        return time.perf_counter() - self.began

    def _read(self) -> str:
        try:
            data = os.read(self._screen, 65536)
        except OSError:
            data = b""
        if not data:
            raise EOFError(self.shown[-2000:])
        return self._decoder.decode(data)

    def type(self, text: str) -> None:
        os.write(self._screen, text.encode())

    def end(self, within: float = 30) -> int:
        """Press Ctrl-D and give the exit status."""
        self.type("\x04")
        while True:
            try:
                self.shown += self._read()
            except EOFError:
                break
        status = self.process.wait(within)
        os.close(self._screen)
        return status

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no process behind, whatever the test came to."""
        self.process.kill()
        self.process.wait()
