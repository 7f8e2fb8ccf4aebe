"""Time expressions of chat (今天, 上周五, 15号, 月底前, 上午九点半到十一点) and the days they name.

A day is resolved from the moment at which the message was said, never from a clock.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.domain import lunar
from bot.domain.numerals import HAN, fold, han_value

_N = rf"(?:\d{{1,2}}|[{HAN[2:]}]{{1,3}})"
_TO = r"\s*(?:至|到|-|－|—|~|～|和(?=\d+[日号]))\s*"
_PART = r"(?:上下午|凌晨|清晨|早上|早晨|今早|上午|中午|午后|下午|傍晚|晚上|晚间|夜里|夜间)"
_OFFSETS = {
    "大前天": -3,
    "前天": -2,
    "前日": -2,
    "前晚": -2,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "昨": -1,
    "今天": 0,
    "今日": 0,
    "今早": 0,
    "今晚": 0,
    "今儿": 0,
    "当天": None,
    "明天": 1,
    "明日": 1,
    "明早": 1,
    "明晚": 1,
    "后天": 2,
    "大后天": 3,
}
_WEEK = {c: i for i, c in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5} | {str(i + 1): i for i in range(6)}
_XUN = ("上旬", "中旬", "下旬")

_PATTERNS = [
    (
        "lunar",
        (
            rf"(?:[从自])?(?P<ln>{lunar.WRITTEN.pattern})(?:[一-龥]?(?:到|至|-|－|—|~"
            rf"|～)(?P<lnm>(?:正|二|三|四|五|六|七|八|九|十|冬|腊)月)?(?P<ln2>{lunar.DAY}"
            r"|十[一二三四五六七八九]))?(?P<lnby>之?前|起|以前)?"
        ),
    ),
    (
        "ymd",
        rf"(?:(?P<y>\d{{4}}|[零〇一二三四五六七八九]{{4}})年)?(?P<m>{_N})月(?P<d>{_N})(?:[日号]"
        r"|(?![\d件个种次场名人条项家册份位期篇起户天万千百%.]))"
        rf"(?:{_TO}(?:(?P<m2>{_N})月)?(?P<d2>{_N})[日号])?(?P<by>之?前|起|以前)?",
    ),
    ("iso", r"(?P<iy>20\d{2})[-/.](?P<im>1[0-2]|0?[1-9])[-/.](?P<id>3[01]|[12]\d|0?[1-9])(?!\d)"),
    (
        "dotted",
        (
            r"(?<![\d.])(?P<pm>1[0-2]|[1-9])\.(?P<pd>3[01]|[12]\d"
            r"|0?[1-9])(?:(?:到|至|-|—|~)(?P<pm2>1[0-2]|[1-9])\.(?P<pd2>3[01]|[12]\d|0?[1-9])(?![\d.])"
            r"|(?=在|上午|下午|中午|晚|早|日|号|[，,]|去|到|我|馆|局|县|开|举|组|\Z))"
        ),
    ),
    (
        "relmd",
        (
            r"(?P<rm>上上个月|上个?月|这个?月|本月"
            rf"|下个?月)(?P<rd>{_N})(?:[日号]?{_TO}(?P<rd2>{_N}))?[日号](?P<rby>之?前|起|以前)?"
        ),
    ),
    (
        "monthpart",
        rf"(?:(?P<my>\d{{4}})年)?(?:(?:(?P<mm0>{_N})月?份?{_TO})?(?P<mm>{_N})月份?"
        r"|(?P<mrel>上上个月|上个?月|这个?月|本月|当月|下个?月|(?<![正腊冬一二三四五六七八九十\d])月(?=[底初中末])))"
        r"(?P<seg>上旬|中旬|下旬|初|中(?!旬)|底|末)?(?P<mby>之?前|起|开始|以来|以前)?",
    ),
    (
        "dayno",
        rf"(?<![\d楼第月.:/])(?P<dn>{_N})(?:[日号]?{_TO}(?P<dn2>{_N}))?[号日](?P<dby>之?前|起|以前)?"
        r"(?![楼线店厅馆门桌院机仓会公文桥井信台展窗教宿坑柜]|出口|入口|通道|库房)",
    ),
    (
        "relday",
        (
            r"(?P<rel>大前天|大后天|前天|前日|前晚|昨天|昨日|昨晚|昨(?=[上下早晚中夜])|今天|今日|今儿|今早|今晚"
            r"|明天|明日|明早|明晚|明后(?:两|2)?天|今明(?:两|2)?天|后天)"
        ),
    ),
    (
        "week",
        r"(?<![每逢])(?P<wk>上上个?|上个?|这个?|本|下下个?|下个?)?(?:周|星期|礼拜)(?P<wd>[一二三四五六日天]"
        r"|[1-6](?![\d.．万千百人个家名场次件户元份])|(?<=[上这本下]周)末|(?<=个周)末)"
        r"(?![年期])(?!都|固定|闭馆|休馆|休息|不开|照[常旧例]|一律|通常|一般|历来|往常"
        r"|[^，。；]{0,4}(?:照[常旧例]|固定)|(?:[^，。；]{0,4})?都(?:要|会|有|得))(?<!周末)(?:(?:至|到|-|~)(?:周|星期"
        r"|礼拜)?(?P<wd2>[一二三四五六日天]|[1-6](?![\d.．万千百人个家名场次件户元份])))?(?P<wkby>之?前|起)?",
    ),
    (
        "weekonly",
        r"(?P<wo>上上个?|上个?|这个?|本|下个?)(?:周|星期|礼拜)(?![一二三四五六日天末年期])(?P<woby>之?内|末)?",
    ),
    (
        "yearrel",
        r"(?P<yr>今年|本年|去年(?!同)|前年|明年|年(?=底前|底之前|底)|(?P<yy>\d{4})年)(?P<yseg>上半年|下半年"
        r"|[一二三四]季度|第[一二三四]季度|底|初)?"
        r"(?P<yby>之?前(?![一二三四五六\d])|以来|起)?",
    ),
    ("feast", r"(?P<fd>元旦|三八|五一|六一|七一|八一|十一|国庆)节?(?:当天|那天|当日)"),
    ("halfyear", r"(?P<hf>上半年|下半年|第?[一二三四]季度|前[一二三]个?季度)"),
    ("recent", r"(?P<near>前几天|前两天|这几天|这两天|近几天|最近|近期|近日|日前|前段时间|刚才|刚刚)"),
]
_FEASTS = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "五一": (5, 1),
    "六一": (6, 1),
    "七一": (7, 1),
    "八一": (8, 1),
    "十一": (10, 1),
    "国庆": (10, 1),
}
_CLOCK = re.compile(
    rf"(?P<part>(?<![昨今明前]){_PART}|(?<![昨今明前])[早晚])?(?<![{HAN}\d.])(?P<h>\d{{1,2}}|十[一二]?"
    r"|二十[一二三四]?|[一二两三四五六七八九])"
    rf"(?:(?P<colon>[:：])(?P<min>\d{{2}})|[点时](?P<hmin>半|一刻|三刻|{_N}(?:分|(?![楼个名位场家层号人%])))?(?:钟"
    r"|整)?)"
    rf"(?:{_TO}(?P<part2>{_PART}|[早晚])?(?P<h2>\d{{1,2}}|十[一二]?|[一二两三四五六七八九])"
    rf"(?:[:：](?P<min2>\d{{2}})|[点时](?P<hmin2>半|一刻|三刻|{_N}(?:分|(?![楼个名位场家层号人%])))?(?:钟"
    r"|整)?))?(?P<about>左右|多)?"
)
_PART_RE = re.compile(rf"(?<![昨今明前]){_PART}|(?<=[昨今明前]天)晚(?!会|上|点|间|餐|饭)")
_DAY = re.compile("|".join(f"(?P<{name}>{body})" for name, body in _PATTERNS))


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression at [start, end). `written` is how the report writes it, `day` the first day it names.

    `kind` is "day", "month", "year", "clock", "part" (上午) or "vague"; `due` marks a limit (月底前).
    """

    start: int
    end: int
    kind: str
    written: str
    day: date | None = None
    last: date | None = None
    due: bool = False


