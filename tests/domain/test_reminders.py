"""Who is reminded when: nobody at night, nobody twice, nobody forgotten; over restarts, weekends and months."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ledger.items import Event, Facts, Item, Kind, fold
from bot.domain.ledger.reminders import Lying, Quiet, addressees, due, of_item, of_lying
from bot.domain.submissions.people import Person, Role, Unit

QUIET = Quiet()
LIBRARY = Unit("u1", "县图书馆")
REGISTERED = datetime(2026, 6, 1, 10, 0)  # a Monday


def item(deadline: date | None, *more: Event, owner: str = "李明") -> Item:
    first = Event(Kind.REGISTERED, REGISTERED, "p1", "小李", Facts("窗口排队", owner=owner, deadline=deadline))
    standing = fold((first, *more))
    assert standing is not None
    return Item("i1", LIBRARY.id, LIBRARY.name, 1, (first, *more), standing)


def run(one: Item, first: datetime, last: datetime, step: timedelta, quiet: Quiet = QUIET) -> dict[str, datetime]:
    """Look again and again; what was given, with its time."""
    given_: dict[str, datetime] = {}
    now = first
    while now <= last:
        if key := of_item(one, now, quiet=quiet, given=given_):
            assert key not in given_
            given_[key] = now
        now += step
    return given_


def marks(given_: dict[str, datetime]) -> list[tuple[str, date]]:
    return [(key.rsplit(":", 1)[1], at.date()) for key, at in given_.items()]


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        # A Friday: three days and one day before, the next working day after, then every week.
        (
            date(2026, 6, 12),
            [
                ("3", date(2026, 6, 9)),
                ("1", date(2026, 6, 11)),
                ("over0", date(2026, 6, 15)),
                ("over1", date(2026, 6, 22)),
            ],
        ),
        # A Monday: the Friday before, and on the day itself rather than on Sunday.
        (
            date(2026, 6, 15),
            [
                ("3", date(2026, 6, 12)),
                ("1", date(2026, 6, 15)),
                ("over0", date(2026, 6, 16)),
                ("over1", date(2026, 6, 23)),
            ],
        ),
        # A Sunday: nobody is left to be told on the last two days.
        (
            date(2026, 6, 14),
            [
                ("3", date(2026, 6, 11)),
                ("1", date(2026, 6, 12)),
                ("over0", date(2026, 6, 15)),
                ("over1", date(2026, 6, 22)),
            ],
        ),
        (None, []),
    ],
)
def test_before_the_deadline_after_it_and_then_weekly(deadline: date | None, expected: list[tuple[str, date]]) -> None:
    given_ = run(item(deadline), REGISTERED, datetime(2026, 6, 24), timedelta(hours=1))
    assert marks(given_) == expected
    assert {at.time().hour for at in given_.values()} <= {8}


def test_a_deadline_set_late_is_not_echoed_at_once() -> None:
    one = item(date(2026, 6, 3))
    assert marks(run(one, REGISTERED, datetime(2026, 6, 4), timedelta(hours=1))) == [("1", date(2026, 6, 2))]


def test_another_deadline_is_another_reminder_and_what_is_claimed_is_left_alone() -> None:
    later = Event(Kind.EXTENDED, datetime(2026, 6, 10, 9), "p1", "小李", Facts(deadline=date(2026, 6, 30)), "没到货")
    claim = Event(Kind.CLAIMED, datetime(2026, 6, 28, 9), "p1", "小李", words="装好了")
    end = datetime(2026, 7, 20)
    assert [mark for mark, _ in marks(run(item(date(2026, 6, 12), later), REGISTERED, end, timedelta(hours=3)))][
        :2
    ] == ["3", "1"]
    assert run(item(date(2026, 6, 12), later, claim), REGISTERED, end, timedelta(hours=3)) == {}


def test_who_slept_through_a_week_hears_the_newest_alone() -> None:
    one = item(date(2026, 6, 12))
    assert marks(run(one, datetime(2026, 6, 25, 12), datetime(2026, 6, 25, 18), timedelta(hours=1))) == [
        ("over0", date(2026, 6, 25))
    ]


@pytest.mark.parametrize(
    ("quiet", "loud", "hushed"),
    [
        (Quiet(), "2026-06-12T08:00", "2026-06-12T07:59"),
        (Quiet(), "2026-06-12T21:59", "2026-06-12T22:00"),
        (Quiet(), "2026-06-12T12:00", "2026-06-13T12:00"),
        (Quiet(weekends=False), "2026-06-13T12:00", "2026-06-13T23:00"),
        (Quiet(720, 840), "2026-06-12T14:00", "2026-06-12T12:00"),
        (Quiet(0, 0), "2026-06-12T03:00", "2026-06-13T03:00"),
    ],
)
def test_quiet_hours(quiet: Quiet, loud: str, hushed: str) -> None:
    assert not quiet.at(datetime.fromisoformat(loud))
    assert quiet.at(datetime.fromisoformat(hushed))


MINUTES = 60 * 24 * 70


@given(
    deadline=st.integers(0, 40),
    looks=st.lists(st.integers(0, MINUTES), max_size=150),
    hours=st.tuples(st.integers(0, 24 * 60), st.integers(0, 24 * 60)),
    weekends=st.booleans(),
)
@settings(max_examples=100, deadline=None)
def test_whenever_it_looks_nothing_comes_twice_too_often_or_at_night(
    deadline: int, looks: list[int], hours: tuple[int, int], weekends: bool
) -> None:
    quiet, day = Quiet(*hours, weekends), REGISTERED.date() + timedelta(days=deadline)
    one = item(day)
    given_: dict[str, datetime] = {}
    for minute in sorted(looks):
        now = REGISTERED + timedelta(minutes=minute)
        key = of_item(one, now, quiet=quiet, given=given_)
        if key:
            assert key not in given_
            assert not quiet.at(now)
            assert due(one, now)
            given_[key] = now
    late = [at.date() for key, at in given_.items() if ":over" in key]
    assert all(b - a >= timedelta(days=7) for a, b in pairwise(late))
    assert all(at > day for at in late)
    assert len(given_) - len(late) <= 2


@given(deadline=st.integers(4, 40), weekends=st.booleans(), restart=st.integers(0, 60))
@settings(max_examples=40, deadline=None)
def test_who_looks_every_hour_of_the_day_loses_none_whatever_the_day(
    deadline: int, weekends: bool, restart: int
) -> None:
    day = REGISTERED.date() + timedelta(days=deadline)
    first = REGISTERED + timedelta(days=restart % (deadline + 1))
    given_ = run(
        item(day), first, REGISTERED + timedelta(days=deadline + 5), timedelta(hours=3), Quiet(weekends=weekends)
    )
    kinds = [mark for mark, _ in marks(given_)]
    assert "over0" in kinds
    if first.date() <= day - timedelta(days=5):
        assert kinds[:2] == ["3", "1"]


def test_what_lies_for_a_day_is_said_once() -> None:
    lying = Lying("7", "p1", datetime(2026, 6, 11, 17, 0), ("送书320册",))
    at = datetime(2026, 6, 12, 17, 0)
    assert of_lying(lying, at - timedelta(minutes=1), quiet=QUIET, given={}) == ""
    assert of_lying(lying, at, quiet=QUIET, given={}) == "desk:7"
    assert of_lying(lying, at, quiet=QUIET, given={"desk:7": at}) == ""
    assert of_lying(lying, at + timedelta(days=1), quiet=QUIET, given={}) == ""  # a Saturday
    assert of_lying(lying, at + timedelta(days=20), quiet=QUIET, given={}) == ""
    assert of_lying(replace(lying, notes=()), at, quiet=QUIET, given={}) == ""


def test_it_goes_to_who_is_responsible_else_to_who_registered_it_else_to_an_editor() -> None:
    ming = Person("p2", "李明", LIBRARY, Role.STAFF)
    li = Person("p1", "小李", LIBRARY, Role.STAFF)
    elsewhere = replace(li, unit=Unit("u2", "县博物馆"))
    editor = Person("p3", "馆审核", LIBRARY, Role.EDITOR)
    one = item(date(2026, 6, 12), owner="办公室李明")
    assert addressees(one, [li, ming], [editor]) == (ming,)
    assert addressees(one, [li, replace(ming, active=False)], [editor]) == (li,)
    assert addressees(one, [elsewhere], [editor]) == (editor,)
    assert addressees(one, [], []) == ()
