"""Words that name a day, a month or a year (上周五, 15号, 月底前) and what they mean on the day they are said."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.language import lunar
from bot.domain.language.day_patterns import BY_FEAST, FEASTS, GREAT_FEASTS, OFFSETS, PART_NAMED
from bot.domain.language.moment import Moment, number, safe_day, written_day, written_span
from bot.domain.language.numerals import han_value

_WEEK = {c: i for i, c in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5} | {str(i + 1): i for i in range(6)}


@dataclass(frozen=True, slots=True)
class _Said:
    """A word for a day, the day it was said on, and whether its clause tells of something done or intended."""

    m: re.Match[str]
    base: date
    past: bool
    plan: bool

    def day(self, written: str, first: date | None, last: date | None = None, *, due: bool = False) -> Moment | None:
        """The moment; None where the figures make no day of the calendar."""
        return Moment(*self.m.span(), "day", written, first, last, due) if first else None

    def other(self, kind: str, written: str, first: date | None = None, *, due: bool = False) -> Moment:
        return Moment(*self.m.span(), kind, written, first, due=due)


def _by(word: str | None) -> str:
    return {"之前": "前", "以前": "前", "开始": "起"}.get(word or "", word or "")


def _month_shift(base: date, months: int) -> date:
    index = base.year * 12 + base.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _nearest_year(month: int, day: int, base: date) -> date | None:
    """The latest such day up to three months after the message."""
    found = [d for y in (base.year - 1, base.year, base.year + 1) if (d := safe_day(y, month, day))]
    near = [d for d in found if (d - base).days <= 90]
    return max(near) if near else None


# 今年3月2日, said in December, is no day to come.
_NAMED_YEAR = {"今年": 0, "本年": 0, "去年": -1, "前年": -2}


def _ymd(said: _Said) -> Moment | None:
    m, base = said.m, said.base
    month, day = number(m["m"]), number(m["d"])
    year = (int(m["y"]) if m["y"].isdigit() else int(han_value(m["y"]) or 0)) if m["y"] else None
    if m["ny"]:
        year = base.year + _NAMED_YEAR[m["ny"]]
    first = safe_day(year, month, day) if year else _nearest_year(month, day, base)
    if first is None:
        return None
    last = None
    if m["d2"]:
        last = safe_day(first.year, number(m["m2"]) if m["m2"] else first.month, number(m["d2"]))
    prefix = f"{year}年" if year and year != base.year else ""
    text = written_span(first, last, first)
    if last and "、" in m[0] and last != first + timedelta(days=1):  # 4月27、29日 are two days, no span
        text = f"{first.month}月{first.day}日、{last.day}日"
    return said.day(prefix + text + _by(m["by"]), first, last, due=_by(m["by"]) == "前")


# What began a few days ago and goes on.
_BEGUN = 7


def _beside_feast(said: _Said, day: int) -> Moment | None:
    """The first such day after, or the last before, the feast that is named right ahead of it."""
    m, base = said.m, said.base
    found = BY_FEAST.search(m.string[: m.start()])
    if found is None:
        return None
    named = (found["feast"],) if found["feast"] else GREAT_FEASTS
    years = (base.year - 1, base.year, base.year + 1)
    feasts = [
        safe_day(y, *FEASTS[f]) if f in FEASTS else lunar.solar(y, *lunar.FESTIVALS[f]) for f in named for y in years
    ]
    feast = min((d for d in feasts if d), key=lambda d: abs(d - base), default=base)
    days = (feast + timedelta(days=n if found["side"] == "后" else -n) for n in range(31))
    there = next((d for d in days if d.day == day), None)
    return Moment(found.start(), m.end(), "day", found[0] + written_day(there, base), there) if there else None


# 1号开班, said on the 31st
_NEXT_MONTH = 25


def _day_number(said: _Said) -> Moment | None:
    """15号 of this month, the last or the next: 15号前 is still to come."""
    m, base, past = said.m, said.base, said.past
    day = number(m["dn"])
    if beside := _beside_feast(said, day):
        return beside
    begun = _by(m["dby"]) == "起" and 0 <= base.day - day <= _BEGUN  # 16日起限行, said on the 17th
    plan = said.plan or (bool(m["dby"]) and not begun)
    month = base.replace(day=1)
    if day > base.day and past and not plan:
        month = _month_shift(base, -1)
    elif day < base.day and not past and (plan or (base.day - day >= _NEXT_MONTH and "的" not in m.string)):
        month = _month_shift(base, 1)
    first = safe_day(month.year, month.month, day)
    if first is None:
        return None
    last = safe_day(month.year, month.month, number(m["dn2"])) if m["dn2"] else None
    return said.day(written_span(first, last, base) + _by(m["dby"]), first, last, due=bool(m["dby"]))


# Monday and Tuesday: the weekend that people speak of is the one behind them.
_EARLY, _LATE = 1, 5
# 周一到周五, of no week in particular: when a house is open, no days of an event.
_OPENING_DAYS = 4

# 6月起周五周六开到12点: such days of every week.
_EVER_SINCE = re.compile(r"[月年周次号日天]起(?:，|每[个逢]?)?(?:(?:周|星期|礼拜)[一二三四五六日天末][、和到至]?)*$")

# 网上写周六开，门口写周六休: what is posted up holds for every week; so does 周六周日十点, with no deed.
_POSTED = re.compile(r"[写贴印标登挂](?:着|的是?)?$")
_TWO_DAYS = r"(?:周|星期|礼拜)[一二三四五六日天][和、]?(?:周|星期|礼拜)[一二三四五六日天]"
_HOURS = re.compile(rf"{_TWO_DAYS}(?:[上下]午|早上|晚上)?[\d一二三四五六七八九十]{{1,3}}[点:：]\S{{0,3}}")

# 下一课周四, said on a Thursday: no past tells of it
_NEXT = re.compile(r"^下一?[次回课场期站批轮届节堂拨]")


def _every_week(m: re.Match[str]) -> bool:
    before = m.string[max(0, m.start() - 8) : m.start()]
    return any(sign.search(before) for sign in (_EVER_SINCE, _POSTED)) or _HOURS.fullmatch(m.string) is not None


def _counts(m: re.Match[str]) -> bool:
    """Whether the words around the weekday tell a figure, as those of a week gone by do."""
    return re.search(r"[\d一二两三四五六七八九十百]", m.string[: m.start()] + m.string[m.end() :]) is not None


def _weekday(said: _Said) -> Moment | None:
    m, base, past, plan = said.m, said.base, said.past, said.plan
    monday = base - timedelta(days=base.weekday())
    word = (m["wk"] or "").rstrip("个")
    if not word and _every_week(m):
        return said.other("month", m[0])
    if not word and not past and m["wd2"] and _WEEK[m["wd2"]] - _WEEK[m["wd"]] >= _OPENING_DAYS:
        return None
    weeks = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1, "下下": 2, "": 0}[word]
    day = monday + timedelta(days=7 * weeks + _WEEK[m["wd"]])
    if (
        not word
        and not past
        and not plan
        and not m["wd2"]
        and base - day == timedelta(days=1)
        and base.weekday() < _LATE
    ):
        return said.other("month", m[0])  # 周三来检查, said on a Thursday: yesterday has a word of its own
    if not word and past and day > base:
        day -= timedelta(days=7)
    elif not word and day <= base and _NEXT.search(m.string):
        day += timedelta(days=7)
    elif not word and not plan and base.weekday() <= _EARLY and m["wd"] in "六日天末":
        day -= timedelta(days=7)  # 周六, said on a Monday without a word of intent
    elif not word and not past and not m["wd2"] and base.weekday() >= _LATE and m["wd"] in "一二" and not _counts(m):
        day += timedelta(days=7)  # 周一送援助中心, said at the week's end of nothing done or counted
    elif not past and day < base and ((plan and not word) or (_by(m["wkby"]) == "前" and word in ("", "这", "本"))):
        day += timedelta(days=7)  # 这周五前改完, said on a Sunday: no deadline lies behind
    last = day + timedelta(days=_WEEK[m["wd2"]] - _WEEK[m["wd"]]) if m["wd2"] else None
    if m["wd"] == "末":
        last = day + timedelta(days=1)
    return said.day(written_span(day, last, base) + _by(m["wkby"]), day, last, due=bool(m["wkby"]))


def _week(said: _Said) -> Moment:
    """上周 is told by its days: 11月9日至15日."""
    base, word = said.base, said.m["wo"].rstrip("个")
    if word == "下":
        return said.other("month", "下周" + ("内" if "内" in (said.m["woby"] or "") else ""))
    if word in ("本", "这"):
        return said.other("month", "本周")
    monday = base - timedelta(days=base.weekday() + (14 if word == "上上" else 7))
    return said.other("month", written_span(monday, monday + timedelta(days=6), base), monday)


def _month_of(word: str, base: date) -> date:
    """First day of 上个月, 这个月, 下个月 …"""
    return _month_shift(base, -2 if word.startswith("上上") else -1 if word[0] == "上" else 1 if word[0] == "下" else 0)


def _month(said: _Said) -> Moment | None:
    m, base = said.m, said.base
    if m["mrel"]:
        first = _month_of(m["mrel"], base)
    else:
        month = number(m["mm"])
        if not 1 <= month <= 12:
            return None
        # 12月份的, said in January, is last year's
        before = not m["my"] and base.month <= 2 and month >= 11
        first = date(int(m["my"]) if m["my"] else base.year - before, month, 1)
    year = f"{first.year}年" if m["my"] and first.year != base.year else ""
    seg = {"末": "底"}.get(m["seg"] or "", m["seg"] or "")
    since = f"{number(m['mm0'])}至" if m["mm0"] and 1 <= number(m["mm0"]) <= 12 else ""
    until = _by(m["mby"])
    named = f"{first.month}月"
    if (m["mrel"] or "").startswith("下") and not seg and until in ("", "起"):
        named = "下月"  # 下月 names its month no less than 12月
    return said.other("month", f"{year}{since}{named}{seg}{until}{m['mfirst'] or ''}", first, due=until == "前")


def _lunar(said: _Said) -> Moment | None:
    m, base = said.m, said.base
    first = lunar.read(m["ln"], base, past=said.past)
    if first is None:
        return None
    month = m["lnm"] or re.sub(r"初.+|廿.*|(?<=月).+", "", m["ln"])
    last = lunar.read(month + m["ln2"], base) if m["ln2"] else None
    name = next((f for f in lunar.FESTIVALS if m["ln"].startswith(f)), "")
    name = name or (
        "" if last or "月" not in m["ln"] or m["lnby"] else re.sub(r"^(?:农历|阴历|旧历)|那[天日]$", "", m["ln"])
    )
    written = written_span(first, last, base) + _by(m["lnby"]) + (f"（{name}）" if name else "")
    return said.day(written, first, last, due=_by(m["lnby"]) == "前")


def _iso(said: _Said) -> Moment | None:
    first = safe_day(int(said.m["iy"]), int(said.m["im"]), int(said.m["id"]))
    if first is None:
        return None
    year = "" if first.year == said.base.year else f"{first.year}年"
    return said.day(f"{year}{first.month}月{first.day}日", first)


def _dotted(said: _Said) -> Moment | None:
    m = said.m
    if m.end() == len(m.string) and m.start() and not m["pm2"]:  # 得分9.8 ends with no date
        return None
    first = _nearest_year(int(m["pm"]), int(m["pd"]), said.base)
    if first is None:
        return None
    last = safe_day(first.year, int(m["pm2"]), int(m["pd2"])) if m["pm2"] else None
    return said.day(written_span(first, last, said.base), first, last)


def _feast(said: _Said) -> Moment | None:
    first = _nearest_year(*FEASTS[said.m["fd"]], said.base)
    return said.day(written_day(first, said.base), first) if first else None


def _day_of_month(said: _Said) -> Moment | None:
    """上个月15号, 下个月3号到5号."""
    m, month = said.m, _month_of(said.m["rm"], said.base)
    first = safe_day(month.year, month.month, number(m["rd"]))
    if first is None:
        return None
    last = safe_day(month.year, month.month, number(m["rd2"])) if m["rd2"] else None
    return said.day(written_span(first, last, said.base) + _by(m["rby"]), first, last, due=bool(m["rby"]))


_ONE_DAY = 2


def _relative(said: _Said) -> Moment | None:
    """昨天, 今晚, 明后两天."""
    word, base = said.m["rel"].removesuffix("上"), said.base
    if word[-2:] in ("两天", "2天") or (word.startswith(("明后", "今明", "昨今", "前天")) and len(word) > _ONE_DAY):
        first = base + timedelta(days={"明": 1, "今": 0, "昨": -1, "前": -2}[word[0]])
        first -= timedelta(days="昨" in word[1:] and word[0] == "今")  # 今天跟昨天
        last = first + timedelta(days=1)
        return said.day(written_span(first, last, base), first, last)
    first = base + timedelta(days=OFFSETS[word])
    return said.day(written_day(first, base) + PART_NAMED.get(word[-1], ""), first)


def _year(said: _Said) -> Moment:
    word, until = said.m["yr"], _by(said.m["yby"])
    written = ("今年" if word == "本年" else word) + (said.m["yseg"] or "").removeprefix("第") + until
    return said.other("year", written, due=word == "年" and until == "前")


_READ: dict[str, Callable[[_Said], Moment | None]] = {
    "lunar": _lunar,
    "ymd": _ymd,
    "iso": _iso,
    "dotted": _dotted,
    "feast": _feast,
    "relmd": _day_of_month,
    "dayno": _day_number,
    "relday": _relative,
    "week": _weekday,
    "weekonly": _week,
    "monthpart": _month,
    "yearrel": _year,
    "halfyear": lambda said: said.other("year", said.m["hf"].removeprefix("第")),
    "recent": lambda said: said.other("vague", "近日" if said.m["near"] not in ("刚才", "刚刚") else ""),
}


def resolved(m: re.Match[str], base: date, past: bool, plan: bool) -> Moment | None:
    """The moment that a match of DAY_WORDS names, said on `base`; None where its digits make no date."""
    return _READ[m.lastgroup or ""](_Said(m, base, past, plan))
