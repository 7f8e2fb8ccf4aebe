"""What a section is to be about, of which time, how long, is read out of how it is asked for."""

from datetime import date, datetime

import pytest

from bot.domain.summary.section_reading import read
from bot.domain.summary.section_wants import Aim, span_name

NOW = datetime(2026, 11, 22)
UNITS = ("县图书馆", "县文化馆")


@pytest.mark.parametrize(
    ("asked", "topic", "aim", "span"),
    [
        ("起草全年总结里转变作风那一节", "转变作风", Aim.TOPIC, "2026年"),
        ("写一下存在的问题", "存在的问题", Aim.PROBLEMS, "2026年"),
        ("下一步打算三条", "下一步打算", Aim.NEXT, "2026年"),
        ("明年工作打算五条", "明年工作打算", Aim.NEXT, "2026年"),
        ("上半年工作小结，800字", "2026年上半年工作小结", Aim.WHOLE, "2026年上半年"),
        ("起草全年工作总结", "2026年工作总结", Aim.WHOLE, "2026年"),
        ("写个三季度总结", "2026年三季度工作总结", Aim.WHOLE, "2026年三季度"),
        ("起草一节：文化惠民", "文化惠民", Aim.TOPIC, "2026年"),
        ("写总结里转变作风那部分", "转变作风", Aim.TOPIC, "2026年"),
        ("起草年终总结的下一步打算这一节", "下一步打算", Aim.NEXT, "2026年"),
        ("拟一节，2026年上半年文化惠民", "文化惠民", Aim.TOPIC, "2026年上半年"),
        ("1到9月安全检查工作小结", "安全检查", Aim.TOPIC, "2026年1至9月"),
        ("写一节前三季度文化惠民，五百字左右", "文化惠民", Aim.TOPIC, "2026年1至9月"),
        ("起草模范机关创建工作总结里存在的问题", "存在的问题", Aim.PROBLEMS, "2026年"),
        ("写一下去年的存在问题，三条", "存在问题", Aim.PROBLEMS, "2025年"),
        ("整改情况一节", "整改情况", Aim.TOPIC, "2026年"),
        ("文化惠民", "文化惠民", Aim.TOPIC, "2026年"),
        ("起草一节", "主要工作", Aim.WORK, "2026年"),
        ("书记要的党建汇报材料，写主题党日那部分", "主题党日", Aim.TOPIC, "2026年"),
        ("1-10月送戏下乡搞了多少，写成一段话", "送戏下乡", Aim.TOPIC, "2026年1至10月"),
        ("高龄津贴发了多少，写进年终总结", "高龄津贴", Aim.TOPIC, "2026年"),
        ("供水这一年干了些什么，凑一段", "供水", Aim.TOPIC, "2026年"),
        ("图书馆今年干了啥，给我凑一段", "主要工作", Aim.WORK, "2026年"),
        ("问题和短板给我列三条", "问题和短板", Aim.PROBLEMS, "2026年"),
        ("照去年的样子写个开头", "总体情况", Aim.OPENING, "2026年"),
        ("今年以来公共文化服务这一块怎么总结，你给写写", "公共文化服务", Aim.TOPIC, "2026年"),
        ("去年下半年的安全生产这部分再写一个，400字上下", "安全生产", Aim.TOPIC, "2025年下半年"),
        ("帮忙写一下国庆假期旅游接待情况那节", "旅游接待情况", Aim.TOPIC, "2026年10月1日至7日"),
        ("总结稿还差一块志愿服务，帮我补一节", "志愿服务", Aim.TOPIC, "2026年"),
        ("总结缺个开头，就是基本情况那一段，你起个草", "总体情况", Aim.OPENING, "2026年"),
        ("美术馆、文化馆、博物馆暑假的展览情况写成一节", "展览情况", Aim.TOPIC, "2026年7至8月"),
        ("市场股那部分：行政审批，上半年，250字", "行政审批", Aim.TOPIC, "2026年上半年"),
        ("一到六月广播电视安全播出，一节，不超过400字", "广播电视安全播出", Aim.TOPIC, "2026年上半年"),
        ("总结里加一节法治宣传，从五月写到十月", "法治宣传", Aim.TOPIC, "2026年5至10月"),
        ("存在问题和下一步打算合成一节，各写的简单点", "存在问题和下一步打算", Aim.CLOSING, "2026年"),
        ("领导要个四季度工作打算，五六条就够", "四季度工作打算", Aim.NEXT, "2026年"),
        ("写几条明年要干的事", "明年工作打算", Aim.NEXT, "2026年"),
        ("给县里报的半年小结，一千字", "2026年上半年工作小结", Aim.WHOLE, "2026年上半年"),
        ("局里年终总结，安全生产部分我来不及了你先写一版", "安全生产", Aim.TOPIC, "2026年"),
        ("近三个月的志愿服务写个小结", "志愿服务", Aim.TOPIC, "2026年9至11月"),
        ("上季度的小结帮我写了吧", "2026年三季度工作小结", Aim.WHOLE, "2026年三季度"),
        ("本月工作小结", "2026年11月工作小结", Aim.WHOLE, "2026年11月"),
    ],
)
def test_topic_aim_and_time_are_what_the_words_say(asked: str, topic: str, aim: Aim, span: str) -> None:
    wanted = read(asked, NOW, units=UNITS)
    assert (wanted.topic, wanted.aim, span_name(wanted.first, wanted.last)) == (topic, aim, span)


