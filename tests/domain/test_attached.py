"""A figure that the notes hold, told of something else, is held up; reworded clauses are not."""

from datetime import datetime

import pytest

from bot.domain.lock.checks import check
from bot.domain.notes.note import Note

NOW = datetime(2026, 3, 15, 18, 0)
NOTES = [
    Note("今天在文化广场宣传，发了五百份传单，解答了11个问题", NOW, "周敏"),
    Note("来了126个学生，5个班每班30人，馆里出了8位老师", NOW, "周敏"),
    Note("剩下的电子屏下周装，回头统一销毁旧书19本", NOW, "韩雪"),
]


def faults(text: str) -> tuple[str, ...]:
    return check("县文化馆开展宣传", text, NOTES, unit="县文化馆", now=NOW).ungrounded


@pytest.mark.parametrize(
    "text",
    [
        "3月15日，县文化馆在文化广场宣传，发放传单11份。",
        "3月15日，县文化馆在文化广场宣传，126名学生参加，每班8人。",
        "3月15日，县文化馆在文化广场宣传，旧书19本已统一销毁。",
        "3月15日，县文化馆在文化广场宣传，电子屏已下周安装。",
    ],
)
def test_a_borrowed_figure_and_a_plan_as_done_are_held_up(text: str) -> None:
    assert faults(text)


ROOM = (
    Note("今天给局里八个科室讲公文，来了31个人，3名讲师", NOW, "胡蓉"),
    Note("拿被退回来的16份文件当例子，最多的毛病是日期不对", NOW, "胡蓉"),
    Note("点了陶瓷器312件，和账对得上的309件，剩下4件是老账上号写错了，12日复查", NOW, "何静"),
    Note("去三个村看了5辆观光车", NOW, "何静"),
)


@pytest.mark.parametrize(
    ("clause", "held"),
    [
        ("给8个科室讲公文，31人参加", True),
        ("到3个村查看观光车5辆", True),
        ("清点陶瓷器312件，其余4件账上编号有误", True),
        ("给16份科室讲公文", False),
        ("给16个科室讲公文", False),
        ("到3名村查看", False),
        ("查看5家观光车", False),
        ("清点陶瓷器4件", False),
        ("计划3月12日复查", False),
    ],
)
def test_a_figure_keeps_the_noun_and_measure_of_the_notes(clause: str, held: bool) -> None:
    found = check("办公室讲课", f"3月15日，办公室{clause}。", ROOM, unit="办公室", now=NOW)
    assert (not found.ungrounded) is held


@pytest.mark.parametrize(
    "text",
    [
        "3月15日，县文化馆在文化广场宣传，发放传单500份，解答问题11条。",
        "3月15日，县文化馆在文化广场宣传，126名学生参加，每班30人，8名教师到场。",
        "3月15日，县文化馆在文化广场宣传。剩余电子屏计划下周安装。",
    ],
)
def test_reworded_clauses_pass(text: str) -> None:
    assert faults(text) == ()


def test_what_follows_a_total_of_the_day_sums_up_too() -> None:
    notes = [Note("上午换书236本，办借书证58张", NOW, "周敏"), Note("全天一共换书410本，办证93张", NOW, "周敏")]
    text = "3月15日，县图书馆换书410本，办理借书证93张。"
    assert not check("县图书馆换书410本", text, notes, unit="县图书馆", now=NOW).ungrounded
