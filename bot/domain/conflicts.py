"""Figures within one event that contradict each other, and what to call the contested thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.names import places
from bot.domain.numerals import fold
from bot.domain.quantities import PERSON_UNITS, Quantity, unit_class
from bot.domain.report import Conflict
from bot.domain.utterances import Utterance

_RECOUNT = re.compile(
    r"我[一-龥]{0,5}(?:走|量|测|点|看|照[一-龥]{1,3}数)的?是(?:约?\d|[一二两三四五六七八九])"
    r"|我[一-龥]{0,4}(?:上|里)(?:记|写|登)的(?:是)?(?=\d|[一二两三四五六七八九])"
    r"|(?:给|发|报)(?:我|咱|我们)?的(?:数|人数|数字|数据)(?:是|为)"
    r"|(?:我|咱)(?:这|这边|这里|们)?(?:统计|收到|记|数|算|登记|点)的?(?:了|到)?(?:是|有|为)"
    r"|(?:票|发票|票据)(?:上|面)?[^，]{0,6}是|(?:合同|发票|收据|报价单|清单|后台|账|通知|公示|海报|报表"
    r"|系统)(?:上|里|子上)?(?:写|记|显示|登记|报|开|印|打)?的?(?:数|价|金额)?(?:是|有|为)(?=\d"
    r"|[一二两三四五六七八九])|(?:后台|系统|平台|票务)[^，。\d]{0,8}(?:是|有)(?=\d)"
    r"|(?:那边|这边|会计|出纳|财务|统计|门卫|保安)(?:那边|这边|那儿)?(?:记|写|算|统计|登记|报)的?(?:是"
    r"|有)(?=\d)|(?:单|表|本|册|记录|台账|系统)(?:上|里|子上)?(?:写|记|显示|登记)的?(?:是|有)|花名册|签到[表册]"
    r"|名单上|点名|清点|实到"
)
_PART_OF = re.compile(
    r"上个?月|上季度|上年|上期|往年|其中|每|分别|第|又|再|另|还有|新增|增加|增长|下降|减少|人均|同比|比|较|平均"
    r"|最|占|剩|原来|原有|去年|上年|计划|目标|应到|各"
)
_GENERIC = re.compile(r"参加|参与|到场|到会|来|去|参会|参训|参演|签到|人数|共|看|听|观")
_EVENT = re.compile(r"(?:[展会课座训动演数]|(?<!完)赛)$")
_FUNCTION = re.compile(r"[都全已均跑打没不还也又了着过分共多左上前后以之是有吧呢呀啊今昨在给把被从向]|上下|下午")
_COUNTING = re.compile(
    r"(?:一共|总共|共计|合计|总数|共|有|是|为|大概|大约|约|差不多|将近|来了|到了|了|们|的|都|全|也|：|:|\s)+$"
)
_ADVERB = re.compile(
    r"^(?:今年|去年|今天|昨天|上午|下午|这次|本次|一共|总共|共|就|又|都|全|还|也|已经?|现场|当场|累计|大概|差不多)+"
)
# What stands behind a figure and is no noun: 45人参加, 42件都到了, 6个村装了…
_NO_NOUN = re.compile(
    r"参加|到场|报名|参与|来|去|看|听|观|到|盯|在|都|全|已|均|跑|打|装|修|做|用|花|拿|给|把|被|从|向|没|不|还|也|又"
    r"|了|着|过|分|共|多|左右|上下|前|后|以|之|是|有|干|练|教|学会|讲|唱|演|吧|呢|呀|啊|今|昨|上午|下午"
    r"|[一-龥][了着过]"
)
_MONEY = frozenset("元 块 块钱 元钱 元整 万元 亿元".split())
_SPENT = re.compile(r"(?P<what>[一-龥]{0,4}?)(?:花费?|用|支出|付|掏|支|开支)(?:去|掉|出)?了?$")
_PLACED = re.compile(r"^个(?P<noun>村|镇|乡|班|社区)")
_PERSON_NOUN = re.compile(
    r"人|孩子|小孩|学生|同学|群众|居民|村民|读者|观众|家长|老人|学员|营员|队员|选手|党员|干部|游客|职工|教师"
    r"|老师|志愿者|演员|代表|同志|幼儿|儿童|司机|客人|香客|考生|手艺人|传承人|工人|民警|姐妹|妇女"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure counts: `key` is equal for figures of one thing, `about` names it to the person."""

    key: str
    about: str


