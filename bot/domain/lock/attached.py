"""Whether a figure of a draft is told of what the notes tell it of: 500 leaflets and 11 questions, not 11 leaflets.

That the value stands in the notes at all is checks.py's. Here a figure is borrowed where the words around it are those
of another figure of the notes, and none of the notes' own words for its value stand beside it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.language.numerals import fold, numerals
from bot.domain.language.quantities import Quantity, quantities, same_unit, unit_class
from bot.domain.lock.adjoining import soundly
from bot.domain.lock.grounded_figures import EARLIER
from bot.domain.notes.patching import as_corrected
from bot.domain.notes.utterances import Kind, Utterance

# Words of counting and of every report; they tell no figure from another.
_COMMON = re.compile(
    r"参加|参与|到场|举办|开展|组织|活动|现场|一共|总共|其中|另有|另外|今天|昨天|上午|下午|晚上|我们|一个|还有"
    r"|大概|左右|差不多|已经|完成|进行|人员|计划|同时|分别|每[人户]|不是|应该|就是|更正|说错|[的了是有在和与及共约等其都也还又就把被给]"
)

# What the notes call one thing and a report another.
_SAME_WORDS = (
    ("老师", "教师"),
    ("孩子", "儿童"),
    ("小朋友", "儿童"),
    ("姐妹", "妇女"),
    ("老年人", "老人"),
    ("老百姓", "群众"),
    ("单子", "传单"),
    ("头儿", "负责人"),
    ("老板", "负责人"),
)
_TOTAL = re.compile(r"(?:一共|总共|合计|共计|加起来|全天|总数|共)[一-龥]{0,4}$|合计[：:].{0,14}$")
# 全天一共换书410本，办证93张: all that follows sums up
_ALL_DAY = re.compile(r"全[天日月年](?:一共|总共|共)")
_LABEL = re.compile(r"应到|实到|报名|报到|合格|每[一-龥]|人均|最[大小高低多少长短]")


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of the notes with the pairs of characters of its clause and of its message."""

    value: float
    unit: str
    percent: bool
    near: frozenset[str]
    wide: frozenset[str]
    topic: frozenset[str] = frozenset()
    earlier: bool = False


def borrowed(
    text: str,
    notes: Sequence[Utterance],
    messages: Sequence[str],
    taken: Sequence[tuple[int, int]],
    derived: Callable[[Quantity], bool] = lambda q: False,
) -> Iterator[str]:
    """Figures of the text that the notes tell of something else; `taken` are the spans of its days and hours.

    `derived` tells of a figure of the text whether it is reckoned from others, and so no figure of the notes at all.
    """
    by_value: dict[float, list[_Told]] = {}
    by_unit: dict[str, list[_Told]] = {}
    for told in _figures(tuple(notes), tuple(messages)):
        by_value.setdefault(told.value, []).append(told)
        by_unit.setdefault(told.unit, []).append(told)
    often = _too_often(text, messages, taken)
    for start, clause in _clauses(text):
        inside = [(a - start, b - start) for a, b in taken if start <= a < start + len(clause)]
        for q in quantities(clause, inside):
            if q.ordinal or q.value == 1 or (q.han and not q.unit) or _scope(q, clause):
                continue
            own = [t for t in by_value.get(q.value, ()) if t.percent == q.percent]
            again = q.value in often and _elsewhere_told(q, clause, own)
            if (
                own
                and (again or _told_of_another(q, clause, own, by_unit))
                and not derived(replace(q, start=start + q.start, end=start + q.end))
            ):
                yield clause


# 3天分别接听6个: a length of time is told of all that follows.
_OF_ALL = re.compile(r"[里内来]?(?:分别|依次|共|合计|累计|总计)")


def _scope(q: Quantity, clause: str) -> bool:
    return q.unit in ("天", "日", "个月", "周", "年") and _OF_ALL.match(clause, q.end) is not None


# Small figures come again by chance.
_TELLING = 13


def _too_often(text: str, messages: Sequence[str], taken: Sequence[tuple[int, int]]) -> set[float]:
    """Telling values that the draft below its title gives more often than the notes do."""
    title = text.find("\n") + 1
    told = Counter(q.value for q in quantities(text, taken) if q.start >= title and q.value >= _TELLING)
    again = {value: times for value, times in told.items() if times > 1}
    said = Counter(n.value for m in messages for n in numerals(fold(m))) if again else Counter[float]()
    return {value for value, times in again.items() if times > said[value] > 0}


def _elsewhere_told(q: Quantity, clause: str, own: Sequence[_Told]) -> bool:
    """Whether neither the unit nor the words beside the figure are those of the notes for this value."""
    beside = _beside(q, clause)
    alike = any(not t.unit or unit_class(t.unit) == unit_class(q.unit) for t in own)
    return not any(beside & t.near for t in own) and bool(q.unit) and (not alike or bool(beside))


