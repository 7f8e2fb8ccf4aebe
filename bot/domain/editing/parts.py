"""What is less than a clause: a figure or a name that goes while its clause stays, a member of a list that takes
another place in it (药钱别写, 孙局的名字不要, 皮影放第一个)."""

import re

from bot.domain.editing.pointing import ELEMENTS, spots
from bot.domain.editing.retitling import VERBS
from bot.domain.language.names import SURNAMES, TITLE, people, places
from bot.domain.language.sentences import clauses, split
from bot.errors import InputError

_AGE = r"(?:现年|年龄|今年)?\d{1,3}(?:多|余)?岁(?:的(?=[一-龥]))?"
_KINDS = (
    (r"岁数?|年龄|年纪", _AGE),
    (r"钱数?|价钱|金额|款数|数额", ELEMENTS["金额"]),
    (r"人数", ELEMENTS["人数"]),
    (r"具体的?数字?|数字?|数量", r"(?<![\d.月年])\d[\d.,]*[多余来]?[万亿]?(?![年月日时分号\d])(?:人次|万元|[一-龥])"),
)
FIGURE_OF = re.compile(
    rf"(?P<of>.*?)的?[那这]?个?(?P<kind>{'|'.join(kind for kind, _ in _KINDS)})[那这]?个?(?:字|块|处)?"
)
_CARRIES = re.compile(r"(?:价值|折合|折价|价|合计|总计|共计|总价|面值|金额)?(?:约|近|共|达|为)?$")
_NEEDS = re.compile(r"[人次]$")
_BARE_VERB = re.compile("[补给收花发付赔捐交领借欠罚筹募]$")
_ENDS_OPEN = re.compile(
    rf"(?:{VERBS}|[补给收花发付赔捐交领借欠罚筹募达为了的共约有到过]|捐赠|花费|投入|投资|罚款|奖励)$|^.{{0,2}}$"
)
"""What says nothing without the figure behind it."""
_LEAST = 4
_BROKEN = "“{}”去掉数就不成句了。这一处都不要，就说“那就删了”。"


def without_figure(topic: str, text: str) -> str:
    """The text without the figure that the topic names by its kind, where its clause says something without it; empty
    where no figure is named so, InputError where the clause would be left hanging."""
    named = FIGURE_OF.fullmatch(topic)
    if not named:
        return ""
    pattern = next(pattern for kind, pattern in _KINDS if re.fullmatch(kind, named["kind"]))
    held = [
        (clause.start, clause.text, list(re.finditer(pattern, clause.text)))
        for sentence in split(text)
        for clause in clauses(sentence.text, sentence.start)
    ]
    meant = {(spot.sentence, spot.clause) for spot in spots(named["of"], text)} if named["of"] else set()
    places = [(s, c) for s, sentence in enumerate(split(text)) for c in range(len(clauses(sentence.text)))]
    found = [one for at, one in zip(places, held, strict=True) if one[2] and (at in meant or not named["of"])]
    plain = len(found) == 1 or pattern in (_AGE, ELEMENTS["金额"])
    if not found or not plain or any(len(figures) != 1 for _, _, figures in found):
        return ""
    for start, clause, (figure,) in reversed(found):
        before = _before_figure(clause, figure)
        if before is None and len(found) > 1:
            raise InputError(_BROKEN.format(clause.rstrip("，。；")))
        if before is None:
            return ""
        text = text[: start + len(before)] + text[start + figure.end() :]
    return text


def _before_figure(clause: str, figure: re.Match[str]) -> str | None:
    """What stays of the clause before its figure; None where all of it goes."""
    before, after = clause[: figure.start()], clause[figure.end() :].rstrip("，。；")
    bare = _CARRIES.sub("", before)
    carried = bare != before and not bare.endswith(("的", "了"))
    noun = not after and not carried and not _NEEDS.search(figure[0]) and _ENDS_OPEN.search(bare) is None
    stands = noun or (bare and (after or carried) if _NEEDS.search(figure[0]) or not after else True)
    if not stands and (len(before + after) <= _LEAST or (_BARE_VERB.search(before) and not re.search(r"\d", before))):
        return None  # 花费2400元 is nothing but the figure, 另一家补 nothing without it
    if not stands:
        raise InputError(_BROKEN.format(clause.rstrip("，。；")))
    return bare


