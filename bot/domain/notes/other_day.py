"""What was said belongs to another day, a wider circle or another's house: the one meant takes its place.

那个586是去年那张表的，今天打了213人; 7.9是昨天的，今天是8.4万; 马庄是昨天，今晚是前进村啊;
屈涛是二高的，我记岔了. Where nothing is said in its stead, what was told goes.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.quantities import PERSON_UNITS, Quantity, same_unit
from bot.domain.language.word_edges import words
from bot.domain.notes.patching import mark, own_of, patch, replace_figure
from bot.domain.notes.remarks import of_its_own
from bot.domain.notes.targets import REACH, number_of
from bot.domain.notes.utterances import Kind, Utterance

_ELSEWHERE = (
    r"(?:去年|前年|上年|往年|上[周月次回]|上个[周月]|昨天|前天|上午|别[人的处]|别家|另[一外]"
    r"|全[县市区镇乡村周月年校馆局]|整个|几天|累计|在册|应到|应检|计划|预计|原定|通知|报名|登记)"
)
_POINTED = (
    r"(?:刚才|刚刚|刚|上面|前面|之前)?(?:我)?(?:说|报|发|写)?(?:的)?(?:那个|这个|那|这|[一-龥]{1,4}的?)?"
    r"(?:[\d][\d.]*[万亿]?[一-龥]{0,2})?(?:那个|这个)?(?:数字?|人数|数据|数量)?"
)
_OTHERS = Seldom(
    rf"^{_POINTED}(?:那|都)?(?:是|算|指)(?:的)?{_ELSEWHERE}[一-龥]{{0,6}}?(?:的|那[张次个份]表?的?|数|数据|人数)$"
    rf"|^(?:是|都是|算的?是){_ELSEWHERE}[一-龥]{{0,6}}(?:的|表|数|数据)$"
    rf"|^{_POINTED}(?:不(?:算|是)(?:今天|这次|今年|本次|这边|我们)的"
    r"|(?:拿|看|抄|用)错(?:了)?(?:表|行|单子|文件|台账)?了?)$"
)
_POINTS = re.compile(r"[我那这刚上前之]|[都算]*是|[拿看抄用]错了?[表行单文台]|[^，。]{0,4}数")
# 昨天5300，今天是5800, where 5300 was told of today
_THEN_FIRST = re.compile(r"^(?:大?前天|昨[天晚日]|上周|上次|去年)(?:晚上)?(?:的)?(?:是|才)?约?\d[\d.]*[万亿]?[一-龥]?$")
_DID = re.compile(
    r"^(?:(?:都|就|其实|应该)?是|更正[：:，]?(?:是)?)(?:昨[天晚日]|大?前天|上午|上周[一-龥]?)(?:上午|下午|晚上)?(?P<did>[一-龥]{0,3}(?P<verb>[一-龥]))的$"
)
_COUNTED = re.compile(r"[报数记算填导印]$|统计|登记")
_THEN = Seldom(
    r"^(?P<old>[^，。；\d]{2,12}?)是(?:大?前天|昨[天晚日]|前晚|上周[一二三四五六日天末]?|上次|上回|上个?月|去年|早上|上午)"
    r"(?:晚上)?(?:的(?:事)?)?(?:了|啊|吧|呀)?$"
)
_NOW = re.compile(
    r"^(?:今[天晚日儿]|这次|这回|这周|本周|本月|这个月|今年|现在|下午|晚上)(?:晚上)?的?(?:应该)?(?:是|有)(?P<new>[^，。；\d]{1,12}?)[啊吧呀哦啦]*$"
)
_PLACE = re.compile(r"^[一-龥]{1,7}[村庄镇乡街路院馆站场校园寺庙湾沟寨屯堡岭店坡河营桥楼厅室]$")
_BELONGS = re.compile(r"^(?P<who>[一-龥]{2,3})(?:应该)?是(?P<new>[一-龥]{2,10})的(?:人|老师|学生)?$")
_MIXED_UP = Seldom(r"(?:我|他|她)?(?:记|搞|弄|说|写|打|看|听)(?:混|岔|串|错|反|差)了?$")
# 17个项目 are not what 2.3亿 puts right.
_FAR = 100
_TEN_THOUSAND = 10_000


def misplaced(done: list[Utterance], said: range) -> bool:
    """Apply what the message `said` says of what belongs elsewhere; whether nothing is left in it to correct."""
    own = own_of(done, said)
    return bool(own) and (_figure_misplaced(done, own) or _name_misplaced(done, own) or _of_another(done, own))


def _figure_misplaced(done: list[Utterance], own: Sequence[int]) -> bool:
    first = [
        i for i, after in pairwise(own) if _THEN_FIRST.match(fold(done[i].text)) and done[after].text[0] in "今这现目"
    ]
    telling = first or [i for i in own if _OTHERS.match(fold(done[i].text)) and _of_a_figure(done, i)]
    said = {q.value for i in telling for q in done[i].quantities()}
    new = [(i, q) for i in own if i not in telling for q in done[i].quantities() if q.value not in said]
    if new and telling and new[0][0] < telling[0] and not said and done[telling[0]].text[0] in "是都算":
        return False  # 看病的158个，是登记本上数的: how that very figure was found
    found = _meant(done, own[0], said, new[0][1] if new else None) if telling and len(new) <= 1 else None
    if found is None:
        return False
    at, old = found
    if new:
        replace_figure(done, at, old, done[new[0][0]], new[0][1])
        telling = [*telling, new[0][0]]
    elif len(done[at].quantities()) == 1:
        mark(done, [at], Kind.REPLACED)
    _settle(done, own, telling)
    asked = [
        k
        for k in range(at + 1, own[0])
        if _OF_THEN.fullmatch(fold(done[k].text)) and done[k].speaker != done[at].speaker
    ]
    mark(done, [k for k in asked if done[k].quantities()[0].value == old.value], Kind.REPLACED)
    return True


# 56万是昨天的吧, by another
_OF_THEN = re.compile(r"[^，。\d]{0,6}\d[\d.]*[万亿]?[一-龥]{0,2}(?:那个)?是[^，。\d]{1,6}的[吧吗么嘛啊]*")


def _of_a_figure(done: list[Utterance], i: int) -> bool:
    """Not 当年抄错了, said of what was found, nor 秤是去年刚买的, nor 是前天做的, which puts the day right."""
    text = done[i].text
    pointed = _POINTS.match(text) is not None or bool(done[i].quantities())
    return pointed and not done_then(text)


def done_then(text: str) -> bool:
    """Whether the clause says when it was done: 是前天做的, 是昨天接待的; that puts the day right, no figure."""
    did = _DID.match(text)
    if not did or _COUNTED.search(did["did"]):
        return False
    return did["verb"] in "做办搞开弄去演讲测查检修装换发送拍种" or words(did["did"])[-1].kind.startswith("v")


def _settle(done: list[Utterance], own: Sequence[int], about: Sequence[int]) -> None:
    beside = [k for k in own if k not in about and not (of_its_own(done, k) or done[k].quantities())]
    mark(done, [*about, *beside], Kind.CORRECTION)


def _meant(
    done: Sequence[Utterance], before: int, said: set[float], new: Quantity | None
) -> tuple[int, Quantity] | None:
    """The latest figure said before that is named again, or that counts what the new one counts."""
    for at in range(before - 1, max(-1, before - REACH), -1):
        one = done[at]
        if one.kind is not Kind.CONTENT or one.plan or one.speaker != done[before].speaker:
            continue
        for q in reversed(one.quantities()):
            if q.ordinal or q.percent or any(p.start < q.end and q.start < p.end for p in one.patches):
                continue
            alike = not said and (new is None or (_same(q, new) and _near(q, new)))
            if q.value in said or q.value / _TEN_THOUSAND in said or alike:
                return at, q
    return None


def _near(a: Quantity, b: Quantity) -> bool:
    return max(a.value, b.value) <= _FAR * max(min(a.value, b.value), 1)


def _same(a: Quantity, b: Quantity) -> bool:
    if a.unit and b.unit and a.unit != b.unit and "个" in (a.unit, b.unit):
        return {a.unit, b.unit} <= PERSON_UNITS  # 69本 are not the 3个教练
    return same_unit(a.unit, b.unit) or {a.unit, b.unit} <= PERSON_UNITS or not b.unit


def _name_misplaced(done: list[Utterance], own: Sequence[int]) -> bool:
    """马庄是昨天，今晚是前进村: both places, or 剪纸课 and 泥塑课, both lessons."""
    for before, after in pairwise(own):
        then, now = _THEN.match(done[before].text), _NOW.match(done[after].text)
        if not then or not now or number_of(then["old"]) or number_of(now["new"]):
            continue
        old, new = then["old"], now["new"]
        at = _told(old, done, own[0]) if old[-1] == new[-1] or (_PLACE.match(old) and _PLACE.match(new)) else None
        if at is None:
            continue
        start = done[at].text.index(old)
        patch(done, at, start, start + len(old), new, done[after], now.start("new"))
        _settle(done, own, [before, after])
        return True
    return False


def _told(name: str, done: Sequence[Utterance], before: int) -> int | None:
    """The latest utterance that says the name of the day on which it was told."""
    for at in range(before - 1, max(-1, before - REACH), -1):
        one = done[at]
        if one.kind is Kind.CONTENT and name in one.text:
            elsewhere = any(m.kind == "day" and m.day and m.day != one.said.date() for m in one.moments())
            return None if elsewhere else at
    return None


def _of_another(done: list[Utterance], own: Sequence[int]) -> bool:
    """屈涛是二高的，我记岔了: the house named before 屈涛 is another one of its kind."""
    mixed_up = [i for i in own if _MIXED_UP.search(done[i].text)]
    for i, found in ((i, found) for i in own if mixed_up and (found := _BELONGS.match(done[i].text))):
        for at in range(own[0] - 1, -1, -1):
            said = re.search(rf"(?P<old>[一-龥]{{2,10}})的[一-龥]{{0,4}}{found['who']}", done[at].text)
            if said is None or done[at].kind is not Kind.CONTENT or said["old"][-1] != found["new"][-1]:
                continue
            length = min(len(found["new"]), len(re.split(r"是|来自|，", said["old"])[-1]))
            end = said.end("old")
            patch(done, at, end - length, end, found["new"], done[i], found.start("new"))
            mark(done, [i, *mixed_up], Kind.CORRECTION)
            return True
    return False
