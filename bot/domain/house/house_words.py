"""What an editor says of house wordings in chat: 以后别写“圆满成功”, “群众”一律写“读者”, 看看用语规矩, 取消这条规矩.

Only words that are certainly about the rules of a house: 不要写义卖 is about the draft on the desk.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language.numerals import whole


class Act(StrEnum):
    """What is to be done with the rules."""

    SET = "set"
    LIST = "list"
    DROP = "drop"
    WHY = "why"


@dataclass(frozen=True, slots=True)
class Wish:
    """`word` is what the rule is about (for DROP and WHY empty: the one spoken of last), `instead` what to write.

    `number` names a rule by its place in the list (from 1; ALL for every one). Not `sure`: the words are only
    about a rule where there is such a rule.
    """

    act: Act
    word: str = ""
    instead: str = ""
    number: int = 0
    sure: bool = True


ALL = -1
_OPEN, _CLOSE = r"[“\"「『]", r"[”\"」』]"
_QUOTED = rf"{_OPEN}(?P<{{0}}>[^“”\"「」『』，。\n]{{{{1,20}}}}){_CLOSE}"
_BARE = r"(?P<{0}>(?!那么|这么|太|得|很|所有|要|把|什么)[\u4e00-\u9fff]{{2,16}}?)"
_ALWAYS = r"(?:以后|今后|往后|从今天起|从今往后|从现在起)"
_IN = r"(?:我们|咱们|本单位|馆里|局里|稿子里|稿里|信息里|报告里|写信息|写稿|的|，|,|都|就|再|也|请)*"
_NOT = r"(?:别|不要|不许|不准|不能|不得|禁止|不用|莫|甭)(?:再|都|出现)*(?:写成|写|用|说|提|出现)?(?:上|到)?"
_WRITTEN = r"(?:写成|写作|说成|称为)"
_WRITE = r"(?:写成?|写作|称为?|改?叫做?|改称|用|说成?|改成|改为|换成|换为|改用|统一为|统一成)"
_TAIL = r"(?:这个词|这个说法|这几个字|这种话|这样的话|一类的?话|了|吧)*"


def _word(name: str, *, bare: bool = True) -> str:
    """A quoted word under `name`, or a bare one under `name`_."""
    quoted = _QUOTED.format(name)
    return f"(?:{quoted}|{_BARE.format(name + '_')})" if bare else quoted


_BETTER = rf"(?:[，,](?:就|要|一律|都|统一)*{_WRITE}{_word('b')})?"
_WHERE = r"(?:(?:把|凡是?|见到|遇到)(?:写成?|提到|用到?)?)?"
_ALL = r"的?[，,]?(?:一律|都|统一|全部?|要|就)*"

_RULE_SAID = (
    r"(?:(?:加|定|添|新增|新定|增加|立)(?:一)?(?:条|个)?(?:用语|用词|新)?(?:的)?规矩|(?:用语|用词)?规矩)(?:是|：|:"
    r"|，|,)*"
)
_NUMBER = r"[一二三四五六七八九十\d]{1,2}"
_CANCEL = r"(?:取消|删掉|删除|去掉|撤销|撤掉|废除|废掉|作废|收回|不要)(?:掉|了)?"
_EVERY = r"(?:所有|全部|一切|全)"
_GONE = r"(?:不要了?|取消了?|删了|删掉|去掉|作废了?|收回|撤掉|撤了|废了|废除|不算了?|不用了)(?:吧)?"

_RULES: dict[Act, tuple[str, ...]] = {
    Act.SET: (
        rf"{_ALWAYS}{_IN}{_NOT}{_word('a', bare=False)}{_TAIL}{_BETTER}",
        rf"{_ALWAYS}{_IN}(?:别|不要|不许|不准|不能|不得|禁止)(?:再|都)*写{_word('a')}{_TAIL}{_BETTER}",
        (
            rf"(?:也|还|再|另外|，|,)*(?:不许|不准|禁止|不得)(?:再)?(?:写|用|出现|说)"
            rf"{_word('a', bare=False)}{_TAIL}{_BETTER}"
        ),
        rf"{_word('a', bare=False)}{_TAIL}{_ALWAYS}{_IN}{_NOT}{_TAIL}",
        rf"{_ALWAYS}{_IN}{_WHERE}{_word('a', bare=False)}{_ALL}{_WRITE}{_word('b', bare=False)}",
        rf"{_ALWAYS}{_IN}{_WHERE}{_word('a')}{_ALL}{_WRITTEN}{_word('b')}",
        rf"{_word('a', bare=False)}(?:以后|今后|这个词|，|,)*(?:一律|统一){_WRITE}{_word('b', bare=False)}",
        r"(?P<a_>[\u4e00-\u9fff]{2,6}?)(?:一律|统一)(?:写成?|写作|称为?)(?P<b_>[\u4e00-\u9fff]{2,6})",
        rf"{_word('a', bare=False)}(?:以后|今后)(?:要|就|都)?{_WRITE}{_word('b', bare=False)}",
        (
            rf"(?:把)?{_word('a', bare=False)}(?:也)?(?:列入|加进|加入|加到|放进|列为)(?:禁用|禁写|不能写的?)(?:词"
            r"|词表|名单|的词)?(?:里)?"
        ),
        rf"(?:禁用|禁写|封掉?){_word('a', bare=False)}{_TAIL}",
        rf"{_RULE_SAID}{_IN}(?:{_NOT}|不[写用说提]){_word('a', bare=False)}{_TAIL}{_BETTER}",
        (
            rf"{_RULE_SAID}{_word('a', bare=False)}{_TAIL}(?:不能|不许|不准|别|不要|禁止)(?:再)?"
            rf"(?:用|写|出现|提)?{_TAIL}"
        ),
        rf"{_RULE_SAID}{_WHERE}{_word('a', bare=False)}{_ALL}{_WRITE}{_word('b', bare=False)}",
        (
            r"(?:稿子|信息|稿件|材料|文章)(?:里|中)?(?:面)?(?:以后)?(?:一律|都|统一)?(?:不许|不准|禁止|不能"
            rf"|不得)(?:再)?(?:写|出现|用|有){_word('a', bare=False)}{_TAIL}"
        ),
        (
            rf"{_WHERE}{_word('a', bare=False)}{_ALL}{_WRITE}{_word('b', bare=False)}[，,](?:以后|今后)(?:都|就"
            r"|一律)*(?:这样|这么写|照此|按这个)(?:写|来|办)?"
        ),
    ),
    Act.LIST: (
        (
            r"(?:看看?|看一?下|查看?|查一?下|列出|列一?下|列|现在|目前|我们|咱们?|单位|馆里|局里|都|的)*"
            r"(?:定了|定过|有)?(?:哪些|什么|啥)?(?:用语|用词|禁用|写作)?(?:规矩|禁用词|禁词|禁用的词)(?:都)?(?:有哪些"
            r"|有什么|有啥|是什么|是啥|列一下|给我看看)?"
            r"|(?:我们|单位|稿子里|现在)?(?:有)?(?:哪些|什么|啥)(?:词|话|说法)(?:不能|不让|不许|不准)(?:写|用|出现)"
        ),
        (
            r"(?:看看|看一?下|查看|查一?下|看|列出|列一?下)?(?:都?有(?:哪些|什么|啥))?(?:我们|本单位|单位|馆里|局里)?的?"
            r"(?:用语|用词|措辞|写法)(?:的|上|方面)?(?:都|现在)?(?:有(?:哪些|什么|啥))?(?:规矩|规定|规则|要求|习惯|讲究)"
            r"(?:都?有哪些|有什么|有啥|是什么|是啥|(?:列|调|拿|拉|发)(?:一下|出来)?)?(?:给)?我?(?:看看|看)?"
        ),
    ),
    Act.DROP: (
        (
            rf"(?:取消|删掉|删除|去掉|撤销|不要)(?:掉|了)?(?:{_word('a', bare=False)})?(?:的)?(?:这|那|刚才|刚定的?)?"
            r"(?:一)?(?:条|个)?(?:用语|用词)?的?规矩(?:了|吧)?"
        ),
        rf"(?:把)?(?:用语|用词)?(?:规矩)?第?(?P<n>{_NUMBER})[条个](?:用语|用词)?(?:的)?规矩{_GONE}",
        (rf"{_CANCEL}(?:用语|用词)?(?:规矩)?(?:里|的)?第(?P<n>{_NUMBER})[条个](?:用语|用词)?(?:的)?规矩(?:了|吧)?"),
        (
            rf"{_CANCEL}{_EVERY}(?:的)?(?:用语|用词)?(?:规矩|禁用词)(?P<all>)(?:了|吧)?"
            rf"|(?:把)?{_EVERY}?(?:的)?(?:用语|用词)(?:规矩)(?:全部?|都|所有){_GONE}(?P<all2>)"
        ),
        rf"(?:把)?(?:用语|用词)?规矩(?:里|中)(?:的|那条)?{_word('a')}(?:那条|这条)?{_GONE}",
        rf"{_CANCEL}{_word('a', bare=False)}(?:那|这)(?:一)?[条个](?:规矩)?(?:了|吧)?",
        rf"(?:把)?{_word('a', bare=False)}(?:那|这)一?[条个]{_GONE}",
        rf"(?:把)?{_word('a', bare=False)}(?:那|这)?(?:一)?[条个]?(?:用语|用词)?(?:的)?规矩{_GONE}",
        rf"(?:把)?{_BARE.format('a_')}(?:那|这)(?:一)?[条个](?:用语|用词)?(?:的)?规矩{_GONE}",
        (
            rf"(?:把)?(?:刚才?|刚刚|上面|上一条)?(?:定的?)?(?:那|这)条(?:用语|用词)?规矩{_GONE}"
            rf"|刚(?:才|刚)?定的(?:那|这)?条{_GONE}"
        ),
        (
            rf"(?:{_ALWAYS}|，|,)*{_word('a', bare=False)}(?:以后|今后|现在|又|还是)*(?:不用|不必|不要"
            rf"|别)再?{_WRITE}{_word('d', bare=False)}(?:了|吧)*"
        ),
        (
            rf"{_ALWAYS}{_word('a', bare=False)}(?:还是|又|也|就)?(?:可以|能|照样|照常|照)(?:照|接着|再|照常)?(?:写"
            r"|用)(?:了)?"
        ),
        rf"(?:允许|准许|可以|放开)(?:再|接着|照常)?(?:写|用)?{_word('a', bare=False)}(?:了|吧)?",
        (
            rf"(?:解除|取消|放开)(?:对)?{_word('a', bare=False)}的(?:禁用|限制|禁令)(?:了|吧)?"
            rf"|(?:把)?禁用的{_word('e', bare=False)}(?:放开|解除|解禁|恢复)(?:了|吧)?"
        ),
        r"(?P<maybe>[\u4e00-\u9fff]{2,12})(?:以后|今后|现在|又)?(?:可以|能)(?:照常|接着|再)?(?:写|用)了",
        rf"{_word('a', bare=False)}(?:以后|今后|现在|又)?(?:可以|能|照样可以)(?:照常|接着|再)?(?:写|用)了?",
    ),
    Act.WHY: (
        (
            rf"(?:为什么|为啥|怎么|咋)(?:要|又)?(?:把|将)?{_word('a')}(?:被|给)?(?:改|换)(?:成|为|掉|了).*"
            rf"|(?:为什么|为啥|怎么|咋)(?:不能|不让|不许|不准){_WRITE}{_word('c')}(?:了)?"
        ),
    ),
}
# The same said in other orders: what makes it a rule (以后, 一律, 记住) may stand anywhere, so it is taken out first.
_MARK = re.compile(
    r"(?:从)?(?:以后|今后|往后|今天起|今往后|现在起|下次起?)(?:开始)?(?:的)?(?:稿子?|信息)?(?:里|中)?(?:面)?|一律"
    r"|统一一下|记住|注意|记一下|(?:大家|各位|都给我|请)+"
)
_OURS = (
    r"(?:(?:我们?|咱们?|本)(?:局|馆|单位|站|中心|县|科|股|室)?里?(?:的)?"
    r"(?:稿子?|信息)?(?:里|中)?|稿子?里头?|信息里头?|材料里头?)?"
)
_SUCH = r"(?:这个?词|这种(?:词|话|说法)|这类(?:词|话)|这个?说法|这几个字|这两个字|这样的话|一类的?话?|之类的?)"
_NO = (
    r"(?:都|也|再|就|是|[，,])*(?:别|不要|不许|不准|不能|不得|不让|禁止|甭|莫|少)(?:再|都)*(?:写成|写上?|用|说|提"
    r"|出现)?(?:在稿里|到稿里|进稿子?|出来|了)*"
)
_SKELETONS: tuple[str, ...] = (
    rf"{_OURS}{_NO}{_word('a', bare=False)}{_SUCH}?(?:了|吧)*",
    rf"{_OURS}{_word('a', bare=False)}{_SUCH}?{_NO}(?:了|吧)*",
    rf"{_OURS}{_BARE.format('a_')}{_SUCH}{_NO}(?:了|吧)*",
    rf"{_OURS}{_NO}{_BARE.format('a_')}{_SUCH}(?:了|吧)*",
    rf"{_OURS}{_WHERE}{_word('a', bare=False)}(?:都|统一|全部?|要|就)*{_WRITE}{_word('b', bare=False)}(?:吧|了)*",
    rf"{_OURS}(?:要|就|得|都|统一)*{_WRITE}{_word('b', bare=False)}[，,]?(?:而?不是|{_NO}){_word('a', bare=False)}",
    rf"{_OURS}{_NO}{_word('a', bare=False)}[，,]?(?:要|得|都|应该|应当|统一)*{_WRITE}{_word('b', bare=False)}",
    rf"{_OURS}{_word('a', bare=False)}[，,]?{_NO}[，,]?(?:要|得|都|应该|统一)*{_WRITE}{_word('b', bare=False)}",
)
_FREE = tuple(map(re.compile, _SKELETONS))
_PATTERNS = tuple((re.compile(pattern), act) for act, patterns in _RULES.items() for pattern in patterns)
_END = re.compile(r"[。.！!？?\s]+$")

_KEPT_SO = re.compile(
    r"[，,](?:把它)?(?:设|定|作|列|当|记|加)(?:成|为|到|作)(?:一条)?(?:固定|统一)?的?"
    r"(?:用语|用词|写法|规矩|说法)(?:里)?$"
)


def read(words: str) -> Wish | None:
    """The wish, or None where the words are not certainly about house wordings."""
    said = re.sub(r"[ \u3000]+", "", _END.sub("", words.strip()))
    if len(said) > 60 or "\n" in said:
        return None
    said = _KEPT_SO.sub("", said)
    for pattern, act in _PATTERNS:
        found = pattern.fullmatch(said)
        if found:
            parts = found.groupdict()
            word, instead = (_said(parts, name) for name in ("a", "b"))
            word = word or _said(parts, "c") or _said(parts, "e")
            if act is Act.DROP and (parts.get("all") is not None or parts.get("all2") is not None):
                return Wish(act, number=ALL)
            if number := parts.get("n"):
                return Wish(act, number=whole(number))
            maybe = parts.get("maybe") or ""
            return Wish(act, word or maybe, instead, sure=not maybe)
    return _freely(said)


def _freely(said: str) -> Wish | None:
    """The rule by its build alone; without a word that makes it one, it may be about the draft on the desk."""
    if said.endswith("了"):  # 统一改成“党群驿站”了 tells what was done
        return None
    parts = re.split(rf"({_OPEN}[^“”\"「」『』]*{_CLOSE})", said)
    bare = "".join(part if n % 2 else _MARK.sub("", part) for n, part in enumerate(parts))
    bare = re.sub(r"^[，,：:]+|(?:就行|就好|即可|[，,吧了哈啊])+$", "", re.sub(r"[，,]+", "，", bare))
    for pattern in _FREE:
        if found := pattern.fullmatch(bare):
            parts_ = found.groupdict()
            return Wish(Act.SET, _said(parts_, "a"), _said(parts_, "b"), sure=bare != said)
    return None


def _said(parts: dict[str, str | None], name: str) -> str:
    return parts.get(name) or parts.get(f"{name}_") or ""
