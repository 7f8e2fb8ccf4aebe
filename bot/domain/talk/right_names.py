"""Which name, title of a person or word of a draft a message puts right: 是海棠的棠, 是副站长, 不是报社，是市电视台."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.language.names import SURNAMES, TITLE, people


@dataclass(frozen=True, slots=True)
class Right:
    """`old` as it stands in the draft and `new` for it; `others` are further (old, new) that may be meant instead.

    `sure` says that it can be changed unasked.
    """

    old: str
    new: str
    others: tuple[tuple[str, str], ...] = ()
    sure: bool = True


_CHARACTER = re.compile(r"(?P<word>[一-龥]{2,3})的(?P<char>[一-龥])(?![一-龥]{3})")
_PLACES = ((re.compile("姓"), 0), (re.compile("中间"), 1), (re.compile("最后|后[头面]|末"), -1))
_POST = re.compile(rf"副?{TITLE}")
_TITLED = re.compile(rf"(?P<post>{_POST.pattern})(?P<name>[一-龥]{{2,3}})")
_ENDS, _MARK = r"[的了吧啊哦]*(?:$|[，,。！!])", r"[，,。！! ]*"
_NOT_BUT = (
    re.compile(
        rf"不[是叫在](?P<old>[^，,。！!是]{{1,12}}?)[的了吧啊哦]*{_MARK}(?:而是|应该?[是叫]|[是叫在])"
        rf"(?P<new>[^，,。！!]{{1,14}}?){_ENDS}"
    ),
    re.compile(
        rf"[是叫在](?P<new>[^，,。！!不]{{1,14}}?)[的了吧啊哦]*{_MARK}不[是叫在](?P<old>[^，,。！!]{{1,12}}?){_ENDS}"
    ),
    re.compile(
        r"(?:把|将)?(?P<new>[^，,。！!]{2,10}?)(?:给)?(?:写|打|记|弄|搞)成了?(?P<old>[^，,。！!]{2,10}?)了?" + _ENDS
    ),
    re.compile(
        r"(?P<old>[^，,。！! ]{2,12}?)(?:要|得|应该?|统一|都)?(?:改成|改为|换成|改)"
        rf"(?P<new>[^，,。！! ]{{2,14}}?){_ENDS}"
    ),
)


def named(words: str, draft: str) -> Iterator[Right]:
    """The name, title of a person or word that the message puts right in the draft; nothing where none is found."""
    found = (
        _instead(words, draft)
        or _post(words, draft)
        or _opposed(words, draft)
        or _spelt(words, draft)
        or _alike(words, draft)
    )
    if found and found.old != found.new:
        yield found


def _post(words: str, draft: str) -> Right | None:
    """褚卫东是副站长: another title for the person who is named; where several titles are told, none is sure."""
    lower = re.search(r"(?P<surname>[一-龥])(?P<post>[一-龥]{2,4}?)是副的", words)
    said = (
        [f"副{lower['post']}"]
        if lower
        else [
            post[0] for post in _POST.finditer(words) if words[: post.start()][-1:] not in SURNAMES or not post.start()
        ]
    )
    for there in _TITLED.finditer(draft) if len(said) == 1 else ():
        name = next((there["name"][:size] for size in (3, 2) if there["name"][:size] in words), "")
        name = there["name"] if lower and (there["name"][0], there["post"]) == lower.groups() else name
        if name and there["post"] != said[0]:
            return Right(there["post"] + name, said[0] + name)
    return None


_WHO = rf"[{SURNAMES}][一-龥]{{0,2}}?{_POST.pattern}"
_ABSENT = re.compile(
    rf"(?P<old>{_WHO})(?:今天|当天|那天|有事|出差|临时|也|根本|就)*(?:没[去来到参]|不在|出差)[^，,]{{0,4}}{_MARK}"
    rf"(?:去|来|带队|到场)?的?(?:是|换成?|改成?)(?:了|的)?(?P<new>{_WHO})"
)


_SOMEONE_ELSE = re.compile(
    rf"(?:^|[，, ])(?P<surname>[{SURNAMES}])[一-龥]{{1,3}}?[^，,]{{0,5}}没[去来到参][^，,]{{0,2}}{_MARK}"
    rf"(?:去的)?是(?P<new>[一-龥]{{0,6}}{_POST.pattern}[{SURNAMES}][一-龥]{{1,2}}?)(?:去|来|带队|参加|到场)*的?{_ENDS}"
)
"""罗局那天其实没去，是农技站长何春去的"""


def _instead(words: str, draft: str) -> Right | None:
    """冯局长没去，是李副局长带队: another person for the one who was not there."""
    found = _ABSENT.search(words)
    if found and found["old"] in draft:
        return Right(found["old"], found["new"])
    other = _SOMEONE_ELSE.search(words)
    there = [one for one in _TITLED.finditer(draft) if other and one["name"].startswith(other["surname"])]
    return Right(f"{there[0]['post']}{there[0]['name']}", other["new"]) if other and len(there) == 1 else None


def _opposed(words: str, draft: str) -> Right | None:
    """不是报社，是市电视台: what is denied stands in the draft; a head that both share stands once."""
    for pattern in _NOT_BUT:
        for found in pattern.finditer(words):
            old, new = found["old"].strip('“”"「」'), found["new"].strip('“”"「」')
            if len(old) > 1 and old in draft and new and new not in draft and not re.search(r"\d", old):
                at = draft.find(old)
                shared = next((n for n in range(min(3, len(new)), 0, -1) if draft[:at].endswith(new[:n])), 0)
                end = at + len(old)
                end += draft[end : end + 1] == new[-1] and old[-1] != new[-1]
                once = draft.split("\n", 1)[-1].count(old) == 1 and abs(len(new) - len(old)) <= _OTHERWISE
                return Right(draft[at - shared : end], new, sure=once)
    return None


def _spelt(words: str, draft: str) -> Right | None:
    """最后一个字是美丽的美: one character of the name that is meant."""
    names = [one.text for one in people(draft)]
    meant = [name for name in names if name in words] or (names if len(set(names)) == 1 else [])
    found = next((one for one in _CHARACTER.finditer(words) if one["char"] in one["word"]), None)
    place = next((place for sign, place in _PLACES if sign.search(words)), None)
    if not found or not meant or place is None:
        return None
    chars = list(meant[0])
    if place < len(chars):
        chars[place] = found["char"]
    return Right(meant[0], "".join(chars))


_OTHERWISE = 3
"""How much longer or shorter the right word may be than the wrong one."""
_LONGEST, _SHORTEST = 10, 3
_NAMING = re.compile(r"[^\W\d_的得地了过着是那这个不没有在我你他她它和就都也还又再很太把被给让到来去说要会能]+")
"""A run of characters that may name something."""


def _alike(words: str, draft: str) -> Right | None:
    """康玉美 for 康玉梅, 高岭县中心小学 for 中心小学: what is nearly, or the tail of, something in the draft."""
    for name in dict.fromkeys(one.text for one in people(draft)):
        for at in range(len(words) - len(name) + 1):
            new = words[at : at + len(name)]
            if (
                new[0] == name[0]
                and new[0] in SURNAMES
                and new != name
                and new not in draft
                and _differ(new, name) == 1
                and re.fullmatch("[一-龥]+", new)
            ):
                return Right(name, new)
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        for at in range(len(words) - size + 1):
            new = words[at : at + size]
            if new in draft or not _NAMING.fullmatch(new):
                continue
            for begin in range(len(draft) - size + 1):
                old = draft[begin : begin + size]
                if old[0] == new[0] and old[-1] == new[-1] and _differ(old, new) == 1 and _NAMING.fullmatch(old):
                    return Right(old, new, sure=size > _SHORTEST and draft.count(old) == 1)
    return _fuller(words, draft)


def _differ(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


_FULL = re.compile(r"(?:全称?|名字|写全|叫|是)[，,：: ]*(?P<new>[一-龥、]{5,20}?)(?=$|[，,。！!])")


def _fuller(words: str, draft: str) -> Right | None:
    for found in _FULL.finditer(words):
        new = found["new"]
        held = [new[at:] for at in range(1, len(new) - 2) if new[at:] in draft]
        posts = [new[:end] for end in range(len(new) - 1, 1, -1) if new[:end] in draft]
        if posts and new not in draft and re.search(rf"{_POST.pattern}$", posts[0]):
            return Right(posts[0], new, sure=draft.count(posts[0]) == 1)
        if held and new not in draft and draft[draft.find(held[0]) - 1] not in SURNAMES:
            return Right(held[0], new)
    return None
