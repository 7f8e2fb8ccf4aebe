"""Which clause of the notes is empty talk (坚决守住了安全底线) or chat (抓紧发), by weights learnt from marked clauses.

The rules of kinds, chatter, small_talk and banter know what somebody wrote down; there is always more of it. Only a
clause without figure, name or quotation is judged here, and only on a day that tells something else. What is left out
is listed with the draft and can be had back. tests/evals/learn_beside.py learns and judges the weights.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.domain.language.weights import odds, table
from bot.domain.notes.banter import of_work
from bot.domain.notes.kinds import Kind
from bot.domain.notes.utterance import Utterance
from bot.domain.notes.within_message import answers

SURE = 0.8
"""How likely an empty clause must be beside the matter to be left out."""
_CHAT_ALONE, _CHAT_AMID = 0.7, 0.9
# Amid what is told a clause mostly goes on with it (箱子没垫好, 笔没水了), unless it says how somebody felt.
_SPOKEN = re.compile(r"很|真|(?<!不)太|挺|老[好大]|可[不真是有]|特别|超|[哭笑汗累困晕牛赞夸味儿鞋]|[啊呀吧哈呢啦哟嘛]$")
_SHORTEST, _LONGEST = 3, 40
_LONGEST_CHAT = 14
_MARKS = re.compile(r"[^\w一-龥]")
# A title, a quotation, a latin name: what was shown, sung or read is told.
_NAMED = re.compile(r"[《》“”\"（）()A-Za-z\d]")
# 大家今天都跑断腿了: the day of the notes itself makes no fact.
_TODAY = re.compile(r"今[天儿日晚]上?|今年|刚[才刚]")
_THEN = re.compile(r"去年|往年|以前|过去|原来")


def features(text: str) -> Iterator[str]:
    """The characters of a clause in ones, twos and threes, and its length in threes."""
    bare = _MARKS.sub("", text)
    plain = f"^{bare}$"
    for length in (1, 2, 3):
        for at in range(len(plain) - length + 1):
            yield plain[at : at + length]
    yield f"=long{min(len(bare) // 3, 6)}"


@lru_cache(maxsize=4096)
def beside(text: str) -> tuple[float, Kind]:
    """How likely the clause tells nothing of the matter, and what it is then: empty talk or chat."""
    _, hollow, chat = odds(table("bot.domain.notes", "learnt_beside.txt"), features(text), 3)
    return hollow + chat, Kind.EMPTY if hollow >= chat else Kind.CHAT


def without_beside(found: Sequence[Utterance]) -> list[Utterance]:
    """The day's utterances, those surely beside the matter taken for what they are; what is told alone stays."""
    told = Counter(one.message for one in found if one.kind is Kind.CONTENT)
    kinds = [
        _kind(
            one,
            found[at - 1].text if at else "",
            _CHAT_ALONE if told[one.message] == 1 or _SPOKEN.search(one.text) else _CHAT_AMID,
        )
        for at, one in enumerate(found)
    ]
    tells = any(one.kind is Kind.CONTENT is kind for one, kind in zip(found, kinds, strict=True))
    return [one.as_kind(kind) if tells else one for one, kind in zip(found, kinds, strict=True)]


def _kind(one: Utterance, before: str, sure: float) -> Kind:
    if one.kind is not Kind.CONTENT or not _SHORTEST <= len(one.text) <= _LONGEST:
        return one.kind
    if one.patches or _NAMED.search(one.text) or one.quantities():
        return one.kind
    likely, kind = beside(one.text)
    if kind is Kind.EMPTY:
        return kind if likely >= SURE and not one.moments() else Kind.CONTENT
    dated = not all(_TODAY.fullmatch(one.text[m.start : m.end]) for m in one.moments())
    told = dated or len(one.text) > _LONGEST_CHAT or one.plan or of_work(one) or _goes_with(before, one.text)
    return Kind.CONTENT if told or likely < sure else kind


def _goes_with(before: str, text: str) -> bool:
    """去年写了三遍，今年一遍就行了; 能不能晚上也放，我说回来报一下: the other half of what was told."""
    return answers(before, text) or (text[0] == "今" and _THEN.search(before) is not None)
