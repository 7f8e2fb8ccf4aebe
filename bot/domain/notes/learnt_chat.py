"""What is said beside the matter (抓紧发|县办等着要|一身沥青味), where no rule of chat knows it.

Only on a day that tells something else, and only a short clause without figure or day of its own.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from bot.domain.notes.banter import of_work
from bot.domain.notes.kinds import Kind
from bot.domain.notes.learnt_beside import beside
from bot.domain.notes.utterance import Utterance
from bot.domain.notes.within_message import answers

# How likely it must be, alone in its message and amid what is told there: a clause mostly goes on with the one before
# (箱子没垫好, 笔没水了), unless it says how somebody felt.
# A word of work or a place in it asks for more: 库房的灰呛得我直打喷嚏.
_ALONE, _AMID, _OF_WORK = 0.7, 0.9, 0.95
_SPOKEN = re.compile(r"很|真|(?<!不)太|挺|老[好大]|可[不真是有]|特别|超|[哭笑汗累困晕牛赞夸味儿鞋]|[啊呀吧哈呢啦哟嘛]$")
_LONGEST = 14
# How likely a clause must tell something, and how long it must be, for a rule of chat to be overruled.
_TOLD, _LEAST = 0.9, 3
# 上午开会: what is told with its hour may be another matter of the day.
_HOUR = re.compile("[上下]午|[早晚]上|中午")
# 大家今天都跑断腿了: the day of the notes itself makes no fact.
_TODAY = re.compile(r"今[天儿日晚]上?|今年|刚[才刚]")
_THEN = re.compile(r"去年|往年|以前|过去|原来")


def told_after_all(found: Sequence[Utterance], meant_for_others: Collection[int]) -> list[Utterance]:
    """What a rule took for chat or empty talk amid what is told, though it surely tells something: 门坏了，没人管."""
    telling = {one.message for one in found if one.kind is Kind.CONTENT}
    return [
        one.as_kind(Kind.CONTENT)
        if one.kind in (Kind.CHAT, Kind.EMPTY)
        and one.message in telling
        and one.message not in meant_for_others
        and len(one.text) >= _LEAST
        and not (one.quantities() or one.moments() or _HOUR.match(one.text))
        and beside(one.text).told >= _TOLD
        else one
        for one in found
    ]


def without_learnt_chat(found: Sequence[Utterance]) -> list[Utterance]:
    """The day's utterances, those surely beside the matter taken for chat."""
    told = Counter(one.message for one in found if one.kind is Kind.CONTENT)
    chat = []
    for at, one in enumerate(found):
        alone = told[one.message] == 1
        likely = beside(one.text).beside if _can_be_chat(one, found[at - 1].text if at else "") else 0.0
        least = _ALONE if alone or _SPOKEN.search(one.text) else _AMID
        if likely >= least and of_work(one):
            least = _OF_WORK if alone else 1.0
        chat.append(likely >= least)
    if not any(one.kind is Kind.CONTENT and not aside for one, aside in zip(found, chat, strict=True)):
        return list(found)
    return [one.as_kind(Kind.CHAT) if aside else one for one, aside in zip(found, chat, strict=True)]


def _can_be_chat(one: Utterance, before: str) -> bool:
    return (
        one.kind is Kind.CONTENT
        and len(one.text) <= _LONGEST
        and not (one.plan or one.patches or _goes_with(before, one.text))
        and not one.quantities()
        and all(_TODAY.fullmatch(one.text[m.start : m.end]) for m in one.moments())
    )


def _goes_with(before: str, text: str) -> bool:
    """去年写了三遍，今年一遍就行了; 能不能晚上也放，我说回来报一下: the other half of what was told."""
    return answers(before, text) or (text[0] == "今" and _THEN.search(before) is not None)
