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
        if found := _written_elsewhere(one, content[:at]):
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


# 我填的出车单是第二小学, where somebody else told of 实验小学
_WRITTEN_PLACE = re.compile(
    r"^(?:我|我这边|我这)?(?:(?:填|写|记|登记|报|看|听|发|收到|接到)的?)?(?:[一-龥]{0,6}?(?:单子?|表|海报|通知|方案|台账|函|群))?"
    r"(?:上|里)?(?:写|填|登记|记|报|说)?的?是(?:在|去|到)?(?P<place>[一-龥]{3,12})$"
)
_KIND_OF_PLACE = 2


def _written_elsewhere(one: Utterance, before: Sequence[Utterance]) -> tuple[Conflict, list[Said]] | None:
    """Another place of the same kind than the one that somebody else told, written down by the speaker."""
    written = _WRITTEN_PLACE.match(one.text)
    now = next((n for n in places(written["place"]) if not n.start), None) if written else None
    if not now or now.text != written["place"]:  # type: ignore[index]
        return None
    for u in before:
        was = next((n for n in places(u.text) if n.text[-_KIND_OF_PLACE:] == now.text[-_KIND_OF_PLACE:]), None)
        if was and u.speaker != one.speaker and was.text != now.text:
            start = was.start - (u.text[was.start - 1 : was.start] in tuple("在到去"))
            blanks = [(u, span(start, was.end)), (one, span(0, len(one.text)))]
            return Conflict("地点", (was.text, now.text), (u.message, one.message)), blanks
    return None


def span(start: int, end: int) -> Quantity:
    """A stretch of words that is blanked like a figure."""
    return Quantity(start, end, 0, "", approx=False)
