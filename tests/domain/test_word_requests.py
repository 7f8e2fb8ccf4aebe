"""Asking for a Word file is heard, and nothing else is taken for it."""

import pytest

from bot.domain.talk.errands import word_asked
from bot.domain.talk.intent import Kind, Scene
from bot.domain.talk.intents import read


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("导出Word", 0),
        ("导出 word 文档", 0),
        ("发我Word", 0),
        ("发给我word版", 0),
        ("给我一个word", 0),
        ("请帮我导出成docx", 0),
        ("要个word版的", 0),
        ("把这篇导出成Word文件", 0),
        ("生成公文格式的文档", 0),
        ("第2篇导出Word", 2),
        ("把第二篇转成word", 2),
        ("/word", 0),
    ],
)
def test_a_request_is_heard_with_the_draft_that_it_names(words, number):
    assert word_asked(words) == number
    assert read(words, Scene(notes=1, draft="送书\n送书320册。")).kind is Kind.WORD


@pytest.mark.parametrize(
    "words",
    [
        "word怎么导出",
        "今天下发文件3份",
        "下午给我县发文件2份",
        "学习了上级文件",
        "局里组织Word培训，30人参加",
        "给我看看条文",
        "导出",
        "出稿",
        "发我终稿",
        "",
        "发" * 500,
    ],
)
def test_notes_questions_and_other_commands_are_no_request(words):
    assert word_asked(words) is None
