"""Which clause names what was done, where its results were told first: 一等奖是实验小学 / 今天是全县合唱比赛.

The words of a result and those of an opening have no end, and no list holds them: the weights are learnt from the
openings and the clauses behind them of marked days. tests/evals/learn_doer.py learns and judges them
(learnt_deed.txt).
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from bot.domain.language.weights import odds, table
from bot.domain.notes.utterances import Utterance
from bot.writing.learnt_doer import features

_EVEN, _CLEARLY = 0.5, 0.2
_NEAR, _SOON = 3, timedelta(hours=1)


@lru_cache(maxsize=1024)
def opens_day(clause: str) -> float:
    """How likely a clause names what was done, and tells no result or part of it."""
    return odds(table("bot.writing", "learnt_deed.txt"), features(clause), 2)[1]


def told_later(first: Utterance, content: Sequence[Utterance], able: Sequence[Utterance]) -> Utterance | None:
    """The clause of one of the speaker's next messages that names the deed whose result `first` tells."""
    near = [u for u in able if u.speaker == first.speaker and u.said - first.said < _SOON]
    later = [u for u in near if first.message < u.message <= first.message + _NEAR]
    if not later:
        return None
    result = max(opens_day(u.text) for u in content if u.message == first.message)
    naming = max(later, key=lambda u: opens_day(u.text))
    return naming if result < _EVEN < opens_day(naming.text) and opens_day(naming.text) - result > _CLEARLY else None
