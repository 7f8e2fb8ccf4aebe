"""Where a long title breaks: between words, lines of about equal length. Only strings here."""

import re
from itertools import combinations, pairwise

from bot.export.typeset import half_widths

MOST_LINES = 4
# Names, dates and figures stay whole; so does what stands in brackets.
_WHOLE = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）|\d[\d.,%年月日时至—-]*[\u4e00-\u9fff]?|[A-Za-z]+")
_NEVER_FIRST = "，。、；：？！）》”’的了等"
_NEVER_LAST = "（《“‘第约近"
_LONE_WORD_COST = 6


def broken(title: str, line: int) -> tuple[str, ...]:
    """The title in as few lines as hold it, each at most `line` characters wide; one line where no break is good."""
    width = half_widths(title)
    for count in range(-(-width // (2 * line)), MOST_LINES + 1):
        if count <= 1:
            return (title,)
        found = _best(title, _breaks(title), count, 2 * line)
        if found:
            return found
    return (title,)


def _best(title: str, breaks: dict[int, int], count: int, widest: int) -> tuple[str, ...] | None:
    best: tuple[int, tuple[str, ...]] | None = None
    for chosen in combinations(breaks, count - 1):
        lines = tuple(title[a:b] for a, b in pairwise((0, *chosen, len(title))))
        widths = [half_widths(each) for each in lines]
        cost = max(widths) - min(widths) + sum(breaks[at] for at in chosen)
        if max(widths) <= widest and (best is None or cost < best[0]):
            best = cost, lines
    return best[1] if best else None


def _breaks(title: str) -> dict[int, int]:
    """Places between two words, each with what it costs to break there."""
    import rjieba

    whole = [found.span() for found in _WHOLE.finditer(title)]
    found: dict[int, int] = {}
    at = 0
    for before, after in pairwise(rjieba.cut(title)):
        at += len(before)
        if after[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST or any(a < at < b for a, b in whole):
            continue
        found[at] = _LONE_WORD_COST * ((len(before) == 1) + (len(after) == 1))
    return found
