"""Sentences that say nearly what an earlier summary said: found by their words, whatever figures they hold now."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.language.sentences import split
from bot.domain.summary.parts import Copy
from bot.domain.summary.past import PastPart

_NAMES = re.compile(r"《[^》]*》")
_LOOSE = re.compile(r"[\d*＊.%]+|[^\u4e00-\u9fff]|[年月日时点]")
_SIZE = 3
_SHORTEST = 12
_ALIKE = 0.62


def copies(sentences: Sequence[str], parts: Sequence[PastPart]) -> tuple[Copy, ...]:
    """Each sentence that takes most of its words from one sentence of an earlier summary, with that sentence."""
    earlier = [
        (grams, span.text.strip(), part.document)
        for part in parts
        for span in split(part.text)
        if len(grams := _grams(span.text)) >= _SHORTEST - _SIZE + 1
    ]
    by_gram: dict[str, list[int]] = {}
    for number, (grams, _, _) in enumerate(earlier):
        for gram in grams:
            by_gram.setdefault(gram, []).append(number)
    return tuple(_found(sentences, earlier, by_gram))


def _found(
    sentences: Sequence[str], earlier: Sequence[tuple[frozenset[str], str, str]], by_gram: dict[str, list[int]]
) -> Iterator[Copy]:
    for sentence in dict.fromkeys(sentences):
        grams = _grams(sentence)
        if len(grams) < _SHORTEST - _SIZE + 1:
            continue
        shared: dict[int, int] = {}
        for gram in grams:
            for number in by_gram.get(gram, ()):
                shared[number] = shared.get(number, 0) + 1
        best = max(shared, key=lambda number: shared[number], default=None)
        if best is not None and shared[best] >= _ALIKE * min(len(grams), max(len(earlier[best][0]), _SHORTEST)):
            yield Copy(sentence, earlier[best][1], earlier[best][2])


def _grams(sentence: str) -> frozenset[str]:
    plain = _LOOSE.sub("", _NAMES.sub("", sentence))
    return frozenset(plain[i : i + _SIZE] for i in range(len(plain) - _SIZE + 1))
