"""What goes with a reply besides its words: a report, a list, a picture of counts, or files of a colleague.

Files and pictures are kept as what they are made from and made when they are sent.
"""

from dataclasses import dataclass

from bot.domain.submissions.imprint import Paper


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
