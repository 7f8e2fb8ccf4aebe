"""What follows an answer: its text again, what follows a breach of it, and the same asked of another thing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.library import originals
from bot.domain.library.cards import bare_title
from bot.domain.library.evidence import Evidence
from bot.domain.library.followups import UNDONE, Ask, FollowUp, asks_itself, instead, own_subject, own_words
from bot.domain.library.passages import Answer, Citation, Document, context
from bot.domain.library.questions import Words, analyse, core
from bot.domain.library.trust import CLOSE_SECOND, ENOUGH, MOST, Accepted, accept, confidence
from bot.domain.library.wants import FIGURES, Want, breaches, read_wants, serves
from bot.domain.library.wording import answered, original, refused
from bot.domain.library.wordlists import WordLists
from bot.flows.weigh import Asker, Weighed, Weighing
from bot.ports import Shelf

BESIDE = 0.65
"""How near a clause of the document that the talk is of must come to the best of all to be the one that is meant."""
CLEAR = 0.9
"""How sure a penalty must be where the deed was told in two words: of one document most are alike."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What went before a question: the question then, and what its answer cited, best first."""

    previous: str = ""
    shown: tuple[Citation, ...] = ()


class Following:
    """Finds what a follow-up asks for, its own matter before that of the talk, and the talk's document first."""

    def __init__(self, weighing: Weighing, shelf: Shelf, lists: WordLists, words: Words) -> None:
        self._weighing = weighing
        self._shelf = shelf
        self._lists = lists
        self._words = words

    async def anew(self, leaning: FollowUp, question: str, talk: Talk, asker: Asker) -> tuple[Weighed, str]:
        """What the follow-up finds, and the question that is kept for the next one: empty for its own words."""
        if leaning.breach and (found := await self._breach(leaning, talk, asker)):
            return found, found.question.text
        asked = analyse(leaning.question.replace("；", "，"), self._words, leaning.own)
        if not leaning.own:  # 县里呢 names a place, and what was asked of the rules stays so
            asked = replace(asked, elsewhere=analyse(talk.previous, self._words).elsewhere)
        weighed = await self._weighing.weigh(asked, asker)
        weighed = await self._told_alone(self._better_placed(weighed, question, talk, asker), question, asker)
        evidence = weighed.accepted.evidence
        if alone := await self._on_its_own(question, talk.previous, evidence, asker):
            return alone, ""
        if not evidence and (own := own_subject(question, talk.previous, self._words)):
            told = await self._speaking(question, own, asker)
            # 产假呢 behind 婚假几天 is answered by a figure alone.
            asked_for = [one.kind for one in read_wants(instead(question, talk.previous))[:1] if one.kind in FIGURES]
            texts = [piece.passage.text for piece in told.accepted.evidence[:1]]
            return (told if all(serves(Want(kind), text) for kind in asked_for for text in texts) else weighed), ""
        if evidence and not self._hears(evidence[0], leaning, question, talk.previous):
            return replace(weighed, accepted=Accepted()), leaning.question
        moved = evidence and read_wants(question) and evidence[0].document.id not in {c.document_id for c in talk.shown}
        return weighed, "" if moved else leaning.question

    def _hears(self, piece: Evidence, leaning: FollowUp, question: str, previous: str) -> bool:
        """Whether the clause speaks of anything that the follow-up says itself: 那天放假吗 is of no clause on 公示."""
        if leaning.breach and not read_wants(question):
            return self._names_deed(piece, leaning.breach)
        told = context(piece.document, piece.passage) + "".join(piece.passage.path)
        own = own_words(question, previous, self._words)
        return (
            not own
            or any(all(char in told for char in word) for word in own)
            or any(word in told for word in self._lists.synonyms.formal(question))
        )

    def _names_deed(self, piece: Evidence, breach: str) -> bool:
        """Whether the clause says what follows a deed, and names the very one."""
        undone = UNDONE.match(breach)
        own = core(undone["deed"] if undone else breach, self._words)[:1]
        names = (*own, *self._lists.synonyms.formal(breach))
        return any(name in breaches(excerpt.whole) for excerpt in piece.excerpts for name in names)

    async def _breach(self, leaning: FollowUp, talk: Talk, asker: Asker) -> Weighed | None:
        """那要是不存呢 behind a duty: what the same document says of those who do not keep it.

        None where the words shown say it themselves (试用期满不合格的，取消录用), or none names the very deed.
        """
        about = self._document(talk, asker)
        first = [cited.quote for cited in talk.shown if cited.clause == talk.shown[0].clause]
        if not about or any(leaning.breach in quote for quote in first):
            return None
        # Behind one fine, what the other is for takes the place of the deed before.
        matter = bare_title(about.title) if any(map(breaches, first)) else talk.previous
        question = analyse(f"{matter}，{leaning.breach}怎么罚", self._words, leaning.own)
        weighed = await self._weighing.weigh(replace(question, about=about.id), asker)
        told = [
            piece for piece in weighed.judged if piece.document == about and self._names_deed(piece, leaning.breach)
        ]
        accepted = accept(weighed.question, told, self._weighing.home(asker), self._weighing.same_matter)
        evidence = tuple(p for p in accepted.evidence if p.passage.clause == accepted.evidence[0].passage.clause)
        found = replace(weighed, accepted=replace(accepted, evidence=evidence))
        return found if accepted.confidence >= CLEAR else None

    def _better_placed(self, weighed: Weighed, question: str, talk: Talk, asker: Asker) -> Weighed:
        """那聘任制的呢: where the best clause is silent on it, one of the same document that is not; 没批先办了罚多少
        names nothing: where the document of the talk tells nearly as much as the best does, that one."""
        own, about = own_subject(question, talk.previous, self._words), self._document(talk, asker)
        best = next(iter(weighed.judged), None)
        if not best or (self._holds(best, own) if own else best.document == about):
            return weighed
        if own:
            chosen = [piece for piece in weighed.judged if piece.document == best.document and self._holds(piece, own)]
        else:
            chosen = [p for p in weighed.judged if p.document == about and p.score > CLOSE_SECOND * best.score]
        accepted = accept(weighed.question, chosen, self._weighing.home(asker), self._weighing.same_matter)
        return replace(weighed, accepted=accepted) if accepted.evidence else weighed

    async def _told_alone(self, weighed: Weighed, question: str, asker: Asker) -> Weighed:
        """超了咋整: where another clause of the document that was found answers it by itself, that one leads."""
        found = weighed.accepted.evidence
        if not found or not asks_itself(question):
            return weighed
        alone = await self._weighing.weigh(analyse(question, self._words), asker)
        first = next(iter(alone.accepted.evidence), found[0])
        own = [(p.coverage, p.score) for p in alone.judged if p.passage == found[0].passage]
        heard, score = next(iter(own), (0.0, 0.0))
        leads = [piece for piece in weighed.judged if piece.passage == first.passage]
        other = first.document == found[0].document and first.passage.clause != found[0].passage.clause
        if not leads or not other or (first.coverage, CLOSE_SECOND * first.score) <= (heard, score):
            return weighed
        rest = (piece for piece in found if piece.passage.clause != leads[0].passage.clause)
        return replace(weighed, accepted=replace(weighed.accepted, evidence=(leads[0], *rest)[:MOST]))

    async def in_talk(self, weighed: Weighed, talk: Talk, asker: Asker) -> Weighed | None:
        """The same question held to be of the document that the talk was of: 晚上开到几点 behind one on 网吧.

        None where the question names another matter, where nothing there answers it, or where it is answered so.
        """
        about = self._document(talk, asker)
        nearest = next(iter(weighed.accepted.evidence or weighed.judged), None)
        if not about or not nearest:
            return None
        question = weighed.question
        told = (*question.core, *self._lists.synonyms.formal(question.text))
        if weighed.accepted.evidence and nearest.document == about:
            return None
        if nearest.document != about and any(len(word) > 1 and word in nearest.document.title for word in told):
            return None
        there = max((piece.score for piece in weighed.judged if piece.document == about), default=0.0)
        bare = not own_subject(question.text, talk.previous, self._words) and any(
            want.measure for want in question.wants
        )
        if not bare and there < BESIDE * nearest.score:
            return None
        titled = analyse(f"{bare_title(about.title)}，{question.text}", self._words, " ".join(question.core))
        found = await self._weighing.weigh(replace(titled, about=about.id), asker)
        return found if found.accepted.evidence and found.accepted.evidence[0].document == about else None

    async def _on_its_own(
        self, question: str, previous: str, merged: Sequence[Evidence], asker: Asker
    ) -> Weighed | None:
        """那纪念品呢 behind a question on drink: where the old matter's clauses say nothing of what it names, a clause
        that does. None where the follow-up is at home in the old matter, or nothing speaks of it; a thing that nothing
        speaks of is refused."""
        own = own_subject(question, previous, self._words)
        told = (own, *self._lists.synonyms.formal(question))
        if not own or any(self._holds(piece, word) for piece in merged[:1] for word in told):
            return None
        found = await self._speaking(instead(question, previous), own, asker)
        return found if found.accepted.evidence else None

    async def _speaking(self, question: str, own: str, asker: Asker) -> Weighed:
        """The question alone; what is accepted for it must speak of its own matter."""
        weighed = await self._weighing.weigh(analyse(question, self._words, own), asker)
        speaking = tuple(piece for piece in weighed.accepted.evidence if self._holds(piece, own))
        return replace(weighed, accepted=replace(weighed.accepted, evidence=speaking))

    def _holds(self, piece: Evidence, matter: str) -> bool:
        """Whether the clause speaks of the matter, by its name or by every word of it."""
        words = core(matter, self._words)
        return matter in piece.passage.text or (len(words) > 1 and all(word in piece.passage.text for word in words))

    def _document(self, talk: Talk, asker: Asker) -> Document | None:
        return self._weighing.cards(asker).get(talk.shown[0].document_id) if talk.shown else None

    async def look_again(self, leaning: FollowUp, talk: Talk, asker: Asker) -> Answer:
        """The clause that was shown in full, a paragraph of it, which text it is of, or others that speak of it."""
        if leaning.ask is Ask.MORE:
            return await self._others(leaning, talk, asker)
        cards = self._weighing.cards(asker)
        known = [(cards[cited.document_id], cited) for cited in talk.shown if cited.document_id in cards]
        if known and leaning.ask is Ask.TEXT:
            return originals.of_which_text(known)
        for document, first in known[:1]:
            parts = await self._shelf.clause(document.id, first.clause, asker.units)
            path = next((part.path for part in parts if part.id == first.passage_id), None)
            if own := [part for part in parts if path in (part.path, None)]:
                return original(document, own, leaning.number)
        return refused((), len(cards))

    async def _others(self, leaning: FollowUp, talk: Talk, asker: Asker) -> Answer:
        """Other clauses on the matter, whatever kind of answer was asked for first; of other documents, where asked."""
        matter = replace(analyse(leaning.own or leaning.question, self._words), wants=())
        judged = await self._weighing.evidence(matter, asker)
        named = {(cited.document_id, cited.clause) for cited in talk.shown}
        of_it = {cited.document_id for cited in talk.shown[:1]}
        others = [
            piece
            for piece in judged
            if confidence(matter, piece) >= ENOUGH
            and (
                piece.document.id not in of_it
                if leaning.other
                else (piece.document.id, piece.passage.clause) not in named
            )
        ]
        return answered(others[:3]) if others else refused(judged, len(self._weighing.cards(asker)))
