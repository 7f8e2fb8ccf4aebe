"""The parts of a total that was corrected: 是66批次不是60，合格64 writes 64 where 合格 was counted before.

The figure needs no unit and no cue of its own: the word beside it says which count it is.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity, same_unit
from bot.domain.notes.patching import mark, own_of, replace_figure
from bot.domain.notes.targets import Told
from bot.domain.notes.utterances import Kind, Utterance

_FILLING = re.compile(
    r"^(?:其中|那|这|就|现在)+|(?:的人(?!数)|的|了|也|都|就|应该|应|实际|更正为|改[成为]?|一共|总共|共|是|有|为|：|:|\s)+$"
)
_PAUSE = re.compile(r"[，、：:]")
_MEASURED = re.compile(r"^次?的?")
_ENDS = re.compile(r"[一-龥]{0,2}(?:吧|哈|啊)?$")
# Twice or half as much is another count, not a slip.
_NEAR = 2.0


def relabelled(done: list[Utterance], said: range, told: Told) -> set[int]:
    """Write the labelled figures of a correcting message where their labels were counted; which utterances they are."""
    own = own_of(done, said)
    if not any(done[i].kind is Kind.CORRECTION for i in own):
        return set()
    hit: set[int] = set()
    for i in own:
        figures = done[i].quantities()
        new = figures[-1] if figures else None
        label = _label(done[i].text[: new.start]) if new else ""
        if new is None or not label or new.ordinal or not _ENDS.match(done[i].text, new.end):
            continue
        found = _counted(label, new, done, told.like(new.unit, own[0]))
        if found:
            at, old = found
            replace_figure(done, at, old, done[i], new)
            hit.add(i)
    mark(done, hit, Kind.CORRECTION)
    return hit


@lru_cache(maxsize=1024)
def _label(before: str) -> str:
    last = _PAUSE.split(fold(before))[-1]
    return _FILLING.sub("", _FILLING.sub("", last))


def _counted(label: str, new: Quantity, done: Sequence[Utterance], where: Iterable[int]) -> tuple[int, Quantity] | None:
    """The latest earlier figure that the label stands right before or right behind."""
    for at in where:
        one = done[at]
        if one.kind is not Kind.CONTENT or one.plan:
            continue
        for q in reversed(one.quantities()):
            if q.value == new.value or q.percent != new.percent or q.ordinal:
                continue
            if max(q.value, new.value) > _NEAR * min(q.value, new.value):
                continue
            if (new.unit and q.unit and not same_unit(q.unit, new.unit)) or label not in (text := fold(one.text)):
                continue
            ahead = _label(text[: q.start])
            beside = ahead.endswith(label) or _MEASURED.sub("", text[q.end :]).startswith(label)
            named = ahead == label or (len(label) > 1 and beside)
            named = named or (bool(new.unit) and new.unit == q.unit and ahead.endswith(label))
            if named:
                return at, q
    return None
