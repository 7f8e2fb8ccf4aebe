"""Whose name stays out of a report: a minor's, a complainant's, a patient's, that of who was hurt, lost or caught, or
was given money or help.

A name is known by what stands before it (叫, a role), its bearer by what the clauses beside it tell. What was done
about him is told; the name is kept out wherever the day tells it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.language.names import GIVEN, SURNAMES, TITLE, is_name
from bot.domain.language.needed import Seldom
from bot.domain.language.word_edges import splits, words
from bot.domain.notes.kinds import Kind
from bot.domain.notes.personal import CHILD, HONOUR, ILLNESS
from bot.domain.notes.utterance import Patch, Utterance

_NAME = rf"(?P<name>[{SURNAMES}](?!{TITLE}|女士|先生|某|总)[一-龥]{{1,2}}?)"
_BEGINS = rf"(?=[{SURNAMES}](?!{TITLE}|女士|先生|某|总))"
_ENDS = (
    r"(?=$|[^一-龥]|[反的说称讲来是上住家和跟与等因在被打练发没找领已就也都"
    r"今现刚年写丢拿把给摔受去电举投检签办买卖送拉跑捐献唱补取出陪])"
)
_INFORM = "举报|投诉|信访|检举|来访|上访|报案|控告|求助"
_PUBLIC = "群众|市民|居民|村民|业主|员工|职工|游客|家长|读者|旅客|顾客|乘客|用户|住户"
# The account's holder goes with the word for him: 打到户名闫小雨的卡上.
_PAID = "户名|开户人|持卡人|卡主|收款人|领款人|账户名|受益人"
# Whoever bears such a role is never named: 举报人袁立民, 失主叫田佳, 孤儿刘小禾.
_ROLE = (
    rf"(?:{_INFORM})(?:人|群众|者)|{_PAID}"
    r"|(?:困难|低保|特困|贫困|五保|[受水旱火雪]灾|[受被救]助|帮扶|资助)(?:户|职工|学生|学子|家庭|群众|人员|对象|老人|村民|居民|人)"
    r"|失主|当事人|伤者|患者|病人|孤儿|(?:困境|留守|残疾|失学|走失|事实无人抚养)儿童|未成年人|走失(?:的)?(?:老人|孩子|人员)"
)
_OF_ROLE = Seldom(rf"(?P<role>{_ROLE})(?:都|就)?(?:是|有|名?叫|为|：|:)?{_BEGINS}")
# 打到他儿子贾小虎账户
_ACCOUNT = Seldom(rf"[打汇转存划拨发][到进给入了][一-龥]{{0,5}}?{_NAME}(?=的?(?:账户|账号|银行卡|卡[上里]|存折|名下))")
_NEXT = re.compile(rf"[、和及](?=[{SURNAMES}])")
_BRINGS = (
    r"(?:来[电信访]|打电话|实名|上门|到[局站镇队所])?(?:反映|投诉|举报|检举|控告|信访|上访)"
    r"(?!电话|信?箱|渠道|奖|方式|平台|热线)"
)
# 群众张伟举报, 一起是游客王建军说, 吕桂香反映物业乱收费 (without a title one of the public), 来馆里投诉的是家长张丽
_COMPLAINS = Seldom(
    rf"(?P<role>{_PUBLIC}|[男女]子(?:名?叫)?|^(?:还有|另外|其中|有)?){_NAME}(?<![老总局工姐哥叔姨])"
    rf"(?:(?P<brings>(?={_BRINGS}))|(?=$|[（(，]|说|称|要求|来))"
    rf"|(?:{_INFORM}|反映)的人?(?:是|叫)(?:[一-龥]{{0,3}}?(?:{_PUBLIC}))?(?P<who>[{SURNAMES}](?!{TITLE})[一-龥]{{1,2}})(?=$|[，,。；（(])"
)
_UNTITLED = ("", "还有", "另外", "其中", "有")
# 把摊主的名字去掉
_ROLE_WITHHELD = re.compile(
    r"(?P<role>(?!大家|他们|[的把将])[一-龥]{2})的?(?:名字|姓名)(?:都|就|全|给|先|要)*(?:去掉|删|隐去|抹掉|别写|不写|不要写)"
)
_COMPLAINTS = re.compile(rf"(?:{_INFORM})(?!电话|信?箱|渠道|热线|平台|办理|制度)|12345|热线|维权|讨薪")
# 一个叫刘子轩的, 叫王梓涵
_CALLED = Seldom(rf"(?:(?<![一两三几\d])名叫|叫|姓名(?:是|为|：|:)|名字(?:是|叫|：|:))(?:个)?{_NAME}{_ENDS}的?")
_HURT = Seldom(
    rf"^(?:受)?(?:伤|病|摔|晕倒|走失|走丢|落水|获救|被困|遇难)(?:的|者)?(?:那个|人)?(?P<is>名?叫|是)(?:个)?{_NAME}{_ENDS}"
)
# 一个姓贺的娃6岁, 四年级的学生孟子涵
_CHILD_OF = Seldom(
    rf"(?:姓[{SURNAMES}]|名?叫{_NAME})的?(?=(?:[一二三四五六]年级|初[一二三]|小|\d+岁)?的?(?:娃|孩|男孩|女孩|男生|女生|学生|同学|朋友|姑娘))"
)
_CHILD_NAMED = Seldom(
    rf"(?P<child>{CHILD}|(?:[一二三四五六七八九]年级|初[一二三]|小学|初中|幼儿园|(?<!\d)(?:[1-9]|1[0-7])岁|[一二三四五六七八九]岁)的?)(?:名字)?(?:名?叫|是)?{_BEGINS}"
)
_SEVERAL = re.compile(r"[\d几多两三四五六七八九十百些][个名位]?$")
# 孙浩，15岁
_ALONE = re.compile(rf"(?:(?:他|她|孩子|学生|其中|[有一另还个名位]+)?(?:的)?(?:姓名|名字|名)?(?:叫|是|：|:)?)??{_NAME}")
_AGED = re.compile(r"[男女]?，?(?:\d|[一二三四五六七八九十]+岁|今年|[上读]?[一二三四五六]年级|[上读]?[初高][一二三])")
_MINOR = re.compile(
    rf"{CHILD}|未成年|少年|[一二三四五六七八九]年级|初[一二三](?![一-龥]?[日天])|(?<!\d)(?:[1-9]|1[0-7])岁|(?<!十)[一二三四五六七八九]岁|十[一二三四五六七]岁"
)
_GROWN = re.compile(r"(?:1[89]|[2-9]\d)岁")
_BEFELL = re.compile(
    r"救护车|抢救|血压|血糖|中暑|受伤|崴|摔|晕倒|走[失丢散]|落水|溺水|违规|上网|被(?:查|抓|罚|骗|困)|抓[了获]|拘留|嫌疑|轻生|失主|丢了|遗失|[捡拾]到|流浪|乞讨|[受被]救助"
)
# 捡到的叫马强, 老师叫李明: who does his work may be named.
AT_WORK = re.compile(
    rf"捡到?的|拾到?的|交[来给到]|送[来还回]|(?:{TITLE}|保洁员?|保安|司机|老板|店主|法人|徒弟|安全员|工人)[^，。]{{0,6}}$"
)
# A pupil of such a school is not named for a prize either.
_SPECIAL = re.compile(r"特殊教育|特教|培智|启智|启聪|启音|[聋盲]哑?[部校生班]|聋哑|自闭症|康复(?:班|儿童)")
_NO_HONOUR = re.compile(r"救[上出起下]|[获被]救|救助")
_WHO_ALONE = re.compile(
    rf"(?:[其还另]?[中外]?有?)*[一两1]?[个名位户]*(?:{CHILD}|{_ROLE}|{_PUBLIC}|[四五六]年级|(?:受?伤|病|摔|被困)的?|[男女老]?人|来的人|来?(?:{_INFORM}|反映)的人?|最[一-龥]{{1,2}}的|他|她)?的?(?:姓名|名字)?(?:是|叫|为)?"
)
_OF = re.compile(r"(?<![伤病摔困])(?<!^最[一-龥])(?<!^最[一-龥]{2})的$")
_HELD = re.compile(rf"[一1有]?[个名位]|[伤病摔困]的|^最|{CHILD}|{_ROLE}|{_PUBLIC}")
_GOES_ON = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})岁|说(?!明)|称|讲|反映|表示|来|练|在|把|被|要|摔|没|已")


@dataclass(frozen=True, slots=True)
class _Found:
    """A name at [start, end) of an utterance, what to cut with it from `cut`, and who bears it."""

    at: int
    cut: int
    start: int
    end: int
    name: str
    role: str = ""
    whole: int = 0
    instead: str = ""


def without_names(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances of a day; the names of those who must not be named are out of them wherever they stand."""
    kept = list(found)
    names: dict[str, str] = {}
    for one in _named(found):
        if one.name:
            names[one.name] = names.get(one.name) or one.role
        _cut(kept, one)
    for n, u in enumerate(kept):
        for name, role in names.items():
            at = u.text.find(name) if u.kind is Kind.CONTENT else -1
            if at >= 0 and not any(p.start <= at < p.end for p in u.patches):
                kept[n] = u = u.with_patches((*u.patches, hidden_by(u, at, at + len(name), role or "当事人")))
    return kept


