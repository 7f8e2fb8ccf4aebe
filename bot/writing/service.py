"""One guarded conversation with an OpenAI-compatible service through LangChain.

A total deadline, retries within a budget and a breaker stand around it, and nothing but ModelError and its
kinds comes out. What is said lives in prompts/ and model.py; what a failure means in failures.py.
"""

import asyncio
import functools
import importlib
import logging
import re
import ssl
import time
import warnings
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, SecretStr, ValidationError

from bot import log
from bot.errors import ModelError, ModelGarbled, ModelUnavailable, SettingsError
from bot.writing.breaker import Breaker, Clock, RetryBudget
from bot.writing.failures import FILTERED_FINISH, MALFORMED, Failure, ReplyTooLarge, diagnose, refusal

if TYPE_CHECKING:
    import httpx2
    from langchain_core.messages import BaseMessage
    from langchain_openai import ChatOpenAI

Message = tuple[Literal["system", "user", "assistant"], str]
Schema = TypeVar("Schema", bound=BaseModel)

LARGEST_BODY = 2_000_000
LONGEST_TEXT = 60_000
LONGEST_QUIET = 600.0
ATTEMPTS = 5

# OpenAI-compatible services differ in what they accept: OpenAI, vLLM and llama.cpp hold to a JSON schema,
# DeepSeek only to "some JSON", others to neither, and reasoning models refuse a temperature.
_DIALECTS = ("schema", "json", "plain")


class ModelService:
    """The model behind one URL. Costs nothing until the first session or `warm`."""

    def __init__(
        self,
        *,
        url: str,
        model: str,
        key: SecretStr | None = None,
        deadline: float = 30.0,
        backoff: float = 0.3,
        clock: Clock = time.monotonic,
    ) -> None:
        self.model = model
        self._url = _checked(url)
        self._key = key
        self._deadline = deadline
        self.backoff = backoff
        self.breaker = Breaker(clock=clock)
        self.budget = RetryBudget()
        self.dialect = 0
        self.quiet_until = 0.0

    async def warm(self) -> None:
        """Import the libraries (2 to 3 s) in a thread, so that the first draft does not wait for them."""
        await asyncio.to_thread(_import_libraries)

    @asynccontextmanager
    async def session(self) -> AsyncIterator["Session"]:
        """A conversation under one total deadline, repairs and retries included.

        The HTTP client lives as long as the session: none is left open, and no event loop is remembered.
        """
        ticket = self.breaker.admit()
        due = time.monotonic() + self._deadline
        try:
            async with asyncio.timeout(self._deadline):
                await self.warm()
                async with _http_client() as http:
                    yield Session(self, self._chat(http), probe=ticket is not None, due=due)
        except TimeoutError:
            log.event("model.deadline", seconds=self._deadline)
            self.breaker.failed()
            raise ModelUnavailable("模型服务超时，请稍后再试。") from None
        finally:
            self.breaker.left(ticket)

    def _chat(self, http: "httpx2.AsyncClient") -> "ChatOpenAI":
        from langchain_openai import ChatOpenAI

        return ChatOpenAI(
            model=self.model,
            base_url=self._url,
            api_key=self._key or SecretStr("none"),
            http_async_client=http,
            openai_proxy="",  # an OPENAI_PROXY in the shell would be refused beside our client
            max_retries=0,
            timeout=self._deadline,
        )


