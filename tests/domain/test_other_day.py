"""What was said of today and belonged to another day, or of somebody and belonged to another, is put right."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import write_reports

SAID = datetime(2026, 5, 14, 21, 0)


def report(*texts: tuple[str, str]) -> str:
    notes = [Note(text, SAID, speaker) for speaker, text in texts]
    return "".join(one.text for one in write_reports(notes, unit="文化科", now=SAID))


@pytest.mark.parametrize("place", ["前进村", "孙庄", "北关社区广场"])
def test_a_place_that_was_yesterdays_gives_way(place: str) -> None:
    right = ("小芳", f"团长，马庄是昨天，今晚是{place}啊")
    text = report(("老胡", "今晚在柳林镇马庄演的《卷席筒》"), right, ("老胡", f"对对对，{place}"))
    assert f"在柳林镇{place}演了《卷席筒》" in text
    assert text.count(place) == 1
    assert "马庄" not in text


@pytest.mark.parametrize(
    ("said", "right", "reads"),
    [
        ("全县景区进人7.9万", "更新下，7.9是昨天的，今天是8.4万", "8.4万"),
        ("上午到馆540人次", "540是昨天的，今天是612", "612人次"),
        ("今天巡查了6个网吧", "6个是上周的，这周是8个", "8个网吧"),
    ],
)
def test_a_figure_of_another_day_gives_way_with_its_unit(said: str, right: str, reads: str) -> None:
    text = report(("阮涛", said), ("阮涛", right))
    assert reads in text
    assert "昨天" not in text


def test_what_is_taken_over_later_stands_above_what_was_put_right() -> None:
    text = report(
        ("阮涛", "全县景区进人7.9万"),
        ("阮涛", "更新下，7.9是昨天的，今天是8.4万"),
        ("小蔺", "阮哥，青峰关刚补报，加上它是8.7万"),
        ("阮涛", "以8.7万为准。另外投诉7起"),
    )
    assert "进人8.7万" in text
    assert "7起" in text
    assert "8.4" not in text


def test_two_days_told_apart_keep_what_each_had() -> None:
    text = report(("老胡", "昨天在王庄演，今天在刘庄演，来了300人"), ("老胡", "王庄是昨天，今天是刘庄"))
    assert all(word in text for word in ("在王庄演", "在刘庄演", "300"))


def test_the_house_of_a_person_is_put_right() -> None:
    text = report(("苏航", "女子冠军是城关二中的学生何晓，3分12秒"), ("苏航", "何晓是一中的，我记岔了"))
    assert "城关一中的学生何晓" in text
    assert "二中" not in text


def test_a_house_of_another_kind_is_news() -> None:
    text = report(("苏航", "参加的有县一中的老师张强，共12人"), ("苏航", "张强是语文组的，我记岔了"))
    assert "县一中的老师张强" in text


def test_who_sat_an_examination_is_a_person_and_teams_are_not() -> None:
    text = report(("孔悦", "笔试今天上午结束了，报名73，到考61，缺考12"))
    assert "到考61人，缺考12人" in text
    assert "2人" not in report(("孔悦", "篮球赛今天下午打完了，报名12支队，弃权2"))


@pytest.mark.parametrize(
    "aside", ["领导要简短点", "恁看着写吧", "你给压一压", "这些别上", "给你表", "报个喜", "搞定啦", "差点漏了"]
)
def test_words_to_the_writer_are_left_out(aside: str) -> None:
    text = report(("刘敏", aside), ("刘敏", "今天下午在文化馆办了书法班，来了30人"))
    assert text == report(("刘敏", "今天下午在文化馆办了书法班，来了30人"))


@pytest.mark.parametrize(
    ("told", "fact"),
    [
        ("大家看着写春联，写了60副", "60副"),
        ("材料压缩到3页", "3页"),
        ("这些车别上桥，在桥头劝返了20辆", "20辆"),
        ("有3家差点漏登记", "3家"),
        ("给老人发表格，发了30份", "30份"),
    ],
)
def test_facts_in_like_words_stay(told: str, fact: str) -> None:
    assert fact in report(("刘敏", f"今天{told}"))


def test_a_password_is_private() -> None:
    assert "5521" not in report(("覃芳", "上午给独居老人送书，去了14户"), ("覃芳", "周奶奶家门口密码是5521"))


def test_figures_spelled_as_on_receipts_are_read_before_any_measure() -> None:
    assert "12306册" in report(("霍燕", "今天清点少儿区，应有绘本壹万贰仟叁佰零六册"))
    assert "伍一本" in report(("霍燕", "今天伍一本来了，送了3本书"))


def test_a_figure_of_another_measure_never_takes_the_place_of_one_before() -> None:
    text = report(("老胡", "今天测了85人，来了3个教练"), ("老胡", "测试是昨天的，今天是发证，发了69本"))
    assert "3名教练" in text or "3个教练" in text
    assert "69本教练" not in text
