"""A rate that hangs on a figure put right is put right with it: 那涨幅也得改，按29.7算是跌0.7%."""

import re
from collections.abc import Sequence

from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import Quantity
from bot.domain.notes.kinds import Kind
from bot.domain.notes.patching import mark, own_of, patch
from bot.domain.notes.utterance import Utterance

_CHANGES = Seldom(
    r"^(?:那|这样|所以|相应)*(?P<what>[一-龥]{0,6}?(?:[涨降增跌]幅|增速|增长|[同环]比|占比|比例|百分比|[一-龥]率))数?"
    r"(?:(?:也|就|都|跟着|得|要|该|应|应该|需要|不对|错)*(?:[改变调动]|重新?算)(?:了|一下|下|成|为)?|(?:也|就|那)+(?:是|成了?)(?=\d))"
)
_WAY = re.compile(r"(?:增长|上涨|上升|提高|下降|减少|降低|回落|[涨增升跌降减高低多少])了?约?$")


def rerated(done: list[Utterance], said: range) -> bool:
    """Let the rate told before read the one that the message `said` reckons anew, with its own word for up or down."""
    own = own_of(done, said)
    named = next(((i, found) for i in own if (found := _CHANGES.match(done[i].text))), None)
    new = next(((i, q) for i in own for q in done[i].quantities() if q.percent), None)
    old = _told(done[: own[0]], named[1]["what"]) if named and new else None
    if named is None or new is None or old is None:
        return False
    (i, now), (at, was) = new, old
    start, before = _with_way(done[i].text, now), _with_way(done[at].text, was)
    if now.start == start or was.start == before:  # one of them says neither up nor down: the figure alone
        start, before = now.start, was.start
    patch(done, at, before, was.end, done[i].text[start : now.end], done[i], start)
    mark(done, [k for k in own if k == i or _CHANGES.match(done[k].text)], Kind.CORRECTION)
    return True


def _told(before: Sequence[Utterance], what: str) -> tuple[int, Quantity] | None:
    """The latest rate, of the matter that is named where it has a name of its own (合格率, no 涨幅)."""
    named = what if what.endswith("率") else ""
    for at in range(len(before) - 1, -1, -1):
        one = before[at]
        if one.kind is Kind.CONTENT and not one.plan and named in one.text:
            for q in one.quantities():
                if q.percent:
                    return at, q
    return None


def _with_way(text: str, q: Quantity) -> int:
    found = _WAY.search(text[: q.start])
    return found.start() if found else q.start
