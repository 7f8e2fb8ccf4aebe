"""Words of a kind exclude each other: a clause on 国家秘密 is no answer to who asks of 工作秘密.

The table itself is data in knowledge/.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain.language.grams import plain

BY_NAME = "*"
"""A kind of which nothing is said in general: a text that names none of it is no answer either."""

Spoken = Sequence[tuple[str, str]]
Named = frozenset[str]
"""The members of a kind that one form may mean: 门票 is that of a show and that of a sight."""


@dataclass(frozen=True, eq=False)
class OfAKind:
    """Form → the members that it names, and the words that speak of all of them."""

    members: tuple[tuple[str, Named], ...]
    general: tuple[str, ...] = ()

    @property
    def by_name(self) -> bool:
        """Whether a text must name the member itself."""
        return BY_NAME in self.general

    @cached_property
    def _meant(self) -> dict[str, Named]:
        return {word: frozenset[str]() for word in self.general} | dict(self.members)

    @cached_property
    def _form(self) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(form) for form in sorted(self._meant, key=len, reverse=True)))

    def forms(self, text: str) -> frozenset[str]:
        """The forms of the kind that stand in a text; the longer one hides the one within."""
        return frozenset(self._form.findall(text))

    def named(self, text: str) -> frozenset[Named]:
        """What a text names of the kind, an empty set for all of it."""
        return frozenset(self._meant[form] for form in self.forms(text))

    def asked(self, text: str, spoken: Spoken) -> frozenset[Named]:
        """What a question names; a form means what the rules' words for it name as well."""
        forms = self.forms(text)
        told = [(term, _union(self.named(words))) for term, words in spoken] if forms else []
        return frozenset(
            self._meant[form]
            | _union(named for term, named in told if form in term or (len(term) > 1 and term in form))
            for form in forms
        )

    def fits(self, asked: frozenset[Named], told: frozenset[Named]) -> bool:
        """Each member asked of is told of, or none is told of that was not asked."""
        if not told:
            return not self.by_name
        mine, theirs = _union(asked), _union(told)
        return frozenset() in told or all(one & theirs for one in asked) or all(one & mine for one in told)


@dataclass(frozen=True, slots=True)
class Asked:
    """The kinds of which a question names members, with those."""

    kinds: tuple[tuple[OfAKind, frozenset[Named]], ...] = ()

    def answered_by(self, text: str) -> bool:
        """Whether a text speaks of the same members, or of the kind in general."""
        spoken = plain(text)
        return all(kind.fits(asked, kind.named(spoken)) for kind, asked in self.kinds)


@dataclass(frozen=True, eq=False)
class Kinds:
    """The table of kinds, equal to itself alone."""

    every: tuple[OfAKind, ...] = ()

    def asked(self, question: str, spoken: Sequence[tuple[str, Sequence[str]]] = ()) -> Asked:
        """What a question names; `spoken` are its terms with the rules' words for them. Who speaks of a kind in
        general is answered by any of it.
        """
        text, told = plain(question), [(plain(term), plain(" ".join(words))) for term, words in spoken]
        found = [(kind, kind.asked(text, told)) for kind in self.every]
        return Asked(tuple((kind, asked) for kind, asked in found if asked and frozenset() not in asked))


def parse(lines: Iterable[str]) -> Kinds:
    """Lines of kind, tab, members joined by 、 (the names of one by =), tab, general words; # opens a comment.

    A kind that comes again adds its words to those it has.
    """
    members: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    general: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in lines:
        name, *rest = [part.strip() for part in line.split("\t")]
        if not rest or name.startswith("#"):
            continue
        for member in _listed(rest[0], "[、,，]"):
            forms = _listed(plain(member), "[=＝]")
            for form in forms:
                members[name][form] = members[name].get(form, frozenset()) | {forms[0]}
        general[name] += _listed(rest[1], "[、,，]") if rest[1:] else ()
    return Kinds(tuple(OfAKind(tuple(forms.items()), general[name]) for name, forms in members.items()))


def _listed(text: str, separator: str) -> tuple[str, ...]:
    return tuple(word for part in re.split(separator, text) if (word := part.strip()))


def _union(named: Iterable[Named]) -> Named:
    return frozenset[str]().union(*named)
