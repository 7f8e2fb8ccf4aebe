"""Words that change an outline: 第二条放到前面, 删掉第三条, 第1条改成…, 加一条…. What they do is outline.py's."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language.numerals import whole


class Act(StrEnum):
    """What is to be done to an outline, or with the summary that it stands for."""

    MOVE = "移"
    DELETE = "删"
    RENAME = "改标题"
    RETITLE = "改总标题"
    ADD = "加"
    MERGE = "并"
    LENGTH = "限字数"
    RESPAN = "换范围"
    UNDO = "撤销"
    OUTLINE = "看提纲"
    WRITE = "成稿"
    SOURCES = "看出处"
    WORD = "导出"
    SHORTER = "写短"
    LONGER = "写长"
    CHECK = "核数"
    DOUBT = "疑数"
    COMPARE = "比去年"
    GAPS = "看待补"


@dataclass(frozen=True, slots=True)
class Wish:
    """One change. `part` and `point` count from 1, 0 where none is named; `to` is the new place, -1 for the end.

    `words` are a new heading, what is to be added, or the other time or unit; `about` names a point by its heading
    (展览那块) where no number does.
    """

    act: Act
    part: int = 0
    point: int = 0
    to: int = 0
    words: str = ""
    about: str = ""


_N = r"[一二两三四五六七八九十\d]{1,3}"
_PART = rf"第(?P<part>{_N})(?:大?部分|大?节|大?块|章)"
_POINT = rf"第(?P<point>{_N})(?:小?条|小?点|项|段|个(?:标题|小标题)?)|(?P<last>最后一?(?:条|点|项|段))"
_BARE_PART, _BARE_POINT = (re.sub(r"\?P<\w+>", "?:", pattern) for pattern in (_PART, _POINT))
_WHERE = rf"(?P<where>(?=第|最后)(?:{_BARE_PART}(?:的|里的?)?)?(?:{_BARE_POINT})?)(?:的)?"
_DROP = r"(?:删掉|删除|删了|删去|删|不要了?|去掉|拿掉|不写了?|砍掉)"
_PUT = r"(?:改成|改为|换成|换为|写成|叫)"
_LEAD = r"^(?:请|麻烦)?(?:把|将)?"
_SPAN = (
    r"(?:20\d\d年?|今年|去年|上年)?(?:全年|上半年|下半年|[一二三四]季度|前三季度|\d{1,2}月?(?:至|到|-)\d{1,2}月"
    r"|\d{1,2}月)|20\d\d年|今年|去年|上年|本月|上个?月|本季度"
)
_ABOUT = r"(?P<about>[\u4e00-\u9fff“”]{2,12}?)(?:的)?(?:那|这)?一?(?:块|条|段|节|部分|点|项)(?:内容)?"
_BY_NAME = r"(?P<about>(?!第|最后)[\u4e00-\u9fff“”]{2,10}?)(?:的)?(?:(?:那|这)一?(?:块|条|段|节|部分|点|项))?"
_END = r"(?:吧|呗|了|就行|即可)?[。！!]?$"
_FROM = r"(?:从?哪(?:里|儿)?来|怎么来|怎么算(?:出来)?|出自哪(?:里|儿)?)的?"
_Read = Callable[[re.Match[str]], Wish]


def _place(found: re.Match[str]) -> tuple[int, int]:
    """(part, point) of the words that say where; the last point is -1."""
    where = found.groupdict().get("where") or ""
    part, point = re.search(_PART, where), re.search(_POINT, where)
    last = -1 if point and point["last"] else 0
    return whole(part["part"]) if part else 0, last or (whole(point["point"]) if point else 0)


def _at(act: Act) -> _Read:
    def read(found: re.Match[str]) -> Wish:
        part, point = _place(found)
        words = found.groupdict().get("words") or ""
        return Wish(act, part, point, words=words.strip(' “”"：:，,。'))

    return read


def _named(act: Act) -> _Read:
    def read(found: re.Match[str]) -> Wish:
        to = 0
        if act is Act.MOVE:
            to = -1 if "后" in found["side"] or "末" in found["side"] else 1
        return Wish(
            act,
            to=to,
            words=(found.groupdict().get("words") or "").strip(' “”"：:，,。'),
            about=found["about"].strip("“”"),
        )

    return read


def _move(found: re.Match[str]) -> Wish:
    part, point = _place(found)
    beside = whole(found["beside"] or "")
    if beside:
        return Wish(Act.MOVE, part, point, to=beside + ("后" in (found["side"] or "") and beside < abs(point)))
    return Wish(Act.MOVE, part, point, to=-1 if "后" in found["side"] else 1)


def _merge(found: re.Match[str]) -> Wish:
    part, point = _place(found)
    return Wish(Act.MERGE, part, point, to=whole(found["other"]))


def _just(act: Act) -> _Read:
    return lambda found: Wish(
        act, words=(found.groupdict().get("words") or "").strip(), about=found.groupdict().get("about") or ""
    )


_RULES: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (re.compile((
        rf"{_LEAD}{_WHERE}(?:放|挪|移|调|提|排)(?:到"
        rf"|在)?(?:第(?P<beside>{_N})(?:条|点|项|部分)?的?)?(?P<side>最?前面?|最?后面?|开头|末尾|之前|之后)?(?:去"
        rf"|来)?{_END}"
    )), _move),
    (re.compile(rf"{_LEAD}{_WHERE}{_DROP}{_END}"), _at(Act.DELETE)),
    (re.compile(rf"^{_DROP}{_WHERE}{_END}"), _at(Act.DELETE)),
    (re.compile(
        rf"^(?:把|将)?(?:合并)?{_WHERE}[和跟与、]第?(?P<other>{_N})(?:条|点|项)(?:合并|并在一起|并成一[条点]"
        rf"|合成一[条点])?{_END}"
    ), _merge),
    (re.compile(rf"{_LEAD}{_WHERE}(?:的?(?:小?标题|题目))?{_PUT}(?P<words>.{{2,60}})$"), _at(Act.RENAME)),
    (re.compile(rf"{_LEAD}(?:总|大)?(?:标题|题目){_PUT}(?P<words>.{{2,40}})$"), _at(Act.RETITLE)),
    (re.compile(
        rf"^(?:{_WHERE})?(?:里|中)?(?:再)?(?:加|增加|补|添)(?:上)?一?"
        rf"(?:条|点|项|句)(?:话)?[：:，, ]*(?P<words>.{{4,200}})$"
    ), _at(Act.ADD)),
    (re.compile((
        r"^(?:(?:再|还要?|写)*(?:短|精简|压缩|简单|少)(?:一?[点些]|一下)[，, ]*)?(?:字数|全文|一共|总共)?"
        r"(?:控制在|压到|压缩到|缩到|不超过|写到?|改成|改为)(?:大约|约)?"
        r"(?P<words>\d{2,5}|[一二两三四五六七八九十百千]{2,6})(?:个?字|(?=[以之]内|左右|就))(?:左右|[以之]内)?"
    ) + _END), _just(Act.LENGTH)),
    (re.compile(
        r"^(?:再|还要?|写)*(?:短|长|精简|压缩|简单|少)(?:一?[点些]|一下)[，, ]*"
        r"(?P<words>\d{2,5})个?字(?:左右|[以之]内)?" + _END
    ), _just(Act.LENGTH)),
    (re.compile(
        r"^(?:时段|时间|范围)?(?:换成|改成|改为|换到|改到|只要|只写|只算|只看|看"
        rf"|按)(?P<words>{_SPAN})(?:的)?{_END}"
    ), _just(Act.RESPAN)),
    (re.compile(
        r"^(?:只用|只算|只写|换成|改成|只看|只要)(?P<words>本单位|我们?单位|全部单位|所有单位"
        rf"|[\u4e00-\u9fff]{{2,14}}(?:馆|局|站|队|中心|科|股|所|院|室|办))(?:的)?{_END}"
    ), _just(Act.RESPAN)),
    (re.compile(r"^(?:撤销|撤回|恢复|还原|退回|改回来?|改回去)(?:一步|上一步|刚才的?)?" + _END), _just(Act.UNDO)),
    (re.compile(
        rf"^(?:先|再)?(?:看看?|列(?:出|个|一下)?|显示|回到|给我看)?(?:总结的?)?提纲{_END}"
    ), _just(Act.OUTLINE)),
    (re.compile((
        r"^(?:就?按(?:这个)?提纲写?|(?:重新|再)?成稿|成文|写正文|出正文|生成正文|写全文"
        r"|(?:可以|行|好)了?[，,]?(?:写|成稿)(?:吧)?|写吧)"
    ) + _END), _just(Act.WRITE)),
    (re.compile(
        rf"^(?:看看?|查看?|列出?)?(?:{_WHERE})?(?:的)?(?:出处|来源|依据|根据)(?:是?(?:什么|哪里|哪些))?[？?]?$"
    ), _at(Act.SOURCES)),
    (re.compile((
        r"^(?:把)?(?:这[份篇个节]|总结)?(?:导出|存成|生成|要|发)(?:一?份?)?(?:成)?\s*(?:word|Word|WORD|docx"
        r"|文档)(?:文件|版|稿)?|^导出(?:来|一下)?"
    ) + _END), _just(Act.WORD)),
    (re.compile(
        rf"{_LEAD}{_WHERE}(?:再|也)?(?:写)?(?:短|简短|精简|压缩|简单|少)(?:一?[点些]|一下){_END}"
    ), _at(Act.SHORTER)),
    (re.compile(
        rf"^(?:看看?|查看?)?第(?P<words>{_N})句(?:话)?(?:的)?(?:出处|来源|依据"
        r"|根据)(?:是?(?:什么|哪里|哪些))?[？?]?$"
    ), _just(Act.SOURCES)),
    (re.compile(rf"^{_FROM}(?P<about>\d[\d.]*)[\u4e00-\u9fff]{{0,4}}[？?]?$"), _just(Act.SOURCES)),
    (re.compile(
        rf"^(?P<about>[^，,。：:\d]{{0,12}}?\d[\d.]*[^，,。：:\d]{{0,4}}?)(?:是|从|这个数)*{_FROM}"
        r"(?:数字?)?(?:啊|呀|呢)?[？?]?$"
    ), _just(Act.SOURCES)),
    (re.compile(
        r"^(?:这|那)?个?(?P<about>\d[\d.]*)[\u4e00-\u9fff]{0,4}?(?:这个)?(?:数字?)?(?:不对|错了|有误|有问题|不准)"
        r"(?:[，,。]?(?:应该?|其实)?(?:是|为).{1,24})?[。！!]?$"
    ), _just(Act.DOUBT)),
    (re.compile(
        r"^(?P<words>[^，,。：:\d]{0,10}?)"
        r"(?:(?:跟|和|与|同)(?:去年|上年|往年)(?:同期)?(?:相?比|对比)|比(?:去年|上年)(?=多(?:了?[多几]|还是少)))"
        r"(?:起来)?(?:怎么样|如何|呢|(?:是)?多(?:还是|了)?(?:少|几[场次个]|多少)?(?:了?多少|了)?)?[？?。]?$"
    ), _just(Act.COMPARE)),
    (re.compile(
        r"^[^，,。：:]{0,16}(?:从哪(?:里|儿)?来|哪(?:里|儿)?来|怎么来|怎么算出来"
        r"|出自哪(?:里|儿)?)的?(?:数字?)?(?:啊|呀|呢)?[？?]?$"
    ), _just(Act.SOURCES)),
    # By what the heading says: 不要写展览那块, 把送书放到最前面.
    (re.compile(rf"^(?:请|麻烦)?(?:不要|别|不用|不|甭)(?:写|提|要)(?:上|到)?{_ABOUT}{_END}"), _named(Act.DELETE)),
    (re.compile(rf"{_LEAD}{_ABOUT}{_DROP}{_END}"), _named(Act.DELETE)),
    (re.compile(rf"^{_DROP}{_ABOUT}{_END}"), _named(Act.DELETE)),
    (re.compile(
        rf"^(?:请|麻烦)?(?:把|将)?{_BY_NAME}(?:放|挪|移|调|提|排)(?:到|在)?(?P<side>最?前面?|最?后面?|开头|末尾"
        rf"|第一条?)(?:去|来)?{_END}"
    ), _named(Act.MOVE)),
    (re.compile(rf"{_LEAD}{_ABOUT}(?:的?(?:小?标题|题目))?{_PUT}(?P<words>.{{2,60}})$"), _named(Act.RENAME)),
    (re.compile(
        rf"^(?:再|还要?)?(?:写)?(?:短|简短|精简|压缩|简单|少)(?:一?[点些]|一下)(?:字)?{_END}"
        rf"|^(?:太长|长了|写短)(?:了)?(?:[一]?点)?{_END}|^(?:压缩|精简)(?:一下)?{_END}"
    ), _just(Act.SHORTER)),
    (re.compile(
        rf"^(?:再|还要?)?(?:写)?(?:长|详细|具体|多|丰富|展开)(?:一?[点些]|一下)(?:例子|事例|字)?{_END}"
        rf"|^(?:再|还要?)?多(?:写|讲|说)(?:一?[点些]|几[句条个]){_END}"
        rf"|^(?:{_WHERE})?(?:写得?)?(?:太短|短了|多举(?:几个|点)例子?|[太有][点些]?(?:空|虚|笼统|单薄|简略))(?:了)?{_END}"
    ), _just(Act.LONGER)),
    (re.compile(
        r"^(?:把|将)?(?:这些|里面的?|文中的?|所有的?)?(?:数字?|数据)(?:再|都)?(?:核(?:对|实)?|对|查|检查"
        rf"|复核)(?:一?[下遍次]|一?核)?{_END}|^(?:核(?:对|实)?|检查|复核)(?:一?[下遍])?(?:数字?|数据){_END}"
        r"|^(?:数字?|数据)(?:对不对|有没有错|准不准|准确吗|对吗)[？?]?$"
    ), _just(Act.CHECK)),
    (re.compile(
        r"^(?:看看?|列(?:出|一下)?)?(?:还)?(?:有)?(?:哪些|哪几处|哪里|什么)(?:地方)?(?:是|要|需要|还要|还没"
        r"|该)?(?:待补|要补|补|缺|没填)(?:的|什么)?(?:地方|内容)?[？?]?$"
        r"|^(?:看看?|列(?:出|一下)?)?(?:还)?(?:缺|差)(?:什么|哪些|啥)[？?]?$|^(?:看看?|列出?)待补(?:的|清单)?$"
    ), _just(Act.GAPS)),
)  # fmt: skip


def read(words: str) -> Wish | None:
    """The change that the words ask for; None where they are not about an outline."""
    said = re.sub(r"^(?:换|调)(?:个|一?下)顺序[，, ：:]*(?=.)", "", words.strip())
    if not said or len(said) > 240 or "\n" in said:
        return None
    for pattern, made in _RULES:
        found = pattern.match(said)
        if found:
            return made(found)
    return None
