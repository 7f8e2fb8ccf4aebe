"""What goes with a reply besides its words: a report and its imprint, a list, a picture of counts, a colleague's files.

Files and pictures are kept as what they are made from and made when they are sent.
"""

from dataclasses import dataclass
from datetime import date

from bot.domain.language.moment import full_day


@dataclass(frozen=True, slots=True)
class Article:
    """A title and a body in paragraphs; `unit` names who sent it where several are printed together.

    `appendix` are tables behind it, the first row of each its headings: where each sentence comes from.
    """

    title: str
    text: str
    unit: str = ""
    appendix: tuple[tuple[tuple[str, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who signs, when, and whom to ask; `number` is the issue of a bulletin. What is empty is not printed."""

    unit: str = ""
    dated: date | None = None
    drafter: str = ""
    reviewer: str = ""
    phone: str = ""
    number: int | None = None

    def day(self) -> str:
        """The date as official papers write it: Arabic figures, none padded; empty where there is no date."""
        return full_day(self.dated) if self.dated else ""

    def people(self) -> str:
        """Those to ask, e.g. 拟稿：甲　审核：乙; empty where nobody is named."""
        named = (("拟稿", self.drafter), ("审核", self.reviewer), ("电话", self.phone))
        return "　".join(f"{role}：{who}" for role, who in named if who)


@dataclass(frozen=True, slots=True)
class Paper:
    """A report to be sent as a Word file; the file itself is made when it is sent."""

    article: Article
    imprint: Imprint


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one name, one for each column of a chart."""

    name: str
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts as columns, a colour a series."""

    title: str
    columns: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class UnitCount:
    """How many reports of a unit were adopted and how many were returned."""

    unit: str
    adopted: int
    returned: int


@dataclass(frozen=True, slots=True)
class Roll:
    """Units with their counts; shown in alphabetical order, whatever order they stand in here."""

    title: str
    units: tuple[UnitCount, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A list to be sent as a spreadsheet; every row has as many cells as there are columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that lies with Telegram: `kind` is "photo", "video" or "document"."""

    file_id: str
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Album:
    """Files to be shown again."""

    files: tuple[Attached, ...]


Printable = Paper | Chart | Roll | Table
"""What a file is made from when it is sent."""

Enclosure = Printable | Album
