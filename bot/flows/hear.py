"""The conversation: a message or a pressed button comes in, one turn is decided and committed whole.

Words are read in domain/talk/intents.py, what a turn does stands in collect, revise, answer and section.
"""

import asyncio
import contextlib
import json
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.editing.wishes import Act, Edit
from bot.domain.house.house_style import wordings
from bot.domain.language import privacy
from bot.domain.language.asking import weigh
from bot.domain.lock.grounds import read_ahead
from bot.domain.plain.plain_talk import judge
from bot.domain.submissions.people import Person
from bot.domain.talk import errands, intents, wanted
from bot.domain.talk.desk import AddNote, Desk, Outgoing, SaveAnswer, Turn, UseUp, wait_for
from bot.domain.talk.door import Button, Incoming, Reply
from bot.domain.talk.intent import Intent, Kind
from bot.domain.talk.topic import asks_for_a_name, wording_asked
from bot.errors import Overtaken, ShibaoError, StorageError
from bot.flows import answer_words, collect, draft_replies, replies
from bot.flows.admission import SUSPENDED
from bot.flows.answer import Answering
from bot.flows.draft import Drafting
from bot.flows.office import Office
from bot.flows.patience import Patience, Show, Stops, in_its_place, told_by
from bot.flows.replies import Room, Said, say
from bot.flows.revise import Revising
from bot.flows.scene import ONCE, OPEN, SHOWN, scene
from bot.flows.section_room import SectionRoom
from bot.ports import Desks, Sorter

PASSAGE = "passage"
"""What is waited for where 帮我看看这段 came before the text."""
SHORTEST_PASSAGE = 12
LONGEST = 200_000
MOST_TRIES = 3
_TOLD = 1
"""What no rule answers and what tells so much may be a note after all, unless it is of a day to come."""
_AHEAD = re.compile(r"明[天年早晚后]|后天|下个?[周月]")


