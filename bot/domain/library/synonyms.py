"""What people say beside what the rules say: 网吧 is 互联网上网服务营业场所.

The list itself is data in knowledge/.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from bot.domain.language.grams import plain

VERB = 2
"""Characters of a verb and its object, which speech parts: 坐牢, 坐过牢, 借辆车."""


@cache
def _parted(term: str) -> re.Pattern[str]:
    between = "[过了着]?[一两几]?[个点些次回辆台顿场桌杯件份张条]|[过了着]|一下"
    return re.compile(f"{re.escape(term[0])}(?:{between}){re.escape(term[1])}")


@dataclass(frozen=True, eq=False)
class Synonyms:
    """Colloquial term → the rules' words for it.

    It is read one way only: a formal word is never made colloquial. A list is equal to itself alone, so that what was
    made of it is found again without reading it.
    """

    words: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def formal(self, question: str) -> tuple[str, ...]:
        """The rules' words for what the question says; those that stand in it already are left out."""
        words = (word for _, formal in self.spoken(question) for word in formal)
        return tuple(dict.fromkeys(word for word in words if word not in question))

    def spoken(self, question: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(term, its formal words) of every term of the question; a term inside a longer one does not
        count. The term is given as it was said.
        """
        text = plain(question)
        found: list[tuple[str, tuple[str, ...]]] = []
        opened = [self._by_opening[char] for char in set(text) if char in self._by_opening]
        for _, sought, term, words in sorted(chain.from_iterable(opened)):
            if sought in text:
                text, said = text.replace(sought, " "), term
            elif len(sought) == VERB and sought[0] in text and (parted := _parted(sought).search(text)):
                text, said = text.replace(parted[0], " "), parted[0]
            else:
                continue
            found.append((said, words))
        return tuple(found)

    @cached_property
    def _by_opening(self) -> dict[str, list[tuple[int, str, str, tuple[str, ...]]]]:
        """(place when the longest come first, term as it is looked for, term, its formal words) by first character:
        made once, for every question is held against all.
        """
        opening: dict[str, list[tuple[int, str, str, tuple[str, ...]]]] = defaultdict(list)
        for place, (term, words) in enumerate(sorted(self.words, key=lambda entry: -len(entry[0]))):
            sought = plain(term)
            opening[sought[:1]].append((place, sought, term, words))
        return opening


def parse(lines: Iterable[str]) -> Synonyms:
    """Lines of term, tab or =, formal words joined by 、; # opens a comment.

    Lines that are neither are passed over; a term that comes again adds its words to those it has.
    """
    entries: dict[str, dict[str, None]] = {}
    for line in lines:
        term, *rest = re.split(r"\t|\s*[=＝]\s*", line.strip())
        words = re.split(r"[、,，]", rest[0]) if rest and not term.startswith("#") else []
        if kept := [word.strip() for word in words if word.strip()]:
            entries.setdefault(term.strip(), {}).update(dict.fromkeys(kept))
    return Synonyms(tuple((term, tuple(words)) for term, words in entries.items()))
