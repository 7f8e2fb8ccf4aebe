"""A figure told anew without a word of correction: counted where it was guessed, told again, explained away.

大概80来人 … 签到表数了，是83人; 19户 … 21户，又挪了两户; 发了1500本 … 1500是印的，发出去1230. What such a message says
around the figure tells how it was got and why the first was wrong: it goes with it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.names import places
from bot.domain.language.quantities import PERSON_UNITS, Quantity, same_unit, unit_class
from bot.domain.notes.patching import all_of, mark, own_of, patch
from bot.domain.notes.targets import number_of
from bot.domain.notes.utterances import Kind, Utterance

# Words around a figure that say no more than that it is one, and that it is right.
_COUNTING = re.compile(
    r"一共|总共|应该|其实|实际(?:上)?|具体|准确|精确|确切|最后|最终|正好|一[查数点核]|[那我]们?|咱们?|[数人]数?|签到|清点"
    r"|没错|对的?|实打实|明明|本来|[是共有就还为的了按算用个名位准]"
)
# 一共90户 may hold what was told and more.
_SUM = re.compile(r"一共|总共|共|合计|累计|加起来|另|还|又|再|剩|第")
_EXACT = re.compile(r"具体|准确|精确|确切|准数|实数|签到|清点|点名|实际|数了|数下来|统计(?:出来|下来|了)")
_CAME = re.compile(r"来|到")
# How far a guess may lie from the count.
_GUESSED, _FLOOR = 0.2, 1.5
# How far apart two counts of one thing are at most, and how many messages of its speaker lie between them.
_FAR, _LATELY = 1.5, 3


def restated(done: list[Utterance], index: int) -> bool:
    """Let the figures that message `index` tells anew stand where they were first told; whether nothing is left in it
    to correct."""
    own = [i for i in own_of(done, index) if not done[i].plan]
    cued = any(done[i].kind is Kind.CORRECTION for i in own)
    again = False
    for i in own:
        if done[i].kind is Kind.CONTENT and (
            (not cued and _counted(done, i))
            or _meant_else(done, i, own)
            or ((again or i == own[0]) and _told_again(done, i))
            or (again and _this_too(done, i))
        ):
            again = True
            done[i] = done[i].as_kind(Kind.CORRECTION)
    return again and not cued


def _only(one: Utterance) -> Quantity | None:
    figures = one.quantities()
    return figures[0] if len(figures) == 1 and not figures[0].ordinal else None


def _rest(one: Utterance, q: Quantity) -> str:
    return _COUNTING.sub("", one.text[: q.start] + one.text[q.end :])


def _earlier(done: Sequence[Utterance], i: int) -> list[tuple[int, Quantity]]:
    """The figures told before the message of utterance `i` that still stand, the latest first."""
    return [
        (at, q)
        for at in range(i - 1, -1, -1)
        if done[at].kind is Kind.CONTENT and done[at].message < done[i].message and not done[at].plan
        for q in done[at].quantities()
        if not any(p.start < q.end and q.start < p.end for p in done[at].patches)
    ]


def _like(a: Quantity, b: Quantity) -> bool:
    """Whether two figures count the same; 个 and a bare figure may count people, and nothing that has a name."""
    loose = {"", "个"}
    same = unit_class(a.unit) == unit_class(b.unit) or (
        {a.unit, b.unit} & loose and {a.unit, b.unit} <= PERSON_UNITS | loose
    )
    return bool(same) and a.percent == b.percent


def _counted(done: list[Utterance], i: int) -> bool:
    """是83人, where 大概80来人 was told: an exact count of what was guessed takes its place."""
    q = _only(done[i])
    if q is None or q.approx or not q.value or (_SUM.search(done[i].text) and not _EXACT.search(done[i].text)):
        return False
    rest = _CAME.sub("", _rest(done[i], q))
    told = "".join(u.text for u in done[:i] if u.kind is Kind.CONTENT)
    if rest and not _EXACT.search(done[i].text):
        return False
    for at, rough in _earlier(done, i):
        near = (
            rough.value <= q.value < rough.value * _FLOOR
            if rough.low
            else abs(q.value - rough.value) <= rough.value * _GUESSED
        )
        named = not rest or any(rest[k : k + 2] in told for k in range(max(1, len(rest) - 1)))
        if rough.approx and near and named and _like(rough, q):
            _write(done, at, rough, i, q)
            return True
    return False


def _told_again(done: list[Utterance], i: int) -> bool:
    """21户, where the same speaker told 19户 just before: a bare figure tells nothing of its own."""
    q = _only(done[i])
    if q is None or not q.unit or _rest(done[i], q) or _SUM.search(done[i].text):
        return False
    lately = _lately(done, i)
    found = [
        (at, old)
        for at, old in _earlier(done, i)
        if done[at].message in lately and old.unit == q.unit and old.value != q.value
    ]
    near = [(at, old) for at, old in found if _near(old, q)]
    if len(found) != 1 or not near:
        return False
    _write(done, *near[0], i, q)
    return True


def reckons(done: Sequence[Utterance], i: int) -> bool:
    """总数也得改64, where 24 of 62 became 26: a wish for a figure would not come out right."""
    changes = {
        new.value - old.value
        for u in done
        for p in u.patches
        if p.source == done[i].message and (new := number_of(p.text)) and (old := number_of(u.text[p.start : p.end]))
    }
    told = {q.value for u in done[:i] if u.kind is Kind.CONTENT for q in u.quantities()}
    return any(q.value - change in told for q in done[i].quantities() for change in changes)


_TOO = re.compile(r"^(?P<what>[一-龥]{1,6}?)也(?:要|得)?(?:是|改|变)[成为]?(?=\d)")


def _this_too(done: list[Utterance], i: int) -> bool:
    """钱也是8千7百5, behind a figure told again: the figure near it that was told of the money."""
    said, q = _TOO.match(done[i].text), _only(done[i])
    if not said or q is None:
        return False
    for at, old in _earlier(done, i):
        ahead = done[at - 1].text if at and done[at - 1].message == done[at].message else ""
        if said["what"][-1] in ahead + done[at].text and _like(old, q) and _near(old, q):
            _write(done, at, old, i, q)
            return True
    return False


def _lately(done: Sequence[Utterance], i: int) -> list[int]:
    """The last messages of whoever says utterance `i`, before it."""
    return sorted({u.message for u in done[:i] if u.speaker == done[i].speaker and u.message < done[i].message})[
        -_LATELY:
    ]


def put_right_again(done: list[Utterance], i: int) -> bool:
    """再改，143: a bare figure in a message that corrects is the one that its speaker put right last."""
    q = _only(done[i])
    if q is None or _rest(done[i], q):
        return False
    lately = _lately(done, i)
    for at in range(i - 1, -1, -1):
        for made in done[at].patches:
            now = number_of(made.text)
            if now and made.source in lately and same_unit(now.unit, q.unit) and _near(now, q):
                digits = done[i].text[q.start : q.end - len(q.unit)]
                patch(done, at, made.start, made.end, digits + now.unit, done[i], q.start)
                return True
    return False


def _near(a: Quantity, b: Quantity) -> bool:
    return max(a.value, b.value) <= _FAR * min(a.value, b.value)


_OF_ELSE = re.compile(r"(?P<figure>约?\d[\d.]*[万亿千百]?[一-龥]?)(?:那|都)?是(?P<what>[^，。\d]{1,8})$")


def _meant_else(done: list[Utterance], i: int, own: Sequence[int]) -> bool:
    """1500是印的，发出去1230: what the figure told before was of, and the one that belongs there by the same verb."""
    found = _OF_ELSE.match(done[i].text)
    wrong = number_of(found["figure"]) if found else None
    if found is None or wrong is None:
        return False
    for at, old in _earlier(done, i):
        if old.value != wrong.value or not same_unit(old.unit, wrong.unit) or found["what"][:1] in done[at].text:
            continue
        for k in own:
            q = _only(done[k]) if k > i else None
            verbs = set(done[at].text[: old.start]) & set(done[k].text) - set("的了是有")
            if q and q.value < old.value and same_unit(q.unit, old.unit) and verbs:
                _write(done, at, old, k, q)
                done[k] = done[k].as_kind(Kind.CORRECTION)
                return True
    return False


def _write(done: list[Utterance], at: int, old: Quantity, i: int, q: Quantity) -> None:
    end = old.end if q.unit else old.end - len(old.unit)
    patch(done, at, old.start, end, done[i].text[q.start : q.end], done[i], q.start)


def explained(done: list[Utterance]) -> list[Utterance]:
    """The utterances without what only says why a figure changed, or repeats one that gave way."""
    for index in sorted({u.message for u in done}):
        said = all_of(done, index)
        settled = [i for i in said if done[i].kind in (Kind.CORRECTION, Kind.REPLACED) and done[i].quantities()]
        if settled:
            before = [i for i in said if i not in settled and _is_reason(done, i, settled)]
            mark(done, before, Kind.CORRECTION)
        replaced = [i for i in said if done[i].kind is Kind.REPLACED and done[i].quantities()]
        if replaced:
            mark(done, [i for i in said if _repeats(done, i)], Kind.REPLACED)
        mark(done, [i for i in said if _says_nothing(done, i)], Kind.CORRECTION)
        for i in _replaced_first(done, said):
            done[i] = _time_of(done[i])
    return done


def _replaced_first(done: Sequence[Utterance], said: range) -> list[int]:
    """Where 下午考古夏令营 gives way to 冬训营开营 in one message: when it was holds of both."""
    return [
        i
        for i in said
        if done[i].kind is Kind.REPLACED
        and i + 1 in said
        and done[i + 1].kind is Kind.CONTENT
        and not done[i + 1].moments()
        and any(m.start == 0 and m.end < len(done[i].text) for m in done[i].moments())
    ]


def _time_of(one: Utterance) -> Utterance:
    end = max(m.end for m in one.moments() if m.start == 0)
    return replace(one, kind=Kind.CONTENT, text=one.text[:end], end=one.start + end)


# 昨天说的42有俩没来: what was said elsewhere of a figure that stands otherwise here
_SAID_ELSEWHERE = re.compile(
    r"^(?:[今昨前]天|昨晚|刚才|之前|早上|上午|前面|上次)[我你他]?(?:说|报|写|发)的(?:那?个?)?是?\d"
)


def _says_nothing(done: Sequence[Utterance], i: int) -> bool:
    """实打实3.2, where 3.2公里 was told: a bare figure told again; or one said elsewhere, beside the one that holds."""
    one, q = done[i], _only(done[i])
    if one.kind is not Kind.CONTENT or one.patches:
        return False
    if _SAID_ELSEWHERE.match(one.text):
        return any(k != i and done[k].kind is Kind.CONTENT and done[k].quantities() for k in all_of(done, one.message))
    if q is None or q.unit or _rest(one, q) or q.value < _TELLING:
        return False
    return any(old.value == q.value for _, old in _earlier(done, i))


# 3 may be another three.
_TELLING = 3.1


def _is_reason(done: Sequence[Utterance], i: int, settled: Sequence[int]) -> bool:
    """对，忘了加演的，7场 stands before a bare settled figure; 登记本漏记3个 behind it tells the difference."""
    one = done[i]
    if one.kind is not Kind.CONTENT or one.patches or "《" in one.text or one.moments() or any(places(one.text)):
        return False
    beside = done[next((k for k in settled if k > i), settled[-1])]
    q = _only(beside)
    if q is None or _rest(beside, q):
        return False
    known = {t.value for u in done[:i] for t in u.quantities()}
    differs = {abs(value - q.value) for value in known}
    figures = {t.value for t in one.quantities()}
    if i > settled[-1]:
        return bool(figures) and figures <= differs and _MISCOUNTED.search(one.text) is not None
    return _MORE.match(one.text) is not None or figures <= known | differs


_MISCOUNTED = re.compile(r"漏|少|多|重|差")
# 又收到3个摊位的, before the sum that it makes
_MORE = re.compile(r"(?:后[来面]|刚|刚才)*(?:又|漏|忘|少|多)")


def _repeats(done: Sequence[Utterance], i: int) -> bool:
    """树不是420吧, beside 出库单是460 that gave way: it holds no other figure than those in dispute."""
    one = done[i]
    figures = one.quantities() if one.kind is Kind.CONTENT and not one.patches else ()
    known = {q.value for u in done[:i] if u.message < one.message for q in u.quantities()}
    beside = (done[k] for k in all_of(done, one.message) if done[k].kind is Kind.REPLACED)
    known |= {q.value for u in beside for q in u.quantities()}
    return bool(figures) and all(q.value in known for q in figures)
