"""Who changed whose rights: every step is written down where it is made, and administrators may look."""

import pytest

from bot.domain.submissions.people import Role
from tests.flows.bureau import LIBRARY, MUSEUM, Bureau

ADMIN = "局管理员"


async def test_what_is_done_by_chat_and_at_the_command_line_stands_in_one_log(office: Bureau) -> None:
    await office.say(ADMIN, "让小李当审核员")
    await office.press(ADMIN, "确定")
    await office.records.people.suspend(office.person("小李").id)
    await office.records.people.move(office.person("小周").id, MUSEUM, Role.WRITER)
    said = await office.say(ADMIN, "谁改过小李的权限")
    first, second = said.split("\n")[1:3]
    assert first.endswith("命令行：停用小李")
    assert second.endswith(f"局管理员：小李由{LIBRARY}职工改为{LIBRARY}审核员")
    assert "小周" not in said
    assert f"小周由{LIBRARY}职工改为{MUSEUM}材料员" in await office.say(ADMIN, "权限变动记录")


async def test_nothing_is_written_down_where_nothing_was_done(office: Bureau) -> None:
    before = await office.records.people.moves()
    await office.say(ADMIN, "停用小李")
    assert await office.records.people.suspend("nobody") is False
    assert await office.records.people.moves() == before


@pytest.mark.parametrize("name", ["小李", "馆审核"])
async def test_only_administrators_may_look(office: Bureau, name: str) -> None:
    assert await office.say(name, "权限变动记录") == "这要管理员来办，请找局管理员（县文旅局）。"


async def test_who_came_in_by_a_code_and_what_was_given_back_is_there_too(office: Bureau) -> None:
    await office.say(ADMIN, "让馆审核也管县博物馆")
    told = [one.told for one in await office.records.people.moves()]
    assert told[0] == f"馆审核也管{MUSEUM}"
    assert any("小陈用邀请码加入" in one for one in told)


@pytest.mark.parametrize("words", ["张三改了两处", "谁改的这个数", "谁来过", "单位调整了两次会议室"])
async def test_other_words_are_not_about_the_log(office: Bureau, words: str) -> None:
    assert "权限变动" not in await office.say(ADMIN, words)
