"""What editors say of house wordings, as they say it.

Written before the rules were tried on it (11 of 45 right then).
"""

import pytest

from bot.domain.house.house_words import ALL, Act, Wish, read


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("取消第1条规矩", Act.DROP),
        ("第1条规矩不要了", Act.DROP),
        ("第二条规矩取消", Act.DROP),
        ("把第3条用语规矩删了", Act.DROP),
        ("撤掉“圆满成功”那条", Act.DROP),
        ("圆满成功可以写了", Act.DROP),
        ("“圆满成功”那条规矩作废", Act.DROP),
        ("废除第2条规矩", Act.DROP),
        ("刚才那条规矩收回", Act.DROP),
        ("刚定的那条不算", Act.DROP),
        ("规矩里的“圆满成功”去掉吧", Act.DROP),
        ("用语规矩全部取消", Act.DROP),
        ("取消所有规矩", Act.DROP),
        ("“群众”不用改成“读者”了", Act.DROP),
        ("以后“群众”可以照写", Act.DROP),
        ("“群众”这条规矩取消", Act.DROP),
        ("解除“圆满成功”的禁用", Act.DROP),
        ("把禁用的“圆满成功”放开", Act.DROP),
        ("允许写“圆满成功”", Act.DROP),
        ("咱单位有啥用语规矩", Act.LIST),
        ("现在定了哪些规矩", Act.LIST),
        ("看下用语规矩", Act.LIST),
        ("用语规矩都有啥", Act.LIST),
        ("哪些词不能写", Act.LIST),
        ("列一下禁用词", Act.LIST),
        ("禁用词有哪些", Act.LIST),
        ("以后不要用“隆重举行”", Act.SET),
        ("以后不准出现“高度重视”", Act.SET),
        ("从今天起，“群众”统一改成“读者”", Act.SET),
        ("今后“志愿者”一律叫“文化志愿者”", Act.SET),
        ("加一条规矩：不写“亲切”", Act.SET),
        ("定个规矩，“圆满成功”不能用", Act.SET),
        ("新增用语规矩：“座谈会”写成“会议”", Act.SET),
        ("规矩：别写“热烈欢迎”", Act.SET),
        ("禁用“圆满落幕”", Act.SET),
        ("“精彩纷呈”列入禁用词", Act.SET),
        ("把“圆满”加进禁用词", Act.SET),
        ("稿子里一律不许写“盛大”", Act.SET),
        ("“下乡”都写“到村”，以后都这样", Act.SET),
    ],
)
def test_a_wish_about_house_wordings_is_read(said, act):
    wish = read(said)
    assert wish is not None
    assert wish.act is act


@pytest.mark.parametrize(
    "said",
    [
        "第一条不要了",
        "取消了2场演出",
        "规矩讲了3条",
        "第1条规矩是不迟到",
        "把“群众”改成“读者”",
        "不要写义卖",
    ],
)
def test_other_words_are_about_no_rule_for_certain(said):
    wish = read(said)
    assert wish is None or not wish.sure


def test_what_a_wish_names_is_read():
    assert read("取消第1条规矩") == Wish(Act.DROP, number=1)
    assert read("废除第二条规矩") == Wish(Act.DROP, number=2)
    assert read("取消所有规矩") == Wish(Act.DROP, number=ALL)
    assert read("撤掉“圆满成功”那条") == Wish(Act.DROP, word="圆满成功")
    assert read("“群众”不用改成“读者”了") == Wish(Act.DROP, word="群众")
    assert read("新增用语规矩：“座谈会”写成“会议”") == Wish(Act.SET, word="座谈会", instead="会议")
    assert read("小张可以写了") == Wish(Act.DROP, word="小张", sure=False)


@pytest.mark.parametrize(
    ("said", "word", "instead"),
    [
        ("以后“莅临”一律不许写", "莅临", ""),
        ("隆重这个词以后别出现", "隆重", ""),
        ("记住，我们局写“县文旅局”，不要写“县文化广电旅游局”", "县文化广电旅游局", "县文旅局"),
        ("大家注意，今后“亲临”这个词别用", "亲临", ""),
        ("以后不要再写“隆重”，写“举办”就行", "隆重", "举办"),
        ("群众一律写读者", "群众", "读者"),
    ],
)
def test_a_rule_is_read_in_whatever_order_it_is_said(said, word, instead):
    wish = read(said)
    assert wish is not None
    assert (wish.act, wish.word, wish.instead, wish.sure) == (Act.SET, word, instead, True)
