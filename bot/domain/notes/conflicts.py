"""Figures within one event that contradict each other, and what to call the contested thing."""

import re
from collections.abc import Sequence, Set

from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import figure, fold
from bot.domain.language.quantities import Quantity, unit_class
from bot.domain.notes.counted import GENERIC, subject_of
from bot.domain.notes.other_places import Said, elsewhere
from bot.domain.notes.recounts import (
    EXPECTED,
    about_label,
    bare_like,
    both_heads,
    counts_of,
    differing_from,
    doubts,
    like_label,
    may_count,
    missing_told,
    objects,
    of_one_label,
    pairs_of,
    recount,
    source_of,
    sources_of,
)
from bot.domain.notes.remarks import THEIRS
from bot.domain.notes.report import Conflict
from bot.domain.notes.scopes import Scopes, apart, of_another, scopes_of
from bot.domain.notes.utterances import Utterance

_PART_OF = Seldom(
    r"上个?月|上季度|上年|上期|往年|其中|每|分别|第|又|再|另|还有|新增|增加|增长|下降|减少|人均|同比|比|较|平均"
    r"|最|占|剩|原来|原有|去年|上年|计划|目标|应到|各|[男女](?:的|性|生|孩|同志|选手)|没[一-龥]{1,4}的|前[\d一二两三四五六七八九十]+名|[没未](?:来|到|参加)|缺[席勤]|请假"
)
# 城关 12场 3500人: a row counts what its label names.
_ROW = Seldom(r"(?![^\d]*[是共有了接来到])[^\s\d]{2,10}(?:[ \t　]+\d\S*|\d\S*(?=[ \t　]))(?:[ \t　]+\d\S*)+")


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


# 43人过了, of 45 who came
_PASSED = re.compile(r"(?:都|全)?(?:过了|过关|合格|及格|达标|拿[到了]证|通过了?|结业)$")
_ONE_KIND = re.compile(r"(?P<who>[一-龥]{3,12})的(?:有|是|占)?$")


def disputes(content: Sequence[Utterance], *, settled: bool = False) -> list[tuple[Conflict, list[Said]]]:
    """Figures of one event that count the same thing and differ, with the utterances that say them.

    `settled`: a figure was agreed on since (收到，22), so that any two of one thing may be those meant.
    """
    seen: dict[str, list[tuple[Utterance, Quantity, str]]] = {}
    for at, u in enumerate(content):
        part = _PART_OF.search(fold(u.text)) or _part_before(content, at)
        if u.plan or part or u.altered or _ROW.fullmatch(fold(u.text)):
            continue
        for q in u.quantities():
            if _PASSED.match(fold(u.text)[q.end :]):
                continue
            if (one_kind := _ONE_KIND.search(u.text[: q.start])) and not GENERIC.search(one_kind["who"][-3:]):
                continue  # 村民自己上台的有4个节目, of 12
            subject = subject_of(u, q, content[:at])
            alone = _singled(u.text, q)
            if subject and not alone and not q.ordinal and q.unit not in ("岁", "分", "秒", "次", "天", "点"):
                expected = EXPECTED.search(u.text[: q.start])
                key = expected[0] + subject.key if expected else subject.key
                seen.setdefault(key, []).append((u, q, subject.about))
    scopes = scopes_of(content)
    found = [*_recounts(content, scopes), *elsewhere(content)]
    for key, said in seen.items():
        first = said[0]
        differing = [
            s
            for s in said[1:]
            if s[0].message != first[0].message
            and (settled or _of_one_count(key, first[:2], s[:2], content))
            and not _compatible(first[1], s[1])
            and not any(s[:2] in told and first[:2] not in told for _, told in found)
            and not apart(first[0], s[0], scopes)
            and not _some_of(first, s)
            and not _adds_up(s[0], s[1], [(u, q) for u, q, _ in said], content)
        ]
        if differing:
            every = [(u, q) for u, q, _ in (first, *differing)]
            known = next((k for k, (c, _) in enumerate(found) if c.about == first[2]), None)
            if known is None:
                found.append(_conflict(first[2], every))
            else:
                told = found[known][1]
                found[known] = _conflict(first[2], [*told, *(one for one in every if one not in told)])
    return [(conflict, [*said, *sources_of(said, content)]) for conflict, said in found]


def _of_one_count(key: str, first: Said, later: Said, content: Sequence[Utterance]) -> bool:
    """Whether two who count the same thing speak of one count: of those who came, of what was handed out, of what it
    is (节目是11个) or where the figure is from, or with the digits turned round (320, 230).

    器材104件 and 器材97件 are of two parts as likely, and who tells both figures knows them apart.
    """
    (one, a), (other, b) = first, later
    if one.speaker == other.speaker:
        return False
    sourced = doubts(one.text) or doubts(other.text)
    known = sourced or _TOLD_TWICE.search(key) or other.text.endswith("是", 0, b.start)
    return bool(known) or sorted(figure(a.value)) == sorted(figure(b.value))


