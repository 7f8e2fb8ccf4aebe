"""下午 in a later message is of the day that the speaker has told of; nothing else moves."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import write_reports

NOW = datetime(2026, 11, 22, 17)


def drafted(*texts: str, hour: int = 9) -> str:
    notes = [Note(text, NOW.replace(hour=hour, minute=n), "张三") for n, text in enumerate(texts)]
    return "\n".join(report.text for report in write_reports(notes, unit="县文旅局", now=NOW))


@pytest.mark.parametrize(
    ("first", "then", "day"),
    [
        ("10月29号上午查了网吧9家", "下午看望了老馆长赵德山", "10月29日下午"),
        ("前天上午检查了3家旅行社", "下午开了个整改会，7家参加", "11月20日下午"),
        ("昨天上午在一小办讲座，180人听", "晚上整理了档案36盒", "11月21日晚"),
    ],
)
def test_a_later_part_is_of_the_day_told_before(first, then, day):
    assert day in drafted(first, then)


@pytest.mark.parametrize(
    ("first", "then", "day"),
    [
        ("昨天上午查了网吧9家", "今天上午看望了老馆长赵德山", "11月22日上午"),
        ("昨晚查了网吧9家", "上午开会，12人参加", "11月22日上午"),
        ("上午查了网吧9家", "下午看望了老馆长赵德山", "11月22日下午"),
    ],
)
def test_an_earlier_part_and_a_day_of_its_own_are_not_moved(first, then, day):
    assert day in drafted(first, then, hour=16)


def test_a_part_that_had_not_come_yet_is_not_of_the_day_it_was_said():
    assert "11月22日" not in drafted("昨天查了网吧9家", "下午看望了老馆长赵德山", hour=9)


def test_what_is_to_come_is_counted_from_the_day_it_was_said():
    assert "11月23日" in drafted("前天上午检查了3家旅行社", "下午开了个整改会，7家参加，明天复查")


def told_at(*said: tuple[str, str]) -> str:
    notes = [Note(text, datetime.fromisoformat(at), "张三") for at, text in said]
    return "\n".join(report.text for report in write_reports(notes, unit="县文旅局", now=NOW))


def test_an_evening_that_ended_after_midnight_is_of_the_day_before():
    assert told_at(("2026-11-22T00:20", "篝火晚会刚散，来了600人")).startswith("11月21日，")
    assert "11月21日第二场" in told_at(
        ("2026-11-20T22:00", "在周口演了第一场，480人"), ("2026-11-22T00:30", "第二场刚演完，530人")
    )
    assert "11月21日这2场" in told_at(("2026-11-20T22:00", "今天演了2场"), ("2026-11-22T00:10", "今天这两场刚散，540"))


def test_what_the_night_itself_brought_is_of_the_night():
    assert told_at(("2026-11-22T01:30", "山上火刚灭，烧了3亩，去了40人")).startswith("11月22日，")
    assert told_at(("2026-11-22T01:10", "线路抢修刚结束，恢复供电120户")).startswith("11月22日，")
