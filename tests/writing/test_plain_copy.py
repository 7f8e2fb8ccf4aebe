"""Old-style reports that are pasted: old_reports.json, written before the rules were tried on them."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.notes.note import Note
from bot.domain.notes.old_middle import middle
from bot.domain.notes.old_reports import is_report, pasted
from bot.writing.offline import write_reports

NOW = datetime(2026, 11, 22, 18, 0)
CASES = json.loads((Path(__file__).parent / "old_reports.json").read_text(encoding="utf-8"))


def written(*texts: str, unit: str = "县文旅局"):
    return write_reports([Note(text, NOW) for text in texts], unit=unit, now=NOW)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_facts_stay_and_empty_talk_goes(case):
    reports = written(*case["messages"])
    text = "\n".join(f"{report.title}\n{report.text}" for report in reports)
    assert [fact for fact in case["has"] if fact not in text] == []
    assert [words for words in case["lacks"] if words in text] == []
    assert all(report.checks.passed for report in reports)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_case_is_known_for_a_pasted_report(case):
    assert pasted([Note(text) for text in case["messages"]]) == [list(range(len(case["messages"])))]


@pytest.mark.parametrize(
    "text",
    [
        (
            "今天上午9点，县图书馆在城关小学办读书分享会，来了126个学生，捐书320册，馆长李秀兰讲了怎么挑书，"
            "孩子们都挺高兴的，还有家长问下次什么时候办"
        ),
        "11月20日下午去敬老院慰问 带了米面油各30份 老人38个 现场唱了6首歌 志愿者12人 结束后帮忙打扫了院子 大家都说挺好",
        "咱们这周跑了5个镇，一共查了42家网吧，发现3家没登记身份证，当场责令整改了，另外还收了群众反映的问题7条",
    ],
)
def test_what_is_typed_to_tell_is_no_pasted_report(text):
    assert not is_report(text)


def test_answers_and_corrections_behind_a_paste_are_worked_in():
    paste = next(case["messages"][0] for case in CASES if case["name"] == "no_date_asks")
    (report,) = written(paste)
    assert report.missing[0] == "时间"
    (report,) = written(paste, "11月5日晚上", "更正：不是3出，是4出")
    assert report.text.startswith("11月5日晚，县剧团")
    assert "传统戏4出" in report.text
    assert "时间" not in report.missing
    assert report.checks.passed


def test_what_was_cut_is_told_with_its_reason_and_point_to_the_notes():
    case = next(case for case in CASES if case["name"] == "title_salutation_signed")
    (report,) = written(*case["messages"])
    assert {one.why for one in report.unused} == {"套话", "格式"}
    cuts = middle(case["messages"][0]).cuts
    assert {cut.why for cut in cuts if cut.frame} == {"称呼", "落款"}
    assert all(cut.why for cut in cuts)


def test_what_is_told_behind_a_paste_keeps_its_stops():
    paste = (
        "近日，县文旅局牢固树立以人民为中心的发展思想，高度重视，周密部署，昨日对农家书屋进行了排查，取得了阶段性成效。"
    )
    (report,) = written(paste, "排查路段是李官线，一共38公里，补坑槽126平方", "有座漫水桥要封，等水利上看过再定")
    assert "排查路段是李官线，共38公里，补坑槽126平方" in report.text
    assert "126平方。有座漫水桥" in report.text


@pytest.mark.parametrize(
    ("told", "says", "never"),
    [
        (
            "11月3日，县档案馆馆员陈秀十年如一日整理档案1200卷，获评省级先进。",
            "11月3日，县档案馆馆员陈秀十年如一日",
            "县文旅局获评",
        ),
        ("王站长二十年如一日守护文物，11月3日获评市劳模。", "，王站长二十年如一日守护文物", "县文旅局王站长"),
        ("连续三天三夜抢修书库，11月3日修好2间。", "三天三夜", "3天"),
    ],
)
def test_idioms_stay_and_anothers_honour_is_not_the_units(told: str, says: str, never: str) -> None:
    (report,) = written(told)
    assert says in report.text
    assert never not in report.title + report.text


_ACTORS = [
    (
        "县文化市场综合执法大队在县局党组的正确领导下，始终保持高压态势，今年来立案12起，办结12起，罚款8.6万元，没收非法出版物340册，"
        "实现了历史性突破，执法形象显著提升。大队长郑磊荣立个人三等功，切实提高了从业人员的安全意识。",
        "县文化市场综合执法大队今年来立案12起",
        "县文旅局",
    ),
    (
        "县博物馆从六个方面着手，推动学习教育走深走实、见行见效。一是领导带头学。馆长赵国强带头讲党课2次。"
        "二是集中研讨学。累计学习9次。广大党员干部纷纷表示，要以实际行动践行初心使命。",
        "县博物馆馆长赵国强带头讲党课2次",
        "县文旅局",
    ),
    (
        "为深入贯彻落实党的二十大精神，切实丰富群众文化生活，县文化馆高度重视，精心组织，于10月28日上午在城关镇文化广场开展惠民演出，"
        "吸引800余名群众驻足观看。两场活动的圆满举办，充分展示了文化工作者的良好精神风貌。",
        "10月28日上午，县文化馆在城关镇文化广场开展惠民演出",
        "县文化馆组织，",
    ),
    (
        "工作简报\n（第17期）\n县文旅局办公室        2026年9月30日\n双节将至保安全 督导检查不松懈\n"
        "为确保“两节”期间全县文旅市场平稳有序，9月28日至29日，县文旅局副局长孙志勇带领市场股一行6人，深入翠云山景区、水乡古镇等11家单位开展节前安全督导检查。"
        "孙志勇强调，各单位要时刻绷紧安全这根弦，切实把安全责任扛在肩上、抓在手上。\n（供稿：市场股 陈涛）",
        "县文旅局开展节前安全督导检查",
        "第17期",
    ),
    (
        "为深入学习贯彻中央八项规定精神，6月18日，县文旅局组织召开“六查六正两提高”活动推进会。局党组书记、局长刘建国指出，"
        "开展“六查六正两提高”活动意义重大、影响深远。会议强调，要以开展“六查六正两提高”活动为契机，切实转变工作作风。"
        "共计23人参加会议。",
        "23人参加会议",
        "刘建国 契机 深远",
    ),
]


@pytest.mark.parametrize(("paste", "says", "never"), _ACTORS)
def test_who_did_it_stays_and_no_stump_of_what_went(paste: str, says: str, never: str) -> None:
    (report,) = written(paste)
    assert says in f"{report.title}\n{report.text}"
    assert [one for one in never.split() if one in report.title + report.text] == []
    assert report.checks.passed
