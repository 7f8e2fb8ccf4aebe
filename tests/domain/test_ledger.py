"""The ledger's state machine: what may follow what, for thousands of random histories."""

from collections import Counter
from dataclasses import fields
from datetime import date, datetime
from itertools import product

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.domain.ledger import items
from bot.domain.ledger.items import NAMES, UNSAID, Event, Facts, Kind, Standing, State, fold, tally
from bot.errors import IllegalStep
from tests.fakes.histories import drawn, live

AT = datetime(2026, 6, 3, 9, 0)
TODAY = date(2026, 8, 15)
EARLY, LATE = date(2026, 7, 31), date(2026, 8, 31)
PROBLEM = Facts(problem="窗口排队时间长", deadline=EARLY)


def event(kind: Kind, by: str = "staff", facts: Facts = UNSAID, words: str = "写明了", **more: object) -> Event:
    return Event(kind, AT, by, by, facts, words, **more)


REGISTER = event(Kind.REGISTERED, facts=PROBLEM)


def test_a_problem_is_worked_on_put_off_claimed_sent_back_and_signed_off() -> None:
    standing = fold(
        [
            REGISTER,
            event(Kind.PROGRESSED, words="已采购"),
            event(Kind.EXTENDED, facts=Facts(deadline=LATE)),
            event(Kind.CLAIMED, words="窗口已增设"),
            event(Kind.REJECTED, "editor"),
            event(Kind.CLAIMED, words="附照片", files=1),
            event(Kind.CLOSED, "editor"),
        ]
    )
    assert standing is not None
    assert (standing.state, standing.claims, standing.extended, standing.seq) == (State.CLOSED, 2, 1, 7)
    assert standing.facts.deadline == LATE


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([event(Kind.PROGRESSED)], "还没有这一项"),
        ([event(Kind.REGISTERED)], "什么问题"),
        ([REGISTER, REGISTER], "已经登记过"),
        ([REGISTER, event(Kind.EXTENDED, facts=Facts(deadline=EARLY))], "比原来的晚"),
        ([REGISTER, event(Kind.EXTENDED, facts=Facts(deadline=LATE), words=" ")], "说明原因"),
        ([REGISTER, event(Kind.AMENDED, facts=Facts(deadline=LATE))], "说明原因"),
        ([REGISTER, event(Kind.AMENDED)], "要改什么"),
        ([REGISTER, event(Kind.CLAIMED, words="")], "要有依据"),
        ([REGISTER, event(Kind.CLOSED, "editor")], "还在整改"),
        ([REGISTER, event(Kind.CLAIMED), event(Kind.CLOSED, "staff")], "不能自己销号"),
        ([REGISTER, event(Kind.CLAIMED), event(Kind.REJECTED, "editor", words="")], "还差什么"),
        ([REGISTER, event(Kind.CLAIMED), event(Kind.CLAIMED)], "待销号"),
        ([REGISTER, event(Kind.REOPENED)], "还在整改"),
        ([event(Kind.REGISTERED, check="正学风"), event(Kind.CLAIMED)], "还没填问题"),
        ([REGISTER, event(Kind.VOIDED), event(Kind.PROGRESSED)], "已作废"),
    ],
)
def test_what_may_not_follow_is_refused_with_the_reason(events: list[Event], why: str) -> None:
    with pytest.raises(IllegalStep, match=why):
        fold(events)


def test_whoever_is_named_responsible_does_not_sign_it_off_either() -> None:
    mine = event(Kind.AMENDED, facts=Facts(owner="王科长"))
    signed = Event(Kind.CLOSED, AT, "p7", "王科长")
    with pytest.raises(IllegalStep, match="不能自己销号"):
        fold([REGISTER, mine, event(Kind.CLAIMED), signed])


def test_every_fact_has_a_name() -> None:
    assert tuple(NAMES) == tuple(field.name for field in fields(Facts))


EVENTS = [
    Event(kind, AT, by, by, facts, words, files, check=check)
    for kind, by, facts, words, files, check in product(
        Kind,
        ("staff", "editor", "李明"),
        (UNSAID, PROBLEM, Facts(deadline=LATE), Facts(owner="李明")),
        ("", "写明了"),
        (0, 1),
        ("", "正学风"),
    )
]
STEPS = list(product(range(3), EVENTS))
LONGEST = 24
HISTORIES = st.lists(st.sampled_from(STEPS), max_size=LONGEST)


def recounts(account: Counter[State], standings: dict[int, Standing]) -> None:
    counted = tally(standings.values(), TODAY)
    assert (counted.open, counted.claimed, counted.closed) == tuple(
        account[state] for state in (State.OPEN, State.CLAIMED, State.CLOSED)
    )
    assert counted.told == counted.open + counted.claimed + counted.closed
    assert counted.told + account[State.BLANK] + account[State.VOID] == len(standings)
    assert counted.overdue <= counted.open


def holds(before: Standing | None, happening: Event, after: Standing) -> None:
    """What must be true of every legal step, said without the machine's own words."""
    assert (after.state is State.BLANK) <= (not after.facts.problem)
    assert after.state in (State.BLANK, State.VOID) or after.facts.problem
    assert (after.claim is not None) == (after.state in (State.CLAIMED, State.CLOSED))
    if before is None:
        return
    assert after.seq == before.seq + 1
    assert before.state is not State.VOID
    if before.state is State.CLOSED:
        assert happening.kind is Kind.REOPENED
    if happening.kind is Kind.CLOSED:
        assert before.claim is not None
        assert happening.by != before.claim.by
        assert before.claim.words or before.claim.files
        assert happening.name != before.facts.owner
    later = before.facts.deadline and after.facts.deadline and after.facts.deadline > before.facts.deadline
    assert not later or (happening.kind is Kind.EXTENDED and happening.words)


@pytest.mark.slow
@given(HISTORIES)
@settings(max_examples=100, deadline=None)
def test_no_history_reaches_an_illegal_state_and_the_tally_is_the_recount(
    history: list[tuple[int, Event]],
) -> None:
    live(history, items, holds, recounts)


@pytest.mark.slow
@given(st.integers(0, 2**48))
@settings(max_examples=300, deadline=None, phases=[Phase.generate])
def test_thousands_of_random_histories_reach_no_illegal_state(seed: int) -> None:
    for history in drawn(seed, STEPS, LONGEST):
        live(history, items, holds, recounts)
