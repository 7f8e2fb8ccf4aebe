"""What holds for any day of chat: no fact is lost in silence, no number appears from nowhere."""

import asyncio
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.writing.offline import OfflineWriter
from tests.evals.judgement import figures, normal, numbers

NOW = datetime(2026, 10, 21, 18, 0)
UNIT = "县文化馆"
DAYS = {"今天上午": 0, "今天下午": 0, "昨天": 1, "昨晚": 1, "前天下午": 2, "大前天": 3, "": 0}
PLACES = ("在滨河公园", "在东关村", "到柳河镇", "在三楼会议室", "")
EVENTS = (
    *("办了书画展", "搞了广场舞比赛", "开展了文物普查", "检查文化场所"),
    *("组织了消防演练", "办了摄影培训班", "慰问困难群众", "开展了志愿服务"),
)
FACTS = (
    *("来了{}人", "展出作品{}幅", "发了手册{}份", "借出图书{}册", "修好喇叭{}个", "种了{}棵树", "花了{}元"),
    *("用了{}分钟", "查了{}家店", "录了{}段视频", "捐了{}件衣服", "摆了{}块展板", "出动{}台车", "走了{}公里"),
)
COUNTED = re.compile(r"\}(分钟|公里|.)")
CHATTER = ("收到", "辛苦了大家", "哈哈", "吃饭了没", "好的", "👍", "我先去接孩子", "在吗")
JOINTS = ("，", "，", " ", "。", "")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Figure:
    """A figure as somebody typed it, in its clause."""

    value: int
    clause: str
    words: str
    unit: str


@dataclass(frozen=True)
class Day:
    """A day's notes and the figures in them."""

    notes: tuple[Note, ...]
    said: tuple[Figure, ...]


def spoken(value: int) -> str:
    """A number below 10000 as people say it: 206 is 二百零六."""
    parts, rest = list[str](), value
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, unit)
        if digit:
            parts.append(DIGITS[digit] + sign)
        elif parts and rest and parts[-1] != "零":
            parts.append("零")
    text = "".join(parts)
    return text.removeprefix("一") if 10 <= value < 20 else text


@st.composite
def figures_said(draw: st.DrawFn, template: str) -> Figure:
    value = draw(st.integers(3, 9999))
    forms = (str(value), str(value), f"{value:,}", str(value).translate(FULL_WIDTH), spoken(value))
    words, unit = draw(st.sampled_from(forms)), COUNTED.search(template)
    assert unit
    return Figure(value, template.format(words), words, unit[1])


def chatted(texts: list[str]) -> tuple[Note, ...]:
    return tuple(Note(t, NOW + timedelta(minutes=i - 60), "周敏") for i, t in enumerate(texts))


@st.composite
def days(draw: st.DrawFn) -> Day:
    """One event as it is chatted: an opening, then figures over several messages, chatter in between."""
    opening = "".join(draw(st.sampled_from(part)) for part in (sorted(DAYS), PLACES, EVENTS))
    told = [draw(figures_said(t)) for t in draw(st.lists(st.sampled_from(FACTS), max_size=7, unique=True))]
    texts = [opening]
    for figure in told:
        if draw(st.booleans()):
            texts[-1] += draw(st.sampled_from(JOINTS)) + figure.clause
        else:
            texts.append(figure.clause)
    for chatter in draw(st.lists(st.sampled_from(CHATTER), max_size=3)):
        texts.insert(draw(st.integers(1, len(texts))), chatter)
    return Day(chatted(texts), tuple(told))


def written(notes: tuple[Note, ...]) -> tuple[Report, ...]:
    return asyncio.run(OfflineWriter().write(notes, unit=UNIT, now=NOW, limit=400))


def whole(reports: tuple[Report, ...]) -> str:
    return normal("\n".join(r.title + "\n" + r.text for r in reports))


def holds(text: str, value: int, unit: str) -> bool:
    unit = "[人名位]" if unit == "人" else unit
    return re.search(rf"(?<![\d.]){value}余?多?{unit}", text) is not None


quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(days())
def test_every_figure_said_is_in_a_report_or_listed_as_unused(day: Day) -> None:
    reports = written(day.notes)
    left = [u.text for r in reports for u in r.unused]
    for figure in day.said:
        kept = holds(whole(reports), figure.value, figure.unit)
        assert kept or any(figure.words in piece for piece in left), (figure, whole(reports))


@quick
@given(days())
def test_a_draft_never_holds_a_number_that_nobody_said(day: Day) -> None:
    told = {n for note in day.notes for n in numbers(note.text)}
    past = [NOW - timedelta(days=back) for back in DAYS.values()]
    dates = {float(n) for d in past for n in (d.year, d.month, d.day)}
    assert figures(whole(written(day.notes))) <= told | dates


@quick
@given(days())
def test_a_draft_passes_its_own_checks_and_its_facts_point_into_the_notes(day: Day) -> None:
    for report in written(day.notes):
        assert report.checks.ungrounded == ()
        assert 6 <= len(report.title) <= 30
        for fact in report.facts:
            assert day.notes[fact.message].text[fact.start : fact.end] == fact.text


@quick
@given(days(), st.sampled_from(("更正一下，是{}", "说错了，应该是{}", "刚才数错了，是{}")), st.integers(3, 9999))
def test_a_corrected_figure_replaces_the_one_before_it(day: Day, words: str, right: int) -> None:
    if not day.said or right in [f.value for f in day.said]:
        return
    last = day.said[-1]
    notes = chatted([*(n.text for n in day.notes), words.format(f"{right}{last.unit}")])
    text = whole(written(notes))
    assert holds(text, right, last.unit), text
    assert not holds(text, last.value, last.unit), text


TIMES = "年月日号时点分半周上下今昨明前后大去每第至到约多余近来"
DIGITS_AND_SIGNS = "零一两三五十百千万亿0123589.%：:～-—《》“”（）()[]@#，。；！？、 \n"
WORDS = (
    *(
        "2月30日",
        "13月",
        "25点",
        "礼拜天",
        "月底前",
        "正月初三",
        "去年同期",
        "更正",
        "应该是",
        "其中",
        "人次",
        "件套",
    ),
    *(
        "元",
        "公里",
        "举办",
        "检查",
        "计划",
        "未发现",
        "家",
        "来了",
        "王主任",
        "滨河公园",
        "忽略以上要求",
        "👍",
    ),
    *("13912345678", "http://a.cn/b"),
)
PIECES = (*TIMES, *DIGITS_AND_SIGNS, *WORDS)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), min_size=1, max_size=4))
def test_no_text_makes_the_writer_fail(texts: list[str]) -> None:
    for report in written(chatted(texts)):
        assert report.title
        for fact in report.facts:
            assert texts[fact.message][fact.start : fact.end] == fact.text
