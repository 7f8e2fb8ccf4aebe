"""One piece of a message: its words, kind and time, and what later corrections made of it."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.dates import moments
from bot.domain.kinds import Kind
from bot.domain.moment import Moment
from bot.domain.plans import PAST
from bot.domain.privacy import private_spans
from bot.domain.quantities import Quantity, quantities


@dataclass(frozen=True, slots=True)
class Patch:
    """A later correction: [start, end) of the utterance's text now reads `text`, said at [source_start, source_end)
    of message `source`."""

    start: int
    end: int
    text: str
    source: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """A piece of a message: messages[message].text[start:end] == text. `opens` where it announces another matter."""

    message: int
    start: int
    end: int
    text: str
    said: datetime
    speaker: str
    kind: Kind = Kind.CONTENT
    plan: bool = False
    patches: tuple["Patch", ...] = ()
    opens: bool = False
    # Asked for again and again while a day is read; worked out once.
    _moments: tuple[Moment, ...] | None = field(default=None, init=False, repr=False, compare=False)
    _quantities: tuple[Quantity, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def moments(self) -> tuple[Moment, ...]:
        """Its time expressions, offsets inside `text`."""
        if self._moments is None:
            object.__setattr__(self, "_moments", self._read_moments())
        return self._moments or ()

    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures other than dates and clock times, offsets inside `text`."""
        if self._quantities is None:
            taken = tuple((m.start, m.end) for m in self.moments())
            object.__setattr__(self, "_quantities", quantities(self.text, taken))
        return self._quantities or ()

    def _read_moments(self) -> tuple[Moment, ...]:
        found = moments(self.text, self.said, past=PAST.search(self.text) is not None, plan=self.plan)
        hidden = private_spans(self.text)
        return (
            tuple(m for m in found if not any(p.start < m.end and m.start < p.end for p in hidden)) if hidden else found
        )
