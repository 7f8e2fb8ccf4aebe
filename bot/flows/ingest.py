"""Files into the library: read, cut, embed, switch. Search follows afterwards."""

import asyncio
import hashlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.domain.language.privacy import secrecy_mark
from bot.domain.library.cards import card, edition_of
from bot.domain.library.clauses import Line, split
from bot.domain.library.passages import Document, Passage, Shelved, context
from bot.domain.submissions.people import Person, Role, Unit
from bot.errors import IndexUnavailable, UnreadableFile
from bot.flows.sources import File, IndexCounts, Run, Taken, files_below, fingerprint, gone, is_from, origin_of
from bot.ports import DocumentReader, Library, Shelf, Vectors

HEAD = 12
"""Lines in which a document carries its secrecy mark; further down 机密 is what it talks about."""
BATCH = 256
"""Passages embedded together: enough of like length to fill the embedder's batches."""
PROOFS = 20
"""Sentences of a removed document that are searched for."""

Progress = Callable[[int, int, str], None]


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

    async def index(self, paths: Sequence[Path], *, progress: Progress | None = None, unit: str = "") -> IndexCounts:
        """Index files and folders for everyone, or for the unit with that id.

        Documents that were read from one of the folders and are no longer there are removed.
        """
        run = Run(unit, {document.id: document for document in await self._shelf.documents()})
        with tempfile.TemporaryDirectory() as scratch:
            files = await self._found(paths, Path(scratch), run)
            run.left = await asyncio.to_thread(_left, run, paths)
            await self._take_all(files, run, progress)
        removed = [one.id for one in await asyncio.to_thread(_left, run, paths)]
        if removed:
            await self._shelf.remove(removed)
        if progress:
            progress(len(files), len(files), "")
        if run.counts.added or run.counts.changed or removed:
            await self._library.follow()
        return replace(run.counts, removed=len(removed))

    async def take(self, path: Path, *, unit: str) -> Taken:
        """Index one file that a person sent, or the files of one archive, for everyone or for one unit."""
        run = Run(unit, {document.id: document for document in await self._shelf.documents()}, sent=True)
        with tempfile.TemporaryDirectory() as scratch:
            await self._take_all(await self._found([path], Path(scratch), run), run, None)
        if run.counts.added or run.counts.changed:
            await self._library.follow()
        return Taken(run.counts, tuple(dict.fromkeys(run.ids)), tuple(run.remarks))

    async def remove(self, document: Document) -> int:
        """Forget a document and prove it: how many of its own sentences still find it, which is 0."""
        units = frozenset({document.unit})
        sentences = [passage.text[:60] for passage in await self._shelf.clause(document.id, "", units)]
        await self._shelf.remove([document.id])
        await self._library.follow()
        left = await self._shelf.clause(document.id, "", units)
        someone = _reader_of(document.unit)
        hits = [
            hit
            for sentence in sentences[:: max(1, len(sentences) // PROOFS)]
            for hit in await self._library.search(sentence, person=someone, limit=10)
            if hit.document.id == document.id
        ]
        return len(hits) + len(left)

    async def text(self, path: Path) -> str:
        """The words of a file that somebody wants looked at; nothing of it is kept."""
        return "\n".join(line.text for line in (await self._reader.read(path)).lines)

    async def _found(self, paths: Sequence[Path], scratch: Path, run: Run) -> list[File]:
        """The files below the paths, those of archives unpacked into the scratch folder."""
        files: list[File] = []
        for number, path in enumerate(await asyncio.to_thread(lambda: list(files_below(paths)))):
            if path.suffix.lower() != ".zip":
                files.append(File(path, origin_of(path)))
                continue
            folder = scratch / str(number)
            folder.mkdir()
            try:
                inside = await self._reader.unpack(path, folder)
            except UnreadableFile as error:
                run.fail(path.name, error.user_message)
                run.present |= {document.origin for document in run.known.values() if is_from(path, document)}
                continue
            files += [File(file, f"{origin_of(path)}!{file.relative_to(folder)}") for file in inside]
        run.present |= {file.origin for file in files}
        return files

    async def _take_all(self, files: Sequence[File], run: Run, progress: Progress | None) -> None:
        """Take the files one by one; one that cannot be read does not keep the others back."""
        for done, file in enumerate(files):
            if progress:
                progress(done, len(files), file.path.name)
            try:
                await self._take(file, run)
            except UnreadableFile as error:
                run.fail(file.path.name, error.user_message)
            if run.waiting() >= BATCH:
                await self._put(run)
        await self._put(run)
        run.counts = replace(run.counts, documents=run.counts.added + run.counts.changed + run.counts.unchanged)

    async def _take(self, file: File, run: Run) -> None:
        """Read and cut one file, unless the library holds it as it is."""
        path = file.path
        sha256 = await asyncio.to_thread(fingerprint, path)
        held = run.held(file, sha256)
        if held and held.sha256 == sha256 and await self._shelf.embedder(held.id) == self._vectors.name:
            run.ids.append(held.id)
            run.counts = replace(run.counts, unchanged=run.counts.unchanged + 1)
            return
        read = await self._reader.read(path)
        if marked := next(filter(None, (secrecy_mark(line.text) for line in read.lines[:HEAD])), ""):
            raise UnreadableFile(f"文件标有“{marked}”，涉密文件不能收进资料库")
        drawn = card(path.stem, meta=read.meta, lines=read.lines, sha256=sha256)
        key, old = run.place(file, drawn)
        document = replace(
            drawn, id=key, unit=run.unit, origin=file.origin, scanned=read.scanned, edition=edition_of(drawn)
        )
        passages = cut(document, read.lines)
        if not passages:
            raise UnreadableFile("文件里没有可用的文字")
        run.ids.append(key)
        run.remarks += read.remarks
        run.pending.append((document, passages))
        run.known[key] = document
        run.counts = replace(
            run.counts,
            added=run.counts.added + (old is None),
            changed=run.counts.changed + (old is not None),
            passages=run.counts.passages + len(passages),
        )

    async def _put(self, run: Run) -> None:
        """Embed what waits, all together, and switch the documents one by one."""
        vectors = await self._embed(run)
        for document, passages in run.pending:
            shelved = [
                Shelved(passage, vectors[passage.id], self._vectors.name) if vectors else Shelved(passage)
                for passage in passages
            ]
            await self._shelf.replace(document, shelved)
        run.pending.clear()

    async def _embed(self, run: Run) -> dict[str, bytes]:
        """Vectors by passage id, those of equal passages and of equal files from the library. Empty without an
        embedder.
        """
        pending = run.pending
        vectors: dict[str, bytes] = {}
        for document, passages in pending:
            twin = run.contents.get(document.sha256, "")
            words = {(passage.ordinal, passage.text): passage.id for passage in passages}
            async for _, old in self._shelf.shelved(list(dict.fromkeys(filter(None, (document.id, twin))))):
                if old.vector and old.embedder == self._vectors.name:
                    vectors[old.passage.id] = old.vector
                    if old.passage.document_id == twin and (old.passage.ordinal, old.passage.text) in words:
                        vectors[words[old.passage.ordinal, old.passage.text]] = old.vector
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


def _left(run: Run, paths: Sequence[Path]) -> list[Document]:
    """The run's documents below the paths whose files are no longer there."""
    return [one for one in gone(run.known.values(), paths, frozenset(run.present)) if run.holds(one)]


def _reader_of(unit: str) -> Person | None:
    """Someone who sees what the unit sees; None sees what is for all."""
    return Person("", "", Unit(unit, ""), Role.STAFF) if unit else None
