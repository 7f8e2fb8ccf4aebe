"""A figure taken apart (88是加上观摩的，演练的63，观摩25) and figures put together when asked (一共多少 – 505吨)."""

import re
from collections.abc import Sequence

from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import Quantity
from bot.domain.notes.kinds import Kind
from bot.domain.notes.patching import mark, own_of
from bot.domain.notes.targets import REACH
from bot.domain.notes.utterance import Patch, Utterance

_WHOLE = Seldom(
    r"^[^，。\d]{0,4}\d[\d.]*[人个名位次]{0,2}是?(?:加上|加了|带了?|含|包括|连|算上|连着)[^，。\d]{1,8}的?$"
)
_TOPIC = re.compile(r"^(?:还有|另外|再说)?(?:人数|数|数字|那个数)$")
_HOW_MANY = re.compile(r"(?:加起来|加一块儿?|一共|总共|合计|总数|拢共|共)[^，。\d]{0,6}多少[^，。\d]{0,4}$")
_COST = re.compile(r"(?:花|用|付|开支|支出)(?:掉|去|出)?了?(?:多少|几)[^，。\d]{0,2}$")


def taken_apart(done: list[Utterance], index: int) -> bool:
    """Where message `index` tells what a figure is made of, and it adds up, both the whole and the parts stand."""
    own = own_of(done, index)
    told = [(i, q) for i in own for q in done[i].quantities()]
    whole = next(((i, q) for i, q in told if _WHOLE.match(done[i].text)), None)
    parts = [(i, q) for i, q in told if whole and i != whole[0]]
    if whole is None or len(parts) < 2 or sum(q.value for _, q in parts) != whole[1].value:
        return False
    said = next((q for q in _said(done, own[0]) if q.value == whole[1].value), None)
    if said is None:
        return False
    mark(done, [whole[0], *(i for i in own if _TOPIC.match(done[i].text))], Kind.REPLACED)
    for i, q in parts:
        one = done[i].as_kind(Kind.CONTENT)
        done[i] = one if q.unit or not said.unit else _with(one, q.end, said.unit)
    return True


def put_together(done: list[Utterance], index: int) -> bool:
    """A bare figure that answers a question tells what was asked: the sum (一共多少), the cost (花了多少)."""
    own = own_of(done, index)
    asked = done[own[0] - 1] if own and own[0] else None
    question = asked.text.rstrip("？? ") if asked and asked.kind is Kind.CHAT else ""
    spent = _COST.search(question) is not None
    one = done[own[0]] if own else None
    if asked is None or one is None or not (spent or _HOW_MANY.search(question)) or one.speaker == asked.speaker:
        return False
    figures = one.quantities()
    if len(figures) != 1 or figures[0].start or figures[0].end < len(one.text):
        return False
    paid = spent or any(q.unit.endswith("元") for q in _said(done, own[0]))
    one = _with(one, len(one.text), "元") if paid and not figures[0].unit else one
    done[own[0]] = _with(one, 0, "花费" if spent else "合计")
    return True


def _said(done: Sequence[Utterance], before: int) -> list[Quantity]:
    return [
        q
        for k in range(before - 1, max(-1, before - REACH), -1)
        if done[k].kind is Kind.CONTENT
        for q in done[k].quantities()
    ]


def _with(one: Utterance, at: int, words: str) -> Utterance:
    made = Patch(at, at, words, one.message, one.start + at, one.start + at)
    return one.with_patches((*one.patches, made))
