"""What a person changed in an outline, kept when its records are read anew for another time or other units.

What was changed is seen by holding the edited outline against the one that the same records gave; what does not
apply any more is told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.summary.outline import OWN_WORDS, SAID, merged, recounted
from bot.domain.summary.parts import Part, Point, Summary

_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Carried:
    """The new summary with the changes that still apply, and what is told of the others."""

    summary: Summary
    kept: int
    dropped: tuple[str, ...] = ()


def carried(edited: Summary, base: Summary, fresh: Summary) -> Carried:
    """The changes that made `edited` of `base`, made to `fresh`."""
    kept, dropped = 0, list[str]()
    pairs = [(part, _like(part, base.parts)) for part in edited.parts]
    own = {id(before) for _, before in pairs if before}
    gone = [part for part in base.parts if id(part) not in own]
    parts: list[Part] = []
    free = list(fresh.parts)
    for part, before in pairs:
        now = _like(before or part, free)
        if now is None and any(_like(before or part, (one,)) for one in fresh.parts):
            continue  # What stood apart stands together now, in a part that is there already.
        if now is None:
            dropped.append(f"“{part.title}”在新的范围里没有记录")
            continue
        free.remove(now)
        changed, count, lost = _points(part, before or part, now)
        retitled = before is not None and part.title != before.title
        parts.append(replace(changed, title=part.title) if retitled else changed)
        kept, dropped = kept + count + retitled, [*dropped, *lost]
    parts = _with_new(parts, [part for part in free if _like(part, gone) is None])
    kept += len(gone) + ([p.title for p, _ in pairs] != [p.title for p in base.parts] and not gone)
    summary = replace(fresh, parts=tuple(parts) or fresh.parts)
    return Carried(recounted(summary) if kept else summary, kept, tuple(dropped))


def _with_new(parts: Sequence[Part], new: Sequence[Part]) -> list[Part]:
    """Work that only the new range has stands before problems and plans, which close a summary."""
    closing = next((n for n, part in enumerate(parts) if re.search(r"问题|不足|下一?步|打算", part.title)), len(parts))
    return [*parts[:closing], *new, *parts[closing:]]


def _like(part: Part, among: Sequence[Part]) -> Part | None:
    """The part of the same title, else the one that shares most of its points."""
    for one in among:
        if one.title == part.title:
            return one
    keys = {point.key for point in part.points}
    best = max(among, key=lambda one: len(keys & {point.key for point in one.points}), default=None)
    return best if best and keys & {point.key for point in best.points} else None


def _points(part: Part, before: Part, now: Part) -> tuple[Part, int, list[str]]:
    """The new part with the changes that made `part` of `before`; how many they are, and what was dropped."""
    kept, dropped = 0, list[str]()
    was = {point.key: point for point in before.points}
    there = {point.key: point for point in now.points}
    joined = _joined(part, was)
    added = [point for point in part.points if point.key.startswith(SAID)]
    left = [key for key in was if key not in {p.key for p in part.points} and key not in joined.values()]
    for first, second in joined.items():
        if first in there and second in there:
            there[first] = merged(there[first], there.pop(second))
            kept += 1
        else:
            dropped.append(f"“{_name(was[first])}”和“{_name(was[second])}”的合并用不上了")
    kept += sum(there.pop(key, None) is not None for key in left)
    for point in part.points:
        old = was.get(point.key)
        if old and old.heading.text != point.heading.text and point.key in there and _reworded(point):
            if _FIGURE.search(point.heading.text):
                dropped.append(f"改过的标题“{point.heading.text}”带着原来范围的数，没有沿用")
            else:
                new = there[point.key]
                said = tuple(source for source in point.heading.sources if source.label == OWN_WORDS)
                heading = replace(new.heading, text=point.heading.text, sources=(*new.heading.sources, *said))
                there[point.key] = replace(new, heading=heading)
                kept += 1
    order = [point.key for point in part.points]
    usual = [point.key for point in before.points if point.key in order]
    if [key for key in order if key in was] != usual:
        kept += 1
        there = dict(sorted(there.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order)))
    points = (*there.values(), *added)
    return replace(now, points=points), kept + len(added), dropped


def _joined(part: Part, was: dict[str, Point]) -> dict[str, str]:
    """Which point took another in: both headings stand in its own."""
    found = {}
    present = {point.key for point in part.points}
    for point in part.points:
        for key, old in was.items():
            inside = old.heading.text in point.heading.text and point.key in was
            if key not in present and inside and old.heading.text:
                found[point.key] = key
    return found


def _reworded(point: Point) -> bool:
    return any(source.label == OWN_WORDS for source in point.heading.sources)


def _name(point: Point) -> str:
    return point.heading.text[:12]
