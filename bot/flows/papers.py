"""Submissions as somebody may see them: what one person sees and may open, what tells of the same event, what follows.

Every look asks anew for the rights of whoever looks; who may not know of a submission learns nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.language.likeness import day_of, same_event
from bot.domain.submissions.lifecycle import Event, Kind, State, step
from bot.domain.submissions.people import Eyes, Person, may_decide, may_review, may_see
from bot.domain.submissions.submission import Append, Frozen, Submission, Version
from bot.domain.talk.desk import Desk
from bot.domain.talk.door import Incoming, Notice, Reply
from bot.errors import InputError
from bot.flows import cards
from bot.ports import Log, Units

# Nobody hands in what is older; a yearly event of the year before is another one.
_REACH = timedelta(days=90)
_COUNTS = (State.PENDING, State.ADOPTED)


class Papers:
    """The log of submissions with the rights of whoever asks."""

    def __init__(self, log: Log, units: Units) -> None:
        self.log = log
        self.units = units

    async def eyes(self, person: Person) -> Eyes:
        """The person with what they look after now."""
        return Eyes(person, await self.units.scope(person))

    async def seen(self, person: Person, *, since: datetime | None = None) -> tuple[Submission, ...]:
        """Every submission that the person may see, or those that moved since."""
        eyes = await self.eyes(person)
        found = await self.log.among((*eyes.scope, person.unit.id), person.id, since=since)
        return tuple(one for one in found if _sees(eyes, one))

    async def own(self, person: Person) -> list[Submission]:
        """What the person handed in."""
        return [one for one in await self.seen(person) if one.standing.author == person.id]

    async def waiting(self, person: Person) -> list[Submission]:
        """What the person may decide on now."""
        eyes = await self.eyes(person)
        return [
            one
            for one in await self.seen(person)
            if one.standing.state is State.PENDING and may_decide(eyes, author=one.standing.author, unit_id=one.unit_id)
        ]

    async def alike(self, person: Person, frozen: Frozen, submission_id: str) -> tuple[Submission, ...]:
        """Others that are pending or adopted and tell of the same event, as far as the person may see them."""
        mine = day_of(frozen.text, frozen.at)
        return tuple(
            other
            for other in await self.seen(person, since=frozen.at - _REACH)
            if other.id != submission_id
            and other.standing.state in _COUNTS
            and same_event(frozen.text, other.frozen.text, days=(mine, day_of(other.frozen.text, other.frozen.at)))
        )

    async def opened(self, desk: Desk, argument: str, *, own: bool = False) -> tuple[Submission, str]:
        """For an editor: the submission and the text that the button stood under; with `own` also one of their own."""
        submission_id, sha256 = argument.split(" ")[:2]
        submission = await self.log.find(submission_id)
        eyes = await self.eyes(desk.person)
        if submission is None or not may_review(eyes, submission.unit_id):
            raise InputError(cards.NOT_YOURS)
        if not own and not may_decide(eyes, author=submission.standing.author, unit_id=submission.unit_id):
            raise InputError("自己的稿子不能自己审，请等别的审核员处理。")
        return submission, sha256

    async def authored(self, desk: Desk, submission_id: str) -> Submission:
        """For its author: the submission."""
        submission = await self.log.find(submission_id)
        if submission is None or submission.standing.author != desk.person.id:
            raise InputError("没有这篇报送，或不是你交的。")
        return submission

    async def reviewers(self, submission: Submission, *, but: Collection[str] = ()) -> list[Person]:
        """Everyone who may decide on it; never its author."""
        aside = (*but, submission.standing.author)
        return [one for one in await self.units.reviewers(submission.unit_id) if one.id not in aside]

    async def card(self, person: Person, submission: Submission, history: Sequence[Version] = ()) -> Reply:
        """The editor's card; `history` ends with a text that is not in the log yet, else it is read."""
        others = await self.alike(person, submission.frozen, submission.id)
        return cards.review(submission, history=history or await self.log.history(submission.id), alike=others)

    async def cards(
        self, submission: Submission, history: Sequence[Version] = (), *, but: Collection[str] = ()
    ) -> list[Notice]:
        """The card for everyone who may decide."""
        history = history or await self.log.history(submission.id)
        editors = await self.reviewers(submission, but=but)
        return [Notice(one.id, await self.card(one, submission, history)) for one in editors]


def _sees(eyes: Eyes, one: Submission) -> bool:
    return may_see(eyes, author=one.standing.author, unit_id=one.unit_id, state=one.standing.state)


def happens(
    desk: Desk,
    incoming: Incoming,
    submission: Submission,
    kind: Kind,
    *,
    sha256: str = "",
    category: str = "",
    reason: str = "",
    words: str = "",
    into: str = "",
) -> tuple[Submission, Append]:
    """The submission after one more event, and the event to write; IllegalStep where it may not happen."""
    event = Event(kind, incoming.at, desk.person.id, desk.person.name, sha256, category, reason, words, into)
    after = replace(submission, standing=step(submission.standing, event))
    return after, Append(submission.id, submission.standing.seq, event)
