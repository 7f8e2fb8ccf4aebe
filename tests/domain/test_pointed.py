"""What words point at among things that lie there, what is said of it, and words that point at nothing."""

import pytest

from bot.domain.language.pointed import By, read
from bot.domain.ledger import item_talk
from bot.domain.ledger.ledger_words import Act as Wish
from bot.domain.submissions import decisions
from bot.domain.submissions.review_words import Act

PROBLEMS = ("窗口排队时间长", "报告厅音响坏了", "三楼灭火器过期", "二楼栏杆松动", "还书机卡书")
TITLES = ("县博物馆 小陈 夜查网吧6家", "县图书馆 小李 组织学习会", "县文化馆 小王 举办剪纸课")


@pytest.mark.parametrize(
    ("words", "by", "places", "left"),
    [
        ("音响那件修好了", By.MATTER, (1,), "修好了"),
        ("3号灭火器那个弄完了", By.MATTER, (2,), "弄完了"),
        ("把栏杆的那个问题往后推推", By.MATTER, (3,), "往后推推"),
        ("我昨天登记的那件还书机的", By.MATTER, (4,), ""),
        ("2号和4号都弄完了", By.NUMBER, (1, 3), "都弄完了"),
        ("第一项再等等", By.NUMBER, (0,), "再等等"),
        ("刚才那件关早了", By.THIS, (), "关早了"),
        ("除了音响那件，其他的都弄完了", By.REST, (0, 2, 3, 4), "弄完了"),
    ],
)
def test_the_thing_meant_and_what_is_said_of_it(words, by, places, left):
    found = read(words, PROBLEMS)
    assert found
    assert (found.by, found.places, found.left) == (by, places, left)


@pytest.mark.parametrize(
    "words", ["今天修好了3处栏杆", "上午灭火器换新12具", "还书机那边今天来了30人", "第9项怎么样了"]
)
def test_words_that_point_at_nothing_that_is_there(words):
    assert read(words, PROBLEMS) is None


@pytest.mark.parametrize(
    ("words", "shown", "wishes"),
    [
        ("音响那件修好了，昨天换的功放", False, [(Wish.CLAIM, 2, "昨天换的功放")]),
        ("5号的期限往后挪一周，配件没到", False, [(Wish.EXTEND, 5, "一周，因为配件没到")]),
        ("栏杆那个交给小周盯", False, [(Wish.AMEND, 4, "小周")]),
        ("灭火器那件换好了没有", False, [(Wish.SHOW, 3, "")]),
        ("2号和4号都弄完了", True, [(Wish.CLAIM, 2, ""), (Wish.CLAIM, 4, "")]),
        ("还书机那个卡在厂家了，等配件", False, [(Wish.PROGRESS, 5, "卡在厂家了，等配件")]),
    ],
)
def test_what_became_of_an_item(words, shown, wishes):
    found = item_talk.read(words, PROBLEMS, shown=shown)
    assert [(ask.act, ask.number, ask.words) for ask in found] == wishes


@pytest.mark.parametrize(
    "words",
    [
        "2号弄完了",  # of the second of the month, perhaps: the ledger was not shown
        "3号楼灭火器换完了",
        "灭火器今天换完了12具",
        "栏杆那个路段今天封了，绕行200米",
        "音响那件事开会讲了半小时",
    ],
)
def test_a_note_of_the_day_is_no_wish(words):
    assert item_talk.read(words, PROBLEMS, shown=False) == ()


@pytest.mark.parametrize(
    ("words", "each", "sweeping"),
    [
        ("网吧那条采用，学习会的打回，没有具体事", [(0, Act.ADOPT, ""), (1, Act.RETURN, "没有具体事")], False),
        ("第一条收下，第二条先放放", [(0, Act.ADOPT, "")], False),
        ("剪纸那篇人数对不上，让他们核一下", [(2, Act.RETURN, "人数对不上，核一下")], False),
        ("都行，采了", [(n, Act.ADOPT, "") for n in range(3)], True),
        (
            "除了学习会那篇都通过，那篇太空，退了重写",
            [(0, Act.ADOPT, ""), (1, Act.RETURN, "太空"), (2, Act.ADOPT, "")],
            True,
        ),
    ],
)
def test_decisions_in_one_breath(words, each, sweeping):
    found = decisions.read(words, TITLES, shown=True)
    assert found
    assert [(one.place, one.act, "，".join(one.why)) for one in found.each] == each
    assert found.sweeping is sweeping


@pytest.mark.parametrize(
    "words",
    [
        "今天剪纸课那篇教案用了3个课时，退回材料2套",
        "网吧夜查6家，退回押金300元",
        "这条可以，用了",  # which of the three?
        "学习会那篇采用了吗",
        "夜查的网吧有2家不合格，当场退回整改",
    ],
)
def test_what_is_no_decision(words):
    assert decisions.read(words, TITLES, shown=True) is None
