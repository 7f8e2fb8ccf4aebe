"""Which flow answers what concerns submissions: pressed buttons, words that were asked for, questions of state."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.asking import weigh
from bot.domain.notes.note import Note
from bot.domain.submissions import review_words, whose_reports
from bot.domain.submissions.people import Role
from bot.domain.submissions.review_words import Act
from bot.domain.submissions.tally import other_period
from bot.domain.submissions.tally import read as read_count
from bot.domain.talk import errands, how_to, intents, spoken
from bot.domain.talk.desk import Desk, SetWaiting, Waiting, wait_for
from bot.domain.talk.door import Button, Incoming, Reply, rows
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.order_words import Order
from bot.errors import InputError
from bot.flows import cards
from bot.flows.count import Counting
from bot.flows.papers import Papers
from bot.flows.replies import STALE_BUTTON, Room, Said, say
from bot.flows.review import REASON, RECALL, RETURN, Reviewing
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
_CANCEL = re.compile(r"(?:取消|算了|撤销|不退了?|先不[交退]|不交了?)[。！!]?")
_REMARKS = (EXCUSE, REASON, RETURN, RECALL)
"""What is waited for that others will read."""
_FOR_OTHERS = re.compile("[请补改核写错不没删应太少缺重漏]")
_OF_THE_DAY = 2


class Office(Room):
    """The way from the conversation to submitting, reviewing and counting."""

    def __init__(self, papers: Papers, *, categories: Sequence[str]) -> None:
        self._papers = papers
        self._submitting = Submitting(papers, categories)
        self._reviewing = Reviewing(papers)
        self._counting = Counting(papers)

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Take the words as what was asked for, where something was; None leaves them to the conversation."""
        if (counted := desk.awaits(COUNTED)) and (asked := other_period(incoming.text, counted.data["words"])):
            return await self._count(desk, incoming, asked)
        waiting, words = desk.awaits(PROFILE, *_REMARKS), incoming.text.strip()
        if waiting is None or not words or _passes_by(waiting, words):
            return (
                await self._submitting.change_profile(desk, incoming)
                or await self._reviewed(desk, incoming)
                or await self._submitting.of_one(desk, incoming)
                or await self._asked_why(desk, incoming)
            )
        if _CANCEL.fullmatch(words):
            return say("好，先放着。", changes=(SetWaiting(None),))
        if waiting.kind == PROFILE:
            return await self._submitting.tell_profile(desk, incoming, int(waiting.data["number"]))
        return await self._remark(desk, incoming, waiting, sure=not (incoming.forwarded or _doubtful(words)))

    async def _remark(self, desk: Desk, incoming: Incoming, waiting: Waiting, *, sure: bool) -> Said:
        """Take the words as what others will read; asked about first where they may be something else."""
        words = incoming.text.strip()
        aside = Button("这是提问", "question", words) if weigh(words).question >= 1 else _as_note(words)
        if not sure and waiting.kind != REASON:
            sent = Button("就这样发", "remark", json.dumps([waiting.kind, waiting.data, words], ensure_ascii=False))
            return say(cards.MAY_BE_REMARK.format(words=words), sent, aside)
        try:
            match waiting.kind:
                case "reason":
                    return await self._reviewing.why(desk, incoming, waiting.data)
                case "return":
                    return await self._reviewing.give_back(desk, incoming, waiting.data)
                case "recall":
                    return await self._reviewing.recall(desk, incoming, waiting.data)
                case _:
                    number = int(waiting.data["number"])
                    return await self._submitting.submit(desk, incoming, number, excuse=words)
        except InputError as problem:
            # Somebody was faster: the words are asked for no more.
            return say(problem.user_message, _as_note(words), changes=(SetWaiting(None),))

    def reminded(self, desk: Desk, incoming: Incoming, said: Said) -> Said:
        """What an order was answered, with a line on the remark that is waited for still, or no more."""
        waiting = desk.awaits(*cards.STILL_ASKED)
        if waiting is None or incoming.action or not _passes_by(waiting, incoming.text.strip()):
            return said
        dropped = any(isinstance(change, SetWaiting) for change in said.changes)
        if dropped and said.notices:
            return said  # what was asked about is decided
        line = cards.DROPPED_QUESTION if dropped else cards.STILL_ASKED[waiting.kind].format(**waiting.data)
        return replace(said, replies=(*said.replies, Reply(line)))

    async def _reviewed(self, desk: Desk, incoming: Incoming) -> Said | None:
        """What an editor decides in words; None for everything else."""
        editor = desk.person.role in (Role.EDITOR, Role.ADMIN) and incoming.private and not incoming.forwarded
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
        if said or (said := await self._reviewing.by_clauses(desk, incoming)):
            return said
        named = whose_reports.unnamed(words, await self._papers.units.all())
        if named == words or spoken.read(named) is not Order.TALLY:
            return None
        said = await self._count(desk, incoming, words)
        urged = Reply(how_to.NO_URGING) if re.search("[催让叫]|提醒", words) else None
        return replace(said, replies=(*said.replies, urged)) if urged else said

    async def _asked_why(self, desk: Desk, incoming: Incoming) -> Said | None:
        """啥情况, where nothing is being written and something of one's own was handed in: how it stands, and why."""
        answered = desk.drafts or any(button.verb == "verdict" for button in desk.under)
        asked = not answered and incoming.private and spoken.read(incoming.text.strip()) is Order.WHY
        return await self._counting.mine(desk.person) if asked and await self._papers.own(desk.person) else None

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
            case Kind.PENDING | Kind.STANDING if not incoming.private:
                return say("报送的和待审的稿子请到和我的私聊里看，群里别人也看得到。")
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

    async def edited(self, desk: Desk, incoming: Incoming, note: Note | None) -> Said | None:
        """What an edited message means for what was handed in over it."""
        return await self._submitting.edited(desk, incoming, note)

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
            case "remark":
                kind, data, words = json.loads(button.argument)
                asked = desk.awaits(kind)
                if asked is None or asked.data != data:
                    return say(STALE_BUTTON)
                return await self._remark(desk, replace(incoming, text=words), asked, sure=True)
            case "merge":
                return await self._reviewing.merge(desk, incoming, button.argument)
        return None


def _passes_by(waiting: Waiting, words: str) -> bool:
    """Whether the words are an order, whatever is waited for but the profile."""
    verdict = review_words.read(words) if waiting.kind in (REASON, RETURN, RECALL) else None
    return waiting.kind != PROFILE and (errands.ordered(words) or (verdict is not None and verdict.act is Act.ADOPT))


def _doubtful(words: str) -> bool:
    """Whether a remark may be none: a question, a word of chat, something like an order, a deed of the own day."""
    said, weights = intents.read(words, Scene(notes=1)), weigh(words)
    told = errands.of_a_room(words) or (weights.note >= _OF_THE_DAY and not _FOR_OTHERS.search(words))
    return bool(told) or weights.question >= 1 or said.kind not in (Kind.NOTE, Kind.UNSURE, Kind.CORRECTION)


def _as_note(words: str) -> Button:
    return Button("记成活动", "note", words)
