"""A correction into one row of a table: 合唱班改成57, 合唱班老师改成李萍 change one cell of 合唱班 61 纪晓峰."""

import re
from collections.abc import Sequence

from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import Quantity, same_unit
from bot.domain.notes.patching import mark, own_of, patch
from bot.domain.notes.tables import GAP
from bot.domain.notes.targets import number_of
from bot.domain.notes.utterances import Kind, Utterance

_CHANGES = Seldom(
    r"^(?:把|将)?(?P<named>[^，。；\d]{2,12}?)(?:那[行个]|的)?(?:说错了?|写错了?|错了)?[，, ]?"
    r"(?P<how>改成|改为|更正为|更正成|应该是|应是|应为|该是|改|是)(?P<new>[^，。；是]{1,12}?)[吧啊哈了]*$"
)
# Between a row's name and the figure: 合唱班人数改成57.
_COUNT = re.compile(r"(?:的)?(?:人|数|人数|数量|那[行个])?$")


def row_corrected(done: list[Utterance], index: int) -> bool:
    """Change the cells that message `index` names; whether nothing is left in it to correct."""
    own = own_of(done, index)
    applied = [i for i in own if _apply(done, i, own[0])]
    told = {q.value for i in applied for q in done[i].quantities()}
    mark(done, [i for i in own if i in applied or (applied and _accounts_for(done, i, told))], Kind.CORRECTION)
    return bool(applied)


def _apply(done: list[Utterance], i: int, before: int) -> bool:
    found = _CHANGES.match(done[i].text)
    rows = [at for at in range(before) if GAP in done[at].text] if found else []
    if not found:
        return False
    named = found["named"]
    alike = [at for at in rows if named.startswith(_cells(done[at])[0])]
    alike = alike or [at for at in rows if _cells(done[at])[0].startswith(named)]
    if len(alike) != 1:
        return False
    at = alike[0]
    new = number_of(found["new"])
    start, end = _cell(done[at], named.removeprefix(_cells(done[at])[0]), new, found["how"])
    if start == end:
        return False
    old = number_of(done[at].text[start:end])
    words = found["new"]
    if new and old:
        written_behind = any(p.start == p.end == end for p in done[at].patches)
        words = words.removesuffix(new.unit) if written_behind else words + ("" if new.unit else old.unit)
    patch(done, at, start, end, words, done[i], found.start("new"))
    return True


def _cells(row: Utterance) -> list[str]:
    return row.text.split(GAP)


def _cell(row: Utterance, head: str, new: Quantity | None, how: str) -> tuple[int, int]:
    """Where the cell stands: the one under the head named, else the only figure that may be meant; (0, 0) if none."""
    spans = [m.span() for m in re.finditer(f"[^{GAP}]+", row.text)][1:]
    heads = {p.end: p.text.strip("、，") for p in row.patches if p.end > p.start}
    named = [
        span for span in spans if head and heads.get(span[0]) and (head in heads[span[0]] or heads[span[0]] in head)
    ]
    if named:
        return named[0]
    if new is None or not _COUNT.fullmatch(head):
        return 0, 0
    figures = [(span, q) for span in spans if (q := number_of(row.text[slice(*span)])) and q.end >= span[1] - span[0]]
    like = [span for span, q in figures if same_unit(q.unit, new.unit) and (how != "是" or q.value != new.value)]
    return like[0] if len(like) == 1 else (0, 0)


def _accounts_for(done: Sequence[Utterance], i: int, told: set[float]) -> bool:
    """有四个退了, behind 合唱班改成57 where 61 had been said: the difference, and why."""
    made = [(u, p) for u in done for p in u.patches if p.source == done[i].message]
    pairs = [(number_of(u.text[p.start : p.end]), number_of(p.text)) for u, p in made]
    apart = {abs(old.value - new.value) for old, new in pairs if old and new}
    return any(q.value in apart for q in done[i].quantities()) and not told & {q.value for q in done[i].quantities()}
