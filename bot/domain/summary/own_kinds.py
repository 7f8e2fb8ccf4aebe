"""Kinds of work that no list knows, found in what titles of reports share: 抢修南关街爆管, 抢修东风路爆管 are 抢修爆管.

The name of such a kind is made of the reports' own words alone.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

_LEAST_RUN, _LEAST_NAME, _LONGEST_NAME = 2, 2, 10
_ALIKE = 0.5
_NUMBER = re.compile(
    r"(?:约|近|超)?[\d０-９.]+(?:余|多)?(?:[\u4e00-\u9fff]{0,2}?(?:人次|家次|公里|平方米|立方米|万元|米|次|场|册|件|家|项"
    r"|个|处|人|名|户|亩|吨|份|座|眼|块|台))?"
)
_DAY = re.compile(r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|份)?|[上下]半年|第?[一二三四]季度|今年|全年")
# Where it was differs from report to report and tells nothing of what was done.
_PLACE = re.compile(
    r"(?:(?<=[在到进赴])|(?<=走进)|(?<=来到))[\u4e00-\u9fff]{2,6}?(?:镇|乡|村|社区|街道|街|路|巷|河|溪|湖|江|水库"
    r"|小学|中学|学校|幼儿园|园区|公园|广场|企业|景区|敬老院|[图文博美][一-龥]{1,2}馆)|"
    r"[\u4e00-\u9fff]{2}(?:镇|社区|街道|水库|小学|中学)(?![民级])"
)
# What is left of a place name that stood between verb and object: 修复…村机井.
_TAIL_OF_PLACE = re.compile(
    r"^(?:镇|乡|村|社区|街道|街|路|巷|河|溪|湖|江|水库|小学|中学|学校|园区|公园)(?=[\u4e00-\u9fff]{2})"
)
_LIGHT = re.compile(
    r"^(?:组织|开展|举办|举行|召开|进行|完成|做好|推进|全面|深入|扎实|积极|圆满|顺利|及时|集中|联合|认真|在|到|赴|对"
    r"|为|向|和|与|的|了|月度|年度|每月|季度|日常|例行|首次|再次|一批|等)+|(?:工作|活动|的|了|等|在|到|和|与|一批)+$"
)


def named_kinds(titles: Sequence[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    """Kinds by name with the places of their titles; `titles` come with the unit, whose name tells nothing.

    A title that shares its words with no other is of no kind. Titles that are wholly alike are one kind.
    """
    plain = [_plain(title, unit) for title, unit in titles]
    groups: list[tuple[list[int], str]] = []
    for at, words in enumerate(plain):
        if len(words) < _LEAST_NAME:
            continue
        fitting = [
            (len(shared), n, shared)
            for n, (held, common) in enumerate(groups)
            # What several titles share is not cut to less than half for one more: 文物普查 to 文物 of 文物演练.
            if (shared := _shared(common, words)) and (len(held) == 1 or 2 * len(shared) > len(common))
        ]
        if fitting:
            _, n, shared = max(fitting)
            groups[n] = ([*groups[n][0], at], shared)
        else:
            groups.append(([at], words))
    named: dict[str, list[int]] = {}
    for places, common in groups:
        name = _name(common)
        if len(places) > 1 and name:
            named.setdefault(name, []).extend(places)
    return {name: tuple(places) for name, places in named.items()}


@lru_cache(maxsize=4096)
def _plain(title: str, unit: str) -> str:
    """What the title says beside unit, day, place and figures; where those stood, a gap."""
    said = title.replace(unit, "") if unit else title
    said = re.sub(r"《[^》]*》|“[^”]*”|（[^）]*）", " ", said)
    for pattern in (_DAY, _NUMBER, _PLACE):
        said = pattern.sub(" ", said)
    said = re.sub(r"[^\u4e00-\u9fff]+", " ", said).strip()
    return " ".join(part for word in said.split() if (part := _LIGHT.sub("", word)))


@lru_cache(maxsize=65536)
def _shared(one: str, other: str) -> str:
    """The runs of two characters and more that both hold, in order; none where they share less than half."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    runs = [one[b.a : b.a + b.size].strip() for b in blocks if b.size >= _LEAST_RUN]
    runs = [run for run in runs if len(run.replace(" ", "")) >= _LEAST_RUN]
    size = sum(len(run.replace(" ", "")) for run in runs)
    if size == _LEAST_RUN and not _at_one_end(runs[0], one, other):
        return ""
    least = min(len(one.replace(" ", "")), len(other.replace(" ", "")))
    return " ".join(runs) if size >= _ALIKE * least else ""


def _at_one_end(run: str, one: str, other: str) -> bool:
    """Two characters make a kind where both titles open or close with them: not 消防 of 检查消防设施 and 消防演练."""
    return (one.startswith(run) and other.startswith(run)) or (one.endswith(run) and other.endswith(run))


def _name(common: str) -> str:
    first, *more = common.split()
    name = "".join(_LIGHT.sub("", run) for run in (first, *(_TAIL_OF_PLACE.sub("", run) for run in more)))
    return name if _LEAST_NAME <= len(name) <= _LONGEST_NAME else ""