# 送姜茶, 姜茶送: what was handed out counts as one thing whichever word comes first.
_HAND = "送发捐卖借收种修换印"
_HANDED = re.compile(rf"(?P<verb>[{_HAND}])(?P<what>[一-龥]{{2,4}})|(?P<thing>[一-龥]{{2,4}})(?P<v>[{_HAND}])")


def _handed_before(one: Utterance, verb: str, before: Sequence[Utterance]) -> str:
    """姜茶 of 在车站送姜茶, where the figure follows in the next clause of the message: 送了260杯."""
    for u in reversed([b for b in before if b.message == one.message]):
        if found := re.search(rf"{verb}了?(?P<what>[一-龥]{{2,4}})$", u.text):
            return found["what"]
    return ""


@lru_cache(maxsize=4096)
def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before a figure that may name what it counts, all words behind it, and the noun they begin with."""
    text = fold(text)
    stem = _ADVERB.sub("", _COUNTING.sub("", re.split(r"[，、：:\d]", text[:start])[-1]))
    stem = re.sub(r"(?:到|截至|截止)?(?:今天|目前|现在|今早)$", "", stem)
    stem = re.sub(r"(?<=[一-龥]{2})[坐站挤围](?:了|着|满)?$", "", re.sub(r"^.*[了过到](?=[一-龥]{2})", "", stem))
    rest = text[end:].removeprefix("的")
    after = "" if _NO_NOUN.match(rest) else (m[0] if (m := re.match(r"[一-龥]{2,3}", rest)) else "")
    return stem, rest, after


def _subject(one: Utterance, q: Quantity, before: Sequence[Utterance] = ()) -> Subject | None:
    """孩子 in 孩子一共40个 and in 36个孩子; 参加 where people are counted without a noun; else None."""
    stem, rest, after = _around(one.text, q.start, q.end)
    if q.unit in _MONEY or (not q.unit and _SPENT.search(stem)):
        spent = _SPENT.search(stem)
        what = (spent["what"] if spent else stem)[-4:]
        return Subject(f"元:{what}", f"{what}{'花费' if spent else '金额'}") if spent or len(what) >= 2 else None
    if (
        q.unit in PERSON_UNITS - {"个"}
        or _PERSON_NOUN.match(after)
        or (q.unit == "个" and _PERSON_NOUN.search(stem[-3:]))
    ):
        noun = _person(after) or (stem[-4:] if _PERSON_NOUN.search(stem[-3:]) else "") or _role(rest)
        if not noun and len(stem) >= 2 and not _GENERIC.search(stem[-2:]) and not _EVENT.search(stem):
            noun = stem[-4:]
        return Subject(f"人:{noun or '参加'}", f"{noun}人数" if noun else "参加人数")
    if placed := _PLACED.match(q.unit):
        noun = placed["noun"] + (rest[0] if placed["noun"] == "乡" and rest[:1] == "镇" else "")
        return Subject(f"{noun}", f"{noun}数")
    if after:
        return Subject(f"{q.unit}:{after[:2]}", f"{after[:2]}数")
    if (did := _HANDED.fullmatch(stem)) or (len(stem) == 1 and stem in _HAND):
        what = (did["what"] or did["thing"]) if did else _handed_before(one, stem, before)
        verb = (did["verb"] or did["v"]) if did else stem
        return Subject(f"{q.unit}:{verb}{what}", f"{verb}{what}{q.unit}数") if what else None
    return (
        _by_stem(stem, q.unit)
        if len(stem) >= 2
        else Subject(f"{q.unit}:{stem}", f"{stem}的{q.unit}数")
        if stem and q.unit
        else None
    )


def _person(after: str) -> str:
    """孩子 of 孩子和家: the word for people that the words behind a figure begin with."""
    found = _PERSON_NOUN.search(after)
    return after[: found.end()] if found else ""


def _role(rest: str) -> str:
    """盯场 of 5个人盯场, 讲 of 8个人讲: what the counted people did, where it is more than being there."""
    found = re.match(r"[一-龥]{1,2}", rest)
    return found[0] if found and not _GENERIC.match(found[0]) and not _FUNCTION.match(found[0]) else ""


def _by_stem(stem: str, unit: str) -> Subject:
    """摊位96个 → 摊位数, 种树230棵 → 种树棵数."""
    noun = stem if len(stem) <= 5 else stem[-4:]
    counted = "" if unit in ("个", "") or noun.endswith(unit) else unit
    return Subject(f"{unit}:{noun}", f"{noun}{counted}数")


def _compatible(a: Quantity, b: Quantity) -> bool:
    """370多人 and 376人 agree; 40 and 36 do not."""
    if a.value == b.value:
        return True
    for rough, exact in ((a, b), (b, a)):
        if rough.approx and not exact.approx:
            return (
                rough.value <= exact.value < rough.value * 1.5
                if rough.low
                else abs(exact.value - rough.value) <= rough.value * 0.2
            )
    return a.approx and b.approx and abs(a.value - b.value) <= max(a.value, b.value) * 0.25


Said = tuple[Utterance, Quantity]


def disputes(content: Sequence[Utterance]) -> list[tuple[Conflict, list[Said]]]:
    """Figures of one event that count the same thing and differ, with the utterances that say them."""
    seen: dict[str, list[tuple[Utterance, Quantity, str]]] = {}
    for at, u in enumerate(content):
        if u.plan or _PART_OF.search(fold(u.text)) or u.patches:
            continue
        for q in u.quantities():
            subject = _subject(u, q, content[:at])
            alone = _singled(u.text, q)
            if subject and not alone and not q.ordinal and q.unit not in ("岁", "分", "秒", "次", "天", "点"):
                seen.setdefault(subject.key, []).append((u, q, subject.about))
    scopes = _scopes(content)
    found = [*_recounts(content, scopes), *_elsewhere(content)]
    for said in seen.values():
        first = said[0]
        differing = [
            s
            for s in said[1:]
            if s[0].message != first[0].message
            and not _compatible(first[1], s[1])
            and not _apart(scopes[first[0].message], scopes[s[0].message])
        ]
        if differing and not any(c.about == first[2] for c, _ in found):
            found.append(_conflict(first[2], [(u, q) for u, q, _ in (first, *differing)]))
    return found


def _singled(text: str, q: Quantity) -> bool:
    """有1家公司搬走了, 有4个老人不要围巾 single some out; they are no count of the firms or of the old."""
    if not re.search(r"有$", text[: q.start]):
        return False
    said = re.sub(r"^(?:的)?[一-龥]{0,2}(?:人|孩子|学生|群众|村民|居民|同志|观众|读者|游客|家长)", "", text[q.end :])
    return q.value == 1 or (len(said) >= 4 and not _GENERIC.search(said))


Scope = tuple[frozenset[str], frozenset[str]]


def _scopes(content: Sequence[Utterance]) -> dict[int, Scope]:
    """For each message the places that its first words name, and the days and parts of the day it speaks of."""
    first: dict[int, str] = {}
    times: dict[int, set[str]] = {}
    for u in content:
        first.setdefault(u.message, u.text)
        times.setdefault(u.message, set()).update(m.kind + m.written for m in u.moments() if m.kind in ("day", "part"))
    return {
        m: (frozenset(n.text for n in places(text) if n.start <= 2), frozenset(times[m])) for m, text in first.items()
    }


def _apart(a: Scope, b: Scope) -> bool:
    """Whether two messages speak of different places, or different times: 石桥村1520册, 南塘村2010册."""
    if a[0] and b[0] and not a[0] & b[0]:
        return True
    kinds = [{t[:3]: t for t in side[1]} for side in (a, b)]
    return any(kinds[0][k] != kinds[1][k] for k in kinds[0].keys() & kinds[1].keys())


def _as_typed(one: Utterance, q: Quantity) -> str:
    """1.26万张 stays so; 两万三千八 becomes 23800."""
    raw = fold(one.text[q.start : q.end])
    return raw if re.match(r"\d+(?:\.\d+)?[万亿](?!\d)", raw) else q.written()


def _conflict(about: str, every: list[Said]) -> tuple[Conflict, list[Said]]:
    values = tuple(dict.fromkeys(_as_typed(u, q) for u, q in every))
    return Conflict(about, values, tuple(u.message for u, _ in every)), every


@lru_cache(maxsize=4096)
def _recounts_in(text: str) -> bool:
    return _RECOUNT.search(text) is not None


@lru_cache(maxsize=4096)
def doubts(text: str) -> bool:
    """Whether an utterance speaks of somebody else's count (我看验收表是8个)."""
    return _recounts_in(text) or _DOUBT.search(text) is not None


