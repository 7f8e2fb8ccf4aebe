"""Finds listed words in a text in one pass, longest first; what they mean is said where they are listed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Tag = TypeVar("Tag")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Tag]):
    """A listed word where it stands in the text."""

    start: int
    end: int
    word: str
    tag: Tag


class Lexicon(Generic[Tag]):
    """Words of two characters and more, each with one tag.

    Indexed by the first two characters: an alternation of a thousand words costs a hundred times as much.
    """

    def __init__(self, words: Mapping[str, Tag]) -> None:
        self._tags = dict(words)
        heads: dict[str, set[str]] = {}
        for word in self._tags:
            if len(word) < 2:
                raise ValueError(f"a listed word needs two characters: {word}")
            heads.setdefault(word[:2], set()).add(word)
        self._heads = {head: tuple(sorted(group, key=len, reverse=True)) for head, group in heads.items()}

    def __contains__(self, word: str) -> bool:
        return word in self._tags

    def find(self, text: str) -> tuple[Hit[Tag], ...]:
        """Hits from left to right, not overlapping."""
        found: list[Hit[Tag]] = []
        heads, at, last = self._heads, 0, len(text) - 1
        while at < last:
            for word in heads.get(text[at : at + 2], ()):
                if text.startswith(word, at):
                    found.append(Hit(at, at + len(word), word, self._tags[word]))
                    at += len(word) - 1
                    break
            at += 1
        return tuple(found)
