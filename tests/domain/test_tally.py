"""Counters read from a report, categories suggested, the same event recognised, questions about counts."""

from datetime import date, datetime

import pytest

from bot.domain.language.likeness import day_of, same_event
from bot.domain.submissions.categories import CATEGORIES, suggest
from bot.domain.submissions.people import Unit
from bot.domain.submissions.profile_words import read_profile
from bot.domain.submissions.submission import Profile, differences
from bot.domain.submissions.tally import Counter, asks, counts, other_period, read, total
from bot.domain.submissions.whose_reports import Whose
from bot.domain.submissions.whose_reports import read as whose
from bot.domain.talk.errands import read as errand

NOW = datetime(2026, 11, 22, 9, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "9月3日，党支部书记李明为38名党员上党课。",
            {Counter.EVENTS: 1, Counter.MEMBERS: 38, Counter.LECTURES: 1},
        ),
        (
            "9月，局领导讲党课3次，组织中心组学习2次，共120余人次参加。整改问题5条，销号4项。",
            {
                Counter.EVENTS: 1,
                Counter.ATTENDANCE: 120,
                Counter.LECTURES: 3,
                Counter.STUDY: 2,
                Counter.FIXES: 5,
            },
        ),
        ("10月8日，举办戏曲专场2场，观众约300人。", {Counter.EVENTS: 2, Counter.ATTENDANCE: 300}),
        ("查出12个问题，其中9个已整改。", {Counter.FIXES: 9}),
        ("下一步，计划举办培训3场，预计500人参加。", {}),
        ("今年以来累计开展活动45场，参加1.2万人次。", {}),
        ("第3次中心组学习会召开，18人参加。", {Counter.EVENTS: 1, Counter.ATTENDANCE: 18, Counter.STUDY: 1}),
        ("新购图书320册，投入2万元。", {}),
    ],
)
def test_an_adopted_report_feeds_its_counters(text: str, expected: dict[Counter, int]) -> None:
    assert {count.counter: count.value for count in counts(text)} == expected
    assert all(count.quote in text for count in counts(text))


def test_a_sum_with_an_approximate_part_is_approximate() -> None:
    every = [c for t in ("120余人次参加。", "30人参加。") for c in counts(t) if c.counter is Counter.ATTENDANCE]
    assert total(every) == (150, True)
    assert total(every[1:]) == (30, False)


@pytest.mark.parametrize(
    ("title", "text", "category"),
    [
        ("县图书馆送书下乡", "送书320册，读者200人", "文化惠民"),
        ("县文化馆举办讲解员技能比武", "12名讲解员参加比赛", "技能比武"),
        ("党支部书记讲党课", "38名党员参加主题党日", "党建学习"),
        ("志愿者慰问困难老人", "慰问5户", "志愿服务"),
        ("窗口整改排队问题", "整改4条", "整改"),
        ("购置设备3台", "已到货", "其他"),
    ],
)
def test_the_category_is_suggested_from_the_words(title: str, text: str, category: str) -> None:
    assert suggest(title, text, CATEGORIES) == category


def test_only_categories_that_are_set_are_suggested() -> None:
    assert suggest("送书下乡", "送书", ("党建学习", "综合")) == "综合"


SENT = "11月20日上午，图书馆在城东社区开展送书下乡活动，送书320册，6名志愿者参加。"
SENT_TOO = "11月20日，博物馆联合图书馆在城东社区送书下乡，送书320册，志愿者6名参加。"


def test_the_same_event_is_known_by_its_day_and_most_of_its_words() -> None:
    day = day_of(SENT, NOW)
    assert day == date(2026, 11, 20)
    assert same_event(SENT, SENT_TOO, days=(day, day_of(SENT_TOO, NOW)))
    assert not same_event(SENT, SENT.replace("20日", "21日"), days=(day, date(2026, 11, 21)))
    other = "11月20日，博物馆接待学生参观，讲解4场。"
    assert not same_event(SENT, other, days=(day, day))


def test_a_day_that_has_not_come_was_last_year() -> None:
    assert day_of("12月30日，举办年终演出。", datetime(2027, 1, 3)) == date(2026, 12, 30)
    assert day_of("图书馆送书。", NOW) is None


@pytest.mark.parametrize(
    ("words", "period", "first", "last", "counter"),
    [
        ("这个月我们报了几条", "2026年11月", date(2026, 11, 1), date(2026, 11, 30), None),
        ("上个月报了多少条信息？", "2026年10月", date(2026, 10, 1), date(2026, 10, 31), None),
        ("今年上了几次党课", "2026年", date(2026, 1, 1), date(2026, 12, 31), Counter.LECTURES),
        ("去年中心组学习了几次", "2025年", date(2025, 1, 1), date(2025, 12, 31), Counter.STUDY),
        ("10月搞了多少场活动", "2026年10月", date(2026, 10, 1), date(2026, 10, 31), Counter.EVENTS),
        ("上半年整改了几条", "2026年1—6月", date(2026, 1, 1), date(2026, 6, 30), Counter.FIXES),
        ("本周来了多少人参加", "本周", date(2026, 11, 16), date(2026, 11, 22), Counter.ATTENDANCE),
        ("我们一共上了几次党课", "2026年", date(2026, 1, 1), date(2026, 12, 31), Counter.LECTURES),
        ("上季度我们报了几条", "2026年7—9月", date(2026, 7, 1), date(2026, 9, 30), None),
        ("这一季度我们报了几条", "2026年10—12月", date(2026, 10, 1), date(2026, 12, 31), None),
        ("本季度有多少党员参加", "2026年10—12月", date(2026, 10, 1), date(2026, 12, 31), Counter.MEMBERS),
        ("12月报了几条", "2026年12月", date(2026, 12, 1), date(2026, 12, 31), None),
    ],
)
def test_a_question_about_our_counts_is_read(
    words: str, period: str, first: date, last: date, counter: Counter | None
) -> None:
    assert asks(words)
    asked = read(words, NOW)
    assert (asked.period, asked.first, asked.last, asked.counter) == (period, first, last, counter)


