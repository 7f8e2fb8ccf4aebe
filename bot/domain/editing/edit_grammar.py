"""Wishes about a draft by their build: what is pointed at, what shall happen to it, where it shall go.

The fixed phrases stand in edits.py. Here a wish is only read where the draft holds what it points at, for the
same verbs tell of the day (删了群里23条广告, 把第二排的桌子撤了).
"""

import re

from bot.domain.editing.parts import FIGURE_OF, in_its_list
from bot.domain.editing.pointing import ELEMENTS, spots
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.numerals import whole
from bot.domain.language.sentences import clauses, split

_N = r"[一二三四五六七八九十\d]{1,2}"
_PLACES = re.compile(
    rf"(?:(?P<side>前|头|开头|后|最后|末尾|结尾)面?(?:的|这|那)?(?P<count>[两二三四2-4])(?=个?句)"
    rf"|倒数第(?P<back>{_N})(?=句)|第?(?P<a>{_N})句?(?:[和跟与、，,同到至]第?|(?<=句)第"
    rf"|[，,、]?(?=[二三四五六七八九十\d]))(?P<b>{_N})(?=[两二]?句)"
    rf"|(?:第|^(?=\d))(?P<n>{_N})(?=句)|(?P<last>最后|末尾|结尾)(?:的|那|这)?一?(?=句)"
    r"|(?P<first>开头|首|头)(?:的|那|这)?一?(?=句))(?:个|[两二])?句(?:话|子)?"
)
_DROP = (
    r"(?:可以|就|都|全|也|先|还是|给我|再)*(?:(?:别|不要|不用|甭)往[上里]?(?:面|头)?写|(?:别|不要|不用)出现"
    r"|别往稿里写|忘掉|抹掉|抹了|删掉|删了|删去|删除|删|不要写?|别要|不用写|不用提|不写|别写|不提|别提|去掉"
    r"|去了|拿掉|砍掉?|划掉|没必要写?|多余|省掉|省略|省了|略去|抠掉|不需要|隐[掉去了]|遮[掉去]?|别点)(?:进去|上|出来|掉|了|吧|呗|吗)*"
)
_THAT = (
    r"(?:的?(?:那|这)?(?:件)?事情?|的?(?:那|这)(?:一|两|几)?(?:句话?|段话?|块|部分|条|个|些|点)"
    r"|的(?:内容|部分|信息|事)|那里|的)?"
)
_PUT = r"(?:放|挪|移|提|调|搬|排|写|靠|搁|摆)(?:到|至|在|去)?"
_SIDE = r"(?P<side>最?(?:前|后)(?:面|头|边)?|开头|末尾|结尾|最后|文首|文末)"
_GOAL = (
    rf"(?:{_SIDE}|第(?P<to>{_N})(?:句(?:话)?|个|位)(?:的?(?:位置|地方)|的)?(?P<rel>之?[前后](?:面|头|边)?)?"
    r"|(?P<anchor>[^，,。]{2,10}?)(?:那句|那里)?的?(?P<by>之?[前后](?:面|头|边)?))(?:来|去|吧)*"
)
_MOVE = re.compile(rf"^(?:把|将)?(?P<what>.{{1,14}}?){_THAT}{_PUT}{_GOAL}$")
_STEP = re.compile(
    rf"^(?:把|将)?(?P<what>.{{1,14}}?){_THAT}(?:往|朝|向|靠|放|挪|移|提|调|搬)(?P<side>前|后)(?:面)?(?:放|挪|移|提"
    rf"|调|靠"
    r"|写)*(?:一放|一挪|点|些|来|去|一下)*$"
)
_ORDER = re.compile(
    r"^(?:(?:要|应该)?先(?:说|写|讲|提)|(?:顺序|次序)[，, ]*(?:是|要)?先)(?P<a>[^，,。]{2,12}?)(?:的|那句|那个)?"
    r"[，, ]*(?:再|后|然后再?|后面再)(?:说|写|讲|提)?(?P<b>[^，,。]{2,12}?)(?:的|那句|那个)?$"
)
_FIRST = re.compile(
    r"^(?:要|应该|得)?(?:先(?:说|写|讲|提)|(?:重点)?(?:突出|强调)(?:一?下)?|重点(?:写|说|讲))"
    r"(?P<a>[^，,。]{2,12}?)(?:的|那句|那个|这块|一下)*(?:吧|嘛)?$"
)
_DELETE = re.compile(rf"^(?:把|将)?(?:关于|[讲说](?=[“怎如什])|提到|有关)?(?P<what>[^，,。]{{1,14}}?){_THAT}{_DROP}$")
_KEEP = (
    r"(?:(?:还是|也|再|都|给我|重新)*(?:加回来?|补回来?|放回来?|加回去|补回去|放回去|恢复回?来?|找回来"
    r"|要(?:写上?|留着?|保留)?|留着?|保留|写上去?|写回来?|加上去?|补上去?)(?:吧|了)?)"
)
_RESTORE = (
    re.compile(
        rf"^(?:把|将)?(?P<what>[^，,。]{{2,14}}?|[^\W也先又要给快请都再就那这它全找捡拿放])"
        rf"{_THAT}(?:还是|再|给我|重新)*(?:加回|补回|放回|恢复|找回"
        r"|写回)(?:来|去|上)*(?:吧)?$"
    ),
    re.compile(rf"^(?:把|将)?(?P<what>[^，,。]{{2,14}}?){_THAT}还是{_KEEP}$"),
    re.compile(
        r"^(?:把|将)?(?P<what>[^，,。]{2,12}?)的?(?:那|这)(?:一)?(?:句|个|段|条|块|部分)(?:话)?(?:也|还|再|给我"
        r"|还是|得)*(?:加上|补上|写上|加进|补进|放上|要上?|留着|留下)(?:去|来)?(?:吧)?$"
    ),
)
_DELETE_FIRST = re.compile(
    r"^(?:不写|别写|不要[写提]?|不用写|不提|别提|甭写|甭提|删掉?|去掉|拿掉)(?P<what>[^，,。]{2,12}?)(?:的"
    r"|那句|那个|那块|的事|了|吧)*$"
)
_NOTHING_NAMED = re.compile(
    r"^(?:(?:把|将)?(?:刚|刚才|刚刚|上次|上一步|你)*(?:删|去|减|拿|砍)(?:掉|了)*的?(?:那|这)?(?:一?[句段个])?"
    r"|它|那[个句段]|这[个句段]|(?:嗯|不对|不好|错了|不|哎|那|还是|就|再|算了|想了想|想想)+)$"
)
_ALL = re.compile(r"^(?:全部?|都|所有(?:的|删的)?)+$")
_JOIN = re.compile(
    r"^[，,]?(?:给我|可以|要)?(?:合|并|连|拼|捏|接)(?:成|到|在|为|起来?|一|句|话|下|并|起|块|儿)*(?:说|写|讲)?(?:吧)?$"
)
_SWAP = re.compile(
    r"^(?:的)?(?:位置|顺序)?(?:换|对调|调换|互换|对换|交换|倒|颠倒|调|掉)(?:个个|个|一|下|换|位置?|顺序|过来|个儿|一下)*(?:吧)?$"
)
_SENTENCES = re.compile(
    r"^(?!.{1,8}[和跟与、]).{0,6}(?:(?:缩|压|写|改|精简|压缩|浓缩|缩减|概括)(?:成|到|为)"
    r"|(?:短|精简|简短|压缩)(?:一?[点些])?[，, ]+(?:就|用|写)?|(?=.句话?就)"
    r"|(?:就|只)?(?:留|保留|要)(?:最)?(?:要紧|重要|主要|关键|核心"
    r"|有用)?的?)(?P<n>[一两二三四五1-5])句(?:话)?(?:吧|就行|就好|以内)?$"
)
_IN_SO_MANY = re.compile(
    r"^(?:把|将)?(?:全文|正文|稿子|这些|它们?|一共)?(?:给我|都|再)?(?:合并?|并|归并|连)(?:成|为|到)(?P<n>[两二三四2-4])句(?:话)?(?:吧|就行)?$"
)
_QUOTE = re.compile(
    r"^(?:把|将|给)(?P<words>[^，,。]{2,16}?)(?:加|打|用)(?:上|个|一个|一下)*(?:双)?引号(?:引起来)?(?:吧)?$"
)
_BESIDE = re.compile(
    r"^(?:在)?(?P<at>[^，,。]{2,12}?)(?:的)?(?P<side>前|后)(?:面|边)?(?:要|再|得)?(?:加|添|补)(?:上|个"
    r"|一个)*(?P<words>[“\"]?[^，,。]{1,8}?[”\"]?)(?:字|两个字|这个词)?(?:吧)?$"
)
_CALLED = re.compile(
    r"^(?:把|将)?[“\"]?(?P<old>[^，,。“”\"]{2,12}?)[”\"]?(?:统一|一律|全部?|都|还是|应该|要)*(?:叫做?|称为?"
    r"|称作|写作(?!家))[“\"]?(?P<new>[^，,。“”\"]{1,12}?)[”\"]?(?:吧|为好|好)?$"
)
_END = r"(?:就行|就好|就可以|即可|吧)*$"
_EXACT = r"[写说改报]?得?再?(?:准确?|精确|全|完整|具体|清楚|明白)(?:一?[点些])?(?:[，,：: ]+|$)|写全[称名][，,：: ]*"
_INSTEAD = (
    re.compile(
        r"^[^，,。]{0,8}?(?:别|不要|不用|甭)再?(?:写成?|用|说|提|叫)(?P<old>(?!这么|那么|太)[^，,。]{2,12}?)了?[，, ]+"
        rf"(?:就|直接|改|要)?(?:写成?|用|说|叫|改成|换成)(?P<new>[^，,。]{{2,12}}?){_END}"
    ),
    re.compile(
        rf"^(?P<old>[^，,。]{{2,12}}?)(?:要|得|能不能)?(?:{_EXACT}|(?<=时间)(?=是))"
        rf"(?:应该?|就|写|是|为|叫)*(?P<new>[^，,。]{{2,20}}?)?{_END}"
    ),
    re.compile(
        r"^(?P<old>[^，,。]{2,14}?)(?:(?:不用|不必|不要|没必要|别|太)[写说]?[得的]?[那这]?么?太?(?:细|具体|详细|准确)了?"
        r"[，, ]*|(?<=[\d多余来万])(?![多余来万])[^，,。\d]{1,6}[，, ](?=(?:就|还是|先)?[写用说][约近超]?[\d十百千万]))"
        rf"(?:就|还是|先)?(?:写|说|用|改成|写成)(?P<new>[^，,。]{{1,14}}?){_END}"
    ),
)
"""别用那伙人，用群众; 省茶科所写全，省茶叶科学研究所; 900多是估的，写近千人: what stands there and what shall. Where a
figure stands within the words (看了病人 of 看了152个病人) what is before it is meant."""
_WRONG_FIGURE = re.compile(
    r"^(?:把|将|那个?|稿里的?|[^，,。\d]{0,6})(?P<old>\d[\d.]*)[\u4e00-\u9fff]{0,3}?(?:这个?数?)?(?:是)?"
    r"(?:不对|错了?|[写记报说数]错了|有误|不准)(?:了)?[，, ]*[^，,。\d]{0,12}?"
    r"(?P<new>\d[\d.]*)[\u4e00-\u9fff]{0,2}(?:才对)?$"
)
_NOT_BUT = (
    re.compile(
        r"^(?P<about>[^，,。]{0,8}?)(?<![是要])不[是叫](?P<old>[^，,。是]{1,12}?)[，, ]*(?:而?是|应该?是|叫|应为"
        r"|[，,])(?P<new>[^，,。]{1,12}?)(?:才对|吧)?$"
    ),
    re.compile(
        r"^(?P<about>[^，,。]{0,8}?)(?:应该?)?是(?P<new>[^，,。不]{1,12}?)[，, ]*(?:而)?不是(?P<old>[^，,。]{1,12}?)$"
    ),
    re.compile(r"^(?P<new>[^，,。不是]{2,8})[，, ]+(?:而)?不是(?P<old>[^，,。]{2,8}?)$"),
)