_OTHER_COUNT = re.compile(r"其中|另外|还有|又|去年|上[个半]|同期|比|每|分别|第|下[个周]|新增|增加")


def _objects(one: Utterance, before: Sequence[Utterance]) -> bool:
    """Another speaker who says little but a figure (我这边记的85, 不是24吗) objects to one said before."""
    figures = one.quantities()
    if not before or not one.speaker or len(figures) != 1 or _OTHER_COUNT.search(one.text) or one.patches:
        return False
    if before[-1].message == one.message and not _DOUBT.search(one.text):
        return False  # 石桥村 1520册: the message has a topic of its own
    rest = re.sub(r"[^一-龥]|一共|总共|应该|吧|是|有|共", "", one.text[: figures[0].start] + one.text[figures[0].end :])
    said_by_others = any(u.speaker != one.speaker for u in before[-6:])
    return said_by_others and (not rest or _DOUBT.search(one.text) is not None)


def _bare_like(said: Quantity, bare: Quantity) -> bool:
    """发票开的是56800, after 合同价58800元: a bare figure near one that was said."""
    return (
        not bare.unit
        and not bare.percent
        and not said.percent
        and bare.value >= 10
        and abs(said.value - bare.value) <= 0.35 * max(said.value, bare.value)
    )


_DOUBT = re.compile(
    r"不对吧|签到的|我看|我(?:这|这边|这里)?(?:记|数|写|看|登|统计|听)|不是.{1,12}[吗嘛么]|登记表|记录本|名册"
    r"|台账上|表上|单子上|记得是"
)


