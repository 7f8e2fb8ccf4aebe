"""A leader's words to spur colleagues on: 各科室要压实责任，把好事办实，让群众看到变化. Nothing of it was done.

Single slogans are plain_talk's; here a whole message is read, for what stands between its slogans tells nothing either.
"""

import re
from collections.abc import Sequence

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
