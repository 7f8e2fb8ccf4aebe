"""What an editor says of a report that waits: 这篇可以，采用; 退给文化馆，让他们补人数. Which one is meant, and why."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What is decided."""

    ADOPT = "adopt"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`who` names a unit, a person or words of the title, `number` the place in the list shown; `why` goes to the
    author, and `reason` is the code that it falls under, both empty where nothing was said."""

    act: Act
    who: str = ""
    number: int = 0
    why: str = ""
    reason: str = ""


_ONE = (
    r"(?:把|将)?(?:(?:这|那|刚才那?)一?[篇条个份]|第(?P<n>[1-9一二三四五六七八九])[篇条个]|《(?P<title>[^》]{2,30})》"
    r"|(?P<who>(?!这|那|第)[\u4e00-\u9fff]{2,10}?)(?:报|交|发)?(?:来|上来)?的?[这那]?一?[篇条份](?:稿子?|信息)?"
    r"|(?P<whose>(?!这|那|第)[\u4e00-\u9fff]{2,10}?)的(?:稿子?|信息|(?=先|不|就|退|打|采|可以)))?(?:稿子?|信息|的)?"
)
_LIKED = r"(?:我?看[了过]?|写得|可以|行|好|没什么?问题|不错|挺好|还行|过关|就这样|[了的吧])*[，,。 ]*"
_ADOPT = re.compile(
    rf"(?:请|好|行|嗯|那|就|[，, ])*{_ONE}[，, ]*{_LIKED}(?:就|给|我|可以|同意|直接|准予|都)*(?:采用|录用|采纳|通过)"
    r"(?:这[篇条个]|它|了|吧|一下)*"
)
_ADOPT_FIRST = re.compile(rf"(?:请|好|行|那|就|[，, ])*(?:同意|准予|可以|就)?(?:采用|录用|采纳){_ONE}(?:吧|了)*")
_BACK = r"(?:退回去?|退掉|退稿|打回去?|退)"
_TO = r"(?:给?(?:作者|他们?|她|(?P<to>(?!这|那)[\u4e00-\u9fff]{2,10}?)))?"
_ASK = r"(?:让|叫|请|要)?(?:他们?|她|作者)?(?:去)?(?:重写|重改|重新写|改改|修改|改一下|再改改?)?"
_RETURN = re.compile(
    rf"(?:请|那|就|[，, ])*{_ONE}[，, ]*(?:先|给我?|都|要|得|直接|不行|不采用|[，, ])*"
    rf"(?:{_BACK}{_TO}|不(?:予|能)?采用)(?:吧|了|去)*{_ASK}(?:吧|了)*(?:[，,。：:；; ]+(?P<why>.+))?"
)
_WHY_FIRST = re.compile(
    rf"{_ONE}[，, ]*(?P<why>[^，,。]{{2,30}})[，,。 ]+(?:请|先|给|都|要|得|直接|就)*(?:退回去?|打回去?|退稿|退给作者)"
    rf"{_ASK}(?:吧|了)*"
)
_REASONS = (
    ("涉密隐私", r"涉密|隐私|身份证|电话号|手机号"),
    ("重复报送", r"重复|报过|已经报"),
    ("一稿多事", r"两件|几件|分开|拆成|一稿"),
    ("空话套话", r"空话|套话|太空|太虚|口号|拔高|虚"),
    ("超时效", r"过期|太晚|超时|时效|上个月的|早就"),
    ("事实不准", r"不对|不准|错|核实|核对|核一下|对不上|有出入|不实"),
    ("要素不全", r"没有?|没写|缺|补|少|不全|谁|哪|多少|时间|地点|人数|单位|结果|写清|说清"),
)
_DIGITS = "一二三四五六七八九"


def reason_of(why: str) -> str:
    """The code that the words of a return fall under; empty for none."""
    return next((code for code, signs in _REASONS if why and re.search(signs, why)), "")


def read(text: str) -> Verdict | None:
    """The verdict, or None where the words are not certainly one."""
    words = re.sub(r"[。.！!~\s]+$", "", text.strip())
    if len(words) > 80 or "\n" in words or re.search(r"[？?]|吗$", words):
        return None
    if found := _ADOPT.fullmatch(words) or _ADOPT_FIRST.fullmatch(words):
        return _verdict(Act.ADOPT, found.groupdict())
    for pattern in (_RETURN, _WHY_FIRST):
        found = pattern.fullmatch(words)
        if found and (found.re is _WHY_FIRST or _certain(words, found.groupdict())):
            return _verdict(Act.RETURN, found.groupdict())
    return None


def _certain(words: str, parts: dict[str, str | None]) -> bool:
    """退 alone says too little: a report, a receiver or 退回 by itself must be named."""
    named = any(parts.get(name) for name in ("n", "title", "who", "whose", "to"))
    return (
        named
        or re.search(r"[这那]一?[篇条个份]|作者|他", words) is not None
        or bool(re.match(r"退回|打回|退稿|不(?:予|能)?采用", words))
    )


# 因为, and 让他们: the words go to the author.
_OPENING = re.compile(r"^(?:因为|原因是?|理由是?|(?:让|叫|请|要|跟|告诉)(?:他们?|她|作者)(?!自己)(?:说|讲)?(?:一声)?)")


def _verdict(act: Act, parts: dict[str, str | None]) -> Verdict:
    why = _OPENING.sub("", parts.get("why") or "")
    who = next((said for name in ("title", "who", "whose", "to") if (said := parts.get(name))), "")
    number = parts.get("n") or ""
    place = int(number) if number.isdigit() else _DIGITS.find(number or "无") + 1
    return Verdict(act, who, place, why, reason_of(why))
