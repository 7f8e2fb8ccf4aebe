"""Short answers to what was asked for (地点, 人数 …): whether words are one, and how they read as a note alone."""

import re
from collections.abc import Callable, Sequence

from bot.domain.language.asking import WHEN, weigh
from bot.domain.notes.report import Gap

_PLACE_END = re.compile(
    r"(?:广场|馆|中心|社区|学校|大学|村|镇|站|室|公园|礼堂|剧院|剧场|院|厅|街|路|楼|景区|小学|中学|操场|店|园|寺"
    r"|山|集|市场|大集)(?:里|上|门口|旁边|内|外|前)?$"
)
_AT = re.compile(r"^(?:就?在|到|于|地点)")
_DEED = re.compile(r"[把将给了过被发送请带交去来说]|组织|通知|联系")


def _is_place(words: str) -> bool:
    """A bare place; words that tell a deed (把名单发给社区) only end in one."""
    return bool(_PLACE_END.search(words)) and not _DEED.search(words) and len(words) <= 14


_COUNT = re.compile(r"[\d零一二两三四五六七八九十百千万]+(?:多|来|余|几)?(?:个?人|名|位|人次)?(?:左右|上下)?")
_ACTOR = re.compile(
    r"(?:馆|局|科|中心|站|队|办|室|会|所|院|公司|镇|村|社区|学校)(?:办的|搞的|组织的|牵头的?|主办的?)?$"
)

_GIVEN = re.compile(
    r"^(?:是|发的是|都是|就是)[^，。]{2,24}$|(?:手册|单页?|资料|折页|传单|倡议书|明白纸|书|卡|袋|扇|日历)$"
)

_TESTS: dict[str, Callable[[str], bool]] = {
    Gap.TIME.value: lambda words: WHEN.search(words) is not None,
    Gap.PLACE.value: lambda words: bool(_AT.search(words) or _is_place(words)),
    Gap.PEOPLE.value: lambda words: _COUNT.search(words) is not None,
    Gap.ACTOR.value: lambda words: _ACTOR.search(words) is not None,
    Gap.RESULT.value: lambda words: weigh(words).note >= 0.8,
    Gap.CONTENT.value: lambda words: _GIVEN.search(words) is not None or weigh(words).note >= 0.8,
}


def fits(words: str, asked: Sequence[str]) -> bool:
    """Whether the words may answer one of the questions; a bare time always may."""
    if asked and WHEN.search(words) and not _NO_TIME.search(WHEN.sub("", words)):
        return True
    return any(gap in asked and test(words) for gap, test in _TESTS.items())


_OF_ONE = re.compile(r"^第[一二三四五六七八九\d][篇条]的?[，,：: ]*")
_NO_TIME = re.compile(
    r"(?![点时分半日号月周星期礼拜上中下午早晚左右大概约是在那天的整前后一二三四五六七八九十])[一-龥]"
)
"""A character that no bare time has."""
_COUNTED = re.compile(r"(?:参加)?总?人数(?:大概|一共|[是为有：: ])*(?P<n>\d+)(?:个?人|名|位|个)?(?![\d\u4e00-\u9fff])")
"""人数24: how many came, as a clause."""


def as_note(words: str, asked: Sequence[str]) -> str:
    """A bare place, count or time with what it is; other words as they are."""
    if Gap.PEOPLE.value in asked and _COUNT.fullmatch(words):
        return f"来了{words}" if re.search(r"[人名位次右下]$", words) else f"来了{words}人"
    words = _OF_ONE.sub("", words)
    words = _COUNTED.sub(r"来了\g<n>人", words)
    if Gap.PLACE.value in asked and _is_place(words) and not _AT.search(words):
        return f"地点在{words}"
    return words