class Session:
    """Asks, one after the other, of one conversation. Made by ModelService.session."""

    def __init__(self, service: ModelService, chat: "ChatOpenAI", *, probe: bool, due: float) -> None:
        self._service = service
        self._chat = chat
        self._attempts = 1 if probe else ATTEMPTS
        self._due = due

    async def ask(self, messages: Sequence[Message], schema: type[Schema]) -> Schema:
        """The reply, parsed strictly as `schema`. Raises ModelGarbled for a reply of another shape."""
        text = await self._text(messages, schema)
        return parse(text, schema)

    async def _text(self, messages: Sequence[Message], schema: type[BaseModel]) -> str:
        attempt = 1
        while True:
            await self._quiet()
            reply = await self._call(messages, schema)
            if isinstance(reply, str):
                self._service.breaker.succeeded()
                self._service.budget.earn()
                self._attempts = ATTEMPTS
                return reply
            if reply.simpler and self._service.dialect + 1 < len(_DIALECTS):
                self._service.dialect += 1
                continue
            if not self._again(reply, attempt):
                self._give_up(reply)
            await asyncio.sleep(self._service.backoff * 2 ** (attempt - 1))
            attempt += 1

    async def _quiet(self) -> None:
        """Hold every call, of whichever conversation, until the time that the service itself asked for."""
        wait = self._service.quiet_until - time.monotonic()
        if wait <= 0:
            return
        if time.monotonic() + wait >= self._due:
            raise ModelUnavailable("模型服务太忙，请稍后再试。")
        await asyncio.sleep(wait)

    def _again(self, failure: Failure, attempt: int) -> bool:
        now = time.monotonic()
        if failure.wait:
            until = now + min(failure.wait, LONGEST_QUIET)
            self._service.quiet_until = max(self._service.quiet_until, until)
        next_call = max(self._service.quiet_until, now + self._service.backoff * 2 ** (attempt - 1))
        in_time = next_call < self._due
        return failure.again and attempt < self._attempts and in_time and self._service.budget.spend()

    def _give_up(self, failure: Failure) -> NoReturn:
        log.event("model.failed", error=type(failure.error).__name__)
        if failure.alive:
            self._service.breaker.succeeded()
        else:
            self._service.breaker.failed()
        raise failure.error

    async def _call(self, messages: Sequence[Message], schema: type[BaseModel]) -> str | Failure:
        from langsmith import tracing_context
        from openai import OpenAIError

        options = _options(_DIALECTS[self._service.dialect], schema)
        try:
            # A tracing variable in someone's shell must not send the notes to a third party.
            with tracing_context(enabled=False):
                return _content(await self._chat.bind(**options).ainvoke(list(messages)))
        except (OpenAIError, ReplyTooLarge, *MALFORMED) as error:
            return diagnose(error)


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        sound = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise SettingsError("SHIBAO_MODEL_URL 不是网址，应像 https://例.cn/v1。")
    return url


def _options(dialect: str, schema: type[BaseModel]) -> Mapping[str, Any]:
    if dialect == "plain":
        return {}
    if dialect == "json":
        return {"temperature": 0, "response_format": {"type": "json_object"}}
    form = {"name": schema.__name__, "strict": True, "schema": schema.model_json_schema()}
    return {"temperature": 0, "response_format": {"type": "json_schema", "json_schema": form}}


def _content(message: "BaseMessage") -> str | Failure:
    finish = message.response_metadata.get("finish_reason")
    text = message.content if isinstance(message.content, str) else ""
    if finish in FILTERED_FINISH or message.additional_kwargs.get("refusal") or not text.strip():
        return refusal()
    if finish == "length":
        return Failure(ModelGarbled("没有写完就断了，请写得更短"))
    if len(text) > LONGEST_TEXT:
        return Failure(ModelError("模型的回复太长，没有采用。"))
    return text


def parse(text: str, schema: type[Schema]) -> Schema:
    """One JSON object of exactly this schema; thoughts before it and words around it are cut off.

    LangChain's own parsers complete JSON that was cut short, which would pass half a report for a whole one.
    """
    text = re.sub(r"<think>.*?(</think>|\Z)", "", text, flags=re.DOTALL)
    text = text.rpartition("</think>")[2]
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ModelGarbled("没有给出 JSON 对象")
    try:
        return schema.model_validate_json(text[start : end + 1], strict=True)
    except ValidationError as error:
        where = "、".join(".".join(map(str, item["loc"])) or "全文" for item in error.errors()[:3])
        raise ModelGarbled(f"JSON 不合格式，出错的位置：{where}") from None


def _http_client() -> "httpx2.AsyncClient":
    import httpx2

    async def cap(response: httpx2.Response) -> None:
        stream = response.stream
        if isinstance(stream, httpx2.AsyncByteStream):
            response.stream = _capped(stream)

    return httpx2.AsyncClient(timeout=None, verify=_certificates(), event_hooks={"response": [cap]})


@functools.cache
def _certificates() -> ssl.SSLContext:
    """Reading the certificates takes 30 ms, so once, and in the thread that imports."""
    import httpx2

    return httpx2.create_ssl_context()


def _capped(stream: "httpx2.AsyncByteStream") -> "httpx2.AsyncByteStream":
    import httpx2

    class Capped(httpx2.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            size = 0
            async for chunk in stream:
                size += len(chunk)
                if size > LARGEST_BODY:
                    raise ReplyTooLarge
                yield chunk

        async def aclose(self) -> None:
            await stream.aclose()

    return Capped()


def _import_libraries() -> None:
    """Also keeps the libraries from logging request bodies (openai does at DEBUG) and warning in English."""
    for name in ("langchain_openai", "httpx2"):
        importlib.import_module(name)
    _certificates()
    for name in ("openai", "httpx2", "httpcore2", "langchain_core", "langchain_openai"):
        logging.getLogger(name).setLevel(logging.WARNING)
    warnings.filterwarnings("ignore", module=r"langchain_openai\.")
