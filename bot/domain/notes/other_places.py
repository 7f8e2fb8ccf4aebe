"""Another place for what somebody else told: 不是在文庙吧，海报写的是滨河公园."""

import re
from collections.abc import Sequence

from bot.domain.language.names import places
from bot.domain.language.quantities import Quantity
from bot.domain.notes.report import Conflict
from bot.domain.notes.utterances import Utterance

Said = tuple[Utterance, Quantity]
"""A figure, or a stretch of words (`span`), and the utterance that tells it."""
_NOT_THERE = re.compile(r"不是(?:在|去|到)?(?P<old>[一-龥]{2,8}?)(?:吧|吗|么|嘛)$")


def elsewhere(content: Sequence[Utterance]) -> list[tuple[Conflict, list[Said]]]:
    """不是在文庙吧，海报写的是滨河公园: another place for what somebody else told, blanked like figures."""
    for at, one in enumerate(content):
        if found := _told_elsewhere(one, content[:at]):
            return [found]
        denied, after = _NOT_THERE.search(one.text), content[min(at + 1, len(content) - 1)]
        now = next(iter(places(after.text)), None) if denied and after.message == one.message else None
        if denied is None or now is None:
            continue
        for u in content[:at]:
            was = next((n for n in places(u.text) if denied["old"] in n.text), None)
            if was and u.speaker != one.speaker and was.text != now.text:
                start = was.start - (u.text[was.start - 1 : was.start] in tuple("在到去"))
                blanks = [
                    (u, span(start, was.end)),
                    (one, span(0, len(one.text))),
                    (after, span(0, len(after.text))),
                ]
                return [(Conflict("地点", (was.text, now.text), (u.message, one.message)), blanks)]
    return []


# 讲座在青少年宫办的吧, 我记得是在关帝庙演的, 出发点是人民广场, 我填的出车单是第二小学
_THERE = re.compile(
    r"我?(?:这边?)?(?P<sure>记得|看到?|听说|觉得|印象中?)?(?P<what>[一-龥]{0,9}?)(?P<be>(?:好像|应该|其实|(?<!不)是|(?<!现)在)+)"
)
_BEHIND = re.compile(r"(?:里|上|那边|门口)?(?P<did>[一-龥]{1,2}的)?(?P<doubt>[吧吗么嘛呀啊呢])?[?？]?")
_OF_ALL = re.compile(r"|地[点方]|活动|现场|[一-龥]{1,3}点|会|咱们?|我们|这次|今天")
_TOLD_AT = re.compile(r"(?:[在到去从]|地点[是为]?)$")


def _told_elsewhere(one: Utterance, before: Sequence[Utterance]) -> tuple[Conflict, list[Said]] | None:
    """A clause of nothing else than where it was, by another than who told where; of a thing that was told of."""
    now = next(iter(places(one.text)), None)
    ahead = _THERE.fullmatch(one.text, 0, now.start) if now else None
    after = _BEHIND.fullmatch(one.text, now.end) if now else None
    if not now or not ahead or not after or one.plan or one.quantities() or one.moments():
        return None
    if not (after["doubt"] or after["did"] or ahead["sure"] or "是" in ahead["be"]):
        return None
    whole = _OF_ALL.fullmatch(ahead["what"]) is not None
    for u in (u for u in before if u.speaker != one.speaker and not u.patches):
        message = "".join(b.text for b in before if b.message == u.message)
        was = next((n for n in places(u.text) if _TOLD_AT.search(u.text[: n.start])), None)
        if was is None or was.text.endswith(now.text) or now.text.endswith(was.text):
            continue
        if whole or ahead["what"][-2:] in message or was.text[-2:] == now.text[-2:]:
            blanks = [
                (u, span(was.start - (u.text[was.start - 1] in "在到去"), was.end)),
                (one, span(0, len(one.text))),
            ]
            return Conflict("地点", (was.text, now.text), (u.message, one.message)), blanks
    return None


def span(start: int, end: int) -> Quantity:
    """A stretch of words that is blanked like a figure."""
    return Quantity(start, end, 0, "", approx=False)
