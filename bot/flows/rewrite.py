"""An editor changes a report by hand: spoken edits on a working copy, one event when it is kept.

The working copy lies in what is waited for and under the button that keeps it; nothing of the submission
changes before that, and it is kept only behind the very text that it was made from.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language import privacy
from bot.domain.submissions.lifecycle import Event, Kind, State, step
from bot.domain.submissions.people import Person
from bot.domain.submissions.submission import Append, Basis, Frozen, Submission, Supplement, Version
from bot.domain.talk.desk import Change, Desk, SetWaiting, wait_for
from bot.domain.talk.door import Button, Incoming, Reply
from bot.domain.talk.revision import Words
from bot.domain.talk.rewriting import Lock, Wish, lock, read, to_change
from bot.errors import InputError
from bot.flows import cards
from bot.flows.papers import Papers, happens
from bot.flows.replies import Room, Said, say

REWRITE = "rewrite"
_MOST_STEPS = 10
_HOW = (
    "直接打字改，如“把320改成302”“第2句删掉”“标题改短”“加一句：…”，或把整篇新稿粘过来；说“撤销”退一步。"
    "改好点“存好”，不改点“不改了”。"
)


class Rewriting(Room):
    """The room of 我来改."""

    def __init__(self, papers: Papers) -> None:
        self._papers = papers

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Change the working copy as the words say; None where none is being worked on or the words are others'."""
        waiting = desk.awaits(REWRITE)
        if waiting is None or not incoming.text.strip():
            return await self._of_one(desk, incoming)
        which = waiting.data["which"]
        steps = [Words(*one) for one in json.loads(waiting.data["steps"])]
        try:
            wish = read(incoming.text, steps[-1])
        except InputError as problem:
            return await self._not_understood(which, steps[-1], problem)
        match wish:
            case None:
                return None
            case Wish.DROP:
                return _drop()
            case Wish.SAVE:
                return await self._save(desk, incoming, which, steps[-1])
            case Wish.UNDO if len(steps) == 1:
                return say("没有更早的一步了。")
            case Wish.UNDO:
                steps.pop()
            case _:
                steps.append(Words(wish.title, wish.text))
        try:
            return await self._preview(desk, which, steps[-_MOST_STEPS:])
        except InputError as problem:
            return _too_late(problem, steps[-1])

    async def _of_one(self, desk: Desk, incoming: Incoming) -> Said | None:
        """图书馆那篇标题短点, said over the queue: that report's working copy with the change; None for all else."""
        queue = await self._papers.waiting(desk.person) if cards.queue_shown(desk) and incoming.private else ()
        drafts = [f"{one.frozen.title}\n{one.frozen.text}" for one in queue]
        found = to_change(incoming.text, [cards.named(one) for one in queue], drafts)
        if not found:
            return None
        one = queue[found[0]]
        now = Words(one.frozen.title, one.frozen.text)
        try:
            wish = read(found[1], now)
        except InputError as problem:
            return say(f"《{now.title}》没有改。{problem.user_message}")
        return await self._preview(desk, cards.argument(one), [now, wish]) if isinstance(wish, Words) else None

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """Begin, keep or leave the change; the author's word on what was added."""
        match button.verb:
            case "rewrite":
                return await self._begin(desk, button.argument)
            case "rewrite-save":
                submission, base, words = button.argument.split(" ", 2)
                return await self._save(desk, incoming, f"{submission} {base}", Words(*json.loads(words)))
            case "rewrite-drop":
                return _drop()
            case "confirm":
                return await self._confirm(desk, incoming, button.argument)
        return None

    async def _begin(self, desk: Desk, which: str) -> Said:
        submission, sha256 = await self._papers.opened(desk, which)
        step(submission.standing, _event(desk.person, submission, base=sha256))
        frozen = submission.frozen
        keep = wait_for(REWRITE, which=which, steps=_dump([Words(frozen.title, frozen.text)]))
        head = Reply(f"改《{frozen.title}》（{frozen.unit}）。{_HOW}原文如下：")
        return Said((head, Reply(f"{frozen.title}\n\n{frozen.text}", ((_leave(),),))), (keep,))

    async def _not_understood(self, which: str, words: Words, problem: InputError) -> Said | None:
        """Say so while the report can still be changed; afterwards the words are no longer about it."""
        submission_id, sha256 = which.split(" ")
        submission = await self._papers.log.find(submission_id)
        if submission is None or (submission.standing.state, submission.standing.sha256) != (State.PENDING, sha256):
            return None
        return say(f"正在改《{words.title}》。{problem.user_message}", _leave())

    async def _preview(self, desk: Desk, which: str, steps: Sequence[Words]) -> Said:
        submission, sha256 = await self._papers.opened(desk, which)
        step(submission.standing, _event(desk.person, submission, base=sha256))
        history = await self._papers.log.history(submission.id)
        base, words = _version(history, which).frozen, steps[-1]
        found = await self._locked(submission, history, words)
        lines = cards.changed(base, replace(base, title=words.title, text=words.text)) or ["和原稿一样，没有改动。"]
        lines.append(f"{found.checks.line()}（还没存）")
        lines += [f"{line}记录里没有，会署名标出。" for line in cards.added_by(_supplements(found, base, desk.person))]
        lines += _faults(words, found)
        keep = Button("存好", "rewrite-save", f"{which} {json.dumps([words.title, words.text], ensure_ascii=False)}")
        waiting = wait_for(REWRITE, which=which, steps=_dump(steps))
        return Said((Reply("\n".join(lines), ((keep, _leave()),)),), (waiting,))

    async def _save(self, desk: Desk, incoming: Incoming, which: str, words: Words) -> Said:
        """One event with the frozen new text; the author and the other editors are told."""
        try:
            submission, base = await self._papers.opened(desk, which)
            step(submission.standing, _event(desk.person, submission, base=base))
        except InputError as problem:
            return _too_late(problem, words)
        person, standing = desk.person, submission.standing
        history = await self._papers.log.history(submission.id)
        found = await self._locked(submission, history, words)
        if faults := _faults(words, found):
            return say("先没存：" + "；".join(faults))
        frozen = _frozen(submission.frozen, words, found, person)
        known = {one.words for version in history if version.confirmed for one in version.frozen.supplements}
        supplied = tuple(dict.fromkeys(one.by for one in frozen.supplements if one.words not in known))
        event = Event(
            Kind.EDITED,
            incoming.at,
            person.id,
            person.name,
            self._papers.log.seal(frozen),
            base=base,
            supplied=supplied,
        )
        after = replace(submission, frozen=frozen, standing=step(standing, event))
        shown = [*history, Version(event, frozen)]
        card = await self._papers.card(person, after, shown)
        told_others = await self._papers.cards(after, shown, but=[person.id])
        changes: tuple[Change, ...] = (Append(submission.id, standing.seq, event, frozen), SetWaiting(None))
        return Said((card, _kept(after)), changes, (cards.edited(after, submission.frozen), *told_others))

    async def _confirm(self, desk: Desk, incoming: Incoming, which: str) -> Said:
        """The author says that the additions are true; then whoever made them may adopt."""
        submission_id, sha256 = which.split(" ")
        submission = await self._papers.authored(desk, submission_id)
        after, append = happens(desk, incoming, submission, Kind.CONFIRMED, sha256=sha256)
        notices = await self._papers.cards(after)
        notices += [cards.confirmed(after, one) for one in submission.standing.supplied]
        told = f"已记下：《{submission.frozen.title}》里编辑补充的内容属实。"
        return say(told, changes=(append,), notices=notices)

    async def _locked(self, submission: Submission, history: Sequence[Version], words: Words) -> Lock:
        notes = await self._papers.log.notes(submission.draft_id)
        own = [one for one in history if one.event.kind is Kind.SUBMITTED][-1]
        return lock(words, notes, own.frozen)


