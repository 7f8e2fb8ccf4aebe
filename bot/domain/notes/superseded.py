"""What later messages made out of date: a plan that came about, a forecast that was counted, a thing called off.

前天说的那场演完了 tells that a plan was carried out; 实际来了9个 takes the place of the 12 that were expected.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.day_patterns import PAST
from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import PERSON_UNITS, Quantity, unit_class
from bot.domain.notes.kept_out import CALLED_OFF
from bot.domain.notes.kinds import Kind
from bot.domain.notes.patching import all_of, mark, replace_figure
from bot.domain.notes.restated import guessed_at
from bot.domain.notes.soundness import same_count
from bot.domain.notes.utterance import Patch, Utterance

# 前天说的那场演完了, 上周定的培训办了
_CARRIED_OUT = re.compile(
    r"^(?P<day>大?前天|昨天|昨晚|前晚|上周[一二三四五六日天末]?|上次|上回|前(?:几|两)天|之前|早先|早上|上午)?(?:群里|我|咱们?|我们)?(?:说|讲|提|报|定|约)(?:过|好)?的"
    r"(?:那|这)?(?:个|场|次|件事?|趟|批|项)?[一-龥]{0,6}?(?:办|演|开|搞|做|弄|放|送|查|去|讲|修|换|装|拍|比|跑|收|验)(?:完|好|过|成)?了$"
)
_INTENDED = re.compile(r"^(?:我们|咱们?)?(?:计划|打算|准备|拟|预计|要|想)(?:着|在|是)?")
# Words of a figure that was only expected. 报名 and 应到 are counts of their own.
_EXPECTED = re.compile(
    r"原先|原来|本来|原定|原计划|起初|估计|预计|估摸|说是|据说|函上|预报|预定|通知[一-龥]{0,3}(?:说|是|改)|(?:减|增|加|改|调)(?:到|成|为)\d"
)
_COUNTED = Seldom(
    r"实际|一?点数|清点|实到|数下来|数了(?:一?下|一遍)|最后(?:来|到|坐|去|参加)|真正(?:来|到)|结果(?:来|到|坐|去)|只(?:来|到)了|到场"
)
_WORDS = re.compile(
    r"原先|原来|本来|原定|原计划|起初|估计|预计|估摸|说是|据说|函上|说|是|有|要|来|约|大概|计划|打算|准备|的|了|人"
)
_OFF = re.compile(
    r"^(?P<what>[一-龥]{0,8}?)(?:今天|临时|只好|就|全部|全都?|都)*(?:取消|停办|叫停|不办|不搞|不开)(?:了|掉)?[！!]?$"
)


def superseded(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances without what later ones made out of date."""
    done = list(found)
    for at, one in enumerate(found):
        if one.kind is Kind.CONTENT and (told := _CARRIED_OUT.match(one.text)):
            _carry_out(done, at, told["day"] or "")
        if one.kind is Kind.CONTENT and CALLED_OFF.search(one.text) and (off := _OFF.match(one.text)):
            _call_off(done, at, off["what"])
        if one.plan and one.kind is Kind.CONTENT and _came_about(one, found[at + 1 :]):
            mark(done, [at], Kind.REPLACED)
    for at, one in enumerate(found):
        if one.plan and one.kind is Kind.CONTENT and _PUT_OFF.search(one.text):
            _put_off(done, at)
    for at, one in enumerate(found):
        if one.kind is Kind.CONTENT and not one.plan and _COUNTED.search(one.text):
            for q in one.quantities()[:1]:
                _count(done, at, q)
    mark(done, [k for k, u in enumerate(done) if u.kind is Kind.CONTENT and _THOUGHT.search(u.text)], Kind.REPLACED)
    guesses = [k for k, u in enumerate(done) if u.kind is Kind.CONTENT and guessed_at(done, k)]
    mark(done, guesses, Kind.REPLACED)
    return done


# 今天晚上再去一趟, which names no place of its own, and at night 晚上两家都看了
_LATER_TODAY = re.compile(r"^(?:今天|今)?(?P<part>上午|中午|下午|傍晚|晚)")
_GOES_AGAIN = re.compile(r"再去(?:一[趟次]|看看?|查)?(?:一下)?$")


def _came_about(one: Utterance, later: Sequence[Utterance]) -> bool:
    """Whether the visit that was to be paid again is told in a later message that opens with that part of the day."""
    meant = _LATER_TODAY.match(one.text) if _GOES_AGAIN.search(one.text) else None
    return meant is not None and any(
        u.kind is Kind.CONTENT
        and not u.plan
        and u.message > one.message
        and u.said.date() == one.said.date()
        and PAST.search(u.text) is not None
        and (told := _LATER_TODAY.match(u.text)) is not None
        and told["part"] == meant["part"]
        for u in later
    )


# 预计120人来着
_THOUGHT = Seldom(
    r"^(?:原来|本来|开始|起初|刚开始|一开始)(?:还)?(?:以为|当是|当成)|(?:预计|估计|以为|本来想|原想)[^，。]{1,12}来着$"
)


# 改明晚, 推到下周二
_PUT_OFF = re.compile(
    r"^(?:那就|只好|临时)?(?:改|推|挪|延)(?:到|在|成|至|迟到)?(?=[明后下周\d一二三四五六七八九十]|星期|礼拜)"
)
_CAME_ABOUT = re.compile(r"[一-龥]完了|结束了|[办搞弄演放开比]了|落幕|收摊|散场")


