"""Counters that an adopted report feeds, each figure with its sentence, and questions about our counts.

One note, one report, many counters: nobody reports the same figure twice. What is planned is not counted.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from bot.domain.language.names import SURNAMES
from bot.domain.language.periods import months, near, whole_months
from bot.domain.language.quantities import Quantity, quantities
from bot.domain.language.sentences import split


class Counter(StrEnum):
    """What is counted; the value is how people call it."""

    EVENTS = "活动场次"
    ATTENDANCE = "参与人次"
    MEMBERS = "党员人数"
    LECTURES = "上党课次数"
    STUDY = "中心组学习次数"
    FIXES = "整改条数"


UNITS = {
    Counter.EVENTS: "场",
    Counter.ATTENDANCE: "人次",
    Counter.MEMBERS: "人",
    Counter.LECTURES: "次",
    Counter.STUDY: "次",
    Counter.FIXES: "条",
}


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with the sentence that holds it."""

    counter: Counter
    value: int
    quote: str
    approx: bool = False


_PLANNED = re.compile(r"下一步|拟(?:于|在|定)|计划|将(?:于|在|继续|组织|开展|举办)|预计|打算|月底前|准备(?:在|于)")
_SUMMED = re.compile(r"累计|今年以来|年初以来|截至|至今|上半年|全年|去年")
# Visitors received and questions taken are deeds of their own, counted apart from who took part.
_NO_GUESTS = re.compile(r"空岗|迟到|早退|缺勤|脱岗|约谈|批评|处理|处分|出动|执法人员|劝导|查处|接待(?:游客|旅客)|咨询")
# What another time is compared with takes nothing from this one's figures.
COMPARED = re.compile(r"，?(?:同比|环比|[比较](?:去年|上年|前年|往年|同期))[^，。；]*")
# Who does the work is no guest: 12名抢修人员到场.
_AT_WORK = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:抢修|工作|执法|施工|技术|保洁|医护|安保|救援|维修|值班|作业|监管)人员"
    r"|(?:保洁|抢修|消防|安全|巡河|护林|网格|检测|抄表)员"
)
_HEADS = re.compile(r"人次|人|名|位|个人|号人|来号人")
_TIMES = re.compile(r"场|场次|次|堂|节|讲|期")


@lru_cache(maxsize=4096)
def counts(text: str) -> tuple[Count, ...]:
    """What a report's body feeds, at most one figure a counter; sums over longer times are left out."""
    found: dict[Counter, Count] = {}
    for span in split(text):
        told = COMPARED.sub("", span.text)
        if _PLANNED.search(told) or _SUMMED.search(told):
            continue
        for counter, read in _READERS:
            count = read(told)
            if count and _weightier(count, found.get(counter)):
                found[counter] = replace(count, quote=span.text)
    return tuple(found[counter] for counter in Counter if counter in found)


def total(every: Iterable[Count]) -> tuple[int, bool]:
    """The sum, and whether a part of it is approximate."""
    every = tuple(every)
    return sum(count.value for count in every), any(count.approx for count in every)


def _weightier(count: Count, before: Count | None) -> bool:
    return before is None or count.value > before.value


def _attendance(sentence: str) -> Count | None:
    """The largest number of people who took part; members of the party among them are a part of it."""
    found = [q for q in _figures(sentence) if _HEADS.fullmatch(q.unit) and _takes_part(sentence, q)]
    best = max(found, key=lambda q: q.value, default=None)
    return _count(Counter.ATTENDANCE, best, sentence) if best else None


def _takes_part(sentence: str, figure: Quantity) -> bool:
    if figure.unit == "人次":
        return _NO_GUESTS.search(sentence[max(0, figure.start - 8) : figure.start]) is None
    working = _AT_WORK.match(sentence, figure.end)
    if working and not re.match("参[加与训]", sentence[working.end() :]):
        return False
    if _NO_GUESTS.search(sentence[max(0, figure.start - 8) : figure.start]):
        return False
    near = sentence[max(0, figure.start - 14) : figure.end + 14]
    return bool(
        re.search(
            r"参加|参与|参观|参训|招收|游客|参赛|参学|到场|观看|观众|出席|听课|听讲|受益|惠及|来了|到会|服务群众", near
        )
    )


