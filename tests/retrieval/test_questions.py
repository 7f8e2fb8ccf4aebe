"""A question's vector is turned towards its answers; how sure an answer is stays on the old scale."""

from pathlib import Path

import numpy as np
import pytest

from bot.retrieval.questions import LEVEL, SLOPE, Turning, turned
from bot.retrieval.search import HybridSearch
from tests.fakes.embedder import SIZE
from tests.flows.library import LISTS, opened, write_files


def unit_vector() -> np.ndarray:
    drawn = np.random.default_rng(7).normal(size=SIZE).astype(np.float32)
    unit: np.ndarray = drawn / np.linalg.norm(drawn)
    return unit


def test_a_turned_question_is_of_unit_length_and_still_nearest_to_itself() -> None:
    vector = unit_vector()
    moved = np.frombuffer(Turning().turn(vector.tobytes()), np.float32)
    assert np.linalg.norm(moved) == pytest.approx(1, abs=1e-5)
    assert 0.5 < moved @ vector < 0.999


def test_a_matrix_that_learnt_nothing_moves_nothing() -> None:
    vector = unit_vector()
    assert turned(vector, np.zeros((SIZE, SIZE), np.float32)) == pytest.approx(vector, abs=1e-6)


async def test_the_search_asks_with_the_turned_question_and_tells_plain_cosines(tmp_path: Path) -> None:
    class Opposite(Turning):
        def turn(self, vector: bytes) -> bytes:
            return (-np.frombuffer(vector, np.float32)).tobytes()

    async with opened(tmp_path / "home") as library:
        await library.ingesting.index([write_files(tmp_path / "files")])
        stored = {
            shelved.passage.id: np.frombuffer(shelved.vector, np.float32)
            async for _, shelved in library.shelf.shelved([d.id for d in await library.shelf.documents()])
        }
        turning = HybridSearch(library.shelf, library.vectors, tmp_path / "other", LISTS, turning=Opposite())
        hits = await turning.search("zzz", person=None, limit=3)
    question = np.frombuffer(library.vectors.query("zzz"), np.float32)
    assert hits
    for hit in hits:
        cosine = float(stored[hit.passage.id] @ -question)
        assert hit.similarity == pytest.approx(LEVEL + SLOPE * cosine, abs=1e-4)
    assert hits[0].similarity == max(hit.similarity for hit in hits)
