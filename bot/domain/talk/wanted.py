"""What a message to a draft wants of which of its pieces, where no rule knows the wording.

The want is guessed by learnt weights (learnt_wants.py); what it is about is found here in the draft itself: pieces by
the words and figures that the message shares with them, a wrong value by right_values.py. What is not sure is asked
with buttons, and nothing is noted that is surely none.
"""

import re

from bot.domain.editing.edit_grammar import in_front
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.sentences import clauses, split
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.learnt_wants import Guess, Want, guess
from bot.domain.talk.order_words import Order
from bot.domain.talk.right_values import corrected, shared

LIKELY, SURE = 0.75, 0.9
_MOST = 3
_TOPIC = 18
"""So much of a clause names it."""
_UNCERTAIN = (Kind.UNSURE, Kind.NOTE, Kind.QUESTION)
_FRONT, _BACK = re.compile(r"前|开头|第一|先|首|头一"), re.compile(r"后|末|尾")
_TAKING = (Act.DELETE_ABOUT, Act.DELETE_SENTENCE, Act.DELETE_WORD, Act.REPLACE)
_HOW_LONG = re.compile(r"(?:现在|一共|总共|正文|全文|这[篇稿]子?|稿子|有|是)*(?:多少|几个?)个?字(?:了|啊|呀|吗|[？?])*")
_RETITLED = re.compile("[短长换改起想取拟带加别太要能]|突出|体现|醒目")
"""标题是孩子们自己写的 tells of the day."""
_LIMIT = re.compile(r"(?P<n>\d{2,4})个?字")
WHICH_VALUE, WHICH_PIECE = "像是要改稿。改哪一处？", "要去掉哪一处？"
NO_VALUE = "像是要改稿，没对上改哪一处。可以说“把…改成…”。"


def read(words: str, scene: Scene, said: Intent) -> Intent:
    """What the message wants where the rules (`said`) are not sure of it; else what they say."""
    unheard = said.kind is Kind.EDIT and said.edit is None
    taken_out = said.edit is not None and said.edit.act in _TAKING and not said.edit.then
    if not scene.draft or words.startswith("更正"):
        return said
    if said.kind is Kind.QUESTION and _HOW_LONG.fullmatch(words):
        return Intent(Kind.ASKED)
    if not (unheard or taken_out or said.kind in (*_UNCERTAIN, Kind.CORRECTION)):
        return said
    found = guess(words, scene.draft)
    if taken_out:
        # 那句还要不要啊 is asked, 居民要不要自己掏钱 of the rules: nothing goes for that.
        asks = found.want in (Want.ASK, Want.POLICY) and found.sure >= LIKELY
        return _wish(words, scene, found) or said if asks else said
    least = LIKELY if said.kind is Kind.UNSURE else SURE
    if found.want is Want.FIX and found.sure >= LIKELY:
        return _right_value(words, scene, said, found)
    if found.sure < least or said.kind is Kind.CORRECTION or (unheard and found.want is Want.DROP):
        return said
    wish = _wish(words, scene, found)
    # What may tell of the day is no wish of which nobody knows how to carry it out.
    told = said.kind is Kind.NOTE and (found.want is Want.TITLE or (wish and not wish.edit and wish.kind is Kind.EDIT))
    return said if told else wish or said


def _right_value(words: str, scene: Scene, said: Intent, found: Guess) -> Intent:
    """The value put right where it is sure which is meant, else the ones that may be meant."""
    rights = corrected(words, scene.draft)
    if rights and all(one.sure for one in rights):
        edits = [Edit(Act.REPLACE, words=one.old, new=one.new) for one in rights]
        return Intent(
            Kind.EDIT, words=words, edit=Edit(Act.REPLACE, rights[0].old, rights[0].new, then=tuple(edits[1:]))
        )
    if said.kind is Kind.CORRECTION or (said.kind is Kind.NOTE and found.sure < SURE):
        return said
    pairs = [(one.old, one.new) for one in rights] + [pair for one in rights for pair in one.others]
    wishes = [f"把{old}改成{new}" for old, new in dict.fromkeys(pairs) if old != new][:_MOST]
    if wishes:
        return Intent(Kind.WHICH, words="\n".join([WHICH_VALUE, *wishes]))
    return Intent(Kind.WHICH, words=NO_VALUE) if found.sure >= SURE and said.kind is not Kind.NOTE else said


def _wish(words: str, scene: Scene, found: Guess) -> Intent | None:
    pieces = pointed(words, scene.draft)
    match found.want:
        case Want.DROP if pieces:
            return Intent(Kind.WHICH, words="\n".join([WHICH_PIECE, *(f"把{_named(one)}删掉" for one in pieces)]))
        case Want.MOVE if len(pieces) == 1 and bool(_FRONT.search(words)) != bool(_BACK.search(words)):
            side = "前" if _FRONT.search(words) else "后"
            return Intent(Kind.EDIT, words=words, edit=in_front(side, words=_named(pieces[0])))
        case Want.TITLE if _RETITLED.search(words):
            shorter = Edit(Act.SHORTEN_TITLE) if "短" in words else Edit(Act.OTHER_TITLE, to=_MOST)
            return Intent(Kind.EDIT, words=words, edit=shorter)
        case Want.PRAISE | Want.LONGER:
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.LENGTHEN))
        case Want.SHORTER:
            limit = _LIMIT.search(words)
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.SHORTEN, where=int(limit["n"]) if limit else 0))
        case Want.UNDO:
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.UNDO))
        case Want.ASK:
            return Intent(Kind.ASKED, words="\n".join(pieces[:_MOST]))
        case Want.POLICY:
            return Intent(Kind.QUESTION, words=words)
        case Want.SUBMIT:
            return Intent(Kind.LIKELY, words=Order.SUBMIT)
        case Want.DROP | Want.MOVE | Want.JOIN | Want.CUT | Want.REWORD | Want.RESTORE:
            return Intent(Kind.EDIT, words=words)
    return None


def _named(clause: str) -> str:
    return re.split("[，。；：]", clause)[0][:_TOPIC]


def pointed(words: str, draft: str) -> list[str]:
    """The clauses of the draft that share the most words and figures with the message; none where none shares any."""
    text = draft.split("\n", 1)[-1]
    figures = set(re.findall(r"\d[\d.]*", words))
    weighed = []
    for sentence in split(text):
        for clause in clauses(sentence.text):
            bare = clause.text.strip("，。；：！")
            same = figures & set(re.findall(r"\d[\d.]*", bare))
            weighed.append((len(shared(words, bare)) + 2 * len(same), bare))
    most = max((weight for weight, _ in weighed), default=0)
    return [bare for weight, bare in weighed if most and weight == most][:_MOST]
