"""What a message can want, and what its words are heard against. How words are read is intents.py's."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.editing.wishes import Edit


class Kind(StrEnum):
    """What a message can be."""

    NOTE = "note"
    QUESTION = "question"
    DRAFT = "draft"
    CORRECTION = "correction"
    EDIT = "edit"
    SHOW = "show"
    SHOW_DRAFT = "show draft"
    CLEAR = "clear"
    DROP = "drop"
    AMEND = "amend"
    THANKS = "thanks"
    CHAT = "chat"
    GREETING = "greeting"
    HELP = "help"
    FILES = "files"
    TIMED = "timed"
    SECTION = "section"
    CHECK = "check"
    MEND = "mend"
    SOURCE = "source"
    GAP = "gap"
    SETTLE = "settle"
    SKIP = "skip"
    FINAL = "final"
    WORD = "word"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    STANDING = "standing"
    PENDING = "pending"
    COUNT = "count"
    UNSURE = "unsure"
    SAME_AS = "same as"
    LIKELY = "likely"
    HOW_TO = "how to"
    WHO = "who"
    COMPLAINT = "complaint"
    DOUBT = "doubt"
    WHICH = "which"
    ASKED = "asked"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Scene:
    """What the words are heard against: notes on the desk, the drafts' text and titles, gaps just asked for,
    values that were said differently and wait for a decision, the verbs of the buttons shown last, what the bot
    said last, the newest note and the plain commands of the buttons shown last."""

    notes: int = 0
    draft: str = ""
    titles: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()
    told: str = ""
    noted: str = ""
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intent:
    """What is wanted. `words` is what the command is about (for DRAFT: notes that came with it; with SAME_AS the
    plain command that says the same, with LIKELY the command that is asked about, with HOW_TO what is to be told,
    with DOUBT the change that is not sure, with WHICH a line to say and the wishes to choose from,
    with ASKED the pieces of the draft that are asked about, a line each),
    `edit` the change to a draft (None with EDIT: some change that was not understood); `injected` marks a note that
    tries to command the bot: it is kept, never obeyed."""

    kind: Kind
    words: str = ""
    edit: Edit | None = None
    injected: bool = False
