"""What words point at among things that lie there: 音响那件, 3号灭火器那个, 2号和4号, 除了老干部科那篇都.

Things are given by the words that name them (a title, a problem). Who calls decides what the rest of the words wants.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language.numerals import han_value


class By(StrEnum):
    """How the words point; OF is 学习会的 alone, which a note may begin with as well."""

    NUMBER = "number"
    MATTER = "matter"
    OF = "of"
    THIS = "this"
    ALL = "all"
    REST = "all but some"


@dataclass(frozen=True, slots=True)
class Pointing:
    """`places` are indexes of the things meant (none with THIS: which one it is depends on what was shown last);
    `left` is what is said of them."""

    by: By
    places: tuple[int, ...]
    left: str


_ONE = r"(?:篇|条|件|项|份|个)(?:稿子?|信息|事情?|问题)?"
_THAT = rf"[那这]一?{_ONE}"
_THOSE = rf"[那这](?:一|[几些两三])?{_ONE}"
_DIGITS = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_SAID_OF = r"(?:采用|录用|通过|可以|用|退|打回|驳|不行|放|给|延|转|换|改|销|消|完成|办|弄|修|搞|先|再|也|缓)"
_NTH = (
    rf"(?:第{_DIGITS}(?:{_ONE}|号)|\d{{1,3}}号(?:{_ONE})?|(?<!\d)\d{{1,2}}{_THAT}"
    rf"|(?<!\d)\d{{1,2}}(?={_SAID_OF}(?!了[\u4e00-\u9fff\d])))"
)
_LEAD = r"(?:请|麻烦|帮我|帮忙|给我|先|就|那就|还有|然后|再|[，, ])*"
_SET = r"(?:把|将|关于|给)?"
_TIME = r"(?:昨[天晚]|今[天早]|前[几]?天|上[次回周]|刚才|刚刚?|之前|早上|上午|下午|这周|上个月)"
_MADE = rf"(?:我们?|他们?|{_TIME}|(?:交|报|发|写|提交|登记)(?:上去|上来|过来)?的?|的|里头?)*"
_NUMBERS = re.compile(rf"{_LEAD}{_SET}(?P<n>{_NTH}(?:(?:和|跟|与|还有|、|，)+{_NTH})*)")
_FIGURE = re.compile(rf"{_DIGITS}(?=号|{_ONE}|[和跟与还、，]|\D|$)")
_MATTER = re.compile(rf"{_LEAD}{_SET}(?P<what>[^，,。；;]{{2,16}}?)的?{_THOSE}")
_MATTER_OF = re.compile(rf"{_LEAD}{_SET}(?P<what>[^，,。；;那这]{{2,12}}?)的(?![那这])(?:稿子?|信息|事情?|问题|活儿?)?")
_TURNED = re.compile(rf"{_LEAD}{_SET}{_MADE}{_THAT}(?:关于|讲|写)?")
_IN_A_ROW = re.compile(
    rf"{_LEAD}{_SET}(?:(?P<side>[前后头])(?P<count>[一两二三四五六\d])(?:{_ONE})|(?P<end>最后|末尾|后[面头]|后边)(?:的)?(?:那)?一?(?:{_ONE})"
    rf"|(?P<start>前[面头]|前边|头|最前面?)(?:的)?(?:那)?一?(?:{_ONE}))"
)
_OTHER = re.compile(
    rf"{_LEAD}{_SET}另外?(?:那)?[一两二三四]?(?:{_ONE})|{_LEAD}{_SET}(?:其余|其他|剩下)的?(?:[那几两三四]*{_ONE})?(?:都)?"
)
_ALL = re.compile(
    rf"{_LEAD}{_SET}(?:[这那]?[两二三四五六七\d几]{_ONE}(?:全部?|都)?|(?:[这那]些)?(?:全部?|所有的?|都)(?:[这那]?些)?)"
)
_BUT = re.compile(
    rf"{_LEAD}除了?(?P<but>[^，,]{{2,16}}?)(?:以外|之外)?[，, ]*"
    r"(?:其他|其余|别的|剩下|另外)?的?(?:全部?|都)"
)
_IDLE = re.compile(rf"{_MADE}(?P<core>.*?)(?:的|那|里头?)?")
_AGREES = re.compile(rf"(?P<what>[^，,。；;]{{1,10}}?)的?{_THAT}")
_VERB_FIRST = re.compile(
    r"(?:先|就|请|给我|帮我|把|直接)*(?P<verb>提交|报送|上报|交|报|发|送审|撤回|收回|撤|抽回|采用|录用|退回|打回|驳回|导出|还原|恢复|精简|改短)(?:一下|了)?"
    rf"(?P<what>.{{1,16}}?{_ONE}(?:稿子?|信息)?)(?:吧|了)?"
)
"""先交后面那篇 is 后面那篇先交."""
_SHORTEST = 2


def read(words: str, things: Sequence[str], before: Sequence[int] = ()) -> Pointing | None:
    """What the words begin with pointing at; None where they point at nothing that is there. `before` are the
    places spoken of until now: 另一篇 is none of them."""
    found = _VERB_FIRST.fullmatch(words)
    if found:
        meant = read(found["what"], things, before)
        return Pointing(meant.by, meant.places, meant.left + found["verb"]) if meant and not meant.left else None
    return (
        _all_but(words, things)
        or _in_a_row(words, things)
        or _numbered(words, things)
        or _matter(words, things)
        or _other(words, things, before)
        or _all(words, things)
    )


def named(what: str, things: Sequence[str]) -> tuple[int, ...]:
    """The things that share the most with the words that name them, at least half of these words."""
    found = _IDLE.fullmatch(what)
    core = re.sub(r"[的那这]", "", found["core"] if found else what)
    shared = [_shared(core, thing) for thing in things]
    most = max(shared, default=0)
    if most < _SHORTEST or most * 2 < len(core):
        return ()
    return tuple(n for n, count in enumerate(shared) if count == most)


def _shared(core: str, thing: str) -> int:
    """The length of the longest piece of the words that stands in the thing's."""
    for length in range(len(core), _SHORTEST - 1, -1):
        if any(core[at : at + length] in thing for at in range(len(core) - length + 1)):
            return length
    return 0


