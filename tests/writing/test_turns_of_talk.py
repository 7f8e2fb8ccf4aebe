"""Turns of talk by their classes: plans without a word that says so, praise beside facts, what a table counts."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import write_reports

SAID = datetime(2026, 4, 22, 10, 30)


def report(*texts: str, said: datetime = SAID, unit: str = "县民政局") -> str:
    written = write_reports([Note(text, said, "甲") for text in texts], unit=unit, now=said)
    return "".join(one.text for one in written)


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("昨天办了护理员考试，到考55人，实操今天下午接着考", "计划4月22日下午接着考"),
        ("昨天和石桥中学签了协议，今年秋季送8场戏进校园", "计划今年秋季送8场戏"),
        ("昨天验收厕所41户，化粪池的事回来跟环保局协调", "化粪池的事计划与环保局协调"),
        ("昨天在白沙村放了两场电影来了三百多人这是今年第二十场还有十场要在八月底以前放完", "还有10场计划在8月底前"),
    ],
)
def test_what_is_to_come_is_told_as_a_plan(text: str, planned: str) -> None:
    assert planned in report(text)


@pytest.mark.parametrize(
    ("texts", "kept", "gone"),
    [
        (["昨天给护理员考证，过了33人", "为打造一支有温度的队伍，我局高度重视、精心谋划"], "33人", "有温度"),
        (["为方便群众办事，昨天在广场设了咨询点，接待86人"], "为方便群众办事", "。为"),
        (["在隆重而热烈的气氛中举行轮椅发放仪式，发了轮椅20台"], "轮椅20台", "气氛"),
        (["昨天防汛演练参加66人，氛围紧张而有序，现场庄严肃穆"], "66人", "肃穆"),
        (["昨天那个家政培训开班了来了52个学员"], "家政培训", "那个"),
        (["昨天查了3个工地，当场下整改单3份嗯限他们3天改完"], "整改单3份", "嗯"),
        (["这个月的低保复核我说一下啊", "一共查了216户"], "低保复核", "说一下"),
        (["水质检测的情况我说一下", "昨天抽了12个样 合格11个"], "水质检测", "11人"),
        (["编织班的事我说下啊昨天结业了从三月五号开始的一共上了十二节课学员三十四个"], "编织班", "的事"),
        (["昨天医保下村办了43人，群众说在家门口办方便"], "43人", "方便"),
        (["昨天宣传用水安全，走了3个村，群众说自来水没通"], "自来水未通", "套话"),
        (["重阳节活动收工啦，昨天来了86位老人，超可爱的爷爷奶奶们"], "86位", "可爱"),
        (["昨天陪客人看了染方（染坊）9家"], "染坊9家", "染方"),
        (["昨天培训护理员71人，缺课的那俩下周补"], "那两个", "那2个"),
        (["昨天发放补贴，每户补助1500封顶"], "1500元封顶", "1500封"),
        (["昨天重阳节走访14户，慰问金每人1000，合影我发群里了"], "每人1000元", "合影"),
        (["昨天我局在热烈的掌声中举行服务中心揭牌仪式，签单37份"], "县民政局举行服务中心揭牌仪式", "掌声"),
        (["昨天在欢快的音乐声中表彰巾帼标兵8名，嘉宾云集"], "标兵8名", "音乐声"),
        (["昨天查了培训机构一共查了九家没证的两家当场贴了封条还有四家要在月底前查完"], "还有4家计划", "计划当场"),
        (["来信息员", "信息稿内容：4月21日上午办了义诊，看了71人"], "71人", "信息"),
        (["昨天检查网吧，一共查了6家，2家没登记"], "检查网吧6家", "共检查"),
    ],
)
def test_what_is_no_fact_goes_and_the_fact_stays(texts: list[str], kept: str, gone: str) -> None:
    text = report(*texts)
    assert kept in text
    assert gone not in text


@pytest.mark.parametrize(
    ("later", "kept"),
    [
        ((17, "来了52个家长，讲了课表"), "4月22日下午3时，县民政局召开暑期班的家长会。52名"),
        ((12, "椅子借了40把"), "县民政局计划4月22日下午3时召开暑期班的家长会"),
        ((17, "家长会改明天，通知了家长"), "计划"),
    ],
)
def test_what_was_ahead_by_its_hour_has_come_about_once_it_is_told_of(later: tuple[int, str], kept: str) -> None:
    hour, told = later
    notes = [Note("今天下午三点开暑期班的家长会", SAID, "甲"), Note(told, SAID.replace(hour=hour), "甲")]
    written = write_reports(notes, unit="县民政局", now=SAID.replace(hour=18))
    assert kept in written[0].text


def test_columns_of_times_and_heads_are_counted() -> None:
    text = report("昨天车站运力\n线路 班次 人次\n石桥线 14 520\n大营线 9 287")
    assert "石桥线14班、520人次，大营线9班、287人次" in text


def test_a_bare_hour_behind_the_speaker_is_of_the_afternoon() -> None:
    told = report("今天防汛演练搞完了，两点开始，参加66人", said=SAID.replace(hour=17))
    assert "4月22日下午2时" in told
    assert "4月22日4时许" in report("四点多河水漫过了桥，拦了3辆车", said=SAID.replace(hour=8))


def test_a_pasted_report_names_who_did_it() -> None:
    text = report(
        "今年以来，我局坚持以人民为中心的发展思想，守正创新、锐意进取，推动各项工作再上新台阶。"
        "1至3月，受理申请286件，办结279件。其中上门服务62次。广大群众纷纷点赞。存在的不足是窗口只有2个人。"
    )
    assert "1至3月，县民政局受理申请286件" in text


def reports(*told: str, unit: str = "县农业农村局") -> list[str]:
    """Told as 日 时 人 words, one report a line."""
    notes = []
    for line in told:
        day, hour, who, text = line.split(" ", 3)
        notes.append(Note(text, datetime.fromisoformat(f"2026-07-{day}T{hour}"), who))
    return [one.title + "\n" + one.text for one in write_reports(notes, unit=unit, now=notes[-1].at or SAID)]


def test_what_a_house_sent_is_told_of_that_house() -> None:
    (text,) = reports(
        "02 16:20 任杰 【转发自 大河镇农技站小刘】各位领导：我站6月下乡18天，指导农户120户",
        "02 16:25 任杰 【转发自 青石乡农技站老王】我站6月下乡16天，指导农户86户",
    )
    assert "大河镇农技站下乡18天，指导农户120户" in text
    assert "青石乡农技站6月下乡16天，指导农户86户" in text


@pytest.mark.parametrize(
    ("told", "events"),
    [
        (["02 09:00 李明 昨天送医下乡，看病62人", "02 09:05 李明 另外昨天晚上局里夜校开班，种植班33人"], 2),
        (["02 15:00 李明 今天培训农机手，来了41人", "02 17:30 李明 傍晚又处理了个纠纷，两家争水，签了协议"], 2),
        (["02 09:00 李明 上午开了座谈会，到会23人", "02 16:00 李明 另外下午又补开了一场，到会18人"], 1),
        (["02 09:00 甲 上午市里一行4人来看消防，走了粮库", "02 10:00 乙 篮球赛在职教中心开打，12支队"], 2),
    ],
)
def test_another_matter_has_its_own_report(told: list[str], events: int) -> None:
    assert len(reports(*told)) == events


def test_an_hour_is_of_its_evening_and_of_its_day() -> None:
    (text,) = reports(
        "26 22:40 邱 夜里雨大，八点半大坝水位到了警戒线，差20公分",
        "27 08:20 邱 凌晨三点水位退了，早上七点撤的岗",
    )
    assert "7月26日夜间雨大，晚8时30分，" in text
    assert "7月27日凌晨3时水位退了" in text


@pytest.mark.parametrize(
    ("told", "right", "wrong"),
    [
        ("28000写错了，是23000", "23000", "28000"),
        ("14户说错了，是15户", "15户", "14户"),
        ("那个28000看错了，是23000，服务队6个", "14户", "6户"),
        ("28000看串了，是23000，退件3户", "14户", "28000"),
    ],
)
def test_a_figure_named_as_wrong_is_put_right_alone(told: str, right: str, wrong: str) -> None:
    (text,) = reports("02 10:00 宋 今天给困难户发补贴，14户，共28000元", f"02 11:00 宋 {told}")
    assert right in text
    assert wrong not in text


def test_figures_of_the_year_that_ends_name_it() -> None:
    written = write_reports(
        [Note("全年数据，接待游客312万人次，收入18亿", datetime(2026, 12, 28, 17), "乙")],
        unit="县文旅局",
        now=datetime(2026, 12, 28, 18),
    )
    assert "2026年" in written[0].text


def test_a_message_that_is_withdrawn_gives_way_to_the_one_sent_anew():
    (text,) = reports(
        "02 10:00 宋 今天上午送书320册，来了86个学生",
        "02 11:00 宋 今天那条作废，重新发：今天下午送书300册",
    )
    assert "下午" in text
    assert "300册" in text
    assert "86" not in text
    assert "重新发" not in text
