"""Drafts on the desk: writing them, changing them by words, filling what was asked, giving the final text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.editing.shortening import left_hanging, without_pieces
from bot.domain.editing.wishes import Act, Edit, Several
from bot.domain.language.asking import ASKED, EMBEDDED, OPEN
from bot.domain.language.numerals import fold
from bot.domain.notes.note import Note
from bot.domain.notes.old_middle import middle
from bot.domain.notes.old_reports import asked_to_mend, pasted
from bot.domain.notes.report import Conflict, Report
from bot.domain.submissions.people import NAMELESS
from bot.domain.talk.choices import NO_VALUE
from bot.domain.talk.desk import (
    AddNote,
    Desk,
    DraftState,
    DraftVersion,
    ReviseDraft,
    SaveDrafts,
    SetOnDesk,
    SetWaiting,
    wait_for,
)
from bot.domain.talk.differences import in_their_order, in_their_words, pieces, standing, taken_out, written
from bot.domain.talk.door import Button, Incoming, Reply
from bot.domain.talk.free_wishes import APART_WHICH
from bot.domain.talk.reckoned_days import in_figures
from bot.domain.talk.revision import ALSO, Words, apply, changed_by, changed_by_hand, changed_title, titled
from bot.domain.talk.told_or_asked import as_note
from bot.errors import InputError
from bot.flows import draft_replies, replies, versions, which
from bot.flows.collect import note_of
from bot.flows.draft import Drafting, DraftResult
from bot.flows.note_words import correction, with_wording
from bot.flows.replies import Said, cut, say
from bot.flows.telling import unchanged, with_lines, written_in
from bot.flows.versions import ENDED, checked, revised, together
from bot.flows.which import GAPS, meant, numbered
from bot.ports import Desks

IN_ONE = "合篇"
"""How the reason of a version begins that was made of several reports; of all that lay there, their number follows."""

PLAIN = "去掉空话，只留查得出的，改成这样："


_DOUBT = re.compile(r"错了?(?:没有?|吗|么)[？?]?$")
"""氟橡胶写错没: no correction yet."""
_TOO_MANY = 2
_NAMED_ALONE = re.compile("[一-龥]{1,2}|联系(?:人|方式|电话)")
"""结尾加个电话: what shall be told is named, and not told."""


def _asks(words: str) -> bool:
    """Whether the words are a question, which nobody wants in a report."""
    told = OPEN.search(words) or EMBEDDED.search(words)  # 讲了怎么用农技书
    return ASKED.search(words) is not None and told is None


def _other_figure(words: str, piece: str, come: Sequence[str]) -> bool:
    """Whether the clause stands there again with a figure that the words give."""
    given = set(re.findall(r"\d+", fold(words)))
    bare = re.sub(r"\d+", "", piece)
    return any(re.sub(r"\d+", "", one) == bare and given & set(re.findall(r"\d+", one)) for one in come)


def _speaks_of(words: str, piece: str) -> bool:
    """Whether a correction may mean the clause: they share a figure or two characters, or both tell a time."""
    plain = fold(words)
    pairs = (plain[n : n + 2] for n in range(len(plain) - 1))
    digits = set(re.findall(r"\d+", plain)) & set(re.findall(r"\d+", piece))
    timed = re.search(r"[日号点天午晚时]", plain) and re.match(r"(?:\d{4}年)?\d{1,2}月|\d{1,2}[日时]", piece)
    return bool(digits or timed) or any(pair in piece for pair in pairs)


class Revising:
    """Turns about drafts. Every changed text passes the same checks as a written one."""

    def __init__(self, desks: Desks, drafting: Drafting) -> None:
        self._desks = desks
        self._drafting = drafting

    async def draft(
        self, desk: Desk, incoming: Incoming, *, added: Sequence[AddNote] = (), note: str = "", apart: bool = False
    ) -> Said:
        """Write the notes, and those just added, as reports; ask for what they lack. What was put into one report
        stays in one, unless it shall be `apart`."""
        notes = (*desk.notes, *(one.note for one in added))
        if not notes:
            return say(replies.NO_NOTES)
        made = await self._written(desk, incoming, notes)
        if not made.reports:
            return say(replies.UNWRITABLE, changes=added)
        read = {id_ for state in desk.drafts for id_ in state.note_ids}
        more = bool(added) or any(one.id not in read for one in desk.notes)
        made = replace(made, reports=await self._keeping(desk, made.reports, notes, incoming.at, cuts=more))
        whole = not apart and len(made.reports) > 1 and await self._was_in_one(desk)
        if whole:
            made = replace(made, reports=(together(replace(desk, notes=tuple(notes)), made.reports, incoming),))
        asked = draft_replies.asked(made.reports)
        waiting = wait_for(GAPS, asked="、".join(asked)) if asked else SetWaiting(None)
        ids = tuple(one.id for one in notes if one.id)
        save = SaveDrafts(made.reports, made.engine, ids, reason=IN_ONE if whole else "")
        shown = draft_replies.drafts(made.reports, note=note, later=made.later)
        nameless = any(NAMELESS in one.title + one.text for one in made.reports)
        unnamed = (Reply(draft_replies.UNNAMED),) if nameless and desk.person.unit.name == NAMELESS else ()
        return Said((*shown, *unnamed), (*added, save, waiting))

    async def correct(self, desk: Desk, incoming: Incoming, words: str) -> Said:
        """Write again with a correction among the notes; where it puts nothing right, or would change what it does not
        speak of, ask what it is about."""
        before = [piece for state in desk.drafts for piece in pieces(state.report.text)]
        if _DOUBT.search(words) and (held := [piece for piece in before if _speaks_of(words, piece)]):
            return say(f"稿里写的是“{held[0]}”，是照记录写的。要改直接说。")
        said = await self.draft(desk, incoming, added=(note_of(incoming, words),), note="已更正，重新出稿：")
        texts = [report.text for one in said.changes if isinstance(one, SaveDrafts) for report in one.reports]
        after = [piece for text in texts for piece in pieces(text)]
        come = [piece for piece in after if piece not in before]
        gone = [piece for piece in before if piece not in after]
        others = [piece for piece in gone if not (_speaks_of(words, piece) or _other_figure(words, piece, come))]
        if len(others) < _TOO_MANY and (gone or not all(piece in fold(words) for piece in come)):
            return said
        return replies.which_wish(NO_VALUE, incoming.text)

    async def plain_copy(self, desk: Desk, incoming: Incoming) -> Said | None:
        """An old-style report that was pasted, at once as its plain self, with what was taken out; else None."""
        text = asked_to_mend(incoming.text) or incoming.text
        notes = (*desk.notes, note_of(incoming, text).note)
        groups = pasted(notes)
        mine = next((group for group in groups if group[-1] == len(notes) - 1), None)
        if mine is None and text == incoming.text:
            return None
        whole = middle("\n".join(notes[n].text for n in mine or [len(notes) - 1]))
        if not whole.events:
            return draft_replies.hollow(whole.cuts)
        said = await self.draft(desk, incoming, added=(note_of(incoming, text),), note=PLAIN)
        new = [cut for cut in whole.cuts if re.split("[，。]", cut.text)[0] in text]
        if not new:
            return said
        cut = Reply("\n".join([draft_replies.removed(new), draft_replies.KEEP_BY_FACT]))
        shown = [reply for reply in said.replies if reply.buttons]
        return replace(said, replies=(*shown, cut, *(reply for reply in said.replies if not reply.buttons)))

    async def better(self, desk: Desk, incoming: Incoming) -> Said:
        """The model's words for the drafts that the rules wrote, where it has come back and does better."""
        if not desk.drafts or not desk.notes:
            return say(replies.NO_DRAFT)
        if any([changed_by_hand(await self._desks.history(state.id)) for state in desk.drafts]):
            return say("稿子你已经改过，再要一版会把改动盖掉，没有动。要全部重写就说“重新写”。")
        made = await self._written(desk, incoming, desk.notes)
        if made.later:
            return say("大模型还是用不上，过一会儿再试；现在这版照样能用。", draft_replies.BETTER_LATER)
        if made.engine != "model":
            return say("大模型写的没有比现在这版更好，还用这一版。")
        save = SaveDrafts(made.reports, made.engine, tuple(one.id for one in desk.notes if one.id))
        return Said(draft_replies.drafts(made.reports, note="这是更好的一版："), (save,))

    async def _was_in_one(self, desk: Desk) -> bool:
        """Whether the one report on the desk was made of several by hand."""
        if len(desk.drafts) != 1:
            return False
        stack = standing(await self._desks.history(desk.drafts[0].id))
        return any(version.reason.startswith(IN_ONE) for version in stack[written(stack) :])

    async def _written(self, desk: Desk, incoming: Incoming, notes: Sequence[Note]) -> DraftResult:
        unit = desk.person.unit.name
        return await self._drafting.draft(notes, unit=unit, now=incoming.at, house=desk.house)

    async def _keeping(
        self, desk: Desk, reports: tuple[Report, ...], notes: Sequence[Note], now: datetime, *, cuts: bool
    ) -> tuple[Report, ...]:
        """A title and an order of sentences that the colleague chose survive a new writing, as long as the notes still
        carry them; what was taken out stays out (`cuts`) where only something is added."""
        if len(reports) != len(desk.drafts):
            return reports
        kept = []
        for state, report in zip(desk.drafts, reports, strict=True):
            history = await self._desks.history(state.id)
            grown = cuts or any(version.reason.startswith(Act.ADD.value) for version in history)
            text = without_pieces(taken_out(history), report.text) if grown else report.text
            text = in_their_words(in_their_order(text, history), history)
            words = Words(titled(history) or report.title, text)
            same = (words.title, text) == (report.title, report.text) or report.checks.ungrounded
            again = report if same else checked(report, words, notes, unit=desk.person.unit.name, now=now)
            kept.append(report if again.checks.ungrounded else again)
        return tuple(kept)

    async def edit(self, desk: Desk, incoming: Incoming, edit: Edit, told: str = "") -> Said:
        """Change a draft as asked, or say why that cannot be done. `told` are the words that asked for it."""
        if edit.act is Act.DELETE_REPORT:
            return self._without(desk, edit.report)
        if edit.act in (Act.REPLACE, Act.CHANGE) and (day := in_figures(edit.new, incoming.at)):
            edit = replace(edit, new=day)
        if edit.act is Act.ADD and (there := draft_replies.told_already(desk.drafts, edit.words)):
            return say(there)
        if edit.act in (Act.ADD, Act.REPLACE) and _asks(edit.words if edit.act is Act.ADD else edit.new):
            raise InputError(f"“{cut(told or edit.words, 20)}”是个问题，没写进稿。知道答案就直接发给我。")
        if edit.act is Act.ADD and _NAMED_ALONE.fullmatch(edit.words):
            raise InputError(f"要加的“{edit.words}”是什么，连着内容一起发，如“加一句：{edit.words}…”。")
        if edit.act is Act.RETITLE and not edit.where and not re.search("[一-龥]{2}", edit.new or edit.words):
            raise InputError(f"“{edit.new or edit.words}”做标题不成话，请说全，如“标题改成…”。")
        if edit.act is Act.ADD and edit.report and len(desk.drafts) > 1:
            return await self._added(desk, incoming, numbered(desk, edit.report), edit.words)
        if edit.act is Act.ADD:
            added = (note_of(incoming, edit.words),)
            said, before = await self.draft(desk, incoming, added=added), "".join(s.report.text for s in desk.drafts)
            texts = [report.text for one in said.changes if isinstance(one, SaveDrafts) for report in one.reports]
            come = [piece for text in texts for piece in pieces(text) if piece not in before]
            if come and not any(_speaks_of(edit.words, piece) for piece in come):  # what comes was told before
                return draft_replies.not_added(edit.words, Said((), added))
            return draft_replies.not_added(edit.words, said) if unchanged(desk, said) else with_lines(desk, said)
        if edit.act is Act.MERGE and which.reports_meant(told):
            if len(desk.drafts) > 1:
                return await self._in_one(desk, incoming, told, edit.then)
            if not edit.then:
                return say("现在就是一篇，没有分开。")
            edit = replace(edit.then[0], then=edit.then[1:])
        if edit.act is Act.APART and not await self._was_in_one(desk):
            if not re.search("[篇条份]", told):
                return await self._set_apart(desk, incoming)
            return say(replies.NOT_APART)
        state = desk.drafts[0] if edit.act is Act.APART else meant(desk, edit)
        if state is None:
            return replies.ask_which(len(desk.drafts), told)
        if edit.act is Act.REPLACE and not edit.words and not edit.where:
            if re.match(r"\d", edit.new) or not changed_title(await self._desks.history(state.id)):
                return replies.ask_what_to_replace(edit.new)
            edit = replace(edit, act=Act.RETITLE, words=edit.new)
        match edit.act:
            case Act.GAP:
                return draft_replies.gaps_mean([one.report for one in desk.drafts])
            case Act.OTHER_TITLE if edit.to:
                return draft_replies.titles(state.report, state.number, edit.to)
            case Act.WHENCE:
                return versions.whence(state, desk.notes, edit.words)
            case Act.APART:
                return await self._apart(desk, incoming, state, await self._desks.history(state.id))
            case Act.UNDO | Act.ORIGINAL | Act.REDO | Act.RESTORE | Act.OLD_TITLE | Act.WHY | Act.CHANGES:
                return await self._looked_back(desk, incoming, state, edit)
        try:
            steps, failed = changed_by(edit, state.report)
        except Several as several:
            return replies.ask_wish(several, state.number if len(desk.drafts) > 1 else 0)
        swapped = [words.swapped for _, words in steps if words.swapped]
        desk, more = with_wording(desk, swapped)
        state = numbered(desk, state.number)
        corrections = [] if more else [correction(state.report.text, swap) for swap in swapped]
        corrections += [one.new for one in (edit, *edit.then) if one.act is Act.REPLACE and one.where]
        reason = ALSO.join(why for why, _ in steps)
        said = revised(
            desk,
            incoming,
            state,
            words=steps[-1][1],
            reason=reason,
            about=edit.words,
            corrections=corrections,
            failed=failed,
        )
        said = replace(said, changes=(more, *said.changes)) if more else said
        hangs = left_hanging(state.report.text, steps[-1][1].text) if edit.act is Act.DELETE_ABOUT else ""
        return draft_replies.offering(said, hangs) if hangs else said

    async def _set_apart(self, desk: Desk, incoming: Incoming) -> Said:
        """Sentences or paragraphs that were just made one, as they were; else which shall be set apart."""
        state = desk.drafts[0]
        history = await self._desks.history(state.id)
        if standing(history)[-1].reason in (Act.JOIN.value, Act.MERGE.value):
            return versions.back(desk, incoming, state, history, Act.UNDO)
        return say(APART_WHICH)

    async def _looked_back(self, desk: Desk, incoming: Incoming, state: DraftState, edit: Edit) -> Said:
        """What is asked of the draft's earlier versions, or wished back from them."""
        history = await self._desks.history(state.id)
        match edit.act:
            case Act.WHY:
                return versions.why(state, history, edit.words, [one.report for one in desk.drafts])
            case Act.CHANGES:
                return versions.changes(history)
            case Act.OLD_TITLE:
                words = Words(versions.old_title(standing(history)), state.report.text)
                return revised(desk, incoming, state, words=words, reason=edit.act.value)
            case Act.REDO:
                return versions.again(desk, incoming, state, history)
            case Act.RESTORE:
                return versions.restored(desk, incoming, state, history, edit.words)
            case _ if standing(history)[-1].reason.startswith(IN_ONE):
                return await self._apart(desk, incoming, state, history)
            case _:
                return versions.back(desk, incoming, state, history, edit.act)

    async def _apart(self, desk: Desk, incoming: Incoming, state: DraftState, history: Sequence[DraftVersion]) -> Said:
        """The reports that were made one, each as it was; written anew where something was changed since."""
        said = versions.apart(state, standing(history), IN_ONE)
        return said or await self.draft(desk, incoming, note=replies.APART, apart=True)

    def _without(self, desk: Desk, number: int) -> Said:
        """The other reports; the one that goes and its notes are kept."""
        gone = numbered(desk, number)
        others = [state for state in desk.drafts if state is not gone]
        if not others:
            return say("就这一篇，没有去掉。整篇不要就说“清空”。")
        back = Button("找回来", "put-back", str(gone.number))
        done = Reply(f"去掉了第{gone.number}篇《{gone.report.title}》，记录还在。", ((back,),))
        shown = [draft_replies.draft(state.report, state.number, len(others)) for state in others]
        return Said((*shown, done), (SetOnDesk(gone.number, on_desk=False), SetWaiting(None)))

    def put_back(self, number: int) -> Said:
        """A report that was taken off the desk lies there again as it was."""
        look = Button("看稿子", "edit", "再看一遍稿子")
        return say(f"第{number}篇找回来了。", look, changes=(SetOnDesk(number, on_desk=True),))

    async def _added(self, desk: Desk, incoming: Incoming, state: DraftState, words: str) -> Said:
        """A sentence more for the report that was named; it is kept as a note, whose facts it rests on."""
        alone = await self._written(desk, incoming, [note_of(incoming, words).note])
        at = len(desk.notes)
        facts = [replace(fact, message=at) for one in alone.reports for fact in one.facts if fact.text in words]
        longer = replace(state.report, facts=(*state.report.facts, *facts))
        told = Words(longer.title, longer.text + ENDED.sub("", words) + "。")
        return revised(
            desk, incoming, replace(state, report=longer), words=told, reason=Act.ADD.value, corrections=[words]
        )

    async def told_more(self, desk: Desk, incoming: Incoming, words: str) -> Said | None:
        """A fact written into the draft at once, where that is sure to change nothing else."""
        return await written_in(self._drafting, desk, incoming, words)

    async def _in_one(self, desk: Desk, incoming: Incoming, told: str, then: Sequence[Edit]) -> Said:
        """Several reports as one, each a paragraph; written anew from the notes they stay one. `then` is done to it."""
        chosen = which.reports_named(told, len(desk.drafts))
        states = [numbered(desk, n) for n in chosen]
        whole = together(desk, [state.report for state in states], incoming)
        for one in then:
            words = apply(one, Words(whole.title, whole.text))
            whole = checked(whole, words, desk.notes, unit=desk.person.unit.name, now=incoming.at)
        others = [state.report for state in desk.drafts if state.number not in chosen]
        done = "合成一篇了。要分开就说“撤销”。" + ("标题可以说“标题改成…”。" if not others else "")
        reason = IN_ONE if others else f"{IN_ONE}{len(states)}"
        save = SaveDrafts((whole, *others), states[0].engine, states[0].note_ids, reason=reason)
        return Said(draft_replies.drafts((whole, *others), note=done), (save, SetWaiting(None)))

    async def fill(self, desk: Desk, incoming: Incoming, words: str, asked: Sequence[str]) -> Said:
        """Take the words as what was asked for, and write again."""
        return await self.draft(desk, incoming, added=(note_of(incoming, as_note(words, asked)),))

    async def settle(self, desk: Desk, incoming: Incoming, about: str, value: str) -> Said:
        """The colleague decides a contested value: that is a new note, and the report is written again."""
        others = [v for c in _contested(desk.drafts) if c.about == about for v in c.values if v != value]
        text = "；".join(f"更正：{about}不是{other}，是{value}" for other in others) or f"更正：{about}是{value}"
        return await self.draft(desk, incoming, added=(note_of(incoming, text),))

    def basis(self, desk: Desk, number: int) -> Said:
        state = numbered(desk, number)
        return draft_replies.basis(state.report, desk.notes, state.number)

    def final(self, desk: Desk, number: int = 0) -> Said:
        """The text alone; gaps that nobody filled are marked, contested values must be settled first."""
        chosen = [numbered(desk, number)] if number else list(desk.drafts)
        contested = _contested(chosen)
        if contested:
            return _undecided(contested)
        shown = [draft_replies.final(s.report, s.number, len(desk.drafts), s.report.missing) for s in chosen]
        return Said(tuple(reply for one in shown for reply in one), (SetWaiting(None),))

    def word(self, desk: Desk, number: int, now: datetime) -> Said:
        """The drafts as Word files, under the same conditions as the final text."""
        chosen = [numbered(desk, number)] if number or not desk.drafts else list(desk.drafts)
        contested = _contested(chosen)
        if contested:
            return _undecided(contested)
        return Said(tuple(draft_replies.word(state.report, desk.person.unit.name, now.date()) for state in chosen))

    def skip(self, desk: Desk) -> Said:
        """Nobody knows what was asked: the gaps stand marked in the text."""
        marked = [
            _revised_report(state, Words(state.report.title, state.report.text + _marks(state.report)))
            for state in desk.drafts
            if state.report.missing
        ]
        shown = tuple(draft_replies.draft(report, n, len(desk.drafts)) for n, report in marked)
        changes = [ReviseDraft(numbered(desk, n).id, report, "待补") for n, report in marked]
        return Said(shown or (Reply("好。"),), (*changes, SetWaiting(None)))


def _marks(report: Report) -> str:
    return "".join(f"【待补：{gap}】" for gap in report.missing if f"【待补：{gap}】" not in report.text)


def _revised_report(state: DraftState, words: Words) -> tuple[int, Report]:
    return state.number, replace(state.report, title=words.title, text=words.text, missing=())


def _undecided(contested: Sequence[Conflict]) -> Said:
    return Said((Reply("还有说法不一的，先定下来再出终稿。"), *map(draft_replies.dispute, contested)))


def _contested(drafts: Sequence[DraftState]) -> list[Conflict]:
    return [conflict for state in drafts for conflict in state.report.conflicts]
