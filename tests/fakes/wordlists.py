"""Word lists that stand in the test."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.library.kinds import Kinds
from bot.domain.library.standing import Successor
from bot.domain.library.synonyms import Synonyms


@dataclass(frozen=True, slots=True)
class FixedLists:
    """Lists that were read."""

    synonyms: Synonyms = field(default_factory=Synonyms)
    successors: Mapping[str, Successor] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=Kinds)
