"""The report and everything that is said about it; its shape is the command line's JSON contract."""

from dataclasses import dataclass, field
from enum import StrEnum


class Gap(StrEnum):
    """What a reader would ask for, in the order in which it is asked."""

    TIME = "时间"
    PLACE = "地点"
    ACTOR = "主体"
    PEOPLE = "人数"
    RESULT = "结果"
    CONTENT = "内容"


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact that the report uses, as it stands in the notes: messages[message].text[start:end] == text."""

    text: str
    kind: str
    message: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two notes disagree; the colleague decides. `about` is e.g. 人数, `values` e.g. ("64人", "58人")."""

    about: str
    values: tuple[str, ...]
    messages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unused:
    """A piece of a note that the report leaves out, with the reason (套话, 闲聊, 隐私, 指令, 被更正, 篇幅)."""

    message: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Checks:
    """What the deterministic checks say of a report.

    `empty` lists the sentences that would stay true of any unit in any year, `ungrounded` the figures,
    names and other atoms that no note holds. `length` counts title and body without white space.
    `grounded`/`total` count the checkable atoms of the text.
    """

    passed: bool
    length: int
    empty: tuple[str, ...] = ()
    ungrounded: tuple[str, ...] = ()
    grounded: int = 0
    total: int = 0

    def line(self) -> str:
        """The one line shown under every draft, e.g. 事实 9/9 有据 · 空话 0 · 187 字."""
        return f"事实 {self.grounded}/{self.total} 有据 · 空话 {len(self.empty)} · {self.length} 字"


@dataclass(frozen=True, slots=True)
class Remark:
    """A house rule that changed the words, or (`kept`) that they still break; `unit` is whose rule it is."""

    rule: str
    unit: str
    kept: bool = False

    def line(self) -> str:
        """What was done, and by whose rule."""
        told = f"用语规矩（{self.unit}）：{self.rule}"
        return f"{told}，稿里还有，请自己看要不要改。" if self.kept else f"{told}，已照办。"


@dataclass(frozen=True, slots=True)
class Report:
    """An information report: one event, a title of at most 30 characters, a body in paragraphs."""

    title: str
    text: str
    checks: Checks
    facts: tuple[FactRef, ...] = ()
    missing: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    unused: tuple[Unused, ...] = field(default=())
    remarks: tuple[Remark, ...] = ()
