"""Changes to an outline, pure: points and parts are moved, dropped, reworded, put together, added.

What a person adds is kept in their words with themselves as the source; the checks see it like the rest.
"""

from collections import Counter
from dataclasses import replace

from bot.domain.language.numerals import whole
from bot.domain.plain.slots import read
from bot.domain.summary.outline_words import Act, Wish
from bot.domain.summary.parts import Line, Part, Point, Source, Summary
from bot.domain.summary.points import opening_of
from bot.errors import InputError

NO_SUCH = "没有第{number}{what}，现在一共{count}{what}。"
NO_ABOUT = "提纲里没有说到“{about}”的。发“看提纲”看有哪些，再说第几条。"
SEVERAL_ABOUT = "说到“{about}”的有{count}条，请说第几条。"
WHICH_PART = "请说明是哪一部分的，如“第二部分第3条”。"
OWN_WORDS = "本人补充"
SAID = "said:"
"""Begins the key of a point that a person added."""


def changed(summary: Summary, wish: Wish, *, key: str) -> Summary:
    """The summary after the change; InputError says what does not fit. `key` names the message, for what is added.

    What a model worded before the change is put away: it was worded for another outline.
    """
    return replace(_changed(summary, _placed(summary, wish), key), worded=())


def names_a_point(summary: Summary, about: str) -> bool:
    """Whether a heading of the outline holds the words."""
    return any(about in text for part in summary.parts for text in (part.title, *(p.heading.text for p in part.points)))


def _placed(summary: Summary, wish: Wish) -> Wish:
    """The wish with the number of the point, or of the part, whose heading it names."""
    if not wish.about:
        return wish
    found = [
        (part, point)
        for part, one in enumerate(summary.parts, 1)
        for point, held in enumerate(one.points, 1)
        if wish.about in held.heading.text or wish.about in held.key
    ]
    parts = [(number, 0) for number, one in enumerate(summary.parts, 1) if wish.about in one.title]
    found = (parts if len(summary.parts) > 1 and parts else []) or found
    if not found:
        raise InputError(NO_ABOUT.format(about=wish.about))
    if len(found) > 1:
        raise InputError(SEVERAL_ABOUT.format(about=wish.about, count=len(found)))
    return replace(wish, part=found[0][0], point=found[0][1], about="")


def _changed(summary: Summary, wish: Wish, key: str) -> Summary:
    match wish.act:
        case Act.RETITLE:
            return _retitled(summary, wish.words)
        case Act.ADD:
            return _added(summary, wish, key)
        case Act.LENGTH:
            return replace(summary, wanted=replace(summary.wanted, length=whole(wish.words)))
        case _ if wish.part and not wish.point:
            return _on_part(summary, wish)
        case _:
            return recounted(_on_point(summary, wish, key))


def recounted(summary: Summary) -> Summary:
    """The summary with openings that say what its points say now."""
    span = summary.wanted.span(summary.made)
    return replace(summary, parts=tuple(_reopened(part, span) for part in summary.parts))


def _reopened(part: Part, span: str) -> Part:
    if not any(point.counts for point in part.points):
        return part
    total = opening_of(part.points, span, part.title)
    return replace(part, opening=(total,) if total else ())


def _retitled(summary: Summary, words: str) -> Summary:
    parts = summary.parts
    if len(parts) == 1:
        parts = (replace(parts[0], title=words),)
    return replace(summary, wanted=replace(summary.wanted, heading=words), parts=parts)


def _part_of(summary: Summary, wish: Wish) -> int:
    """The index of the part that is meant; the only one needs no name."""
    if wish.part:
        return _index(wish.part, len(summary.parts), "部分")
    if len(summary.parts) > 1:
        raise InputError(WHICH_PART)
    return 0


def _index(number: int, count: int, what: str) -> int:
    place = number - 1 if number > 0 else count + number
    if not 0 <= place < count:
        raise InputError(NO_SUCH.format(number=number, what=what, count=count))
    return place


def _on_part(summary: Summary, wish: Wish) -> Summary:
    at = _index(wish.part, len(summary.parts), "部分")
    parts = list(summary.parts)
    match wish.act:
        case Act.DELETE:
            if len(parts) == 1:
                raise InputError("只剩这一部分了，删了就没有内容。")
            del parts[at]
        case Act.MOVE:
            parts.insert(_target(wish.to, len(parts)), parts.pop(at))
        case Act.RENAME:
            parts[at] = replace(parts[at], title=wish.words)
        case _:
            raise InputError("这一步要说到哪一条，如“第二部分第3条”。")
    return replace(summary, parts=tuple(parts))


def _on_point(summary: Summary, wish: Wish, key: str) -> Summary:
    part = _part_of(summary, wish)
    points = list(summary.parts[part].points)
    at = _index(wish.point, len(points), "条")
    match wish.act:
        case Act.DELETE:
            del points[at]
        case Act.MOVE:
            points.insert(_target(wish.to, len(points)), points.pop(at))
        case Act.RENAME:
            before = points[at].heading
            heading = replace(before, text=wish.words, sources=(*before.sources, _said(wish.words, key)))
            points[at] = replace(points[at], heading=heading)
        case Act.MERGE:
            other = _index(wish.to, len(points), "条")
            if other == at:
                raise InputError("要合并的是同一条。")
            points[at] = merged(points[at], points[other])
            del points[other]
        case _:
            raise InputError("没听懂要怎么改。")
    return summary.with_points(part, tuple(points))


def _target(to: int, count: int) -> int:
    return count if to < 0 else max(0, min(to - 1, count))


def merged(one: Point, other: Point) -> Point:
    """Both headings become one, everything below is kept."""
    first, second = one.heading, other.heading
    gaps, counts = one.gaps + other.gaps, one.counts + other.counts
    heading = Line(
        f"{first.text}；{second.text}", (*first.sources, *second.sources),
        "；".join(rule for rule in (first.rule, second.rule) if rule), (*first.sums, *second.sums),
    )  # fmt: skip
    return Point(one.key, heading, one.lines + other.lines, one.examples + other.examples, gaps, counts)


def _added(summary: Summary, wish: Wish, key: str) -> Summary:
    """A new point in the person's own words; where they hold nothing to check, what is missing stands marked."""
    part = wish.part - 1 if wish.part else len(summary.parts) - 1
    if wish.part:
        part = _index(wish.part, len(summary.parts), "部分")
    elif len(summary.parts) > 1:
        raise InputError("请说明加到哪一部分，如“第二部分加一条…”。")
    slots = read(wish.words)
    thin = not (slots.figures or slots.day or slots.deadline or slots.owner)
    gaps = (f"【待补：“{wish.words[:20]}”的时间、数字或责任人】",) if thin else ()
    point = Point(f"{SAID}{key}", Line(wish.words, (_said(wish.words, key),)), gaps=gaps)
    return summary.with_points(part, (*summary.parts[part].points, point))


def _said(words: str, key: str) -> Source:
    return Source("note", key, words, OWN_WORDS)


def listed(part: Part) -> tuple[str, ...]:
    """The headings of a part as an outline shows them: numbered, with how many records each rests on."""
    return tuple(f"{number}. {point.heading.text}{_records(point)}" for number, point in enumerate(part.points, 1))


def _records(point: Point) -> str:
    lines = (point.heading, *point.lines, *point.examples)
    kinds = Counter({source.id: source.kind for line in lines for source in line.sources}.values())
    names = {"report": "份信息", "ledger": "项台账", "note": "条记录", "document": "份文件"}
    told = "、".join(f"{kinds[kind]}{name}" for kind, name in names.items() if kinds[kind])
    return f"（{told}）" if told else ""
