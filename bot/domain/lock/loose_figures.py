"""Further readings of figures that notes give loosely: 五六百 holds 600 too, 2分半 is 2.5 minutes, 率 makes a share."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import DIGITS, HAN, han_value, numerals
from bot.domain.language.quantities import UNIT, Quantity, quantities

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