def _told_of_another(q: Quantity, clause: str, own: Sequence[_Told], by_unit: Mapping[str, Sequence[_Told]]) -> bool:
    if _YEAR_BEFORE.search(clause[: q.start]) and any(t.earlier for t in own):
        return False
    beside = _beside(q, clause)
    if not beside or any(beside & t.near or (t.topic and _one_unit(t, q) and beside & t.topic) for t in own):
        return False
    people = unit_class(q.unit) == "人"
    same = [
        t
        for t in own
        if not t.unit
        or unit_class(t.unit) == unit_class(q.unit)
        or (people and t.unit == "个")
        or (q.unit == "个" and clause.startswith(t.unit, q.end))
        or (q.unit == "个百分点" and t.unit in ("点", "个"))
    ]
    units = [unit for unit in by_unit if q.unit and unit and same_unit(unit, q.unit)]
    others = [t for unit in units for t in by_unit[unit] if t.value != q.value and t.percent == q.percent]
    shared = max((len(beside & t.near) for t in others), default=0)
    if not same:
        # The value is told in another unit only, of other words, and this unit belongs to another figure.
        return shared > 0 or any(unit_class(t.unit) == unit_class(q.unit) for t in others)
    if any(_LABEL.fullmatch(pair) for t in others for pair in beside & t.near):
        return True
    if any(not t.near and t.unit != "个" for t in same):
        return False
    # 片 and 支 belong to what they count; 个 and 人 do not.
    exact = (
        q.unit != "个"
        and not people
        and any(unit_class(t.unit) == unit_class(q.unit) and beside & t.near for t in others)
    )
    return exact or (shared > 0 and not any(beside & t.wide for t in same))


def _one_unit(told: _Told, q: Quantity) -> bool:
    return unit_class(told.unit) == unit_class(q.unit)


def _beside(q: Quantity, clause: str) -> frozenset[str]:
    """Pairs of characters of the words next to the figure: those up to the figures on both sides of it."""
    before = _FIGURE.split(clause[: q.start])[-1]
    after = _FIGURE_OR_COLON.split(clause[q.end :], 1)[0]
    return _pairs(before) | _pairs(after)


_FIGURE = re.compile(r"\d")
_FIGURE_OR_COLON = re.compile(r"[\d：:]")
_NO_HAN = re.compile(r"[^一-龥]")


@lru_cache(maxsize=4096)
def _pairs(words: str) -> frozenset[str]:
    for said, written in _SAME_WORDS:
        words = words.replace(said, written)
    plain = _NO_HAN.sub(" ", _COMMON.sub(" ", words))
    labels = {m[0] for m in _LABEL.finditer(words)}
    return frozenset({w[i : i + 2] for w in plain.split() for i in range(len(w) - 1)} | labels)


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    for m in re.finditer(r"[^，。；、！？\n]+", fold(text)):
        yield m.start(), m[0]


@lru_cache(maxsize=16)
def _figures(notes: tuple[Utterance, ...], messages: tuple[str, ...]) -> tuple[_Told, ...]:
    """Every figure of the notes, as corrections left it."""
    found: list[_Told] = []
    wide: dict[int, frozenset[str]] = {}
    done = soundly(notes, messages)
    texts = [fold(as_corrected(u)) for u in done]
    for u, text in zip(done, texts, strict=True):
        wide[u.message] = wide.get(u.message, frozenset()) | _pairs(text)
    summed = -1
    for at, (u, text) in enumerate(zip(done, texts, strict=True)):
        for q in quantities(text, [(m.start, m.end) for m in u.moments()] if not u.patches else ()):
            around = _beside(q, text) if u.kind is Kind.CONTENT else _pairs(text)
            if _ALL_DAY.search(text[: q.start]):
                summed = u.message
            if _TOTAL.search(text[: q.start]) or summed == u.message:
                around = frozenset()  # a total may be told of whatever it sums up
            topic = _topic(done[:at], texts[:at], u.message) if _counts_the_same(q, u, text) else frozenset[str]()
            if _LEFT.search(text[: q.start]):
                topic |= frozenset[str]().union(*(t.near for t in found if t.unit == q.unit))
            earlier = EARLIER.search(text[: q.start]) is not None
            found.append(_Told(q.value, q.unit, q.percent, around, wide[u.message], topic, earlier))
    return tuple(found)


def _counts_the_same(q: Quantity, u: Utterance, text: str) -> bool:
    """实际弄了28份: nothing is named that the figure counts, so it counts what was spoken of before."""
    if len(text) != q.end:
        return False
    timed = sum(m.end - m.start for m in u.moments() if m.end <= q.start)
    return len(_NO_HAN.sub("", text[: q.start])) - timed <= _BARE


_BARE = 5
# 剩下4个: of what was counted before. 去年8天: a figure of another year, which a report names by its number.
_LEFT = re.compile(r"(?:剩下?|其余|还有|余下?|另外)的?$")
_YEAR_BEFORE = re.compile(r"\d{4}年(?!\d{1,2}月)|同期|上年|去年")


def _topic(before: Sequence[Utterance], texts: Sequence[str], message: int) -> frozenset[str]:
    """The words of the clauses of the same message that went before, back to the first figure among them."""
    found: frozenset[str] = frozenset()
    for u, text in zip(reversed(before), reversed(texts), strict=True):
        if u.message != message:
            break
        found |= _pairs(text)
    return found
