"""Of which places and times a message speaks: 石桥村1520册 is no other count of 南塘村2010册."""

import re
from collections.abc import Sequence

from bot.domain.language.names import places
from bot.domain.notes.patching import NTH, as_corrected
from bot.domain.notes.utterances import Utterance

_TIMES = ("day", "part", "month", "year")
Scope = tuple[frozenset[str], frozenset[str]]


def scopes_of(content: Sequence[Utterance]) -> dict[int, Scope]:
    """For each message the places that its first words name, and the days and parts of the day it speaks of."""
    first: dict[int, str] = {}
    houses: dict[int, frozenset[str]] = {}  # 我站, in a message that a house sent
    times: dict[int, set[str]] = {}
    for u in content:
        if u.message not in first:
            first[u.message] = as_corrected(u) if u.patches else u.text
        sent = {p.text for p in u.patches if p.text and not p.start and p.source == u.message}
        houses[u.message] = houses.get(u.message, frozenset()) | sent
        told = times.setdefault(u.message, set())
        told.update(m.kind + m.written for m in u.moments() if m.kind in _TIMES)
        told.update("nth" + nth for nth in NTH.findall(u.text))
    return {
        m: (
            houses[m] | frozenset((*(n.text for n in places(text) if n.start <= 2), *_SCHOOL.findall(text))),
            frozenset(times[m]),
        )
        for m, text in ((m, _AHEAD_OF.sub("", text)) for m, text in first.items())
    }


# 一中, 县二小: a school by its short name.
_SCHOOL = re.compile(r"^(?:[一-龥]{0,3}?(?:[一二三四五六七八九十]|实验)[中小])(?![学时心组等])")
# 今天上午我们又去了东沟村: what stands before the place that a message speaks of.
_AHEAD_OF = re.compile(
    r"^(?:[今昨前]天|[上下]午|早上|晚上|中午|[今昨]晚|[\d一二三四五六七八九十]+点(?:半|钟)?|我们|咱们|先|又|再|接着|然后|去了?|到了?|在)+"
)


def apart(a: Scope, b: Scope) -> bool:
    """Whether two messages speak of different places, or different times: 石桥村1520册, 南塘村2010册."""
    if a[0] and b[0] and not any(one in other or other in one for one in a[0] for other in b[0]):
        return True
    kinds = [{t[:3]: t for t in side[1]} for side in (a, b)]
    return any(kinds[0][k] != kinds[1][k] for k in kinds[0].keys() & kinds[1].keys())
