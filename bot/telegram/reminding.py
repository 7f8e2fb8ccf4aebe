"""The timer of reminders. It only says when to look: what is due stands in the records, so a restart loses nothing."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram.ext import JobQueue

from bot.errors import StorageError
from bot.log import event, failure
from bot.telegram.sending import Sender


@dataclass(frozen=True, slots=True)
class Reminders:
    """`tick` commits what is due and tells for how many people; `resting` says whether nobody is disturbed now."""

    tick: Callable[[], Awaitable[int]]
    resting: Callable[[], bool]
    every_s: float = 60.0


def start(jobs: JobQueue[Any], reminders: Reminders, sender: Sender) -> None:
    """Look at once and then again and again."""

    async def look(_: object) -> None:
        try:
            if await reminders.tick():
                sender.hurry()
        except StorageError:
            event("reminders.postponed")
        except Exception as error:
            failure("reminders", error)

    jobs.run_repeating(look, reminders.every_s, first=0.1)