_VERB_FIRST = re.compile(
    r"^(?P<verb>合并|合起来|对调|调换|互换|交换|颠倒)(?:一下)?"
    r"(?P<places>第[一二三四五六七八九十\d]{1,2}句?.{1,3}[一二三四五六七八九十\d]{1,2}句话?)$"
)
"""合并第1句和第2句 is 第1句和第2句合并."""


def by_place(words: str) -> Edit | None:
    """Wishes that name sentences by number, and what to put back: sure whatever the draft holds."""
    return _of_places(words) or _put_back(words)


def in_one(words: str, draft: str) -> Edit | None:
    """人数和作品数写成一句: two sentences named by what they speak of."""
    body, found = draft.split("\n", 1)[-1], _IN_ONE.match(words)
    if not found or not (a := spots(found["a"], body)):
        return None
    b = [spot.sentence for spot in spots(found["b"], body)]
    first = next((spot.sentence for spot in a if spot.sentence in b), a[0].sentence)
    return Edit(Act.JOIN, where=first + 1, to=(first if first in b else b[0]) + 1) if b else None


def by_matter(words: str, draft: str) -> Edit | None:
    """Wishes that name their matter; None where the draft has nothing that they could mean."""
    body = draft.split("\n", 1)[1] if "\n" in draft else draft
    return _of_topics(words, body)


