"""The editor's side: adopting, returning with a reason, merging, looking at the sources. Rights come first."""

import json
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language import pointed
from bot.domain.language.privacy import mask
from bot.domain.submissions import decisions
from bot.domain.submissions.decisions import Decision
from bot.domain.submissions.lifecycle import CORRECTION, REASONS, Kind, State
from bot.domain.submissions.review_words import Act, Verdict
from bot.domain.submissions.submission import Append, Submission
from bot.domain.talk import errands, intents
from bot.domain.talk.desk import Change, Desk, SetWaiting, Waiting, wait_for
from bot.domain.talk.door import Button, Incoming, Notice, Reply
from bot.domain.talk.intent import Kind as Intended
from bot.domain.talk.intent import Scene
from bot.domain.talk.rewriting import to_change
from bot.errors import InputError
from bot.flows import cards
from bot.flows.papers import Papers, happens
from bot.flows.replies import Said, say, together
from bot.flows.rewrite import REWRITE, need_saved

REASON, RETURN, RECALL = "reason", "return", "recall"
"""What is waited for behind 退回: the code (words come first for some), the words; behind 退回更正: what is wrong."""
LOOKED = "looked"
"""The kind of Waiting behind a report that an editor asked to see."""
_MOST_CARDS = 5


class Reviewing:
    """Turns of an editor. Every press looks up anew who presses and how the submission stands."""

    def __init__(self, papers: Papers) -> None:
        self._papers = papers

    async def adopt(self, desk: Desk, incoming: Incoming, argument: str, *, told: str = "") -> Said:
        """Freeze the report for good; `told` is passed on to its author."""
        submission, sha256 = await self._papers.opened(desk, argument)
        event = happens(desk, incoming, submission, Kind.ADOPTED, sha256=sha256, words=mask(told))
        return await self._decide(desk, *event)

    async def ask_reason(self, desk: Desk, incoming: Incoming, argument: str) -> Said:
        """Offer the codes of a return."""
        submission, sha256 = await self._open(desk, incoming, argument)
        asked = wait_for(REASON, id=submission.id, sha256=sha256, title=submission.frozen.title)
        return Said((cards.reasons(submission),), (asked,))

    async def ask_words(self, desk: Desk, incoming: Incoming, argument: str) -> Said:
        """Ask for the words that go with the code; the next message is taken for them, where they were not said."""
        which, sha256, reason, *why = argument.split(" ", 3)
        submission, _ = await self._open(desk, incoming, f"{which} {sha256}")
        data = {"id": which, "sha256": sha256, "reason": reason, "title": submission.frozen.title}
        if why:
            return await self.give_back(desk, replace(incoming, text=why[0]), data)
        return say(cards.ASK_WORDS.format(reason=reason), changes=(SetWaiting(Waiting(RETURN, data)),))

    async def why(self, desk: Desk, incoming: Incoming, data: dict[str, str]) -> Said:
        """The words of a return that came before its code: the button of the code sends them."""
        submission, _ = await self._open(desk, incoming, f"{data['id']} {data['sha256']}")
        return Said((cards.reasons(submission, incoming.text.strip(), typed=True),))

    async def give_back(self, desk: Desk, incoming: Incoming, data: dict[str, str]) -> Said:
        """Return the report with the code chosen before and these words."""
        return await self._given_back(desk, incoming, Kind.RETURNED, data, data["reason"])

    async def ask_correction(self, desk: Desk, incoming: Incoming, argument: str) -> Said:
        """Ask what is wrong with an adopted report; the next message is taken for it."""
        submission, sha256 = await self._papers.opened(desk, argument)
        happens(desk, incoming, submission, Kind.RECALLED, sha256=sha256, words="?")
        data = {"id": submission.id, "sha256": sha256, "title": submission.frozen.title}
        return say(cards.ASK_CORRECTION, changes=(SetWaiting(Waiting(RECALL, data)),))

    async def recall(self, desk: Desk, incoming: Incoming, data: dict[str, str]) -> Said:
        """Give an adopted report back to be corrected; both decisions stay in the log."""
        return await self._given_back(desk, incoming, Kind.RECALLED, data, CORRECTION)

    async def _given_back(self, desk: Desk, incoming: Incoming, kind: Kind, data: dict[str, str], reason: str) -> Said:
        """The words of a return were what was waited for; a decision by button leaves other questions open."""
        submission, sha256 = await self._papers.opened(desk, f"{data['id']} {data['sha256']}")
        words = mask(incoming.text.strip())
        event = happens(desk, incoming, submission, kind, sha256=sha256, reason=reason, words=words)
        return await self._decide(desk, *event, SetWaiting(None))

    async def mispressed(self, desk: Desk) -> Said | None:
        """How the decision that the editor took last is put right; None where there was none."""
        seen = ((one, one.standing.decided) for one in await self._papers.seen(desk.person))
        own = [(decided.at, one) for one, decided in seen if decided and decided.by == desk.person.id]
        if not own:
            return say("你还没有定过哪篇，没有可撤的。") if cards.queue_shown(desk) else None
        _, last = max(own, key=lambda taken: taken[0])
        if last.standing.state is State.ADOPTED:
            told = (
                f"《{last.frozen.title}》已采用，定稿不能直接改。要收回，点下面“退回更正”说明原因；每一步都留在记录里。"
            )
            return say(told, Button("退回更正", "recall", cards.argument(last)))
        return say(f"《{last.frozen.title}》已退回作者。要采用，请他原样再交一次；每一步都留在记录里。")

    async def merge(self, desk: Desk, incoming: Incoming, argument: str) -> Said:
        """Count the report with an adopted one that tells of the same event; both authors are named."""
        submission, sha256 = await self._papers.opened(desk, argument)
        into = await self._papers.log.find(argument.split(" ")[2])
        eyes = await self._papers.eyes(desk.person)
        if into is None or into.unit_id not in eyes.scope or into.standing.state is not State.ADOPTED:
            raise InputError("只能并入已采用的稿子。")
        return await self._decide(desk, *happens(desk, incoming, submission, Kind.MERGED, sha256=sha256, into=into.id))

    async def sources(self, desk: Desk, argument: str) -> Said:
        """The facts with the words that they rest on."""
        submission, _ = await self._papers.opened(desk, argument, own=True)
        waiting = await self._papers.waiting(desk.person)
        return Said((cards.sources(submission, waiting=submission.id in {one.id for one in waiting}),))

    async def by_words(self, desk: Desk, incoming: Incoming, verdict: Verdict) -> Said | None:
        """A decision said in words; None where nothing waits that the words could mean."""
        waiting = await self._papers.waiting(desk.person)
        meant = [one for one in waiting if _named(one, verdict.who)] if verdict.who else waiting
        if verdict.number:
            meant = meant[verdict.number - 1 : verdict.number]
        elif not verdict.who and (opened := _opened(desk, waiting)):
            meant = [opened]
        if not (meant or waiting or desk.drafts or verdict.who or verdict.why):
            return say(cards.NOTHING_PENDING)
        if not meant:
            known = [unit.name for unit in await self._papers.units.all() if verdict.who and verdict.who in unit.name]
            return say(f"{known[0]}没有待审的稿子。发“待审”看看有哪些。") if known else None
        if len(meant) > 1:
            every = pointed.read(incoming.text.strip(), [one.frozen.title for one in meant])
            return None if every and every.by is pointed.By.ALL else Said((cards.which(meant, verdict.act.value),))
        which = cards.argument(meant[0])
        if verdict.act is Act.ADOPT:
            return await self.adopt(desk, incoming, which)
        if not verdict.why or not verdict.reason:
            return Said((cards.reasons(meant[0], verdict.why),))
        data = {"id": meant[0].id, "sha256": meant[0].standing.sha256, "reason": verdict.reason}
        return await self.give_back(desk, replace(incoming, text=verdict.why), data)

    async def by_clauses(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Decisions on what waits, each in its clause; what is meant by 都 is done when that was confirmed."""
        waiting = await self._papers.waiting(desk.person)
        shown, names = cards.queue_shown(desk), [cards.named(one) for one in waiting]
        drafts = [f"{one.frozen.title}\n{one.frozen.text}" for one in waiting]
        if look := decisions.to_look_at(incoming.text, names, shown=shown):
            one, sources = waiting[look[0]], look[1]
            card = cards.sources(one, waiting=True) if sources else await self._card(desk, one)
            return Said((card,), _looked(desk, one))
        if not pointed.read(incoming.text, names):
            others = [unit.name for unit in await self._papers.units.all()]
            meant_else = decisions.read(incoming.text, others, shown=False)
            if meant_else and meant_else.each:
                return say(f"{others[meant_else.each[0].place]}没有待审的稿子。发“待审”看看有哪些。")
        opened = _opened(desk, waiting)
        place = waiting.index(opened) if opened else None
        found = decisions.read(incoming.text, names, shown=shown, open_=place)
        if found is None and shown and (doubt := decisions.doubted(incoming.text, drafts)) is not None:
            return Said((cards.sources(waiting[doubt], waiting=True),), _looked(desk, waiting[doubt]))
        if found is None and shown and decisions.in_one(incoming.text, names):
            return say(cards.NOT_IN_ONE)
        if found is None and to_change(incoming.text, names, drafts):
            return None  # an editor's own change: rewrite.py
        if found is None:
            unclear = shown and decisions.may_decide(incoming.text) and _nobody_elses(incoming.text)
            return Said((cards.unsure(waiting, incoming.text.strip()),)) if unclear else None
        if not found.each:
            return say("好，先放着，没有动。")
        meant = [(waiting[one.place], one) for one in found.each]
        if found.sweeping and len(meant) > 1:
            return Said((cards.sweeping(meant),))
        return together([await self._one_of(desk, incoming, one, decision) for one, decision in meant])

    async def _one_of(self, desk: Desk, incoming: Incoming, one: Submission, decision: Decision) -> Said:
        why = "，".join(decision.why)
        if decision.act is Act.ADOPT:
            return await self.adopt(desk, incoming, cards.argument(one), told=why)
        if not decision.reason:
            return Said((cards.reasons(one, why),))
        data = {"id": one.id, "sha256": one.standing.sha256, "reason": decision.reason}
        return await self.give_back(desk, replace(incoming, text=why), data)

    async def as_listed(self, desk: Desk, incoming: Incoming, argument: str) -> Said:
        """What was asked about as a whole is decided, each report as it was listed."""
        done = []
        for act, which, why in json.loads(argument):
            submission, _ = await self._papers.opened(desk, which)
            done.append(await self._one_of(desk, incoming, submission, Decision(0, Act(act), [why] if why else [])))
        return together(done)

    async def pending(self, desk: Desk) -> Said:
        """The cards of what waits for this editor, the oldest first."""
        waiting = await self._papers.waiting(desk.person)
        if not waiting:
            return say(cards.NOTHING_PENDING)
        shown = [await self._card(desk, one) for one in waiting[:_MOST_CARDS]]
        more = say(f"还有{len(waiting) - _MOST_CARDS}篇，审完再发“待审”。").replies
        return Said((*shown, *(more if len(waiting) > _MOST_CARDS else ())))

    async def _card(self, desk: Desk, one: Submission) -> Reply:
        """The card for whoever asked to see it."""
        return replace(await self._papers.card(desk.person, one), anew=True)

    async def _open(self, desk: Desk, incoming: Incoming, argument: str) -> tuple[Submission, str]:
        """What is to be returned. Tells at once, not after the reason was typed, that someone was faster."""
        submission, sha256 = await self._papers.opened(desk, argument)
        happens(desk, incoming, submission, Kind.RETURNED, sha256=sha256, reason=REASONS[0], words="?")
        need_saved(desk, submission)
        return submission, sha256

    async def _decide(self, desk: Desk, after: Submission, append: Append, *changes: Change) -> Said:
        """One decision: written behind the state it was decided on, told to the author and the other editors."""
        need_saved(desk, after)
        card = cards.decided(after)
        others = await self._papers.reviewers(after, but=[desk.person.id])
        notices = (cards.for_author(after, append.event), *(Notice(one.id, card) for one in others))
        asked = desk.awaits(REASON, RETURN, RECALL)
        settled = (SetWaiting(None),) if asked and asked.data["id"] == after.id else changes
        return Said((card,), (append, *settled), notices)


def _looked(desk: Desk, one: Submission) -> tuple[Change, ...]:
    """Which report lies before the editor from now on; a change in the making stays."""
    return () if desk.awaits(REWRITE) else (wait_for(LOOKED, id=one.id),)


def _opened(desk: Desk, waiting: Sequence[Submission]) -> Submission | None:
    """The report that the editor asked to see by itself, as long as it is what lies before them."""
    looked = desk.awaits(LOOKED)
    shown = {button.argument for button in desk.under if button.verb == "adopt"}
    return next(
        (one for one in waiting if looked and one.id == looked.data["id"] and cards.argument(one) in shown), None
    )


def _nobody_elses(words: str) -> bool:
    """Whether the words are no command of another room either."""
    return not errands.of_a_room(words) and intents.read(words, Scene(notes=1)).kind in (
        Intended.NOTE,
        Intended.UNSURE,
        Intended.CHAT,
    )


def _named(submission: Submission, who: str) -> bool:
    frozen = submission.frozen
    return who in f"{frozen.unit} {frozen.drafter} {submission.standing.author_name} {frozen.title}"
