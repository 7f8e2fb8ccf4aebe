"""Wishes about a draft in fixed phrases, as a table: 标题改短, 第二句删掉, 短一点. The first that fits decides."""

import re
from collections.abc import Callable

from bot.domain.editing import edit_grammar
from bot.domain.editing.pointing import ANY_FIGURE
from bot.domain.editing.title_wishes import TITLE
from bot.domain.editing.wishes import Act, Edit, clean
from bot.domain.language.numerals import whole

NUMBER = r"[一二两三四五六七八九十\d]{1,3}"
_PLACE = (
    rf"(?:第(?P<n>{NUMBER})|倒数第(?P<back>{NUMBER})|(?P<last>最后|末尾?|结尾)|(?P<first>开头|首|头))"
    r"(?:的|那|一|两)*"
)
DROP = r"(?:可以)?(?:忘掉|抹掉|抹了|删|不写|去掉|去了|不要|别要|别写|拿掉|砍|划掉|抹|不用|去除|多余|没必要|省了|别用)"
PUT = (
    r"(?:应该?|要|得|该|统一|都)?"
    r"(?:改叫|改称|换叫|改成|改为|换成|换为|改作|替换成|替换为|应为|应该?是|改到|定为|写成|写为|说成)(?!了)"
)
WORD = r"(?:这|那)?(?:一|两|二|三|四|几)?个?(?:字|词|词语|说法)"
_KEY = r"[那这]?个?数(?:字|据)?|人数|时间|日期|地点|金额|钱数|数量|单位|主体|总数|场次|件数|册数|展品|主持人|题目"
_SAME_KEY = {"钱数": "金额"}
_Read = Callable[[re.Match[str]], Edit]


def _place(found: re.Match[str]) -> int:
    parts = found.groupdict()
    if parts["n"]:
        return whole(parts["n"])
    if parts["back"]:
        return -whole(parts["back"])
    return -1 if parts["last"] else 1


def _delete(found: re.Match[str]) -> Edit:
    act = Act.DELETE_PARAGRAPH if found["unit"] == "段" else Act.DELETE_SENTENCE
    return Edit(act, where=_place(found))


def _move(found: re.Match[str]) -> Edit:
    act = Act.MOVE_PARAGRAPH if found["unit"] == "段" else Act.MOVE_SENTENCE
    return Edit(act, where=_place(found), to=-1 if "后" in found["side"] else 1)


def _move_about(found: re.Match[str]) -> Edit:
    return edit_grammar.in_front(found["side"], words=clean(found["words"]))


def _left_out(found: re.Match[str]) -> Edit:
    """What is asked about stands before or behind "left out"."""
    about = next((part for part in (found["before"], found["words"]) if _subject(part)), "")
    return Edit(Act.WHY, words=_subject(about))


def _subject(text: str) -> str:
    """The matter alone: 把义卖, 写义卖 and 义卖的事 are all 义卖."""
    bare = re.sub(r"^(?:把|将|写|提|说|有|了|掉)+|(?:(?:那|这)[个句段件]?|的?(?:那|这)?件?事|的|了|呢)+$", "", text)
    return clean(bare)


def _limit(found: re.Match[str]) -> Edit:
    return Edit(Act.SHORTEN, where=whole(found["limit"]))


def _just(act: Act) -> _Read:
    return lambda found: Edit(act)


def _about(act: Act) -> _Read:
    return lambda found: Edit(act, words=clean(found["words"]))


def _drop_sentence(found: re.Match[str]) -> Edit:
    part = re.search(r"[数词]", found["piece"]) or re.search(r"\d", found["words"])
    return Edit(Act.DELETE_ABOUT, words=clean(found["words"]), new="" if part else "句")


def _change(found: re.Match[str]) -> Edit:
    about = _SAME_KEY.get(found["words"], found["words"])
    about = ANY_FIGURE if re.fullmatch(r"[那这]?个?数[字据]?", about) else about
    near = re.sub(r"^[那这]?个?$|的$", "", found["near"])
    return Edit(Act.CHANGE, words=about, new=clean(found["new"]), near=near)


