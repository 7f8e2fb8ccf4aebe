"""Figures put right in clipped talk, by whomever: 是33; 42户; App是68; 缺考按2人报; 轮椅又领走一辆，16了.

Such a clause says no more than a figure and at most what it counts. It stands for the figure told of the same thing;
a bare one for the latest that it comes near to. The word of another settles it where it is agreed to, or says why.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from bot.domain.language.numerals import HAN, fold
from bot.domain.language.quantities import Quantity, same_unit, unit_class
from bot.domain.notes.agreement import objects
from bot.domain.notes.learnt_pairs import REACH, Figure, answers, begins_yes, gives_reason
from bot.domain.notes.paired import of_another, only_why, put_in
from bot.domain.notes.patching import all_of, mark, own_of
from bot.domain.notes.recounts import recount
from bot.domain.notes.remarks import of_its_own, untold
from bot.domain.notes.soundness import may_go
from bot.domain.notes.stood_by import OPEN
from bot.domain.notes.targets import Told, number_of, swapped
from bot.domain.notes.utterances import Kind, Utterance

_SPOKEN = (Kind.CONTENT, Kind.CORRECTION, Kind.CHAT)
_TAIL = re.compile(r"(?:左右|才对|没错|[了啊吧的报算写来哈呢呀哦])*")
_CALLED = re.compile(r"^[一-龥]{1,2}(?:[哥姐叔姨工总局]|主任|老师|书记)(?=[一-龥]+[是按有])")
# Words of telling that name nothing: what is left of 那岗位是, 缺考按, 床到了 is the thing.
_WEAK = re.compile(
    r"更正|纠正|应该|其实|实际上?|准确|正确|一共|总共|那|就|还|才|只|都|也|[的了是有到共来去按改成为写报算]|[，：: ]"
)
_BARE = re.compile(r"(?:应该|其实|实际上?|那|就|还|才|只|也|[是有按为用]|改[成为]?|[，： ])*")
_OF_MORE = re.compile(
    r"一共|总共|合计|共(?=\d)|另|其中|又|再|剩|还有|加上|第|每|各|平均|最|去年|上年|同期|上[个月次周回]|计划|预计|打算"
)
_RECKONED = re.compile(r"(?P<old>\d[\d.]*)[-+－＋]\d[\d.]*[=＝](?=\d[\d.]*[万亿]?[一-龥]{0,2}$)")  # 218.6-8.6=210万
_NAMES_BOTH = re.compile(r"不是[^，。]{0,2}\d")
_ONE = re.compile(r"[一1][个家名位户处条台辆本份件趟人次张]")
_WRONG = re.compile(
    r"错|不对|不是|漏|没[算加]|少[算写记报]|多[算写记报]|重复|[串反岔混]了|花眼|手[滑抖误]|改[成为]?\d|为准"
)
_ASKED = re.compile(r"(?P<what>[一-龥]{1,2})数(?:呢|是?多少)$")
_ASKS = re.compile(r"几|多少|[呢吗么]$|没有?$")
_LEFT_OPEN = re.compile(r"^(?!.*是.*的$).*[的有是共约和]$")
_CAME = re.compile(r"又|[两二]遍|重复|漏|多了|少了|没[算加]|补|还有")
_NEAR, _FAR, _NAMED_FAR, _SHORT = 1.35, 1.6, 4, 6
_SLIGHT, _TELLING = 1e-3, 10


class _Meant(NamedTuple):
    """A figure told before as it reads now, and how well it fits."""

    at: int
    q: Quantity
    now: float
    fit: float


def clipped(done: list[Utterance], said: range, told: Told) -> bool:
    """Let each figure with which the message `said` only answers stand where it was told; whether nothing is left."""
    if not any(done[i].kind in _SPOKEN and done[i].quantities() for i in said) or any(
        _NAMES_BOTH.search(done[i].text) for i in said
    ):
        return False
    put: dict[int, Figure] = {}
    for i in said:
        parts = _parts(done, i)
        found = [(label, q, _meant(done, i, label, q)) for label, q in parts]
        if not found or len({(m.at, m.q.start) for *_, m in found if m}) < len(found):
            continue
        several = len(found) > 1 and any(gives_reason(done[k].text, dated=False) for k in said if k != i)
        for label, q, meant in found:
            if not meant or meant.now == q.value:
                continue
            if done[i].kind is Kind.CHAT and q.value >= _TELLING and done[i].speaker != done[meant.at].speaker:
                done[i] = done[i].as_kind(Kind.CONTENT)  # 1530, of 1350 by another: asked about, where none agrees
            if several or _settled(done, i, label, q, meant):
                if q.value == meant.q.value:  # 那就还是14
                    rest = (p for p in done[meant.at].patches if p.end <= meant.q.start or meant.q.end <= p.start)
                    done[meant.at] = done[meant.at].with_patches(tuple(rest))
                else:
                    put_in(done, (i, q), (meant.at, meant.q))
                put[i] = (meant.at, meant.q)
                mark(done, _objected(done, said.start, meant), Kind.REPLACED)
    again = [i for i in own_of(done, said) if i not in put and _stands(done, i)]
    if not put and not again:
        return False
    why = [i for i in said if i not in put and done[i].kind in _SPOKEN]
    gone = {*put, *again, *(i for i in why if only_why(done, i, put, told) or _tells_how(done, i, put))}
    whole = all(i in gone or not (done[i].quantities() or of_its_own(done, i)) for i in own_of(done, said))
    mark(done, gone, Kind.CORRECTION if whole else Kind.REPLACED)
    return whole


def _objected(done: Sequence[Utterance], before: int, m: _Meant) -> list[int]:
    """我量的是七百方出头, where 720 was agreed on for 600方: what was objected to the figure goes with it."""
    said = (k for k in range(m.at + 1, before) if done[k].kind is Kind.CONTENT and len(done[k].quantities()) == 1)
    near = (k for k in said if _ratio(done[k].quantities()[0].value, m.q.value) <= _NEAR and objects(done, k))
    return [k for k in near if same_unit(done[k].quantities()[0].unit, m.q.unit)]


def _stands(done: Sequence[Utterance], i: int) -> bool:
    """我刚翻了 201, once the message before has put it right so."""
    figures = done[i].quantities()
    if len(figures) != 1:
        return False
    before = done[max(0, i - REACH) : all_of(done, done[i].message).start]
    last = next((u.message for u in reversed(before) if u.quantities()), -1)
    made = (number_of(p.text) for u in before for p in u.patches if p.source == last)
    return any(now and now.value == figures[0].value for now in made) and not of_its_own(done, i)


def _tells_how(done: Sequence[Utterance], i: int, put: dict[int, Figure]) -> bool:
    """轮椅又领走一辆, beside 16 in place of 15."""
    if not may_go(done, i):
        return False
    if _CHANGED.search(done[i].text) and not done[i].quantities():
        return True
    return _CAME.search(done[i].text) is not None and any(
        _counts(done[i], abs(old.value - q.value)) for k, (_, old) in put.items() for q in done[k].quantities()
    )


def _parts(done: Sequence[Utterance], i: int) -> list[tuple[str, Quantity]]:
    """The figures of a clause that says nothing else, each with the words that name it."""
    one = done[i]
    figures = one.quantities() if one.kind in _SPOKEN else ()
    if reckoned := _RECKONED.search(one.text):
        return [(f"={reckoned['old']}", figures[-1])]
    if not figures or _OF_MORE.search(one.text) or not _TAIL.fullmatch(one.text, figures[-1].end):
        return []
    if any(q.ordinal or q.unit == "点" for q in figures) or not _goes_first(done, i):
        return []
    found, end = list[tuple[str, Quantity]](), 0
    for q in figures:
        label = re.split("[：:，]", _CALLED.sub("", one.text[end : q.start]))[-1].rstrip()
        named = recount(one.text, q.start, q.end) if len(figures) == 1 else None
        named = label if named is None else named and (_WEAK.sub("", named) or label)
        label = "" if _BARE.fullmatch(label) or not named else _WEAK.sub("", named) or label
        if len(label) > _SHORT:
            return []
        found.append((label, q))
        end = q.end
    return found


def _goes_first(done: Sequence[Utterance], i: int) -> bool:
    """Whether nothing stands before the clause in its message but what was wrong, or how much came to it."""
    before = [done[k] for k in all_of(done, done[i].message) if k < i and done[k].kind is Kind.CONTENT]
    if any(_OF_MORE.search(u.text) and not _CAME.search(u.text) for u in before):
        return False
    return not before or any(
        _WRONG.search(u.text)
        or _CAME.search(u.text)
        or (not u.quantities() and gives_reason(u.text, dated=False))
        or any(abs(abs(a.value - b.value) - q.value) < _SLIGHT for a, b in combinations(u.quantities(), 2))
        for u in before
        for q in done[i].quantities()
    )


def _meant(done: Sequence[Utterance], i: int, label: str, q: Quantity) -> _Meant | None:
    """The figure told before that this one speaks of; None where none does, or more than one may."""
    near = [m for m in _told_before(done, i, q) if not of_another(done, (i, q), (m.at, m.q))]
    if label.startswith("="):
        return next((m for m in near if m.now in (float(label[1:]), float(label[1:]) * 1e4)), None)
    if label:
        by_unit = len(label) > 1  # 架次 4, of 3架次
        named = [m for m in near if _names(label, _words(done, m.at, m.q)) or (by_unit and label == m.q.unit)]
        named = [m for m in named if _ratio(m.now, q.value) <= _NAMED_FAR]
        if named:
            return max(named, key=lambda m: (same_unit(m.q.unit, q.unit) and bool(m.q.unit), m.at))
        denied = any(_WRONG.search(done[k].text) for k in all_of(done, done[i].message))
        if not denied or recount(done[i].text, q.start, q.end) is None:
            return None
    if not _answers_bare(done, i) or any(_OF_HEADS.search(done[k].text) for k in all_of(done, done[i].message)):
        return None
    back = [m for m in near if m.q.value == q.value != m.now]
    if len(back) == 1 and "还" in done[i].text[: q.start]:
        return back[0]  # 那就还41, of 41眼 put right as 43
    agreed = begins_yes(done[all_of(done, done[i].message)[0]].text)
    if not agreed and any(
        p.value == q.value and not u.patches for u in done[max(0, i - REACH) : i] for p in u.quantities()
    ):
        return None
    told = [m for m in near if done[m.at].message < done[i].message]
    if q.value >= 2 * _TELLING and any(abs(a.now + b.now - q.value) < _SLIGHT for a, b in combinations(told, 2)):
        return None  # 那就是19万, of 12.8万 and 6.2万
    fits = sorted((m for m in (_fit(done, i, q, m) for m in near) if m.fit > 0), key=lambda m: -m.fit)
    if len(fits) > 1 and fits[0].fit - fits[1].fit < _CLEARLY and fits[0].now != fits[1].now:
        return None
    return fits[0] if fits else None


_CLEARLY = 0.5
# 刚才人数说错了，是238 names the one meant
_OF_HEADS = re.compile(r"[人户件台册张]数|总数|金额")


def _told_before(done: Sequence[Utterance], i: int, q: Quantity) -> Iterator[_Meant]:
    for k in range(i - 1, max(-1, i - REACH), -1):
        one = done[k]
        asks = one.text.endswith(("吗", "吧"))
        if one.kind is not Kind.CONTENT or one.message == done[i].message or asks or objects(done, k):
            continue
        for old in one.quantities():
            units = {unit_class(old.unit), unit_class(q.unit)}
            alike = len(units) == 1 or q.unit in ("", "个") or (old.unit in ("", "个") and unit_class(q.unit) == "人")
            percent = old.percent == q.percent or (old.percent and not q.unit)
            if alike and percent and not old.ordinal and old.unit != "点":
                made = next((p for p in one.patches if p.start < old.end and old.start < p.end), None)
                now = number_of(made.text) if made else old
                power = re.search(r"[万亿]$", one.text[old.start : old.end].removesuffix(old.unit))
                small = {"万": 1e4, "亿": 1e8}[power[0]] if power and not q.unit and q.value < _MANY else 1
                yield _Meant(k, old, round((now or old).value / small, 4), 0)


_MANY = 1e4


def _words(done: Sequence[Utterance], at: int, q: Quantity) -> str:
    """What a figure's own words name: those before it and behind it up to the next figure or stop."""
    one = done[at]
    others = [o for o in one.quantities() if o is not q]
    start = max((o.end for o in others if o.end <= q.start), default=0)
    end = min((o.start for o in others if o.start >= q.end), default=len(one.text))
    ahead = re.split(r"[、，：: ]", one.text[start : q.start].rstrip())[-1]
    behind = re.split(r"[、，：: ]", one.text[q.end : end])[0]
    before = done[at - 1] if at and done[at - 1].message == one.message else None
    ahead = before.text + ahead if before and not before.quantities() and not _WEAK.sub("", ahead + behind) else ahead
    return _WEAK.sub("", f"{ahead}|{behind}")


