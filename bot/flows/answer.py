"""A question to an answer that rests on the library's words, or to an honest refusal."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.language.privacy import mask, secrecy_mark
from bot.domain.library import compound, originals, references
from bot.domain.library.evidence import Evidence, named_in
from bot.domain.library.excerpts import opening
from bot.domain.library.followups import (
    CLOSES,
    OPENS,
    SLIM,
    Ask,
    FollowUp,
    follow,
    leans_on,
    merge,
    new_matter,
    own_words,
)
from bot.domain.library.homophones import Sounds
from bot.domain.library.passages import Answer, Citation, Passage, context
from bot.domain.library.questions import Question, Words, analyse, core
from bot.domain.library.rephrasing import Near, OtherWays, rephrasings
from bot.domain.library.trust import SURE, meant_of
from bot.domain.library.worded import verify
from bot.domain.library.wording import answered, answered_in_parts, name_of, refused
from bot.domain.library.wordlists import WordLists
from bot.domain.submissions.people import Person
from bot.errors import ModelError, SettingsError
from bot.flows.following import Following, Talk
from bot.flows.weigh import Asker, Weighed, Weighing
from bot.ports import AnswerWriter, Engine, Library, Shelf

logger = logging.getLogger(__name__)

NO_MODEL = "没有配置模型：请设置 SHIBAO_MODEL_URL 和 SHIBAO_MODEL，或改用 --engine offline。"
SECRET = "问题里有“{mark}”字样。涉密内容不能在这里处理，没有查询也没有保存，请按保密规定办理。"
RESPELT = "按“{words}”查的。"
MOST_WAYS = 3


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
        self._following = Following(self._weighing, shelf, lists, words)

    def formal(self, words: str, draft: str) -> list[str]:
        """The rules' words for what the words name and the draft says, as wishes to the draft."""
        found = self._lists.synonyms.spoken(words) if words and draft else ()
        return [f"把“{term}”改成“{name}”" for term, names in found if term in draft for name in names[:_NAMES]]

    async def ask(
        self,
        question: str,
        *,
        now: datetime,
        engine: Engine = "auto",
        person: Person | None = None,
        previous: str = "",
        shown: Answer | None = None,
    ) -> Answer:
        """One cited answer.

        `previous` is the question before, which a follow-up refers to, `shown` its answer; Answer.asked says how one
        was understood.
        """
        if engine == "model" and self._writer is None:
            raise SettingsError(NO_MODEL)
        if marked := secrecy_mark(question):
            return Answer(SECRET.format(mark=marked), True, "offline")
        await self._library.ready()
        asker = Asker(person, now.date())
        question, meant = self._weighing.respelt(mask(question), asker)
        found = await self._ask(
            question,
            Talk(previous, shown.citations) if shown and not shown.refused else await self._recalled(previous, asker),
            engine,
            asker,
        )
        if not meant:
            return found
        told = RESPELT.format(words="”“".join(meant))
        return replace(found, text=f"{told}\n{found.text}", asked=found.asked or question)

    async def _ask(self, question: str, talk: Talk, engine: Engine, asker: Asker) -> Answer:
        question, new = new_matter(question)
        alone = analyse(question, self._words)
        if named := await self._named(alone, asker):
            return named
        if new or alone.elsewhere == 1 or (alone.elsewhere and not (OPENS.search(question) or CLOSES.search(question))):
            # What only the office knows is of no document, whatever was talked of.
            talk = Talk()
        if leaning := self._follow(question, talk):
            leant = await self._lean(leaning, question, talk, engine, asker)
            again = await self._told_otherwise(alone, talk, engine, asker) if leant.refused else None
            if leant.refused and not again:
                return replace(leant, asked=talk.previous)  # what comes next leans on what was answered
            return replace(again, asked=again.asked and leaning.question) if again else leant
        asked = compound.parts(question, self._words)
        if len(asked) > 1 and (told := await self._several(asked, engine, asker)):
            return told
        weighed = await self._weighing.weigh(alone, asker)
        if len(asked) > 1 and not weighed.accepted.evidence and (told := await self._several(asked, engine, asker, 1)):
            return told
        if not talk.previous:
            return await self._tell(weighed, engine, asker)
        if not weighed.accepted.evidence and (leaning := self._follow(question, talk, anyhow=True)):
            leant = await self._lean(leaning, question, talk, engine, asker)
            if not leant.refused:
                return leant
        if at_home := await self._following.in_talk(weighed, talk, asker):
            return replace(await self._tell(at_home, engine, asker), asked=at_home.question.text)
        return await self._tell(weighed, engine, asker)

    async def _told_otherwise(self, alone: Question, talk: Talk, engine: Engine, asker: Asker) -> Answer | None:
        """A follow-up that its matter does not answer: of the document of the talk, or where it tells enough, alone."""
        story = len("".join(alone.core)) > SLIM and not OPENS.search(alone.text)
        story = story or (not leans_on(alone.text) and bool(own_words(alone.text, talk.previous, self._words)))
        if not (alone.wants or story):
            return None
        weighed = await self._weighing.weigh(alone, asker)
        if found := await self._following.in_talk(weighed, talk, asker):
            return replace(await self._tell(found, engine, asker), asked=found.question.text)
        return await self._tell(weighed, engine, asker) if story and weighed.accepted.evidence else None

    def _follow(self, question: str, talk: Talk, *, anyhow: bool = False) -> FollowUp | None:
        return follow(question, talk.previous, self._lists.synonyms, self._words, anyhow=anyhow)

    async def _recalled(self, previous: str, asker: Asker) -> Talk:
        """The talk where only its question is known."""
        answer = await self._ask(previous, Talk(), "offline", asker) if previous else None
        return Talk(previous, answer.citations if answer else ())

    async def _tell(self, weighed: Weighed, engine: Engine, asker: Asker) -> Answer:
        """The accepted evidence in words, or the refusal."""
        accepted = weighed.accepted
        if not accepted.evidence:
            return refused(weighed.judged, len(self._weighing.cards(asker)), accepted.unheld, accepted.note)
        worded = await self._word(weighed.question.text, accepted.evidence, engine)
        return worded or answered(accepted.evidence, note=accepted.note)

    async def _several(self, questions: Sequence[str], engine: Engine, asker: Asker, least: int = 2) -> Answer | None:
        """Two questions in one message, each with its clause; None where fewer clauses answer.

        A later one that names no other of a kind is of what the first names: 押金 behind 图书馆 is no 旅行社's.
        """
        found: list[tuple[str, Evidence | None]] = []
        for number, text in enumerate(questions):
            weighed = await self._weighing.weigh(analyse(text, self._words), asker)
            if number:
                whole = merge(text, questions[0], self._lists.synonyms, self._words).replace("；", "，")
                leaning = await self._weighing.weigh(
                    analyse(whole, self._words, " ".join(core(text, self._words))), asker
                )
                weighed = max(weighed, leaning, key=lambda one: one.accepted.confidence)
            both = "，".join((questions[0], text))
            of_a_kind = self._lists.kinds.asked(both, self._lists.synonyms.spoken(both))
            told = (one for one in weighed.accepted.evidence[:1] if of_a_kind.answered_by(named_in(one)))
            found.append((text, next(told, None) if least > 1 or weighed.accepted.confidence >= SURE else None))
        pieces = {piece.passage.id: piece for _, piece in found if piece}
        if len(pieces) < least:
            return None
        worded = await self._word("，".join(questions), list(pieces.values()), engine)
        return worded or answered_in_parts(found)

    async def _lean(self, leaning: FollowUp, question: str, talk: Talk, engine: Engine, asker: Asker) -> Answer:
        """The answer to a follow-up; where the old matter says nothing of what it names, to the question alone."""
        if leaning.ask is not Ask.ANEW:
            return replace(await self._following.look_again(leaning, talk, asker), asked=leaning.question)
        found, kept = await self._following.anew(leaning, question, talk, asker)
        return replace(await self._tell(found, engine, asker), asked=kept)

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

    async def _named(self, question: Question, asker: Asker) -> Answer | None:
        """The clause that the question points at by its document and number (文物保护法第四十六条), or that it is not
        held."""
        cards = self._weighing.cards(asker)
        pointed = references.reference(question.text, cards.values())
        if pointed is None:
            return None
        document = meant_of(question, pointed.documents)
        if document is None:
            said = pointed.alone or not pointed.documents
            return references.not_told(pointed, len(cards)) if said else None
        return references.told(pointed, document, await self._shelf.clause(document.id, "", asker.units))

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
