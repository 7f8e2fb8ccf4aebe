"""What short words most likely order where they hold some that no order knows: done at once where nothing can be lost
by it, asked about in one line where it changes what others see or what was written."""

import re
from dataclasses import dataclass

from bot.domain.language.asking import EVENT, FIGURE, weigh
from bot.domain.talk import spoken
from bot.domain.talk.intent import Scene
from bot.domain.talk.spoken import Order


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, the button that says yes, and the plain command that it stands for."""

    asked: str
    yes: str
    command: str


# Orders that are asked about first; `seen` are buttons under the newest reply with which they are certain.
ASKED_ABOUT: dict[Order, Question] = {
    Order.SUBMIT: Question("是要提交手头这篇吗？", "提交", "提交"),
    Order.WITHDRAW: Question("是要撤回交上去的稿子吗？", "撤回", "撤回"),
    Order.UNDO: Question("是要退回上一版吗？", "退回上一版", "撤销"),
    Order.REDO: Question("是要把刚撤销的改动再做一遍吗？", "再做一遍", "重做"),
    Order.ORIGINAL: Question("是要回到第一稿吗？", "回到第一稿", "回到第一稿"),
    Order.REWRITE: Question("是要重新写一遍吗？", "重新写", "重新写"),
    Order.NEW: Question("是要把手头的收起来，重新开始吗？", "收起来", "清空"),
    Order.DRAFT: Question("是要写成信息吗？", "出稿", "出稿"),
}
_CERTAIN = {Order.WITHDRAW: "withdraw"}
_AT_ONCE = (
    Order.STANDING,
    Order.PENDING,
    Order.ITEMS,
    Order.CHANGES,
    Order.GAP_MEANS,
    Order.SHOW,
    Order.SHOW_DRAFT,
    Order.EXAMINE,
    Order.HELP,
    Order.WHO,
    Order.WORD,
    Order.FINAL,
)
_MOST_BESIDES, _LONE = 4, 2
_DEED = re.compile(r"[了过](?=[\u4e00-\u9fff]{2})(?!吗|没|呢|吧)")
"""撤回了两家…: what follows was done to something."""
_REQUEST = re.compile(
    r"^(?:请|麻烦|劳驾|帮|给我|替我|把|你|能不能|可不可以|能否|我[想要])|(?:帮|给)我|(?:吧|呗|一下|行[不吗]|好[不吗]|可以[不吗]|谢谢)$"
)


def order_of(words: str, scene: Scene) -> tuple[Order, bool] | None:
    """The order, and whether it may be carried out at once; None where a note or a question is as likely."""
    if FIGURE.search(words) or EVENT.search(words) or _DEED.search(words) or weigh(words).note >= 1.5:
        return None
    found = spoken.likely(words)
    if not found or not found.besides:
        return None
    asked = _REQUEST.search(words) is not None
    most = _MOST_BESIDES if asked else _LONE
    if (not asked and found.signs < 2) or len(found.besides) > min(most, len(words) // 4):
        return None
    return found.order, found.order in _AT_ONCE or _CERTAIN.get(found.order) in scene.shown
