"""The opening of a bulletin: figures of a month or a week, told as label and value (10月，县图书馆进馆1.23万人次).

A bulletin is no deed of a day: it opens with the period that its figures are of, and its title names whose they are.
"""

import re
from dataclasses import dataclass
from itertools import takewhile

from bot.domain.language.moment import Moment
from bot.domain.notes.utterances import Utterance
from bot.writing.days import as_of, when_of
from bot.writing.deeds import STARTS_VERB, with_verb, without_time
from bot.writing.literal import as_of as up_to
from bot.writing.literal import belongs
from bot.writing.naming import HEADER
from bot.writing.ourselves import strip_self
from bot.writing.titles import Lead
from bot.writing.wording import formal

_WITHIN = 2
_LONGEST_TITLE = 30
_LONGEST_TOPIC = 14
_FEWEST = 2
_MOST_HEADS = 4
_OF_YEAR = re.compile(r"季度|半年|\d{4}年")
# 新媒体数据, 旅游投诉情况: what the list is called.
_CALLED = re.compile(r"的?(?:统计)?(?:数据|数字|报表|统计|情况|小结|汇总)$|(?<=[年月周])的?数$")
_BODY = re.compile(r"^[一-龥]{1,10}(?:馆|局|中心|股|所|站|室|科|队|院|社|(?<![报公统])办|影城|影院|剧场|景区)$")
_OWNER = re.compile(
    r"(?P<who>[一-龥]{1,10}?(?:馆|局|中心|股|所|站|室|科|队|院|社|志办|景区|影院|剧场))[：:]?(?=[一-龥]{2})"
)
_ALL = re.compile(r"全[县市区镇乡]|[我本][县市区]|各")
_HOLIDAY = re.compile(r"五一|国庆|春节|清明|中秋|端午|元旦|[暑寒]?假|双节|黄金周")
_MEASURE = re.compile(r"(?:[数量率额]|收入|支出|人次)$")
# 第二周, as in 11月第二周
_NTH = re.compile(r"第[一二三四五]周")
# What is told of somebody's deed and not counted: 召开了会议, 组织检查
_DEED = re.compile(
    r"(?:开|办|举办|召开|组织|举行|检查|抽查|巡查|督查|暗访|走访|慰问|演|接待了|培训|联合)了?(?!率|结|理|件|证|班|馆|放)[^\d]*(?:会|活动|赛|展|演练|行动|仪式)"
)
_TELLS = re.compile(r"了(?!解)|(?<![正现])在(?=[一-龥])(?![办册编建营岗途校馆架])")
_COUNTED = re.compile(r"^[^\d]{1,14}(?:[\d][\d.,]*[万亿]?[多余]?[^\d，]{0,6})+$|^[^了]{0,8}(?:比|同比|环比|较)[^，]*\d")


@dataclass(frozen=True, slots=True)
class _Opening:
    """The period, what stands before the first figure, and the utterances that say both."""

    period: str
    topic: str
    called: str
    figures: str
    heads: tuple[Utterance, ...]
    first: Utterance


def bulletin_of(content: list[Utterance], unit: str) -> Lead | None:
    """The opening of figures of a period; None where the notes tell of anything else."""
    told = _opening(content, unit)
    if told is None:
        return None
    first = re.sub(r"(?<=[股科室所])：", "", formal(told.figures))
    when = told.period
    if told.period in ("", "本周"):
        when = as_of(told.first, when_of(told.first, [told.first], told.first.said))
    deed, title = _told(told, first, unit)
    lead = Lead(when, unit, "", deed, told.first, [u for u in told.heads if u is not told.first], foreign=True)
    lead.named = _reported(title, deed, unit)
    return lead


def _told(told: _Opening, first: str, unit: str) -> tuple[str, str]:
    """(what the opening says behind its period, the title)"""
    own = _OWNER.match(first)
    now = told.period if told.period == "本周" else ""
    if _ALL.match(first):
        return now + first, _fitting(told.period + first, f"{unit}{told.period}数据")
    if not told.topic or _BODY.match(told.topic):
        who = own["who"] if own else told.topic if told.topic and not unit.endswith(told.topic) else unit
        what = first.removeprefix(who)
        whole = "" if told.called else f"{who}{told.period}{what}"
        return f"{who}{now}{what}", _fitting(whole, f"{who}{told.period}{told.called or '数据'}")
    called = told.called or ("" if _MEASURE.search(told.topic) else "情况")
    whose = _OWNER.match(told.topic)
    who, what = (whose["who"], told.topic[whose.end() :]) if whose else (unit, told.topic)
    if told.period and _ALL.match(told.topic):
        who = ""
    return f"{now}{told.topic}{called}：{first}", _fitting(
        f"{who}{told.period}{what}{called}", f"{who}{told.period}数据"
    )


