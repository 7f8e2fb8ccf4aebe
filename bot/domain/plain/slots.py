"""What makes a sentence checkable: figures, dates, names, deeds, results, quoted words, owners and deadlines.

Reads one sentence and says what it holds. What it is worth is decided in plain_talk.py; facts with their
place and value, for the reports, are the work of facts.py.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from bot.domain.language.lexicon import Hit, Lexicon
from bot.domain.plain import frames, phrases, signs, vocabulary


def _tagged() -> dict[str, str]:
    words: dict[str, str] = {}
    for group in phrases.EMPTY:
        words |= dict.fromkeys(group.words.split(), group.kind)
    for tag, listed in (
        ("formula", vocabulary.FORMULAS),
        ("neutral", vocabulary.NEUTRAL),
        ("thing", vocabulary.THINGS),
        ("mechanism", vocabulary.MECHANISMS),
        ("act", vocabulary.ACTS),
        ("result", vocabulary.RESULTS),
    ):
        words |= {word: tag for word in listed.split() if len(word) > 1}
    return words


LEXICON: Lexicon[str] = Lexicon(_tagged())
CONCRETE = frozenset({"thing", "mechanism", "act", "result"})
# Slogans tell of nobody who did or failed to do something: 人没到齐，会没开成.
_TOLD = re.compile(r"[了没被她他]|不能")


@dataclass(slots=True)
class Slots:
    """What one sentence holds. Counts unless said otherwise; `hollow` is the share of empty characters."""

    figures: int = 0
    day: bool = False
    month: bool = False
    deadline: bool = False
    recurrence: bool = False
    owner: bool = False
    delivery: bool = False
    title: bool = False
    named: bool = False
    person: bool = False
    place: bool = False
    going: bool = False
    anybody: bool = False
    speech: bool = False
    zero: bool = False
    defect: bool = False
    exhorts: bool = False
    intent: bool = False
    loose_figure: str = ""
    some: bool = False
    framed: str = ""
    couplet: bool = False
    saying: bool = False
    moved: bool = False
    by_name: bool = False
    hollow: float = 0.0
    density: float = 0.0
    length: int = 0
    deeds: int = 0
    words: dict[str, list[str]] = field(default_factory=dict)

    def count(self, tag: str) -> int:
        return len(self.words.get(tag, ()))


@lru_cache(maxsize=1024)
def read(sentence: str) -> Slots:
    """All that a sentence holds; asked for by one judgement after the other, and only looked at."""
    text = signs.normalise(sentence)
    slots = Slots(length=len(signs.HAN.findall(text)))
    quoted = _quotes(text, slots)
    hits = LEXICON.find(text)
    _words(text, hits, quoted, frames.find(text), slots)
    _figures(text, hits, quoted, slots)
    _times(text, slots)
    _people(text, hits, slots)
    _faults(text, slots)
    slots.saying = phrases.is_saying(text)
    slots.couplet = not (slots.place or slots.some) and is_couplet(text, longest=11 if slots.hollow else 7)
    return slots


def _quotes(text: str, slots: Slots) -> list[tuple[int, int]]:
    """Spans of quotes and titles; notes on the way what they are: a title, a name, somebody's words."""
    spans = []
    for found in signs.QUOTED.finditer(text):
        start, end = found.span()
        spans.append((start, end))
        inner = text[start + 1 : end - 1]
        if text[start] == "《":
            slots.title = True
        elif _is_statement(inner, text[max(0, start - 8) : start] + text[end : end + 12]):
            slots.speech = True
        elif inner not in vocabulary.COMMON_NAMES and len(inner) > 1:
            kind = signs.NAMED_KIND.match(text[end : end + 12]) or signs.NAMED_END.match(inner)
            slots.named = slots.named or kind is not None
    return spans


def _is_statement(words: str, around: str) -> bool:
    """Somebody's words, if they say something."""
    if len(words) < 8 or signs.SLOGAN.match(words) or not signs.SAID.search(around):
        return False
    return not _is_hollow(words)


def _is_hollow(words: str) -> bool:
    empty = sum(hit.end - hit.start for hit in LEXICON.find(words) if hit.tag not in CONCRETE)
    return empty * 3 > len(words) or bool(frames.find(words))


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < position < end for start, end in spans)