_TOLD_TWICE = re.compile("^人:|:[送发捐卖借收种修换印][一-龥]")


def _part_before(content: Sequence[Utterance], at: int) -> bool:
    """其中，12人; 最多的是古筝，156人: the clause before a figure says that it is a part."""
    before = content[at - 1] if at and content[at - 1].message == content[at].message else None
    bare = [q for q in content[at].quantities() if (q.start, q.end) == (0, len(content[at].text))]
    return before is not None and (
        before.text == "其中" or (bool(bare) and "最" in before.text and not before.quantities())
    )


_IN_ALL = re.compile(r"一共|总共|共|合计|加起来|拢共")


def _adds_up(total: Utterance, q: Quantity, said: Sequence[Said], content: Sequence[Utterance]) -> bool:
    """盘亏4件, of 3件, 0件 and 1件 told one by one; 一共54户, of 37户, 12户 and 5户 in one message."""
    parts = [p.value for u, p in said if u.message < total.message]
    if len(parts) > 1 and sum(parts) == q.value:
        return True
    if not said or not _IN_ALL.search(total.text):
        return False
    told = (u for u in content if u.message == said[0][0].message)
    listed = [p.value for u in told for p in u.quantities() if p.unit == q.unit]
    return len(listed) > 1 and sum(listed) == q.value


def _some_of(first: tuple[Utterance, Quantity, str], later: tuple[Utterance, Quantity, str]) -> bool:
    """41个孩子学会了浮水, of 52个孩子 : fewer, of whom a thing of their own is told."""
    (one, whole, _), (other, part, _) = first, later
    if doubts(other.text):
        return False
    if part.value >= whole.value:  # 1个司机没戴工牌, and 跟6名司机谈了话 behind it
        other, part = one, whole
    if _OBJECT.search(fold(other.text)[: part.start]):
        return True
    told = _NOUN_BEHIND.sub("", fold(other.text)[part.end :])
    return len(told) >= 3 and not GENERIC.match(told)


# 要求7个小区月底进场, 给41个孩子发了书: those a thing was done to.
_OBJECT = re.compile(r"(?:要求|责令|督促|通知|让|给|对|为|帮)$")
_NOUN_BEHIND = re.compile(
    r"^(?:的)?[一-龥]{0,2}(?:人|孩子|学生|群众|村民|居民|同志|观众|读者|游客|家长|老人|学员|选手|小区|社区|村|单位|户)"
)


def _singled(text: str, q: Quantity) -> bool:
    """有1家公司搬走了, 有4个老人不要围巾 single some out; they are no count of the firms or of the old."""
    if not text.endswith("有", 0, q.start):
        return False
    said = re.sub(r"^(?:的)?[一-龥]{0,2}(?:人|孩子|学生|群众|村民|居民|同志|观众|读者|游客|家长)", "", text[q.end :])
    return q.value == 1 or (len(said) >= 4 and not GENERIC.search(said))


def _as_typed(one: Utterance, q: Quantity) -> str:
    """1.26万张 stays so; 两万三千八 becomes 23800, 两万 2万."""
    raw = fold(one.text[q.start : q.end])
    if q.han and q.value >= 10_000 and q.value % 1000 == 0:
        return f"{figure(q.value / 10_000)}万{q.unit}"
    return raw if re.match(r"\d+(?:\.\d+)?[万亿](?!\d)", raw) else q.written()


def _conflict(about: str, every: list[Said]) -> tuple[Conflict, list[Said]]:
    said = [(u, q) for u, q in every if q.unit or not any(o.unit and o.value == q.value for _, o in every)]
    values = tuple(dict.fromkeys(_as_typed(u, q) for u, q in said))
    return Conflict(about, values, tuple(u.message for u, _ in every)), every


