"""A figure of a claim holds only where a source has it as the same thing."""

import pytest

from bot.domain.lock.amounts import ungrounded_numbers

HELD = [
    ("三十人", "共30名学员参加"),
    ("3.5万元", "拨付35000元"),
    ("百分之八十七", "完成率87%"),
    ("50多万名居民", "调查覆盖56.7万名居民"),
    ("1万余起", "年立案数升至上万起"),
    ("80%", "达标率为80.1%"),
    ("超过10人", "来了12人"),
    ("2：1", "以2比1获胜"),
    ("4月20日", "报道于4月20日播出"),
    ("20日上午", "4月20日上午9时"),
    ("2月中旬", "2月15日启动"),
    ("2014年", "去年共1299万人次。2015年6月11日"),
    ("3公里", "全长3千米"),
    ("1/4决赛", "球队止步八强"),
    ("未满18岁", "未满18周岁"),
]
NOT_HELD = [
    ("14万美元", "美国媒体14日报道"),
    ("20公顷", "建筑面积20万平方米"),
    ("6比4", "以6：2获胜，第4局落后"),
    ("1：0", "以0：1告负"),
    ("17日上午", "警方17日下午将其抓获"),
    ("4月20日", "4月19日报道，20人受访"),
    ("2013年", "2015年6月11日，去年共1299万人次"),
    ("35个成员国", "第35届峰会开幕"),
    ("30%", "第30届"),
    ("60多万人", "共56.7万人"),
    ("超过10人", "来了8人"),
    ("18岁", "等了18天"),
]


@pytest.mark.parametrize(("claim", "source"), HELD)
def test_a_figure_holds_where_the_source_says_the_same(claim: str, source: str) -> None:
    assert ungrounded_numbers(claim, [source]) == ()


@pytest.mark.parametrize(("claim", "source"), NOT_HELD)
def test_a_figure_of_something_else_does_not_hold(claim: str, source: str) -> None:
    assert ungrounded_numbers(claim, iter([source])) != ()


def test_what_does_not_hold_is_named_as_the_claim_writes_it() -> None:
    assert ungrounded_numbers("检查５家，处罚２家", ["检查5家"]) == ("2",)
