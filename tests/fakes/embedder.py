"""An embedder without weights: hashed pairs of characters, so that like texts have like vectors."""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from bot.domain.language.grams import grams

SIZE = 384
ALIKE = 0.2
"""Cosines lie between .8 and 1, as those of the packaged embedder do."""


class HashedVectors:
    """The port `Vectors`; `history` keeps what was embedded as passages."""

    name = "hashed-1"

    def __init__(self) -> None:
        self.history: list[str] = []

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        self.history.extend(texts)
        return [self.query(text) for text in texts]

    def query(self, text: str) -> bytes:
        bag = np.full(SIZE, 1e-3)
        for gram in grams(text):
            bag[int.from_bytes(hashlib.blake2s(gram.encode(), digest_size=4).digest()) % SIZE] += 1
        vector = np.append(bag / np.linalg.norm(bag) * ALIKE**0.5, (1 - ALIKE) ** 0.5)
        return vector.astype(np.float32).tobytes()

    def prepared(self, text: str) -> Callable[[], bytes]:
        return partial(self.query, text)
