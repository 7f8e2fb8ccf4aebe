"""A draft goes back to what it was: a step, to the beginning, forth again, or a piece of it comes back."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.editing.pointing import spots
from bot.domain.editing.wishes import Act
from bot.domain.talk.desk import Desk, DraftState, DraftVersion, ReviseDraft, SetOnDesk, SetWaiting
from bot.domain.talk.differences import put_back, standing, takes_out, undone
from bot.domain.talk.door import Button, Incoming
from bot.domain.talk.likely import ASKED_ABOUT
from bot.domain.talk.order_words import Order
from bot.domain.talk.revision import Words
from bot.errors import InputError
from bot.flows import draft_replies, looking_back
from bot.flows.replies import Said, say
from bot.flows.versions import correction, revised

ENDED = re.compile(r"[，,；;。\s]+$")


def back(desk: Desk, incoming: Incoming, state: DraftState, history: Sequence[DraftVersion], act: Act) -> Said:
    """To the version before, or to the one that was written from the notes; figures changed since go back too."""
    stack = standing(history)
    if act is Act.ORIGINAL:
        report, reasons = looking_back.original(stack)
    elif len(stack) > 1:
        report, reasons = stack[-2].report, [stack[-1].reason]
    elif undone(history):
        forth = Button("再做一遍", "say", ASKED_ABOUT[Order.REDO].command)
        return say("没有更早的版本了。要把刚撤销的改动再做一遍，点下面。", forth)
    else:
        return say("没有更早的版本了。")
    corrections = [correction(state.report.text, swap) for swap in looking_back.swaps(reasons)]
    words, then = Words(report.title, report.text), replace(state, report=report)
    return revised(desk, incoming, then, words=words, reason=act.value, corrections=corrections)


def again(desk: Desk, incoming: Incoming, state: DraftState, history: Sequence[DraftVersion]) -> Said:
    """The change that was just undone, made again."""
    change = undone(history)
    if change is None:
        return say("上一步没有撤销过，稿子就是改后的样子。")
    corrections = [correction(state.report.text, swap) for swap in looking_back.made(change.reason)]
    words, then = Words(change.report.title, change.report.text), replace(state, report=change.report)
    return revised(desk, incoming, then, words=words, reason=change.reason, corrections=corrections)


def apart(state: DraftState, stack: Sequence[DraftVersion], in_one: str) -> Said | None:
    """The reports lie there again as they were before they were made one; None where that one was changed since."""
    count = stack[-1].reason.removeprefix(in_one)
    if len(stack) < 2 or not count.isdigit():
        return None
    others = [SetOnDesk(number, on_desk=True) for number in range(2, int(count) + 1)]
    back = ReviseDraft(state.id, stack[-2].report, Act.UNDO.value)
    look = Button("看稿子", "edit", "再看一遍稿子")
    return say(f"又分开了，{count}篇都在，之前的改动没丢。", look, changes=(back, *others, SetWaiting(None)))


def restored(desk: Desk, incoming: Incoming, state: DraftState, history: Sequence[DraftVersion], about: str) -> Said:
    """Put back what an earlier version said, else a piece of the notes that the report left out."""
    stack = standing(history)
    if not about and takes_out(stack[-1]):
        return back(desk, incoming, state, history, Act.UNDO)
    piece = looking_back.dropped_piece(stack, about)
    if piece:
        words = Words(state.report.title, put_back(state.report.text, stack, piece))
        return revised(desk, incoming, state, words=words, reason=Act.RESTORE.value)
    left = [rest for rest in state.report.unused if about in rest.text]
    if not about and len(left) != 1:
        return draft_replies.why_left_out([state.report], about)
    if not left and spots(about, state.report.text):
        raise InputError(f"稿里已经有“{about}”了，没有动。")
    if not left:
        raise InputError(f"没写进去的内容里没找到“{about}”。发“看看记了什么”核对，或“撤销”退回上一版。")
    if left[0].why in ("隐私", "指令", "被更正"):
        return say(f"“{left[0].text}”不能加：{draft_replies.REASONS[left[0].why]}。")
    sentence = ENDED.sub("", left[0].text) + "。"
    words = Words(state.report.title, state.report.text + sentence)
    return revised(desk, incoming, state, words=words, reason=Act.RESTORE.value)
