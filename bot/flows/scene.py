"""What lies before a person: what their words are heard against, and what of it may be shown or pressed again."""

from bot.domain.talk.desk import Desk
from bot.domain.talk.door import Button
from bot.domain.talk.intent import Kind, Scene
from bot.domain.talk.likely import COMMANDS
from bot.domain.talk.several_drafts import BETWEEN
from bot.flows.which import GAPS

ONCE = ("note", "clear-yes", "clear-no")
"""Buttons that work once."""
SHOWN = ("better", "shorten", "title", "put-back", "basis", "final", "word", "settle", "submit")
"""Buttons that show what lies on the desk."""
OPEN = (
    Kind.NOTE, Kind.QUESTION, Kind.UNSURE, Kind.CHAT, Kind.HELP, Kind.GREETING, Kind.THANKS, Kind.WHO, Kind.FILES,
    Kind.TIMED, Kind.SOURCE, Kind.COUNT, Kind.PENDING, Kind.STANDING, Kind.SECTION, Kind.HOW_TO, Kind.NOTHING,
)  # fmt: skip
"""What shows nothing of the desk, so that it is heard in a group too."""


def _plain(button: Button) -> bool:
    """Whether the button stands for a wish about a draft that could be typed as well."""
    return button.verb == "edit" or (button.verb == "say" and button.argument in COMMANDS)


def scene(desk: Desk) -> Scene:
    """What the words are heard against."""
    waiting = desk.awaits(GAPS)
    asked = waiting.data.get("asked", "") if waiting else ""
    return Scene(
        notes=len(desk.notes),
        draft=BETWEEN.join(f"{state.report.title}\n{state.report.text}" for state in desk.drafts),
        titles=tuple(state.report.title for state in desk.drafts),
        asked=tuple(gap for gap in asked.split("、") if gap),
        disputed=tuple(v for state in desk.drafts for c in state.report.conflicts for v in c.values),
        shown=frozenset(button.verb for button in desk.under),
        told=desk.told,
        noted=desk.notes[-1].text if desk.notes else "",
        offered=tuple(button.argument for button in desk.under if _plain(button)),
    )
