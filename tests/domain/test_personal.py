"""Illness, family matters and children's names do not enter a report; cases without a name do."""

from datetime import datetime

import pytest

from bot.domain.notes.kinds import Kind
from bot.domain.notes.note import Note
from bot.domain.notes.personal import personal, unnamed
from bot.domain.notes.utterances import Utterance, utterances

NOW = datetime(2026, 7, 12, 17)


def private(message: str) -> list[str]:
    clauses = message.split("，")
    return [clauses[i] for i in sorted(personal(clauses))]


@pytest.mark.parametrize(
    ("message", "left_out"),
    [
        ("退休的老侯侯建民肺癌晚期，送了米2袋", ["退休的老侯侯建民肺癌晚期"]),
        ("有个孩子叫田雨桐，9岁，爸妈离婚跟奶奶过", ["有个孩子叫田雨桐", "爸妈离婚跟奶奶过"]),
        ("他儿子侯小虎上初二，送了书包1个", ["他儿子侯小虎上初二"]),
    ],
)
def test_what_concerns_a_person_alone_is_private(message: str, left_out: list[str]) -> None:
    assert private(message) == left_out


@pytest.mark.parametrize(
    "message",
    [
        "筛查高血压86人，复查7人",
        "一等奖是实验小学的学生陈朵朵，9岁",
        "慰问困难党员张德海，送慰问金800元",
        "走访患大病的3户，每户1000元",
    ],
)
def test_cases_without_a_name_and_names_without_a_matter_are_not(message: str) -> None:
    assert private(message) == []


def test_a_case_is_told_without_the_name() -> None:
    clauses = ["有一户王秀兰", "尿毒症", "每周透析3次"]
    [(start, end)] = unnamed(clauses)[0]
    assert clauses[0][start:end] == "王秀兰"
    assert personal(clauses) == set()


@pytest.mark.parametrize(
    ("messages", "told", "left_out"),
    [
        ("接到举报，举报人袁立民，说网吧接待未成年人", "接到举报|举报人说网吧接待未成年人", "袁立民"),
        ("投诉人李建国反映油烟大", "投诉人反映油烟大", "李建国"),
        ("群众张伟举报网吧", "群众举报网吧", "张伟"),
        ("看了孤儿刘小禾", "看了孤儿", "刘小禾"),
        ("来馆里投诉的是家长张丽", "来馆里投诉的是家长", "张丽"),
        ("群众张贴举报电话", "群众张贴举报电话", ""),
        ("查到1名未成年人上网/一个叫刘子轩，14岁", "查到1名未成年人上网|一个14岁", "刘子轩"),
        ("投诉3起，一起是游客王建军反映乱收费", "投诉3起|一起是游客反映乱收费", "王建军"),
        ("捡到钱包，失主叫田佳，捡到的是保洁员秦桂香", "捡到钱包|捡到的是保洁员秦桂香", "田佳"),
        ("有个小孩走丢了，叫王梓涵，保安找到的", "有个小孩走丢了|保安找到的", "王梓涵"),
        ("有一位叫马翠花的血压高，叫了救护车", "有一位血压高|叫了救护车", "马翠花"),
        ("面塑收了个徒弟，叫向荣，21岁", "面塑收了个徒弟|叫向荣|21岁", ""),
        ("一等奖是学生陈朵朵，9岁", "一等奖是学生陈朵朵|9岁", ""),
        ("摊主叫聂强的秤少2两，写的时候把摊主名字去掉", "摊主的秤少2两", "叫聂强"),
        ("收治的学生6名，最重的叫程浩，9岁", "收治的学生6名|最重的9岁", "程浩"),
        ("来了46个患者方便看病，患者常规检查都做了", "来了46个患者方便看病|患者常规检查都做了", ""),
        ("投诉电话下班后没人接，责任人赵海燕，赵海燕已去修", "投诉电话下班后没人接|责任人赵海燕|赵海燕已去修", ""),
        ("救助金打到户名陈小娟的卡上了", "救助金打到卡上了", "陈小娟"),
        ("打到卡上了，户名陈小娟", "打到卡上了", "陈小娟"),
        ("受助学生马晓丽、田雨欣来领了", "受助学生来领了", "田雨欣"),
        ("患者孙秀兰腰疼三年", "患者腰疼三年", "孙秀兰"),
        ("吕桂香反映物业乱收费/王建军主任反映过一次", "群众反映物业乱收费|王建军主任反映过一次", "吕桂香"),
        ("培智学校汇演/学生刘一诺演唱，老师温淑芬伴奏", "培智学校汇演|学生演唱|老师温淑芬伴奏", "刘一诺"),
        ("给困难户危房改造验收，学生向英雄献花", "给困难户危房改造验收|学生向英雄献花", ""),
        ("救助流浪人员2名，给一名叫周大勇的买了票", "救助流浪人员2名|给一名买了票", "周大勇"),
        ("聋哑学校作品展，学生孙雨桐的剪纸送展", "聋哑学校作品展|学生的剪纸送展", "孙雨桐"),
        ("调解2件，当事人方晓燕、杜建军签了协议", "调解2件|当事人签了协议", "方晓燕"),
        ("低保打到他儿子贾小虎账户，学生于下午签到", "低保打到他儿子账户|学生于下午签到", "贾小虎"),
        ("孩子来了32个/老师叫李明，教得细", "孩子来了32个|老师叫李明|教得细", ""),
    ],
)
def test_who_must_not_be_named_is_not(messages: str, told: str, left_out: str) -> None:
    found = utterances([Note(text, NOW) for text in messages.split("/")], NOW)
    assert "|".join(_told(u) for u in found if u.kind is Kind.CONTENT) == told
    assert left_out in "".join(words for u in found for words in u.hidden())


def _told(one: Utterance) -> str:
    text = one.text
    for p in sorted(one.patches, key=lambda p: -p.start):
        text = text[: p.start] + p.text + text[p.end :]
    return text
