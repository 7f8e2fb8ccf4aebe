"""What a message to a draft wants of which of its pieces, where no rule knows the wording.

The want is guessed by learnt weights (learnt_wants.py); what it is about is found in the draft itself: pieces by
free_wishes.py, a wrong value by right_values.py. What is not sure is asked with buttons, and nothing is noted that is
surely none.
"""

import re
from collections.abc import Sequence

from bot.domain.editing.wishes import Act, Edit
from bot.domain.talk import free_wishes
from bot.domain.talk.free_wishes import MOST, Piece, pointed
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.learnt_wants import Guess, Want, guess
from bot.domain.talk.order_words import Order
from bot.domain.talk.right_names import Right
from bot.domain.talk.right_values import corrected
from bot.domain.talk.topic import WHICH_PIECE

LIKELY, SURE = 0.75, 0.9
_NO_NOTE = 0.15
"""A note is as unlikely as this where a message that looks like one is heard as a wish."""
_HALF = 0.5
_UNCERTAIN = (Kind.UNSURE, Kind.NOTE, Kind.QUESTION)
_TAKING = (Act.DELETE_ABOUT, Act.DELETE_SENTENCE, Act.DELETE_WORD, Act.REPLACE)
_ASKS = re.compile(r"是不是|[写要加留删]不[写要加留删](?!的)|没想好|[吗呢么][？?]*$|[？?]$|还有没有|了没有?$")
_APART = re.compile("单独|单列|另起|断开|分开[说写]")
_TELLS = re.compile(r"(?:不用|不要|别|甭|不必)(?:写|提|说|要|放)[了吧啊]*$")
_ONLY_A_PART = re.compile("名字|姓名|名称|店名|校名|^钱数?$|金额|数字?$|号码")
"""What is but a part of the clause that speaks of it."""
_MENDED = re.compile(r"[，, ]+(?:你?(?:给我|帮我)?(?:改一下|改过来|改改|更正一下|改下))[吧了啊]*$")
_NO_FIX = (Want.RESTORE, Want.MOVE, Want.UNDO, Want.DROP)
_HOLLOW = re.compile("[空套废]话")
_HOW_LONG = re.compile(r"(?:现在|一共|总共|正文|全文|这[篇稿]子?|稿子|有|是)*(?:多少|几个?)个?字(?:了|啊|呀|吗|[？?])*")
_RETITLED = re.compile("[短长换改起想取拟带加别太要能]|突出|体现|醒目")
"""标题是孩子们自己写的 tells of the day."""
_LIMIT = re.compile(r"(?:字数|篇幅).{0,6}?(?P<most>\d{2,4})|(?P<n>\d{2,4})个?字")
WHICH_VALUE = "像是要改稿。改哪一处？"
NO_VALUE = "像是要改稿，没对上改哪一处。可以说“把…改成…”。"


def read(words: str, scene: Scene, said: Intent) -> Intent:
    """What the message wants where the rules (`said`) are not sure of it; else what they say."""
    unheard = said.kind is Kind.EDIT and said.edit is None
    taken_out = said.edit is not None and said.edit.act in _TAKING and not said.edit.then
    if not scene.draft or words.startswith("更正"):
        return said
    if said.kind is Kind.QUESTION and _HOW_LONG.fullmatch(words):
        return Intent(Kind.ASKED)
    aside = said.kind is Kind.GAP or (said.kind is Kind.CHAT and said.words != "")
    if not (unheard or taken_out or aside or said.kind in (*_UNCERTAIN, Kind.CORRECTION)):
        return said
    words = _MENDED.sub("", words)
    found = guess(words, scene.draft)
    if aside and (found.want in (Want.NOTE, Want.FIX, Want.OK) or found.sure < LIKELY):
        return said
    if clause := _dropped_last(words, scene) or _kept(words, scene):
        return clause
    if taken_out and _HOLLOW.search(words):
        return Intent(Kind.CHECK)
    if said.edit is not None and said.edit.act is Act.DELETE_ABOUT and _ONLY_A_PART.search(said.edit.words):
        return _which_piece(pointed(words, scene.draft)) or said
    if taken_out:
        # 那句还要不要啊 is asked, 居民要不要自己掏钱 of the rules: nothing goes for that.
        asks = found.want in (Want.ASK, Want.POLICY) and found.sure >= LIKELY and not _TELLS.search(words)
        undecided = _ASKS.search(words) is not None and found.of(Want.DROP) < LIKELY
        return _wish(words, scene, Guess(Want.ASK, found.odds)) or said if asks or undecided else said
    no_note = said.kind is not Kind.NOTE or found.of(Want.NOTE) <= _NO_NOTE
    if no_note and said.kind in (Kind.UNSURE, Kind.NOTE, Kind.EDIT) and _LIMIT.search(words):
        return _wish(words, scene, Guess(Want.SHORTER, found.odds)) or said
    if found.want is Want.FIX and found.sure >= (LIKELY if no_note else SURE):
        return _right_value(words, scene, said, found)
    if said.kind is Kind.CORRECTION and (found.want not in _NO_FIX or found.sure < LIKELY):
        return said
    least = _HALF if said.kind is Kind.UNSURE else LIKELY if no_note else SURE
    if said.kind is Kind.QUESTION and found.want is Want.ASK:
        least = 0.0 if found.of(Want.POLICY) < _POSSIBLE else _HALF if pointed(words, scene.draft) else least
    if found.sure >= (SURE if found.want is Want.POLICY else least):
        wish = _wish(words, scene, found)
        # What may tell of the day is no wish of which nobody knows how to carry it out.
        told = said.kind is Kind.NOTE and found.want in (Want.TITLE, Want.POLICY)
        return said if told else wish or said
    if not no_note or said.kind is Kind.QUESTION:
        return said
    return (
        _named_word(words, scene)
        or _to_choose(words, scene, found)
        or _asked_back(words, scene, said, found)
    )