def _put_off(done: list[Utterance], at: int) -> None:
    """放不成了，改明晚, and the evening after: 放完了 – it is told on the day on which it came about."""
    to = next((m for m in done[at].moments() if m.kind == "day" and m.day), None)
    held = to is not None and any(
        u.kind is Kind.CONTENT and not u.plan and to.day and u.said.date() >= to.day and _CAME_ABOUT.search(u.text)
        for u in done[at + 1 :]
    )
    told = (k for k in range(at - 1, -1, -1) if done[k].kind is Kind.CONTENT and done[k].message < done[at].message)
    meant = next(((k, m) for k in told for m in done[k].moments() if m.kind == "day" and m.day), None)
    if to is None or not held or meant is None:
        return
    k, m = meant
    start = done[at].start
    made = Patch(m.start, m.end, to.written, done[at].message, start + to.start, start + to.end)
    done[k] = replace(done[k], plan=False, patches=(*done[k].patches, made))
    said = range(all_of(done, done[at].message).start, at)
    mark(done, [*(i for i in said if re.search(r"不成|不了|取消|没[一-龥]成", done[i].text)), at], Kind.REPLACED)


def _carry_out(done: list[Utterance], at: int, day: str) -> None:
    """The plan that the clause speaks of is told as done; the clause itself says nothing more."""
    days = {m.day for m in done[at].moments() if m.day} if day else set()
    meant = [u for u in done[:at] if u.plan and u.kind is Kind.CONTENT and u.message < done[at].message]
    planned = [u.message for u in meant if not days or u.said.date() in days]
    if planned:
        _told_as_done(done, planned[-1])
        mark(done, [at], Kind.REPLACED)


def _told_as_done(done: list[Utterance], message: int) -> None:
    """What the message planned came about on the days it names; what it only expected is left to _count."""
    for k in all_of(done, message):
        one = done[k]
        if not one.plan or one.kind is not Kind.CONTENT or _EXPECTED.search(one.text):
            continue
        meant = _INTENDED.match(one.text)
        cut = [Patch(0, meant.end(), "", message, one.start, one.start)] if meant else []
        cut += [
            Patch(m.start, m.end, m.written, message, one.start + m.start, one.start + m.end)
            for m in one.moments()
            if m.kind == "day" and m.day and m.day > one.said.date()
        ]
        done[k] = replace(one, plan=False, patches=(*one.patches, *cut))


def _call_off(done: list[Utterance], at: int, what: str) -> None:
    """Of a thing that was called off it stays that it was to be; how it was to be is out of date."""
    said = [k for k in range(at) if done[k].kind is Kind.CONTENT and done[k].message < done[at].message]
    if not said or (what and not any(what[-2:] in done[k].text for k in said)):
        return
    first = next((k for k in said if not what or what[-2:] in done[k].text), said[0])
    if any(PAST.search(done[k].text) for k in said if k >= first):
        return  # part of it had been done
    mark(done, [k for k in said if k > first and done[k].said.date() == done[at].said.date()], Kind.REPLACED)


def _count(done: list[Utterance], at: int, now: Quantity) -> None:
    """What was counted in the end takes the place of what was expected of the same thing in earlier messages."""
    for k in range(at):
        was = done[k]
        if was.kind is not Kind.CONTENT or was.message == done[at].message or not _is_expected(was):
            continue
        like = [q for q in was.quantities() if _same_thing(q, now) and same_count(was, q, done[at], now)]
        if len(like) != 1:
            continue
        q = like[0]
        rest = _WORDS.sub("", was.text[: q.start] + was.text[q.end :])
        if len(rest) < _TELLS or not q.unit or (len(was.quantities()) == 1 and q.start <= 1):
            mark(done, [k], Kind.REPLACED)
            _drop_companions(done, k, at)
        else:
            replace_figure(done, k, q, done[at], now)
            done[k] = replace(done[k], plan=False)
            only = len(done[at].quantities()) == 1 and _ONLY_COUNTS.match(done[at].text)
            mark(done, [at] if only else [], Kind.REPLACED)
        today = done[at].said.date()
        if any(m.day == today for u in done if u.message == was.message and u.plan for m in u.moments()):
            _told_as_done(done, was.message)


# 下车一点数是748个 says nothing else.
_ONLY_COUNTS = re.compile(
    r"^[^，。]{0,4}(?:一?点数|清点|实到|实际|数下来|数了(?:一?下|一遍))[^，。\d]{0,4}\d+[个人名位]*$"
)
# Fewer characters than these beside the figure tell nothing of their own.
_TELLS = 2


def _is_expected(one: Utterance) -> bool:
    return _EXPECTED.search(one.text) is not None or (one.plan and bool(one.quantities()))


def _same_thing(old: Quantity, new: Quantity) -> bool:
    people = {*PERSON_UNITS, ""}
    near = abs(old.value - new.value) <= 0.35 * max(old.value, new.value)
    alike = unit_class(old.unit) == unit_class(new.unit) or (old.unit in PERSON_UNITS and new.unit in people)
    alike = alike or (not old.unit and near)
    return alike and not old.ordinal and not old.percent and not new.percent


def _drop_companions(done: list[Utterance], expected: int, counted: int) -> None:
    """原先函上说12个人，局长带队: what was said along goes where the later message tells it anew (带队的是…)."""
    later = "".join(done[k].text for k in all_of(done, done[counted].message))
    for k in all_of(done, done[expected].message):
        word = re.search(r"带队|主讲|主持|领队|陪同", done[k].text)
        if k > expected and done[k].kind is Kind.CONTENT and word and word[0] in later:
            mark(done, [k], Kind.REPLACED)
