"""Whether a figure of a draft stands in the notes, or is arithmetic on such figures that a reader can follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from bot.domain.language.dates import moments
from bot.domain.language.numerals import last_place
from bot.domain.language.quantities import PERSON_UNITS, Quantity, quantities, same_unit, unit_class
from bot.domain.lock.grounds import Grounds

# 遍 and 回 of the notes are 次 of a report, 处 of faults are 项 or 条, of complaints 起 or 件.
_ALIKE = (
    frozenset("次 遍 回 趟".split()),
    frozenset("处 项 条 起 件".split()),
    frozenset("家 户".split()),
    frozenset("种 类 款 样".split()),
    frozenset("方 立方米".split()),
)
# Units for both of two things just named: 两年, 两地.
_BOTH = "年地馆国县市校局站"
_MORE = re.compile(r"相差|多|少|提高|上升|下降|降[至到低]|增|减|提升|快|慢|缩短|延长|结余|高|低|差|超|由|从|百分点")
_TOTAL = re.compile(r"(?:合计|(?<!公)共|总(?![局站社工结经书])|累计)[^\d，。；、]{0,10}$")
_REST = re.compile(r"(?:剩余|其余|尚有|剩|余)[^\d，。；、]{0,4}$")
_PARTS_FOLLOW = re.compile(r"[^\d。；]{0,12}?(?:其中|分别|依次|包括|含|即|[:：（])")
_PARTS_LATER = re.compile(r"[^。；]{0,24}?其中")
_PARTS = re.compile(r"其中|其余|其他|包括|含|剩|分别")
_EACH = re.compile(r"(?:每|单价|人均|户均|均价|各)[^\d，。；、]{0,4}$")
_COMPARED = re.compile(r"[比较同][^，。；]{0,8}(?:多|少|增|减|涨|降|高|低)[^\d，。；]{0,2}$")
EARLIER = re.compile(r"去年|上年|前年|同期")
_OWN_LIST = re.compile(r"(?:活动|工作|任务|事项?|内容|措施|安排)")
_STOPS = "。；\n"


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of the draft that the notes hold: whether it is told of each of many, and where it stands."""

    figure: Quantity
    each: bool
    start: int


def holds_figure(q: Quantity, text: str, grounds: Grounds) -> bool:
    """Whether the notes hold the figure, say it in other words, or it is reckoned from figures that they hold."""
    return _stands(q, text, grounds) or reckoned(q, text, grounds)


def _stands(q: Quantity, text: str, grounds: Grounds) -> bool:
    if any(f.value == q.value and fits(f.unit, q.unit) and f.percent == q.percent for f in grounds.figures):
        return True
    if q.value == 1 and _one(q, text, grounds):
        return True
    if q.han and q.value == 2 and text.startswith("两", q.start) and len(q.unit) == 1 and q.unit in _BOTH:
        return True
    if q.low and any(
        q.value < f.value < q.value + last_place(q.value) and not f.low and fits(f.unit, q.unit)
        for f in grounds.figures
    ):
        return True  # 10余名 of 十二三个; but not 300余 of 370多
    if q.value in grounds.values and (not q.unit or q.han) and not q.percent:
        return True
    if q.value in grounds.bare and not q.percent and (q.value >= 10 or q.value == 1):
        return True
    if q.unit == "人次" and _SERVED.search(text[max(0, q.start - 8) : q.start]):
        return any(f.value == q.value and unit_class(f.unit) == "人" for f in grounds.figures)
    return q.ordinal and q.value in grounds.values


# Whoever is served may come twice: 接咨询31人 is 接受咨询31人次.
_SERVED = re.compile(r"(?:咨询|服务|接待|答疑|解答|义诊|诊疗|问诊|借阅|参观|体验)(?:群众|游客|读者|居民|村民|老人)?$")


def fits(told: str, written: str) -> bool:
    """Whether what the notes count by one unit may be counted by the other."""
    return same_unit(told, written) or any(told in like and written in like for like in _ALIKE)