def _names(label: str, words: str) -> bool:
    return label in words or (len(label) > 2 and not untold(label, words))


def _answers_bare(done: Sequence[Utterance], i: int) -> bool:
    """Whether a bare figure begins what its message tells, and goes on with nothing that was left open."""
    own = all_of(done, done[i].message)
    if any(done[k].quantities() and not _CAME.search(done[k].text) for k in own if k < i) or not own.start:
        return False
    before = done[own.start - 1]
    told = [done[k] for k in all_of(done, before.message) if done[k].kind in _SPOKEN]
    if before.speaker == done[i].speaker:
        settles = any(_WRONG.search(done[k].text) for k in own)
        return bool(told) and (bool(told[-1].quantities()) or i > own.start or settles)
    if told and done[own.start - 1].kind is Kind.CHAT and _ASKS.search(told[-1].text) and not _asked(done, i):
        return False
    return not told or not _LEFT_OPEN.search(told[-1].text) or bool(told[-1].quantities())


def _fit(done: Sequence[Utterance], i: int, q: Quantity, m: _Meant) -> _Meant:
    """How well a bare figure fits one told before."""
    ratio, apart = _ratio(m.now, q.value), abs(m.now - q.value)
    unit = bool(q.unit) and unit_class(q.unit) == unit_class(m.q.unit)
    asked = _asked(done, i)
    differs = _says_apart(done, i, apart)
    turned = swapped(m.now, q.value)
    ahead = _WEAK.sub("", done[i - 1].text) if done[i - 1].message == done[i].message else ""
    words = _words(done, m.at, m.q)
    named = any(ahead[k : k + 2] in words for k in range(len(ahead) - 1))
    again = m.now == q.value
    if not (turned or differs or again or ratio <= _NEAR or (unit and ratio <= _FAR)):
        return m
    fit = 4.0 * turned + 4 * differs + 2 * unit + 3 * named + 2 * (asked != "" and same_unit(m.q.unit, asked))
    fit += 3 * again + 2 * (2 - min(ratio, 2)) - 0.3 * (done[i].message - done[m.at].message)
    return m._replace(fit=max(fit, 0))


