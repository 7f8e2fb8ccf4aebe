"""What is done for a want of which the kind is known, and what is offered with buttons where that is not sure.

The pieces of the draft that a message is about are found by free_wishes.py, a wrong value by right_values.py.
"""

import re
from collections.abc import Sequence

from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.sentences import clauses, split
from bot.domain.talk import free_wishes
from bot.domain.talk.free_wishes import MOST, Piece, asked_about, pointed
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.learnt_wants import Guess, Want
from bot.domain.talk.order_words import Order
from bot.domain.talk.right_names import Right
from bot.domain.talk.right_values import corrected
from bot.domain.talk.topic import WHICH_PIECE, topic

LIKELY, POSSIBLE, _HALF = 0.75, 0.12, 0.5
"""How likely a want is that is believed, and one that is offered."""
_SHORT = 12
"""A message as short as this may lean on what was talked of last."""
CLEARLY, _SURELY = 4, 8
"""So much a message shares with a piece that is offered; with one of the opening, which tells of most."""
WHICH_VALUE = "像是要改稿。改哪一处？"
NO_VALUE = "像是要改稿，没对上改哪一处。可以说“把…改成…”。"
NOT_SURE = "没拿准是要怎么改，点一个；都不是就说“把…改成…”。"
UNHEARD = "没听懂要怎么改。可以说“第2句删掉”“把86改成92”“标题短一点”“加一句…”“撤销”。"
LIMIT = re.compile(r"(?:字数|篇幅).{0,6}?(?P<most>\d{2,4})|(?P<n>\d{2,4})个?字")
_OF_A_PIECE = (Want.DROP, Want.MOVE, Want.CUT, Want.REWORD)
_APART = re.compile("单独|单列|另起|断开|分开[说写]")
SAID_LESS = re.compile("别写(?:死|细|满|太|得|那么|这么|成|错)")
"""救援队那句别写死 leaves it there."""
_RETITLED = re.compile(
    "[短长换改起想取拟带加别太要能再更土俗绕空怪拗]|突出|体现|醒目|有点|[官虚空干]|不[好行顺对像]|没[有劲意特亮]"
)
"""标题是孩子们自己写的 tells of the day."""
_WITH_WORD = re.compile(
    r"[“\"](?P<word>[^”\"]{2,10})[”\"][^，,]{0,4}?(?:塞|加|放|写|带|摆)(?:到|进|在|上)?(?:里|去|标题|题目|前|后)"
)


_NAMES_ELSE = re.compile("(?P<what>(?:(?![这那别不写要没说])[一-龥]){2,6}?)了?的?(?:[那这][个块句段条]|[两俩]个?字)")
"""漏水那个挪前头 is about nothing else, though the draft has it no more."""


def leaning(words: str, scene: Scene) -> str:
    """The message with the piece in front that was talked of last, where it names none itself: 放最后, 写得委婉点."""
    if pointed(words, scene.draft) or _NAMES_ELSE.search(words):
        return words
    held = topic(scene.told, scene.draft).held
    return f"{held[0]}，{words}" if len(held) == 1 else words


def carried_out(words: str, scene: Scene, want: Want) -> Intent | None:
    """What is done for the want; None where it is nothing that is done to a draft."""
    words = leaning(words, scene) if want in _OF_A_PIECE else words
    match want:
        case Want.DROP if not SAID_LESS.search(words):
            told = [one for one in asked_about(words, scene.draft) if one.words not in scene.draft.split("\n")[0]]
            return which_piece(told, words) or which_sentence(scene, want)
        case Want.MOVE:
            held = topic(scene.told, scene.draft).held
            leans = len(held) == 1 and not _NAMES_ELSE.search(words)
            return free_wishes.moved(words, scene.draft, held[0] if leans else "")
        case Want.JOIN if not _APART.search(words):
            return free_wishes.joined(words, scene.draft)
        case Want.CUT | Want.JOIN:
            return free_wishes.set_apart(words, scene.draft)
        case Want.REWORD | Want.LONGER if _FULLER.search(words) and (found := pointed(words, scene.draft)):
            return only_this(found[0])
        case Want.REWORD | Want.DROP:
            return free_wishes.reworded(words, scene.draft)
        case Want.RESTORE:
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.RESTORE, words=words))
        case Want.TITLE if word := _WITH_WORD.search(words):
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.RETITLE, words=word["word"], where=-1))
        case Want.TITLE if _RETITLED.search(words):
            shorter = Edit(Act.SHORTEN_TITLE) if "短" in words else Edit(Act.OTHER_TITLE, to=MOST)
            return Intent(Kind.EDIT, words=words, edit=shorter)
        case Want.PRAISE | Want.LONGER:
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.LENGTHEN))
        case Want.SHORTER:
            limit = LIMIT.search(words)
            most = int(limit["n"] or limit["most"]) if limit else 0
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.SHORTEN, where=most))
        case Want.UNDO if topic(scene.told, scene.draft).change:
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.UNDO))
        case Want.UNDO:
            return Intent(Kind.LIKELY, words=Order.UNDO)
        case Want.SHOW:
            return Intent(Kind.SHOW_DRAFT)
        case Want.ASK:
            return Intent(Kind.ASKED, words="\n".join(one.words for one in asked_about(words, scene.draft)))
        case Want.POLICY:
            return Intent(Kind.QUESTION, words=words)
        case Want.SUBMIT:
            return Intent(Kind.LIKELY, words=Order.SUBMIT)
    return None


