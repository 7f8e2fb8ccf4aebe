"""People and their units, who may do what, and the changes that administration can ask for.

Nothing here trusts a request's own fields: the caller's record decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.submissions.lifecycle import State


class Role(StrEnum):
    """What a person is; each may do what those after it may."""

    ADMIN = "admin"
    EDITOR = "editor"
    WRITER = "writer"
    STAFF = "staff"


REVIEWERS = (Role.ADMIN, Role.EDITOR)


@dataclass(frozen=True, slots=True)
class Unit:
    """A 科室 or 单位; `parent` is the id of the unit above, empty at the top."""

    id: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who was let in."""

    id: str
    name: str
    unit: Unit
    role: Role
    active: bool = True


NAMELESS = "本单位"
"""The unit of a machine on which nobody has named it yet."""

OWNER = "terminal"
"""The id of whoever sits at the machine that holds the data folder: they administer everything."""


def below(units: Sequence[Unit], root: str) -> frozenset[str]:
    """Ids of the unit and of every unit under it; a tree that was tied into a ring ends where it began."""
    found, edge = {root}, {root}
    while edge:
        edge = {unit.id for unit in units if unit.parent in edge} - found
        found |= edge
    return frozenset(found)


def administered(
    person: Person, scope: frozenset[str], units: Sequence[Unit], everyone: Sequence[Person]
) -> frozenset[str]:
    """Ids of the units whose people the person may look after.

    An administrator of a unit at the top also reaches trees that have no administrator yet: somebody has to
    give such a unit its place. A tree with an administrator of its own is nobody else's.
    """
    if person.id == OWNER:
        return frozenset(unit.id for unit in units)
    if person.role is not Role.ADMIN or person.unit.parent:
        return scope
    led = {one.unit.id for one in everyone if one.active and one.role is Role.ADMIN and one.id != OWNER}
    trees = [below(units, unit.id) for unit in units if not unit.parent]
    return scope.union(*(tree for tree in trees if not tree & led))


def readable_units(person: Person | None) -> frozenset[str]:
    """Ids of the units whose documents the person may see; "" stands for what is for all. None: that alone.

    A suspended person sees nothing.
    """
    if person is None:
        return frozenset({""})
    return frozenset({"", person.unit.id}) if person.active else frozenset()


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


@dataclass(frozen=True, slots=True)
class AddUnit:
    """A new unit below another; an empty `under` puts it at the top."""

    id: str
    name: str
    under: str


@dataclass(frozen=True, slots=True)
class Invite:
    """A pairing code for one person; the records keep its hash alone."""

    code: str
    unit_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class SetActive:
    """Keep a person out from their next message on, or let them back in."""

    person_id: str
    active: bool


@dataclass(frozen=True, slots=True)
class Transfer:
    """Another unit or role for a person, from their next message on."""

    person_id: str
    unit_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class PlaceUnit:
    """A unit goes below another; an empty `under` puts it at the top."""

    unit_id: str
    under: str


@dataclass(frozen=True, slots=True)
class NameUnit:
    """Another name for a unit; what was written under the old one stays as it is."""

    unit_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Oversee:
    """One more unit for an editor with all below it, or one less."""

    person_id: str
    unit_id: str
    given: bool = True


@dataclass(frozen=True, slots=True)
class Moved:
    """A change as it was written down: who did it, in words, and the units that it touched."""

    at: datetime
    by: str
    told: str
    person_id: str = ""
    units: tuple[str, ...] = ()


Staffing = AddUnit | Invite | SetActive | Transfer | PlaceUnit | NameUnit | Oversee
