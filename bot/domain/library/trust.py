"""Which passages may be used for a question, and whether the best of them is good enough to be an answer."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date

from bot.domain.language.grams import plain
from bot.domain.library.authority import Level, level_of, place_of
from bot.domain.library.cards import bare_title
from bot.domain.library.disagreement import ALIKE, against
from bot.domain.library.evidence import Evidence, Found
from bot.domain.library.passages import Document
from bot.domain.library.questions import HINTED, NOW, THAT_YEAR, Question
from bot.domain.library.references import short_for
from bot.domain.library.tabled import sifted
from bot.domain.library.wants import FIGURES, Kind
from bot.domain.library.wording import name_of

# Confidence is a sum of named parts, fitted like the weights of evidence.py and to 184 questions that no rule
# answers. A similarity of .88 says nothing either way with the packaged embedder.
COVERED, SAID, FUSED = 0.30, 0.25, 0.25
NEUTRAL, NEARER, FARTHER = 0.88, 4.9, 13.0
ELSEWHERE, NO_RULE, NOBODY = 0.8, 0.12, 0.15
HEARD, MOST_HEARD = 0.01, 20.0
TOLD, MOST_TOLD = 0.02, 12
"""A long story holds much that no rule says: beside the share of it that is heard its weight counts, and each word."""
ENOUGH = 0.585
"""Where both kinds of faults are few, each set judged with the word list of the day before it was written."""
IN_TALK = 0.1
"""Where the talk was of a document, what it says is believed sooner: 半夜几点必须打烊 behind a question on 歌厅."""
SURE = 0.7
"""Below it one answer in three is of something near: whoever reads it is told to look."""
CLOSE_SECOND, CLOSE_THIRD = 0.8, 0.85
"""How near the first another clause must be scored to be told too; on a phone each further one is much to pass by."""
OTHER = 0.4
"""From how much more doubt on another clause tells of something else."""
ABREAST = 0.95
"""What is scored so near to the first stands beside it: the one of them that is sure goes first."""
_OLD_TEXT = re.compile(r"[旧老]的?《?([一-龥]{2,10}?(?:法|条例|办法|规定|细则|准则))")
MEANT = 0.5
"""How near an old text must be, beside the nearest of all, to be meant by a question on the past."""
_TITLED = re.compile(r"《([^《》]{3,40})》")
_LAW = re.compile(
    r"(?:^|[按照据依反在跟和与的，。说新老旧版年])(?:按照?|依照?|根据|违反)?([一-龥]{2,9}(?<![方办合违执司立说做想书看用守知普]))法"
    r"(?=规定|里|对|上|是?怎么|咋)"
)
_LOCAL_RULE = re.compile(
    r"(?<![城都全各设跨])[省市县](?:里|局)?的?(?![级民区场直政容钱力事心城]|以上)([^，。有没么啥想怎由和《级]{2,12}?(?:条例|(?<!的)办法|细则))"
    r"(?!.*(?:谁|哪).{0,3}[定订批])"
)
LOCAL_NEAR, LOCAL_SECOND, LOCAL_COVERED, LOCAL_SAID = 0.5, 0.7, 0.8, 0.65
"""A local rule need not be worded as near to the question as the nation's."""
Same = Callable[[Evidence], Callable[[Evidence], bool]]  # is another passage about what this one is about?
LISTS = re.compile(r"(?:名[录单]|目录|通讯录|[一-龥]表)$")
"""A list is no rule above or below another."""
PROPOSED = re.compile(r"征求意见|草案|[一-龥]稿")
YOUNGER = "资料库里没有{year}年的文本，这是{own}年的，当时怎么规定的请另查。"
MOST = 3
FEW = 5
DISAGREE = "两份文件说法不同。"
DOUBT = "请看清各管什么，拿不准的问发文单位。"
LAPSED = "{name}说过这件事，但{fate}，不能当依据。"
UNSURE = "把握不大，请看清这条说的是不是要问的事。"
LOCAL = "先按本地的{local}办，{above}是上级规定，请一并核对。"


