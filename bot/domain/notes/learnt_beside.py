"""How likely a clause of the notes is empty talk (坚决守住了安全底线) or chat (抓紧发), learnt from marked ones.

The rules of kinds, chatter, small_talk and banter know what somebody wrote down; there is always more of it. What is
left out by these weights is listed with the draft and can be had back. tests/evals/learn_beside.py learns and judges
them (learnt_beside.txt).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.domain.language.weights import odds, table

SURE = 0.8
"""How likely an empty clause must be beside the matter to be left out."""
_SURER = 0.9
_TOLD = 0.95
_SHORTEST, _LONGEST = 3, 40
_MARKS = re.compile(r"[^\w一-龥]")
# A title, a quotation, a latin name: what was shown, sung or read is told.
_NAMED = re.compile(r"[《》“”\"（）()A-Za-z\d]")


class Odds(NamedTuple):
    """How likely a clause tells something of the matter, is empty, or is chat; all together 1, or 0 if not known."""

    told: float
    empty: float
    chat: float

    @property
    def beside(self) -> float:
        return self.empty + self.chat


def features(text: str) -> Iterator[str]:
    """The characters of a clause in ones, twos and threes, and its length in threes."""
    bare = _MARKS.sub("", text)
    plain = f"^{bare}$"
    for length in (1, 2, 3):
        for at in range(len(plain) - length + 1):
            yield plain[at : at + length]
    yield f"=long{min(len(bare) // 3, 6)}"


@lru_cache(maxsize=4096)
def beside(text: str) -> Odds:
    """The odds of a clause without a figure; of what is very short, long or named the weights know nothing."""
    if not _SHORTEST <= len(text) <= _LONGEST or _NAMED.search(text):
        return Odds(0, 0, 0)
    return Odds(*odds(table("bot.domain.notes", "learnt_beside.txt"), features(text), 3))


def surely_told(text: str) -> bool:
    """Whether a clause that reads like empty talk tells something all the same: 年后交上来."""
    return beside(text).told >= _TOLD


def surely_empty(text: str, *, dated: bool) -> bool:
    """Whether a clause without a figure is empty talk; where it holds a day or a period more is asked of it."""
    found = beside(text)
    return found.empty >= found.chat and found.beside >= (_SURER if dated else SURE)
