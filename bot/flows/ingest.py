"""Files into the library: read, cut, embed, switch. Search follows afterwards."""

import asyncio
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.domain.cards import card
from bot.domain.clauses import Line, split
from bot.domain.passages import Document, Passage, Shelved, context
from bot.domain.privacy import secrecy_mark
from bot.errors import IndexUnavailable, InputError, UnreadableFile
from bot.ports import DocumentReader, Library, Shelf, Vectors

HEAD = 12
"""Lines in which a document carries its secrecy mark; further down 机密 is what it talks about."""
CUTTING = b"2\0"
"""Goes into the fingerprint of a file; change it when files are cut otherwise, and all are read anew."""
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


@dataclass(slots=True)
class _Run:
    """One call of index(): what is known, what is counted, what was read and not yet embedded."""

    unit: str
    known: dict[str, Document]
    counts: IndexCounts = field(default_factory=IndexCounts)
    pending: list[tuple[Document, list[Passage]]] = field(default_factory=list)

    def waiting(self) -> int:
        """Passages that wait for their vectors."""
        return sum(len(passages) for _, passages in self.pending)


class Ingesting:
    """Puts files and folders into the library.

    Unchanged files cost a hash; of a changed one only the new passages are embedded. Each document is
    switched in one transaction, so whatever happens the old or the new one stands.
    """

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
        run = _Run(unit, {document.id: document for document in await self._shelf.documents()})
        for done, path in enumerate(files):
            if progress:
                progress(done, len(files), path.name)
            try:
                await self._take(path, run)
            except UnreadableFile as error:
                run.counts = replace(run.counts, failed=(*run.counts.failed, (path.name, error.user_message)))
            if run.waiting() >= BATCH:
                await self._put(run)
        await self._put(run)
        gone = await asyncio.to_thread(_gone, run.known.values(), paths, files, unit)
        if gone:
            await self._shelf.remove(gone)
        if progress:
            progress(len(files), len(files), "")
        if run.counts.added or run.counts.changed or gone:
            await self._library.follow()
        return replace(run.counts, documents=len(files) - len(run.counts.failed), removed=len(gone))

    async def _take(self, path: Path, run: _Run) -> None:
        """Read and cut one file, unless the library holds it as it is."""
        sha256 = await asyncio.to_thread(_sha256, path)
        key = document_id(path.stem, run.unit)
        old = run.known.get(key)
        if old is not None and old.sha256 == sha256 and await self._shelf.embedder(key) == self._vectors.name:
            run.counts = replace(run.counts, unchanged=run.counts.unchanged + 1)
            return
        read = await self._reader.read(path)
        if marked := next(filter(None, (secrecy_mark(line.text) for line in read.lines[:HEAD])), ""):
            raise UnreadableFile(f"文件标有“{marked}”，涉密文件不能收进资料库")
        drawn = card(path.stem, meta=read.meta, lines=read.lines, sha256=sha256)
        document = replace(drawn, id=key, unit=run.unit, origin=_origin(path))
        passages = cut(document, read.lines)
        if not passages:
            raise UnreadableFile("文件里没有可用的文字")
        run.pending.append((document, passages))
        run.known[key] = document
        run.counts = replace(
            run.counts,
            added=run.counts.added + (old is None),
            changed=run.counts.changed + (old is not None),
            passages=run.counts.passages + len(passages),
        )

    async def _put(self, run: _Run) -> None:
        """Embed what waits, all together, and switch the documents one by one."""
        vectors = await self._embed(run.pending)
        for document, passages in run.pending:
            shelved = [
                Shelved(passage, vectors[passage.id], self._vectors.name) if vectors else Shelved(passage)
                for passage in passages
            ]
            await self._shelf.replace(document, shelved)
        run.pending.clear()

    async def _embed(self, pending: Sequence[tuple[Document, Sequence[Passage]]]) -> dict[str, bytes]:
        """Vectors by passage id, old ones from the library. Empty without an embedder."""
        vectors = {
            old.passage.id: old.vector
            async for _, old in self._shelf.shelved([document.id for document, _ in pending])
            if old.vector and old.embedder == self._vectors.name
        }
        new = [(d, passage) for d, passages in pending for passage in passages if passage.id not in vectors]
        try:
            for start in range(0, len(new), BATCH):
                batch = new[start : start + BATCH]
                texts = [context(document, passage) for document, passage in batch]
                made = await asyncio.to_thread(self._vectors.passages, texts)
                vectors |= {passage.id: vector for (_, passage), vector in zip(batch, made, strict=True)}
        except IndexUnavailable:
            return {}
        return vectors


def document_id(name: str, unit: str) -> str:
    """A file name has one place a unit: the same name again replaces the document."""
    return hashlib.sha256(f"{unit}\0{name}".encode()).hexdigest()[:24]


def cut(document: Document, lines: Sequence[Line]) -> list[Passage]:
    """The passages of a document.

    An id is a hash of what is indexed, so equal content keeps its id and vector.
    """
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
    """In a folder, files that are about the folder are passed over, as are hidden ones and tables of
    words.
    """
    hidden = any(part.startswith((".", "~$")) for part in file.relative_to(root).parts)
    return not hidden and file.stem.lower() not in IGNORED and file.suffix.lower() != ".tsv"


def _gone(known: Iterable[Document], paths: Sequence[Path], files: Sequence[Path], unit: str) -> list[str]:
    """Documents of the unit that came from one of the folders and whose file is no longer among those
    found.
    """
    folders = [_origin(path) for path in paths if path.is_dir()]
    present = {_origin(file) for file in files}
    return [
        document.id
        for document in known
        if document.unit == unit
        and document.origin not in present
        and any(Path(document.origin).is_relative_to(folder) for folder in folders)
    ]


def _origin(path: Path) -> str:
    return os.path.abspath(path)


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(CUTTING + path.read_bytes()).hexdigest()
    except OSError as error:
        raise UnreadableFile("文件打不开，请检查是否存在、有没有读取权限") from error
