"""A Bot API server in the test's own process: lo-bot-api-emulator, as strict as Telegram where it counts.

What is stricter here is ours, so no independent evidence: old callback queries, blocked users and wrong
tokens are refused, and groups are supergroups.
"""

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Any

import lo_bot_api_emulator as lo
import lo_bot_api_emulator.updates as lo_updates
from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator

from tests.fakes.account import BOT_ID, TOKEN, USERNAME

# Accounts that the tests use: two who were let in, one who was not, and a group.
STAFF, EDITOR, STRANGER = 100, 200, 900
GROUP = -1_000

# Parameters of Telegram that the emulator's contract does not know; it would refuse the whole call.
_UNKNOWN_TO_IT = {"link_preview_options", "message_thread_id", "protect_content"}

lo_updates.KINDS |= {"edited_message", "channel_post", "my_chat_member"}
lo_updates.ALLOWED_UPDATE_TYPES |= {"guest_message", "managed_bot", "chat_owner_left"}


class Telegram(LoBotApiEmulator):
    """Users act through say(), send(), press(); what the bot did is in `calls`, oldest first."""

    def __init__(self, token: str = TOKEN) -> None:
        super().__init__(max_updates=10_000, allow_insecure_loopback_webhooks=True)
        self.token = token
        self.port = 0
        self.calls: list[dict[str, Any]] = []
        self.blocked: set[int] = set()
        self._refusals: dict[str, list[ApiRefusal]] = {}
        self._queries: set[str] = set()
        self._numbers = itertools.count(1_000)
        # Never the ids of another server in the same test: to the inbox they would be redeliveries.
        self._update_queues._state(token).next_id = time.monotonic_ns() // 1_000
        self._poll, self._update_queues.poll = self._update_queues.poll, self._poll_in_turn

    async def _poll_in_turn(self, token: str, fields: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
        """A client that hangs up is noticed after 100 ms; its next poll is no conflict with that."""
        state = self._update_queues._state(token)
        for _ in range(60):
            if not state.polling:
                break
            async with state.condition:
                state.condition.notify_all()
            await asyncio.sleep(0.005)
        return list(await self._poll(token, fields, **more))

    # What the bot calls.

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            answer = {"ok": False, "error_code": 401, "description": "Unauthorized"}
            return web.json_response(answer, status=401)
        return await super().handle(request)

    def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        said = dict(fields)
        self._refuse(method, said)
        known = set((lo.CONTRACT["methods"].get(method) or {}).get("parameters") or [])
        for name in _UNKNOWN_TO_IT - known:
            fields.pop(name, None)
        result = super().validate(method, fields, uploads)
        if method == "getMe":
            result |= {"username": USERNAME, "id": BOT_ID, "is_bot": True}
        if isinstance(result, dict) and "message_id" in result:
            result["date"] = int(time.time())
            if int(said["chat_id"]) < 0:
                result["chat"] |= {"type": "supergroup", "title": "群"}
        if method not in ("getMe", "getUpdates"):
            self.calls.append({"method": method, **said, "result": result})
        return result

    def _refuse(self, method: str, said: dict[str, Any]) -> None:
        if self._refusals.get(method):
            raise self._refusals[method].pop(0)
        if str(said.get("chat_id", "")).lstrip("-").isdigit() and int(said["chat_id"]) in self.blocked:
            raise ApiRefusal("Forbidden: bot was blocked by the user", 403)
        if method == "answerCallbackQuery":
            if said["callback_query_id"] not in self._queries:
                raise ApiRefusal("Bad Request: query is too old and response timeout expired")
            self._queries.discard(said["callback_query_id"])

    def refuse_next(self, method: str, description: str, status: int = 400, **parameters: int) -> None:
        """Refuse the bot's next call of the method."""
        self._refusals.setdefault(method, []).append(ApiRefusal(description, status, parameters or None))

    def flood(self, method: str, seconds: int = 1) -> None:
        """Answer the next call with 429."""
        self.refuse_next(method, f"Too Many Requests: retry after {seconds}", 429, retry_after=seconds)

    # What users do.

    async def say(self, user: int, text: str, *, chat: int | None = None, **more: Any) -> dict[str, Any]:
        """Send a text; the message is given back."""
        message = self.message(user, chat, text=text, **more)
        await self.push(message=message)
        return message

    async def edit(self, message: dict[str, Any], text: str) -> None:
        """Change a text that was sent."""
        await self.push(edited_message={**message, "text": text, "edit_date": message["date"] + 5})

    async def send(
        self, user: int, kind: str, data: bytes = b"x", *, chat: int | None = None, **more: Any
    ) -> dict[str, Any]:
        """Send a photo, document, voice…; `more` are fields of the message, `file` fields of the file."""
        file = more.pop("file", {})
        reference = f"{kind}-{next(self._numbers)}"
        self.assets[reference] = {"filename": reference, "data": data, "size": len(data)}
        item = {"file_id": reference, "file_unique_id": reference, "file_size": len(data), **file}
        if kind in ("voice", "audio", "video", "video_note"):
            item |= {"duration": 1, "width": 9, "height": 9, "length": 9}
        value = [{"width": 9, "height": 9, **item}] if kind == "photo" else item
        message = self.message(user, chat, **{kind: value}, **more)
        await self.push(message=message)
        return message

    async def press(self, user: int, call: dict[str, Any], label: str, *, old: bool = False) -> None:
        """Press the button with that label under a message of the bot."""
        query = f"query-{next(self._numbers)}"
        if not old:
            self._queries.add(query)
        await self.push(
            callback_query={
                "id": query,
                "from": _user(user),
                "chat_instance": "1",
                "data": buttons(call)[label],
                "message": call["result"],
            }
        )

    def message(self, user: int, chat: int | None = None, **content: Any) -> dict[str, Any]:
        """A message as Telegram would describe it, with the entities that the client marks."""
        where = {"id": user, "type": "private", "first_name": f"用户{user}"}
        if chat is not None and chat < 0:
            where = {"id": chat, "type": "supergroup", "title": "群"}
        text = content.get("text") or content.get("caption") or ""
        marks = list(_marks(text))
        if marks:
            content["entities" if content.get("text") else "caption_entities"] = marks
        head = {"message_id": next(self._numbers), "date": int(time.time())}
        return {**head, "chat": where, "from": _user(user), **content}

    async def push(self, **update: Any) -> int:
        """Queue an update; its id is given back."""
        return int(await self.enqueue_update(update, token=self.token))

    async def push_twice(self, **update: Any) -> None:
        """Queue an update that arrives a second time, as after a lost answer."""
        state = self._update_queues._state(self.token)
        async with state.condition:
            number = state.next_id
            state.next_id += 1
            state.updates += [{**update, "update_id": number}, {**update, "update_id": number}]
            state.condition.notify_all()

    def pending(self) -> int:
        """Updates that the bot has not confirmed."""
        return int(self._update_queues.info(self.token)["pending_update_count"])

    # What tests look at.

    def sent(self, chat: int | None = None) -> list[str]:
        """Texts that the bot sent, to one chat or to all."""
        return [
            call["text"]
            for call in self.calls
            if call["method"] == "sendMessage" and chat in (None, int(call["chat_id"]))
        ]

    async def expect(self, act: Awaitable[Any], method: str = "sendMessage", *, within: float = 6) -> dict[str, Any]:
        """Let a user act and wait for the bot's next call of the method."""
        seen = len(self.calls)
        await act
        await until(lambda: any(call["method"] == method for call in self.calls[seen:]), within)
        return next(call for call in self.calls[seen:] if call["method"] == method)

    async def expect_nothing(self, act: Awaitable[Any], *, for_s: float = 0.6) -> None:
        """Let a user act and see that the bot says nothing, though it took the update."""
        seen = len(self.sent())
        await act
        await until(lambda: self.pending() == 0, 6)
        await asyncio.sleep(for_s)
        assert self.sent()[seen:] == []


async def until(holds: Any, within: float = 6) -> None:
    """Wait until the condition holds."""
    end = time.monotonic() + within
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        await asyncio.sleep(0.005)


def buttons(call: dict[str, Any]) -> dict[str, str]:
    """Label to callback data of the buttons under a message of the bot."""
    markup = call.get("reply_markup") or {"inline_keyboard": []}
    markup = json.loads(markup) if isinstance(markup, str) else markup
    return {item["text"]: item["callback_data"] for row in markup["inline_keyboard"] for item in row}


@asynccontextmanager
async def running(telegram: Telegram) -> AsyncIterator[Telegram]:
    """Listen on a free loopback port."""
    runner = web.AppRunner(telegram.app(), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", telegram.port)
    await site.start()
    telegram.port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
    try:
        yield telegram
    finally:
        await runner.cleanup()


def _user(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": f"用户{user}"}


def _marks(text: str) -> Any:
    if text.startswith("/"):
        yield {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
    at = text.find(f"@{USERNAME}")
    if at >= 0 and not text.startswith("/"):
        yield {"type": "mention", "offset": at, "length": len(USERNAME) + 1}
