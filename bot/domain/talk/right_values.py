"""Which value of a draft a message puts right, and what shall stand there: 人数是173, 少算了两个, 是海棠的棠.

The message is surely a correction (learnt_wants.py); here the right value is looked for in it, and in the draft the one
that it fits best: by what both speak of, by unit, by likeness. Where two fit as well, both are told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.language.numerals import figure, numerals, whole
from bot.domain.language.quantities import UNIT
from bot.domain.language.sentences import clauses, split
from bot.domain.language.word_edges import word_over
from bot.domain.talk.right_names import Right, named


def corrected(words: str, draft: str) -> tuple[Right, ...]:
    """What the message puts right in the draft (its title and text); nothing where it cannot be told."""
    text = draft.split("\n", 1)[-1]
    if ranges := tuple(_ranges(words, text)):
        return ranges
    figures = tuple(_figures(words, text))
    if figures and all(one.sure for one in figures):
        return figures
    return tuple(_hours(words, text)) or tuple(_days(words, text)) or tuple(named(words, draft)) or figures


_RANGE = re.compile(r"(?<!\d)(?P<a>\d{1,4})(?P<unit>[年月日时点号]?)(?:到|至|-|—|~)(?P<b>\d{1,4})(?P=unit)?(?!\d)")


def _ranges(words: str, text: str) -> Iterator[Right]:
    """2014到2020: another range for the only one."""
    held, said = list(_RANGE.finditer(text)), list(_RANGE.finditer(words))
    if len(held) == len(said) == 1 and len(held[0]["a"]) == len(said[0]["a"]):
        new = held[0][0].replace(held[0]["a"], said[0]["a"], 1)
        new = new[: -len(held[0]["b"])] + said[0]["b"] if new.endswith(held[0]["b"]) else new
        if new != held[0][0] and (new.endswith(said[0]["b"]) or held[0]["b"] == said[0]["b"]):
            yield Right(held[0][0], new)


# ---- figures

_BY = re.compile(r"(?P<way>少|漏|落|差|多)(?:给|算|写|报|记|数|登|打|录|填|统计|加|出|个|来)*(?:了|掉)*[一-龥]{0,2}$")
"""少算了 before 两个: by how much the figure is wrong."""
_AFFIRMED = re.compile(r"^[一-龥]{0,3}?(?:对的|没错|没问题|不变|不动|不用[改动]|是对|准的?[，,。])")
_STILL = re.compile(r"(?:还|仍|照旧|依旧|一直)是?$")
_DENIES = re.compile(
    "不是|不对|不准|错|岔|反|改|应该?|不止|没那么|哪有|其实|实际|实到|才|更新|最新|核|昨天|漏|[多少]写|看|记成|写成|太早|太晚|推|提前|挪"
)
"""Words without which a value that is named beside another is not surely wrong."""
_RECKONED = re.compile(r"加一?[块起]|加起来|合[计起]?|平均|所以|拢共|还剩|还有|又|也是|[一二三四五六七八九十百]半")
"""Words of a sum: the figure told is a part of what is right."""
_OTHER_TIME = re.compile(
    r"^[一-龥]{0,3}?(?:那个?数?)?(?:是|算)(?:昨天|去年|上[次周个]|前[天年]|全[校县镇年馆]|原来|以前|之前|计划|预[计定]|[一-龥]{0,3}人家)"
)
_RIGHT = re.compile(r"(?:应该?|实际|实到|其实|准确|最新|现在|后来|改|写|才|就|所以|[是为共到成合按得])[一-龥]{0,3}$")
_N = r"[\d零一二三四五六七八九十]{1,3}"
_DATED = re.compile(
    rf"{_N}月(?:{_N}[日号]?|底|初)|\d{{4}}年|{_N}[时点](?!间)(?:{_N}分?|半)?|{_N}[号日]|{_N}分{_N}秒|[一-龥]几年"
)
_ORDINAL = re.compile(r"第$|(?:周|星期|礼拜)$")
_SUBJECTS = (("人", re.compile(r"人数|几个人|多少人|[来到]的人")), ("元", re.compile(r"钱|费|价|金额")))
_PERSONS = "人名位个"
_IDLE = frozenset("不是 那个 这个 数是 应该 写成 写错 错了 记错 实际 其实 一下 今天 昨天 刚才 后来 的是 了一".split())
_COUPLES = {"俩": 2.0, "仨": 3.0}
_CLEAR, _SURE, _NEAR = 1.5, 3.0, 2.5
"""How much better the first must fit than the second to be meant, to be changed unasked; how well it must fit then."""
_MOST = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at [start, end) of a text with its unit, the first character of that, and the clause and sentence."""

    start: int
    end: int
    value: float
    unit: str
    percent: bool
    written: str = ""
    clause: str = ""
    sentence: str = ""
    measure: str = ""


