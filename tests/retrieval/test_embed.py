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


@pytest.mark.slow
def test_a_prepared_question_has_its_vector_before_the_model_is_loaded_and_after() -> None:
    embedder = E5(MODELS)
    before = embedder.prepared("网吧离学校多远才能开")
    assert before() == embedder.prepared("网吧离学校多远才能开")() == embedder.query("网吧离学校多远才能开")