def _one(q: Quantity, text: str, grounds: Grounds) -> bool:
    """东关小学门口那家 is 1家, 有个学生 is 1名学生."""
    if len(q.unit) == 1 and re.search(f"[那这有某另]一?{q.unit}", grounds.blob):
        return True
    noun = re.match(r"[一-龥]{2}", text[q.end :])
    return (
        q.unit in PERSON_UNITS
        and noun is not None
        and re.search(f"[那这有某另一]个?[一-龥]{{0,2}}{noun[0]}", grounds.blob) is not None
    )


def reckoned(q: Quantity, text: str, grounds: Grounds) -> bool:
    """Whether the figure is arithmetic on figures of the notes: a total, a rest, a difference, so many times each.

    The notes show it, or the sentence itself and the one before it; the same result may stand in the title too.
    """
    if _reckoned_here(q, text, grounds):
        return True
    title = text.find("\n")
    return q.start < title and (
        any(
            other.start > title
            and other.value == q.value
            and other.unit == q.unit
            and _reckoned_here(other, text, grounds)
            for other in quantities(text)
        )
        or _sums_up_a_sentence(q, text, title, grounds)
    )


def _sums_up_a_sentence(q: Quantity, text: str, title: int, grounds: Grounds) -> bool:
    """检查场所8家 in the title over KTV 5家、影院1家、剧本杀2家: all like figures of a sentence add up to it."""
    at = title + 1
    for sentence in text[title + 1 :].split("。"):
        like = [o.figure.value for o in _others(q, text, at, at + len(sentence), grounds) if _like(o, q) and not o.each]
        if len(like) >= 2 and abs(sum(like) - q.value) < 1e-6:
            return True
        at += len(sentence) + 1
    return False


def _reckoned_here(q: Quantity, text: str, grounds: Grounds) -> bool:
    before = text[max(0, q.start - 12) : q.start]
    if (_TOTAL.search(before) or _PARTS_LATER.match(text, q.end)) and _sum_of_notes(q, grounds):
        return True
    if _COMPARED.search(before) and _since_last_year(q, grounds):
        return True
    start = max(text.rfind(mark, 0, q.start) for mark in _STOPS) + 1
    end = min((at for mark in _STOPS if (at := text.find(mark, q.end)) >= 0), default=len(text))
    near = list(_others(q, text, start, end, grounds))
    earlier = max(text.rfind(mark, 0, max(0, start - 1)) for mark in _STOPS) + 1
    wide = [*_others(q, text, earlier, start, grounds), *near]
    return (
        _sum_of_sentence(q, text, start, wide)
        or (_REST.search(before) is not None and _difference(q, [o for o in wide if o.start < q.start]))
        or _product(q, wide)
        or _completes(q, text[start:end], wide)
        or ((_MORE.search(text[max(start, q.start - 10) : q.end + 6]) is not None) and _difference(q, wide))
        or _counts_sentences(q, text)
    )


def _others(q: Quantity, text: str, start: int, end: int, grounds: Grounds) -> Iterator[_Told]:
    """The figures of text[start:end] that stand in the notes, without `q` itself and those of days and hours."""
    part = text[start:end]
    taken = [(m.start, m.end) for m in moments(part, grounds.now)]
    for other in quantities(part, taken):
        if start + other.start != q.start and _stands(other, part, grounds):
            each = _EACH.search(part[max(0, other.start - 8) : other.start]) is not None
            yield _Told(other, each, start + other.start)


def _like(told: _Told, q: Quantity) -> bool:
    return unit_class(told.figure.unit) == unit_class(q.unit) and told.figure.percent == q.percent


def _sum_of_sentence(q: Quantity, text: str, start: int, others: Sequence[_Told]) -> bool:
    """查出隐患7处，其中电线老化2处、杂物堆放5处: the like figures next to a total make it up."""
    total = _TOTAL.search(text[max(start, q.start - 12) : q.start]) is not None
    follow = total or _PARTS_FOLLOW.match(text, q.end) is not None
    mixed = q.unit in ("件", "项", "个", "处")  # 教辅214本、贴纸66张，合计280件
    for like in (
        [o for o in others if _like(o, q)],
        [o for o in others if mixed and o.figure.unit and o.start >= start],
    ):
        before = [o.figure.value for o in reversed(like) if o.start < q.start and not o.each]
        after = [o.figure.value for o in like if o.start > q.start and not o.each]
        if (total and _starts_with_sum(q.value, before)) or (follow and _starts_with_sum(q.value, after)):
            return True
    return False


