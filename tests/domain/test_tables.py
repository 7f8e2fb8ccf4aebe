"""A small table typed into a message is read row by row, with the words of its heading between the cells."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import write_reports

SAID = datetime(2026, 9, 24, 17, 0)


def report(*texts: str) -> str:
    written = write_reports([Note(text, SAID, "谢斌") for text in texts], unit="县市场监管局", now=SAID)
    return "".join(one.text for one in written)


def test_rows_are_read_with_the_words_of_the_heading() -> None:
    text = report("今天节前计量检查\n项目 检查 不合格\n电子秤 120台 5台\n加油枪 48把 0", "不合格的都贴了停用标")
    assert "电子秤检查120台、不合格5台，加油枪检查48把、不合格0" in text
    assert "项目" not in text


def test_a_heading_that_only_names_the_unit_is_not_said_twice() -> None:
    text = report("今天收小麦\n站点 车数 吨数\n城东站 42车 630吨\n城西站 35车 512吨")
    assert "城东站42车、630吨，城西站35车、512吨" in text


@pytest.mark.parametrize(
    "lines", ["今天检查\n电子秤 120台\n加油枪 48把", "上午 下午\n查了 3家", "种子 化肥\n种子 30份 1份"]
)
def test_lines_that_are_no_table_lose_no_figure(lines: str) -> None:
    text = report(lines)
    assert all(figure in text for figure in ("120", "48", "30份", "3家") if figure in lines)