def _of_places(words: str) -> Edit | None:
    """Sentences named by their number: several deleted, joined or swapped, one moved to a place."""
    if found := _SENTENCES.match(words):
        return Edit(Act.SHORTEN, to=whole(found["n"]))
    if found := _IN_SO_MANY.match(words):
        return Edit(Act.JOIN, to=whole(found["n"]))
    words = _VERB_FIRST.sub(r"\g<places>\g<verb>", words)
    start = re.match(r"(?:把|将)?", words)
    named = _PLACES.match(words, start.end() if start else 0)
    if not named:
        return None
    places, rest = _counted(named), words[named.end() :]
    if re.fullmatch(_DROP, rest):
        return Edit(Act.DELETE_SENTENCE, where=places[0], places=places if len(places) > 1 else ())
    if len(places) > 1 and _JOIN.match(rest):
        return Edit(Act.JOIN, where=places[0], to=places[-1], places=places)
    if len(places) == 2 and _SWAP.match(rest):
        return Edit(Act.SWAP, where=places[0], to=places[1])
    goal = re.fullmatch(_PUT + _GOAL, rest)
    if goal and len(places) == 1:
        return _moved(goal, where=places[0])
    return None


def _counted(named: re.Match[str]) -> tuple[int, ...]:
    if named["count"]:
        count = whole(named["count"])
        return tuple(range(1, count + 1)) if named["side"] in ("前", "头", "开头") else tuple(range(-count, 0))
    if named["back"]:
        return (-whole(named["back"]),)
    if named["a"]:
        first, last = whole(named["a"]), whole(named["b"])
        between = re.search(r"[到至]", named[0]) is not None and first < last
        return tuple(range(first, last + 1)) if between else (first, last)
    if named["n"]:
        return (whole(named["n"]),)
    return (-1,) if named["last"] else (1,)


