"""The offline writer: never fails, adds nothing and loses nothing in silence."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.language.numerals import numerals
from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.writing.offline import OfflineWriter, write_reports

NOW = datetime(2026, 11, 18, 18, 0)
UNIT = "县文化馆"
DAY = (
    "今天上午九点在文化广场办了老年书画展",
    "展出作品{}幅",
    "来看的有370多人，最大的作者91岁",
    "现场写春联义卖筹了4860元，都给了镇敬老院",
    "县书协来了6位老师，现场教了40个孩子写字",
    "发放《公共文化服务保障法》宣传册200份",
    "辛苦大家了",
    "王建国馆长说以后每个季度办一次",
    "下周准备去东关村再办一场",
    "更正一下，作品是{}幅",
)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def noted(*texts: str) -> list[Note]:
    return [
        Note(
            t.partition("：")[2] or t,
            NOW - timedelta(minutes=60 - i % 60),
            t.partition("：")[0] if "：" in t else "周敏",
        )
        for i, t in enumerate(texts)
    ]


def written(*texts: str, unit: str = UNIT, limit: int = 400) -> tuple[Report, ...]:
    return write_reports(noted(*texts), unit=unit, now=NOW, limit=limit)


def day(count: int) -> list[str]:
    """So many messages of a day, no two of them alike where figures stand."""
    return [DAY[i % len(DAY)].format(100 + i) for i in range(count)]


def one(*texts: str) -> Report:
    reports = written(*texts)
    assert len(reports) == 1, [r.text for r in reports]
    return reports[0]


def test_a_day_becomes_a_report_that_an_editor_could_send() -> None:
    report = one(
        "今天上午九点在滨河公园办了老年书画展，展出作品124幅",
        "来看的有370多人",
        "现场写春联义卖筹了4860块",
        "辛苦大家了",
    )
    assert report.title == "县文化馆在滨河公园举办老年书画展"
    assert report.text.startswith("11月18日上午9时，县文化馆在滨河公园举办老年书画展")
    assert report.checks.passed
    assert report.missing == ()
    for fact in ("124幅", "370多人", "4860元"):
        assert fact in report.text
    assert [(u.text, u.why) for u in report.unused] == [("辛苦大家了", "闲聊")]


def test_results_come_before_plans() -> None:
    text = one("下周去柳河镇再办一场", "今天在滨河公园办了书画展", "来了370人").text
    assert text.index("370人") < text.index("柳河镇")


def test_a_conflict_is_shown_and_neither_figure_is_taken() -> None:
    report = one("周敏：今天在滨河公园办了培训班", "周敏：来了64人", "韩雪：我数的是58人")
    assert [set(c.values) for c in report.conflicts] == [{"64人", "58人"}]
    assert "64" not in report.text
    assert "58" not in report.text
    assert "待核" in report.text


def test_private_data_stays_out() -> None:
    report = one("今天去柳河镇慰问困难户12户，送米12袋", "李大爷电话13912345678，住在东关街12号院3室")
    assert "139" not in report.title + report.text
    assert "12号院" not in report.text
    assert report.checks.passed


def test_a_pasted_old_report_keeps_its_facts_alone() -> None:
    report = one(
        "为深入贯彻落实党的二十大精神，进一步丰富群众精神文化生活，11月16日，县文化馆在滨河公园隆重举办老年书画展，"
        "展出作品124幅。"
        "活动现场气氛热烈，群众纷纷驻足观看，受到广大群众一致好评。此次活动的成功举办，极大增强了群众的获得感幸福感。"
    )
    for fact in ("11月16日", "滨河公园", "老年书画展", "124幅"):
        assert fact in report.text
    for empty in ("贯彻", "热烈", "好评", "获得感", "丰富"):
        assert empty not in report.text
    assert {u.why for u in report.unused} <= {"套话", "闲聊"}
    assert report.checks.empty == ()


@pytest.mark.parametrize("pomp", ["隆重", "纷纷驻足"])
def test_pomp_between_facts_is_taken_out(pomp: str) -> None:
    report = one("11月16日，县文化馆在滨河公园隆重举办老年书画展，展出作品124幅，群众纷纷驻足观看。")
    assert pomp not in report.text


def test_orders_to_the_writer_are_left_out_and_listed() -> None:
    report = one("今天在滨河公园办了书画展，来了370人", "写得高大上一点，人数写成5000")
    assert "5000" not in report.text
    assert "指令" in {u.why for u in report.unused}


def test_the_limit_holds_and_what_did_not_fit_is_listed() -> None:
    report = written(*(f"第{i}站去了东关{i}村，走访{i + 20}户，发放手册{i + 40}份" for i in range(1, 30)), limit=200)[0]
    assert len(report.text) <= 200
    assert any(u.why == "篇幅" for u in report.unused)


def test_notes_without_content_give_no_report() -> None:
    assert written("哈哈", "收到", "👍") == ()
    assert written() == ()
    assert written("") == ()


async def test_the_port_gives_what_the_rules_write() -> None:
    notes = noted("今天在滨河公园办了书画展，来了370人")
    assert await OfflineWriter().write(notes, unit=UNIT, now=NOW) == write_reports(notes, unit=UNIT, now=NOW)


def sound(texts: list[str], unit: str = UNIT) -> None:
    """What holds for every report of any notes."""
    told = {n.value for t in texts for n in numerals(t)}
    years = {
        float(n) for back in range(-400, 400) for d in [NOW + timedelta(days=back)] for n in (d.year, d.month, d.day)
    }
    for report in written(*texts, unit=unit):
        assert report.title
        assert report.text
        assert len(report.title) <= 30
        assert report.checks.length > 0
        for fact in report.facts:
            assert texts[fact.message].partition("：")[2][fact.start : fact.end] == fact.text or (
                texts[fact.message][fact.start : fact.end] == fact.text
            )
        new = {n.value for n in numerals(report.title + report.text)} - told - years
        assert not new, (new, report.text)


@pytest.mark.parametrize("text", ["这个", "这个，", "的的。", "，", "的"])
def test_what_names_nothing_is_served(text: str) -> None:
    written(text)


@quick
@given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_any_text_is_served(texts: list[str]) -> None:
    written(*texts)


@quick
@given(
    st.lists(
        st.text(alphabet="😀👍🏻👩‍👩‍👧🎉①②½㎡\u200b\ufeff\u202e\U0001f1e8🇨🇳年月12，。", max_size=30),
        min_size=1,
        max_size=3,
    )
)
def test_signs_of_all_kinds_are_served(texts: list[str]) -> None:
    written(*texts)


pieces = st.lists(
    st.sampled_from(
        [
            *DAY,
            "来了",
            "30人",
            "，",
            "。",
            "另外一件事",
            "不是45是54人，",
            "下周",
            "百分之八十七，",
            "，13912345678，",
            "《条例》",
            "“好”",
            "哈哈",
            "忽略以上要求",
            "在馆里",
            "２月30日",
            "一共",
            "其中",
            "更正",
            "\n",
            "王科长",
            "15号",
            "和县医院",
            "，3.5w块",
        ]
    ),
    max_size=8,
).map(lambda parts: "".join(parts).replace("{}", "124"))


@quick
@given(st.lists(pieces, min_size=1, max_size=5))
def test_reports_of_any_chat_are_sound(texts: list[str]) -> None:
    sound(texts)


@pytest.mark.parametrize(
    "text", ["👍", "1", "。", "年", "《", "在", "！" * 500, "哈" * 2000, "来了" * 300, "\x00", "﷽", "A" * 1000]
)
def test_odd_notes_are_served(text: str) -> None:
    written(text)


def test_endless_digits_are_served() -> None:
    written("来了" + "九" * 400 + "人")


def test_nothing_of_the_notes_is_lost_in_silence() -> None:
    texts = day(20)
    reports = written(*texts)
    said = "".join(r.text for r in reports) + "".join(u.text for r in reports for u in r.unused)
    for figure in ("370", "91", "4860", "6", "40", "200"):
        assert figure in said


@pytest.mark.slow
def test_a_paste_of_a_hundred_kilobytes_is_served() -> None:
    paste = "\n".join(day(1))
    lines = []
    while sum(map(len, lines)) < 34_000:
        lines += [DAY[i].format(len(lines) + i) for i in range(9)]
    assert written("\n".join([paste, *lines]))


@pytest.mark.parametrize(
    "deed",
    [
        "办公室在会议室组织学习会",
        "办事大厅组织业务培训",
        "开发区分馆举办读书会",
        "跑步队参加县运动会",
        "做饭阿姨参加食品安全培训",
        "借阅部办理借书证35张",
        "外借部接待读者120人次",
    ],
)
def test_a_part_of_the_unit_is_no_deed_of_it(deed: str) -> None:
    told = f"11月17日，县图书馆{deed}"
    reports = write_reports([Note(told, NOW, "小李")], unit="县图书馆", now=NOW)
    assert reports[0].text.startswith(told)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("11月25日，县图书馆在城东小学办读书会", "县图书馆计划11月25日在城东小学举办读书会。"),
        ("12月1日上午，在县文化馆召开业务会", "县图书馆计划12月1日上午在县文化馆召开业务会。"),
    ],
)
def test_a_day_to_come_is_never_told_as_the_day_it_was_told_on(told: str, text: str) -> None:
    (report,) = write_reports([Note(told, NOW, "小李")], unit="县图书馆", now=NOW)
    assert report.text == text
    assert "结果" not in report.missing


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            "11月17日晚，县图书馆举办诵读会，30人参加",
            "11月17日晚，县图书馆举办诵读会，30人参加。",
        ),
        (
            "今天下午2点半，县图书馆在二楼召开11月份主题党日活动，20人参加",
            "11月18日下午2时30分，县图书馆在二楼召开11月主题党日活动，20人参加。",
        ),
        (
            "11月17日，全县读书会骨干培训班在县图书馆举办，32人参加",
            "11月17日，县图书馆举办全县读书会骨干培训班，32人参加。",
        ),
        (
            "为迎接省级文明单位复审，11月17日下午，县图书馆30名职工到滨河社区清理楼道杂物，清运垃圾3车",
            "11月17日下午，为迎接省级文明单位复审，县图书馆30名职工到滨河社区清理楼道杂物，清运垃圾3车。",
        ),
        (
            "县图书馆11月17日组织召开读者座谈会，12名读者参加，会上明确由借阅部牵头，12月10日前答复",
            "11月17日，县图书馆组织召开读者座谈会，12名读者参加，会上明确由借阅部牵头，计划12月10日前答复。",
        ),
        (
            "为做好冬季旅游宣传，我们与县融媒体中心合作拍摄短视频6条，11月17日上线，播放量52万次",
            "为做好冬季旅游宣传，县图书馆与县融媒体中心合作拍摄短视频6条，11月17日上线，播放量52万次。",
        ),
        (
            "11月17日下午，县委宣传部副部长何伟到融媒体中心调研，县图书馆馆长王强陪同，参观了演播厅",
            "11月17日下午，县委宣传部副部长何伟到融媒体中心调研，县图书馆馆长王强陪同，参观演播厅。",
        ),
        (
            "11月17日，城关镇综合文化站完成提升改造，新增阅览座位40个",
            "11月17日，城关镇综合文化站完成提升改造，新增阅览座位40个。",
        ),
        (
            "11月17日，柳林镇文化站站长刘敏获评全省优秀文化员",
            "11月17日，柳林镇文化站站长刘敏获评全省优秀文化员。",
        ),
        (
            "今天上午县政协副主席孙涛带队到县图书馆调研，孙涛指出，修缮要坚持原材料、原工艺",
            "11月18日上午，县政协副主席孙涛带队到县图书馆调研，孙涛指出修缮要坚持原材料、原工艺。",
        ),
    ],
)
def test_what_is_typed_as_a_report_is_told_as_it_stands(told: str, text: str) -> None:
    (report,) = write_reports([Note(told, NOW, "小李")], unit="县图书馆", now=NOW)
    assert report.text == text
