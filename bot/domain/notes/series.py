"""Figures typed bare that go on with the unit of one before: 第一站 81个人 … 第二站枣林 54; 卖货12600块，其中面塑 5300.

The unit is written in as a patch; the figure keeps its own place in the notes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.quantities import PERSON_UNITS, Quantity
from bot.domain.notes.kinds import Kind
from bot.domain.notes.targets import counts_people
from bot.domain.notes.utterance import Patch, Utterance

_MEMBER = re.compile(r"第(?P<n>[一二三四五六七八九十\d]{1,3})(?P<kind>[站场天批组期轮村点队校处班])")
_PART = re.compile(r"^其中")
_TOTAL = re.compile(r"(?:加一块儿?|加起来|合起来|一共|总共|合计|共计|共)(?:是|有)?$")
# 九个乡镇来人：红石4、沙湾3
_PEOPLE_LISTED = re.compile(r"(?:来|去|派|报名|参加|到|参训|选送)的?(?:人数?|名单|人员)[：:]|人数?[：:]")
_SAID = re.compile(r"(?:说|报|数|记|(?<![预概决估核结清])算)(?:的)?(?:是|有)?$")
# 最大的老兵叫汪德顺，98了
_OLD = re.compile(r"最(?:大|年长|老|小)的?|老(?:人|兵|党员|太太|爷子|奶奶|大[爷娘])|寿星|传承人|艺人")
_AGES = range(40, 116)
# 报名73，到考61，缺考12: whoever sat an examination or came is a person.
_ATTENDED = re.compile(
    r"(?:[应实到缺弃旷补]考|缺席|请假|[应实未]到|到场|到课|完赛|退赛|弃权|跑完|走完|及格|录取|入围|体检合格)的?(?:有|是)?$"
)
# 缺考39: nothing else is counted so
_SAT = re.compile(r"(?:[应实到缺弃旷补]考|缺席|弃权)的?(?:有|是)?$")
# 办件63, 小册子发了650, 来问的83: the name says what it is counted in
_CLASSIFIERS = {
    "件": "办件|工单|快递|包裹|提案",
    "册": "(?:小|宣传|防诈)?册子|[一-龥]{0,4}手册",
    "份": "传单|宣传[单页]|问卷",
    "条": "线路|意见|建议|线索",
    "处": "隐患|排污口|垃圾堆",
    "人": "(?:来|到场|来场|来问|听|听课|听讲|参加|咨询|报名|参会|到会)的|报名|参赛|参训|献成"
    "|[一-龥]{0,4}(?:学生|家长|职工|党员|老人|志愿者|游客|观众|队员|学员|专家|评委|民警|护士|医生|大夫|干部|工人|教师|老师|校长|园长|司机|会员|村民|居民|群众|儿童|孩子|娃|大人)"
    "|(?:血压|血糖|血脂)偏?高的?",
}
_GIVEN = r"(?:一?共|总共)?(?:[印发送派][了放出去]*|有|是)?"
_COUNTED_IN = [
    (unit, re.compile(rf"(?![^，。]*[给为向每])(?:{names}){_GIVEN if unit != '人' else '(?:一?共|总共|有|是)?'}"))
    for unit, names in _CLASSIFIERS.items()
]
# 户数38
_NUMBER_OF = re.compile(r"([户人件台家册])数(?:是|有)?")
# 一等奖3, where no money is told
_PRIZE = re.compile(r"[特一二三]等奖?")
_MOST_PRIZES = 100
_ENROLLED = re.compile(r"报名|参赛|参考|笔试|面试|考试|考生|选手|学员|人")
# 偏高的56, 护理床占12: some of what was counted just before; 得分最高的98 is none of them.
_SOME = re.compile(
    r"^(?![^，。]*(?:最|分|价|温|湿|高度|重量?|长|宽|第|别的|其[他余]))[一-龥]{1,8}(?:的|占)$"
    # 当场答了8, 拿证15, 同意39; what was handed out, sold or paid (发了45) is another thing
    r"|^(?![^，。]*[发送卖收捐用花罚奖补赔退付给缴交贴带])(?:[一-龥]{0,5}(?:[答到来换改修拆验查][了成好完过]|(?<![跑走干开忙等坐讲谈说])[一-龥][了走掉])|拿证|结业|不?合格|不?达标|不?同意|不?赞成|反对|弃权|[献谈办签做][成结完]|还?剩下?|还住着|过)的?$|^送回家$"
    r"|^[一-龥]{1,6}最多的?(?:是|有)?$|^其次(?:是)?[一-龥]{1,6}$"
)
_BACK = 8
# 去年同期95.1, 5月3105, 最高枫林镇98.6: another of the kind told before it; a slip is never so far off.
_BESIDE = re.compile(
    r"^(?:去年|上年|前年|上届|上个?月|\d{1,2}月|上学期|上次|上回)[一-龥]{0,6}$|^(?:[今昨前]天|[上下]午|当天)$|^最(?:[高低多少][的是]*[一-龥]{0,8}|[大小][的是]*[一-龥]{2,8})$"
)
_TIMES = 3
_TODAY = re.compile(r"^(?:[今昨]天|[上下]午|当天)$")
_LARGE = 10_000
# 高0.7个点 is no such figure
_APART = re.compile(r"[高低多少升降增减涨落][^，。]{0,3}$|比[^，。]*$")
# 按时办结率98.2; a heart's or a bank's rate has units of its own
_RATE = re.compile(r"(?<![心频汇倍功效])率(?:[一-龥]?[达到为是有了]+)?$")
_WHOLE = 100


def with_units(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances with the unit written behind each bare figure that has one by its place."""
    done = list(found)
    for at, one in enumerate(done):
        if one.kind is not Kind.CONTENT:
            continue
        figures = one.quantities()
        bare = [q for q in figures if not q.unit and not q.percent and not q.ordinal and _open_end(one, q)]
        if not bare:
            continue
        q = bare[-1]
        unit = _unit_for(done, at, q, len(figures))
        if unit and not any(p.start <= q.end <= p.end for p in one.patches):
            made = Patch(q.end, q.end, unit, one.message, one.start + q.end, one.start + q.end)
            done[at] = one.with_patches((*one.patches, made))
        elif unit:
            patches = tuple(
                replace(p, text=p.text.removesuffix(unit) + unit) if p.start <= q.start and q.end <= p.end else p
                for p in one.patches
            )
            done[at] = one.with_patches(patches)
    return done


