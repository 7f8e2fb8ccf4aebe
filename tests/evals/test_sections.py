"""A part of the requests of sections.py, so that the fast tests see a wrong figure too."""

import pytest

from tests.evals.sections import (
    REQUESTS,
    drafted,
    lacking_gaps,
    missing_totals,
    planted_and_found,
    strange_figures,
    water_faults,
    wrong_totals,
)


@pytest.mark.parametrize("requests", [REQUESTS[3::16], pytest.param(REQUESTS[3::4], marks=pytest.mark.slow)])
async def test_every_figure_equals_the_recount_and_nothing_strange_enters(requests) -> None:
    for request, (section, copied) in zip(requests, await drafted(requests), strict=True):
        assert wrong_totals(request, section.text) == []
        assert missing_totals(request, section.text) == []
        assert strange_figures(request, section.text) == []
        assert lacking_gaps(request, section.text) == []
        assert section.checks.ungrounded == ()
        assert copied == 0


def test_sentences_of_earlier_summaries_are_known_again_with_other_figures() -> None:
    assert planted_and_found() == (20, 20)


@pytest.mark.slow
def test_a_trade_that_no_list_knows_is_counted_as_well() -> None:
    assert water_faults() == []
