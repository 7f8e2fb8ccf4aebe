"""What the figures of a draft give together is told with its arithmetic, and nothing is where they do not give it."""

import pytest

from bot.domain.talk.reckoned import reckoned

FIELDS = "抽了20个点，平均亩产612公斤，比去年多28公斤。玉米面积33万亩，已收了11万亩。"
FAULTS = "9月3日，局走访13所学校，查出隐患28处。20处当场整改，其余8处限一周。"
READERS = "换书402本，办新读者证75个。"


@pytest.mark.parametrize(
    ("asked", "text", "notes", "told"),
    [
        ("还剩多少没收", FIELDS, (), "33万亩－11万亩＝22万亩。"),
        ("收了的占几成", FIELDS, (), "11万亩÷33万亩≈33.3%。"),
        ("这几个数对得上不", FAULTS, (), "20处＋8处＝28处，对得上。"),
        ("那本地就是74家对吧", "86家企业到场。", ("外地的12家",), "对，86家－12家＝74家。"),
        ("牛打了百分之几", "牛打了4200头，羊打了1.6万只。全县牛5600头。", (), "4200头÷5600头≈75%。"),
        ("每户合多少钱", "走访63户，慰问金12.6万元。", (), "12.6万元÷63户≈2000元。"),
        ("还剩几户没走 一共80户", "走访63户，慰问金12.6万元。", (), "80户－63户＝17户。"),
        ("换书和读者证加起来多少", READERS, (), "402本＋75个＝477。"),
    ],
)
def test_what_the_figures_give_is_told_with_the_arithmetic(asked, text, notes, told):
    found = reckoned(asked, text, notes)
    assert found
    assert found.told == told


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("少儿的占了多少", READERS),
        ("剩下的几亩什么时候收", FIELDS),
        ("那本地就是75家对吧", "86家企业到场，外地12家。"),
        ("花了多少钱不用写", "128名学生参加，6名志愿者帮忙，花费1200元。"),
        ("不合格的占几成", "抽检18批。17批合格。"),
    ],
)
def test_what_the_figures_do_not_give_is_not_told(asked, text):
    assert reckoned(asked, text) is None