def _recounts(content: Sequence[Utterance], scopes: Scopes) -> list[tuple[Conflict, list[Said]]]:
    """花名册我数了是85个, 我记的是24段: a recount speaks of the latest like figure that somebody else gave."""
    found: list[tuple[Conflict, list[Said]]] = []
    for at, one in enumerate(content):
        if one.altered or _OF_ELSE.search(one.text):
            continue
        first = next((q for q in one.quantities() if not q.ordinal), None)
        told = like_label(one, first, content[:at]) if first else None
        if first and told and not _compatible(told[1], first):
            found.append(_conflict(about_label(told[2]) or counts_of(first.unit), [told[:2], (one, first)]))
            continue
        sourced = source_of(content, at) is not None
        named = recount(one.text, first.start, first.end, sourced) if first else None
        objecting = objects(one, content[:at])
        if named is None and not objecting:
            continue
        rest = None if objecting else named
        for holder, q in _counted_again(content, at):
            spoken_of = _spoken_of(one, q, content[:at], scopes, rest if holder is one else None)
            if spoken_of is None:
                continue
            other, like = spoken_of
            if (one.patches or other.patches) and max(like.value, q.value) > _NEAR * min(like.value, q.value):
                continue  # 看完3, where a unit was written in, is no other count of 10处
            if _adds_up(one, q, [spoken_of], content) or missing_told(one, spoken_of[1], q, content):
                break
            if not _compatible(like, q) and not other.altered:
                known = next((k for k, (_, every) in enumerate(found) if spoken_of in every), None)
                if known is not None:
                    found[known] = _conflict(found[known][0].about, [*found[known][1], (holder, q)])
                    break
                subject = subject_of(other, like) or (subject_of(one, q) if named is None else None)
                about = subject.about if subject else _named_before(other, content) or counts_of(like.unit or q.unit)
                found.append(_conflict(about, [(other, like), (holder, q)]))
                break
    return found


_NEAR = 1.5


def _counted_again(content: Sequence[Utterance], at: int) -> list[Said]:
    """The figure of a recount, and those behind it in its message: 后台是143批 agrees, 6218人 does not."""
    one, later = content[at], content[at + 1 :]
    behind = [(u, q) for u in later if u.message == one.message for q in u.quantities() if q.start == 0]
    return [*((one, q) for q in one.quantities()[:1]), *behind]


def _named_before(one: Utterance, content: Sequence[Utterance]) -> str:
    """云门山的数 of 云门山最多，6.8万; empty where the clause before names nothing."""
    at = next((k for k, u in enumerate(content) if u is one), 0)
    before = content[at - 1] if at and content[at - 1].message == one.message else None
    named = re.match(r"[一-龥]{2,6}?(?=最|是|有|来|$)", before.text) if before else None
    return about_label(named[0]) if named else ""


def _spoken_of(
    one: Utterance, q: Quantity, before: Sequence[Utterance], scopes: Scopes, rest: str | None
) -> Said | None:
    """The like figure of another that a recount speaks of: the one it names (云门山系统里是6.3万), else the latest
    that counts the same (49人 on a list are those who came), else the latest. `rest`: the words it must share."""
    if THEIRS.search(one.text[: q.start] + "0") and any(u.quantities() for u in before if u.message == one.message):
        return None  # 周楼量出来是560平方米，他们报的是800: two counts of one thing, both told
    named = pairs_of(one.text[: q.start])
    counted = subject_of(one, q)
    latest: Said | None = None
    same: Said | None = None
    for k in range(len(before) - 1, -1, -1):
        other = before[k]
        if other.message == one.message or (one.speaker and other.speaker == one.speaker):
            continue
        figures = differing_from(one.text, other)
        like = [o for o in figures if unit_class(o.unit) == unit_class(q.unit) or not o.unit or not q.unit]
        if listed := next((o for o in like if of_one_label(one, q, other, o)), None):
            return other, listed
        if apart(one, other, scopes) or of_another(one, other, before):
            continue
        like = [
            o for o in figures if unit_class(o.unit) == unit_class(q.unit) or both_heads(other, o, q) or bare_like(o, q)
        ]
        like = like or [o for o in figures if not o.unit and q.value <= 3 * o.value <= 9 * q.value]
        ahead = (
            before[k - 1].text
            if k and before[k - 1].message == other.message and figures[:1] and figures[0].start <= 1
            else ""
        )
        if rest is not None:
            told = [u for u in before[: k + 1] if u.message == other.message]
            like = [o for o in like if may_count(rest, told, o, q)]
        if not like:
            continue
        like.sort(key=lambda o: abs(o.value - q.value))
        nearer = latest is not None and not q.unit and abs(like[0].value - q.value) < abs(latest[1].value - q.value)
        latest = (other, like[0]) if nearer or latest is None else latest
        about = subject_of(other, like[0]) if counted and not same else None
        if counted and about and about.key == counted.key:
            same = other, like[0]
        if named & pairs_of(ahead + other.text):
            return other, like[0]
    return same or (None if _told_of_it(one, q, named, before) else latest)


def _told_of_it(one: Utterance, q: Quantity, named: Set[str], before: Sequence[Utterance]) -> bool:
    """Whether the same speaker told before of what the recount names: 旧账上这批契约写的是228份 speaks of her own
    契约文书230份, not of another's 冰柜只能放120份."""
    own = (u for u in before if one.speaker and u.speaker == one.speaker and u.message != one.message)
    return any(
        named & pairs_of(u.text) and any(unit_class(o.unit) == unit_class(q.unit) for o in u.quantities()) for u in own
    )


# 去年登记的是3800人: another time's count.
_OF_ELSE = Seldom(r"去年|上年|前年|往年|上个?月|上[次回届期]|同期|计划|原计划|目标|[占比]")
