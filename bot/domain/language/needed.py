"""Which patterns of a table can match a text at all, told from the characters that they cannot match without.

A pattern that speaks of 没 need not run on a text without one. What a pattern needs is read off the pattern itself, so
that nobody has to state it; what cannot be read off always runs. Nothing but speed depends on it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
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
        return [] if held[1] & re.IGNORECASE else _of_all(held[3])
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
    first = "".join(sorted(re.escape(char or "") for char in heads - _DIGITS))
    digits = r"\d" if heads & _DIGITS else ""
    return re.compile(f"(?=[{first}{digits}])(?:{source})")


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
        return frozenset({None}) if held[1] & re.IGNORECASE else _heads(held[3])
    if kind is op.ATOMIC_GROUP:
        return _heads(held)
    if kind in _REPEATS:
        return _heads(held[2]) | (frozenset({""}) if not held[0] else frozenset())
    if kind is op.BRANCH:
        return frozenset[str | None]().union(*map(_heads, held[1]))
    known = _of_one(kind, held)
    return known[0] if known else frozenset({None})


# Up to here a character is remembered even where no pattern names it.
_USUAL = "\ua000"


class _Index(dict[str, int]):
    """For each character the patterns that it lets match, as bits."""

    def __missing__(self, char: str) -> int:
        if _other_digit(char):
            return self.get("0", 0)
        if char < _USUAL:
            self[char] = 0
        return 0


def _other_digit(char: str) -> bool:
    """\\d is any decimal digit: ３ lets match whatever 3 does."""
    return char.isdecimal() and not char.isascii()


class Patterns:
    """Patterns in order; `able` are those that a text can match, as far as its characters tell."""

    def __init__(self, patterns: Iterable[tuple[str, int]]) -> None:
        self._free = [0, 0]
        self._by = [_Index(), _Index()]
        self._known = 0
        self._waiting = list(patterns)

    def enter(self, patterns: Iterable[tuple[str, int]]) -> int:
        """Add patterns behind the others; the place of the first."""
        first = self._known + len(self._waiting)
        self._waiting += patterns
        return first

    def _learn(self) -> None:
        """Done when first asked for, so that no start pays for it."""
        for at, (source, flags) in enumerate(self._waiting, self._known):
            needed = needs(source, flags)[:2]
            for n in (0, 1):
                if n >= len(needed):
                    self._free[n] |= 1 << at
                for char in needed[n] if n < len(needed) else ():
                    self._by[n][char] = self._by[n].get(char, 0) | 1 << at
        self._known += len(self._waiting)
        self._waiting = []
        for index in self._by:
            index.update({char: index[char] | index.get("0", 0) for char in index if _other_digit(char)})

    def able(self, text: str) -> int:
        """Bit n is set where pattern n may match the text."""
        if self._waiting:
            self._learn()
        one, two = self._by
        a, b = self._free
        for char in text:
            a |= one[char]
            b |= two[char]
        return a & b


def alternatives(source: str) -> list[str]:
    """The alternatives of a pattern at its top level: a(?:b|c)|[|]d is a(?:b|c) and [|]d."""
    if re.search(r"\\[1-9]|\(\?P=", source):
        return [source]  # it refers to its own groups
    found, depth, begin, at, in_class = [], 0, 0, 0, False
    while at < len(source):
        char = source[at]
        if char == "\\":
            at += 1
        elif in_class:
            # A ] that comes first is a character of the class.
            in_class = char != "]" or source[at - 1] == "[" or source[at - 2 : at] == "[^"
        elif char == "[":
            in_class = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth:
            found.append(source[begin:at])
            begin = at + 1
        at += 1
    return [*found, source[begin:]]


# What a clause can match is asked once for all patterns that look at it.
_EVERY = Patterns(())


@lru_cache(maxsize=256)
def _able(text: str) -> int:
    return _EVERY.able(text)


class Either:
    """A pattern of many alternatives, of which those alone are tried that the characters of a clause let match.

    It says whether and where it matches; its groups mean nothing.
    """

    # More alternatives than this are tried faster by the pattern as it is.
    _MANY = 5

    def __init__(self, source: str, flags: int = 0) -> None:
        self.pattern = re.compile(source, flags)
        self._sources = alternatives(source)
        self._first = _EVERY.enter((one, flags) for one in self._sources)
        _able.cache_clear()  # what it says of a text says nothing of a pattern entered later
        self._mine = (1 << len(self._sources)) - 1
        self._parts: dict[int, re.Pattern[str]] = {}

    def search(self, text: str) -> re.Match[str] | None:
        """As the pattern searches: at the first place where an alternative matches, the first of them."""
        able = _able(text) >> self._first & self._mine
        if not able:
            return None
        if able.bit_count() > self._MANY:
            return self.pattern.search(text)
        best: re.Match[str] | None = None
        while able:
            lowest = able & -able
            able ^= lowest
            found = self._part(lowest.bit_length() - 1).search(text)
            if found and (best is None or found.start() < best.start()):
                best = found
        return best

    def _part(self, at: int) -> re.Pattern[str]:
        part = self._parts.get(at)
        if part is None:
            part = self._parts[at] = re.compile(self._sources[at], self.pattern.flags)
        return part


class Table:
    """Rules that reword a text one after the other."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._patterns = Patterns((pattern.pattern, pattern.flags) for pattern, _ in self.rules)

    def __call__(self, text: str) -> str:
        """The text as the rules leave it."""
        able = self._patterns.able(text)
        while able:
            lowest = able & -able
            pattern, new = self.rules[lowest.bit_length() - 1]
            able ^= lowest
            told = pattern.sub(new, text)
            if told != text:
                text = told
                able = self._patterns.able(text) & -(lowest << 1)
        return text
