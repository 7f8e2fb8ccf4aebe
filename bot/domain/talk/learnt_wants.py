"""What a message to a draft wants (人数是173; 那句还要不要; 上门那句单独成一句), by weights learnt from many messages.

Rules know the wordings that somebody thought of; people word the same wish in ever new ways. Here a message is judged
by its characters, by what of it stands in the draft (写: the draft's own words, 旧 and 新: figures that it holds and
does not hold) and by how it ends. tests/evals/learn_wants.py learns and judges the weights (learnt_wants.txt). What the
wish is about is found by wanted.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language.weights import odds, table


class Want(StrEnum):
    """What somebody who sees a draft can want by a message."""

    NOTE = "note"
    FIX = "fix"
    DROP = "drop"
    RESTORE = "restore"
    MOVE = "move"
    JOIN = "join"
    CUT = "cut"
    REWORD = "reword"
    TITLE = "title"
    SHORTER = "shorter"
    LONGER = "longer"
    PRAISE = "praise"
    UNDO = "undo"
    ASK = "ask"
    POLICY = "policy"
    OK = "ok"
    SUBMIT = "submit"
    SHOW = "show"


WANTS = tuple(Want)

_NUMERAL = re.compile(
    r"\d[\d.,]*|[零一二两三四五六七八九十百千万]{2,}|[一二两三四五六七八九十](?=[个人名位次场家件本册张户只台])"
)
_DIGITS = re.compile(r"\d[\d.]*")
_STOPS = re.compile(r"[^\w一-龥#?？]+")
_LEAST, _MOST = 2, 12
"""Characters of a piece that counts as the draft's own words."""
_IDLE = frozenset(
    "今天 上午 下午 现在 我们 他们 一个 这个 那个 已经 还有 "
    "没有 就是 不是 可以 一下 时候 大家 标题 信息 情况 工作 活动".split()
)


@dataclass(frozen=True, slots=True)
class Guess:
    """The want most likely and how likely each is, in the order of `WANTS`."""

    want: Want
    odds: tuple[float, ...]

    @property
    def sure(self) -> float:
        """How likely the want is: between 0 and 1."""
        return self.odds[WANTS.index(self.want)]

    def of(self, want: Want) -> float:
        """How likely another want is."""
        return self.odds[WANTS.index(want)]


def masked(words: str, draft: str) -> str:
    """The message with 写 for the draft's own words, 旧 for its figures and 新 for others."""
    held = {figure.rstrip(".") for figure in _DIGITS.findall(draft)}
    plain = _NUMERAL.sub(lambda found: "旧" if found[0].rstrip(".,") in held else "新", words)
    made, at = [], 0
    while at < len(plain):
        size = next((n for n in range(_MOST, _LEAST - 1, -1) if _own(plain[at : at + n], n, draft)), 0)
        made.append("写" if size else plain[at])
        at += size or 1
    return "".join(made)


def _own(piece: str, size: int, draft: str) -> bool:
    return (
        len(piece) == size
        and piece not in _IDLE
        and piece in draft
        and re.fullmatch(r"[一-龥A-Za-z]+", piece) is not None
    )


def features(words: str, draft: str) -> Iterator[str]:
    """What of the message speaks for a want: characters in ones, twos and threes, as they are and masked."""
    plain = f"^{_STOPS.sub('，', _NUMERAL.sub('#', words.strip())).strip('，')}$"
    hidden = _STOPS.sub("，", masked(words.strip(), draft)).strip("，")
    for length in (1, 2, 3):
        for at in range(len(plain) - length + 1):
            yield plain[at : at + length]
    mask = f"^{hidden}$"
    for length in (2, 3, 4):
        for at in range(len(mask) - length + 1):
            yield f"~{mask[at : at + length]}"
    own = hidden.count("写")
    yield f"=own{min(own, 3)}"
    yield f"=old{min(hidden.count('旧'), 2)}"
    yield f"=new{min(hidden.count('新'), 2)}"
    yield f"=long{min(len(words) // 4, 8)}"
    yield f"=left{min((len(hidden) - own) // 3, 6)}"


def guess(words: str, draft: str) -> Guess:
    """What the message to the draft (its title and text) wants most likely."""
    likely = odds(table("bot.domain.talk", "learnt_wants.txt"), features(words, draft), len(WANTS))
    return Guess(WANTS[likely.index(max(likely))], likely)
