"""What is put right in the same breath: 剪了二十八个头不是二十八是三十一个, 在西门广场呃不对是东门广场.

In a run of speech without a stop, what stands right before the words of taking back gives way to what counts the same
behind them, or is named alike. Only what is sure is taken back; a finding (数字不对的有两个村) is none.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from bot.domain.language.numerals import HAN, fold, numerals
from bot.domain.language.quantities import quantities
from bot.domain.language.word_edges import words
from bot.domain.notes.utterance import Patch, Utterance

_BREATH = "(?:[嗯呃哎哦噢啊吧呀]|那个)*"
_ECHO = re.compile(
    rf"{_BREATH}不是(?P<old>(?![说很吗])[^，。；！？]{{1,10}}?)(?:[啊嗯呃哦]|那个)*(?:而|应该)?(?P<is>是|改[到成为在]|换成)"
)
_CUE = re.compile(
    rf"{_BREATH}(?:(?<![对是还又也都就并很])不对(?![称劲口外路的])|(?<=[哦噢啊呃嗯])不(?!是)|(?<=[嗯呃哎哦噢啊吧])不是"
    r"|不是(?=是)|我?[说记数看报念写打算弄][错反]了)(?:不对|不是|[啊嗯呃哦]|那个)*(?:应该)?(?P<is>是?)"
)
_RUN = re.compile(r"[^，。；！？,;!?\n“”「」]+")
_FIGURE = re.compile(rf"第?[\d.{HAN}]+")
_SUPPOSED = re.compile("以为|当[成作]|说成|传")
_GUESS = re.compile("(?P<about>大概|大约|差不多|估计|估摸着?|可能|约)得?有?$")
# 大概 of 不对大概四十二个, 我刚翻本子是, 把村口那盏算上是: what may stand before the right figure.
_IS = re.compile("(?:应该|其实)?[是有]?(?P<about>大概|大约|差不多|将?近|约)?")
_KNOWN = re.compile("[我你]|刚|[翻查看数问]|[单表册本账]|算上|加上")
_BORDER = "是在到去给叫请和跟的了找从往由"
_FOUND_WRONG = "道号字账向色寸音味况觉量法数据目期"
_REACH, _TAIL, _NAME, _FAR = 24, 4, 8, 4


class Edit(NamedTuple):
    """[start, end) of the message gives way to its words at [source, source_end), or to nothing."""

    start: int
    end: int
    source: int = 0
    source_end: int = 0


def taken_back(message: str) -> list[Edit]:
    """What of the message was taken back in the same breath, and what stands in its place."""
    found: list[Edit] = []
    if not any(char in message for char in "不错反"):
        return found
    text = fold(message)
    for run in _RUN.finditer(text):
        at = run.start()
        for cue in sorted((m for p in (_ECHO, _CUE) for m in p.finditer(text, at, run.end())), key=re.Match.start):
            if cue.start() >= at:
                found += (made := _edits(text, at, cue, run.end()))
                at = max((e.end for e in made), default=at)
    return sorted(found)


def _edits(text: str, since: int, cue: re.Match[str], until: int) -> list[Edit]:
    since = max(since, cue.start() - _REACH)
    if _SUPPOSED.search(text, since, cue.start()):
        return []
    said = cue["old"] if cue.re is _ECHO else ""
    return _figure(text, since, cue, until, said) or _name(text, since, cue, until, said)


def _figure(text: str, since: int, cue: re.Match[str], until: int, said: str) -> list[Edit]:
    """The figure before the cue gives way to the one behind it."""
    new = _FIGURE.search(text, cue.end(), min(until, cue.end() + 2 * _NAME))
    echoed = _FIGURE.match(said)
    if new is None or (said and not echoed):
        return []
    gap = text[cue.end() : new.start()]
    for old in reversed(list(_FIGURE.finditer(text, since, cue.start()))):
        unit = _common(text[old.end() : cue.start()], text[new.end() : until])
        tail, rest = text[old.end() + len(unit) : cue.start()], text[new.end() + len(unit) : until]
        anew = tail in rest[: len(tail) + 2]
        if old[0] == new[0] or (old[0][0] == "第") != (new[0][0] == "第") or (echoed and echoed[0] != old[0]):
            continue
        known = _IS.fullmatch(gap)
        again = _common(text[since : old.start()][::-1], gap[::-1])
        if echoed:
            sure = known is not None
        else:
            sure = bool(unit or not _unit(text[new.start() : until])) and (anew or len(tail) <= _TAIL)
            sure = sure and (_near(old[0], new[0]) or bool(cue["is"]) or len(again) > 1)
            sure = sure and (
                (known is not None and (not tail or "有" not in gap))
                or len(again) > 1
                or (again and again[0] == gap and not tail)
                or (gap.endswith("是") and _KNOWN.search(gap) is not None)
            )
        if not sure or (not unit and tail and (has := _unit(text[new.start() : until])) and tail != has):
            continue
        start = new.start() - len(known["about"] or "") if known else new.start()
        guess = _GUESS.search(text, since, old.start()) if start == new.start() else None
        loose = [Edit(*guess.span("about"))] if guess else []
        if anew or (not unit and _unit(text[new.start() : until])):
            return [*loose, Edit(old.start(), start)]
        put = (start, new.end() + len(unit))
        return [*loose, Edit(old.start(), old.end() + len(unit), *put), Edit(cue.start(), put[1])]
    return []


def _common(a: str, b: str) -> str:
    return a[: next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))]


def _unit(text: str) -> str:
    """The unit of the figure with which the text begins."""
    return next((q.unit for q in quantities(text[:_REACH]) if q.start == 0), "")


def _near(old: str, new: str) -> bool:
    a, b = ([n.value for n in numerals(one + "个")] or [1] for one in (old, new))
    return max(a[0], b[0]) <= _FAR * min(a[0], b[0])


def _name(text: str, since: int, cue: re.Match[str], until: int, said: str) -> list[Edit]:
    """The name before the cue gives way to one behind it that was named again as wrong, or ends or is led in alike."""
    end, new = cue.start(), cue.end()
    if said:
        start = text.rfind(said, since, end)
        if start < 0 or start + len(said) < end:
            return []
        ends = text.find(said[-1], new, min(until, new + _NAME)) + 1
        moved = ends and cue["is"] != "是" and text[ends : ends + 1] == "了"
        return [Edit(start, new), *([Edit(ends, ends + 1)] if moved else [])]
    if text[end - 1] in _FOUND_WRONG:
        return []
    if text[new : new + 1] in tuple("在到去给叫请"):
        led = text.rfind(text[new], max(since, end - _NAME - 1), end)
        named = led >= 0 and not any(w.kind.startswith("v") for w in words(text[led + 1 : end]))
        return [Edit(led, new)] if named and led + 1 < end else []
    for size in range(2, _NAME + 1):
        alike = text[new + size - 2 : new + size] == text[end - 2 : end] or (
            text[new + size - 1 : new + size] == text[end - 1 : end] and bool(cue["is"])
        )
        if alike and new + size <= until:
            start = next((k for k in range(end - 2, max(since, end - size - 3) - 1, -1) if text[k - 1] in _BORDER), end)
            return [Edit(start, new)] if start < end else []
    return []


def mended(message: str, edits: list[Edit]) -> tuple[str, list[int]]:
    """The message without what it took back, and where each of its characters stands in what was typed."""
    text, places, at = "", list[int](), 0
    for e in edits:
        put = message[e.source : e.source_end]
        text += message[at : e.start] + put
        places += [
            *range(at, e.start),
            *(min(e.start + k, e.end - 1) for k in range(len(put) - 1)),
            *[e.end - 1][: len(put)],
        ]
        at = e.end
    return text + message[at:], [*places, *range(at, len(message))]


def as_typed(one: Utterance, message: str, places: list[int], edits: list[Edit]) -> Utterance:
    """The utterance of a mended message as one of what was typed, patched where something was taken back."""
    if one.start >= one.end:
        return one
    begin, over = places[one.start], places[one.end - 1] + 1

    def place(start: int, end: int) -> tuple[int, int]:
        start, end = one.start + start, one.start + end
        after = places[end - 1] + 1
        return (places[start] if start < end else after) - begin, after - begin

    own = [e for e in edits if begin <= e.start and e.end <= over]
    made = [
        Patch(e.start - begin, e.end - begin, message[slice(*e[2:])], 0, *(e[2:] if e.source else (e.start,) * 2))
        for e in own
    ]
    for p in one.patches:
        a, b = place(p.start, p.end)
        if not any(q.start < b and a < q.end for q in made):
            made.append(replace(p, start=a, end=b))
    typed = replace(one, start=begin, end=over, text=message[begin:over], patches=tuple(made))
    return one.as_typed(typed, place)