def figures_in(text: str) -> list[Figure]:
    """The figures of a text; days, hours, ordinals and 一 alone are none."""
    dated = [found.span() for found in _DATED.finditer(text)]
    found = []
    for n in numerals(text):
        one = n.han and n.value == 1 and text[n.start : n.end] == "一"
        idle = one or (n.han and word_over(text, n.start)) or _ORDINAL.search(text[: n.start])  # 红十字会
        if idle or any(a <= n.start < b for a, b in dated):
            continue
        unit = re.match(r"[多余来几]?(?:个(?=[月小百半人]))?(?P<unit>[一-龥]?)", text[n.end :])
        written, counted = text[n.start : n.end], unit["unit"] if unit else ""
        measure = re.match(rf"[多余来几]?({UNIT})", text[n.end :])
        held = measure[1] if measure else ""
        found.append(Figure(n.start, n.end, n.value, counted, n.percent, written, measure=held))
    couples = [
        Figure(pair.start(), pair.end(), _COUPLES[pair[0]], "个", percent=False) for pair in re.finditer("[俩仨]", text)
    ]
    return found + couples


def figures_held(text: str) -> list[Figure]:
    """The draft's figures where they stand."""
    found = []
    for one in figures_in(text):
        sentence = next((s for s in split(text) if s.start <= one.start < s.end), None)
        clause = sentence and next(
            (c for c in clauses(sentence.text, sentence.start) if c.start <= one.start < c.end), None
        )
        if sentence and clause:
            found.append(replace(one, clause=clause.text, sentence=sentence.text))
    return found


def _figures(words: str, text: str) -> Iterator[Right]:
    held, said = figures_held(text), figures_in(words)
    values = {value for one in held for value in (one.value, _as_said(one))}
    denied = any(q.value in values and re.search("不是$", words[: q.start]) for q in said)
    by = {} if denied else {q: found["way"] for q in said if (found := _BY.search(words[: q.start]))}
    new = [q for q in said if q not in by and q.value not in values and not _OTHER_TIME.match(words[q.end :])]
    surely = [q for q in new if _RIGHT.search(words[: q.start])]
    if surely:
        new = [q for q in new if q in surely or q.unit not in {one.unit for one in surely}]
    if new:
        plain = len({q.unit for q in new}) == len(new) and not (by or _RECKONED.search(words))
        plain = plain and (len(said) - len(new) in (0, 1) or _DENIES.search(words) is not None)
        taken: set[int] = set()
        for q in new:
            fitting = _fitting(q, words, said, [one for one in held if one.start not in taken])
            if fitting:
                taken.add(fitting[0][1].start)
                pairs = [(one, _written(words, q, one, text)) for _, one in fitting]
                yield _right(pairs, fitting, text, plain=plain and _slip(q, words, fitting[0][1], said))
    elif more := _more(words, said, held):
        yield more
    elif by:
        q, way = next(iter(by.items()))
        fitting = _fitting(q, words, [one for one in said if one is not q], held, near=False)
        sign = -1 if way == "多" else 1
        pairs = [(one, _number(one, text, figure(one.value + sign * q.value))) for _, one in fitting]
        if pairs:
            plain = re.search("[算写报记数登]", words) is not None and len(said) == 1
            yield _right(pairs, fitting, text, plain=plain)


def _slip(q: Figure, words: str, one: Figure, said: Sequence[Figure]) -> bool:
    """Whether a figure may be a slip for another unasked: they are near each other, or the wrong one is named, and it
    counts nothing else (340是两个村)."""
    counts = re.match(r"个(?P<what>[一-龥])", words[q.end :])
    if counts and counts["what"] not in one.clause + "人的了吧啊":
        return False
    return q.value <= _NEAR * one.value <= _NEAR**2 * q.value or any(other.value == one.value for other in said)


