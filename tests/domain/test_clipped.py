"""Figures put right in clipped talk, and figures of the day that are none."""

import pytest

from bot.domain.notes.utterances import Kind
from tests.domain.test_corrections import corrected, told


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (("甲：来学的姐妹35个，老师是县里请的", "乙：是33 有两个是陪着来的", "甲：好，听小丁的"), "33个", "35"),
        (
            ("甲：雨前要转的名单核出来43户126人", "乙：42户 有一家前年就搬了", "甲：人数呢", "乙：123"),
            "42户123人",
            "126",
        ),
        (("甲：配助听器31台 轮椅15辆", "甲：轮椅又领走一辆 16了"), "轮椅16辆", "15"),
        (("甲：羊1350只，牛412头", "甲：1530"), "羊1530只", "1350"),
        (("甲：两家签了协议，一方赔2800", "甲：2600", "甲：协议写的2700，以这个为准"), "一方赔2700", "2600"),
        (("甲：走了老兵138户", "甲：128户", "乙：都不对，花名册上打勾的是135", "甲：135就135"), "135户", "128"),
        (("甲：跑了6个小区、2个商场", "乙：商场3个啊，你漏了一个"), "6个小区、3个商场", "2个"),
        (("甲：转完24户81人", "乙：刚对名册漏点了一户，25户82人", "甲：收到"), "25户82人", "24"),
        (("甲：实考612人，缺考5人", "乙：5个里头有3个办了缓考，缺考按2人报", "甲：ok"), "缺考2人", "缺考5"),
        (("甲：库里还有860万方", "乙：806", "乙：860是上礼拜的", "甲：对 按新的"), "806万方", "860"),
        (("甲：收入1.83亿，接待41.6万人次", "甲：收入1.38 敲反了"), "收入1.38亿", "1.83"),
        (("甲：幼儿326名，教职工39", "乙：41 漏了俩保洁"), "教职工41", "39"),
        (("甲：卖了218.6万，去年174.2万", "乙：预售8.6万算了两遍，218.6-8.6=210万", "甲：OK 用210万"), "210万", "8.6"),
        (("甲：东家出1200 西家出800", "乙：东1500西500 协议上这么写的"), "东家出1500，西家出500", "1200"),
        (("甲：全跑到操场3分50秒", "乙：3分50是预演 正式那次3分38", "甲：听乙的"), "3分38", "50"),
        (("甲：节目14个，演员230人", "甲：13 杂技撤了", "乙：杂技又定了", "甲：那就还是14"), "节目14个", "13"),
    ],
)
def test_a_clipped_answer_puts_the_figure_right(said: tuple[str, ...], right: str, wrong: str) -> None:
    text = told(*said)
    assert right in text
    assert wrong not in text


def test_a_rate_is_put_right_where_its_name_stands() -> None:
    text = told("按时办结率98.2，满意率百分之九十一点五", "系统刚刷新 满意率91.9了 以这个为准")
    assert "办结率98.2" in text
    assert "满意率91.9%" in text


def test_another_thing_named_later_takes_no_figure() -> None:
    text = told(
        "甲：撒盐车3台", "甲：撒盐车4台", "乙：不是，那台是铲雪车。撒盐车就是3台", "甲：嗯 按乙说的，另外铲雪车1台"
    )
    assert "撒盐车3台" in text
    assert "铲雪车1台" in text


@pytest.mark.parametrize(
    "said",
    [
        ("甲：昨天进口包裹3642件，剩62件都是地址写错了的", "甲：今天进口包裹2917件"),
        ("甲：抽到号的46户来看", "甲：看了41户，5户没来"),
        ("甲：给36个听力残疾的人配助听器", "甲：配了29个，7个要定做"),
        ("甲：上午14家", "甲：问题有3处", "乙：那没问题的几家", "甲：11家"),
        ("甲：健步走16支队480人", "乙：我这签到是512人啊", "甲：我按队数的", "乙：那周一对一下吧 人数先别定"),
        ("甲：上半年巡查320次", "甲：去年上半年整改9处，巡查260次"),
    ],
)
def test_figures_of_their_own_stay(said: tuple[str, ...]) -> None:
    assert not [p for u in corrected(*said) for p in u.patches if p.start < p.end and p.source != u.message]


def test_what_was_left_open_is_not_told() -> None:
    found = corrected("甲：健步走480人", "乙：我这签到是512人啊", "乙：那周一对一下吧 人数先别定")
    assert [u.kind for u in found[-2:]] == [Kind.CHAT, Kind.CHAT]
