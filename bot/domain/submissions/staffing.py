"""Letting people in, moving and stopping them, and the tree of units, as changes of a turn. Who may is rights.py's."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.submissions.people import Role


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
