"""How a correction is written into what was said before: a patch on the earlier utterance, its source remembered."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity
from bot.domain.notes.utterances import Kind, Patch, Utterance

_message = attrgetter("message")
# 第一场480人 … 第二场530人: each counts for itself.
NTH = re.compile(r"第[一二三四五六七八九十\d]+[场站天批期组轮]")


_ABOUT = re.compile(r"约|大概|左右|上下|多|来|几|近|差不多|将")
_BEFORE = re.compile(r"(?P<about>大概其?|大约|约摸?|差不多|将近|得(?=有))(?:有|来了|到了|是)?$")


def patch(done: list[Utterance], at: int, start: int, end: int, new: str, source: Utterance, offset: int) -> None:
    """Let [start, end) of done[at] read `new`, which stands at `offset` of `source`; earlier patches there give way."""
    old = done[at]
    length = len(new)
    if re.fullmatch(r"\d{1,4}(?:\.\d+)?", fold(new)) and (
        power := re.search(r"\d([万亿])$", fold(old.text[start:end]))
    ):
        new += power[1]  # 1560万 corrected to 是1650
    loose = []
    if any(p.start == p.end == end and new.endswith(p.text) for p in old.patches):
        new = new[: -len(next(p.text for p in old.patches if p.start == p.end == end))]  # 57人, where 人 is written
    sure = not _ABOUT.search(new) and not _BEFORE.search(source.text, 0, offset)
    if sure and re.search(r"\d", fold(new)):  # 大概来了80人, put right to 83人
        end += found.end() if (found := re.match(r"左右|上下", old.text[end:])) else 0
        if about := _BEFORE.search(old.text, 0, start):
            loose = [Patch(*about.span("about"), "", source.message, source.start, source.start)]
    patches = (*(p for p in old.patches if not (p.start < end and start < p.end)), *loose)
    made = Patch(start, end, new, source.message, source.start + offset, source.start + offset + length)
    done[at] = old.with_patches((*patches, made))


def replace_figure(done: list[Utterance], at: int, old: Quantity, source: Utterance, new: Quantity) -> None:
    """Let the figure `old` of done[at] read the one that `source` says; its unit stays where none is said."""
    end = old.end if new.unit or new.percent else old.end - len(old.unit)
    patch(done, at, old.start, end, source.text[new.start : new.end], source, new.start)


def mark(done: list[Utterance], places: Iterable[int], kind: Kind) -> None:
    """Give the utterances at these places another kind."""
    for at in places:
        done[at] = done[at].as_kind(kind)


def first_of(done: list[Utterance], message: int) -> int:
    """Where the message begins."""
    return bisect_left(done, message, key=_message)


def all_of(done: Sequence[Utterance], message: int) -> range:
    """Where the message stands; the utterances stand in the order of their messages."""
    first = bisect_left(done, message, key=_message)
    for last in range(first, len(done)):
        if done[last].message != message:
            return range(first, last)
    return range(first, len(done))


def messages_of(done: Sequence[Utterance]) -> Iterator[range]:
    """Where each message stands, in their order."""
    start = 0
    for end in range(1, len(done) + 1):
        if end == len(done) or done[end].message != done[start].message:
            yield range(start, end)
            start = end


_OWN = (Kind.CONTENT, Kind.CORRECTION)


def own_of(done: Sequence[Utterance], said: range) -> list[int]:
    """Where the message `said` tells or corrects something."""
    return [i for i in said if done[i].kind in _OWN]


def as_corrected(one: Utterance) -> str:
    """The words of the utterance as corrections left them."""
    text = one.text
    for p in sorted(one.patches, key=lambda p: p.start, reverse=True):
        text = text[: p.start] + p.text + text[p.end :]
    return text


def stands(before: Sequence[Utterance], q: Quantity) -> bool:
    """Whether a figure of the content told before, and not put right since, is this one."""
    return any(
        t.value == q.value and not any(p.start < t.end and t.start < p.end for p in u.patches)
        for u in before
        if u.kind is Kind.CONTENT
        for t in u.quantities()
    )
