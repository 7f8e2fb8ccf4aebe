"""Which figure or words said before a correction speaks of."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity, same_unit, unit_class
from bot.domain.notes.patching import all_of
from bot.domain.notes.utterances import Kind, Utterance

ANY_TIME = datetime(2000, 1, 3)


# How many utterances back a correction is looked up.
REACH = 200


def find(text: str, done: Sequence[Utterance], before: int) -> tuple[int, int, int] | None:
    """(utterance, start, end) of the latest earlier place that says `text`."""
    for at in range(before - 1, max(-1, before - REACH), -1):
        if done[at].kind is not Kind.CONTENT:
            continue
        made = next((p for p in done[at].patches if p.text and text in p.text), None)
        if made:
            return at, made.start, made.end
        start = fold(done[at].text).find(text)
        if start >= 0 and not any(p.start < start + len(text) and start < p.end for p in done[at].patches):
            return at, start, start + len(text)
    return None


class Told:
    """Where a day tells figures, by what their units count: nobody looks through the whole of it for one of its like.

    Corrections are written beside the words, which stay as they are; so do the places.
    """

    def __init__(self, done: Sequence[Utterance]) -> None:
        self._figures: dict[str, list[int]] = {}
        self._guesses: dict[str, list[int]] = {}
        self._values: dict[float, list[int]] = {}
        for at, one in enumerate(done):
            for q in one.quantities():
                self._figures.setdefault(unit_class(q.unit), []).append(at)
                self._values.setdefault(q.value, []).append(at)
                if q.approx:
                    self._guesses.setdefault(unit_class(q.unit), []).append(at)

    def like(self, unit: str, before: int) -> list[int]:
        """Where a figure of a like unit stands before this place, the latest first."""
        kind = unit_class(unit)
        kinds = self._figures if kind in _LOOSE else {kind, *_LOOSE}
        return _latest(self._figures, kinds, before)

    def of_value(self, value: float, before: int) -> list[int]:
        """Where this very figure stands before this place."""
        return [at for at in self._values.get(value, ()) if at < before]

    def guessed(self, unit: str, before: int) -> list[int]:
        """Where such a figure is guessed at: 大概80来人."""
        kind = unit_class(unit)
        return _latest(self._guesses, {kind, *_LOOSE, "人"} if kind in {*_LOOSE, "人"} else {kind}, before)


def _latest(of: Mapping[str, Sequence[int]], kinds: Iterable[str], before: int) -> list[int]:
    where = (of.get(kind, ()) for kind in kinds)
    near = (each[bisect_left(each, before - REACH) : bisect_left(each, before)] for each in where)
    return sorted(set().union(*near), reverse=True)


# A bare figure may count anything, and so may 个.
_LOOSE = ("", "个")


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    han = re.sub(r"[\d零〇一二两三四五六七八九十百千万亿\s]|的|了|是|有|一共|总共|应该", "", fold(text))
    return frozenset({han[i : i + 2] for i in range(len(han) - 1)} | set(han))


@lru_cache(maxsize=4096)
def number_of(text: str) -> Quantity | None:
    """The first figure of these words alone."""
    found = Utterance(0, 0, len(text), text, ANY_TIME, "").quantities()
    return found[0] if found else None


# Two counts of one thing seldom differ by more.
_CLOSE = 0.1
# A slip of the memory or the hand is seldom wider than this.
_FAR = 4


# 户数报早了，按系统的1386
_UNIT_NAMED = re.compile(r"(?<![一-龥多少])([户人台件车家场册本亩吨次])数")
_HEADS = re.compile(r"人数|多少人|几个人|[实签]到")


def target(
    new: Quantity, utterance: Utterance, done: Sequence[Utterance], before: int, told: Told
) -> tuple[int, Quantity] | None:
    """The earlier figure that a bare new figure replaces: same unit, most words in common, latest.

    A message that names heads (人数说错了，是238) looks for the last count of people, whatever its unit is called.
    """
    best: tuple[bool, float, int, Quantity] | None = None
    whole = "".join(done[k].text for k in all_of(done, utterance.message))
    words = words_of(utterance.text[: new.start] + utterance.text[new.end :] if new.unit else whole)
    bare = _OBJECTS.fullmatch(whole.replace(utterance.text[new.start : new.end], "", 1)) is not None
    a_zero = _A_ZERO.search(whole) is not None
    units = _UNIT_NAMED.findall(whole)
    heads = counts_people(new, utterance.text) or (new.unit in ("", "个") and bool(_HEADS.search(whole)))
    for at in told.like(new.unit, before):
        other = done[at]
        if other.kind is not Kind.CONTENT or other.message == utterance.message:
            continue
        for q in other.quantities():
            if q.value == new.value or q.percent != new.percent or not same_unit(q.unit, new.unit):
                continue
            if heads and not counts_people(q, other.text):
                continue
            if other.patches and any(
                p.source == utterance.message and p.start < q.end and q.start < p.end for p in other.patches
            ):
                continue  # the message has said already what this one reads
            shared = len(words & words_of(context_of(done, at, q))) + 2 * heads + 2 * (q.unit[:1] in units)
            turned = swapped(q.value, new.value) or (a_zero and _ten_times(q, new))
            alone = bare and _only_figure_just_said(done, at, before)
            strict = (q.unit == new.unit or alone) * 2 + ("人" in words and q.unit in ("人", "名", "位", "个")) * 2
            far = max(q.value, new.value) > _FAR * max(min(q.value, new.value), 1)
            if not new.unit and not new.percent and not turned and ((shared < 2 and not alone) or (far and q.unit)):
                continue
            close = abs(q.value - new.value) <= _CLOSE * max(q.value, new.value)
            score = shared + strict + close + 4 * turned - (before - at) * 0.05
            if score >= 1 and (best is None or (not far, score) > best[:2]):
                best = (not far, score, at, q)
    return best[2:] if best else None


_OBJECTS = re.compile(
    r"^(?:哦|噢|啊|嗯|[，, ])*(?:不对|不是|错了|说错了|口误|更正)[，, ]*(?:应该|其实|实际)?(?:是|有|为)?"
)


def _only_figure_just_said(done: Sequence[Utterance], at: int, before: int) -> bool:
    """Whether the message just before spoke this one figure: 来了大概80个 — 不对，是86."""
    last = next((one for one in reversed(done[:before]) if one.message != done[before].message), None)
    if last is None or done[at].message != last.message:
        return False
    said = [q for one in done[:before] if one.message == last.message for q in one.quantities()]
    return len(said) == 1


def context_of(done: Sequence[Utterance], at: int, q: Quantity) -> str:
    """The clause of a figure; one that begins with it is about what the clause before it names: 面塑卖得最多 5300."""
    one = done[at]
    before = done[at - 1] if at and q.start <= 1 else None
    return before.text + one.text if before and before.message == one.message else one.text


def swapped(old: float, new: float) -> bool:
    """5300 and 3500, 93 and 39: the same digits, mixed up by the hand."""
    if not max(old, new) < 10 * min(old, new):
        return False
    digits = _digits(old)
    return old != new and len(digits) > 1 and digits == _digits(new)


@lru_cache(maxsize=1024)
def _digits(value: float) -> list[str]:
    return sorted(f"{value:g}")


_A_ZERO = re.compile(r"[少多](?:打|写|输|敲|按)?了?一?个[零0]")


def _ten_times(old: Quantity, new: Quantity) -> bool:
    """3700 and 37000, where the message says 少个零."""
    return min(old.value, new.value) * 10 == max(old.value, new.value)


_PERSON_AFTER = re.compile(
    r"(?:[一-龥]{0,4}?)(?:人|学生|群众|居民|村民|读者|观众|孩子|小孩|家长|老人|学员|队员|党员|干部|游客|职工|教师|老师|志愿者|同志)"
)


_PERSON_BEFORE = re.compile(
    r"(?:人数?|学生|群众|居民|村民|读者|观众|孩子|家长|老人|学员|队员|演员|选手|党员|干部|游客|职工|教师|老师|志愿者)(?:一共|总共|应该|其实|实际|[共是有为就才只来到了])*$"
)


def counts_people(quantity: Quantity, text: str) -> bool:
    """128人, 126名, 126个 before a word for people, 观众是126 behind one."""
    if quantity.unit in ("人", "名", "位", "人次", "个人", "号人"):
        return True
    return quantity.unit in ("", "个") and (
        _PERSON_AFTER.match(text[quantity.end :]) is not None
        or _PERSON_BEFORE.search(text[: quantity.start]) is not None
    )


def find_number(old: str, done: Sequence[Utterance], before: int) -> tuple[int, int, int] | None:
    number = number_of(old) or number_of(old + "个")
    if number is None:
        return None
    for at in range(before - 1, max(-1, before - REACH), -1):
        for made in done[at].patches:
            now = number_of(made.text)
            if now and now.value == number.value and same_unit(now.unit, number.unit):
                return at, made.start, made.end
        for q in done[at].quantities():
            if q.value == number.value and same_unit(q.unit, number.unit) and done[at].kind is Kind.CONTENT:
                return at, q.start, q.end
    return None


def put_right(before: Sequence[Utterance], q: Quantity) -> bool:
    """126, 我看串行了, where 126 stands in place of the wrong figure already."""
    now = (number_of(p.text) for u in before for p in u.patches)
    return any(n is not None and n.value == q.value and same_unit(n.unit, q.unit) for n in now)
