"""A figure that takes the place of one told before, by whomever and with whatever words: 灯是16盏, of 装了灯，14盏."""

import re
from collections.abc import Container, Iterator, Sequence

from bot.domain.language.quantities import PERSON_UNITS, Quantity, unit_class
from bot.domain.notes.learnt_pairs import REACH, Figure, answers, begins_yes, context, gives_reason, label_of, likeliest
from bot.domain.notes.patching import all_of, mark, own_of, patch
from bot.domain.notes.remarks import of_its_own, untold
from bot.domain.notes.slips import says_why
from bot.domain.notes.soundness import may_go, same_count
from bot.domain.notes.stood_by import OPEN
from bot.domain.notes.targets import Told, put_right
from bot.domain.notes.utterances import Kind, Utterance

# How likely it must be, where the message says that something was wrong, and where it tells the difference.
_SURE, _LIKELY, _RECKONED = 0.7, 0.5, 0.3
# How far from the right figure a wrong one may lie, and of how many the nearest may be meant.
_FAR, _MOST = 4, 4
_SAYS = re.compile(r"(?:[是为成按算写改有共到报了]|应该|其实|实际)$")
_SHORT = 9
_ONE = re.compile(r"(?<![第同每进近唯另统])一(?P<unit>[个家名位户处条台辆本份])(?!个)")
_IN_ALL = re.compile(r"一共|总共|共|合计|加起来")
_SLIGHT = 1e-3
_LEFT_OUT = re.compile(r"漏|忘|少[算说写记报]|又[来加]")
# What is forgotten or counted in is a small part.
_PART = 3
# Smaller figures come again by chance.
_TELLING = 10
_WRONG = re.compile(r"错|不对|更正|纠正|不是|不止")
_AHEAD = re.compile(r"计划|打算|准备|预计|拟")
_NTH = re.compile(r"第[\d一二三四五六七八九十]+|[\d一二三四五六七八九十]+号(?=[一-龥])")
_JUST_NOW = re.compile("刚")
# 不是58人，是16人 is told by the old one
_NAMES_BOTH = re.compile(r"不是[^，。]{0,2}\d")
_ANSWER = re.compile(r"(?:对|好|嗯|那|就|还|是|按|写|改|全天|一?共)*")
_OF_ELSE = re.compile(r"是[^，。\d]{1,8}的$")


def paired(done: list[Utterance], said: range, told: Told) -> bool:
    """Let each figure of the message `said` stand where it was told otherwise before; whether nothing is left in it."""
    own = [i for i in own_of(done, said) if not done[i].plan]
    if any(_NAMES_BOTH.search(done[i].text) for i in own):
        return False
    put: dict[int, Figure] = {}
    again: list[int] = []
    for i in own:
        for new, olds in candidates(done, i, told):
            if _stands(done, new, told):
                settled = begins_yes(done[said.start].text) and put_right(done[: said.start], new[1])
                again += [i] if settled and not of_its_own(done, i) and not begins_yes(done[i].text) else []
            elif old := _replaced(done, new, olds, {done[at].message for at, _ in put.values()}):
                put_in(done, new, old)
                put[i] = old
    if put or again:
        gone = [*put, *again, *(i for i in own if i not in put and only_why(done, i, put, told))]
        mark(done, gone, Kind.CORRECTION)
    return bool(put or again) and all(done[i].kind is Kind.CORRECTION for i in own)


def _replaced(done: Sequence[Utterance], new: Figure, olds: Sequence[Figure], beside: Container[int]) -> Figure | None:
    """The figure that the later one stands for; the like of one put right in the same message needs no more words."""
    one, label = done[new[0]], label_of(done[new[0]], new[1])
    said = [done[k] for k in all_of(done, one.message)]
    named = [(at, q) for at, q in olds if label and label_of(done[at], q).endswith(label)]
    answers_own = begins_yes(said[0].text) and named[:1] and done[named[0][0]].speaker == one.speaker
    if named and (answers_own or done[named[0][0]].message in beside):
        return named[0]
    odds, old = likeliest(done, new, olds)
    heard = any(_WRONG.search(u.text) for u in said) or answers(done, new, old[1]) & {"yes", "new again"}
    least = _RECKONED if _differs_by(done, new, old[1]) else _LIKELY if heard else _SURE
    return old if odds >= least and _agreed(done, new, old) else None


