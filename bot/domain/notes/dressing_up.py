"""Talk among colleagues about making the report look better than the day was, and the answer that it stays as it was.

写800人吧，好看点 asks for an invention, 别，就按300写，人家村里都看着的 refuses it: neither tells of the day.
No more does a leader's message that only spurs colleagues on: 各科室要压实责任，把好事办实，让群众看到变化. Its single
slogans are plain_talk's; here it is read whole, for what stands between them tells nothing either.
"""

import re
from collections.abc import Sequence

from bot.domain.language.needed import Seldom

_SUGGESTED = Seldom(
    "|".join(
        (
            r"^(?:要不|不如|干脆)(?:咱们?|我们|你|就|都|直接)*(?:写|报|填|改|凑|说|加|添)",
            r"^(?:你|就|再|也|还|都|给|直接)*(?:写|报|填|说)(?:成|个|到|是|有)?约?\d[^，。]{0,10}(?:吧|呗|嘛|算了"
            r"|得了|[?？])$",
            r"^(?:再|也|还|顺便|最好|都)*(?:写上|写进去?|带上一?句|添上一?句)(?!了|的|过)",
            r"(?:满意[度率]|好评率|合格率|知晓率|参与率|人数|数字?)(?:就|要|得|也)?(?:写|报|填)(?:成|到|个)?\d",
            r"凑个?(?:整|数)|往[大高多好]里?了?(?:写|报|说)|(?:写|报|说)(?:大|高|多)(?:点|些)|注点?水",
        )
    )
)
_WHY = re.compile(
    r"^(?:这样|那样|看着|看起来|显得|才|更|也)*(?:好看|体面|有面子|气派|热闹|大气|像样|漂亮|好听|有分量|出彩|响亮)(?:点|些|一点|一些)?$"
    r"|^(?:领导们?|上[面头级]|市里|局里|县里)(?:都|就|也)?(?:爱看|爱听|喜欢|高兴|要看|看了高兴|看着舒服|好交[代差])(?:这个)?$"
)
_REFUSED = re.compile(
    r"^(?:那|这|可|还是)*(?:别|不行|不能|不要|不妥|算了|不用|使不得|没必要|不合适|不好吧)(?:这么|这样|瞎|乱|虚|胡|再)?(?:吧|啊|了|改|写|编|报|夸大?|说)*$"
    r"|^(?:还是|就|得|要)?(?:照实|如实|实打实|实事求是|据实|按实际)(?:地|的)?(?:写|报|说|来)?(?:吧|就行|就好|算了)?$"
    r"|^(?P<n>\d+)[一-龥]{0,3}就(?:是)?(?P=n)[一-龥]{0,3}$|^(?:有|是)?多少(?:就)?(?:写|报|是)多少$"
)
_BECAUSE = re.compile(
    r"^(?:人家|别人|群众|村民|大家|领导|老百姓)[^，。\d]{0,6}(?:看着|盯着|知道|清楚|数着|看得见|查得到)[^，。\d]{0,4}$"
    r"|^(?:出了?事|查出来|核下来|审计)[^，。\d]{0,3}(?:不好交代|要担责|谁负责|要追责|丢人|难看)$"
)


def suggests(text: str) -> bool:
    """Whether the clause asks for a figure or a sentence that nobody vouches for."""
    return _SUGGESTED.search(text) is not None


def refuses(text: str) -> bool:
    """Whether the clause answers such a wish, or gives a reason for it or against it."""
    return any(p.search(text) for p in (_WHY, _REFUSED, _BECAUSE))


def declines(text: str) -> bool:
    """Whether the clause says no, so that what stands behind it without a figure says why."""
    return _REFUSED.search(text) is not None


_ADDRESSED = re.compile(
    r"@(?:所有人|全体成员?|all)|(?:^|[，,。\s])(?:请|希望|要求|还请)?(?:各[一-龥]{1,3}(?=都?要|都?得|必须|务必|请|应)|各(?:科室?|单位|部门|站所?|村|支部|小?组"
    r"|乡镇|片区|网格|中队|位(?:同志|同事|领导)?)|大家|同志们|同事们|全体(?:同志|人员|干部|职工)?|全局上下|我们(?:要|必须))(?=$|[一-龥，,：:])"
)
_URGED = re.compile(
    r"^(?:各[一-龥]{1,3}(?=都?要|都?得|必须|务必|请|应)|各(?:科室?|单位|部门|站所?|村|支部|小?组|乡镇|片区|网格|中队|位(?:同志|同事)?)|大家|同志们|我们|全体[一-龥]{2}|都)*"
    r"(?:请|还请|希望|注意|务必|必须|一定|都?要|不[能得准许可]|严禁|切实|坚决|把|将|让|使|确保|做到|坚持|全力|努力|争取|打赢|打好"
    r"|打造|拿出|交出|以|为|始终|继续|进一步|真正|推动|守[住牢护]|扛[起牢]|绷紧|谁[^，]{1,6}谁|行动起来|抓紧|加油|动起来)"
    r"|(?:到了?|进入了?|处于|正值)[^，。]{0,8}(?:阶段|时刻|关头|关键期|当口)$|是[^，。]{0,8}(?:任务|责任|大事|底线|红线|生命线)$"
    r"|^(?:各科室?|各单位|大家|同志们|全体[一-龥]{2})(?:注意|听好)?$"
)


def exhorts(message: str, clauses: Sequence[str], empty: int) -> bool:
    """Whether `clauses`, what is left of a message besides its `empty` slogans, only spur somebody on.

    The caller sees to it that none of them holds a figure, a day or a title.
    """
    urged = [_URGED.search(clause) is not None for clause in clauses]
    return bool(urged) and all(urged) and _ADDRESSED.search(message) is not None and empty + len(urged) >= 2
