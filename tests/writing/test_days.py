"""Days as they are typed on a phone, and the words by which an editor knows that they were read rightly."""

import re
from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.writing.offline import write_reports

NOW = datetime(2026, 11, 18, 18, 0)


def written(day: str) -> tuple[Report, ...]:
    """The reports of messages that stand beside each other with / between them."""
    notes = [Note(text.strip(), NOW, "周敏") for text in day.split(" / ")]
    return write_reports(notes, unit="云溪县文化馆", now=NOW)


ONE = [
    ("今天去柳河镇东关村走访 / 走访了36户 / 收集意见12条", "到柳河镇东关村.*36户.*意见12条", "去了|东关村去"),
    ("今天消防演练 / 10:00开始 / 46个人参加 / 用了8分20秒疏散完", "开展消防演练.*46人.*8分20秒", "820秒"),
    ("昨天下午2点半，李科带队去检查，共查5家", "11月17日下午2时30分.*5家", "11月18日"),
    (
        "今天跑了5家景区 / 查出隐患14处 / 当场改了9处 / 剩5处限11月25日前改完",
        "隐患14处.*9处.*5处限11月25日前",
        "已完成",
    ),
    ("8月份以来一共送书下乡23次 / 送了4600册", "8月以来.*23次.*4600册", "8月1日"),
    ("11月10日至15日培训了3期共120人", "11月10日至15日.*3期.*120人", "11月18日"),
    ("收到12345转来的投诉3件", "12345.*3件", "12345件"),
    ("今年办了12场讲座", "12场讲座", "[^1]2场"),
    ("一共搞了36次检查，发现问题5个", "36次检查.*5个", "36个"),
    ("来了12个老人，其中80岁以上的5个", "12名老人.*80岁以上的5", "85"),
    ("接到群众投诉网吧噪音，已经协调解决", "接到群众投诉网吧噪音.*协调解决", "收集"),
    ("1到10月借书4.8万册次", "1至10月.*4.8万册次", "11月"),
    ("前天下午三点一刻在馆里开了个碰头会，7个人", "11月16日下午3时15分.*碰头会.*7人", "一刻"),
    ("上个月28号去的双店镇，登记文物38件", "10月28日.*双店镇.*38件", "11月28日"),
    ("搞了12场", "12场", "[^1]2场"),
    ("上周30人参加了培训", "30人参加", "[^3]0人"),
    ("11.15在广场演出", "11月15日.*广场", "11月18日"),
    ("2026-11-15在广场演出", "11月15日.*广场", "11月18日"),
    ("整理档案1986年到2005年的共320卷", "1986年.*2005年.*320卷", "档案到的"),
    ("前三季度接待游客12.6万人次", "前三季度.*12.6万人次", "统计，接待"),
    ("今天没啥事 / 整理了整理档案", "整理", "未发现"),
    ("昨晚的村晚 / 演了18个节目 / 台下坐了1200多人", "11月17日晚.*18个节目", "11月18日"),
    ("来了上千人", "上千人", "1000"),
    ("上午开了局务会 / 定了两件事 / 一是报表减到17张 / 二是会议减到3个", "17张.*3个", "二是$"),
    ("这周五要办一场消防培训 / 请了消防大队的赵刚来讲", "计划.*11月20日|11月20日.*计划", "^11月18日"),
    ("今天上门给李大爷送书8本", "上门", "到门"),
    ("今天少年宫的书法比赛，来了60人", "在少年宫举办书法比赛.*60人", "文化馆少年宫"),
    ("前天在桥头挖出的石碑今天清完了，碑高2.1米", "^11月18日.*2.1米", "11月16日"),
    ("今年一季度我馆坚持守正创新，办证3200张，比去年同期多400张", "今年一季度，.*办证3200张", "11月18日|守正"),
    ("抽检月饼20批次，合格19", "合格19批次", "19人"),
    ("今天开防汛会，14个村，来了13个", "14个村，到场13个", "13人"),
    ("今天开防汛会，14个村干部，来了13个", "13人参加", "到场13个"),
    ("一餐6块，老人吃饭的38个", "一餐6元", "6块"),
]


@pytest.mark.parametrize(("day", "right", "wrong"), ONE)
def test_one_event_of_the_day_is_read_rightly(day: str, right: str, wrong: str) -> None:
    reports = written(day)
    assert len(reports) == 1, [r.title for r in reports]
    text = reports[0].text
    assert re.search(right, text), text
    assert not re.search(wrong, text), text


TWO = [
    (
        "上午在东关村放了两场电影，来了180人 / 下午去敬老院慰问，送棉被12床",
        ("东关村.*电影.*180人", "敬老院.*慰问.*12床"),
    ),
    ("今天检查了网吧12家，隐患3处 / 另外一件事，组织了消防演练，46人参加", ("网吧12家.*3处", "消防演练.*46人")),
]


@pytest.mark.parametrize(("day", "right"), TWO)
def test_two_events_of_the_day_are_kept_apart(day: str, right: tuple[str, str]) -> None:
    texts = [r.text for r in written(day)]
    assert len(texts) == 2
    for pattern, own, other in zip(right, texts, reversed(texts), strict=True):
        assert re.search(pattern, own), own
        assert not re.search(pattern, other), other


def test_what_is_said_later_of_the_first_event_goes_there() -> None:
    first, second = (
        r.text for r in written("上午在东关村放了电影，来了180人 / 下午去敬老院慰问 / 放电影还收了点片意见15条")
    )
    assert "15条" in first
    assert "15条" not in second


@pytest.mark.parametrize("when", ["前几天", "前阵子", "前些天"])
def test_a_day_that_nobody_named_is_asked_for_and_not_made_up(when: str) -> None:
    (report,) = written(f"{when}去水泥厂给工人教心肺复苏，68个人学的")
    assert report.text.startswith("近日，")
    assert "时间" in report.missing
