"""What hangs on the end of a clause that tells something and tells nothing itself: praise in idioms, a request.

来自9所学校的36名选手|声情并茂、娓娓道来; 今天龙舟赛|的数给我.
"""

import re
from functools import lru_cache

from bot.domain.language.needed import Seldom, headed
from bot.domain.notes.kinds import Kind

_QUADS = re.compile(r"(?:[都也更]个?|个个|表[演现]得|讲得|演得|唱得)?(?P<first>[一-龥]{4})(?:[、，][一-龥]{4})*$")
_ENDS_IN_FOUR = re.compile(r"[一-龥]{4}$")
# 都认真听、细致看、详细问: how somebody looked at things, not what he saw.
_MANNERS = headed(
    r"(?:每到一处)?(?:都|均|便)?(?:(?:认真|仔细|细致|详细|耐心|虚心|亲切|深入|反复|用心|主动)(?:地)?[一-龥]{1,2}、)+(?:认真|仔细|细致|详细|耐心|虚心|亲切|深入|反复|用心"
    r"|主动)(?:地)?[一-龥]{1,2}$"
)
_IMPRESSION = headed(
    r"(?:这[句话个段首场]{0,2})?(?:让|给|使|令)?(?:大家|人|大伙|我们|观众|同志们|在场的?人|听的人)(?:都"
    r"|的)?(?:留下)?(?:了)?(?:很|特别|最|非常|十分)?(?:深刻的?)?(?:印象(?:很|特别|最|非常|十分)?(?:深刻?)?|难忘|感动|动容|佩服|揪心|记忆犹新)$"
)
_FEELING = re.compile(
    r"(?:怀着|带着|满怀|怀揣)(?:对[^，。]{1,8}的)?[^，。\d]{0,6}(?:敬意|心情|情谊|深情|关怀|关爱|祝福|期望|问候|热情|感情|温暖)$"
)
_REQUEST = Seldom(
    r"的?(?:总)?(?:数据?|情况|名单|材料|照片|表格?)(?:也|都|先|赶紧|尽快|快)?(?:给|发|报|传)(?:给|到)?(?:一下)?(?:我|群里|办公室)(?:一下|呗|吧|哈|啊)?$"
)
# 三八节|两场活动: the count of what follows; the occasion stays.
_AGENDA = re.compile(
    r"(?<=[节日周])(?:我们|馆里|局里)?(?:的|有|搞了|办了|一共|共)?[两三四五2-5](?:场|个|项|件)(?:活动|事情?|大事)$"
)
# 在镇文化广场哈忘说了: what the speaker says of his own typing.
_FORGOTTEN = Seldom(
    r"(?:[哈啊呃哦噢]|，|,|\s)*(?:我)?(?:刚才?|才|前面|开头)?(?:忘(?:了|记)?(?:说|写|打|提|加)了?|漏(?:说|写|打)了)(?:哈|啊|呃)?$"
)
# 明天去柳河镇|对吧
# 路灯改造的事|我说下啊: that it is talked of
_TAG = Seldom(
    r"(?<=[一-龥\d])[，, ]?(?:(?<!不)对吧|(?<![不要])是吧|对不对|没错吧|是这样吧)[?？]?$"
    r"|(?<=[一-龥]{2})(?:(?:的|这个|这件)(?:事儿?|情况)(?:(?:我们?)?说一?下[啊哈吧]?|[啊哈])|(?<=[一-龥]{3})我们?说一?下[啊哈吧]?)$"
)
# 都是今天上午的事: when it was
_MATTER = re.compile(
    r"(?P<when>(?:[今昨前]天|[今昨]晚|\d{1,2}[号日]|上周[一二三四五六日]?|[上下]午|早上|晚上?)+)的事(?:情|儿)?了?$"
)
_LEAST = 4


def tail_of(text: str) -> tuple[int, Kind] | None:
    """(where the tail begins, what it is), None where the clause has none or would be left with next to nothing."""
    if agenda := _AGENDA.search(text):
        return agenda.start(), Kind.CHAT
    if when := _MATTER.match(text):
        return when.end("when"), Kind.CHAT
    for pattern, kind in (
        (_REQUEST, Kind.CHAT),
        (_FORGOTTEN, Kind.CHAT),
        (_TAG, Kind.CHAT),
        (_MANNERS, Kind.EMPTY),
        (_FEELING, Kind.EMPTY),
        (_IMPRESSION, Kind.EMPTY),
    ):
        if (found := pattern.search(text)) and found.start() >= (_LEAST if kind is Kind.EMPTY else 2):
            return found.start(), kind
    at = _idioms(text)
    return (at, Kind.EMPTY) if at is not None and at >= _LEAST else None


_HAN = re.compile(r"[一-龥]+")
_CROWD = re.compile(r"[一-龥]{1,4}们|大家|全场|现场|众人|人人")


def idioms_only(text: str) -> bool:
    """Whether a clause is nothing but idioms, with at most a plural in front: 选手们落落大方、字正腔圆."""
    if len(text) == 4 and _HAN.fullmatch(text):
        return _idiom(text, "i")
    at = _idioms(text)
    return at is not None and (at == 0 or _CROWD.fullmatch(text[:at]) is not None)


@lru_cache(maxsize=512)
def _idioms(text: str) -> int | None:
    """Where the idioms begin that the clause ends with; two of them, or one behind a word of manner."""
    if not _ENDS_IN_FOUR.search(text):
        return None
    for start in range(max(0, len(text) - 24), len(text) - 3):
        found = _QUADS.match(text, start)
        if found and found.end() == len(text):
            words = re.split(r"[、，]", text[found.start("first") :])
            if len(words) + (found.start("first") > start) >= 2 and all(_idiom(word) for word in words):
                return start
    return None


@lru_cache(maxsize=512)
def _idiom(word: str, tags: str = "ilz") -> bool:
    """Whether the dictionary knows the four characters as a set phrase."""
    import rjieba  # loads its dictionary, which most notes never need

    tagged = rjieba.tag(word)
    return len(tagged) == 1 and tagged[0][1] in tuple(tags)
