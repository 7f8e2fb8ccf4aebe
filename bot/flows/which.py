"""Which of several drafts is meant: the one named, the only one that holds the words, or the one last changed."""

import re

from bot.domain.editing.pointing import spots
from bot.domain.editing.wishes import Act, Edit
from bot.domain.talk.desk import Desk, DraftState, Waiting
from bot.errors import InputError
from bot.flows import replies

GAPS = "gaps"
"""The kind of Waiting that the desk keeps while drafts lie on it: what was asked, and the draft last changed."""

_OF_ALL = (Act.RETITLE, Act.OTHER_TITLE, Act.TRIM_TITLE, Act.ADD)  # whose words need not stand in the draft

_WHOLE = re.compile(r"[篇条稿]|上午|下午|[这那]两个|都|一起")
_PART = re.compile(r"[段句]")
_TWO = re.compile(
    r"第?(?P<a>[1-9一二三四五六])[篇条]?(?:信息|稿子?)?(?:和|跟|与|、|，)第?(?P<b>[1-9一二三四五六])(?=[篇条个])"
)
_HAN = "一二三四五六七八九"


def reports_meant(told: str) -> bool:
    """Whether words that ask to merge mean whole reports, not paragraphs or sentences of one."""
    return bool(_WHOLE.search(told)) and not _PART.search(told)


def reports_named(told: str, count: int) -> list[int]:
    """The numbers of the reports that shall be one; all of them where none is named."""
    named = _TWO.search(told)
    if named:
        return [_HAN.find(one) + 1 or int(one) for one in (named["a"], named["b"])]
    if count > 2 and re.search(r"[两二]", told):
        raise InputError(f"有{count}篇，合哪两篇？如“第1篇和第2篇合成一篇”。")
    return list(range(1, count + 1))


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
    about = edit.near if edit.act is Act.CHANGE and edit.near else edit.words
    if edit.act not in _OF_ALL and about:
        told = [(state, [state.report.text, *(one.text for one in state.report.unused)]) for state in desk.drafts]
        exact = [state for state, parts in told if any(about in part for part in (state.report.title, *parts))]
        holding = exact or [state for state, parts in told if any(spots(about, part) for part in parts)]
        if len(holding) == 1:
            return holding[0]
    focus = desk.waiting.data.get("focus", "") if desk.waiting else ""
    return numbered(desk, int(focus)) if focus.isdigit() else None


def focused(desk: Desk, number: int) -> Waiting | None:
    """What the desk waits for, with this draft as the one that is being worked on."""
    if len(desk.drafts) <= 1:
        return desk.waiting
    asked = waiting.data if (waiting := desk.awaits(GAPS)) else {}
    return Waiting(GAPS, {**asked, "focus": str(number)})
