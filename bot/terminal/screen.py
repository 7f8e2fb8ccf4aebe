"""What the terminal shows and how a line is read. Rich loads with the first reply, not before the prompt."""

import contextlib
import sys
from collections.abc import Iterator, Sequence

from bot.domain.talk.desk import Outgoing

PROMPT = "› "


class Screen:
    """Standard output for a person, or plain text for a pipe."""

    def __init__(self, *, interactive: bool) -> None:
        self.interactive = interactive
        if interactive:
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401  line editing that knows the width of Chinese characters

    def line(self, text: str) -> None:
        print(text, flush=True)

    def ask(self) -> str:
        """The next line; EOFError at the end of the input.

        From a pipe the line is shown too, so that the output reads as a transcript.
        """
        if self.interactive:
            return input(f"\n{PROMPT}")
        text = sys.stdin.readline()
        if not text:
            raise EOFError
        if text.strip():
            self.line(f"\n{PROMPT}{text.rstrip()}")
        return text.rstrip("\r\n")

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """A sign of life while the answer takes its time."""
        if not (self.interactive and sys.stdout.isatty()):
            yield
            return
        from rich.console import Console

        with Console().status("…", spinner="dots"):
            yield

    def replies(self, replies: Sequence[Outgoing]) -> list[str]:
        """Show replies with their buttons numbered through; the tokens in the order of the numbers."""
        tokens: list[str] = []
        for reply in replies:
            self._text(reply.text)
            labels = []
            for row in reply.buttons:
                for label, token in row:
                    tokens.append(token)
                    labels.append(f"[{len(tokens)}] {label}")
            if labels:
                self._text("  ".join(labels), dim=True)
        return tokens

    def _text(self, text: str, *, dim: bool = False) -> None:
        if not sys.stdout.isatty():
            self.line(text)
            return
        from rich.console import Console
        from rich.padding import Padding
        from rich.text import Text

        Console().print(Padding(Text(text, style="dim" if dim else ""), (0, 0, 0, 2)))