def _asked_back(words: str, scene: Scene, said: Intent, found: Guess) -> Intent:
    """Which piece is meant, where nothing else is understood: so the next message may be short."""
    if found.of(Want.NOTE) > _NO_NOTE:
        return said
    pieces = pointed(words, scene.draft)
    if pieces and pieces[0].weight >= _CLEARLY:
        told = f"没听懂要怎么改。是说“{pieces[0].words}”吗？可以说“删掉”“放最后”，或“把…改成…”。"
        return Intent(Kind.WHICH, words=told)
    return said if said.kind is Kind.UNSURE else Intent(Kind.EDIT, words=words)


_ANOTHER_WORD = re.compile(r"(?:字|词|说法)[^，,]{0,6}[换改]|[换改][^，,]{0,3}(?:字|词|说法)")


def _named_word(words: str, scene: Scene) -> Intent | None:
    """欠薪两个字换一个: a word that shall be another."""
    return free_wishes.reworded(words, scene.draft) if _ANOTHER_WORD.search(words) else None


_DROP_LAST = re.compile(
    r"[，, ](?:就|先|还是|可以|那就|都|所以|整句)*(?:不要写?|别写|不写|不提|别提|删[了掉]?|去掉|拿掉)(?:了|吧)*$"
)


_KEEPS = re.compile(r"(?:还是?|都|也|就|得|要|先)+(?:留着?|保留|留下|别删|不删)(?:[着了吧啊的]|[^，,]{0,6}$)*$")


def _kept(words: str, scene: Scene) -> Intent | None:
    """医疗点还留着吧: where it stands it is shown, else it comes back."""
    found = _KEEPS.search(words)
    pieces = pointed(words[: found.start()], scene.draft) if found else []
    if pieces and pieces[0].weight >= _CLEARLY:
        return Intent(Kind.ASKED, words="\n".join(one.words for one in pieces))
    return None


