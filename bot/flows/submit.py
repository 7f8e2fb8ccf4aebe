"""The author's side: handing a draft in, saying why something lacks, taking it back, fixing what was returned."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language import privacy
from bot.domain.language.sentences import split
from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.domain.submissions.categories import suggest
from bot.domain.submissions.lifecycle import Event, Kind, State, step, told
from bot.domain.submissions.profile_words import (
    LAST,
    PUT_IN,
    SLIP,
    STILL,
    THEY_SAY,
    WRONG,
    asks_to_change,
    changed,
    read_profile,
)
from bot.domain.submissions.submission import Append, Basis, Frozen, Profile, Submission, Version
from bot.domain.talk import spoken
from bot.domain.talk.desk import (
    Change,
    CloseNotebook,
    Desk,
    DraftState,
    ReopenNotebook,
    SaveProfile,
    SetWaiting,
    wait_for,
)
from bot.domain.talk.door import Button, Incoming, Notice
from bot.domain.talk.order_words import Order
from bot.errors import InputError
from bot.flows import cards
from bot.flows.draft_replies import draft
from bot.flows.papers import Papers, happens
from bot.flows.replies import Said, say, together
from bot.flows.unready import (
    AS_IS,
    IN_HAND,
    ON_ITS_WAY,
    again,
    behind,
    gaps,
    lacking,
    newest,
    on_its_way,
    to_mend,
    unfit,
    which_back,
)
from bot.flows.which import numbered

PROFILE, EXCUSE = "profile", "excuse"
_NO_DRAFT = 0
"""In place of a draft's number: the profile is changed, and nothing handed in."""


