"""Whose words a clause gives: what somebody demands, wishes or answers is no plan of the office."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.domain.notes.utterances import utterances

NOW = datetime(2026, 11, 19, 17)


def told(message: str) -> list[bool]:
    """Which clauses of the message are somebody's words."""
    return [u.told for u in utterances([Note(message, NOW, "张三")], NOW)]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("李局长强调年底报表要早点报，别拖到最后一天", [True, True]),
        ("提了2条意见：一是标识牌要统一，二是讲解员要培训", [True, True]),
        ("要求每人写一篇心得，下周五交", [True, True]),
        ("专家建议加个坡道，10月底前完成", [True, False]),
        ("厂家说下周来换限位器，12月28号试演豫剧", [True, False]),
        ("下周三去复查，还要发200份手册", [False, False]),
        ("让他们当场改了，下午要去复查", [False, False]),
    ],
)
def test_words_of_others(message: str, expected: list[bool]) -> None:
    assert told(message) == expected
