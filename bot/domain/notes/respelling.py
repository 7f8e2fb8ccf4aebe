"""A person's name spelled anew: 黄丽萍的萍是平安的平, 写错了 苏名诚. The new spelling stands everywhere."""

import re
from collections.abc import Collection, Sequence

from bot.domain.language.names import SURNAMES, people, places
from bot.domain.notes.patching import mark, own_of, patch
from bot.domain.notes.utterances import Kind, Utterance

_NAME = rf"[{SURNAMES}][一-龥]{{1,2}}"
_CHARACTER = re.compile(
    rf"(?P<name>{_NAME})(?:老师|局长|馆长|主任|同志)?的(?P<old>[一-龥])字?(?:应该|应)?(?:是|写作|写成"
    r"|为)(?:[一-龥]{0,5}的|[一-龥]字旁的?)?(?P<new>[一-龥])(?:字|$|[，。；])"
)
# 教练的钢是刚强的刚: the name itself is left out.
_LETTER = re.compile(
    r"^(?:[一-龥]{1,6}的)?(?P<old>[一-龥])字?(?:应该|应)?(?:是|写作|写成)(?:[一-龥]{1,4}的|[一-龥]字旁的?)(?P<new>[一-龥])字?(?:吧|啊)?$"
)
_SAID = re.compile(
    rf"^(?:[一-龥]{{0,6}}?(?:是|应该是|应为|应是|叫|写成)(?P<other>(?![一二三四五六七八九十两]|[^，。]*[错漏])[一-龥]{{3,10}}?|{_NAME})|(?P<bare>{_NAME}))(?:吧|啊|的)?$"
)
# 开会的开，选择的选; 立早章: the characters of a name, one by one.
_SPELLED = re.compile(
    r"^[一-龥]{1,4}的([一-龥])$|^(?:立早|加贝|弓长|木子|口天|古月|耳东|言午|禾口|双口|双木|草头|三横|干勾|文刀|走肖|美女|人可|日月|奔腾|西早|三点水|双人)([一-龥])$"
)
_NOT_SO = re.compile(r"^(?:而)?不是[一-龥]{2,10}$")
# 郝大勇，不是郭
_SURNAME_NOT_SO = re.compile(rf"^(?:而)?不[是姓](?P<old>[{SURNAMES}])(?:的|吧|啊)?$")
_ABOUT_SPELLING = re.compile(r"字$|身份证|偏旁|字旁|同音")


def respell(done: list[Utterance], said: range) -> bool:
    """Apply a respelling that the message `said` holds; whether it did."""
    own = own_of(done, said)
    for i in own:
        found = _CHARACTER.search(done[i].text) or _LETTER.match(done[i].text)
        old, new = (found["old"], found["new"]) if found else ("", "")
        name = (found.groupdict().get("name") or _with_letter(old, done, own[0])) if found and old != new else ""
        right = name[:1] + name[1:].replace(old, new, 1)
        if found and right != name and _everywhere(done, own, name, right, done[i], found.start("new")):
            return True
    names = {i: named["other"] or named["bare"] for i in own if (named := _SAID.match(done[i].text.strip()))}
    letters = {i: m[1] or m[2] for i in own if (m := _SPELLED.match(done[i].text.strip()))}
    spelled = {i: c for i, c in letters.items() if any(c in name for k, name in names.items() if k != i)}
    surname = {m["old"]: i for i in own if (m := _SURNAME_NOT_SO.match(done[i].text.strip()))}
    if not spelled and not surname and not any(done[i].kind is Kind.CORRECTION for i in own):
        return False
    hit = False
    for i, name in names.items():
        if old := _like(name, done, own[0], "".join(c for c in spelled.values() if c in name), set(surname)):
            hit = _everywhere(done, own, old, name, done[i], done[i].text.find(name)) or hit
    denied = (i for i in own if hit and _NOT_SO.match(done[i].text.strip()))
    mark(done, [*spelled, *denied, *(surname.values() if hit else ())], Kind.CORRECTION)
    return hit


def _with_letter(character: str, done: Sequence[Utterance], before: int) -> str:
    """The latest earlier name with this character behind its surname."""
    said = (n.text for one in reversed(done[:before]) if one.kind is Kind.CONTENT for n in people(one.text))
    return next((name for name in said if character in name[1:] and 2 <= len(name) <= 3), "")


def _like(name: str, done: Sequence[Utterance], before: int, spelled: str = "", surnames: Collection[str] = ()) -> str:
    """The earlier name that `name` respells: as long, and alike but for one character or those spelled out.

    One of `surnames` may have been its first.
    """
    most = max(1, len(spelled))
    for one in reversed(done[:before]):
        if one.kind is not Kind.CONTENT:
            continue
        heads = {name[0], *surnames} if name[0] not in spelled else set(one.text)
        said = [n.text for n in (*people(one.text), *places(one.text))] + [
            one.text[at : at + len(name)] for at, head in enumerate(one.text) if head in heads
        ]
        now = [(one.text[p.start : p.end], p.text) for p in one.patches]
        for other, read in [*((s, s) for s in said), *now]:
            if len(read) == len(name) >= 2 and 1 <= _differ(read, name) <= most and _differ(read, name) < len(name):
                return other
    return ""


def _differ(a: str, b: str) -> int:
    return sum(x != y for x, y in zip(a, b, strict=True))


def _everywhere(done: list[Utterance], own: Sequence[int], old: str, new: str, source: Utterance, offset: int) -> bool:
    """Let every utterance outside the correcting message read the new name; what it says of spelling goes, not what
    it tells of whatever bears the old one (体育馆是分会场)."""
    hit = False
    for at, one in enumerate(done):
        if at in own or one.kind is not Kind.CONTENT:
            continue
        for found in re.finditer(re.escape(old), one.text):
            patch(done, at, found.start(), found.end(), new, source, offset)
            hit = True
    if hit:
        mark(done, [i for i, u in enumerate(done) if u.kind is Kind.CONTENT and u.text.strip() == new], Kind.CORRECTION)
        about = [
            i
            for i in own
            if i == _at(done, source)
            or (
                old in done[i].text
                and not re.match(rf"{re.escape(old)}(?:那[个边里])?[是有在也](?!.*[错误])", done[i].text)
            )
            or done[i].text.strip() == new
            or _ABOUT_SPELLING.search(done[i].text)
        ]
        mark(done, about, Kind.CORRECTION)
    return hit


def _at(done: Sequence[Utterance], source: Utterance) -> int:
    return next(i for i, u in enumerate(done) if (u.message, u.start) == (source.message, source.start))