class Submitting:
    """Turns of whoever hands in."""

    def __init__(self, papers: Papers, categories: Sequence[str]) -> None:
        self._papers = papers
        self._categories = categories

    async def submit(
        self,
        desk: Desk,
        incoming: Incoming,
        number: int,
        *,
        excuse: str = "",
        anyway: bool = False,
        as_is: bool = False,
        profile: Profile | None = None,
    ) -> Said:
        """Hand the draft in, or say what stands in the way. What was asked on the way is passed on the second time:
        why something lacks, whether another report tells the same (`anyway`), whether the draft shall go though it is
        older than its notes (`as_is`), and the profile."""
        mine = [] if desk.drafts or desk.notes else await self._papers.own(desk.person)
        if mine:
            return again(mine)
        state = numbered(desk, number)
        known = await self._papers.log.of_draft(state.id)
        if fault := unfit(state.report) or on_its_way(known, state.report):
            return fault
        insisted = any((button.verb, button.argument) == (AS_IS, str(state.number)) for button in desk.under)
        asked_already = as_is or insisted or anyway or excuse or profile
        if not asked_already and (older := behind(desk, state)):
            return older
        profile = profile or await self._papers.log.profile(desk.person.id)
        if profile is None:
            waiting = wait_for(PROFILE, number=str(state.number))
            return say(cards.ASK_PROFILE.format(name=desk.person.name), changes=(waiting,))
        if gaps(state.report) and not excuse:
            return lacking(state)
        frozen = await self._freeze(desk, state, incoming, profile=profile, excuse=excuse)
        others = await self._papers.alike(desk.person, frozen, known.id if known else "")
        if others and not anyway:
            return Said((cards.alike(others, state.number),))
        return await self._hand_in(desk, incoming, state, known=known, frozen=frozen)

    async def tell_profile(self, desk: Desk, incoming: Incoming, number: int) -> Said | None:
        """Take the words as the profile and go on handing in; None where they are something else."""
        profile = read_profile(incoming.text, desk.person.name)
        if profile is None:
            return None
        first = say(cards.profile(profile), changes=(SaveProfile(profile), SetWaiting(None)))
        if number == _NO_DRAFT:
            return first
        return together((first, await self.submit(desk, incoming, number, profile=profile)))

    async def change_profile(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Change what was answered once, or ask for it again; None where the words are something else."""
        if asks_to_change(incoming.text):
            waiting = wait_for(PROFILE, number=str(_NO_DRAFT))
            return say(cards.CHANGE_PROFILE.format(name=desk.person.name), changes=(waiting,))
        if not changed(incoming.text, Profile(desk.person.name)):
            return None
        saved = await self._papers.log.profile(desk.person.id) or Profile(desk.person.name)
        profile = changed(incoming.text, saved) or saved
        return say(cards.profile(profile), changes=(SaveProfile(profile),))

    async def _freeze(
        self, desk: Desk, state: DraftState, incoming: Incoming, *, profile: Profile, excuse: str
    ) -> Frozen:
        report = state.report
        return Frozen(
            title=report.title,
            text=report.text,
            unit=desk.person.unit.name,
            drafter=profile.drafter,
            phone=profile.phone,
            reviewer=profile.reviewer,
            at=incoming.at,
            checked=report.checks.line(),
            basis=_basis(desk, report),
            gaps=gaps(report),
            excuse=privacy.mask(excuse),
            files=len(await self._papers.log.files(state.id)),
        )

    async def _hand_in(
        self, desk: Desk, incoming: Incoming, state: DraftState, *, known: Submission | None, frozen: Frozen
    ) -> Said:
        person = desk.person
        back = known if known and known.standing.state in (State.RETURNED, State.WITHDRAWN) else None
        sha256 = self._papers.log.seal(frozen)
        category = suggest(frozen.title, frozen.text, self._categories, frozen.unit)
        event = Event(Kind.SUBMITTED, incoming.at, person.id, person.name, sha256, category)
        submission = Submission(
            back.id if back else _id(state.id, sha256),
            state.id,
            back.unit_id if back else person.unit.id,
            frozen,
            step(back.standing if back else None, event),
        )
        seq = back.standing.seq if back else 0
        append = Append(submission.id, seq, event, frozen, state.id, submission.unit_id)
        history = (*(await self._papers.log.history(back.id) if back else ()), Version(event, frozen))
        changes: list[Change] = [append, SetWaiting(None)]
        if await self._was_last(desk, state):
            changes.append(CloseNotebook())
        told = cards.handed_in(submission, await self._papers.reviewers(submission))
        return Said((told,), tuple(changes), tuple(await self._papers.cards(submission, history)))

    async def _was_last(self, desk: Desk, state: DraftState) -> bool:
        """Whether nothing on the desk is left to hand in; then the notes are put away for a new day."""
        for other in desk.drafts:
            if other.id != state.id:
                known = await self._papers.log.of_draft(other.id)
                if known is None or known.standing.state not in ON_ITS_WAY:
                    return False
        return True

    async def excuse(self, desk: Desk, number: int) -> Said:
        """Ask why something lacks; the next words are the answer."""
        state = numbered(desk, number)
        return say(cards.ASK_EXCUSE, changes=(wait_for(EXCUSE, number=str(state.number)),))

    async def withdraw(self, desk: Desk, incoming: Incoming, submission_id: str) -> Said:
        """Take back what nobody has adopted; the editors' cards say so."""
        submission = await self._papers.authored(desk, submission_id)
        after, append = happens(desk, incoming, submission, Kind.WITHDRAWN)
        gone = cards.decided(after)
        told = f"已撤回《{submission.frozen.title}》。要再交，点下面“去修改”，改好再提交。"
        return say(
            told,
            Button("去修改", "reopen", submission.id),
            changes=(append,),
            notices=[Notice(one.id, gone) for one in await self._papers.reviewers(after)],
        )

    async def withdraw_some(self, desk: Desk, incoming: Incoming) -> Said:
        """Take back by words: the only one on its way, or a button for each of several."""
        own = await self._papers.own(desk.person)
        mine = [one for one in own if one.standing.state is State.PENDING]
        back = [one for one in own if one.standing.state in IN_HAND]
        if not mine and back and not desk.drafts:
            return to_mend(back[-1])
        last = newest(own) if own else None
        if not mine or not last:
            none = "你没有正在待审的稿子" if desk.drafts else "手头还没有稿子，也没有正在待审的"
            return say(f"{none}，不用撤。已采用的要改，请审核员退回更正。")
        if mine == [last]:
            return await self.withdraw(desk, incoming, last.id)
        told = f"最后交的是《{last.frozen.title}》，"
        if last not in mine:
            return which_back(mine, f"{told}{last.standing.state}，撤不回了。要撤的是还在待审的这篇吗？")
        if LAST.search(incoming.text):
            return which_back([last], f"{told}撤回它吗？")
        return which_back(mine)

    async def of_one(self, desk: Desk, incoming: Incoming) -> Said | None:
        """What is wanted of one of one's own reports that is pointed at, by its matter or as what was handed in or
        returned; None for all else."""
        still = not desk.drafts and STILL.fullmatch(incoming.text)
        wrong = not desk.drafts and not desk.notes and WRONG.fullmatch(incoming.text)
        slip = bool(still or wrong or (not desk.drafts and SLIP.match(incoming.text)))
        more = bool(not desk.notes and (PUT_IN.fullmatch(incoming.text) or THEY_SAY.match(incoming.text)))
        if not (slip or more or spoken.may_point(incoming.text)):
            return None
        mine = await self._papers.own(desk.person)
        last = [newest(mine)] if slip and mine else [one for one in mine if one.standing.state is State.RETURNED][-1:]
        if (slip or more) and last:
            said = to_mend(last[0])
            aside = (Button("不是这篇，记成活动", "note", incoming.text),)
            return replace(said, replies=(replace(said.replies[0], buttons=(*said.replies[0].buttons, aside)),))
        found = spoken.of_things(incoming.text, [one.frozen.title for one in mine])
        if not found:
            return None
        order, meant = found[0], [mine[place] for place in found[1]]
        if order is Order.STANDING:
            return say(f"你提交过的：\n{cards.listed(meant)}")
        if order is Order.MEND:
            return together([to_mend(one) for one in meant[:3]])
        waiting = [one for one in meant if one.standing.state is State.PENDING] or meant
        if len(waiting) == 1:
            return await self.withdraw(desk, incoming, waiting[0].id)
        return which_back(waiting)

    async def reopen(self, desk: Desk, submission_id: str) -> Said:
        """Lay a returned report on the desk again; what lies there now is put away and can be taken back."""
        submission = await self._papers.authored(desk, submission_id)
        if submission.standing.state not in (State.RETURNED, State.WITHDRAWN):
            raise InputError(told(submission.standing))
        if any(state.id == submission.draft_id for state in desk.drafts):
            return say("这篇就在手头，直接打字改，改好点“提交”。")
        words = f"《{submission.frozen.title}》和它的记录已拿回来，直接打字改，改好说“提交”。"
        shown, seen = await self._papers.log.draft(submission.draft_id), submission.frozen
        if shown and submission.standing.edited_by and (shown[0].title, shown[0].text) != (seen.title, seen.text):
            own = replace(seen, title=shown[0].title, text=shown[0].text)
            lines = [
                f"大家看到的是{submission.standing.edited_by}改过的，下面是你自己那一版，差在：",
                *cards.changed(own, seen),
            ]
            words = "\n".join([words, *lines])
        aside = next((state.id for state in desk.drafts), "")
        if desk.notes and not aside:
            return say(f"手头还有{len(desk.notes)}条记录没出稿。先说“出稿”，再点“去修改”，免得混在一起。")
        back = (Button("换回手头的稿子", "lay-back", aside),) if aside else ()
        said = say(words, *back, changes=(ReopenNotebook(submission.draft_id), SetWaiting(None)))
        return replace(said, replies=(*said.replies, draft(*shown))) if shown else said

    async def edited(self, desk: Desk, incoming: Incoming, note: Note | None) -> Said | None:
        """A message was edited that a report on its way rests on: that one does not follow; None for any other."""
        found = await self._papers.log.of_message(desk.person.id, incoming.message_key)
        held = [one for one in found if one.standing.state in ON_ITS_WAY]
        if note:  # of several drafts over the same notes one was handed in
            held = [one for one in held if any(basis.words in note.text for basis in one.frozen.basis)]
        if not held:
            return None
        said, title = to_mend(newest(held)), f"《{newest(held).frozen.title}》"
        told = f"这条已随{title}提交，稿子没有跟着变，{said.replies[0].text.removeprefix(title)}"
        return replace(said, replies=(replace(said.replies[0], text=told),))

    def lay_back(self, draft_id: str) -> Said:
        """Lay on the desk again what had to make room for a returned report."""
        return say("手头的稿子换回来了。", changes=(ReopenNotebook(draft_id), SetWaiting(None)))

    async def categories(self, desk: Desk, submission_id: str) -> Said:
        """Offer the categories."""
        return Said((cards.categories(await self._papers.authored(desk, submission_id), self._categories),))

    async def classify(self, desk: Desk, incoming: Incoming, submission_id: str, category: str) -> Said:
        """Put the submission into another category; the editors' cards follow."""
        submission = await self._papers.authored(desk, submission_id)
        changed, append = happens(desk, incoming, submission, Kind.CLASSIFIED, category=category)
        told = f"《{submission.frozen.title}》改归“{category}”。"
        return say(told, changes=(append,), notices=await self._papers.cards(changed))


def _basis(desk: Desk, report: Report) -> tuple[Basis, ...]:
    """Each fact with the sentence of the note that it stands in, private data masked."""
    found = []
    for fact in dict.fromkeys(report.facts):
        note = desk.notes[fact.message].text if fact.message < len(desk.notes) else ""
        span = next((one.text for one in split(note) if one.start <= fact.start < one.end), fact.text)
        found.append(Basis(fact.text, privacy.mask(span)))
    return tuple(found)


def _id(draft_id: str, sha256: str) -> str:
    """The same report of the same draft is the same submission, however often the button is pressed."""
    return hashlib.sha256(f"{draft_id}\n{sha256}".encode()).hexdigest()[:16]
