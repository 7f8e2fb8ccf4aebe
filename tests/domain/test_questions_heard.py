"""A question of the case sets is heard as one whatever lies on the desk: over notes and over a draft."""

import json
from pathlib import Path

import pytest

from bot.domain.talk import intents
from bot.domain.talk.intent import Kind, Scene

_SETS = sorted((Path(__file__).parent.parent / "evals").glob("questions_*.json"))
_DRAFT = "县文化馆在城关小学开展非遗进校园活动\n11月23日下午，县文化馆在城关小学开展非遗进校园活动，86名学生参加。"
_OF_OTHER_MATTERS = {Kind.STANDING, Kind.COUNT, Kind.SHOW, Kind.SOURCE, Kind.SAME_AS, Kind.CHAT}
"""What is asked of the submissions, the last answer or nobody is no question of rules."""


def _questions() -> list[str]:
    cases = [case for path in _SETS for case in json.loads(path.read_text(encoding="utf-8"))]
    return sorted({case[key] for case in cases for key in ("q", "question") if key in case})


@pytest.mark.slow
@pytest.mark.parametrize(
    "scene",
    [Scene(notes=3), Scene(notes=3, draft=_DRAFT, titles=(_DRAFT.split("\n")[0],))],
    ids=["notes", "draft"],
)
def test_nearly_every_question_of_the_sets_is_heard(scene):
    kinds = {text: intents.read(text, scene).kind for text in _questions()}
    asked = {text: kind for text, kind in kinds.items() if kind not in _OF_OTHER_MATTERS}
    missed = [text for text, kind in asked.items() if kind is not Kind.QUESTION]
    assert len(asked) > 1000
    assert len(missed) <= 0.01 * len(asked), missed


@pytest.mark.parametrize(
    "text",
    [
        "博物馆讲解一场收多少钱",
        "培训费一人一天多少钱",
        "正高老师一学时多少钱",
        "培训超过30天怎么算",
        "院士讲一个学时多少钱",
        "导游半路把团甩了不管，导游证会被扣多长时间",
        "小学旁边多少米内不能开网吧",
        "办五千人以上的晚会找市公安局还是县公安局",
        "出差住多贵的酒店能报",
        "保密工作要花的钱从哪里出",
        "导游自己在网上接团带客，行不行",
    ],
)
def test_a_question_without_a_mark_is_no_note_and_no_edit(text):
    assert intents.read(text, Scene(notes=3, draft=_DRAFT)).kind is Kind.QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "花了多少钱还没算",
        "没定下来是在广场还是在礼堂",
        "不管下不下雨都办",
        "培训了怎么写信息",
        "培训灭火器怎么用",
        "讲了一个小时怎么防诈骗",
        "多少有点效果",
        "学了几首新歌",
    ],
)
def test_what_is_not_known_yet_is_told_and_not_asked(text):
    assert intents.read(text, Scene(notes=3)).kind in (Kind.NOTE, Kind.CHAT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("有人来打听某个读者借过啥书，馆里能给他看吗", Kind.QUESTION),
        ("报了团临时走不开，能不能换我表弟去，旅行社说不行", Kind.QUESTION),
        ("村支书说以前广播只响早上，能不能晚上也放一次，我说回来报一下", Kind.NOTE),
    ],
)
def test_what_is_asked_at_the_end_is_asked_unless_others_asked_it(text, kind):
    assert intents.read(text, Scene(notes=3)).kind is kind
