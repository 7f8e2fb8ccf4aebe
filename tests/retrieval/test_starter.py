"""The vectors that come with the product are those of the starter library as it stands."""

import random
from pathlib import Path

import numpy as np
import pytest

from bot.retrieval.embed import E5
from bot.retrieval.starter import FILE, WithStarter, keep
from tests.evals.starter_vectors import KNOWLEDGE
from tests.evals.statutes import MODELS
from tests.fakes.embedder import HashedVectors
from tests.flows.library import opened


class Named(HashedVectors):
    """Counts what it had to embed."""

    name = E5.name


@pytest.mark.slow
async def test_a_first_start_embeds_next_to_nothing(tmp_path: Path) -> None:
    embedder = Named()
    async with opened(tmp_path / "home", vectors=WithStarter(embedder)) as library:
        counts = await library.ingesting.index([KNOWLEDGE])
    assert counts.passages > 150
    assert len(embedder.history) <= counts.passages / 10, "knowledge/ was changed: run `make vectors`"
    assert FILE.stat().st_size < 3_000_000


@pytest.mark.slow
async def test_what_is_kept_is_what_the_embedder_says(tmp_path: Path) -> None:
    reader = Named()
    async with opened(tmp_path / "home", vectors=reader) as library:
        await library.ingesting.index([KNOWLEDGE])
    missing = Named()
    sample = random.Random(3).sample(reader.history, 12)
    kept = WithStarter(missing).passages(sample)
    for text, one, other in zip(sample, kept, E5(MODELS).passages(sample), strict=True):
        if text not in missing.history:
            assert np.frombuffer(one, np.float32) @ np.frombuffer(other, np.float32) > 0.995


def test_only_new_words_are_embedded_and_another_embedder_embeds_all(tmp_path: Path) -> None:
    vectors = Named().passages(["甲", "乙"])
    assert keep(zip(["甲", "乙"], vectors, strict=True), tmp_path / "kept.npy") == 2
    embedder = Named()
    given = WithStarter(embedder, tmp_path / "kept.npy").passages(["乙", "丙", "甲"])
    assert embedder.history == ["丙"]
    for made, wanted in zip(given, HashedVectors().passages(["乙", "丙", "甲"]), strict=True):
        assert np.frombuffer(made, np.float32) @ np.frombuffer(wanted, np.float32) > 0.9999
    other = HashedVectors()
    WithStarter(other, tmp_path / "kept.npy").passages(["乙"])
    assert other.history == ["乙"]