def hidden_by(u: Utterance, start: int, end: int, instead: str) -> Patch:
    """What takes a name out of an utterance and lists it with what is not told."""
    return Patch(start, end, instead, u.message, u.start + start, u.start + start, private=True)


def _cut(kept: list[Utterance], one: _Found) -> None:
    """Take the name out; a clause that told nothing but whose it is goes, and who it was stands before what follows."""
    u = kept[one.at]
    if any(p.start <= one.start < p.end for p in u.patches):
        return
    end = max(one.end, one.whole)
    rest = u.text[: one.cut] + u.text[end:]
    hidden = u.with_patches((*u.patches, hidden_by(u, one.cut, end, one.instead)))
    if u.kind is not Kind.CONTENT or not _WHO_ALONE.fullmatch(rest):
        kept[one.at] = hidden
        return
    kept[one.at] = hidden.as_kind(Kind.PRIVATE)
    behind = next((k for k in range(one.at + 1, len(kept)) if kept[k].kind not in (Kind.PRIVATE, Kind.CHAT)), len(kept))
    if behind < len(kept) and kept[behind].message == u.message and _HELD.search(rest):
        after = kept[behind]
        if after.kind is Kind.CONTENT and _GOES_ON.match(after.text) and not after.patches:
            who = Patch(0, 0, _OF.sub("", rest), u.message, u.start, u.start)
            told = after.as_told() if re.match(r"说|称|讲|反映|表示", after.text) else after
            kept[behind] = told.with_patches((who,))


