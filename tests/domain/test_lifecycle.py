"""The submission's state machine: what may follow what, for thousands of random histories."""

from collections import Counter
from datetime import datetime
from itertools import product
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.domain.submissions import lifecycle
from bot.domain.submissions.lifecycle import REASONS, Event, Kind, Standing, State, fold, tally
from bot.errors import IllegalStep
from tests.fakes.histories import drawn, live

AT = datetime(2026, 11, 22, 9, 0)
PEOPLE = ("author", "editor", "other")


def event(kind: Kind, by: str = "editor", **more: Any) -> Event:
    given_ = {"sha256": "v1", **more}
    if kind in (Kind.RETURNED, Kind.RECALLED):
        given_ = {"reason": "要素不全", "words": "补上地点", **given_}
    if kind is Kind.MERGED:
        given_ = {"into": "s9", **given_}
    if kind is Kind.CLASSIFIED:
        given_ = {"category": "志愿服务", **given_}
    if kind is Kind.EDITED:
        given_ = {"base": "v1", **given_, "sha256": more.get("sha256", "v2")}
    return Event(kind, AT, by, by, **given_)


SUBMIT = event(Kind.SUBMITTED, "author")
SUPPLIED = event(Kind.EDITED, supplied=("editor",))


def test_a_report_is_returned_fixed_handed_in_again_and_adopted() -> None:
    again = event(Kind.SUBMITTED, "author", sha256="v2")
    end = fold([SUBMIT, event(Kind.RETURNED), again, event(Kind.ADOPTED, sha256="v2")])
    assert end is not None
    assert (end.state, end.round, end.seq, end.sha256) == (State.ADOPTED, 2, 4, "v2")
    assert end.decided is not None
    assert end.decided.name == "editor"


def test_an_edited_report_is_adopted_as_edited_and_handed_in_again_without_the_edit() -> None:
    end = fold([SUBMIT, event(Kind.EDITED), event(Kind.ADOPTED, sha256="v2")])
    assert end is not None
    assert (end.state, end.sha256, end.edited_by) == (State.ADOPTED, "v2", "editor")
    again = fold([SUBMIT, SUPPLIED, event(Kind.WITHDRAWN, "author"), event(Kind.SUBMITTED, "author", sha256="v3")])
    assert again is not None
    assert (again.sha256, again.edited_by, again.supplied) == ("v3", "", ())


@pytest.mark.parametrize(
    "way", [[event(Kind.ADOPTED, "other", sha256="v2")],
            [event(Kind.CONFIRMED, "author", sha256="v2"), event(Kind.ADOPTED, sha256="v2")]]
)  # fmt: skip
def test_what_an_editor_added_needs_another_editor_or_the_author(way: list[Event]) -> None:
    end = fold([SUBMIT, SUPPLIED, *way])
    assert end is not None
    assert end.state is State.ADOPTED


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([event(Kind.ADOPTED)], "还没有提交过"),
        ([SUBMIT, event(Kind.ADOPTED, "author")], "不能自己审"),
        ([SUBMIT, event(Kind.RETURNED, "author")], "不能自己审"),
        ([SUBMIT, event(Kind.ADOPTED), event(Kind.RETURNED)], "已采用：editor"),
        ([SUBMIT, event(Kind.RETURNED), event(Kind.ADOPTED)], "已退回：editor"),
        ([SUBMIT, event(Kind.ADOPTED, sha256="v0")], "已经改过再交"),
        ([SUBMIT, event(Kind.RETURNED, reason="不好看")], "选一个原因"),
        ([SUBMIT, event(Kind.RETURNED, words=" ")], "写一句说明"),
        ([SUBMIT, event(Kind.MERGED, into="")], "并入哪一篇"),
        ([SUBMIT, event(Kind.RECALLED)], "在待审"),
        ([SUBMIT, event(Kind.ADOPTED), event(Kind.RECALLED, "author")], "不能自己审"),
        ([SUBMIT, event(Kind.ADOPTED), event(Kind.RECALLED, words="")], "哪里有误"),
        ([SUBMIT, event(Kind.CLASSIFIED, category="")], "选一个类别"),
        ([SUBMIT, event(Kind.EDITED, "author")], "不能自己审"),
        ([SUBMIT, event(Kind.EDITED, base="v0")], "已经改过再交"),
        ([SUBMIT, event(Kind.EDITED, sha256="v1")], "没有改动"),
        ([SUBMIT, event(Kind.EDITED, sha256="")], "没有稿子"),
        ([SUBMIT, event(Kind.ADOPTED), event(Kind.EDITED)], "已采用：editor"),
        ([SUBMIT, event(Kind.EDITED), event(Kind.ADOPTED, "other")], "editor已经改过"),
        ([SUBMIT, event(Kind.EDITED), event(Kind.EDITED, "other", sha256="v3")], "editor已经改过"),
        ([SUBMIT, SUPPLIED, event(Kind.ADOPTED, sha256="v2")], "由另一位审核员采用"),
        ([SUBMIT, SUPPLIED, event(Kind.CONFIRMED, "editor", sha256="v2")], "只有拟稿人自己"),
        ([SUBMIT, SUPPLIED, event(Kind.CONFIRMED, "author")], "editor已经改过"),
        ([SUBMIT, event(Kind.CONFIRMED, "author")], "没有要确认的"),
        ([SUBMIT, SUBMIT], "在待审"),
        ([SUBMIT, event(Kind.WITHDRAWN, "editor")], "只有拟稿人自己"),
        ([SUBMIT, event(Kind.ADOPTED), event(Kind.WITHDRAWN, "author")], "已采用"),
        ([SUBMIT, event(Kind.RETURNED), event(Kind.SUBMITTED, "other")], "只有拟稿人自己"),
        ([event(Kind.SUBMITTED, "author", sha256="")], "没有稿子"),
    ],
)
def test_what_may_not_follow_is_refused_with_the_reason(events: list[Event], why: str) -> None:
    with pytest.raises(IllegalStep, match=why):
        fold(events)


