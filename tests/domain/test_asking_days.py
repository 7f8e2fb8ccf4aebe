"""前几天 tells when, 提前几天 asks how many."""

import pytest

from bot.domain.talk.intent import Kind, Scene
from bot.domain.talk.intents import read


@pytest.mark.parametrize(
    "words", ["前几天还去了趟敬老院", "这几天在整理档案", "我们前几天去了敬老院", "前几年的档案也整理了"]
)
def test_a_day_not_named_is_told(words: str) -> None:
    assert read(words, Scene(notes=3)).kind is Kind.NOTE


@pytest.mark.parametrize("words", ["提前几天申请", "会前几天发通知", "出差几天能报", "公示几天"])
def test_how_many_days_is_asked(words: str) -> None:
    assert read(words, Scene(notes=3)).kind is Kind.QUESTION
