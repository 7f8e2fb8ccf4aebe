"""What was talked of last, and messages that are about that and name nothing: 那就删了, 放最后吧, 是13瓶, 第二个好.

What the bot said last quotes the pieces of the draft that it was about; so nothing else need be remembered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.editing import edits
from bot.domain.editing.edit_grammar import in_front
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.names import people
from bot.domain.language.numerals import numerals
from bot.domain.talk import errands, spoken
from bot.domain.talk.answered import AS_IT_IS, INCLUDES, SEND
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.learnt_wants import Want, guess


@dataclass(frozen=True, slots=True)
class Topic:
    """What the last reply was about: the pieces it quoted that stand in the draft, (before, after) of what it said to
    be changed, whether it changed the draft at all, whether it spoke of the title, the note that it kept, and the word
    for which it asked another."""

    held: tuple[str, ...] = ()
    swapped: tuple[tuple[str, str], ...] = ()
    change: bool = False
    title: bool = False
    note: str = ""
    word: str = ""


_QUOTED = re.compile(r"“([^”]{1,80})”")
_SWAPPED = re.compile(r"“(?P<old>[^”]{2,80})”改为“(?P<new>[^”]{2,80})”")
_CHANGED = re.compile(r"^(?:标题由“|“[^”]+”改为“|去掉了：|加了：|字句没改)", re.M)
_ASKED = re.compile(r"“(?P<word>[^”]{1,60})”要换成(?:什么|怎么说)？")
_NOTED = re.compile(r"^已记第(?P<n>\d+)条。")


def topic(told: str, draft: str) -> Topic:
    """What the reply was about. `draft` is its title and text; what the reply repeats of it is no quotation."""
    title, text = (*draft.split("\n", 1), "")[:2]
    head = told.split(f"{title}\n\n{text}")[0] if title else told
    noted, asked = _NOTED.match(head), _ASKED.match(head)
    return Topic(
        tuple(dict.fromkeys(one for one in _pieces(head) if one in text)),
        tuple((one["old"], one["new"]) for one in _SWAPPED.finditer(head) if one["new"] in text),
        change=_CHANGED.search(head) is not None,
        title="标题" in head,
        note=noted["n"] if noted else "",
        word=asked["word"] if asked and asked["word"] in text else "",
    )


def wording_asked(line: str) -> str:
    """The word for which a reply asks another; empty where it asks for none, or for a whole clause."""
    asked = _ASKED.match(line)
    return asked["word"] if asked and len(asked["word"]) <= _WORD and "怎么说" not in asked[0] else ""


_WORD = 6


_NAME_ASKED = re.compile(
    r"(?:规范|正式|官方|标准|公文里?)的?(?:叫法|说法|名称|写法|怎么)|叫什么(?:合适|好)|怎么称呼|呢[，, ]*(?:也|.样)"
)


def asks_for_a_name(words: str) -> bool:
    """Whether somebody asks how the rules call something: 网吧规范叫法是啥."""
    return _NAME_ASKED.search(words) is not None


def answers_for_a_word(words: str, scene: Scene) -> bool:
    """Whether the message is the wording that the last reply asked for."""
    found = _wording(words, scene.draft) if (word := topic(scene.told, scene.draft).word) else None
    return found is not None and _is_wording(found["new"], word, scene.draft)


def orders(words: str, draft: str) -> bool:
    """Whether the words order something or take something back: no wording, whatever was asked for."""
    edit = edits.read(words, draft)
    other = edit is not None and (edit.act is not Act.REPLACE or edit.words != "")
    return bool(other or errands.ordered(words) or spoken.read(words) or _RETURNS.search(words))


def _wording(words: str, draft: str) -> re.Match[str] | None:
    """The words as a wording; an order is none."""
    return None if orders(words, draft) else _WORDING.match(words)


def _pieces(head: str) -> list[str]:
    return [one.rstrip("…") for one in _QUOTED.findall(head)]


_THAT = r"(?:(?:那|这|它|该)(?:一?[句段个条块处点些]话?|的)?|整句|[刚方]才那?[句个]?|上面那?[句个]?)"
_SOFT = r"(?:那么?|就|也|还是|都|先|再|一起|一块儿?|干脆|直接|给我|给它|把|请|嗯|好|行|算了|要不|不行|确实|可以|领导说)"
_ENDS = r"(?:了|吧|啊|呗|哈|嘛|的|它|掉|算了|就行|就好|好了|谢谢)*$"
_LEAD = rf"^(?:{_SOFT}|{_THAT}|[，, ])*"
_DROP = re.compile(rf"{_LEAD}(?:删|去|拿|不要|不写|别写|不提|别提|不用写|抹|划|砍)(?:{_THAT})?{_ENDS}")
_KEEP = re.compile(rf"{_LEAD}(?:留着?|保留|不删|别删|不动|别动|不改|别改|别加|不用[改删动加])(?:着)?{_ENDS}")
_BACK = re.compile(
    rf"{_LEAD}(?:[加放补改换写挪移]回[来去]?|恢复|(?:要|得|应该?|必须)有|[加写补]上[去来]?|还要|要|又?不[去删减]了)(?:原样|原来的?)?{_ENDS}"
)
AS_BEFORE = re.compile(
    rf"{_LEAD}(?:回到|恢复|退回|用|按|照)?(?:原来|之前|刚才|先前|前面|上一)(?:的|那)?(?:个|样|版|稿|顺序|说法|写法)*(?:好|顺)?{_ENDS}"
)
_UNDO = re.compile(rf"^(?:撤[销回](?:刚才)?{_THAT}?|取消|手滑|发错|说错|记错){_ENDS}")
_MOVE = re.compile(
    rf"{_LEAD}(?:往|放|挪|移|提|调|搁|排|写|拿)(?:到|在)?(?P<side>最?前|最?上|最?后|开头|末尾|结尾|最后)(?:面|头|边|一句)?来?"
    rf"[放挪移提点些]*{_ENDS}"
)
_SHORTER = re.compile(r"^(?:再|还要?|还得|更|得)*短(?:一?[点些]|个?字)?(?:行不行|行吗|好吗|[吧呗了])*$")
_CHOSEN = re.compile(
    rf"^(?:就|用|选|要|还是|那就?|我?觉得)*(?:第(?P<n>[一二三123])[个条种]|(?P<first>前[面头]?那?个|头一个)"
    rf"|(?P<last>最后一?个|后[面头]?那?个)|(?P<mid>中间那?个))(?:好点?|不错|行|可以|合适)?{_ENDS}"
)
_YES = re.compile(
    r"^(?=.*[嗯对是好行改换错写加补放填kK以])(?:嗯|对|的|是|好|可以|行|就|这样|那|也|改上?|换上?|没错|OK|ok|[，, ])*"
    r"(?:[写加补放填](?:进去|上去?|进来|明白?|清楚|[进到]稿子?里?))?[吧了啊]*$"
)
_PUT_IN = re.compile(
    r"^(?:把[^，,\d]{1,6}?(?=[写加补放添])|[两三]个|这些|那些|全|就|那|也|都|给我|嗯|好|行|可以|[，, ])*"
    r"[写加补放添](?:进去|上去?|进来|[进到]稿子?里?)[吧了啊呗]*$"
)
WHAT_TO_PUT_BACK = "要加回哪一句？可以说“把…加回来”。"
WHAT_TO_PUT_IN = "要加哪一句？连着内容一起发，如“加一句：…”。"
_WORDED = re.compile(
    rf"{_LEAD}(?:应该?是|是|叫|写成?|改成?|用|换成|改为|说成?)[“\"]?(?P<new>[一-龥]{{2,10}}?)[”\"]?"
    r"(?:吧|啊|[，, ]+(?:这个|这样)?(?:才|就)?(?:对|好|准|行|可以)[了吧]?)$"
)
_WORDING = re.compile(
    r"^(?:就|那|改成?|换成?|写成?|用|叫|说成?|改为|换为)*[：:“\"]?(?P<new>(?!.*(?:[不没别算删吗呢？?，想等问看换改字词]|还是|撤|再说|回头|随便|都[行可好]))[一-龥\d]{2,14}?)[”\"]?[吧啊呗了]*$"
)
_WRITES = re.compile(rf"{AS_IT_IS}|^稿里(?:写的是|没)|再细的记录里没说|记录里没说")
"""A reply to a question: 不用写 then is of what was asked for, and takes nothing out."""
_UNIT = re.compile(rf"{_LEAD}(?:换|用|改|写)(?:成|作)?(?P<new>[一-龥℃]){_ENDS}")
_COUNTED = re.compile(r"\d[\d.]*[一-龥](?![一-龥])|^[一-龥]$")
"""换株, behind “棵” or “栽树800棵”"""
_SAID = re.compile("没|不|这|那|就|了|好|行|可|交|发|报|点|些|看|改|标题|稿")
_PUT = re.compile(r"更正：不是[^，]+，是(?P<new>[^，\d]+)$")
"""The note that a change of a word is kept as."""
_CLAUSE_END = re.compile("[，,。！! ]+")
_LONGEST, _SHORT = 16, 4


_CONSENT = re.compile(
    rf"(?:{_KEEP.pattern}|^(?:嗯+|好的?|行|可以|对|没有?|那?没别的[啦了]?|没问题|就这样|不用|不加|不改)?{_ENDS})"
)


def consents(clause: str) -> bool:
    """Whether a clause leaves the draft as it is."""
    return _CONSENT.match(clause) is not None


def follows(words: str, scene: Scene) -> Intent | None:
    """What a message that names nothing wants of what was talked of last; None where it is about something else."""
    if not scene.draft:
        return None
    if anew := _returned(words, scene) or _said_anew(words, scene) or _answered(words, scene):
        return anew
    if len(words) > _LONGEST:
        return None
    *before, last = _CLAUSE_END.split(words) if not (_KEEP.match(words) or _WORDED.match(words)) else [words]
    if not all(map(consents, before)):
        return None
    refused = any(re.match("[不别]", part) for part in before) and _YES.match(last)
    return Intent(Kind.CHAT) if refused else _follows(last, scene)


_GIVEN = re.compile(r"(?:就?这[么样]着?[写说]?|就?写|改成|换成|用这句)[吧]?[：:][“\"]?(?P<new>[^”\"]{4,40})[”\"]?$")


_RETURNS = re.compile(
    r"(?:^|[，, ])(?:还是|改回|换回)(?:来|去|成)?(?:写|用|要|是|叫)?[“\"]?(?P<old>[^，,。“”\"]{2,12}?)[”\"]?[吧了好]*$"
)


def _returned(words: str, scene: Scene) -> Intent | None:
    """不对，还是写900多: what was just changed is undone; where only a wording was asked for, it stands there."""
    found, swapped = _RETURNS.search(words), topic(scene.told, scene.draft).swapped
    old = found["old"] if found else ""
    if old and any(old in before and old not in after for before, after in swapped):
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.UNDO))
    stays = old in scene.draft and re.search("要换成(?:怎么说|什么)？|换了就没有了", scene.told)
    return Intent(Kind.HOW_TO, words=f"稿里写的就是“{old}”，没有动。") if old and stays else None


def _said_anew(words: str, scene: Scene) -> Intent | None:
    """A clause that was asked for in other words: what shares a third of its words with it."""
    old = topic(scene.told, scene.draft).word
    new = re.sub(r"^(?:那?就?(?:改成|换成|写成|说成|写|说))?[：:“\"]*|[”\"。吧]*$", "", words)
    if old and (given := _GIVEN.match(words)):
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.REPLACE, words=old, new=given["new"]))
    pairs = {new[n : n + 2] for n in range(len(new) - 1)}
    if (
        len(old) <= _SHORT
        or re.search(r"\d月\d", old)
        or not pairs
        or 3 * sum(pair in old for pair in pairs) < min(len(new), len(old)) - 1
        or orders(words, scene.draft)
    ):
        return None
    return Intent(Kind.EDIT, words=words, edit=Edit(Act.REPLACE, words=old, new=new))


_INCLUDED = re.compile(
    rf"^(?:[^，]{{1,3}}说)?(?:是|都|也|嗯)*(?P<not>不|没)?(?:包括|包含|含|算|在)(?:在?里[头面]|在内|进去)?{_ENDS}"
)
_BESIDES = re.compile(rf"^(?:不在?里[头面]|不包括|不含|不算|[，,])*(?:另外?|另算|单[独算])的?{_ENDS}")
_DETAIL = re.compile(r"(?!.*(?:[吗呢？?不没别改删换写稿题行等问查再要就撤交了过]|还是))[一-龥\dA-Za-z，、]{2,20}")
"""A bare name or two: 黄家集, 包装、客服."""
_CLOCK = re.compile(
    r"(?P<part>凌晨|早|上午|中午|下午|晚)?上?(?P<hour>\d{1,2})[:：点时](?:(?P<minute>\d{2})分?|(?P<half>半))?"
)
_OF_DAY = re.compile("上午|下午|中午|晚上|早上|凌晨|夜里")


def _answered(words: str, scene: Scene) -> Intent | None:
    """What the last reply said that nobody told, as an addition to the clause that it quoted."""
    held = topic(scene.told, scene.draft).held
    words = re.sub("(?<=..)[，, ]+[写加补](?:上去?|进去)?[吧了]*$", "", words)  # 阿莫西林，写上
    besides = _BESIDES.match(words)
    found = _INCLUDED.match(words)
    if INCLUDES in scene.told and len(held) == 2 and (besides or found):
        if not found or found["not"]:
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.REPLACE, words=held[1], new=f"另{held[1]}"))
        if f"{held[0]}，{held[1]}" in scene.draft:  # what hangs on the part stays
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.REPLACE, words=held[1], new=f"其中{held[1]}"))
        whole = Edit(Act.REPLACE, words=held[0], new=f"{held[0]}（含{held[1]}）")
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.DELETE_ABOUT, words=held[1], then=(whole,)))
    clock = _CLOCK.fullmatch(words)
    if SEND not in scene.told or len(held) != 1 or not (clock or _DETAIL.fullmatch(words)):
        return None
    names = words.split("，")
    detail = "、".join(names) if len(names) > 1 and max(map(len, names)) <= _SHORT else words
    if clock:
        minute = "30分" if clock["half"] else f"{clock['minute']}分" if clock["minute"] else ""
        detail = f"{clock['part'] or ''}{clock['hour']}时{minute}"
    open_ = re.search(rf"(?:是|还是){re.escape(detail)}(?:还是|，)", scene.told)
    pairs = [detail[n : n + 2] for n in range(len(detail) - 1)]
    shares = not open_ and 3 * sum(pair in scene.draft for pair in pairs) > len(pairs)
    clause = held[0].split("，")[0]
    if _OF_DAY.fullmatch(words) and (day := re.search(r"\n(?:\d{4}年)?\d{1,2}月\d{1,2}日(?=，)", scene.draft)):
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.REPLACE, words=day[0][1:], new=day[0][1:] + words))
    added = Edit(Act.REPLACE, words=clause, new=f"{clause}（{detail}）")
    other = not clock and (shares or numerals(detail) or edits.read(words, scene.draft))
    return None if other else Intent(Kind.EDIT, words=words, edit=added)


def _follows(words: str, scene: Scene) -> Intent | None:
    if chosen := _choice(words, scene.offered):
        return Intent(Kind.SAME_AS, words=chosen)
    about = topic(scene.told, scene.draft)
    if about.word and (found := _wording(words, scene.draft)) and _is_wording(found["new"], about.word, scene.draft):
        return worded(words, about.word, found["new"])
    if about.note and (_DROP.match(words) or _UNDO.match(words)):
        return Intent(Kind.DROP, words=about.note)
    if _DROP.match(words) and (re.search("算了.*不[写加提]", words) or ("写" in words and _WRITES.search(scene.told))):
        plain = "没说" not in scene.told and "不要就说" in scene.told and len(about.held) == 1
        return Intent(Kind.WHICH, words=f"{WHICH_PIECE}\n把{about.held[0]}删掉") if plain else Intent(Kind.CHAT)
    if _DROP.match(words) and (about.swapped or about.held):
        return _dropped(about)
    if _DROP.match(words) and not scene.asked:
        return Intent(Kind.EDIT, words=words)
    left = re.findall("· “([^”]+)”：", scene.told) if "想加回去就说" in scene.told else []
    if len(left) == 1 and _BACK.match(words):
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.RESTORE, words=left[0]))
    if _PUT_IN.match(words) and not about.change:
        return Intent(Kind.HOW_TO, words=WHAT_TO_PUT_IN)
    if re.search("[加补]", words) and _BACK.match(words) and scene.told.startswith("加了："):
        return Intent(Kind.HOW_TO, words=WHAT_TO_PUT_BACK)
    if about.change and (AS_BEFORE.match(words) or _BACK.match(words)):
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.UNDO))
    if about.title and _SHORTER.match(words):
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.SHORTEN_TITLE))
    if _KEEP.match(words):
        return Intent(Kind.CHAT)
    if (found := _MOVE.match(words)) and len(about.held) == 1:
        return Intent(Kind.EDIT, words=words, edit=in_front(found["side"], words=about.held[0]))
    if (found := _UNIT.match(words)) and (old := [one for held in about.held for one in _COUNTED.findall(held)]):
        edit = Edit(Act.REPLACE, words=max(old, key=len), new=max(old, key=len)[:-1] + found["new"])
        return Intent(Kind.EDIT, words=words, edit=edit) if len({one[-1] for one in old}) == 1 else None
    found, put = _WORDED.match(words), _PUT.match(scene.noted)
    if found and put and about.swapped and put["new"] in scene.draft and not _SAID.search(found["new"]):
        return Intent(Kind.EDIT, edit=Edit(Act.REPLACE, words=put["new"], new=found["new"]))
    return None


_WITH_FIGURE = re.compile(r"[一-龥]{2,}(?P<figure>\d[\d.]*[一-龥]{0,2})")


def worded(words: str, old: str, new: str) -> Intent:
    """The new wording in the place of the old, or of as much of it as begins alike; the figure of that stays, and where
    a figure or a name would go it is asked."""
    at = old.find(new[:2])
    if at > 0 and not re.search(r"\d", old[at:]):
        old = old[at:]
    figure = _WITH_FIGURE.fullmatch(old) if not re.search(r"\d", new) else None
    new += figure["figure"] if figure else ""
    lost = (
        "名字"
        if people(old) and not people(new)
        else "数字"
        if re.search(r"\d", old) and not re.search(r"\d", new)
        else "别的话"
        if len(old) > _WORD and 2 * len(new) < len(old)
        else ""
    )
    if lost:
        return Intent(Kind.WHICH, words=f"“{old}”里有{lost}，换了就没有了。\n把{old}改成{new}")
    return Intent(Kind.EDIT, words=words, edit=Edit(Act.REPLACE, words=old, new=new))


_A_KIND = re.compile("[一-龥]{1,3}的")
"""模拟的 says of what kind the thing is, and is none."""


def _is_wording(new: str, word: str, draft: str) -> bool:
    """Whether the words may stand for the one that was asked about: they are no wish, and speak of nothing else."""
    text = draft.replace(word, "")
    said = guess(new, draft)
    least = _SURELY_REWORDS if said.want is Want.REWORD else _LIKELY
    if (
        (said.want not in (Want.NOTE, Want.FIX) and said.sure >= least)
        or new.endswith(("点", "些"))
        or _A_KIND.fullmatch(new)
    ):
        return False
    told = re.search(r"[了过].*\d", new)
    return not told and edits.read(new, draft) is None and not any(new[n : n + 2] in text for n in range(len(new) - 1))


# 行了交吧, 故事性强一点: how sure it must be that they are a wish of another kind.
_LIKELY, _SURELY_REWORDS = 0.4, 0.6
_HAN = "一二三"
_MOST = 3
WHICH_PIECE = "要去掉哪一处？"


def _choice(words: str, offered: Sequence[str]) -> str:
    """The plain command of the button that is meant; empty where none is."""
    if not offered:
        return ""
    if len(offered) == 1 and _YES.match(words):
        return offered[0]
    found = _CHOSEN.match(words)
    if not found:
        return ""
    at = (
        -1
        if found["last"]
        else len(offered) // 2
        if found["mid"]
        else 0
        if found["first"]
        else (_HAN.find(found["n"]) + 1 or int(found["n"])) - 1
    )
    return offered[at] if at < len(offered) else ""


def _dropped(about: Topic) -> Intent:
    """What was spoken of goes, one piece of several is asked about; where it was just changed, the change goes."""
    if about.swapped:
        return Intent(Kind.EDIT, edit=Edit(Act.UNDO))
    if len(about.held) > 1:
        return Intent(Kind.WHICH, words="\n".join([WHICH_PIECE, *(f"把{piece}删掉" for piece in about.held[:_MOST])]))
    return Intent(Kind.EDIT, edit=Edit(Act.DELETE_ABOUT, words=about.held[0]))