def _moved(goal: re.Match[str], *, where: int = 0, words: str = "") -> Edit:
    if goal["side"]:
        return in_front(goal["side"], words=words, where=where)
    if goal["to"]:
        near = goal["rel"].removeprefix("之")[0] if goal["rel"] else "位"
        return Edit(Act.MOVE_SENTENCE, words=words, where=where, to=whole(goal["to"]), near=near)
    return Edit(Act.MOVE_SENTENCE, words=words, where=where, new=goal["anchor"], near=goal["by"].removeprefix("之")[0])


def in_front(side: str, *, words: str = "", where: int = 0) -> Edit:
    """Moved to the side named. A matter put in front stands behind the lead, which carries the day; only 最前面 and
    开头 are before it."""
    if re.search(r"后|末|尾", side):
        return Edit(Act.MOVE_SENTENCE, words=words, where=where, to=-1)
    near = "次" if words and side in ("前", "前面", "前头", "前边", "提前") else ""
    return Edit(Act.MOVE_SENTENCE, words=words, where=where, to=1, near=near)


_OF_A_LIST = re.compile(
    rf"^(?:(?:把|将)?(?P<what>[^，,。]{{2,10}}?)(?:那个|这个)?(?:{_PUT}|在|排|摆)+(?:第(?P<n>[一1])[个位]?|{_SIDE}|头一个|(?P<last>末了))"
    r"|先(?:写|说|讲|提|放)(?P<first>[^，,。]{2,10}?))[来去吧了]*$"
)


