"""Questions about a draft's past: where a figure comes from, what was changed, why something is not there."""

import re

from bot.domain.editing.wishes import Act, Edit

_SAID = r"(?:谁|哪(?:里|儿|条|句|一条|个)?|怎么|什么地方|从哪)"
_WHENCE = (
    re.compile(
        r"^(?:这个?|那个?|稿里的?|这?里[面头]?的?)*(?P<what>[^，,。]{0,14}?)(?:这个?|那个?)?(?:数字?|说法|名字|日期|话"
        r"|句话?)?(?:是|都是)?"
        rf"(?:从|打|由)?(?:{_SAID}(?:条)?(?:记录|消息|笔记|话)?(?:里|中)?(?:来|说|出|得|弄|冒|写|讲|算|提|记|看|抄|摘|听"
        r"|统计)(?:来|出来|过|到)?的?)(?:啊|呀|呢)?$"
    ),
    # 124是展出的还是收上来的，你从哪看的
    re.compile(
        rf"^(?P<what>[^。]{{1,20}}?)[，, ]*你(?:是)?(?:从|打|由|在|照|听)?{_SAID}"
        r"(?:看|抄|摘|来|说|得|弄|算|听|找)(?:来|到|出来)?的(?:啊|呀|呢)?$"
        r"|^(?P<known>[^。]{1,20}?)[，, ]*你(?:是)?(?:怎么|咋)(?:知道|晓得)的?$"
    ),
    re.compile(r"^哪(?:里|儿)?来的?(?:这|那)?(?:个|些)?(?P<what>[^，,。]{0,14}?)$"),
    re.compile(
        r"^(?:这个?|那个?)?(?P<what>[^，,。]{1,14}?)(?:是)?(?:谁|哪(?:里|儿)?)(?:来|说|讲|报|记|数"
        r"|统计)(?:上来|过来|出来)?的?(?:数字?|说法|话)$"
    ),
    re.compile(r"^(?P<what>[^，,。]{1,14}?)(?:有|有没有|可有)(?:依据|根据|出处|来源)(?:吗|没有?|么|的吗)?$"),
)
_ALL = re.compile(
    r"^(?:看看?|查看|说说|列出|给我看)?(?:下|一下)?(?:稿子的?|这稿的?|全部的?)?(?:依据|根据)(?:是什么|是啥"
    r"|在哪里?|呢|有哪些|都有哪些|看看|给我看看)?$"
)
_CHANGES = re.compile(
    r"^(?:刚才|刚刚|上次|这次|到底|一共|总共|都|你|和上一?[稿版次]比|跟上一?[稿版次]比|跟原来比|这次)*[，, ]*(?:改|删"
    r"|动|变|去掉|加)(?:掉)?(?:了|过|的)(?:什么|啥|哪些|哪里|哪儿|哪几处|几处|多少|些什么|哪几句)(?:内容|地方|东西"
    r"|话)?(?:啊|呀)?$|^(?:这|现在这?|改后的?|新)(?:一?[稿版])?(?:个)?(?:和|跟|与|同)(?:上|前|刚才|原来|之前)(?:那"
    r"|的)?一?[稿版个]?(?:的)?(?:差在哪里?|有(?:什么|啥)(?:不同|区别|不一样|变化)|差别在哪|哪(?:里|儿)不一样|区别在哪)"
    r"|^(?:跟|和|与|比)(?:刚才|之前|原来|上一?[版稿次]|前一?[版稿])(?:的|那版|那稿|比)*[，,]?(?:有|都)?(?:什么|啥"
    r"|哪些|哪里|哪儿)?(?:有)?(?:不一样|不同|变化|区别|改动|差别|变了)(?:了|吗)?$"
    r"|^(?:改动|修改|变化|差别|区别)(?:有哪些|在哪里?|是什么|是啥|说一下|列一下|看看)?$"
    r"|^(?:有什么|有啥)(?:改动|变化|不同|区别)$"
)

_OF_ANY = re.compile(r"(?:人数|数字?|日期|时间|地点|名字|人名|标题|题目|金额|结论|说法|话|句|条|段|稿子?)(?:都|也)?$")


def _shared(what: str, draft: str) -> bool:
    """Whether the draft tells of it: two characters or a figure of the words stand there, or nothing of it is named.
    保密工作要花的钱从哪里出 asks for a rule."""
    named = re.sub(r"^(?:[这那](?:个|些|句|条|里)?|[句段](?=[一-龥]))|[的是里上]+$", "", what)
    figures = re.findall(r"\d[\d.]*", named)
    pairs = [named[i : i + 2] for i in range(len(named) - 1)]
    alone = re.fullmatch(r"\d[\d.]*[\u4e00-\u9fff]{0,2}", named) or _OF_ANY.search(named)
    return len(named) < 2 or alone is not None or any(one in draft for one in (*figures, *pairs))


def read(words: str, draft: str) -> Edit | None:
    """The question about the draft, or None: 八项规定对开会怎么说 asks the library unless the draft tells of it."""
    bare = re.sub(r"[？?。!！\s]+$", "", words)
    if _CHANGES.match(bare):
        return Edit(Act.CHANGES)
    if _ALL.match(bare):
        return Edit(Act.WHENCE)
    for pattern in _WHENCE:
        found = pattern.match(bare)
        what = next(filter(None, found.groups()), "") if found else ""
        figure = re.search(r"\d[\d.]*", what) if re.search("[，,]|是.*还是", what) else None
        if found and _shared(what, draft):
            return Edit(
                Act.WHENCE,
                words=re.sub(
                    r"^(?:这|那)(?:个|些|句|条|段|点)?|^[句段条](?=[一-龥\d])|(?:这|那)一?[句段条]|(?:这|那|个|的|是)+$|^(?:数|数字|说法|日期|名字|人数)$",
                    "",
                    figure[0] if figure else what,
                ),
            )
    return None
