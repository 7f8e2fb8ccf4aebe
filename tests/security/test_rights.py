"""Who sees and decides what: every path, every role, every unit, with what must show and what must not."""

from collections.abc import AsyncIterator
from itertools import product
from pathlib import Path

import pytest

from bot.domain.submissions.lifecycle import State
from bot.domain.submissions.people import Eyes, Person, Role, Unit, may_decide, may_follow, may_review, may_see
from bot.domain.talk.desk import Turn
from bot.domain.talk.door import Button, Reply
from tests.flows.bureau import Bureau, bureau

OWN, BELOW, OTHER = "own", "below", "other"
SCOPE = {Role.ADMIN: {OWN, BELOW}, Role.EDITOR: {OWN, BELOW}, Role.WRITER: {OWN, BELOW}, Role.STAFF: {OWN, BELOW}}


def eyes(role: Role, *, active: bool = True) -> Eyes:
    return Eyes(Person("me", "我", Unit(OWN, "本单位"), role, active), frozenset(SCOPE[role]))


# For reports of colleagues: the units in whose reports each role sees what is adopted, and what is not yet.
VISIBLE = {
    Role.ADMIN: ({OWN, BELOW}, {OWN, BELOW}),
    Role.EDITOR: ({OWN, BELOW}, {OWN, BELOW}),
    Role.WRITER: ({OWN}, {OWN}),
    Role.STAFF: ({OWN}, set()),
}
DECIDES = {Role.ADMIN: {OWN, BELOW}, Role.EDITOR: {OWN, BELOW}, Role.WRITER: set(), Role.STAFF: set()}
DONE = (State.ADOPTED, State.MERGED)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("state", State)
def test_the_matrix_of_role_unit_and_state(role: Role, state: State) -> None:
    expected_visible = VISIBLE[role][0 if state in DONE else 1]
    expected_hidden = {OWN, BELOW, OTHER} - expected_visible
    seen = {u for u in (OWN, BELOW, OTHER) if may_see(eyes(role), author="x", unit_id=u, state=state)}
    assert seen == expected_visible
    assert not seen & expected_hidden
    assert {u for u in (OWN, BELOW, OTHER) if may_decide(eyes(role), author="x", unit_id=u)} == DECIDES[role]


@pytest.mark.parametrize("role", Role)
def test_ones_own_is_seen_everywhere_and_decided_nowhere(role: Role) -> None:
    for unit in (OWN, BELOW, OTHER):
        assert all(may_see(eyes(role), author="me", unit_id=unit, state=state) for state in State)
        assert not may_decide(eyes(role), author="me", unit_id=unit)


@pytest.mark.parametrize("role", Role)
def test_a_suspended_person_sees_and_decides_nothing(role: Role) -> None:
    gone = eyes(role, active=False)
    for unit in (OWN, BELOW, OTHER):
        assert not any(may_see(gone, author="me", unit_id=unit, state=state) for state in State)
        assert not may_review(gone, unit)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    """One adopted and one pending report of the library, by one colleague each; nothing of the museum."""
    async with bureau(tmp_path) as opened:
        await opened.hand_in("小李", "11月20日上午，图书馆在城东社区送书320册", "6名志愿者参加")
        await opened.press("馆审核", "采用")
        await opened.hand_in("小周", "11月21日上午，图书馆在实验小学开展讲座1场", "200名学生参加")
        yield opened


ADOPTED, PENDING = "城东社区", "实验小学"
PATHS = ("这个月我们报了几条", "今年有多少人参加活动", "今年搞了多少场活动", "我的报送情况", "待审的")
EXPECTED = {
    # name: (expected_visible, expected_hidden) over all paths together
    "小李": ({ADOPTED}, {PENDING}),
    "小周": ({ADOPTED, PENDING}, set()),
    "馆材料员": ({ADOPTED, PENDING}, set()),
    "馆审核": ({ADOPTED, PENDING}, set()),
    "王审核": ({ADOPTED, PENDING}, set()),
    "局管理员": ({ADOPTED, PENDING}, set()),
    "小陈": (set(), {ADOPTED, PENDING}),
    "博审核": (set(), {ADOPTED, PENDING}),
}


@pytest.mark.slow
async def test_every_path_of_the_conversation_shows_what_it_may_and_nothing_else(office: Bureau) -> None:
    for name, (expected_visible, expected_hidden) in EXPECTED.items():
        shown = "\n".join([await office.say(name, words) for words in PATHS])
        shown += "\n".join(reply.text for reply in await office.notices(name))
        assert {place for place in (ADOPTED, PENDING) if place in shown} == expected_visible, name
        assert not any(place in shown for place in expected_hidden), name


VERBS = (
    "adopt", "return", "sources", "reason", "merge", "recall", "withdraw", "recategory", "category", "reopen",
    "rewrite", "rewrite-save", "files", "changes", "paper", "confirm",
)  # fmt: skip


@pytest.mark.slow
async def test_a_forged_button_of_anyone_without_the_right_changes_and_shows_nothing(
    office: Bureau,
) -> None:
    unit = office.person("小周").unit.id
    before = await office.records.log.among([unit])
    (pending,) = [one for one in before if one.standing.state is State.PENDING]
    which = f"{pending.id} {pending.standing.sha256}"
    arguments = {
        "reason": f"{which} 事实不准",
        "merge": f"{which} {pending.id}",
        "category": f"{pending.id} 整改",
        "rewrite-save": f'{which} ["城东社区送书", "11月20日送书999册。"]',
        **dict.fromkeys(("withdraw", "recategory", "reopen"), pending.id),
    }
    for name, verb in product(("小李", "馆材料员", "小陈", "博审核"), VERBS):
        reply = Reply("伪造", ((Button("按", verb, arguments.get(verb, which)),),))
        turn = Turn(f"forged:{name}:{verb}", office.person(name).id, before[0].frozen.at, (), (reply,))
        (forged,) = await office.records.desks.commit(turn)
        said = await office.say(name, "", action=forged.buttons[0][0][1])
        assert "不归你审" in said or "不是你交的" in said
        assert PENDING not in said
    assert await office.records.log.among([unit]) == before


async def test_a_button_of_someone_else_does_nothing(office: Bureau) -> None:
    token = next(t for reply in await office.notices("王审核") for row in reply.buttons for n, t in row if n == "采用")
    assert "失效" in await office.say("小陈", "", action=token)


@pytest.mark.parametrize("role", Role)
def test_the_ledger_is_the_units_own_and_its_editors(role: Role) -> None:
    expected = {OWN, BELOW} if role in (Role.ADMIN, Role.EDITOR) else {OWN}
    assert {unit for unit in (OWN, BELOW, OTHER) if may_follow(eyes(role), unit)} == expected
    assert not any(may_follow(eyes(role, active=False), unit) for unit in (OWN, BELOW, OTHER))
