"""What short words most likely order where they hold some that no order knows: done at once where nothing can be lost
by it, asked about in one line where it changes what others see or what was written."""

import re
from dataclasses import dataclass

from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.asking import EVENT, FIGURE, weigh
from bot.domain.talk import spoken
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.order_words import Order


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, the button that says yes, and the plain command that it stands for."""

    asked: str
    yes: str
    command: str


# Orders that are asked about first.
ASKED_ABOUT: dict[Order, Question] = {
    Order.SUBMIT: Question("是要提交手头这篇吗？", "提交", "提交"),
    Order.WITHDRAW: Question("是要撤回交上去的稿子吗？", "撤回", "撤回我交的那篇"),
    Order.UNDO: Question("是要退回上一版吗？", "退回上一版", "撤销"),
    Order.REDO: Question("是要把刚撤销的改动再做一遍吗？", "再做一遍", "把撤销的改动做回去"),
    Order.ORIGINAL: Question("是要回到第一稿吗？", "回到第一稿", "回到第一稿"),
    Order.REWRITE: Question("是要重新写一遍吗？", "重新写", "重新写"),
    Order.NEW: Question("是要把手头的收起来，重新开始吗？", "收起来", "清空"),
    Order.DRAFT: Question("是要写成信息吗？", "出稿", "出稿"),
}
COMMANDS = frozenset(question.command for question in ASKED_ABOUT.values())
_OF_THE_SCENE = {Order.WITHDRAW: "withdraw", Order.ITEMS: "ledger-", Order.PENDING: "adopt"}
"""The buttons shown last that make an order its own."""
_NOT = re.compile(r"[不别没未莫甭]")
_AT_ONCE = (
    Order.STANDING, Order.PENDING, Order.ITEMS, Order.CHANGES, Order.GAP_MEANS, Order.SHOW, Order.SHOW_DRAFT,
    Order.EXAMINE, Order.HELP, Order.WHO, Order.WORD, Order.FINAL,
)  # fmt: skip
_DEED = re.compile(r"[了过](?=[\u4e00-\u9fff]{2})(?!吗|没|呢|吧)")
"""撤回了两家…: what follows was done to something."""
_REQUEST = re.compile(
    r"^(?:请|麻烦|劳驾|帮|替我|把|你|能不能|可不可以|能否|我[想要])|(?:帮|给|替)我|麻烦"
    r"|(?:吧|呗|一下|行[不吗]|好[不吗]|可以[不吗]|谢谢)$"
)
_THIS = re.compile(r"[那这][几些]?(?:一?[篇条份稿句段版步]|个|稿子)|稿子|(?:交|报|发|退|打)(?:上去|回来)?的")


def order_of(words: str, scene: Scene) -> tuple[Order, bool] | None:
    """The order, and whether it may be carried out at once; None where a note or a question is as likely."""
    found = spoken.likely(words.rstrip("不没"))
    if not found or not found.besides or _DEED.search(words) or FIGURE.search(words):
        return None
    if EVENT.search(found.besides) or weigh(found.besides).note >= 1 or _NOT.search(found.besides):
        return None
    here = any(verb.startswith(_OF_THE_SCENE.get(found.order, " ")) for verb in scene.shown)
    signs = (_REQUEST.search(words), _THIS.search(words), found.signs > 1, here)
    most = (0, len(words) // 5, len(words) // 3, len(words) // 2)[min(sum(map(bool, signs)), 3)]
    if len(found.besides) > most:
        return None
    close = len(found.besides) <= len(words) // 4
    return found.order, close and (found.order in _AT_ONCE or here)


_EDITS = {
    Order.UNDO: Act.UNDO, Order.ORIGINAL: Act.ORIGINAL, Order.PUT_BACK: Act.RESTORE, Order.CHANGES: Act.CHANGES,
    Order.GAP_MEANS: Act.GAP, Order.REDO: Act.REDO, Order.FIGURES: Act.WHENCE,
}  # fmt: skip
_KINDS = {
    Order.AS_IT_IS: Kind.CHAT, Order.REWRITE: Kind.DRAFT, Order.DRAFT: Kind.DRAFT, Order.WORD: Kind.WORD,
    Order.FINAL: Kind.FINAL, Order.SUBMIT: Kind.SUBMIT, Order.WITHDRAW: Kind.WITHDRAW, Order.STANDING: Kind.STANDING,
    Order.PENDING: Kind.PENDING, Order.EXAMINE: Kind.CHECK, Order.SHOW: Kind.SHOW, Order.SHOW_DRAFT: Kind.SHOW_DRAFT,
    Order.NEW: Kind.CLEAR, Order.HELP: Kind.HELP, Order.SKIP: Kind.SKIP, Order.WHO: Kind.WHO,
    Order.COMPLAINT: Kind.COMPLAINT,
}  # fmt: skip
ORDERED = {
    **{order: Intent(Kind.EDIT, edit=Edit(act)) for order, act in _EDITS.items()},
    **{order: Intent(kind) for order, kind in _KINDS.items()},
    Order.ITEMS: Intent(Kind.SAME_AS, words="问题台账"),
    Order.IDLE: Intent(Kind.HOW_TO, words="好，没有活动就不用报，我也不记。有了再发给我。"),
}
_OF_A_DRAFT = (
    Order.UNDO, Order.REDO, Order.SKIP, Order.FIGURES, Order.COMPLAINT, Order.ORIGINAL, Order.PUT_BACK,
    Order.CHANGES, Order.GAP_MEANS, Order.AS_IT_IS, Order.EXAMINE, Order.WORD, Order.FINAL, Order.SUBMIT,
)  # fmt: skip
_WRITES = {Order.EXAMINE: "[缺少漏差]", Order.SUBMIT: "稿"}
_SAYS_SO = (Order.SUBMIT, Order.WORD, Order.UNDO)
"""Where no draft lies here, the answer to these is that there is none."""
_NOT_TOLD = re.compile(r"(?<!了)[^了]$|了吧$|给我|赶紧|快")


def in_scene(order: Order | None, words: str, scene: Scene) -> Order | None:
    """The order as it is meant here: where no draft lies on the desk, what is taken back was handed in."""
    if order in (Order.TALLY, Order.WHY) or (order is Order.SKIP and not scene.asked):
        return None
    if order in _WRITES and scene.notes and not scene.draft and re.search(_WRITES[order], words):
        return Order.DRAFT  # 还差点啥: the draft and what it lacks say so
    if order in (Order.WHERE, Order.SHOW_DRAFT):
        return Order.SHOW_DRAFT if scene.draft else Order.DRAFT if scene.notes else Order.STANDING
    if scene.draft or order not in _OF_A_DRAFT:
        return order
    if order is Order.UNDO and _TAKEN_BACK.search(words):
        return Order.WITHDRAW
    return order if order in _SAYS_SO and _NOT_TOLD.search(words) else None


_TAKEN_BACK = re.compile(r"撤(?!销)|收回")