def _more(words: str, said: Sequence[Figure], held: Sequence[Figure]) -> Right | None:
    """是三年多, where 3年 stands."""
    unit = re.match(r"(?P<unit>[一-龥]{1,2})多", words[said[0].end :]) if len(said) == 1 else None
    fitting = [one for one in held if unit and one.value == said[0].value and one.unit == said[0].unit]
    if len(fitting) != 1 or not unit or unit["unit"] + "多" in fitting[0].clause:
        return None
    old = figure(said[0].value) + unit["unit"]
    return Right(old, f"{old}多") if old in fitting[0].clause else None


def _right(
    pairs: Sequence[tuple[Figure, str]], found: Sequence[tuple[float, Figure]], text: str, *, plain: bool
) -> Right:
    told = [_unique(one, new, text) for one, new in pairs]
    second = found[1][0] if len(found) > 1 else 0.0
    sure = plain and found[0][0] >= _SURE and found[0][0] - second >= _CLEAR
    return Right(*told[0], others=tuple(told[1:]), sure=sure)


def _unique(one: Figure, new: str, text: str) -> tuple[str, str]:
    """The figure with its unit, and with as much in front of it as makes it the only one in the text; and the new."""
    unit = re.match(rf"[多余来几]?(?:{UNIT}|[一-龥])?", text[one.end :])
    end = one.end + (len(unit[0]) if unit else 0)
    start = one.start
    if text[start - 1 : start] == "约" and re.fullmatch(r"\d[\d.]*", new):
        start -= 1
        return text[start:end], new + text[one.end : end]
    while start and one.start - start < _MOST_BEFORE and text.count(text[start:end]) > 1:
        start -= 1
    return text[start:end], text[start : one.start] + new + text[one.end : end]


_MOST_BEFORE = 8


def _fitting(
    q: Figure, words: str, said: Sequence[Figure], held: Sequence[Figure], *, near: bool = True
) -> list[tuple[float, Figure]]:
    """The figures of the draft that may be meant, the best first, with how well each fits."""
    weighed = sorted(((_fit(q, words, said, one, near=near), one) for one in held), key=lambda w: (-w[0], w[1].start))
    if not weighed or weighed[0][0] < 1:
        return []
    return [pair for pair in weighed if pair[0] > weighed[0][0] - _CLEAR and pair[0] > 0][:_MOST]


def _fit(q: Figure, words: str, said: Sequence[Figure], one: Figure, *, near: bool) -> float:
    if q.percent != one.percent:
        return -9.0
    fit = 0.0
    for other in said:
        if other is not q and other.value in (one.value, _as_said(one)):
            stays = _AFFIRMED.match(words[other.end :]) or _STILL.search(words[: other.start])
            fit += -4 if stays else 4
    if q.unit and q.unit == one.unit:
        fit += 2 if q.unit != "个" else 1
    elif q.unit in _PERSONS and one.unit in _PERSONS and q.unit and one.unit:
        fit += 1.2
    elif re.match(r"[一-龥]", q.unit) and q.unit not in "了的吧啊个才对呢，是" and near:
        fit -= 1.5
    fit += sum(1.5 for unit, subject in _SUBJECTS if subject.search(words) and one.unit in (unit, "名"))
    fit += min(3.0, len(shared(words, one.clause))) + 0.3 * min(3, len(shared(words, one.sentence)))
    fit += min(1.5, len(shared(re.split("[，,。；]", words[: q.start])[-1] + words[q.start : q.end], one.clause)))
    if near and one.value and q.value:
        value = _as_said(one) if q.value < _THOUSANDS else one.value
        ratio = q.value / value
        if sorted(figure(q.value)) == sorted(figure(value)):
            fit += 2
        fit += 1 if 0.7 <= ratio <= 1.4 else 0.5 if 0.4 <= ratio <= 2.5 else -1 if 0.1 < ratio < 10 else -2
    return fit


_THOUSANDS = 1000


def _as_said(one: Figure) -> float:
    """The number in front of 万 or 亿, which nobody repeats."""
    power = 10_000 if one.written.endswith("万") else 100_000_000 if one.written.endswith("亿") else 1
    return round(one.value / power, 4)


def shared(words: str, clause: str) -> set[str]:
    """The pairs of characters that a message and a clause have in common, those of any talk left out."""
    pairs = {words[n : n + 2] for n in range(len(words) - 1)} - _IDLE
    return {pair for pair in pairs if pair in clause and re.fullmatch(r"[一-龥]{2}", pair)}


