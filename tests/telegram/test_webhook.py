"""The webhook takes nothing without its secret, and answers 200 only for what is written down."""

import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.domain.talk.door import Delivery
from bot.errors import SettingsError, StorageError
from bot.records.open import Records
from bot.telegram.attempts import WAITING
from bot.telegram.serve import Webhook
from tests.fakes.door import listening
from tests.fakes.telegram import STAFF, Telegram, until

SECRET = "a-secret-of-the-webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def webhook(telegram: Telegram, records: Records, tmp_path: Path) -> AsyncIterator[Webhook]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    hook = Webhook(f"http://127.0.0.1:{port}/tg/here", SECRET, port=port)
    async with listening(telegram, records, tmp_path, hook):
        yield hook


async def post(webhook: Webhook, update: dict[str, Any], secret: str | None = SECRET) -> int:
    headers = {HEADER: secret} if secret is not None else {}
    async with (
        aiohttp.ClientSession() as client,
        client.post(webhook.url, json=update, headers=headers) as answer,
    ):
        return answer.status


async def test_messages_arrive_through_the_webhook(webhook: Webhook, telegram: Telegram) -> None:
    reply = await telegram.expect(telegram.say(STAFF, "送书320册"))
    assert reply["text"] == "记下：送书320册"


async def test_without_the_secret_nothing_is_taken(webhook: Webhook, telegram: Telegram, records: Records) -> None:
    update = {"update_id": 1, "message": telegram.message(STAFF, text="假的")}
    assert [await post(webhook, update, secret) for secret in (None, "", "wrong", SECRET + "x")] == [403] * 4
    async with records.store.reading() as connection:
        assert (await connection.exec_driver_sql("SELECT count(*) FROM inbox")).scalar() == 0


async def test_an_update_that_comes_five_times_is_handled_once(webhook: Webhook, telegram: Telegram) -> None:
    update = {"update_id": 7, "message": telegram.message(STAFF, text="送书")}
    assert [await post(webhook, update) for _ in range(5)] == [200] * 5
    await telegram.expect(telegram.say(STAFF, "完"))
    assert telegram.sent() == ["记下：送书", "记下：完"]


async def test_what_cannot_be_written_down_is_not_acknowledged(
    webhook: Webhook, telegram: Telegram, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = records.inbox.put

    async def full(delivery: Delivery) -> bool:
        raise StorageError("磁盘满了")

    update = {"update_id": 8, "message": telegram.message(STAFF, text="送书")}
    monkeypatch.setattr(records.inbox, "put", full)
    assert await post(webhook, update) == 500
    monkeypatch.setattr(records.inbox, "put", put)
    assert await post(webhook, update) == 200
    await until(lambda: telegram.sent() == [WAITING, "记下：送书"])


async def test_a_webhook_without_a_secret_is_refused(
    telegram: Telegram, records: Records, tmp_path: Path, webhook: Webhook
) -> None:
    with pytest.raises(SettingsError, match="SHIBAO_WEBHOOK_SECRET"):
        async with listening(telegram, records, tmp_path, replace(webhook, secret="")):
            raise AssertionError("it started")
