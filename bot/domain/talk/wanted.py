"""What a message to a draft wants, where no rule knows the wording.

The want is guessed by learnt weights (learnt_wants.py); what of the draft it is about and what is done or offered is
found by choices.py. Nothing is noted that is surely none, and what is not sure changes nothing unasked.
"""

import re
from dataclasses import replace

from bot.domain.editing.parts import FIGURE_OF
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.asking import FIGURE, weigh
from bot.domain.language.numerals import numerals
from bot.domain.talk import choices
from bot.domain.talk.answered import answers
from bot.domain.talk.choices import LIKELY
from bot.domain.talk.free_wishes import asked_about, pointed
from bot.domain.talk.half_said import OF_ITS_WRITING
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.learnt_wants import Guess, Want, guess
from bot.domain.talk.reckoned import reckoned
from bot.domain.talk.topic import answers_for_a_word, topic

SURE, _SURELY, _HALF, _QUARTER = 0.9, 0.95, 0.5, 0.25
_LIBRARY, _TELLS_LITTLE, _FEW = 0.4, 0.35, 10
_NO_NOTE = 0.1
"""Where a note is as unlikely as this, a message that looks like one is heard as a wish: of notes three in a hundred
are then asked about, of wishes four in five found (folds over the drafts of the set)."""
_TAKING = (Act.DELETE_ABOUT, Act.DELETE_SENTENCE, Act.DELETE_WORD, Act.REPLACE, Act.UNDO)
_MENDED = re.compile(r"[，, ]+(?:你?(?:给我|帮我)?(?:改一下|改过来|改改|更正一下|改下))[吧了啊]*$")
_OF_THIS = re.compile("[分拆]成|单独[一成]?[段句]|多写|少写|别点|[那这].?[个句段块数](?:多|少|不|别|再|太)")
"""Said of the draft, where 写一段 alone may ask for a section of a summary."""
_OF_THE_TEXT = re.compile(
    "(?:这种|那种|这个|那个|[两三]个)(?:字|词|说法)|语气|口气|措辞|流水账|^(?:结尾|开头)|一条一条|太干"
)
"""Said of words and tone, which tell nothing of the day."""
_OF_THE_WRITING = re.compile(
    r"^(?!.*(?:[让叫说]|要求|通知|告诉)).*(?:别|不用|不要|甭)(?:再|都|也)?(?:写|列|提|点名)|换个?位|[那这][块段](?:跟|和|与).+[那这][块段]"
    r"|[这那][么样]写"
)
"""好的那三家不用列名字 is no note, though it counts."""
_RECALLS = re.compile(r"来着[啊呀？?]*$")
"""专家是几位来着 asks what was told, not what the rules say."""
_WHETHER = re.compile(
    r"(?:要不要|用不用|该不该|需不需要)(?:再|也|都)?(?:写|提|放|说|留|加|带|$)|写不写|提不提|^[一-龥]{2,6}呢$"
    r"|[写提放加报](?:进去|上)?(?:干[嘛啥]|做什么)|[那这][块段句条](?:为什么|为啥|怎么|咋)?[放排写]?在"
)
"""锁门的几家要不要提 asks about the draft."""
_NAMED = re.compile(
    r"(?P<of>[一-龥]{2,6}?)(?:里头|里面|里|的名字|那里)?(?:写|补|列|举|点)上?[几两三]个[，, ]+"
    r"(?P<names>[一-龥]{2,8}(?:[，,、 ]+[一-龥]{2,8})+)"
)
"""岗位里头写几个 电子厂 家政 司机"""
_NAMES_OF = re.compile(
    r"(?P<of>[一-龥\d]{2,8}?)的?(?:名字|名称|名单)(?:也|都|给我)?[加写补列]上?[，, ：:]+"
    r"(?P<names>[一-龥]{2,8}(?:[，,、 ]+[一-龥]{2,8})+)"
)
"""3个公墓名字加上 青山 福寿 龙泉"""
_ANSWERED = re.compile(
    r"(?P<of>[一-龥\d]{2,12}?)(?:在|是)?(?:哪天|几号|什么时候|多少|几[个人家场]?|哪[里儿]?)的?"
    r"[，,？? ]+(?P<value>\d[\d.]*[一-龥]{0,3})"
)
"""第二批哪天 26号"""
_HOW_LONG = re.compile(r"(?:现在|一共|总共|正文|全文|这[篇稿]子?|稿子|有|是)*(?:多少|几个?)个?字(?:了|啊|呀|吗|[？?])*")


