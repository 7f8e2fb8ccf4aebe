"""The ledger of problems as a state machine over its events: what may follow what, and how each item stands.

Who may cause an event by unit and role is people.py's business; that nobody signs off their own is decided here.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import reduce

from bot.domain.language.moment import month_day
from bot.errors import IllegalStep


class Kind(StrEnum):
    """What can happen to an item."""

    REGISTERED = "registered"
    AMENDED = "amended"
    EXTENDED = "extended"
    PROGRESSED = "progressed"
    CLAIMED = "claimed"
    CLOSED = "closed"
    REJECTED = "rejected"
    REOPENED = "reopened"
    VOIDED = "voided"


class State(StrEnum):
    """Where an item stands, in the words that people see. A BLANK one holds a point to check, no problem yet."""

    BLANK = "待填"
    OPEN = "整改中"
    CLAIMED = "待销号"
    CLOSED = "已销号"
    VOID = "已作废"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a problem; what is empty was not said."""

    problem: str = ""
    source: str = ""
    measures: str = ""
    owner: str = ""
    deadline: date | None = None

    def lacking(self) -> tuple[str, ...]:
        """The names of what was not said."""
        return tuple(name for key, name in NAMES.items() if not getattr(self, key))

    def updated(self, news: "Facts") -> "Facts":
        """These facts with what the news say in their place."""
        return replace(self, **{key: value for key in NAMES if (value := getattr(news, key))})


UNSAID = Facts()

NAMES = {"problem": "问题", "source": "来源", "measures": "措施", "owner": "责任人", "deadline": "时限"}
"""The facts of an item as people call them, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `by` is the id of who did it, `name` how they were called then.

    `words` are a reason, a progress note or the evidence; `files` counts the photos and documents that came with
    them, `message` names the message that said it. `check` is the point of a checklist that an item is for.
    """

    kind: Kind
    at: datetime
    by: str
    name: str
    facts: Facts = UNSAID
    words: str = ""
    files: int = 0
    message: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an item stands after its events. `claims` counts how often it was said to be done, `seq` its events.

    `dated` is when the deadline was last set, `claim` the word that it is done, `decided` what ended it or sent it
    back.
    """

    state: State
    facts: Facts
    registered: Event
    moved: datetime
    dated: datetime
    progress: tuple[Event, ...] = ()
    claim: Event | None = None
    decided: Event | None = None
    claims: int = 0
    extended: int = 0
    seq: int = 1

    def overdue(self, today: date) -> bool:
        """Whether the deadline is past while nobody has said that it is done."""
        deadline = self.facts.deadline
        return self.state is State.OPEN and deadline is not None and deadline < today


@dataclass(frozen=True, slots=True)
class Item:
    """One problem of a unit under its number there, with everything that happened to it."""

    id: str
    unit_id: str
    unit: str
    number: int
    events: tuple[Event, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """One event to write behind the `seq` that it was decided on; an item opens with seq 0."""

    item_id: str
    unit_id: str
    number: int
    seq: int
    event: Event


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items stand where. `told` counts every real problem: neither blanks nor void ones."""

    told: int
    closed: int
    claimed: int
    open: int
    overdue: int


def fold(events: Iterable[Event]) -> Standing | None:
    """How things stand after all events; None before the first."""
    nothing: Standing | None = None
    return reduce(step, events, nothing)


def step(standing: Standing | None, event: Event) -> Standing:
    """The state after one more event; IllegalStep where it may not happen."""
    if standing is None:
        return _first(event)
    match event.kind:
        case Kind.AMENDED:
            after = _amended(standing, event)
        case Kind.EXTENDED:
            after = _extended(standing, event)
        case Kind.PROGRESSED:
            _need(standing, State.OPEN, State.CLAIMED)
            _need_evidence(event, "进展要写一句做了什么。")
            after = replace(standing, progress=(*standing.progress, event))
        case Kind.CLAIMED:
            _need(standing, State.OPEN)
            _need_evidence(event, "申请销号要有依据：写一句做成了什么，或把照片、文件一起发来。")
            after = replace(standing, state=State.CLAIMED, claim=event, claims=standing.claims + 1, decided=None)
        case Kind.CLOSED | Kind.REJECTED:
            after = _signed(standing, event)
        case Kind.REOPENED:
            _need(standing, State.CLOSED)
            _need_words(event, "重新打开要说明原因。")
            after = replace(standing, state=State.OPEN, claim=None, decided=event, dated=event.at)
        case Kind.VOIDED:
            _need(standing, State.BLANK, State.OPEN)
            _need_words(event, "作废要说明原因。")
            after = replace(standing, state=State.VOID, decided=event)
        case Kind.REGISTERED:
            raise IllegalStep("这一项已经登记过。")
    return replace(after, seq=standing.seq + 1, moved=event.at)


