"""The life of a submission as a state machine over its events: what may follow what, and how things stand.

Who may cause an event by role and unit is people.py's business; that nobody reviews their own is decided here.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import reduce

from bot.domain.language.moment import month_day
from bot.errors import IllegalStep


class Kind(StrEnum):
    """What can happen to a submission."""

    SUBMITTED = "submitted"
    CLASSIFIED = "classified"
    RETURNED = "returned"
    ADOPTED = "adopted"
    MERGED = "merged"
    RECALLED = "recalled"
    WITHDRAWN = "withdrawn"
    EDITED = "edited"
    CONFIRMED = "confirmed"


class State(StrEnum):
    """Where a submission stands, in the words that people see."""

    PENDING = "待审"
    RETURNED = "已退回"
    ADOPTED = "已采用"
    MERGED = "已并入"
    WITHDRAWN = "已撤回"


REASONS = ("事实不准", "要素不全", "一稿多事", "空话套话", "超时效", "涉密隐私", "重复报送")
"""The codes of a return."""

CORRECTION = "采用后更正"
"""The code of a recall: what was adopted turned out wrong. It goes back to its author and counts no more."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `by` is the id of who did it, `name` how they were called then.

    `sha256` names the frozen report that was submitted, edited, decided on or merged; `into` is the submission
    that a merged one counts with. An edit replaces the report named `base`; `supplied` are the ids of the editors
    whose own additions then stand in it and that the author has not confirmed.
    """

    kind: Kind
    at: datetime
    by: str
    name: str
    sha256: str = ""
    category: str = ""
    reason: str = ""
    words: str = ""
    into: str = ""
    base: str = ""
    supplied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a submission stands after its events. `round` counts how often it was handed in, `seq` its events.

    `edited_by` is the name of the editor who last changed this round's text, `supplied` as in Event.
    """

    state: State
    author: str
    author_name: str
    sha256: str
    category: str
    first_at: datetime
    submitted_at: datetime
    round: int = 1
    seq: int = 1
    decided: Event | None = None
    edited_by: str = ""
    supplied: tuple[str, ...] = ()


def fold(events: Iterable[Event]) -> Standing | None:
    """How things stand after all events; None before the first."""
    nothing: Standing | None = None
    return reduce(step, events, nothing)


def step(standing: Standing | None, event: Event) -> Standing:
    """The state after one more event; IllegalStep where it may not happen."""
    if standing is None:
        return _first(event)
    match event.kind:
        case Kind.SUBMITTED:
            after = _again(standing, event)
        case Kind.CLASSIFIED:
            _need(standing, State.PENDING)
            if not event.category:
                raise IllegalStep("请选一个类别。")
            after = replace(standing, category=event.category)
        case Kind.WITHDRAWN:
            _need(standing, State.PENDING, State.RETURNED)
            _need_author(standing, event)
            after = replace(standing, state=State.WITHDRAWN, decided=event)
        case Kind.EDITED:
            _need(standing, State.PENDING)
            after = _edited(standing, event)
        case Kind.CONFIRMED:
            _need(standing, State.PENDING)
            _need_author(standing, event)
            after = _confirmed(standing, event)
        case Kind.RETURNED | Kind.ADOPTED | Kind.MERGED:
            _need(standing, State.PENDING)
            after = _decided(standing, event)
        case Kind.RECALLED:
            _need(standing, State.ADOPTED)
            after = _decided(standing, event)
    return replace(after, seq=standing.seq + 1)


def _first(event: Event) -> Standing:
    if event.kind is not Kind.SUBMITTED:
        raise IllegalStep("这篇还没有提交过。")
    _need_report(event)
    return Standing(
        state=State.PENDING,
        author=event.by,
        author_name=event.name,
        sha256=event.sha256,
        category=event.category,
        first_at=event.at,
        submitted_at=event.at,
    )


def _again(standing: Standing, event: Event) -> Standing:
    _need_author(standing, event)
    _need(standing, State.RETURNED, State.WITHDRAWN)
    _need_report(event)
    return replace(
        standing,
        state=State.PENDING,
        sha256=event.sha256,
        category=event.category or standing.category,
        submitted_at=event.at,
        round=standing.round + 1,
        decided=None,
        edited_by="",
        supplied=(),
    )


def _edited(standing: Standing, event: Event) -> Standing:
    """The text of an editor takes the place of the one that it was made from, and of no other."""
    if event.by == standing.author:
        raise IllegalStep("自己的稿子不能自己审，要改请先撤回。")
    _need_report(event)
    if event.base != standing.sha256:
        raise IllegalStep(_outdated(standing))
    if event.sha256 == event.base:
        raise IllegalStep("没有改动，不用存。")
    return replace(standing, sha256=event.sha256, edited_by=event.name, supplied=event.supplied)


def _confirmed(standing: Standing, event: Event) -> Standing:
    """The author says that what an editor added is true."""
    if event.sha256 != standing.sha256:
        raise IllegalStep(_outdated(standing))
    if not standing.supplied:
        raise IllegalStep("没有要确认的补充。")
    return replace(standing, supplied=())


_OUTCOME = {
    Kind.RETURNED: State.RETURNED,
    Kind.ADOPTED: State.ADOPTED,
    Kind.MERGED: State.MERGED,
    Kind.RECALLED: State.RETURNED,
}


def _decided(standing: Standing, event: Event) -> Standing:
    if event.by == standing.author:
        raise IllegalStep("自己的稿子不能自己审，请等别的审核员处理。")
    if event.sha256 != standing.sha256:
        raise IllegalStep(_outdated(standing))
    if event.kind in (Kind.ADOPTED, Kind.MERGED) and event.by in standing.supplied:
        raise IllegalStep("稿里有你补充的内容，你不能自己采用：请作者点“属实”，或由另一位审核员采用。")
    if event.kind is Kind.RETURNED and (event.reason not in REASONS or not event.words.strip()):
        raise IllegalStep("退回要选一个原因，再写一句说明。")
    if event.kind is Kind.RECALLED and not event.words.strip():
        raise IllegalStep("请写明哪里有误。")
    if event.kind is Kind.MERGED and not event.into:
        raise IllegalStep("请说明并入哪一篇。")
    return replace(standing, state=_OUTCOME[event.kind], decided=event)


def _need(standing: Standing, *states: State) -> None:
    if standing.state not in states:
        raise IllegalStep(told(standing))


def _need_author(standing: Standing, event: Event) -> None:
    if event.by != standing.author:
        raise IllegalStep("这篇是别人交的，只有拟稿人自己能改交或撤回。")


def _need_report(event: Event) -> None:
    if not event.sha256:
        raise IllegalStep("没有稿子，不能提交。")


def _outdated(standing: Standing) -> str:
    """Why the text that was looked at is not the one that stands."""
    if standing.edited_by:
        return f"这篇{standing.edited_by}已经改过，请看最新的一版再定。"
    return "稿子已经改过再交，请看最新的一版再定。"


def told(standing: Standing) -> str:
    """How things stand, in one line."""
    decided = standing.decided
    if decided is None:
        return f"这篇在待审，{_moment(standing.submitted_at)}由{standing.author_name}提交。"
    return f"这篇{standing.state}：{decided.name}，{_moment(decided.at)}。"


def _moment(at: datetime) -> str:
    return f"{month_day(at)}{at:%H:%M}"


def tally(standings: Iterable[Standing]) -> dict[State, int]:
    """How many submissions stand where; every state is named."""
    counted = Counter(standing.state for standing in standings)
    return {state: counted[state] for state in State}