def right_value(words: str, scene: Scene, said: Intent, *, ask: bool, surely: bool) -> Intent:
    """The value put right where it is sure which is meant; else, where one may `ask`, those that may be meant."""
    rights = corrected(words, scene.draft)
    if not (rights and all(one.sure for one in rights)) and len(words) <= _SHORT:
        # 是13瓶, behind 没收过期饮料11瓶.
        rights = corrected(leaning(words, scene), scene.draft) or rights
    if rights and all(one.sure for one in rights):
        first, *rest = (Edit(Act.REPLACE, words=one.old, new=one.new) for one in rights)
        edit = Edit(Act.REPLACE, first.words, first.new, then=tuple(rest))
        return Intent(Kind.EDIT, words=words, edit=edit)
    if not ask:
        return said
    if wishes := _pairs(rights):
        return _offered(WHICH_VALUE, wishes)
    if _STAYS.match(words) and (held := pointed(words, scene.draft)):
        return Intent(Kind.ASKED, words="\n".join(one.words for one in held))
    if _named_by(words, scene, CLEARLY // 2) and said.kind is not Kind.CORRECTION:
        return asked_back(words, scene, CLEARLY // 2)
    return Intent(Kind.WHICH, words=NO_VALUE) if surely or said.kind is Kind.UNSURE else said


_STAYS = re.compile("(?:还是|就|仍)(?:写|用|是|留)?[^改换，]*$")
"""还是写11, where 11 stands"""


def _pairs(rights: Sequence[Right]) -> list[str]:
    """The values that may be put right, as wishes."""
    pairs = [(one.old, one.new) for one in rights] + [pair for one in rights for pair in one.others]
    return [f"把{old}改成{new}" for old, new in dict.fromkeys(pairs) if old != new and not _JUDGES.search(new)][:MOST]


_JUDGES = re.compile("^(?:不[合妥好行对太]|太|很|挺|没有?$)|合适|行不行|[好难]听$")
"""What is thought of a wording, and is none itself: 老板跑了，这么写不合适."""


def _offered(line: str, wishes: Sequence[str]) -> Intent:
    return Intent(Kind.WHICH, words="\n".join([line, *dict.fromkeys(wishes)]))


def which_piece(pieces: Sequence[Piece], words: str = "") -> Intent | None:
    """Which of the pieces shall go, one member of a list alone where that is named; None where there is none."""
    runs = [(free_wishes.common(words, one.words), one.words) for one in pieces]
    members = [run for run, clause in runs if run and re.search(rf"、{run}|(?:^|[有是为]){run}、", clause)]
    clear = len(pieces) == 1 and not members and pieces[0].weight > CLEARLY and pieces[0].sentence > 0
    if clear and _PLAINLY.search(words) and not _ELSE.search(words):
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.DELETE_ABOUT, words=pieces[0].words))
    return (
        _offered(WHICH_PIECE, [f"把{one}删掉" for one in members or [one.named for one in pieces]]) if pieces else None
    )


_PLAINLY = re.compile(
    r"(?:别|不要|不用|甭|先不|不)(?:再|往?[上外里](?:面|头)?)*(?:写|提|说|讲|报|放|登|带|要|留)(?:它|进去|出来|出去|上去?)?"
    r"[了吧啊呗]*(?=$|[，, ])|(?:删|去|拿|摘|划|砍|抹|省|略)(?:掉|去|了)+[吧啊呗]*(?=$|[，, ])"
)
_ELSE = re.compile(r"只留|写[^，,]*(?:就|也)[行够好成]|谁|哪|多少|几[个家人]|名字|[吗？?]|要不|行不|能不能|是不是|合适")
"""Words that plainly take something out, and those that ask, or wish for something else besides."""


_DROP_LAST = re.compile(
    r"[，, ](?:就|先|还是|可以|那就|都|所以|整句)*(?:不要写?|别写|不写|不提|别提|删[了掉]?|去掉|拿掉)(?:了|吧)*$"
)
_KEEPS = re.compile(r"(?:还是?|都|也|就|得|要|先)+(?:留着?|保留|留下|别删|不删)(?:[着了吧啊的]|[^，,]{0,6}$)*$")


