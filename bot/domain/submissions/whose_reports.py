"""Whose reports a question about our counts means: mine, somebody's, a unit's, each one's, or whose are missing."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.language.names import SURNAMES
from bot.domain.submissions.people import Unit
from bot.domain.submissions.submission import Submission

_MINE = re.compile(r"我(?![们馆局科站校院所队县室乡镇])")
_EACH_UNIT = re.compile(r"(?:各|每个?|哪[个些几家]?|几)个?(?:单位|科室?|馆|股室?|部门|乡镇|家)")
_EACH_PERSON = re.compile(r"每个?人|各人|谁")
_MISSING = re.compile(r"(?:没有?|未|不)(?:交|报送?|提交|上报)|[差缺欠催]|提醒")
GIVEN_BACK = re.compile(r"[打退]回|被?退(?:了|过|得|的?[最多])|被退")
_HERE = re.compile(r"^[一-龥]{0,4}?[县市区州旗](?=[一-龥]{2})")
_HOUSE = r"(?:[馆局科站股室所院校队镇乡]|中心|街道|办)"
_NAMED = re.compile(
    rf"^(?:那|请问|看看|查一?下)*(?P<who>(?!我|咱|本|全|各|每)(?:[一-龥]{{1,8}}{_HOUSE}|[{SURNAMES}][一-龥]{{1,2}}?))"
    r"(?=今|本|这|上|去|\d|一共|总共|共|都|的|报|交|提|采|投|发)"
)


@dataclass(frozen=True, slots=True)
class Whose:
    """`who` is how they are called in the answer, empty for everybody's; `unknown` is a name that nobody seen bears."""

    who: str = ""
    mine: bool = False
    units: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    each: str = ""
    missing: bool = False
    unknown: str = ""

    def holds(self, one: Submission, me: str) -> bool:
        """Whether the report is meant; `me` is the id of whoever asks."""
        if self.mine:
            return one.standing.author == me
        if self.people:
            return one.standing.author_name in self.people
        return not self.units or one.unit_id in self.units


UNIT, PERSON = "unit", "person"


def read(words: str, units: Sequence[Unit], names: Collection[str]) -> Whose:
    """Whose reports the words ask about, of the units there are and the people who handed something in."""
    missing = _MISSING.search(words) is not None
    people = frozenset(name for name in names if name in words)
    if people:
        return Whose("、".join(sorted(people)), people=people, missing=missing)
    called = {unit: max((len(form) for form in _forms(unit) if form in words), default=0) for unit in units}
    longest = max(called.values(), default=0)
    if longest:
        meant = [unit for unit, length in called.items() if length == longest]
        return Whose(
            "、".join(unit.name for unit in meant), units=frozenset(unit.id for unit in meant), missing=missing
        )
    if _EACH_UNIT.search(words) or (missing and not _MINE.search(words)):
        return Whose(each=UNIT, missing=missing)
    if _EACH_PERSON.search(words):
        return Whose(each=PERSON)
    if _MINE.search(words):
        return Whose("你", mine=True, missing=missing)
    found = _NAMED.match(words)
    return Whose(unknown=found["who"] if found else "", missing=missing)


def unnamed(words: str, units: Sequence[Unit]) -> str:
    """The words with 谁 in the place of a unit's name: 催一下统计局 is 催一下谁. As they are where none is named."""
    forms = sorted((form for unit in units for form in _forms(unit) if form in words), key=len)
    return words.replace(forms[-1], "谁") if forms else words


def _forms(unit: Unit) -> tuple[str, ...]:
    """县图书馆 is 图书馆 too."""
    short = _HERE.sub("", unit.name)
    return (unit.name, short) if len(short) > 1 else (unit.name,)
