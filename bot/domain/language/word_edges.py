"""Where the words of a text begin and end, by the dictionary alone: a name never starts in the middle of a word."""

import re
from dataclasses import dataclass
from functools import lru_cache

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


def clause_around(start: int, end: int, text: str) -> tuple[str, int, int]:
    """The clause around text[start:end], and where that stands in it."""
    floor = max((m.end() for m in _CLAUSE_END.finditer(text[:start])), default=0)
    stop = _CLAUSE_END.search(text, end)
    return text[floor : stop.start() if stop else len(text)], start - floor, end - floor