def eligible(question: Question, found: Sequence[Found], cards: Collection[Document]) -> list[Found]:
    """Text in force, unless the question is about the past; then the old text that it means.

    以前的档案怎么交 means no old text: none of them speaks of it nearly as much as those in force do.
    """
    old = _old_versions(question, cards)
    found = [hit for hit in found if not hit.document.pending or question.ahead]
    if any(hit.document.draft for hit in found) and not PROPOSED.search(question.text):
        issued = {bare_title(card.title) for card in cards if card.in_force}
        found = [hit for hit in found if not hit.document.draft or bare_title(hit.document.final_title) not in issued]
    least = (
        (CLOSE_SECOND if question.year else MEANT) * max([h.score for h in found] or [0.0]) * (question.version is None)
    )
    groups = ([hit for hit in found if hit.document.id in ids] for ids in old)
    meant = next((hits for hits in groups if any(hit.score >= least for hit in hits)), [])
    return meant or [hit for hit in found if not hit.document.old or hit.document.lapsed]


def _old_versions(question: Question, cards: Collection[Document]) -> Sequence[frozenset[str]]:
    """Ids of the versions that a question about the past means, the likeliest first: those of its year, the oldest
    where none is as old, those no longer in force first; without a year all old ones. A text of a year
    (2015年的旅游法) may be the one in force."""
    if question.year is None:
        old = [card for card in cards if card.old]
        names = () if NOW.search(question.text) else _OLD_TEXT.findall(question.text)
        called = question.past or any(short_for(name, bare_title(card.title)) for name in names for card in old)
        return [frozenset(card.id for card in old)] if called else ()
    own = {_family(card) for card in cards if question.version and short_for(question.version, bare_title(card.title))}
    kin = [c for c in cards if not (c.expires and c.expires.year < question.year)]
    kin = sorted((c for c in kin if c.dated and (not own or _family(c) in own)), key=lambda c: _begun(question, c))
    stood = {bare_title(card.title): card for card in kin if _begun(question, card).year <= question.year}
    followed = {_family(card) for card in stood.values() if own}
    younger = [card for card in reversed(kin) if question.past and _family(card) not in followed]
    then = {bare_title(card.title): card for card in younger}
    then |= {title: card for title, card in stood.items() if _family(card) == title or _family(card) not in stood}
    old = [card for card in then.values() if card.old]
    if THAT_YEAR.search(question.text):
        return [frozenset(card.id for card in old), frozenset(card.id for card in then.values())]
    named = frozenset(card.id for card in old if card.dated and card.dated.year == question.year)
    meant = [old, then.values()] if question.version is None else [then.values()]
    return [named, *(frozenset(card.id for card in cards) for cards in meant)] if question.past else [named]


def _family(card: Document) -> str:
    """The title under which a text is in force now: 信访工作条例 of 信访条例."""
    return bare_title(card.replaced_by or card.title)


def _begun(question: Question, card: Document) -> date:
    """From when a text counts for a year: one made in 2024 is that of 2024; what held in 2024 was in force by then."""
    effective = card.effective if question.version is None else None
    return max(day for day in (card.dated, effective, date.min) if day)


def meant_of(question: Question, documents: Collection[Document]) -> Document | None:
    """Of the versions of one document the one that is meant: in force, or where the past is asked for the old one."""
    old = next(filter(None, _old_versions(question, documents)), frozenset())
    rank = [(card.id in old, card.in_force is True, not card.pending, str(card.dated), card) for card in documents]
    return max(rank, key=lambda entry: entry[:4])[4] if len({bare_title(c.title) for c in documents}) == 1 else None


def unheld_document(question: Question, cards: Collection[Document], formal: Callable[[str], Sequence[str]]) -> str:
    """The document that the question names and the library does not hold; empty where it names none.

    A law is held by any short name, also behind other words: 保密法 is 保守国家秘密法; no local rule is the nation's.
    """
    text = plain(question.text)
    quoted = [(bare_title(found), "") for found in _TITLED.findall(text)]
    for name, stem in [*quoted, *((f"{stem}法", stem) for stem in _LAW.findall(text))]:
        told = (name, stem or name, *formal(stem or name))
        behind = [stem[at:] for at in range(1, len(stem) - 1)]
        titles = [title for card in cards for title in (bare_title(card.title), *card.aliases)]
        if not any(short_for(s, title) for title in titles for s in (*told, *(b for b in behind if b[0] == title[0]))):
            return name
    for found in _LOCAL_RULE.finditer(text):
        local = (card for card in cards if level_of(card) is not Level.NATION or not card.issuer)
        if not any(short_for(found[1], bare_title(card.title)) for card in local):
            return found[0]
    return ""


