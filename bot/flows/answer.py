"""A question to an answer that rests on the library's words, or to an honest refusal."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.language.privacy import mask, secrecy_mark
from bot.domain.library import compound, originals
from bot.domain.library.cards import bare_title
from bot.domain.library.clauses import article_number
from bot.domain.library.evidence import Evidence
from bot.domain.library.excerpts import opening
from bot.domain.library.followups import Ask, FollowUp, follow, instead, merge, names_thing, own_subject
from bot.domain.library.homophones import Sounds
from bot.domain.library.passages import Answer, Citation, Passage, context
from bot.domain.library.questions import Question, Words, analyse, core
from bot.domain.library.rephrasing import Near, OtherWays, rephrasings
from bot.domain.library.trust import Accepted, accept, named_document, unheld_document
from bot.domain.library.worded import verify
from bot.domain.library.wording import answered, answered_in_parts, name_of, original, refused
from bot.domain.library.wordlists import WordLists
from bot.domain.submissions.people import Person
from bot.errors import ModelError, SettingsError
from bot.flows.weigh import Asker, Weighing
from bot.ports import AnswerWriter, Engine, Library, Shelf

logger = logging.getLogger(__name__)

NO_MODEL = "没有配置模型：请设置 SHIBAO_MODEL_URL 和 SHIBAO_MODEL，或改用 --engine offline。"
SECRET = "问题里有“{mark}”字样。涉密内容不能在这里处理，没有查询也没有保存，请按保密规定办理。"
RESPELT = "按“{words}”查的。"
MOST_WAYS = 3
BESIDE = 0.65
"""How near a clause of the document that the talk is of must come to the best of all to be the one that is meant."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A question with all that may answer it and what was good enough."""

    question: Question
    judged: list[Evidence]
    accepted: Accepted


_NAMES = 2