def adding_up(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances with the unit of a whole behind the bare figures that follow it and add up to it.

    没打疫苗的640只，今天补了500，剩140: the arithmetic of the notes themselves says what 500 and 140 count.
    """
    done = list(found)
    for at, one in enumerate(done):
        for whole in one.quantities() if one.kind is Kind.CONTENT else ():
            unit = "人" if counts_people(whole, one.text) else _unit_told(one, whole)
            parts = _parts_of(done, at, whole) if unit not in ("", *_MEASURES - _MONEY) and not whole.ordinal else []
            for k, q in parts:
                there = done[k].start + q.end
                done[k] = done[k].with_patches(
                    (*done[k].patches, Patch(q.end, q.end, unit, done[k].message, there, there))
                )
    return done


def _parts_of(done: Sequence[Utterance], at: int, whole: Quantity) -> list[tuple[int, Quantity]]:
    """The figures that the teller of the whole tells next, all of them bare, that add up to it; else none."""
    parts: list[tuple[int, Quantity]] = []
    rest = whole.value
    for k in range(at, min(len(done), at + _BACK)):
        near = done[k].message == done[at].message or (
            whole.value > _BY_CHANCE and done[k].message == done[at].message + 1
        )
        if not near or done[k].speaker != done[at].speaker or done[k].kind is not Kind.CONTENT:
            break
        for q in done[k].quantities():
            if k == at and q.start <= whole.start:
                continue
            ends = _LEAVES.match(done[k].text, q.end) or any(m.start == q.end for m in done[k].moments())
            written = any(p.start <= q.end <= p.end for p in done[k].patches)
            if q.unit or written or q.percent or q.ordinal or q.value > rest or not ends:
                return []
            parts.append((k, q))
            rest -= q.value
            if not rest:
                return parts if len(parts) >= _LIST else []
    return []


# 11公里, and in later messages 6, 1 and 4: small figures add up by chance
_BY_CHANCE = 20
_LEAVES = re.compile(r"[\s、，；;,了)）等去在要送补修换交还]|$")


# 采用的分别是3、2、5、0、1, behind five counts of one unit
_RESPECTIVELY = re.compile(r"分别(?:是|为)?$")


def answering(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances with the unit of a list written behind each bare figure of the one that answers it."""
    done = list(found)
    for at, one in enumerate(done):
        figures = one.quantities() if one.kind is Kind.CONTENT and not one.patches else ()
        if (
            len(figures) < _LIST
            or any(q.unit for q in figures)
            or not _RESPECTIVELY.search(one.text[: figures[0].start])
        ):
            continue
        for before in (u.quantities()[-len(figures) :] for u in reversed(done[:at]) if u.kind is Kind.CONTENT):
            units = {q.unit for q in before}
            if len(before) == len(figures) and len(units) == 1 and (unit := _written(units.pop())):
                ends = [(q.end, one.start + q.end) for q in figures]
                done[at] = one.with_patches(tuple(Patch(a, a, unit, one.message, b, b) for a, b in ends))
                break
    return done


_LIST = 2
# 38个加油站来了36个, 一共23个队，外县来了7个: the stations and teams that came, not people.
_CAME = re.compile(
    r"^(?:一共|总共|实际|今天)?(?P<of>(?:[省市县区镇乡村]外|外[省市县区地校]|本[地县市校])的?)?(?:来|到|去|参加)了?(?=\d+个$)"
)
_HOUSES = re.compile(
    r"(?<=[个支])[一-龥]{0,6}?(?:站|店|村|社区|单位|企业|学校|幼儿园|局|所|馆|镇|乡|街道|厂|公司|商户|支部|小区|协会|队|班组|科室|部门|景区|剧团)"
    r"(?!的?[\u4e00-\u9fff]*(?:人|员|长|代表|干部))"
)


def of_houses(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances in which houses and teams that came are not told as people."""
    done = list(found)
    for at, one in enumerate(done):
        came = _CAME.match(one.text) if one.kind is Kind.CONTENT and not one.patches else None
        before = done[at - 1] if at else None
        if not came or before is None or before.message != one.message:
            continue
        (q,) = one.quantities() or (None,)
        whole = next((w for w in before.quantities() if w.unit[:1] in ("个", "支")), None)
        house = _HOUSES.search(before.text, whole.start) if whole else None
        if q and whole and house and whole.value >= q.value:
            start, end, told = (q.end, q.end, house[0]) if came["of"] else (0, q.start, "到场")
            made = Patch(start, end, told, one.message, one.start, one.start)
            done[at] = one.with_patches((made,))
    return done


def _open_end(one: Utterance, q: Quantity) -> bool:
    """Nothing stands behind the figure that it could count."""
    return re.match(r"[\s、，了]*$", one.text[q.end :]) is not None


def _unit_for(done: Sequence[Utterance], at: int, q: Quantity, figures: int) -> str:
    one = done[at]
    head = one.text[: q.start]
    if _TOTAL.search(head):
        listed = "".join(u.text for u in done if u.message == one.message)
        if _PEOPLE_LISTED.search(listed):
            return "人"
    if figures > 1:
        whole = one.quantities()[0]
        return _unit_told(one, whole) if figures == _LIST and _AMONG.match(one.text, whole.end) else ""
    if named := _unit_of_name(one, head, q):
        return named
    before = [u for u in done[max(0, at - _BACK) : at] if u.kind is Kind.CONTENT]
    group = next((u for u in reversed(before) if u.message == one.message), None)
    label = head.strip() or (group.text if group and not group.quantities() else "")
    if not head.strip(" 今年都已经有了") and _AGES.start <= q.value < _AGES.stop and group and _OLD.search(group.text):
        return "岁"
    if _RATE.search(head) and q.value <= _WHOLE:
        return "%"
    large = not head.strip() and q.value >= _LARGE and all(w.unit in _MEASURES for w in done[at - 1].quantities())
    if (large or _BESIDE.match(head)) and (unit := _unit_beside(before, q, times=_NOUGHT if large else _TIMES)):
        return unit
    if _TODAY.match(head) and (unit := _only_unit(before, one, q)):
        return unit
    if q.value % 1 and (unit := _unit_of_measure(before, q)):
        return unit
    if unit := _unit_of_label(done[:at], head, q):
        return unit
    if _PART.match(label) or _PART.match(head):
        return _unit_of_whole(before, q)
    if _SOME.match(head) and (unit := _only_unit(before, one, q)):
        return unit
    if _SAT.search(head):
        return "人"
    if unit := _unit_of_sum(before, one, q, head) or _unit_of_product(before, one, q):
        return unit
    if _ATTENDED.search(head) and _of_people([u for u in before if u.message == one.message]):
        return "人"
    if _SAID.search(head):
        said = [
            u for u in before if u.message == one.message and re.search(r"说|报|数|记|算", u.text) and u.quantities()
        ]
        return _written(said[-1].quantities()[-1].unit) if said else ""
    if member := _MEMBER.match(one.text.strip()) or (group and _MEMBER.match(group.text)):
        return _unit_of_series(done[:at], member["kind"])
    return ""


def _of_people(before: Sequence[Utterance]) -> bool:
    """Whether the message speaks of people who enrolled, and of nothing else that is counted."""
    counted = [q.unit for u in before for q in u.quantities() if not q.ordinal]
    return any(_ENROLLED.search(u.text) for u in before) and all(not u or u in PERSON_UNITS for u in counted[-1:])


def _unit_of_whole(before: Sequence[Utterance], q: Quantity) -> str:
    for u in reversed(before):
        for w in reversed(u.quantities()):
            if w.value > q.value and not w.ordinal and not w.percent:
                return w.unit if w.pieces else _unit_told(u, w)
    return ""


def _unit_beside(before: Sequence[Utterance], q: Quantity, times: int) -> str:
    """The unit of the last figure told of about this size; a share of a hundred for a share."""
    for u in reversed(before):
        for w in reversed(u.quantities()):
            if not w.ordinal and not _APART.search(u.text[: w.start]) and _alike(w.value, q.value, times):
                return "%" if w.percent else _unit_told(u, w)
    return ""


def _alike(a: float, b: float, times: int) -> bool:
    return min(a, b) * times >= max(a, b)


def _unit_of_name(one: Utterance, head: str, q: Quantity) -> str:
    """What the name before a figure says that it is counted in."""
    if number := _NUMBER_OF.fullmatch(head):
        return number[1]
    if _PRIZE.fullmatch(head):
        return "个" if q.value < _MOST_PRIZES else ""
    return next((unit for unit, names in _COUNTED_IN if names.fullmatch(head)), "")


def _unit_of_sum(before: Sequence[Utterance], one: Utterance, q: Quantity, head: str) -> str:
    """昨天28家，今天33，共61; 1832册，破的77册不上架，能上1755: a total or a rest is counted as the two it comes of."""
    told = [
        (unit, w.value)
        for u in before
        for w in u.quantities()
        if u.message >= one.message - 1 and not w.ordinal and not w.percent and (unit := _unit_told(u, w))
    ]
    total = _TOTAL.search(head) is not None
    for n, (unit, last) in enumerate(told):
        for other, first in told[:n]:
            rest = first - last == q.value and q.value >= _BY_CHANCE
            if unit == other and (rest or (total and first + last == q.value)):
                return unit
    return ""


def _unit_of_product(before: Sequence[Utterance], one: Utterance, q: Quantity) -> str:
    """9个所，一个所3人，总共27: what so many times so much comes to is counted as the second is."""
    told = [w for u in before if u.message == one.message for w in u.quantities() if not w.ordinal and not w.percent]
    pairs = ((a, b) for n, b in enumerate(told) for a in told[:n] if min(a.value, b.value) > 1)
    return next((_written(b.unit) for a, b in pairs if b.unit and a.value * b.value == q.value), "")


def _unit_of_measure(before: Sequence[Utterance], q: Quantity) -> str:
    """西山11.3毫米，黄土梁8.6: a decimal is measured as the last one told is."""
    for u in reversed(before):
        for w in reversed(u.quantities()):
            if w.value % 1 and w.unit in _GRADED and not w.percent and _alike(w.value, q.value, _NOUGHT):
                return _written(w.unit)
    return ""


_NOUGHT = 10
# 标准0.3起 is none of them
_GRADED = frozenset("毫米 厘米 米 公里 吨 公斤 斤 亩 元 块 万元 度 分 秒 小时 公顷 倍".split())


def _unit_of_label(told: Sequence[Utterance], head: str, q: Quantity) -> str:
    """谈成296, where 谈成318人 was told: what is called the same is counted the same."""
    if not _LABEL.fullmatch(head):
        return ""
    for u in reversed(told[-_FAR_BACK:]):
        for w in u.quantities() if u.kind is Kind.CONTENT else ():
            like = w.unit and not w.ordinal and not w.percent and _alike(w.value, q.value, _TIMES)
            if like and u.text[: w.start] == head:
                return _written(w.unit)
    return ""


_LABEL = re.compile(r"[一-龥]{2,6}")
_FAR_BACK = 30


def _only_unit(before: Sequence[Utterance], one: Utterance, q: Quantity) -> str:
    """The unit of the larger figures just told, where the message, or else the one before it, has one only."""
    own = [(u, w) for u in before if u.message == one.message for w in u.quantities()]
    last = [(u, w) for u in before if u.message == before[-1].message for w in u.quantities()] if before else []
    larger = [(u, w) for u, w in own or last if w.value > q.value and not w.ordinal and not w.percent]
    larger = [(u, w) for u, w in larger if not _HANDED.search(u.text)]
    units = {unit for u, w in larger if (unit := _unit_told(u, w)) and unit not in _MEASURES}
    return units.pop() if len(units) == 1 else ""


# 小册子发了650册, and who signed is none of them
_HANDED = re.compile(r"[发送卖捐](?:[了出放]|\d)|送出|分发|印了")
# 5台里头收走3
_AMONG = re.compile(r"[一-龥]{0,3}(?:里头?面?|当?中|当场|已经?)[^，。\d]{1,6}(?=\d)")
# No part of a day is counted in them.
_MONEY = frozenset("元 万元 亿元".split())
_MEASURES = _MONEY | frozenset("天 小时 个小时 分钟 分 秒 年 个月 月 周 岁 公里 米 度 时 点".split())


def _unit_told(u: Utterance, w: Quantity) -> str:
    """The unit of a figure as typed, or as it was written in."""
    if not w.unit and (named := _unit_of_name(u, u.text[: w.start], w)):
        return named
    whole = w.unit + ("次" if w.unit == "批" and u.text.startswith("次", w.end) else "")
    return _written(whole) or next((p.text for p in u.patches if p.start == p.end == w.end), "")


def _unit_of_series(before: Sequence[Utterance], kind: str) -> str:
    """The unit of the last figure told of an earlier member of the series."""
    messages = {u.message for u in before if (m := _MEMBER.search(u.text)) and m["kind"] == kind}
    for u in reversed(before):
        if u.message in messages and (figures := [w for w in u.quantities() if w.unit and not w.ordinal]):
            return _written(figures[-1].unit)
    return ""


def _written(unit: str) -> str:
    return {
        "块": "元",
        "块钱": "元",
        "元钱": "元",
        "个人": "人",
        "号人": "人",
        "来号人": "人",
        "位": "人",
        "名": "人",
    }.get(unit, unit)
