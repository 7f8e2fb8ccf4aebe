"""Wishes about the title of a draft, as a table: 标题改短, 标题里别带数字. The first that fits decides."""

import re
from collections.abc import Callable

from bot.domain.editing.wishes import Act, Edit, clean

TITLE = r"(?:大?标题|题目)"
_TAKE = r"^(?:把|将)?"
_IN = r"(?:里面?|中|上)?(?:的)?"
_WORD = r"(?:这|那)?(?:俩|仨|[一几两二三四]?个?)(?:(?<!数)字|词|词语|说法)?"
_NEW = r"(?:[换改](?!回)|重新?[起拟想取]|另[起拟想取]|再[起拟想取])"
_BAD = r"(?:换|不好|不行|改改|改一下|再想|重|太(?:平|普通|素|死板|干)|平淡|没(?:亮点|劲|特点))"
_PUT = r"(?:改成|改为|改叫|换成|换为|叫做?|定为|用|写成|写(?=[“\"《]))"
_ASIDE = r"^(?:[^，,。 \d改删换加去挪移第]{1,4}[，,。 ]+){0,2}(?:把|将)?"
"""对，没变，标题短些: what stands before a wish and asks for nothing."""
_Read = Callable[[re.Match[str]], Edit]


def _just(act: Act) -> _Read:
    return lambda found: Edit(act)


def _about(act: Act, where: int = 0) -> _Read:
    return lambda found: Edit(act, words=clean(found["words"]), where=where)


def _with(found: re.Match[str]) -> Edit:
    words, side = clean(found["words"]), found["side"] or ""
    near = "后" if re.search("[后尾]", side) else ""
    return Edit(Act.RETITLE, words=words, where=1 if re.search("[前头]", side) else -1, near=near)


