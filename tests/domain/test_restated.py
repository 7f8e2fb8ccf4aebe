"""Figures told anew without a word of correction, and what is said around them."""

import pytest

from tests.domain.test_replies import told


@pytest.mark.parametrize(
    ("messages", "right", "wrong"),
    [
        (("甲：今天去北山栽树，出动大概80来人", "甲：签到表数了，是83人"), ("83人",), ("80", "签到")),
        (("甲：今天在门诊义诊，看了230多个", "甲：义诊的准数236"), ("236",), ("230", "准数")),
        (("甲：夜游首秀，外地来的九百挂零", "甲：外地来的具体数是916人"), ("916人",), ("九百", "具体")),
        (("甲：今天转移低洼处19户47人", "甲：21户，后面又挪了俩独居的，49人"), ("21户", "49人"), ("19户", "47人")),
        (("甲：今天发宪法本子1500本", "甲：1500是印的，发出去1230"), ("1230本",), ("1500",)),
        (("甲：今天唱了6场", "乙：是7场", "甲：对，忘了加演的，7场"), ("7场",), ("6场", "忘了")),
        (("甲：今天栽树420棵", "乙：树不是420吧，出库单是460", "甲：我们就是420"), ("420棵",), ("460", "不是")),
        (
            ("甲：诗会来了135人", "甲：改一下，观众是150", "甲：再改，数了照片，143，就用143"),
            ("143人",),
            ("135", "150", "照片"),
        ),
        (
            ("甲：送了62吨，总共62吨，复合肥24吨", "乙：复合肥好像是26吨", "甲：26没错，总数也得改64"),
            ("26吨", "64吨"),
            ("24吨",),
        ),
        (("甲：清了土石600方", "乙：我量的是七百方出头", "甲：以乙的为准，720方"), ("720方",), ("600",)),
        (("甲：今天来了98人", "甲：下午在村里又看了94户"), ("98人", "94户"), ()),
        (("甲：发了350份", "甲：另外一共90户领了米"), ("350份", "90户"), ()),
    ],
)
def test_a_figure_told_anew_stands_alone(
    messages: tuple[str, ...], right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    text = told(*messages)
    assert all(one in text for one in right), text
    assert not any(one in text for one in wrong), text


def test_the_hour_of_what_was_called_by_a_wrong_name_stays() -> None:
    assert "下午" in told("甲：下午考古夏令营……不对是冬训营开营，来了32个初中生")


def test_what_is_named_to_be_left_out_goes_with_its_stub() -> None:
    text = told("甲：今天拆广告牌31块，其中一块砸了个电动车，赔了300", "乙：别写砸车的事")
    assert "31块" in text
    assert "电动车" not in text
    assert "300" not in text
