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


@dataclass(frozen=True, slots=True)
class Unit:
    """A 科室 or 单位; `parent` is the id of the unit above, empty at the top."""

    id: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who was let in. `door` names where they come from: "telegram" or "terminal"."""

    id: str
    name: str
    unit: Unit
    role: Role
    active: bool = True


def below(units: Sequence[Unit], root: str) -> frozenset[str]:
    """Ids of the unit and of every unit under it; a tree that was tied into a ring ends where it began."""
    found, edge = {root}, {root}
    while edge:
        edge = {unit.id for unit in units if unit.parent in edge} - found
        found |= edge
    return frozenset(found)


def readable_units(person: Person | None) -> frozenset[str]:
    """Ids of the units whose documents the person may see; "" stands for what is for all. None: that alone.

    A suspended person sees nothing.
    """
    if person is None:
        return frozenset({""})
    return frozenset({"", person.unit.id}) if person.active else frozenset()
