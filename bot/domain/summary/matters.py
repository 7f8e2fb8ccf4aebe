"""What the ledger and the reviewers hold against a time: open items as they stood, reports that came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.language.moment import month_day
from bot.domain.summary.parts import Line, Source, Sum


@dataclass(frozen=True, slots=True)
class Matter:
    """An item of the ledger as it stood on the last day looked at; `late` are days past its deadline, 0 for none."""

    id: str
    label: str
    unit: str
    problem: str
    measures: str = ""
    owner: str = ""
    deadline: date | None = None
    closed: bool = False
    late: int = 0

    @property
    def source(self) -> Source:
        """The item in its own words."""
        said = [self.problem, self.measures, self.owner, month_day(self.deadline) if self.deadline else ""]
        return Source("ledger", self.id, "；".join(part for part in said if part), f"{self.label}（{self.unit}）")

    @property
    def late_rule(self) -> str:
        """How the days past the deadline were counted; nothing where there are none."""
        due = f"时限{month_day(self.deadline)}，" if self.deadline else ""
        return f"超期天数：{due}已超{self.late}天" if self.late else ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A report that a reviewer gave back, with the reason and the words of that time."""

    id: str
    title: str
    unit: str
    day: date
    reason: str
    words: str

    @property
    def source(self) -> Source:
        """The reviewer's words."""
        label = f"{month_day(self.day)}退回《{self.title}》（{self.unit}）"
        return Source("report", self.id, f"{self.reason}：{self.words}", label)


def plain(words: str) -> str:
    """Without the marks at either end."""
    return words.strip().strip("。；;，, ")


def ledger_line(matters: Sequence[Matter]) -> Line | None:
    """台账登记30项，已销号18项，未销号12项，其中超过时限4项; what there is none of is not named."""
    if not matters:
        return None
    closed = [one for one in matters if one.closed]
    still = [one for one in matters if not one.closed]
    late = [one for one in still if one.late]
    sums = tuple(
        Sum(label, float(len(many)), "项", (1.0,) * len(many))
        for label, many in (("登记", matters), ("已销号", closed), ("未销号", still), ("超过时限", late))
    )
    text = f"问题台账登记{len(matters)}项"
    if still:
        text += (f"，已销号{len(closed)}项" if closed else "") + f"，未销号{len(still)}项"
        text += f"，其中超过时限{len(late)}项。" if late else "。"
    else:
        text += "，全部销号。"
    rule = f"台账：登记{len(matters)}项，已销号{len(closed)}项，未销号{len(still)}项，超过时限{len(late)}项"
    return Line(text, tuple(one.source for one in matters), rule, sums)
