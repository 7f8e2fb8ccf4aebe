"""Files into the library: read, cut, embed, switch. Search follows afterwards."""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.cards import card
from bot.domain.clauses import Line, split
from bot.domain.passages import Document, Passage, Shelved, context
from bot.errors import IndexUnavailable, InputError, UnreadableFile
from bot.ports import DocumentReader, Library, Shelf, Vectors

BATCH = 256
"""Passages embedded together: enough of like length to fill the embedder's batches."""
IGNORED = frozenset({"readme", "catalogue", "_index", "license"})

Progress = Callable[[int, int, str], None]


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


class Ingesting:
    """Puts files and folders into the library. Unchanged files cost a hash, changed ones only their new passages."""

    def __init__(self, reader: DocumentReader, shelf: Shelf, vectors: Vectors, library: Library) -> None:
        self._reader = reader
        self._shelf = shelf
        self._vectors = vectors
        self._library = library

    async def index(
        self, paths: Sequence[Path], *, progress: Progress | None = None, unit: str = ""
    ) -> IndexCounts:
        """Index files and folders for everyone, or for the unit with that id.

        Documents that were read from one of the folders and are no longer there are removed.
        """
        files = await asyncio.to_thread(lambda: list(_files(paths)))
        known = {document.id: document for document in await self._shelf.documents()}
        counts = IndexCounts()
        for done, path in enumerate(files):
            if progress:
                progress(done, len(files), path.name)
            counts = await self._take(path, unit, known, counts)
        gone = await asyncio.to_thread(_gone, known.values(), paths, files, unit)
        if gone:
            await self._shelf.remove(gone)
        if progress:
            progress(len(files), len(files), "")
        if counts.added or counts.changed or gone:
            await self._library.follow()
        return replace(counts, documents=len(files) - len(counts.failed), removed=len(gone))

    async def _take(self, path: Path, unit: str, known: dict[str, Document], counts: IndexCounts) -> IndexCounts:
        try:
            passages, fresh, same = await self._put(path, unit, known)
        except UnreadableFile as error:
            return replace(counts, failed=(*counts.failed, (path.name, error.user_message)))
        return replace(
            counts,
            added=counts.added + (fresh and not same),
            changed=counts.changed + (not fresh and not same),
            unchanged=counts.unchanged + same,
            passages=counts.passages + passages,
        )

    async def _put(self, path: Path, unit: str, known: dict[str, Document]) -> tuple[int, bool, bool]:
        """(passages written, whether the document is new, whether it is unchanged)."""
        sha256 = await asyncio.to_thread(_sha256, path)
        key = document_id(path.stem, unit)
        old = known.get(key)
        if old is not None and old.sha256 == sha256 and await self._embedded(key):
            if old.origin != str(path.resolve()):
                known[key] = replace(old, origin=str(path.resolve()))
            return 0, False, True
        read = await self._reader.read(path)
        drawn = card(path.stem, meta=read.meta, lines=read.lines, sha256=sha256)
        document = replace(drawn, id=key, unit=unit, origin=str(path.resolve()))
        passages = cut(document, read.lines)
        if not passages:
            raise UnreadableFile("文件里没有可用的文字")
        await self._shelf.replace(document, await self._embed(document, passages))
        known[key] = document
        return len(passages), old is None, False

    async def _embedded(self, key: str) -> bool:
        """Whether the present embedder made the document's vectors."""
        return await self._shelf.embedder(key) == self._vectors.name

    async def _embed(self, document: Document, passages: Sequence[Passage]) -> list[Shelved]:
        """Vectors of passages that stood there before are kept; without an embedder there are none."""
        held = {
            old.passage.id: old.vector
            async for _, old in self._shelf.shelved([document.id])
            if old.vector and old.embedder == self._vectors.name
        }
        new = [passage for passage in passages if passage.id not in held]
        try:
            for start in range(0, len(new), BATCH):
                batch = new[start : start + BATCH]
                texts = [context(document, passage) for passage in batch]
                vectors = await asyncio.to_thread(self._vectors.passages, texts)
                held |= {passage.id: vector for passage, vector in zip(batch, vectors, strict=True)}
        except IndexUnavailable:
            return [Shelved(passage) for passage in passages]
        return [Shelved(passage, held[passage.id], self._vectors.name) for passage in passages]


def document_id(name: str, unit: str) -> str:
    """A file name has one place a unit: the same name again replaces the document."""
    return hashlib.sha256(f"{unit}\0{name}".encode()).hexdigest()[:24]


def cut(document: Document, lines: Sequence[Line]) -> list[Passage]:
    """The passages of a document. An id is a hash of what is indexed, so equal content keeps its id and vector."""
    passages: list[Passage] = []
    seen: dict[str, int] = {}
    for ordinal, clause in enumerate(split(lines)):
        passage = Passage(
            id="",
            document_id=document.id,
            ordinal=ordinal,
            clause=clause.address,
            path=clause.path,
            text=clause.text,
            page=clause.page,
            lead=clause.lead,
        )
        content = context(document, passage)
        seen[content] = seen.get(content, 0) + 1
        key = hashlib.sha256(f"{document.id}\0{content}\0{seen[content]}".encode()).hexdigest()[:24]
        passages.append(replace(passage, id=key))
    return passages


def _files(paths: Sequence[Path]) -> Iterator[Path]:
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


def _gone(known: Iterable[Document], paths: Sequence[Path], files: Sequence[Path], unit: str) -> list[str]:
    """Documents of the unit that came from one of the folders and whose file is no longer among those found."""
    folders = [path.resolve() for path in paths if path.is_dir()]
    present = {str(file.resolve()) for file in files}
    return [
        document.id
        for document in known
        if document.unit == unit
        and document.origin not in present
        and any(Path(document.origin).is_relative_to(folder) for folder in folders)
    ]


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UnreadableFile("文件打不开，请检查是否存在、有没有读取权限") from error