def _reported(title: str, deed: str, unit: str) -> str:
    """县文旅局：全县10月…: who reports is named, where the figures are of others."""
    if unit in title + deed or len(unit) + 1 + len(title) > _LONGEST_TITLE:
        return title
    return f"{unit}：{title}"


def _fitting(title: str, other: str) -> str:
    return title if 0 < len(title) <= _LONGEST_TITLE and "、" not in title else other


def _without(period: str, text: str) -> str:
    """三季度文化下乡项目投入86.5万元: the period opens the sentence and is said once."""
    return re.sub(rf"^(?:{re.escape(period)})?(?:今年|去年)?(?:{re.escape(period)})?(?:全年(?=.*\d))?", "", text)


def _opening(content: list[Utterance], unit: str) -> _Opening | None:
    heads: list[Utterance] = []
    for u in takewhile(lambda u: len(heads) < _MOST_HEADS and u.message <= content[0].message + _WITHIN, content):
        heads.append(u)
        if u.quantities() and not _NTH.search(u.text):
            break
    else:
        return None
    first = heads[-1]
    period = _period(heads, first)
    if period is None or any(u.plan for u in heads[:-1]) or not _lists(content, first):
        return None
    if any(_HOLIDAY.search(u.text) for u in heads):
        return None
    nth = next((m[0] for u in heads if (m := _NTH.search(u.text))), "")
    *bare, figures = (
        strip_self(_without(period, without_time(u).replace(nth, "", 1)).strip("，：: ").removeprefix("份"), unit)
        for u in heads
    )
    if (header := HEADER.match(figures)) and header["rest"]:
        bare, figures = [*bare, figures[: header.start("rest")].rstrip("：:")], header["rest"]
    parts = [_subject(one) for one in bare]
    topic, called = "".join(topic for topic, _ in parts), next((c for _, c in parts if c), "")
    if any(_DEED.search(t) or _TELLS.search(t) for t in (topic, *([] if topic else [first.text]))):
        return None
    if len(topic) > _LONGEST_TOPIC or (topic and not _is_topic(topic)) or not (period or topic):
        return None
    return _Opening(period + nth, topic, called, figures, tuple(heads), first)


def _subject(words: str) -> tuple[str, str]:
    """(what the figures are of, what their list is called): 募捐 and 数据 of 募捐的数出来了."""
    header = HEADER.match(words)
    if header and not header["rest"]:
        called = {"账": "情况", "数字": "数据", "数": "数据", "报表": "数据", "统计": "数据", "": "数据"}
        return re.sub("的$", "", header["topic"]), called.get(header["what"] or "", header["what"] or "")
    called_so = _CALLED.search(words)
    return _CALLED.sub("", words), called_so[0].removeprefix("的") if called_so else ""


def _period(heads: list[Utterance], first: Utterance) -> str | None:
    """The one period that the opening names; empty where it names no time, None where it tells of a day."""
    found = [m for u in heads for m in u.moments() if m.written != "今年" and not _up_to(u, m) and not _open_at(u, m)]
    if any(m.kind == "month" and belongs(u.text, m) for u in heads for m in u.moments()):
        return None
    if any(m.due or not _of_period(m) for m in found) or len({m.written for m in found}) > 1:
        return None
    if not found:
        return "" if heads[0].message < first.message and len({u.message for u in heads[:-1]}) == 1 else None
    return found[0].written


def _open_at(u: Utterance, m: Moment) -> bool:
    """三馆夜间开放: when in a day it is open."""
    return m.kind == "part" and m.start > 0


def _up_to(u: Utterance, m: Moment) -> bool:
    """到今天下午5点共收到…: up to when the figures were counted."""
    return any(up_to(u.text, one) for one in u.moments() if one.start <= m.start)


def _of_period(m: Moment) -> bool:
    if m.kind == "year":
        return _OF_YEAR.search(m.written) is not None
    return m.kind == "month" or (m.kind == "day" and m.last is not None)


def _is_topic(words: str) -> bool:
    """Whether the words alone in a message only name what the figures are of: 体彩公益金的健身器材."""
    return (
        len(words) >= 2
        and not STARTS_VERB.match(words)
        and with_verb(words) == words
        and re.search(r"[了着过在去到给把被将说从\d，。]|是$", words) is None
    )


def _lists(content: list[Utterance], first: Utterance) -> bool:
    """Whether what follows is a list of labels and values for the most part."""
    told = [u for u in content if u.start >= first.start or u.message > first.message]
    counted = sum(_COUNTED.match(re.sub(r"[ \t　]", "", u.text)) is not None for u in told)
    return counted >= _FEWEST and 3 * counted >= len(told)