def _members(sentence: str) -> Count | None:
    for figure in _figures(sentence):
        after, before = sentence[figure.end : figure.end + 4], sentence[max(0, figure.start - 4) : figure.start]
        if _HEADS.fullmatch(figure.unit) and (
            re.match(r"(?:在职|退休|老|预备)?党员", after) or before.endswith("党员")
        ):
            return _count(Counter.MEMBERS, figure, sentence)
    return None


def _events(sentence: str) -> Count | None:
    """场 where they are counted, else the one occasion that the sentence tells of."""
    for figure in _figures(sentence):
        if figure.unit in ("场", "场次"):
            return _count(Counter.EVENTS, figure, sentence)
    return Count(Counter.EVENTS, 1, sentence) if _HELD.search(sentence) else None


def _occasions(counter: Counter, what: str) -> Callable[[str], Count | None]:
    """The figure behind the name (讲党课3次), or before it in the same clause (3次党课), else the one told."""
    named = re.compile(what)

    def read(sentence: str) -> Count | None:
        hit = named.search(sentence)
        if hit is None:
            return None
        found = [q for q in _figures(sentence) if _TIMES.fullmatch(q.unit)]
        after = [q for q in found if 0 <= q.start - hit.end() <= 4]
        before = [q for q in found if q.end <= hit.start() and not re.search("[，；]", sentence[q.end : hit.start()])]
        figure = next(iter(after or before), None)
        return _count(counter, figure, sentence) if figure else Count(counter, 1, sentence)

    return read


def _fixes(sentence: str) -> Count | None:
    for figure in _figures(sentence):
        before, after = sentence[max(0, figure.start - 8) : figure.start], sentence[figure.end : figure.end + 10]
        done = re.search(r"(?:整改|改了|销号|解决)(?:到位|完成|问题|完毕|了)*$", before) or re.match(
            r"(?:问题|隐患)?(?:均|都|全部|已|现场|当场|立即)*(?:完成)?(?:整改|销号|解决)", after
        )
        if figure.unit in ("条", "项", "个", "处", "件") and done:
            return _count(Counter.FIXES, figure, sentence)
    return None


def _figures(sentence: str) -> list[Quantity]:
    return [q for q in quantities(sentence) if not q.ordinal and not q.percent and q.value >= 1]


def _count(counter: Counter, figure: Quantity, sentence: str) -> Count:
    return Count(counter, int(figure.value), sentence, figure.approx or figure.low)