def _dropped_last(words: str, scene: Scene) -> Intent | None:
    """纸尿裤是厂家赞助的，不要写: a reason, and what shall not be told of what it names."""
    found = _DROP_LAST.search(words)
    pieces = pointed(words[: found.start()], scene.draft) if found else []
    return _which_piece([one for one in pieces if one.weight >= _CLEARLY // 2])


def _which_piece(pieces: Sequence[Piece]) -> Intent | None:
    """Which of the pieces shall go; None where there is none."""
    wishes = [f"把{one.named}删掉" for one in pieces]
    return Intent(Kind.WHICH, words="\n".join([WHICH_PIECE, *wishes])) if wishes else None


_POSSIBLE = 0.12
_CLEARLY, _SURELY = 4, 8
"""So much a message shares with a piece that is offered; with one of the opening, which tells of most."""
NOT_SURE = "没拿准是要怎么改，点一个；都不是就说“把…改成…”。"


def _to_choose(words: str, scene: Scene, found: Guess) -> Intent | None:
    """The changes that a message may want which is no note, each with a button; None where none comes to mind."""
    pieces = [one for one in pointed(words, scene.draft) if one.weight >= (_CLEARLY if one.sentence else _SURELY)]
    wishes: list[str] = []
    for odds, want in sorted(zip(found.odds, Want, strict=True), reverse=True):
        if odds < _POSSIBLE or (want is Want.SUBMIT and odds < _HALF):
            break
        if want is Want.FIX:
            wishes += _pairs(corrected(words, scene.draft))
        elif want is Want.DROP:
            wishes += [f"把{one.named}删掉" for one in pieces]
        elif want is Want.REWORD:
            wishes += free_wishes.reworded(words, scene.draft).words.split("\n")[1:]
        elif want is Want.MOVE:
            wishes += [f"把{pieces[0].named}放到{side}" for side in ("最前面", "最后") if len(pieces) == 1]
        elif want in _PLAIN and (want is not Want.TITLE or re.search("题", words)):
            wishes.append(_PLAIN[want])
    return (
        Intent(
            Kind.WHICH,
            words="\n".join(
                [
                    NOT_SURE,
                    *dict.fromkeys(wishes[:_MOST]),
                ]
            ),
        )
        if wishes
        else None
    )


_MOST = 4
_PLAIN = {Want.UNDO: "撤销", Want.SUBMIT: "提交", Want.TITLE: "换个标题", Want.SHORTER: "短一点"}
"""Wants that a plain command serves."""


def of_the_draft(question: str, scene: Scene) -> Intent | None:
    """What a question for which the library has no answer wants of the draft; None where it surely asks for a rule."""
    found = guess(question, scene.draft)
    if found.of(Want.POLICY) >= LIKELY:
        return None
    if found.want in (Want.SUBMIT, Want.POLICY, Want.NOTE) or found.sure < _HALF:
        found = Guess(Want.ASK, found.odds)
    return _wish(question, scene, found) or Intent(Kind.ASKED)


def _right_value(words: str, scene: Scene, said: Intent, found: Guess) -> Intent:
    """The value put right where it is sure which is meant, else the ones that may be meant."""
    rights = corrected(words, scene.draft)
    if rights and all(one.sure for one in rights):
        edits = [Edit(Act.REPLACE, words=one.old, new=one.new) for one in rights]
        return Intent(
            Kind.EDIT, words=words, edit=Edit(Act.REPLACE, rights[0].old, rights[0].new, then=tuple(edits[1:]))
        )
    if said.kind is Kind.CORRECTION or (said.kind is Kind.NOTE and found.of(Want.NOTE) > _NO_NOTE):
        return said
    wishes = _pairs(rights)
    if wishes:
        return Intent(Kind.WHICH, words="\n".join([WHICH_VALUE, *wishes]))
    return Intent(Kind.WHICH, words=NO_VALUE) if found.sure >= SURE and said.kind is not Kind.NOTE else said


def _pairs(rights: Sequence[Right]) -> list[str]:
    """The values that may be put right, as wishes."""
    pairs = [(one.old, one.new) for one in rights] + [pair for one in rights for pair in one.others]
    return [f"把{old}改成{new}" for old, new in dict.fromkeys(pairs) if old != new][:MOST]


def _wish(words: str, scene: Scene, found: Guess) -> Intent | None:
    match found.want:
        case Want.DROP:
            return _which_piece(pointed(words, scene.draft))
        case Want.MOVE:
            return free_wishes.moved(words, scene.draft)
        case Want.JOIN if not _APART.search(words):
            return free_wishes.joined(words, scene.draft)
        case Want.CUT | Want.JOIN:
            return free_wishes.set_apart(words, scene.draft)
        case Want.REWORD:
            return free_wishes.reworded(words, scene.draft)
        case Want.RESTORE:
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.RESTORE, words=words))
        case Want.TITLE if _RETITLED.search(words):
            shorter = Edit(Act.SHORTEN_TITLE) if "短" in words else Edit(Act.OTHER_TITLE, to=MOST)
            return Intent(Kind.EDIT, words=words, edit=shorter)
        case Want.PRAISE | Want.LONGER:
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.LENGTHEN))
        case Want.SHORTER:
            limit = _LIMIT.search(words)
            most = int(limit["n"] or limit["most"]) if limit else 0
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.SHORTEN, where=most))
        case Want.UNDO:
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.UNDO))
        case Want.ASK:
            return Intent(Kind.ASKED, words="\n".join(one.words for one in pointed(words, scene.draft)))
        case Want.POLICY:
            return Intent(Kind.QUESTION, words=words)
        case Want.SUBMIT:
            return Intent(Kind.LIKELY, words=Order.SUBMIT)
    return None
