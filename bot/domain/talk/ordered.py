"""What an order wants over what lies there: with a draft on the desk, with gaps asked for, with neither."""

import re

from bot.domain.editing.wishes import Act, Edit
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.order_words import Order

ORDERED = {
    Order.UNDO: Intent(Kind.EDIT, edit=Edit(Act.UNDO)),
    Order.ORIGINAL: Intent(Kind.EDIT, edit=Edit(Act.ORIGINAL)),
    Order.PUT_BACK: Intent(Kind.EDIT, edit=Edit(Act.RESTORE)),
    Order.CHANGES: Intent(Kind.EDIT, edit=Edit(Act.CHANGES)),
    Order.GAP_MEANS: Intent(Kind.EDIT, edit=Edit(Act.GAP)),
    Order.AS_IT_IS: Intent(Kind.CHAT),
    Order.REWRITE: Intent(Kind.DRAFT),
    Order.DRAFT: Intent(Kind.DRAFT),
    Order.WORD: Intent(Kind.WORD),
    Order.FINAL: Intent(Kind.FINAL),
    Order.SUBMIT: Intent(Kind.SUBMIT),
    Order.WITHDRAW: Intent(Kind.WITHDRAW),
    Order.STANDING: Intent(Kind.STANDING),
    Order.PENDING: Intent(Kind.PENDING),
    Order.EXAMINE: Intent(Kind.CHECK),
    Order.SHOW: Intent(Kind.SHOW),
    Order.SHOW_DRAFT: Intent(Kind.SHOW_DRAFT),
    Order.NEW: Intent(Kind.CLEAR),
    Order.HELP: Intent(Kind.HELP),
    Order.REDO: Intent(Kind.EDIT, edit=Edit(Act.REDO)),
    Order.SKIP: Intent(Kind.SKIP),
    Order.ITEMS: Intent(Kind.SAME_AS, words="问题台账"),
    Order.WHO: Intent(Kind.WHO),
    Order.FIGURES: Intent(Kind.EDIT, edit=Edit(Act.WHENCE)),
    Order.COMPLAINT: Intent(Kind.COMPLAINT),
}
_OF_A_DRAFT = (
    Order.UNDO,
    Order.REDO,
    Order.SKIP,
    Order.FIGURES,
    Order.COMPLAINT,
    Order.ORIGINAL,
    Order.PUT_BACK,
    Order.CHANGES,
    Order.GAP_MEANS,
    Order.AS_IT_IS,
    Order.EXAMINE,
    Order.WORD,
    Order.FINAL,
    Order.SUBMIT,
)
_SAYS_SO = (Order.SUBMIT, Order.WORD, Order.UNDO)
"""Where no draft lies here, the answer to these is that there is none."""
_NOT_TOLD = re.compile(r"(?<!了)[^了]$|了吧$|给我|赶紧|快")


def in_scene(order: Order | None, words: str, scene: Scene) -> Order | None:
    """The order as it is meant here: where no draft lies on the desk, what is taken back was handed in."""
    if order is Order.SKIP and not scene.asked:
        return None
    if order is Order.EXAMINE and scene.notes and not scene.draft and re.search(r"[缺少漏差]", words):
        return Order.DRAFT  # 还差点啥: the draft and what it lacks say so
    if order in (Order.WHERE, Order.SHOW_DRAFT):
        return Order.SHOW_DRAFT if scene.draft else Order.DRAFT if scene.notes else Order.STANDING
    if scene.draft or order not in _OF_A_DRAFT:
        return order
    if order is Order.UNDO and _TAKEN_BACK.search(words):
        return Order.WITHDRAW
    return order if order in _SAYS_SO and _NOT_TOLD.search(words) else None


_TAKEN_BACK = re.compile(r"撤(?!销)|收回")
