"""What a printed report carries besides its words: pieces to print and who signs for them. No layout here."""

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
