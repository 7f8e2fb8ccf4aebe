"""The vectors of the starter library, which come with the product: a first start embeds nothing.

They are found by the words that were embedded, so a file of knowledge/ that was changed is embedded as any other.
`make vectors` makes them anew (tests/evals/starter_vectors.py).
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.retrieval.embed import E5, Embedder

FILE = Path(__file__).with_name(f"starter-{E5.name}.npy")
KEY = 16
"""Bytes of the hash of a text."""


class WithStarter:
    """The port `Vectors`: a text of the starter library gets the vector kept for it, any other goes to the embedder."""

    def __init__(self, embedder: Embedder, file: Path = FILE) -> None:
        self.name = embedder.name
        self._embedder = embedder
        self._file = file

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        """One vector a text."""
        new = [text for text in texts if _key(text) not in self._kept]
        made = dict(zip(new, self._embedder.passages(new), strict=True)) if new else {}
        return [made[text] if text in made else self._kept[_key(text)] for text in texts]

    def query(self, text: str) -> bytes:
        """The vector of a question."""
        return self._embedder.query(text)

    def prepared(self, text: str) -> Callable[[], bytes]:
        """A question read and ready: the call that is given back runs the model."""
        return self._embedder.prepared(text)

    @cached_property
    def _kept(self) -> dict[bytes, bytes]:
        """Hash of a text → its vector (float32 bytes); nothing for another embedder than it was made with."""
        import numpy as np

        if self.name != E5.name or not self._file.exists():
            return {}
        rows = np.load(self._file)
        vectors = rows["vector"].astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return {key.tobytes(): vector.tobytes() for key, vector in zip(rows["key"], vectors, strict=True)}


def keep(vectors: Iterable[tuple[str, bytes]], file: Path = FILE) -> int:
    """Write the file anew from (text, vector), half as exact as they are; how many they were."""
    import numpy as np

    known = sorted((_key(text), vector) for text, vector in vectors)
    size = len(known[0][1]) // 4
    rows: Any = np.zeros(len(known), [("key", "u1", KEY), ("vector", "<f2", size)])
    for row, (key, vector) in zip(rows, known, strict=True):
        row["key"] = np.frombuffer(key, np.uint8)
        row["vector"] = np.frombuffer(vector, np.float32)
    np.save(file, rows)
    return len(known)


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:KEY]
