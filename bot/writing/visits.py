"""Who came to the house that reports: 市局调研组来馆里 → 市局调研组到县博物馆调研."""

import re

from bot.domain.language.names import places
from bot.writing.deeds import verb_first


def visited(deed: str, unit: str) -> str:
    """市局调研组来馆里 → 市局调研组到县博物馆调研; 来文化广场 names where it was."""
    deed = re.sub(r"前来(?=[一-龥]{2})", "来", deed)
    deed = re.sub(r"(?<=[一-龥])(?P<n>\d+人)(?:参加|到场)$", r"\g<n>来" + unit, deed)
    houses = {name.start: name.text for name in places(deed)} | {m.start(): m[0] for m in _HOUSE.finditer(deed)}
    named = next(
        (m for m in re.finditer("(?<!^)来", deed) if m.end() in houses and not verb_first(houses[m.end()])), None
    )
    deed = f"{deed[: named.start()]}到{deed[named.end() :]}" if named else _CAME.sub(f"到{unit}", deed, count=1)
    last = houses[named.end()][-1] if named else unit[-1]
    if re.search(r"(?:科|办|股|室|办公室)$", unit):
        deed = deed.replace(f"到{unit}", "前来", 1)
    deed = re.sub(
        rf"(?<={last})(?P<what>[一-龥]{{0,4}}?)(?<![检抽督普排核巡审调勘复查观])(?P<did>查|看(?:了?看)?)了?$",
        _looked,
        deed,
    )
    purpose = re.search(r"(调研|检查|督查|考察|巡查|采风|指导)(?:组|团)", deed)
    return deed + purpose[1] if purpose and deed.endswith(unit) else deed


_CAME = re.compile(
    r"[来到](?:我们|咱们?|俺们|我)?(?:馆|局|科|站|中心|队|单位|镇|社)(?:里|内)?"
    r"|(?<![送寄发带传打捐拿往出下上过回进起])来(?![的访信电宾客人到]|[看查修拿]了?$)(?!了?(?:\d|[一两几][^，。\d]|台风|暴雨|大雨|大雪|洪水|寒潮|通知|文件|电话|信))"
    r"(?:我们|咱们?|俺们|我)?(?:这边|这里|这儿)?(?=[一-龥])(?!更?换)"
)
_HOUSE = re.compile(r"(?:图书|文化|博物|美术|体育|档案|科技|纪念)馆|(?:大|小)?剧[院场]|文化站|档案室")


def _looked(m: re.Match[str]) -> str:
    return m["what"] + {"查": "检查", "看": "查看"}[m["did"][0]]
