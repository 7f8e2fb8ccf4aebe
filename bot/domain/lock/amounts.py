"""Whether the figures of a claim stand in its sources as what they are: 14日 is no proof of 14万美元.

For any text against any sources. The fact lock of reports, with its days and names, is checks.py's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.language.numerals import Numeral, fold, last_place, numerals

_PAIR = re.compile(r"(?<![\d.年月])(\d{1,3})\s*[:：∶\-–—－比]\s*(\d{1,3})(?![\d.]|\s*[月日年%万亿])")
_DATE = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月份?)?(?:(\d{1,2})日)?([上中下]旬)?")
_PART = re.compile(r"\s*(凌晨|早|上午|中午|下午|傍晚|晚|夜)")
_ROUND = re.compile(r"1/\d+决赛")
_UNIT = re.compile(
    r"个?百分点|平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千克|摄氏度|小时|分钟|个月|世纪|人次|美元|欧元|英镑|日元|卢布|港元|周岁|[%‰]|[一-鿿]"
)
_OVER = re.compile(r"超过?|逾|突破|不低于|不少于")
_VAGUE = re.compile(r"上([百千万亿])")
_RELATIVE = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1}
_POWERS = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
# Units that measure something of their own; other words count things and may stand for each other.
_LENGTHS = ("米", "千米", "亩", "公顷", "平方米", "平方千米", "立方米")
_TIMES = ("世纪", "年", "个月", "月", "周", "天", "日", "号", "时", "小时", "分钟", "分", "秒", "岁")
_MONEY = ("元", "美元", "欧元", "英镑", "日元", "卢布", "港元")
_OTHERS = ("%", "‰", "百分点", "吨", "千克", "克", "度")
_ALIKE = {
    "个百分点": "百分点",
    "平方公里": "平方千米",
    "公里": "千米",
    "公斤": "千克",
    "摄氏度": "度",
    "周岁": "岁",
    "载": "年",
}
_MEASURE = {unit: unit for unit in (*_LENGTHS, *_TIMES, *_MONEY, *_OTHERS)} | _ALIKE
_SERIAL = frozenset("届期号季轮集批")


@dataclass(frozen=True, slots=True)
class _Day:
    """A date as written; what is not said is empty."""

    text: str
    year: str
    month: str
    day: str
    third: str
    part: str


@dataclass(frozen=True, slots=True)
class _Amount:
    """A figure and its unit; `top` is where its vagueness ends (50多万: below 60万), `over` a floor only."""

    text: str
    value: float
    unit: str
    ordinal: bool
    top: float
    over: bool


@dataclass(frozen=True, slots=True)
class _Figures:
    pairs: tuple[tuple[str, str], ...]
    days: tuple[_Day, ...]
    amounts: tuple[_Amount, ...]


def ungrounded_numbers(claim: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Figures of the claim that no source holds, as the claim writes them."""
    sources = tuple(sources)
    told = [_read(source) for source in sources]
    pairs = {p for t in told for p in t.pairs}
    days = [d for t in told for d in t.days]
    amounts = [a for t in told for a in t.amounts]
    years = {d.year for d in days} | _related("\n".join(sources), days)
    said = _read(claim)
    wrong = [":".join(p) for p in said.pairs if p not in pairs]
    wrong += [d.text for d in said.days if not _day_told(d, days, years)]
    return (*wrong, *(a.text for a in said.amounts if not any(_holds(a, other) for other in amounts)))


def _read(text: str) -> _Figures:
    """The figures of a text: first what reads as a score, then dates, then amounts in what is left."""
    text = _ROUND.sub(lambda m: "\0" * len(m[0]), fold(text))
    pairs = list(_PAIR.finditer(text))
    rest = _masked(text, pairs)
    dates = [m for m in _DATE.finditer(rest) if m[1] or m[2] or m[3]]
    return _Figures(
        tuple((m[1], m[2]) for m in pairs), tuple(_day(m, rest) for m in dates), tuple(_amounts(_masked(rest, dates)))
    )


