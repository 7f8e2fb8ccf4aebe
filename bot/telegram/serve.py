"""Starting and stopping the bot: polling or webhook, what waits in the inbox first, a calm end on SIGTERM."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import AIORateLimiter, Application, ApplicationBuilder, TypeHandler

from bot.errors import SettingsError, TelegramUnavailable
from bot.log import event
from bot.ports import DoorRecords
from bot.telegram import reminding
from bot.telegram.attempts import Attempts
from bot.telegram.batch import Batch
from bot.telegram.chats import PerChat
from bot.telegram.documents import Uploads
from bot.telegram.enclosing import Enclosing, Printing
from bot.telegram.handling import Handling, Hear, Read, Receive
from bot.telegram.overhear import Overhearing, Stop
from bot.telegram.queue import DurableQueue
from bot.telegram.reminding import Reminders
from bot.telegram.sending import Sender

DRAIN_S = 12.0
POLL_S = 25
UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY]

Bot = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram delivers: the public address, the secret that it must bring, and where we listen."""

    url: str
    secret: str
    listen: str = "127.0.0.1"
    port: int = 8443


@dataclass(frozen=True, slots=True)
class Connection:
    """How Telegram is reached; empty addresses mean Telegram's own."""

    token: str
    url: str = ""
    file_url: str = ""
    webhook: Webhook | None = None
    # Telegram's own limit for all chats together; a Bot API server of one's own may take more.
    sends_a_second: float = 30


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the bot is joined to: the brain, the library's door and the records."""

    records: DoorRecords
    hear: Hear
    receive: Receive
    text: Read
    printing: Printing
    reminders: Reminders
    uploads: Path
    named: Callable[[str], None]
    """Is told the bot's name once it is known."""
    stop: Stop
    """Is told who wants the work that is under way to stop, and which delivery says so."""


async def serve(connection: Connection, rooms: Rooms, *, say: Callable[[str], None]) -> None:
    """Run until SIGTERM or Ctrl-C; what prevents the start is a ShibaoError. `say` tells the console."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    await run(connection, rooms, say=say, stopping=stopping)


async def run(connection: Connection, rooms: Rooms, *, say: Callable[[str], None], stopping: asyncio.Event) -> None:
    """Run until told to stop."""
    _check(connection)
    queue = DurableQueue(rooms.records.inbox)
    chats = PerChat(Overhearing(rooms.records, rooms.stop))
    bot = _application(connection, queue, chats)
    async with _connected(bot):
        rooms.named(bot.bot.username)
        sender = Sender(
            bot.bot,
            rooms.records,
            chats=chats,
            enclosing=Enclosing(bot.bot, rooms.printing),
            resting=rooms.reminders.resting,
        )
        attempts = _attempts(bot, rooms, sender)
        queue.on_refusal(attempts.put_off)
        bot.add_handler(TypeHandler(Batch, lambda batch, _: attempts.run(batch)))
        await bot.start()
        try:
            await sender.catch_up()
            replayed = await queue.replay(bot.bot)
            await _listen(bot, connection, say)
            if bot.job_queue:
                reminding.start(bot.job_queue, rooms.reminders, sender)
            event("serve.started", replayed=replayed)
            say(f"已连上 Telegram（@{bot.bot.username}），等待消息。按 Ctrl-C 停止。")
            await _until(stopping, sender)
        finally:
            chats.close()
            await _stop(bot)
            event("serve.stopped")
    say("已停止。没处理完的消息都已记下，下次启动接着处理。")


def _check(connection: Connection) -> None:
    if connection.webhook and not connection.webhook.secret:
        raise SettingsError("用回调方式必须设置口令 SHIBAO_WEBHOOK_SECRET（字母、数字、- 和 _）。")


def _application(connection: Connection, queue: DurableQueue, chats: PerChat) -> Bot:
    builder = (
        ApplicationBuilder()
        .token(connection.token)
        .update_queue(queue)
        .concurrent_updates(chats)
        .rate_limiter(AIORateLimiter(overall_max_rate=connection.sends_a_second, max_retries=3))
        # A pool for polling of its own: a long poll must not starve the replies.
        .get_updates_connection_pool_size(8)
        .connection_pool_size(32)
        .pool_timeout(10)
    )
    if connection.url:
        builder = builder.base_url(_ending(connection.url, "/bot"))
    if connection.file_url or connection.url:
        builder = builder.base_file_url(_file_url(connection))
    return builder.build()


def _ending(url: str, ending: str) -> str:
    return url.rstrip("/") if url.rstrip("/").endswith(ending) else url.rstrip("/") + ending


def _file_url(connection: Connection) -> str:
    """Beside the Bot API, where a server of one's own serves files too."""
    if connection.file_url:
        return _ending(connection.file_url, "/file/bot")
    return _ending(connection.url, "/bot").removesuffix("/bot") + "/file/bot"


