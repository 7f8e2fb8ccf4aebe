"""A summary as text: numbered, no longer than asked for, long names shortened, sums recounted."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.domain.summary.drawing_up import Records, drawn_up
from bot.domain.summary.next_steps import lapsed, next_points
from bot.domain.summary.outline import changed
from bot.domain.summary.outline_words import read as wish
from bot.domain.summary.parts import Line, Matter, Part, Point, Source, Sum, Summary
from bot.domain.summary.section_reading import read
from bot.domain.summary.summary_checks import bars, checked
from bot.domain.summary.summary_text import shortened, written_out
from bot.domain.summary.troubles import problem_points
from bot.domain.summary.works import Told

NOW = datetime(2026, 11, 22, 10)


def told(number: int, title: str, text: str, category: str = "文化惠民", day: date = date(2026, 5, 6)) -> Told:
    return Told(f"r{number}", title, text, "县图书馆", day, "李静", category)


def test_a_campaign_is_named_in_full_once_and_by_its_short_form_afterwards() -> None:
    full = "“书香云溪”全民阅读活动"
    text = f"5月6日，县图书馆启动{full}。6月8日，{full}走进小学。7月2日，{full}走进军营。"
    made = shortened(text)
    assert made.count(full) == 1
    assert f"{full}（以下简称“书香云溪”活动）" in made
    assert made.count("“书香云溪”活动") == 3


def test_a_name_used_once_stays_as_it_is() -> None:
    text = "5月6日，县图书馆启动“书香云溪”全民阅读活动。"
    assert shortened(text) == text


@pytest.mark.parametrize("length", [120, 200, 400])
def test_the_text_keeps_to_the_length_where_the_records_allow(length: int) -> None:
    reports = tuple(
        told(n, f"县图书馆到第{n}小学送书", f"5月{n}日，县图书馆到第{n}小学送书{n}00册，{n}0人参加。讲了怎么借书。")
        for n in range(1, 9)
    ) + tuple(told(20 + n, "县图书馆办展览", f"6月{n}日，县图书馆办旧报展览，展出{n}0件。") for n in range(1, 5))
    wanted = replace(read("文化惠民", NOW), length=length)
    made = written_out(drawn_up(wanted, Records(reports), unit="县文旅局", today=NOW.date()))
    assert made.length <= length * 1.05
    assert "送书8次" in made.text


def test_slogans_and_other_years_in_a_report_do_not_enter() -> None:
    text = "5月6日，县图书馆送书300册，50人参加。营造了浓厚的书香氛围。比去年同期多120册。"
    report = told(1, "县图书馆送书", text)
    made = written_out(drawn_up(read("文化惠民", NOW), Records((report,)), unit="县文旅局", today=NOW.date()))
    assert "300册" in made.text
    assert "氛围" not in made.text
    assert "120" not in made.text


def test_a_report_that_does_not_say_how_many_came_is_asked_for_by_name() -> None:
    reports = (
        told(1, "县图书馆送书", "5月6日，县图书馆送书300册，50人参加。"),
        told(2, "县图书馆送书到军营", "5月8日，县图书馆到军营送书100册。", day=date(2026, 5, 8)),
    )
    made = written_out(drawn_up(read("文化惠民", NOW), Records(reports), unit="县文旅局", today=NOW.date()))
    assert "【待补：5月8日《县图书馆送书到军营》的人数，问县图书馆李静】" in made.text
    assert "送书2次，参加50人次" in made.text


def test_a_sum_that_does_not_add_up_or_stands_nowhere_is_found() -> None:
    source = Source("report", "r1", "送书300册")
    right = Line("共送书300册。", (source,), sums=(Sum("送书", 300.0, "册", (300.0,)),))
    assert checked("", right.text, [right], unit="", now=NOW).ungrounded == ()
    wrong = Line("共送书310册。", (source,), sums=(Sum("送书", 310.0, "册", (300.0,)),))
    assert "送书合计不对" in checked("", wrong.text, [wrong], unit="", now=NOW).ungrounded
    foreign = Line("共送书500册。", (source,), sums=(Sum("送书", 500.0, "册", (500.0,)),))
    assert "送书合计不对" in checked("", foreign.text, [foreign], unit="", now=NOW).ungrounded


def test_the_same_figure_twice_must_agree() -> None:
    source = Source("report", "r1", "演出2场")
    lines = [
        Line("送戏2场。", (source,), sums=(Sum("送戏", 2.0, "场", (2.0,)),)),
        Line("全年送戏1场。", (source,), sums=(Sum("送戏", 1.0, "场", (1.0,)),)),
    ]
    assert "送戏前后不一" in checked("", "送戏2场。全年送戏1场。", lines, unit="", now=NOW).ungrounded


def test_a_figure_of_another_report_does_not_pass_though_the_summary_holds_it() -> None:
    line = Line("5月6日送书300册。", (Source("report", "r2", "6月8日送书500册"),))
    assert "300册" in checked("", line.text, [line], unit="", now=NOW).ungrounded


def test_a_thin_point_is_named() -> None:
    assert bars("（一）送书2次。\n（二）展览3次，参观500人次，展出80件。").thin == ("送书2次",)


def test_more_than_ten_points_are_numbered_without_a_gap() -> None:
    points = tuple(Point(str(n), Line(f"送书{n}次")) for n in range(1, 13))
    made = written_out(Summary(read("文化惠民", NOW), "县文旅局", NOW.date(), (Part("文化惠民", (), points),)))
    assert "（十）送书10次" in made.text
    assert "（十二）送书12次" in made.text


def test_a_next_step_without_owner_or_date_has_a_gap_in_its_place() -> None:
    (point,) = next_points((Matter("m1", "台账第1项", "县图书馆", "门前积水"),), (), NOW.date())
    text = "".join(line.text for line in point.lines)
    assert "【待补：责任人，问县图书馆】" in text
    assert "【待补：完成时限，问县图书馆】" in text


def test_a_plan_whose_day_is_past_is_asked_about_and_never_claimed() -> None:
    plan = told(1, "县图书馆送书", "5月6日，县图书馆送书300册。计划6月底前再建2个分馆。")
    (gap,) = lapsed((plan,), NOW.date())
    assert "计划6月底前再建2个分馆" in gap
    assert "问县图书馆李静" in gap
    assert problem_points((), (), (plan,)) == ()


def test_what_a_report_says_was_mended_is_no_problem() -> None:
    mended = told(1, "检查", "5月6日检查发现3处隐患，已全部整改。")
    left = told(2, "检查", "5月8日，2家民宿没有安装烟感。")
    (point,) = problem_points((), (), (mended, left))
    assert "没有安装烟感" in point.lines[0].text
    assert "隐患" not in "".join(line.text for line in point.lines)


def test_words_of_a_model_are_put_away_when_the_outline_changes() -> None:
    report = told(1, "县图书馆送书", "5月6日，县图书馆送书300册，50人参加。")
    summary = drawn_up(read("文化惠民", NOW), Records((report,)), unit="县文旅局", today=NOW.date())
    change = wish("加一条：7月1日县图书馆开通夜间借阅")
    assert change
    assert changed(summary, change, key="k").worded == ()
