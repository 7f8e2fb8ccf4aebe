"""What a colleague said, message by message. How facts are found in it lives in facts.py."""

from dataclasses import dataclass
from datetime import datetime

DROPPED = "……"
"""What stands in the place of a note that was set aside: nothing is told, and the others keep their numbers."""


@dataclass(frozen=True, slots=True)
class Note:
    """One message of the day.

    `at` is the naive local wall time (Asia/Shanghai) at which it was said; None means that nobody knows,
    and the caller's `now` is used in its place. `id` is the record's id, empty where nothing is stored.
    """

    text: str
    at: datetime | None = None
    speaker: str = ""
    id: str = ""
