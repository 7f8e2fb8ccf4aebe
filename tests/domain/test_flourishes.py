"""Praise and figures of speech are left out, plain deeds in the same words stay; days and names that go with them."""

from datetime import datetime
from itertools import pairwise

import pytest

from bot.domain.language.speech import cuts
from bot.domain.notes.note import Note
from bot.domain.notes.utterances import Kind, utterances
from bot.writing.offline import write_reports

NOW = datetime(2026, 6, 27, 17, 20)


def kinds(text: str) -> set[Kind]:
    return {u.kind for u in utterances([Note(text, NOW, "何苗")], NOW)}


@pytest.mark.parametrize(
    "text",
    [
        "有力震慑了违法经营者",
        "气氛特别好",
        "八方客商慕名而来",
        "现场秩序井井有条",
        "干部职工发扬老黄牛精神",
        "织密了防护网",
        "架起了连心桥",
        "把党的声音送到千家万户",
        "让群众吃上了定心丸",
        "给孩子们撑起了一片蓝天",
        "社员们乐开了花",
        "打出了声威",
        "让数据多跑路、群众少跑腿",
        "垃圾分类就是新时尚",
        "教育效果良好",
        "墨香四溢",
        "没喊一声累",
        "现场浪漫温馨",
        "用辛苦指数换群众平安指数",
        "以眼睛里不容沙子的态度抓安全",
    ],
)
def test_flourishes_are_empty(text: str) -> None:
    assert kinds(text) == {Kind.EMPTY}


@pytest.mark.parametrize(
    "text",
    [
        "工地拉起了防护网",
        "编织袋筑起了防浪墙",
        "河道两侧架起了便桥",
        "送去了棉被",
        "撑起了遮阳棚",
        "点亮了全部路灯",
        "播下了油菜种子",
        "会议形成了纪要",
        "把药送到了家门口",
        "现场秩序由民警维持",
        "最后一公里水泥路铺好了",
        "新篇章书店开业",
        "车上装上了定位",
        "群众要求增设红绿灯",
        "舍不得扔的旧家具由社区收走",
        "做出了样品",
        "居民用积分换牙膏",
        "效果图贴在工地门口",
        "墨香书店开张",
        "楼道非常拥挤",
        "密密麻麻的虫卵查出在叶背",
        "15日前出评估报告",
        "现场有序撤离",
        "以最高的标准赔付",
        "零容忍举报电话开通",
        "温暖包发到每户",
    ],
)
def test_plain_deeds_in_their_words_stay(text: str) -> None:
    assert kinds(text) == {Kind.CONTENT}


def test_what_ails_somebody_named_is_private() -> None:
    assert kinds("领轮椅的李桂芳是脑梗后遗症，老伴也走了") == {Kind.PRIVATE}
    assert kinds("他眼睛看不见，儿子在外头打工") == {Kind.PRIVATE}
    assert kinds("马家湾有糖尿病患者23人") == kinds("民宿入住率最高那天是5月2号") == {Kind.CONTENT}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("通知是24号到的", ["6月24日"]),
        ("通知各站24号报表", ["7月24日"]),
        ("逾期率万分之二点一", []),
        ("羊圈离铁路最近的才80米", []),
        ("最近雨多", ["近日"]),
        ("限5日内拆除", []),
        ("限5日前拆除", ["7月5日前"]),
    ],
)
def test_days_as_they_were_meant(text: str, days: list[str]) -> None:
    assert [m.written for u in utterances([Note(text, NOW)], NOW) for m in u.moments()] == days


def test_a_day_behind_another_figure_is_not_the_events() -> None:
    said = datetime(2026, 2, 25, 9, 20)
    notes = [Note("灯会用灯组108组，换了10组", said), Note("夜场最晚一天到23:40才清园，正月初五", said)]
    report = write_reports(notes, unit="九里河景区", now=said)[0]
    assert report.text.startswith("2月25日")
    assert "2月21日（正月初五）" in report.text


def test_the_small_hours_after_an_evening_are_of_the_next_day() -> None:
    said = datetime(2026, 1, 22, 8, 10)
    report = write_reports([Note("昨晚下雪，凌晨4点上的山，撒盐12吨", said)], unit="县公路段", now=said)[0]
    assert report.text.startswith("1月21日晚下雪，1月22日凌晨4时，县公路段")


def test_a_child_with_an_illness_is_not_named() -> None:
    found = utterances([Note("有个小姑娘叫邹雨萌，自闭症，第一次开口跟读了", NOW)], NOW)
    assert not any("邹雨萌" in u.text for u in found if u.kind is Kind.CONTENT)


def test_a_breath_ends_a_spoken_clause() -> None:
    text = "下午开始查的网吧一共查了六家啊红树林那家有三个小孩没登记"
    borders = [0, *cuts(text, 0, len(text)), len(text)]
    assert "一共查了六家啊" in [text[a:b] for a, b in pairwise(borders)]
