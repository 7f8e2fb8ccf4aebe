"""What is said of a finished summary: each line holds what its own sources hold, and the same figure agrees.

The fact lock of reports asks all notes at once; here every line is asked against its own sources, so that a figure
of another event, unit or year stands out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache

from bot.domain.language.names import places
from bot.domain.language.quantities import quantities
from bot.domain.lock.checks import check
from bot.domain.notes.note import Note
from bot.domain.notes.report import Checks
from bot.domain.plain.plain_talk import judge
from bot.domain.plain.slots import read
from bot.domain.plain.verdicts import Judgement, Verdict
from bot.domain.summary.parts import Line, Sum

LEAST_SUBSTANTIVE = 0.55
LEAST_FACTS = 3
# Examples of one kind of work say the same words again, and campaigns are shortened when the text is written out.
_NO_FAULTS = ("long-sentence", "repeated-name")
GAP = re.compile(r"【待补：[^】]*】")
_PART = re.compile(r"^[一二三四五六七八九十]+、.*$", re.M)
_QUOTE = re.compile(r"“([^”]*)”")
_POINT = re.compile(r"^（[一二三四五六七八九十]+）", re.M)


@dataclass(frozen=True, slots=True)
class Bars:
    """The share of characters in sentences that say something, and the points with fewer facts than three."""

    substantive: float
    thin: tuple[str, ...]
    judged: Judgement

    @property
    def faults(self) -> tuple[str, ...]:
        """What a reader should look at, in plain words."""
        said = [finding.message for finding in self.judged.findings if finding.rule not in _NO_FAULTS]
        if self.substantive < LEAST_SUBSTANTIVE:
            said.append(f"实在内容只占{self.substantive:.0%}，不到55%")
        if self.thin:
            some = "、".join(f"“{one}”" for one in self.thin[:3])
            said.append(f"{some}{'等' if len(self.thin) > 3 else ''}写得薄，不到3个事实，有的话再补一点")
        return tuple(said)


def checked(title: str, text: str, lines: Sequence[Line], *, unit: str, now: datetime) -> Checks:
    """Every line against its own sources; the sums recounted, and agreeing wherever they stand twice."""
    wrong: list[str] = []
    grounded = total = 0
    for line in lines:
        found = _line_checks(line, unit=unit, now=now)
        wrong += found.ungrounded
        grounded, total = grounded + found.grounded, total + found.total
        wrong += [f"{one.label}合计不对" for one in line.sums if not _adds_up(one) or not _parts_stand(line)]
    wrong += disagreeing(lines)
    empty = tuple(one.text for one in judged(text).sentences if one.verdict is Verdict.EMPTY)
    length = len(re.sub(r"\s", "", title + text))
    unique = tuple(dict.fromkeys(wrong))
    return Checks(not unique and not empty, length, empty, unique, grounded, total)


def _line_checks(line: Line, *, unit: str, now: datetime) -> Checks:
    """What a sum's line says is its rule; that the parts stand in the sources is seen to apart."""
    quotes = [] if line.sums else [source.quote for source in line.sources]
    quotes += [source.label for source in line.sources] if not line.sums else []
    words = [*quotes, line.rule, *(one.rule() for one in line.sums)]
    sent = {source.quote: source.at for source in line.sources}
    held = tuple((text, sent.get(text)) for text in dict.fromkeys(words) if text)
    text = _QUOTE.sub(lambda said: "" if any(said[1] in quote for quote in quotes) else said[0], line.text)
    found = _held_by(GAP.sub("", text), held, unit, now.date())
    if text == line.text and not any(line.text.rstrip("。") in quote for quote in quotes):
        return found
    # What somebody said is told as theirs, whether it is done or not.
    return replace(found, ungrounded=tuple(one for one in found.ungrounded if not one.startswith("尚未发生")))


@lru_cache(maxsize=2048)
def _held_by(text: str, words: tuple[tuple[str, datetime | None], ...], unit: str, today: date) -> Checks:
    """Most lines stand as they were when an outline is changed, and need no second look."""
    now = datetime.combine(today, time(18))
    return check("", text, [Note(one, at or now) for one, at in words], unit=unit, now=now)


def _parts_stand(line: Line) -> bool:
    """Whether each figure that was added stands in a source of the line; what was counted once each needs none."""
    wanted = {part for one in line.sums if set(one.parts) != {1.0} for part in one.parts if part != 1.0}
    if not wanted:
        return True
    held = {value for source in line.sources for value in _values(source.quote)}
    return wanted <= held


@lru_cache(maxsize=4096)
def _values(quote: str) -> tuple[float, ...]:
    """Every figure of a quote; sums of money are added in yuan."""
    found = tuple(quantities(quote))
    return (
        tuple(float(int(q.value)) if q.value >= 1 and q.unit != "万元" else q.value for q in found)
        + tuple(round(q.value * 10_000, 4) for q in found if q.unit == "万元")
        + tuple(q.value for q in found)
    )


def _adds_up(one: Sum) -> bool:
    return abs(sum(one.parts) - one.value) < 1e-6


def disagreeing(lines: Sequence[Line]) -> tuple[str, ...]:
    """Counts under one name that stand twice with different values."""
    seen: dict[tuple[str, str], float] = {}
    named = [one for line in lines if not line.text.startswith(("共", "还", "其中")) for one in line.sums]
    return tuple(
        f"{one.label}前后不一" for one in named if seen.setdefault((one.label, one.unit), one.value) != one.value
    )


def judged(text: str) -> Judgement:
    """The verdicts on the text without what is still to be filled in; the titles of its parts are no sentences."""
    found = judge(GAP.sub("", text), genre="summary")
    return replace(found, sentences=tuple(one for one in found.sentences if not _PART.match(one.text)))


def bars(text: str) -> Bars:
    """How plainly the text talks, what is still to be filled in left aside."""
    found = judged(text)
    counted = [one for one in found.sentences if one.verdict is not Verdict.STRUCTURAL]
    size = sum(len(one.text) for one in counted)
    solid = sum(len(one.text) for one in counted if one.verdict is Verdict.SUBSTANTIVE)
    points = [line for line in text.split("\n") if _POINT.match(line)]
    thin = tuple(_POINT.sub("", one).split("。")[0][:12] for one in points if facts(one) < LEAST_FACTS)
    return Bars(solid / size if size else 1.0, thin, found)


def facts(paragraph: str) -> int:
    """What somebody could check in a paragraph: figures, days, owners, names; what is asked for counts as well."""
    plain = GAP.sub("", paragraph)
    days = len(re.findall(r"\d{1,2}月\d{1,2}日", plain))
    slots = read(plain)
    named = len(re.findall(r"《[^》]+》|责任人|由[\u4e00-\u9fff]{2,12}负责", plain))
    named += min(2, len({one.text for one in places(plain)}))
    return slots.figures + days + named + slots.deadline + len(GAP.findall(paragraph))