def _all_but(words: str, things: Sequence[str]) -> Pointing | None:
    found = _BUT.match(words)
    if not found:
        return None
    spared = read(found["but"], things)
    places = spared.places if spared else named(found["but"], things)
    if not places:
        return None
    return Pointing(By.REST, tuple(n for n in range(len(things)) if n not in places), words[found.end() :])


def _numbered(words: str, things: Sequence[str]) -> Pointing | None:
    found = _NUMBERS.match(words)
    if not found:
        return None
    numbers = [_value(one) for one in _FIGURE.findall(found["n"])]
    places = tuple(n - 1 for n in numbers)
    left = words[found.end() :]
    agrees = _AGREES.match(left)
    if len(places) == 1 and agrees:
        meant = named(agrees["what"], things)
        if meant and places[0] in meant:
            return Pointing(By.MATTER, places, left[agrees.end() :])
    if any(not 0 <= n < len(things) for n in places):
        return None
    return Pointing(By.NUMBER, places, re.sub(rf"^(?:{_THAT})?的?(?:里头?)?", "", left))


def _in_a_row(words: str, things: Sequence[str]) -> Pointing | None:
    """前三篇, 后两篇, 最后一篇, 前面那篇."""
    found = _IN_A_ROW.match(words)
    if not found or len(things) < _SHORTEST:
        return None
    count = 1
    if found["count"]:
        count = _value(found["count"])
    if not 0 < count <= len(things):
        return None
    first = found["start"] or found["side"] in ("前", "头")
    places = range(count) if first else range(len(things) - count, len(things))
    return Pointing(By.NUMBER, tuple(places), re.sub(r"^(?:全部?|都)", "", words[found.end() :]))


def _other(words: str, things: Sequence[str], before: Sequence[int]) -> Pointing | None:
    found = _OTHER.match(words)
    places = tuple(n for n in range(len(things)) if n not in before)
    return Pointing(By.REST, places, words[found.end() :]) if found and before and places else None


def _value(number: str) -> int:
    return 2 if number == "两" else int(number) if number.isdigit() else int(han_value(number) or 0)


def _matter(words: str, things: Sequence[str]) -> Pointing | None:
    for pattern in (_MATTER, _MATTER_OF):
        found = pattern.match(words)
        if found and (places := named(found["what"], things)):
            by = By.OF if found[0].endswith("的") else By.MATTER
            return Pointing(by, places, _behind_the_name(words[found.end() :], [things[n] for n in places]))
    found = _TURNED.match(words)
    if not found:
        return None
    left = words[found.end() :]
    for end in range(min(len(left), 12), _SHORTEST - 1, -1):
        places = tuple(n for n, thing in enumerate(things) if left[:end] in thing)
        if places:
            return Pointing(By.MATTER, places, re.sub(r"^的?(?:稿子?|信息)?", "", left[end:]))
    return Pointing(By.THIS, (), left)


def _behind_the_name(left: str, meant: Sequence[str]) -> str:
    """What is said of it, where its name goes on behind the pointing: 过期那几个灭火器换好了."""
    most = 0 if left[:1].isdigit() else min(len(left), 8)  # 网吧那篇6家都在哪 asks of the 6家
    ends = [end for end in range(_SHORTEST, most) if any(left[:end] in thing for thing in meant)]
    return left[max(ends) :] if ends else left


def _all(words: str, things: Sequence[str]) -> Pointing | None:
    found = _ALL.match(words)
    return Pointing(By.ALL, tuple(range(len(things))), words[found.end() :]) if found and things else None
