"""Replies are cut as Telegram counts, where a reader would cut, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.text import LIMIT, split, units


@pytest.mark.parametrize(("text", "length"), [("", 0), ("字", 1), ("a", 1), ("😀", 2), ("𠮷", 2), ("👨‍👩‍👧", 8)])
def test_length_is_counted_in_utf_16_units(text: str, length: int) -> None:
    assert units(text) == length


def test_a_text_within_the_limit_stays_whole() -> None:
    assert split("😀" * 2_048) == ("😀" * 2_048,)
    assert len(split("😀" * 2_049)) == 2


def test_the_cut_is_made_at_the_end_of_a_paragraph_then_a_line_then_a_sentence() -> None:
    assert split("甲" * 60 + "\n\n" + "乙" * 50, 100) == ("甲" * 60, "乙" * 50)
    assert split("甲" * 60 + "\n" + "乙" * 50, 100) == ("甲" * 60, "乙" * 50)
    assert split("甲" * 60 + "。" + "乙" * 50, 100) == ("甲" * 60 + "。", "乙" * 50)
    assert split("甲" * 150, 100) == ("甲" * 100, "甲" * 50)


def test_a_short_heading_is_not_left_alone() -> None:
    parts = split("标题\n\n" + "正文" * 60, 100)
    assert len(parts) == 2
    assert parts[0].startswith("标题\n\n正文")


def test_nothing_to_say_is_no_message() -> None:
    assert split(" \n ") == ()


@given(st.text(alphabet=st.sampled_from("字a😀𠮷。\n ，"), max_size=400), st.integers(4, 60))
def test_every_part_fits_and_together_they_are_the_text(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert all(0 < units(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_hundred_thousand_characters_are_split_at_once() -> None:
    parts = split("一句话说完。" * 20_000)
    assert all(units(part) <= LIMIT for part in parts)
    assert len(parts) == 30
