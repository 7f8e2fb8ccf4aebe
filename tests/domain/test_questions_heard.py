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


@pytest.mark.parametrize(
    "text",
    [
        "农家乐要配几个灭火器，两层楼",
        "电梯多久检一次，老小区的",
        "两个人出差住一间还是两间",
        "讲解员培训花多少钱",
        "我们局领导讲话不超过多少分钟",
        "云办发〔2026〕22号讲了什么",
        "通知第三条讲了什么",
    ],
)
@pytest.mark.parametrize("notes", [0, 3])
def test_what_asks_before_a_word_on_its_case_or_of_a_text_is_asked(text, notes):
    assert intents.read(text, Scene(notes=notes)).kind is Kind.QUESTION


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("下午给商户讲消防政策", Kind.NOTE),
        ("下午走访脱贫户，问今年收成咋样", Kind.NOTE),
        ("今天到药店查处方药销售规定落实得怎么样", Kind.UNSURE),
        ("今天组织股长学差旅费管理办法", Kind.UNSURE),
        ("给退休干部过生日能花多少", Kind.QUESTION),
        ("到村里吃饭交多少钱", Kind.QUESTION),
        ("今天食堂吃什么", Kind.QUESTION),
    ],
)
def test_a_deed_of_the_day_that_sounds_like_a_question_is_kept_or_asked_about(text, kind):
    assert intents.read(text, Scene(notes=3)).kind is kind


@pytest.mark.parametrize("text", ["我们县是80", "县里规定是2个人", "刚才那个再发一遍"])
def test_what_tells_no_deed_right_under_an_answer_is_not_kept_unasked(text):
    under = Scene(notes=3, shown=frozenset({"verdict"}))
    assert intents.read(text, under).kind is Kind.UNSURE
    assert intents.read("上次说的那个再说一遍", Scene(notes=3)).kind is Kind.UNSURE
    assert intents.read("下午到村里讲课，来了30人", under).kind is Kind.NOTE
