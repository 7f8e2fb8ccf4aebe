"""The empty-talk rule: what each sentence of a text is worth, why, and what one fact would make it worth keeping.

It flags and advises and deletes nothing. A sentence is empty when it would stay true of any unit in any year:
it holds no slot that somebody could check (slots.py) and its words promise none. Findings about the whole text
live in findings.py.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.domain import phrases
from bot.domain.sentences import Span, clauses, split
from bot.domain.slots import Slots, read

Genre = Literal["report", "summary", "any"]


class Verdict(StrEnum):
    SUBSTANTIVE = "substantive"
    VAGUE = "vague"
    EMPTY = "empty"
    STRUCTURAL = "structural"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence judged: text[start:end] of the whole is `text`."""

    text: str
    start: int
    end: int
    verdict: Verdict
    why: str
    advice: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of the whole text; `rule` is a stable name, `message` is for the reader."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Wordings:
    """The house style of a unit: words not to use with advice, and words to use in the place of others."""

    banned: tuple[tuple[str, str], ...] = ()
    preferred: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """`empty_ratio` is the share of characters in empty sentences, headings and frames left out of the count."""

    passed: bool
    empty_ratio: float
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...] = ()


_ORDINAL = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[\d０-９]{1,2}[、.．]|第[一二三四五六七八九十]{1,2}[，、]"
    r"|[一二三四五六七八九十]{1,2}(?:是|要)|[①-⑩])\s*"
)
_FRAME_SENTENCE = re.compile(
    r"如下[：:。]?$|^(?:下面|现在|今天)?，?(?:我|就).{0,20}(?:讲|谈).{0,8}(?:意见|要求|体会|问题|几点|方面)|^同志们[：:，]?$|^各位.{0,12}[：:]$|"
    r"(?:主要|这次).{0,4}(?:任务|目的|议题)?是.{0,60}(?:总结|通报|安排|部署)|^附件?[：:\d]|^(?:此致|敬礼|谢谢大家)|^(?:以上|特此).{0,6}(?:报告|通知|函复|请审阅)"
)
_HEADING_TAIL = re.compile(
    r"(?:情况|问题|打算|要求|建议|安排|措施|做法|成效|成绩|计划|不足|总结|报告|通报|通知|方案|意见|体会|要点|信息|简报|清单|背景|概况|形势|部署|工作|思考|经验|亮点)$"
)
_EMPTY_LIMIT = 0.5
_HOLLOW_WEIGHT = 1.2


def judge_sentence(text: str) -> Sentence:
    """The verdict on one sentence or clause, offsets from its own start."""
    return _judged(Span(0, len(text), text))


def _judged(span: Span) -> Sentence:
    body = _ORDINAL.sub("", span.text, count=1)
    if _is_structural(span.text, body):
        return Sentence(span.text, span.start, span.end, Verdict.STRUCTURAL, "标题或过渡语，不计入")
    slots = read(body)
    if is_substantive(slots):
        return Sentence(span.text, span.start, span.end, Verdict.SUBSTANTIVE, "有据可查")
    if not slots.framed and _concreteness(slots) > _limit(slots.hollow):
        return Sentence(span.text, span.start, span.end, Verdict.VAGUE, "说到了事，没有说清", "补上数或日期", "几次、多少？")
    return Sentence(span.text, span.start, span.end, Verdict.EMPTY, "换个单位、换一年也成立", "删去", "")


def _is_structural(text: str, body: str) -> bool:
    bare = body.rstrip("。：:；;，, ")
    if not bare or _FRAME_SENTENCE.search(body.strip()):
        return True
    if len(bare) > 30 or text.rstrip().endswith(("。", "；", "！")) or "，" in bare:
        return False
    return _HEADING_TAIL.search(bare) is not None and read(bare).hollow < 0.5


def is_substantive(slots: Slots) -> bool:
    """Does the sentence hold enough that somebody could check?"""
    if slots.figures or slots.zero or slots.speech:
        return True
    if slots.owner and (slots.deadline or slots.day or not slots.intent):
        return True
    if slots.deadline and (slots.deeds or slots.count("mechanism")):
        return True
    if slots.day or slots.recurrence or slots.delivery:
        return slots.density > 0.4 or slots.deeds > 0
    if slots.intent or slots.framed:
        return False
    if slots.count("result") and slots.hollow < 0.6 and not slots.vague_count:
        return True
    return slots.hollow < 0.5 and _evidence(slots) >= 2


def _evidence(slots: Slots) -> float:
    """Deeds and names that prove little each and enough together: who or what by name, and what was done."""
    acts = slots.words.get("act", [])
    loose = sum(word in phrases.LOOSE_ACTS for word in acts)
    deed = min(1.5, len(acts) - loose) + min(0.8, 0.5 * loose)
    if not deed:
        return 0.0
    names = slots.named + slots.title + slots.person + 0.7 * slots.place + 0.5 * slots.going
    times = 0.7 * slots.month + 0.3 * slots.period
    if names + times < 0.7:
        return 0.0
    return deed + names + times + min(0.6, 0.3 * slots.count("mechanism")) + 0.3 * slots.vague_count - slots.anybody


def _concreteness(slots: Slots) -> float:
    named = slots.title + slots.named + slots.person + slots.going
    acts = sum(0.3 if word in phrases.LOOSE_ACTS else 1.0 for word in slots.words.get("act", ()))
    return (
        1.5 * slots.count("mechanism") + acts + 0.7 * slots.count("thing") + slots.count("result")
        + 1.8 * slots.defect + 0.8 * named
    )


def _limit(hollow: float) -> float:
    return _EMPTY_LIMIT + _HOLLOW_WEIGHT * hollow + 1.5 * max(0.0, hollow - 0.45)


def judge(text: str, *, genre: Genre = "any", wordings: Wordings | None = None) -> Judgement:
    """Judge every sentence and the whole. Passed: nothing empty and no finding."""
    sentences = tuple(_judged(span) for span in split(text))
    counted = [s for s in sentences if s.verdict is not Verdict.STRUCTURAL]
    empty = sum(len(s.text) for s in counted if s.verdict is Verdict.EMPTY)
    total = sum(len(s.text) for s in counted)
    return Judgement(not empty, empty / total if total else 0.0, sentences)


def empty_clauses(sentence: str) -> tuple[Span, ...]:
    """The clauses of a sentence that say nothing on their own; a writer may drop them around the facts."""
    return tuple(c for c in clauses(sentence) if _judged(c).verdict is Verdict.EMPTY)