_GONE = re.compile(
    r"(?P<what>[一-龥\d]{2,8}?)(?:[那这][半一]?[句段处个条]?话?)?的?(?:怎么|咋|都)?(?:没|不见)了[吗啊？?]*"
)
"""罚人那半句没了？"""
_TAKEN = re.compile("(?:哪些|哪几[个处句]|什么)[^，,]{0,6}(?:拿走|拿掉|删|去掉|划掉|砍)[了的掉]")
_DONE_OR_NOT = re.compile(r"([一-龥])了没(?:\1|有)?[？?]?$|有没有[一-龥]+[？?]?$")
"""饮水机装了没装"""
_SHELL = re.compile(
    r"(?:直接|就|也|再|还|给我|帮我|最后|结尾|都|要|得)*(?:写|加|补|添|提|标|带)"
    r"(?:上去?|进去|一下|[一两几]句|明白|清楚|到?最后)*(?:就行|吧|了)?(?:职务|名字|时间|地点|人数|单位)?|没写上?|漏写?了|(?:刚|刚才|刚刚)(?:来|接到?|得)?(?:的|个)?(?:电话|消息|信儿?)|别漏了|写不写随你|时间精确一?点"
)
"""A clause that only says that it shall be written."""
_TO_WRITE = re.compile(
    r"(?:(?<=，)|^)(?:直接写|就写|写上|加上|补上)(?=[一-龥\d]{4})|(?:那[个块里]|那)(?:再|多)写[一两几]?[句点笔]"
)


def _told(words: str) -> str:
    """What of a message tells something, without the wish to write it: 去年46，写上快了8分钟."""
    parts = [part for part in re.split("[，,]", _TO_WRITE.sub("", words)) if part and not _SHELL.fullmatch(part)]
    told = "，".join(parts)
    return told if len(told) >= _LEAST_TOLD else words


_LEAST_TOLD = 4


def read(words: str, scene: Scene, said: Intent) -> Intent:
    """What the message wants where the rules (`said`) are not sure of it; else what they say. What is noted over a
    draft is noted without the wish to write it."""
    meant = _meant(words, scene, said)
    over = scene.draft and meant.kind is Kind.NOTE and not meant.injected and "\n" not in meant.words
    return replace(meant, words=_told(_spaced(meant.words))) if over else meant


def _spaced(words: str) -> str:
    return re.sub(r"(?<=[一-龥\d])[ 　]+(?=[一-龥\d])", "，", words)


