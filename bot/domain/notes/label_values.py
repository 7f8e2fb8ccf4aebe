"""Labels and their values as bulletins type them (进馆 1.23万人次, 城关 12场 3500人): which spaces part no clauses."""

import re
from functools import lru_cache

from bot.domain.language.quantities import UNIT

_BLANK = re.compile(r"[ \t　]+")
_AMOUNT = r"[约近超共]?[+\-↑↓]?\d[\d.,]*[万亿]?[多余]?"
_MEASURE = rf"(?:%|‰|晚(?!上)|(?!年|月|日|号|点|时|周|岁|分钟|小时){UNIT}次?)"
_END = r"(?=$|[ \t　，,。；;、\n（(])"
# 1.23万人次, 92%, 3 项, 15个乡镇, 120万到账: what follows the space is the value of the words before it.
_VALUE = re.compile(
    rf"(?:{_AMOUNT}[ ]?{_MEASURE}(?:乡?镇|村|社区|学校)?|{_AMOUNT}(?<=[万亿])(?:到账|到位)?了?"
    rf"|[+-]?\d[\d.,]{{2,}}|0){_END}"
)
_ROW = rf"(?:{_AMOUNT}(?:%|{UNIT}|晚)次?)"
# A thing of one character that no measure is, or 人 and 车: 牛 86 羊 340, 挖机 3 人 14.
_ONE_WORD = rf"(?:[人车](?![一-龥])|(?![昨今明前上下早晚又还共好对是嗯行]|{UNIT})[一-龥])"
# Words without a figure, or a row of one label and its values.
_LABELLED = re.compile(
    rf"(?:.{{0,20}}\d(?!{UNIT}[ \t　]*$))?[^\d]{{2,14}}(?:[ \t　]+{_ROW})*[：:]?"
    rf"|{_ONE_WORD}|[^\d\s了是有共接来到]{{2,8}}{_ROW}(?:[ \t　]+{_ROW})*"
)
_WHEN = re.compile(r"[\d月周旬年半][日号月底]?$|[天午晚上早]$")
# 金牌 23 银牌 18: two labels with their numbers, or more, make a list; in 检查 12 家 30 人 5 处 each has its unit.
_LISTED = re.compile(
    rf"(?:(?:^|(?<=[\s，,：:]))(?:[一-龥]{{2,8}}|{_ONE_WORD})[ \t　]*{_AMOUNT}(?:%|{UNIT}|晚)?次?"
    rf"(?:[ \t　]+{_ROW})*(?:[ \t　，,、]+|$)){{2,}}(?!{UNIT}(?![一-龥]))",
    re.M,
)
_PLAIN = re.compile(rf"\d[\d.,]*[万亿]?{_END}")
# 过期未检 4, at the end of a line
_ALONE = re.compile(r"\d[\d.,]*[万亿]?[ \t　]*$", re.M)
# 种树 56人: who did a thing, no value of a label; 的 leaves open what is counted.
_PERSONS = re.compile(rf"{_AMOUNT}(?:个?人|名|位)(?!次){_END}")
_THEIR_LABEL = re.compile(
    r"(?:[员者生众客人家民友师手]|参加|报名|参观|接待|就业|体验|咨询|办理|[应实未]到|\d\S*|票|路|[测查训检送招录接]了)的?$"
    r"|^其中"
)
# 检查 12 家网吧: a number set off by spaces on both sides, as some write by habit.
_SET_OFF = re.compile(rf"\d[\d.,]*[ ](?!个人[ ]?\d)(?:[万亿]|{UNIT})")
_NUMBER = re.compile(r"(?<![^ \t　：:])\d[\d.,]*$")
# 收缴 盗版书 112本
_DID = re.compile(r"(?:收缴|没收|发放|登记|借阅|新增|采购|清理|赠送|捐赠|接收|投入|整改|修复|更换|安装|覆盖)$")
# 又收到3个摊位的 64万: more came in, and then what it all comes to.
_OF_SOME = re.compile(rf"\d(?:{UNIT})[一-龥]{{0,6}}的$")
_BARE = re.compile(rf"{_AMOUNT}{_END}")
# 城关分馆 借出 860册
_PLACE = re.compile(r"[一-龥]{2,8}(?:[馆镇乡村站校所店]|影城|影院|景区|小学|中学|社区)$")
_COUNTED_THING = re.compile(rf"[一-龥]{{2,6}}[ \t　]+{_ROW}{_END}")


def counts_on(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether the space at `m`, in a piece begun at `start`, only parts a label from its value or a number from its
    unit."""
    if not _BLANK.fullmatch(m[0]):
        return False
    if number := _NUMBER.search(text, start, m.start()):
        return not in_list(text, number.start()) and _SET_OFF.match(text, number.start()) is not None
    before = text[start : m.start()].strip()
    if (_DID.fullmatch(before) or _PLACE.fullmatch(before)) and _COUNTED_THING.match(text, m.end()):
        return True
    if _OF_SOME.search(before) and _BARE.match(text, m.end()):
        return False
    if not _LABELLED.fullmatch(before) or _WHEN.search(before):
        return False
    listed = in_list(text, m.end())
    persons = _PERSONS.match(text, m.end())
    if persons and not (listed or _THEIR_LABEL.search(before) or _is_line(text, start, persons.end(), before)):
        return False
    alone = _ALONE.match(text, m.end()) is not None and not before.startswith("第")
    values = (_VALUE, _SET_OFF, _PLAIN) if listed or alone else (_VALUE, _SET_OFF)
    return any(value.match(text, m.end()) for value in values)


# 座谈会 12人: how many came to it.
_EVENT = re.compile(r"[会课班赛展演练动训查讲树座式村镇]$|[今昨了在到去]")


def _is_line(text: str, start: int, end: int, label: str) -> bool:
    """退费 7人, alone on its line: a label of persons that is no event."""
    alone = text[:start].endswith(("", "\n")[start > 0]) and text[end : end + 1] in ("", "\n")
    return alone and _EVENT.search(label) is None


@lru_cache(maxsize=256)
def _lists(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _LISTED.finditer(text))


def in_list(text: str, at: int) -> bool:
    """Whether the position lies in a list of labels with their numbers."""
    return any(a <= at < b for a, b in _lists(text))
