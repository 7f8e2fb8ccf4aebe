"""A model's words for the points of a summary, taken point by point where they hold; else ours stay.

A point's words hold when each sentence names lines of the point, says nothing that those do not say, is no empty
talk, and neither a total nor a gap is lost.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.language.quantities import quantities
from bot.domain.plain.plain_talk import judge_sentence
from bot.domain.plain.verdicts import Verdict
from bot.domain.summary.parts import Line, Point, Summary, Worded
from bot.domain.summary.summary_checks import GAP, checked
from bot.domain.summary.summary_text import lines_of, point_id
from bot.errors import ModelError
from bot.flows.patience import progress
from bot.ports import SectionWriter

EXAMPLES = 3
AT_ONCE = 4
"""Points a call: few enough that each call ends within its deadline, and that there is progress to tell."""
PROGRESS = "正在润色：已写{done}条，共{all}条。不想等就点“停”，原来的稿子不变。"
_Given = tuple[str, Point, tuple[Line, ...]]


class Polishing:
    """Words summaries with a model."""

    def __init__(self, writer: SectionWriter) -> None:
        self._writer = writer

    async def polish(self, summary: Summary, now: datetime) -> Summary:
        """The summary with the model's words where they hold; in a conversation its progress is told.

        Raises ModelError where the service gives none. Where it fails on the way, what it gave before is used.
        """
        named = [(point_id(n, point), point) for n, part in enumerate(summary.parts) for point in part.points]
        given = [(name, point, lines_of(point, EXAMPLES)) for name, point in named]
        given = [(name, point, lines) for name, point, lines in given if lines]
        if not given:
            return summary
        worded: list[Worded] = []
        for start in range(0, len(given), AT_ONCE):
            await progress(PROGRESS.format(done=start, all=len(given)))
            try:
                worded += await self._words(summary, given[start : start + AT_ONCE], now)
            except ModelError:
                if not worded:
                    raise
                break
        return replace(summary, worded=tuple(worded))

    async def _words(self, summary: Summary, given: Sequence[_Given], now: datetime) -> list[Worded]:
        """A few points in the model's words, those that hold."""
        points = [(point.heading.text, [line.text for line in lines]) for _, point, lines in given]
        said = await self._writer.word(summary.title, points)
        found = []
        for place, (name, point, lines) in enumerate(given):
            sentences = _lines(said.get(place, []), lines)
            if sentences and holds(sentences, point, lines, unit=summary.unit, now=now):
                found.append(Worded(name, sentences))
        return found


def _lines(sentences: list[tuple[str, tuple[int, ...]]], lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Sentences as lines with the sources of the lines that they name; one that names none spoils the point."""
    if any(not named or not text for text, named in sentences):
        return ()
    return tuple(_joined(text, [lines[number] for number in named]) for text, named in sentences)


def _joined(text: str, rests_on: list[Line]) -> Line:
    sources = tuple(dict.fromkeys(source for line in rests_on for source in line.sources))
    rule = "；".join(part for line in rests_on for part in (line.rule, line.text if line.sums else "") if part)
    return Line(text if text.endswith(("。", "】")) else f"{text}。", sources, rule)


def holds(said: tuple[Line, ...], point: Point, lines: tuple[Line, ...], *, unit: str, now: datetime) -> bool:
    """Whether the words may stand in the place of the lines."""
    text = "".join(line.text for line in said)
    if any(judge_sentence(line.text).verdict in (Verdict.EMPTY, Verdict.VAGUE) for line in said):
        return False
    if checked(point.heading.text, text, said, unit=unit, now=now).ungrounded:
        return False
    told = {figure.value for figure in quantities(text)}
    if any(gap not in text for line in lines for gap in GAP.findall(line.text)):
        return False
    totals = {figure.value for line in lines if line.sums for figure in quantities(line.text)}
    return totals <= told
