"""Which of several drafts is meant: the one named, the only one that holds the words, or the one last changed."""

from bot.domain.desk import Desk, DraftState, Waiting
from bot.domain.edits import Act, Edit
from bot.errors import InputError
from bot.flows import replies

GAPS = "gaps"
"""The kind of Waiting that the desk keeps while drafts lie on it: what was asked, and the draft last changed."""

_BY_WORDS = (Act.REPLACE, Act.DELETE_ABOUT)


def numbered(desk: Desk, number: int) -> DraftState:
    """The draft with this number; the only one where no number is given."""
    if not desk.drafts:
        raise InputError(replies.NO_DRAFT)
    found = [state for state in desk.drafts if state.number == (number or desk.drafts[0].number)]
    if not found:
        raise InputError(f"没有第{number}篇，现在有{len(desk.drafts)}篇。")
    return found[0]


def meant(desk: Desk, edit: Edit) -> DraftState | None:
    """The draft that the edit is about; None where it may be several."""
    if edit.report or len(desk.drafts) <= 1:
        return numbered(desk, edit.report)
    if edit.act in _BY_WORDS and edit.words:
        holding = [state for state in desk.drafts if edit.words in state.report.title + state.report.text]
        if len(holding) == 1:
            return holding[0]
    focus = desk.waiting.data.get("focus", "") if desk.waiting else ""
    return numbered(desk, int(focus)) if focus.isdigit() else None


def focused(desk: Desk, number: int) -> Waiting | None:
    """What the desk waits for, with this draft as the one that is being worked on."""
    if len(desk.drafts) <= 1:
        return desk.waiting
    asked = desk.waiting.data if desk.waiting and desk.waiting.kind == GAPS else {}
    return Waiting(GAPS, {**asked, "focus": str(number)})
