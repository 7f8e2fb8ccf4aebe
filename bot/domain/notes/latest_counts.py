"""Of several counts of one thing the one that stands: the last of a running count, the one taken over."""

import re
from dataclasses import replace

from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity, same_unit
from bot.domain.notes.agreement import alike
from bot.domain.notes.patching import all_of, mark, own_of, patch, replace_figure
from bot.domain.notes.recounts import doubts
from bot.domain.notes.remarks import beyond
from bot.domain.notes.soundness import may_go
from bot.domain.notes.targets import Told, context_of, target, words_of
from bot.domain.notes.utterances import Kind, Utterance

_ENTRY = re.compile(r"进园|入园|进场|入场|进馆|到场|客流|进了|来了|到了")


_SO_FAR = re.compile(r"现在|目前|这会儿|已经?|最新|截至|刚")


_LATEST = re.compile(r"最新|最后|全天|最终|截[至止到]|到.{1,6}(?:止|为止)|总数|确认|目前")


def take_side(done: list[Utterance], name: str, said: range, told: Told) -> None:
    """以小许的为准: the figure that 小许 gave replaces the one it differs from."""
    earlier = [u for u in done[: said.start] if u.kind is Kind.CONTENT and u.quantities()]
    theirs = [u for u in earlier if name in u.speaker]
    theirs = theirs or [u for u in earlier if name in u.text and (doubts(u.text) or not beyond(u, ""))]
    if not theirs:
        return
    one = theirs[-1]
    figure = one.quantities()[0]
    before = done.index(one)
    found = target(replace(figure, unit=figure.unit or ""), one, done, before, told)
    if found:
        at, old = found
        new = one.text[figure.start : figure.end] + ("" if figure.unit else old.unit)
        patch(done, at, old.start, old.end, new, one, figure.start)
        done[before] = one.as_kind(Kind.CORRECTION)
    elif any(q.value == figure.value for u in done[:before] if u.kind is Kind.CONTENT for q in u.quantities()):
        theirs_too = own_of(done, all_of(done, one.message))
        own = [
            k
            for k in theirs_too
            if k == before or may_go(done, k) or any(alike(q, figure) for q in done[k].quantities())
        ]
        mark(done, own, Kind.REPLACED)  # 按签到的来: what was objected to the figure said first goes


def rolled(done: list[Utterance]) -> list[Utterance]:
    """现在入场3100, 最新入场数4260: of running counts of one thing only the last stands."""
    for i, old in enumerate(done):
        if old.kind is not Kind.CONTENT or len(old.quantities()) != 1 or not _SO_FAR.search(old.text):
            continue
        for new in done[i + 1 :]:
            if (
                new.kind is Kind.CONTENT
                and _LATEST.search(_with_time(done, new))
                and new.quantities()
                and _same_count(old, new)
                and _of_one_matter(done, i, new)
            ):
                _stand_in(done, i, new)
                break
    return _closed(done)


_CLOSING = re.compile(
    r"^(?:收官|收[队摊尾工]|最终|最后(?=[\d数统共]|[一总]共)|终场|全天|截[至止到]|最新|汇总|补(?:数|报)(?=[：:]))"
    r"(?:的)?(?:数据?|统计)?[：: ]?"
)
# 总数定了，69人: the count told before was a running one
_SETTLED = re.compile(
    r"(?:最后|最终)?(?:总(?:的)?)?(?:人|件|户|单|票)?数(?:字|目)?(?:都|也)?(?:[定出清]|算|敲定|确定|核)(?:下来|出来|准|好)?了"
)
_CAME_MORE = re.compile(r"又(?:来|到|加|添|有|补|报)了?(?:[些几]?[一-龥]?[人个户单]?)?(?!\d)")
# How much a count may have grown until the close.
_MOST = 3


