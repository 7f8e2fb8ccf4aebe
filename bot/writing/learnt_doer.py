"""Whether an opening is of somebody or something else than the unit that reports (落石堵了步道, 市馆的老师来讲课).

What there is no doer for, or another, has no end, and no list holds it: the weights are learnt from marked openings.
They are asked where the rules of doers would let the unit stand in front. tests/evals/learn_doer.py learns and judges
them (learnt_doer.txt).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.domain.language.weights import odds, table
from bot.domain.language.word_edges import words

SURE = 0.8
"""How likely an opening must be another's to be told without the unit before it."""
_OPENING = 5
_FIGURE = re.compile(r"\d[\d.]*")


def features(clause: str) -> Iterator[str]:
    """Characters in ones, twos and threes, how the clause begins, its words, their kinds, and what stands around the
    first verb."""
    plain = _FIGURE.sub("0", clause)
    edged = f"^{plain}$"
    for length in (1, 2, 3):
        for at in range(len(edged) - length + 1):
            yield edged[at : at + length]
    for length in range(2, _OPENING + 1):
        yield f"<{plain[:length]}"
    said = words(plain)
    kinds = [word.kind for word in said]
    yield f"=first {kinds[0] if kinds else ''}"
    for length in (2, 3):
        yield f"=kinds {'/'.join(kinds[:length])}"
    yield f"=sorts {'/'.join(kind[:1] for kind in kinds[:4])}"
    verb = next((n for n, kind in enumerate(kinds) if kind[:1] == "v"), None)
    yield f"=at {'none' if verb is None else min(verb, _OPENING)}"
    if verb is not None:
        yield f"=verb {said[verb].text}"
    if said and verb != 0:
        yield f"=before {said[(verb or len(said)) - 1].text}"
    for word in said:
        yield f"={word.text}"


@lru_cache(maxsize=1024)
def surely_anothers(clause: str) -> bool:
    """Whether the unit that reports cannot stand before the clause as the one who did it."""
    return odds(table("bot.writing", "learnt_doer.txt"), features(clause), 2)[1] >= SURE
