"""Corrections that leave nothing to guess: 孙丽改为孙莉，86改92, 手册多打了个0."""

from collections.abc import Sequence

from bot.domain.language.names import is_name
from bot.domain.language.needed import Seldom
from bot.domain.notes.patching import mark, own_of, patch
from bot.domain.notes.targets import find, find_number, number_of
from bot.domain.notes.utterances import Kind, Utterance

_CHANGE = Seldom(
    r"^(?:更正(?:一下)?[:：，]?)?(?:把|将)?(?P<old>[^，。；]{1,12}?)(?:改成|改为|更正为|改(?=\d))(?P<new>[^，。；]{1,16}?)(?:吧|了)?$"
)
_NOUGHT = Seldom(
    r"^(?:前面|刚才|上面)*(?P<what>[一-龥]{0,6}?)(?:那个|这个|的)?(?:数|数字)?(?:后面)?(?P<way>多|少|漏)(?:打|写|敲|按|了){1,2}一?个?[0零〇]$"
)
# How many characters name a matter; a nought hangs on two digits at least.
_MATTER, _DIGITS = 2, 2


def said_plainly(done: list[Utterance], said: range) -> bool:
    """Carry out what the message `said` names with the old and the new; whether nothing is left in it to correct."""
    own = own_of(done, said)
    hits = [i for i in own if _changed(done, i, said.start) or _nought(done, i, own)]
    mark(done, hits, Kind.CORRECTION)
    return bool(hits) and len(hits) == len(own)


def _changed(done: list[Utterance], i: int, before: int) -> bool:
    """孙丽改为孙莉: two figures or two names, the old one told before."""
    found = _CHANGE.match(done[i].text)
    if not found:
        return False
    old, new = found["old"], found["new"]
    was, now = number_of(old), number_of(new)
    place = find_number(old, done, before) if was and now else find(old, done, before) if _alike(old, new) else None
    if place is None or (was and was.start) or (now and now.start):
        return False
    at, start, end = place
    told = number_of(done[at].text[start:end])
    if now and told and told.unit and not now.unit:
        end -= len(told.unit)
    patch(done, at, start, end, new, done[i], found.start("new"))
    return True


def _alike(old: str, new: str) -> bool:
    """Two people's names, or two words that differ by a slip."""
    return (is_name(old) and is_name(new)) or (len(old) == len(new) and bool(set(old) & set(new)))


def _nought(done: list[Utterance], i: int, own: Sequence[int]) -> bool:
    """手册那个数多打了个0: the figure of that matter, or the last that may be meant, where no right one is told."""
    found = _NOUGHT.match(done[i].text)
    if not found or any(done[k].quantities() for k in own if k != i):
        return False
    for at in range(own[0] - 1, -1, -1):
        one = done[at]
        if one.kind is not Kind.CONTENT or (found["what"] and found["what"][:_MATTER] not in one.text):
            continue
        for q in reversed(one.quantities()):
            raw = one.text[q.start : q.end].removesuffix(q.unit)
            many = found["way"] == "多"
            if raw.isdigit() and len(raw) >= _DIGITS and (not many or raw.endswith("0")):
                new = raw[:-1] if many else raw + "0"
                patch(done, at, q.start, q.start + len(raw), new, done[i], 0)
                return True
    return False
