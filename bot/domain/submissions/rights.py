"""Who may see and decide what, by role and unit. What is not named here is denied."""

from dataclasses import dataclass

from bot.domain.submissions.lifecycle import State
from bot.domain.submissions.people import REVIEWERS, Person, Role


@dataclass(frozen=True, slots=True)
class Eyes:
    """A person with the units that they look after as an editor: their unit and those below it."""

    person: Person
    scope: frozenset[str] = frozenset()


def may_review(eyes: Eyes, unit_id: str) -> bool:
    """Whether the person is an editor for that unit."""
    person = eyes.person
    return person.active and person.role in REVIEWERS and unit_id in eyes.scope


def may_read_feedback(person: Person) -> bool:
    """Whether the person may read what people of their units said of answers."""
    return person.active and person.role in REVIEWERS


def may_decide(eyes: Eyes, *, author: str, unit_id: str) -> bool:
    """Nobody decides on their own."""
    return may_review(eyes, unit_id) and eyes.person.id != author


def may_keep(person: Person, unit_id: str) -> bool:
    """Whether the person may put documents into the library, and change or remove them: for a unit, or for all ("").

    What is for all is the editors' business, what is a unit's that of everyone in it.
    """
    if not person.active:
        return False
    return person.role in REVIEWERS if not unit_id else unit_id == person.unit.id


def may_see(eyes: Eyes, *, author: str, unit_id: str, state: State) -> bool:
    """Whether the person may see that a submission exists, its title and how it stands.

    What was adopted is the whole unit's; what was not is its author's, its unit's writer's and its editors'.
    """
    person = eyes.person
    if not person.active:
        return False
    if person.id == author or may_review(eyes, unit_id):
        return True
    if person.unit.id != unit_id:
        return False
    return state in (State.ADOPTED, State.MERGED) or person.role in (Role.WRITER, Role.EDITOR, Role.ADMIN)


def may_follow(eyes: Eyes, unit_id: str) -> bool:
    """Whether the person may see a unit's ledger and write in it: their own unit's, and those they look after."""
    return eyes.person.active and (eyes.person.unit.id == unit_id or may_review(eyes, unit_id))


def may_list(eyes: Eyes) -> bool:
    """Whether the person may see who is in the units of their scope."""
    return eyes.person.active and eyes.person.role in REVIEWERS


def may_invite(eyes: Eyes, unit_id: str, role: Role) -> bool:
    """Administrators let anyone in, editors those who write for them."""
    return may_administer(eyes, unit_id) or (may_review(eyes, unit_id) and role in (Role.WRITER, Role.STAFF))


def may_administer(eyes: Eyes, unit_id: str) -> bool:
    """Whether the person may move and stop people of that unit and give it its place."""
    return eyes.person.active and eyes.person.role is Role.ADMIN and unit_id in eyes.scope


def may_void(eyes: Eyes, unit_id: str, registered_by: str) -> bool:
    """Whether the person may make an item void: who registered it, or an editor; else a problem could be hidden."""
    return may_follow(eyes, unit_id) and (eyes.person.id == registered_by or may_review(eyes, unit_id))
