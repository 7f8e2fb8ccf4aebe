"""What can be done with an answer: see the original, ask in other words, say whether it was any use."""

import re

from bot.domain.library.feedback import Verdict, asks_again, asks_another_way, asks_for_list, typed_verdict
from bot.domain.submissions.people import may_read_feedback
from bot.domain.talk.commands import SOURCE
from bot.domain.talk.desk import Desk, SaveAnswer, SaveFeedback
from bot.domain.talk.door import Button, Incoming
from bot.flows import answer_words as words
from bot.flows.answer import Answering
from bot.flows.replies import Room, Said, say
from bot.ports import Answers, Units

LISTED = 20
_I_MEAN = re.compile(
    r"(?:不是|不对|错了|我不是)(?:这个|那个|问?这个?)?(?:意思)?[，,。 ]+我?(?:是|想)?(?:问|说)的?(?:是)?"
    r"(?P<what>[^，,]{2,20}?)[。！]?"
)
"""不是这个意思，我问的是游戏机."""


class Inquiry(Room):
    """The room of the buttons under an answer, and of the list of what people said of answers."""

    def __init__(self, answering: Answering, answers: Answers, units: Units) -> None:
        self._answering = answering
        self._answers = answers
        self._units = units

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """反馈记录, 换个问法; 有用 and 不对 where an answer is the last thing shown."""
        if asks_for_list(incoming.text):
            return await self._list(desk)
        if verdict := typed_verdict(incoming.text):
            return await self._typed(desk, verdict)
        if desk.answer_shown and desk.last_answer and SOURCE.search(incoming.text):
            # 看依据 with a draft on the desk too: it is of what was shown last.
            cited = next((one for one in desk.last_answer.citations if one.passage_id), None)
            return say(await self._answering.original(cited, now=incoming.at, person=desk.person)) if cited else None
        if desk.answer_shown and desk.last_answer and asks_again(incoming.text):
            again = words.answer(desk.last_answer, incoming.key)
            return Said((again,), (SaveAnswer(desk.last_question, desk.last_answer),))
        meant = _I_MEAN.fullmatch(incoming.text.strip()) if desk.answer_shown else None
        if meant:
            asked = f"那{meant['what']}呢"
            found = await self._answering.ask(
                asked, now=incoming.at, person=desk.person, previous=desk.last_question, shown=desk.last_answer
            )
            return Said((words.answer(found, incoming.key),), (SaveAnswer(found.asked or asked, found),))
        if asks_another_way(incoming.text) and desk.last_question:
            return await self._other_ways(desk, incoming, desk.last_question)
        return None

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """A button under an answer or under 换个问法."""
        argument = button.argument
        match button.verb:
            case "original":
                return await self._original(desk, incoming, argument)
            case "clause":
                return say(await self._answering.clause(argument, now=incoming.at, person=desk.person))
            case "rephrase":
                kept = await self._answers.kept(desk.person.id, argument)
                question = (kept.answer.asked or kept.question) if kept else ""
                return await self._other_ways(desk, incoming, question) if kept else say(words.LOST)
            case "ask":
                found = await self._answering.ask(argument, now=incoming.at, person=desk.person)
                return Said((words.answer(found, incoming.key),), (SaveAnswer(argument, found),))
            case "verdict":
                verdict, _, key = argument.partition(" ")
                return await self._judge(desk, key, Verdict(verdict))
        return None

    async def _original(self, desk: Desk, incoming: Incoming, argument: str) -> Said:
        """The cited clause; the stored quote stays readable when its document is gone."""
        key, _, number = argument.rpartition(" ")
        kept = await self._answers.kept(desk.person.id, key)
        if kept is None:
            return say(words.LOST)
        citation = kept.answer.citations[int(number)]
        return say(await self._answering.original(citation, now=incoming.at, person=desk.person))

    async def _other_ways(self, desk: Desk, incoming: Incoming, question: str) -> Said:
        ways = await self._answering.other_ways(question, now=incoming.at, person=desk.person)
        return Said((words.other_ways(ways),))

    async def _judge(self, desk: Desk, key: str, verdict: Verdict) -> Said:
        kept = await self._answers.kept(desk.person.id, key)
        if kept is None:
            return say(words.LOST)
        changes = () if kept.verdict is verdict else (SaveFeedback(key, verdict),)
        return Said((words.judged(key, verdict, kept.verdict),), changes)

    async def _typed(self, desk: Desk, verdict: Verdict) -> Said | None:
        """The words of a button under the newest reply; elsewhere they are no judgement of an answer."""
        judging = [button.argument for button in desk.under if button.verb == "verdict"]
        chosen = next((said for said in judging if said.startswith(verdict.value)), None)
        return await self._judge(desk, chosen.partition(" ")[2], verdict) if chosen else None

    async def _list(self, desk: Desk) -> Said:
        if not may_read_feedback(desk.person):
            return say(words.NOT_YOURS)
        units = await self._units.scope(desk.person)
        return say(words.listed(await self._answers.judged(units, LISTED)))
