"""A question to an answer that rests on the library's words, or to an honest refusal."""

import logging
from datetime import date, datetime

from bot.domain.clauses import article_number
from bot.domain.evidence import Evidence, Found, judge
from bot.domain.followups import Ask, FollowUp, follow, own_subject
from bot.domain.needs import needs_of
from bot.domain.passages import Answer, Document, context
from bot.domain.people import Person, readable_units
from bot.domain.privacy import mask, secrecy_mark
from bot.domain.questions import Question, Words, analyse
from bot.domain.standing import settle
from bot.domain.trust import accept, eligible, named_document
from bot.domain.worded import verify
from bot.domain.wording import answered, original, refused
from bot.domain.wordlists import WordLists
from bot.errors import ModelError, SettingsError
from bot.ports import AnswerWriter, Engine, Library, Shelf

logger = logging.getLogger(__name__)

NO_MODEL = "没有配置模型：请设置 SHIBAO_MODEL_URL 和 SHIBAO_MODEL，或改用 --engine offline。"
SECRET = "问题里有“{mark}”字样。涉密内容不能在这里处理，没有查询也没有保存，请按保密规定办理。"
LOOKED_AT = 40
"""Passages taken from the search: an old text beside each one in force, and parts of one clause, leave
room.
"""


class Answering:
    """Answers questions from the library. Without a model the words are the documents' own."""

    def __init__(
        self,
        library: Library,
        shelf: Shelf,
        lists: WordLists,
        words: Words,
        writer: AnswerWriter | None = None,
    ) -> None:
        self._library = library
        self._shelf = shelf
        self._lists = lists
        self._words = words
        self._writer = writer
        self._settled: tuple[object, dict[str, Document]] = (None, {})

    async def ask(
        self,
        question: str,
        *,
        now: datetime,
        engine: Engine = "auto",
        person: Person | None = None,
        previous: str = "",
    ) -> Answer:
        """One cited answer. `previous` is the question before, which a follow-up refers to."""
        if engine == "model" and self._writer is None:
            raise SettingsError(NO_MODEL)
        if marked := secrecy_mark(question):
            return Answer(SECRET.format(mark=marked), True, "offline")
        await self._library.ready()
        question = mask(question)
        leaning = follow(question, previous, self._lists.synonyms, self._words)
        asked = analyse(leaning.question if leaning else question, self._words)
        if asked.clause and not leaning and (named := await self._named(asked, person, now.date())):
            return named
        judged = await self._judge(asked, person, now.date())
        accepted = accept(asked, judged)
        if leaning and leaning.ask is Ask.ANEW:
            asked, judged, accepted = await self._on_its_own(question, previous, accepted, person, now.date()) or (
                asked, judged, accepted
            )
        if not accepted:
            return refused(judged, len(self._library.documents(person)))
        if leaning and leaning.ask is not Ask.ANEW:
            return await self._look_again(leaning, accepted, judged, person)
        return await self._word(asked.text, accepted, engine) or answered(accepted)

    async def _word(self, question: str, accepted: list[Evidence], engine: Engine) -> Answer | None:
        """The model's wording where there is a model and its words stand; None leaves the documents' own."""
        if self._writer is None or engine == "offline":
            return None
        given = [(piece.passage.id, context(piece.document, piece.passage)) for piece in accepted]
        try:
            sentences = await self._writer.word(question, given)
        except ModelError as error:
            if engine == "model":
                raise
            logger.warning("answer-wording-failed cause=%s", type(error).__name__)
            return None
        verdict = verify(sentences, accepted)
        if verdict.answer is None or verdict.unknown:
            logger.warning("answer-wording-checked fault=%s unknown_ids=%d", verdict.fault, verdict.unknown)
        return verdict.answer

    async def _on_its_own(
        self, question: str, previous: str, merged: list[Evidence], person: Person | None, today: date
    ) -> tuple[Question, list[Evidence], list[Evidence]] | None:
        """那纪念品呢 behind a question on drink: where the old matter's clauses say nothing of what it names, a clause
        that does. None where the follow-up is at home in the old matter, or nothing speaks of it."""
        own = own_subject(question, previous, self._words)
        if not own or any(own in piece.passage.text for piece in merged):
            return None
        alone = analyse(question, self._words)
        judged = await self._judge(alone, person, today)
        accepted = [piece for piece in accept(alone, judged) if own in piece.passage.text]
        return (alone, judged, accepted) if accepted else None

    async def _look_again(
        self, leaning: FollowUp, accepted: list[Evidence], judged: list[Evidence], person: Person | None
    ) -> Answer:
        """The earlier answer's clause in full, a paragraph of it, or the other clauses that speak of it."""
        if leaning.ask is Ask.MORE:
            named = {(piece.document.id, piece.passage.clause) for piece in accepted}
            others = [p for p in judged if (p.document.id, p.passage.clause) not in named]
            return answered(others[:3]) if others else refused(judged, len(self._library.documents(person)))
        first = accepted[0]
        units = readable_units(person)
        parts = await self._shelf.clause(first.document.id, first.passage.clause, units)
        own = [part for part in parts if part.path == first.passage.path]
        return original(first.document, own, leaning.number)

    async def _named(self, question: Question, person: Person | None, today: date) -> Answer | None:
        """The clause that the question names by title and number (文物保护法第四十六条), word for word."""
        document = named_document(question, tuple(self._cards(person, today).values()))
        if document is None:
            return None
        whole = await self._shelf.clause(document.id, "", readable_units(person))
        number = article_number(question.clause)
        parts = [passage for passage in whole if article_number(passage.clause) == number]
        return original(document, parts) if parts else None

    async def _judge(self, question: Question, person: Person | None, today: date) -> list[Evidence]:
        """Every passage that may answer, best first."""
        hits = await self._library.search(question.text, person=person, limit=LOOKED_AT)
        cards = self._cards(person, today)
        found = [
            Found(hit.passage, cards[hit.document.id], hit.score, hit.similarity or 0.0)
            for hit in hits
            if hit.document.id in cards and cards[hit.document.id].serves(question.text)
        ]
        usable = eligible(question, found, tuple(cards.values()))
        needs = needs_of(question, self._lists.synonyms, self._library.rarity)
        best = max((hit.similarity for hit in usable), default=0.0)
        return sorted((judge(question, needs, hit, best) for hit in usable), key=lambda piece: -piece.score)

    def _cards(self, person: Person | None, today: date) -> dict[str, Document]:
        """Settled cards of what the person may see; settled again when the library or the day changes."""
        key = (self._library.revision, today, readable_units(person))
        if self._settled[0] != key:
            settled = settle(self._library.documents(person), today=today, successors=self._lists.successors)
            self._settled = (key, {document.id: document for document in settled})
        return self._settled[1]

    async def clause(self, passage_id: str, *, person: Person | None = None) -> str:
        """The whole clause of a passage with its neighbours, for 看原文."""
        await self._library.ready()
        units = readable_units(person)
        found = await self._shelf.passages([passage_id], units)
        if not found:
            return "原文已删除或已更新，请重新提问。"
        whole = await self._shelf.clause(found[0].document_id, "", units)
        order = list(dict.fromkeys((passage.clause, passage.path) for passage in whole))
        at = order.index((found[0].clause, found[0].path))
        near = order[max(0, at - 1) : at + 2]
        texts = ["\n".join(p.text for p in whole if (p.clause, p.path) == key) for key in near]
        card = next(d for d in self._library.documents(person) if d.id == found[0].document_id)
        return "\n\n".join([f"《{card.title}》{found[0].clause}及前后条款：", *texts])
