"""A statement typed in several short messages: 一共来了 | 14支队, 第一名 | 南街队.

The later piece is written into the first.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.domain.notes.in_talk import told_in_talk
from bot.domain.notes.patching import all_of, mark
from bot.domain.notes.utterances import Kind, Patch, Utterance

_DANGLING = re.compile(
    r"(?:来了|到了|去了|花了|用了|发了|送了|收了|查了|种了|卖了|演了|拍了|办了|捐了|修了|换了|请了|邀请了|获|拿了|一共|总共|合计|一共有|有|是|叫)$"
)
_LABEL = re.compile(
    r"^(?:第[一二三四五六]名|冠军|亚军|季军|[一二三特]等奖|优秀奖|金奖|银奖|铜奖|主题|地点|地方|时间|人数|金额"
    r"|经费|主讲|主讲人|带队的?|讲课的?|奖品|最[大小]的|最高分|得分|成绩|参加的|来的人|观众|单价|面积|长度)$"
)
_PIECE = re.compile(r"^[^，。；了]{1,12}$")
_SOON = timedelta(minutes=3)


def joined(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances with every such piece written into the one it completes."""
    done = list(found)
    alone = _alone(done)
    for i in alone.values():
        _name(done, i)
    for i, one in enumerate(done[:-1]):
        after = done[i + 1]
        if not (alone.get(one.message) == i and alone.get(after.message) == i + 1 and after.message == one.message + 1):
            continue
        if one.speaker != after.speaker or after.said - one.said > _SOON or after.plan or not _PIECE.match(after.text):
            continue
        label = _LABEL.match(one.text) is not None
        figures = after.quantities()
        if (
            label
            and not after.moments()
            and (not figures or re.search(r"人数|金额|经费|分|成绩|大|小|参加|人|观众|单价|面积|长度", one.text))
        ):
            new = ("" if one.text.endswith(("是", "叫", "的")) and figures else "是") + after.text
        elif _goes_on(one.text, after):
            new = after.text
        else:
            continue
        made = Patch(len(one.text), len(one.text), new, after.message, after.start, after.end)
        done[i] = one.with_patches((*one.patches, made))
        mark(done, [i + 1], Kind.REPLACED)
    return told_in_talk(_day_answered(done))


# 没来的6个补课, answered with 定在5月9号
_SET_FOR = re.compile(r"(?:就|是)?(?:定|安排|放|约)(?:在|到|了)?")
_MATTER = re.compile(r"(?!.*[了吗呢吧？?])[^，。]{4,14}")


def _day_answered(done: list[Utterance]) -> list[Utterance]:
    """What one colleague leaves open and another answers with nothing but a day is told in one clause."""
    for at, one in enumerate(done):
        days = [m for m in one.moments() if m.kind in ("day", "month")] if one.kind is Kind.CONTENT else []
        if len(days) != 1 or days[0].end != len(one.text) or not _SET_FOR.fullmatch(one.text[: days[0].start]):
            continue
        asked = next((k for k in range(at - 1, -1, -1) if done[k].kind is Kind.CONTENT), None)
        what = done[asked] if asked is not None else one
        near = what.message == one.message - 1 and what.speaker != one.speaker and what.said <= one.said
        if near and asked is not None and _MATTER.fullmatch(what.text) and not what.moments():
            made = Patch(0, 0, what.text, what.message, what.start, what.end)
            done[at] = one.with_patches((*one.patches, made))
            mark(done, [asked], Kind.REPLACED)
    return done


def _name(done: list[Utterance], at: int) -> None:
    """分别是, and in the next message nothing but names: they are what it announced."""
    one = done[at]
    names = list(all_of(done, one.message + 1)) if _ANNOUNCED.search(one.text) else []
    told = [done[k] for k in names]
    soon = all(u.speaker == one.speaker and u.said - one.said <= _SOON for u in told)
    if len(told) > 1 and soon and all(u.kind is Kind.CONTENT and _NAME.fullmatch(u.text) for u in told):
        end, listed = len(one.text), "、".join(u.text for u in told)
        made = Patch(end, end, listed, one.message + 1, told[0].start, told[-1].end)
        done[at] = one.with_patches((*one.patches, made))
        mark(done, names, Kind.REPLACED)


_ANNOUNCED = re.compile(r"(?:分别|都|依次|名单)(?:是|有)$")
_NAME = re.compile(r"[一-龥]{2,8}")


def _goes_on(text: str, after: Utterance) -> bool:
    figures = after.quantities()
    if _COUNTED.match(text):
        return len(figures) == 1 and (figures[0].start, figures[0].end) == (0, len(after.text))
    return _DANGLING.search(text) is not None and (
        (bool(figures) and figures[0].start == 0) or text.endswith(("是", "叫"))
    )


# 书过期的 | 87本
_COUNTED = re.compile(r"^[一-龥]{2,8}的$")


def _alone(done: Sequence[Utterance]) -> dict[int, int]:
    """Message → its only utterance, where that is content."""
    of: dict[int, list[int]] = {}
    for i, u in enumerate(done):
        of.setdefault(u.message, []).append(i)
    return {m: at[0] for m, at in of.items() if len(at) == 1 and done[at[0]].kind is Kind.CONTENT}
