"""Which clause of the notes is empty talk (坚决守住了安全底线), by weights learnt from many marked clauses.

The lists of kinds.py know the slogans and praise that somebody wrote down; there is always more of it. Only a clause
without figure, day, name or quotation is judged here, and only on a day that tells something else. What is left out
is listed with the draft and can be had back. tests/evals/learn_hollow.py learns and judges the weights.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.domain.language.weights import odds, table
from bot.domain.notes.kinds import Kind
from bot.domain.notes.utterance import Utterance

SURE = 0.8
"""How likely a clause must be empty to be left out."""
_LONGEST = 40
_MARKS = re.compile(r"[^\w一-龥]")
# A title, a quotation, a latin name: what was shown, sung or read is told.
_NAMED = re.compile(r"[《》“”\"（）()A-Za-z\d]")


def features(text: str) -> Iterator[str]:
    """The characters of a clause in ones, twos and threes, and its length in threes."""
    bare = _MARKS.sub("", text)
    plain = f"^{bare}$"
    for length in (1, 2, 3):
        for at in range(len(plain) - length + 1):
            yield plain[at : at + length]
    yield f"=long{min(len(bare) // 3, 6)}"


@lru_cache(maxsize=4096)
def hollow(text: str) -> float:
    """How likely the clause is empty talk."""
    return odds(table("bot.domain.notes", "learnt_hollow.txt"), features(text), 2)[1]


def without_hollow(found: Sequence[Utterance]) -> list[Utterance]:
    """The day's utterances, those that are surely empty taken for empty talk; what is told alone stays."""
    idle = [one.kind is Kind.CONTENT and _can_be_hollow(one) and hollow(one.text) >= SURE for one in found]
    tells = any(one.kind is Kind.CONTENT and not empty for one, empty in zip(found, idle, strict=True))
    return [one.as_kind(Kind.EMPTY) if empty and tells else one for one, empty in zip(found, idle, strict=True)]


def _can_be_hollow(one: Utterance) -> bool:
    return not (len(one.text) > _LONGEST or one.patches or _NAMED.search(one.text) or one.quantities() or one.moments())
