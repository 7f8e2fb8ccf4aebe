"""Figures of a month or a week as offices type them: the opening, the title and the rows of the list."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.domain.notes.pieces import pieces
from bot.writing.offline import write_reports

SUNDAY = datetime(2026, 11, 22, 17)


def report(*messages: str) -> tuple[str, str]:
    (one,) = write_reports([Note(text, SUNDAY, "林晓") for text in messages], unit="县文旅局", now=SUNDAY)
    return one.title, one.text


@pytest.mark.parametrize(
    ("messages", "title", "opening"),
    [
        (
            ("文化馆10月数据", "开馆26天 接待5230人", "办班12个 学员386人", "比上月多了3个班"),
            "县文旅局：文化馆10月数据",
            "10月，文化馆开馆26天，接待5230人。办班12个，学员386人，比前一个月多3个班。",
        ),
        (
            ("本周12345工单 17件", "办结15件 退回1件"),
            "县文旅局本周12345工单17件",
            "截至11月22日，县文旅局本周12345工单17件。办结15件，退回1件。",
        ),
        (
            ("10月旅游投诉", "办结 8起", "导游服务3起 住宿3起"),
            "县文旅局10月旅游投诉情况",
            "10月，旅游投诉情况：办结8起。导游服务3起，住宿3起。",
        ),
        (
            ("景区10月游客数", "龙山 3.2万", "云湖 1.8万", "合计5万人次 同比+8%"),
            "县文旅局10月景区游客数",
            "10月，景区游客数：龙山3.2万，云湖1.8万。合计5万人次，同比增长8%。",
        ),
        (
            ("乡镇活动场次", "城关 12场 3500人", "柳林 8场 1600人"),
            "县文旅局乡镇活动场次情况",
            "截至11月22日，乡镇活动场次情况：城关12场、3500人，柳林8场、1600人。",
        ),
    ],
)
def test_a_bulletin_opens_with_its_period_and_is_named_by_whose_figures_they_are(
    messages: tuple[str, ...], title: str, opening: str
) -> None:
    assert report(*messages) == (title, opening)


def test_a_deed_of_a_day_is_no_bulletin() -> None:
    title, text = report("今天查了6家网吧", "发现 2家没登记 1家灭火器过期")
    assert title == "县文旅局检查网吧6家"
    assert text.startswith("11月22日，县文旅局检查网吧6家。")


@pytest.mark.parametrize(
    ("typed", "cut"),
    [
        ("借书 8,456册 还书 7,990册", "借书 8,456册|还书 7,990册"),
        ("金牌 23 银牌 18", "金牌 23|银牌 18"),
        ("今天检查 12 家网吧", "今天检查 12 家网吧"),
        ("收缴 盗版书 112本", "收缴 盗版书 112本"),
        ("上午开座谈会 12人", "上午开座谈会|12人"),
        ("陪同的叫史磊 29岁", "陪同的叫史磊|29岁"),
        ("送书50册 12月开始", "送书50册 12月开始"),
    ],
)
def test_a_space_parts_no_value_from_its_label(typed: str, cut: str) -> None:
    assert "|".join(typed[a:b] for a, b in pieces(typed)) == cut