def _meant(words: str, scene: Scene, said: Intent) -> Intent:
    if not scene.draft or words.startswith("更正"):
        return said
    if _HOW_LONG.fullmatch(words):
        return Intent(Kind.ASKED)
    if gone := _GONE.fullmatch(words) or _TAKEN.search(words):
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.WHY, words=gone.groupdict().get("what", "")))
    if said.kind in _ASKED and answers(words, scene.draft):
        return Intent(Kind.ASKED, words="\n".join(one.words for one in asked_about(words, scene.draft)))
    if (named := _NAMES_OF.fullmatch(words)) and len(held := pointed(named["of"], scene.draft)) == 1:
        more = f"{held[0].words}（{re.sub('[，,、 ]+', '、', named['names'])}）"
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.REPLACE, words=held[0].words, new=more))
    asks = said.kind in _ASKED or (said.edit and (said.edit.act is Act.WHENCE or "率" in words))
    if asks and reckoned(words, scene.draft.split("\n", 1)[-1], (scene.noted,)):
        return Intent(Kind.ASKED)
    if said.edit and not (said.edit.then or said.edit.where or said.edit.places):
        said = choices.of_its_piece(words, scene, said.edit.act) or said
    if said.edit and said.edit.act is Act.RESTORE and "留" in words and (held := pointed(said.edit.words, scene.draft)):
        return Intent(Kind.ASKED, words="\n".join(one.words for one in held))
    if said.edit and choices.SAID_LESS.search(words):
        return choices.carried_out(words, scene, Want.ASK) or said
    if said.kind in (Kind.SOURCE, Kind.HELP) and pointed(words, scene.draft):
        said = Intent(Kind.UNSURE, words=words)
    if said.kind in (Kind.NOTE, Kind.GAP) and (_OF_THE_WRITING.search(words) or OF_ITS_WRITING.fullmatch(words)):
        said = Intent(Kind.UNSURE, words=words)
    if not _in_doubt(said):
        return said
    if said.kind is Kind.SECTION:
        of_this = _OF_THIS.search(words) and "总结" not in words
        return _meant(words, scene, Intent(Kind.UNSURE, words=words)) if of_this else said
    words = _MENDED.sub("", words)
    if said.kind in (Kind.NOTE, Kind.UNSURE) and _DONE_OR_NOT.search(words):
        return choices.carried_out(words, scene, Want.ASK) or said
    if said.kind is Kind.QUESTION and _RECALLS.search(words) and pointed(words, scene.draft):
        return choices.carried_out(words, scene, Want.ASK) or said
    if said.kind is Kind.QUESTION and _WHETHER.search(words) and (pointed(words, scene.draft) or "在" in words):
        return choices.carried_out(words, scene, Want.ASK) or said
    if named := _NAMED.fullmatch(words):
        return Intent(Kind.NOTE, words=f"{named['of']}有{re.sub('[，, ]+', '、', named['names'])}")
    if answered := _ANSWERED.fullmatch(words):
        return Intent(Kind.NOTE, words=answered["of"] + answered["value"])
    found = guess(words, scene.draft)
    if said.kind is Kind.GAP and _OF_ITS_WORDS.search(words) and found.of(Want.NOTE) < _QUARTER:
        said = Intent(Kind.UNSURE, words=words)
    if said.kind is Kind.GAP and found.of(Want.FIX) >= SURE:
        return choices.right_value(words, scene, said, ask=False, surely=True)
    aside = said.kind in (Kind.GAP, Kind.CHAT)
    if aside and (found.want in (Want.NOTE, Want.FIX, Want.OK) or found.sure < LIKELY):
        return said
    if clause := choices.dropped_last(words, scene) or choices.kept(words, scene):
        return clause
    if said.edit:
        return _of_a_taking(words, scene, said, found)
    return _by_guess(words, scene, said, found)


_OF_ITS_WORDS = re.compile("写|改|删|[句词]|[说写数算报记][多少错]|不对")  # 句子太硬了 is no answer


def of_the_desk(words: str, scene: Scene) -> bool:
    """Whether a message is surely about the draft, whatever else it may sound like: the wording that was asked for, or
    a question that its figures answer."""
    text = scene.draft.split("\n", 1)[-1]
    return bool(scene.draft) and (answers_for_a_word(words, scene) or reckoned(words, text, (scene.noted,)) is not None)


_PRONOUN = re.compile(
    r"他们?|她们?|它们?|那个|这个|人家|已经(?!.*\d(?![点时分日号])[一-龥])"
    r"|刚[才刚]?(?:打|来|接|有)?(?:了个)?(?:电话|消息|信)?[来说]"
)


def surely_told(words: str, scene: Scene) -> bool:
    """Whether a note over a draft is surely of the day and can be told alone: it speaks of the draft or tells a figure,
    and leans on nothing said before."""
    stands_alone = pointed(words, scene.draft) or numerals(words)
    sure = guess(words, scene.draft).of(Want.NOTE) >= _SURE_NOTE and weigh(words).note >= 1
    told = len(re.sub(r"[\d点时分半上下午早晚中凌晨夜日号月年今昨天个名人，]", "", words)) > 1
    return bool(told and sure and stands_alone and len(words) > _LEAST_TOLD and not _PRONOUN.match(words))


_SURE_NOTE = 0.85
_ASKED = (Kind.QUESTION, Kind.UNSURE, Kind.NOTE, Kind.CORRECTION)
"""What a question that can be reckoned may be taken for."""