def _in_a_list(words: str, body: str) -> Edit | None:
    """皮影放第一个: a member of a list takes the first or the last place in it."""
    found = _OF_A_LIST.match(words)
    if not found or re.search("[句段块]", words):
        return None
    word = _bare(found["what"] or found["first"])
    last = bool(found["last"] or re.search("[后末尾]", found["side"] or ""))
    if word not in body or not in_its_list(word, body, last=last):
        return None
    return Edit(Act.MOVE_SENTENCE, words=word, to=-1 if last else 1, near="串")


_IN_ONE = re.compile(
    r"^(?:把|将)?(?P<a>[^，,。第]{2,10}?)(?:和|跟|与|、)(?P<b>[^，,。]{2,10}?)(?:那句)?"
    r"(?:(?:写|合|并|连|放|说)(?:成|到|在|为|进)*(?:同)?一(?:句|块|起)(?:话|里)?(?:里|写|说)*|也[合并连](?:起来|上)?)(?:吧)?$"
)
_ANEW = re.compile(
    r"^(?:把|将)?(?P<what>[^，,。]{2,14}?)(?:的)?[那这]一?(?P<piece>句话?|段|里|儿|块|条|处)(?:整个|给我|直接)*"
    r"(?:改成|改为|换成|换为|写成)[：:]?(?P<new>.{4,})$"
)


_NAME_OF = re.compile(r"(?P<who>.{1,10}?)的?(?:名字|姓名|大名|名号|全名)(?:也|都|就)*$")


def _anew(words: str, body: str) -> Edit | None:
    """下一步那句改成：…: the sentence, or the clause, that speaks of it in other words."""
    found = _ANEW.match(words)
    at = spots(_bare(found["what"]), body) if found else []
    if not found or not at or re.match(r"第.{1,2}$|最后|开头", found["what"]):
        return None
    new = _bare(found["new"]).rstrip("。")
    if found["piece"][0] in "句段":
        return Edit(Act.REPLACE, where=at[0].sentence + 1, new=new)
    clause = clauses(split(body)[at[0].sentence].text)[at[0].clause].text
    return Edit(Act.REPLACE, words=re.sub(r"[，,；;。\s]+$", "", clause), new=new)


