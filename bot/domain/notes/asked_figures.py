"""What a colleague asked for: 羊多少？ — 31250只 is written where 羊 was counted, or named after the question.

昨天的科技市集摆在哪？ — 老体育场东门 tells, question and answer together, what was done and where.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity
from bot.domain.notes.patching import all_of, mark, own_of, patch
from bot.domain.notes.utterances import Kind, Patch, Utterance

_ANSWER = re.compile(r"(?:是|有|一共|总共|共|准确的?(?:是|说)?|应该是)*(?:约|大概)?$")
_REACH = 2  # messages between the question and its answer


# 昨天的科技市集摆在哪, 暑期班开课了没: what is asked about is the day's matter.
_WHERE = re.compile(
    r"(?:[小老][一-龥]|你们?)?(?P<what>[^，。？?]{4,20}?)(?P<asks>[去到](?:的|了)?哪[里儿]?了?|(?:摆|办|开|搞|设|放|演|举办|举行)?(?:在|是在)(?:哪[里儿]?|啥地方|什么地方)"
    r"(?:办|搞|开|摆|弄|举行|举办|演)?的?)[啊呀呢]?$"
)
_WHETHER = re.compile(
    r"(?P<what>[^，。？?]{2,18}?(?:开[课班展幕讲业馆赛]|[办搞开弄做]完?|结束|启动|上线))(?P<asks>了(?:没有?|吗|么|不))[啊呀呢]?$"
)
_DID = re.compile(r"(?:对|嗯|是的?|已经|都|就|刚)*(?:开|办|搞|弄|做|结束|启动|上线)[完好课班了]*的?$")
# 开了几孔闸, 来了多少个孩子, 羊呢: what was counted stands around the word that asks
_HOW_MANY = Seldom(
    r"(?!.*来着)(?:你们?|咱们?|我们|那|到底|究竟|大概|[今昨]天)*(?:(?P<ahead>[^，。？?\d]{0,10}?)[得要]?(?:大概|大约)?(?:多(?:少|久|长(?:时间)?|大|高|远|重)|(?<![十百千万每])(?<![说都有了]好)几(?![十百千万乎点号时月年])(?P<unit>[一-龥]))"
    r"(?P<behind>[^，。？?\d]{0,8}?)|(?P<whom>[^，。？?\d]{2,5})(?:呢|(?<=[的人])(?:多不多?|多吗)))[了啊呀呢]*[？?]?"
)


def _matter_asked(done: list[Utterance], said: range, own: Sequence[int]) -> bool:
    """Let a question that names the day's matter tell it, with the place or the deed of the answer.

    Whether it took the answer's first clause in.
    """
    asked = said.start - 1
    if asked < 0 or done[asked].kind is not Kind.CHAT or done[asked].speaker == done[own[0]].speaker:
        return False
    if any(u.kind is Kind.CONTENT for u in done[:asked]):
        return False
    one, source = done[own[0]], done[asked]
    if where := _WHERE.match(source.text):
        place = re.sub(r"^(?:就)?在|[办搞开摆弄演]的$", "", one.text)
        if 2 <= len(place) <= _PLACE and not one.quantities() and not one.moments():
            told = f"在{place}举办"
            made = Patch(*where.span("asks"), told, one.message, one.start, one.end)
            asked_of = Patch(0, where.start("what"), "", source.message, source.start, source.start)
            done[asked] = source.as_kind(Kind.CONTENT).with_patches((asked_of, made))
            done[own[0]] = one.as_kind(Kind.CORRECTION)
            return True
    elif (whether := _WHETHER.match(source.text)) and _DID.match(_without_times(one)):
        made = Patch(*whether.span("asks"), "了", one.message, one.start, one.start)
        done[asked] = source.as_kind(Kind.CONTENT).with_patches((made,))
    return False


def _without_times(one: Utterance) -> str:
    return "".join(c for at, c in enumerate(one.text) if not any(m.start <= at < m.end for m in one.moments()))


def _filled_in(done: list[Utterance], said: range, own: Sequence[int]) -> None:
    """开了几孔闸 — 3孔: the figure is told in the words of the question, and the question itself is not."""
    one, before = done[own[0]], done[said.start - 1].message if said.start else None
    behind = all_of(done, before) if before is not None and one.message - before <= _REACH else range(0)
    asked = [k for k in behind if done[k].kind is not Kind.ORDER]
    found = [(k, m) for k in asked if (m := _HOW_MANY.fullmatch(fold(done[k].text)))]
    if not found or len(found) < len(asked) or done[asked[0]].speaker == one.speaker:
        return
    figures, text = one.quantities(), fold(one.text)
    if len(found) == len(figures) == 1 and not figures[0].ordinal and _bare(text, figures[0]):
        done[own[0]] = replace(one, kind=Kind.CONTENT).with_patches(_in_words_of(found[0][1], done[found[0][0]], one))
        mark(done, asked, Kind.CHAT)
    told = "，".join(fold(done[k].text) for k in own)
    answers = (k for k, m in found if re.search(rf"\d[万亿多]?{m['unit'] or ''}", told))
    mark(done, answers, Kind.CHAT)


_TOGETHER = re.compile(r"加起来|加一块|合起来|合计$")


def _in_words_of(asks: re.Match[str], source: Utterance, one: Utterance) -> tuple[Patch, ...]:
    """What stands around the word that asks, put around the figure of the answer."""
    [figure] = one.quantities()
    unit = figure.unit or one.text[figure.end :]
    ahead, behind = asks["ahead"] or asks["whom"] or "", (asks["unit"] or "") + (asks["behind"] or "")
    ahead = "合计" if _TOGETHER.search(ahead) else ahead or ("" if "共" in one.text else "共")
    behind = re.sub("^块?钱$", "" if unit else "元", behind).removeprefix(unit or "个").removeprefix("个")
    start, end = (0 if not ahead or ahead in one.text else figure.start), len(one.text)
    around = ((0, start, "" if ahead in one.text else ahead), (end, end, "" if behind in one.text else behind))
    made = (Patch(a, b, words, source.message, source.start, source.end) for a, b, words in around if words)
    return (*one.patches, *made)


_PLACE = 14


def answered(done: list[Utterance], said: range) -> bool:
    """Write the bare figure that the message `said` gives to a question where it belongs; whether it was one."""
    own = own_of(done, said)
    if not own:
        return False
    if _matter_asked(done, said, own):
        return True
    one = done[own[0]]
    new = one.quantities()
    bare = len(own) == len(new) == 1 and not new[0].ordinal and _bare(fold(one.text), new[0])
    if bare and _unit_added(done, own[0], new[0]):
        return True
    _filled_in(done, said, own)
    return False


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