class Answering:
    """Answers questions from the library. Without a model the words are the documents' own."""

    def __init__(
        self,
        library: Library,
        shelf: Shelf,
        lists: WordLists,
        words: Words,
        writer: AnswerWriter | None = None,
        sounds: Callable[[], Sounds] | None = None,
    ) -> None:
        self._library = library
        self._shelf = shelf
        self._lists = lists
        self._words = words
        self._writer = writer
        self._weighing = Weighing(library, lists, words, sounds)

    def formal(self, words: str, draft: str) -> list[str]:
        """The rules' words for what the words name and the draft says, as wishes to the draft."""
        found = self._lists.synonyms.spoken(words) if words and draft else ()
        return [f"把“{term}”改成“{name}”" for term, names in found if term in draft for name in names[:_NAMES]]

    async def ask(
        self, question: str, *, now: datetime, engine: Engine = "auto", person: Person | None = None, previous: str = ""
    ) -> Answer:
        """One cited answer.

        `previous` is the question before, which a follow-up refers to; Answer.asked says how one was understood.
        """
        if engine == "model" and self._writer is None:
            raise SettingsError(NO_MODEL)
        if marked := secrecy_mark(question):
            return Answer(SECRET.format(mark=marked), True, "offline")
        await self._library.ready()
        asker = Asker(person, now.date())
        question, meant = self._weighing.respelt(mask(question), asker)
        found = await self._ask(question, previous, engine, asker)
        if not meant:
            return found
        told = RESPELT.format(words="”“".join(meant))
        return replace(found, text=f"{told}\n{found.text}", asked=found.asked or question)

    async def _ask(self, question: str, previous: str, engine: Engine, asker: Asker) -> Answer:
        alone = analyse(question, self._words)
        if alone.clause and (named := await self._named(alone, asker)):
            return named
        if leaning := follow(question, previous, self._lists.synonyms, self._words):
            return await self._lean(leaning, question, previous, engine, asker)
        asked = compound.parts(question, self._words)
        if len(asked) > 1 and (told := await self._several(asked, engine, asker)):
            return told
        weighed = await self._weigh(alone, asker)
        if not weighed.accepted.evidence:
            leaning = follow(question, previous, self._lists.synonyms, self._words, anyhow=True)
            if leaning and (told := await self._lean(leaning, question, previous, engine, asker)) and not told.refused:
                return told
        if previous and (at_home := await self._in_talk(weighed, previous, asker)):
            return replace(await self._tell(at_home, engine, asker), asked=at_home.question.text)
        return await self._tell(weighed, engine, asker)

    async def _in_talk(self, weighed: _Weighed, previous: str, asker: Asker) -> _Weighed | None:
        """The same question held to be of the document that the talk was of: 晚上开到几点 behind one on 网吧.

        None where the question names another matter, where nothing there answers it, or where it is answered so.
        """
        before = (await self._weigh(analyse(previous, self._words), asker)).accepted.evidence
        nearest = next(iter(weighed.accepted.evidence or weighed.judged), None)
        if not before or not nearest:
            return None
        about, question = before[0].document, weighed.question
        told = (*question.core, *self._lists.synonyms.formal(question.text))
        if weighed.accepted.evidence and nearest.document == about:
            return None
        if nearest.document != about and any(len(word) > 1 and word in nearest.document.title for word in told):
            return None
        there = max((piece.score for piece in weighed.judged if piece.document == about), default=0.0)
        if there < BESIDE * nearest.score:
            return None
        titled = analyse(f"{bare_title(about.title)}，{question.text}", self._words, " ".join(question.core))
        found = await self._weigh(replace(titled, about=about.id), asker)
        return found if found.accepted.evidence and found.accepted.evidence[0].document == about else None

    async def _weigh(self, question: Question, asker: Asker) -> _Weighed:
        judged = await self._weighing.evidence(question, asker)
        cards = self._weighing.cards(asker).values()
        if unheld := unheld_document(question, cards, self._lists.synonyms.formal):
            return _Weighed(question, judged, Accepted(unheld=unheld))
        return _Weighed(question, judged, accept(question, judged, self._weighing.home(asker)))

    async def _tell(self, weighed: _Weighed, engine: Engine, asker: Asker) -> Answer:
        """The accepted evidence in words, or the refusal."""
        accepted = weighed.accepted
        if not accepted.evidence:
            return refused(weighed.judged, len(self._weighing.cards(asker)), accepted.unheld)
        worded = await self._word(weighed.question.text, accepted.evidence, engine)
        return worded or answered(accepted.evidence, note=accepted.note)

    async def _several(self, questions: Sequence[str], engine: Engine, asker: Asker) -> Answer | None:
        """Two questions in one message, each with its clause; None where the clauses answer fewer than two."""
        found: list[tuple[str, Evidence | None]] = []
        for number, text in enumerate(questions):
            weighed = await self._weigh(analyse(text, self._words), asker)
            if number:
                whole = merge(text, questions[0], self._lists.synonyms, self._words)
                leaning = await self._weigh(analyse(whole, self._words, " ".join(core(text, self._words))), asker)
                weighed = max(weighed, leaning, key=lambda one: one.accepted.confidence)
            found.append((text, next(iter(weighed.accepted.evidence), None)))
        pieces = {piece.passage.id: piece for _, piece in found if piece}
        if len(pieces) < 2:
            return None
        worded = await self._word("，".join(questions), list(pieces.values()), engine)
        return worded or answered_in_parts(found)

    async def _lean(self, leaning: FollowUp, question: str, previous: str, engine: Engine, asker: Asker) -> Answer:
        """The answer to a follow-up; where the old matter says nothing of what it names, to the question alone."""
        weighed = await self._weigh(analyse(leaning.question, self._words, leaning.own), asker)
        if leaning.ask is Ask.ANEW:
            if alone := await self._on_its_own(question, previous, weighed.accepted.evidence, asker):
                return await self._tell(alone, engine, asker)
            if not weighed.accepted.evidence and (own := own_subject(question, previous, self._words)):
                return await self._tell(await self._speaking(question, own, asker), engine, asker)
            return replace(await self._tell(weighed, engine, asker), asked=leaning.question)
        if not weighed.accepted.evidence:
            return replace(await self._tell(weighed, engine, asker), asked=leaning.question)
        return replace(await self._look_again(leaning, weighed, asker), asked=leaning.question)

    async def _word(self, question: str, accepted: Sequence[Evidence], engine: Engine) -> Answer | None:
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
        self, question: str, previous: str, merged: Sequence[Evidence], asker: Asker
    ) -> _Weighed | None:
        """那纪念品呢 behind a question on drink: where the old matter's clauses say nothing of what it names, a clause
        that does. None where the follow-up is at home in the old matter, or nothing speaks of it; a thing that nothing
        speaks of is refused."""
        own = own_subject(question, previous, self._words)
        told = (own, *self._lists.synonyms.formal(question))
        if not own or any(self._holds(piece, word) for piece in merged[:1] for word in told):
            return None
        found = await self._speaking(instead(question, previous), own, asker)
        return found if found.accepted.evidence or names_thing(question, own) else None

    async def _speaking(self, question: str, own: str, asker: Asker) -> _Weighed:
        """The question alone; what is accepted for it must speak of its own matter."""
        weighed = await self._weigh(analyse(question, self._words, own), asker)
        speaking = tuple(piece for piece in weighed.accepted.evidence if self._holds(piece, own))
        return replace(weighed, accepted=replace(weighed.accepted, evidence=speaking))

    def _holds(self, piece: Evidence, matter: str) -> bool:
        """Whether the clause speaks of the matter, by its name or by every word of it."""
        words = core(matter, self._words)
        return matter in piece.passage.text or (len(words) > 1 and all(word in piece.passage.text for word in words))

    async def _look_again(self, leaning: FollowUp, weighed: _Weighed, asker: Asker) -> Answer:
        """The earlier answer's clause in full, a paragraph of it, or the other clauses that speak of it."""
        accepted, judged = weighed.accepted.evidence, weighed.judged
        if leaning.ask is Ask.MORE:
            # Other clauses on the matter, whatever kind of answer was asked for first.
            matter = analyse(leaning.own, self._words) if leaning.own else weighed.question
            judged = await self._weighing.evidence(replace(matter, wants=()), asker)
            named = {(piece.document.id, piece.passage.clause) for piece in accepted}
            others = [p for p in judged if (p.document.id, p.passage.clause) not in named]
            looked_in = len(self._weighing.cards(asker))
            return answered(others[:3]) if others else refused(judged, looked_in)
        first = accepted[0]
        parts = await self._shelf.clause(first.document.id, first.passage.clause, asker.units)
        own = [part for part in parts if part.path == first.passage.path]
        return original(first.document, own, leaning.number)

    async def _named(self, question: Question, asker: Asker) -> Answer | None:
        """The clause that the question names by title and number (文物保护法第四十六条), word for word."""
        document = named_document(question, self._weighing.cards(asker).values())
        if document is None:
            return None
        whole = await self._shelf.clause(document.id, "", asker.units)
        number = article_number(question.clause)
        parts = [passage for passage in whole if article_number(passage.clause) == number]
        return original(document, parts) if parts else None

    async def original(self, citation: Citation, *, now: datetime, person: Person | None = None) -> str:
        """The whole clause behind a citation with its neighbours; its stored words where the clause is gone.

        Nothing of it to a person whose unit may not see the document any more.
        """
        await self._library.ready()
        asker = Asker(person, now.date())
        document = originals.held(citation, await self._shelf.documents())
        if (document or citation).unit not in asker.units:
            return originals.NOT_YOURS
        if document is None:
            return originals.told(citation, None, ())
        card = self._weighing.cards(asker).get(document.id, document)
        return originals.told(citation, card, await self._shelf.clause(document.id, "", asker.units))

    async def clause(self, passage_id: str, *, now: datetime, person: Person | None = None) -> str:
        """The whole clause of a passage with its neighbours."""
        await self._library.ready()
        asker = Asker(person, now.date())
        found = await self._shelf.passages([passage_id], asker.units)
        return await self._with_neighbours(found[0], asker) if found else originals.GONE

    async def _with_neighbours(self, passage: Passage, asker: Asker) -> str:
        card = self._weighing.cards(asker).get(passage.document_id)
        if card is None:
            return originals.GONE
        return originals.with_neighbours(card, passage, await self._shelf.clause(card.id, "", asker.units))

    async def other_ways(self, question: str, *, now: datetime, person: Person | None = None) -> OtherWays:
        """Questions that lead to a clause that this one does not, and the clauses nearest to it."""
        if secrecy_mark(question):
            return OtherWays()
        present = await self.ask(question, now=now, engine="offline", person=person)
        known = {(cited.document, cited.clause) for cited in present.citations}
        better: list[str] = []
        for candidate in rephrasings(question, self._lists.synonyms, self._words):
            found = await self.ask(candidate, now=now, engine="offline", person=person)
            reached = {(cited.document, cited.clause) for cited in found.citations[:1]}
            if reached - known:
                better.append(candidate)
                known |= reached
        asker = Asker(person, now.date())
        near: dict[str, Near] = {}
        for piece in await self._weighing.evidence(analyse(mask(question), self._words), asker):
            if (piece.document.name, piece.passage.clause) not in known:
                name = name_of(piece.document, piece.passage.clause)
                near.setdefault(name, Near(name, opening(piece.passage), piece.passage.id))
        return OtherWays(tuple(better[:MOST_WAYS]), tuple(near.values())[:MOST_WAYS])
