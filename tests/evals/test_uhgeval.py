"""The baseline on UHGEval is the published one, so that the product's figures may stand beside it."""

import pytest

from tests.evals.measures import Absent
from tests.evals.uhgeval import claims, plain_rule, rates


def test_the_plain_rule_gives_the_published_figures() -> None:
    try:
        among = list(claims())
    except Absent as absent:
        pytest.skip(str(absent))
    assert len(among) == 773
    assert [round(v, 3) for v in rates(plain_rule, among)] == [0.965, 0.851, 0.122]
