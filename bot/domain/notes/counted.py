"""What a figure counts, so that two figures of one thing can be told from figures of two."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.language.numerals import fold
from bot.domain.language.quantities import PERSON_UNITS, Quantity
from bot.domain.notes.utterances import Utterance

GENERIC = re.compile(r"参加|参与|到场|到会|来|去|参会|参训|参演|签到|人数|共|看|听|观")


_EVENT = re.compile(r"(?:[展会课座训动演数]|(?<!完)赛)$")


_FUNCTION = re.compile(r"[都全已均跑打没不还也又了着过分共多左上前后以之是有吧呢呀啊今昨在给把被从向]|上下|下午")


_COUNTING = re.compile(
    r"(?:一共|总共|共计|合计|总数|共|有|是|为|大概|大约|约|差不多|将近|来了|到了|了|们|的|都|全|也|：|:|\s|(?<=[一-龥])按[一-龥]{1,4}算)+$"
)


_ADVERB = re.compile(
    r"^(?:今年|去年|今天|昨天|上午|下午|这次|本次|一共|总共|共|就|又|都|全(?!天)|还|也|已经?|现场|当场|累计|大概|差不多)+"
)


# What stands behind a figure and is no noun: 45人参加, 42件都到了, 6个村装了…
_NO_NOUN = re.compile(
    r"参加|到场|报名|参与|来|去|看|听|观|到|盯|在|都|全|已|均|跑|打|装|修|做|用|花|拿|给|把|被|从|向|没|不|还|也|又"
    r"|了|着|过|分|共|多|左右|上下|前|后|以|之|是|有|干|练|教|学会|讲|唱|演|吧|呢|呀|啊|今|昨|上午|下午|[一-龥][了着过]"
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


_APART = re.compile(r"[，、：:\d]|(?<=\d)[点时号日月年分]|已经?(?=[一-龥])")
_TO_NOW = re.compile(r"(?:到|截至|截止)?(?:今天|目前|现在|今早)$")
# 村里报来的是进园9200人, 灯会今天进园5200人
_VERB = re.compile(r"^.*(?:[了过到]|的是|今[天晚早日])(?=[一-龥]{2})")
_CROWDED = re.compile(r"(?:(?<=[一-龥]{2})[坐站挤围](?:了|着|满)?|(?<=[一-龥]{4})[做办])$")
_NOUN = re.compile(r"[一-龥]{2,3}")


@lru_cache(maxsize=4096)
def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before a figure that may name what it counts, all words behind it, and the noun they begin with."""
    text = fold(text)
    stem = _ADVERB.sub("", _COUNTING.sub("", _APART.split(text[:start])[-1]))
    stem = _CROWDED.sub("", _VERB.sub("", _TO_NOW.sub("", stem))).lstrip("的")
    rest = text[end:].removeprefix("的")
    after = "" if _NO_NOUN.match(rest) else (m[0] if (m := _NOUN.match(rest)) else "")
    return stem, rest, after


def subject_of(one: Utterance, q: Quantity, before: Sequence[Utterance] = ()) -> Subject | None:
    """孩子 in 孩子一共40个 and in 36个孩子; 参加 where people are counted without a noun; else None."""
    stem, rest, after = _around(one.text, q.start, q.end)
    if (q.unit in _MONEY and not q.pieces) or (not q.unit and _SPENT.search(stem)):
        spent = _SPENT.search(stem)
        what = (spent["what"] if spent else stem)[-4:]
        return Subject(f"元:{what}", f"{what}{'花费' if spent else '金额'}") if spent or len(what) >= 2 else None
    if (
        q.unit in PERSON_UNITS - {"个"}
        or _PERSON_NOUN.match(after)
        or (q.unit == "个" and _PERSON_NOUN.search(stem[-3:]))
    ):
        noun = _person(after) or (stem[-4:] if _PERSON_NOUN.search(stem[-3:]) else "") or _role(rest)
        if not noun and len(stem) >= 2 and not GENERIC.search(stem[-2:]) and not _EVENT.search(stem):
            noun = stem[-4:]
        if not noun and _CHOSEN.match(stem):
            noun = f"{stem}的"
        if not noun and not stem and not rest and before and before[-1].message == one.message:
            noun = _told_of(before[-1].text)
        about = stem if noun and stem.endswith(noun) and len(stem) <= _WHOLE else noun
        return Subject(f"人:{noun or '参加'}", f"{about}人数" if noun else "参加人数")
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


def counted_noun(one: Utterance, q: Quantity) -> str:
    """乡镇 of 12个乡镇, 科室 of 八个科室: the noun right behind the figure; empty where none is."""
    after = _around(one.text, q.start, q.end)[2]
    return "人" if _PERSON_NOUN.match(after) else (q.unit[1:] if q.unit.startswith("个") else "") + after


# 报了21人, 录了2名: those, not who came.
_CHOSEN = re.compile(r"[报录招选聘收派请评抽缺走考救罚抓退]$")
# 考官都是省里派的，9位
_TOLD_OF = re.compile(r"(?P<who>[一-龥]{2,6}?)[都全也]?是[^，。\d]{1,10}的$")


def _told_of(clause: str) -> str:
    """考官 of 考官都是省里派的: whom a bare figure behind the clause counts; empty where it is who came."""
    told = _TOLD_OF.match(clause)
    return told["who"] if told and not GENERIC.search(told["who"]) else ""


def _person(after: str) -> str:
    """孩子 of 孩子和家: the word for people that the words behind a figure begin with."""
    found = _PERSON_NOUN.search(after)
    return after[: found.end()] if found else ""


def _role(rest: str) -> str:
    """盯场 of 5个人盯场, 讲 of 8个人讲: what the counted people did, where it is more than being there."""
    found = re.match(r"[一-龥]{1,2}", rest)
    return found[0] if found and not GENERIC.match(found[0]) and not _FUNCTION.match(found[0]) else ""


# 马拉松完赛人数: so much of what stands before a figure names it whole.
_WHOLE = 6


def _by_stem(stem: str, unit: str) -> Subject:
    """摊位96个 → 摊位数, 种树230棵 → 种树棵数."""
    noun = stem if len(stem) <= 5 else stem[-4:]
    counted = "" if unit in ("个", "") or noun.endswith(unit) else unit
    return Subject(f"{unit}:{noun}", f"{noun}{counted}数")
