"""The conversation about a summary: what was understood, its outline changed by talking, the text, its sources."""

import re
from dataclasses import replace
from datetime import datetime

from bot.domain.language.numerals import whole
from bot.domain.summary import outline_words
from bot.domain.summary.carrying import carried
from bot.domain.summary.outline import changed, names_a_point
from bot.domain.summary.outline_words import Act, Wish
from bot.domain.summary.parts import Kept, Summary
from bot.domain.summary.section_wants import Aim, Wanted, span_of, whole_title
from bot.domain.summary.summary_style import styled
from bot.domain.summary.summary_text import written_out
from bot.domain.talk.desk import Desk, SaveSummary, SetWaiting, wait_for
from bot.domain.talk.door import Button, Incoming, Reply
from bot.errors import InputError, ModelError, Stopped
from bot.flows import section_replies as replies
from bot.flows.patience import patiently
from bot.flows.replies import Room, Said, say
from bot.flows.section import Sections, section_of
from bot.ports import Summaries

SECTION = "section"
POLISH = "section-polish"
SHORTER, LONGER = 0.7, 1.5
_LAID_BY = re.compile(
    r"(?:这|那)一?(?:节|份|篇|段|部分)?(?:总结|小结)?(?:就|先|我)*(?:不要|不写|不弄|不用|放着|放放|收起来|搁着|算)了?(?:吧|了)?[。！]?"
)
_ALL_UNITS = ("全部单位", "所有单位")
_OWN_UNIT = ("本单位", "我们单位", "我单位", "单位")


