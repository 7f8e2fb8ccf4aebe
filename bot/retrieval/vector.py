"""The vector index: Chroma, imported here alone. A projection of the shelf, rebuilt whenever it breaks."""

import contextlib
import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from bot.errors import IndexUnavailable
from bot.retrieval.progress import Progress

BATCH = 1000
Value = TypeVar("Value")


class VectorIndex:
    """One collection a unit, so that who may see what is decided by which collections are asked.

    kill -9 while Chroma writes can leave a folder that fails for good (4 of 92 kills measured). Each folder is
    a generation: a broken one is left behind, the next is filled from the shelf. With `server` (an http
    address) the collections live there, named after this folder, so that two folders never meet.
    """

    def __init__(self, folder: Path, embedder: str, server: str = "") -> None:
        self._root = folder / f"vector-{embedder}"
        self._server = server
        self._client: Any = None
        self._collections: dict[str, Any] = {}

    @property
    def progress(self) -> Progress:
        """What the present generation holds."""
        return Progress(self._generation() / "progress.json")

    def _generation(self) -> Path:
        numbers = [int(path.name) for path in self._root.glob("[0-9]*") if path.is_dir()]
        folder = self._root / str(max(numbers, default=1))
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _open(self) -> Any:
        if self._client is None and self._server:
            self._client = self._connect()
        if self._client is None:
            import chromadb
            from chromadb.config import Settings

            path = self._generation() / "chroma"
            if not (path / "chroma.sqlite3").exists():
                self.progress.clear()
            settings = Settings(anonymized_telemetry=False)
            self._client = chromadb.PersistentClient(str(path), settings=settings)
        return self._client

    def _connect(self) -> Any:
        """A client of the Chroma server; what it has lost is forgotten here, so that it is filled again."""
        import chromadb
        from chromadb.config import Settings

        address = urlsplit(self._server)
        client = chromadb.HttpClient(
            host=address.hostname or "localhost",
            port=address.port or (443 if address.scheme == "https" else 8000),
            ssl=address.scheme == "https",
            settings=Settings(anonymized_telemetry=False),
        )
        if not any(collection.name.startswith(self._prefix) for collection in client.list_collections()):
            self.progress.clear()
        return client

    @property
    def _prefix(self) -> str:
        """What the names of this folder's collections begin with on a server; its own folder needs none."""
        if not self._server:
            return ""
        home = hashlib.sha256(str(self._root.resolve()).encode()).hexdigest()[:12]
        return f"shibao-{home}-{self._generation().name}-"

    def _own(self) -> list[Any]:
        return [one for one in self._open().list_collections() if one.name.startswith(self._prefix)]

    def _collection(self, unit: str, *, create: bool) -> Any:
        """The unit's collection; None where there is none yet."""
        name = self._prefix + ("unit-" + hashlib.sha256(unit.encode()).hexdigest()[:24] if unit else "everyone")
        if name not in self._collections:
            client = self._open()
            if create:
                # Searched wider than it is asked for, so that two indexes of one library rank alike: of 1,317 questions
                # to 70,000 passages one is led to another clause than by an exact search, as of 800; of 200 four are.
                space = {"hnsw": {"space": "cosine", "ef_construction": 400, "ef_search": 300}}
                found = client.get_or_create_collection(name, embedding_function=None, configuration=space)
            else:
                if name not in {collection.name for collection in self._own()}:
                    return None
                found = client.get_collection(name, embedding_function=None)
            self._collections[name] = found
        return self._collections[name]

    def _guard(self, work: Callable[[], Value]) -> Value:
        """Chroma's errors are many and undocumented; each means that the projection cannot be used now."""
        try:
            return work()
        except Exception as error:
            raise IndexUnavailable("向量索引暂时不能用，先按关键词检索") from error

    def start_anew(self) -> None:
        """Leave a broken generation behind and begin an empty one; the older folders are deleted if they
        can be.
        """
        old = self._generation()
        if self._server:
            self._drop_own()
        self._client, self._collections = None, {}
        (self._root / str(int(old.name) + 1)).mkdir(parents=True, exist_ok=True)
        shutil.rmtree(old, ignore_errors=True)

    def _drop_own(self) -> None:
        """Give the server's room back; a server that does not answer keeps it, and the next name differs."""
        with contextlib.suppress(Exception):
            for collection in self._own():
                self._open().delete_collection(collection.name)

    def write(self, passages: Iterable[tuple[str, str, str, bytes]], gone: Iterable[str]) -> None:
        """Add (passage id, document id, unit, vector), after whatever stood under the ids of gone documents."""
        self._guard(lambda: self._write(list(passages), list(gone)))

    def _write(self, passages: list[tuple[str, str, str, bytes]], gone: list[str]) -> None:
        import numpy as np

        for collection in self._own() if gone else ():
            # In every unit's: a document may have been another unit's before.
            collection.delete(where={"document": {"$in": gone}})
        for unit in {unit for _, _, unit, _ in passages}:
            own = [(key, document, vector) for key, document, owner, vector in passages if owner == unit]
            collection = self._collection(unit, create=True)
            for start in range(0, len(own), BATCH):
                keys, documents, vectors = zip(*own[start : start + BATCH], strict=True)
                collection.upsert(
                    ids=list(keys),
                    embeddings=np.frombuffer(b"".join(vectors), np.float32).reshape(len(keys), -1),
                    metadatas=[{"document": document} for document in documents],
                )

    def search(self, vector: bytes, units: frozenset[str], limit: int) -> list[tuple[str, float]]:
        """(passage id, cosine) best first."""
        return self._guard(lambda: self._search(vector, units, limit))

    def _search(self, vector: bytes, units: frozenset[str], limit: int) -> list[tuple[str, float]]:
        import numpy as np

        found: list[tuple[str, float]] = []
        for unit in units:
            collection = self._collection(unit, create=False)
            if collection is None:
                continue
            embedding = np.frombuffer(vector, np.float32)[None]
            result = collection.query(query_embeddings=embedding, n_results=limit, include=["distances"])
            found += [
                (key, 1.0 - distance) for key, distance in zip(result["ids"][0], result["distances"][0], strict=True)
            ]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def probe(self) -> None:
        """Raise IndexUnavailable where a collection cannot be read."""
        self._guard(lambda: [collection.count() for collection in self._own()])