_ASKS = re.compile(r"题.*(?:有没有|是不是)|[带写提]没[带写提]")
_TABLE: tuple[tuple[str, _Read], ...] = (
    (
        rf"^{TITLE}(?![^“\"]*[不别去删加带添含有出])[^“\"]{{0,8}}[“\"](?P<words>[^”\"]{{4,30}})[”\"](?:吧|就行|这样)?$",
        _about(Act.RETITLE),
    ),
    (
        rf"{_TAKE}{TITLE}{_IN}(?:把|将)?(?P<words>[^，,。]{{1,14}}?){_WORD}"
        r"(?:给我|可以)?(?:去掉|去了|删掉|删了|删|拿掉|不要了?|省掉|省了|划掉|不写|别写)(?:吧)?$",
        _about(Act.TRIM_TITLE),
    ),
    (
        rf"^{TITLE}{_IN}(?:去掉|删掉|删去|拿掉|(?:就|都)?(?:不要|别|不用|不能)(?:再)?(?:出现|写|提|用|有|带)|不要|省掉)"
        rf"(?P<words>[“\"]?[^，,。]{{1,14}}?){_WORD}(?:吧|了)?$",
        _about(Act.TRIM_TITLE),
    ),
    (
        rf"^{TITLE}{_IN}(?:别|不要|不用|甭)再?(?:写|用|提|叫|说)(?P<words>[^，,。]{{1,10}}?)[，, ]+(?:就|直接)?"
        r"(?:写|用|叫|说|改成|换成)(?P<new>[^，,。]{1,12}?)(?:吧|就行)?$",
        lambda found: Edit(Act.TRIM_TITLE, words=clean(found["words"]), new=clean(found["new"])),
    ),
    (
        rf"^(?:换个|改个|重新起个)?{TITLE}[，, ]*(?:里|中|要|能|得|应该|可以|重点)*(?:突出|体现|点出|强调"
        r"|写出|反映)(?:一下|出)?(?P<words>.{2,15}?)(?:来)?$",
        _about(Act.RETITLE, where=-1),
    ),
    (
        rf"^(?:(?:再|给我|多|来|先)*(?:[两二三四2-4]三?|几)个{TITLE}(?:给我|让我|我)?(?:挑|选|看).{{0,4}}"
        rf"|{TITLE}.{{0,2}}(?:[两二三四2-4]|几)个(?:给我|让我|我)?(?:挑|选|看).{{0,4}})$",
        lambda found: Edit(Act.OTHER_TITLE, to=_OFFERED),
    ),
    (
        rf"^(?=.*{TITLE}).*(?:给|来|出|想|起|拟|列)[^，,。]{{0,4}}?(?:(?:[两二三四2-4]三?|几)个|[仨俩])[^。]{{0,8}}$",
        lambda found: Edit(Act.OTHER_TITLE, to=_OFFERED),
    ),
    (
        rf"^(?:把|将)?(?P<words>[^，,。]{{2,10}}?)(?:的事|那个)?(?:也|要|得|就|给我)*(?:放|写|加|带)(?:到|进|在)?{TITLE}(?:里面?|中|上)?(?:去|来)?$",
        _about(Act.RETITLE, where=-1),
    ),
    (
        rf"^{TITLE}(?:里面?|中|上|能不能|可不可以|可以|要|得|应该?)*(?:有(?!点)|带上|出现|提到|写上)(?P<words>[^，,。]{{1,10}}?){_WORD}$",
        _about(Act.RETITLE, where=-1),
    ),
    (
        rf"{_ASIDE}(?:{TITLE}[^，,。 ]{{0,4}}(?:缩|压|减|砍|控制|限制?)(?:短|到|在|成|减)"
        rf"|[改缩压减弄]短.{{0,3}}{TITLE})",
        _just(Act.SHORTEN_TITLE),
    ),
    (
        rf"{_ASIDE}{TITLE}[^，,。 ]{{0,6}}(?:短|太长|长了|那么长|这么长|精简|精炼|简单|压缩|简洁|啰|罗嗦|有点长)",
        _just(Act.SHORTEN_TITLE),
    ),
    (
        rf"^(?:在|给)?{TITLE}(?P<side>最?[前后][面头边]?|开头|末尾|里面?|中|上)?(?:要|再)?(?:加|带|添|写(?!成))[上个入进]*"
        rf"(?P<words>.{{2,15}}?){_WORD}$",
        _with,
    ),
    (
        rf"^(?:在|给)?{TITLE}(?P<side>[前后][面头边]?|开头|末尾|里面?|中|上)?(?:再|要)?(?:把"
        rf"|将)(?P<words>.{{2,15}}?)(?:给我|也|都)?"
        r"(?:加|带|添|写|放|补)(?:上|进去?|进来|到前面|到后面|出来)$",
        _with,
    ),
    (rf"{_TAKE}{TITLE}(?:就|给我|直接|再)?(?:{_PUT}|是(?!.*的$)|：|:)(?P<words>.+)", _about(Act.RETITLE)),
    (
        rf"^(?=.{{0,6}}{TITLE})[^，,：:]{{2,12}}[，, ](?:就|直接|还是|给我|你)*{_PUT}"
        r"(?!得|个|.{0,4}一?点)(?P<words>.{4,})$",
        _about(Act.RETITLE),
    ),
    (
        rf"(?:{_NEW}.{{0,4}}{TITLE}|{TITLE}.{{0,4}}{_BAD}).{{0,2}}[，, ](?:别|不要|不想|不)(?:再)?"
        rf"(?:用|写|出现|要|有)(?P<words>[^，,。]{{1,6}}?){_WORD}(?:了)?$",
        _about(Act.OTHER_TITLE),
    ),
    (rf"{_NEW}.{{0,8}}{TITLE}|{TITLE}.{{0,8}}{_BAD}", _just(Act.OTHER_TITLE)),
    (
        rf"^{TITLE}(?:还是?|仍|就|给我|再)*(?:用|改回|换回|要|恢复|还原|退回)(?:成|到|为)?(?:回)?(?:去|来|原来|原先|以前"
        r"|之前|刚才|最开始|一开始|上一?[个版次])(?:的|那个?)*(?:标题|题目|样子)?(?:吧)?$",
        _just(Act.OLD_TITLE),
    ),
    (
        r"^(?:(?:还是)?(?:换回|用回|用|改回|恢复|要)?成?(?:原来|原先|之前|刚才|一开始|上一?个|第一个|最早|最初)(?:的"
        rf"|那个)*{TITLE})(?:吧|好)?$",
        _just(Act.OLD_TITLE),
    ),
    (
        r"^(?:再|还|重新|另外?)*换一?个(?:别的|新的|看看|试试|吧)*$|^再换(?:换|一?下)?$"
        rf"|^(?:还有|有没有|再来|来)(?:没有)?(?:个|几个)?(?:别的|其他|其它|另外)(?:的)?{TITLE}",
        _just(Act.OTHER_TITLE),
    ),
)
_OFFERED = 3
_RULES = tuple((re.compile(pattern), build) for pattern, build in _TABLE)


def read(words: str) -> Edit | None:
    """The wish about the title, or None."""
    if _ASKS.search(words):
        return None
    return next((build(found) for pattern, build in _RULES if (found := pattern.search(words))), None)
