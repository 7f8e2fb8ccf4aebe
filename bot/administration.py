"""What `shibao admin` does: pairing codes and people. A short visit: the running bot keeps the folder."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.domain.people import Role
from bot.errors import InputError, StorageError
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.records.open import Records

ROLES = {Role.ADMIN: "管理员", Role.EDITOR: "审核员", Role.WRITER: "材料员", Role.STAFF: "职工"}


@asynccontextmanager
async def _visit(settings: Settings) -> "AsyncIterator[Records]":
    from bot.records.open import open_records

    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"数据目录 {settings.home} 建不了，请检查权限，或用 SHIBAO_HOME 另指一个。") from error
    records = await open_records(settings.home, settings.database_url or None, own=False)
    try:
        yield records
    finally:
        await records.close()


async def invite(settings: Settings, *, unit: str, role: str) -> str:
    """A pairing code for one person of the unit."""
    if role not in list(Role):
        raise InputError(f"没有角色 {role}：可用 {'、'.join(Role)}。")
    if not unit.strip():
        raise InputError("请写单位名称，如 --unit 县图书馆。")
    async with _visit(settings) as records:
        code = await records.people.invite(unit.strip(), Role(role))
    told = f"邀请码 {code}（{unit.strip()}，{ROLES[Role(role)]}；7 天内有效，只能用一次）。"
    return told + "请对方在 Telegram 里发给机器人。"


async def people(settings: Settings) -> str:
    """Everyone who was let in."""
    async with _visit(settings) as records:
        everyone = await records.people.everyone()
    lines = [
        f"{one.id}  {one.name}  {one.unit.name}  {ROLES[one.role]}{'' if one.active else '（已停用）'}"
        for one in everyone
    ]
    return "\n".join(lines) or "还没有人。用 shibao admin invite --unit 单位 生成邀请码。"


async def suspend(settings: Settings, person_id: str) -> str:
    """Keep a person out from their next message on."""
    async with _visit(settings) as records:
        if not await records.people.suspend(person_id):
            raise InputError(f"没有编号为 {person_id} 的人：用 shibao admin people 查看。")
    return f"已停用 {person_id}。"