class Hearing:
    """The brain behind every door."""

    def __init__(
        self,
        desks: Desks,
        *,
        drafting: Drafting,
        answering: Answering,
        sections: SectionRoom,
        office: Office,
        rooms: Sequence[Room] = (),
        after: Callable[[Turn], Awaitable[None]] | None = None,
        sorter: Sorter | None = None,
    ) -> None:
        self.stops = Stops()
        self._desks = desks
        self._office = office
        self._rooms: tuple[Room, ...] = (office, sections, *rooms)
        self._after = after
        self._sorter = sorter
        self._drafts = Revising(desks, drafting)
        self._answering = answering
        self._sections = sections

    async def hear(self, person: Person, incoming: Incoming, show: Show | None = None) -> tuple[Outgoing, ...]:
        """Handle one message and commit its turn; the same key twice has one effect.

        Where someone else was first (two editors press at once), it is decided anew on how things stand then.
        `show` puts a line before the person at once where the answer takes longer; the answer takes its place.
        """
        patience = Patience(self._desks, person, incoming, show, self.stops)
        for _ in range(MOST_TRIES):
            with contextlib.suppress(Overtaken), told_by(patience):
                turn = await self._turn(person, incoming)
                turn = in_its_place(turn) if show else turn
                replies = await self._desks.commit(turn)
                _read_ahead(turn)
                if self._after:
                    await self._after(turn)
                return replies
        raise Overtaken

    async def _turn(self, person: Person, incoming: Incoming) -> Turn:
        desk = await self._desks.open(person.id)
        if not desk.person.active:
            # Stopped between the door and here: nothing is heard any more.
            return Turn(incoming.key, person.id, incoming.at, replies=(Reply(SUSPENDED),))
        try:
            said = await (self._pressed(desk, incoming) if incoming.action else self._told(desk, incoming))
            said = self._office.reminded(desk, incoming, said)
            button = await self._desks.press(desk.person.id, incoming.action) if incoming.action else None
            if button and button.verb in ONCE:
                said = replace(said, changes=(*said.changes, UseUp(incoming.action)))
        except StorageError:
            raise
        except ShibaoError as error:
            said = say(error.user_message)
        return Turn(incoming.key, person.id, incoming.at, said.changes, said.replies, said.notices)

    async def _told(self, desk: Desk, incoming: Incoming) -> Said:
        if len(incoming.text) > LONGEST:
            return say(replies.TOO_LONG)
        mark = privacy.secrecy_mark(incoming.text)
        if mark:
            return replies.secret(mark)
        if incoming.edited:
            note = await self._desks.note_of(desk.person.id, incoming.message_key)
            if said := await self._office.edited(desk, incoming, note):
                return said
            if note:
                return collect.rewrite(desk, note, incoming.text)
        if errands.asks_to_stop(incoming.text) and not (desk.drafts and "用" in incoming.text):
            return self._stopped(desk, incoming)
        if errands.slash(incoming.text) and errands.word_asked(incoming.text) is None:
            return say(replies.UNKNOWN_COMMAND.format(words=incoming.text.strip()))
        if errands.fetches(incoming.text):
            return collect.fetch_back(desk, await self._desks.put_away(desk.person.id))
        if incoming.forwarded and errands.ordered(incoming.text):
            return replies.passed_on(incoming.text.strip())
        here = scene(desk)
        for room in () if wanted.of_the_desk(incoming.text, here) else self._rooms:
            if said := await room.told(desk, incoming):
                return said
        if asks_for_a_name(incoming.text) and (names := self._answering.formal(incoming.text, here.draft)):
            return replies.which_wish("\n".join([replies.BY_THE_RULES, *names]), incoming.text)
        checked = draft_replies.of_a_check(incoming.text, desk.under, wordings(desk.house))
        if checked and not await self._elsewhere(desk, incoming):
            return checked
        intent = intents.read(incoming.text, here)
        typed = [one for one in desk.under if one.label == incoming.text.strip(" 。！!") and one.verb not in ONCE]
        if len(typed) == 1 and intent.kind in (Kind.NOTE, Kind.UNSURE) and not incoming.forwarded:
            return await self._served(desk, incoming, typed[0])
        if desk.awaits(PASSAGE) and intent.kind in _MATERIAL and len(incoming.text) >= SHORTEST_PASSAGE:
            return _judged(desk, incoming.text, sent=True)
        copied = await self._drafts.plain_copy(desk, incoming) if intent.kind in _MATERIAL else None
        return copied or await self._act(desk, incoming, intent)

    async def _pressed(self, desk: Desk, incoming: Incoming) -> Said:
        button = await self._desks.press(desk.person.id, incoming.action)
        return await self._served(desk, incoming, button) if button else say(replies.STALE_BUTTON)

    async def _served(self, desk: Desk, incoming: Incoming, button: Button) -> Said:
        if button.verb in SHOWN and await self._elsewhere(desk, incoming):
            return say(replies.IN_PRIVATE)
        number = int(button.argument) if button.argument.isdigit() else 0
        match button.verb:
            case "note" | "question" | "draft" | "clear":
                return await self._act(desk, incoming, Intent(Kind(button.verb), words=button.argument))
            case "edit":
                return await self._act(desk, incoming, intents.read(button.argument, scene(desk)))
            case "say":
                return await self._told(desk, replace(incoming, text=button.argument, action=""))
            case "clear-yes":
                return collect.put_away(desk, button.argument)
            case "earlier-away":
                return collect.put_earlier_away(desk)
            case "note-back":
                return collect.lay_back(desk, **json.loads(button.argument))
            case "clear-no":
                return say("好，都留着。")
            case errands.STOP:
                return self._stopped(desk, incoming)
            case "better":
                return await self._drafts.better(desk, incoming)
            case "shorten" | "title":
                act = Act.SHORTEN if button.verb == "shorten" else Act.OTHER_TITLE
                return await self._drafts.edit(desk, incoming, Edit(act, report=number))
            case "put-back":
                return self._drafts.put_back(number)
            case "basis":
                return self._drafts.basis(desk, number)
            case "final":
                return self._drafts.final(desk, number)
            case "word":
                return self._drafts.word(desk, number, incoming.at)
            case "settle":
                chosen = json.loads(button.argument)
                return await self._drafts.settle(desk, incoming, chosen["about"], chosen["value"])
            case _:
                for room in self._rooms:
                    if said := await room.pressed(desk, incoming, button):
                        return said
                return say(replies.STALE_BUTTON)

    def _stopped(self, desk: Desk, incoming: Incoming) -> Said:
        """Work that was stopped says so itself, in the place of its line."""
        return Said(()) if self.stops.heard(desk.person.id, incoming.key) else say(replies.NOTHING_TO_STOP)

    async def _elsewhere(self, desk: Desk, incoming: Incoming) -> bool:
        """Whether others read this who were not told what lies on the desk."""
        return not incoming.private and await self._desks.told_elsewhere(desk.person.id, incoming.chat)

    async def _act(self, desk: Desk, incoming: Incoming, intent: Intent) -> Said:
        away = await self._elsewhere(desk, incoming)
        if away and intent.kind not in OPEN:
            return say(replies.IN_PRIVATE)
        match intent.kind:
            case Kind.NOTE:
                kept = collect.keep(desk, incoming, intent.words, injected=intent.injected)
                sure = not (intent.injected or away) and wanted.surely_told(intent.words, scene(desk))
                return (await self._drafts.told_more(desk, incoming, intent.words) if sure else None) or kept
            case Kind.QUESTION:
                return await self._answer(desk, intent.words, incoming)
            case Kind.DRAFT:
                added = (collect.note_of(incoming, intent.words),) if intent.words else ()
                return await self._drafts.draft(desk, incoming, added=added)
            case Kind.CORRECTION if desk.drafts:
                return await self._drafts.correct(desk, incoming, intent.words)
            case Kind.CORRECTION:
                return collect.correct(desk, incoming, intent.words)
            case Kind.EDIT if not desk.drafts and not intent.edit:
                return replies.no_draft_to_edit(intent.words, notes=bool(desk.notes))
            case Kind.EDIT if intent.edit:
                return await self._drafts.edit(desk, incoming, intent.edit, intent.words)
            case Kind.EDIT:
                return say(replies.EDITS, Button("记成活动", "note", incoming.text))
            case Kind.SETTLE:
                return await self._drafts.settle(desk, incoming, _about(desk, intent.words), intent.words)
            case Kind.GAP if collect.left_from_before(desk, incoming) and weigh(intent.words).note >= 1:
                return collect.keep(desk, incoming, intent.words)
            case Kind.GAP:
                return await self._drafts.fill(desk, incoming, intent.words, scene(desk).asked)
            case Kind.SKIP:
                return self._drafts.skip(desk)
            case Kind.SUBMIT | Kind.WITHDRAW | Kind.STANDING | Kind.PENDING | Kind.COUNT:
                return await self._office.asked(desk, incoming, intent)
            case Kind.WORD:
                number = _number(intent.words) or errands.word_asked(intent.words) or 0
                return self._drafts.word(desk, number, incoming.at)
            case Kind.FINAL:
                return self._drafts.final(desk, _number(intent.words))
            case Kind.CLEAR:
                return replies.ask_clear(desk.notes) if desk.notes else say("现在没有记录，不用清。")
            case Kind.DROP:
                return collect.drop(desk, incoming, intent.words)
            case Kind.AMEND:
                return collect.amend(desk, *intent.words.split(" ", 1))
            case Kind.SHOW_DRAFT:
                return Said(draft_replies.drafts([state.report for state in desk.drafts]))
            case Kind.SHOW:
                return replies.notes(desk.notes)
            case Kind.SECTION:
                return await self._sections.begin(desk, incoming, intent.words)
            case Kind.SOURCE:
                return await self._source(desk, intent.words, incoming.at)
            case Kind.CHECK if not (intent.words or desk.drafts):
                return say(replies.NOTHING_TO_CHECK, changes=(wait_for(PASSAGE),))
            case Kind.CHECK if not intent.words:
                return draft_replies.examined([state.report for state in desk.drafts], wordings(desk.house))
            case Kind.CHECK:
                return _judged(desk, intent.words)
            case Kind.SAME_AS:
                return await self._told(desk, replace(incoming, text=intent.words))
            case Kind.WHICH:
                names = self._answering.formal(wording_asked(intent.words), scene(desk).draft)
                return replies.which_wish("\n".join([intent.words, *names]), incoming.text)
            case Kind.ASKED:
                return draft_replies.stands(
                    [state.report for state in desk.drafts], incoming.text, intent.words, desk.notes
                )
            case Kind.LIKELY:
                return replies.likely(intent.words, incoming.text)
            case Kind.DOUBT if desk.drafts:
                return draft_replies.doubted([state.report for state in desk.drafts], intent.words, intent.edit)
            case Kind.HOW_TO:
                return say(intent.words)
            case Kind.HELP:
                return say(replies.help_for(desk.person.role))
            case Kind.UNSURE:
                return await self._sorted(desk, incoming, intent.words)
            case Kind.CHAT:
                return replies.chat(len(desk.notes), draft=bool(desk.drafts), text=intent.words)
            case _:
                return say(replies.SMALL_TALK.get(intent.kind, replies.CHAT))

    async def _sorted(self, desk: Desk, incoming: Incoming, words: str) -> Said:
        """What the person meant, where a model can tell; else the two buttons. Private words are nobody's to read."""
        kind = await self._sorter.sort(words) if self._sorter and not privacy.private_spans(words) else ""
        if kind not in (Kind.NOTE, Kind.QUESTION):
            return replies.unsure(words)
        return await self._act(desk, incoming, Intent(Kind(kind), words=words))

    async def _answer(self, desk: Desk, question: str, incoming: Incoming) -> Said:
        found = await self._answering.ask(
            question, now=incoming.at, person=desk.person, previous=desk.last_question, shown=desk.last_answer
        )
        meant = wanted.of_the_draft(question, scene(desk)) if found.refused and desk.drafts else None
        if meant:
            return await self._act(desk, incoming, meant)
        reply = answer_words.answer(found, incoming.key)
        if found.refused and weigh(question).note >= _TOLD and not _AHEAD.search(question):
            reply = replace(reply, buttons=(*reply.buttons, (Button("记成活动", "note", question),)))
        return Said((reply,), (SaveAnswer(found.asked or question, found),))

    async def _source(self, desk: Desk, words: str, now: datetime) -> Said:
        """The whole clause behind the last answer, or behind the words to look for."""
        answer = desk.last_answer
        if words:
            answer = await self._answering.ask(words, now=now, person=desk.person, engine="offline")
        cited = [citation for citation in answer.citations if citation.passage_id] if answer else []
        if not cited:
            return say("没有可看的原文。先问一个问题，或发“搜原文 公务接待”。")
        return say(await self._answering.original(cited[0], now=now, person=desk.person))


def _read_ahead(turn: Turn) -> None:
    """What was noted is read, in a thread, while nobody waits for a draft of it."""
    for change in turn.changes:
        if isinstance(change, AddNote):
            asyncio.get_running_loop().run_in_executor(None, read_ahead, change.note)


_MATERIAL = (Kind.NOTE, Kind.MEND, Kind.UNSURE, Kind.GAP)
"""What may be a pasted report."""


def _judged(desk: Desk, text: str, *, sent: bool = False) -> Said:
    return draft_replies.judged(judge(text, wordings=wordings(desk.house)), text, sent=sent)


def _about(desk: Desk, value: str) -> str:
    """What the contested value counts."""
    return next(c.about for state in desk.drafts for c in state.report.conflicts if value in c.values)


def _number(words: str) -> int:
    """The number of the draft that was pointed at, or 0."""
    return int(words) if words.isdigit() else 0