def _starts_with_sum(total: float, parts: Sequence[float]) -> bool:
    """Whether the first two or more of the parts add up to the total."""
    sums = accumulate(parts)
    next(sums, None)
    return any(abs(running - total) < 1e-6 for running in sums)


def _product(q: Quantity, others: Sequence[_Told]) -> bool:
    """音响18套，每镇2套 beside 9个镇: a figure told of each, as often as another figure says."""
    each = [o.figure.value for o in others if o.each and _like(o, q)]
    return any(abs(a * o.figure.value - q.value) < 1e-6 for a in each for o in others if not o.each)


def _completes(q: Quantity, sentence: str, wide: Sequence[_Told]) -> bool:
    """72人，包括临时工31人、正式职工41人: with the like figures before it the figure makes up a whole."""
    if not _PARTS.search(sentence):
        return False
    before = [o for o in wide if _like(o, q) and not o.each and o.start < q.start]
    return any(
        abs(sum(o.figure.value for o in before[at + 1 :]) + q.value - whole.figure.value) < 1e-6
        for at, whole in enumerate(before[:-1])
    )


def _difference(q: Quantity, others: Sequence[_Told]) -> bool:
    """Two like figures of the draft lie so far apart; two shares lie so many points apart."""
    points = q.unit == "个百分点"
    values = [o.figure.value for o in others if (o.figure.percent if points else _like(o, q))]
    return any(abs(a - b - q.value) < 1e-6 for a in values for b in values)


def _counts_sentences(q: Quantity, text: str) -> bool:
    """先后开展四项活动: so many sentences follow in the same paragraph."""
    if not (q.han and q.value < 10 and _OWN_LIST.match(text, q.end)):
        return False
    return len([s for s in re.split(rf"[{_STOPS}]", text[q.end :])[1:] if s.strip()]) >= q.value


def _since_last_year(q: Quantity, grounds: Grounds) -> bool:
    """比2025年少12件, where a note says 投诉17件，去年29件."""
    said = [(u, f) for u in grounds.said for f in u.quantities()]
    return any(
        u.message == v.message
        and f.unit == g.unit
        and unit_class(f.unit) == unit_class(q.unit)
        and EARLIER.search(v.text) is not None
        and abs(abs(f.value - g.value) - q.value) < 1e-6
        for (u, f), (v, g) in pairwise(said)
    )


def _label(said: str, figure: Quantity) -> str:
    """合格 of 合格24: the word before a figure, by which the rows of a list are counted."""
    m = re.search(r"[一-龥]{2}$", said[: figure.start])
    return m[0] if m else ""


def _adds_up(figures: Sequence[tuple[str, float]], total: float) -> bool:
    """Whether all figures, those with a label that comes back (合格30 … 合格24), or all but those make the total."""
    again = {label for label, _ in figures if label and sum(label == other for other, _ in figures) > 1}
    columns = [[v for _, v in figures], [v for label, v in figures if label not in again]]
    columns += [[v for label, v in figures if label == column] for column in again]
    return any(len(column) >= 2 and abs(sum(column) - total) < 1e-6 for column in columns)


def _sum_of_notes(q: Quantity, grounds: Grounds) -> bool:
    """合计150人 is allowed where the notes show the arithmetic: a list of like figures, or 5个班 × 每班30人."""
    by_message: dict[int, list[tuple[str, float]]] = {}
    for one in grounds.said:
        like = [f for f in one.quantities() if unit_class(f.unit) == unit_class(q.unit) or not f.unit]
        by_message.setdefault(one.message, []).extend((_label(one.text, f), f.value) for f in like)
    if any(_adds_up(figures, q.value) for figures in by_message.values()):
        return True
    said = [(u, f) for u in grounds.said for f in u.quantities()]
    each = [f.value for u, f in said if re.search(r"每|一[个节张套台人户间]$", u.text[max(0, f.start - 6) : f.start])]
    return any(abs(a * f.value - q.value) < 1e-6 for a in each for f in grounds.figures)
