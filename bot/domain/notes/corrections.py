"""Later corrections win: finds what a correction (更正一下, 不是45是54, 应为文化馆) changes and patches it there."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache, partial
from operator import is_not

from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import same_unit
from bot.domain.notes.asked_figures import unit_added
from bot.domain.notes.bare_corrections import as_news, bare_correction
from bot.domain.notes.clipped import clipped
from bot.domain.notes.denied import denied
from bot.domain.notes.explained import confirmed, explained
from bot.domain.notes.fragments import joined
from bot.domain.notes.labelled_counts import relabelled
from bot.domain.notes.latest_counts import rolled, take_side
from bot.domain.notes.note import Note
from bot.domain.notes.old_and_new import put_in_place
from bot.domain.notes.other_day import done_then, misplaced
from bot.domain.notes.paired import paired
from bot.domain.notes.patching import all_of, mark, messages_of, own_of, replace_figure
from bot.domain.notes.rates import rerated
from bot.domain.notes.remarks import findings_told, of_its_own
from bot.domain.notes.renaming import contrasted, meant, redated
from bot.domain.notes.replies import reply
from bot.domain.notes.respelling import respell
from bot.domain.notes.restated import reckons, restated
from bot.domain.notes.retractions import retract
from bot.domain.notes.said_plainly import said_plainly
from bot.domain.notes.series import adding_up, answering, of_houses, with_units
from bot.domain.notes.slips import says_why
from bot.domain.notes.soundness import may_go, settled, soundly
from bot.domain.notes.stood_by import stood_by
from bot.domain.notes.superseded import superseded
from bot.domain.notes.targets import Told, find, find_number, swapped
from bot.domain.notes.upheld import asked_only, contested, upheld
from bot.domain.notes.utterances import Kind, Utterance, utterances

# 电工应该是51，总数135, of 三个班共134人
_TOTAL = re.compile(
    r"^(?:那)?(?:总数|总共|一共|合计|共|加起来|总的)[就也得要]*(?:[是有为改]|(?:[改变]?成|改到)了?)?(?=\d)"
)
_IN_ALL = re.compile(r"(?:总数|总共|一共|合计|共|加起来)[一-龥]{0,3}$")


# 是20，后来又加了俩: why the right figure is more than the other's.
_ADDED = re.compile(
    r"^(?:刚|刚才|后来)*又(?:加|来|调来|补|添|[退送换报交找]回?来?)了?(?:俩|仨|[一两二三\d]+[个名人台辆户家件份本张条])$"
)


def _said_again(done: list[Utterance]) -> list[Utterance]:
    """The utterances; what a message that corrects says of a total, or again of a name put right, is settled."""
    correcting = {u.message for u in done if u.kind is Kind.CORRECTION}
    put: dict[str, int] = {}
    for made in (p for u in done for p in u.patches):
        put[made.text] = min(made.source, put.get(made.text, made.source))
    for i, one in enumerate(done):
        if one.kind is Kind.ORDER and reckons(done, i) and _total_put_right(done, i):
            done[i] = one.as_kind(Kind.CORRECTION)
        if one.kind is not Kind.CONTENT:
            continue
        again = put.get(one.text, one.message) < one.message
        settled = one.message in correcting and (_ADDED.match(one.text) or _total_put_right(done, i))
        if again or settled:
            done[i] = one.as_kind(Kind.CORRECTION)
    return done


def _total_put_right(done: list[Utterance], i: int) -> bool:
    """Let the total told before read the one that the correction makes; whether there was one."""
    figures = done[i].quantities() if _TOTAL.match(done[i].text) else ()
    beside = {q.value for k in all_of(done, done[i].message) for q in done[k].quantities()}
    for at, new in ((at, new) for new in figures[:1] for at in range(i - 1, -1, -1)):
        told = done[at].quantities() if done[at].kind is Kind.CONTENT and done[at].message < done[i].message else ()
        for q in told:
            if _IN_ALL.search(done[at].text[: q.start]) and same_unit(q.unit, new.unit) and q.value != new.value:
                if new.value - q.value in beside:  # 一共29万, of 一共23万4 and 5万6
                    return False
                replace_figure(done, at, q, done[i], new)
                return True
    return False


# What a message may do besides correcting a figure or a name; one that does leaves nothing to correct.
_Rule = Callable[[list[Utterance], range], bool]


def _answers(told: Told) -> tuple[_Rule, ...]:
    return (
        partial(clipped, told=told),
        partial(paired, told=told),
        partial(restated, told=told),
        said_plainly,
        asked_only,
        denied,
        unit_added,
        contrasted,
        meant,
        redated,
        misplaced,
        rerated,
        contested,
        upheld,
        partial(reply, told=told),
        stood_by,
        respell,
        retract,
    )


def apply_corrections(found: Sequence[Utterance], messages: Sequence[str]) -> list[Utterance]:
    """The utterances with every correction applied where it belongs.

    An utterance that only corrects becomes Kind.CORRECTION; one whose correction fits nothing said before stays as
    content, without the cue, so that no figure is lost.
    """
    return list(_applied(tuple(found), tuple(messages)))


def puts_right(notes: Sequence[Note], now: datetime) -> bool:
    """Whether the last note changes what those before it tell."""
    before, after = (
        [
            one
            for one in apply_corrections(utterances(said, now), [n.text for n in said])
            if one.message < len(notes) - 1
        ]
        for said in (notes[:-1], notes)
    )
    return before != after


# The writer and its checks read the same notes; a correction is looked up once for both.
@lru_cache(maxsize=16)
def _applied(found: tuple[Utterance, ...], messages: tuple[str, ...]) -> tuple[Utterance, ...]:
    done = joined(found)
    told = Told(done)
    answers = _answers(told)
    for said in messages_of(done):
        before = list(done)
        _apply(done, said, messages[done[said.start].message], answers, told)
        _told_of_the_matter(before, done, said)
    done = explained(_without_old(_said_again(done)))
    return tuple(superseded(answering(adding_up(with_units(adding_up(of_houses(rolled(done))))))))


def _apply(done: list[Utterance], said: range, typed: str, answers: Sequence[_Rule], told: Told) -> None:
    """Correct by the message `said`, whose words are `typed`, what was told before it."""
    whole = _CHANGED.match(typed.strip())
    changed = [i for i in said if whole or _NEW_COUNT.match(done[i].text)]
    mark(done, [i for i in changed if _known_before(done[i], done, said.start)], Kind.CORRECTION)
    if said.start and done_then(done[said.start].text) and done[said.start].kind is Kind.CONTENT:
        mark(done, said[:1], Kind.CORRECTION)
    findings_told(done, said)
    if _of_nothing_told(done, said):
        mark(done, [i for i in said if done[i].kind is Kind.CONTENT and _RIGHT.match(done[i].text)], Kind.CORRECTION)
        return
    confirmed(done, said)
    cued = [i for i in own_of(done, said) if done[i].kind is Kind.CORRECTION]
    if settled(answers, done, said) or not any(done[i].kind is Kind.CORRECTION for i in said):
        return  # nothing is left in it to correct
    labelled = soundly(partial(relabelled, said=said, told=told), done, said, otherwise=set[int]())
    scope = [i for i in own_of(done, said) if i not in labelled]
    first_cue = next((i for i in scope if i in cued), None)
    if first_cue is None:
        return
    if not _OF_ALL.search(typed):
        scope = [i for i in scope if i >= first_cue - 1]
    if soundly(partial(put_in_place, typed=typed, said=said), done, said, otherwise=False):
        about = (i for i in scope if _mentions_pair(done[i].text) or says_why(done[i].text))
        mark(done, [i for i in about if may_go(done, i)], Kind.CORRECTION)
        return
    _told_bare(done, said, scope, _SIDED.search(typed), told)


# 254不对, 254这个数错了
_NAMES_WRONG = re.compile(
    r"(?:那个?|这个?)?\d[\d.]*[万亿]?[一-龥]?(?:这个数|那个数|的?数字?)?(?:不对|错了|有误|说错了|写错了)"
)


def _of_nothing_told(done: Sequence[Utterance], said: range) -> bool:
    """254不对，应该是286, of a day that tells no 254: something else is meant, and no other figure gives way to it."""
    wrong = [q.value for i in said if _NAMES_WRONG.fullmatch(done[i].text) for q in done[i].quantities()]
    told = {q.value for u in done[: said.start] for q in u.quantities()} if wrong else set()
    return bool(wrong) and not any(value == w or swapped(value, w) for value in told for w in wrong)


def _told_of_the_matter(before: Sequence[Utterance], done: list[Utterance], said: range) -> None:
    """考官扣了分，后来给改回来了: what puts nothing right goes on with what its own message told before it."""
    cues = [i for i in said if done[i].kind is Kind.CORRECTION]
    if not cues or sum(map(is_not, before, done)) > sum(before[i] is not done[i] for i in cues):
        return
    matter = [k for k in said if done[k].kind is Kind.CONTENT and len(of_its_own(done, k)) > _MATTER]
    for i in cues:
        goes_on = i + 1 in said and done[i + 1].kind is Kind.CONTENT
        of_old = goes_on or _STATES.search(done[i].text) is not None
        of_old = of_old and any(m.day and m.day < done[i].said.date() for m in done[i].moments())
        named = matter and of_its_own(done, i)
        told = named or of_old or any(k < i for k in (*matter, *(c for c in cues if done[c].kind is Kind.CONTENT)))
        if told and not (_OF_TELLING.match(done[i].text) or done[i].quantities()):
            done[i] = done[i].as_kind(Kind.CONTENT)


_MATTER = 1
_STATES = re.compile(r"要|得|已")
# 我说错了, 又核了一遍, 更正一下, 写错了: of the telling itself
_OF_TELLING = re.compile(
    r"(?:不好意思|抱歉|我(?!们)|[一-龥]{0,2}(?:不对|[错反混漏]了?)$|[一-龥]{0,3}(?:更正|纠正|订正|改)一?[下个]|[^，。]{0,6}[核查数点对问][了过实对]|以|[听按照][^，。]{1,4}的$)"
)


def _told_bare(
    done: list[Utterance], said: range, scope: Sequence[int], sided: re.Match[str] | None, told: Told
) -> None:
    """Apply what says only what is right: a figure, a day, a name, or whose figure is."""
    before = scope[0]
    side = partial(take_side, name=sided[1] or sided[2] if sided else "", said=said, told=told)
    own_figure = any(done[i].quantities() for i in scope)
    if sided and own_figure:  # 以老蒋的为准，720方
        soundly(side, done, said, otherwise=None)
    within = _message_named(done, scope, before)
    right = any(_RIGHT.search(done[i].text) and done[i].quantities() for i in scope)
    for i in sorted(scope, key=lambda i: not (right and _RIGHT.search(done[i].text))):
        put = partial(bare_correction, i=i, before=before, within=within, told=told)
        if not soundly(put, done, said, otherwise=False) and done[i].kind is Kind.CORRECTION:
            done[i] = as_news(done[i])  # 实际是409卷, of a list of 412
    if any(done[i].kind is Kind.CORRECTION and done[i].quantities() for i in scope):
        why = (i for i in said if says_why(done[i].text))
        mark(done, [i for i in why if may_go(done, i)], Kind.CORRECTION)
    if sided and not own_figure:
        soundly(side, done, said, otherwise=None)


# A figure before the cue may be put right as well as those behind it.
_OF_ALL = re.compile(r"为准|不对|错|串|看岔|记混")

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


def _known_before(one: Utterance, done: Sequence[Utterance], before: int) -> bool:
    old = re.split(r"改成|改为|更正为|改(?=\d)", re.sub(r"^(?:把|将)", "", one.text))[0].strip()
    return bool(old) and (find(old, done, before) is not None or find_number(old, done, before) is not None)


_SIDED = re.compile(
    r"以(?![这此那])([一-龥]{1,4}?)(?:的|说的|那个|报的)?(?:数)?为准"
    r"|(?:听|按|照)([一-龥]{1,4}?)(?:说|报|数|给|那个|那边|这边)?的(?:来|报|写|算|数)*(?:吧)?(?:$|[，。])"
)


def _mentions_pair(text: str) -> bool:
    return re.search(r"不是|改成|改为|改(?=\d)|应该是|应为|而是|^是", text) is not None


# 其实是51, beside other figures: the right one is read first.
_RIGHT = re.compile(r"应该|应为|其实|实际")


def _message_named(done: Sequence[Utterance], scope: Sequence[int], before: int) -> int | None:
    """The message of the figure that is named as wrong by its value: 那个3200万说错了; None where none is."""
    for i in scope:
        for q in done[i].quantities() if done[i].kind is Kind.CORRECTION else ():
            if found := find_number(done[i].text[q.start : q.end], done, before):
                return done[found[0]].message
    return None
