"""A summary as text: numbered, within the length asked for, long names shortened after their first use.

Which lines stand decides here; what they say was decided when they were made.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.summary.parts import Line, Part, Point, Summary
from bot.domain.summary.section_wants import Aim
from bot.domain.summary.works import DAY, OTHER

LONGEST = 130
_UNIT = re.compile(r"（([^（），]+)，\d{1,2}月\d{1,2}日）$")


def woven(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, two of one unit at a time drawn together; the second need not name the unit again."""
    made: list[Line] = []
    joined = False
    for line in lines:
        before = made[-1] if made and not joined else None
        follows = _following(before, line) if before else ""
        if before and follows:
            made[-1] = replace(before, text=f"{before.text.rstrip('。').replace('；', '，')}；")
            made.append(replace(line, text=follows.replace("；", "，")))
        else:
            made.append(line)
        joined = bool(follows)
    return tuple(made)


def _following(before: Line, line: Line) -> str:
    """The second line without its unit; nothing where the two do not belong together."""
    unit = _unit(line)
    if not unit or unit != _unit(before) or before.sums or len(before.text) + len(line.text) > LONGEST:
        return ""
    if not (DAY.match(before.text) and (day := DAY.match(line.text))):
        return ""
    rest = line.text[day.end() :]
    if not rest.startswith(f"，{unit}"):
        return ""
    told = rest[len(unit) + 1 :]
    return f"{day[0]}{'，' if told[:1].isdigit() else ''}{told}"


def _unit(line: Line) -> str:
    """Whose report it is: it stands in what the source is called."""
    found = {hit[1] for source in line.sources if (hit := _UNIT.search(source.label))}
    return found.pop() if len(found) == 1 else ""


_HAN = "一二三四五六七八九十"
_USUAL_EXAMPLES, _USUAL_IN_WHOLE, _USUAL_ALONE = 2, 1, 4
_CAMPAIGN = re.compile(
    r"“[^”]{2,12}”[\u4e00-\u9fff]{2,14}?(?:活动|行动|工程|计划|大赛|节)"
    r"|[\u4e00-\u9fff]{4,14}暨[\u4e00-\u9fff]{4,12}?(?:活动|行动|专项整治|推进会|工作)"
)
_LEAST_NAME = 10


@dataclass(frozen=True, slots=True)
class Written:
    """The text with the lines that stand in it, in order; `lines` leave out what is only a frame."""

    text: str
    lines: tuple[Line, ...]
    gaps: tuple[str, ...]

    @property
    def length(self) -> int:
        """Characters without white space and without what is still to be filled in."""
        return size(self.text)


def size(text: str) -> int:
    """Characters without white space and without what is still to be filled in."""
    return len(re.sub(r"\s|【待补：[^】]*】", "", text))


def written_out(summary: Summary) -> Written:
    """The text: with the length that was asked for, else with the usual number of examples."""
    usual = _USUAL_IN_WHOLE if summary.wanted.aim is Aim.WHOLE else _USUAL_EXAMPLES
    if sum(len(part.points) for part in summary.parts) == 1:
        usual = _USUAL_ALONE
    if not summary.wanted.length:
        return _with(summary, usual)
    tried = [_with(summary, examples) for examples in (5, 3, 2, 1)]
    tried += [_with(summary, 1, short=True)]
    fitting = [one for one in tried if one.length <= summary.wanted.length * 1.05]
    return fitting[0] if fitting else _totals(summary)


def _totals(summary: Summary) -> Written:
    """The shortest form: of work the totals alone, of what is open or to come two points.

    Where there is room left, parts are told in full again, one after the other.
    """
    if len(summary.parts) == 1:
        return _with(replace(summary, parts=(_fewer_examples(summary),)), 1, short=True)
    bare = [_bare(part) for part in summary.parts]
    made = _with(replace(summary, parts=tuple(bare)), 1, short=True)
    for number, part in enumerate(summary.parts):
        fuller = [*bare[:number], part, *bare[number + 1 :]]
        tried = _with(replace(summary, parts=tuple(fuller)), 1, short=True)
        if tried.length <= summary.wanted.length * 1.05:
            bare, made = fuller, tried
    return made


def _fewer_examples(summary: Summary) -> Part:
    """The one part, the last points without their example until the text fits; as it is where none helps."""
    part = summary.parts[0]
    for kept in range(len(part.points) - 1, 0, -1):
        rest = (point if point.key == OTHER.name else replace(point, examples=()) for point in part.points[kept:])
        points = (*part.points[:kept], *rest)
        fewer = replace(part, points=points)
        made = _with(replace(summary, parts=(fewer,)), 1, short=True)
        if made.length <= summary.wanted.length * 1.05:
            return fewer
    return part


def _bare(part: Part) -> Part:
    if part.opening and any(line.sums for line in part.opening) and part.points and part.points[0].examples:
        asked = tuple(gap for point in part.points for gap in point.gaps)
        return replace(part, points=(), gaps=(*asked, *part.gaps))
    return replace(part, points=part.points[:2])


