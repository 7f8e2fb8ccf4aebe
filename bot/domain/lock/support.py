"""What of a draft its sources carry: facts that it still holds, and clauses of which no source says anything.

Whether a figure, name or day is right is checks.py's business; deeds that were invented are caught here.
"""

import re
from collections.abc import Iterable

from bot.domain.language.numerals import fold, numerals
from bot.domain.lock.grounds import bare
from bot.domain.notes.report import FactRef

# Measured (tests/evals): of 1,056 clauses of reports that an editor would sign 12 are stopped; of 107 clauses
# that belong to another case, all are.
_PAIRS_HELD = 0.2
_CHARACTERS_HELD = 0.6
_SHORTEST = 5
_LONGEST_RUN = 6
_RUN_HELD = 0.5

_LATIN = re.compile(r"[A-Za-z]{2,}")
_SENTENCE = re.compile(r"[^。！？!?\n]+")
_CLAUSE = re.compile(r"[^，。；：、！？,;:!?\n]+")
_BLANK = re.compile(r"[^一-龥0-9A-Za-z.%]")
_HAN = re.compile(r"[一-龥]")
# Words of reports that say nothing by themselves; they need no source.
_FRAME = re.compile(
    r"举办|开展|组织|召开|举行|进行|参加|参与|计划|预计|现场|工作人员|人员|活动|统一|完成|继续|进一步|为期|会同|联合|待核|[名个支场项件的在到并已拟将与和及共为由向]"
)


class _Known:
    """What the sources say, as pairs of characters and as characters."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.text = fold("".join(sources)).lower()
        plain = _BLANK.sub("", self.text)
        self.pairs = {plain[i : i + 2] for i in range(len(plain) - 1)}
        self.characters = set(plain)

    def marks(self, words: str) -> list[bool]:
        """For each character whether it and a neighbour stand so in the sources, or it is a figure."""
        marks = [not _HAN.match(c) for c in words]
        for i in range(len(words) - 1):
            if words[i : i + 2] in self.pairs:
                marks[i] = marks[i + 1] = True
        return marks

    def share(self, words: str) -> float:
        """The share of characters that occur anywhere in the sources."""
        return sum(c in self.characters or not _HAN.match(c) for c in words) / max(len(words), 1)


def unsupported(text: str, sources: Iterable[str], *, unit: str = "") -> tuple[str, ...]:
    """Clauses that share hardly a pair of characters with the sources, and foreign words of the text's own.

    The unit's name supports nothing: it stands in every report.
    """
    known = _Known(sources)
    stripped = text.replace(unit, "") if unit else text
    found = [m[0] for m in _CLAUSE.finditer(stripped) if not _clause_held(_BLANK.sub("", m[0]), known)]
    found += [m[0] for m in _SENTENCE.finditer(stripped) if not _short_held(_BLANK.sub("", m[0]), known)]
    found += [m[0] for m in _LATIN.finditer(fold(text)) if m[0].lower() not in known.text]
    return tuple(dict.fromkeys(found))


def _clause_held(clause: str, known: _Known) -> bool:
    if len(_HAN.findall(clause)) < _SHORTEST:
        return True
    marks = known.marks(clause)
    if sum(marks) < _PAIRS_HELD * len(clause) and known.share(clause) < _CHARACTERS_HELD:
        return False
    bare_runs = "".join("，" if mark else c for mark, c in zip(marks, clause, strict=True))
    runs = re.findall(r"[一-龥]+", _FRAME.sub("，", bare_runs))
    return all(len(run) < _LONGEST_RUN or known.share(run) >= _RUN_HELD for run in runs)


def _short_held(sentence: str, known: _Known) -> bool:
    """A sentence too short for shares must have at least one pair in the sources."""
    return not 0 < len(_HAN.findall(sentence)) < _SHORTEST or any(known.marks(sentence))


# Days and hours are resolved (昨天 → 9月14日), so their words in the notes do not stand in any report.
_RESOLVED = frozenset({"date", "time"})


def held(refs: Iterable[FactRef], text: str) -> set[FactRef]:
    """Those of the facts whose figures or name stand in the text."""
    flat = bare(text)
    values = {n.value for n in numerals(fold(text))}
    found = set()
    for ref in refs:
        figures = {n.value for n in numerals(fold(ref.text))}
        if ref.kind not in _RESOLVED and (figures <= values if figures else bare(ref.text) in flat):
            found.add(ref)
    return found
