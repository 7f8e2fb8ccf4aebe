"""A summary in the making: parts, points, lines, and what each line rests on. How it is worded lives elsewhere."""

from dataclasses import dataclass, replace
from datetime import date, datetime

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