def _stands(done: Sequence[Utterance], new: Figure, told: Told) -> bool:
    """Whether the figure was told so before, or put right so."""
    i, q = new
    label, message = label_of(done[i], q), done[i].message
    if not label and not _ANSWER.fullmatch(done[i].text, 0, q.start):
        return False
    if not label and put_right(done[:i], q):
        return True
    for k in told.of_value(q.value, i):
        same = [p for p in done[k].quantities() if p.value == q.value and _like(p, q) and done[k].message < message]
        if any(not label or not untold(label, context(done, k, p)) for p in same):
            return True
    return False


def _agreed(done: Sequence[Utterance], new: Figure, old: Figure) -> bool:
    """Whether who told the first figure says the second, or agrees to it; that of another is contested."""
    one, (at, was) = done[new[0]], old
    said = [done[k] for k in all_of(done, one.message)]
    wrong = any(_WRONG.search(u.text) for u in said)
    label = label_of(done[at], was)
    again = [u for u in said for q in u.quantities() if q.value == was.value and label_of(u, q) in label]
    if again and not wrong and not any(_OF_ELSE.search(u.text) for u in again):
        return False  # 39是报名的，结业36: both are told
    if any(OPEN.search(u.text) for u in said):
        return False
    answered = answers(done, new, was)
    if "new again" in answered or ("yes" in answered and "old again" not in answered):
        return wrong or not _some_missing(done, new, was)
    named = label_of(one, new[1])
    plainly = not named or one.text.endswith(("是", "有"), 0, new[1].start)
    why = plainly or _differs_by(done, new, was) or any(gives_reason(u.text, dated=True) for u in said)
    return wrong or (one.speaker == done[at].speaker and why)


def _some_missing(done: Sequence[Utterance], new: Figure, was: Quantity) -> bool:
    """有4位回家了没回来，108: so many fewer were there than live there; no count was wrong."""
    i, q = new
    apart = was.value - q.value
    behind = [
        u for u in (done[k] for k in all_of(done, done[i].message)) if any(p.value == apart for p in u.quantities())
    ]
    return not label_of(done[i], q) and any(not gives_reason(u.text, dated=True) for u in behind)


def _differs_by(done: Sequence[Utterance], new: Figure, was: Quantity) -> bool:
    """52家，有两家没来, of 54家: the message tells how far the figures lie apart."""
    i, q = new
    beside = [(k, p) for k in all_of(done, done[i].message) for p in _figures(done[k]) if p is not q]
    apart = abs(q.value - was.value)
    return any(abs(p.value - apart) < _SLIGHT and p.value * _PART <= was.value for _, p in beside)


def put_in(done: list[Utterance], new: Figure, old: Figure) -> None:
    """Let the old figure read the new one; its own unit stays where the other says none, or no more than 个."""
    (i, q), (at, was) = new, old
    bare = q.unit == "" or (q.unit == "个" and was.unit not in ("", "个"))
    rate = was.percent and not q.percent
    end = was.end - len(was.unit) if bare and not (q.percent or rate) else was.end
    text = done[i].text[q.start : q.end].removesuffix(q.unit if bare else "") + "%" * rate
    patch(done, at, was.start, end, text, done[i], q.start)


def only_why(done: Sequence[Utterance], i: int, put: dict[int, Figure], told: Told) -> bool:
    """库房刚才对的单子, 地下室还有2盏: why the figure was another, how it was found, or what stands anyway."""
    return not done[i].text.startswith("另") and _why(done, i, put, told) and may_go(done, i)


def _why(done: Sequence[Utterance], i: int, put: dict[int, Figure], told: Told) -> bool:
    one, figures = done[i], done[i].quantities()
    told_of = one.text
    for q in reversed(figures):
        told_of = told_of[: q.start] + told_of[q.end :]
    if says_why(one.text) or gives_reason(
        told_of, dated="《" in one.text or any(m.day for m in one.moments() if not _JUST_NOW.match(one.text, m.start))
    ):
        return True
    was = {old.value for _, old in put.values()}
    if figures and all(q.value in was and q.value >= _TELLING for q in figures):
        return True
    now = [q for k in put for q in done[k].quantities()]
    # 地下室还有2盏 is counted in; 两个中间退了 is not, and tells of those
    added = {round(q.value - value, 4) for q in now for value in was if q.value > value}
    return bool(figures) and all(round(q.value, 4) in added or _repeats(done, i, q, told) for q in figures)


