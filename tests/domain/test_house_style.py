"""House wordings change how a thing is said and never a fact; chat about them is known for certain or left alone."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.house.house_style import HouseRule, checked, in_force, noticed, styled
from bot.domain.house.house_words import Act, Wish, read
from bot.domain.language.dates import moments
from bot.domain.language.quantities import quantities
from bot.domain.lock.checks import check
from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.domain.submissions.people import Unit
from bot.errors import InputError

NOW = datetime(2026, 11, 22, 18)
BUREAU, LIBRARY = Unit("b", "县文旅局"), Unit("l", "县图书馆", "b")


def rule(word: str, instead: str = "", unit: Unit = BUREAU) -> HouseRule:
    return HouseRule(word, word, instead, unit)


def report(text: str, title: str = "县图书馆举办读书分享会") -> Report:
    return Report(title, text, check(title, text, [Note(text, NOW)], unit="县图书馆", now=NOW))


RULES = (rule("群众", "读者"), rule("圆满成功"), rule("隆重"), rule("举办", "开展"), rule("文旅局", "县文旅局"))


@pytest.mark.parametrize(
    ("text", "styled_text"),
    [
        ("11月22日，县图书馆举办分享会，128名群众参加。", "11月22日，县图书馆开展分享会，128名读者参加。"),
        ("馆长说“群众满意才算数”，30名群众参加。", "馆长说“群众满意才算数”，30名读者参加。"),
        ("向群众服务中心送书30册。", "向群众服务中心送书30册。"),
        ("群众艺术馆的5名群众到场。", "群众艺术馆的5名读者到场。"),
        ("12名群众参观图书馆。", "12名读者参观图书馆。"),
        ("学习《群众工作条例》2次。", "学习《群众工作条例》2次。"),
        ("群众性活动6场，人民群众满意。", "群众性活动6场，人民群众满意。"),
        ("隆重召开大会，隆重地举行仪式。", "召开大会，举行仪式。"),
        ("活动取得圆满成功，60人参加。", "活动取得圆满成功，60人参加。"),
        ("县文旅局检查3次。", "县文旅局检查3次。"),
    ],
)
def test_words_are_changed_outside_facts_only(text, styled_text):
    assert styled(report(text), RULES).text == styled_text


def test_what_was_done_and_what_was_left_is_told_with_whose_rule_it_is():
    found = styled(report("11月22日，128名群众参加，取得圆满成功。"), RULES)
    assert [one.line() for one in found.remarks] == [
        "用语规矩（县文旅局）：“群众”写成“读者”，已照办。",
        "用语规矩（县文旅局）：“举办”写成“开展”，已照办。",
        "用语规矩（县文旅局）：不写“圆满成功”，稿里还有，请自己看要不要改。",
    ]
    by_hand = noticed(found, RULES)
    assert by_hand.remarks == found.remarks


def test_the_nearest_unit_decides_and_those_below_inherit():
    rules = (rule("群众", "读者"), rule("群众", "居民", LIBRARY), rule("隆重"))
    assert [r.told() for r in in_force(rules, ("l", "b"))] == ["“群众”写成“居民”", "不写“隆重”"]
    assert [r.told() for r in in_force(rules, ("b",))] == ["“群众”写成“读者”", "不写“隆重”"]
    assert in_force(rules, ("elsewhere",)) == ()


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("人", ""),
        ("群众", "500人"),
        ("县图书馆", "书馆"),
        ("领导", "王局长"),
        ("昨天", "11月21日"),
        ("群众", "群众"),
        ("好" * 17, ""),
    ],
)
def test_a_rule_that_would_touch_a_fact_is_refused(word, instead):
    with pytest.raises(InputError):
        checked(word, instead)


WORDS = ["群众", "观众", "举办", "开展", "隆重", "积极", "参加", "活动", "社区", "培训", "县", "大会", "馆"]
PIECES = [
    *WORDS,
    "11月22日",
    "上午9时",
    "128名",
    "县图书馆",
    "320册",
    "王局长",
    "“",
    "”",
    "《",
    "》",
    "，",
    "。",
    "在",
    "城关小学",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=3, max_size=25).map("".join),
    st.lists(st.tuples(st.sampled_from(WORDS[:9]), st.sampled_from(["", *WORDS[:9]])), max_size=4),
)
def test_no_rule_changes_a_figure_or_a_day(text, pairs):
    rules = [rule(word, instead) for word, instead in dict(pairs).items() if word != instead]
    made = styled(Report("县图书馆办活动", text, check("", "", [], unit="", now=NOW)), rules).text
    assert [(q.value, q.unit) for q in quantities(made)] == [(q.value, q.unit) for q in quantities(text)]
    assert [m.written for m in moments(made, NOW)] == [m.written for m in moments(text, NOW)]


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("以后别写“圆满成功”", Wish(Act.SET, "圆满成功")),
        ("“群众”一律写“读者”", Wish(Act.SET, "群众", "读者")),
        ("今后把“群众”都写成“读者”。", Wish(Act.SET, "群众", "读者")),
        ("以后不要再用“隆重”这个词了", Wish(Act.SET, "隆重")),
        ("以后别用 “圆满”，写“顺利”", Wish(Act.SET, "圆满", "顺利")),
        ("看看用语规矩", Wish(Act.LIST)),
        ("用语规矩有哪些？", Wish(Act.LIST)),
        ("取消这条规矩", Wish(Act.DROP)),
        ("取消“圆满成功”这条规矩", Wish(Act.DROP, "圆满成功")),
        ("“圆满成功”可以写了", Wish(Act.DROP, "圆满成功")),
        ("为什么把“群众”改成读者", Wish(Act.WHY, "群众")),
    ],
)
def test_words_about_the_house_are_heard(words, wish):
    assert read(words) == wish


@pytest.mark.parametrize(
    "words",
    [
        "不要写义卖",
        "以后每年都要办",
        "以后不要在馆里吃饭",
        "书记说以后别写那么长",
        "“便民服务站”统一改成“党群驿站”了",
        "横幅上写“全民阅读”",
        "以后所有信息都写领导高度重视",
        "把“举办”改成“承办”",
        "今后要把展板换成新的",
        "以后别" + "写" * 500,
    ],
)
def test_notes_and_edits_are_left_to_others(words):
    wish = read(words)
    assert wish is None or not wish.sure
