"""Which reports a section counts together, which figures are of one kind, and what is asked though it is on record."""

from datetime import date

import pytest

from bot.domain.submissions.categories import CATEGORIES, suggest
from bot.domain.submissions.tally import Counter, counts
from bot.domain.summary.deeds import deeds
from bot.domain.summary.drawing_up import Records, drawn_up
from bot.domain.summary.parts import Summary
from bot.domain.summary.past import PastPart
from bot.domain.summary.section_wants import Aim, Wanted
from bot.domain.summary.summary_text import written_out
from bot.domain.summary.troubles import told_problems
from bot.domain.summary.works import Told, about, work_of

TODAY = date(2026, 11, 24)


def told(title: str, text: str = "", month: int = 3, day: int = 5, category: str = "其他") -> Told:
    said = f"{month}月{day}日，综合科{text or title}。"
    return Told(f"{month}-{day}-{title}", title, said, "综合科", date(2026, month, day), "周敏", category)


def section(topic: str, reports: list[Told], past: tuple[PastPart, ...] = (), aim: Aim = Aim.TOPIC) -> Summary:
    wanted = Wanted(topic, aim, date(2026, 1, 1), date(2026, 12, 31))
    return drawn_up(wanted, Records(tuple(reports), past=past), unit="县文旅局", today=TODAY)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("办理营业性演出审批7件", "行政审批"),
        ("联合公安、消防检查网吧13家次", "市场检查"),
        ("会同消防到民宿开展安全检查", "安全检查"),
        ("在县博物馆举办青铜器展", "展览"),
        ("文化礼堂项目进展", "其他工作"),
        ("到龙门古桥等5处文物保护单位巡查", "文物巡查"),
        ("窗口办结时限压到3天，审批提速", "作风改进事项"),
    ],
)
def test_the_act_decides_the_kind_not_its_object_nor_its_partners(title, kind):
    assert work_of(told(title)).name == kind


def test_a_units_name_suggests_no_category():
    assert suggest("公共文化科看望老人", "公共文化科志愿者9人到敬老院看望老人", CATEGORIES, "公共文化科") == "志愿服务"


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("五一接待游客15.8万人次，比去年增长12%。", None),
        ("接受咨询58人次。", None),
        ("32名消防员参加座谈。", 32),
        ("当天参观720人。", 720),
        ("观众500人次，比去年多100人次。", 500),
        ("截至11月，累计观众5000人次。", None),
    ],
)
def test_who_took_part(sentence, people):
    found = [one.value for one in counts(sentence) if one.counter is Counter.ATTENDANCE]
    assert found == ([people] if people else [])


def test_visits_ordered_and_wholly_done_are_counted_as_such():
    found = {
        (one.label, one.value, one.unit) for one in deeds("检查旅行社9家次。受理投诉6件，全部办结。接待游客4万人次。")
    }
    assert {("检查旅行社", 9, "家次"), ("办结", 6, "件"), ("接待游客", 40000, "人次")} <= found


def test_what_was_ordered_is_not_added_to_what_was_done():
    made = [told("检查网吧", "检查网吧，当场整改3处", 1), told("检查KTV", "检查KTV，当场整改4处", 2)]
    made += [told("检查民宿", "检查民宿，责令整改5处", 3), told("检查书店", "检查书店，责令整改2处", 4)]
    text = written_out(section("市场检查", made)).text
    assert "整改7处" in text
    assert "整改14处" not in text


def test_volunteers_are_counted_not_those_whom_they_served():
    made = [
        told("带12名志愿者到社区", "带12名志愿者到社区，服务老人34人", 3, category="文化惠民"),
        told("20名志愿者陪孩子画画", "20名志愿者陪孩子画画，68名学生参加", 6, category="文化惠民"),
    ]
    assert "志愿服务2次，志愿者32人次" in written_out(section("志愿服务", made)).text


def test_a_total_of_people_names_how_many_reports_it_is_of_and_grows_with_the_year():
    half = [
        told("作风建设会", "召开作风建设会，46人参加", 2),
        told("讲廉政党课", "讲党课，52人参加", 1),
        told("讲党课", "讲党课，41人参加", 6),
    ]
    year = [*half, told("暗访窗口", "暗访窗口5个", 7), told("减负清群", "清理工作群11个，推进减负", 8)]
    first, whole = (written_out(section("主要工作", one, aim=Aim.WORK)).text for one in (half, year))
    assert "共139人次参与" in first
    assert "有人数的3次共139人次参与" in whole


def test_an_occasion_of_a_quarter_is_no_total_of_it():
    occasion = Told("1", "中心组学习", "三季度，综合科开展中心组学习，12人参加。", "综合科", TODAY)
    total = Told("2", "借阅", "三季度，图书馆借出图书500册，办证30张。", "图书馆", TODAY)
    assert (occasion.stated, total.stated) == (False, True)


def test_people_are_asked_for_where_people_gather():
    made = [told(f"检查网吧{n}家", f"检查网吧{n}家，{n}人参加" if n < 3 else f"检查网吧{n}家", n) for n in range(1, 5)]
    assert not section("市场检查", made).parts[0].points[0].gaps


def test_a_figure_that_other_reports_hold_is_not_called_missing():
    past = (PastPart("2025年总结", "2025", ("作风转变", "减负"), "讲党课2次，清理微信工作群9个，办理审批86件。"),)
    others = [told("讲党课", "讲党课，52人参加", 1), told("办结审批", "办理审批7件", 4)]
    made = [told("作风建设会", "召开作风建设会，46人参加", 2, category="作风改进")]
    gaps = "".join(section("作风转变", [*made, *others], past).parts[0].gaps)
    assert "微信工作群" in gaps
    assert "党课" not in gaps
    assert "审批" not in gaps


def test_a_broad_kind_is_narrowed_by_what_the_topic_says_beside_it():
    survey, guard = told("文物普查复查64处"), told("文物消防演练", month=4)
    assert about("文物普查", [survey, guard]) == (survey,)
    assert about("文物保护", [survey, guard]) == (survey, guard)


def test_what_stood_below_a_heading_belongs_to_it():
    opera, fair = told("到大岭镇送戏下乡"), told("元宵灯谜会群众文化活动", month=2)
    assert about("群众文化工作", [opera, fair], hints=("送戏下乡",)) == (opera, fair)


def test_complaints_that_were_settled_are_no_problem_what_is_left_is():
    settled = told("受理投诉3件", "受理旅游投诉3件，办结3件")
    left = told("受理投诉5件", "受理旅游投诉5件，办结4件，1件还在调解", 8)
    assert [one.reports for one in told_problems([settled, left])] == [(left,)]
