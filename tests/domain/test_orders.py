"""Orders to the writer are told from news of the day."""

import pytest

from bot.domain.notes.orders import is_order
from tests.fakes.injections import FAMILIES


@pytest.mark.parametrize("words", [family[1] for family in FAMILIES])
def test_planted_orders_are_recognised(words: str) -> None:
    assert is_order(words)


@pytest.mark.parametrize(
    "words",
    [
        "周末闭馆时间改成晚上8点",
        "每块展板都写上了责任人",
        "征文写成了3篇",
        "回复群众来信5件，打印宣传单200份",
        "系统升级后借书证能在全县通用",
        "会议强调安全，要求9月前整改",
        "小学生现场写了作文，老师说写得好",
        "标题征集收到87条",
        "你们馆那边来了12个人",
        "更正一下，参加的是54人",
        "信息员培训班开了一天",
        "忘了说，还有36个孩子参加",
        "通过验收，直接用于村史馆的12万元到账",
    ],
)
def test_news_of_the_day_is_no_order(words: str) -> None:
    assert not is_order(words)
