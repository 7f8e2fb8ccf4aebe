"""What is wanted of the ledger of problems, as a value."""

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What is wanted of the ledger."""

    REGISTER = "register"
    LIST = "list"
    MINE = "mine"
    OVERDUE = "overdue"
    WAITING = "waiting"
    CLOSED = "closed"
    SUMMARY = "summary"
    EXPORT = "export"
    TEMPLATE = "template"
    SHOW = "show"
    PROGRESS = "progress"
    EXTEND = "extend"
    AMEND = "amend"
    CLAIM = "claim"
    CONFIRM = "confirm"
    REJECT = "reject"
    REOPEN = "reopen"
    VOID = "void"
    MUTE = "mute"
    UNMUTE = "unmute"


@dataclass(frozen=True, slots=True)
class Ask:
    """One wish. `number` is 0 where no item is meant; `unit` is the unit named before the number; `words` is the
    rest: a problem, a progress note, a reason. `field` is the fact that an AMEND is about, empty where unsaid.
    """

    act: Act
    number: int = 0
    unit: str = ""
    words: str = ""
    field: str = ""
