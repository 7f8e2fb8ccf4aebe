"""A figure that is asked about and stays open: 是不是谁写反了, 不晓得, 回头再核. Nothing of this tells of the day.

Such words correct nothing: which of two figures holds is asked of the person who signs.
"""

import re
from datetime import datetime

from bot.domain.language.dates import moments
from bot.domain.language.needed import Seldom

_OPEN = Seldom(
    r"^(?:是不是|会不会|不会是|莫非|可能|怕是|别是)?(?:谁|哪个|我们?|你们?|他们?)?[^，。\d]{0,4}?(?:写|抄|记|看|数|弄|搞|报|填|打)(?:反|错|颠倒|串|混|漏)了?"
    r"(?:吧|吗|么|啊|呢|[?？])$|^(?:是不是|会不会|不会是|怕是)(?:谁|哪个|我们?|你们?)?[^，。\d]{0,4}?(?:写|抄|记|看|数|弄|搞|报|填|打)(?:反|错|颠倒|串|混|漏)了?$"
    r"|^谁(?:写|抄|记|看|数|弄|搞|报|填|打)(?:反|错|颠倒|串|混|漏)了(?:吧|吗|啊)?$"
    r"|^(?:到底|究竟)?(?:哪个|谁的?|哪边)(?:数)?(?:对|准|是对的|为准)(?:啊|呢|[?？])*$|^对不上(?:啊|了|吧)?$"
    r"|^(?:我|那)?(?:也|还)?(?:不(?:晓得|清楚|知道|确定|好说|敢说)|说不(?:准|好|清)|拿不(?:准|定)|吃不准|记不(?:清|准)|没(?:谱|把握))(?:了|啊|呢)?$"
    r"|^(?:那|我)*(?:等(?:会儿?|下)?|回头|回去|晚点|明天|待会儿?|下午|一会儿?|抽空|稍后|先)+(?:我|再|去)*"
    r"(?:问|核|查|对|翻)(?:问|核|查|对|一下|下|实|一遍|清楚)*(?:[一-龥]{0,4}?(?:记录|底子|台账|单子|表|账))?(?:再[说改报定补]|吧|看|哈)?$"
    r"|^(?:[一-龥]{0,3}的?[事数账]儿?)?(?:你们?|他们?|两边)(?:俩|两个|几个)?(?:再|先|都|自己|去|下去|回头)*(?:对|核|碰|问|捋"
    r")(?:对|核|清楚|清|一下|下|准|实|好)*(?:吧|哈|了再报|再报)?$"
)
# 材料是不是要500字; 问是不是要带证 is told of whoever asked, and 查是不是持证 of what was looked at.
_WHETHER = re.compile(
    r"^(?![^，。]*(?:[问看查测试听核验验]|咨询|反映|确认|了解|检查|讨论|研究|商量|评估|打听)[^，。]*(?:是不是|要不要|能不能|会不会))"
    r"[^，。“《]{2,}(?:是不是|要不要|会不会)(?=[^，。\d][^，。]+$)|\d[一-龥]{0,2}还是\d[\d.]*[一-龥]{0,2}[啊呀呢]?$"
)
_BACK = re.compile(r"^(?:怎么|[一-龥]{1,6})?不是[^，。]{1,12}(?:吗|么|嘛)$")


def wonders(text: str) -> bool:
    """Whether the clause only wonders which figure holds, or puts the question off."""
    return _OPEN.search(text) is not None or _WHETHER.search(text) is not None


def only_asks(text: str, said: datetime) -> bool:
    """Whether a clause that ends in a question mark tells nothing: without a figure or a day, or only 差4批, 41处."""
    return _GAP.match(text) is not None or not (re.search(r"\d", text) or moments(text, said))


# A difference, or a figure said again, that somebody wonders at.
_GAP = re.compile(r"^(?:怎么|咋|那|才|就|还)*(?:[差少多]了?)?约?\d[\d.]*[万亿]?[一-龥]{0,2}$")


def asks_back(text: str) -> bool:
    """不是16座吗, of 18座 told by another: an objection with a figure."""
    return _BACK.match(text.rstrip("？?")) is not None