def confidence(question: Question, piece: Evidence) -> float:
    """How sure it is that the passage answers: what it speaks of and how near it is.

    A question about a certain day, person or office needs far more, since rules seldom answer it; a text that is
    no rule (a speech, a summary) somewhat more, and so does one that names nobody where it is asked who.
    """
    beyond = piece.similarity - NEUTRAL if piece.similarity else 0.0
    nearness = beyond * (NEARER if beyond > 0 else FARTHER)
    doubt = ELSEWHERE * question.elsewhere + NO_RULE * (piece.document.in_force is None) + piece.doubt
    doubt += NOBODY * (bool(question.wants) and question.wants[0].kind is Kind.WHO and not piece.served)
    length = HEARD * min(piece.heard, MOST_HEARD) + TOLD * min(len(question.core), MOST_TOLD)
    length += IN_TALK * (piece.document.id == question.about)
    return COVERED * piece.coverage + SAID * piece.said + FUSED * piece.fused + nearness + length - doubt


def _clause(piece: Evidence) -> tuple[str, str]:
    return piece.document.id, piece.passage.clause


def _wants_figure(question: Question) -> bool:
    return bool(question.wants) and question.wants[0].kind in FIGURES


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the answer rests on, best first, empty for a refusal; `confidence` is that of the best passage.

    `note` is what must be said of the sources together: local beside national, or contradicting each other;
    `unheld` the document asked of that the library does not hold.
    """

    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    note: str = ""
    unheld: str = ""


def accept(question: Question, judged: Sequence[Evidence], home: frozenset[str], same: Same) -> Accepted:
    """The evidence that the answer rests on, and behind it what a text whose day lies ahead will say."""
    coming = [piece for piece in judged if piece.document.pending]
    if coming and question.elsewhere == HINTED:
        question = replace(question, elsewhere=0.0)  # 明年 is what that text tells of
    live = [piece for piece in judged if not piece.document.pending]
    now = live if question.past else [piece for piece in live if not piece.document.old] or live
    over = [piece for piece in live if piece.document.old and now is not live]
    rows = sifted(question.text, now)
    told = _accept(question, now if rows is None else rows, home, same)
    past = next((piece for piece in over if confidence(question, piece) >= ENOUGH), None)
    if past and not any(piece.score >= past.score for piece in told.evidence):
        note = LAPSED.format(name=name_of(past.document, past.passage.clause), fate=past.document.fate)
        told = Accepted(told.evidence if told.confidence >= SURE else (), told.confidence, note)
    best = next((piece for piece in coming if confidence(question, piece) >= ENOUGH), None)
    return replace(told, evidence=(*told.evidence[: MOST - 1], best)) if best else told


def _accept(question: Question, judged: Sequence[Evidence], home: frozenset[str], same: Same) -> Accepted:
    """The evidence that the answer rests on; none where the library does not answer.

    Refused is what no passage is sure enough about, and a question for a figure that no clause gives (the sum of a fine
    may stand in its other part). A rule of one of the `home` places goes before the nation's.
    """
    telling = {_clause(piece) for piece in judged if piece.served or not _wants_figure(question)}
    usable = [piece for piece in judged if _clause(piece) in telling]
    if not usable:
        return Accepted()
    first, sure = _first(question, usable)
    if sure < ENOUGH:
        return Accepted((), sure)
    usable = [first, *(piece for piece in usable if piece is not first)]
    also = [piece for piece in usable[1:8] if confidence(question, piece) >= ENOUGH]
    near = [piece for piece in usable[1:8] if piece.doubt < first.doubt + OTHER]
    close = [piece for piece in near if piece.score > CLOSE_SECOND * first.score]
    close = [*close[:1], *(piece for piece in close[1:] if piece.score > CLOSE_THIRD * first.score)]
    nearer = [p for p in (*also, *close) if p.score > LOCAL_SECOND * first.score and _beats(p, first, home)]
    likely = [p for p in judged if p.score > LOCAL_NEAR * first.score and _is_nearer(p, first, home)]
    stood = (p for p in likely if _begun(question, p.document).year <= (question.year or MAXYEAR))
    nearer = nearer or (list(filter(same(first), stood)) if likely else [])
    chosen = _one_a_clause([*nearer[:1], first, *_rest(first, judged), *close])
    contrary = against(question, chosen[0], [first, *also])
    contrary = contrary if contrary and same(contrary)(chosen[0]) else None
    if contrary and contrary not in chosen[:MOST]:
        chosen.insert(1, contrary)
    note = _too_young(question, chosen[0]) or _note(chosen, contrary, home, same) or UNSURE * (sure < SURE)
    return Accepted(tuple(chosen[:MOST]), sure, note)


def _too_young(question: Question, first: Evidence) -> str:
    """What must be said where a year was asked for in which the text did not exist and of which it does not tell."""
    own = _begun(question, first.document).year
    told = not question.past and str(question.year) in first.document.title + first.passage.text
    if told or not (question.year and first.document.dated and own > question.year):
        return ""
    return YOUNGER.format(year=question.year, own=own)


def _first(question: Question, usable: Sequence[Evidence]) -> tuple[Evidence, float]:
    """The piece that leads and how sure it is: the best one, or what stands abreast of it where that alone is sure."""
    sure = confidence(question, usable[0])
    want, served = question.wants[:1], {_clause(piece) for piece in usable if piece.served}
    if want and want[0].kind is Kind.PENALTY and want[0].measure and _clause(usable[0]) not in served:
        # 吃了人家一顿饭受什么处分 is answered by what says what follows.
        for piece in usable[1:FEW]:
            if piece.served and (own := confidence(question, piece)) >= ENOUGH:
                return piece, own
    if sure < ENOUGH:
        for piece in usable[1:3]:
            own = confidence(question, piece)
            if own >= ENOUGH and piece.score >= ABREAST * usable[0].score:
                return piece, own
    return usable[0], sure


def _rest(first: Evidence, judged: Sequence[Evidence]) -> list[Evidence]:
    """The other part of the same clause that holds what is asked for better: 有前款行为的，处5万元以上罚款."""
    parts = [piece for piece in judged if _clause(piece) == _clause(first)]
    return [piece for piece in parts if piece.served > first.served][:1]


def _one_a_clause(pieces: Sequence[Evidence]) -> list[Evidence]:
    """The best part of each clause; of the first clause one more, for a long list is cut in parts."""
    kept: list[Evidence] = []
    for piece in pieces:
        held, own = [_clause(other) for other in kept], _clause(piece)
        if piece not in kept and held.count(own) < (2 if held[:1] == [own] else 1):
            kept.append(piece)
    return kept


def _is_nearer(local: Evidence, first: Evidence, home: frozenset[str]) -> bool:
    """Whether it is a rule in force and nearer to the reader than the first one."""
    held = local.document.in_force is not False and not local.document.draft
    lists = any(LISTS.search(piece.document.title) for piece in (local, first))
    return held and not lists and _nearness(local, home) > _nearness(first, home)


def _nearness(piece: Evidence, home: frozenset[str]) -> Level:
    """How near the rule is to the reader; a rule of another place is no nearer than the nation's."""
    level = level_of(piece.document)
    return level if level is Level.UNIT or place_of(piece.document) in home else Level.NATION


def _beats(local: Evidence, first: Evidence, home: frozenset[str]) -> bool:
    """Whether a nearer rule says of the same matter what the first one says.

    Its title names the matter for all its clauses: where it gives the kind of answer asked for it need not repeat that.
    """
    coverage, said = (LOCAL_COVERED, LOCAL_SAID) if local.served >= first.served > 0 else (ALIKE, ALIKE)
    return (
        _is_nearer(local, first, home)
        and local.coverage >= coverage * first.coverage
        and first.coverage >= ALIKE * local.coverage
        and local.said >= said * first.said
    )


def _note(chosen: Sequence[Evidence], contrary: Evidence | None, home: frozenset[str], same: Same) -> str:
    first = chosen[0]
    above = next((piece for piece in chosen[1:MOST] if _is_nearer(first, piece, home) and same(piece)(first)), None)
    if above:
        both = DISAGREE if above is contrary else ""
        return both + LOCAL.format(local=_title(first.document), above=_title(above.document))
    return DISAGREE + DOUBT if contrary else ""


def _title(document: Document) -> str:
    return f"《{bare_title(document.title)}》"
