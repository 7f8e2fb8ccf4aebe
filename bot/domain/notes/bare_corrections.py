"""A correction that says only what is right: a bare figure, day, name or place takes the place of what it fits."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.names import people, places
from bot.domain.language.quantities import Quantity
from bot.domain.notes.patching import all_of, patch, stands
from bot.domain.notes.remarks import COUNTED_IN, is_remark, of_its_own
from bot.domain.notes.renaming import moved, renamed
from bot.domain.notes.slips import ONE_DIGIT
from bot.domain.notes.targets import Told, counts_people, put_right, target
from bot.domain.notes.utterances import Kind, Utterance

_CUE = re.compile(
    r"(?:(?:更正|纠正|订正|修正|改(?![成为到]))(?:一?下)?|(?:刚才|刚刚|前面|上面|之前)?(?:我)?(?:人数|数字|时间|地点|日期|名字|金额"
    r"|数)?(?:说|写|打|看|记|搞|弄|数|听)(?:错|反)了?|不对|有误|错了|重新(?:数|核)(?:了|过)?(?:一下|一遍)?"
    r"|核(?:对|实)(?:了|过|后)?|准确(?:的)?(?:是|说)|[\s，,：:])+(?:应该是|是(?=\d))?"
)
# 有一位是29年半 singles one out of those put right.
_SINGLED = re.compile(r"有(?:[一俩两几\d]+)?[个位名家件户]")
# 65是报到的, 39是昨天的: what the wrong figure counted.
_OF_ELSE = re.compile(r"^约?\d[\d.]*[人个名位张份件]?是[^，。\d不]{1,6}的$")


def _near(done: Sequence[Utterance], found: tuple[int, Quantity], new: Quantity, within: int) -> bool:
    """罚的4家 of 3家 in that message; 退单86单 beside 4360单 is news."""
    old = found[1].value
    return done[found[0]].message == within and max(old, new.value) <= _NEAR * min(old, new.value)


_NEAR = 2
# 这6套房: those of which was told.
_POINTED_AT = re.compile(r"(?:这|那|上述|以上)$")
# 学校报的320, 按320: one of the figures told before is the right one.
_STANDS = re.compile(
    r"(?:那|就|还是|都)*按\d[\d.]*[一-龥]?(?:算|报|写|来|的)*|[一-龥]{2,5}(?:报|给|说|登记)的(?:数)?是?\d[\d.]*[一-龥]?"
)


def bare_correction(done: list[Utterance], i: int, before: int, within: int | None, told: Told) -> bool:
    """A bare new figure, day, name or place: patch what it most likely replaces; False where it fits nothing told.

    Where the wrong figure was named (`within` its message), a clause without a cue tells news of other messages.
    """
    one = done[i]
    text = one.text
    if _SINGLED.match(text) or _OF_ELSE.match(text) or ONE_DIGIT.search(text) or COUNTED_IN.search(text):
        return True
    figures = [
        q for q in one.quantities() if not _POINTED_AT.search(text[: q.start]) and text[q.end : q.end + 1] != "号"
    ]
    hit = any(_known(done, one, before, q) for q in figures)
    pointed = i + 1 < len(done) and done[i + 1].message == one.message and _THIS.match(done[i + 1].text)
    sure = one.kind is Kind.CORRECTION or pointed or _IS.search(text) or not of_its_own(done, i)
    if not hit and not (sure and is_remark(done, i)):
        return True  # 列了12种, beside 不是城西: a verb of its own
    counted = [_counted(done, one, before, q, within, told) for q in figures if not hit]
    hit = hit or any(counted)
    if not hit and _OF_A_PLACE.search("，".join(done[k].text for k in all_of(done, one.message))):
        hit = not one.moments() and moved(done, one, before)
    if hit or renamed(done, one, before):
        done[i] = one.as_kind(Kind.CORRECTION)
        return True
    return False


# 有个地方错了 is said of a script.
_OF_A_PLACE = re.compile(r"地点|(?<!有个)(?<!有些)(?<!几个)(?<!一个)(?<!两个)地方|场地|位置")


def _known(done: list[Utterance], one: Utterance, before: int, q: Quantity) -> bool:
    """Whether the figure stands already."""
    again = (q.start, q.end) == (0, len(one.text)) and put_right(done[:before], q)
    return again or (_STANDS.fullmatch(one.text) is not None and stands(done[:before], q))


def _counted(done: list[Utterance], one: Utterance, before: int, q: Quantity, within: int | None, told: Told) -> bool:
    """Let the figure that counts the same read this one; whether there is one."""
    found = target(q, one, done, before, told)
    if not found or not (within is None or one.kind is Kind.CORRECTION or _near(done, found, q, within)):
        return False
    at, old = found
    times = max(old.value, q.value) / max(min(old.value, q.value), 0.01)
    slip = times <= _FAR or times == _NOUGHT or _BARE / _FAR < times < _BARE * _FAR
    if not slip and not _COPULA.fullmatch(one.text[: q.start] + one.text[q.end :]):
        return False
    new, end = one.text[q.start : q.end], old.end if q.unit else old.end - len(old.unit)
    if old.unit in ("", "个") and q.unit and counts_people(old, done[at].text):
        # 126个|学生 corrected to 128人 reads 128个|学生
        new, end = new.removesuffix(q.unit), old.end - len(old.unit)
    elif q.unit == "个" and old.unit not in ("", "个"):
        new = new.removesuffix("个") + old.unit  # 是29个, of 27个人
    patch(done, at, old.start, end, new, one, q.start)
    return True


def as_news(one: Utterance) -> Utterance:
    """What corrects nothing that was told is news, without the cue in front of it."""
    cue = _CUE.match(one.text)
    start = cue.end() if cue else 0
    rest = one.text[start:]
    if _THAT_WRONG.search(rest) or len(rest) < _SHORTEST or not (one.quantities() or places(rest) or people(rest)):
        return one
    return replace(one, kind=Kind.CONTENT, text=rest, start=one.start + start)


_SHORTEST = 3
# 柳河那个错了 names by half what is put right behind it.
_THAT_WRONG = re.compile(r"[那这]个(?:数)?错了$")
# 刷门禁进来的287个，用这个
_THIS = re.compile(r"就?[用按以]这个")
_IS = re.compile(r"[是为](?=约?\d|[一-龥])")
_COPULA = re.compile(r"(?:哦|就|应该|应|其实|实际|准确说?|是|为|有|吧|啊|的|，| )*")
# No slip is wider, but for a nought, or the 万 that is left out.
_FAR = 4
_NOUGHT = 10
_BARE = 10_000
