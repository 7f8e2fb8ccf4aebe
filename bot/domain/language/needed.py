"""Patterns that are not tried where they cannot match: told from the characters they need, or can begin with.

A rule that speaks of 没 need not run on a text without one. What a pattern needs is read off the pattern itself, so
that nobody has to state it; what cannot be read off always runs. Nothing but speed depends on it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from threading import Lock
from typing import Any

Replacement = str | Callable[[re.Match[str]], str]
Rule = tuple[re.Pattern[str], Replacement]
"""A pattern and what stands in its place."""

_DIGITS = frozenset("0123456789")
# A set of more characters tells too little to be worth a look.
_WIDE = 120
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def needs(source: str, flags: int = 0) -> list[frozenset[str]]:
    """Sets of characters of each of which a text that the pattern matches holds one, the smallest first."""
    if flags & re.IGNORECASE:
        return []
    found = _of_all(parser.parse(source, flags & ~re.UNICODE))
    return sorted(dict.fromkeys(found), key=lambda one: (len(one), min(one)))


def _of_all(parts: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    return [one for kind, held in parts for one in _of_one(kind, held)]


def _of_one(kind: Any, held: Any) -> list[frozenset[str]]:
    if kind is op.LITERAL:
        return [frozenset(chr(held))]
    if kind is op.IN:
        return _of_class(held)
    if kind is op.SUBPATTERN:
        found = _of_all(held[3])
        return [_either_case(one) for one in found] if held[1] & re.IGNORECASE else found
    if kind is op.ATOMIC_GROUP:
        return _of_all(held)
    if kind is op.ASSERT:
        return _of_all(held[1])
    if kind in _REPEATS:
        return _of_all(held[2]) if held[0] else []
    if kind is op.BRANCH:
        least = [min(_of_all(branch), key=len, default=None) for branch in held[1]]
        known = [one for one in least if one is not None]
        either = frozenset[str]().union(*known)
        return [either] if len(known) == len(least) and len(either) <= _WIDE else []
    return []


def _either_case(chars: frozenset[str]) -> frozenset[str]:
    """The characters that match where case is ignored; İ, ı, ſ and the sign of kelvin pass for letters, too."""
    return frozenset("".join(char + char.lower() + char.upper() for char in chars) + "İıſ\u212a")


def _of_class(held: Sequence[tuple[Any, Any]]) -> list[frozenset[str]]:
    """The characters of a [class], if they are few enough to be told apart from any text."""
    found: set[str] = set()
    for kind, what in held:
        if kind is op.LITERAL:
            found.add(chr(what))
        elif kind is op.RANGE and what[1] - what[0] < _WIDE:
            found.update(map(chr, range(what[0], what[1] + 1)))
        elif kind is op.CATEGORY and what is op.CATEGORY_DIGIT:
            found |= _DIGITS
        else:
            return []
    return [frozenset(found)] if len(found) <= _WIDE else []


def headed(source: str) -> re.Pattern[str]:
    """The pattern behind a look at the character that it can begin with: most places of a text are passed at once."""
    heads = _heads(parser.parse(source))
    if heads & {"", None}:
        return re.compile(source)
    first = _one_of(char or "" for char in heads).pattern
    return re.compile(f"(?={first})(?:{source})")


def _heads(parts: Iterable[tuple[Any, Any]]) -> frozenset[str | None]:
    """The characters that a match can begin with, "" where it can be empty, None where they cannot be told."""
    found: frozenset[str | None] = frozenset({""})
    for kind, held in parts:
        if "" not in found:
            break
        if kind not in (op.AT, op.ASSERT, op.ASSERT_NOT):
            found = found - {""} | _heads_of(kind, held)
    return found


def _heads_of(kind: Any, held: Any) -> frozenset[str | None]:
    if kind is op.SUBPATTERN:
        return _heads_ignoring_case(held[3]) if held[1] & re.IGNORECASE else _heads(held[3])
    if kind is op.ATOMIC_GROUP:
        return _heads(held)
    if kind in _REPEATS:
        return _heads(held[2]) | (frozenset({""}) if not held[0] else frozenset())
    if kind is op.BRANCH:
        return frozenset[str | None]().union(*map(_heads, held[1]))
    known = _of_one(kind, held)
    return known[0] if known else frozenset({None})


class Seldom:
    """A pattern that few texts hold: it is tried, and compiled, only for a text with the characters that it needs.

    Which branches of all such patterns a text's characters let match is worked out once for the text.
    """

    def __init__(self, *sources: str) -> None:
        self.pattern = "|".join(sources)
        self._whole: re.Pattern[str] | None = None
        self._branches: list[str] = []
        self._tests: dict[int, Callable[[str], re.Match[str] | None]] = {}
        self._bits = _NOT_LEARNT

    def holds(self, text: str) -> bool:
        """Whether the pattern matches anywhere in the text, told from the branches that may: the quickest to ask."""
        if self._bits == _NOT_LEARNT:
            self._learn()
        able = _able(text) & self._bits
        while able:
            lowest = able & -able
            if (self._tests.get(lowest) or self._tried(lowest))(text):
                return True
            able ^= lowest
        return False

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """As that of a compiled pattern, as are the others."""
        if _able(text) & self._bits and (pattern := self._whole or self._needed_for(text)):
            return pattern.search(text, *span)
        return None

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        if _able(text) & self._bits and (pattern := self._whole or self._needed_for(text)):
            return pattern.match(text, *span)
        return None

    def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
        if _able(text) & self._bits and (pattern := self._whole or self._needed_for(text)):
            return pattern.fullmatch(text, *span)
        return None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        if _able(text) & self._bits and (pattern := self._whole or self._needed_for(text)):
            return pattern.finditer(text, *span)
        return iter(())

    def sub(self, new: Replacement, text: str) -> str:
        if _able(text) & self._bits and (pattern := self._whole or self._needed_for(text)):
            return pattern.sub(new, text)
        return text

    def _needed_for(self, text: str) -> re.Pattern[str] | None:
        if self._bits == _NOT_LEARNT:
            self._learn()
        if _able(text) & self._bits:
            self._whole = headed(self.pattern)
        return self._whole

    def _learn(self) -> None:
        """What was known of texts is forgotten, as it lacks the bits of this pattern."""
        global _able
        with _lock:
            if self._bits == _NOT_LEARNT:
                first = _every.end
                self._branches = _branches(self.pattern)
                for branch in self._branches:
                    _every.add(needs(branch))
                _able = lru_cache(maxsize=_MOST_KNOWN)(_every.able)
                self._bits = (1 << _every.end) - (1 << first)

    def _tried(self, bit: int) -> Callable[[str], re.Match[str] | None]:
        branch = self._branches[(bit // (self._bits & -self._bits)).bit_length() // 2]
        parts = parser.parse(branch)
        at_head = bool(parts) and parts[0] == (op.AT, op.AT_BEGINNING)
        test = re.compile(branch).match if at_head else headed(branch).search
        self._tests[bit] = test
        return test


def _one_of(chars: Iterable[str]) -> re.Pattern[str]:
    """A set of the characters; \\d for the digits, of which there are more than ten."""
    found = frozenset(chars)
    return re.compile(f"[{''.join(sorted(map(re.escape, found - _DIGITS)))}{_ANY_DIGIT if found & _DIGITS else ''}]")


_ANY_DIGIT = r"\d"
_BRACKETS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)


def _branches(source: str) -> list[str]:
    """The alternatives of a pattern, cut where a bar stands outside every bracket."""
    found, begin, depth = [], 0, 0
    for mark in _BRACKETS.finditer(source):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if mark[0] == "|" and not depth:
            found.append(source[begin : mark.start()])
            begin = mark.end()
    return [*found, source[begin:]]


def _heads_ignoring_case(parts: Iterable[tuple[Any, Any]]) -> frozenset[str | None]:
    found = _heads(parts)
    known = frozenset(char for char in found if char)
    return found | _either_case(known) if known else found


# Up to here a character is remembered even where no pattern names it.
_USUAL = "\ua000"


class _Chars(dict[str, int]):
    """For each character the patterns that it lets match, as bits."""

    def __missing__(self, char: str) -> int:
        if _other_digit(char):
            return self.get("0", 0)
        return self.setdefault(char, 0) if char < _USUAL else 0


class _Index:
    """Which of many patterns a text's characters let match, each told from the two smallest sets that it needs.

    Pattern n has two bits, 2n and the one above it: one for either set.
    """

    def __init__(self) -> None:
        self._by = _Chars()
        self._free = self._lower = self.end = 0

    def add(self, needed: list[frozenset[str]]) -> None:
        """Take in one more pattern, whose bits are the next."""
        bit = 1 << self.end
        self._lower |= bit
        self.end += 2
        for either in (bit, bit << 1):
            if not needed:
                self._free |= either
            for char in needed[0] if needed else ():
                known = "0" if _other_digit(char) else char
                self._by[known] = self._by.get(known, 0) | either
            needed = needed[1:]

    def able(self, text: str) -> int:
        """Bit 2n is set where pattern n may match the text, as far as its characters tell."""
        by, found = self._by, self._free
        for char in text:
            found |= by[char]
        return found & found >> 1 & self._lower


_every = _Index()
_every.add([])
# Every text holds the bit of the pattern that needs nothing, so that one that was not learnt yet is looked at.
_NOT_LEARNT = -1
_MOST_KNOWN = 8192
_able: Callable[[str], int] = lru_cache(maxsize=_MOST_KNOWN)(_every.able)
_lock = Lock()


def _other_digit(char: str) -> bool:
    """\\d is any decimal digit: ３ lets match whatever 3 does."""
    return char.isdecimal() and not char.isascii()


# What is put elsewhere or under another verb must be whole words: 各馆把消防自|查|一遍 is left alone.
_WHOLE = ("who", "what", "did")


def _unless(spared: Callable[[str, int, int], bool], new: Replacement, m: re.Match[str]) -> str:
    if any(spared(m.string, *m.span(group)) for group in (0, *_WHOLE) if group == 0 or m.groupdict().get(str(group))):
        return m[0]
    return m.expand(new) if isinstance(new, str) else new(m)


class Table:
    """Rules that reword a text one after the other; a match that `spared` says to leave alone stays as it is."""

    def __init__(self, rules: Iterable[Rule], spared: Callable[[str, int, int], bool] | None = None) -> None:
        self.rules = tuple(rules)
        self._spared = spared
        self._index: _Index | None = None

    def __call__(self, text: str) -> str:
        """The text as the rules leave it."""
        able = self.able(text)
        while able:
            lowest = able & -able
            pattern, new = self.rules[lowest.bit_length() // 2]
            able ^= lowest
            told = pattern.sub(new, text)
            if told != text and self._spared:
                told = pattern.sub(partial(_unless, self._spared, new), text)
            if told != text:
                text = told
                able = self.able(text) & -(lowest << 1)
        return text

    def able(self, text: str) -> int:
        """Bit 2n is set where rule n may match the text, as far as its characters tell."""
        return (self._index or self._learned()).able(text)

    def _learned(self) -> _Index:
        """Done when first asked for, so that no start pays for it."""
        index = _Index()
        for pattern, _ in self.rules:
            index.add(needs(pattern.pattern, pattern.flags))
        self._index = index
        return index
