"""Answers to what was said before: a figure agreed on, a correction taken back, a day denied, a piece withdrawn.

Answered figures are settled here (对，214; 还是36; 刚才改错了，就是57个); corrections that name themselves
are corrections.py's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from bot.domain.conflicts import disputes, doubts
from bot.domain.kinds import CALLED_OFF
from bot.domain.patching import first_of, mark, own_of, patch
from bot.domain.quantities import Quantity, same_unit
from bot.domain.utterances import Kind, Utterance

_YES = r"(?:收到|真的|确实是?|实际|嗯+|对+|是的?|没错|好的?|行|中|可以|那|哦+|噢|确实|对的)"
_AGREED = re.compile(
    rf"^(?:{_YES}[，,、\s]*)*(?P<what>[一-龥]{{0,6}}?)(?:那)?(?:就|就是|还是|仍是|仍然是|是|按|算)*约?$"
)
# 演员19个 tells; 演员是25没错 answers.
_ANSWERS = re.compile(rf"^{_YES}|就|还是|仍|是|按|没错|对的?$|没问题|没变|不变|为准")
_AND_SO = re.compile(r"^[一-龥]{0,2}?(?:没错|是对的|对的?|没问题|没变|不变|为准|来|算|报|写|吧|了)*$")
# 39是报名的: what another's figure counts; it is no objection any more.
_SCOPED = re.compile(
    r"^(?P<figure>[^，。]{1,8}?)是(?:按)?(?P<scope>报名|报到|签到|应到|实到|通知|登记|全年|累计|线上|线下"
    r"|含[一-龥]{2,4}|算上[一-龥]{2,4})(?:的)?(?:人数|数|人)?(?:的)?$"
)
_HARDLY = re.compile(r"(?:哪有|哪来的?|怎么可能(?:有|是)?|不可能(?:有|是)?|没有?那么多|没到)")
_TAKEN_BACK = re.compile(
    r"(?:更正|改|纠正|说|核)(?:的)?(?:那[个条]?|得)?(?:也|又|是)?错了"
    r"|(?:刚才|前面|上面)(?:的)?(?:那[个条]?)?(?:更正|改动|修改)(?:不算|作废|错了|有误)"
    r"|(?:原来|前面|最早|最开始|一开始)(?:的|说的|报的|那个)?(?:数)?(?:是)?(?:对的|没错|才对)|改回(?:去|来)?"
    r"|(?:不用|别)改了"
)
_NOT_IN = re.compile(r"(?:不算|不含|不计|除去|刨去|去掉)[一-龥]{0,6}$|^[一-龥]{1,6}(?:不算|不计|除外)$")
_WIDER = re.compile(r"(?:算上|加上|连上|连同|包括)[一-龥]{1,6}(?:是|有|一共|共|就)")
_DENIED_DAY = re.compile(r"^(?:时间|日子|日期)?不是")
_MIXED_UP = re.compile(
    r"^(?:我)?(?:记|搞|弄|说|写|打|看)(?:混|岔|串|错|反|差)了?$|^(?:我)?(?:糊涂|脑子|忙|手)(?:了|乱了|糊了|昏了|抖了)$"
)
_WITHDRAWN = re.compile(
    r"^(?P<what>[^，。；]{0,14}?)(?:的)?(?:那|这|上面?|前面?)(?:一)?[条句个段件项](?:就|先|请|给我|帮我"
    r"|麻烦)?(?:删掉|删了|删除|去掉|不要了?|不算了?|作废|撤[回了掉]|划掉|不用(?:记|写|报)?了?"
    r"|别(?:记|写|报|用|要|算|发|管)了?|没(?:去成|办成|搞成|开成|弄成))(?:吧|哈|啊|了)?$"
)
_WHY = re.compile(
    r"^那(?:是|个是|条是)[^，。]{0,12}(?:的|了)$|^(?:说|写|记|发|弄|搞)(?:错|重|混)了?$|^(?:重复|重了)$"
    r"|^(?:人家|那|他们?|她们?|对方)(?:那)?是[^，。\d]{2,14}(?:的|了)$"
    r"|^(?:走|搞|弄|找|跑)错(?:门|地方|人|家)?了?$"
)
_REACH = 40


def reply(done: list[Utterance], index: int) -> bool:
    """Apply what message `index` answers; whether nothing is left in it to correct."""
    own = own_of(done, index)
    if not own:
        return False
    _scoped(done, own)
    _doubted(done, own)
    return (
        _withdrawn(done, own)
        or _recounted(done, own)
        or _taken_back(done, own)
        or _day_denied(done, own)
        or _agreed(done, own)
    )


def _scoped(done: list[Utterance], own: Sequence[int]) -> None:
    """39是报名的 says what an objection counted: the objection goes, the figure stays with its own words."""
    for i in own:
        figures = done[i].quantities() if _SCOPED.match(done[i].text) else ()
        if len(figures) == 1:
            mark(
                done,
                [
                    k
                    for k in range(own[0])
                    if done[k].kind is Kind.CONTENT
                    and objects(done, k)
                    and [q.value for q in done[k].quantities()] == [figures[0].value]
                ],
                Kind.REPLACED,
            )
            done[i] = replace(done[i], kind=Kind.CONTENT)


def _doubted(done: list[Utterance], own: Sequence[int]) -> None:
    """观众哪有700 only repeats the figure that it doubts."""
    for i in own:
        figures = done[i].quantities()
        if (
            len(figures) == 1
            and _HARDLY.search(done[i].text)
            and any(q.value == figures[0].value for u in done[: own[0]] for q in u.quantities())
        ):
            mark(done, [i], Kind.REPLACED)


def _withdrawn(done: list[Utterance], own: Sequence[int]) -> bool:
    """修自行车那条删掉: the latest utterance that shares its words goes, and the reason behind it."""
    for i in own:
        found = _WITHDRAWN.match(done[i].text)
        if not found:
            continue
        at = _about(found["what"], done, own[0])
        if at is None:
            continue
        whole = not found["what"].strip("刚才前面上我的") and re.search(r"条|个", found[0]) is not None
        gone = own_of(done, done[at].message) if whole else [at]
        mark(done, [*gone, i], Kind.REPLACED)
        mark(
            done,
            [k for k in own if k > i and (_WHY.match(done[k].text) or (whole and CALLED_OFF.search(done[k].text)))],
            Kind.REPLACED,
        )
        return True
    return False


def _about(what: str, done: Sequence[Utterance], before: int) -> int | None:
    """The utterance said before that shares most characters with `what`; the latest where only 那条 is said."""
    words = set(re.sub(r"的|了|刚才|前面|上面|我|说", "", what))
    latest = [k for k in range(before - 1, max(-1, before - _REACH), -1) if done[k].kind is Kind.CONTENT]
    if not words:
        return latest[0] if latest else None
    best = max(latest, key=lambda k: (len(words & set(done[k].text)), k), default=None)
    return best if best is not None and len(words & set(done[best].text)) >= max(2, len(words) * 0.6) else None


_COUNTED_ANEW = re.compile(
    r"漏|少(?:算|说|写|记|报)|多(?:算|说|写|记|报)|没(?:量|来|到|算|参加|成)|重(?:复|了)|除去|去掉|刨去|实际|加上"
)


def _recounted(done: list[Utterance], own: Sequence[int]) -> bool:
    """漏了5个理发的，一共37, of 理发32位; 47里头有3个没量成，实际44: the sum tells which figure was meant."""
    if not _COUNTED_ANEW.search("".join(done[i].text for i in own)):
        return False
    told = [(i, q) for i in own for q in done[i].quantities()]
    for i, total in told:
        for _, part in told:
            for at in range(own[0] - 1, -1, -1):
                old = next(
                    (
                        q
                        for q in done[at].quantities()
                        if part is not total
                        and q.value
                        and total.value in (q.value + part.value, q.value - part.value)
                        and _alike(q, total)
                    ),
                    None,
                )
                if old is None or done[at].kind is not Kind.CONTENT or done[at].patches:
                    continue
                words = "".join(done[k].text for k in own)
                if not (any(q.value == old.value for _, q in told) or _pairs(words) & _pairs(done[at].text)):
                    continue
                patch(
                    done,
                    at,
                    old.start,
                    old.end - len(old.unit) if not total.unit else old.end,
                    done[i].text[total.start : total.end],
                    done[i],
                    total.start,
                )
                mark(
                    done,
                    [
                        k
                        for k in own
                        if done[k].quantities()
                        and any(q in (part, total) or q.value == old.value for q in done[k].quantities())
                    ],
                    Kind.CORRECTION,
                )
                return True
    return False


def _pairs(text: str) -> set[str]:
    """Pairs of neighbouring characters, without the words of counting."""
    han = re.sub(r"[^一-龥]|一共|总共|实际|漏了|少算|还有", " ", text)
    return {han[i : i + 2] for i in range(len(han) - 1) if " " not in han[i : i + 2]}


def _taken_back(done: list[Utterance], own: Sequence[int]) -> bool:
    """刚才那个更正错了，就是57个: the patch goes where the figure said first is the one said now."""
    if not any(_TAKEN_BACK.search(done[i].text) for i in own):
        return False
    figures = [q for i in own for q in done[i].quantities()]
    for at in range(own[0] - 1, -1, -1):
        for made in done[at].patches:
            was = [q for q in done[at].quantities() if q.start < made.end and made.start < q.end]
            if done[at].message < made.source < done[own[0]].message and (
                not figures or any(q.value == w.value for q in figures for w in was)
            ):
                done[at] = replace(done[at], patches=tuple(p for p in done[at].patches if p is not made))
                mark(done, own, Kind.CORRECTION)
                return True
    return False


def _day_denied(done: list[Utterance], own: Sequence[int]) -> bool:
    """不是前天，是8号上午，记混了: day and hour said first give way to the ones said now."""
    denial = next((i for i in own if _DENIED_DAY.match(done[i].text) and done[i].moments()), None)
    if denial is None:
        return False
    new = next(
        (
            i
            for i in own
            if i >= denial
            and re.search(r"(?:^|[，,])(?:而|应该)?是", done[i].text)
            and (i > denial or "，" in done[i].text)
            and done[i].moments()
        ),
        None,
    )
    if new is None:
        return False
    times = [m for m in done[new].moments() if m.kind in ("day", "part", "clock")]
    for at in range(own[0]):
        was = (
            [m for m in done[at].moments() if m.kind in ("day", "part", "clock")]
            if done[at].kind is Kind.CONTENT and not done[at].plan
            else []
        )
        if was and was[0].kind == "day" and times and times[0].kind == "day":
            end = was[1].end if len(was) > 1 and len(times) > 1 and was[1].start - was[0].end <= 1 else was[0].end
            last = times[1] if len(times) > 1 and times[1].start - times[0].end <= 1 else times[0]
            patch(done, at, was[0].start, end, done[new].text[times[0].start : last.end], done[new], times[0].start)
            mark(done, [denial, new, *(i for i in own if _MIXED_UP.match(done[i].text))], Kind.CORRECTION)
            return True
    return False


def _agreed(done: list[Utterance], own: Sequence[int]) -> bool:
    """对，214, of two figures said for one thing: it stands, the other and the talk about both go."""
    for i in own:
        figures = done[i].quantities()
        found = _AGREED.match(done[i].text[: figures[0].start]) if len(figures) == 1 else None
        if (
            not found
            or (found["what"] and not _ANSWERS.search(done[i].text))
            or not _AND_SO.match(done[i].text[figures[0].end :])
        ):
            continue
        new = figures[0]
        if re.search(r"没错|是对的|没问题|没变|不变|还是|仍是|\d对$", done[i].text) and _restored(done, own[0], new):
            mark(done, [i], Kind.CORRECTION)
            return True
        disputed = _disputed(done, own[0], new)
        if disputed is None:
            if (
                "按" not in done[i].text
                and _says_again(done[i].text, new)
                and _repeats(done, own[0], new, found["what"])
                and not _tells_more(done[i].text, found["what"])
            ):
                mark(done, [i], Kind.REPLACED)
                return len(own) == 1
            continue
        at, old, objections = disputed
        if old.value != new.value and not any(p.start < old.end and old.start < p.end for p in done[at].patches):
            unit = "" if new.unit and not done[at].text[old.end - len(old.unit) : old.end] else new.unit
            end = old.end if unit else old.end - len(old.unit)
            patch(done, at, old.start, end, done[i].text[new.start : new.end], done[i], new.start)
        mark(done, objections, Kind.REPLACED)
        mark(done, [i, *(k for k in own if _NOT_IN.search(done[k].text))], Kind.CORRECTION)
        return True
    return False


def _restored(done: list[Utterance], before: int, new: Quantity) -> bool:
    """58没错, after somebody had made it 52: the patch goes."""
    for at in range(before - 1, -1, -1):
        for made in done[at].patches:
            was = next((q for q in done[at].quantities() if q.start < made.end and made.start < q.end), None)
            if was and was.value == new.value and _reads(done[at], was) != new.value:
                done[at] = replace(done[at], patches=tuple(p for p in done[at].patches if p is not made))
                return True
    return False


def _says_again(text: str, q: Quantity) -> bool:
    """16票全票 and 14人里 tell something of their own; 对，214 and 214吧 do not."""
    said_so = re.match(rf"{_YES}|就|还是|仍|是", text) is not None
    return (
        said_so
        or re.fullmatch(r"(?:[个人名]?(?:对的?|没错|没问题|没变|不变|是对的|吧|的|啊)?)", text[q.end :]) is not None
    )


def _tells_more(text: str, what: str) -> bool:
    return (
        bool(what)
        and re.match(rf"{_YES}|就|还是|没错", text) is None
        and not re.search(r"没错|对的?$|没问题|没变|不变$", text)
    )


def _repeats(done: Sequence[Utterance], before: int, new: Quantity, what: str) -> bool:
    """演员是25没错, where 演员25个 was said: nothing new."""
    said = [k for k in range(before - 1, max(-1, before - _REACH), -1) if done[k].kind is Kind.CONTENT]
    return any(
        _reads(done[k], q) == new.value
        and (same_unit(q.unit, new.unit) or not new.unit)
        and (not what or what[:2] in done[k].text)
        for k in said
        for q in done[k].quantities()
    )


def _reads(one: Utterance, q: Quantity) -> float:
    """The value of the figure as corrections left it."""
    made = next((p for p in one.patches if p.start < q.end and q.start < p.end), None)
    if made is None:
        return q.value
    now = _first_value(made.text, one.said)
    return q.value if now is None else now


@lru_cache(maxsize=2048)
def _first_value(text: str, said: datetime) -> float | None:
    return next((q.value for q in Utterance(0, 0, len(text), text, said, "").quantities()), None)


def _disputed(done: list[Utterance], before: int, new: Quantity) -> tuple[int, Quantity, list[int]] | None:
    """(utterance, its figure, the objections) where somebody objected to a figure and `new` is one of the two."""
    said = [k for k in range(max(0, before - _REACH), before) if done[k].kind is Kind.CONTENT and not done[k].plan]
    single = [k for k in said if len(done[k].quantities()) == 1]
    if not any(_alike(done[k].quantities()[0], new) for k in single) or not _said_before(done, before, new.value):
        return None
    contested = {id(u) for _, every in disputes([done[k] for k in said]) for u, _ in every[1:]}
    objections = [k for k in single if (objects(done, k) or id(done[k]) in contested or _WIDER.search(done[k].text))]
    like = [k for k in objections if _alike(done[k].quantities()[0], new)]
    for k in like:
        claimed = done[k].quantities()[0]
        first = next(
            (
                (at, q)
                for at in range(k - 1, -1, -1)
                if done[at].kind is Kind.CONTENT and at not in objections and done[at].message != done[k].message
                for q in done[at].quantities()
                if _alike(q, claimed) and (q.value != claimed.value or done[at].patches)
            ),
            None,
        )
        if (
            first
            and (same_unit(first[1].unit, new.unit) or not new.unit)
            and new.value in (claimed.value, first[1].value, _reads(done[first[0]], first[1]))
        ):
            return (*first, like)
    return None


def _said_before(done: Sequence[Utterance], before: int, value: float) -> bool:
    """Whether a figure reads so, as typed or as corrections left it."""
    told = (u for u in done[:before] if u.kind is Kind.CONTENT)
    return any(q.value == value or (u.patches and _reads(u, q) == value) for u in told for q in u.quantities())


def _alike(a: Quantity, b: Quantity) -> bool:
    """Figures that may count one thing: like units, or one of them bare, and no further apart than half."""
    return (
        (same_unit(a.unit, b.unit) or not a.unit or not b.unit)
        and a.percent == b.percent
        and abs(a.value - b.value) <= 0.5 * max(a.value, b.value)
    )


_SHORT = re.compile(
    r"^(?:不对吧?|不是吧?|哪有|[一-龥]{1,2}[姐哥]|[一-龥]{0,4}(?:表|名单|单子|本|册|系统|后台|群)(?:上|里)?"
    r"|我(?:这|这边|这儿|这里)?(?:的)?[一-龥]{0,3})*(?:写|记|数|算|查|看|登记|统计|报)?的?(?:是|有|才)"
)


def objects(done: list[Utterance], at: int) -> bool:
    """Whether the utterance gives another figure for something said before: 签到表是65吧, 我这名单是39, 是演了一场."""
    one = done[at]
    own = done[first_of(done, one.message) : at]
    doubted = doubts(one.text) or _SHORT.match(one.text) is not None or any(_SLIGHT.search(u.text) for u in own)
    return doubted and any(u.speaker != one.speaker for u in done[:at] if u.kind is Kind.CONTENT)


_SLIGHT = re.compile(r"不对吧|不是吧|没有吧|哪有|记错了吧|(?:你|[一-龥][姐哥])[^，。]{0,4}(?:记|数|写|说)错了")