def _masked(text: str, spans: Sequence[re.Match[str]]) -> str:
    for m in spans:
        text = text[: m.start()] + "\0" * (m.end() - m.start()) + text[m.end() :]
    return text


def _day(m: re.Match[str], text: str) -> _Day:
    part = _PART.match(text, m.end()) if m[3] else None
    return _Day(m[0], m[1] or "", m[2] or "", m[3] or "", m[4] or "", part[1] if part else "")


def _amounts(text: str) -> Iterator[_Amount]:
    for m in _VAGUE.finditer(text):
        vague = float(_POWERS[m[1]])
        yield _Amount(m[0], vague, _unit(text, m.end(), False), False, vague * 10, False)
    done = 0
    for n in numerals(text):
        if n.start < done:
            continue
        value, done = _scaled(n, text)
        before = text[max(0, n.start - 4) : n.start]
        top = value + last_place(value) if n.low or text[n.end - 1] in "多余几" else value
        yield _Amount(
            text[n.start : done],
            value,
            _unit(text, done, n.percent),
            before.endswith("第"),
            top,
            _OVER.search(before) is not None,
        )


def _scaled(n: Numeral, text: str) -> tuple[float, int]:
    """The value with a 万 or 亿 that stands behind 多: 50多万; and where the figure ends."""
    power = text[n.end : n.end + 1]
    if power in ("万", "亿") and text[n.end - 1] in "多余几":
        return n.value * _POWERS[power], n.end + 1
    return round(n.value, 4), n.end


def _unit(text: str, at: int, percent: bool) -> str:
    if percent:
        return "%"
    m = _UNIT.match(text, at)
    return _MEASURE.get(m[0], m[0]) if m else ""


def _holds(said: _Amount, told: _Amount) -> bool:
    if said.ordinal != told.ordinal and said.unit not in _SERIAL:
        return False
    if not _same(said.unit, told.unit):
        return False
    if said.over and told.value > said.value:
        return True
    if said.unit == "%" and told.value % 1 and said.value % 1 == 0:
        return abs(told.value - said.value) < 0.5
    return (
        abs(said.value - told.value) < 1e-4
        or told.value <= said.value < told.top
        or said.value <= told.value < said.top
    )


def _same(a: str, b: str) -> bool:
    """A measure holds only for itself, a counting word for any other; a figure without a unit takes any."""
    return a == b or not a or (a not in _MEASURE and b not in _MEASURE)


def _related(text: str, days: Sequence[_Day]) -> set[str]:
    """The years that 去年, 明年 and 近5年 mean, counted from the years of dates that are given whole."""
    bases = {int(d.year) for d in days if d.year and d.month and d.day}
    shifts = {shift for word, shift in _RELATIVE.items() if word in text}
    shifts |= {-int(m[1]) - more for m in re.finditer(r"近(\d{1,2})年", text) for more in (0, 1)}
    return {str(base + shift) for base in bases for shift in shifts}


def _day_told(said: _Day, days: Sequence[_Day], years: set[str]) -> bool:
    """A day stands where the same day stands, with no other year, month or part of the day beside it."""
    if said.year and said.year not in years:
        return False
    same = [d for d in days if _fits(said.year, d.year) and _fits(said.month, d.month) and _fits(said.day, d.day)]
    if said.day:
        parts = {d.part for d in same if d.day}
        return bool(parts) and (not said.part or "" in parts or said.part in parts)
    if said.third:
        return any(d.third == said.third or (d.day and _third(d.day) == said.third) for d in same)
    return not said.month or any(d.month for d in same)


def _fits(said: str, told: str) -> bool:
    return not said or not told or int(said) == int(told)


def _third(day: str) -> str:
    return "上旬" if int(day) <= 10 else "中旬" if int(day) <= 20 else "下旬"
