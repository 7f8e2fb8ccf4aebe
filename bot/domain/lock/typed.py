"""Clauses of a plan told in the words of the note, which needed none that says so: 四年级下次走西头."""

import re
from datetime import datetime
from itertools import pairwise

from bot.domain.language.dates import moments
from bot.domain.language.numerals import fold
from bot.domain.lock.grounds import Grounds
from bot.domain.notes.plans import OF_ITSELF
from bot.domain.notes.utterances import Kind

SAYS_DONE = re.compile(r"已(?!知)|完成|了$")
# Words by which a note says that something is meant to be; a draft that keeps the deed keeps them.
_MEANT = re.compile(
    r"打算|准备|计划|想|争取|力争|预计|(?<!大)[拟将]|(?<![重主必只需不没别就正])要(?!求)|得(?=[去再换修补])|答应|承诺|约"
)
_MOSTLY = 0.66
_SAME = str.maketrans("一二两三四五六七八九为至", "1223456789成到")
# 16号有雨, 22号停电的是东街: how it is on a day to come, and nothing that is done.
_STATE = re.compile(r"[日晚午时](?:[还都也才就]*(?:没?有|剩|是)|[^，。]{0,6}的是)")


def as_typed(clause: str, grounds: Grounds) -> bool:
    """四年级下次走西头: a clause of a plan in the words of the note, which needed none that says so, and no 已."""
    if SAYS_DONE.search(clause) or not (OF_ITSELF.search(clause) or _STATE.search(clause)):
        return False
    told = _pairs(clause, grounds.now)
    return any(
        u.plan
        and all(m[0] in clause for m in _MEANT.finditer(u.text))
        and sum(p in _pairs(u.text, u.said) for p in told) >= _MOSTLY * len(told)
        for u in grounds.said
        if told and u.kind is Kind.CONTENT
    )


def _pairs(text: str, said: datetime) -> set[str]:
    """Pairs of neighbouring characters of what is told, without its days and hours."""
    text = fold(text).translate(_SAME)
    for moment in sorted(moments(text, said), key=lambda m: -m.start):
        text = f"{text[: moment.start]} {text[moment.end :]}"
    return {a + b for a, b in pairwise(re.sub(r"[^一-龥\d ]|[了的]", "", text)) if " " not in (a, b)}
