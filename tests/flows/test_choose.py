"""The model's report must improve on the offline one, or it is not shown."""

from dataclasses import replace

from bot.domain.notes.report import Checks, FactRef, Report
from bot.flows.draft import better

PICTURES = FactRef("124幅", "quantity", 0, 0, 4)
PEOPLE = FactRef("370多人", "quantity", 1, 0, 5)
TODAY = FactRef("今天", "date", 0, 5, 7)


def report(text: str, *, facts: tuple[FactRef, ...] = (PICTURES, PEOPLE, TODAY)) -> Report:
    return Report("县文化馆举办书画展", text, Checks(True, len(text) + 9), facts)


FULL = report("10月31日，县文化馆举办书画展，展出作品124幅，观众370多人。")


def test_fewer_words_for_the_same_facts_are_better() -> None:
    shorter = report("10月31日，县文化馆办书画展，作品124幅，观众370多人。")
    assert better((FULL,), (shorter,)) == (shorter,)


def test_more_words_for_the_same_facts_are_not() -> None:
    offline = (FULL,)
    longer = report("10月31日，县文化馆举办书画展，共展出书画作品124幅，前来观看的观众370多人。")
    assert better(offline, (longer,)) is offline


def test_a_lost_fact_is_never_made_up_for_by_brevity() -> None:
    offline = (FULL,)
    assert better(offline, (report("10月31日，县文化馆办书画展，作品124幅。"),)) is offline


def test_a_fact_more_is_better_even_where_it_takes_words() -> None:
    offline = report("10月31日，县文化馆举办书画展，展出作品124幅。", facts=(PICTURES, TODAY))
    assert better((offline,), (FULL,)) == (FULL,)


def test_what_fails_the_checks_is_never_shown_instead_of_what_passes() -> None:
    offline = (FULL,)
    assert better(offline, (replace(FULL, text="x", checks=Checks(False, 1)),)) is offline
    failing = replace(FULL, checks=Checks(False, 40))
    assert better((failing,), (FULL,)) == (FULL,)


def test_reports_are_chosen_one_by_one() -> None:
    short = report("10月31日，县文化馆办书画展，作品124幅，观众370多人。")
    poor = report("10月31日，办书画展。")
    assert better((FULL, FULL), (short, poor)) == (short, FULL)


def test_another_number_of_events_is_no_comparison() -> None:
    offline = (FULL, FULL)
    assert better(offline, (FULL,)) is offline
