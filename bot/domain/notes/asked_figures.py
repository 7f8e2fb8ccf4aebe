"""A figure a colleague asked for: 羊多少？ — 31250只 is written where 羊 was counted, or named after the question."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity, same_unit
from bot.domain.notes.patching import all_of, own_of, patch
from bot.domain.notes.utterances import Kind, Patch, Utterance

_QUESTION = re.compile(
    r"^(?P<what>(?!一共|总共|到底|究竟|大概|今天|来了|.*加起来|.*合计)[一-龥]{1,6}?|(?=到底|究竟|具体|准确))(?:那[块个边]|这[块个边])?"
    r"(?:到底|究竟|一共|总共|具体|准确|大概|是|有|了|来)*(?:(?:人数?|数量?)?(?:多少|几)[人个家户名只头台辆处份亩批件块元万]?|人数|数量)[啊呢呀]?$"
)
_ANSWER = re.compile(r"(?:是|有|一共|总共|共|准确的?(?:是|说)?|应该是)*(?:约|大概)?$")
_REACH = 2  # messages between the question and its answer
_NEAR = 2.0


def answered(done: list[Utterance], index: int) -> bool:
    """Write the bare figure that message `index` gives to a question where it belongs; whether it was one."""
    own = own_of(done, index)
    new = done[own[0]].quantities() if len(own) == 1 else ()
    if len(new) != 1 or new[0].ordinal or not _bare(fold(done[own[0]].text), new[0]):
        return False
    asked = next((k for k in range(own[0] - 1, -1, -1) if _QUESTION.match(done[k].text)), None)
    if asked is None or done[asked].speaker == done[own[0]].speaker or index - done[asked].message > _REACH:
        return False
    what = _QUESTION.match(done[asked].text)["what"]  # type: ignore[index]
    done[asked] = done[asked].as_kind(Kind.CHAT)
    one = done[own[0]]
    if what and (before := _counted(what, new[0], done, all_of(done, done[asked].message)[0])):
        at, old = before
        patch(done, at, old.start, old.end, one.text[new[0].start : new[0].end], one, new[0].start)
        done[own[0]] = one.as_kind(Kind.CORRECTION)
    else:
        source = done[asked]
        named = Patch(0, new[0].start, what or "共", source.message, source.start, source.start + len(what))
        done[own[0]] = replace(one, kind=Kind.CONTENT).with_patches((*one.patches, named))
    return True


def _bare(text: str, figure: Quantity) -> bool:
    return _ANSWER.match(text[: figure.start]) is not None and len(text) - figure.end <= 1


def _counted(what: str, new: Quantity, done: Sequence[Utterance], before: int) -> tuple[int, Quantity] | None:
    """The latest earlier figure right behind `what`, or of it, that the new one may stand for."""
    for at in range(before - 1, -1, -1):
        text = fold(done[at].text)
        if done[at].kind is not Kind.CONTENT or what not in text:
            continue
        for q in done[at].quantities():
            near = text[: q.start].endswith(what) or text[q.end :].startswith(what) or what in text[: q.start][-4:]
            alike = not q.unit or not new.unit or same_unit(q.unit, new.unit)
            if near and alike and q.value != new.value and q.value and 1 / _NEAR <= new.value / q.value <= _NEAR:
                return at, q
    return None
