"""One run of taking files in: what it knows, counts and holds back, and which document a file is."""

from dataclasses import dataclass, field, replace

from bot.domain.library.cards import edition_of
from bot.domain.library.passages import Document, Passage
from bot.flows.sources import File, indexed_for, namesakes


@dataclass(frozen=True, slots=True)
class IndexCounts:
    """What indexing did; `failed` holds (file name, reason in Chinese)."""

    documents: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    passages: int = 0
    failed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file that a person sent: the ids of its documents, and what was told of the reading."""

    counts: IndexCounts
    ids: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class Run:
    """One call of index() or take(): what is known, counted, read and not yet embedded.

    `sent` is a file that a person sent: it never takes the place of a document that others keep to themselves.
    `present` are the origins of what is there, read or not, `left` the documents whose files are not. `origins` and
    `contents` lead to the documents that were known at the start, by origin and by fingerprint.
    """

    unit: str
    known: dict[str, Document]
    sent: bool = False
    counts: IndexCounts = field(default_factory=IndexCounts)
    ids: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    present: set[str] = field(default_factory=set)
    left: list[Document] = field(default_factory=list)
    pending: list[tuple[Document, list[Passage]]] = field(default_factory=list)
    origins: dict[str, list[str]] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for document in self.known.values():
            self.origins.setdefault(document.origin, []).append(document.id)
            self.contents[document.sha256] = document.id

    def waiting(self) -> int:
        """Passages that wait for their vectors."""
        return sum(len(passages) for _, passages in self.pending)

    def fail(self, name: str, reason: str) -> None:
        """Count a file that could not be taken."""
        self.counts = replace(self.counts, failed=(*self.counts.failed, (name, reason)))

    def held(self, file: File, sha256: str) -> Document | None:
        """The document of the file as it was read last: from the same place, or, of a sent one, of the same words."""
        same, _ = self._namesakes(file)
        if self.sent:
            return next((one for one in same if one.unit == self.unit and one.sha256 == sha256), None)
        return next((one for one in same if one.origin == file.origin), None)

    def place(self, file: File, drawn: Document) -> tuple[str, Document | None]:
        """The id for a file that was read, and the document whose place it takes.

        A file of a folder follows its own path, or one of its name that is gone from there, or one of its very
        content that is: it was renamed. A sent file takes the place of one of its name and edition: 附件1 of another
        document, or a newer version, stands beside it.
        """
        same, free = self._namesakes(file)
        if self.sent:
            edition = edition_of(drawn)
            fit = [one for one in same if one.unit == self.unit and one.edition == edition]
        else:
            fit = [one for one in same if one.origin == file.origin]
            fit += [one for one in same if one.origin not in self.present]
            fit += [one for one in self.left if one.sha256 == drawn.sha256 and one.id not in self.ids]
        return (fit[0].id, fit[0]) if fit else (free, None)

    def _namesakes(self, file: File) -> tuple[list[Document], str]:
        """Those of the file's name: by their ids, and one renamed to it, which kept the id of its first name."""
        name = file.path.stem
        same, free = namesakes(name, self.unit, self.known)
        here = [self.known[key] for key in self.origins.get(file.origin, ())]
        same += [one for one in here if one not in same and one.name == name and self.holds(one)]
        return same, free

    def holds(self, document: Document) -> bool:
        """Whether the document was indexed for the unit of this run."""
        return indexed_for(document, self.unit, self.known)
