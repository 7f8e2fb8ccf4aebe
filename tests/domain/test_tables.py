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


INSPECTED = "序号 点位 隐患 处理\n1 文峰塔 避雷针锈蚀 报修\n2 关帝庙 电线裸露3处 当场包扎"
CLASSES = "今天下午开班\n班次 人数 老师\n剪纸班 24 唐悦\n合唱班 61 纪晓峰\n太极班 38 路平"


def test_a_table_of_words_is_told_without_its_numbers_and_heads() -> None:
    text = report(INSPECTED, "今天下午检查了文物点")
    assert "文峰塔避雷针锈蚀，报修，关帝庙电线裸露3处，当场包扎" in text
    assert not any(head in text for head in ("序号", "点位", "隐患", "处理"))


def test_two_figures_side_by_side_are_not_read_as_one() -> None:
    assert "马庄2场、观众人数310人" in report("今天送戏\n村名 场次 观众人数\n马庄 2 310\n王庄 1 180")


@pytest.mark.parametrize("said", ["合唱班改成57", "合唱班更正为57人", "把合唱改成57吧"])
def test_a_figure_of_one_row_is_put_right(said: str) -> None:
    text = report(CLASSES, said)
    assert "合唱班57人，老师纪晓峰" in text
    assert "剪纸班24人，老师唐悦" in text
    assert "61" not in text


def test_names_in_lines_are_no_table() -> None:
    text = report("今天参加培训的有\n张三 李四 王五\n赵六 钱七 孙八\n周九 吴十 郑一")
    assert all(name in text for name in ("张三", "孙八", "郑一"))


def test_a_table_with_telephone_numbers_tells_none_of_them() -> None:
    assert "138" not in report("今天开会来了2人\n姓名 电话 单位\n张小红 13812345678 文化馆\n李大明 13912345678 图书馆")
