"""The packaged embedder: each text gets its own vector, however many are embedded together."""

import numpy as np
import pytest

from bot.retrieval.embed import BATCH_TOKENS, E5
from tests.evals.statutes import MODELS


@pytest.mark.slow
def test_texts_of_several_batches_keep_their_order() -> None:
    told = ["网吧不得接纳未成年人", "第五十条 文物销售单位" * 60, "公务接待不上烟酒"]
    long = ["开放" * 200] * 40
    assert len("".join(long)) / 2 > BATCH_TOKENS  # a token is two characters
    embedder = E5(MODELS)
    together = np.array([np.frombuffer(vector, np.float32) for vector in embedder.passages([*told, *long])])
    alone = np.array([np.frombuffer(embedder.passages([text])[0], np.float32) for text in told])
    assert (together @ alone.T).argmax(axis=0).tolist() == [0, 1, 2]
    assert (together[:3] * alone).sum(axis=1).min() > 0.99