_CALLED = re.compile(r"名?叫(?:做|作)?(?P<name>[一-龥]{2,8}?)(?P<of>的)?(?=[，。；]|(?<=的)[一-龥])")


_POST_BEFORE = rf"(?:{TITLE}|[一-龥][工员师手长人户民生记任])"


def name_in(text: str, who: str) -> str:
    """The words that only name whoever is meant, so that what they are stays: 孙慧芳 of 副局长孙慧芳, 福寿 of
    福寿敬老院, 叫鑫顺的; InputError where nothing would be left to say who it was."""
    persons = {one.text for one in people(text)}
    same = {one for one in persons if one[0] == who[:1]} or persons
    houses = {one.text for one in places(text) if who and one.text.endswith(who) and one.text != who}
    called = _CALLED.search(text)
    held = next((one for one in persons if f"{who}{one}" in text or f"{one}{who}" in text), "")
    if who and held:
        return held
    if who in text and re.search(rf"{TITLE}$", who):
        return who
    if who in text and (who in persons or who[0] in SURNAMES + "老小"):
        name = who
    elif len(houses) == 1:
        return houses.pop().removesuffix(who)
    elif called:
        return called[0]
    elif len(same) == 1:
        name = same.pop()
    else:
        raise InputError(f"没认出“{who}”在稿里的名字。要换称呼就说“把…改成…”。")
    if not re.search(rf"{_POST_BEFORE}{name}|{name}{TITLE}", text):
        raise InputError(f"去掉“{name}”就不知道是谁了。换个称呼就说“把{name}改成…”。")
    return name


# ---- lists


_LIST = re.compile(r"[^，。；：、]+(?:、[^，。；：、]+)+|[^，。；：、]+[和与及][^，。；：、和与及]+")


def in_its_list(word: str, text: str, *, last: bool) -> str:
    """The text with the member of a list that the word names put first or last in it; empty where it names none."""
    for found in _LIST.finditer(text):
        parts = re.split(r"([、]|(?<=[一-龥]{2})[和与及](?=[一-龥]{2}[^、]*$))", found[0])
        members, marks = parts[::2], parts[1::2]
        mine = [n for n, member in enumerate(members) if word in member]
        cut = _cut(members, word) if marks else None
        if len(mine) != 1 or not cut:
            continue
        head, inner, tail = cut
        inner.insert(len(inner) if last else 0, inner.pop(mine[0]))
        again = "".join(one + mark for one, mark in zip(inner, [*marks, ""], strict=True))
        return text[: found.start()] + head + again + tail + text[found.end() :]
    return ""


_TO = re.compile(r"(?:[到去]|在|前往|走访|检查|查看|慰问|学习)了?(?=[一-龥]{2,}$)")


def _cut(members: list[str], word: str) -> tuple[str, list[str], str] | None:
    """What stands before the list, its members and what stands behind it; None where it cannot be told where the first
    begins or the last ends. The word itself tells it, or members that are all of one length."""
    first, *between, last = members
    behind = re.search(r"等.{0,4}$|(?:共|计|约|近)?(?<!第)\d.*$", last)
    tail = behind[0] if behind else ""
    bare = last.removesuffix(tail)
    sizes = {len(one) for one in between} or {len(bare)}
    size = max(sizes) if len(sizes) == 1 else 0
    if first.endswith(word):
        head = first[: -len(word)]
    elif not between and (to := _TO.match(first)):
        head = to[0]
    elif size and len(first) > size and (between or first[-1:] == bare[-1:]):
        head = first[:-size]
    elif len(first) <= max(sizes):
        head = ""
    else:
        return None
    if not bare or (between and size and len(bare) > size + 1):
        return None
    return head, [first[len(head) :], *between, bare], tail
