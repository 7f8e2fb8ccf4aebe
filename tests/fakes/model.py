"""An OpenAI-compatible model service on loopback that says what a test tells it to, also the wrong things.

`enqueue` the next replies in order, or set `otherwise` for every call that no queued reply waits for;
`history` holds the requests. It runs in threads of its own, so asyncio tests and child processes can use it.
"""

import contextlib
import json
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

Body = dict[str, Any]
Reply = Callable[["Exchange"], None]
Words = Callable[[Body], object]


@dataclass(frozen=True)
class Request:
    """What was asked: the JSON body, the headers, and when (monotonic seconds)."""

    body: Body
    headers: Mapping[str, str]
    at: float

    @property
    def text(self) -> str:
        """All messages as one text."""
        return "\n".join(str(message["content"]) for message in self.body["messages"])


class Exchange(BaseHTTPRequestHandler):
    """One call. Replies write to it."""

    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.owner.record(Request(body, headers, time.monotonic()))
        self.body = body
        self.close_connection = True
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            reply(self)

    def start(self, status: int, length: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": "application/json"} | dict(headers)).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.send_header("Connection", "close")
        self.end_headers()

    def stopped(self, seconds: float) -> bool:
        return self.server.owner.stopping.wait(seconds)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on standard error."""


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    request_queue_size = 64
    owner: "ModelServer"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is not worth a line."""


class ModelServer:
    """`with ModelServer() as server:` then point the product at `server.url`."""

    def __init__(self, otherwise: Reply | None = None) -> None:
        self.history: list[Request] = []
        self.otherwise = otherwise or status(500)
        self.stopping = threading.Event()
        self._queue: deque[Reply] = deque()
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def enqueue(self, *replies: Reply) -> None:
        self._queue.extend(replies)

    def record(self, request: Request) -> Reply:
        with self._lock:
            self.history.append(request)
            return self._queue.popleft() if self._queue else self.otherwise

    def __enter__(self) -> "ModelServer":
        self._http = _Server(("127.0.0.1", 0), Exchange)
        self._http.owner = self
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


def completion(text: str | None, *, finish: str = "stop", **message: Any) -> Body:
    """A chat completion as OpenAI words it."""
    choice = {
        "index": 0,
        "finish_reason": finish,
        "message": {"role": "assistant", "content": text} | message,
    }
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    head = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "scripted"}
    return head | {"choices": [choice], "usage": usage}


def raw(data: bytes, *, code: int = 200, cut: int = 0, **headers: str) -> Reply:
    """Any bytes; `cut` leaves so many of the announced ones unsent."""

    def reply(exchange: Exchange) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        exchange.start(code, len(data), named)
        exchange.wfile.write(data[: len(data) - cut])

    return reply


def body(value: object, *, code: int = 200, **headers: str) -> Reply:
    return raw(json.dumps(value, ensure_ascii=False).encode(), code=code, **headers)


def say(text: str | None, *, finish: str = "stop", **message: Any) -> Reply:
    """A well-formed completion with this text."""
    return body(completion(text, finish=finish, **message))


def say_json(value: object) -> Reply:
    return say(json.dumps(value, ensure_ascii=False))


def answer_json(words: Words) -> Reply:
    """A completion whose JSON is made from the request, e.g. by a model that obeys whatever it reads."""

    def reply(exchange: Exchange) -> None:
        say_json(words(exchange.body))(exchange)

    return reply


def status(code: int, message: str = "出错了", **headers: str) -> Reply:
    """An error as OpenAI words it."""
    return body({"error": {"message": message, "type": "error", "code": None}}, code=code, **headers)


def hang(exchange: Exchange) -> None:
    """Takes the request and says nothing."""
    exchange.stopped(60)


def late(seconds: float, then: Reply) -> Reply:
    """Another reply, after a while."""

    def reply(exchange: Exchange) -> None:
        if not exchange.stopped(seconds):
            then(exchange)

    return reply


def drip(exchange: Exchange) -> None:
    """One byte now and then, for ever: no timeout between two bytes ever ends it."""
    exchange.start(200, 1_000_000, {})
    while not exchange.stopped(0.05):
        exchange.wfile.write(b" ")
        exchange.wfile.flush()


def hang_up(exchange: Exchange) -> None:
    """Closes the connection without a word."""


def html(exchange: Exchange) -> None:
    """The page of a proxy or a login, with 200."""
    raw("<html><body>请先登录上网</body></html>".encode(), Content_Type="text/html")(exchange)
