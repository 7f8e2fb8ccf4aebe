"""Who may administer whom: every order, every role, every unit; nobody outside sees or changes anything."""

import json
from collections.abc import AsyncIterator
from itertools import product
from pathlib import Path

import pytest

from bot.domain.submissions.people import (
    OWNER,
    Eyes,
    Person,
    Role,
    Unit,
    administered,
    may_administer,
    may_invite,
    may_list,
)
from bot.domain.submissions.staff_orders import Act
from tests.flows.bureau import HEAD, LIBRARY, MUSEUM, Bureau, bureau
from tests.flows.forging import forged

OWN, BELOW, OTHER = "own", "below", "other"
SCOPE = frozenset({OWN, BELOW})


def eyes(role: Role, *, active: bool = True) -> Eyes:
    return Eyes(Person("me", "我", Unit(OWN, "本单位"), role, active), SCOPE)


# Whom each role may let in, in the units of its scope; nobody lets anyone into another unit.
LETS_IN = {
    Role.ADMIN: set(Role), Role.EDITOR: {Role.WRITER, Role.STAFF}, Role.WRITER: set(), Role.STAFF: set(),
}  # fmt: skip


@pytest.mark.parametrize("role", Role)
def test_the_matrix_of_role_unit_and_right(role: Role) -> None:
    for unit, invited in product((OWN, BELOW, OTHER), Role):
        assert may_invite(eyes(role), unit, invited) is (unit in SCOPE and invited in LETS_IN[role])
    manages = {unit for unit in (OWN, BELOW, OTHER) if may_administer(eyes(role), unit)}
    assert manages == (set(SCOPE) if role is Role.ADMIN else set())
    assert may_list(eyes(role)) is (role in (Role.ADMIN, Role.EDITOR))


@pytest.mark.parametrize("role", Role)
def test_a_suspended_person_administers_nothing(role: Role) -> None:
    gone = eyes(role, active=False)
    assert not may_list(gone)
    assert not any(may_administer(gone, unit) for unit in (OWN, BELOW, OTHER))
    assert not any(may_invite(gone, unit, role) for unit, role in product((OWN, BELOW, OTHER), Role))


UNITS = (Unit("a", "甲局"), Unit("a1", "甲馆", "a"), Unit("b", "乙局"), Unit("c", "丙馆"), Unit("c1", "丙站", "c"))


@pytest.mark.parametrize(
    ("person", "reached"),
    [
        (Person("1", "甲管", UNITS[0], Role.ADMIN), {"a", "a1", "c", "c1"}),
        (Person("2", "乙管", UNITS[2], Role.ADMIN), {"b", "c", "c1"}),
        (Person("3", "甲馆管", UNITS[1], Role.ADMIN), {"a1"}),
        (Person("4", "甲审", UNITS[0], Role.EDITOR), {"a", "a1"}),
        (Person(OWNER, "本机", UNITS[3], Role.ADMIN), {"a", "a1", "b", "c", "c1"}),
    ],
)
def test_units_without_an_administrator_are_reached_from_the_top_alone(person: Person, reached: set[str]) -> None:
    everyone = (
        Person("1", "甲管", UNITS[0], Role.ADMIN), Person("2", "乙管", UNITS[2], Role.ADMIN),
        Person("5", "丙审", UNITS[3], Role.EDITOR),
    )  # fmt: skip
    scope = {"1": {"a", "a1"}, "2": {"b"}, "3": {"a1"}, "4": {"a", "a1"}, OWNER: {"c", "c1"}}[person.id]
    assert administered(person, frozenset(scope), UNITS, everyone) == reached


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    """The bureau with an administrator of the library alone."""
    async with bureau(tmp_path) as opened:
        code = await opened.records.people.invite(LIBRARY, Role.ADMIN)
        person = await opened.records.people.redeem(code.replace("-", ""), 77, "馆管理员")
        assert person
        opened.welcome(person)
        yield opened


LISTED = {
    # name: (expected_visible, expected_hidden) of units in both lists
    "局管理员": ({HEAD, LIBRARY, MUSEUM}, set()),
    "王审核": ({HEAD, LIBRARY, MUSEUM}, set()),
    "馆管理员": ({LIBRARY}, {HEAD, MUSEUM}),
    "馆审核": ({LIBRARY}, {HEAD, MUSEUM}),
    "博审核": ({MUSEUM}, {HEAD, LIBRARY}),
    "馆材料员": (set(), {HEAD, LIBRARY, MUSEUM}),
    "小李": (set(), {HEAD, LIBRARY, MUSEUM}),
}
LISTS = ("人员名单", "单位列表", f"{MUSEUM}人员名单", "生成邀请码")


@pytest.mark.slow
async def test_lists_show_the_units_of_ones_scope_and_no_other(office: Bureau) -> None:
    for name, (expected_visible, expected_hidden) in LISTED.items():
        said = "\n".join([await office.say(name, words) for words in LISTS[:2]])
        assert {unit for unit in (HEAD, LIBRARY, MUSEUM) if unit in said} == expected_visible, name
        assert not any(unit in said for unit in expected_hidden), name
        if MUSEUM in expected_hidden:
            assert "小陈" not in await office.say(name, LISTS[2]), name
        await office.say(name, LISTS[3])
        assert not any(unit in label for label in office[name].labels() for unit in expected_hidden), name


ORDERS = (
    f"生成邀请码 {MUSEUM} 管理员", f"生成邀请码 {MUSEUM}", "停用 小陈", "恢复 小陈", f"把小陈调到{LIBRARY}",
    "让小陈当管理员", f"{MUSEUM}归{LIBRARY}管", f"让博审核也管{LIBRARY}", f"博审核不管{MUSEUM}了",
)  # fmt: skip


async def state(office: Bureau) -> tuple[object, ...]:
    people, units = office.records.people, office.records.units
    async with office.records.store.reading() as connection:
        invites = (await connection.exec_driver_sql("SELECT count(*) FROM invites")).scalar()
    return await people.everyone(), await units.all(), await people.given(), invites


@pytest.mark.slow
async def test_no_order_of_anyone_without_the_right_does_anything(office: Bureau) -> None:
    before = await state(office)
    for name, order in product(("馆管理员", "馆审核", "馆材料员", "小李", "博审核"), ORDERS):
        if (name, order) == ("博审核", ORDERS[1]):
            continue  # its own unit, and a colleague: that is allowed
        said = await office.say(name, order)
        assert "确定" not in office[name].labels(), (name, order)
        assert "小陈（" not in said, (name, order)
        assert await state(office) == before, (name, order)


@pytest.mark.slow
async def test_a_forged_confirmation_does_nothing(office: Bureau) -> None:
    before = await state(office)
    units = {unit.name: unit.id for unit in await office.records.units.all()}
    target = office.person("小陈").id
    for name, act in product(("馆管理员", "馆审核", "馆材料员", "小李"), Act):
        order = {"act": act, "person": target, "unit": units[MUSEUM], "role": "admin", "under": units[LIBRARY]}
        said = await forged(office, name, "staff-yes", json.dumps(order))
        assert "小陈" not in said, (name, act)
        assert await state(office) == before, (name, act)
