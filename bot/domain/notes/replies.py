"""Answers to what was said before: a figure agreed on, a correction taken back, a day denied, a piece withdrawn.

Answered figures are settled here (对，214; 还是36; 刚才改错了，就是57个); corrections that name themselves
are corrections.py's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import Quantity
from bot.domain.notes.agreement import REACH, agreed, alike, objects
from bot.domain.notes.kept_out import CALLED_OFF
from bot.domain.notes.patching import all_of, mark, own_of, replace_figure, stands
from bot.domain.notes.targets import Told
from bot.domain.notes.utterances import Kind, Utterance

# 39是报名的: what another's figure counts; it is no objection any more.
_SCOPED = Seldom(
    r"^(?P<figure>[^，。]{1,8}?)是(?:按)?(?P<scope>报名|报到|签到|应到|实到|通知|登记|全年|累计|线上|线下"
    r"|含[一-龥]{2,4}|算上[一-龥]{2,4})(?:的)?(?:人数|数|人)?(?:的)?$"
)


_HARDLY = re.compile(r"(?:哪有|哪来的?|怎么可能(?:有|是)?|不可能(?:有|是)?|没有?那么多|没到)")


_TAKEN_BACK = Seldom(
    r"(?:更正|改|纠正|说|核)(?:的)?(?:那[个条]?|得)?(?:也|又|是)?错了|(?:刚才|前面|上面)(?:的)?(?:那[个条]?)?(?:更正|改动|修改)(?:不算|作废|错了|有误)"
    r"|(?:原来|前面|最早|最开始|一开始)(?:的|说的|报的|那个)?(?:数)?(?:是)?(?:对的|没错|才对)|改回(?:去|来)?|(?:不用|别)改了|以[^，。；]{1,8}为准"
    r"|^(?:我)?(?:又|重新|再)(?:去)?(?:核|查|数|对|翻|问)了"
)


_WITHDRAWN = Seldom(
    r"^(?P<what>[^，。；]{0,14}?)(?:的)?(?:那|这|上面?|前面?)(?:一)?[条句个段件项](?:就|先|请|给我|帮我|麻烦)?(?:删掉|删了|删除|去掉|不要了?|不算了?|作废"
    r"|撤[回了掉]|划掉|不用(?:记|写|报)?了?|别(?:记|写|报|用|要|算|发|管)了?|没(?:去成|办成|搞成|开成|弄成))(?:吧|哈|啊|了)?$"
)


_WHY = re.compile(
    r"^那(?:是|个是|条是)[^，。]{0,12}(?:的|了)$|^(?:说|写|记|发|弄|搞)(?:错|重|混)了?$|^(?:重复|重了)$"
    r"|^(?:人家|那|他们?|她们?|对方)(?:那)?是[^，。\d]{2,14}(?:的|了)$|^(?:走|搞|弄|找|跑)错(?:门|地方|人|家)?了?$"
)


def reply(done: list[Utterance], said: range, told: Told) -> bool:
    """Apply what the message `said` answers; whether nothing is left in it to correct."""
    if _withdrawn(done, said):
        return True
    own = own_of(done, said)
    if not own:
        return False
    _scoped(done, own)
    _doubted(done, own)
    return _recounted(done, own) or _taken_back(done, own) or agreed(done, own, told)


def _scoped(done: list[Utterance], own: Sequence[int]) -> None:
    """39是报名的 says what an objection counted: the objection goes, the figure stays with its own words."""
    for i in own:
        figures = [q.value for q in done[i].quantities()] if _SCOPED.match(done[i].text) else []
        if len(figures) == 1:
            said = (k for k in range(own[0]) if done[k].kind is Kind.CONTENT and objects(done, k))
            mark(done, [k for k in said if [q.value for q in done[k].quantities()] == figures], Kind.REPLACED)
            done[i] = done[i].as_kind(Kind.CONTENT)


def _doubted(done: list[Utterance], own: Sequence[int]) -> None:
    """观众哪有700 only repeats the figure that it doubts."""
    for i in own:
        figures = [q.value for q in done[i].quantities()] if _HARDLY.search(done[i].text) else []
        if len(figures) == 1 and any(q.value in figures for u in done[: own[0]] for q in u.quantities()):
            mark(done, [i], Kind.REPLACED)


# 今天那条, 我刚才发的那条: none is named but by when it was sent.
_WHICH = re.compile(r"刚才|刚刚|刚|前面|上面|[今昨]天|[上下]午|早上|晚上|我|发|说|报|写|的")


def _withdrawn(done: list[Utterance], own: Sequence[int]) -> bool:
    """修自行车那条删掉: the latest utterance that shares its words goes, and the reason behind it."""
    for i in own:
        found = _WITHDRAWN.match(done[i].text)
        named = found is not None and _WHICH.sub("", found["what"]) != ""
        # 这条别报 alone has taken out what stands before it in its own message.
        if not found or (not named and done[i].kind in (Kind.ORDER, Kind.CHAT)):
            continue
        at = _about(_WHICH.sub("", found["what"]), done, own[0])
        if at is None:
            continue
        whole = not named and re.search(r"条|个", found[0]) is not None
        gone = own_of(done, all_of(done, done[at].message)) if whole else [at, *_more_of(done, at)]
        mark(done, [*gone, i], Kind.REPLACED)
        mark(
            done,
            [k for k in own if k > i and (_WHY.match(done[k].text) or (whole and CALLED_OFF.search(done[k].text)))],
            Kind.REPLACED,
        )
        return True
    return False


def _more_of(done: Sequence[Utterance], at: int) -> list[int]:
    """卖蜂蜜了，卖了190瓶: the clauses behind it in its message that only count or go on with the same deed."""
    verbs = {m[0] for m in re.finditer(r"[一-龥](?=[了的])|[卖送发查修捐办教收种借](?=[一-龥])", done[at].text)}
    gone: list[int] = []
    for k in own_of(done, all_of(done, done[at].message)):
        on = done[k].text[0] in verbs or _GOES_ON.match(done[k].text)
        if k > at and (len(gone) == k - at - 1) and on:
            gone.append(k)
    return gone


# 一户闹了一阵，公安来劝走了
_GOES_ON = re.compile(r"(?:后来|最后|结果)?[^，。\d]{0,4}(?:来了?|去了?|给)?[劝赔送接拉处解扶][^，。\d]{0,3}了$")


def _about(what: str, done: Sequence[Utterance], before: int) -> int | None:
    """The utterance said before that shares most characters with `what`; the latest where only 那条 is said."""
    words = set(re.sub(r"的|了|刚才|前面|上面|我|说", "", what))
    latest = [k for k in range(before - 1, max(-1, before - REACH), -1) if done[k].kind is Kind.CONTENT]
    if not words:
        return latest[0] if latest else None
    best = max(latest, key=lambda k: (len(words & set(done[k].text)), k), default=None)
    return (
        best
        if best is not None and len(words & set(done[best].text)) >= max(min(2, len(words)), len(words) * 0.6)
        else None
    )


_COUNTED_ANEW = re.compile(
    r"漏(?![水电油气雨])|又(?:来|进|停|增|多|加|抓|查|收|报|发|到|补)|少(?:算|说|写|记|报)|多(?:算|说|写|记|报)|没(?:量|来|到|算|参加"
    r"|成)|只能?按?算|重(?:复|了)|除去|去掉|刨去|实际[是有来到就只了上]*\d|加上"
)


# 刚又来一起…那就是6起; 有一家停业没查成，只能算6家
_ONE_CAME = re.compile(r"又[一-龥]{1,3}了?一[个起条人名处家辆班场]|有一[个起条人名处家辆班场][^，。]{0,8}没")
# 实际17个，有一个没来, of 18个 told by another
_ACTUAL = re.compile(r"(?:其实|实际|实到)(?:上)?(?:只|就)?(?:来|到|有|是)?了?\d")
_SUMMED = re.compile(r"^(?:那|这样|现在)?(?:一共|总共)?(?:就是|就成|就|变成|成了|一共|总共|只能?按?算)(?:有|是)?\d")


# 书是330册，漏算了30本, of 300册: such figures add up to a sum by no chance.
_BY_NO_CHANCE = 20
_FORGOTTEN = re.compile(r"漏|忘|少(?:算|说|写|记|报)")
_MORE = re.compile(
    r"漏|又(?:来|停|增|多|加|抓|查|收|报|发|到|补)|少(?:算|说|写|记|报)|没算|实际[是有来到就只了上]*\d|加上"
)
# 报名35个家庭，有7个没来, of the 28 who came: their number was expected, it is not the right one of those who came.
_EXPECTED = re.compile(r"报名|预约|应到|应参|原计划|原定|本来|计划|预计|通知|邀请")


def _recounted(done: list[Utterance], own: Sequence[int]) -> bool:
    """漏了5个理发的，一共37, of 理发32位; 47里头有3个没量成，实际44: the sum tells which figure was meant."""
    words = "".join(done[i].text for i in own)
    if not _COUNTED_ANEW.search(words):
        return False
    told = [(i, q) for i in own for q in done[i].quantities()]
    told += [(i, replace(told[0][1], value=1.0, ordinal=False)) for i in own if told and _ONE_CAME.search(done[i].text)]
    for (i, total), (_, part) in product(told, told):
        # 62没错，登记本漏记3个: the figure told before stands
        stays = _EXPECTED.search(done[i].text) or (total.unit == "" and stands(done[: own[0]], total))
        if part is total or stays:
            continue
        for at in range(own[0] - 1, -1, -1):
            old = _adding_up(done[at], total, part, more=_MORE.search(words) is not None)
            again = old is not None and any(q.value == old.value for _, q in told)
            if old and (again or _meant(done[i], old, total, part, words) or _pairs(words) & _pairs(done[at].text)):
                replace_figure(done, at, old, done[i], total)
                reckoned = (part, total)
                about = (k for k in own for q in done[k].quantities() if q in reckoned or q.value == old.value)
                mark(done, about, Kind.CORRECTION)
                return True
    return False


def _adding_up(one: Utterance, total: Quantity, part: Quantity, *, more: bool) -> Quantity | None:
    """The figure told before that the part makes the total of, or takes from it."""
    if one.kind is not Kind.CONTENT or one.patches:
        return None
    sums = ((q, (q.value + part.value if more else q.value, q.value - part.value)) for q in one.quantities())
    return next(
        (q for q, made in sums if q.value and total.value != q.value and total.value in made and alike(q, total)), None
    )


def _meant(one: Utterance, old: Quantity, total: Quantity, part: Quantity, words: str) -> bool:
    """Whether a figure of the same unit adds up by no chance, or the words say that it is the sum."""
    if old.unit != total.unit:
        return False
    by_no_chance = _FORGOTTEN.search(words) is not None and total.value == old.value + part.value >= _BY_NO_CHANCE
    summed = old.unit not in ("", "个") and (by_no_chance or _SUMMED.match(one.text) is not None)
    return summed or _ACTUAL.match(one.text) is not None


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
            if not figures and not _NAMED_BACK.search("".join(done[i].text for i in own)):
                continue
            if done[at].message < made.source < done[own[0]].message and (
                not figures or any(q.value == w.value for q in figures for w in was)
            ):
                done[at] = done[at].with_patches(tuple(p for p in done[at].patches if p is not made))
                known = {w.value for w in was} | {q.value for p in (made,) for q in _figures_of(p.text, done[at])}
                about = [i for i in own if all(q.value in known for q in done[i].quantities())]
                mark(done, about if len(own) > 1 and figures else own, Kind.CORRECTION)
                return True
    return False


# 改回去吧 needs no figure to be understood; 以实际为准 does.
_NAMED_BACK = re.compile(r"错|不算|作废|对的|没错|才对|改")


def _figures_of(text: str, one: Utterance) -> tuple[Quantity, ...]:
    return Utterance(0, 0, len(text), text, one.said, "").quantities()