def test_a_topic_is_counted_alone() -> None:
    assert asks("今年送戏下乡几场")
    asked = read("今年送戏下乡几场", NOW)
    assert (asked.counter, asked.topic) == (Counter.EVENTS, "送戏下乡")
    assert read("10月搞了多少场活动", NOW).topic == ""


@pytest.mark.parametrize(
    "words",
    [
        "谁还没交",
        "今天交了哪些稿子",
        "上周谁报了",
        "县图书馆交了没有",
        "赵敏交了没",
        "这个月谁报得最多",
        "这个月每个人报了几篇",
    ],
)
def test_who_and_which_are_asked_of_the_log(words: str) -> None:
    assert asks(words)


@pytest.mark.parametrize("words", ["名单交了没", "谁没交伙食费", "报名的人交了什么材料", "今天交了三份材料"])
def test_what_others_hand_in_is_not_ours(words: str) -> None:
    assert not asks(words)


UNITS = (Unit("1", "县图书馆"), Unit("2", "县文化馆"), Unit("3", "县文旅局"))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("李强这个月报了几篇", Whose("李强", people=frozenset({"李强"}))),
        ("文化馆今年报了几篇", Whose("县文化馆", units=frozenset({"2"}))),
        ("我这个月报了几篇", Whose("你", mine=True)),
        ("这个月我们报了几条", Whose()),
        ("各单位这个月报了多少", Whose(each="unit")),
        ("谁还没交", Whose(each="unit", missing=True)),
        ("博物馆这个月报了几篇", Whose(unknown="博物馆")),
        ("赵敏这个月报了几篇", Whose(unknown="赵敏")),
    ],
)
def test_whose_reports_are_asked_about(words: str, meant: Whose) -> None:
    assert whose(words, UNITS, {"李强", "王芳"}) == meant


@pytest.mark.parametrize(
    "words",
    [
        "一年要上几次党课",
        "党课每年上几次",
        "中心组学习一年至少几次",
        "公务接待能上酒吗",
        "今天上午送书320册，来了206人",
        "办完活动几天内要报信息",
        "一篇信息写多少字合适",
        "今天来了多少人我忘了，大概一百来个",
        "一个村一个月给图书馆报了几条都没用",
    ],
)
def test_rules_and_notes_are_no_questions_about_our_counts(words: str) -> None:
    assert not asks(words)


def test_another_period_takes_the_place_of_the_one_asked_about() -> None:
    asked = other_period("那上周呢", "这周报了多少")
    assert read(asked, datetime(2026, 11, 22)).first == date(2026, 11, 9)
    assert read("上周报了几条", datetime(2026, 11, 23)).last == date(2026, 11, 22)
    assert other_period("上周呢", "") == other_period("上周的活动呢", "这周报了多少") == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("提交", "submit"),
        ("报送吧", "submit"),
        ("把这篇报上去", "submit"),
        ("我的报送", "standing"),
        ("采用了没有", "standing"),
        ("这个月报了多少", "count"),
        ("今年整改了多少问题", "count"),
        ("今年被采用几条", "count"),
        ("交稿", "submit"),
        ("通过了三项决议", ""),
        ("我的报送情况", "standing"),
        ("我交的稿子审了没有", "standing"),
        ("信息采用了没", "standing"),
        ("待审的", "pending"),
        ("有哪些待审稿子", "pending"),
        ("这个月我们报了几条", "count"),
        ("提交前要谁审核", ""),
        ("今天提交了材料3份", ""),
    ],
)
def test_errands_are_known_by_their_words(words: str, name: str) -> None:
    assert errand(words, draft=True) == name


def test_there_is_nothing_to_hand_in_without_a_draft() -> None:
    assert errand("提交", draft=False) == ""


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("小李 0533-1234567 王科长", Profile("小李", "0533-1234567", "王科长")),
        ("拟稿人：张三，电话13812345678，审核人：王五", Profile("张三", "13812345678", "王五")),
        ("李梅，王科长", Profile("李梅", "", "王科长")),
        ("小李，转6012", Profile("小李", "转6012")),
        ("今天来了128个学生", None),
        ("13812345678", Profile("我", "13812345678")),
        ("张小明", Profile("张小明")),
        ("吴建 6229876 无", Profile("吴建", "6229876")),
        ("吴建，6229876，暂无", Profile("吴建", "6229876")),
        ("拟稿人吴建，审核人没有", Profile("吴建")),
        ("成稿", None),
        ("跳过", Profile("我")),
        ("今天送书320册", None),
        ("公务接待能上酒吗", None),
        ("你好", None),
    ],
)
def test_the_profile_is_read_from_one_line(text: str, profile: Profile | None) -> None:
    assert read_profile(text, "我") == profile


def test_differences_are_told_by_the_sentence() -> None:
    assert differences("甲到了。来了30人。", "甲到了。来了32人。") == (("来了30人。", "来了32人。"),)
    assert differences("甲到了。", "甲到了。乙也到了。") == (("", "乙也到了。"),)
    assert differences("一样。", "一样。") == ()
