"""A summary in the making: parts, points, lines, what each rests on, and what the ledger and the reviewers hold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.language.moment import month_day
from bot.domain.notes.report import Remark
from bot.domain.summary.section_wants import Wanted


@dataclass(frozen=True, slots=True)
class Source:
    """What a line rests on. `kind` is report, ledger, document or note; `quote` stands there word for word.

    `label` is how people call it: 《标题》（单位，3月5日）, 台账第3项, 第2条记录. `at` is when a note was sent: what
    今天 in it means.
    """

    kind: str
    id: str
    quote: str
    label: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A count over records: `parts` are the values that were added, one a source, in the sources' order."""

    label: str
    value: float
    unit: str
    parts: tuple[float, ...]
    approx: bool = False

    def rule(self) -> str:
        """How the figure came about, e.g. 观众人次：14份信息合计."""
        how = f"{len(self.parts)}份信息合计" if len(self.parts) > 1 else "1份信息，"
        return f"{self.label}：{how}{written(self.value)}{self.unit}"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its sources; `rule` says how a figure in it was counted where no source holds it.

    `brief` names what it tells in a few words, for where there is no room for it.
    """

    text: str
    sources: tuple[Source, ...] = ()
    rule: str = ""
    sums: tuple[Sum, ...] = ()
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered paragraph: what its heading says, the lines that must stand, examples that may, what is missing.

    `key` names what it is about and stays when the heading is reworded; `counts` go into the part's totals.
    """

    key: str
    heading: Line
    lines: tuple[Line, ...] = ()
    examples: tuple[Line, ...] = ()
    gaps: tuple[str, ...] = ()
    counts: tuple[Sum, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its title, an opening with the totals, its points, what no point holds and must be asked."""

    title: str
    opening: tuple[Line, ...] = ()
    points: tuple[Point, ...] = ()
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """A sentence that says nearly what an earlier summary said, with both side by side."""

    now: str
    then: str
    document: str


@dataclass(frozen=True, slots=True)
class Left:
    """Words of a note that the text does not tell, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Worded:
    """A point as a model worded it, sentence by sentence; `id` names the point."""

    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What was looked at: how many adopted reports, past summaries, ledger items, returned reports, notes."""

    reports: int = 0
    past: int = 0
    ledger: int = 0
    returns: int = 0
    notes: int = 0

    def line(self) -> str:
        """E.g. 23份已采用信息、2份往年总结、台账12项."""
        counted = (
            (self.reports, "份已采用信息"),
            (self.past, "份往年总结"),
            (self.ledger, ""),
            (self.returns, "次退回"),
            (self.notes, "条手头记录"),
        )
        said = [f"台账{n}项" if not what else f"{n}{what}" for n, what in counted if n]
        return "、".join(said) or "没有可用的记录"


@dataclass(frozen=True, slots=True)
class Summary:
    """A section or a whole summary as it lies on the desk."""

    wanted: Wanted
    unit: str
    made: date
    parts: tuple[Part, ...]
    basis: Basis = Basis()
    copies: tuple[Copy, ...] = ()
    policies: tuple[Source, ...] = ()
    worded: tuple[Worded, ...] = ()
    left: tuple[Left, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.wanted.title

    def with_points(self, part: int, points: tuple[Point, ...]) -> "Summary":
        """The same with other points in one part."""
        parts = list(self.parts)
        parts[part] = replace(parts[part], points=points)
        return replace(self, parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class Kept:
    """A summary as it is kept: under which number, and which one it was changed from (None for none)."""

    id: int
    parent: int | None
    summary: Summary


def written(value: float) -> str:
    """A figure as it is written: 1200, 2.5."""
    return f"{round(value, 4):.4f}".rstrip("0").rstrip(".")


def lines_of(part: Part) -> tuple[Line, ...]:
    """Every line of the part, whether or not the text has room for it."""
    points = (line for point in part.points for line in (point.heading, *point.lines, *point.examples))
    return (*part.opening, *points)


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
