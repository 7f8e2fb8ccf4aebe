"""Names are known by their form: beside a title, by their last word, by their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language.names import Name, people, places, quoted


def persons(text: str) -> list[str]:
    return [n.text for n in people(text)]


def spots(text: str) -> list[tuple[str, str]]:
    return [(n.kind, n.text) for n in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("讲解员陈晓带大家看了展厅", ["陈晓"]),
        ("请王建国老师讲课", ["王建国"]),
        ("由周敏主持", ["周敏"]),
        ("馆长李海峰参加了座谈", ["李海峰"]),
        ("王科长带队", ["王科长"]),
        ("和李老师一起去的", ["李老师"]),
        ("慰问了老党员赵德顺", ["赵德顺"]),
        ("赵德顺老人91岁", ["赵德顺"]),
        ("传承人刘桂兰现场教剪纸", ["刘桂兰"]),
        ("邀请孙悦讲了一课", ["孙悦"]),
    ],
)
def test_a_person_is_found_beside_a_title_or_a_verb(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "安全员到场",
        "文化站长期开放",
        "成立党员突击队",
        "高级讲师授课",
        "方便群众办事",
        "关于党员学习的通知",
        "管理员值班",
        "老年学员参加",
        "和平社区居民来了",
        "路上游客不少",
        "计划成员单位都来",
        "万名读者参与",
        "向导游说明",
        "白天观众多",
    ],
)
def test_common_words_are_no_persons(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在滨河公园办的", "滨河公园"),
        ("去了柳河镇东关村", "东关村"),
        ("在县图书馆三楼报告厅", "县图书馆"),
        ("慰问镇敬老院", "镇敬老院"),
        ("到实验小学讲课", "实验小学"),
        ("在城南农贸市场设点", "城南农贸市场"),
    ],
)
def test_a_place_is_found_by_its_last_word(text: str, name: str) -> None:
    assert any(name in found for _, found in spots(text)), spots(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在县志愿服务队报名", "县志愿服务队"),
        ("与县交警大队联合检查", "县交警大队"),
        ("与交警大队联合检查", "交警大队"),
        ("请县妇联来讲", "县妇联"),
        ("和县书法家协会一起", "县书法家协会"),
        ("联合交警大队查的", "交警大队"),
        ("会同卫健局检查", "卫健局"),
    ],
)
def test_an_organisation_is_told_from_a_place(text: str, name: str) -> None:
    assert ("org", name) in [(k, t) for k, t in spots(text)], spots(text)


def test_a_post_is_no_organisation() -> None:
    assert spots("局长讲了话") == []
    assert spots("队员到齐") == []


@pytest.mark.parametrize(
    ("text", "kind", "inner"),
    [
        ("排了《梁祝》", "title", "《梁祝》"),
        ("打出“书香满城”横幅", "quote", "书香满城"),
        ('打出"书香满城"横幅', "quote", "书香满城"),
        ("打出「书香满城」横幅", "quote", "书香满城"),
    ],
)
def test_quoted_words_and_titles_are_found(text: str, kind: str, inner: str) -> None:
    assert [(n.kind, n.text) for n in quoted(text)] == [(kind, inner)]


def test_an_open_quote_is_none() -> None:
    assert list(quoted("打出“书香满城横幅")) == []


names = st.lists(
    st.sampled_from(
        ["讲解员", "陈晓", "老师", "在", "滨河公园", "《", "》", "“", "”", "王", "局", "村", "，", "3", " ", "长"]
    ),
    max_size=20,
).map("".join)


@given(names)
def test_every_name_points_into_the_text(text: str) -> None:
    every: list[Name] = [*people(text), *places(text)]
    for name in every:
        assert text[name.start : name.end] == name.text
    for name in quoted(text):
        assert name.text in text[name.start : name.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("河口镇文化站村民大会上说的", ["河口镇文化站"]), ("县文旅局长带队", []), ("东关社区市民学校开课", ["东关社区"])],
)
def test_a_name_does_not_run_into_the_next_word(text: str, expected: list[str]) -> None:
    assert [n.text for n in places(text)][:1] == expected[:1]
