"""Which words administer, with the names in them, and which only look like it."""

import pytest

from bot.domain.submissions.people import Role
from bot.domain.submissions.staff_orders import Act, Order, read

ORDERS = {
    "生成邀请码 县图书馆 审核员": Order(Act.INVITE, unit="县图书馆", role=Role.EDITOR),
    "给县图书馆生成一个审核员的邀请码": Order(Act.INVITE, unit="县图书馆", role=Role.EDITOR),
    "生成审核员邀请码 县图书馆": Order(Act.INVITE, unit="县图书馆", role=Role.EDITOR),
    "邀请码 县图书馆": Order(Act.INVITE, unit="县图书馆"),
    "来一个县图书馆的邀请码": Order(Act.INVITE, unit="县图书馆"),
    "给发改局生成邀请码": Order(Act.INVITE, unit="发改局"),
    "发改局审核员邀请码": Order(Act.INVITE, unit="发改局", role=Role.EDITOR),
    "生成邀请码": Order(Act.INVITE),
    "人员名单": Order(Act.PEOPLE),
    "看看县图书馆人员名单": Order(Act.PEOPLE, unit="县图书馆"),
    "单位列表": Order(Act.UNITS),
    "停用 张三": Order(Act.SUSPEND, person="张三"),
    "把张三停用了": Order(Act.SUSPEND, person="张三"),
    "恢复张三的账号": Order(Act.RESTORE, person="张三"),
    "把张三调到县文化馆": Order(Act.MOVE, person="张三", unit="县文化馆"),
    "把张三调到县文化馆当审核员": Order(Act.MOVE, person="张三", unit="县文化馆", role=Role.EDITOR),
    "让张三当审核员": Order(Act.APPOINT, person="张三", role=Role.EDITOR),
    "县图书馆归县文旅局管": Order(Act.PLACE, unit="县图书馆", under="县文旅局"),
    "把县图书馆放到县文旅局下面": Order(Act.PLACE, unit="县图书馆", under="县文旅局"),
    "让李四也管县文化馆": Order(Act.OVERSEE, person="李四", unit="县文化馆"),
    "李四也管县文化馆": Order(Act.OVERSEE, person="李四", unit="县文化馆"),
    "李四不管县文化馆了": Order(Act.RELEASE, person="李四", unit="县文化馆"),
}


@pytest.mark.parametrize(("words", "order"), ORDERS.items())
def test_an_order_is_read_with_its_names(words: str, order: Order) -> None:
    assert read(words) == order


@pytest.mark.parametrize(
    "words",
    [
        "，",
        "邀请码怎么用", "图书馆归谁管", "今天停用一台电脑",
        "停用了3台旧电脑", "让小李负责现场秩序", "今天图书馆送书320册",
        "县图书馆邀请12名老党员参加座谈", "单位组织了一次学习", "小李调研了三个村",
    ],
)  # fmt: skip
def test_what_only_looks_like_an_order_is_left_alone(words: str) -> None:
    assert read(words) is None