def _recounts(content: Sequence[Utterance], scopes: dict[int, Scope]) -> list[tuple[Conflict, list[Said]]]:
    """花名册我数了是85个, 我记的是24段: a recount speaks of the latest like figure that somebody else gave."""
    found = []
    for at, one in enumerate(content):
        if one.patches or not (_recounts_in(one.text) or _objects(one, content[:at])):
            continue
        for q in one.quantities()[:1]:
            for other in reversed(content[:at]):
                if (
                    other.message == one.message
                    or (one.speaker and other.speaker == one.speaker)
                    or _apart(scopes[one.message], scopes[other.message])
                ):
                    continue
                figures = other.quantities()
                like = [
                    o for o in figures if unit_class(o.unit) == unit_class(q.unit) or {o.unit, q.unit} <= PERSON_UNITS
                ]
                like = like or [
                    o for o in figures if (not o.unit and q.value <= 3 * o.value <= 9 * q.value) or _bare_like(o, q)
                ]
                if like:
                    if (
                        not _compatible(like[0], q)
                        and not other.patches
                        and not _missing_told(one, like[0], q, content)
                    ):
                        subject = _subject(other, like[0]) or (None if _recounts_in(one.text) else _subject(one, q))
                        about = (
                            subject.about
                            if subject
                            else f"{like[0].unit or q.unit}数"
                            if like[0].unit or q.unit
                            else "数字"
                        )
                        found.append(_conflict(about, [(other, like[0]), (one, q)]))
                    break
    return found


def _missing_told(one: Utterance, expected: Quantity, q: Quantity, content: Sequence[Utterance]) -> bool:
    """实到28个，缺的4个, of 32 expected: the message itself accounts for the difference."""
    if "实到" not in one.text:
        return False
    return any(r.value == expected.value - q.value for u in content if u.message == one.message for r in u.quantities())


_NOT_THERE = re.compile(r"不是(?:在|去|到)?(?P<old>[一-龥]{2,8}?)(?:吧|吗|么|嘛)$")


def _elsewhere(content: Sequence[Utterance]) -> list[tuple[Conflict, list[Said]]]:
    """不是在文庙吧，海报写的是滨河公园: another place for what somebody else told, blanked like figures."""
    for at, one in enumerate(content[:-1]):
        denied, after = _NOT_THERE.search(one.text), content[at + 1]
        now = next(iter(places(after.text)), None) if denied and after.message == one.message else None
        if denied is None or now is None:
            continue
        for u in content[:at]:
            was = next((n for n in places(u.text) if denied["old"] in n.text), None)
            if was and u.speaker != one.speaker and was.text != now.text:
                start = was.start - (u.text[was.start - 1 : was.start] in tuple("在到去"))
                blanks = [
                    (u, _span(start, was.end)),
                    (one, _span(0, len(one.text))),
                    (after, _span(0, len(after.text))),
                ]
                return [(Conflict("地点", (was.text, now.text), (u.message, one.message)), blanks)]
    return []


def _span(start: int, end: int) -> Quantity:
    return Quantity(start, end, 0, "", approx=False)
