"""Figures within one event that contradict each other, and what to call the contested thing."""

import re
from collections.abc import Sequence

from bot.domain.numerals import fold
from bot.domain.quantities import PERSON_UNITS, Quantity, unit_class
from bot.domain.report import Conflict
from bot.domain.utterances import Utterance

_RECOUNT = re.compile(r"(?:我|咱)(?:这|这边|这里|们)?(?:统计|收到|记|数|算|登记|点)的?(?:了|到)?(?:是|有|为)|(?:票|发票|票据)(?:上|面)?[^，]{0,6}是|(?:单|表|本|册|记录|台账|系统)(?:上|里|子上)?(?:写|记|显示|登记)的?(?:是|有)|花名册|签到[表册]|名单上|点名|清点|实到")
_PART_OF = re.compile(r"上个?月|上季度|上年|上期|往年|其中|每|分别|第|又|再|另|还有|新增|增加|增长|下降|减少|人均|同比|比|较|平均|最|占|剩|原来|原有|去年|上年|计划|目标|应到|各")
_GENERIC = re.compile(r"(?:参加|参与|到场|到会|来了|去了|参会|参训|参演|签到|来参加|报名|人数|一共|总共|共)")
_NOUN_AFTER = re.compile(r"^(?:的)?([一-龥]{2,3})")
_COUNTING = re.compile(r"(?:一共|总共|共计|共|有|是|为|大概|约|差不多|来了|到了|了|们|：|:|\s)+$")
_NOUN_BEFORE = re.compile(r"[一-龥]{2}$")


def _subject(text: str, q: Quantity) -> str:
    """What a figure counts: 孩子 in 孩子一共40个 and in 36个孩子, 参加 where people are counted without a noun."""
    after = _NOUN_AFTER.match(fold(text[q.end :]))
    stem = _COUNTING.sub("", fold(text[: q.start]))
    before = _NOUN_BEFORE.search(stem)
    qualifier = re.sub(r"[^一-龥]", "", stem[-4:-2])
    if q.unit in PERSON_UNITS:
        noun = after[1][:2] if after and not re.match(r"参加|到场|报名|参与|来|去|看|听|观|到", after[1]) else ""
        if not noun and before and not _GENERIC.search(before[0]) and before[0] not in ("来的", "人员"):
            noun = "" if re.search(r"[展会赛课座训动演]$", before[0]) else qualifier + before[0]
        return "人:" + (noun or "参加")
    if after and len(after[1]) >= 2:
        return f"{q.unit}:{after[1][:2]}"
    return f"{q.unit}:{qualifier}{before[0]}" if before else ""


def _compatible(a: Quantity, b: Quantity) -> bool:
    """370多人 and 376人 agree; 40 and 36 do not."""
    if a.value == b.value:
        return True
    for rough, exact in ((a, b), (b, a)):
        if rough.approx and not exact.approx:
            return rough.value <= exact.value < rough.value * 1.5 if rough.low else abs(exact.value - rough.value) <= rough.value * 0.2
    return a.approx and b.approx and abs(a.value - b.value) <= max(a.value, b.value) * 0.25


def disputes(content: Sequence[Utterance]) -> list[tuple[Conflict, list[tuple[Utterance, Quantity]]]]:
    """Figures of the utterances of one event that count the same thing and differ, with the utterances that say them."""
    seen: dict[str, list[tuple[Utterance, Quantity]]] = {}
    for u in content:
        if u.plan or _PART_OF.search(fold(u.text)) or u.patches:
            continue
        for q in u.quantities():
            subject = _subject(u.text, q)
            if subject and not q.ordinal and q.unit not in ("岁", "分", "秒", "次", "天", "点"):
                seen.setdefault(subject, []).append((u, q))
    found = _recounts(content)
    for subject, said in seen.items():
        if len({u.message for u, _ in said}) < 2 or any(c.about.startswith(subject.split(":")[1]) for c, _ in found):
            continue
        first, rest = said[0], [s for s in said[1:] if s[0].message != said[0][0].message]
        differing = [s for s in rest if not _compatible(first[1], s[1])]
        if differing:
            found.append(_conflict(subject, [first, *differing]))
    return found


Said = tuple[Utterance, Quantity]


def q_unit(every: Sequence[Said]) -> str:
    """The unit that stands for a figure without a noun: 26段 → 段."""
    return every[0][1].unit or "有关"


def _conflict(subject: str, every: list[Said]) -> tuple[Conflict, list[Said]]:
    unit, _, noun = subject.partition(":")
    noun = noun or q_unit(every)
    about = "参加人数" if noun == "参加" else f"{noun}人数" if unit == "人" else f"{noun}数量"
    values = tuple(dict.fromkeys(q.written() for _, q in every))
    return Conflict(about, values, tuple(u.message for u, _ in every)), every


def doubts(text: str) -> bool:
    """Whether an utterance speaks of somebody else's count (我看验收表是8个)."""
    return _RECOUNT.search(text) is not None or _DOUBT.search(text) is not None


_OTHER_COUNT = re.compile(r"其中|另外|还有|又|去年|上[个半]|同期|比|每|分别|第|下[个周]|新增|增加")


def _objects(one: Utterance, before: Sequence[Utterance]) -> bool:
    """Another speaker who says little but a figure (我这边记的85, 不是24吗) objects to one said before."""
    figures = one.quantities()
    if not before or not one.speaker or len(figures) != 1 or _OTHER_COUNT.search(one.text) or one.patches:
        return False
    rest = re.sub(r"[^一-龥]|一共|总共|应该|吧|是|有|共", "", one.text[: figures[0].start] + one.text[figures[0].end :])
    said_by_others = any(u.speaker != one.speaker for u in before[-6:])
    return said_by_others and (not rest or _DOUBT.search(one.text) is not None)


_DOUBT = re.compile(r"不对吧|签到的|我看|我(?:这|这边|这里)?(?:记|数|写|看|登|统计|听)|不是.{1,12}[吗嘛么]|登记表|记录本|名册|台账上|表上|单子上|记得是")


def _recounts(content: Sequence[Utterance]) -> list[tuple[Conflict, list[Said]]]:
    """花名册我数了是85个, 我记的是24段: a recount speaks of the latest like figure that somebody else gave."""
    found = []
    for at, one in enumerate(content):
        if one.patches or not (_RECOUNT.search(one.text) or _objects(one, content[:at])):
            continue
        for q in one.quantities()[:1]:
            for other in reversed(content[:at]):
                like = [(_subject(other.text, o), o) for o in other.quantities() if other.message != one.message
                        and (unit_class(o.unit) == unit_class(q.unit) or not o.unit or {o.unit, q.unit} <= PERSON_UNITS)]
                if like:
                    subject, old = like[0]
                    if not _compatible(old, q) and not other.patches:
                        found.append(_conflict(subject, [(other, old), (one, q)]))
                    break
    return found