class SectionRoom(Room):
    """The room of summaries. It takes words only while a summary lies open, and its own buttons."""

    def __init__(self, sections: Sections, summaries: Summaries) -> None:
        self._sections = sections
        self._summaries = summaries

    async def begin(self, desk: Desk, incoming: Incoming, words: str) -> Said:
        """A new request: what was understood, and what it will rest on."""
        wanted = await self._sections.understood(words, now=incoming.at, person=desk.person)
        summary = await self._draw_up(desk, incoming, wanted)
        units = await self._sections.units(wanted, desk.person)
        aside = bool(desk.notes) and not summary.basis.notes
        note = replies.UNRELATED.format(count=len(desk.notes), topic=wanted.topic) if aside else ""
        if wanted.strangers:
            names, known = "、".join(wanted.strangers), "、".join(await self._sections.names(desk.person))
            note = "\n".join(filter(None, (note, replies.NO_SUCH_UNIT.format(names=names, known=known))))
        return _kept(incoming, (replies.understood(summary, units, incoming.at, note=note),), summary, None)

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Words about the outline or the text that lies open."""
        if _LAID_BY.fullmatch(incoming.text.strip()) and _lies_open(desk, incoming.at):
            return say(replies.LAID_BY, changes=(SetWaiting(None),))
        wish = outline_words.read(incoming.text)
        if wish is None or not (_lies_open(desk, incoming.at) or wish.act is Act.OUTLINE):
            return None
        kept = await self._summaries.newest(desk.person.id)
        if kept is None:
            return say(replies.NOTHING_YET)
        if wish.act is Act.DOUBT:
            told = [note.text for note in desk.notes] + [state.report.text for state in desk.drafts]
            at_hand = any(wish.about in text for text in told)
            if at_hand or not replies.telling(written_out(kept.summary).lines, wish.about):
                return None
        if wish.about and wish.act is Act.MOVE and not names_a_point(kept.summary, wish.about):
            return None
        return await self._serve(desk, incoming, kept, wish)

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """The buttons under what was understood, the outline and the text."""
        acts = {
            "section-outline": Act.OUTLINE, "section-write": Act.WRITE, "section-sources": Act.SOURCES,
            "section-word": Act.WORD, "section-respan": Act.RESPAN,
        }  # fmt: skip
        if button.verb not in (*acts, POLISH):
            return None
        kept = await self._summaries.newest(desk.person.id)
        if kept is None:
            return say(replies.NOTHING_YET)
        if button.verb == POLISH:
            return await self._polish(desk, incoming, kept)
        return await self._serve(desk, incoming, kept, Wish(acts[button.verb], words=button.argument))

    async def _serve(self, desk: Desk, incoming: Incoming, kept: Kept, wish: Wish) -> Said:
        summary = kept.summary
        match wish.act:
            case Act.OUTLINE:
                return Said((replies.outline(summary),), _open(incoming.at))
            case Act.WRITE:
                model = self._sections.polishing is not None
                return Said(replies.written(summary, section_of(summary, incoming.at), model=model), _open(incoming.at))
            case Act.SOURCES:
                return Said((self._sources(summary, wish),), _open(incoming.at))
            case Act.DOUBT:
                shown = replies.doubted(wish.about, replies.telling(written_out(summary).lines, wish.about))
                return Said((shown,), _open(incoming.at))
            case Act.COMPARE:
                past = await self._sections.past(summary.wanted, desk.person)
                return Said((replies.compared(summary, past, wish.words),), _open(incoming.at))
            case Act.WORD:
                section = section_of(summary, incoming.at)
                printed = replies.word(summary, section, written_out(summary), incoming.at)
                return Said((printed,), _open(incoming.at))
            case Act.RESPAN:
                return await self._respan(desk, incoming, kept, wish.words)
            case Act.CHECK:
                counted = replies.recount(section_of(summary, incoming.at), written_out(summary))
                return Said((counted,), _open(incoming.at))
            case Act.GAPS:
                return Said((replies.gaps(section_of(summary, incoming.at)),), _open(incoming.at))
            case Act.SHORTER if wish.part or wish.point:
                return say(replies.SHORT_AS_A_WHOLE)
            case Act.SHORTER | Act.LONGER:
                return self._resized(incoming, kept, shorter=wish.act is Act.SHORTER)
            case Act.UNDO:
                before = await self._summaries.before(kept)
                if before is None:
                    return say(replies.FIRST_VERSION)
                shown = replies.outline(before.summary, note="已撤销上一步。")
                return _kept(incoming, (shown,), before.summary, before.parent)
            case _:
                after = changed(summary, wish, key=incoming.message_key or incoming.key)
                after = styled(await self._sections.compared(after, desk.person), desk.house)
                return _kept(incoming, (replies.outline(after, note="改好了。"),), after, kept.id)

    def _resized(self, incoming: Incoming, kept: Kept, *, shorter: bool) -> Said:
        """About a third less, or half as much again, where the records have more to tell."""
        before = written_out(kept.summary).length
        length = round(before * (SHORTER if shorter else LONGER))
        after = replace(kept.summary, wanted=replace(kept.summary.wanted, length=length), worded=())
        made = section_of(after, incoming.at)
        now = written_out(after).length
        if (now >= before) if shorter else (now <= before):
            return say(replies.SHORTEST if shorter else replies.LONGEST)
        note = replies.RESIZED.format(before=before, now=now)
        return _kept(incoming, replies.written(after, made, note=note), after, kept.id)

    async def _respan(self, desk: Desk, incoming: Incoming, kept: Kept, words: str) -> Said:
        """Another time or other units: the records are read anew; changes to the outline that still apply are kept."""
        wanted = kept.summary.wanted
        names = await self._sections.names(desk.person)
        if words in _ALL_UNITS:
            wanted = replace(wanted, own=False, units=())
        elif words in _OWN_UNIT:
            wanted = replace(wanted, own=True, units=())
        elif words in names:
            wanted = replace(wanted, own=False, units=(words,))
        else:
            first, last = span_of(words, incoming.at)
            if not re.search("[年月季]", words):
                raise InputError(f"没有“{words}”这个单位，或不归你看。你能用的有：{'、'.join(names)}。")
            wanted = replace(wanted, first=first, last=last)
        if wanted.aim is Aim.WHOLE:
            wanted = replace(wanted, topic=whole_title(wanted.document, wanted.first, wanted.last, wanted.units))
        base = await self._draw_up(desk, incoming, kept.summary.wanted)
        change = carried(kept.summary, base, await self._draw_up(desk, incoming, wanted))
        summary = await self._sections.compared(change.summary, desk.person)
        units = await self._sections.units(wanted, desk.person)
        note = replies.carried_over(change)
        return _kept(incoming, (replies.understood(summary, units, incoming.at, note=note),), summary, kept.id)

    async def _polish(self, desk: Desk, incoming: Incoming, kept: Kept) -> Said:
        """A model's words in the place of ours, where they hold; the text that was shown stays as it is."""
        if self._sections.polishing is None:
            return say(replies.NO_MODEL)
        try:
            after = await patiently(self._sections.polishing.polish(kept.summary, incoming.at))
        except Stopped:
            raise
        except ModelError as error:
            return say(f"{error.user_message}{replies.AS_IT_WAS}")
        if not after.worded:
            return say(replies.NOT_BETTER)
        after = styled(after, desk.house)
        shown = replies.written(after, section_of(after, incoming.at), note=replies.polished(after))
        return _kept(incoming, shown, after, kept.id)

    async def _draw_up(self, desk: Desk, incoming: Incoming, wanted: Wanted) -> Summary:
        person, unit = desk.person, desk.person.unit.name
        return await self._sections.draw_up(
            wanted, notes=desk.notes, unit=unit, now=incoming.at, person=person, picking=True, house=desk.house
        )

    def _sources(self, summary: Summary, wish: Wish) -> Reply:
        """Of the whole text, or of one point."""
        lines = written_out(summary).lines
        if wish.about:
            lines = replies.telling(lines, wish.about)
            return replies.sources(summary, lines) if lines else Reply(replies.NOT_HERE.format(figure=wish.about))
        if wish.words:
            number = whole(wish.words)
            if not 0 < number <= len(lines):
                raise InputError(f"没有第{number}句，现在一共{len(lines)}句。")
            lines = lines[number - 1 : number]
        if wish.point:
            part = summary.parts[wish.part - 1 if 0 < wish.part <= len(summary.parts) else 0]
            points = part.points
            if not -len(points) <= wish.point <= len(points):
                raise InputError(f"没有第{wish.point}条，现在一共{len(points)}条。")
            point = points[wish.point - 1 if wish.point > 0 else wish.point]
            # Examples that were drawn together read a little otherwise; their sources are the same.
            own = {line.sources for line in (point.heading, *point.lines, *point.examples)}
            lines = tuple(line for line in lines if line.sources in own)
        return replies.sources(summary, lines)


def _kept(incoming: Incoming, shown: tuple[Reply, ...], summary: Summary, parent: int | None) -> Said:
    return Said(shown, (SaveSummary(summary, parent), *_open(incoming.at)))


def _open(at: datetime) -> tuple[SetWaiting, ...]:
    """The summary lies open for the day; the day after, its words are anybody's until it is asked for again."""
    return (wait_for(SECTION, day=at.date().isoformat()),)


def _lies_open(desk: Desk, at: datetime) -> bool:
    waiting = desk.awaits(SECTION)
    return waiting is not None and waiting.data.get("day") == at.date().isoformat()
