"""What speech takes back in the same breath, and what only sounds like it."""

import pytest

from bot.domain.notes.same_breath import mended, taken_back


def left(message: str) -> str:
    return mended(message, taken_back(message))[0]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("挂了八十六块吧不是八十六是九十六块", "挂了九十六块"),
        ("收回来一百五十二份不对不对是一百六十二份", "收回来一百六十二份"),
        ("水管下午三点接好的不是三点是四点半接好的", "水管下午四点半接好的"),
        ("先装六部不对先装四部后面两部再说", "先装四部后面两部再说"),
        ("今天去的是小王庄嗯不是小王庄改到大王庄了", "今天去的是大王庄"),
        ("在西门广场呃不对是东门广场", "在东门广场"),
        ("上了十节课不是十节是十二节", "上了十二节课"),
    ],
)
def test_what_was_taken_back_gives_way(said: str, meant: str) -> None:
    assert left(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "查账发现数字不对的有两个村",
        "来的不是学生是家长四十人",
        "温度计读数不对换了三支",
        "闸门声音不对停机查了两小时",
        "不是本村的有十二户",
        "上午来了三十人下午来了四十人",
    ],
)
def test_a_finding_takes_nothing_back(said: str) -> None:
    assert left(said) == said
