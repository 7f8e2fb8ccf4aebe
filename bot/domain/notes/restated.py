"""A figure told anew without a word of correction: counted where it was guessed, told again, explained away.

大概80来人 … 签到表数了，是83人; 19户 … 21户，又挪了两户; 发了1500本 … 1500是印的，发出去1230. What such a message says
around the figure tells how it was got and why the first was wrong: it goes with it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.domain.language.quantities import PERSON_UNITS, Quantity, same_unit, unit_class
from bot.domain.notes.patching import own_of, replace_figure
from bot.domain.notes.remarks import is_remark, untold
from bot.domain.notes.targets import Told, number_of
from bot.domain.notes.utterances import Kind, Patch, Utterance

# Words around a figure that say no more than that it is one, and that it is right.
_COUNTING = re.compile(
    r"一共|总共|应该|其实|实际(?:上)?|具体|准确|精确|确切|最后|最终|正好|一[查数点核]|[那我]们?|咱们?|[数人]数?|签到|清点|没错|对的?|实打实|明明|本来|[是共有就还为的了按算用个名位准]"
)
# 一共90户 may hold what was told and more.
_SUM = re.compile(r"一共|总共|共|合计|累计|加起来|另|还|又|再|剩|第")
_EXACT = re.compile(
    r"具体|准确|精确|确切|准数|实数|签到|清点|点名|实际|数了|数下来|统计(?:出来|下来|了)|刷|门禁|闸机|检录|芯片|登记"
)
# 观众哪有700, 不到200 count nothing.
_DENIED = re.compile(r"哪有|[没不]有?到?(?=\d)|不(?:可能|止|足|够)")
_CAME = re.compile(r"来|到")
# In how many characters a count may differ from what was told.
_ODD = 1
# How far a guess may lie from the count.
_GUESSED, _FLOOR = 0.2, 1.5
# How far apart two counts of one thing are at most, and how many messages of its speaker lie between them.
_FAR, _LATELY = 1.5, 3


def restated(done: list[Utterance], said: range, told: Told) -> bool:
    """Let the figures that the message `said` tells anew stand where they were told first; whether nothing is left
    in it to correct."""
    own = [i for i in own_of(done, said) if not done[i].plan]
    for i, k in pairwise(own):
        _said_first(done, i, k)
    cued = any(done[i].kind is Kind.CORRECTION for i in own)
    again = False
    for i in own:
        if done[i].kind is Kind.CONTENT and ((not cued and _counted(done, i, told)) or _meant_else(done, i, own)):
            again = True
            done[i] = done[i].as_kind(Kind.CORRECTION)
    return again and not cued


def only(one: Utterance) -> Quantity | None:
    figures = one.quantities()
    return figures[0] if len(figures) == 1 and not figures[0].ordinal else None


def guessed_at(done: Sequence[Utterance], i: int) -> bool:
    """大概来了100个学生, where 86 were counted: a guess adds nothing to a count that it agrees with."""
    q = only(done[i])
    if q is None or not q.approx or done[i].patches or not _of_nothing_else(done, i):
        return False
    rest = _GUESSING.sub("", rest_of(done[i], q))
    return any(
        not exact.approx
        and _like(exact, q)
        and abs(exact.value - q.value) <= q.value * _GUESSED
        and not untold(rest, done[at].text)
        for at, exact in earlier(done, i, range(i - 1, max(-1, i - _LATELY_TOLD), -1))
    )


# How many utterances back a guess speaks of what was counted.
_LATELY_TOLD = 20
_GUESSING = re.compile(r"大概|大约|差不多|约莫|估计|来了?|到了?|左右|上下|多|有")


def rest_of(one: Utterance, q: Quantity) -> str:
    return _COUNTING.sub("", one.text[: q.start] + one.text[q.end :])


def earlier(done: Sequence[Utterance], i: int, where: Sequence[int] | None = None) -> Iterator[tuple[int, Quantity]]:
    """The figures told before the message of utterance `i` that still stand, the latest first."""
    said = done[i].message
    for at in range(i - 1, -1, -1) if where is None else where:
        one = done[at]
        if one.kind is Kind.CONTENT and not one.plan and one.message < said:
            for q in one.quantities():
                if not (one.patches and any(p.start < q.end and q.start < p.end for p in one.patches)):
                    yield at, q


def _like(a: Quantity, b: Quantity) -> bool:
    """Whether two figures count the same; 个 and a bare figure may count people, and nothing that has a name."""
    loose = {"", "个"}
    same = unit_class(a.unit) == unit_class(b.unit) or (
        {a.unit, b.unit} & loose and {a.unit, b.unit} <= PERSON_UNITS | loose
    )
    return bool(same) and a.percent == b.percent


def _counted(done: list[Utterance], i: int, told: Told) -> bool:
    """是83人, where 大概80来人 was told: an exact count of what was guessed takes its place."""
    q = only(done[i])
    if (
        q is None
        or q.approx
        or not q.value
        or not (guessed := told.guessed(q.unit, i))
        or _DENIED.search(done[i].text)
        or (_SUM.search(done[i].text) and not _EXACT.search(done[i].text))
    ):
        return False
    rest = _CAME.sub("", rest_of(done[i], q))
    exact = _EXACT.search(done[i].text)
    counted = "".join(u.text for u in done[:i] if u.kind is Kind.CONTENT) if exact and rest else ""
    for at, rough in earlier(done, i, guessed):
        if not rough.approx or not _like(rough, q):
            continue
        near = (
            rough.value <= q.value < rough.value * _FLOOR
            if rough.low
            else abs(q.value - rough.value) <= rough.value * _GUESSED
        )
        words = counted if exact else done[at].text
        if near and _of_nothing_else(done, i) and (not rest or len(untold(rest, words)) <= min(_ODD, len(rest) - 1)):
            replace_figure(done, at, rough, done[i], q)
            return True
    return False


def _of_nothing_else(done: Sequence[Utterance], i: int) -> bool:
    """签到表数了，是83人; not 沪指收报3100点，涨幅为0.9%: the clause before a count names no other matter."""
    ahead = done[i - 1] if i and done[i - 1].message == done[i].message else None
    counted = ahead is not None and (_EXACT.search(ahead.text) or MORE.match(ahead.text))
    return ahead is None or ahead.kind is not Kind.CONTENT or bool(counted) or is_remark(done, i - 1)


# 又收到3个摊位的, before the sum that it makes
MORE = re.compile(r"(?:后[来面]|刚|刚才)*(?:又|漏|忘|少|多)")


def reckons(done: Sequence[Utterance], i: int) -> bool:
    """总数也得改64, where 24 of 62 became 26: a wish for a figure would not come out right."""
    changes = {
        new.value - old.value
        for u in done
        for p in u.patches
        if (new := number_of(p.text)) and (old := number_of(u.text[p.start : p.end]))
    }
    told = {q.value for u in done[:i] if u.kind is Kind.CONTENT for q in u.quantities()}
    return any(q.value - change in told for q in done[i].quantities() for change in changes)


_SAID_FIRST = re.compile(r"(?:前面|原来|开始|起初|先前|刚才|之前|早先)[我们]?(?:说|报|估|以为|写)(?:的)?[是有]?(?=\d)")


def _said_first(done: list[Utterance], i: int, k: int) -> None:
    """前面说300公斤，称完是412: the first gives way, the second counts the same."""
    first, second = (only(done[n]) if _SAID_FIRST.match(done[i].text) else None for n in (i, k))
    if first and second and not second.unit and _near(first, second):
        one, unit_at = done[k], done[i].text.index(first.unit, first.start) if first.unit else 0
        source = done[i].start + unit_at
        made = Patch(second.end, second.end, first.unit, one.message, source, source + len(first.unit))
        done[k] = one.with_patches((*one.patches, made))
        done[i] = done[i].as_kind(Kind.REPLACED)


def _near(a: Quantity, b: Quantity) -> bool:
    return max(a.value, b.value) <= _FAR * min(a.value, b.value)


_OF_ELSE = re.compile(r"(?P<figure>约?\d[\d.]*[万亿千百]?[一-龥]?(?:\d{1,2}秒?)?)(?:那|都)?是(?P<what>[^，。\d]{1,8})$")


def _meant_else(done: list[Utterance], i: int, own: Sequence[int]) -> bool:
    """1500是印的，发出去1230: what the figure told before was of, and the one that belongs there by the same verb."""
    found = _OF_ELSE.match(done[i].text)
    wrong = number_of(found["figure"]) if found else None
    if found is None or wrong is None:
        return False
    for at, old in earlier(done, i):
        if old.value != wrong.value or not same_unit(old.unit, wrong.unit) or found["what"][:1] in done[at].text:
            continue
        for k in own:
            q = only(done[k]) if k > i else None
            verbs = set(done[at].text[: old.start]) & set(done[k].text) - set("的了是有")
            if q and same_unit(q.unit, old.unit) and ((q.value < old.value and verbs) or "正式" in done[k].text):
                replace_figure(done, at, old, done[k], q)
                done[k] = done[k].as_kind(Kind.CORRECTION)
                return True
    return False
