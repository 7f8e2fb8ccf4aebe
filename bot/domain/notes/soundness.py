"""What holds of every correction, whichever rule applies it; one that breaks it is undone and the words stay as typed.

A figure takes the place of one that counts the same; and of the message that corrects, only what speaks of the notes
goes, never what tells a matter of its own.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from bot.domain.language.numerals import HAN
from bot.domain.language.quantities import Quantity, unit_class
from bot.domain.notes.counted import counted_noun
from bot.domain.notes.learnt_pairs import label_of
from bot.domain.notes.patching import all_of, as_corrected
from bot.domain.notes.remarks import of_its_own
from bot.domain.notes.targets import number_of
from bot.domain.notes.utterances import Kind, Patch, Utterance

Done = list[Utterance]
T = TypeVar("T")
# Why a figure changed is told in a few words; more are another matter.
_REASON = 4


def soundly(apply: Callable[[Done], T], done: Done, said: range, otherwise: T) -> T:
    """What `apply` makes of the utterances, where it is sound for the message `said`; else they stay as they were."""
    trial = list(done)
    result = apply(trial)
    return result if _taken_over(trial, done, said) else otherwise


def settled(rules: Sequence[Callable[[Done, range], bool]], done: Done, said: range) -> bool:
    """Whether one of the rules, tried in their order, soundly says that `said` leaves nothing to correct."""
    trial = _Trial(done)
    for rule in rules:
        settles = rule(trial, said)
        if trial.touched and not _taken_over(trial, done, said):
            trial, settles = _Trial(done), False
        trial.touched = False
        if settles:
            return True
    return False


class _Trial(list[Utterance]):
    """Utterances that know whether one was changed: the rules leave nearly every message as it is."""

    touched = False

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key, value)
        self.touched = True


def _taken_over(trial: Done, done: Done, said: range) -> bool:
    if trial == done:
        return True
    changed = [i for i, (was, u) in enumerate(zip(done, trial, strict=True)) if u is not was]
    if not _sound(done, trial, said, changed):
        return False
    done[:] = trial
    return True


def _sound(before: Sequence[Utterance], after: Sequence[Utterance], said: range, changed: Sequence[int]) -> bool:
    made = [(after[i], p) for i in changed for p in after[i].patches if p not in before[i].patches]
    left_out = [i for i in changed if before[i].kind is Kind.CONTENT and after[i].kind in _GONE]
    gone = [i for i in left_out if i in said and not _broken_off(after, i)]
    gives = {i: p.text for i in gone for _, p in made if after[i].start <= p.source_start < after[i].end}
    told = all(len(of_its_own(after, i, gives[i])) <= _REASON if i in gives else may_go(after, i) for i in gone)
    return told and all(fits(u, p, after) for u, p in made) and _only_objections(before, left_out, said)


# 蜂蜜那条作废, 省台没来: what is withdrawn goes, whatever it told.
_WITHDRAWN = re.compile(r"作废|不算|不要|别[用写报发]|删|撤|取消|划掉|没|去掉")
# 苗圃出库单是460: an objection says little but its figure.
_OBJECTION = 5


def _only_objections(before: Sequence[Utterance], left_out: Sequence[int], said: range) -> bool:
    """Whether of what was told before the message nothing goes but what objected to a figure."""
    earlier = [i for i in left_out if i < said.start]
    if not earlier or any(_WITHDRAWN.search(before[i].text) for i in said):
        return True
    return all(len(of_its_own(before, i)) <= _OBJECTION for i in earlier)


_GONE = (Kind.CORRECTION, Kind.REPLACED)


def _broken_off(after: Sequence[Utterance], i: int) -> bool:
    """安全日 不对是扫黄打非宣传: what stands before the slip gives way."""
    return after[i].kind is Kind.REPLACED and i + 1 < len(after) and after[i + 1].message == after[i].message


def may_go(done: Sequence[Utterance], i: int) -> bool:
    """Whether the utterance says no more than why or how a figure changed: it tells of no other matter or figure."""
    figures = {round(q.value, 4) for q in done[i].quantities() if q.unit not in ("点", "遍")}
    if len(of_its_own(done, i)) > _REASON * (1 + bool(figures)):
        return False
    told = _told(done, i) if figures else set()
    return all(value in told or any(round(value + other, 4) in told for other in told) for value in figures)


def _told(done: Sequence[Utterance], i: int) -> set[float]:
    """The figures told before the message of the utterance."""
    before = [u for u in done[:i] if u.message < done[i].message]
    told = {q.value for u in before for q in u.quantities()}
    read = [as_corrected(u) for u in before if u.patches]
    told |= {q.value for text in read for q in Utterance(0, 0, len(text), text, done[i].said, "").quantities()}
    told |= {value / 10_000 for value in told}  # 7.9是昨天的, of 7.9万
    return {round(value, 4) for value in told}


def fits(one: Utterance, p: Patch, said: Sequence[Utterance]) -> bool:
    """Whether what the patch writes counts the same kind of thing as the figure that it stands for."""
    old = next((q for q in one.quantities() if p.start <= q.start < p.end), None)
    if p.source == one.message or not p.text or old is None:
        return True
    if _WRITTEN.search(one.text[: old.start]) and not any(_SLIP.search(said[k].text) for k in all_of(said, p.source)):
        return False
    within = (said[k] for k in all_of(said, p.source))
    source = next((u for u in within if u.start <= p.source_start < u.end), None)
    at = p.source_start - source.start if source else 0
    new = next((q for q in source.quantities() if q.start <= at + 1 and at < q.end), None) if source else None
    if source and new and (_PART_OF.search(source.text[: new.start]) or _of_another_name(one, source, new, said)):
        return False
    if source is None or new is None:
        return number_of(p.text) is not None or bool(Utterance(0, 0, len(p.text), p.text, one.said, "").moments())
    read = number_of(p.text) if p.text != source.text[new.start : new.end] else None
    return same_count(one, old, source, replace(new, unit=read.unit) if read else new)


def _of_another_name(one: Utterance, source: Utterance, new: Quantity, said: Sequence[Utterance]) -> bool:
    """铲雪车1台, of 撒盐车3台: what was told elsewhere has another name than the old figure."""
    label = label_of(source, new)
    own = "".join(u.text for u in said if u.message == one.message and u.start <= one.start)
    pairs = {label[k : k + 2] for k in range(len(label) - 1)}
    if not pairs or any(pair in own for pair in pairs):
        return False
    return any(label in u.text for u in said if u.message < source.message and u is not one)


# 三户里有两户是后来接的: a part of what was told
_PART_OF = re.compile(rf"(?:[\d{HAN}][个户家名人位处件条项所座台辆]?|其)(?:里面?|中|当中)(?:有|的)?$")

# 清单上写的1260卷: what a paper says stays so, whatever was counted, unless it was quoted wrongly.
_WRITTEN = re.compile(
    r"[单册本表账图牌书函上里](?:写|记|登|报|标|印|列)的?(?:是|有|了)?$|[单册本表账录]子?[上里](?:一共)?[是有]?$"
)
_SLIP = re.compile(r"应该|错|不对|不是|更正|[写记看抄数填][反混岔串]|改[成为]")


def same_count(one: Utterance, old: Quantity, other: Utterance, new: Quantity) -> bool:
    """Whether two figures may count the same: like units, and the same noun where both name one."""
    if old.ordinal != new.ordinal or (old.percent != new.percent and (new.percent or new.unit)):
        return False
    units = {unit_class(old.unit), unit_class(new.unit)}
    if len(units) > 1 and not any(not unit or unit.startswith("个") for unit in units):
        return False
    was, now = counted_noun(one, old), counted_noun(other, new)
    return not (was and now) or bool(set(was) & set(now))
