"""What `shibao admin` does: pairing codes and people. A short visit: the running bot keeps the folder."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING

from bot.domain.submissions.people import Role
from bot.domain.submissions.staff_orders import ROLES
from bot.doorplate import Doorplate
from bot.errors import InputError, StorageError
from bot.settings import Settings
from bot.wiring import NAMELESS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.domain.submissions.people import Unit
    from bot.records.open import Records

UNKNOWN = "没有编号为 {id} 的人：用 shibao admin people 查看。"


@asynccontextmanager
async def visit(settings: Settings) -> "AsyncIterator[Records]":
    """The records, open beside the running bot."""
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
    async with visit(settings) as records:
        code = await records.people.invite(unit.strip(), Role(role))
    told = f"邀请码 {code}（{unit.strip()}，{ROLES[Role(role)]}；7 天内有效，只能用一次）。"
    told += "请对方在 Telegram 里发给机器人。"
    link = Doorplate(settings.home).link(code)
    return f"{told}\n也可以让对方直接点：{link}" if link else told


async def move(settings: Settings, person_id: str, *, unit: str, role: str) -> str:
    """Another unit and role for a person, from their next message on."""
    if role not in list(Role):
        raise InputError(f"没有角色 {role}：可用 {'、'.join(Role)}。")
    if not unit.strip():
        raise InputError("请写单位名称，如 --unit 县图书馆。")
    async with visit(settings) as records:
        if not await records.people.move(person_id, unit.strip(), Role(role)):
            raise InputError(UNKNOWN.format(id=person_id))
    return f"{person_id} 已调到{unit.strip()}，{ROLES[Role(role)]}。"


async def units(settings: Settings, *, place: str, under: str) -> str:
    """The tree of units, after putting one in its place where asked."""
    async with visit(settings) as records:
        if place:
            await records.units.place(place, under)
        known = await records.units.all()
    return "\n".join(_tree(known, "", 0)) or "还没有单位。用 shibao admin invite --unit 单位 建一个。"


def _tree(known: "Sequence[Unit]", parent: str, depth: int) -> list[str]:
    lines = []
    for unit in known:
        if unit.parent == parent:
            lines += [f"{'  ' * depth}{unit.name}", *_tree(known, unit.id, depth + 1)]
    return lines


async def oversee(settings: Settings, person_id: str, *, unit: str) -> str:
    """One more unit for an editor."""
    async with visit(settings) as records:
        await records.units.oversee(person_id, unit)
    return f"{person_id} 现在也管{unit.strip()}。"


async def verify(settings: Settings) -> tuple[list[str], bool]:
    """What the log proves: lines for the person, and whether all is sound."""
    from bot.records.verify import verify as prove

    async with visit(settings) as records:
        verdict = await prove(records.store)
    told = "，".join(f"{state} {number}" for state, number in verdict.tally.items()) or "还没有报送"
    lines = [f"✓ 定稿 {verdict.reports} 份，日志 {verdict.events} 条；{told}。"]
    if verdict.items:
        told = "，".join(f"{state} {number}" for state, number in verdict.items.items())
        lines.append(f"✓ 台账 {sum(verdict.items.values())} 项，日志 {verdict.entries} 条；{told}。")
    if verdict.faults:
        lines = [f"✗ {fault}" for fault in verdict.faults]
    return lines, not verdict.faults


def back_up(settings: Settings, target: "Path") -> str:
    """One file to put away, made beside the running bot."""
    from bot.clock import wall_now
    from bot.records.backup import back_up as keep

    _need_sqlite(settings)
    kept = keep(settings.home, target, now=wall_now())
    told = f"已备份到 {target}：{kept.files} 个文件，{kept.size / 1_048_576:.1f} 兆。"
    return told + "里面有同事说过的原话和收进的文件，请放在安全的地方。令牌和密钥不在里面。"


def restore(settings: Settings, source: "Path") -> str:
    """A backup put into an empty data folder."""
    from bot.records.backup import restore as put_back

    _need_sqlite(settings)
    kept = put_back(settings.home, source)
    return f"已恢复到 {settings.home}：{kept.at:%Y年%m月%d日%H:%M} 的备份，{kept.files} 个文件。检索库下次启动时重建。"


def _need_sqlite(settings: Settings) -> None:
    if settings.database_url:
        raise InputError("记录在 SHIBAO_DATABASE_URL 的数据库里，请用数据库自己的备份（如 pg_dump）。")


async def people(settings: Settings) -> str:
    """Everyone who was let in."""
    async with visit(settings) as records:
        everyone = await records.people.everyone()
    lines = [
        f"{one.id}  {one.name}  {one.unit.name}  {ROLES[one.role]}{'' if one.active else '（已停用）'}"
        for one in everyone
    ]
    return "\n".join(lines) or "还没有人。用 shibao admin invite --unit 单位 生成邀请码。"


async def log(settings: Settings, person: str) -> str:
    """Who changed whose rights, newest first; of one person, by number or name, where asked."""
    from bot.flows.staff_words import move_line

    async with visit(settings) as records:
        seen = await records.people.moves()
        named = [one.id for one in await records.people.everyone() if person in (one.id, one.name)]
    if person and not named:
        raise InputError(UNKNOWN.format(id=person))
    lines = [move_line(one) for one in seen if not person or one.person_id in named]
    return "\n".join(lines) or "还没有权限变动记录。"


async def suspend(settings: Settings, person_id: str, *, active: bool = False) -> str:
    """Keep a person out from their next message on, or let them back in."""
    async with visit(settings) as records:
        if not await records.people.suspend(person_id, active=active):
            raise InputError(UNKNOWN.format(id=person_id))
    return f"已{'恢复' if active else '停用'} {person_id}。"


async def wordings(settings: Settings, unit: str) -> str:
    """The house wordings that hold for a unit."""
    named = await _named(settings, unit)
    async with visit(settings) as records:
        rules = await records.house.of(named)
    lines = [rule.told() + ("" if rule.unit.name == named else f"（{rule.unit.name}定的）") for rule in rules]
    return "\n".join(lines) or f"{named}还没有用语规矩。用 shibao admin wording ban 定一条。"


async def set_wording(settings: Settings, unit: str, word: str, instead: str) -> str:
    """A new house wording."""
    from bot.domain.house.house_style import checked

    word, instead = checked(word, instead)
    named = await _named(settings, unit)
    async with visit(settings) as records:
        await records.house.change(named, word=word, instead=instead)
    return f"定了：{named}" + (f"“{word}”写成“{instead}”。" if instead else f"不写“{word}”。")


async def drop_wording(settings: Settings, unit: str, word: str) -> str:
    """A house wording taken back."""
    named = await _named(settings, unit)
    async with visit(settings) as records:
        await records.house.change(named, word=word.strip('“”" '), drop=True)
    return f"取消了：{named}“{word}”那一条。"


async def _named(settings: Settings, unit: str) -> str:
    """The unit meant; this machine's own is made where nobody used it yet."""
    if unit.strip():
        return unit.strip()
    async with visit(settings) as records:
        return (await records.people.terminal(settings.unit or NAMELESS)).unit.name


async def picture(settings: Settings, target: "Path", *, year: int, by_unit: bool) -> str:
    """The year's reports as a PNG: adopted ones by category and month, or adopted and returned ones of each unit."""
    from bot.domain.submissions import pictures
    from bot.export.paper import printed

    async with visit(settings) as records:
        names = {unit.id: unit.name for unit in await records.units.all()}
        found = await records.log.among(list(names))
    wanted = pictures.Wanted(f"{year}年", date(year, 1, 1), date(year, 12, 31))
    adopted = pictures.adopted(pictures.inside(wanted, found))
    _, data = printed(
        pictures.roll(wanted, found, names) if by_unit else pictures.chart(wanted, found, settings.categories)
    )
    try:
        target.write_bytes(data)
    except OSError as error:
        raise InputError(f"写不了 {target}，请检查路径和权限。") from error
    return f"{target}：{year}年采用 {len(adopted)} 篇。"
