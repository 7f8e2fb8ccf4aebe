"""What colleagues say to each other around the day's matter: thanks, greetings, food, weather, who stands how.

kinds.py asks here first for clauses that are chat whatever they are told with, then for those that are chat only
where they hold no figure. What others bring forward as a complaint (游客反映饭菜夹生) is no chat.
"""

import re

_BROUGHT_FORWARD = re.compile(r"反映|投诉|举报|提出|意见|建议|差评|问卷")
# Chat even with a figure in it: 有个打电话的骂了我20分钟.
_ALWAYS = re.compile(
    r"骂了?(?:我|咱|我们)|(?<!人)白(?:跑|忙|干)了(?:一[天场趟]|半天)?$"
    r"|^[^，。]{0,4}(?:冻|热|累|困|饿|渴)死了?(?:我了?)?(?:今天|昨天|今儿)?$"
)
_PLAIN = (
    # thanks and greetings
    re.compile(
        r"^(?:好嘞|好的|好|嗯+|行|ok|OK)?(?:收到|明白|了解|知道)(?:了|啦|哈)?$"
        r"|^(?:谢谢|感谢|多谢|辛苦|麻烦)(?:了|啦)?[一-龥]{0,4}(?:了|啦)?$"
        r"|^(?:各位|诸位)?(?:领导|同事|老师|家人)?们?(?:好|打扰了?|早上好|下午好|晚上好)(?:啊|哈)?$"
        r"|^(?:上午|下午|晚上|早上|中午)好$"
    ),
    re.compile(
        r"^[一-龥]{1,4}(?:老师|主任|姐|哥|科长|馆长)?(?:说|讲)(?:得|的)(?:对|有理|没错)$"
        r"|^(?:别|不用)(?:理|管)(?:他|她|它|这个|就行)?$|^(?:您|你)(?:太|真|可)[一-龥]{2,4}了?$"
        r"|^(?:喂|哎)?(?:我)?(?:口述|语音|说)[，,]?(?:你|您)(?:记|听|写)(?:一下|着|好)?(?:啊|哈)?$"
    ),
    re.compile(
        r"^(?:我)?(?:把)?(?:去年|往年|上次|以前|别人|人家)[^，。]{0,10}(?:贴|发|转|传)(?:给|到)?(?:你|您|群里"
        r"|上来)?[^，。]{0,6}$|^(?:格式|写法)[^，。]{0,4}(?:照|按|参考)[^，。\d]{2,16}(?:来|写|套)?$"
    ),
    # food
    re.compile(
        r"(?:有[人的]|他们|她们|对方|大家)?嫌(?:弃)?(?:太|有点|不)?(?:辣|咸|甜|淡|酸|油|硬|凉|贵|难吃|放糖|加糖"
        r"|够味|好吃)|(?:真|太|挺|可|特别|很|超)(?:的)?(?:好吃|难吃|好喝|香)(?:了)?$"
        r"|^[一-龥]{0,6}(?:咸死|夹生|齁咸|没熟|没味)(?:了|人)?$|^以后(?:再也)?(?:别|不)(?:去|来|点|订)了?$"
        r"|^(?:非|硬|死活)?(?:要)?留(?:我们|咱们?|大家)?吃[顿个]?(?:便)?饭$|^没吃$"
    ),
    # weather
    re.compile(
        r"^(?:老天|天|天气|太阳|日头)(?:爷)?(?:一直|还|总|老|也)?(?:阴|晴|晒|毒|热|冷|辣)(?:着|得)[一-龥]{0,4}$"
        r"|晒脱皮|晒黑|冻(?:透|僵|麻)了|^(?:阴|晴)(?:天|着)没(?:下|出)"
    ),
    # feelings of whoever came
    re.compile(
        r"(?:可|都|一个个|特别|老|挺)(?:高兴|开心|感动|激动|喜欢|乐呵|积极|热情)(?:了|啦|着呢|得很)$"
        r"|一个劲(?:儿)?(?:地)?(?:夸|谢|说好|道谢)|拉着[^，。]{0,6}手(?:不放|说)"
        r"|^(?:校长|老板|村长|书记|对方|人家|他们)(?:特别|很|太|挺|真|也)?客气"
    ),
)


def always_chat(text: str) -> bool:
    """Whether the clause is chat though it may hold a figure."""
    return _ALWAYS.search(text) is not None


def plain_chat(text: str) -> bool:
    """Whether a clause without a figure is chat."""
    return not _BROUGHT_FORWARD.search(text) and any(p.search(text) for p in _PLAIN)