def _words(
    text: str, hits: tuple[Hit[str], ...], quoted: list[tuple[int, int]], shapes: tuple[frames.Match, ...], slots: Slots
) -> None:
    """Count the listed words; those inside a title, and the concrete ones inside a frame, prove nothing."""
    blind = [(shape.start, shape.end) for shape in shapes]
    hollow = list(blind)
    for shape in shapes:
        if shape.frame.whole:
            slots.framed = shape.frame.kind
    for hit in hits:
        if hit.tag == "neutral":
            continue
        inside = _inside(hit.start, quoted)
        slots.deeds += not inside and hit.tag in ("act", "result")
        if hit.tag not in CONCRETE:
            slots.words.setdefault(hit.tag, []).append(hit.word)
            hollow.append((hit.start, hit.end))
        elif hit.tag == "result" or not (
            any(a <= hit.start < b for a, b in blind) or (inside and hit.tag != "mechanism")
        ):
            slots.words.setdefault(hit.tag, []).append(hit.word)
    if signs.HONOUR.search(text):
        slots.words.setdefault("result", []).append("获")
    slots.density = 1 - min(1.0, _covered(hollow[len(blind) :]) / max(slots.length, 1))
    slots.hollow = min(1.0, _covered(hollow) / max(slots.length, 1))


def is_couplet(text: str, *, longest: int) -> bool:
    """Two or more short pieces of the same length and nothing else: a slogan by its shape."""
    if _TOLD.search(text):
        return False
    pieces = [len(piece) for piece in signs.PAUSE.split(text) if piece] if len(text) <= 40 else []
    return len(pieces) >= 2 and min(pieces) >= 4 and max(pieces) <= longest and max(pieces) - min(pieces) <= 1


def _covered(spans: list[tuple[int, int]]) -> int:
    """Characters in the union of the spans."""
    total = reached = 0
    for start, end in sorted(spans):
        if end > reached:
            total += end - max(start, reached)
            reached = end
    return total


def _figures(text: str, hits: tuple[Hit[str], ...], quoted: list[tuple[int, int]], slots: Slots) -> None:
    slots.zero = signs.ZERO.search(text) is not None
    if not signs.NUMBER_CHARS.search(text):
        return
    taken = [(h.start - 1, h.end) for h in hits if h.tag != "thing"]
    taken += [(m.start() - 1, m.end()) for pattern in (signs.ANAPHORA, phrases.BOASTS) for m in pattern.finditer(text)]
    for pattern in (signs.COUNTED, signs.FIGURE, signs.SPELLED):
        for found in pattern.finditer(text):
            if not _inside(found.start(), quoted) and not _inside(found.start(), taken):
                slots.figures += 1


def _times(text: str, slots: Slots) -> None:
    if "月" in text or "日" in text or "号" in text:
        slots.day = signs.DAY.search(text) is not None or signs.LASTS.search(text) is not None
    slots.day = slots.day or signs.CLOCK.search(text) is not None
    moved = signs.MOVED.search(text) or signs.SETTLED.search(text) or signs.SERVED.search(text)
    slots.moved = moved is not None and signs.ABSTRACT_SUBJECT.search(text) is None
    slots.month = signs.MONTH.search(text) is not None
    slots.deadline = signs.DEADLINE.search(text) is not None
    slots.recurrence = "每" in text and signs.RECURRENCE.search(text) is not None
    slots.exhorts = signs.EXHORTATION.search(text) is not None
    slots.intent = slots.exhorts or signs.PLAN.search(text) is not None


def _people(text: str, hits: tuple[Hit[str], ...], slots: Slots) -> None:
    slots.owner = signs.OWNER.search(text) is not None
    slots.delivery = signs.DELIVERY.search(text) is not None
    slots.person = signs.PERSON.search(text) is not None or signs.BEARER.search(text) is not None
    for found in signs.PLACE.finditer(text):
        name = found.group(1)
        if not signs.COMMON_PLACE.search(name) and name not in LEXICON:
            slots.place = True
            before = text[max(0, found.start() - 9) : found.start()]
            slots.going = slots.going or signs.GOING.search(before) is not None
    house = signs.HOUSE.search(text)
    slots.by_name = house is not None and signs.ANY_DEED.search(text[: house.start()] + text[house.end() :]) is None
    slots.anybody = signs.ANYBODY.search(text, 0, signs.SUBJECT_REACH) is not None
    heard = signs.WITNESS.search(text)
    told = signs.TELLER.search(text)
    slots.speech = slots.speech or bool(heard) or bool(told and not _is_hollow(text[told.end() :]))


def _faults(text: str, slots: Slots) -> None:
    loose = signs.VAGUE_COUNT.search(text)
    slots.loose_figure = loose.group() if loose else ""
    slots.some = signs.SOME.search(text) is not None
    for clause in signs.BREAK.split(text):
        if signs.DEFECT.search(clause) and not signs.ABSTRACT_SUBJECT.search(clause):
            slots.defect = True
