"""Faults that were found are results, no corrections: 有5卷文书日期填错了，退回去重做; 6件标签贴错了."""

import re
from collections.abc import Sequence

from bot.domain.language.quantities import Quantity, same_unit
from bot.domain.notes.patching import all_of, mark
from bot.domain.notes.utterances import Kind, Utterance

_AHEAD = re.compile(r"(?:^|[里中内的])(?:其中|另外|另|还|也|就|里面|里头|[一-龥]{0,2}发现|[检抽]?查出)*(?P<there>有?)$")
_WRONG = re.compile(
    r"^(?P<what>[一-龥、“”]{0,12}?)(?:[一-龥](?:得|的)?[错反混串漏倒颠岔](?:倒|了)*|有误|不对)(?:[位行页]|了|的)*"
    r"(?P<matter>[一-龥]{0,8})$"
)
# 填错的有11张, 走时不对的5块
_WRONG_ONES = re.compile(r"(?:[一-龥][错反混串漏]了?|有误|不对)的(?:有|共|一共|总共)?$")
# 有2个数写错了 speaks of the notes themselves.
_NOTES = re.compile(r"^(?:数(?:字|据|目)?|地方|信息|那|这|的)")
_PUT_RIGHT = re.compile(r"^(?:应该|其实|实际|正确的|准确的)*(?:是|应[该为当是]|改成|改为)")


def faults_told(done: list[Utterance], index: int) -> None:
    """Let the faults that message `index` counts stay what they are, and what came of them with them."""
    own = all_of(done, index)
    if not any(done[i].kind is Kind.CORRECTION and _is_fault(done, i, own) for i in own):
        return
    if any(_PUT_RIGHT.match(done[i].text) and done[i].kind is not Kind.CHAT for i in own):
        return
    mark(done, [i for i in own if done[i].kind is Kind.CORRECTION and _is_fault(done, i, own)], Kind.CONTENT)


def _is_fault(done: Sequence[Utterance], at: int, own: Sequence[int]) -> bool:
    """Whether a figure at the word for the fault counts what was found: none that was told before."""
    text, figures = done[at].text, done[at].quantities()
    for q in figures:
        told = any(_same(o, q) for u in done[: own[0]] if u.kind is Kind.CONTENT for o in u.quantities())
        if _WRONG_ONES.search(text[: q.start]) and q.unit and not told:
            return True
        ahead, wrong = _AHEAD.search(text[: q.start]), _WRONG.match(text[q.end :])
        if q.ordinal or not q.unit or not ahead or not wrong or _NOTES.match(wrong["what"]):
            continue
        return ahead["there"] == "有" or (not told and bool(wrong["what"] + wrong["matter"]))
    return False


def _same(a: Quantity, b: Quantity) -> bool:
    return a.value == b.value and same_unit(a.unit, b.unit)
