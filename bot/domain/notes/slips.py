"""Slips mended on the spot: 4500册，哦少打了，4850册; 宗教场所安全日 不对是扫黄打非宣传."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.names import people, places
from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import same_unit
from bot.domain.notes.patching import mark, patch, replace_figure
from bot.domain.notes.utterances import Kind, Utterance

_WHY = Seldom(
    # 又核了一遍监控, 签到表又数了, 翻出了合同: how the right figure was found
    r"^(?:我|后来|最[后终]|[一-龥]{0,6}(?:单|表|账|本|册)上?|后台|系统|数据|统计|也)*(?:(?:刚才?|刚刚|又|再次?|重新)+(?:去|给)?(?:核|数|查|对|翻|看|清?点|统计|算"
    r"|问|量|更新|出来|确认|报)|(?:核|数|查|对|点|确认)(?=[了过])|确认$|[翻查看对核调找][出到]?(?=了(?:一[下遍])?(?:合同|原始|底稿|名单|监控|记录"
    r"|[一-龥]{0,2}[台账单册表票本]{1,2}$)))(?:对|实|看|完)?[了过]*(?:一?[下遍眼]|一次)?[一-龥]{0,6}$"
    # 又来一个, 漏了周家湾的, 含了重复刷脸的, 扣掉是29.7
    r"|^(?:刚|刚才|后来)*(?:又|多了?|加了?)[一-龥]{0,3}了?[一两二三\d]+[个起条人名处台辆户家件份箱套](?:[一-龥]{1,4}的)?$|^(?:漏|忘|少算|多算)了"
    r"|^我?少了[^，。\d]{1,8}的$|^(?:那个?|那数|里[面头]|其中)?(?:含|包[含括]|带|算)了?[^，。]{2,16}$|^[扣减去刨除][掉去]?[^，。]{0,6}是"
    # 小陈记岔了, 我那个数是三点的, 点名点的, 票务说的: how it went wrong, and whence either figure was
    r"|^(?:[一-龥]{1,4}?|\d[\d.]*[一-龥]?)?(?:(?:抄|填|录|输|登|报|统|拿|记|写|看|数|打|听|算|敲|弄|搞)(?:错|反|颠倒|倒|串行?|混|岔|差|重|漏|花眼?)(?:了?行"
    r"|了?位)?了?|(?:记|弄|写|算|加|说)(?:到)?一(?:块儿?|起)了|手(?:滑|抖|快|误)了?(?:打错了?)?|(?:这)?输入法(?:坑人|害人|害的|的锅|问题|打错了?|联想错?了?)?"
    r"|(?:看)?(?:花眼|眼花)了|串了?行了?)$|^我?[那这]个?(?:数字?|人数)是[^，。]{1,8}的$|^(?:点名|清点)[点数]?的$|^[一-龥]{1,4}(?:说|报|给|统计)的$"
)
_SLIP = Seldom(
    r"不对|说错|写错|打错|看错|[写记说弄搞打看听敲按输填抄念]反|记错|数错|算错|弄错|搞错|报错|口误|少打|多打|打少|打多|打漏"
    r"|[少多](?:打|写|输|敲)?了?一?个[零0]|少写|多写|漏写|少说了|少算|多算|漏说|漏算|错了"
)


_REVISED = re.compile(
    r"^(?:哦|噢|啊|呃|嗯)?(?:不对|不是|错了|(?:我)?(?:说|写|打|记)错了?|口误)[，,\s]*(?:应该)?(?:是|为)(?P<new>[^，。；]{2,30})$"
)


_AGAIN = re.compile(r"^(?:应该)?(?:是|为)(?P<new>[^，。；]{2,30})$")


def says_why(text: str) -> bool:
    """Whether a clause beside a figure put right may say only how that came about."""
    return _WHY.match(text) is not None


OTHERS_SLIP = re.compile(
    "(?:单位|厂里|他们|她们|人家|对方|公司|村里|老板|会计|印厂)(?:自己|给|那边)?[看写填报记算打印]错"
)
"""一问单位看错了 is told of them: what stood there was wrong, and that is the matter."""


def broken_off(done: list[Utterance], own: Sequence[int]) -> bool:
    """4500册，哦少打了，4850册: what stands before the slip is wrong, what stands behind it is right."""
    slips = [i for i in own[1:] if _SLIP.search(done[i].text) and done[i].kind is Kind.CORRECTION]
    slips = [i for i in slips if not OTHERS_SLIP.search(done[i].text)]
    hits = [
        _broken_at(done, own, slip, last, end)
        for last, slip, end in zip([own[0] - 1, *slips], slips, [*slips[1:], own[-1] + 1], strict=False)
    ]
    return any(hits)


def _broken_at(done: list[Utterance], own: Sequence[int], slip: int, last: int, end: int) -> bool:
    """Mend what stands between the slip before (`last`) and this one with what stands behind it."""
    figures = [(at, q) for at in own if last < at < slip for q in done[at].quantities()]
    hit = False
    for i in (i for i in own if slip <= i < end and not ONE_DIGIT.search(done[i].text)):
        for new in done[i].quantities():
            old = next(
                (
                    (at, q)
                    for at, q in reversed(figures)
                    if same_unit(q.unit, new.unit)
                    and (q.percent, q.ordinal) == (new.percent, new.ordinal)
                    and q.value != new.value
                ),
                None,
            )
            if old:
                replace_figure(done, old[0], old[1], done[i], new)
                mark(done, [i, slip], Kind.CORRECTION)
                hit = True
    told_anew = any(done[i].quantities() for i in own if slip <= i < end)
    return hit or (not (figures and told_anew) and _revised(done, own, slip))


ONE_DIGIT = re.compile(r"[少多漏](?:打|写|敲|按|了)(?:了|个|一个|一位)*[\d一二三四五六七八九零]$")


def _revised(done: list[Utterance], own: Sequence[int], slip: int) -> bool:
    """宗教场所安全日 不对是扫黄打非宣传: the whole saying before it gives way, or the name or time that it mends."""
    inside = _REVISED.match(done[slip].text)
    behind = next((i for i in own if i == slip + 1), None)
    found, at = inside, slip
    if not inside and behind is not None and len(done[slip].text) <= 6:
        found, at = _AGAIN.match(done[behind].text), behind
    if not found or done[slip - 1].message != done[slip].message or done[slip - 1].kind is not Kind.CONTENT:
        return False
    one, start = done[at], found.start("new")
    new = replace(one, kind=Kind.CONTENT, text=found["new"], start=one.start + start)
    if _swapped(done, slip - 1, one, new, start):
        mark(done, [slip, at], Kind.CORRECTION)
        return True
    if re.search(r"[了在]", done[slip - 1].text) or done[slip - 1].quantities():
        return False
    mark(done, [slip - 1], Kind.REPLACED)
    mark(done, [slip], Kind.CORRECTION)
    done[at] = new
    return True


def _swapped(done: list[Utterance], before: int, one: Utterance, new: Utterance, offset: int) -> bool:
    """今天在广场，不对，是图书馆: a place, person or time of the same kind is swapped for the new one."""
    lead = len(new.text) - len(new.text.lstrip("在到去"))
    for finder in (places, people):
        old, now = next(iter(finder(done[before].text)), None), next(iter(finder(new.text[lead:])), None)
        if old and now and now.start == 0 and len(new.text) - lead - now.end <= (6 if finder is places else 0):
            patch(done, before, old.start, old.end, new.text[lead:], one, offset + lead)
            return True
    times = [m for m in new.moments() if m.end - m.start >= len(new.text) - 2]
    same = [m for m in done[before].moments() if times and m.kind == times[0].kind]
    if times and same:
        patch(
            done,
            before,
            same[0].start,
            same[0].end,
            new.text[times[0].start : times[0].end],
            one,
            offset + times[0].start,
        )
        return True
    return False


_TITLE = re.compile(
    r"^(?:片名|剧名|书名|节目|曲目|题目|名字)?(?:应该)?(?:是|叫|为|放的是|演的是|讲的是)(?P<new>[《“][^《》“”]{1,24}[》”])(?:吧|啊)?$"
)


_TITLED = re.compile(r"[《“][^《》“”]{1,24}[》”]")


def retitled(done: list[Utterance], own: Sequence[int]) -> bool:
    """不对，是《花打朝》: the title said last before gives way; what the message says besides is why."""
    if not any(done[i].kind is Kind.CORRECTION for i in own):
        return False
    for i in own:
        new = _TITLE.match(done[i].text)
        if not new:
            continue
        for at in range(own[0] - 1, -1, -1):
            old = next(
                (m for m in _TITLED.finditer(done[at].text) if m[0] != new["new"] and m[0][0] == new["new"][0]), None
            )
            if old and done[at].kind is Kind.CONTENT:
                patch(done, at, old.start(), old.end(), new["new"], done[i], new.start("new"))
                mark(done, [k for k in own if k == i or not done[k].quantities()], Kind.CORRECTION)
                return True
    return False
