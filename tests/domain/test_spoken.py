"""Short orders are read by their parts, and nothing of a day's notes is."""

import json
from pathlib import Path

import pytest

from bot.domain.talk.order_words import Order
from bot.domain.talk.spoken import read

EVALS = Path(__file__).parent.parent / "evals"


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("刚才删的那句还是留着吧", Order.UNDO),
        ("上一版更好", Order.UNDO),
        ("退到刚开始那版", Order.ORIGINAL),
        ("跟第一版有啥区别", Order.CHANGES),
        ("刚才没写进去的那句加回来", Order.PUT_BACK),
        ("第三句标了个待补啥意思", Order.GAP_MEANS),
        ("撤回我交的那篇", Order.WITHDRAW),
        ("我那个稿子领导看了吗", Order.STANDING),
        ("有啥要我看的", Order.PENDING),
        ("待审的都拉出来", Order.PENDING),
        ("存成文档发我一份", Order.WORD),
        ("没问题了 帮我提交给局里", Order.SUBMIT),
        ("换个事，新开一篇", Order.NEW),
        ("不对不对 改错了 恢复刚才的样子", Order.UNDO),
        ("弄成公文格式的文件发我", Order.WORD),
        ("刚才说的都不算，全部清掉", Order.NEW),
        ("不行 重写", Order.REWRITE),
        ("整成信息给我看看", Order.DRAFT),
    ],
)
def test_an_order_is_read_in_whatever_order_its_parts_stand(words, order):
    assert read(words) is order


@pytest.mark.parametrize(
    "words", ["领导看了展览", "把材料报给了县委办", "稿子写了三篇", "出了一期黑板报", "社区给留了位置"]
)
def test_one_foreign_word_makes_it_something_else(words):
    assert read(words) is None


def taken_for_orders(paths):
    taken = []
    for path in paths:
        for case in json.loads(path.read_text("utf-8")):
            texts = [one if isinstance(one, str) else one["text"] for one in case.get("messages") or case["notes"]]
            taken += [text for text in texts if read(text)]
    return set(taken)


SETS = [path for path in sorted(EVALS.glob("notes_*.json")) if not path.stem.endswith("_good")]


# A chief's word on the finished report is an order to the bot as well; a colleague's question is, to the bot, one for
# what was noted or handed in, which changes nothing. That nothing was done is nothing to report.
ASKED_AND_TOLD = {"可以 报", "快报", "发了多少材料", "信息发了没", "发了没？", "报了没 报了没", "下午没活动"}


def test_no_note_of_some_sets_is_an_order():
    assert taken_for_orders(SETS[::12]) <= ASKED_AND_TOLD


@pytest.mark.slow
def test_no_note_of_any_set_is_an_order():
    assert taken_for_orders(SETS) <= ASKED_AND_TOLD


@pytest.mark.parametrize("words", ["你觉得写得怎么样", "帮我检查一下这篇稿子", "有没有错别字"])
def test_the_draft_can_be_looked_over(words):
    assert read(words) is Order.EXAMINE


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("算了还是原来那版吧", Order.ORIGINAL),
        ("恢复到没改之前", Order.UNDO),
        ("成 就按这个交", Order.SUBMIT),
        ("麻烦转给审核的同志", Order.SUBMIT),
        ("弄个能直接贴到公文里的", Order.FINAL),
        ("都在这了 你看着写吧", Order.DRAFT),
        ("审核的人看我那稿子了吗", Order.STANDING),
        ("那篇我想收回来改改", Order.WITHDRAW),
        ("还剩啥没审的", Order.PENDING),
        ("我这边还有稿子要看吗", Order.PENDING),
        ("下面记另外一件事", Order.NEW),
        ("再给我看一遍稿子", Order.SHOW_DRAFT),
        ("我前头都记啥了", Order.SHOW),
        ("你把哪句给我删了", Order.CHANGES),
        ("我上周交的两篇咋还没动静", Order.STANDING),
        ("昨天那稿批下来没有", Order.STANDING),
        ("状态", Order.STANDING),
        ("进度怎么样了", Order.STANDING),
        ("有人交稿子上来没", Order.PENDING),
        ("捋一下写成一段话", Order.DRAFT),
        ("撤销提交", Order.WITHDRAW),
    ],
)
def test_orders_of_a_second_batch(words, order):
    assert read(words) is order