_TAKE = r"^(?:把|将)?"
_LEFT_OUT = r"(?:删|[没不](?:给我)?(?:写|提|放|加|用|收)|没有|去掉|漏|少了|不见|没了|不要|丢)"
_WHY = r"(?:为什么|为啥|咋|怎么|干嘛|凭什么)"
_BACK = r"(?:加回|补回|恢复回?|还原|放回|找回)"
_UNDO = r"(?:要回|恢复|撤销|撤回|还原|退回|回退|取消|改回|回到|还是|用回)"
_UNDONE = (
    r"(?:去|来|成|用|修改|刚才|这次|的|到|一下)*(?:上|前|原)?(?:一|来)?"
    r"(?:版本?|稿|步|次|个|的|修改|那版|原来|原样|那个)*"
)
_SHORT = (
    r"(?:短一?[点些]|太细(?!致)|挑(?:重点|要紧的|主要的)|抓重点|浓缩|提炼|瘦身|字数?(?:太|有点)?(?:多|超)了?"
    r"|超字数|没空看|精练|紧凑|干练|利索|简明|砍一?[砍点些]|压一?压|再压|压一?下|太长|长了|精简|精炼|凝练|简练"
    r"|压缩|简短|简洁|缩短|改短|啰嗦|罗嗦|再短|少写点|太啰)"
)
_LONG = r"(?:长一?[点些]|太短|短了|详细一?[点些]|丰富一?[点些]|再多写|扩充|展开)"
_PIECE = r"(?:句话?|段话?|部分|块|条|个?数字?|个?词|个)"

_SENTENCE_ANEW = (
    rf"{_TAKE}{_PLACE}句(?:话)?(?:整个|全部?|给我|直接)*(?:改成|改为|换成|换为|写成)[：:，, ]*(?P<new>.{{8,}})$"
)