def _first(event: Event) -> Standing:
    if event.kind is not Kind.REGISTERED:
        raise IllegalStep("台账里还没有这一项。")
    if not (event.facts.problem or event.check):
        raise IllegalStep("请说清是什么问题。")
    state = State.OPEN if event.facts.problem else State.BLANK
    return Standing(state, event.facts, registered=event, moved=event.at, dated=event.at)


def _amended(standing: Standing, event: Event) -> Standing:
    _need(standing, State.BLANK, State.OPEN)
    before, news = standing.facts, event.facts
    if news == UNSAID:
        raise IllegalStep("没看出要改什么。")
    if before.deadline and news.deadline and news.deadline > before.deadline:
        raise IllegalStep("时限往后推要说明原因，如“第3项延期到9月15日，因为设备没到货”。")
    after = before.updated(news)
    dated = event.at if news.deadline else standing.dated
    return replace(standing, state=State.OPEN if after.problem else State.BLANK, facts=after, dated=dated)


def _extended(standing: Standing, event: Event) -> Standing:
    _need(standing, State.OPEN)
    _need_words(event, "延期要说明原因。")
    before, after = standing.facts.deadline, event.facts.deadline
    if event.facts != Facts(deadline=after) or after is None:
        raise IllegalStep("请说清延到哪一天。")
    if before is None or after <= before:
        raise IllegalStep("新的时限要比原来的晚。")
    facts = replace(standing.facts, deadline=after)
    return replace(standing, facts=facts, dated=event.at, extended=standing.extended + 1)


def _signed(standing: Standing, event: Event) -> Standing:
    _need(standing, State.CLAIMED)
    if standing.claim is None or event.by == standing.claim.by or event.name == standing.facts.owner:
        raise IllegalStep("自己办的事不能自己销号，请等别的审核员处理。")
    if event.kind is Kind.CLOSED:
        return replace(standing, state=State.CLOSED, decided=event)
    _need_words(event, "退回要写一句还差什么。")
    return replace(standing, state=State.OPEN, claim=None, decided=event)


def _need(standing: Standing, *states: State) -> None:
    if standing.state not in states:
        raise IllegalStep(told(standing))


def _need_words(event: Event, why: str) -> None:
    if not event.words.strip():
        raise IllegalStep(why)


def _need_evidence(event: Event, why: str) -> None:
    if not event.words.strip() and not event.files:
        raise IllegalStep(why)


def told(standing: Standing) -> str:
    """How the item stands, in one line."""
    decided, claim = standing.decided, standing.claim
    if standing.state is State.BLANK:
        return "这一项还没填问题。"
    if standing.state is State.CLAIMED and claim:
        return f"这一项待销号：{claim.name}{month_day(claim.at)}申请，等审核员确认。"
    if decided and standing.state is not State.OPEN:
        return f"这一项{standing.state}：{decided.name}，{month_day(decided.at)}。"
    return "这一项还在整改。"


def tally(standings: Iterable[Standing], today: date) -> Tally:
    """The counts; told = closed + claimed + open, and overdue ones are among the open."""
    every = tuple(standings)
    stands = Counter(one.state for one in every)
    closed, claimed, open_ = stands[State.CLOSED], stands[State.CLAIMED], stands[State.OPEN]
    late = sum(one.overdue(today) for one in every)
    return Tally(closed + claimed + open_, closed, claimed, open_, late)


CHECKS = (
    "查立场是否坚定",
    "查政令是否畅通",
    "查党建是否规范",
    "查管理是否科学",
    "查履职是否尽责",
    "查“四风”是否反弹",
    "正学风",
    "正政风",
    "正行风",
    "正会风",
    "正家风",
    "提高工作效能",
    "提高群众满意度",
)
UNNAMED = "“六正”的来源里只写了五个，第六个请看本地方案，自己登记。"


def named(words: str) -> str:
    """The point that the words name and nothing else; empty where they name none."""
    told = _bare(words)
    return next((check for check in CHECKS if told and _bare(check) == told), "")


def _bare(words: str) -> str:
    return re.sub(r"^[一二三四五六](?=[查正])|[“”\"「」\s。]", "", words.strip())