def _ratio(a: float, b: float) -> float:
    low, high = sorted((abs(a), abs(b)))
    return high / low if low else _NAMED_FAR + high


def _counts(one: Utterance, apart: float) -> bool:
    told = any(abs(p.value - apart) < _SLIGHT for p in one.quantities())
    return told or (apart == 1 and _ONE.search(one.text) is not None)


def _says_apart(done: Sequence[Utterance], i: int, apart: float, *, own: bool = False) -> bool:
    """漏了俩保洁, of 41 in place of 39; of one's own figure 5户没来 may be the rest."""
    said = all_of(done, done[i].message)
    goes_on = all_of(done, done[i].message + 1)
    if not own and goes_on and done[goes_on[0]].speaker == done[i].speaker:
        said = range(said.start, goes_on.stop)
    beside = (done[k] for k in said if k != i and not (k in goes_on and not _REST.search(done[k].text)))
    return bool(apart) and any(_counts(u, apart) and not (own and not _CAME.search(u.text)) for u in beside)


_REST = re.compile(r"另|剩|没|漏|还")


def _asked(done: Sequence[Utterance], i: int) -> str:
    """人 of 人数呢, to which the message answers."""
    start = all_of(done, done[i].message).start
    found = _ASKED.search(done[start - 1].text) if start else None
    return found["what"][-1] if found else ""


