"""What a section is about is read out of how it is asked for."""

import pytest

from bot.flows.section import topic


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("起草一节：文化惠民", "文化惠民"),
        ("起草转变作风情况一节", "转变作风情况"),
        ("写总结里转变作风那部分", "转变作风"),
        ("帮我写存在的问题", "存在的问题"),
        ("起草年终总结的下一步打算这一节", "下一步打算"),
        ("拟一节，2026年上半年文化惠民", "2026年上半年文化惠民"),
        ("文化惠民", "文化惠民"),
    ],
)
def test_the_topic_is_what_remains_of_the_request(asked: str, about: str) -> None:
    assert topic(asked) == about


def test_a_request_without_a_topic_stays_as_it_was_said() -> None:
    assert topic("起草一节") == "起草一节"
