"""Figures agreed on: of two that were said for one thing the one somebody says yes to (对，214) stands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import Quantity, same_unit, unit_class
from bot.domain.notes.conflicts import disputes
from bot.domain.notes.patching import all_of, mark, own_of, replace_figure, stands
from bot.domain.notes.recounts import doubts, of_one_label
from bot.domain.notes.targets import Told, number_of, put_right
from bot.domain.notes.utterances import Kind, Utterance

# How many utterances back an answer is looked up.
REACH = 40
_YES = r"(?:收到|真的|确实是?|实际|嗯+|对+|是的?|没错|好的?|行|中|可以|那|哦+|噢|确实|对的)"


_AGREED = re.compile(
    rf"^(?:{_YES}[，,、\s]*)*(?P<what>[一-龥]{{0,6}}?)(?:那)?(?:就|就是|还是|仍是|仍然是|是|按|算)*约?$"
)


# 演员19个 tells; 演员是25没错 answers.
_ANSWERS = Seldom(rf"^{_YES}|就|还是|仍|是|按|没错|对的?$|没问题|没变|不变|为准")


_AND_SO = re.compile(r"^[一-龥]{0,2}?(?:没错|是对的|对的?|没问题|没变|不变|为准|来|算|报|写|吧|了)*$")


_NOT_IN = re.compile(r"(?:不算|不含|不计|除去|刨去|去掉)[一-龥]{0,6}$|^[一-龥]{1,6}(?:不算|不计|除外)$")


_WIDER = re.compile(r"(?:算上|加上|连上|连同|包括)[一-龥]{1,6}(?:是|有|一共|共|就)")


def agreed(done: list[Utterance], own: Sequence[int], told: Told) -> bool:
    """对，214, of two figures said for one thing: it stands, the other and the talk about both go."""
    for i in own:
        figures = tuple(_said_yes(done[i], q) for q in done[i].quantities())
        found = _AGREED.match(done[i].text[: figures[0].start]) if len(figures) == 1 else None
        if (
            not found
            or (found["what"] and not _ANSWERS.search(done[i].text))
            or not _AND_SO.match(done[i].text[figures[0].end :])
        ):
            continue
        new = figures[0]
        if re.search(r"没错|是对的|没问题|没变|不变|还是|仍是|\d对$", done[i].text) and _restored(done, own[0], new):
            mark(done, [i], Kind.CORRECTION)
            return True
        disputed = _disputed(done, own[0], new, told)
        if put_right(done[: own[0]], new) and (disputed is None or not done[disputed[0]].patches):
            mark(done, [i], Kind.CORRECTION)
            return True
        if disputed is None and _nothing_new(done, i, own, new, found["what"]):
            mark(done, [i], Kind.REPLACED)
            return len(own) == 1
        if disputed is None:
            continue
        at, old, objections = disputed
        # 按320, of 320人 and of 手册320本 put right before
        if done[at].patches and old.value == new.value and stands(done[: own[0]], new):
            said = [k for k in own if all(q.value == new.value for q in done[k].quantities())]
            mark(done, said, Kind.CORRECTION)
            mark(done, [o for o in objections if done[o].message != done[at].message], Kind.REPLACED)
            return True
        if _reads(done[at], old) != new.value:
            replace_figure(done, at, old, done[i], new)
        again = [
            k
            for o in objections
            for k in own_of(done, all_of(done, done[o].message))
            if any(q.value == new.value and q.unit == new.unit for q in done[k].quantities()) and objects(done, k)
        ]
        mark(done, [*objections, *again], Kind.REPLACED)
        mark(done, [i, *(k for k in own if _NOT_IN.search(done[k].text))], Kind.CORRECTION)
        return True
    return False


def _nothing_new(done: Sequence[Utterance], i: int, own: Sequence[int], new: Quantity, what: str) -> bool:
    """演员是25没错, where 演员25个 was said."""
    text = done[i].text
    answers = "按" not in text and _says_again(text, new) and not _tells_more(text, what)
    return answers and _repeats(done, own[0], new, what) and (len(own) == 1 or _ANSWERS.search(text) is not None)


def _said_yes(one: Utterance, q: Quantity) -> Quantity:
    """421对 answers; nobody counts pairs in a clause of its own."""
    alone = q.unit == "对" and q.start == 0 and q.end == len(one.text)
    return replace(q, unit="", end=q.end - 1) if alone else q


def _restored(done: list[Utterance], before: int, new: Quantity) -> bool:
    """58没错, after somebody had made it 52: the patch goes."""
    for at in range(before - 1, -1, -1):
        for made in done[at].patches:
            was = next((q for q in done[at].quantities() if q.start < made.end and made.start < q.end), None)
            if was and was.value == new.value and _reads(done[at], was) != new.value:
                done[at] = done[at].with_patches(tuple(p for p in done[at].patches if p is not made))
                return True
    return False


def _says_again(text: str, q: Quantity) -> bool:
    """16票全票, 14人里 and (另外)两块没问题 tell something of their own; 对，214 and 214吧 do not."""
    if text.endswith("没问题") and q.value < _FEW:
        return False
    said_so = re.match(rf"{_YES}|就|还是|仍|是", text) is not None
    return (
        said_so
        or re.fullmatch(r"(?:[个人名]?(?:对的?|没错|没问题|没变|不变|是对的|吧|的|啊)?)", text[q.end :]) is not None
    )


_FEW = 10


def _tells_more(text: str, what: str) -> bool:
    return (
        bool(what)
        and re.match(rf"{_YES}|就|还是|没错", text) is None
        and not re.search(r"没错|对的?$|没问题|没变|不变$", text)
    )


def _repeats(done: Sequence[Utterance], before: int, new: Quantity, what: str) -> bool:
    """演员是25没错, where 演员25个 was said: nothing new."""
    said = [k for k in range(before - 1, max(-1, before - REACH), -1) if done[k].kind is Kind.CONTENT]
    return any(
        _reads(done[k], q) == new.value
        and (same_unit(q.unit, new.unit) or not new.unit)
        and (not what or what[:2] in done[k].text)
        for k in said
        for q in done[k].quantities()
    )


def _reads(one: Utterance, q: Quantity) -> float:
    """The value of the figure as corrections left it."""
    for made in one.patches:
        if made.start < q.end and q.start < made.end:
            now = number_of(made.text)
            return now.value if now else q.value
    return q.value


def _disputed(done: list[Utterance], before: int, new: Quantity, told: Told) -> tuple[int, Quantity, list[int]] | None:
    """(utterance, its figure, the objections) where somebody objected to a figure and `new` is one of the two."""
    said = [k for k in range(max(0, before - REACH), before) if done[k].kind is Kind.CONTENT and not done[k].plan]
    single = [k for k in said if len(done[k].quantities()) == 1]
    if not any(alike(done[k].quantities()[0], new) for k in single) or not _said_before(done, before, new.value, told):
        return None
    contested = {id(u) for _, every in disputes([done[k] for k in said], settled=True) for u, _ in every[1:]}
    objections = [k for k in single if (objects(done, k) or id(done[k]) in contested or _WIDER.search(done[k].text))]
    like = [k for k in objections if alike(done[k].quantities()[0], new)]
    for k in like:
        claimed = done[k].quantities()[0]
        earlier = [
            (at, q)
            for at in range(k - 1, -1, -1)
            if done[at].kind is Kind.CONTENT and at not in objections and done[at].message != done[k].message
            for q in done[at].quantities()
            if alike(q, claimed)
            and (q.value != claimed.value or done[at].patches)
            and not _EXPECTED.search(done[at].text[: q.start])
        ]
        # 我看是四箱书吧 speaks of 6箱, not of 两个班 said in between.
        exact = [(at, q) for at, q in earlier if claimed.unit and unit_class(q.unit) == unit_class(claimed.unit)]
        named = [(at, q) for at, q in earlier if of_one_label(done[k], claimed, done[at], q)]
        for first in (*(named or exact or earlier)[:1], *(e for e in earlier if e[1].value == new.value)):
            if (same_unit(first[1].unit, new.unit) or not new.unit) and new.value in (
                claimed.value,
                first[1].value,
                _reads(done[first[0]], first[1]),
            ):
                return (*first, like)
    return None


# 应到38人实到35人: who was to come is contested by no count of those who came.
_EXPECTED = re.compile(r"(?:应到|应参加|报名|预约|计划)[一-龥]{0,4}$")


def _said_before(done: Sequence[Utterance], before: int, value: float, told: Told) -> bool:
    """Whether a figure reads so, as typed or as corrections left it."""
    typed = any(done[at].kind is Kind.CONTENT for at in told.of_value(value, before))
    corrected = (u for u in done[:before] if u.patches and u.kind is Kind.CONTENT)
    return typed or any(_reads(u, q) == value for u in corrected for q in u.quantities())


def alike(a: Quantity, b: Quantity) -> bool:
    """Figures that may count one thing: like units, or one of them bare, and no further apart than half."""
    return (
        (same_unit(a.unit, b.unit) or not a.unit or not b.unit)
        and a.percent == b.percent
        and abs(a.value - b.value) <= 0.5 * max(a.value, b.value)
    )


_SHORT = re.compile(
    r"^(?:不对吧?|不是吧?|哪有|[一-龥]{1,2}[姐哥]|[一-龥]{0,4}(?:表|名单|单子|本|册|系统|后台|群)(?:上|里)?"
    r"|我(?:这|这边|这儿|这里)?(?:的)?[一-龥]{0,3})*(?:写|记|数|算|查|看|登记|统计|报)?的?(?:是|有|才)|^[一-龥]{1,6}只(?:印|发|去|来|到|做|买|领|送|收|用|花)了\d"
)


def objects(done: Sequence[Utterance], at: int) -> bool:
    """Whether the utterance gives another figure for something said before: 签到表是65吧, 我这名单是39, 是演了一场."""
    one = done[at]
    doubted = doubts(one.text) or _SHORT.match(one.text) is not None
    return doubted and any(u.speaker != one.speaker for u in done[:at] if u.kind is Kind.CONTENT)
