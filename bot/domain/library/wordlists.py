"""Word lists that users can read and extend: synonyms, and which document took whose place.

Files are read elsewhere.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from bot.domain.library.cards import bare_title
from bot.domain.library.kinds import Kinds
from bot.domain.library.standing import Successor
from bot.domain.library.synonyms import Synonyms


class WordLists(Protocol):
    """The lists as of now."""

    @property
    def synonyms(self) -> Synonyms:
        """Colloquial words and the rules' words for them."""

    @property
    def successors(self) -> Mapping[str, Successor]:
        """Old title → what took its place, where no document says so itself."""

    @property
    def kinds(self) -> Kinds:
        """Words of a kind, of which one is no answer for another."""


def parse_successors(lines: Iterable[str]) -> dict[str, Successor]:
    """Lines of old title, tab, new title, tab, ISO date; # opens a comment."""
    found: dict[str, Successor] = {}
    for line in lines:
        parts = [part.strip() for part in line.split("\t")]
        if len(parts) >= 3 and not line.startswith("#"):
            found[bare_title(parts[0])] = Successor(parts[1], date.fromisoformat(parts[2]))
    return found
