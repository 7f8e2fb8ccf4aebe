"""The fact lock: a draft passes when the notes hold all of it, and no longer when one thing is changed."""

import re
from datetime import datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.domain.lock.checks import check
from bot.domain.notes.note import Note
from bot.domain.notes.report import Checks

NOW = datetime(2026, 11, 18, 18, 0)
UNIT = "县文化馆"
NOTES = (
    "今天上午九点半在滨河公园办了老年书画展，展出作品124幅",
    "来看的有370多人，最大的作者91岁，讲解员陈晓明带大家看的",
    "现场写春联义卖筹了4,860块，都给了柳河镇敬老院",
    "排了《梁祝》，打出“书香满城”横幅，完成率百分之八十七",
    "上周五布的展，计划12月5日再去东关村展出60幅",
)
TITLE = "县文化馆在滨河公园举办老年书画展"
GOOD = (
    "11月18日上午9时30分，县文化馆在滨河公园举办老年书画展，展出作品124幅，观众370多人，最大的作者91岁，"
    "讲解员陈晓明现场讲解。现场写春联义卖筹得4860元，全部送给柳河镇敬老院。排演《梁祝》，打出“书香满城”横幅，"
    "完成率87%。11月13日布展。计划12月5日再到东关村展出60幅。"
)


def checked(text: str, title: str = TITLE, notes: tuple[str, ...] = NOTES) -> Checks:
    return check(title, text, [Note(n, NOW, "周敏") for n in notes], unit=UNIT, now=NOW)


def test_a_draft_that_the_notes_hold_passes() -> None:
    found = checked(GOOD)
    assert (found.passed, found.ungrounded, found.empty) == (True, (), ())
    assert found.grounded == found.total > 10
    assert found.length == len(re.sub(r"\s", "", TITLE + GOOD))
    assert found.line() == f"事实 {found.total}/{found.total} 有据 · 空话 0 · {found.length} 字"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("124幅", "142幅"),
        ("124幅", "一百四十二幅"),
        ("370多人", "470多人"),
        ("4860元", "4.86万元"),
        ("91岁", "19岁"),
        ("87%", "78%"),
        ("11月18日", "11月8日"),
        ("11月13日", "11月14日"),
        ("9时30分", "8时30分"),
        ("滨河公园举办", "滨湖公园举办"),
        ("柳河镇敬老院", "柳树镇敬老院"),
        ("东关村", "西关村"),
        ("陈晓明", "陈小明"),
        ("《梁祝》", "《化蝶》"),
        ("“书香满城”", "“书香满园”"),
        ("展出60幅", "展出600幅"),
        ("观众370多人", "观众370多人，获县领导批示肯定"),
        ("全部送给", "电话13912345678，全部送给"),
        ("完成率87%。", "完成率87%。该做法在全市推广。"),
    ],
)
def test_one_changed_fact_is_named(right: str, wrong: str) -> None:
    assert right in GOOD
    found = checked(GOOD.replace(right, wrong, 1))
    assert not found.passed
    assert found.ungrounded


@pytest.mark.parametrize(
    ("right", "same"),
    [
        ("124幅", "一百二十四幅"),
        ("124幅", "１２４幅"),
        ("4860元", "4,860元"),
        ("4860元", "4860块"),
        ("370多人", "370余人"),
        ("87%", "百分之八十七"),
        ("9时30分", "9:30"),
        ("11月13日", "上周五"),
        ("11月18日", "2026年11月18日"),
    ],
)
def test_the_same_fact_in_other_words_is_held(right: str, same: str) -> None:
    found = checked(GOOD.replace(right, same, 1))
    assert (found.passed, found.ungrounded) == (True, ())


@pytest.mark.parametrize(
    "done",
    ["12月5日再到东关村展出60幅。", "已到东关村展出60幅。", "到东关村展出60幅。"],
)
def test_a_plan_told_as_done_is_stopped(done: str) -> None:
    text = GOOD[: GOOD.index("计划12月5日")] + done
    found = checked(text)
    assert any(u.startswith("尚未发生") for u in found.ungrounded), found.ungrounded


@pytest.mark.parametrize(
    ("typed", "told", "stopped"),
    [
        ("四年级下次走西头", "四年级下次走西头。", False),
        ("明天还有一天", "11月19日还有一天。", False),
        ("打算下次从西头走", "下次从西头走。", True),
        ("四年级下次走西头", "四年级已走西头。", True),
    ],
)
def test_a_plan_in_the_words_of_its_note_passes(typed: str, told: str, stopped: bool) -> None:
    found = checked(GOOD + told, notes=(*NOTES, typed))
    assert any(u.startswith("尚未发生") for u in found.ungrounded) is stopped, found.ungrounded


