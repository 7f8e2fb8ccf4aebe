"""One piece of a message: its words, kind and time, and what later corrections made of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.language.dates import moments, timed
from bot.domain.language.day_patterns import WAS, is_past
from bot.domain.language.moment import Moment
from bot.domain.language.needed import Seldom
from bot.domain.language.privacy import private_spans
from bot.domain.language.quantities import Quantity, quantities
from bot.domain.notes.kinds import Kind

_TOLD_TO = Seldom(
    r"(?:建议|通知|要求|安排|嘱咐|叮嘱|提醒|答应|约好?|(?<![确规决审商制暂固一])[定排](?=[了在到好])好?|[改挪推延移调](?:期|迟|后|时间)?(?=[在到])|说好(?![几多些久长])|(?<![转出])让|(?<![一-龥])叫|[要得]等到?)(?:了|的是?|[在到])?(?=[^，。]{0,8}(?:周|星期|礼拜|\d))"
    r"|(?<=[完好齐清])了(?=(?:周|星期|礼拜)[一二三四五六日天](?![^，。]*[了过的]))"
)
_COMES = re.compile(
    r"(?:说|讲)(?:是|好)?(?=(?:周|星期|礼拜)[一二三四五六日天](?:[上下]午|早上|晚上?)?(?:就|再|才)?(?:能|会|可以)?"
    r"(?:来|去|到|送|修|办|给|交|报|换|补|装|拉|取|上门|出)(?![^，。]*[了过的]$))"
)
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Patch:
    """A later correction: [start, end) of the utterance's text now reads `text`, said at [source_start, source_end)
    of message `source`. `private` where it only takes out what must not be told."""

    start: int
    end: int
    text: str
    source: int
    source_start: int
    source_end: int
    private: bool = False


_DECIMAL = re.compile(r"\d{1,2}\.\d")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A piece of a message: messages[message].text[start:end] == text. `opens` where it announces another matter,
    `told` where it gives somebody's words (demands, wishes, answers), so that what is to come is not our plan."""

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
    told: bool = False
    # Asked for again and again while a day is read; worked out once.
    _moments: tuple[Moment, ...] | None = field(default=None, init=False, repr=False, compare=False)
    _quantities: tuple[Quantity, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def __hash__(self) -> int:
        return hash((self.message, self.start, self.text))

    def moments(self) -> tuple[Moment, ...]:
        """Its time expressions, offsets inside `text`."""
        found = self._moments
        if found is None:
            found = self._read_moments()
            object.__setattr__(self, "_moments", found)
        return found

    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures other than dates and clock times, offsets inside `text`."""
        found = self._quantities
        if found is None:
            found = quantities(self.text, [(m.start, m.end) for m in self.moments()])
            object.__setattr__(self, "_quantities", found)
        return found

    def hidden(self) -> list[str]:
        """What is private in its words and is not told."""
        spans = [(p.start, p.end) for p in self.patches if p.private]
        return [self.text[a:b] for a, b in (*spans, *((p.start, p.end) for p in private_spans(self.text))) if a < b]

    @property
    def altered(self) -> bool:
        """Whether a patch stands for words as typed; a unit written in behind a figure alters nothing."""
        return any(p.start < p.end for p in self.patches)

    def as_kind(self, kind: Kind) -> "Utterance":
        """The same words, taken for another kind."""
        return self._as_read(replace(self, kind=kind))

    def as_told(self) -> "Utterance":
        """The same words, taken for what somebody said."""
        return self._as_read(replace(self, told=True))

    def with_patches(self, patches: tuple[Patch, ...]) -> "Utterance":
        """The same words with these corrections."""
        return self._as_read(replace(self, patches=patches))

    def counting_pieces(self) -> "Utterance":
        """The same words, its 块 taken for pieces and not for money."""
        found = tuple(replace(q, pieces=True) if q.unit == "块" else q for q in self.quantities())
        made = self._as_read(replace(self))
        object.__setattr__(made, "_quantities", found)
        return made

    def as_typed(self, typed: "Utterance", place: Callable[[int, int], tuple[int, int]]) -> "Utterance":
        """These words as they were typed, longer by what was taken back; their figures and days stand at `place`."""
        for name, found in (("_moments", self.moments()), ("_quantities", self.quantities())):
            spans = ((one, *place(one.start, one.end)) for one in found)
            object.__setattr__(typed, name, tuple(replace(one, start=a, end=b) for one, a, b in spans))
        return typed

    def in_message(self, index: int, speaker: str, *, opens: bool) -> "Utterance":
        """The same words as a piece of the day's message `index`."""
        patches = tuple(replace(p, source=index) for p in self.patches)
        at, told = (index, self.start, self.end), self.told
        return self._as_read(Utterance(*at, self.text, self.said, speaker, self.kind, self.plan, patches, opens, told))

    def _as_read(self, made: "Utterance") -> "Utterance":
        """What was read of the words holds for whatever else is made of them."""
        object.__setattr__(made, "_moments", self._moments)
        object.__setattr__(made, "_quantities", self._quantities)
        return made

    def _read_moments(self) -> tuple[Moment, ...]:
        if not timed(self.text) or (self.start and _DECIMAL.fullmatch(self.text)):
            return ()  # 余氯超了，1.2
        found = moments(self.text, self.said, past=is_past(self.text) and not self.plan, plan=self.plan)
        if (told := _TOLD_TO.search(self.text) or _COMES.search(self.text)) and not WAS.search(
            self.text
        ):  # 看了建议他周一来登记: the Monday to come
            ahead = {m.start: m for m in moments(self.text, self.said, plan=True)}
            found = tuple(ahead.get(m.start, m) if told.end() <= m.start <= told.end() + _NEAR else m for m in found)
        hidden = private_spans(self.text)
        return (
            tuple(m for m in found if not any(p.start < m.end and m.start < p.end for p in hidden)) if hidden else found
        )
