"""Corrected parts find their labels, figures of another day give way, and open doubts stay conflicts."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import write_reports

SAID = datetime(2026, 5, 14, 15, 0)


def written(*texts: str) -> tuple[str, list[tuple[str, ...]]]:
    notes = [Note(text.partition("：")[2], SAID, text.partition("：")[0]) for text in texts]
    reports = write_reports(notes, unit="县供销社", now=SAID)
    return "".join(r.text for r in reports), [c.values for r in reports for c in r.conflicts]


@pytest.mark.parametrize(
    ("first", "second", "correction", "holds", "lacks"),
    [
        ("今天检测农药残留，抽了40个样", "38个合格，2个超标", "是45个不是40，合格43", "43个合格", "人"),
        ("今天清理沟渠，清了12条", "完成的9条，没完的3条", "刚核实，应该是14条，完成11", "清理14条", "12条"),
        ("给孩子查视力，查了300个", "正常的260个，不良的40个", "数错了，查了310，正常270", "正常的270个", "300"),
        ("今天补种树苗1800棵", "成活的1650棵", "树苗重新点过，是1880，成活1700", "成活的1700棵", "1650"),
        ("今天慰问困难户45户", "送米45袋", "是54户，会计抄串行了，米也是54袋", "送米54袋", "45"),
    ],
)
def test_a_corrected_part_goes_where_its_label_was_counted(
    first: str, second: str, correction: str, holds: str, lacks: str
) -> None:
    text, _ = written(f"李：{first}", f"李：{second}", f"李：{correction}")
    assert holds in text
    assert lacks not in text


@pytest.mark.parametrize(
    ("said", "taken_back", "holds", "lacks"),
    [
        ("今天发助听器，发了86台", "上面那个86是去年的，今天是52台", "52台", "86"),
        ("今天送化肥到柏树村，送了40吨", "40吨是全镇的，柏树村只有12吨", "12吨", "40吨"),
        ("今天在汽车站宣传，发资料1500份", "资料那个数拿错表了，是前年的，今年发了800份", "800份", "1500"),
        ("今天给孤儿做体检，查了73个", "73那是在册的，实际查的61个", "61个", "73"),
    ],
)
def test_a_figure_of_another_day_or_circle_gives_way(said: str, taken_back: str, holds: str, lacks: str) -> None:
    text, conflicts = written(f"李：{said}", f"李：{taken_back}")
    assert holds in text
    assert lacks not in text
    assert not conflicts


@pytest.mark.parametrize(
    ("said", "objection", "answer", "values"),
    [
        ("今天门球赛12支队，队员96人", "我登记的是69人，是不是写颠倒了", "说不准，明天再对", ("96人", "69人")),
        ("今天巡了18座水库", "不是16座吗", "回去查下记录再说", ("18座", "16座")),
        ("义诊看了病人158个，送药46盒", "我们这边登记本上是185个，哪个对？", "我也拿不准", ("158个", "185个")),
    ],
)
def test_a_doubt_that_stays_open_is_a_conflict(said: str, objection: str, answer: str, values: tuple[str, ...]) -> None:
    text, conflicts = written(f"潘：{said}", f"卢：{objection}", f"潘：{answer}")
    assert conflicts == [values]
    assert "待核" in text
    assert not any(word in text for word in ("颠倒", "不是", "记录", "拿不准", "哪个"))


def test_what_was_demanded_and_where_two_houses_were_stays_whole() -> None:
    text, _ = written(
        (
            "严：今天上午我们跟消防大队一块去城关敬老院和康乐养老中心两家做消防检查看了灭火器还有燃气管道城关敬老院"
            "有6个灭火器过期了"
        ),
        "严：约谈了3家平台，要求给骑手交保险、明厨亮灶",
    )
    assert "康乐养老中心2家" in text
    assert "灭火器还有燃气管道" in text
    assert "要求给骑手交保险" in text