def _settled(done: Sequence[Utterance], i: int, label: str, q: Quantity, m: _Meant) -> bool:
    """Whether the figure is put right for sure: by its own teller, by agreement, or with the reason."""
    one, said = done[i], [done[k] for k in all_of(done, done[i].message)]
    later = [u for u in done[i:] if one.message < u.message <= one.message + 3]
    talk = [u.text for u in (*said, *later) if u.kind is not Kind.CORRECTION]
    if any(OPEN.search(text) or _TO_CHECK.search(text) for text in talk):
        return False
    answered = answers(done, (i, q), replace(m.q, value=m.now))
    if "old again" in answered:
        return False
    own = one.speaker == done[m.at].speaker
    if own and q.value == m.q.value != m.now and "还" in one.text[: q.start]:
        return True
    wrong = any(_WRONG.search(u.text) for u in said) or _says_apart(done, i, abs(q.value - m.now), own=own)
    turned = swapped(m.now, q.value)
    plainly = wrong or turned or _SAYS.search(one.text[: q.start]) is not None
    if not own and recount(one.text, q.start, q.end) is not None:
        return _taken(done, i, q, sourced=True)  # whose book says so is asked about, where nobody agrees
    if (plainly and answered & {"yes", "new again"}) or _taken(done, i, q):
        return True
    if own:
        before = done[all_of(done, one.message).start - 1]
        alone = [u for u in said if u.kind is Kind.CONTENT] == [one]
        alone = alone and (before.speaker == one.speaker or _AFTER_ALL.match(one.text) is not None)
        return (
            wrong
            or turned
            or alone
            or begins_yes(said[0].text)
            or any(_AS_WELL.search(u.text) for u in said if u is not one)
            or (not label and any(_CHANGED.search(u.text) for u in said))
        )
    return wrong or _asked(done, i) != ""