@pytest.mark.parametrize(
    "empty",
    [
        "活动极大丰富了群众的精神文化生活，营造了浓厚的文化氛围。",
        "进一步增强了党员干部的凝聚力和战斗力。",
        "受到群众一致好评。",
    ],
)
def test_empty_talk_is_named_and_stops_the_draft(empty: str) -> None:
    found = checked(GOOD + empty)
    assert not found.passed
    assert found.empty


def test_a_gap_is_no_fact() -> None:
    found = checked(GOOD + "【待补：参加人数】")
    assert found.passed
    assert found.total == checked(GOOD).total


def test_a_sum_that_the_notes_show_is_held_and_another_is_not() -> None:
    notes = ("今天培训声乐31人、舞蹈22人、器乐18人",)
    right = "11月18日，县文化馆开展培训，声乐31人、舞蹈22人、器乐18人，共{}人。"
    assert checked(right.format(71), "县文化馆开展培训", notes).ungrounded == ()
    assert checked(right.format(72), "县文化馆开展培训", notes).ungrounded == ("72人",)


def test_the_rest_that_the_notes_show_is_held_and_another_is_not() -> None:
    notes = ("今天接到诉求17件，办结16件",)
    text = "11月18日，县文化馆接到诉求17件，办结16件，剩余{}件。"
    assert checked(text.format(1), "县文化馆办理诉求", notes).ungrounded == ()
    assert checked(text.format(2), "县文化馆办理诉求", notes).ungrounded == ("2件",)


def test_a_figure_of_another_kind_is_no_proof() -> None:
    notes = ("今天来了124人，花了300元",)
    found = checked("11月18日，县文化馆举办活动，124人参加，花费300万元。", "县文化馆举办活动", notes)
    assert found.ungrounded == ("300万元",)
    found = checked("11月18日，县文化馆举办活动，300人参加。", "县文化馆举办活动", notes)
    assert found.ungrounded == ("300人",)


def test_the_title_is_locked_too() -> None:
    assert checked(GOOD, "县文化馆举办展览，参观3700人").ungrounded == ("3700人",)


@pytest.mark.parametrize(
    "text",
    [
        "11月18日上午，县文化馆与交警大队联合检查网吧12家。",
        "11月18日上午，县文化馆会同市场监管局检查网吧12家。",
        "11月18日下午，县文化馆检查网吧12家。",
        "11月18日上午，县文化馆检查网吧12家，负责人李强签字。",
    ],
)
def test_a_partner_a_name_or_a_half_day_that_nobody_said_is_named(text: str) -> None:
    assert checked(text, "县文化馆检查网吧", ("今天上午检查了网吧12家，发现隐患3处",)).ungrounded


def test_nothing_to_check_passes_nothing_false() -> None:
    assert checked("", "").total == 0
    assert checked("", "", ()).passed


digits = [i for i, c in enumerate(GOOD) if c.isdigit()]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(digits), st.integers(1, 9))
def test_any_one_digit_changed_makes_the_draft_fail(at: int, step: int) -> None:
    changed = GOOD[:at] + str((int(GOOD[at]) + step) % 10) + GOOD[at + 1 :]
    spans = [m for m in re.finditer(r"\d+", changed) if m.start() <= at < m.end()]
    told = {float(n) for n in re.findall(r"\d+", "".join(NOTES).replace(",", ""))} | {87.0, 9.0, 30.0, 11.0, 18.0, 13.0}
    assume(float(spans[0][0]) not in told and not spans[0][0].startswith("0"))
    assert not checked(changed).passed, changed


@pytest.mark.parametrize(
    ("note", "draft"),
    [
        ("五一5月1日至5日全县A级景区接待34.7万人次", "5月1日至5日，旅游科统计五一全县A级景区接待34.7万人次。"),
        ("中秋前走了图书馆、文化馆四个点", "中秋前走图书馆、文化馆4个点。"),
        ("题刻有新刻画，已经报警了派出所的人来了", "题刻有新刻画，已报警派出所的人到场。"),
        ("6月28日河口村民大会上老张反映戏台没灯", "6月28日，河口镇文化站村民大会上群众反映戏台无灯。"),
        ("上座率不到9成", "上座率不到90%。"),
    ],
)
def test_a_verb_or_time_before_a_known_place_is_no_new_place(note: str, draft: str) -> None:
    assert check("县里一周情况", draft, [Note(note, NOW, "周敏")], unit="河口镇文化站", now=NOW).ungrounded == ()


