"""Patterns that are not tried where they cannot match: told from the characters they need, or can begin with.

A rule that speaks of 没 need not run on a text without one. What a pattern needs is read off the pattern itself, so
that nobody has to state it; what cannot be read off always runs. Nothing but speed depends on it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
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


class Whether:
    """A pattern of many branches of which is only asked whether a text holds one.

    What must stand at the head of the text is tried there alone, what begins with known characters where one of them
    stands, and what may begin with any only in a text with a character that it needs. Compiled when first asked.
    """

    def __init__(self, *sources: str) -> None:
        self._sources = sources
        self._whole: re.Pattern[str] | None = None
        self._tests: tuple[Callable[[str], re.Match[str] | None], ...] | None = None

    def search(self, text: str) -> bool:
        """Whether the pattern matches anywhere in the text."""
        for test in self._tests or self._learned():  # noqa: SIM110 - any() takes as long as two of the tests
            if test(text):
                return True
        return False

    def find(self, text: str) -> re.Match[str] | None:
        """The first match, as `re` finds it."""
        if not self.search(text):
            return None
        self._whole = self._whole or re.compile("|".join(self._sources))
        return self._whole.search(text)

    def _learned(self) -> tuple[Callable[[str], re.Match[str] | None], ...]:
        known, needy, any_ = ({True: list[str](), False: list[str]()} for _ in range(3))
        needed: dict[bool, frozenset[str]] = {True: frozenset(), False: frozenset()}
        for branch in (branch for source in self._sources for branch in _branches(source)):
            parts = parser.parse(branch)
            at_head = bool(parts) and parts[0] == (op.AT, op.AT_BEGINNING)
            if not _heads(parts) & {"", None}:
                known[at_head].append(branch)
            elif least := needs(branch)[:1]:
                needy[at_head].append(branch)
                needed[at_head] |= least[0]
            else:
                any_[at_head].append(branch)
        tests: list[Callable[[str], re.Match[str] | None]] = []
        for at_head in (True, False):
            if known[at_head]:
                tests.append(_tried(headed("|".join(known[at_head])), at_head))
            if needy[at_head]:
                tests.append(_behind(_one_of(needed[at_head]), _tried(re.compile("|".join(needy[at_head])), at_head)))
            if any_[at_head]:
                tests.append(_tried(re.compile("|".join(any_[at_head])), at_head))
        self._tests = tuple(tests)
        return self._tests


def _tried(pattern: re.Pattern[str], at_head: bool) -> Callable[[str], re.Match[str] | None]:
    return pattern.match if at_head else pattern.search


def _behind(
    gate: re.Pattern[str], test: Callable[[str], re.Match[str] | None]
) -> Callable[[str], re.Match[str] | None]:
    return lambda text: test(text) if gate.search(text) else None


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


def _unless(spared: Callable[[str, int, int], bool], new: Replacement, m: re.Match[str]) -> str:
    if spared(m.string, *m.span()):
        return m[0]
    return m.expand(new) if isinstance(new, str) else new(m)


class Table:
    """Rules that reword a text one after the other; a match that `spared` says to leave alone stays as it is."""

    def __init__(self, rules: Iterable[Rule], spared: Callable[[str, int, int], bool] | None = None) -> None:
        self.rules = tuple(rules)
        self._spared = spared
        self._by: tuple[_Index, _Index] | None = None
        self._free = [0, 0]

    def __call__(self, text: str) -> str:
        """The text as the rules leave it."""
        able = self.able(text)
        while able:
            lowest = able & -able
            pattern, new = self.rules[lowest.bit_length() - 1]
            able ^= lowest
            told = pattern.sub(new, text)
            if told != text and self._spared:
                told = pattern.sub(partial(_unless, self._spared, new), text)
            if told != text:
                text = told
                able = self.able(text) & -(lowest << 1)
        return text

    def able(self, text: str) -> int:
        """Bit n is set where rule n may match the text, as far as its characters tell."""
        one, two = self._by or self._learned()
        a, b = self._free
        for char in text:
            a |= one[char]
            b |= two[char]
        return a & b

    def _learned(self) -> tuple[_Index, _Index]:
        """Done when first asked for, so that no start pays for it."""
        indexes = (_Index(), _Index())
        for at, (pattern, _) in enumerate(self.rules):
            needed = needs(pattern.pattern, pattern.flags)
            for n, index in enumerate(indexes):
                if n >= len(needed):
                    self._free[n] |= 1 << at
                for char in needed[n] if n < len(needed) else ():
                    index[char] = index.get(char, 0) | 1 << at
        for index in indexes:
            index.update({char: index[char] | index.get("0", 0) for char in index if _other_digit(char)})
        self._by = indexes
        return indexes
