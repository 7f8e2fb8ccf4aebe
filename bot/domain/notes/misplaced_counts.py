"""A figure that turns out to belong to another day or a wider circle: 那个586是去年那张表的，今天打了213人.

The figure said before gives way to the one said now; where none is said, it goes.
"""

import re
from collections.abc import Sequence

from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.quantities import PERSON_UNITS, Quantity, same_unit
from bot.domain.notes.patching import mark, own_of
from bot.domain.notes.slips import replace_figure
from bot.domain.notes.utterances import Kind, Utterance

_ELSEWHERE = (
    r"(?:去年|前年|上年|往年|上[周月次回]|上个[周月]|昨天|前天|上午|别[人的处]|别家|另[一外]"
    r"|全[县市区镇乡村周月年校馆局]|整个|几天"
    r"|累计|在册|应到|应检|计划|预计|原定|通知|报名|登记)"
)
_POINTED = (
    r"(?:刚才|刚刚|刚|上面|前面|之前)?(?:我)?(?:说|报|发|写)?(?:的)?(?:那个|这个|那|这|[一-龥]{1,4}的?)?"
    r"(?:[\d][\d.]*[万亿]?[一-龥]{0,2})?(?:那个|这个)?(?:数字?|人数|数据|数量)?"
)
_OTHERS = Seldom(
    rf"^{_POINTED}(?:那|都)?(?:是|算|指)(?:的)?{_ELSEWHERE}[一-龥]{{0,6}}?(?:的|那[张次个份]表?的?|数|数据|人数)$"
    rf"|^(?:是|都是|算的?是){_ELSEWHERE}[一-龥]{{0,6}}(?:的|表|数|数据)$"
    rf"|^{_POINTED}(?:不(?:算|是)(?:今天|这次|今年|本次|这边|我们)的"
    r"|(?:拿|看|抄|用)错(?:了)?(?:表|行|单子|文件|台账)?了?)$"
)


# 是前天做的 puts the day right, no figure.
_DONE_THEN = re.compile(
    r"^(?:都|就|其实|应该)?是(?:昨天|前天|上午|上周[一-龥]?)(?:上午|下午|晚上)?"
    r"[一-龥]?[做办搞开弄去演讲测查检修装换发送拍种]的$"
)


def misplaced(done: list[Utterance], index: int) -> bool:
    """Apply what message `index` says of a figure that was another's; whether nothing is left in it to correct."""
    own = own_of(done, index)
    telling = [i for i in own if _OTHERS.match(fold(done[i].text)) and not _DONE_THEN.match(done[i].text)]
    if not telling:
        return False
    said = {q.value for i in telling for q in done[i].quantities()}
    new = [(i, q) for i in own if i not in telling for q in done[i].quantities() if q.value not in said]
    found = _meant(done, own[0], said, new[0][1] if new else None)
    if found is None or len(new) > 1:
        return False
    at, old = found
    if new:
        replace_figure(done, at, old, done[new[0][0]], new[0][1])
        mark(done, [*telling, new[0][0]], Kind.CORRECTION)
    else:
        mark(done, telling, Kind.CORRECTION)
        if len(done[at].quantities()) == 1:
            mark(done, [at], Kind.REPLACED)
    return True


def _meant(
    done: Sequence[Utterance], before: int, said: set[float], new: Quantity | None
) -> tuple[int, Quantity] | None:
    """The latest figure said before that is named again, or that counts what the new one counts."""
    for at in range(before - 1, -1, -1):
        if done[at].kind is not Kind.CONTENT or done[at].plan or done[at].speaker != done[before].speaker:
            continue
        for q in reversed(done[at].quantities()):
            if q.ordinal or q.percent or any(p.start < q.end and q.start < p.end for p in done[at].patches):
                continue
            if q.value in said or (not said and (new is None or (_same(q, new) and _near(q, new)))):
                return at, q
    return None


def _near(a: Quantity, b: Quantity) -> bool:
    """17个项目 are not what 2.3亿 puts right."""
    return max(a.value, b.value) <= _FAR * max(min(a.value, b.value), 1)


_FAR = 100


def _same(a: Quantity, b: Quantity) -> bool:
    if a.unit and b.unit and a.unit != b.unit and "个" in (a.unit, b.unit):
        return {a.unit, b.unit} <= PERSON_UNITS  # 69本 are not the 3个教练
    return same_unit(a.unit, b.unit) or {a.unit, b.unit} <= PERSON_UNITS or not b.unit