def _named(found: Sequence[Utterance]) -> Iterator[_Found]:
    """Every name of the day that must not be told, where it is first given."""
    asked = [m["role"] for u in found if u.kind is Kind.ORDER and (m := _ROLE_WITHHELD.search(u.text))]
    kept_back = re.compile(rf"(?P<role>{'|'.join(asked)})(?:是|名?叫|：)?{_NAME}{_ENDS}") if asked else None
    for at, u in enumerate(found):
        if u.kind not in (Kind.CONTENT, Kind.PRIVATE):
            continue
        for m in kept_back.finditer(u.text) if kept_back else ():
            yield _Found(at, m.end("role"), *m.span("name"), m["name"], m["role"])
        taken: list[tuple[int, int]] = []
        for one in _of_clause(u.text, at, found):
            free = all(one.end <= a or b <= one.start for a, b in taken)
            if free and (not one.name or _is_name(one, u.text)):
                taken.append((one.start, one.end))
                yield one


def _is_name(one: _Found, text: str) -> bool:
    """费用, 夏令营 and 查视力, a deed and a thing, begin like names: the dictionary's words are one only behind 叫."""
    if not is_name(one.name) or splits(text, one.start, one.end):
        return False
    within = [w for w in words(text) if one.start <= w.start < one.end]
    long = bool(within) and within[0].end - within[0].start > 1
    common = (long and not within[0].kind.startswith("nr")) or [w.kind for w in within] == ["v", "n"]
    return not common or text[one.start - 1 : one.start] == "叫"


def _of_clause(text: str, at: int, found: Sequence[Utterance]) -> Iterator[_Found]:
    for m in _CHILD_OF.finditer(text):
        name = m["name"] or ""
        yield _Found(at, m.start(), m.start(), m.end(), name, "", m.end())
    for m in _OF_ROLE.finditer(text):
        names = _names_from(text, m.end())
        last = names[-1][1] if names else 0
        for start, end in names[:1]:
            whole = last + (text[last : last + 1] == "的") if m["role"] in _PAID.split("|") else last
            cut = m.start() if whole > last else start if last < len(text) or m.start() else m.end("role")
            yield _Found(at, cut, start, end, text[start:end], m["role"], whole)
        for start, end in names[1:]:
            yield _Found(at, start, start, end, text[start:end], m["role"])
    before, told = _around(at, found)
    around = f"{before}，{told}"
    for m in _COMPLAINS.finditer(text):
        name, bare = m["name"] or m["who"], m["role"] in _UNTITLED
        known = bare and (m["brings"] is None or any(_of_ours(name, u) for u in found))
        if not known and (m["who"] or m["brings"] is not None or _COMPLAINTS.search(around)):
            role = "举报人" if "举报" in around else "投诉人" if "投诉" in around else "来访人"
            start, end = m.span("name" if m["name"] else "who")
            yield _Found(at, start, start, end, name, role, 0, "群众" if bare else "")
    for m in _HURT.finditer(text):
        yield _Found(at, m.start("is"), *m.span("name"), m["name"])
    for m in _ACCOUNT.finditer(text):
        yield _Found(at, m.start("name"), *m.span("name"), m["name"])
    for m in _CHILD_NAMED.finditer(text):
        special = any(_SPECIAL.search(u.text) for u in found)
        if not _SEVERAL.search(text[: m.start()]) and (special or not _honoured(around)):
            for start, end in _names_from(text, m.end()):
                yield _Found(at, m.end("child") if start == m.end() else start, start, end, text[start:end], "孩子")
    for m in _CALLED.finditer(text):
        if not AT_WORK.search(text[: m.start()]) and _protected(text, before, told):
            yield _Found(at, m.start(), *m.span("name"), m["name"], _who(told, around), m.end())
    alone = _ALONE.fullmatch(text) if at and _AGED.match(told, len(text) + 1) else None
    if alone and _protected(text, before, told) and not AT_WORK.search(found[at - 1].text):
        yield _Found(at, alone.start("name"), *alone.span("name"), alone["name"], _who(told, around))


