"""Where documents come from: files below paths, what became of them since, and under which ids they stand."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from bot.domain.library.cards import edition_of
from bot.domain.library.passages import Document, Passage
from bot.errors import InputError, UnreadableFile

CUTTING = b"4\0"
"""Goes into the fingerprint of a file; change it when files are cut otherwise, and all are read anew."""
IGNORED = frozenset({"readme", "catalogue", "_index", "license"})


@dataclass(frozen=True, slots=True)
class File:
    """`path` can be read now, `origin` is where it comes from: the path itself, or archive!name."""

    path: Path
    origin: str


def document_ids(name: str, unit: str) -> Iterator[str]:
    """The ids under which documents of a file name stand in a unit: the first one's, the second's, and so on.

    Files of one name are many (附件1, 通知); a file that is changed keeps its id.
    """
    for number in count():
        key = f"{unit}\0{name}" if not number else f"{unit}\0{number}\0{name}"
        yield hashlib.sha256(key.encode()).hexdigest()[:24]


def namesakes(name: str, unit: str, known: Mapping[str, Document]) -> tuple[list[Document], str]:
    """The documents that came from files of that name, and the first id that is free."""
    *taken, free = _chain(name, unit, known)
    return [known[key] for key in taken if known[key].name == name], free


def indexed_for(document: Document, unit: str, known: Mapping[str, Document]) -> bool:
    """Whether it was indexed for the unit, which its id tells, whatever unit a person says it is of.

    A renamed one has the id of its first name: then it is the unit's unless its id is of another unit's files.
    """
    if document.id in _chain(document.name, unit, known):
        return True
    others = {one.unit for one in known.values()} | {""}
    return not any(document.id in _chain(document.name, other, known) for other in others - {unit})


def _chain(name: str, unit: str, known: Mapping[str, Document]) -> list[str]:
    """The ids of a name that are taken, and behind them the first that is not."""
    ids: list[str] = []
    for key in document_ids(name, unit):
        ids.append(key)
        if key not in known:
            break
    return ids


def files_below(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are meant; InputError where a path does not exist."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and _wanted(file, path):
                    yield file
        elif path.exists():
            yield path
        else:
            raise InputError(f"找不到 {path}，请检查路径")


def _wanted(file: Path, root: Path) -> bool:
    """In a folder, files that are about the folder are passed over, as are hidden ones and tables of words."""
    hidden = any(part.startswith((".", "~$")) for part in file.relative_to(root).parts)
    return not hidden and file.stem.lower() not in IGNORED and file.suffix.lower() != ".tsv"


def gone(known: Iterable[Document], paths: Sequence[Path], present: frozenset[str]) -> list[Document]:
    """Documents that came from one of the folders or archives and are no longer among the origins present."""
    folders = [origin_of(path) for path in paths if path.is_dir()]
    archives = [path for path in paths if path.suffix.lower() == ".zip"]
    return [
        document
        for document in known
        if document.origin not in present
        and (
            any(Path(document.origin).is_relative_to(folder) for folder in folders)
            or any(is_from(path, document) for path in archives)
        )
    ]


def is_from(archive: Path, document: Document) -> bool:
    """Whether the document was read from the archive."""
    return document.origin.startswith(f"{origin_of(archive)}!")


def origin_of(path: Path) -> str:
    """The path from the root, as it is kept."""
    return os.path.abspath(path)


def fingerprint(path: Path) -> str:
    """Of the file's content and of how files are cut."""
    try:
        return hashlib.sha256(CUTTING + path.read_bytes()).hexdigest()
    except OSError as error:
        raise UnreadableFile("文件打不开，请检查是否存在、有没有读取权限") from error


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