def _closed(done: list[Utterance]) -> list[Utterance]:
    """收官数：9140单 226万 粉条2380单: each closing figure takes the place of its own earlier count."""
    told: dict[int, list[int]] = {}
    for k, u in enumerate(done):
        if u.kind is Kind.CONTENT:
            told.setdefault(u.message, []).append(k)
    for own in told.values():
        whole = all_of(done, done[own[0]].message)
        settled = next((k for k in whole if _SETTLED.fullmatch(done[k].text)), None)
        if settled is None and not _CLOSING.match(done[whole[0]].text):
            continue
        for k in own:
            if settled is not None and k < settled:
                continue
            figures = done[k].quantities()
            if len(figures) != 1:
                continue
            earlier = [
                (at, q) for at in range(own[0]) for q in done[at].quantities() if _grew(done, at, q, k, figures[0])
            ]
            named = [(at, q) for at, q in earlier if _shares(context_of(done, at, q), done[k].text)]
            found = named or earlier
            if found and _of_one_matter(done, found[0][0], done[k]):
                at, old = found[0]
                now = figures[0]
                if settled is not None:
                    more = [n for n in whole if n < settled and _CAME_MORE.search(done[n].text)]
                    mark(done, [settled, *more], Kind.CORRECTION)
                if _timed(done, at):  # 上午换书236本 is no count of the whole day: it goes, and the later stands
                    mark(done, [at], Kind.REPLACED)
                    continue
                replace_figure(done, at, old, done[k], now)
                mark(done, [k], Kind.REPLACED)
    return done


def _of_one_matter(done: list[Utterance], at: int, new: Utterance) -> bool:
    """Whether the later count names nothing that the earlier one did not speak of: 全天换书, of 上午换出去旧书."""
    about = "".join(done[k].text for k in all_of(done, done[at].message) if k <= at)
    return len(beyond(new, about + _ENTERED if _ENTRY.search(about) else about)) <= _ODD


def _timed(done: list[Utterance], at: int) -> bool:
    said = (done[k] for k in all_of(done, done[at].message) if k <= at)
    return any(m.kind in ("part", "clock") for u in said for m in u.moments())


_ODD = 1
# 进园, 入场 and the like say one thing.
_ENTERED = "　进园　入园　进场　入场　进馆　到场　客流"


def _grew(done: list[Utterance], at: int, old: Quantity, k: int, now: Quantity) -> bool:
    u = done[at]
    put_right = all(p.start < old.end and old.start < p.end for p in u.patches)
    same = u.kind is Kind.CONTENT and not u.plan and put_right and u.speaker == done[k].speaker
    unit = (old.unit == now.unit and old.unit not in ("", "个")) or (
        not old.unit and not now.unit and now.value >= _MANY
    )
    label = _CLOSING.sub("", done[k].text)[: -len(done[k].text) + now.start or None]
    unit = unit or (not now.unit and bool(label) and u.text[: old.start].endswith(label))  # 车3600, of 车2100辆
    return (
        same and unit and not old.ordinal and old.percent == now.percent and old.value <= now.value <= _MOST * old.value
    )


# Bare figures that may be told apart by their size.
_MANY = 10_000


def _shares(a: str, b: str) -> bool:
    return any(len(w) == 2 for w in words_of(_CLOSING.sub("", a)) & words_of(_CLOSING.sub("", b)))


def _stand_in(done: list[Utterance], at: int, new: Utterance) -> None:
    """35.2万亩了 is written where 现在全县割了31万亩 was said; a count with words of its own takes the whole place."""
    was, now = done[at].quantities()[0], new.quantities()[0]
    if len(new.text) - (now.end - now.start) > _BARE:
        done[at] = done[at].as_kind(Kind.REPLACED)
        return
    patch(done, at, was.start, was.end, new.text[now.start : now.end], new, now.start)
    done[done.index(new)] = new.as_kind(Kind.REPLACED)


_BARE = 2


def _with_time(done: list[Utterance], one: Utterance) -> str:
    """截止6点 35.2万亩了: as of when stands in a clause of its own."""
    at = done.index(one)
    before = done[at - 1] if at else None
    alone = before and before.message == one.message and not before.quantities() and len(before.text) <= _SHORT
    return (before.text if before and alone else "") + one.text


_SHORT = 8


def _same_count(old: Utterance, new: Utterance) -> bool:
    a, b = old.quantities()[0], new.quantities()[0]
    shared = words_of(fold(old.text)) & words_of(fold(new.text)) - {"现在", "目前", "最新", "截至"}
    entered = _ENTRY.search(old.text) is not None and _ENTRY.search(new.text) is not None
    telling = a.unit == b.unit and a.unit not in ("", "个") and old.speaker == new.speaker
    grown = telling and a.value < b.value <= 3 * a.value
    rated = {a.unit, b.unit} & {"年", "岁"} and a.unit != b.unit  # 已有8年的历史, 目前有19个点
    alike = same_unit(a.unit, b.unit) and a.percent == b.percent and not rated
    return alike and a.value != b.value and (any(len(w) > 1 for w in shared) or entered or grown)
