"""The conversation in a terminal: lines in, replies out, buttons by number. The brain decides what is said.

The prompt stands in the main thread and appears at once; what is heavy loads in the loop's thread meanwhile.
"""

import asyncio
import concurrent.futures
import secrets
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import Any, Protocol, TypeVar

from bot.clock import wall_now
from bot.domain.submissions.people import Person
from bot.domain.talk.desk import Outgoing
from bot.domain.talk.door import Incoming
from bot.errors import ShibaoError
from bot.terminal.screen import Screen

Result = TypeVar("Result")
Progress = Callable[[int, int, str], None]

WAKE = signal.SIGUSR1
WELCOME = "实报：记活动、出信息、查政策。发“帮助”看用法，发“退出”离开。"
LEAVING = frozenset(("退出", "再见", "exit", "quit"))
FAREWELL = "再见。记录都存好了，下次接着用。"


class Brain(Protocol):
    """What the terminal talks to, once it is open."""

    async def person(self) -> Person:
        """Whoever sits here."""

    async def hear(self, person: Person, incoming: Incoming) -> tuple[Outgoing, ...]:
        """Handle one message."""

    async def unseen(self, person: Person) -> tuple[Outgoing, ...]:
        """Replies of an earlier session that never reached the screen."""

    async def seen(self, outgoing: Outgoing) -> None:
        """A reply is on the screen."""

    async def prepare(self, progress: Progress) -> None:
        """Fill an empty library."""

    async def warm(self) -> None:
        """Load what the first answer needs, while nobody waits for it."""


Opener = Callable[[], AbstractAsyncContextManager[Brain]]


def chat(opener: Opener, *, first_run: bool, progress: Progress) -> None:
    """Talk until the input ends. A first run prepares the library before the first prompt."""
    screen = Screen(interactive=sys.stdin.isatty())
    screen.line(WELCOME)
    with _Loop() as loop:
        conversation = _Conversation(loop, screen, opener, progress)
        try:
            if first_run or not screen.interactive:
                conversation.wait_until_open()
            conversation.run()
        finally:
            conversation.close()
    screen.line(FAREWELL)


class _Loop:
    """An event loop in a thread of its own."""

    def __enter__(self) -> "_Loop":
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="brain", daemon=True)
        self._thread.start()
        return self

    def start(self, work: Coroutine[Any, Any, Result]) -> "concurrent.futures.Future[Result]":
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def __exit__(self, *error: object) -> None:
        self.start(self._loop.shutdown_default_executor()).result(timeout=60)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        if not self._loop.is_running():
            self._loop.close()


class _Conversation:
    """One session: opens the brain in the background, then passes lines to it one by one."""

    def __init__(self, loop: _Loop, screen: Screen, opener: Opener, progress: Progress) -> None:
        self._loop = loop
        self._screen = screen
        self._stack = AsyncExitStack()
        self._tokens: list[str] = []
        self._warming: asyncio.Future[None] | None = None
        self._asking = False
        self._over = threading.Event()
        if screen.interactive:
            signal.signal(WAKE, self._leave_prompt)
        self._opened = loop.start(self._open(opener, progress))
        self._opened.add_done_callback(self._wake_prompt_on_error)

    async def _open(self, opener: Opener, progress: Progress) -> tuple[Brain, Person]:
        brain = await self._stack.enter_async_context(opener())
        await brain.prepare(progress)
        person = await brain.person()
        if self._screen.interactive:
            self._warming = asyncio.ensure_future(brain.warm())
        return brain, person

    def wait_until_open(self) -> None:
        """Raises what prevented the opening."""
        self._opened.result()

    def run(self) -> None:
        """Read, hear, show, until the input ends or somebody says goodbye."""
        while (text := self._ask()) is not None and text.strip().lower() not in LEAVING:
            if text.strip():
                self._turn(text)

    def _ask(self) -> str | None:
        """The next line; None at the end of the input. Raises what prevented the opening."""
        try:
            self._asking = True
            return self._screen.ask()
        except EOFError:
            return None
        except KeyboardInterrupt:
            if self._opened.done():
                self._opened.result()
            return None
        finally:
            self._asking = False

    def _leave_prompt(self, *_: object) -> None:
        # Runs in the main thread, as all signal handlers do: no second wake can follow the first one out.
        if self._asking:
            self._asking = False
            raise KeyboardInterrupt

    def _wake_prompt_on_error(self, opened: "concurrent.futures.Future[Any]") -> None:
        """The folder could not be opened while the person looks at a prompt: end the waiting read."""
        if not opened.cancelled() and opened.exception() and self._screen.interactive:
            # Not in the loop's thread, which calls this: a line that was typed already waits for the loop.
            threading.Thread(target=self._wake_prompt, name="wake", daemon=True).start()

    def _wake_prompt(self) -> None:
        """A signal that comes just before the read begins does not end it, so it is sent until the prompt is left."""
        while not self._over.wait(0.2):
            signal.pthread_kill(threading.main_thread().ident or 0, WAKE)

    def _turn(self, text: str) -> None:
        work = self._loop.start(self._hear(text))
        try:
            with self._screen.waiting():
                replies = work.result()
        except KeyboardInterrupt:
            work.cancel()
            self._screen.line("已停下这一句。")
            return
        except ShibaoError as error:
            if not self._opened.done() or self._opened.exception():
                raise
            self._screen.line(error.user_message)
            return
        # A pressed number that brings no list of its own leaves the one that it was in.
        shown = self._screen.replies(replies)
        self._tokens = shown or (self._tokens if self._pressed(text) else [])

    async def _hear(self, text: str) -> tuple[Outgoing, ...]:
        brain, person = await asyncio.wrap_future(self._opened)
        earlier = await brain.unseen(person)
        token = self._pressed(text)
        incoming = Incoming(
            key=f"terminal:{secrets.token_hex(8)}", text="" if token else text, at=wall_now(), action=token
        )
        replies = (*earlier, *await brain.hear(person, incoming))
        for reply in replies:
            await brain.seen(reply)
        return replies

    def _pressed(self, text: str) -> str:
        """The token of the button with this number; an empty string where the text is words."""
        number = text.strip().strip("[]")
        if number.isascii() and number.isdigit() and 0 < int(number) <= len(self._tokens):
            return self._tokens[int(number) - 1]
        return ""

    def close(self) -> None:
        """Close the brain, if it ever opened."""
        self._over.set()
        concurrent.futures.wait([self._opened], timeout=60)
        self._loop.start(self._closed()).result(timeout=60)

    async def _closed(self) -> None:
        if self._warming:
            self._warming.cancel()
            await asyncio.gather(self._warming, return_exceptions=True)
        await self._stack.aclose()