def _of_ours(name: str, one: Utterance) -> bool:
    """Whether the utterance is a colleague's of that name, or gives the name a title."""
    return one.speaker == name or re.search(rf"{name}{TITLE}|{TITLE}{name}", one.text) is not None


# Words that begin like a name and are none: 于, 和, 都, 向
_NO_SURNAME = tuple("pcdurv")


def names_in(text: str, known: Collection[str] = ()) -> list[tuple[int, str]]:
    """Where persons' names begin in a clause that surely holds one, read as words; or the known ones."""
    if known:
        return [(text.find(name), name) for name in known if name in text]
    cut = words(text)
    found: list[tuple[int, str]] = []
    for n, w in enumerate(cut):
        single = w.end - w.start == 1 and not w.kind.startswith(_NO_SURNAME)
        if (found and w.start < found[-1][0] + len(found[-1][1])) or not (single or w.kind.startswith("nr")):
            continue
        ends = [w.start + 3, w.start + 2]
        third = next((v for v in cut[n:] if v.start == w.start + 2), None)
        ends_there = third and (third.kind.startswith(tuple("pcdur")) or _ENDING.match(text, third.start))
        if ends_there and text[w.start + 2] not in GIVEN:
            ends = ends[1:]
        end = next((e for e in ends if is_name(text[w.start : e]) and not splits(text, w.start, e)), 0)
        if end:
            found.append((w.start, text[w.start : end]))
    return found


_ENDING = re.compile(_ENDS)


def _names_from(text: str, start: int) -> list[tuple[int, int]]:
    """The names told from `start` on: 马晓丽、田雨欣."""
    first, behind = (next((w for w in words(text) if w.start == start + n), None) for n in (0, 1))
    if first and behind and behind.end > start + 2 and (behind.kind[0] in "tfsmd" or first.kind == "p"):
        return []  # 学生于下午签到, 学生向英雄献花
    ends = (start + n for n in (2, 3) if start + n <= len(text))
    end = next((e for e in ends if _ENDING.match(text, e) or _NEXT.match(text, e)), None)
    if end is None:  # 患者孙秀兰腰疼: the dictionary does not know the name, and knows the word behind it
        known = {
            w.start + k for w in words(text) if w.end - w.start > 1 and w.kind != "nr" for k in range(w.end - w.start)
        }
        given = text[start + 2 : start + 3] in GIVEN
        ends = (e for e in (start + 3, start + 2) if known.isdisjoint(range(start, e)))
        end = next((e for e in ends if e in known or (e > start + 2 and given)), None)
        if end is None and text[start + 1 : start + 2] == text[start + 2 : start + 3] and start + 3 in known:
            end = start + 3  # 6岁娃钱乐乐第一次听见: a doubled syllable is a given name
    if end is None or not re.fullmatch("[一-龥]+", text[start:end]):
        return []
    more = _NEXT.match(text, end)
    return [(start, end), *(_names_from(text, more.end()) if more else ())]


def _around(at: int, found: Sequence[Utterance]) -> tuple[str, str]:
    """The two clauses before, and the clause itself with what its message tells behind it of the same person."""
    behind = [u.text for u in found[at + 1 : at + 3] if u.message == found[at].message]
    behind = behind[: next((n for n, text in enumerate(behind) if _CALLED.search(text)), len(behind))]
    return "，".join(u.text for u in found[max(0, at - 2) : at]), "，".join([found[at].text, *behind])


def _protected(text: str, before: str, told: str) -> bool:
    """Whether the clauses around a name tell of a minor, an illness, a complaint or of what befell its bearer."""
    around = f"{before}，{told}"
    minor = _MINOR.search(around) is not None and not _GROWN.search(told) and not _honoured(around)
    return minor or any(p.search(around) for p in (_BEFELL, _COMPLAINTS)) or ILLNESS.holds(text)


def _who(told: str, around: str) -> str:
    return "孩子" if _MINOR.search(around) and not _GROWN.search(told) else ""


def _honoured(around: str) -> bool:
    return HONOUR.search(_NO_HONOUR.sub("", around)) is not None
