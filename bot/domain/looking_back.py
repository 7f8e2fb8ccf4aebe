"""Questions about a draft's past: where a figure comes from, what was changed, why something is not there."""

import re

from bot.domain.wishes import Act, Edit

_SAID = r"(?:谁|哪(?:里|儿|条|句|一条|个)?|怎么|什么地方|从哪)"
_WHENCE = (
    re.compile(
        rf"^(?:这个?|那个?|稿里的?|里面的?)?(?P<what>[^，,。]{{0,14}}?)(?:这个?|那个?)?(?:数字?|说法|名字|日期|话|句话?)?(?:是|都是)?"
        rf"(?:从|打|由)?(?:{_SAID}(?:条)?(?:记录|消息|笔记|话)?(?:里|中)?(?:来|说|出|得|弄|冒|写|讲|算|提|记|统计)(?:来|出来|过|到)?的?)(?:啊|呀|呢)?$"
    ),
    re.compile(r"^哪(?:里|儿)?来的?(?:这|那)?(?:个|些)?(?P<what>[^，,。]{0,14}?)$"),
    re.compile(r"^(?P<what>[^，,。]{1,14}?)(?:的)?(?:依据|出处|来源|根据|来历)(?:是什么|是啥|在哪里?|呢)?$"),
)
_ALL = re.compile(r"^(?:看看?|查看|说说|列出|给我看)?(?:下|一下)?(?:稿子的?|这稿的?|全部的?)?(?:依据|根据)(?:是什么|是啥|在哪里?|呢|有哪些|都有哪些|看看|给我看看)?$")
_CHANGES = re.compile(
    r"^(?:刚才|刚刚|上次|这次|到底|一共|总共|都|你|和上一?[稿版次]比|跟上一?[稿版次]比|跟原来比|这次)*[，, ]*(?:改|删|动|变|去掉|加)(?:掉)?(?:了|过|的)(?:什么|啥|哪些|哪里|哪儿|哪几处|几处|多少|些什么|哪几句)(?:内容|地方|东西|话)?(?:啊|呀)?$"
    r"|^(?:这|现在这?|改后的?|新)(?:一?[稿版])?(?:个)?(?:和|跟|与|同)(?:上|前|刚才|原来|之前)(?:那|的)?一?[稿版个]?(?:的)?(?:差在哪里?|有(?:什么|啥)(?:不同|区别|不一样|变化)|差别在哪|哪(?:里|儿)不一样|区别在哪)"
    r"|^(?:改动|修改|变化|差别|区别)(?:有哪些|在哪里?|是什么|是啥|说一下|列一下|看看)?$|^(?:有什么|有啥)(?:改动|变化|不同|区别)$"
)


def read(words: str) -> Edit | None:
    """The question about the draft, or None."""
    bare = re.sub(r"[？?。!！\s]+$", "", words)
    if _CHANGES.match(bare):
        return Edit(Act.CHANGES)
    if _ALL.match(bare):
        return Edit(Act.WHENCE)
    for pattern in _WHENCE:
        if found := pattern.match(bare):
            return Edit(Act.WHENCE, words=re.sub(r"^(?:这|那)(?:个|些)?|(?:这|那|个|的|是)+$|^(?:数|数字|说法|日期|名字|人数)$", "", found["what"]))
    return None
