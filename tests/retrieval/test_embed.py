"""The packaged embedder: a text gets the same vector beside whatever others it is embedded."""

import pytest

from bot.retrieval.embed import E5
from tests.evals.statutes import MODELS


@pytest.mark.slow
def test_a_text_has_one_vector_beside_whatever_others() -> None:
    told = ["网吧不得接纳未成年人", "第五十条 文物销售单位" * 60, "公务接待不上烟酒"]
    embedder = E5(MODELS)
    alone = [embedder.passages([text])[0] for text in told]
    assert embedder.passages([*told, *["开放" * 200] * 9])[:3] == alone
    assert len(set(alone)) == len(told)
