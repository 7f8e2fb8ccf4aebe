"""What is asked about has a button, and the button says a command that means just that."""

import pytest

from bot.domain.editing.wishes import Act
from bot.domain.talk.how_to import read as how_to
from bot.domain.talk.intent import Kind, Scene
from bot.domain.talk.intents import read
from bot.domain.talk.likely import ASKED_ABOUT
from bot.domain.talk.order_words import Order

DRAFT = Scene(notes=3, draft="办会\n5月28日，县图书馆办读书会，126名学生参加，捐书320册。", titles=("办会",))
MEANT = {
    Order.SUBMIT: Kind.SUBMIT,
    Order.WITHDRAW: Kind.WITHDRAW,
    Order.UNDO: Act.UNDO,
    Order.REDO: Act.REDO,
    Order.ORIGINAL: Act.ORIGINAL,
    Order.REWRITE: Kind.DRAFT,
    Order.NEW: Kind.CLEAR,
    Order.DRAFT: Kind.DRAFT,
}


@pytest.mark.parametrize("order", ASKED_ABOUT)
def test_the_button_of_a_question_does_what_was_asked(order):
    intent = read(ASKED_ABOUT[order].command, DRAFT)
    assert (intent.edit.act if intent.edit else intent.kind) == MEANT[order]


@pytest.mark.parametrize(
    "words",
    [
        "撤回了两家剧本杀的备案",
        "撤了两个占道摊位",
        "退掉了两台旧打印机",
        "采用了新的借阅系统，读者扫码就能借",
        "重新打开了东门，方便老年人进出",
        "撤下来的展板放在库房了",
        "第三句台词忘了，重来了一遍",
        "通知发到了各村，就差坪上村没签收",
    ],
)
def test_deeds_of_the_office_with_the_same_verbs_stay_notes(words):
    assert read(words, DRAFT).kind is Kind.NOTE
    assert read(words, Scene(notes=3, shown=frozenset({"withdraw", "adopt", "ledger-show"}))).kind is Kind.NOTE


def test_a_change_that_is_not_sure_is_asked_about():
    intent = read("学生好像是128吧", DRAFT)
    assert (intent.kind, intent.words) == (Kind.DOUBT, "学生改成128")
    assert read(intent.words, DRAFT).edit.new == "128"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("改标题该怎么说", "标题改成"),
        ("怎么交", "提交"),
        ("照片怎么发给你", "照片"),
        ("党费怎么交", ""),
        ("文物怎么登记", ""),
        ("公务接待怎么报销", ""),
        ("娱乐场所怎么审批", ""),
    ],
)
def test_how_it_is_said_here_is_told_and_rules_are_not_answered_so(words, told):
    assert told in how_to(words)
    assert bool(told) == bool(how_to(words))
