"""A correction that says both, what was wrong and what is right: 不是45是54, 把张强改成章强."""

import re
from collections.abc import Sequence

from bot.domain.language.dates import moments
from bot.domain.language.quantities import same_unit
from bot.domain.notes.targets import ANY_TIME, find, find_number, number_of
from bot.domain.notes.utterances import Kind, Patch, Utterance

_PAIR = [
    re.compile(r"不是(?P<old>[^，,。；不]{1,16}?)[，,、\s]*(?:而是|应该是|应是|是)(?P<new>(?!不是)[^，。；,]{1,20})"),
    re.compile(r"(?:是|为)(?P<new>[^，,。；不]{1,16}?)[，,、\s]*(?:而)?不是(?P<old>[^，。；,]{1,16})"),
    re.compile(
        r"不是(?P<old>约?\d[\d.]*[万亿]?[一-龥]{0,2}?)[，,][^。；]{2,24}?(?:扣掉|减掉|去掉|刨掉|刨去|除去|实际"
        r"|应该|真正)(?:后|了|以后|之后)?(?:应该)?(?:是|有|为)(?P<new>约?\d[\d.]*[万亿]?[一-龥]{0,2})"
    ),
    re.compile(r"(?:把|将)(?P<old>[^，,。；]{1,16}?)(?:改成|改为|改到|更正为|换成)(?P<new>[^，。；,]{1,20})"),
    re.compile(
        r"(?P<old>[^，,。；:：\s]{1,12}?)(?:改成|改为|更正为|应该是|应为|应是"
        r"|[说写打看记搞弄数听报抄输填敲][错串岔混]了?[，,\s]*(?:应该)?是)(?P<new>[^，。；,]{1,20})"
    ),
]
_TRIM = re.compile(r"^[\s，,。：:是为]+|[\s，,。吧啊的了才对~！!\U0001f300-\U0001faff\u2600-\u27bf]+$")


def put_in_place(done: list[Utterance], typed: str, said: range) -> bool:
    """不是A是B and its kin in what was typed as the message `said`: A is looked up in what was told before."""
    before, index = said.start, done[said.start].message
    for pattern in _PAIR:
        for m in pattern.finditer(typed):
            old, new = _TRIM.sub("", m["old"]), _TRIM.sub("", m["new"])
            if not old or not new or old == new:
                continue
            found = find(old, done, before) or find_number(old, done, before)
            sure = _SURE.search(typed[: m.start()] + typed[m.end() :] + m[0].replace("应该是", "")) is not None
            if found is None or not _of_a_kind(done[found[0]].text[found[1] : found[2]], new, sure=sure):
                continue
            at, start, end = _of_its_thing(typed[: m.start()], old, found, done, before)
            if (told := _VALUE.match(done[at].text, end)) and not number_of(old) and not number_of(told["value"]):
                start, end = told.span("value")  # 主讲人写错了，是刘平, of 主讲人是王浩
            old_text = done[at].text[start:end]
            a, b = number_of(old_text), number_of(new)
            if a and b and a.unit and not b.unit:
                new += a.unit
            elif (
                a
                and b
                and new.endswith(b.unit)
                and same_unit(a.unit, b.unit)
                and done[at].text[end : end + 1].isalpha()
            ):
                new = new.removesuffix(b.unit) + a.unit  # 12名家长 and 是16人: 16名家长
            end += _overlap(new, done[at].text[end:])
            offset = typed.find(_TRIM.sub("", m["new"]))
            made = Patch(start, end, new, index, max(offset, 0), max(offset, 0) + len(_TRIM.sub("", m["new"])))
            keep = tuple(p for p in done[at].patches if not (p.start < end and start < p.end))
            done[at] = done[at].with_patches((*keep, made))
            return True
    return False


def _of_a_kind(old: str, new: str, *, sure: bool) -> bool:
    """Two figures, two times, or two names: 捐书写错了，是330册 does not say that 捐书 should read 330册."""
    if number_of(old) or number_of(new):
        return bool(number_of(old) and number_of(new))
    if bool(list(moments(old, ANY_TIME))) != bool(list(moments(new, ANY_TIME))):
        return False
    return sure or (len(old) == len(new) and bool(set(old) & set(new)))


# 此墓应是迁葬墓 tells; 场地写错了，应该是文化馆 and 不是老馆，是新馆 put right.
_SURE = re.compile(r"不是|错|不对|更正|改|反了|混")
_VALUE = re.compile(r"(?:是|为|叫|：|:)(?P<value>[^，。；\d]{2,12})$")
_THING = re.compile(r"[一-龥]{2,6}$")


def _of_its_thing(
    ahead: str, old: str, found: tuple[int, int, int], done: Sequence[Utterance], before: int
) -> tuple[int, int, int]:
    """白鹭不是46只，是120只, where 46 was told of another bird: the figure that was told of 白鹭."""
    named, number = _THING.search(ahead), number_of(old)
    if not named or not number or named[0] in done[found[0]].text:
        return found
    for at in range(before - 1, -1, -1):
        if done[at].kind is Kind.CONTENT and named[0] in done[at].text:
            own = (q for q in done[at].quantities() if same_unit(q.unit, number.unit))
            return next(((at, q.start, q.end) for q in own), found)
    return found


def _overlap(new: str, rest: str) -> int:
    """东苑|社区 corrected to 东湖社区: the words that the new text brings along are not kept twice."""
    return next((k for k in range(min(len(new), len(rest)), 0, -1) if new.endswith(rest[:k])), 0)
