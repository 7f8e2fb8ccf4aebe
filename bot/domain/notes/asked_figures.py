"""What a colleague asked the number of: 奖品花了多少 — 960元 is told with the deed and what was counted."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import HAN, fold
from bot.domain.language.quantities import quantities
from bot.domain.language.word_edges import words
from bot.domain.notes.patching import own_of, patch
from bot.domain.notes.topics_asked import Answer
from bot.domain.notes.utterances import Kind, Utterance

_REACH = 2  # messages between a figure asked about and its unit

# 开了几孔闸, 来了多少个孩子, 羊呢: what was counted stands around the word that asks
HOW_MANY = Seldom(
    r"(?!.*来着)(?:你们?|咱们?|我们|那|到底|究竟|大概|[今昨]天)*(?:(?P<ahead>[^，。？?\d你您我咱]{0,10}?)[得要]?(?:大概|大约)?(?:多(?:少|久|长(?:时间)?|大|高|远|重)|(?<![十百千万每])(?<![说都有了]好)几(?![十百千万乎点号时月年])(?P<unit>[一-龥]))"
    r"(?P<behind>[^，。？?\d]{0,8}?)|(?P<whom>[^，。？?\d你您我咱]{2,5})(?:呢|(?<=[的人])(?:多不多?|多吗)))[了啊呀呢]*[？?]?"
)
_TOGETHER = re.compile(r"加起来|加一块|合起来|合计$")
# What stands before the figure of an answer: of what it is or who counted it, then 是 or 有.
_HEAD = re.compile(
    r"(?P<label>[一-龥]{0,10}?)(?P<is>(?:的?是|(?<!没)有|应该是)?)(?P<all>一共|总共|共)?(?:是|有)?(?P<about>约|大概|差不多|将近)?"
)
_TAIL = re.compile("左右|上下|.?")
# 连今天是四回
_SO_FAR = re.compile(r"(?:连|加上?|算上|带上?)今[天儿](?:的)?|到(?:今天|现在)")
# 热线那边统计的是860户, 名单上是846人
_JUST_COUNTED = re.compile(r"(?:今天|刚才?|我|又|重新)*[数查点]的")
_COUNTED_BY = re.compile(r"(?P<who>[一-龥]{1,8}?(?:统计|[数给报记算查点量]|登记))(?:了一?下)?(?P<of>的)?")
_ON_PAPER = re.compile(r"[一-龥]{0,4}(?:表|册|本子?|单子?|簿|资料|台账|名单|系统|记录)上")
_PART = re.compile(r"(?:今天)?(?:[上下中]午|早上|晚上|夜里|白天|第[一二三四五六七八九十\d]+[天场次批轮])")
_PART_ALONE = re.compile(rf"({_PART.pattern})[\d{HAN}]+[一-龥]?$")
_SAYS_ALL = re.compile(r"[都各均]|每[一-龥]|各[一-龥]")
_LABEL = 5


class _Figure(NamedTuple):
    start: int
    end: int
    unit: str


def _figures(one: Utterance, unit: str | None) -> list[_Figure]:
    """The figures of a clause that count; of 连今天是四回 the one with the unit asked for."""
    found = [_Figure(q.start, q.end, q.unit) for q in one.quantities() if not q.ordinal]
    asked = re.search(rf"(?<!第)[{HAN}]+{unit}$", one.text) if unit and not found else None
    return [_Figure(*asked.span(), unit or "")] if asked else found


def how_many(asks: re.Match[str], answer: Answer) -> bool:
    """Write the deed and what was counted around the figure of the answer; whether it was one."""
    unit = asks["unit"]
    own = [k for k in answer.own if _figures(answer.done[k], unit)]
    before = answer.own[: answer.own.index(own[0])] if own else []
    if not own or any(answer.done[k].kind is Kind.CONTENT and not answer.done[k].moments() for k in before):
        return False
    one = answer.done[own[0]]
    figures = _figures(one, unit)
    head = _HEAD.fullmatch(fold(one.text)[: figures[0].start])
    of_another = unit and unit != "个" and figures[0].unit and unit not in one.text[figures[0].start :]
    if head is None or of_another:
        return False
    ahead, behind = _around(asks, figures[0], one.text)
    if not _TAIL.fullmatch(one.text[figures[-1].end :]):  # 轮胎呢 — 3辆磨平了
        told = asks["whom"] is not None and not head[0] and answer.fill(own[0], (0, 0, ahead))
    elif head["label"]:
        asked = asks["ahead"] or asks["whom"] or ""
        told = _labelled(answer, own, head, ahead, behind) or (asked != "" and head["label"] in asked)
    else:
        told = _bare(answer, own[0], head, figures, ahead, behind)
    _with_units(answer, (unit or "") + (asks["behind"] or ""))
    return told


def counted(asks: re.Match[str], told: str) -> bool:
    """Whether the words hold a figure of what was asked about (来了几个人 may tell it), or 多少 asked for sure."""
    return asks["unit"] is None or re.search(rf"[\d{HAN}][万亿多]?{asks['unit']}", told) is not None


def _around(asks: re.Match[str], figure: _Figure, text: str) -> tuple[str, str]:
    """The words before and behind what was asked, as they stand around the figure."""
    unit = figure.unit or text[figure.end :]
    ahead, behind = asks["ahead"] or asks["whom"] or "", (asks["unit"] or "") + (asks["behind"] or "")
    ahead = "合计" if _TOGETHER.search(ahead) else re.sub("(?:一共|总共)$", "", ahead)
    behind = re.sub("^块?钱$", "" if unit else "元", behind).removeprefix(unit or "个").removeprefix("个")
    behind = behind if ahead else behind.removesuffix("的")
    return ("" if ahead in text else ahead), ("" if behind in text else behind)


def _did(ahead: str) -> bool:
    """Whether the words before what was asked end in a verb: 来了, 还剩."""
    return ahead.endswith(("了", "过")) or [w.kind[:1] for w in words(ahead)[-1:]] == ["v"]


def _bare(answer: Answer, at: int, head: re.Match[str], figures: Sequence[_Figure], ahead: str, behind: str) -> bool:
    """3孔, 一共36个, 67户193人."""
    one = answer.done[at]
    several = len(figures) > 1
    ahead = ahead or ("共" if not several and "共" not in one.text else "")
    did = ahead == "共" or _did(ahead)
    before = (
        ((*head.span("is"), ""), (figures[0].start - len(head["about"] or ""),) * 2 + (ahead,))
        if did
        else ((0, 0, ahead),)
    )
    return answer.fill(at, *before, *(() if several else ((len(one.text),) * 2 + (behind,),)))


def _labelled(answer: Answer, own: list[int], head: re.Match[str], ahead: str, behind: str) -> bool:
    """连今天是四回, 名单上是846人, 上午97，下午64: what stands before the figure stays beside the words asked with."""
    at, label, did = own[0], head["label"], _did(ahead)
    one, start = answer.done[at], len(head[0]) - len(head["about"] or "")
    end = (len(one.text),) * 2 + (behind,)
    if _JUST_COUNTED.fullmatch(label + head["is"].removesuffix("是")):
        return answer.fill(at, (0, start, ahead))
    if _SO_FAR.fullmatch(label):
        return answer.fill(at, (0, start, "至今" + (ahead or "共")), end)
    if _PART.fullmatch(label) and did:
        parts = ((k, _PART_ALONE.match(answer.done[k].text)) for k in own)
        return all(answer.fill(k, (part.end(1),) * 2 + (ahead,)) for k, part in parts if part)
    if _SAYS_ALL.fullmatch(label) and did:
        return answer.fill(at, (*head.span("is"), ahead), end)
    if (by := _COUNTED_BY.fullmatch(label + head["is"].removesuffix("是").removesuffix("有"))) and ahead:
        return answer.fill(at, (by.end("who"), start, ahead if did else f"{ahead}是"))
    if _ON_PAPER.fullmatch(label):
        return answer.fill(at, (len(label), start, ahead if did else f"{ahead}是"), end)
    if label.endswith("的") and 0 < len(behind) <= 2 and not ahead:  # 一共多少人领 — 签字的73人
        return answer.fill(at, (len(label) - 1,) * 2 + (behind,))
    of_it = ahead and not did and len(label) <= _LABEL and not re.search("[的了]", label) and label[:2] not in ahead
    return bool(of_it) and answer.fill(at, (0, 0, ahead))  # 护岸多长 — 左岸1.8公里


def _with_units(answer: Answer, asked: str) -> None:
    """来了多少人 — 上午97，下午64; 一共多少辆 — 全县53: bare figures are of what was asked about."""
    unit = next((q.unit for q in quantities(f"1{asked}")), "") if asked else ""
    unit = "名" if unit == "个" and _PERSONS.search(answer.done[answer.asked].text) else unit
    for k in answer.own if unit else ():
        one = answer.done[k]
        if _BARE_PARTS.fullmatch(fold(one.text)) and not _OF_ANOTHER.search(one.text):
            bare = [q.end for q in one.quantities() if not q.unit and not q.ordinal]
            answer.fill(k, *((end, end, unit + ("、" if end < len(one.text) else "")) for end in bare))


# 花了300, 最大的96, 平均83: not of what was asked about
_OF_ANOTHER = re.compile("(?<![来到去])了|[过着花钱费价岁分最高低长宽重温]|平均|第")
_PERSONS = re.compile("[人师员生]|大夫|专家|护士")
_BARE_PARTS = re.compile(r"(?:[一-龥]{1,6}?\d+)+")


def unit_added(done: list[Utterance], said: range) -> bool:
    """投资是12.6？ and then 12.6万: the figure told before without a unit gets it; whether the message did that."""
    own = own_of(done, said)
    one = done[own[0]] if len(own) == 1 else None
    figures = one.quantities() if one else ()
    if one is None or len(figures) != 1 or figures[0].ordinal:
        return False
    new = figures[0]
    told = fold(one.text[new.start : new.end])
    for k in range(own[0] - 1, -1, -1) if "." in told and told == fold(one.text) else ():
        if one.message - done[k].message > _REACH:
            return False
        for q in done[k].quantities() if done[k].kind is Kind.CONTENT and not done[k].plan else ():
            raw = fold(done[k].text[q.start : q.end])
            if not q.unit and told != raw and re.fullmatch(re.escape(raw) + r"[^\d.]{1,3}", told) and "." in raw:
                patch(done, k, q.start, q.end, one.text[new.start : new.end], one, new.start)
                done[own[0]] = one.as_kind(Kind.CORRECTION)
                return True
    return False