def _with(summary: Summary, examples: int, *, short: bool = False) -> Written:
    whole = len(summary.parts) > 1
    worded = {one.id: one.lines for one in summary.worded}
    paragraphs: list[str] = []
    lines: list[Line] = []
    gaps: list[str] = []
    for number, part in enumerate(summary.parts):
        if whole:
            paragraphs.append(f"{_ordinal(number)}、{part.title}")
        used = _opening(summary, number)
        if used:
            paragraphs.append("".join(line.text for line in used))
        lines += used
        for place, point in enumerate(part.points):
            shown = worded.get(point_id(number, point)) or lines_of(point, examples, short=short)
            mark = f"（{_ordinal(place)}）" if len(part.points) > 1 else ""
            paragraphs.append(f"{mark}{_head(point.heading)}{''.join(line.text for line in shown)}")
            lines += [point.heading, *shown]
            gaps += point.gaps
        gaps += part.gaps
        if part.gaps or any(point.gaps for point in part.points):
            paragraphs.append("".join([*(gap for point in part.points for gap in point.gaps), *part.gaps]))
    text = shortened("\n".join(paragraphs))
    marked = tuple(dict.fromkeys(re.findall(r"【待补：[^】]*】", text)))
    return Written(text, tuple(lines), marked or tuple(gaps))


def point_id(part: int, point: Point) -> str:
    """The name under which a point's own wording is kept."""
    return f"{part}:{point.key}"


def lines_of(point: Point, examples: int, *, short: bool = False) -> tuple[Line, ...]:
    """What stands below the heading: all that must, and so many examples."""
    must = point.lines[:1] if short else point.lines
    # What is not of one kind has little in common: more of it has to be told.
    loose = point.key == OTHER.name
    # Notes that somebody just gave are all told.
    given = loose and all(source.kind == "note" for line in point.examples for source in line.sources)
    told = point.examples if given and not short else point.examples[: examples + 2 * loose]
    left = tuple(line for line in point.examples if line not in told and line.brief)
    return (*must, *woven(sorted(told, key=_day)), *_named(left))


def _named(left: Sequence[Line]) -> tuple[Line, ...]:
    """What there is no room to tell is named: nothing that was done is left out silently."""
    if not left:
        return ()
    names = "；".join(line.brief for line in left)
    titles = tuple(replace(source, quote=line.brief) for line in left for source in line.sources[:1])
    return (Line(f"另有{len(left)}项：{names}。", titles, f"另有{len(left)}项：按信息标题"),)


def _day(line: Line) -> tuple[int, int]:
    """The month and the day that an example opens with."""
    found = re.match(r"(\d{1,2})月(\d{1,2})日", line.text)
    return (int(found[1]), int(found[2])) if found else (13, 0)


def _opening(summary: Summary, number: int) -> tuple[Line, ...]:
    """What stands before the points. In a whole summary the time is named once, and what the headings say is not
    said before them.
    """
    part, span = summary.parts[number], f"{summary.wanted.span(summary.made)}，"
    if len(summary.parts) == 1:
        return part.opening
    later = any(before.opening for before in summary.parts[:number])
    told = [line for line in part.opening if not (later and line.text.startswith(span) and _said_below(line, part))]
    return tuple(replace(line, text=line.text.removeprefix(span)) if later else line for line in told)


def _said_below(line: Line, part: Part) -> bool:
    """Whether every count of the line stands in the points' headings, too."""
    return bool(part.points) and bool(line.sums) and all(one.unit != "人次" for one in line.sums)


def _head(heading: Line) -> str:
    """A heading that only quotes a problem goes on with what is to be done about it."""
    text = heading.text
    return text if text.endswith(("。", "】")) else f"{text}{'：' if text.endswith('”') else '。'}"


def _ordinal(number: int) -> str:
    if number < 10:
        return _HAN[number]
    tens, ones = divmod(number + 1, 10)
    return ("" if tens == 1 else _HAN[tens - 1]) + "十" + (_HAN[ones - 1] if ones else "")


def shortened(text: str) -> str:
    """A campaign's full name once, then its short form: “书香云溪”全民阅读活动 becomes “书香云溪”活动."""
    for name in sorted({hit[0] for hit in _CAMPAIGN.finditer(text)}, key=len, reverse=True):
        name = _own_part(text, name)
        brief = _brief(name)
        if len(name) < _LEAST_NAME or not brief or text.count(name) < 2:
            continue
        first = text.index(name) + len(name)
        mark = f"（以下简称{brief}）" if brief[0] == "“" else f"（以下简称“{brief}”）"
        text = text[:first] + mark + text[first:].replace(name, brief)
    return text


def _own_part(text: str, found: str) -> str:
    """The name without words that stand before it only once: 在县城举办…."""
    best = next((found[i:] for i in range(len(found) - _LEAST_NAME) if text.count(found[i:]) > text.count(found)), "")
    return best or found


def _brief(name: str) -> str:
    quoted = re.match(r"“[^”]+”", name)
    if quoted:
        return quoted[0] + name[-2:]
    return name.rpartition("暨")[2]
