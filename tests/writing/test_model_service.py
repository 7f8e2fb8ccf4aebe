"""The guarded call against a scripted service over real HTTP: every failure becomes a short, typed error."""

import asyncio
import contextlib
import logging
import time
import traceback
from email.utils import formatdate

import pytest
from pydantic import BaseModel, ConfigDict, SecretStr

from bot.errors import ModelError, ModelGarbled, ModelRefused, ModelUnavailable, SettingsError
from bot.writing.service import Message, ModelService
from tests.fakes import model as fake
from tests.fakes.model import ModelServer

KEY = "sk-canary-5f1d93"
MESSAGES: list[Message] = [("system", "只输出 JSON。"), ("user", "金丝雀记录：参加96人")]
GOOD = fake.say_json({"text": "好"})


class Line(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str


class HandClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def service(server: ModelServer, **options: object) -> ModelService:
    given: dict[str, object] = {"deadline": 5.0, "backoff": 0.001} | options
    return ModelService(url=server.url, model="scripted", key=SecretStr(KEY), **given)  # type: ignore[arg-type]


async def ask(service: ModelService) -> str:
    async with service.session() as session:
        return (await session.ask(MESSAGES, Line)).text


async def test_a_reply_of_the_asked_shape_is_returned_as_values(server: ModelServer) -> None:
    server.enqueue(GOOD)
    assert await ask(service(server)) == "好"
    request = server.history[0]
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body["response_format"]["json_schema"]["schema"]["additionalProperties"] is False


@pytest.mark.parametrize(
    "text",
    [
        '<think>先想{"text":"错"}一想</think>\n{"text": "好"}',
        '没有开头的想法</think>{"text": "好"}',
        '```json\n{"text": "好"}\n```',
        '按要求输出：{"text": "好"} 以上。',
    ],
)
async def test_thoughts_and_words_around_the_object_are_cut_off(server: ModelServer, text: str) -> None:
    server.enqueue(fake.say(text))
    assert await ask(service(server)) == "好"


@pytest.mark.parametrize(
    "reply",
    [
        fake.say('{"text": "只有一半'),
        fake.say('{"text": "好", "more": 1}'),
        fake.say('{"words": "好"}'),
        fake.say('{"text": 3}'),
        fake.say('[{"text": "好"}, {"text": "好"}]'),
        fake.say("好的，我来写。"),
        fake.say("<think>想个不停"),
        fake.say('{"text": "好"}', finish="length"),
        fake.say("{" * 5000),
    ],
)
async def test_a_reply_of_another_shape_is_garbled_and_says_why(server: ModelServer, reply: fake.Reply) -> None:
    server.enqueue(reply)
    with pytest.raises(ModelGarbled) as caught:
        await ask(service(server))
    assert caught.value.fault
    assert len(server.history) == 1


@pytest.mark.parametrize(
    "reply",
    [
        fake.status(400, "Content Exists Risk"),
        fake.body({"error": {"code": "data_inspection_failed", "message": "Input data"}}, code=400),
        fake.body({"code": "DataInspectionFailed", "message": "Output data may contain"}, code=400),
        fake.body({"error": {"code": "1301", "message": "输入或生成内容可能包含不安全或敏感内容"}}, code=400),
        fake.body({"error": {"message": "Content Exists Risk"}}),
        fake.say('{"text": "好"}', finish="content_filter"),
        fake.say('{"text": "好"}', finish="sensitive"),
        fake.say(""),
        fake.say(None),
        fake.say(None, refusal="我不能回答"),
    ],
)
async def test_a_content_filter_is_recognised_and_not_asked_again(server: ModelServer, reply: fake.Reply) -> None:
    server.enqueue(reply)
    tried = service(server)
    for _ in range(4):
        server.enqueue(reply)
        with pytest.raises(ModelRefused):
            await ask(tried)
    assert len(server.history) == 4, "refusals neither repeat a call nor open the breaker"


@pytest.mark.parametrize(
    ("reply", "word"),
    [
        (fake.html, "SHIBAO_MODEL_URL"),
        (fake.raw(b'{"id": "x", "choices": [{"mess'), "SHIBAO_MODEL_URL"),
        (fake.raw(b"\xff\xfe\x00broken"), "SHIBAO_MODEL_URL"),
        (fake.raw(b""), "SHIBAO_MODEL_URL"),
        (fake.body(fake.completion("x") | {"choices": []}), "SHIBAO_MODEL_URL"),
        (fake.body(fake.completion("x") | {"choices": None}), "SHIBAO_MODEL_URL"),
        (fake.body(fake.completion("x") | {"choices": [{"index": 0}]}), "SHIBAO_MODEL_URL"),
        (fake.body({"detail": "no such page"}), "SHIBAO_MODEL_URL"),
        (fake.body([1, 2]), "SHIBAO_MODEL_URL"),
        (fake.body("ok"), "SHIBAO_MODEL_URL"),
        (fake.status(401, f"Incorrect API key provided: {KEY}"), "SHIBAO_MODEL_KEY"),
        (fake.status(403), "SHIBAO_MODEL_KEY"),
        (fake.status(404), "SHIBAO_MODEL"),
        (fake.status(402, "Insufficient Balance"), "额度"),
        (fake.status(429, "insufficient_quota"), "额度"),
        (fake.status(400, "context_length_exceeded"), "太长"),
        (fake.say("好" * 80_000), "太长"),
        (fake.raw(b'{"a": "' + b"x" * 5_000_000 + b'"}'), "太长"),
    ],
)
async def test_a_useless_reply_is_one_call_and_one_line(server: ModelServer, reply: fake.Reply, word: str) -> None:
    server.enqueue(reply)
    with pytest.raises(ModelError) as caught:
        await ask(service(server))
    assert word in str(caught.value)
    assert KEY not in str(caught.value)
    assert len(server.history) == 1


@pytest.mark.parametrize(
    "reply",
    [fake.status(500), fake.status(503), fake.status(429), fake.hang_up, fake.raw(b"{}" * 50, cut=40)],
)
async def test_a_passing_failure_is_tried_again(server: ModelServer, reply: fake.Reply) -> None:
    server.enqueue(reply, reply, GOOD)
    assert await ask(service(server)) == "好"
    assert len(server.history) == 3


@pytest.mark.parametrize("reply", [fake.hang, fake.drip])
async def test_the_deadline_is_of_the_whole_and_holds_against_silence_and_dripping(
    server: ModelServer, reply: fake.Reply
) -> None:
    server.otherwise = reply
    tried = service(server, deadline=0.3)
    await tried.warm()
    begin = time.monotonic()
    with pytest.raises(ModelUnavailable, match="超时"):
        await ask(tried)
    assert 0.2 < time.monotonic() - begin < 1.3


async def test_retries_end_with_the_deadline(server: ModelServer) -> None:
    tried = service(server, deadline=0.5, backoff=0.2)
    await tried.warm()
    begin = time.monotonic()
    with pytest.raises(ModelUnavailable):
        await ask(tried)
    assert time.monotonic() - begin < 1.5
    assert len(server.history) <= 3


async def test_nobody_listening_is_said_quickly() -> None:
    with ModelServer() as gone:
        pass
    with pytest.raises(ModelUnavailable, match="连不上"):
        await ask(service(gone))


@pytest.mark.parametrize("address", ["", "abc", "http://", "ftp://127.0.0.1/v1", "http://127.0.0.1:99999/v1"])
def test_an_address_that_is_none_is_refused_before_any_call(address: str) -> None:
    with pytest.raises(SettingsError, match="SHIBAO_MODEL_URL"):
        ModelService(url=address, model="m")


async def test_retry_after_is_respected_to_the_moment(server: ModelServer) -> None:
    server.enqueue(fake.status(429, Retry_After="0.2"), GOOD)
    assert await ask(service(server)) == "好"
    first, second = server.history
    assert second.at - first.at >= 0.2


@pytest.mark.parametrize("when", ["30", "date"])
async def test_a_retry_after_beyond_the_deadline_gives_up_and_holds_every_later_call(
    server: ModelServer, when: str
) -> None:
    value = formatdate(time.time() + 30, usegmt=True) if when == "date" else when
    server.enqueue(fake.status(429, Retry_After=value), GOOD)
    tried = service(server)
    for _ in range(2):
        begin = time.monotonic()
        with pytest.raises(ModelUnavailable, match="太忙"):
            await ask(tried)
        assert time.monotonic() - begin < 1.5
    assert len(server.history) == 1


async def test_a_service_that_knows_no_schema_is_asked_more_simply_and_that_is_remembered(
    server: ModelServer,
) -> None:
    server.enqueue(fake.status(400, "This response_format type is unavailable now"), GOOD, GOOD)
    tried = service(server)
    assert await ask(tried) == await ask(tried) == "好"
    formats = [request.body.get("response_format", {}).get("type") for request in server.history]
    assert formats == ["json_schema", "json_object", "json_object"]


async def test_a_service_that_takes_no_options_at_all_is_asked_plainly(server: ModelServer) -> None:
    server.enqueue(fake.status(400, "unknown field"), fake.status(422, "temperature"), GOOD)
    assert await ask(service(server)) == "好"
    assert not {"response_format", "temperature"} & set(server.history[-1].body)


async def test_an_open_breaker_lets_exactly_one_call_through_after_its_rest(server: ModelServer) -> None:
    clock = HandClock()
    tried = service(server, clock=clock)
    for _ in range(3):
        with pytest.raises(ModelUnavailable):
            await ask(tried)
    calls = len(server.history)
    with pytest.raises(ModelUnavailable, match="歇"):
        await ask(tried)
    clock.now = 31
    together = await asyncio.gather(*(ask(tried) for _ in range(8)), return_exceptions=True)
    assert len(server.history) == calls + 1, "half open: one probe and no retries of it"
    assert all(isinstance(error, ModelUnavailable) for error in together)
    clock.now = 62
    server.enqueue(GOOD, GOOD)
    assert await ask(tried) == await ask(tried) == "好", "a probe that succeeds closes the breaker"


async def test_a_probe_that_is_cancelled_leaves_the_next_one_free(server: ModelServer) -> None:
    clock = HandClock()
    tried = service(server, clock=clock)
    for _ in range(3):
        with pytest.raises(ModelUnavailable):
            await ask(tried)
    clock.now = 31
    server.otherwise = fake.hang
    probe = asyncio.create_task(ask(tried))
    await asyncio.sleep(0.1)
    probe.cancel()
    await asyncio.gather(probe, return_exceptions=True)
    server.otherwise = GOOD
    assert await ask(tried) == "好"


@pytest.mark.slow
async def test_with_a_third_of_calls_failing_nearly_all_asks_succeed_at_under_twice_the_calls(
    server: ModelServer,
) -> None:
    seen = 0

    def shaky(exchange: fake.Exchange) -> None:
        nonlocal seen
        seen += 1
        (fake.status(500) if seen % 10 in {1, 2, 5} else GOOD)(exchange)

    server.otherwise = shaky
    tried = service(server, backoff=0.0)
    answers = [await ask(tried) for _ in range(30)]
    assert answers == ["好"] * 30
    assert len(server.history) < 2 * len(answers)


async def test_a_sick_service_gets_no_flood_of_retries(server: ModelServer) -> None:
    tried = service(server, backoff=0.0)
    tried.breaker._limit = 1000
    for _ in range(8):
        with pytest.raises(ModelUnavailable):
            await ask(tried)
    assert len(server.history) <= 8 + 10


async def test_neither_key_nor_notes_reach_a_log_or_an_error(
    server: ModelServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    replies = (GOOD, fake.status(401, f"bad key {KEY}"), fake.html, fake.say("金丝雀记录"))
    for reply in replies:
        server.enqueue(reply)
        with contextlib.suppress(ModelError):
            await ask(service(server))
    with pytest.raises(ModelError) as caught:
        await ask(ModelService(url=server.url, model="m", key=SecretStr(KEY + "\n"), backoff=0.01))
    shown = "".join(traceback.format_exception(caught.value))
    assert caplog.records
    for secret in (KEY, "金丝雀"):
        assert secret not in caplog.text + shown
    assert KEY not in repr(vars(service(server)))