@asynccontextmanager
async def _connected(bot: Bot) -> AsyncIterator[None]:
    try:
        await bot.initialize()
    except InvalidToken:
        await bot.shutdown()
        raise SettingsError("Telegram 令牌不对，请核对 SHIBAO_TELEGRAM_TOKEN。") from None
    except NetworkError:
        await bot.shutdown()
        raise _unreachable() from None
    try:
        yield
    finally:
        await bot.shutdown()


def _unreachable() -> TelegramUnavailable:
    return TelegramUnavailable("连不上 Telegram，请检查网络、代理（HTTPS_PROXY）或 SHIBAO_TELEGRAM_URL。")


def _attempts(bot: Bot, rooms: Rooms, sender: Sender) -> Attempts:
    handling = Handling(
        bot.bot,
        rooms.records,
        hear=rooms.hear,
        uploads=Uploads(bot.bot, rooms.uploads),
        receive=rooms.receive,
        text=rooms.text,
        sender=sender,
    )
    return Attempts(handling, rooms.records, sender)


async def _listen(bot: Bot, connection: Connection, say: Callable[[str], None]) -> None:
    if bot.updater is None:  # only for applications built without one
        raise RuntimeError("no updater")
    try:
        if connection.webhook:
            await _listen_webhook(bot, connection.webhook)
        else:
            await bot.updater.start_polling(
                timeout=POLL_S, allowed_updates=UPDATES, bootstrap_retries=2, error_callback=_Trouble(say)
            )
    except TelegramError:
        raise _unreachable() from None


async def _listen_webhook(bot: Bot, webhook: Webhook) -> None:
    assert bot.updater
    path = "/" + "/".join(webhook.url.split("/")[3:])
    try:
        await bot.updater.start_webhook(
            listen=webhook.listen,
            port=webhook.port,
            url_path=path,
            webhook_url=webhook.url,
            secret_token=webhook.secret,
            allowed_updates=UPDATES,
            bootstrap_retries=2,
        )
    except OSError:
        raise SettingsError(
            f"端口 {webhook.port} 用不了，多半被别的程序占着。请换 SHIBAO_WEBHOOK_PORT，或停掉那个程序。"
        ) from None


class _Trouble:
    """Tells the console of trouble with polling, once for each kind until polling works again."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._told: set[str] = set()

    def __call__(self, error: TelegramError) -> None:
        kind = type(error).__name__
        event("polling.failed", error=kind)
        if kind in self._told:
            return
        self._told.add(kind)
        if isinstance(error, Conflict):
            self._say("同一个令牌另有一个程序在收消息，请停掉其中一个。")
        elif isinstance(error, NetworkError):
            self._say("和 Telegram 的连接断了，正在重试；消息不会丢。")


async def _until(stopping: asyncio.Event, sender: Sender) -> None:
    resending = asyncio.create_task(sender.keep_catching_up())
    try:
        await stopping.wait()
    finally:
        resending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await resending


async def _stop(bot: Bot) -> None:
    """Take nothing more in, finish what is under way if that is quick; the inbox keeps the rest."""
    if bot.updater and bot.updater.running:
        await bot.updater.stop()
    if bot.running:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(bot.stop(), DRAIN_S)
