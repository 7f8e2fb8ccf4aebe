"""Documents of the library, their passages, and answers that rest on them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain.language.moment import full_day
from bot.domain.library.clauses import Line

_DRAFT = re.compile(r"[（(][^（）()]*(?:征求意见|讨论|送审|审议|初)稿[）)]?|[（(]草案|(?:征求意见稿|草案)$")
_REPEALING = re.compile("废止|失效|清理")


@dataclass(frozen=True, slots=True)
class Document:
    """A document's card.

    `name` is the file name without its ending, `in_force` is None where nothing is known of it.
    `digest` marks a text in our own words (要点，非原文). `unit` is the owning unit's id, empty for all.
    `repeals` are the titles that the text itself puts out of force, `origin` is where the file was read.
    `scanned` marks words that were recognised in pictures, `pending` a text whose day lies ahead. `edition` tells by
    title, number and date which text the file holds: what people corrected on the card holds as long as it stays the
    same. `vague` tells the dates that were given without their day (dated:2014年11月).
    """

    id: str
    name: str
    title: str
    sha256: str
    kind: str = ""
    issuer: str = ""
    number: str = ""
    dated: date | None = None
    effective: date | None = None
    expires: date | None = None
    in_force: bool | None = None
    replaced_by: str = ""
    digest: bool = False
    unit: str = ""
    source: str = ""

    @property
    def old(self) -> bool:
        """Whether it was a rule and is none any more; one that is yet to come is neither old nor in force."""
        return self.in_force is False and not self.pending

    @property
    def lapsed(self) -> bool:
        """Whether it is old and nothing took its place: its time is over or a notice put it out of force."""
        return self.old and (not self.replaced_by or bool(_REPEALING.search(self.replaced_by)))

    @property
    def fate(self) -> str:
        """Why an old text holds no more."""
        by, last = self.replaced_by, self.day("expires")
        if not by:
            return f"{last}到期" if last else "已不适用"
        told = f"已被{by}" if "《" in by else f"已被《{by}》"
        return told + (f"废止，{last}后不再有效" if self.lapsed and last else "废止" if self.lapsed else "取代")

    @property
    def draft(self) -> bool:
        """Whether it is a proposal, which nobody has put in force."""
        return self.in_force is not True and bool(_DRAFT.search(self.title))

    @property
    def final_title(self) -> str:
        """The title that a proposal will have."""
        return re.sub(r"[（(]$", "", _DRAFT.sub("", self.title)).rstrip("）)")

    def serves(self, question: str) -> bool:
        """Whether it may answer: an invented document that shows a form (总结样例) only where it is named."""
        return "样例" not in self.kind or "样例" in question or self.title[:2] in question

    aliases: tuple[str, ...] = ()
    repeals: tuple[str, ...] = ()
    origin: str = ""
    scanned: bool = False
    edition: str = ""
    pending: bool = False
    vague: str = ""

    def day(self, name: str) -> str:
        """A date of the card in words, as far as it was told: 2014年11月. Empty where there is none."""
        told = dict(re.findall(r"(\w+):(\S+)", self.vague)).get(name, "")
        day: date | None = getattr(self, name)
        return told or (full_day(day) if day and day != date.max else "")


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause, or a part of one, of a document.

    `id` is a hash of document and text, so equal content keeps its id. `clause` is the address that people
    cite (第二十五条, 二、（一）), `path` the headings above it, `text` the exact words, at most 400
    characters.
    `lead` opens the list that the passage continues, empty where the passage holds it itself.
    """

    id: str
    document_id: str
    ordinal: int
    clause: str
    path: tuple[str, ...]
    text: str
    page: int | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a sentence of an answer rests on; `quote` stands word for word in the document.

    `document_id` finds the document again when its name or its clauses have changed, `unit` is whose it was when the
    answer was given; both are empty in answers kept before there were such fields.
    """

    document: str
    title: str
    clause: str
    quote: str
    in_force: bool | None
    page: int | None = None
    passage_id: str = ""
    digest: bool = False
    document_id: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its citations, best first; refused means that the library holds none.

    `asked` is the question as it was searched where it leaned on the one before (那省外的呢) or was misspelt,
    else empty.
    """

    text: str
    refused: bool
    engine: str
    citations: tuple[Citation, ...] = ()
    asked: str = ""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file as read: its lines, its front matter, what the person should know of the reading, and
    whether its words were recognised in pictures.
    """

    lines: tuple[Line, ...]
    meta: Mapping[str, object] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Shelved:
    """A passage with its vector (float32 bytes) and the name of the embedder; empty where it has none yet."""

    passage: Passage
    vector: bytes = b""
    embedder: str = ""


def context(document: Document, passage: Passage) -> str:
    """What is embedded and indexed of a passage: title, address, nearest heading, opening of its list, text."""
    heading = next((part for part in reversed(passage.path) if not passage.text.startswith(part)), "")
    head = " ".join(part for part in (document.title, heading, passage.clause) if part)
    return "\n".join(part for part in (head, passage.lead, passage.text) if part)
