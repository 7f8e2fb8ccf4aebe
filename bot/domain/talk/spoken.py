"""Short orders to the bot, read by their parts in whatever order they are said.

Every word belongs to a class of a small lexicon. An order is what consists of such words alone (`read`): a day's notes
are full of others. What holds a few words besides is likely one (`likely`): who calls decides by what lies there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.language import pointed
from bot.domain.talk.order_words import ALWAYS, LEXICON, RULES, Order
from bot.domain.talk.plain_speech import plain

_KNOWN = tuple(
    (order, groups, frozenset().union(*groups, may.split(), ALWAYS))
    for order, needs, may in RULES
    for groups in [tuple(frozenset(group.split()) for group in needs)]
)
_SPLIT = re.compile(r"[\s，,。；;！!？?、~～…]+")
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Likely:
    """An order with the words that are none of its own; `signs` counts what it must hold."""

    order: Order
    besides: str
    signs: int


def read(words: str) -> Order | None:
    """The order that the words consist of, or None."""
    found = likely(words)
    return found.order if found and not found.besides else None


@lru_cache(maxsize=64)
def likely(words: str) -> Likely | None:
    """The order that the fewest words stand beside; None where the words hold none."""
    said = plain(words)
    if len(said) > _LONGEST:
        return None
    parts = _parts(_SPLIT.sub("", said))
    held = frozenset().union(*(names for names, _ in parts))
    best: Likely | None = None
    for order, groups, known in _KNOWN:
        if all(held & group for group in groups):
            besides = "".join(text for names, text in parts if not names & known)
            if best is None or len(besides) < len(best.besides):
                best = Likely(order, besides, len(groups))
    return best


def _parts(said: str) -> list[tuple[set[str], str]]:
    """The words with their classes, the longest word first at each place; what belongs to none stands alone."""
    found: list[tuple[set[str], str]] = []
    at = 0
    while at < len(said):
        fitting = [(match.end(), name) for name, word in LEXICON if (match := word.match(said, at))]
        longest = max((end for end, _ in fitting), default=at)
        end = max(longest, at + 1)
        found.append(({name for end_, name in fitting if end_ == longest} if longest > at else set(), said[at:end]))
        at = end
    return found


def may_point(words: str) -> bool:
    """Whether it is worth looking up what the words may point at."""
    return (
        len(words) <= _LONGEST + 10
        and re.search(r"[那这].{0,2}[篇条份个]|的(?:稿|信息)|的.{0,3}[撤收抽退]", words) is not None
    )


def of_things(words: str, titles: Sequence[str]) -> tuple[Order, tuple[int, ...]] | None:
    """The order about what was handed in and is pointed at by its matter: 消防演练那篇我要收回; a reason may follow."""
    clauses = [clause for clause in _SPLIT.split(words) if clause]
    found = pointed.read(clauses[0], titles) if clauses else None
    if not found or found.by not in (pointed.By.MATTER, pointed.By.OF):
        return None
    behind = clauses[1:]
    others = [clause for clause in (found.left, *behind) if clause and len("".join(behind)) <= _LONGEST_REASON]
    for left in ("".join((found.left, *behind)), *others):
        order = read(f"我这篇{left}")
        if order in (Order.WITHDRAW, Order.STANDING):
            return order, found.places
    if any(_MEND.fullmatch(clause) for clause in (found.left, *behind) if clause):
        return Order.MEND, found.places
    return None


_MEND = re.compile(
    r"(?:里面?|里头|上面?)?(?:有(?:一?[个处点])?)?(?:数字?|人数|日期|时间|名字|字|标题|单位|地方|金额)(?:好像|都|也|是)?"
    r"(?:错|不对|写反|写错|报错|有误|漏)了?(?:一?个)?(?:字|数)?"
    r"|(?:我|还|再)*(?:能不能|可不可以|能|可以|想|要|得)(?:再)?(?:改|修改|改改|改一下|换)(?:吗|不|个数|一下|几个字)?"
)
_LONGEST_REASON = 12
