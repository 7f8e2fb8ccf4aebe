"""What a sentence is worth, by weights learnt from many marked sentences, where the rules find little to go by.

Lists and frames know the empty talk that somebody wrote down; there is always more of it. Here a sentence is judged by
its characters, figures hidden, and by its shape. tests/evals/learn_worth.py learns and judges the weights
(learnt_worth.txt); plain_talk.py says where they are asked.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.domain.language.weights import odds, table
from bot.domain.plain.signs import normalise

_NUMERAL = re.compile(
    r"\d[\d.,]*|[*xX]{1,8}|[零一二两三四五六七八九十百千万]{2,}|"
    r"[一二两三四五六七八九十](?=[个人名位次场家件本册张户只台月日项期])"
)
_STOPS = re.compile(r"[^\w一-龥#“《》”]+")
_CLAUSE = re.compile(r"[，、；。：！]")
# A longer sentence is judged by its beginning.
_LONGEST = 240


class Odds(NamedTuple):
    """How likely a sentence is a fact, about something that is not told in full, or empty; all together 1."""

    fact: float
    vague: float
    empty: float


def features(body: str, *, numbered: bool) -> Iterator[str]:
    """What of a sentence without its number speaks for a verdict: one to three characters in a row, and its shape."""
    body = normalise(body[:_LONGEST]).strip()
    plain = f"^{_STOPS.sub('，', _NUMERAL.sub('#', body)).strip('，')}$"
    for length in (1, 2, 3):
        for at in range(len(plain) - length + 1):
            yield plain[at : at + length]
    sizes = [len(clause) for clause in _CLAUSE.split(body) if clause]
    yield f"=numbered{numbered:d}"
    yield f"=end{body[-1:]}"
    yield f"=long{min(len(body) // 8, 10)}"
    yield f"=clauses{min(len(sizes), 6)}"
    yield f"=longest{min(max(sizes, default=0) // 4, 6)}"
    yield f"=even{sum(abs(one - other) <= 1 for one, other in pairwise(sizes))}"


def worth(body: str, *, numbered: bool) -> Odds:
    """How likely each verdict on the sentence is."""
    return Odds(*odds(table("bot.domain.plain", "learnt_worth.txt"), features(body, numbered=numbered), 3))
