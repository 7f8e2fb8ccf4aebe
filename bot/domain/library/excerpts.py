"""The words of a passage that answer: whole sentences, or the item of a list under its opening.

Nothing is reworded.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.domain.library.clauses import ARTICLE, NUMBERED
from bot.domain.library.needs import Listening
from bot.domain.library.passages import Passage
from bot.domain.library.questions import Question
from bot.domain.library.wants import Kind, Want, serves_well

SHORT = 110
"""A clause of this length is said whole: cutting it saves nothing and may cost the exception."""
LONG_LIST = 260
LEFT_OUT = 0.1
"""The share of a question that makes a further sentence worth saying."""
_LIMITS = re.compile(r"但是?[，,]?|不过[，,]?")
_RESTS = re.compile(r"但是?[，,]?|不过[，,]?|有条件的|必要时|确需|情况复杂的|因特殊情况")
SOURCE_NOTE = re.compile(r"（来源：[^（）]*(?:（[^（）]*）[^（）]*)*）\s*$")
"""Where a point of a digest comes from stands behind it: that is no answer."""
SIGN_OFF = re.compile(r"(?:[一-龥]{2,30}(?:局|委|室|府|厅|部|中心|馆|站)[\s　]*)?\d{4}年\d{1,2}月\d{1,2}日")
"""Who signs, and when, is part of no sentence."""
ROW = re.compile("^[^；。]+：[^；。]*；[^；。]+：")
SENTENCE = re.compile(r"[^。！？]+[。！？]?[”’）]*")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence, or an item with the opening of its list."""

    text: str
    lead: str = ""

    @property
    def whole(self) -> str:
        """Opening and item together."""
        return self.lead + self.text


def choose(question: Question, ear: Listening, passage: Passage) -> tuple[tuple[Excerpt, ...], Excerpt]:
    """The one or two excerpts that answer best, in the order in which they stand, and the best of them."""
    excerpts = excerpts_of(passage)
    whole = sum(len(excerpt.text) for excerpt in excerpts)
    wants = question.wants[:1]
    listed = wants and wants[0].kind is Kind.LIST and whole <= LONG_LIST
    if len(excerpts) == 1 or whole <= SHORT or listed:
        return excerpts, excerpts[0]
    rows = [excerpt for excerpt in excerpts if ROW.search(excerpt.text)]
    if whole <= LONG_LIST and rows[1:] and len({round(ear.share(row.text), 3) for row in rows}) == 1:
        return excerpts, excerpts[0]
    phrases = [one + two for one, two in pairwise(question.core) if one + two in question.text]
    value = [_value(excerpt, ear, wants, phrases) for excerpt in excerpts]
    stress = question.stress.split()
    named = [sum(word in excerpt.text for word in stress) for excerpt in excerpts]
    ranked = sorted(range(len(excerpts)), key=lambda i: (-named[i], -value[i]))
    picked = ranked[: 2 if value[ranked[1]] > 0.8 * value[ranked[0]] else 1]
    if wants:
        served = [serves_well(wants[0], excerpt.whole) for excerpt in excerpts]
        if max(served[i] for i in picked) < max(served):
            picked = [*picked[:1], *[i for i in ranked if served[i] == max(served)][:1]]
    picked = [*picked, *_beside(picked, excerpts, ear)]
    return tuple(excerpts[i] for i in sorted(_with_exceptions(picked, excerpts))), excerpts[ranked[0]]


def _value(excerpt: Excerpt, ear: Listening, wants: Sequence[Want], phrases: Sequence[str]) -> float:
    """What an excerpt is worth as the answer: its own words count for more than the opening of its list."""
    own, whole = ear.share(excerpt.text), excerpt.whole
    value = own + 0.6 * (ear.share(whole) if excerpt.lead else own)
    value += 0.3 * any(phrase in excerpt.text for phrase in phrases)
    for want in wants:
        # What follows a breach stands in the opening of the list of breaches.
        served = serves_well(want, whole if want.kind is Kind.PENALTY else excerpt.text)
        value += 0.3 * served + 0.15 * (serves_well(want, whole) if excerpt.lead else served)
    return value


def _beside(picked: Sequence[int], excerpts: Sequence[Excerpt], ear: Listening) -> list[int]:
    """The sentence that speaks of what the picked ones leave out, where that is much of what was asked."""
    said = "".join(excerpts[i].whole for i in picked)
    held = ear.share(said)
    if ear.whole - held <= LEFT_OUT:
        return []  # the whole passage speaks of no more
    gains = [ear.share(said + excerpt.whole) - held for excerpt in excerpts]
    best = max(range(len(excerpts)), key=gains.__getitem__)
    return [best] if gains[best] > LEFT_OUT else []


def _with_exceptions(picked: Sequence[int], excerpts: Sequence[Excerpt]) -> set[int]:
    """What limits a sentence is said with it, and what a supplement rests on."""
    also = {i + 1 for i in picked if i + 1 < len(excerpts) and _LIMITS.match(excerpts[i + 1].text)}
    return {*picked, *also, *(i - 1 for i in picked if i and _RESTS.match(excerpts[i].text) and not excerpts[i].lead)}


def excerpts_of(passage: Passage) -> tuple[Excerpt, ...]:
    """The passage in quotable pieces; items carry the opening of their list."""
    return _pieces(passage.text, passage.lead)


# The same clauses come up question after question.
@lru_cache(maxsize=2048)
def _pieces(text: str, lead: str) -> tuple[Excerpt, ...]:
    found: list[Excerpt] = []
    lines = [SOURCE_NOTE.sub("", line) for line in text.split("\n")]
    asked = lead if lead.endswith(("？", "?")) else ""
    for at, paragraph in enumerate(lines):
        signed = "".join(lines[at : at + 2]) if not paragraph.endswith(("。", "；")) else ""
        if found and (SIGN_OFF.fullmatch(paragraph) or SIGN_OFF.fullmatch(signed)):
            continue
        if not at and len(lines) > 1 and paragraph.endswith(("？", "?")):
            lead = asked = paragraph  # no question is told without its answer, no answer without its question
        elif paragraph.endswith(("：", ":")):
            lead = paragraph
        elif NUMBERED.match(paragraph):
            found.append(Excerpt(paragraph, lead))
        else:
            lead = asked
            found += [Excerpt(sentence[0], asked) for sentence in SENTENCE.finditer(paragraph) if sentence[0].strip()]
    return tuple(found) or (Excerpt(text),)


def strip_address(text: str, clause: str) -> str:
    """The words without the 第X条 or （三） before them, which the citation names anyway."""
    found = ARTICLE.match(text) or NUMBERED.match(text)
    named = found is not None and (found[0] == clause or clause.endswith(f"、{found[0]}"))
    return text[found.end() :].strip("　 ") if found and named else text


def matter_of(text: str) -> str:
    """What a sentence is about: the question of a digest's point (陪餐能去几个人：…), else all of it."""
    return re.sub(r"^[（(][^（）()]*[)）]|[（(][^（）()]*[)）]$", "", text.partition("：")[0])


def opening(passage: Passage, length: int = 28) -> str:
    """How the passage begins, without its address."""
    text = SOURCE_NOTE.sub("", strip_address(passage.text, passage.clause))
    return text if len(text) <= length else text[:length] + "……"