def _in_doubt(said: Intent) -> bool:
    """Whether the rules may be wrong: no rule knew the words, or they take something out of the draft."""
    if said.kind is Kind.EDIT:
        return said.edit is None or (said.edit.act in _TAKING and not said.edit.then)
    if said.kind is Kind.CHAT:
        return said.words != ""
    return said.kind in (Kind.SECTION, Kind.UNSURE, Kind.NOTE, Kind.QUESTION, Kind.CORRECTION, Kind.GAP)


_ASKS = re.compile(r"是不是|[写要加留删]不[写要加留删](?!的)|没想好|[吗呢么][？?]*$|[？?]$|还有没有|了没有?$")
_TELLS = re.compile(r"(?:不用|不要|别|甭|不必)(?:写|提|说|要|放)[了吧啊]*$")
_ONLY_A_PART = re.compile("名字|姓名|名称|店名|校名|钱(?:的?数)?$|款$|金额|^数字?$|号码")
"""What is but a part of the clause that speaks of it."""
_HOLLOW = re.compile("[空套废]话")


def _of_a_taking(words: str, scene: Scene, said: Intent, found: Guess) -> Intent:
    """Words that a rule takes for taking something out: nothing goes by a question (那句还要不要啊), nor a whole clause
    for a part of it."""
    hollow = next((part for part in re.split("[，,]", words) if _HOLLOW.search(part)), "")
    if hollow and said.edit and said.edit.words in hollow:
        return Intent(Kind.CHECK)
    if (
        said.edit
        and said.edit.act is Act.DELETE_ABOUT
        and "是" in said.edit.words
        and said.edit.words not in scene.draft
    ):
        return choices.which_piece(pointed(words, scene.draft)) or said  # 小杜是男的女的不用写吧: 小杜 stays
    part = said.edit and _ONLY_A_PART.search(said.edit.words) and not FIGURE_OF.fullmatch(said.edit.words)
    if said.edit and said.edit.act is Act.DELETE_ABOUT and part:
        return choices.which_piece(pointed(words, scene.draft)) or said
    asks = found.want in (Want.ASK, Want.POLICY) and found.sure >= LIKELY and not _TELLS.search(words)
    undecided = _ASKS.search(words) is not None and found.of(Want.DROP) < LIKELY
    return choices.carried_out(words, scene, Want.ASK) or said if asks or undecided else said


_COUNTED = re.compile(r"了[一二两三四五六七八九十\d]+[一-龥]")
_DOER = re.compile(
    r"[一-龥]{1,8}(?:[馆局科站所镇乡村校队部院社厂店]|公司|中心|社区|老师|主任|书记|[局馆科站校镇]长)(?:已经|也|都)?把"
)
"""图书馆把闭馆时间改到晚上九点 tells of the day."""
_OF_A_CORRECTION = (Want.RESTORE, Want.MOVE, Want.UNDO, Want.DROP)


