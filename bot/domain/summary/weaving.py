"""Examples of one unit become one sentence: 2月26日在松林镇…，观众447人；11月17日在白塔镇…，观众468人."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.summary.parts import Line
from bot.domain.summary.works import DAY

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
