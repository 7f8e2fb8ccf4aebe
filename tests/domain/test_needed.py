"""A table of rules rewords as its rules would one by one; what a pattern needs is what it cannot match without."""

import random
import re

import pytest

from bot.domain.language.needed import Seldom, Table, headed, needs
from bot.writing import spoken
from bot.writing.rewording import amounts, attendance, events, goods, inspections, padding, persons, polish, refusals

RULES = [
    rule
    for one in (spoken, attendance, goods, refusals, events, inspections, amounts, padding, persons, polish)
    for rule in one.RULES
]
SAID = "今天上午来了40个孩子看的人有206个他们都给了镇敬老院没发现问题把灯换了搞了个展览大概两个钟头就3家还有一等奖"


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"没(?:有)?大碍", {"没", "大", "碍"}),
        (r"(?<=[一-龥])没(?=\d)", {"没", "0123456789"}),
        (r"一共|总共", {"一总"}),
        (r"(?:来|到)了?", {"来到"}),
        (r"^(?:的)?$", set()),
        (r"[^，。]+", set()),
        (r"(?i:kg)", {"Kk\u212aİıſ", "Gg\u212aİıſ"}),
        (r"(?<!不)行", {"行"}),
    ],
)
def test_what_a_pattern_needs_is_read_off_it(pattern: str, needed: set[str]) -> None:
    found = needs(pattern)
    assert {"".join(sorted(one)) for one in found} >= {"".join(sorted(one)) for one in needed}
    assert bool(found) == bool(needed)


def test_no_rule_is_passed_over_that_would_have_matched() -> None:
    random_ = random.Random(7)
    table = Table(RULES)
    for _ in range(300):
        text = "".join(random_.choices(SAID, k=random_.randint(1, 14)))
        bits = table.able(text)
        wrong = [p.pattern for n, (p, _) in enumerate(RULES) if p.search(text) and not bits >> 2 * n & 1]
        assert not wrong, text


def test_a_table_rewords_as_its_rules_one_by_one() -> None:
    random_ = random.Random(8)
    table = Table(RULES)
    for _ in range(200):
        start = random_.randrange(len(SAID) - 6)
        text = told = SAID[start : start + random_.randint(4, 18)]
        for pattern, new in RULES:
            told = pattern.sub(new, told)
        assert table(text) == told


def test_any_decimal_digit_counts_as_one() -> None:
    assert Table([(re.compile(r"(?<=\d)个人"), "人")])("３个人") == "３人"


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?:第?[一二]|\d{1,2})楼", "上了第二楼又上１２楼再上3楼"),
        (r"(?<![每逢])(?:上个?)?周[一二]", "每周一上周二和周一"),
        (r"(?P<a>不*)(?P<b>行|好)|(?:(?=来)来|去)了", "不不好来了行去了"),
        (r"了?$|[-\]^]", "好了-]^"),
        (r"[^好]人|(?i:kg)", "好人坏人KG"),
    ],
)
def test_a_look_ahead_at_its_first_character_changes_nothing_that_a_pattern_finds(pattern: str, text: str) -> None:
    plain, ahead = re.compile(pattern), headed(pattern)
    assert [(m.span(), m.groups()) for m in ahead.finditer(text)] == [
        (m.span(), m.groups()) for m in plain.finditer(text)
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        r"^来了|40个|(?:看|给)的人|[^，。]{0,3}家$|有(?:[|)]|个)",
        r"^(?:今天|上午)|^好|(?<!有)(?P<one>[一二三])(?P=one)|了?完",
        r"[^好]{3}\d+|(?i:kg)|(?i:[a-c]i|[^，]?s+)|搞了个\|",
        r"",
    ],
)
def test_a_pattern_that_is_seldom_tried_finds_what_the_pattern_itself_finds(pattern: str) -> None:
    random_ = random.Random(9)
    plain, asked = re.compile(pattern), Seldom(pattern)
    texts = [
        "搞了个|",
        "有|",
        "一一",
        "ＫＧ",
        "3KG",
        "3\u212aG",
        "3kg",
        "Bı",
        "\u017f",
        *("".join(random_.choices(SAID, k=9)) for _ in range(300)),
    ]
    for text in texts:
        assert asked.holds(text) is (plain.search(text) is not None), text
        for way in ("search", "match", "fullmatch"):
            found, meant = getattr(asked, way)(text), getattr(plain, way)(text)
            assert (found and found.span()) == (meant and meant.span()), (way, text)
        assert [m.span() for m in asked.finditer(text)] == [m.span() for m in plain.finditer(text)], text
        assert asked.sub("〇", text) == plain.sub("〇", text), text


def test_a_pattern_that_is_learnt_late_is_looked_for_in_texts_that_were_read_before() -> None:
    first, late = Seldom("没有"), Seldom(r"[３４]号", "共总")
    texts = ["没有３号", "3号", "共总", "有"]
    assert [first.holds(text) for text in texts] == [True, False, False, False]
    assert [late.holds(text) for text in texts] == [True, False, True, False]
    assert [first.holds(text) for text in texts] == [True, False, False, False]
