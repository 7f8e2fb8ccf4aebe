"""What an editor says of house wordings in chat: 以后别写“圆满成功”, “群众”一律写“读者”, 看看用语规矩, 取消这条规矩.

Only words that are certainly about the rules of a house: 不要写义卖 is about the draft on the desk.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What is to be done with the rules."""

    SET = "set"
    LIST = "list"
    DROP = "drop"
    WHY = "why"


@dataclass(frozen=True, slots=True)
class Wish:
    """`word` is what the rule is about (for DROP and WHY empty: the one spoken of last), `instead` what to write."""

    act: Act
    word: str = ""
    instead: str = ""


_OPEN, _CLOSE = r"[“\"「『]", r"[”\"」』]"
_QUOTED = rf"{_OPEN}(?P<{{0}}>[^“”\"「」『』，。\n]{{{{1,20}}}}){_CLOSE}"
_BARE = r"(?P<{0}>(?!那么|这么|太|得|很|所有|要|把|什么)[\u4e00-\u9fff]{{2,16}}?)"
_ALWAYS = r"(?:以后|今后|往后|从今天起|从今往后|从现在起)"
_IN = r"(?:我们|咱们|本单位|馆里|局里|稿子里|稿里|信息里|报告里|写信息|写稿|的|，|,|都|就|再|也|请)*"
_NOT = r"(?:别|不要|不许|不准|不能|不得|禁止|不用|莫|甭)(?:再|都|出现)*(?:写成|写|用|说|提|出现)?(?:上|到)?"
_WRITTEN = r"(?:写成|写作|说成|称为)"
_WRITE = r"(?:写成?|写作|称为?|叫做?|用|说成?|改成|改为|换成|换为|改用|统一为|统一成)"
_TAIL = r"(?:这个词|这个说法|这几个字|这种话|这样的话|一类的?话|了|吧)*"


def _word(name: str, *, bare: bool = True) -> str:
    """A quoted word under `name`, or a bare one under `name`_."""
    quoted = _QUOTED.format(name)
    return f"(?:{quoted}|{_BARE.format(name + '_')})" if bare else quoted


_BETTER = rf"(?:[，,](?:就|要|一律|都|统一)*{_WRITE}{_word('b')})?"
_WHERE = r"(?:把|凡是|见到|遇到)?"
_ALL = r"[，,]?(?:一律|都|统一|全部?|要|就)*"

_RULES: tuple[tuple[str, Act], ...] = (
    (rf"{_ALWAYS}{_IN}{_NOT}{_word('a', bare=False)}{_TAIL}{_BETTER}", Act.SET),
    (rf"{_ALWAYS}{_IN}(?:别|不要|不许|不准|不能|不得|禁止)(?:再|都)*写{_word('a')}{_TAIL}{_BETTER}", Act.SET),
    (rf"{_word('a', bare=False)}{_TAIL}{_ALWAYS}{_IN}{_NOT}{_TAIL}", Act.SET),
    (rf"{_ALWAYS}{_IN}{_WHERE}{_word('a', bare=False)}{_ALL}{_WRITE}{_word('b', bare=False)}", Act.SET),
    (rf"{_ALWAYS}{_IN}{_WHERE}{_word('a')}{_ALL}{_WRITTEN}{_word('b')}", Act.SET),
    (rf"{_word('a', bare=False)}(?:以后|今后|这个词|，|,)*(?:一律|统一){_WRITE}{_word('b', bare=False)}", Act.SET),
    (rf"{_word('a', bare=False)}(?:以后|今后)(?:要|就|都)?{_WRITE}{_word('b', bare=False)}", Act.SET),
    (
        r"(?:看看|看一?下|查看|查一?下|看|列出|列一?下)?(?:有(?:哪些|什么))?(?:我们|本单位|单位|馆里|局里)?的?"
        r"(?:用语|用词|措辞|写法)(?:的)?(?:规矩|规定|规则|要求|习惯)(?:有哪些|有什么|是什么|是啥|列出来|给我看看)?",
        Act.LIST,
    ),
    (
        rf"(?:取消|删掉|删除|去掉|撤销|不要)(?:掉|了)?(?:{_word('a', bare=False)})?(?:的)?(?:这|那|刚才|刚定的?)?"
        r"(?:一)?(?:条|个)?(?:用语|用词)?的?规矩(?:了|吧)?",
        Act.DROP,
    ),
    (rf"{_word('a', bare=False)}(?:以后|今后|现在|又)?(?:可以|能|照样可以)(?:照常|接着|再)?(?:写|用)了?", Act.DROP),
    (
        rf"(?:为什么|为啥|怎么|咋)(?:要|又)?(?:把|将)?{_word('a')}(?:被|给)?(?:改|换)(?:成|为|掉|了).*"
        rf"|(?:为什么|为啥|怎么|咋)(?:不能|不让|不许|不准){_WRITE}{_word('c')}(?:了)?",
        Act.WHY,
    ),
)
_PATTERNS = tuple((re.compile(pattern), act) for pattern, act in _RULES)
_END = re.compile(r"[。.！!？?\s]+$")


def read(words: str) -> Wish | None:
    """The wish, or None where the words are not certainly about house wordings."""
    said = re.sub(r"[ \u3000]+", "", _END.sub("", words.strip()))
    if len(said) > 60 or "\n" in said:
        return None
    for pattern, act in _PATTERNS:
        found = pattern.fullmatch(said)
        if found:
            parts = found.groupdict()
            word, instead = (_said(parts, name) for name in ("a", "b"))
            return Wish(act, word or _said(parts, "c"), instead)
    return None


def _said(parts: dict[str, str | None], name: str) -> str:
    return parts.get(name) or parts.get(f"{name}_") or ""
