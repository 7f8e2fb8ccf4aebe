"""Looking for what was handed in already about the same event, seen with one person's eyes."""

from datetime import datetime, timedelta

from bot.domain.language.likeness import day_of, same_event
from bot.domain.submissions.lifecycle import State
from bot.domain.submissions.people import Person
from bot.domain.submissions.rights import Eyes, may_see
from bot.domain.submissions.submission import Frozen, Submission
from bot.ports import Log, Units

# Nobody hands in what is older; a yearly event of the year before is another one.
_REACH = timedelta(days=90)
_COUNTS = (State.PENDING, State.ADOPTED)


async def visible(person: Person, *, log: Log, units: Units, since: datetime | None = None) -> tuple[Submission, ...]:
    """Every submission that the person may see, or those that moved since."""
    scope = await units.scope(person)
    eyes = Eyes(person, scope)
    found = await log.among((*scope, person.unit.id), person.id, since=since)
    return tuple(
        one for one in found if may_see(eyes, author=one.standing.author, unit_id=one.unit_id, state=one.standing.state)
    )


async def alike(
    person: Person, frozen: Frozen, submission_id: str, *, log: Log, units: Units
) -> tuple[Submission, ...]:
    """Others that are pending or adopted and tell of the same event, as far as the person may see them."""
    mine = day_of(frozen.text, frozen.at)
    since = frozen.at - _REACH
    return tuple(
        other
        for other in await visible(person, log=log, units=units, since=since)
        if other.id != submission_id
        and other.standing.state in _COUNTS
        and same_event(frozen.text, other.frozen.text, days=(mine, day_of(other.frozen.text, other.frozen.at)))
    )