_HELD = re.compile(
    r"举办|举行|开展|组织|召开|演出|放映|送(?:书|戏|电影|展|春联|文化|教)|走进|慰问|上党课|讲党课|比赛|开班|宣讲|培训"
)
_READERS: tuple[tuple[Counter, Callable[[str], Count | None]], ...] = (
    (Counter.EVENTS, _events),
    (Counter.ATTENDANCE, _attendance),
    (Counter.MEMBERS, _members),
    (Counter.LECTURES, _occasions(Counter.LECTURES, r"(?:讲|上|授)[^，。；]{0,8}?党课|党课")),
    (Counter.STUDY, _occasions(Counter.STUDY, r"中心组[^，。；]{0,6}?(?:学习|研讨)")),
    (Counter.FIXES, _fixes),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be counted from `first` to `last`, both included; no counter means the reports themselves, a `topic`
    those that speak of it alone."""

    period: str
    first: date
    last: date
    counter: Counter | None
    topic: str = ""


_RULE = re.compile(r"要|应|必须|规定|至少|最多|能|可以|不得|每(?!个?(?:人|单位|科|馆))|标准|多久|几天")
_PAST = re.compile(r"(?:了|过|有|共|总共|一共)(?:多少|几)|(?:多少|几).{0,8}了$|[采录]?用(?:了|我们|咱们?)*(?:多少|几)")
_AT_THE_END = re.compile(r"(?:多少|几)[^，,。；;]{0,14}$")
_PERIOD = re.compile(
    r"这个?月|本月|上个?月|今年|本年|去年|上年|[这上]一?个?季度|本?季度|[上下]半年|\d{1,2}月份?|[这本上]周|[这上]个?星期"
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
    (Counter.ATTENDANCE, r"(?:多少|几)(?:人次|观众)|(?:多少|几)人?(?:参加|参与|群众)|(?:参加|参与|来)了?(?:多少|几)人"),
    (Counter.EVENTS, r"(?:多少|几)(?:场|次)?[^，,。多少几]{0,4}(?:活动|讲座|演出)|活动.{0,6}(?:多少|几)[场次]"),
)


# 今天交了哪些稿子, 谁还没交, 县图书馆交了没有
_WHICH = re.compile(
    r"(?:交|报送?|提交|上报|采用)(?:了|过|的)?(?:是|有)?(?:哪些|哪几[条篇]|什么|啥)(?:稿子?|信息|材料)?"
    rf"|(?:{_PERIOD.pattern})?(?:谁|哪[个些几家](?:单位|科室|馆|人|部门)?)(?:{_PERIOD.pattern})?(?:都|还)*(?:没有?|未)?"
    r"(?:交|报送?|提交|上报)(?:了|过|的|得)?(?:稿子?|信息|材料)?(?:最?多)?的?"
    rf"|(?:{_PERIOD.pattern})?(?:[一-龥]{{1,8}}(?:[馆局科站股室所院校队镇乡]|中心|街道)|(?!信息|稿|材|表)[{SURNAMES}][一-龥]{{1,2}})"
    rf"(?:{_PERIOD.pattern})?(?:交|报|提交|上报)了?没有?"
)


# 今年送戏下乡几场, 这个月一共办了多少场讲座
_TOPIC = re.compile(
    rf"(?:{_PERIOD.pattern})(?:我们|咱们?|全[局馆县]|一共|总?共|都|已经?|开展|举办|组织|[搞办演])*了?"
    r"(?:(?P<topic>(?!活动|[搞办演上开]了)(?![我咱])[一-龥]{2,8}?)(?:了|有|一共|总?共|办|搞|演)*(?:多少|几)[场次堂回](?:活动)?了?[？?。]?$)"
)


def asks(words: str) -> bool:
    """Whether the words ask how many there were of us, or which, or who has handed in nothing."""
    bare = words.rstrip("？?。 ")
    if (
        _WHICH.fullmatch(bare)
        or (_TOPIC.fullmatch(bare) and not _RULE.search(bare))
        or (_PERIOD.search(bare) and (which := _WHICH.search(bare)) and which.end() == len(bare))
    ):
        return True
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
    counter, topic = _counter(words), _TOPIC.search(words)
    unsaid = "今年" if counter or topic or _PAST.search(words) else "这个月"
    period, first, last = span(named[0] if named else unsaid, words, now)
    if counter is None and topic:
        counter = Counter.EVENTS
    return Asked(period, first, last, counter, topic["topic"] if topic and counter is Counter.EVENTS else "")


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
    numbered = re.search(r"(?<![这上])[一二三四1-4]个?季度", words)
    if not numbered and (short := near("本季度" if named == "季度" else named, today)):
        return _months(short[0].year, short[0].month, short[1].month)
    found = months(words, now)
    year, start, end = found or (today.year, 1, 12)
    return _months(year, start, end)


def _months(year: int, start: int, end: int) -> tuple[str, date, date]:
    first, last = whole_months(year, start, end)
    if (first.month, last.month) == (1, 12):
        return f"{year}年", first, last
    months_ = f"{first.month}月" if first.month == last.month else f"{first.month}—{last.month}月"
    return f"{year}年{months_}", first, last