# The first rule that fits decides, so what is narrow stands before what is wide.
_TABLE: tuple[tuple[str, _Read], ...] = (
    (_SENTENCE_ANEW, lambda found: Edit(Act.REPLACE, where=_place(found), new=clean(found["new"]))),
    (
        r"^(?:还原|恢复|退回?|回|用|改回|回到|退到|用回|还是|要)*(?:到|成|用|去|回)*(?:最?(?:开始|初|早)|第一"
        r"|一开始|最先)(?:的|那)*(?:稿|版|次|样子|那版|那稿)*(?:吧)?$"
        r"|^(?:全部?|都|全都)(?:给我)?(?:恢复|加回|补回|还原|退回)(?:来|去|了)?(?:吧)?$"
        r"|^(?:用|回到|恢复|要|还是)+(?:初稿|原稿|最初的?稿子?)(?:吧)?$",
        _just(Act.ORIGINAL),
    ),
    (rf"^{_WHY}(?P<before>.{{0,12}}?){_LEFT_OUT}(?P<words>.*)", _left_out),
    (rf"(?P<before>.{{1,15}}?)(?:你|您|给我)*{_WHY}(?:被|你|给我|都|就)*{_LEFT_OUT}(?P<words>)", _left_out),
    (
        rf"^{_BACK}?(?:刚才|刚刚|上次)?(?:删|去)掉?的?(?:那|这)?(?:一?[句段])?"
        rf"$|^{_BACK}刚才删.{{0,5}}$",
        _just(Act.UNDO),
    ),
    (
        rf"{_TAKE}(?P<words>[^，,第]{{1,10}}?)的?(?:名字|姓名|大名)(?:就|都|给我|可以)*{DROP}[掉了除写提]*$",
        _about(Act.DELETE_NAME),
    ),
    (rf"{_TAKE}(?P<words>[^，,第]{{1,12}}?){WORD}(?:都|给我)?{DROP}[掉了除]*$", _about(Act.DELETE_WORD)),
    (rf"^{DROP}[掉了除]*(?P<words>[“\"《「]?[^，,第]{{1,12}}?){WORD}$", _about(Act.DELETE_WORD)),
    (rf"^(?:再|给我|重新)?{_BACK}(?:来|去)?(?:吧)?$", _just(Act.UNDO)),
    (rf"^{_UNDO}{_UNDONE}(?:吧|好)*$", _just(Act.UNDO)),
    (
        r"^我?(?:删|改|弄|点)错了(?:吧|啊)?$"
        r"|^(?:改错了?|弄错了?|点错了?|不对|不好|不行|算了)[，, ]*(?:还是)?(?:还原|撤销|撤回|恢复|退回去?|改回去?"
        r"|复原)(?:吧|了)?$"
        r"|^(?:还是)?(?:用|用回|要|换回|回到)?(?:刚才|刚刚|上次|上一|之前|前面|前一|原来|长的?|短的?|没改的?)(?:的"
        r"|那)*[一个]?版(?:本|稿)?(?:的)?(?:好|吧|算了)*$",
        _just(Act.UNDO),
    ),
    (
        r"^(?:刚才|刚刚|上一?)(?:的)?(?:那|这)?(?:一)?(?:步|下|次)(?:改的|改动)?(?:不算|不要|作废|撤了?"
        r"|算了)(?:了|吧)?$",
        _just(Act.UNDO),
    ),
    (r"^.{0,8}(?:上一步|退回去|改回去|撤回|撤销|(?:改动|修改)(?:不要|不算|取消))(?:了|吧)?$", _just(Act.UNDO)),
    (
        rf"{_TAKE}{_PLACE}(?P<unit>句|段)话?.{{0,2}}(?:放|提|挪|移|调|搬)(?:到|至)?"
        r"(?P<side>最?[前后](?:面|头|边)?|开头|末尾|最后)",
        _move,
    ),
    (
        r"^(?:把|将)?(?P<words>.{2,12}?)(?:的?(?:那|这)一?句话?|的内容|的事)(?:放|提|挪|移|调|搬)(?:到|至)?"
        r"(?P<side>最?[前后](?:面|头|边)?|开头|末尾|最后)来?$",
        _move_about,
    ),
    (
        r"^(?:把|将)(?P<words>.{2,12}?)(?P<side>提前|往前[放提挪移]|放前[头面边]|往后[放挪移]|放后[头面边])$",
        _move_about,
    ),
    (rf"{_TAKE}{_PLACE}(?P<unit>句|段|点)(?:话|子)?.{{0,3}}{DROP}", _delete),
    (rf"{_TAKE}{DROP}[掉了除]*{_PLACE}(?P<unit>句|段)", _delete),
    (
        r"合(?:起来|到一块儿?)[，, ]*(?:写|弄|整|改)?成?一[篇条段]"
        r"|(?:合成|合并|并成|并|合|拼|捏).{0,4}(?:一[段句条块篇起]|段)|段.{0,6}(?:合并|合在一起|合一起)"
        r"|^(?:把|将).{1,12}(?:合并|合到一起|合在一起|并到一起|写在一起|放在?一起)$",
        _just(Act.MERGE),
    ),
    (
        r"^(?:语气|口气|口吻|措辞|用词|文字|话|写得?)(?:要|得|再|写得?|说得?|能)*(?:更|太|有点|不够|不太|别那?么?"
        r"|别太)*(?:正式|书面|官方|口语|口语化|随便|随意|平实|朴实|庄重|严肃|像聊天|白)(?:一?[点些]|了|化)*$"
        r"|^(?:这|写得?|也)*(?:太|有点|不够|不太)(?:正式|书面|官方|口语化?|随便|随意|庄重|严肃|生硬|死板)了?$"
        r"|^(?:再|写得?|改得?|弄得?)*(?:正式|书面|官方|庄重|严肃)(?:化)?(?:一?[点些])+$",
        _just(Act.TONE),
    ),
    (
        r"(?:扩|加|凑|拉|写[够满长])(?:展|充|长|到|成|够|满)*(?:个)?[\d一二三四五六七八九两]+百?多?字"
        r"|(?:不|没)(?:够|到|满)[\d一二三四五六七八九两]+百?字",
        _just(Act.LENGTHEN),
    ),
    (
        r"(?:^|[到在成过限了]|不超过|字数)\D{0,2}(?P<limit>\d{2,4}|[一二两三四五六七八九十百]{2,5})(?:来)?个?字"
        r"(?:以内|之内|左右|内|就行|就够|够)*$",
        _limit,
    ),
    (
        rf"(?=.*[句长]){_TAKE}(?P<where>{_PLACE}句(?:话)?)?(?:(?:写得?)?(?:有点|太|过于)*长(?:了)?[，, ]*)?"
        r"(?:给我|可以|要)?(?:(?:拆|断|分)(?:一下|开来?|成?(?:两|2|二|短)句话?)|拆成短的)(?:写|说)?(?:吧)?$",
        lambda found: Edit(Act.CUT, where=_place(found) if found["where"] else 0),
    ),
    (
        rf"{_TAKE}{_PLACE}(?P<unit>句)(?:话)?(?:写得?|说得?)?(?:有点|太|过于|还是)*"
        rf"(?:长|啰嗦|罗嗦|绕|繁|累赘|拖沓|复杂|臃肿|短一?[点些]"
        r"|精简|缩短|压缩)(?:了)?(?:[一]?[点些下])?(?:[，, ](?!.*[拆分断删]).{0,8})?$",
        lambda found: Edit(Act.SHORTEN, places=(_place(found),)),
    ),
    (
        r"(?:再|更|写)(?:具体|详细|细致?|充实|丰富|实在|实)(?:一?[点些])|(?:太|有点)(?:笼统|简略|单薄|空泛)",
        _just(Act.LENGTHEN),
    ),
    (
        r"^(?:给我|把它|这篇|全文|正文|[两三四][一-龥])?(?:分|拆|隔|断|改|写)(?:成|为|开)?(?P<many>[两二三四2-4])个?(?:自然)?段(?:写)?(?:吧)?"
        r"(?:[，,：: ]*(?:前|第一|一)段(?:写|说|讲)?[^，,]{1,10}?[，, ]*(?:后|第二|一)段(?:写|说|讲)?"
        r"(?P<words>[^，,]{2,10}?))?(?:吧)?$",
        lambda found: Edit(Act.SPLIT, words=found["words"] or "", to=whole(found["many"])),
    ),
    (
        rf"^(?!.*{TITLE}[^，,。 ]{{0,6}}{_SHORT})"
        rf"(?!.{{0,4}}第.{{1,3}}[句段])(?!.{{1,10}}[那这]句)(?!.*\d+(?:分钟|小时|天|人|米|公里|元|场|次|岁|点)).{{0,10}}{_SHORT}",
        _just(Act.SHORTEN),
    ),
    (
        rf"^(?!.*(?:回|撤|退|恢复|刚才|原来)).{{0,4}}{_LONG}|拔高|升华|提(?:升|高|一?[下点些])*高度"
        r"|(?:写|加|讲|谈)[写上一点些下段句]*(?:意义|高度|深度)$",
        _just(Act.LENGTHEN),
    ),
    (
        rf"{_TAKE}(?:关于|[讲说](?=[“怎如什])|提到|有关)?(?P<words>.{{1,20}}?)的?(?:那"
        rf"|这)一?(?P<piece>{_PIECE})就?(?:给我)?{DROP}[掉了除去]*(?:吧|呗)?(?=$|[，, ])",
        _drop_sentence,
    ),
    (r"^(?:别|不要|不用|甭|不必|不能)再?(?:写|提|出现|说|写上)(?P<words>.{1,20})$", _about(Act.DELETE_ABOUT)),
    (rf"^(?:把|将)(?P<words>[^，,。]{{1,20}}?)(?:都|全|给)?{DROP}[掉了除]*吧?$", _about(Act.DELETE_ABOUT)),
    (r"^(?:删掉|删除|去掉|拿掉)(?P<words>[^，,。]{1,20})$", _about(Act.DELETE_ABOUT)),
    (
        rf"{_TAKE}(?P<near>(?!刚才|上面|前面|.{{0,6}}[把将]).{{0,6}}?)(?P<words>{_KEY})(?:不对|有误"
        rf"|[写搞弄记说报打]?错了?|都|要"
        r"|得)*[，, ]*"
        rf"(?:{PUT}|[改写换](?=\d)|(?<=[了对误错][，, ])(?:应该?)?是?(?=\d))(?P<new>(?![一两]句).+)$",
        _change,
    ),
    (
        r"^(?:在?(?:第.{1,2}[句段])?的?(?:开头|结尾|最后|前面|后面|末尾|[之以]?后)(?:再)?|再|还要?|另外|帮我|给我|请你?|麻烦)*"
        r"(?:(?:增?加|补|添)(?:上|充|一?[句条段]|个|进去?)+|写一?句(?=[^话吧]))"
        r"(?:一下|上|话|说明)?[：:，,]?\s*(?P<words>.{2,})$",
        _about(Act.ADD),
    ),
    (
        r"^(?P<words>(?=.*(?:叫|是|有|了|\d))(?!.*[？?吗]).{6,}?)[，,。 ]+(?:也|把[它他这]|给我|帮我|记得|都|就|你)*"
        r"(?:补|加|添|写)(?:进去|上去?|进稿里?|进来)(?:吧|一下|啊)*$",
        _about(Act.ADD),
    ),
)
_SUPPLIED = (
    r"^(?:缺的|那个|少的)*(?P<words>(?:主办|承办|协办|牵头|组织|主讲|授课|带队|主持)(?:单位|人|方|的)?(?:是|为|：)(?!谁|哪|什么|啥)[^，,。]{2,16}"
    r"|(?:老师|讲师|教练|主讲)(?:是|叫)(?!谁|哪|什么|啥)[^，,。]{2,10})$"
)
"""主办单位是县文联, over a draft."""
_RULES = tuple((re.compile(pattern), build) for pattern, build in (*_TABLE, (_SUPPLIED, _about(Act.ADD))))


def read(words: str) -> Edit | None:
    """The edit that a phrase of the table asks for."""
    for pattern, build in _RULES:
        found = pattern.search(words)
        if found:
            return build(found)
    return None