def _repeats(done: Sequence[Utterance], i: int, q: Quantity, told: Told) -> bool:
    """补15, of 补回来15份: what was told so before."""
    label = label_of(done[i], q)
    return bool(label) and any(
        not untold(label, context(done, k, p))
        for k in told.of_value(q.value, i)
        for p in done[k].quantities()
        if p.value == q.value and _like(p, q) and done[k].message < done[i].message
    )


def candidates(done: Sequence[Utterance], i: int, told: Told) -> Iterator[tuple[Figure, list[Figure]]]:
    """The figures of utterance `i` that may stand for others, with those told before that they may stand for."""
    one = done[i]
    for q in _figures(one):
        if (
            q.ordinal
            or q.unit == "点"
            or not (_SAYS.search(one.text[: q.start]) or not q.start or len(one.text) <= _SHORT)
        ):
            continue
        where = told.like(q.unit, i)
        if q.value <= _FAR:
            where = sorted({*where, *(k for k in range(max(0, i - REACH), i) if "一" in done[k].text)}, reverse=True)
        near = [k for k in where if i - k <= REACH and done[k].message < one.message and done[k].kind is Kind.CONTENT]
        olds = [(k, old) for k in near for old in _figures(done[k]) if _may_stand(done, (i, q), (k, old))]
        if olds and not _sums_up(done, i, q, olds):
            yield (i, q), olds[:_MOST]


def _figures(one: Utterance) -> Sequence[Quantity]:
    """The figures of the utterance, 一个 among them."""
    found = one.quantities()
    ones = (m for m in _ONE.finditer(one.text) if all(m.end() <= q.start or q.end <= m.start() for q in found))
    return [*found, *(Quantity(*m.span(), 1.0, m["unit"], approx=False, han=True) for m in ones)]


def _sums_up(done: Sequence[Utterance], i: int, q: Quantity, olds: Sequence[Figure]) -> bool:
    """一共29万, of 23万4 and 5万6."""
    beside = [p.value for k in all_of(done, done[i].message) for p in done[k].quantities() if p is not q]
    whole = _IN_ALL.search(done[i].text) is not None
    whole = whole and not any(_LEFT_OUT.search(done[k].text) for k in all_of(done, done[i].message))
    return whole and any(abs(was.value + value - q.value) < _SLIGHT for _, was in olds for value in beside)


def _may_stand(done: Sequence[Utterance], new: Figure, old: Figure) -> bool:
    """Whether the two may count one thing."""
    (i, q), (at, was) = new, old
    if was.ordinal or q.value == was.value or any(p.start < was.end and was.start < p.end for p in done[at].patches):
        return False
    low, high = sorted((q.value, was.value))
    if (high > _FAR * low and high != 10 * low) or not _like(was, q):
        return False
    label = label_of(done[i], q)
    if label and untold(label, context(done, at, was)) == label:
        return False
    return not of_another(done, new, old) and same_count(done[at], was, done[i], q)


def of_another(done: Sequence[Utterance], new: Figure, old: Figure) -> bool:
    """下午3点是4200人, 二号井是22方: of another time or another of its like; 计划装40盏 is to come."""
    (i, _), (at, _) = new, old
    one, said = done[i], all_of(done, done[i].message)
    before = "".join(done[k].text for k in all_of(done, done[at].message))
    if _AHEAD.search(done[at].text) or any(m[0] not in before for m in _NTH.finditer(one.text)):
        return True
    days = [{m.day for m in u.moments() if m.day and m.kind == "day"} for u in (one, done[at])]
    if all(days) and days[0].isdisjoint(days[1]):
        return True
    times = (one.text[m.start : m.end] for m in one.moments() if not _JUST_NOW.match(one.text, m.start))
    return any(t not in before for t in times) and not any(_WRONG.search(done[k].text) for k in said)


def _like(a: Quantity, b: Quantity) -> bool:
    units = {unit_class(a.unit), unit_class(b.unit)}
    of_people = "个" in units and {a.unit, b.unit} <= PERSON_UNITS
    return a.percent == b.percent and (len(units) == 1 or "" in units or of_people)