def need_saved(desk: Desk, submission: Submission) -> None:
    """InputError where the editor changed the report that is to be decided, and has not kept the change."""
    waiting, frozen = desk.awaits(REWRITE), submission.frozen
    if not waiting or waiting.data["which"].split(" ")[0] != submission.id:
        return
    if json.loads(waiting.data["steps"])[-1] != [frozen.title, frozen.text]:
        raise InputError(f"先没定：你改的《{frozen.title}》还没存。要这些改动发“存好”，不要发“不改了”，再来定。")


def _event(person: Person, submission: Submission, *, base: str) -> Event:
    """A trial: tells before any work is done that someone was faster or that the report is one's own."""
    return Event(Kind.EDITED, submission.standing.submitted_at, person.id, person.name, "?", base=base)


def _drop() -> Said:
    return say("没有存，稿子还是原样。", changes=(SetWaiting(None),))


def _too_late(problem: InputError, words: Words) -> Said:
    """Someone was faster, or the right is gone: the work is given back, to be copied."""
    lost = Reply(f"{words.title}\n\n{words.text}")
    return Said((Reply(f"没有存：{problem.user_message}你改的稿在下面，可以复制。"), lost), (SetWaiting(None),))


def _leave() -> Button:
    return Button("不改了", "rewrite-drop")


def _dump(steps: Sequence[Words]) -> str:
    return json.dumps([[one.title, one.text] for one in steps], ensure_ascii=False)


def _version(history: Sequence[Version], which: str) -> Version:
    """The text that the working copy was made from."""
    sha256 = which.split(" ")[1]
    return next(one for one in reversed(history) if one.event.sha256 == sha256)


def _faults(words: Words, found: Lock) -> list[str]:
    """What nobody may put into a report, whoever signs for it."""
    whole = f"{words.title}\n{words.text}"
    faults = []
    if privacy.secrecy_mark(whole) or privacy.private_spans(whole):
        faults.append("稿里有涉密标志或个人信息，请删掉")
    if found.checks.empty:
        faults.append(f"“{found.checks.empty[0][:30]}”是空话，请换成具体的或删掉")
    return faults


def _supplements(found: Lock, base: Frozen, person: Person) -> tuple[Supplement, ...]:
    """What rests on no note: under the name of whoever added it first."""
    known = {one.words: one for one in base.supplements}
    return tuple(known.get(words) or Supplement(words, person.id, person.name) for words in found.added)


def _frozen(before: Frozen, words: Words, found: Lock, person: Person) -> Frozen:
    whole = f"{words.title}\n{words.text}"
    marked = re.findall(r"【待补：([^】]{1,20})】", words.text)
    unmarked = [gap for gap in before.gaps if f"【待补：{gap}】" not in before.text]
    return replace(
        before,
        title=words.title,
        text=words.text,
        checked=found.checks.line(),
        basis=tuple(one for one in before.basis if _stands(one, whole)),
        gaps=tuple(dict.fromkeys((*unmarked, *marked))),
        supplements=_supplements(found, before, person),
    )


def _stands(basis: Basis, whole: str) -> bool:
    digits = re.search(r"\d[\d.]*", basis.fact)
    return (digits[0] if digits else basis.fact) in whole


def _kept(submission: Submission) -> Reply:
    which = f"{submission.id} {submission.standing.sha256}"
    text = f"改好了，已告诉作者{submission.standing.author_name}，卡片也换成了新稿。"
    if submission.standing.supplied:
        return Reply(f"{text}里面有编辑补充：请作者点“属实”，或由另一位审核员采用。")
    return Reply(text, ((Button("采用", "adopt", which), Button("看改动", "changes", which)),))
