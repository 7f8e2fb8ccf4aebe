"""What a draft may rest on: figures, days, names and words of the notes, read once.

Figures that notes give loosely have further readings: 五六百 holds 600 too, 2分半 is 2.5 minutes, 率 makes a share.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from bot.domain.language import lunar
from bot.domain.language.dates import readings
from bot.domain.language.day_patterns import FEASTS
from bot.domain.language.names import people
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import DIGITS, HAN, fold, han_value, numerals
from bot.domain.language.quantities import UNIT, Quantity, quantities
from bot.domain.notes.corrections import apply_corrections
from bot.domain.notes.note import Note
from bot.domain.notes.patching import as_corrected
from bot.domain.notes.tables import with_gaps
from bot.domain.notes.utterances import Utterance, utterances

_SPREAD = Seldom(rf"(?P<head>[{HAN}]*[百千万])?[{HAN[2:11]}](?P<last>[{HAN[2:11]}])(?P<power>[十百千万]+)")
_MIXED = Seldom(r"(?:\d+(?:\.\d+)?[亿万千百十]+){2,}")
_PART = re.compile(r"(\d+(?:\.\d+)?)|([亿万千百十])")
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_TEENS = re.compile(r"十([一二三四五六七八])([二三四五六七八九])(?![十百千万点])")
_RATE = re.compile(r"率(?:是|为|达|达到|约|了|有|才|就)?$")
# 分 and 个钟 of spoken spans of time, as a report counts them.
_HALF_MORE = Seldom(rf"(?P<n>[{HAN}]|\d{{1,3}})个半(?P<unit>小时|钟头|月)")
# 两分四十秒
_SECONDS = Seldom(rf"(?P<minutes>[{HAN}]+)分钟?零?(?P<seconds>[{HAN}]+)秒")
_SPANS = {"分": "分钟", "分钟": "分钟", "小时": "小时", "个小时": "小时", "钟头": "小时", "个钟头": "小时"}


def loose_figures(text: str) -> Iterator[Quantity]:
    """What the figures of a note also say, besides what quantities() reads."""
    for q in quantities(text):
        said = text[q.start : q.end]
        if (spread := _SPREAD.search(said)) and spread[0][-1] in _POWERS:
            top = han_value((spread["head"] or "") + spread["last"] + spread["power"])
            if top is not None:
                yield replace(q, value=top)
        if q.unit in _SPANS and text.startswith("半", q.end):
            yield replace(q, value=q.value + 0.5, unit=_SPANS[q.unit])
        elif q.unit in _SPANS:
            yield replace(q, unit=_SPANS[q.unit])
    for n in numerals(text):
        if text[n.end : n.end + 1] in ("回", "遍", "趟"):
            yield Quantity(n.start, n.end + 1, n.value, "次", n.approx, n.low)
        if not n.percent and _RATE.search(text[max(0, n.start - 4) : n.start]):
            yield Quantity(n.start, n.end, n.value, "", n.approx, percent=True)
    for m in _HALF_MORE.finditer(text):
        whole = float(m["n"]) if m["n"].isdigit() else han_value(m["n"]) or 0.0
        yield Quantity(*m.span(), whole + 0.5, "个月" if m["unit"] == "月" else "小时", approx=False)
    for m in _SECONDS.finditer(text):
        minutes, seconds = han_value(m["minutes"]), han_value(m["seconds"])
        if minutes is not None and seconds is not None:
            yield Quantity(*m.span(), seconds / 60 + minutes, "分钟", approx=False)
    for m in _TEENS.finditer(text):
        unit = re.compile(UNIT).match(text, m.end())
        for digit in m.groups():
            yield Quantity(m.start(), m.end(), 10.0 + DIGITS[digit], unit[0] if unit else "", approx=True)
    for m in _MIXED.finditer(text):
        yield Quantity(m.start(), m.end(), _summed(m[0]), "", approx=False)


def _summed(run: str) -> float:
    """1亿8千6百万 as 186,000,000: what stands before 万 or 亿 counts in it."""
    total = section = digits = 0.0
    for number, power in _PART.findall(run):
        if number:
            digits = float(number)
        elif power in "万亿":
            total, section, digits = total + (section + digits) * _POWERS[power], 0.0, 0.0
        else:
            section, digits = section + digits * _POWERS[power], 0.0
    return total + section + digits


_BLANK = re.compile(r"[\s，。、；：！？“”‘’（）()《》〔〕,.;:!?\"'—…·-]")


@dataclass(frozen=True, slots=True)
class Grounds:
    """Everything that a draft may rest on, read from the notes once."""

    blob: str
    figures: tuple[Quantity, ...]
    values: frozenset[float]
    bare: frozenset[float]
    days: frozenset[date]
    years: frozenset[int]
    lengths: frozenset[int]
    written: frozenset[str]
    names: tuple[str, ...]
    said: tuple[Utterance, ...]
    now: datetime


def bare(text: str) -> str:
    """The text without white space and punctuation, half-width."""
    return _BLANK.sub("", fold(text))


def grounds_of(notes: Sequence[Note], *, unit: str, now: datetime, only: Collection[int] = ()) -> Grounds:
    """Read the notes for what they hold: figures with units, days under every reading, names and words.

    `only`: the figures, days and names of these notes alone, beside the words of all.
    """
    read = [notes[i] for i in sorted(only)] if only else notes
    parts = [_grounds_of_note(n.text, n.at or now) for n in read]
    said = tuple(utterances(notes, now))
    values = frozenset().union(*(p.values for p in parts))
    written = frozenset().union(*(p.written for p in parts))
    blob = bare("".join(n.text for n in notes) + unit + "".join(n.speaker for n in notes) + "".join(written))
    return Grounds(
        blob,
        (*(q for p in parts for q in p.figures), *_corrected(said, notes, values)),
        values,
        frozenset().union(*(p.bare for p in parts)),
        frozenset().union(*(p.days for p in parts)),
        frozenset().union(*(p.years for p in parts)),
        frozenset().union(*(p.lengths for p in parts)),
        written,
        tuple(n for p in parts for n in p.names),
        said,
        now,
    )


def read_ahead(note: Note) -> None:
    """Read a note while nobody waits for a draft: what it says by itself is remembered for the drafts to come."""
    if note.at:
        utterances([note], note.at)
        _grounds_of_note(note.text, note.at)


# 多打了个0: the right figure stands nowhere as typed.
_NOUGHT = re.compile(r"[多少漏](?:打|写|敲|按)了?(?:一?个)?[0零]")


def _corrected(said: tuple[Utterance, ...], notes: Sequence[Note], values: frozenset[float]) -> Iterator[Quantity]:
    """Figures with the unit that a correction gave them (2.3公分 … 是毫米吧) or left them (18.7万 … 是17.8)."""
    noughts = any(_NOUGHT.search(n.text) for n in notes)
    for one in apply_corrections(said, [n.text for n in notes]):
        if one.patches:
            read = quantities(fold(as_corrected(one)))
            for q in read:
                scaled = {q.value / 10_000, q.value / 10**8} if q.value >= 10_000 else set[float]()
                if noughts:
                    scaled |= {q.value * 10, q.value / 10}
                if q.value in values or scaled & values:
                    yield q


@lru_cache(maxsize=2048)
def _grounds_of_note(said: str, when: datetime) -> Grounds:
    """What one note holds."""
    text = fold(with_gaps(said))
    found = (*quantities(text), *loose_figures(text))
    every = numerals(text)
    read = readings(text, when)
    years = _years(text, when, (d for m in read for d in (m.day, m.last) if d))
    days = {d for m in read for d in (m.day, m.last) if d and not _WEEK.fullmatch(text[m.start : m.end])}
    written = {m.written for m in read} | {f"{year}年" for year in years if year >= when.year - 2}
    written |= {f"{month}月" for m in _MONTHS.finditer(text) for month in m.groups()}
    counted = {i for q in found if q.unit for i in range(q.start, q.end)}
    loose = {n.value for n in every if not n.percent and n.start not in counted}
    return Grounds(
        "",
        found,
        frozenset(n.value for n in every),
        frozenset(loose | {q.value for q in found if not q.unit and not q.percent}),
        frozenset({when.date(), *_named_days(text, when)} | days),
        frozenset(years),
        frozenset(int(q.value) for q in found if q.unit in ("天", "日") and q.value == int(q.value)),
        frozenset(written),
        tuple(n.text for n in people(text)),
        (),
        when,
    )


# Words that name a year, by how far it lies from that of the message.
_YEAR_WORDS = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "同期": -1,
    "同比": -1,
    "明年": 1,
    "来年": 1,
    "年后": 1,
    "开年": 1,
    "后年": 2,
}
# A day so near to the message is meant by it, though it lies in another year.
_NEAR = 100


def _years(text: str, when: datetime, days: Iterable[date]) -> set[int]:
    """The years a note speaks of: its own, those of its words and figures, that of a day just over the turn."""
    return (
        {when.year}
        | {when.year + step for word, step in _YEAR_WORDS.items() if word in text}
        | {int(n.value) for n in numerals(text) if 1900 <= n.value < 2100 and n.value == int(n.value)}
        | {day.year for day in days if abs((day - when.date()).days) <= _NEAR}
    )


# A week names no day of its own.
_WEEK = re.compile(r"[上下本这]个?(?:周|星期|礼拜)")
_LUNAR = Seldom(r"初[一二三四五六七八九十]")
_MONTHS = Seldom(r"(\d{1,2})[、和及与到至-](\d{1,2})(?:这?两个)?月")


def _named_days(text: str, when: datetime) -> Iterator[date]:
    """初二 and 初四 without their month, and the first day of a holiday: 国庆7天."""
    for m in _LUNAR.finditer(text):
        yield from (d for d in (lunar.read(m[0], when.date()), lunar.coming(m[0], when.date())) if d)
    for name, (month, first) in FEASTS.items():
        if name in text and not name.isdigit():  # 124幅 is no 12月4日
            yield date(when.year, month, first)