# One draw an event: ten thousand histories of composed draws took a minute.
EVENTS = [
    Event(kind, AT, by, "某人", sha, category, reason, words, into, base, supplied)
    for kind, by, sha, category, reason, words, into in product(
        Kind, PEOPLE, ("", "v1", "v2"), ("", "志愿服务"), ("", REASONS[0]), ("", "补上地点"), ("", "s9")
    )
    for base, supplied in ((("v1", ()), ("v2", (by,))) if kind is Kind.EDITED else (("", ()),))
]
STEPS = list(product(range(3), EVENTS))
LONGEST = 14
HISTORIES = st.lists(st.sampled_from(STEPS), max_size=LONGEST)


def recounts(account: Counter[State], standings: dict[int, Standing]) -> None:
    assert {state: account[state] for state in State} == tally(standings.values())
    assert sum(account.values()) == len(standings)


def holds(before: Standing | None, happening: Event, after: Standing) -> None:
    """What must be true of every legal step, said without the machine's own words."""
    if happening.kind in (Kind.ADOPTED, Kind.RETURNED, Kind.MERGED):
        assert before is not None
        assert before.state is State.PENDING
        assert happening.by != before.author
        assert happening.sha256 == before.sha256
    if happening.kind in (Kind.ADOPTED, Kind.MERGED):
        assert before is not None
        assert happening.by not in before.supplied
    if happening.kind is Kind.EDITED:
        assert before is not None
        assert before.state is after.state is State.PENDING
        assert happening.by != before.author
        assert before.sha256 == happening.base != after.sha256
    if happening.kind is Kind.RECALLED:
        assert before is not None
        assert before.state is State.ADOPTED
        assert happening.by != before.author
        assert after.state is State.RETURNED
    elif before is not None:
        assert before.state not in (State.ADOPTED, State.MERGED)
    if before is not None:
        assert after.author == before.author
        assert after.seq == before.seq + 1
    assert after.sha256
    assert (after.decided is None) == (after.state is State.PENDING)


@given(HISTORIES)
@settings(max_examples=100, deadline=None)
def test_no_history_reaches_an_illegal_state_and_the_tally_is_the_recount(
    history: list[tuple[int, Event]],
) -> None:
    live(history, lifecycle, holds, recounts)


@pytest.mark.slow
@given(st.integers(0, 2**48))
@settings(max_examples=1_000, deadline=None, phases=[Phase.generate])
def test_ten_thousand_random_histories_reach_no_illegal_state(seed: int) -> None:
    for history in drawn(seed, STEPS, LONGEST):
        live(history, lifecycle, holds, recounts)
