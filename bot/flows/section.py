"""One section of a summary from the notes given and the library; sources are kept, gaps stand marked.

What the year's records hold (adopted reports, the ledger) is not read here yet.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.checks import check
from bot.domain.notes import Note
from bot.domain.people import Person
from bot.domain.periods import within
from bot.domain.report import Checks, Report
from bot.errors import InputError
from bot.flows.answer import Answering
from bot.flows.draft import Drafting
from bot.ports import Engine

_ASKING = re.compile(
    r"^(?:请|麻烦)?(?:帮我?|给我?)?(?:起草|草拟|拟写|拟|写|来)?(?:一下)?"
    r"(?:(?:年终|年度|半年|工作)?(?:总结|报告)(?:里|中|材料)?(?:的|，)?)?(?:(?:一|这|那)?(?:个|一)?(?:小节|章节|节|段|部分|板块)(?:[：:，,\s]+|$))?"
)
_PART = re.compile(r"(?:的)?(?:这|那)?一?(?:个)?(?:小节|章节|节|段|部分|板块)(?:吧|呗)?$")
_ORDINALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Source:
    """What the section rests on: `kind` is "note", "document" or "report"."""

    kind: str
    id: str
    quote: str


@dataclass(frozen=True, slots=True)
class Section:
    """A drafted section, as the command line prints it."""

    title: str
    text: str
    sources: tuple[Source, ...]
    gaps: tuple[str, ...]
    checks: Checks
    engine: str = "offline"


class Sections:
    """Drafts sections."""

    def __init__(self, drafting: Drafting, answering: Answering) -> None:
        self._drafting = drafting
        self._answering = answering

    async def write(
        self,
        title: str,
        *,
        notes: Sequence[Note],
        unit: str,
        now: datetime,
        period: str = "",
        engine: Engine = "auto",
        person: Person | None = None,
    ) -> Section:
        """Draft the section from the notes that fall into the period; without any it is all gaps."""
        heading = title.strip()
        if not heading:
            raise InputError("请说明写哪一节，如“转变作风情况”。")
        used = tuple(note for note in notes if within(period, note.at, now))
        reports: tuple[Report, ...] = ()
        drafted_by = "offline"
        if used:
            result = await self._drafting.draft(used, unit=unit, now=now, engine=engine)
            reports, drafted_by = result.reports, result.engine
        text = _composed(reports)
        gaps = _gaps(heading, period, reports)
        checks = check(heading, text, used, unit=unit, now=now)
        sources = (*_note_sources(reports, used), *await self._requirements(heading, now, person))
        body = "\n".join(part for part in (text, "".join(gaps)) if part)
        return Section(heading, body, sources, gaps, checks, drafted_by)

    async def _requirements(self, title: str, now: datetime, person: Person | None) -> tuple[Source, ...]:
        """Passages in force that the title is about; they stand as sources, never as deeds of the unit."""
        found = await self._answering.ask(f"{title}有什么要求", now=now, engine="offline", person=person)
        in_force = [c for c in found.citations if c.in_force is not False]
        return tuple(Source("document", f"{c.document} {c.clause}".strip(), c.quote) for c in in_force)


def topic(words: str) -> str:
    """What a section is about, out of how it is asked for: 起草一节：文化惠民, 写总结里转变作风那部分."""
    asked = words.strip().rstrip("。！!~～ ")
    return _PART.sub("", _ASKING.sub("", asked, count=1)).strip("：:，, 　") or asked


def _composed(reports: Sequence[Report]) -> str:
    """One numbered paragraph an event, its title as the heading; a single event needs no number."""
    if len(reports) == 1:
        return reports[0].text
    marks = [f"（{_ORDINALS[n]}）" if n < len(_ORDINALS) else f"（{n + 1}）" for n in range(len(reports))]
    return "\n".join(
        f"{mark}{report.title}。{report.text.replace(chr(10), '')}"
        for mark, report in zip(marks, reports, strict=True)
    )


def _gaps(title: str, period: str, reports: Sequence[Report]) -> tuple[str, ...]:
    if not reports:
        return (f"【待补：{period}{title}的具体事项、时间和数字】",)
    return tuple(f"【待补：{report.title}的{gap}】" for report in reports for gap in report.missing)


def _note_sources(reports: Sequence[Report], notes: Sequence[Note]) -> tuple[Source, ...]:
    """Each note that a fact of the text comes from, once, in the notes' order."""
    used = sorted({fact.message for report in reports for fact in report.facts})
    return tuple(Source("note", str(n), notes[n].text) for n in used)