def test_length_count_and_units_are_read() -> None:
    wanted = read("写县图书馆上半年志愿服务一节，八百字，写三条", NOW, units=UNITS)
    assert (wanted.length, wanted.count, wanted.units) == (800, 3, ("县图书馆",))
    assert read("写一节本单位的培训情况", NOW).own
    assert read("图书馆全年总结，志愿服务部分写两三百字", NOW, units=UNITS).units == ("县图书馆",)
    assert read("全年总结，志愿服务部分写两三百字", NOW).length == 300


def test_a_heading_that_is_given_keeps_its_marks_and_units_nobody_knows_are_named() -> None:
    wanted = read("写总结的第二部分，题目叫“压实责任，推动整改见效”", NOW)
    assert wanted.title == "压实责任，推动整改见效"
    wanted = read("写一节党建学习，题目叫“学以致用”", NOW)
    assert (wanted.topic, wanted.title) == ("党建学习", "学以致用")
    asked = read("市场股、文化馆和博物馆的展览写一节", NOW, units=UNITS)
    assert (asked.topic, asked.units, asked.strangers) == ("展览", ("县文化馆",), ("市场股", "博物馆"))


@pytest.mark.parametrize(
    ("asked", "length", "count"),
    [
        ("主要成效部分，给我来五条干货，总共别超600字", 600, 5),
        ("把上半年文物巡查写短一点，放总结第三部分", 0, 0),
        ("领导要个四季度工作打算，五六条就够", 0, 6),
        ("咱局今年亮点工作，挑五个写", 0, 5),
        ("请帮忙把全域旅游写成一节 五百字左右 分三点", 500, 3),
        ("总结的帽子先给我写一个", 0, 0),
    ],
)
def test_how_long_and_how_many(asked: str, length: int, count: int) -> None:
    wanted = read(asked, NOW)
    assert (wanted.length, wanted.count) == (length, count)


def test_in_january_the_years_summary_is_of_the_year_that_is_over() -> None:
    wanted = read("起草全年工作总结", datetime(2027, 1, 8))
    assert (wanted.first, wanted.last) == (date(2026, 1, 1), date(2026, 12, 31))


def test_a_year_that_is_not_over_says_until_when() -> None:
    wanted = read("文化惠民", NOW)
    assert wanted.span(date(2026, 11, 22)) == "2026年（截至11月22日）"
    assert wanted.span(date(2027, 1, 5)) == "2026年"
