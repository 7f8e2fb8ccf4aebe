"""Illness, family matters and children's names do not enter a report; cases without a name do."""

import pytest

from bot.domain.notes.personal import personal, unnamed


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
    ("clause", "told"),
    [
        ("举报人袁立民", "举报人"),
        ("投诉人李建国反映油烟大", "投诉人反映油烟大"),
        ("群众张伟举报网吧", "群众举报网吧"),
        ("看了孤儿刘小禾", "看了孤儿"),
        ("来馆里投诉的是家长张丽", "来馆里投诉的是家长"),
        ("群众张贴举报电话", "群众张贴举报电话"),
    ],
)
def test_who_informs_and_a_child_in_care_are_not_named(clause: str, told: str) -> None:
    for start, end in unnamed([clause]).get(0, []):
        clause = clause[:start] + clause[end:]
    assert clause == told