# 21户，钱也是8千7百5
_AS_WELL = re.compile(r"也(?:是|得?改|要改|变)")
_AFTER_ALL = re.compile(r"那?就?(?:还是|改|按|写)|应该|其实|实际|改")
_SAYS = re.compile(r"[是按=＝]$")
_CHANGED = re.compile(r"[退加补撤取删减]了$")
_TO_CHECK = re.compile(r"先别[定写报]|[对核问]一[下遍]|[回再].{0,6}[对核]")
# 按小庞的, 听柳主任的, 以血站为准, 小梁的对
_TAKEN = re.compile(
    rf"^(?:嗯|那|就|都)*(?:[听按照用][^，。\d{HAN}]{{1,5}}的|以[^，。]{{1,6}}为准|[^，。\d]{{1,3}}的对)"
)


def _taken(done: Sequence[Utterance], i: int, q: Quantity, *, sourced: bool = False) -> bool:
    """Whether another says behind it that it shall be as the speaker told."""
    one = done[i]
    later = [u for u in done[i:] if u.speaker != one.speaker and one.message < u.message <= one.message + 2]
    short = [u for u in later if len(u.text) <= _SHORT_ANSWER]
    if sourced:  # 对，65人 is read for itself
        whole = {u.message: [done[k].text for k in all_of(done, u.message)] for u in short}
        short = [u for u in short if not (begins_yes(whole[u.message][0]) or any(map(_WRONG.search, whole[u.message])))]
    again = (p.value == q.value >= _TELLING for u in short for p in u.quantities())
    return any(again) or any(_TAKEN.match(fold(u.text)) for u in later)


_SHORT_ANSWER = 10
