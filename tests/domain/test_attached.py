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
