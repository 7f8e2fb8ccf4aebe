"""Which flow answers what concerns submissions: pressed buttons, words that were asked for, questions of state."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.submissions import review_words
from bot.domain.submissions.people import Role
from bot.domain.submissions.tally import other_period
from bot.domain.submissions.tally import read as read_count
from bot.domain.talk.desk import Desk, SetWaiting, wait_for
from bot.domain.talk.door import Button, Incoming, Reply, rows
from bot.domain.talk.intent import Intent, Kind
from bot.flows.count import Counting
from bot.flows.papers import Papers
from bot.flows.replies import Room, Said, say
from bot.flows.review import RECALL, RETURN, Reviewing
from bot.flows.submit import EXCUSE, PROFILE, Submitting

COUNTED = "counted"
"""The kind of Waiting behind an answer about our own counts."""

_MISPRESSED = re.compile(
    r"(?:不好意思|哎呀?|对不起|刚刚?才?|那个|那篇|我|[，, ])*"
    r"(?:(?:采用|退回?|打回)的?(?:那[个篇条])?(?:先)?(?:撤|收|拿|改)(?:了|回来?|掉)|手滑|(?:点|按|弄|搞|选|采用|退回|退)(?:错|岔)(?:了|篇)*)"
    r"(?:[，, ]+[^，,]{0,12})?[。！!]?|(?:刚刚?才?|那个|那篇|我|[，, ])*不是(?:要)?(?:采用|退回)[^，,]{0,6}[。！!]?"
)
"""What an editor says who pressed the wrong button."""
_STEP_BACK = re.compile(r"(?:刚才|上)那?一?[步下](?:别|不)算了?|撤销(?:刚才|上一?步)?的?(?:采用|退回|操作|那步)")
_AS_ASKED = re.compile(
    r"(?:[对好行嗯中]|可以|是的?|没错|那?就|[，, ])*(?:(?:这样|这么|[按照]你说的|照)(?:办|来|定|做)?)?[吧了的。！]*"
)
"""Yes, to what was asked about as a whole."""
_CANCEL = re.compile(r"(?:取消|算了|不退了?|先不[交退]|不交了?)[。！!]?")


class Office(Room):
    """The way from the conversation to submitting, reviewing and counting."""

    def __init__(self, papers: Papers, *, categories: Sequence[str]) -> None:
        self._submitting = Submitting(papers, categories)
        self._reviewing = Reviewing(papers)
        self._counting = Counting(papers)

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Take the words as what was asked for, where something was; None leaves them to the conversation."""
        if (counted := desk.awaits(COUNTED)) and (asked := other_period(incoming.text, counted.data["words"])):
            return await self._count(desk, incoming, asked)
        waiting = desk.awaits(PROFILE, EXCUSE, RETURN, RECALL)
        if waiting is None or not incoming.text.strip():
            return (
                await self._submitting.change_profile(desk, incoming)
                or await self._reviewed(desk, incoming)
                or await self._submitting.of_one(desk, incoming)
            )
        if _CANCEL.fullmatch(incoming.text.strip()):
            return say("好，先放着。", changes=(SetWaiting(None),))
        match waiting.kind:
            case "return":
                return await self._reviewing.give_back(desk, incoming, waiting.data)
            case "recall":
                return await self._reviewing.recall(desk, incoming, waiting.data)
            case "excuse":
                number = int(waiting.data["number"])
                return await self._submitting.submit(desk, incoming, number, excuse=incoming.text.strip())
            case _:
                return await self._submitting.tell_profile(desk, incoming, int(waiting.data["number"]))

    async def _reviewed(self, desk: Desk, incoming: Incoming) -> Said | None:
        """What an editor decides in words; None for everything else."""
        editor = desk.person.role in (Role.EDITOR, Role.ADMIN) and incoming.private
        if not editor or not incoming.text:
            return None
        words = incoming.text.strip()
        asked = next((button for button in desk.under if button.verb == "as-listed"), None)
        if asked and _AS_ASKED.fullmatch(words):
            return await self._reviewing.as_listed(desk, incoming, asked.argument)
        slip = _MISPRESSED.fullmatch(words) or (not (desk.drafts or desk.waiting) and _STEP_BACK.fullmatch(words))
        if slip and (said := await self._reviewing.mispressed(desk)):
            return said
        verdict = review_words.read(incoming.text)
        said = await self._reviewing.by_words(desk, incoming, verdict) if verdict else None
        return said or await self._reviewing.by_clauses(desk, incoming)

    async def asked(self, desk: Desk, incoming: Incoming, intent: Intent) -> Said:
        """Serve an intent that is about submissions."""
        match intent.kind:
            case Kind.SUBMIT if intent.words.isdigit():
                return await self._submitting.submit(desk, incoming, int(intent.words))
            case Kind.SUBMIT if len(desk.drafts) > 1:
                each = (
                    Button(f"提交第{one.number}篇：{one.report.title[:16]}", "submit", str(one.number))
                    for one in desk.drafts
                )
                return Said((Reply(f"有{len(desk.drafts)}篇稿子，一篇一篇交：", rows(each)),))
            case Kind.SUBMIT:
                return await self._submitting.submit(desk, incoming, 0)
            case Kind.WITHDRAW:
                return await self._submitting.withdraw_some(desk, incoming)
            case Kind.PENDING if not incoming.private:
                return say("待审的稿子请到和我的私聊里看，群里别人也看得到。")
            case Kind.PENDING:
                return await self._reviewing.pending(desk)
            case Kind.COUNT:
                return await self._count(desk, incoming, intent.words)
            case _:
                return await self._counting.mine(desk.person)

    async def _count(self, desk: Desk, incoming: Incoming, words: str) -> Said:
        """The number; the question is kept for 上周呢, unless something else is waited for."""
        said = await self._counting.answer(desk.person, read_count(words, incoming.at), words)
        free = desk.waiting is None or desk.awaits(COUNTED)
        return replace(said, changes=(wait_for(COUNTED, words=words),)) if free else said

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """Serve a button of a draft, a card or a notice; None where it is none of these."""
        return await self._author_pressed(desk, incoming, button) or await self._editor_pressed(desk, incoming, button)

    async def _author_pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        argument = button.argument
        match button.verb:
            case "submit":
                return await self._submitting.submit(desk, incoming, int(argument))
            case "submit-anyway":
                return await self._submitting.submit(desk, incoming, int(argument), anyway=True)
            case "submit-as-is":
                return await self._submitting.submit(desk, incoming, int(argument), as_is=True)
            case "excuse":
                return await self._submitting.excuse(desk, int(argument))
            case "withdraw":
                return await self._submitting.withdraw(desk, incoming, argument)
            case "reopen":
                return await self._submitting.reopen(desk, argument)
            case "lay-back":
                return self._submitting.lay_back(argument)
            case "recategory":
                return await self._submitting.categories(desk, argument)
            case "category":
                submission, _, name = argument.partition(" ")
                return await self._submitting.classify(desk, incoming, submission, name)
        return None

    async def _editor_pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        match button.verb:
            case "adopt":
                return await self._reviewing.adopt(desk, incoming, button.argument)
            case "return":
                return await self._reviewing.ask_reason(desk, incoming, button.argument)
            case "reason":
                return await self._reviewing.ask_words(desk, incoming, button.argument)
            case "as-listed":
                return await self._reviewing.as_listed(desk, incoming, button.argument)
            case "not-listed":
                return say("好，先放着，没有动。")
            case "sources":
                return await self._reviewing.sources(desk, button.argument)
            case "recall":
                return await self._reviewing.ask_correction(desk, incoming, button.argument)
            case "merge":
                return await self._reviewing.merge(desk, incoming, button.argument)
        return None
