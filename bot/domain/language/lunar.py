"""The lunar calendar: 腊月二十三, 九月初七 and the festivals that go by it as days of the year, 2023 to 2040."""

import re
from datetime import date, timedelta
from functools import lru_cache

# Year: month and day of its first day, the length of each month (1: 30 days, 0: 29), the leap month or 0.
_YEARS = {
    2023: (1, 22, "0100110110101", 2),
    2024: (2, 10, "010010110110", 0),
    2025: (1, 29, "1010010101110", 6),
    2026: (2, 17, "101001001110", 0),
    2027: (2, 6, "110100100110", 0),
    2028: (1, 26, "1110100100110", 5),
    2029: (2, 13, "110101010011", 0),
    2030: (2, 3, "010110101010", 0),
    2031: (1, 23, "0110101101010", 3),
    2032: (2, 11, "100101101101", 0),
    2033: (1, 31, "0100101011101", 11),
    2034: (2, 19, "010010101101", 0),
    2035: (2, 8, "101001001101", 0),
    2036: (1, 28, "1101001001011", 6),
    2037: (2, 15, "110100100101", 0),
    2038: (2, 4, "110101010010", 0),
    2039: (1, 24, "1101101010100", 5),
    2040: (2, 12, "101101011010", 0),
}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")}
_MONTHS = {"正": 1, "冬": 11, "腊": 12, "十一": 11, "十二": 12} | {c: i for c, i in _DIGITS.items() if i}
DAY = r"(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)"
# 五月十三 may mean either calendar: only 初 and 廿, or a month that has no other name, tell.
WRITTEN = re.compile(
    rf"(?:农历|阴历|旧历)?(?:(?:正|二|三|四|五|六|七|八|九|十一|十二|十|冬|腊)月{DAY}"
    r"|(?:正|冬|腊)月(?:十[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)|(?:农历|阴历|旧历)(?:二|三|四|五|六|七|八|九|十一|十二|十)月(?:十[一二三四五六七八九]?"
    r"|二十[一二三四五六七八九]?|三十)|(?<=从)初[一二三四五六七八九十](?=[一-龥]?(?:到|至)初)|(?:除夕|元宵|端午|七夕|中元|中秋|重阳|腊八|小年)节?(?:那|当)[天日]"
    r"|(?<![\d一-龥])(?:二月二|三月三|六月六|七月七|七月十五|八月十[四五六]|九月九)(?![日号一二三四五六七八九十])(?:那[天日])?"
    r"|(?<![一-龥])初[一二三四五六七八九十](?=[上下]午|早上|晚上?|那天|当天|[，。]|在|去|咱|我们|俺|镇|村|县|馆|站|办|开|唱)"
    r"|(?<=今儿个)初[一二三四五六七八九十]|(?<=今儿)初[一二三四五六七八九十]|(?<=[到至从])初[一二三四五六七八九十](?=[才就又都，。]|上午|下午|晚上?|散|结束|收|$)"
    r"|大年(?:初[一二三四五六七八九十]|三十)|(?<![一-龥])年三十)"
)
FESTIVALS = {
    "除夕": (12, 0),
    "元宵": (1, 15),
    "龙抬头": (2, 2),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中元": (7, 15),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
    "小年": (12, 23),
    "春节": (1, 1),
}


def _number(text: str) -> int:
    """初七 7, 廿三 23, 二十三 23, 三十 30."""
    if text[0] == "初":
        return _DIGITS[text[1]]
    if text[0] == "廿":
        return 20 + (_DIGITS[text[1]] if text[1:] else 0)
    if "十" not in text:
        return _DIGITS[text]
    tens, _, ones = text.partition("十")
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


@lru_cache(maxsize=512)
def solar(year: int, month: int, day: int) -> date | None:
    """The day that lunar `month` and `day` fall on; day 0 is the last of the month. None: no such day."""
    if year not in _YEARS:
        return None
    first_month, first_day, lengths, leap = _YEARS[year]
    index = month - 1 + (leap > 0 and month > leap)
    days = [29 + int(c) for c in lengths]
    if not 0 <= day <= days[index]:
        return None
    return date(year, first_month, first_day) + timedelta(days=sum(days[:index]) + (day or days[index]) - 1)


def nearest(month: int, day: int, base: date) -> date | None:
    """The latest such day up to three months after `base`."""
    found = [
        d for y in (base.year - 1, base.year, base.year + 1) if (d := solar(y, month, day)) and (d - base).days <= 90
    ]
    return max(found, default=None)


# 初八还有一场, said on the fourth day of the new year or the week before it: the days of the feast are named ahead.
_FEAST_DAYS, _WEEK_BEFORE = 9, -8


def read(text: str, base: date, *, past: bool = False) -> date | None:
    """The day that words like 腊月二十三, 大年初三 name, seen from `base`; `past`: in a clause on what was done."""
    text = re.sub(r"^(?:农历|阴历|旧历)", "", text)
    text = re.sub(r"(?<=[二三四五六七九])那[天日]$", "", text)
    if text.endswith(("那天", "那日", "当天", "当日")):
        return festival(text, base)
    if text.endswith("年三十"):
        return nearest(12, 0, base)
    if text.startswith("初"):  # of the lunar month that `base` is in or the one before it
        new_year = solar(base.year, 1, 1)
        since = (base - new_year).days if new_year else _FEAST_DAYS
        feast = (_WEEK_BEFORE if not past else 0) <= since < _FEAST_DAYS
        ahead = _FEAST_DAYS - min(since, 0) if feast else 3
        days = [
            d
            for y in (base.year - 1, base.year)
            for m in range(1, 13)
            if (d := solar(y, m, _number(text))) and (d - base).days <= ahead
        ]
        return max(days, default=None)
    if text.startswith("大年"):
        return nearest(1, _number(text[2:]), base)
    month, _, day = text.partition("月")
    return nearest(_MONTHS[month], _number(day), base)


def coming(text: str, base: date) -> date | None:
    """The next day that 初七 names, in whatever month: 初十前来修."""
    days = [d for y in (base.year - 1, base.year) for m in range(1, 13) if (d := solar(y, m, _number(text)))]
    return min((d for d in days if d >= base), default=None)


def festival(text: str, base: date) -> date | None:
    """The day of the lunar festival that the text begins with."""
    found = next((name for name in FESTIVALS if text.startswith(name)), "")
    return nearest(*FESTIVALS[found], base) if found else None
