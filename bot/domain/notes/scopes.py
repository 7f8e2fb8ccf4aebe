"""Of which places and times a message speaks: 石桥村1520册 is no other count of 南塘村2010册."""

import re
from collections.abc import Sequence

from bot.domain.language.names import places
from bot.domain.notes.patching import NTH, as_corrected
from bot.domain.notes.utterances import Utterance

_TIMES = ("day", "part", "month", "year")
Scope = tuple[frozenset[str], frozenset[str]]
Scopes = dict[tuple[int, int], Scope]


def scopes_of(content: Sequence[Utterance]) -> Scopes:
    """For each utterance, by message and start: the places that the first words of its message name, and the days and
    parts of the day told in it up to here."""
    scopes: Scopes = {}
    first: dict[int, frozenset[str]] = {}
    houses: dict[int, frozenset[str]] = {}  # 我站, in a message that a house sent
    times: dict[int, frozenset[str]] = {}
    for u in content:
        if u.message not in first:
            text = _AHEAD_OF.sub("", as_corrected(u) if u.patches else u.text)
            named = (n.text for n in places(text) if n.start <= 2 and not _TELLS.match(text, n.end))
            first[u.message] = frozenset((*named, *_SCHOOL.findall(text)))
        sent = {p.text for p in u.patches if p.text and not p.start and p.source == u.message}
        houses[u.message] = houses.get(u.message, frozenset()) | sent
        told = {m.kind + m.written for m in u.moments() if m.kind in _TIMES}
        times[u.message] = times.get(u.message, frozenset()) | told | {"nth" + nth for nth in NTH.findall(u.text)}
        scopes[u.message, u.start] = houses[u.message] | first[u.message], times[u.message]
    return scopes


# 派出所那边记的是15个: who counted is no place where.
_TELLS = re.compile(r"(?:(?<=[所局队院会司协团社馆站科室校])|(?<=社区))(?:[那这]边|说|统计|登记|[记估报给])")
# 一中, 县二小: a school by its short name.
_SCHOOL = re.compile(r"^(?:[一-龥]{0,3}?(?:[一二三四五六七八九十]|实验)[中小])(?![学时心组等])")
# 今天上午我们又去了东沟村: what stands before the place that a message speaks of.
_AHEAD_OF = re.compile(
    r"^(?:[今昨前]天|[上下]午|早上|晚上|中午|[今昨]晚|[\d一二三四五六七八九十]+点(?:半|钟)?|我们|咱们|先|又|再|接着|然后|去了?|到了?|在)+"
)


def apart(one: Utterance, other: Utterance, scopes: Scopes) -> bool:
    """Whether two utterances speak of different places, or different times: 石桥村1520册, 南塘村2010册."""
    a, b = scopes[one.message, one.start], scopes[other.message, other.start]
    if a[0] and b[0] and not any(one in other or other in one for one in a[0] for other in b[0]):
        return True
    if _of_a_day_gone(max(one, other, key=lambda u: u.message), scopes):
        return True
    kinds = [{t[:3]: t for t in side[1]} for side in (a, b)]
    return any(kinds[0][k] != kinds[1][k] for k in kinds[0].keys() & kinds[1].keys())


def _of_a_day_gone(one: Utterance, scopes: Scopes) -> bool:
    """系统里昨天办卡是52张, where nobody spoke of yesterday before."""
    gone = [m.kind + m.written for m in one.moments() if m.day and m.day < one.said.date()]
    return any(all(t not in told for (at, _), (_, told) in scopes.items() if at < one.message) for t in gone)


# 报名, 全校: a recount of these is none of who came.
_WHOLE = re.compile(r"报名(?![表群册单打])|预约|应到|在册|全[校村县镇乡市区园]|总共有|一共有")
# 成人室系统里: beside 少儿室 another of its kind
_PART = re.compile(r"(?P<name>[一-龥]{2})(?P<kind>[室组站村镇乡班队厅店库线局])")
_HOUSE = re.compile(r"(?:公司|中心|协会|[局所队院科办委馆厂店])$")


def of_another(one: Utterance, other: Utterance, said: Sequence[Utterance]) -> bool:
    """Whether the recount counts what another figure does not: all that there are, or those of another place."""
    told = "".join(u.text for u in said if u.message == other.message)
    if any(word not in told for word in _WHOLE.findall(one.text)):
        return True
    part = _PART.match(one.text)
    if part and any(name != part["name"] for name in re.findall(rf"([一-龥]{{2}}){part['kind']}", other.text)):
        return True
    first = [n for n in places(one.text)[:1] if not n.start and not _TELLS.match(one.text, n.end)]
    own = [n.text for n in first if not _HOUSE.search(n.text)]
    return any(name[:2] not in told for name in own)