def _by_guess(words: str, scene: Scene, said: Intent, found: Guess) -> Intent:
    # 检查出错别字21处，改了18处 tells of a deed.
    most = _NO_NOTE / 3 if _COUNTED.search(words) else _NO_NOTE
    of_the_text = _OF_THE_TEXT.search(words) is not None and not FIGURE.search(words)
    no_note = said.kind is not Kind.NOTE or of_the_text or (found.of(Want.NOTE) <= most and not _DOER.match(words))
    if no_note and said.kind in (Kind.UNSURE, Kind.NOTE, Kind.EDIT) and choices.LIMIT.search(words):
        return choices.carried_out(words, scene, Want.SHORTER) or said
    if found.want is Want.FIX and found.sure >= (LIKELY if no_note else SURE):
        open_to_ask = said.kind is not Kind.CORRECTION and no_note
        return choices.right_value(words, scene, said, ask=open_to_ask, surely=found.sure >= SURE)
    if said.kind is Kind.CORRECTION and (found.want not in _OF_A_CORRECTION or found.sure < LIKELY):
        return said
    if found.of(Want.UNDO) >= _QUARTER and topic(scene.told, scene.draft).change and not pointed(words, scene.draft):
        return choices.carried_out(words, scene, Want.UNDO) or said
    if said.kind is Kind.NOTE and _idle(words, scene, found):
        said, no_note = Intent(Kind.UNSURE, words=words), True
    if found.sure >= _least(words, scene, said, found, no_note=no_note):
        wish = choices.carried_out(words, scene, found.want)
        # What may tell of the day is no wish of which nobody knows how to carry it out.
        told = said.kind is Kind.NOTE and found.want is Want.TITLE
        return said if told else wish or _settled(words, scene, said, found)
    if not no_note or said.kind is Kind.QUESTION:
        return said
    if found.want is Want.POLICY and found.sure >= _HALF:
        return Intent(Kind.QUESTION, words=words)
    asks = found.of(Want.ASK) + found.of(Want.POLICY) >= _QUARTER
    unheard = found.of(Want.NOTE) <= (_NO_NOTE if said.kind is Kind.NOTE else _QUARTER) and not asks
    asked = choices.to_choose(words, scene, found)
    return asked or (choices.asked_back(words, scene) if unheard else said)


def _idle(words: str, scene: Scene, found: Guess) -> bool:
    """Whether a few words tell nothing of the day and nothing of the draft: 过了，收一点."""
    tells = found.of(Want.NOTE) + found.of(Want.FIX) >= _TELLS_LITTLE or re.search(r"[\d二两三四五六七八九十]", words)
    return not tells and len(words) <= _FEW and not pointed(words, scene.draft)


def _settled(words: str, scene: Scene, said: Intent, found: Guess) -> Intent:
    """Words that no rule knows are kept where they tell something, and are a word of consent where they do not; so
    nobody is asked what is nearly sure."""
    if said.kind is Kind.NOTE and found.sure >= SURE:
        return choices.which_sentence(scene, found.want) or said
    if said.kind is not Kind.UNSURE or found.sure < _HALF:
        return said
    if found.want is Want.OK:
        return Intent(Kind.CHAT, words=words)
    if found.want is Want.NOTE and not OF_ITS_WRITING.fullmatch(words):
        return Intent(Kind.NOTE, words=words)
    if found.want is Want.FIX:
        return choices.right_value(words, scene, said, ask=True, surely=True)
    asks = found.of(Want.ASK) + found.of(Want.POLICY) >= _QUARTER
    unheard = choices.which_sentence(scene, found.want) or Intent(Kind.WHICH, words=choices.UNHEARD)
    return said if asks else unheard


def _least(words: str, scene: Scene, said: Intent, found: Guess, *, no_note: bool) -> float:
    """How likely the want must be to be believed."""
    if found.want is Want.POLICY:
        return _SURELY if said.kind is Kind.NOTE else SURE
    if said.kind is Kind.UNSURE:
        return _HALF
    if said.kind is Kind.QUESTION:
        # The library answers first: of what it does not know the draft is asked (of_the_draft).
        return SURE if any(one.weight >= choices.CLEARLY for one in pointed(words, scene.draft)) else 1.0
    return LIKELY if no_note else SURE


_OF_RULES = re.compile("规定|条例|办法|规章|法律|纪律")


def of_the_draft(question: str, scene: Scene) -> Intent | None:
    """What a question for which the library has no answer wants of the draft; None where it may well ask for a rule."""
    found = guess(question, scene.draft)
    if _OF_RULES.search(question):
        return None
    if answers(question, scene.draft):
        return Intent(Kind.ASKED)
    of_it = any(one.weight >= choices.CLEARLY for one in pointed(question, scene.draft))
    if not of_it and (found.want is Want.POLICY or found.of(Want.POLICY) >= _LIBRARY):
        return None
    open_ = re.search("多少|几|谁|哪|啥|什么", question) and found.want in (Want.FIX, Want.REWORD)
    idle = open_ or found.want in (Want.SUBMIT, Want.NOTE, Want.POLICY) or found.sure < _HALF
    return choices.carried_out(question, scene, Want.ASK if idle else found.want) or Intent(Kind.ASKED)
