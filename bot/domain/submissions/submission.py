"""A submission's values: the report frozen as it was handed in, who handed it in, and its log of events."""

import difflib
from dataclasses import dataclass
from datetime import datetime

from bot.domain.language.sentences import split
from bot.domain.submissions.lifecycle import Event, Standing


@dataclass(frozen=True, slots=True)
class Profile:
    """What is asked once and remembered: 拟稿人, 联系电话, 审核人."""

    drafter: str
    phone: str = ""
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """A fact of the report with the words of the note that it stands in."""

    fact: str
    words: str


@dataclass(frozen=True, slots=True)
class Supplement:
    """Words in a report that an editor added and no note holds; `by` is the editor's id, `name` how they are called."""

    words: str
    by: str
    name: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """A report as it was handed in or edited; its bytes never change and their hash stands in the log.

    `excuse` says why it was handed in with gaps; `files` counts the photos and documents that came with it.
    """

    title: str
    text: str
    unit: str
    drafter: str
    phone: str
    reviewer: str
    at: datetime
    checked: str
    basis: tuple[Basis, ...] = ()
    gaps: tuple[str, ...] = ()
    excuse: str = ""
    files: int = 0
    supplements: tuple[Supplement, ...] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """One report on its way: whose it is, its newest frozen text, how it stands."""

    id: str
    draft_id: str
    unit_id: str
    frozen: Frozen
    standing: Standing


@dataclass(frozen=True, slots=True)
class Version:
    """A text of a submission with the event that brought it; `confirmed` says that the author stands by additions."""

    event: Event
    frozen: Frozen
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Append:
    """One event to write behind the `seq` that it was decided on; `frozen` comes with a new text."""

    submission_id: str
    seq: int
    event: Event
    frozen: Frozen | None = None
    draft_id: str = ""
    unit_id: str = ""


def differences(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Changed sentences as (old, new), an empty string where one was added or left out."""
    old, new = [[span.text for span in split(text)] for text in (before, after)]
    changed = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            changed += _paired(old[a:b], new[c:d])
    return tuple(changed)


def _paired(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Sentences that grew out of each other side by side, in order; the rest as taken out or added."""
    if len(old) * len(new) > _MOST_PAIRS:
        return [("".join(old), "".join(new))]
    if not old or not new:
        return [(words, "") for words in old] + [("", words) for words in new]
    likeness = {
        (i, j): difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
        for i, one in enumerate(old)
        for j, other in enumerate(new)
    }
    i, j = max(likeness, key=lambda at: likeness[at])
    if likeness[i, j] < _GREW_OUT:
        return [*_paired(old, []), *_paired([], new)]
    return [*_paired(old[:i], new[:j]), (old[i], new[j]), *_paired(old[i + 1 :], new[j + 1 :])]


_GREW_OUT = 0.5
# Beyond a few dozen sentences side by side tells no more than the whole, and takes long.
_MOST_PAIRS = 900
