"""Text to the ids of its pieces, as SentencePiece's unigram model cuts it: the likeliest cut of all.

The `tokenizers` package does the same and is faster, but takes 286 MB for this vocabulary; this takes 46.
"""

from array import array
from collections.abc import Iterable

MARK = "▁"
"""Stands for a space, and before the text."""
UNSEEN = 10.0
"""How much less likely than the rarest piece a character is that no piece holds."""


class Pieces:
    """A vocabulary of (piece, logarithm of its likelihood); `unknown` is the id of what is in none of them."""

    def __init__(self, vocabulary: Iterable[tuple[str, float]], unknown: int) -> None:
        self._ids: dict[str, int] = {}
        self._scores = array("d")
        self._longest: dict[str, int] = {}
        self._unknown = unknown
        for number, (piece, score) in enumerate(vocabulary):
            self._scores.append(score)
            self._ids[piece] = number
            if len(piece) > 1:
                self._longest[piece[:2]] = max(len(piece), self._longest.get(piece[:2], 0))
        self._unseen = min(self._scores) - UNSEEN

    def ids(self, text: str) -> list[int]:
        """The ids of the likeliest cut; characters that are in no piece and stand together are one unknown."""
        if not text:
            return []
        marked = text.replace(" ", MARK)
        marked = marked if marked.startswith(MARK) else MARK + marked
        cut = self._cut(marked)
        told: list[int] = []
        end = len(marked)
        while end:
            start, number = cut[end]
            if number != self._unknown or not told or told[-1] != self._unknown:
                told.append(number)
            end = start
        return told[::-1]

    def _cut(self, text: str) -> list[tuple[int, int]]:
        """For each place of the text, where the last piece before it begins and which it is, on the best way there."""
        ids, scores, longest = self._ids, self._scores, self._longest
        nowhere = float("-inf")
        best = [0.0] + [nowhere] * len(text)
        back = [(0, self._unknown)] * (len(text) + 1)
        for start, first in enumerate(text):
            here = best[start]
            number = ids.get(first)
            score = here + (self._unseen if number is None else scores[number])
            if score > best[start + 1]:
                best[start + 1], back[start + 1] = score, (start, self._unknown if number is None else number)
            most = longest.get(text[start : start + 2], 0)
            for end in range(start + 2, min(start + most, len(text)) + 1):
                number = ids.get(text[start:end])
                if number is not None and (score := here + scores[number]) > best[end]:
                    best[end], back[end] = score, (start, number)
        return back