def _int(text: str) -> int:
    value = float(text) if text.isdigit() else han_value(text)
    return int(value) if value is not None else -1


def _md(day: date, base: date) -> str:
    year = f"{day.year}年" if abs((day - base).days) > 300 and day.year != base.year else ""
    return f"{year}{day.month}月{day.day}日"


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _span(first: date, last: date | None, base: date) -> str:
    text = _md(first, base)
    if last and last != first:
        text += f"至{last.day}日" if last.month == first.month else f"至{last.month}月{last.day}日"
    return text


def _by(word: str | None) -> str:
    return {"之前": "前", "以前": "前", "开始": "起"}.get(word or "", word or "")


def _month_shift(base: date, months: int) -> date:
    index = base.year * 12 + base.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _nearest_year(month: int, day: int, base: date) -> date | None:
    """The latest such day up to three months after the message."""
    found = [d for y in (base.year - 1, base.year, base.year + 1) if (d := _safe(y, month, day))]
    near = [d for d in found if (d - base).days <= 90]
    return max(near) if near else None


def _ymd(m: re.Match[str], base: date) -> tuple[str, date | None, date | None]:
    month, day = _int(m["m"]), _int(m["d"])
    year = (int(m["y"]) if m["y"].isdigit() else int(han_value(m["y"]) or 0)) if m["y"] else None
    first = _safe(year, month, day) if year else _nearest_year(month, day, base)
    if first is None:
        return "", None, None
    last = None
    if m["d2"]:
        last = _safe(first.year, _int(m["m2"]) if m["m2"] else first.month, _int(m["d2"]))
    prefix = f"{year}年" if year and year != base.year else ""
    text = _span(first, last, first)
    return prefix + text + _by(m["by"]), first, last


