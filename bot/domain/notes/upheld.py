"""Answers that leave a figure as it was, or change only its unit: 43户131人没错; 是毫米吧 … 哦对，毫米.

What another had objected with goes; figures that take another value are agreement.py's and corrections.py's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import Quantity
from bot.domain.notes.agreement import REACH, alike
from bot.domain.notes.kinds import Kind
from bot.domain.notes.patching import all_of, mark, own_of
from bot.domain.notes.targets import find_number
from bot.domain.notes.utterance import Patch, Utterance

# Units that measure one thing on different scales.
_SCALES = (
    frozenset("毫米 厘米 公分 米 公里 千米 里".split()),
    frozenset("克 斤 公斤 千克 吨".split()),
    frozenset("元 块 万元 亿元 角".split()),
    frozenset("亩 平方米 平方公里 公顷 平米 平".split()),
    frozenset("人 人次 户 户次 场 场次 本 册 册次 套 件 张 份 箱 盒 袋 次 台 辆".split()),
    frozenset("分钟 小时 天 个小时 秒 周 个月".split()),
)
_UNIT_WORD = (
    "毫米|厘米|公分|米|公里|克|公斤|斤|吨|万元|亿元|元|平方米|亩|公顷|人次|人|户|分钟|小时|天"
    "|场次|册次|册|本|套|件|张|份|箱|盒|袋"
)
_UNIT_MEANT = Seldom(
    rf"^(?P<what>[一-龥]{{0,8}}?)(?:那个|那|这个)?(?:的)?(?:单位)?(?:应该|应)?(?:是|为)(?P<unit>{_UNIT_WORD})"
    rf"(?:吧|啊|呀)?(?:[，,]?不是(?:{_UNIT_WORD}))?$|^(?:哦|噢|啊|嗯)?对?[，,]?(?P<bare>{_UNIT_WORD})$"
)


def upheld(done: list[Utterance], said: range) -> bool:
    """Apply what the message `said` leaves as it was; whether nothing is left in it to correct."""
    own = own_of(done, said)
    if not own:
        return False
    return _taken_apart(done, own) or _unit_meant(done, own)


# 不能吧，我明早再对一遍: whoever told the figure does not take the correction over.
_REFUSED = re.compile(r"^(?:这)?(?:不能|不会|不应该|不至于|怎么会|怎么可能|不可能|没有|不是)[吧啊呀呢]?$")
_AND_WHY = re.compile(
    r"^(?:那|等)?(?:我|我们|咱们?)(?:这边)?(?:[今明后][天早晚]|下午|晚上|一会儿?|待会儿?|回头|回去|先|到时候?)*(?:去[一-龥]{1,4})??(?:再|去|重新)+"
    r"(?:去)?(?:核|对|查|数|点|翻|确认|问)|^(?:我|我们)(?:记得|明明|当时|亲手|现场)[^，。\d]{0,6}$"
)

# 多的是下午来的, behind 67不对，是76人
_MORE_OR_LESS = re.compile(r"(?:多|少|漏|差)(?:了|的|出来)")


def contested(done: list[Utterance], said: range) -> bool:
    """Let both figures stand, as a conflict, where the speaker corrected by somebody else does not agree."""
    refused = [i for i in said if _REFUSED.match(done[i].text) or _AND_WHY.match(done[i].text)]
    if not any(_REFUSED.match(done[i].text) for i in refused):
        return False
    for at in range(said.start - 1, max(-1, said.start - REACH), -1):
        for made in done[at].patches:
            claims = [k for k in all_of(done, made.source) if done[k].quantities()]
            if (
                done[at].speaker != done[said.start].speaker
                or not claims
                or done[claims[0]].speaker == done[at].speaker
            ):
                continue
            done[at] = done[at].with_patches(tuple(p for p in done[at].patches if p is not made))
            for k in (k for k in claims if done[k].start <= made.source_start < done[k].end):
                done[k] = _figure_alone(done[k])
            mark(done, refused, Kind.CHAT)
            why = [k for k in own_of(done, all_of(done, made.source)) if _MORE_OR_LESS.match(done[k].text)]
            mark(done, why, Kind.CORRECTION)
            return len(own_of(done, said)) == 0
    mark(done, [i for i in refused if said.start and not done[i].patches], Kind.CHAT)
    return False


# 公安估的是1500人，不是2000吧; 我这边账上是21900，不是23600，有可能谁没转
_NOT_SO = Seldom(
    r"(?:^|(?<=\d)|(?<=\d[一-龥]))(?:应该)?不是(?P<old>[^，。]{1,12}?)[吧吗么嘛]?$"
    r"|^(?P<wrong>约?\d[\d.]*[万亿]?[一-龥]?)不对吧?$"
)
_ASKING = re.compile(r"不是[^，。]{1,12}[吧吗么嘛]$|不对吧$")
_UNSURE = Seldom(
    r"可能|会不会|是不是|怕是|恐怕|估计是|也许|不知道?是?[谁哪怎]|[不没]太?(?:清楚|晓得|确定)|说不[准清好]|搞不[清懂]|对不上"
    r"|[谁哪][^，。]{0,6}[对错准](?:了|的)?$|^你?再(?:去)?[数看核查对点问算]"
)


def asked_only(done: list[Utterance], said: range) -> bool:
    """Let a figure that somebody else asks about, or is not sure of, stand beside the one it doubts, as a conflict."""
    own = own_of(done, said)
    unsure = [i for i in said if _UNSURE.search(done[i].text)]
    for i in own:
        found = _NOT_SO.search(done[i].text)
        if not found or not done[i].quantities() or not (unsure or _ASKING.search(done[i].text)):
            continue
        old = find_number(found["old"] or found["wrong"], done, own[0])
        if old is None or done[old[0]].speaker == done[i].speaker:
            continue
        was = [q for q in done[old[0]].quantities() if q.start < old[2] and old[1] < q.end]
        before = replace(done[i], text=done[i].text[: found.start()], end=done[i].start + found.start())
        claims = [(k, before if k == i else done[k]) for k in own if k != i or before.text]
        claim = next((c for c in claims for q in c[1].quantities() if was and alike(q, was[0])), None)
        if claim is None:
            continue
        mark(done, (*(k for k in unsure if not done[k].quantities()), i), Kind.CHAT)
        done[claim[0]] = _figure_alone(claim[1])
        return True
    return False


def _figure_alone(one: Utterance) -> Utterance:
    """是11处, of 隐患是11处: what it counts is known from the words that it contests."""
    q = one.quantities()[0]
    start = q.start - one.text[: q.start].endswith(("是", "有"))
    return replace(one, kind=Kind.CONTENT, text=one.text[start : q.end], start=one.start + start, end=one.start + q.end)


_WHOLE = Seldom(
    r"^[^，。\d]{0,4}\d[\d.]*[人个名位次]{0,2}是?(?:加上|加了|带了?|含|包括|连|算上|连着)[^，。\d]{1,8}的?$"
)
_TOPIC = re.compile(r"^(?:还有|另外|再说)?(?:人数|数|数字|那个数)$")


def _taken_apart(done: list[Utterance], own: Sequence[int]) -> bool:
    """88是加上观摩的，演练的63，观摩25: where it adds up, both the whole and the parts stand."""
    told = [(i, q) for i in own for q in done[i].quantities()]
    whole = next(((i, q) for i, q in told if _WHOLE.match(done[i].text)), None)
    parts = [(i, q) for i, q in told if whole and i != whole[0]]
    if whole is None or len(parts) < 2 or sum(q.value for _, q in parts) != whole[1].value:
        return False
    said = next((q for u in reversed(done[: own[0]]) for q in u.quantities() if q.value == whole[1].value), None)
    if said is None:
        return False
    mark(done, [whole[0], *(i for i in own if _TOPIC.match(done[i].text))], Kind.REPLACED)
    for i, q in parts:
        one = done[i].as_kind(Kind.CONTENT)
        unit = Patch(q.end, q.end, said.unit, one.message, one.start + q.end, one.start + q.end)
        done[i] = one if q.unit or not said.unit else one.with_patches((*one.patches, unit))
    return True


def _unit_meant(done: list[Utterance], own: Sequence[int]) -> bool:
    """裂缝那个是毫米吧: the unit of the figure said last on that scale gives way."""
    for i in own:
        found = _UNIT_MEANT.match(done[i].text.strip())
        if not found:
            continue
        unit = found["unit"] or found["bare"]
        scale = next((s for s in _SCALES if unit in s), frozenset())
        old = _measured_so(done, own[0], scale, unit, found["what"] or "")
        if old is None:
            continue
        at, q = old
        start = done[i].start + done[i].text.find(unit)
        new = done[at].text[q.start : q.end - len(q.unit)] + unit
        made = Patch(q.start, q.end, new, done[i].message, start, start + len(unit))
        done[at] = done[at].with_patches((*done[at].patches, made))
        again = [k for k in own if any(w.value == q.value and w.unit == q.unit for w in done[k].quantities())]
        mark(done, [i, *again], Kind.CORRECTION)
        return True
    return False


def _measured_so(
    done: Sequence[Utterance], before: int, scale: frozenset[str], unit: str, what: str
) -> tuple[int, Quantity] | None:
    words = {what[n : n + 2] for n in range(len(what) - 1)}
    for k in range(before - 1, max(-1, before - REACH), -1):
        if done[k].kind is not Kind.CONTENT or (words and not any(w in done[k].text for w in words)):
            continue
        for q in done[k].quantities():
            open_here = not any(p.start < q.end and q.start < p.end for p in done[k].patches)
            if q.unit in scale and q.unit != unit and done[k].text[: q.end].endswith(q.unit) and open_here:
                return k, q
    return None
