"""What holds for traps in a day's chat: plans stay plans, conflicts are asked, private data stays in."""

import asyncio
import re
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.writing.offline import OfflineWriter
from tests.evals.judgement import PLAN, normal

NOW = datetime(2026, 10, 21, 18, 0)
OPENINGS = (
    *(
        "今天上午在滨河公园办了书画展",
        "昨天到柳河镇开展文物普查",
        "上午检查了东关村的网吧",
        "今天在三楼办了剪纸培训班",
    ),
    *("下午在县体育馆搞了乒乓球赛", "今天在人民广场开展普法宣传", "上午去敬老院慰问老人"),
)
FILLERS = ("现场展板28块", "出动车辆3台", "用时95分钟", "花费2460元")
COUNTED = (
    ("来了{}人", "人"),
    ("发手册{}份", "份"),
    ("一共登记{}户", "户"),
    ("整理图书{}册", "册"),
    ("收意见{}条", "条"),
)
OTHERS = ("我数的是{}", "签到表上是{}", "我这边记的{}", "我统计是{}", "{}吧，我看了登记表")
INTENTIONS = ("打算", "准备", "计划", "想", "争取", "还要", "下一步")
TIMES = ("下周三", "月底前", "11月5日前", "明天", "下个月", "12月")
INTENDED = ("再发{}份传单", "走访{}户", "新建{}个点", "培训{}人", "种{}棵树")
PRIVATE = (
    *("13{:09d}", "139 1234 {:04d}", "37092119560312{:04d}", "370921 19560312 {:04d}"),
    *("622202100111{:07d}", "6222 0210 0111 {:04d} 567", "0531-8812{:04d}", "0538 622{:04d}"),
)
CARRIERS = ("电话{}", "手机号{}", "身份证{}", "卡号是{}", "联系方式：{}", "{}这个是他的号")

number = st.integers(11, 9999)
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def noted(*said: tuple[str, str]) -> tuple[Note, ...]:
    return tuple(Note(text, NOW + timedelta(minutes=i - 60), who) for i, (who, text) in enumerate(said))


def written(*said: tuple[str, str]) -> tuple[Report, ...]:
    return asyncio.run(OfflineWriter().write(noted(*said), unit="县文化馆", now=NOW, limit=400))


def whole(reports: tuple[Report, ...]) -> str:
    return normal("\n".join(r.title + "\n" + r.text for r in reports))


@quick
@given(
    st.sampled_from(OPENINGS),
    st.sampled_from(FILLERS),
    st.sampled_from(COUNTED),
    st.sampled_from(OTHERS),
    number,
    number,
)
def test_two_speakers_who_disagree_are_asked_and_neither_is_taken(
    opening: str, filler: str, counted: tuple[str, str], other: str, first: int, second: int
) -> None:
    template, unit = counted
    if first == second:
        return
    reports = written(
        ("周敏", opening),
        ("周敏", template.format(first)),
        ("周敏", filler),
        ("韩雪", other.format(f"{second}{unit}")),
    )
    values = {v for r in reports for c in r.conflicts for v in c.values}
    assert {str(first), str(second)} <= {m[0] for v in values for m in re.finditer(r"\d+", v)}, whole(reports)
    for value in (first, second):
        assert not re.search(rf"(?<!\d){value}{unit}", whole(reports))


@quick
@given(
    st.sampled_from(OPENINGS), st.sampled_from(FILLERS), st.sampled_from(TIMES), st.sampled_from(INTENTIONS),
    st.sampled_from(INTENDED), number, st.booleans(),
)  # fmt: skip
def test_a_plan_is_never_told_as_done(
    opening: str, filler: str, when: str, intention: str, intended: str, value: int, first: bool
) -> None:
    deed = intended.format(value)
    reports = written(
        ("周敏", opening),
        ("周敏", filler),
        ("周敏", f"{when}{intention}{deed}" if first else f"{intention}{when}{deed}"),
    )
    left = [u.text for r in reports for u in r.unused]
    assert str(value) in whole(reports) or any(str(value) in piece for piece in left)
    for sentence in re.split(r"[。；\n]", whole(reports)):
        assert str(value) not in sentence or PLAN.search(sentence), sentence


@quick
@given(st.sampled_from(OPENINGS), st.sampled_from(PRIVATE), st.sampled_from(CARRIERS), st.integers(1000, 9999))
def test_private_numbers_never_reach_a_report(opening: str, private: str, carrier: str, value: int) -> None:
    secret = private.format(value)
    reports = written(
        ("周敏", opening),
        ("周敏", "慰问了老放映员秦守田，" + carrier.format(secret)),
        ("周敏", "送慰问金600元"),
    )
    assert all(len(group) < 4 or group not in whole(reports) for group in re.split(r"[ -]", secret))
    assert "600元" in whole(reports)
