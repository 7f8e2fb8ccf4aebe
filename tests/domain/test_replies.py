"""Answers among colleagues: which figure stands, and what goes with the one that does not."""

from datetime import datetime, timedelta

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import write_reports

NOW = datetime(2026, 5, 22, 18, 0)


def told(*messages: str) -> str:
    """The draft of 甲：… and 乙：… as they stand beside each other."""
    notes = [
        Note(m.partition("：")[2], NOW - timedelta(minutes=60 - i), m.partition("：")[0])
        for i, m in enumerate(messages)
    ]
    return "".join(r.text for r in write_reports(notes, unit="县文化馆", now=NOW))


@pytest.mark.parametrize(
    ("messages", "right", "wrong"),
    [
        (("甲：运动会今天在一中操场，参加240人", "乙：报到表是214", "甲：对，214"), "214人", "240"),
        (
            ("甲：今天在桥北社区讲了防诈骗，来了57个老人", "甲：更正，是75个", "甲：刚才那个更正错了，就是57个"),
            "57",
            "75",
        ),
        (("甲：前天下午组织了培训，14个人参加", "甲：不是前天，是18号上午，记混了"), "5月18日上午", "记混"),
        (
            ("甲：今天打扫了3个楼道，清小广告160张", "甲：还帮居民修了7辆自行车", "甲：修自行车那条删掉，那是上周的"),
            "160张",
            "自行车",
        ),
        (("甲：剪纸班结业，学员36", "乙：我这名单是39", "甲：核对了，39是报名的，结业36"), "报名39人", "名单"),
        (("甲：今天请省农大张建华教授讲课", "甲：字打反了，教授是章建华，立早章"), "章建华", "立早"),
        (("甲：今天在吴家营小学上课，46个学生", "甲：写错，学校是武家营小学，武术的武"), "武家营小学", "武术"),
        (("甲：今天接待一家电子厂，省台也来拍了", "甲：刚问了，省台没来，那句别写"), "电子厂", "省台"),
        (("甲：上午开读书会，80人参加", "甲：不是上午，是下午三点，记混了"), "下午3时", "上午"),
        (("甲：今天植树420棵，县长也参加了", "甲：县长没参加，是副县长"), "副县长也参加", "没参加"),
        (("甲：今天开现场会，农机站也参加了", "甲：种子站没参加"), "农机站也参加", "都参加"),
        (("甲：今天两路查加油站，乙那路7家", "乙：我们这路有一家停业没查成，只能算6家"), "乙那路6家", "7家"),
        (("甲：今年投了3.2个亿，干了17个项目", "甲：看错了，是2.3个亿"), "2.3亿", "3.2"),
        (("甲：今天查烟花零售点，问题6条", "乙：到底几家？", "甲：18家"), "共18家", "到底"),
        (("甲：昨晚石门乡下雨，转移42户", "乙：雨量多少", "甲：143毫米"), "雨量143毫米", "多少"),
        (("甲：今天送戏在马庄，演员25个", "乙：演员是25没错", "甲：演了9个节目"), "9个", "没错"),
        (
            ("甲：今天广场舞比赛", "甲：一共来了", "甲：14支队", "甲：第一名", "甲：南街队"),
            "南街队获第一名",
            "第一名，南街队",
        ),
    ],
)
def test_the_figure_agreed_on_stands(messages: tuple[str, ...], right: str, wrong: str) -> None:
    text = told(*messages)
    assert right in text
    assert wrong not in text


@pytest.mark.parametrize(
    ("came", "expected"),
    [
        ("今天亲子阅读来了28个家庭", "报名35个家庭，有7个没来"),
        ("今天亲子阅读来了28个家庭", "本来报名35个家庭，有7个没来"),
        ("今天培训来了28人", "应到40人，12人没来"),
    ],
)
def test_who_was_expected_is_neither_a_correction_nor_a_conflict(came: str, expected: str) -> None:
    draft = told(f"甲：{came}", f"甲：{expected}")
    assert "28" in draft
    assert "待核" not in draft


def test_two_counts_nobody_settled_are_asked_about() -> None:
    notes = [
        Note("今天在长途汽车站送姜茶，送了260杯", NOW - timedelta(minutes=9), "甲"),
        Note("志愿者18人，姜茶送了320杯", NOW, "乙"),
    ]
    (report,) = write_reports(notes, unit="志愿服务队", now=NOW)
    assert [c.values for c in report.conflicts] == [("260杯", "320杯")]
    assert "260" not in report.text


def test_two_places_nobody_settled_are_asked_about() -> None:
    notes = [
        Note("中秋晚会今晚办完了，在文庙广场，节目15个", NOW - timedelta(minutes=9), "甲"),
        Note("不是在文庙吧，海报写的是滨河公园", NOW, "乙"),
    ]
    (report,) = write_reports(notes, unit="艺术科", now=NOW)
    assert [c.about for c in report.conflicts] == ["地点"]
    assert "文庙" not in report.text
