"""A short visit to a data folder, beside the running bot: its records, proving its logs, putting it away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.errors import InputError, StorageError
from bot.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from bot.records.open import Records


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
