"""Other ways to put a question: the rules' own words for its terms, and its content without the turns of speech.

Which of them lead anywhere is tried in flows/.
"""

import re
from dataclasses import dataclass

from bot.domain.language.grams import plain
from bot.domain.library.questions import Words, core
from bot.domain.library.synonyms import Synonyms
from bot.domain.library.wants import Kind, read_wants

MOST_TRIED = 6

TAILS = {
    Kind.CLOCK: "时间",
    Kind.MONEY: "金额",
    Kind.PENALTY: "怎么处罚",
    Kind.DURATION: "期限",
    Kind.DAY: "日期",
    Kind.COUNT: "数量",
    Kind.WHO: "由谁负责",
    Kind.MAY: "是否允许",
    Kind.LIST: "有哪些要求",
    Kind.MEANING: "是指什么",
}


@dataclass(frozen=True, slots=True)
class Near:
    """A clause near the question: its name, how it opens, the passage to show."""

    name: str
    opening: str
    passage_id: str


@dataclass(frozen=True, slots=True)
class OtherWays:
    """What 换个问法 offers: questions that lead to another clause, and the nearest clauses."""

    questions: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()


def rephrasings(question: str, synonyms: Synonyms, words: Words) -> tuple[str, ...]:
    """Candidates in the order in which they are worth a try; the question itself is not among them."""
    asked = re.sub(r"[？?！!。\s]+$", "", plain(question.strip()))
    found = [
        asked.replace(plain(term), formal)
        for term, formals in synonyms.spoken(asked)
        for formal in [word for word in formals if word not in asked][:2]
    ]
    content = _content(asked, words)
    wants = read_wants(asked)
    if content:
        found += [f"{content}{TAILS[want.kind]}" for want in wants[:1]]
        found += [f"{content}有什么规定", f"{content}有哪些要求"]
    return tuple(dict.fromkeys(text for text in found if text != asked))[:MOST_TRIED]


def _content(asked: str, words: Words) -> str:
    """The words of content; those that stood side by side stay together."""
    told = ""
    for word in core(asked, words):
        told += word if not told or told[-1] + word in asked else f" {word}"
    return told