def _of_topics(words: str, body: str) -> Edit | None:
    """Pieces named by what they speak of; only where the draft speaks of it."""
    if edit := _anew(words, body):
        return edit
    if listed := _in_a_list(words, body):
        return listed
    if (found := _ORDER.match(words)) and spots(found["a"], body) and spots(found["b"], body):
        return Edit(Act.MOVE_SENTENCE, words=found["a"], new=found["b"], near="前")
    if (found := _FIRST.match(words)) and spots(found["a"], body):
        return Edit(Act.MOVE_SENTENCE, words=found["a"], to=2, near="位")  # the opening stays first
    if (
        (found := _MOVE.match(words))
        and spots(_bare(found["what"]), body)
        and (not found["anchor"] or spots(found["anchor"], body))
    ):
        return _moved(found, words=_bare(found["what"]))
    if (found := _STEP.match(words)) and spots(_bare(found["what"]), body):
        return in_front(found["side"], words=_bare(found["what"]))
    if (found := _DELETE_FIRST.match(words) or _DELETE.match(words)) and (
        named := _NAME_OF.match(_bare(found["what"]))
    ):
        return Edit(Act.DELETE_NAME, words=named["who"])
    if (found := _DELETE_FIRST.match(words)) and spots(_bare(found["what"]), body):
        return Edit(Act.DELETE_ABOUT, words=_bare(found["what"]))
    found = _DELETE.match(words)
    what = re.sub("[也都]$", "", _bare(found["what"])) if found else ""
    part = FIGURE_OF.fullmatch(what)
    if spots(what, body) or (part and not part["of"]):
        whole = "句" if re.search(r"[那这]一?(?:句|段|块|部分)", words) else ""
        return Edit(Act.DELETE_ABOUT, words=what, new=whole)
    return None


def _put_back(words: str) -> Edit | None:
    found = next((match for pattern in _RESTORE if (match := pattern.match(words))), None)
    if found is None:
        return None
    what = _bare(found["what"])
    if _ALL.match(what):
        return Edit(Act.ORIGINAL)
    if _NOTHING_NAMED.match(what):
        return Edit(Act.UNDO if re.search("[删去减拿砍]", what) else Act.RESTORE)
    return Edit(Act.RESTORE, words=re.sub(r"^(?:那|这)?(?:个|句(?=[^话])|段)?|(?:的|那|这)$", "", what))


def by_word(words: str, draft: str) -> Edit | None:
    """One word for another, said in other ways than 把…改成…; the draft must hold the old one."""
    if (found := _WRONG_FIGURE.match(words)) and re.search(rf"(?<![\d.]){found['old']}(?![\d.])", draft):
        return Edit(Act.REPLACE, words=found["old"], new=found["new"])
    found = _FULL_NAME.match(words)
    if found and found["old"] in draft and found["new"] not in draft and found["new"].endswith(found["old"]):
        return Edit(Act.REPLACE, words=found["old"], new=found["new"])
    if edit := now_is(words, draft.split("\n", 1)[-1]):
        return edit
    if (found := _QUOTE.match(words)) and _bare(found["words"]) in draft:
        inner = _bare(found["words"])
        return Edit(Act.REPLACE, words=inner, new=f"“{inner}”")
    if (found := _BESIDE.match(words)) and (at := _bare(found["at"])) in draft:
        word = _bare(found["words"])
        return Edit(Act.REPLACE, words=at, new=word + at if found["side"] == "前" else at + word)
    for pattern in (*_NOT_BUT, _CALLED):
        found = pattern.match(words)
        if found and (old := _bare(found["old"])) in draft and len(old) > 1 and _bare(found["new"]) != old:
            new = _bare(found["new"])
            return Edit(Act.REPLACE, words=old, new=new if old.endswith("的") else new.removesuffix("的"))
    return None


_FULL_NAME = re.compile(
    r"^(?P<old>[\u4e00-\u9fff]{2,8}?)(?:的?(?:全称|名字|全名))?(?:是|叫)(?P<new>[\u4e00-\u9fff]{3,16})"
    r"(?:[，, ]*(?:要|请|得)?(?:写全|改一下|改过来|写全称|补全|更正))?(?:一下|了|吧)*$"
)
"""养老院是夕阳红养老院."""
_NOW_IS = re.compile(
    r"^(?:(?:(?:不对|不是|[说记数写报改]?错了?|口误)[啊呀哈，, ]*(?:应该?|还)?|其实|准确说?|实际|[总一]共)?[是有]"
    r"|(?P<of>[\u4e00-\u9fff]{1,6}?(?<![不就才还该总实]))是)"
    r"(?P<n>\d[\d.]*)(?P<unit>人次|万元|[\u4e00-\u9fff])?(?P<noun>[\u4e00-\u9fff]{0,6}?)(?:才对|吧)?$"
)
_HEADS = "人名位个"
_FAR = 0.4


