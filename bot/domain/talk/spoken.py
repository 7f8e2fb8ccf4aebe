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

_SAME = (
    (re.compile(r"信[西希系吸]|新息"), "信息"),
    (re.compile(r"(?:瞅|瞧)(?:瞅|瞧|一[眼下]|下)?"), "看看"),
    (re.compile(r"看一[眼哈]|看哈"), "看看"),
    (re.compile(r"啥子?|么子"), "什么"),
    (re.compile(r"咋个|咋样|咋"), "怎么"),
    (re.compile(r"晓得"), "知道"),
    (re.compile(r"一哈|哈子"), "一下"),
    (re.compile(r"莫(?=[写提要])|甭|不消"), "不用"),
    (re.compile(r"俺们?|咱们?"), "我们"),
    (re.compile(r"[点些]儿"), "点"),
    (re.compile(r"(?<=[\u4e00-\u9fff])个儿"), ""),
)
_PARTICLES = re.compile(r"(?:了?(?:嘛|哈|哇|噻|咯|哒|哟|嘞|呗|啊|呀|喽|吧|哦|喔|撒)+)$")
_LEAD = re.compile(
    r"^(?:(?:行|好|中|可以|没问题|没毛病|不错|就这样?|就这些|就这么多|差不多|(?:素材|材料|内容|事情)?都?(?:齐|全|完|够)"
    r"|没(?:有)?(?:别的|其他的?)?|(?:说|发|记|讲)完)[了的吧啦]*[，,。 ]*)+(?=.{2})"
)
_POLITE = re.compile(r"^(?:请|麻烦你?|帮我|帮忙|给我|替我|劳驾|那就?|你(?![们的]))+(?=.)")


def plain(words: str) -> str:
    """The words in the standard language, without the particles that only soften them."""
    for pattern, standard in _SAME:
        words = pattern.sub(standard, words)
    return _PARTICLES.sub("", words) or words


def gist(words: str) -> str:
    """What is left of a command without "that is all", "please" and softening particles."""
    said = plain(words)
    for pattern in (_LEAD, _POLITE):
        said = pattern.sub("", said)
    return said or words


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
