"""What a library error of a model call means for us: which typed error, whether to try again, and how.

The texts of the libraries' own errors stay here: they can hold parts of the key or of the notes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.errors import ModelError, ModelGarbled, ModelRefused, ModelUnavailable

# Raised by response bodies that are no chat completion (HTML with 200, cut JSON, no choices, a `detail`
# object…): they come out of openai and langchain bare, outside openai's own tree.
MALFORMED = (ValueError, TypeError, AttributeError, LookupError, RecursionError)

# How providers say that their content filter refused: DeepSeek, Alibaba, OpenAI and Azure, Zhipu, Moonshot,
# Volcengine. Compared in lower case.
REFUSALS = (
    "content exists risk",
    "datainspectionfailed",
    "data_inspection_failed",
    "content_filter",
    "contentfilter",
    "content_policy",
    "inappropriate content",
    "considered high risk",
    "sensitivecontentdetected",
    "不安全或敏感",
    "内容安全",
    "敏感内容",
    "敏感信息",
)
FILTERED_FINISH = frozenset({"content_filter", "sensitive"})
TOO_LONG = ("context_length", "context length", "context window", "too long", "exceeds the available context")
NO_MONEY = ("insufficient_quota", "insufficient balance", "arrearage", "余额", "欠费")


class ReplyTooLarge(Exception):
    """The response body passed the cap; raised while reading it, before it fills the memory."""


@dataclass(frozen=True, slots=True)
class Failure:
    """`error` is what to raise in the end.

    `again`: the same request may work later; `wait`: not before so many seconds, as the service asked;
    `simpler`: the service may not know an optional part of the request; `alive`: no reason to stay away.
    """

    error: ModelError
    again: bool = False
    wait: float | None = None
    simpler: bool = False
    alive: bool = True


def refusal() -> Failure:
    """The content filter said no, in whatever form."""
    return Failure(ModelRefused("模型服务商的内容审核没有放行，这次不用模型。"))


def diagnose(error: Exception) -> Failure:
    """Sort an error of openai, langchain or of parsing a body. Unknown kinds count as a broken service."""
    import openai

    words = f"{error} {_body(error)}".lower()
    if isinstance(error, openai.ContentFilterFinishReasonError) or any(mark in words for mark in REFUSALS):
        return refusal()
    if isinstance(error, openai.LengthFinishReasonError):
        return Failure(ModelGarbled("没有写完就断了，请写得更短"))
    if isinstance(error, openai.APIStatusError):
        return _status(error.status_code, words, error.response.headers)
    if isinstance(error, ReplyTooLarge):
        return Failure(ModelError("模型的回复太长，没有采用。"))
    if isinstance(error, openai.APITimeoutError):
        return Failure(ModelUnavailable("模型服务超时，请稍后再试。"), again=True, alive=False)
    if isinstance(error, openai.APIConnectionError):
        down = ModelUnavailable("连不上模型服务，请检查网络和 SHIBAO_MODEL_URL。")
        return Failure(down, again=True, alive=False)
    wrong = ModelUnavailable("模型服务的回复读不懂，请检查 SHIBAO_MODEL_URL 是不是模型服务的地址。")
    return Failure(wrong, alive=False)


def _body(error: Exception) -> str:
    """The start of the reply's body; langchain hangs the response on errors of parsing it."""
    response: object = getattr(error, "response", None)
    text = getattr(response, "text", "")
    return text[:4000] if isinstance(text, str) else ""


def _status(status: int, words: str, headers: Mapping[str, str]) -> Failure:
    if status == 402 or any(mark in words for mark in NO_MONEY):
        return Failure(ModelUnavailable("模型服务的额度用完了，请联系管理员。"), alive=False)
    if status == 429:
        busy = ModelUnavailable("模型服务太忙，请稍后再试。")
        return Failure(busy, again=True, wait=retry_after(headers), alive=False)
    if status in {408, 409} or status >= 500:
        ill = ModelUnavailable("模型服务出错，请稍后再试。")
        return Failure(ill, again=True, wait=retry_after(headers), alive=False)
    if status in {401, 403}:
        return Failure(ModelError("模型服务不认这个密钥，请检查 SHIBAO_MODEL_KEY。"), alive=False)
    if status == 404:
        gone = ModelError("模型服务没有这个模型或地址，请检查 SHIBAO_MODEL 和 SHIBAO_MODEL_URL。")
        return Failure(gone, alive=False)
    if status == 413 or any(mark in words for mark in TOO_LONG):
        return Failure(ModelError("材料太长，模型装不下。"))
    return Failure(ModelError("模型服务不接受这个请求。"), simpler=True)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds of a Retry-After header, given as seconds or as a date; None where it says nothing usable."""
    value = headers.get("retry-after", "").strip()
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
