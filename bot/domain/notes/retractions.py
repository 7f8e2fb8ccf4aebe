"""Corrections that are told by their place rather than by their words.

Somebody breaks off and says it again (4500册，哦少打了，4850册), quotes what was said and gives the right figure
(刚才说的45人其实是54人), corrects a rank (是第八个吧 … 对，第八个), settles a figure (就按64万), or denies what nobody
had said (是四楼不是三楼). Corrections that name themselves are corrections.py's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity, same_unit
from bot.domain.notes.patching import all_of, first_of, mark, own_of, replace_figure
from bot.domain.notes.slips import broken_off, retitled, says_why
from bot.domain.notes.targets import words_of
from bot.domain.notes.utterances import Kind, Patch, Utterance

# 观众我又问了村支书, and 说是五百二 behind it.
_ASKED = Seldom(
    r"^(?P<what>[一-龥]{0,4}?)(?:我|刚才?|后来)*(?:又|重新|再)(?:去)?(?:问|核|数|查|对|点|翻|统计)了?[^，。\d]{0,8}$"
)


_TOLD_SO = re.compile(
    r"^(?:他|她|人家)?(?:说|报|答|给)?(?:的)?(?:是|有)(?P<n>约?[\d一二两三四五六七八九十百千万]+(?:多)?)(?:人|个|名|位|份|件)?$"
)


_RANK = re.compile(
    r"^(?:[一-龥]{1,3}[，,])?(?:对|嗯|应该|其实)?[，,]?(?:应该)?(?:是|算)?第[\d一二三四五六七八九十百]+[一-龥]{0,4}$"
)


_YES = re.compile(r"^(?:对对?|嗯+|是的?|没错|对的)$")


_ALSO = re.compile(r"也算|算上|算进|加上|漏了|忘了")


_SETTLED = re.compile(
    r"^(?:好|行|那|嗯+|对+|哦)?(?:(?:就|那就|还是|统一)[按用]"
    r"|按(?=[\d一二两三四五六七八九十百千万]+[一-龥]{0,2}(?:报|写|算|来)))(?P<new>[^，。；]{2,16}?)(?:算|报|写|来|吧|定)*$"
)


_DENIED = Seldom(r"[，,、]?(?:而)?(?<!是)不是(?P<old>[^，。；是不]{1,12})$")


def retract(done: list[Utterance], said: range) -> bool:
    """Apply what the message `said` takes back or settles; whether nothing is left in it to correct."""
    own = own_of(done, said)
    if not own:
        return False
    if (
        retitled(done, own)
        or _requoted(done, own)
        or broken_off(done, own)
        or _asked_again(done, own)
        or _settled(done, own)
    ):
        return True
    _denied(done, own)
    return _ranked(done, own)


# Small figures come again by chance.
_TELLING = 10


# The figure that was wrong and the one that is right.
_BOTH = 2


def _requoted(done: list[Utterance], own: Sequence[int]) -> bool:
    """上面说的北坡借242次…今年的是198次: the figure that was said before gives way to the one that is new."""
    if not any(done[i].kind is Kind.CORRECTION for i in own):
        return False
    first = own[0]
    figures = [(i, q) for i in own for q in done[i].quantities()]
    if len(figures) < _BOTH or all(_COUNTED_AS.match(done[i].text, 0, q.start) for i, q in figures):
        return False
    old = [(i, q, known) for i, q in figures if (known := _said(done, first, q))]
    new = [(i, q) for i, q in figures if not any(q is quoted for _, quoted, _ in old)]
    if len(old) != 1 or len(new) != 1:
        return False
    (_, was, found), (i, now) = old[0], new[0]
    if not same_unit(was.unit, now.unit) or was.percent != now.percent:
        return False
    quoted = done[old[0][0]].text[: was.start] + done[old[0][0]].text[was.end :]
    if was.value < _TELLING and not words_of(quoted) & words_of(done[found[0]].text):
        return False  # 蓝天是11个人，多两个后补的: 两个 is no quotation of the two who were found
    at, told = _of_the_named(done, first, done[old[0][0]].text, found)
    replace_figure(done, at, told, done[i], now)
    mark(done, own, Kind.CORRECTION)
    return True


# 查的是5家，超时的是3家: each says what it counts, and none quotes the wrong one.
_COUNTED_AS = re.compile(r"(?![^，。]{0,4}[说写报讲记]的)[一-龥]{1,8}的(?:应该)?[是有]$")
_NOT_IT = re.compile(r"(?P<what>[一-龥]{2,6}?)(?:的?数)?不是")


def _of_the_named(
    done: Sequence[Utterance], first: int, text: str, found: tuple[int, Quantity]
) -> tuple[int, Quantity]:
    """白鹭不是46只，白鹭是120只, where 46 was told of another bird: the figure that was told of 白鹭."""
    named = _NOT_IT.match(text)
    if not named or named["what"] in done[found[0]].text:
        return found
    of_it = (k for k in range(first - 1, -1, -1) if done[k].kind is Kind.CONTENT and named["what"] in done[k].text)
    return next(((k, q) for k in of_it for q in done[k].quantities() if same_unit(q.unit, found[1].unit)), found)


def _said(done: Sequence[Utterance], first: int, q: Quantity) -> tuple[int, Quantity] | None:
    """Where the same figure with the same unit was said before."""
    if not q.unit or q.ordinal:
        return None
    for at in range(first - 1, -1, -1):
        one = done[at]
        if one.kind is Kind.CONTENT and not one.patches:
            for other in one.quantities():
                if other.value == q.value and other.unit == q.unit:
                    return at, other
    return None


def _asked_again(done: list[Utterance], own: Sequence[int]) -> bool:
    """观众我又问了村支书，说是五百二: the figure of that matter gives way to the one that was found."""
    found = next(
        ((a, b, m) for a, b in pairwise(own) if (m := _ASKED.match(done[a].text)) and _TOLD_SO.match(done[b].text)),
        None,
    )
    new = next(iter(done[found[1]].quantities()), None) if found else None
    if found is None or new is None or sum(len(done[i].quantities()) for i in own) > 1:
        return False
    a, b, words = found[0], found[1], found[2]["what"]
    for at in range(own[0] - 1, -1, -1):
        if done[at].kind is not Kind.CONTENT or done[at].plan or (words and words not in done[at].text):
            continue
        for old in done[at].quantities():
            if (
                same_unit(old.unit, new.unit)
                and old.value != new.value
                and abs(old.value - new.value) <= 0.5 * max(old.value, new.value)
            ):
                replace_figure(done, at, old, done[b], new)
                mark(done, [a, b], Kind.CORRECTION)
                return True
    return False


def _settled(done: list[Utterance], own: Sequence[int]) -> bool:
    """就按64万左右: of the figures said for one thing this one stands."""
    found = next(((i, m) for i in own if (m := _SETTLED.match(done[i].text))), None)
    figures = done[found[0]].quantities() if found else ()
    if not found or len(figures) != 1:
        return False
    i, new = found[0], figures[0]
    like = [
        (at, q)
        for at in range(own[0] - 1, max(-1, own[0] - 40), -1)
        if done[at].kind is Kind.CONTENT and not done[at].plan
        for q in done[at].quantities()
        if (q.unit == new.unit or (not new.unit and (q.value >= 1000 or _mended(done[at], q))))
        and q.percent == new.percent
    ]
    wrong = next(((at, q) for at, q in like if q.value != new.value), None)
    if not wrong and any(q.value == new.value for u in done[: own[0]] for q in u.quantities()):
        mark(done, [i], Kind.CORRECTION)  # 就按300写 repeats what stands
        return not any(done[k].quantities() for k in own if k != i)
    if not wrong or abs(wrong[1].value - new.value) > 0.5 * max(wrong[1].value, new.value):
        return False
    at, old = wrong
    tail = re.match(r"左右|上下", done[i].text[new.end :])
    replace_figure(done, at, old, done[i], replace(new, end=new.end + (tail.end() if tail else 0)))
    for at, q in like:
        if q.value == new.value and len(done[at].text) <= q.end - q.start + _ALONE:
            behind = [k for k in all_of(done, done[at].message) if k < at]
            why = [k for k in behind if done[k].text.endswith("的") or says_why(done[k].text)]
            mark(done, [at, *why], Kind.CORRECTION)
    known = (k for k in own if k < i and all(_alone(done[k], q, new) for q in done[k].quantities()))
    mark(done, [i, *known], Kind.CORRECTION)
    return True


# So many characters beside a figure tell nothing of their own.
_ALONE = 6


def _alone(one: Utterance, q: Quantity, new: Quantity) -> bool:
    return q.value == new.value and len(one.text) <= q.end - q.start + 1


def _mended(one: Utterance, q: Quantity) -> bool:
    """Whether the figure has been corrected before: what is settled now is that figure again."""
    return any(p.start < q.end and q.start < p.end for p in one.patches)


def _denied(done: list[Utterance], own: Sequence[int]) -> None:
    """地点是四楼不是三楼, where nobody had said 三楼: only what is true stays."""
    for i in own:
        one = done[i]
        found = _DENIED.search(one.text)
        if not found or found.start() < 3 or found["old"][-1:] in "吗么" or len(one.quantities()) > 2:
            continue
        if not any(fold(found["old"]) in fold(u.text) for u in done[: own[0]]) and re.search(
            r"是", one.text[: found.start()]
        ):
            cut = Patch(found.start(), len(one.text), "", one.message, one.start, one.start)
            done[i] = replace(one, kind=Kind.CONTENT, patches=(*one.patches, cut))


def _ranked(done: list[Utterance], own: Sequence[int]) -> bool:
    """是第八个吧 asks, 对，第八个 confirms: the rank said before gives way."""
    for i in own:
        one = done[i]
        new = next((q for q in one.quantities() if q.ordinal), None) if _RANK.match(one.text) else None
        old = _rank_before(done, first_of(done, one.message), new) if new else None
        if new is None or old is None:
            continue
        asked = [k for k in range(old[0] + 1, own[0]) if _says_rank(done[k], new)]
        beside = [k for k in own if _YES.match(done[k].text) or _ALSO.search(done[k].text)]
        later = done[own[-1] + 1 : own[-1] + 2]
        if one.text[-1] in "吧吗么" and not any(_YES.match(u.text) or _says_rank(u, new) for u in later):
            continue
        replace_figure(done, old[0], old[1], one, new)
        also = [n for k in asked for n in all_of(done, done[k].message) if _ALSO.search(done[n].text)]
        mark(done, [i, *asked, *beside, *also], Kind.CORRECTION)
        return True
    return False


def _says_rank(one: Utterance, new: Quantity) -> bool:
    return _RANK.match(one.text) is not None and any(q.ordinal and q.value == new.value for q in one.quantities())


def _rank_before(done: Sequence[Utterance], before: int, new: Quantity) -> tuple[int, Quantity] | None:
    content = ((at, done[at]) for at in range(before - 1, -1, -1) if done[at].kind is Kind.CONTENT)
    told = ((at, q) for at, u in content if not _RANK.match(u.text) for q in u.quantities())
    return next(((at, q) for at, q in told if q.ordinal and q.unit == new.unit and q.value != new.value), None)
