"""Units as people call them: 图书馆 for 县图书馆, 水政大队 for 县水政监察大队, where only one unit can be meant."""

import re
from collections.abc import Sequence

_SEAT = re.compile(r"^(?:[\u4e00-\u9fff]{0,4}?[省市县区])(?=[\u4e00-\u9fff]{3})")
_SHORTEST = 3


def named(words: str, units: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The units that the words name, each with the words that name it; whole names come before short ones."""
    found = {name: name for name in units if name in words}
    rest = words
    for name in found:
        rest = rest.replace(name, "　")
    short: dict[str, list[str]] = {}
    for name in units:
        for brief in {} if name in found else _briefs(name):
            if brief in rest:
                short.setdefault(brief, []).append(name)
    for brief in sorted(short, key=len, reverse=True):
        meant = [name for name in short[brief] if name not in found]
        if len(meant) == 1 and brief in rest:
            found[meant[0]] = brief
            rest = rest.replace(brief, "　")
    return tuple(found.items())


def _briefs(name: str) -> set[str]:
    """县水政监察大队: 水政监察大队, 水政大队, 监察大队, 水政队."""
    core = _SEAT.sub("", name)
    made = {core, core[:2] + core[-2:], core[:2] + core[-1:], core[-4:], core[-3:]}
    return {brief for brief in made if _SHORTEST <= len(brief) <= len(core) and brief != "管理所"}
