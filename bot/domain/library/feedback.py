"""What people say of answers: useful or wrong, and the words that ask for the list of it."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.library.passages import Answer


class Verdict(StrEnum):
    """What a person says of an answer; the value is what the button says."""

    USEFUL = "有用"
    WRONG = "不对"


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it was given. `key` names the turn that gave it, `verdict` is None where nobody judged it."""

    key: str
    question: str
    answer: Answer
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """One judged answer in the list; who asked is not part of it."""

    question: str
    cited: str
    verdict: Verdict
    at: datetime


LIST = re.compile(r"(?:看看?|查看?|列出|打开)?(?:一下)?(?:问答|答案)?(?:的)?反馈(?:记录|列表|情况)?")
ANOTHER_WAY = re.compile(r"换(?:个|一个|种)(?:问法|说法问)(?:试试|吧)?")


def typed_verdict(text: str) -> Verdict | None:
    """有用 or 不对 typed instead of pressed, and nothing beside it."""
    said = re.sub(r"^(?:这个|这条|答得?|回答)?(?:很|挺|真|说得?)?|[了的啊呢吧]$", "", _bare(text))
    return next((verdict for verdict in Verdict if said == verdict.value), None)


def asks_for_list(text: str) -> bool:
    """反馈记录, and nothing beside it."""
    return bool(LIST.fullmatch(_bare(text)))


def asks_another_way(text: str) -> bool:
    """换个问法, and nothing beside it."""
    return bool(ANOTHER_WAY.fullmatch(_bare(text)))


def _bare(text: str) -> str:
    return re.sub(r"[\s。！!？?]", "", text)
