"""What is wanted of one of several drafts: 先把送书那条送党建办, 2号那篇里头…拿掉, 第二篇先不发，第一篇直接报."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.editing import edits
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language import pointed
from bot.domain.talk import spoken
from bot.domain.talk.order_words import Order

CLAUSE_END = re.compile(r"[，,；;。！!？?～~\s]+")
_PUT_OFF = re.compile(
    r"(?:先|暂时|都|就|再)*(?:不|别|甭)(?:忙|急|用)?(?:着)?(?:发|交|报|动|管|写|提交|送)(?:了|着)?"
    r"|(?:先|暂时)?(?:放|搁|留)(?:着|放|一下)*"
)
_IN_FRONT = re.compile(
    r"^(?:把|只|就|光|先|请|帮我)*(?:(?:今天|刚才|刚刚|手头|上面|这里)的?(?=[一二两三四五六七八九\d第]|[这那]))?"
)
_ONLY = re.compile(r"(?:只|就|光)(?:要|留|保留|用)(?P<what>.{2,12}?)(?:就行|就好|吧|了)*")
_NOT_YET = re.compile(r"(?:好像|还|都)*没(?:报|交|发|提交|送)(?:上去|出去)?(?:呢|吧|啊)?")
_TWO = 2
EVERY = 0
"""In place of a draft's number: all of them."""
OF_ALL = (Order.SUBMIT, Order.WORD, Order.FINAL)
"""What can be ordered of all of them at once."""
BETWEEN = "\n\n"
"""What stands between the drafts in the text of all of them."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The draft by its number (EVERY for all), with an order or an edit; `left` are the words but those that point."""

    number: int
    order: Order | None
    edit: Edit | None
    left: str


def _handed_in_late(behind: str, places: Sequence[int]) -> Meant | None:
    """昨天那个书画展还没报呢，报一下."""
    order = spoken.read(CLAUSE_END.sub("", behind))
    return Meant(places[0] + 1, order, None, behind) if order is Order.SUBMIT and len(places) == 1 else None


def read(words: str, titles: Sequence[str], drafts: str) -> Meant | None:
    """The wish about the draft pointed at; None where only waiting is asked for.

    The only one there is pointed at by its number alone: other words are read as a wish about what it says.
    """
    whole = edits.read(words, drafts)
    if whole and whole.act is Act.DELETE_REPORT:
        return None
    alone = _ONLY.fullmatch(words)
    kept = pointed.read(alone["what"], titles) if alone and len(titles) == _TWO else None
    if kept and len(kept.places) == 1 and not kept.left:
        other = _TWO - kept.places[0]
        return Meant(other, None, Edit(Act.DELETE_REPORT, report=other), words)
    put_off: tuple[int, ...] = ()
    for clause in filter(None, CLAUSE_END.split(words)):
        found = pointed.read(_IN_FRONT.sub("", clause), titles, put_off)
        every = spoken.read(f"这篇{found.left}") if found and found.by is pointed.By.ALL else None
        if found and every in OF_ALL:
            return None if found.left.endswith("了") else Meant(EVERY, every, None, found.left)
        if found and found.places and _NOT_YET.fullmatch(found.left):
            return _handed_in_late(words.partition(clause)[2], found.places)
        if found and len(titles) == 1 and found.by is not pointed.By.NUMBER:
            continue
        if found and _PUT_OFF.fullmatch(found.left):
            put_off = found.places
            continue
        if not found or len(found.places) != 1:
            continue
        said = re.sub(r"^(?:里[面头]?)?的", "", found.left)
        place, left = found.places[0], words.replace(clause, said, 1)
        order = spoken.read(f"这篇{found.left}")
        edit = edits.read(left, drafts.split(BETWEEN)[place])
        if order or edit:
            return Meant(place + 1, order, edit, left)
    return None
