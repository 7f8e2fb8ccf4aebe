"""The settings, read once from the environment and `.env`; reading has no side effect.

What they are used for is wiring's business. Only the standard library is used: every command pays for this
module, and pydantic alone costs 0.5 s.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from bot.domain.submissions.categories import CATEGORIES
from bot.errors import SettingsError

PREFIX = "SHIBAO_"


class Secret:
    """A value that never shows itself: `str`, `repr` and tracebacks hold stars."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "Secret(***)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)


def _text(value: str) -> str:
    return value


def _path(value: str) -> Path:
    if "\0" in value:
        raise ValueError("不是路径")
    return Path(value).expanduser()


def _names(value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(part.strip() for part in re.split(r"[，,、]", value) if part.strip()))
    if not names:
        raise ValueError("应是用逗号隔开的名称")
    return names


def _url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", value):
        raise ValueError("应是 http:// 或 https:// 开头的网址")
    return value.rstrip("/")


def _database_url(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9+]+://\S+", value):
        raise ValueError("应形如 postgresql+asyncpg://主机/库名")
    return value


def _number(low: int, high: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        if not re.fullmatch(r"\d{1,9}", value) or not low <= int(value) <= high:
            raise ValueError(f"应是 {low} 到 {high} 之间的整数")
        return int(value)

    return parse


def _hours(value: str) -> tuple[int, int]:
    """Minutes of the day at which quiet hours begin and end."""
    found = re.fullmatch(r"(\d{1,2})(?:[:：](\d{2}))?\s*[-—~至到]+\s*(\d{1,2})(?:[:：](\d{2}))?", value)
    hours = [int(part or 0) for part in found.groups()] if found else []
    if not hours or hours[0] > 24 or hours[2] > 24 or hours[1] > 59 or hours[3] > 59:
        raise ValueError("应形如 22:00-08:00；0-0 表示没有")
    return hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]


def _yes(value: str) -> bool:
    if value not in ("是", "否", "1", "0", "true", "false"):
        raise ValueError("应是“是”或“否”")
    return value in ("是", "1", "true")


def _as(parse: Callable[[str], Any], meaning: str) -> dict[str, Any]:
    return {"parse": parse, "meaning": meaning}


@dataclass(frozen=True, slots=True)
class Settings:
    """One field a variable: `home` is SHIBAO_HOME, and so on."""

    home: Path = field(default=Path("data"), metadata=_as(_path, "数据目录"))
    unit: str = field(default="", metadata=_as(_text, "本单位名称，用作信息的主体"))
    report_limit: int = field(default=400, metadata=_as(_number(100, 5000), "一篇信息最多多少字"))
    categories: tuple[str, ...] = field(default=CATEGORIES, metadata=_as(_names, "报送类别，用逗号隔开"))
    quiet_hours: tuple[int, int] = field(
        default=(22 * 60, 8 * 60), metadata=_as(_hours, "这段时间不发提醒，如 22:00-08:00")
    )
    quiet_weekends: bool = field(default=True, metadata=_as(_yes, "周末不发提醒：是或否"))
    telegram_token: Secret | None = field(default=None, metadata=_as(Secret, "Telegram 机器人令牌"))
    telegram_url: str = field(default="", metadata=_as(_url, "Bot API 服务地址"))
    telegram_file_url: str = field(default="", metadata=_as(_url, "Bot API 文件地址"))
    webhook_url: str = field(default="", metadata=_as(_url, "对外的回调网址，设了就用回调方式"))
    webhook_secret: Secret | None = field(default=None, metadata=_as(Secret, "回调口令，用回调方式时必须设"))
    webhook_listen: str = field(default="127.0.0.1", metadata=_as(_text, "回调监听地址"))
    webhook_port: int = field(default=8443, metadata=_as(_number(1, 65535), "回调监听端口"))
    model_url: str = field(default="", metadata=_as(_url, "大模型服务地址（OpenAI 兼容）"))
    model: str = field(default="", metadata=_as(_text, "大模型名称"))
    model_key: Secret | None = field(default=None, metadata=_as(Secret, "大模型密钥"))
    model_timeout: int = field(default=30, metadata=_as(_number(1, 600), "一次大模型写作最多等多少秒"))
    watch: Path | None = field(default=None, metadata=_as(_path, "服务时盯着的文件夹，有变化就收进资料库"))
    database_url: str = field(default="", metadata=_as(_database_url, "记录库地址，不设用数据目录里的 SQLite"))
    chroma_url: str = field(default="", metadata=_as(_url, "Chroma 服务地址，不设用内嵌"))


def variable(name: str) -> str:
    """The variable that sets a field."""
    return PREFIX + name.upper()


def read_env_file(path: Path) -> dict[str, str]:
    """KEY=VALUE a line; quotes, comments and a leading `export` are understood. No file, no settings."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"读不了设置文件 {path}：请检查权限，并存为 UTF-8 编码。") from None
    values = {}
    for line in lines:
        found = re.match(r"\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$", line)
        if found:
            values[found[1]] = _unquoted(found[2])
    return values


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return re.sub(r"(^|\s+)#.*$", "", value)


def load(environment: Mapping[str, str] | None = None, env_file: Path = Path(".env")) -> Settings:
    """The settings of this run; the environment wins over the file. A wrong value raises SettingsError."""
    given = {**read_env_file(env_file), **(os.environ if environment is None else environment)}
    values: dict[str, Any] = {}
    for item in fields(Settings):
        text = given.get(variable(item.name), "").strip()
        if not text:
            continue
        try:
            values[item.name] = item.metadata["parse"](text)
        except ValueError as problem:
            raise SettingsError(f"设置 {variable(item.name)} 的值不对：{problem}。") from None
    return Settings(**values)


def unknown(environment: Mapping[str, str] | None = None, env_file: Path = Path(".env")) -> tuple[str, ...]:
    """Variables that start with SHIBAO_ and set nothing, most likely misspelt."""
    known = {variable(item.name) for item in fields(Settings)}
    given = {**read_env_file(env_file), **(os.environ if environment is None else environment)}
    return tuple(sorted(name for name in given if name.startswith(PREFIX) and name not in known))
