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
WRONG_SAID = re.compile(r"(?:刚才|上面|这个)?你(?:说|讲|答|回答)的?(?:都|好像|根本)?(?:不对|错)")
AGAIN = re.compile(
    r"(?:请|把|那)?(?:上次|刚才|刚刚|前面|上面|上一条)?你?(?:说|讲|答|回答)?的?(?:那个|那条|话)?[再重]新?(?:说|讲|答|念)一?[遍次][吧呗]?"
)
ANOTHER_WAY = re.compile(r"换(?:个|一个|种)(?:问法|说法问)(?:试试|吧)?")


def typed_verdict(text: str) -> Verdict | None:
    """有用 or 不对 typed instead of pressed, and nothing beside it; 你说的不对 with what would be right."""
    if WRONG_SAID.match(text.strip()):
        return Verdict.WRONG
    said = re.sub(r"^(?:这个|这条|答得?|回答)?(?:很|挺|真|说得?)?|[了的啊呢吧]$", "", _bare(text))
    return next((verdict for verdict in Verdict if said == verdict.value), None)


def asks_for_list(text: str) -> bool:
    """反馈记录, and nothing beside it."""
    return bool(LIST.fullmatch(_bare(text)))


def asks_another_way(text: str) -> bool:
    """换个问法, and nothing beside it."""
    return bool(ANOTHER_WAY.fullmatch(_bare(text)))


def asks_again(text: str) -> bool:
    """上次说的那个再说一遍: the answer once more."""
    return bool(AGAIN.fullmatch(_bare(text)))


def _bare(text: str) -> str:
    return re.sub(r"[\s。！!？?]", "", text)
