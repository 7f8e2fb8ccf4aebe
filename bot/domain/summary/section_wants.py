"""What section or summary is wanted, as a value: about what, of which time and units, how long, how many points."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.language.moment import month_day
from bot.domain.summary.section_spans import span_name


class Aim(StrEnum):
    """What kind of section it is; each is composed from other records."""

    TOPIC = "专题"
    WORK = "工作"
    PROBLEMS = "问题"
    NEXT = "打算"
    CLOSING = "问题和打算"
    OPENING = "开头"
    WHOLE = "全文"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request as understood. `length` in characters and `count` of points are 0 where nobody said.

    `units` are names that the words limit it to, `strangers` such names as no unit of the house bears; `own` keeps
    to the asker's own unit. `heading` is a title that somebody gave.
    """

    topic: str
    aim: Aim
    first: date
    last: date
    document: str = "工作总结"
    length: int = 0
    count: int = 0
    units: tuple[str, ...] = ()
    own: bool = False
    heading: str = ""
    strangers: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What stands above the text: the heading that somebody gave it, else what it is about."""
        return self.heading or self.topic

    def span(self, now: date) -> str:
        """The time as the text names it; a span that is not over says until when it was counted."""
        named, until = span_name(self.first, self.last), self.until(now)
        return f"{named}（{until}）" if until else named

    def until(self, now: date) -> str:
        """截至11月22日 where the span is not over, else nothing."""
        return f"截至{month_day(now)}" if self.first <= now < self.last else ""


def whole_title(document: str, first: date, last: date, units: tuple[str, ...]) -> str:
    """县图书馆2026年上半年工作小结; several units are not named."""
    return f"{units[0] if len(units) == 1 else ''}{span_name(first, last)}{document}"


def default_topic(aim: Aim, document: str, first: date, last: date, units: tuple[str, ...]) -> str:
    """What stands above a section about which nothing was said but its kind."""
    if aim is Aim.WHOLE:
        return whole_title(document, first, last, units)
    names = {
        Aim.PROBLEMS: "存在的问题",
        Aim.NEXT: "下一步打算",
        Aim.CLOSING: "存在的问题和下一步打算",
        Aim.OPENING: "总体情况",
    }
    return names.get(aim, "主要工作")
