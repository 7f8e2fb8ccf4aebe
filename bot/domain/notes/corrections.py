"""Later corrections win: finds what a correction (更正一下, 不是45是54, 应为文化馆) changes and patches it there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.language.names import people, places
from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import Quantity, same_unit
from bot.domain.notes.asked_figures import answered
from bot.domain.notes.breakdowns import put_together, taken_apart
from bot.domain.notes.denied import denied
from bot.domain.notes.faults import faults_told
from bot.domain.notes.fragments import joined, with_labels
from bot.domain.notes.labelled_counts import relabelled
from bot.domain.notes.latest_counts import ASKS, accepted, rolled, take_side
from bot.domain.notes.misplaced_counts import misplaced
from bot.domain.notes.other_day import belonged, of_other_day
from bot.domain.notes.patching import all_of, first_of, mark, own_of, patch, stands
from bot.domain.notes.rates import rerated
from bot.domain.notes.renaming import contrasted, moved, redated, renamed
from bot.domain.notes.replies import reply
from bot.domain.notes.respelling import respell
from bot.domain.notes.retractions import rechecked, retract
from bot.domain.notes.row_corrections import row_corrected
from bot.domain.notes.series import answering, of_houses, with_units
from bot.domain.notes.slips import ONE_DIGIT, SLIP_OF_HAND
from bot.domain.notes.superseded import superseded
from bot.domain.notes.targets import counts_people, find, find_number, number_of, put_right, target
from bot.domain.notes.upheld import asked_only, contested, upheld
from bot.domain.notes.utterances import Kind, Patch, Utterance

_PAIR = [
    re.compile(r"不是(?P<old>[^，,。；不]{1,16}?)[，,、\s]*(?:而是|应该是|应是|是)(?P<new>(?!不是)[^，。；,]{1,20})"),
    re.compile(r"(?:是|为)(?P<new>[^，,。；不]{1,16}?)[，,、\s]*(?:而)?不是(?P<old>[^，。；,]{1,16})"),
    re.compile(
        r"不是(?P<old>约?\d[\d.]*[万亿]?[一-龥]{0,2}?)[，,][^。；]{2,24}?(?:扣掉|减掉|去掉|刨掉|刨去|除去|实际"
        r"|应该|真正)(?:后|了|以后|之后)?(?:应该)?(?:是|有|为)(?P<new>约?\d[\d.]*[万亿]?[一-龥]{0,2})"
    ),
    re.compile(r"(?:把|将)(?P<old>[^，,。；]{1,16}?)(?:改成|改为|改到|更正为|换成)(?P<new>[^，。；,]{1,20})"),
    re.compile(
        r"(?P<old>[^，,。；:：\s]{1,12}?)(?:改成|改为|更正为|应该是|应为|应是"
        r"|[说写打看记搞弄数听报抄输填敲][错串岔混]了?[，,\s]*(?:应该)?是)(?P<new>[^，。；,]{1,20})"
    ),
]


_CUE = re.compile(
    r"更正(?:一下)?|纠正(?:一下)?|订正|(?:刚才|刚刚|前面|上面|之前)?(?:我)?(?:人数|数字|时间|地点|日期|名字|金额"
    r"|数)?(?:说|写|打|看|记|搞|弄|数|听)(?:错|反)了?|"
    r"不对|有误|错了|重新(?:数|核)(?:了|过)?(?:一下|一遍)?|核(?:对|实)(?:了|过|后)?|改一下|修正|应该是|应为|应是"
    r"|其实是|实际(?:上)?是|准确(?:的)?(?:是|说)|^[，,：:是应该\s]+"
)


_TRIM = re.compile(r"^[\s，,。：:是为]+|[\s，,。吧啊的了才对~！!\U0001f300-\U0001faff\u2600-\u27bf]+$")


def _explicit(source: str, messages: Sequence[str], index: int, done: list[Utterance], before: int) -> bool:
    """不是A是B and its kin: A is looked up in what was said before."""
    for pattern in _PAIR:
        for m in pattern.finditer(source):
            old, new = _TRIM.sub("", m["old"]), _TRIM.sub("", m["new"])
            if not old or not new or old == new:
                continue
            found = find(old, done, before) or find_number(old, done, before)
            if found is None and _said_and_mended(old, new, done, before, index):
                return True
            if found is None or (number_of(new) and not number_of(done[found[0]].text[found[1] : found[2]])):
                continue  # 捐书写错了，是330册 says which figure is wrong, not that 捐书 should read 330册
            at, start, end = _of_its_thing(source[: m.start()], old, found, done, before)
            old_text = done[at].text[start:end]
            a, b = number_of(old_text), number_of(new)
            if a and b and a.start and not b.start:  # 固投31亿记错了，是33亿: the label stays
                start, old_text = start + a.start, old_text[a.start :]
                a = number_of(old_text)
            if a and b and a.unit and not b.unit:
                new += a.unit
            elif a and b and same_unit(a.unit, b.unit) and done[at].text[end : end + 1].isalpha():
                new = new.removesuffix(b.unit) + a.unit  # 12名家长 and 是16人: 16名家长
            elif a and b and not a.unit and b.unit:
                end += len(b.unit) if done[at].text[end:].startswith(b.unit) else 0
            end += _overlap(new, done[at].text[end:])
            offset = messages[index].find(_TRIM.sub("", m["new"]))
            made = Patch(start, end, new, index, max(offset, 0), max(offset, 0) + len(_TRIM.sub("", m["new"])))
            keep = tuple(p for p in done[at].patches if not (p.start < end and start < p.end))
            done[at] = done[at].with_patches((*keep, made))
            return True
    return False


# 电工应该是51，总数135, of 三个班共134人
_TOTAL = re.compile(r"^(?:那)?(?:总数|总共|一共|合计|共|加起来|总的)(?:就)?(?:是|有|为|成了|变成)?(?=\d)")
_IN_ALL = re.compile(r"(?:总数|总共|一共|合计|共|加起来)(?:约|有|是)?$")


# 是20，后来又加了俩: why the right figure is more than the other's.
_ADDED = re.compile(r"^(?:刚|刚才|后来)*又(?:加|来|调来|补|添)了?(?:俩|仨|[一两二三\d]+[个名人台辆户家])$")


def _said_again(done: list[Utterance]) -> list[Utterance]:
    """The utterances; what a message that corrects says of a total, or again of a name put right, is settled."""
    correcting = {u.message for u in done if u.kind is Kind.CORRECTION}
    put = {(p.text, p.source) for u in done for p in u.patches}
    for i, one in enumerate(done):
        if one.kind is not Kind.CONTENT:
            continue
        again = any(text == one.text and source < one.message for text, source in put)
        settled = one.message in correcting and (_ADDED.match(one.text) or _total_put_right(done, i))
        if again or settled:
            done[i] = one.as_kind(Kind.CORRECTION)
    return done


def _total_put_right(done: list[Utterance], i: int) -> bool:
    """Let the total told before read the one that the correction makes; whether there was one."""
    figures = done[i].quantities() if _TOTAL.match(done[i].text) else ()
    for at, new in ((at, new) for new in figures[:1] for at in range(i - 1, -1, -1)):
        told = done[at].quantities() if done[at].kind is Kind.CONTENT and done[at].message < done[i].message else ()
        for q in told:
            if _IN_ALL.search(done[at].text[: q.start]) and same_unit(q.unit, new.unit) and q.value != new.value:
                end = q.end if new.unit else q.end - len(q.unit)
                patch(done, at, q.start, end, done[i].text[new.start : new.end], done[i], new.start)
                return True
    return False


_THING = re.compile(r"[一-龥]{2,6}$")


def _of_its_thing(
    ahead: str, old: str, found: tuple[int, int, int], done: Sequence[Utterance], before: int
) -> tuple[int, int, int]:
    """白鹭不是46只，是120只, where 46 was told of another bird: the figure that was told of 白鹭."""
    named, number = _THING.search(ahead), number_of(old)
    if not named or not number or named[0] in done[found[0]].text:
        return found
    for at in range(before - 1, -1, -1):
        if done[at].kind is Kind.CONTENT and named[0] in done[at].text:
            own = (q for q in done[at].quantities() if same_unit(q.unit, number.unit))
            return next(((at, q.start, q.end) for q in own), found)
    return found


def _said_and_mended(old: str, new: str, done: list[Utterance], before: int, index: int) -> bool:
    """服务业27.8亿写错了，是28.7亿, of which nothing was told before: it is told here, and right."""
    wrong, right = number_of(old), number_of(new)
    figure = old[wrong.start :] if wrong and right else ""
    at = next((i for i in range(before, len(done)) if done[i].message == index and figure in done[i].text), None)
    if not figure or at is None:
        return False
    one, start = done[at], done[at].text.index(figure)
    if start < _LABEL or not _WRONG_BEHIND.match(one.text, start + len(figure)):
        return False
    made = Patch(start, len(one.text), new, index, one.start, one.end)
    done[at] = one.as_kind(Kind.CONTENT).with_patches((made,))
    return True


_LABEL = 2
_WRONG_BEHIND = re.compile(r"(?:我)?[说写打看记搞弄数听报抄输填敲][错串岔混]了?$")


def _overlap(new: str, rest: str) -> int:
    """东苑|社区 corrected to 东湖社区: the words that the new text brings along are not kept twice."""
    return next((k for k in range(min(len(new), len(rest)), 0, -1) if new.endswith(rest[:k])), 0)


# What a message may do besides correcting a figure or a name; one that does leaves nothing to correct.
_ANSWERS = (
    asked_only,
    denied,
    row_corrected,
    of_other_day,
    belonged,
    taken_apart,
    put_together,
    answered,
    contrasted,
    redated,
    rerated,
    contested,
    upheld,
    reply,
    misplaced,
    respell,
    retract,
)


def apply_corrections(found: Sequence[Utterance], messages: Sequence[str]) -> list[Utterance]:
    """The utterances with every correction applied where it belongs.

    An utterance that only corrects becomes Kind.CORRECTION; one whose correction fits nothing said before stays as
    content, without the cue, so that no figure is lost.
    """
    return list(_applied(tuple(found), tuple(messages)))


# The writer and its checks read the same notes; a correction is looked up once for both.
@lru_cache(maxsize=16)
def _applied(found: tuple[Utterance, ...], messages: tuple[str, ...]) -> tuple[Utterance, ...]:
    done = joined(found)
    for index in range(len(messages)):
        whole = _CHANGED.match(messages[index].strip())
        changed = [i for i in all_of(done, index) if whole or _NEW_COUNT.match(done[i].text)]
        mark(done, [i for i in changed if _known_before(done[i], done)], Kind.CORRECTION)
    asked = any(word in message for message in messages for word in ASKS)
    for index in sorted({u.message for u in done}):
        faults_told(done, index)
        if any(apply(done, index) for apply in _ANSWERS):
            continue  # nothing is left in it to correct
        labelled = relabelled(done, index)
        scope = [i for i in own_of(done, index) if i not in labelled]
        if not any(done[i].kind is Kind.CORRECTION for i in scope):
            continue
        first_cue = next(i for i in scope if done[i].kind is Kind.CORRECTION)
        if not re.search(r"为准|不对|错|串|看岔|记混", messages[index]):
            scope = [i for i in scope if i >= first_cue - 1]
        before = scope[0]
        if _explicit(messages[index], messages, index, done, first_of(done, index)):
            for i in scope:
                text = done[i].text
                settled = _mentions_pair(text) or _REASON.match(text) or rechecked(text)
                if settled or done[i].kind is Kind.CORRECTION:
                    done[i] = done[i].as_kind(Kind.CORRECTION)
            continue
        within = _message_named(done, scope, before)
        right = any(_RIGHT.search(done[i].text) and done[i].quantities() for i in scope)
        for i in sorted(scope, key=lambda i: not (right and _RIGHT.search(done[i].text))):
            reckoned = right and _RECKONED.search(done[i].text) is not None
            done[i] = done[i].as_kind(Kind.CORRECTION) if reckoned else _implicit(done, i, before, within)
        if any(done[i].kind is Kind.CORRECTION and done[i].quantities() for i in scope):
            mark(
                done,
                [i for i in scope if done[i].kind is Kind.CONTENT and _ONE_MORE.match(done[i].text)],
                Kind.CORRECTION,
            )
        if asked:
            done = accepted(done)
        if any(done[i].kind is Kind.CORRECTION and done[i].quantities() for i in scope):
            told = (i for i in all_of(done, index) if rechecked(done[i].text) or _REASON.match(done[i].text))
            mark(done, told, Kind.CORRECTION)
        if sided := _SIDED.search(messages[index]):
            take_side(sided[1] or sided[2], done, index)
    return tuple(superseded(answering(with_units(of_houses(rolled(_without_old(with_labels(_said_again(done)))))))))


# Small figures come again by chance.
_TELLING = 10


def _without_old(done: list[Utterance]) -> list[Utterance]:
    """3.28是估的, once 2.38万元 stands in its place: a later clause on the old figure alone goes with it."""
    old = {
        (q.value, u.message)
        for u in done
        for p in u.patches
        for q in u.quantities()
        if p.start <= q.start < p.end and p.text and q.value >= _TELLING
    }
    bare = {(value / power, message) for value, message in old for power in (1, 10_000)}
    values = {value for value, _ in bare}
    for i, one in enumerate(done):
        figures = one.quantities() if one.kind is Kind.CONTENT and not one.patches and len(one.text) <= _SHORT else []
        if figures and all(
            not q.unit
            and q.value in values
            and any(q.value == value and one.message > message for value, message in bare)
            for q in figures
        ):
            done[i] = one.as_kind(Kind.CORRECTION)
    return done


_SHORT = 14

# 200份改为220份 corrects where 200份 was said before; 改成每季度报一次 tells news.
_CHANGED = Seldom(r"^(?:把|将)?[^，。；]{1,12}(?:改成|改为|更正为)[^，。；]{1,16}$")
# 合唱班改成57，有四个退了: a figure for what was named before.
_NEW_COUNT = Seldom(r"^(?:把|将)?[^，。；\d]{2,8}(?:的?人?数)?(?:改成|改为|更正为|改)\d[\d.]*[一-龥]{0,2}$")


def _known_before(one: Utterance, done: Sequence[Utterance]) -> bool:
    old = re.split(r"改成|改为|更正为|改(?=\d)", re.sub(r"^(?:把|将)", "", one.text))[0].strip()
    before = next((i for i, u in enumerate(done) if u.message == one.message), 0)
    return bool(old) and (find(old, done, before) is not None or find_number(old, done, before) is not None)


_SIDED = re.compile(
    r"以([一-龥]{1,4}?)(?:的|说的|那个|报的)?(?:数)?为准"
    r"|(?:听|按|照)([一-龥]{1,4}?)(?:说|报|数|给|那个|那边|这边)?的(?:来|报|写|算|数)*(?:吧)?(?:$|[，。])"
)


def _mentions_pair(text: str) -> bool:
    return re.search(r"不是|改成|改为|改(?=\d)|应该是|应为|而是|^是", text) is not None


# 把工作人员3个也算上了 says why the figure was wrong; 3 is not the right one.
_COUNTED_IN = re.compile(r"[也都]算(?:上|进去|进|在内)了|算重了|重复(?:算|计|统计|登记)了")


# 库里只剩下130，领出来的时候是480，应该发了350: how the right figure was reckoned.
_RIGHT = re.compile(r"应该|应为|其实|实际")
_RECKONED = re.compile(r"剩下?\d|领(?:出来|走|回)|[入出]库")
# 刚又抓一个: why it is one more now.
_ONE_MORE = re.compile(
    r"^有一[个家人位名](?=[^，。\d]{0,8}(?:没|漏|迟|晚|忘|后))[^，。\d]{2,12}$|^(?:刚|刚才|刚刚"
    r"|后来)又[一-龥]{1,4}了?[一两二三\d]+[个起条人名处家]$"
)
# 65是报到的, 39是昨天的: what the wrong figure counted.
_OF_ELSE = re.compile(r"^约?\d[\d.]*[人个名位张份件]?是[^，。\d不]{1,6}的$")
_REASON = re.compile(
    r"^(?:刚|刚才|后来)*(?:又|多了?|加了?)[一-龥]{0,3}了?[一两二三\d]+[个起条人名处台辆户家件份箱套](?:[一-龥]{1,4}的)?$"
    r"|^(?:漏|忘|少算|多算)了|^(?:那个|那数|里面|里头|其中)?(?:含|包含|包括|带|算)了?[^，。]{2,16}$|^(?:扣|减|去|刨"
    r"|除)(?:掉|去)?[^，。]{0,6}是|^(?:是)?(?:我|他|她)?(?:刚才?)?(?:记|算|写|打|数|看|听)(?:岔|混|串|漏|重)了?$"
    rf"|^(?:[一-龥]{{1,4}}?|\d[\d.]*[一-龥]?)?{SLIP_OF_HAND}$"
    # 我那个数是三点的, 我漏了周家湾的, 点名点的, 票务说的: whence either figure was
    r"|^我?[那这]个?(?:数字?|人数)是[^，。]{1,8}的$|^我?(?:漏|少)了[^，。\d]{1,8}的$|^(?:点名|清点)[点数]?的$"
    r"|^[一-龥]{1,4}(?:说|报|给|统计)的$"
)


def _accounts_for(done: Sequence[Utterance], one: Utterance, q: Quantity) -> bool:
    """两家停业了, behind KTV是6家 where 8家 had been said: the difference, and why."""
    for u in done:
        for p in u.patches:
            if p.source != one.message or not p.text:
                continue
            old, new = number_of(u.text[p.start : p.end]), number_of(p.text)
            if old and new and abs(old.value - new.value) == q.value and same_unit(old.unit, q.unit):
                return True
    return False


def _message_named(done: Sequence[Utterance], scope: Sequence[int], before: int) -> int | None:
    """The message of the figure that is named as wrong by its value: 那个3200万说错了; None where none is."""
    for i in scope:
        for q in done[i].quantities() if done[i].kind is Kind.CORRECTION else ():
            if found := find_number(done[i].text[q.start : q.end], done, before):
                return done[found[0]].message
    return None


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


def _implicit(done: list[Utterance], i: int, before: int, within: int | None) -> Utterance:
    """A bare new figure, day, name or place: patch what it most likely replaces.

    Where the wrong figure was named (`within` its message), a clause without a cue tells news of other messages.
    """
    one = done[i]
    text = one.text
    hit = False
    if ONE_DIGIT.search(text) or _COUNTED_IN.search(text) or _OF_ELSE.match(text):
        return one
    for q in one.quantities():
        if _POINTED_AT.search(text[: q.start]):
            continue
        if (q.start, q.end) == (0, len(text)) and put_right(done[:before], q):
            return one.as_kind(Kind.CORRECTION)
        if (q.start <= 1 and _accounts_for(done, one, q)) or (_STANDS.fullmatch(text) and stands(done[:before], q)):
            return one.as_kind(Kind.CORRECTION)
        found = target(q, one, done, before)
        if found and (within is None or one.kind is Kind.CORRECTION or _near(done, found, q, within)):
            at, old = found
            new, patch_end = text[q.start : q.end], old.end if q.unit else old.end - len(old.unit)
            if old.unit in ("", "个") and q.unit and counts_people(old, done[at].text):
                new, patch_end = (
                    new.removesuffix(q.unit),
                    old.end - len(old.unit),
                )  # 126个|学生 corrected to 128人 reads 128个|学生
            elif q.unit == "个" and old.unit not in ("", "个"):
                new = new.removesuffix("个") + old.unit  # 是29个, of 27个人
            patch(done, at, old.start, patch_end, new, one, q.start)
            hit = True
    if not hit and re.search(r"地点|地方|场地|位置", "".join(done[k].text for k in all_of(done, one.message))):
        hit = moved(done, one, before)
    if not hit:
        hit = renamed(done, one, before)
    if hit:
        return one.as_kind(Kind.CORRECTION)
    rest = _CUE.sub("", text).strip(" ，,。：:")
    if one.kind is Kind.CORRECTION and len(rest) >= 3 and (one.quantities() or places(rest) or people(rest)):
        start = text.find(rest)
        if start < 0:  # 按规定应为每户补助500元: what should be is told, nothing is put right
            start, rest = 0, text
        return replace(one, kind=Kind.CONTENT, text=rest, start=one.start + start, end=one.start + start + len(rest))
    return one
