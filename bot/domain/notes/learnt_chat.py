"""What is said beside the matter (抓紧发|县办等着要|一身沥青味), by weights learnt from the clauses of many notes.

The rules of chatter, small_talk and banter know words; what they do not know is judged here by its characters. Only a
clause without figure, day or name mark can be taken for chat, and only on a day that tells something else.
tests/evals/learn_chat.py learns and judges the weights (learnt_chat.txt).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.language.needed import Seldom
from bot.domain.language.pauses import learnt
from bot.domain.notes.banter import of_work
from bot.domain.notes.kinds import Kind
from bot.domain.notes.utterance import Utterance
from bot.domain.notes.within_message import answers

CERTAIN = 100
"""Hundredths of log-odds from which a clause is chat."""
_LONGEST = 14
_MARKS = re.compile(r"[^\w一-龥]")
_NUMERAL = re.compile(
    r"[0-9０-９.,，]+|[零一二两三四五六七八九十百千万]+(?=[个名人位次场家处条件本册张幅块米里斤吨亩户村天年月日号点])"
)
# 老师说大家进步很大: the weights may judge it, though somebody said it.
_PRAISED = re.compile(r"说[^，。]*(?:很|真|太|挺|不错|非常|特别)")
# What names, says what something is or why (风太大), or speaks of another note is not for weights to judge.
_NAMED = Seldom(
    r"[《》“”\"（）()A-Za-z]|是|那[条句]|删|不算|作废|[几数上][十百千万]|^[风雨雪雾][太很]?大|^有[个名位]|[让请叫](?:上[面级头]|对方|人家|[村镇乡县市厂校][里上方])|[催劝讲教写]了[一-龥]"
)


# Beside other words of its message a clause goes on with them (箱子没垫好, 笔没水了), unless it says how somebody felt
# or speaks of the telling itself.
_SPOKEN = re.compile(
    r"很|(?<![没未][一-龥])(?<![不就才])好(?!了)|真|(?<!不)太|不太(?=高兴|乐意|情愿|开心|满意)|挺|老[好大]|可[不真是]|特别|超|看哭|[牛赞夸笑汗累困晕乖棒美]|味|混|就行|一下|硬朗|写实|着呢|轮着|热烈|衷心|欢迎|[啊呀吧哈呢啦哟嘛]$"
)
# 大家今天都跑断腿了: the day of the notes itself makes no fact.
_THEN = re.compile(r"去年|往年|以前|过去|原来")
_TODAY = re.compile(r"今[天儿日晚]上?|今年|刚[才刚]")


def features(text: str) -> Iterator[str]:
    """The characters of a clause in ones, twos and threes, a figure as #, and how long it is in threes."""
    plain = f"^{_NUMERAL.sub('#', _MARKS.sub('', text))}$"
    for length in (1, 2, 3):
        for at in range(len(plain) - length + 1):
            yield plain[at : at + length]
    yield f"={min((len(plain) - 2) // 3, 5)}"


def setting(teller: bool, late: bool, measured: bool) -> Iterator[str]:
    """Who says it and when: the one who tells most, in the last two messages, with a figure or a day."""
    yield f"=teller{teller:d}"
    yield f"=late{late:d}"
    yield f"=measured{measured:d}"


@lru_cache(maxsize=4096)
def _score(text: str) -> int:
    weights = learnt("bot.domain.notes", "learnt_chat.txt")
    return sum(weights.get(feature, 0) for feature in set(features(text)))


def teller_of(found: Iterable[Utterance]) -> str:
    """The speaker who says most on the day."""
    said: dict[str, int] = {}
    for one in found:
        said[one.speaker] = said.get(one.speaker, 0) + len(one.text)
    return max(said, key=said.__getitem__, default="")


def without_learnt_chat(found: Sequence[Utterance]) -> list[Utterance]:
    """The day's utterances, those beside the matter taken for chat; the first that tells something always stays."""
    teller = teller_of(found)
    latest = max((one.message for one in found), default=0) - 1
    weights = learnt("bot.domain.notes", "learnt_chat.txt")
    kept: list[Utterance] = []
    tells = False
    told = Counter(one.message for one in found if one.kind is Kind.CONTENT)
    for one in found:
        beside = one.kind is Kind.CONTENT and tells and _can_be_chat(one)
        beside = beside and not (kept and _goes_with(kept[-1].text, one.text))
        beside = beside and (told[one.message] == 1 or _SPOKEN.search(one.text) is not None)
        if beside:
            around = setting(one.speaker == teller, one.message >= latest, False)
            beside = _score(one.text) + sum(weights.get(feature, 0) for feature in around) >= CERTAIN
        tells = tells or one.kind is Kind.CONTENT
        kept.append(replace(one, kind=Kind.CHAT) if beside else one)
    return kept


def _goes_with(before: str, text: str) -> bool:
    """去年写了三遍，今年一遍就行了; 能不能晚上也放，我说回来报一下: the other half of what was told."""
    return answers(before, text) or (text[0] == "今" and _THEN.search(before) is not None)


def _can_be_chat(one: Utterance) -> bool:
    return (
        len(one.text) <= _LONGEST
        and not of_work(one)
        and not (one.plan or (one.told and not _PRAISED.search(one.text)))
        and not one.patches
        and not _NAMED.search(one.text)
        and not one.quantities()
        and all(_TODAY.fullmatch(one.text[m.start : m.end]) for m in one.moments())
    )