def _day_number(m: re.Match[str], base: date, past: bool, plan: bool) -> tuple[str, date | None, date | None]:
    number = _int(m["dn"])
    month = base.replace(day=1)
    if number > base.day and past and not plan:
        month = _month_shift(base, -1)
    elif number < base.day and plan and not past:
        month = _month_shift(base, 1)
    first = _safe(month.year, month.month, number)
    if first is None:
        return "", None, None
    last = _safe(month.year, month.month, _int(m["dn2"])) if m["dn2"] else None
    return _span(first, last, base) + _by(m["dby"]), first, last


# Monday and Tuesday: the weekend that people speak of is the one behind them.
_EARLY = 1
# 周一到周五, of no week in particular: when a house is open, no days of an event.
_OPENING_DAYS = 4


def _weekday(m: re.Match[str], base: date, past: bool, plan: bool) -> tuple[str, date | None, date | None]:
    monday = base - timedelta(days=base.weekday())
    word = (m["wk"] or "").rstrip("个")
    if not word and not past and m["wd2"] and _WEEK[m["wd2"]] - _WEEK[m["wd"]] >= _OPENING_DAYS:
        return "", None, None
    weeks = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1, "下下": 2, "": 0}[word]
    day = monday + timedelta(days=7 * weeks + _WEEK[m["wd"]])
    if not word and past and day > base:
        day -= timedelta(days=7)
    elif not word and not plan and base.weekday() <= _EARLY and m["wd"] in "六日天末":
        day -= timedelta(days=7)  # 周六, said on a Monday without a word of intent
    elif not word and plan and not past and day < base:
        day += timedelta(days=7)
    last = monday + timedelta(days=7 * weeks + _WEEK[m["wd2"]]) if m["wd2"] else None
    if m["wd"] == "末":
        last = day + timedelta(days=1)
    return _span(day, last, base) + _by(m["wkby"]), day, last


