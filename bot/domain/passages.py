"""Documents of the library, their passages, and answers that rest on them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """A document's card.

    `name` is the file name without its ending, `in_force` is None where nothing is known of it.
    `digest` marks a text in our own words (要点，非原文). `unit` is the owning unit's id, empty for all.
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


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause, or a part of one, of a document.

    `id` is a hash of document and text, so equal content keeps its id. `clause` is the address that people
    cite (第二十五条, 二、（一）), `path` the headings above it, `text` the exact words, at most 400 characters.
    `context` is what is embedded and indexed: title + clause + text.
    """

    id: str
    document_id: str
    ordinal: int
    clause: str
    path: tuple[str, ...]
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """What a sentence of an answer rests on; `quote` stands word for word in the document."""

    document: str
    title: str
    clause: str
    quote: str
    in_force: bool | None
    page: int | None = None
    passage_id: str = ""
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its citations, best first; refused means that the library holds none."""

    text: str
    refused: bool
    engine: str
    citations: tuple[Citation, ...] = ()
