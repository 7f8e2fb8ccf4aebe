"""Numbers as people type them: 206, ２０６, 两百零六, 2千3, 3.5w, 百分之八十七, 一百来, 三四十, 近200.

Values and spans only. What is counted (册, 元, 人) is quantities.py's business, dates are dates.py's.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.language.needed import Seldom, headed

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "w": 10_000, "k": 1000}
HAN = "零〇一二两三四五六七八九十百千万亿"

_NUMBER = headed(
    r"(?P<tenth>[一二两三四五六七八九1-9]成(?:[一二三四五六七八九]|半)?(?!员|立|功|果|绩|为|本|套|人|品|分|效))|(?P<pair>[俩仨])"
    r"|(?P<big>(?<![\d.])\d{1,4}亿零?(?:\d{1,4}[千百十]?零?){1,4}万|(?<![\d.])(?:\d[千百十]){1,3}\d?万(?!\d))"
    r"|(?P<dotted>(?<![\d.])(?:\d{1,4}|(?<![多有早晚大小快慢])[一二三四五六七八九])点\d{1,3}(?:[万亿]|(?=倍|个百分点|吨|公[里顷]|平方)))"
    rf"|(?P<typed>(?<!\d)\d{{1,4}}[百千万]零?[一二两三四五六七八九][零一二三四五六七八九十百千]*)"
    rf"|(?P<fraction>(?:百分之|[{HAN}]{{1,4}}分之|(?<!\d)\d{{1,3}}分之)(?:[{HAN}]{{1,8}}(?:点[{HAN}]{{1,6}})?"
    r"|\d{1,6}(?:\.\d{1,6})?))|(?P<mixed>(?<![\d.])\d{1,6}[万千亿wWkK](?:\d[千百]){0,2}\d(?!\d|\.|[千百万a-zA-Z]))"
    r"|(?P<steps>(?<!\d)\d{1,6}[万千百]零\d{1,2}(?![\d万千百十])|(?<!\d)(?:\d{1,6}[万千百十wW]零?){2,4}\d{0,2}(?!\d))"
    r"|(?P<arabic>\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,6})?"
    r"|(?<!\d)(?<!\d )\d{1,2}(?:(?:，\d{3}){1,5}|(?: \d{3}){1,5})(?!\d)(?! \d)(?:\.\d{1,6})?|\d+(?:\.\d{1,8})?)"
    r"(?P<power>(?:[wWkK](?![a-zA-Z])|[万亿百]|千(?![伏瓦米克卡])){1,3})?"
    r"|(?P<weekday>(?:(?<=周)(?<![每一两几二三四五六七八九十\d]周)|(?<=星期)|(?<=礼拜))[一二三四五六](?=[一二两三四五六七八九]))"
    rf"|(?P<han>[{HAN}]+(?:点(?:[{HAN}](?!等奖)){{1,8}})?)"
)
# A longer run of digits is a code or a slip of the hand: nobody counts with it.
_LONGEST = 15
_BEFORE = re.compile(r"(?:大概|大约|差不多|估计|约莫|将近|接近|近|约|大致|有个)(?:有|是|在|来了|来)?$")
_AFTER = re.compile(r"[多余几](?!自)|来(?![自了看听参到])|左右|上下|出头|挂零")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at [start, end) of the text; `approx` where the words around it say that it is not exact.

    `low` marks a floor (370多: at least 370). `end` covers 多/来/余 right behind the digits.
    """

    start: int
    end: int
    value: float
    approx: bool = False
    low: bool = False
    percent: bool = False
    han: bool = False
    spread: bool = False
    fraction: bool = False


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Full-width forms to half-width, 壹万元 to 一万元, character by character, so that offsets stay the same."""
    text = _FORMAL.sub(lambda m: m[0].translate(_PLAIN), text)
    return text.translate(_WIDE) if _ANY_WIDE.search(text) else text


# As sums are spelled on receipts; single characters of them are surnames and verbs.
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_FORMAL = Seldom(
    r"[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟零万亿]*(?=[元圆整])"
    r"|[壹贰叁肆伍陆柒捌玖](?:[拾佰仟]万?|万)[壹贰叁肆伍陆柒捌玖拾佰仟零万亿一二三四五六七八九]*(?=[册本人户亩台件个张份套家场名吨斤米])"
)

_WIDE = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0xFF01 + i) not in "，！？；：（）"} | {0x3000: 0x20}
_ANY_WIDE = re.compile("[" + "".join(map(chr, _WIDE)) + "]")


def han_value(run: str) -> float | None:
    """Value of a Chinese numeral (两百零六 → 206, 二〇二六 → 2026, 一千二 → 1200); None where it is none."""
    if "点" in run:
        whole, _, part = run.partition("点")
        power = 1
        while part and part[-1] in "万亿百千":
            power, part = power * POWERS[part[-1]], part[:-1]
        left = han_value(whole)
        if left is None or not part or any(c not in DIGITS for c in part):
            return None
        return round((left + float("0." + "".join(str(DIGITS[c]) for c in part))) * power, 6)
    if not any(c in POWERS for c in run):
        return float("".join(str(DIGITS[c]) for c in run)) if run else None
    total, section, digit, last = 0, 0, 0, 1
    for i, c in enumerate(run):
        if c in DIGITS:
            if digit and run[i - 1] not in "零〇":
                return None
            digit = DIGITS[c]
            continue
        power = POWERS[c]
        if power >= 10_000:
            total = (total + section + digit) * power if total < power else total + (section + digit) * power
            section = digit = 0
        else:
            section += (digit or 1) * power
            digit = 0
        last = power
    if digit and last >= 100 and run[-2] not in "零〇":  # 一千二 = 1200, 三百五 = 350
        digit *= last // 10
    return float(total + section + digit)


def _mixed_value(run: str) -> float:
    """2千3 = 2300, 3万5千 = 35000, 6百80 = 680: digits with powers, and a last digit one power below the one before."""
    total, last = 0.0, 1
    spaced, run = "零" in run, run.replace("零", "")
    for digits, power in re.findall(r"(\d+)([亿万千百十wk]?)", run.lower()):
        last = POWERS[power] if power else 1 if spaced or len(digits) > 1 else last // 10
        total += float(digits) * last
    return total


def _big_value(run: str) -> float:
    """1亿8千6百万 = 186000000, 1亿2000万 = 120000000, 3千6百万 = 36000000."""
    head, _, rest = run.rpartition("亿")
    thousands = sum(float(n) * POWERS.get(power, 1) for n, power in re.findall(r"(\d+)([千百十]?)", rest))
    return float(head or 0) * POWERS["亿"] + thousands * POWERS["万"]


def _typed_value(run: str, end: int, text: str) -> tuple[float | None, int]:
    """(value, end) of 1百二十三 = 123, 3万五千 = 35000, 1百二 = 120; 3百一个 is 300 and 一个."""
    m = re.match(r"(\d+)([百千万])(零?)(.+)", run)
    if m is None:
        return None, end
    digits, power, spaced, rest = m.groups()
    if len(rest) == 1 and not spaced:
        if rest == "一" and text[end : end + 1] in tuple(_COUNTED_ONE):
            return float(digits) * POWERS[power], end - 1
        return float(digits) * POWERS[power] + DIGITS[rest] * POWERS[power] / 10, end
    low = han_value(rest)
    return (float(digits) * POWERS[power] + low if low is not None and low < POWERS[power] else None), end


_ROUGH = {"百十": 100.0, "百八十": 100.0}
_COUNTED_ONE = "晚张份人个次场天位套斤本间"

_NEIGHBOURS = re.compile(rf"(?P<head>[{HAN}]*[百千万])?(?P<a>[{HAN[2:12]}])(?P<b>[{HAN[2:12]}])(?P<power>[十百千万]*)")


def _spread(run: str) -> float | None:
    """三四十, 四五分钟, 三五天: two neighbouring digits name a spread; its floor is the value."""
    m = _NEIGHBOURS.fullmatch(run)
    if not m or (DIGITS.get(m["b"], -9) - DIGITS.get(m["a"], 9) != 1 and run != "三五"):
        return None
    return han_value((m["head"] or "") + m["a"] + m["power"])  # 五百七八十: 570 or more


def _tenths(m: re.Match[str], text: str) -> Numeral:
    """八成, 九成五, 七成半."""
    first, rest = m["tenth"][0], m["tenth"][2:]
    tens = int(first) if first.isascii() else DIGITS[first]
    return Numeral(*m.span(), tens * 10.0 + (5 if rest == "半" else DIGITS.get(rest, 0)), percent=True, han=True)


def _pair(m: re.Match[str], text: str) -> Numeral:
    return Numeral(*m.span(), 2.0 if m["pair"] == "俩" else 3.0, han=True)


def _fraction(m: re.Match[str], text: str) -> Numeral | None:
    """百分之八十七 is a share, 三分之二 a fraction whose value is its upper part."""
    base, _, part = m["fraction"].partition("分之")
    found = float(part) if re.fullmatch(r"\d+(?:\.\d+)?", part) else han_value(part)
    if found is None:
        return None
    return Numeral(*m.span(), found, percent=base == "百", han=True, fraction=base != "百")


def _typed(m: re.Match[str], text: str) -> Numeral | None:
    value, end = _typed_value(m["typed"], m.end(), text)
    return None if value is None else _in_place(text, m.start(), end, value)


def _big(m: re.Match[str], text: str) -> Numeral:
    return _in_place(text, *m.span(), _big_value(m[0]))


def _dotted(m: re.Match[str], text: str) -> Numeral:
    """1点77亿, 3点5吨: a decimal as it is said."""
    whole, _, part = m["dotted"].rstrip("万亿").partition("点")
    value = float(f"{DIGITS.get(whole, whole)}.{part}") * POWERS.get(m["dotted"][-1], 1)
    return _in_place(text, *m.span(), round(value, 6))


def _stepped(m: re.Match[str], text: str) -> Numeral:
    return _in_place(text, *m.span(), _mixed_value(m[0]))


_GROUPING = re.compile(r"[,， ]")


def _arabic(m: re.Match[str], text: str) -> Numeral | None:
    if len(m[0]) > _LONGEST + 9:
        return None
    value = float(m["arabic"] if m["arabic"].isdecimal() else _GROUPING.sub("", m["arabic"]))
    for power in (m["power"] or "").lower():
        value = round(value * POWERS[power], 6)  # 2.3亿 is no 229999999.99999997
    return _in_place(text, *m.span(), value)


def _han(m: re.Match[str], text: str) -> Numeral | None:
    run, (start, end) = m["han"], m.span()
    if len(run) > _LONGEST + 9:
        return None
    if text[start - 1 : start] in tuple("上几数成") and all(c in POWERS for c in run):
        return None  # 上千人, 好几百条: nobody counted
    if run in _ROUGH:  # 百十号人: about a hundred
        end += text[end : end + 1] in ("把", "来")
        return Numeral(start, end, _ROUGH[run], approx=True, han=True, spread=True)
    floor = _spread(run)
    value = floor if floor is not None else han_value(run)
    if text.startswith("等奖", end) and len(run) > 1:  # 得分九十五点四|二等奖两个
        run, end = run[:-1], end - 1
        value = han_value(run)
    behind_sum = _PRICED if len(run) > 2 else _DIMES  # 一毛九一斤: no 91
    priced = run[-1] == "一" and behind_sum.search(text[max(0, start - 4) : start])
    if (value is None or priced) and run[-1] == "一" and text[end : end + 1] in tuple(_COUNTED_ONE):
        end, value = end - 1, han_value(run[:-1])  # 三百二十八一晚: 328 for one night
    if value is None:
        return None
    return _in_place(text, start, end, value, han=True, spread=floor is not None)


_PRICED = re.compile(r"(?:票价|门票|单价|均价|价格|卖|售价)(?:是|为)?$")

_DIMES = re.compile(r"[毛角块元]$")

_HUNDRED_MILLIONS = re.compile(r"个(?P<over>多)?亿")


def _in_place(text: str, start: int, end: int, value: float, *, han: bool = False, spread: bool = False) -> Numeral:
    """The number with what the words around it say of it: 大约200, 200多, 200左右, 87%."""
    before, after = _BEFORE.search(text[max(0, start - 6) : start]), _AFTER.match(text, end)
    low = after is not None and after[0] in "多余几"
    if after and (low or after[0] == "来"):
        end = after.end()
        if text[end : end + 1] in ("万", "亿"):  # 二十来万
            value, end = value * POWERS[text[end]], end + 1
    if much := _HUNDRED_MILLIONS.match(text, end):  # 3.2个亿, 两个多亿
        value, end, low = round(value * POWERS["亿"], 6), much.end(), low or much["over"] is not None
    approx = bool(after or before or spread or low)
    return Numeral(start, end, value, approx, low, text[end : end + 1] in ("%", "‰"), han, spread)


_READ: dict[str, Callable[[re.Match[str], str], Numeral | None]] = {
    "tenth": _tenths,
    "pair": _pair,
    "fraction": _fraction,
    "big": _big,
    "dotted": _dotted,
    "typed": _typed,
    "mixed": _stepped,
    "steps": _stepped,
    "arabic": _arabic,
    "power": _arabic,
    "weekday": lambda _, __: None,  # 周五三个老师: no number begins there
    "han": _han,
}
_LARGEST = 1e15


def numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of the folded text, left to right. Offsets point into `text`."""
    return _all(fold(text))


# Whoever looks at a clause counts it: kinds, corrections, checks.
@lru_cache(maxsize=4096)
def _all(text: str) -> tuple[Numeral, ...]:
    return tuple(_each(text))


def _each(text: str) -> Iterator[Numeral]:
    for m in _NUMBER.finditer(text):
        found = _READ[m.lastgroup or ""](m, text)
        if found is not None and found.value <= _LARGEST:
            yield found


def whole(text: str) -> int:
    """The number of 3, 三 or 两百, as in 第三条; 0 where none stands, nor one in both scripts (第2两段)."""
    return int(text) if text.isdigit() else 0 if re.search(r"\d", text) else int(han_value(text) or 0)


def figure(value: float) -> str:
    """A value as a report writes it: 206, 4860, 3.5万 stays 35000, 0.5."""
    return f"{value:.10g}" if value != int(value) else str(int(value))


def last_place(value: float) -> float:
    """What the last figure that is not zero stands for: 10万 for 50万, 100 for 2300."""
    step = 1.0
    while value % (step * 10) == 0 and step < value:
        step *= 10
    return step
