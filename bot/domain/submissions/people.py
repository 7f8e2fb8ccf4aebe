"""Who may do what. Nothing here trusts a request's own fields: the caller's record decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


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
