"""Whether two sources that answer the same question say different things."""

import re
from collections.abc import Sequence

from bot.domain.language.grams import pairs
from bot.domain.language.numerals import numerals
from bot.domain.library.cards import bare_title
from bot.domain.library.evidence import Evidence
from bot.domain.library.questions import Question
from bot.domain.library.wants import FIGURES, Kind

ALIKE = 0.9
"""How much of what the first source speaks of another must speak of, to be about the same matter."""
_FORBIDS = re.compile(r"不得|(?<!能)不能|不准|不允许|不可以|禁止|严禁|不再")
_ALLOWS = re.compile(r"(?<!不)(?:可以|允许|能够)")
_SAID = re.compile(rf"([^，。；：]*?)(?:{_FORBIDS.pattern}|{_ALLOWS.pattern})([^，。；：]*)")


def against(question: Question, first: Evidence, others: Sequence[Evidence]) -> Evidence | None:
    """The source that contradicts the first on the very thing asked for; versions of one text never do."""
    return next((other for other in others if _same_matter(first, other) and _differs(question, first, other)), None)


def _same_matter(first: Evidence, other: Evidence) -> bool:
    return (
        bare_title(first.document.title) != bare_title(other.document.title)
        and first.document.in_force is not False
        and other.document.in_force is not False
        and other.coverage >= ALIKE * first.coverage
        and other.said >= ALIKE * first.said
        and min(first.served, other.served) > 0
    )


def _differs(question: Question, first: Evidence, other: Evidence) -> bool:
    if not question.wants:
        return False
    kind, one, two = question.wants[0].kind, _words(first), _words(other)
    if kind in FIGURES:
        mine, theirs = _figures(one), _figures(two)
        return bool(mine and theirs) and not mine & theirs
    if kind is Kind.MAY:
        return _says(one) * _says(two) < 0 and bool(_acts(one) & _acts(two))
    return False


def _words(piece: Evidence) -> str:
    return "".join(re.sub(r"^第\S+?条|（来源：.*$", "", excerpt.whole) for excerpt in piece.excerpts)


def _figures(text: str) -> frozenset[float]:
    return frozenset(number.value for number in numerals(text))


def _says(text: str) -> int:
    """1 where the words allow alone, -1 where they forbid alone, 0 where they do both or neither."""
    forbids, allows = bool(_FORBIDS.search(text)), bool(_ALLOWS.search(text))
    return allows - forbids


def _acts(text: str) -> frozenset[str]:
    """The pairs of characters of what is allowed or forbidden: behind the word for it, before it where none follows."""
    acts = (behind if len(behind) > 1 else before for before, behind in _SAID.findall(text))
    return frozenset[str]().union(*map(pairs, acts))
