"""Requests for a section are heard in whatever order people say them; notes, edits and questions are not one."""

from pathlib import Path

import pytest

from bot.domain.summary.section_requests import asks
from bot.domain.talk.intent import Kind, Scene
from bot.domain.talk.intents import read

DRAFT = "县文化馆举办老年书画展\n10月31日，县文化馆在文化广场举办老年书画展，展出作品86幅，观众370多人。"


def rows() -> list[list[str]]:
    lines = (Path(__file__).parent / "requests.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("scene", [Scene(), Scene(notes=4), Scene(notes=4, draft=DRAFT)])
def test_requests_in_free_words_are_heard_and_nothing_else_is(scene: Scene) -> None:
    heard = {(kind, text): read(text, scene).kind is Kind.SECTION for kind, text in rows()}
    assert [text for (kind, text), section in heard.items() if section and kind != "section"] == []
    missed = [text for (kind, text), section in heard.items() if kind == "section" and not section]
    assert len(missed) <= 2, missed


@pytest.mark.parametrize(
    "words",
    [
        "起草全年总结里转变作风那一节", "三季度的培训情况弄一段",
        "照去年的样子写个开头", "文化惠民那节", "整改这块写一下，给局长看的",
        "主要成绩写三条", "1-10月送戏下乡搞了多少，写成一段话",
        "水政大队的总结", "明年工作计划，五条，每条都要有人负责",
        "书记要的党建汇报材料，写主题党日那部分", "高龄津贴发了多少，写进年终总结",
        "全年工作总结初稿来一份", "上半年机井维修小结",
        "把水表更换写成一段放总结里", "农田灌溉那段怎么写，帮我起草",
        "打击非法采砂情况 一段话", "写写水库安全", "我们局今年的亮点工作写几句", "起草一节",
    ],
)  # fmt: skip
def test_a_request_is_heard(words: str) -> None:
    assert asks(words)


@pytest.mark.parametrize(
    "words",
    [
        "今天办公室写了一段发言稿", "上午开总结会，12人参加", "删掉第三段",
        "这个标题写短一点", "信息一般写几条", "请示怎么写",
        "县图书馆起草了借阅办法，写了三条", "请把通知写一下", "11月3日全局开半年总结会", "结尾写一句",
        "中间那段不要", "第二部分放到前面", "上个月咱馆发了几篇", "花了3.5w块", "县文化馆举办滨江草坪音乐节",
        "公安那块是审核还是签承诺书", "打印了12000页", "局党组召开作风建设专题会查摆问题14条",
        "老周那台还跟咱吵 这段别往里写", "院长哭穷这段不要往上写",
    ],
)  # fmt: skip
def test_other_words_are_not(words: str) -> None:
    assert not asks(words)


def test_the_names_of_both_closing_parts_ask_for_them() -> None:
    assert asks("存在的问题和下步打算")
    assert not asks("会上讲了存在的问题和下步打算")
