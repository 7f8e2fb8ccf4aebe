"""Questions about our own counts: 这个月我们报了几条, 今年上了几次党课. Questions about rules are not among them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.language.periods import months, whole_months
from bot.domain.submissions.tally import Counter


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be counted from `first` to `last`, both included; no counter means the reports themselves."""

    period: str
    first: date
    last: date
    counter: Counter | None


_RULE = re.compile(r"要|应|必须|规定|至少|最多|能|可以|不得|每|标准|多久|几天")
_PAST = re.compile(r"(?:了|过|有|共|总共|一共)(?:多少|几)|(?:多少|几).{0,8}了$|[采录]?用(?:了|我们|咱们?)*(?:多少|几)")
_AT_THE_END = re.compile(r"(?:多少|几)[^，,。；;]{0,14}$")
_PERIOD = re.compile(
    r"这个?月|本月|上个?月|今年|本年|去年|上年|这一?季度|本?季度|[上下]半年|\d{1,2}月份?|[这本上]周|[这上]个?星期"
    r"|今天|20\d\d年|十[一二]?月|[一二三四五六七八九]月|截至目前|到现在"
)
_REPORTS = re.compile(
    r"(?:报送?|上报|提交|交|投|采用|发|登|上|见报)(?:了|我们|咱们?)*(?:多少|几)(?:条|篇|个)"
    r"|(?:报送?|上报|提交|采用)了?多少$"
    r"|(?:被|给|让)?(?:用|采|收|录用|采纳|退)(?:了|掉|回来?)*(?:我们|咱们?)*(?:多少|几)(?:条|篇)"
    r"|(?:交|报|发|采用)了?多少(?:信息|稿子?)|(?:多少|几)(?:条|篇)(?:信息|稿子?|被?采用)"
)
_COUNTERS = (
    (Counter.STUDY, r"中心组"),
    (Counter.LECTURES, r"党课"),
    (Counter.MEMBERS, r"(?:多少|几)(?:名|个|位)?党员"),
    (Counter.FIXES, r"整改.{0,4}(?:(?:多少|几)(?:条|项|个|处)|多少问题)|(?:多少|几)(?:条|项|个|处)(?:问题)?.{0,4}整改"),
    (Counter.ATTENDANCE, r"(?:多少|几)人次|(?:多少|几)人?(?:参加|参与|群众)|(?:参加|参与|来)了?(?:多少|几)人"),
    (Counter.EVENTS, r"(?:多少|几)(?:场|次)?[^，,。多少几]{0,4}(?:活动|讲座|演出)|活动.{0,6}(?:多少|几)[场次]"),
)


def asks(words: str) -> bool:
    """Whether the words ask how many there were of us."""
    if len(words) > 40 or _RULE.search(words) or not _PAST.search(words) or not _AT_THE_END.search(words):
        return False
    ours = bool(_PERIOD.search(words)) or bool(re.search("我们|咱|我[馆科局站]|各[单馆科]", words))
    return ours and bool(_counter(words) or _REPORTS.search(words))


_OTHER = re.compile(rf"(?:那|那么)?(?P<period>{_PERIOD.pattern})(?:的)?呢[？?]?")


def other_period(words: str, before: str) -> str:
    """The question before with the period that the words name instead (上周呢); empty where they name none."""
    found = _OTHER.fullmatch(words.strip())
    return found["period"] + _PERIOD.sub("", before) if found and before else ""


def read(words: str, now: datetime) -> Asked:
    """What words that ask are to count."""
    named = _PERIOD.search(words)
    period, first, last = span(named[0] if named else "今年", words, now)
    return Asked(period, first, last, _counter(words))


def _counter(words: str) -> Counter | None:
    return next((one for one, signs in _COUNTERS if re.search(signs, words)), None)


def span(named: str, words: str, now: datetime) -> tuple[str, date, date]:
    """The period as it is written, with its first and last day; `words` may name a quarter or a year besides."""
    today = now.date()
    if named == "今天":
        return "今天", today, today
    if re.fullmatch(r".周|.个?星期", named):
        last = named.startswith("上")
        monday = today - timedelta(days=today.weekday() + 7 * last)
        return "上周" if last else "本周", monday, monday + timedelta(days=6)
    if re.match(r"这个?月|本月|上个?月", named):
        first = today.replace(day=1)
        first = (first - timedelta(days=1)).replace(day=1) if named.startswith("上") else first
        return _months(first.year, first.month, first.month)
    if named in ("本季度", "季度") and not re.search(r"[一二三四1-4]季度", words):
        start = (today.month - 1) // 3 * 3 + 1
        return _months(today.year, start, start + 2)
    found = months(words, now)
    year, start, end = found or (today.year, 1, 12)
    return _months(year, start, end)


def _months(year: int, start: int, end: int) -> tuple[str, date, date]:
    first, last = whole_months(year, start, end)
    if (first.month, last.month) == (1, 12):
        return f"{year}年", first, last
    months_ = f"{first.month}月" if first.month == last.month else f"{first.month}—{last.month}月"
    return f"{year}年{months_}", first, last
