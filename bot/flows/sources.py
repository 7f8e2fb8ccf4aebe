"""Where documents come from: files below paths, what became of them since, and under which ids they stand."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bot.domain.library.passages import Document
from bot.errors import InputError, UnreadableFile

CUTTING = b"3\0"
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
    """In a folder, files that are about the folder are passed over, as are hidden ones and tables of
    words.
    """
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
