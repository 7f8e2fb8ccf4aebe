"""What a colleague asked for: 羊多少？ — 31250只 is written where 羊 was counted, or named after the question.

昨天的科技市集摆在哪？ — 老体育场东门 tells, question and answer together, what was done and where.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity, same_unit
from bot.domain.notes.patching import all_of, own_of, patch
from bot.domain.notes.utterances import Kind, Patch, Utterance

_QUESTION = re.compile(
    r"^(?P<what>(?!一共|总共|到底|究竟|大概|今天|来了|.*加起来|.*合计)[一-龥]{1,6}?|(?=到底|究竟|具体|准确))(?:那[块个边]|这[块个边])?"
    r"(?:到底|究竟|一共|总共|具体|准确|大概|是|有|了|来|得|要|花)*(?:(?:人数?|数量?)?(?:多少钱?|几)[人个家户名只头台辆处份亩批件块元万]?|人数|数量)[啊呢呀]?$"
)
_ANSWER = re.compile(r"(?:是|有|一共|总共|共|准确的?(?:是|说)?|应该是)*(?:约|大概)?$")
_REACH = 2  # messages between the question and its answer
_NEAR = 2.0


# 昨天的科技市集摆在哪, 暑期班开课了没: what is asked about is the day's matter.
_WHERE = re.compile(
    r"(?:[小老][一-龥]|你们?)?(?P<what>[^，。？?]{4,20}?)(?P<asks>[去到](?:的|了)?哪[里儿]?了?|(?:摆|办|开|搞|设|放|演|举办|举行)?(?:在|是在)(?:哪[里儿]?|啥地方|什么地方)"
    r"(?:办|搞|开|摆|弄|举行|举办|演)?的?)[啊呀呢]?$"
)
_WHETHER = re.compile(
    r"(?P<what>[^，。？?]{2,18}?(?:开[课班展幕讲业馆赛]|[办搞开弄做]完?|结束|启动|上线))(?P<asks>了(?:没有?|吗|么|不))[啊呀呢]?$"
)
_DID = re.compile(r"(?:对|嗯|是的?|已经|都|就|刚)*(?:开|办|搞|弄|做|结束|启动|上线)[完好课班了]*的?$")
_SO_MANY = re.compile(
    r"(?:一共|总共|共)?(?P<did>(?:来|到|去|发|收|送|查|请|参加)了?)?(?:多少|几)[人个家户名只台辆处份件]?(?P<what>[一-龥]{2,4})$"
    r"|(?P<whom>[一-龥]{2,5})(?:呢|(?<=的)(?:多不多?|多吗|有多少|多少人?))$"
)


def _matter_asked(done: list[Utterance], index: int, own: Sequence[int]) -> bool:
    """Let a question that names the day's matter tell it, with the place or the deed of the answer `index`.

    Whether it took the answer's first clause in.
    """
    asked = next((k for k in range(own[0] - 1, -1, -1) if done[k].message < index), None)
    if asked is None or done[asked].kind is not Kind.CHAT or done[asked].speaker == done[own[0]].speaker:
        return False
    if any(u.kind is Kind.CONTENT for u in done[:asked]):
        return False
    one, source = done[own[0]], done[asked]
    if where := _WHERE.match(source.text):
        place = re.sub(r"^(?:就)?在|[办搞开摆弄演]的$", "", one.text)
        if 2 <= len(place) <= _PLACE and not one.quantities() and not one.moments():
            told = f"在{place}举办"
            made = Patch(*where.span("asks"), told, index, one.start, one.end)
            asked_of = Patch(0, where.start("what"), "", source.message, source.start, source.start)
            done[asked] = source.as_kind(Kind.CONTENT).with_patches((asked_of, made))
            done[own[0]] = one.as_kind(Kind.CORRECTION)
            return True
    elif (whether := _WHETHER.match(source.text)) and _DID.match(_without_times(one)):
        made = Patch(*whether.span("asks"), "了", index, one.start, one.start)
        done[asked] = source.as_kind(Kind.CONTENT).with_patches((made,))
    return False


def _without_times(one: Utterance) -> str:
    return "".join(c for at, c in enumerate(one.text) if not any(m.start <= at < m.end for m in one.moments()))


def _named_by_question(done: list[Utterance], index: int, own: Sequence[int]) -> None:
    """来了多少家单位 — 27家: the figure is told with what the question counted."""
    one, source = done[own[0]], next((u for u in reversed(done[: own[0]]) if u.message < index), None)
    figures = one.quantities()
    found = _SO_MANY.match(source.text) if source and source.kind is Kind.CHAT else None
    if not source or not found or source.speaker == one.speaker or len(figures) != 1 or figures[0].ordinal:
        return
    what, text = found["what"] or found["whom"], fold(one.text)
    if what in text or not _bare(text, figures[0]):
        return
    ahead, behind = (what, "") if found["whom"] else (found["did"] or "", what)
    made = [Patch(0, figures[0].start, ahead, source.message, source.start, source.end)] if ahead else []
    if behind:
        made.append(Patch(figures[0].end, len(one.text), behind, source.message, source.start, source.end))
    done[own[0]] = replace(one, kind=Kind.CONTENT).with_patches((*one.patches, *made))


_PLACE = 14


def answered(done: list[Utterance], index: int) -> bool:
    """Write the bare figure that message `index` gives to a question where it belongs; whether it was one."""
    own = own_of(done, index)
    if own:
        if _matter_asked(done, index, own):
            return True
        _named_by_question(done, index, own)
    asking = done[own[0] - 1] if own and own[0] else None
    first = asking is not None and asking.message == index - 1 and _QUESTION.match(asking.text)
    new = done[own[0]].quantities() if own and (len(own) == 1 or first) else ()
    if len(new) != 1 or new[0].ordinal or not _bare(fold(done[own[0]].text), new[0]):
        return False
    if _unit_added(done, own[0], new[0]):
        return True
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


def _unit_added(done: list[Utterance], at: int, new: Quantity) -> bool:
    """投资是12.6？ and then 12.6万: the figure told before without a unit gets it."""
    one = done[at]
    told = fold(one.text[new.start : new.end])
    for k in range(at - 1, -1, -1):
        if one.message - done[k].message > _REACH:
            return False
        for q in done[k].quantities() if done[k].kind is Kind.CONTENT and not done[k].plan else ():
            raw = fold(done[k].text[q.start : q.end])
            if not q.unit and told != raw and re.fullmatch(re.escape(raw) + r"[^\d.]{1,3}", told) and "." in raw:
                patch(done, k, q.start, q.end, one.text[new.start : new.end], one, new.start)
                done[at] = one.as_kind(Kind.CORRECTION)
                return True
    return False


def _bare(text: str, figure: Quantity) -> bool:
    return (
        _ANSWER.match(text[: figure.start]) is not None
        and re.fullmatch(r"左右|上下|.?", text[figure.end :]) is not None
    )


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