@pytest.mark.parametrize(
    "wrong", ["5月1日至5日，五一西山景区接待", "5月1日至5日，统计五一全省A级景区接待", "接待的是东湖景区"]
)
def test_a_known_ending_makes_no_invented_place_known(wrong: str) -> None:
    notes = [Note("五一5月1日至5日全县A级景区接待34.7万人次", NOW, "周敏")]
    assert check("五一接待情况", f"{wrong}34.7万人次。", notes, unit="旅游科", now=NOW).ungrounded


@pytest.mark.parametrize(
    ("said", "draft"),
    [
        ("两天下来卖了12w3", "11月18日，县文化馆统计市集两天销售额12.3万元。"),
        ("讲课讲了一个半小时", "11月18日，县文化馆授课1.5小时。"),
        ("接咨询31人", "11月18日，县文化馆接受咨询31人次。"),
        ("标本送北大测年", "11月18日，县文化馆将标本送北京大学测年。"),
        ("主要在西陵和东坪俩镇", "11月18日，县文化馆统计损坏点位主要在西陵、东坪两镇。"),
        ("下午四点多堵车", "11月18日16时许发生堵车，县文化馆已通报。"),
        ("城西公园音响太响，去看了", "11月18日，县文化馆处理城西公园音响问题。"),
        ("告知书明天送，另外五家没问题", "11月18日，县文化馆检查，其余5家未发现问题。"),
        ("3个展柜没换，结转到明年", "11月18日，县文化馆3个展柜结转到2027年。"),
        ("打算加牌7块，已经找广告公司做了", "11月18日，县文化馆7块牌已委托广告公司制作。"),
        ("零点20分塌的", "11月18日0时20分，县文化馆步道塌方。"),
        ("每人补助壹万元整", "11月18日，县文化馆发放补助每人1万元。"),
        ("二中来了96人", "11月18日，第二中学96人到县文化馆。"),
        ("讲了三种套路", "11月18日，县文化馆讲解3类套路。"),
        ("抛石120方", "11月18日，县文化馆抛石120立方米。"),
        ("糕点30批，合格30，熟肉25批，合格24", "11月18日，县文化馆抽检55批，合格54批，其中熟肉25批。"),
        ("答应初十前来修", "11月18日，对方答应县文化馆十月初十前来修。"),
    ],
)
def test_what_the_notes_say_in_other_words_is_held(said: str, draft: str) -> None:
    assert checked(draft, "县文化馆工作", (said,)).ungrounded == ()


@pytest.mark.parametrize(
    ("said", "draft"),
    [
        ("跟厂家联系了，8月要换的", "县文化馆已联系厂家，2027年8月更换。"),
        ("希望配书，12月5日送来", "村里希望配书，12月5日送到。"),
        ("校长说下学期每月来一次", "校长下学期每月来一次。"),
    ],
)
def test_a_time_to_come_needs_a_word_of_its_own_that_says_so(said: str, draft: str) -> None:
    assert any("尚未发生" in found for found in checked(draft, "县文化馆工作", (said,)).ungrounded)


def test_the_title_may_add_up_what_one_sentence_lists() -> None:
    notes = ("上午跑了KTV 5家、影院1家、剧本杀2家",)
    text = "11月18日上午，县文化馆检查KTV 5家、影院1家、剧本杀店2家。"
    assert checked(text, "县文化馆检查场所8家", notes).ungrounded == ()
    assert checked(text, "县文化馆检查场所9家", notes).ungrounded != ()


def test_an_old_building_and_a_name_without_a_han_surname_are_locked() -> None:
    notes = ("奎星阁漏雨，馆长阿米尔带队看的",)
    assert checked("馆长阿米尔察看奎星阁。", "县文化馆工作", notes).ungrounded == ()
    assert checked("馆长阿文博察看新民阁。", "县文化馆工作", notes).ungrounded == ("阿文博", "看新民阁")


@pytest.mark.parametrize(
    ("note", "told", "held"),
    [
        ("通知他们20号前修好", "通知其7月20日前修复", True),
        ("准备通知他们20号前修好", "通知其7月20日前修复", False),
        ("准备通知他们20号前修好", "已通知其7月20日前修复", False),
        ("通知他们20号前修好", "渠道已修复", False),
    ],
)
def test_what_was_announced_for_a_day_is_to_come(note: str, told: str, held: bool) -> None:
    now = datetime(2026, 6, 27, 17, 30)
    text = f"6月27日，县文旅局到清河村查渠，{told}。"
    checks = check("查渠", text, [Note(f"今天到清河村查渠，{note}", now, "甲")], unit="县文旅局", now=now)
    assert (checks.ungrounded == ()) is held