def now_is(words: str, body: str) -> Edit | None:
    """不对，是31个: the one figure of that kind in the draft, or in what is said of the thing named (药是3200块)."""
    found = _NOW_IS.match(words.replace("块", "元") if "元" in body else words)
    if not found or (found["of"] and not found["unit"]):
        return None
    body = "，".join(one for one in re.split("[，。]", body) if not found["of"] or found["of"] in one) + "，"
    unit, noun = found["unit"] or "", found["noun"] or ""
    kind = f"[{_HEADS}]" if not unit or unit[0] in _HEADS else re.escape(unit)
    said = rf"(?<![\d.])(?P<n>\d[\d.]*)(?:多|余|来)?(?P<unit>{kind})(?P<noun>[\u4e00-\u9fff]{{0,8}})"
    fitting = [one for one in re.finditer(said, body) if not noun or noun in one["noun"] or one["noun"][:2] in noun]
    if len({one["n"] for one in fitting}) != 1 or fitting[0]["n"] == found["n"]:
        return None
    if not unit and not _FAR < float(found["n"]) / max(float(fitting[0]["n"]), 1) < 1 / _FAR:
        return None  # 是107 of an age, where 14人 are told
    return Edit(Act.REPLACE, words=fitting[0]["n"] + fitting[0]["unit"], new=found["n"] + fitting[0]["unit"])


def instead(words: str, draft: str) -> Edit | None:
    """不要写张主任，写文化站就行: one for the other, or the first left out where the other stands beside it already."""
    found = next((match for pattern in _INSTEAD if (match := pattern.match(words))), None)
    if not found:
        return None
    old, new, how = _bare(found["old"]), _bare(found["new"] or ""), found.re is _INSTEAD[1]
    if how and re.search(ELEMENTS.get(old, "$^"), draft) and re.search(r"\d", new):
        return Edit(Act.CHANGE, words=old, new=new)
    if not new and re.fullmatch("[一-龥]+", old):  # 市监局写全称: the name that the draft itself has for it elsewhere
        held = set(re.findall("[一-龥]{0,3}?".join(old), draft)) - {old}
        new = held.pop() if len(held) == 1 else ""
    # A name written in full holds the characters of the short one in their order.
    if (
        how
        and not (re.match(r"约?\d", old) and re.match(r"\d", new))
        and not re.search(".*?".join(map(re.escape, old)), new)
    ):
        return None
    if old not in draft and not re.search(r"\d", old + new):
        parts = ((re.escape(old[:at]), re.escape(old[at:])) for at in range(2, len(old)))
        apart = next((one for a, b in parts if (one := re.search(rf"{a}(\d[\d.]*[多余来]?[一-龥]{b})", draft))), None)
        old, new = (apart[0], new + apart[1]) if apart else (old, new)
    if old not in draft or not new or old == new or new.endswith(("的", "了")):  # 不用写17了，写分的
        return None
    title = draft.split("\n", 1)[0]
    if re.match("标题|题目", words):
        plain = old in title and title.split(old)[0][-1:] not in new  # 夜查 for 酒驾 of 查酒驾 is no title
        return Edit(Act.RETITLE, words=title.replace(old, new)) if plain else None
    old = f"约{old}" if how and f"约{old}" in draft else old
    beside = re.search(rf"{re.escape(old)}[^，。]{{0,4}}{re.escape(new)}", draft)
    return Edit(Act.DELETE_WORD, words=old) if beside else Edit(Act.REPLACE, words=old, new=new)


def _bare(words: str) -> str:
    return words.strip('“”"‘’《》「」：:，, ')
