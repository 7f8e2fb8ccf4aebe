"""Where the words of a text begin and end, by the dictionary alone: a name never starts in the middle of a word."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.language.praise import PRAISING

_CLAUSE_END = re.compile(r"[，。；：、！？\n“”《》（）]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at [start, end) with the dictionary's mark for its kind (v, n, ns, nr …)."""

    start: int
    end: int
    text: str
    kind: str


@lru_cache(maxsize=1024)
def words(clause: str) -> tuple[Word, ...]:
    """The words of a clause; what the dictionary does not know falls into single characters."""
    import rjieba  # loads its dictionary, which most drafts never need

    found, at = [], 0
    for text, kind in rjieba.tag(clause, False):
        found.append(Word(at, at + len(text), text, kind))
        at += len(text)
    return tuple(found)


def word_over(clause: str, edge: int) -> Word | None:
    """The word of the dictionary that goes over the edge, where one does."""
    return next((w for w in words(clause) if w.start < edge < w.end), None)


# What the dictionary takes for one word and is two in talk: 还|有, 她|家, 好|几千, 灯亮|了, 隆重|举行, 3家|里.
_TWO_WORDS = re.compile(
    r"还[一-龥]|没(?!收)[一-龥]|个人|[他她]家|家里|好?几[十百千万]*[一-龥]?|好多|一[场次批期届轮]|共[一-龥]{2}"
    r"|(?!.*了解)[一-龥]*了[一-龥]*|[一-龥]{1,2}[吧儿]|[一-龥]来?说|改[成为]|让开|前去|起来|天下|日报|非常高兴"
    rf"|{PRAISING}[一-龥]{{2}}"
)


def splits(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] begins or ends inside a word: 都 of 莲都区, 新加 of 新加坡, 办了 of 主办了."""
    return any(
        (w.start < start < w.end or w.start < end < w.end)
        and not _TWO_WORDS.fullmatch(w.text)
        and not (w.text[0] in "时分" and text[w.start - 1 : w.start].isdigit())  # 5时10|分送
        for w in words(text)
    )


def opens_with_deed(clause: str) -> bool:
    """Whether the clause begins with a verb or with where it was (在清水河放鱼苗, 有游客崴脚), and so names no doer."""
    first = words(clause)[:1]
    return bool(first) and (first[0].kind.startswith("v") or first[0].text in ("在", "有", "给", "为", "对", "共"))


def clause_around(start: int, end: int, text: str) -> tuple[str, int, int]:
    """The clause around text[start:end], and where that stands in it."""
    floor = max((m.end() for m in _CLAUSE_END.finditer(text[:start])), default=0)
    stop = _CLAUSE_END.search(text, end)
    return text[floor : stop.start() if stop else len(text)], start - floor, end - floor
