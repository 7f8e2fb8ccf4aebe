"""Administration by chat: what each order does, what is asked about first, and that nobody else may."""

import asyncio
from pathlib import Path

import pytest

from bot.domain.submissions.people import Person, Role
from tests.flows.bureau import HEAD, LIBRARY, MUSEUM, Bureau

ADMIN = "局管理员"


async def now(office: Bureau, name: str) -> Person:
    return next(one for one in await office.records.people.everyone() if one.name == name)


def code_of(said: str) -> str:
    return said.split("邀请码 ")[1][:9].replace("-", "")


async def test_a_code_is_made_by_chat_and_lets_one_person_in_with_unit_and_role(office: Bureau, tmp_path: Path) -> None:
    said = await office.say(ADMIN, "生成邀请码 县图书馆 审核员")
    assert "县图书馆，审核员" in said
    assert "t.me" not in said
    person = await office.records.people.redeem(code_of(said), 900, "新审核")
    assert person is not None
    assert (person.unit.name, person.role) == (LIBRARY, Role.EDITOR)
    (tmp_path / "bot_name").write_text("shibao_bot", encoding="utf-8")
    said = await office.say(ADMIN, "给县博物馆生成邀请码")
    assert f"https://t.me/shibao_bot?start={code_of(said)}" in said


async def test_the_same_order_twice_makes_one_code(office: Bureau) -> None:
    once = await office.say(ADMIN, "生成邀请码 县图书馆", key="tg:5")
    assert await office.say(ADMIN, "生成邀请码 县图书馆", key="tg:5") == once


async def test_a_new_unit_is_asked_about_and_stands_below_the_administrators(office: Bureau) -> None:
    assert "新建" in await office.say(ADMIN, "生成邀请码 县剧团")
    assert "县剧团" not in await office.say(ADMIN, "单位列表")
    await office.say(ADMIN, "生成邀请码 县剧团")
    assert "县剧团，职工" in await office.press(ADMIN, "新建并生成")
    assert f"{HEAD}　2人\n　县剧团　0人" in await office.say(ADMIN, "单位列表")


async def test_two_who_make_the_same_unit_at_once_make_one(office: Bureau) -> None:
    code = await office.records.people.invite(HEAD, Role.ADMIN)
    second = await office.records.people.redeem(code.replace("-", ""), 902, "副管理员")
    assert second
    office.welcome(second)
    for name in (ADMIN, "副管理员"):
        await office.say(name, "生成邀请码 县剧团")
    said = await asyncio.gather(*(office.press(name, "新建并生成") for name in (ADMIN, "副管理员")))
    assert all("县剧团，职工" in one for one in said)
    assert [unit.name for unit in await office.records.units.all()].count("县剧团") == 1


async def test_a_stopped_colleague_is_out_at_once_with_every_old_button_and_comes_back(office: Bureau) -> None:
    await office.hand_in("小李")
    token = next(t for reply in office["小李"].shown for row in reply.buttons for n, t in row if n == "撤回")
    assert "停用小李" in await office.say(ADMIN, "停用 小李")
    assert (await now(office, "小李")).active
    assert "马上生效" in await office.press(ADMIN, "停用")
    assert not (await now(office, "小李")).active
    for said in (await office.say("小李", "今天送书30册"), await office.say("小李", "", action=token)):
        assert said == "你的使用权限已停用。如有需要，请联系管理员。"
    assert len(await office["小李"].notes()) == 0
    assert "已恢复" in await office.say(ADMIN, "恢复 小李")
    assert "恢复了" in await office.told("小李")
    assert "已撤回" in await office.say("小李", "", action=token)


async def test_a_transfer_is_confirmed_and_takes_the_old_units_along(office: Bureau) -> None:
    await office.say(ADMIN, f"让馆审核也管{MUSEUM}")
    assert "另管县博物馆" in await office.say(ADMIN, "人员名单")
    await office.hand_in("小李")
    assert "马上生效" in await office.say(ADMIN, f"把馆审核调到{HEAD}当材料员")
    assert (await now(office, "馆审核")).unit.name == LIBRARY
    await office.press(ADMIN, "确定")
    moved = await now(office, "馆审核")
    assert (moved.unit.name, moved.role) == (HEAD, Role.WRITER)
    assert await office.records.people.given() == ()
    assert "你现在在县文旅局，是材料员" in await office.told("馆审核")
    shown = [row for one in await office.notices("馆审核") for row in one.buttons]
    token = next(t for row in shown for n, t in row if n == "采用")
    assert "不归你审" in await office.say("馆审核", "", action=token)


async def test_a_unit_is_put_under_another_and_given_to_and_taken_from_an_editor(office: Bureau) -> None:
    await office.say(ADMIN, f"让博审核也管{LIBRARY}")
    await office.hand_in("小李")
    assert "待审" in await office.told("博审核")
    await office.say(ADMIN, f"博审核不管{LIBRARY}了")
    await office.press(ADMIN, "确定")
    assert "没有待审" in await office.say("博审核", "待审的")
    assert "看得到" in await office.say(ADMIN, f"{LIBRARY}归{MUSEUM}管")
    await office.press(ADMIN, "确定")
    assert "【待审】" in await office.say("博审核", "待审的")
    assert "不能反过来放" in await office.say(ADMIN, f"{HEAD}归{LIBRARY}管")


async def test_two_of_one_name_are_told_apart(office: Bureau) -> None:
    code = await office.records.people.invite(MUSEUM, Role.STAFF)
    await office.records.people.redeem(code.replace("-", ""), 901, "小李")
    assert "是哪一位" in await office.say(ADMIN, "停用 小李")
    assert "停用小李（县博物馆" in await office.press(ADMIN, "小李（县博物馆，职工）")
    await office.press(ADMIN, "停用")
    stopped = [one.unit.name for one in await office.records.people.everyone() if not one.active]
    assert stopped == [MUSEUM]


@pytest.mark.parametrize("order", ["停用 局管理员", "把局管理员调到县图书馆", "让局管理员当职工"])
async def test_nobody_takes_their_own_rights(office: Bureau, order: str) -> None:
    assert "另一位管理员" in await office.say(ADMIN, order)


async def test_in_a_group_nothing_is_told(office: Bureau) -> None:
    for words in ("人员名单", "生成邀请码 县图书馆", "停用 小李"):
        assert "私聊" in await office.say(ADMIN, words, private=False)


async def test_a_note_with_a_colleagues_name_stays_a_note_and_an_edit_stays_an_edit(office: Bureau) -> None:
    assert "已记第1条" in await office.say(ADMIN, "上午9点，小李把展品调到县博物馆展出，展出12件")
    await office.say(ADMIN, "写成信息")
    assert "没有" not in (await office.say(ADMIN, "把12改成15"))[:4]