def _number(one: Figure, text: str, new: str) -> str:
    """Another number in the place of the draft's, with its 万."""
    power = re.search(r"[万亿]$", text[one.start : one.end])
    return new + (power[0] if power and not re.search("[万亿]", new) else "")


def _written(words: str, q: Figure, one: Figure, text: str) -> str:
    """The new figure as it shall stand: as typed where that was in figures."""
    typed = re.match(r"\d[\d.]*[万亿]?(?=\D|$)", words[q.start : q.end])
    number = typed[0] if typed else figure(q.value)
    number = f"约{number}" if re.search(r"(?:约|大概|差不多|估计)[一-龥]?$", words[: q.start]) else number
    if not typed and re.match("[一二三四五六七八九十两半]", text[one.start : one.end]):
        return words[q.start : q.end]
    if number.startswith(("近", "约")) or re.search("近$", words[: q.start]):
        number = f"近{number}"
    if re.match("余|多", words[q.end - 1 : q.end]) or re.match("余|多", words[q.end : q.end + 1]):
        number += words[q.end - 1] if words[q.end - 1] in "余多" else words[q.end]
    held = re.search(r"[万亿]", text[one.start : one.end])
    scaled = held and not re.search("[万亿]", number) and q.value < 10_000
    return number + (held[0] if held and scaled else "")


# ---- days and hours

_DAY = re.compile(r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})[号日]")
_WRITTEN = re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_HOUR = re.compile(
    r"(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,2})点(?:(?P<half>半)|(?P<minute>\d{1,2})分?|钟)?(?![多来几])"
)
_TOLD = re.compile(r"(?P<hour>\d{1,2})时(?!间)(?:(?P<minute>\d{1,2})分)?")


def _days(words: str, text: str) -> Iterator[Right]:
    """是31号，30号全县开会: another day for the one that is named, or for the only one."""
    held = list(_WRITTEN.finditer(text))
    said = [one for one in _DAY.finditer(words) if not re.match("[楼院机车线桌柜]", words[one.end() :])]
    new = [one for one in said if not any(_same_day(one, there) for there in held)]
    named = [there for there in held if any(_same_day(one, there) for one in said) and _DENIES.search(words)]
    found = _meant(words, text, named or held)
    if len(new) == 1 and found:
        there = found[0]
        until = words[new[0].end() :].startswith("前") and not text[there.end() :].startswith("前")
        yield Right(
            there[0], f"{new[0]['month'] or there['month']}月{int(new[0]['day'])}日",
            sure=len({one[0] for one in found}) == 1 and (bool(named) or len(held) == 1) and not until,
        )  # fmt: skip


def _hours(words: str, text: str) -> Iterator[Right]:
    """9点去，8点半太早: another hour for the one that is named, or for the only one."""
    held = list(_TOLD.finditer(text))
    said = [(one, _clock(one)) for one in _HOUR.finditer(words)]
    new = [clock for _, clock in said if not any(_same_hour(clock, there) for there in held)]
    named = [there for there in held if any(_same_hour(clock, there) for _, clock in said)]
    found = _meant(words, text, named or held)
    if len(new) == 1 and found and (_DENIES.search(words) or not named):
        hour, minute = new[0]
        told = f"{hour}时" + (f"{minute}分" if minute else "")
        yield Right(found[0][0], told, sure=len({one[0] for one in found}) == 1 and (bool(named) or len(held) == 1))


def _clock(said: re.Match[str]) -> tuple[int, int]:
    return whole(said["hour"]), 30 if said["half"] else int(said["minute"] or 0)


def _same_hour(clock: tuple[int, int], there: re.Match[str]) -> bool:
    return int(there["hour"]) % 12 == clock[0] % 12 and int(there["minute"] or 0) == clock[1]


def _meant(words: str, text: str, held: list[re.Match[str]]) -> list[re.Match[str]]:
    """Those in the clauses that the message speaks of most."""
    weights = [len(shared(words, _clause_at(text, there.start()))) for there in held]
    return [there for there, weight in zip(held, weights, strict=True) if weight == max(weights)]


def _same_day(said: re.Match[str], there: re.Match[str]) -> bool:
    return said["day"].lstrip("0") == there["day"] and said["month"] in (None, there["month"])


def _clause_at(text: str, at: int) -> str:
    return next((c.text for s in split(text) for c in clauses(s.text, s.start) if c.start <= at < c.end), "")