def _week(m: re.Match[str], base: date) -> tuple[str, date | None]:
    word = m["wo"].rstrip("个")
    if word in ("下",):
        return "下周" + ("内" if m["woby"] and "内" in m["woby"] else ""), None
    if word in ("本", "这"):
        return "本周", None
    monday = base - timedelta(days=base.weekday() + (14 if word == "上上" else 7))
    names = {_XUN[min((d.day - 1) // 10, 2)] for d in (monday, monday + timedelta(days=4))}
    return f"{monday.month}月" + (names.pop() if len(names) == 1 else "中下旬" if "下旬" in names else "上中旬"), monday


def _month_of(word: str, base: date) -> date:
    """First day of 上个月, 这个月, 下个月 …"""
    return _month_shift(base, -2 if word.startswith("上上") else -1 if word[0] == "上" else 1 if word[0] == "下" else 0)


def _month(m: re.Match[str], base: date) -> tuple[str, date | None]:
    if m["mrel"]:
        first = _month_of(m["mrel"], base)
    else:
        number = _int(m["mm"])
        if not 1 <= number <= 12:
            return "", None
        # 12月份的, said in January, is last year's
        before = not m["my"] and base.month <= 2 and number >= 11
        first = date(int(m["my"]) if m["my"] else base.year - before, number, 1)
    year = f"{first.year}年" if m["my"] and first.year != base.year else ""
    seg = {"末": "底"}.get(m["seg"] or "", m["seg"] or "")
    since = f"{_int(m['mm0'])}至" if m["mm0"] and 1 <= _int(m["mm0"]) <= 12 else ""
    return f"{year}{since}{first.month}月{seg}{_by(m['mby'])}", first


def _year(m: re.Match[str]) -> str:
    word = m["yr"]
    seg = (m["yseg"] or "").removeprefix("第")
    head = "今年" if word == "本年" else word
    return head + seg + _by(m["yby"])


def _resolve(m: re.Match[str], base: date, past: bool, plan: bool) -> Moment | None:
    """The moment that a match names; None where the digits make no date."""
    start, end = m.span()
    if m["lunar"]:
        first = lunar.read(m["ln"], base)
        last = (
            lunar.read((m["lnm"] or re.sub(r"初.+|廿.*|(?<=月).+", "", m["ln"])) + m["ln2"], base)
            if first and m["ln2"]
            else None
        )
        if first is None:
            return None
        written, due = _span(first, last, base) + _by(m["lnby"]), _by(m["lnby"]) == "前"
        if name := next((f for f in lunar.FESTIVALS if m["ln"].startswith(f)), ""):
            written += f"（{name}）"
    elif m["ymd"]:
        written, first, last = _ymd(m, base)
        due = bool(m["by"]) and _by(m["by"]) == "前"
    elif m["iso"]:
        first, last, due = _safe(int(m["iy"]), int(m["im"]), int(m["id"])), None, False
        if first is None:
            return None
        written = ("" if first.year == base.year else f"{first.year}年") + f"{first.month}月{first.day}日"
    elif m["dotted"]:
        if end == len(m.string) and start and not m["pm2"]:  # 得分9.8 ends with no date
            return None
        first, last, due = _nearest_year(int(m["pm"]), int(m["pd"]), base), None, False
        if first is None:
            return None
        if m["pm2"]:
            last = _safe(first.year, int(m["pm2"]), int(m["pd2"]))
        written = _span(first, last, base)
    elif m["feast"]:
        first, last, due = _nearest_year(*_FEASTS[m["fd"]], base), None, False
        written = _md(first, base) if first else ""
    elif m["relmd"]:
        month = _month_of(m["rm"], base)
        first, last = _safe(month.year, month.month, _int(m["rd"])), None
        if first is None:
            return None
        if m["rd2"]:
            last = _safe(month.year, month.month, _int(m["rd2"]))
        written, due = _span(first, last, base) + _by(m["rby"]), bool(m["rby"])
    elif m["dayno"]:
        written, first, last = _day_number(m, base, past, plan or bool(m["dby"]))
        due = bool(m["dby"])
    elif m["relday"]:
        word = m["rel"]
        first = base + timedelta(days=_OFFSETS.get(word) or 0)
        last, due = None, False
        part = {"早": "早上", "晚": "晚"}.get(word[-1], "")
        written = _md(first, base) + part
        if word.startswith(("明后", "今明")):
            first = base + timedelta(days=int(word[0] == "明"))
            last = first + timedelta(days=1)
            written = _span(first, last, base)
    elif m["week"]:
        written, first, last = _weekday(m, base, past, plan)
        due = bool(m["wkby"])
    elif m["weekonly"]:
        written, first = _week(m, base)
        return Moment(start, end, "month", written, first)
    elif m["monthpart"]:
        written, first = _month(m, base)
        if not written:
            return None
        return Moment(start, end, "month", written, first, due=_by(m["mby"]) == "前")
    elif m["yearrel"]:
        return Moment(start, end, "year", _year(m), due=m["yr"] == "年" and _by(m["yby"]) == "前")
    elif m["halfyear"]:
        return Moment(start, end, "year", m["hf"].removeprefix("第"))
    else:
        return Moment(start, end, "vague", "近日" if m["near"] not in ("刚才", "刚刚") else "")
    return Moment(start, end, "day", written, first, last, due) if first else None


def _clock_text(part: str | None, hour: str, minute: str | None) -> str:
    number = _int(hour)
    minutes = {"半": "30", "一刻": "15", "三刻": "45"}.get(minute or "", minute or "").rstrip("分")
    if minutes and not minutes.isdigit():
        minutes = str(_int(minutes))
    part = {"今早": "早上", "早晨": "早上", "晚上": "晚", "晚间": "晚", "夜里": "夜间", "午后": "下午"}.get(
        part or "", part or ""
    )
    return f"{part}{number}时" + (f"{int(minutes)}分" if minutes and int(minutes) else "")


def _clocks(text: str) -> list[Moment]:
    found = []
    for m in _CLOCK.finditer(text):
        if not 0 <= _int(m["h"]) <= 24 or (m["h2"] and not 0 <= _int(m["h2"]) <= 24):
            continue
        ahead = text[max(0, m.start() - 12) : m.start()]
        if re.search(r"百分之[零一二三四五六七八九十百]*$", ahead):
            continue
        if m[0] == "一点" and not re.search(r"(?:^|[，。\s在到从])$", ahead):
            continue
        bare = (
            text[m.start() - 1 : m.start()] != "日"
            and not m["part"]
            and not m["colon"]
            and not m["hmin"]
            and not m["h2"]
        )
        rest = text[m.end() : m.end() + 3]
        if bare and m[0][-1] == "点" and re.search(r"(?:讲|提|说|强调|归纳|部署|要求)(?:了|出)?$", ahead):
            continue  # 曹局讲了4点
        bare = bare and not re.search(r"(?:截至|截止)$", ahead)
        if bare and m[0][-1] not in "钟整" and not (text[m.end() - 1] in "点时" and _looks_like_clock(text, m, rest)):
            continue
        written = _clock_text(m["part"], m["h"], m["min"] or m["hmin"])
        if m["h2"]:
            written += "至" + _clock_text(
                m["part2"] if m["part2"] != m["part"] else None, m["h2"], m["min2"] or m["hmin2"]
            )
        written += {"左右": "左右", "多": "许"}.get(m["about"] or "", "")
        found.append(Moment(m.start(), m.end(), "clock", written))
    taken = {i for f in found for i in range(f.start, f.end)}
    for m in _PART_RE.finditer(text):
        if re.search(r"每[^，。]{0,4}$", text[max(0, m.start() - 6) : m.start()]):
            continue
        if m.start() not in taken and m[0] != "今早":
            written = {"上下午": "", "晚上": "晚", "早晨": "早上", "晚间": "晚", "夜里": "夜间", "午后": "下午"}.get(
                m[0], m[0]
            )
            found.append(Moment(m.start(), m.end(), "part", written))
    return found


def _looks_like_clock(text: str, m: re.Match[str], rest: str) -> bool:
    """三点在文化馆 is a time, 三点建议 is not."""
    if re.match(r"(?:建议|要求|意见|体会|希望|问题|做法|共识|启示|措施|分)", rest):
        return False
    return bool(
        re.match(
            (
                r"$|[，,。;；、\s]|在|到|开|集|出|左|多|前|就|，|我|去|给|组|举|召|请|来|参|进|从|由|准|正|起|止|警"
                r"|抵|散|赶|没有|无|以[后前]|之[后前]"
            ),
            rest,
        )
    )


# 每周三周六, 每月5号、20号: the second is a habit like the first, no day of its own.
_HABIT = re.compile(
    r"(?:[每逢]个?(?:周|星期|礼拜|月)[^，。；\s]{0,5}[、和及与]?|平常|往常|平时|普通|一般)的?$"
    r"|(?:球员|队员|前锋|后卫|中锋|门将|号码)[^，。]{0,6}$"
)


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[tuple[Moment, ...], tuple[re.Match[str], ...]]:
    """Clock times, and the words that name a day; what day they mean depends on when and how they were said."""
    clocks = _clocks(text)
    taken = {i for c in clocks if c.kind == "clock" for i in range(c.start, c.end)}
    days = [
        m
        for m in _DAY.finditer(text)
        if taken.isdisjoint(range(m.start(), m.end())) and not _HABIT.search(text[max(0, m.start() - 14) : m.start()])
    ]
    return tuple(clocks), tuple(days)


# 今晚, said past midnight, is the evening that is over.
_SMALL_HOURS = 4


@lru_cache(maxsize=4096)
def moments(text: str, said: datetime, *, past: bool = False, plan: bool = False) -> tuple[Moment, ...]:
    """Every time expression of the text, left to right.

    `said` is when the message was said. `past` and `plan` tell whether the clause speaks of something done or
    intended: they decide whether 15号 and 周五 look back or ahead.
    """
    clocks, days = _found(fold(text))
    found = list(clocks)
    for m in days:
        base = said.date()
        if said.hour < _SMALL_HOURS and m["relday"] and m["rel"] == "今晚":
            base -= timedelta(days=1)
        moment = _resolve(m, base, past, plan)
        if moment and moment.written is not None:
            found.append(moment)
    return tuple(_merged(sorted(found, key=lambda f: (f.start, -f.end)), text, said.date()))


def _merged(found: list[Moment], text: str, base: date) -> list[Moment]:
    """26号27号, 周六周日: days that follow each other, said one behind the other, are one time."""
    joined: list[Moment] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last and last.kind == one.kind == "day" and not (last.due or one.due or last.last or one.last)
            and last.day and one.day == last.day + timedelta(days=1) and text[last.end : one.start] in ("", "、", "和")
        ):  # fmt: skip
            joined[-1] = Moment(last.start, one.end, "day", _span(last.day, one.day, base), last.day, one.day)
        else:
            joined.append(one)
    return joined