def dropped_last(words: str, scene: Scene) -> Intent | None:
    """纸尿裤是厂家赞助的，不要写: a reason, and what shall not be told of what it names."""
    found = _DROP_LAST.search(words)
    return which_piece(_named_by(words[: found.start()], scene, CLEARLY // 2)) if found else None


def kept(words: str, scene: Scene) -> Intent | None:
    """医疗点还留着吧: it is shown where it stands."""
    found = _KEEPS.search(words)
    pieces = _named_by(words[: found.start()], scene, CLEARLY) if found else []
    return Intent(Kind.ASKED, words="\n".join(one.words for one in pieces)) if pieces else None


def _named_by(words: str, scene: Scene, least: int) -> list[Piece]:
    return [one for one in pointed(words, scene.draft) if one.weight >= least]


_MOST_OFFERED = 4
_PLAIN = {Want.UNDO: "撤销", Want.SUBMIT: "提交", Want.TITLE: "换个标题", Want.SHORTER: "短一点"}
"""Wants that a plain command serves."""


def to_choose(words: str, scene: Scene, found: Guess) -> Intent | None:
    """The changes that a message may want which is no note, each with a button; None where none comes to mind."""
    pieces = [one for one in pointed(words, scene.draft) if one.weight >= (CLEARLY if one.sentence else _SURELY)]
    wishes: list[str] = []
    for odds, want in sorted(zip(found.odds, Want, strict=True), reverse=True):
        if odds < (_HALF if want is Want.SUBMIT else POSSIBLE):
            continue
        if want is Want.FIX:
            wishes += _pairs(corrected(words, scene.draft))
        elif want is Want.DROP:
            wishes += [f"把{one.named}删掉" for one in pieces]
        elif want is Want.REWORD:
            wishes += free_wishes.reworded(words, scene.draft).words.split("\n")[1:]
        elif want is Want.MOVE and len(pieces) == 1:
            wishes += [f"把{pieces[0].named}放到{side}" for side in ("最前面", "最后")]
        elif want in _PLAIN and (want is not Want.TITLE or re.search("标题|题目", words)):
            wishes.append(_PLAIN[want])
    if len(wishes) == 1 and len(pieces) == 1 and wishes[0] == f"把{pieces[0].named}删掉":
        return asked_back(words, scene)
    return _offered(NOT_SURE, wishes[:_MOST_OFFERED]) if wishes else None


def of_its_piece(words: str, scene: Scene, act: Act) -> Intent | None:
    """A wish that would be carried out on the whole draft, where it names a piece of it: 路窄这段啰嗦, not 五行以内."""
    pieces = _named_by(_AS_MANY.sub("", words), scene, CLEARLY)
    if (
        act is Act.MERGE
        and (said := re.sub("[段篇]", "", words)) == words
        and "\n" not in scene.draft.split("\n", 1)[-1]
    ):
        held = topic(scene.told, scene.draft).held
        return free_wishes.joined("，".join([*held[:1], said]) if re.match("[跟和与]", said) else said, scene.draft)
    if act is Act.LENGTHEN and pieces:
        return only_this(pieces[0])
    return asked_back(words, scene) if act is Act.SHORTEN and pieces else None


_AS_MANY = re.compile(r"[\d一两二三四五六七八九十百]+(?:来|多)?[行字句段](?:话)?(?:以内|之内|左右|就行)?")
_FULLER = re.compile("多[写说]一?[点些两几]|(?:具体|详细)(?:一?[点些]|说|写)|充实|展开[写说讲]")


def only_this(one: Piece) -> Intent:
    """A clause of which more is wished than was told."""
    more = "有具体的（做了什么、多少、什么结果）直接发给我；不要就说“删掉”。"
    return Intent(Kind.WHICH, words=f"“{one.words}”就记了这些，不替你编。{more}")


def which_sentence(scene: Scene, want: Want) -> Intent | None:
    """Which sentence a wish is about that names none: a button for each."""
    text = scene.draft.split("\n", 1)[-1]
    named = [clauses(one.text)[0].text.rstrip("，。；！\n")[:_NAMING] for one in split(text)][1:_SENTENCES]
    if not named or want not in _WISHES:
        return None
    line, wish = _WISHES[want]
    return _offered(line, [wish.format(one) for one in named])


_NAMING, _SENTENCES = 18, 8
_WISHES = {
    Want.DROP: ("要去掉哪一句？", "把{}删掉"),
    Want.REWORD: ("哪一句要换个说法？", "{}换个说法"),
    Want.MOVE: ("要挪哪一句？点一下放到最前面，放别处就说“把…放到…后面”。", "把{}放到最前面"),
}


def asked_back(words: str, scene: Scene, least: int = CLEARLY) -> Intent:
    """Which piece is meant, where nothing else is understood: so the next message may be short."""
    pieces = _named_by(words, scene, least)
    if (gone := _NAMES_ELSE.search(words)) and not free_wishes.pieces(words, scene.draft, least=1):
        return Intent(Kind.WHICH, words=f"稿里没有“{gone['what']}”这一处，没有动。要写就说“加一句：…”。")
    if pieces:
        one, short = pieces[0], re.match(r"([一-龥]{2,8}?)(?:要|得)?[写用]全", words)
        asked = f"“{short[1]}”要换成什么" if short and short[1] in one.words else f"“{one.words}”要换成怎么说"
        return _offered(f"{asked}？直接发新的说法就行，不要就点下面。", [f"把{one.named}删掉"])
    if topic(scene.told, scene.draft).change:
        return _offered(NOT_SURE, [_PLAIN[Want.UNDO]])
    return Intent(Kind.WHICH, words=UNHEARD)
