"""What an editor decides in words, and what only sounds like it."""

import pytest

from bot.domain.submissions.review_words import Act, Verdict, read


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("这篇可以，采用", Verdict(Act.ADOPT)),
        ("第2篇采用", Verdict(Act.ADOPT, number=2)),
        ("图书馆那篇采用", Verdict(Act.ADOPT, "图书馆")),
        ("这篇退回，时间地点都没有", Verdict(Act.RETURN, why="时间地点都没有", reason="要素不全")),
        ("时间地点都没有，退回去", Verdict(Act.RETURN, why="时间地点都没有", reason="要素不全")),
        ("小陈的稿子退回去，太虚", Verdict(Act.RETURN, "小陈", why="太虚", reason="空话套话")),
        (
            "退给文化馆，让他们把参加人数补上",
            Verdict(Act.RETURN, "文化馆", why="把参加人数补上", reason="要素不全"),
        ),
        ("退回", Verdict(Act.RETURN)),
    ],
)
def test_a_decision_names_the_report_and_the_reason(said, verdict):
    assert read(said) == verdict


@pytest.mark.parametrize(
    "said",
    [
        "县志办退回2张老照片，说明清楚来历后再收",
        "方案领导通过了",
        "采用新教材",
        "退给读者押金300元",
        "这个展板退回厂家重做，字印错了",
        "社区退回了5本旧书",
        "验收通过",
        "采用了吗",
    ],
)
def test_what_is_told_of_a_day_is_no_decision(said):
    assert read(said) is None
