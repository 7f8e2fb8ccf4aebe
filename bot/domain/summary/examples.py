"""Examples of a kind of work: which reports say most, and a report told in a sentence or two of its own words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.language.sentences import split
from bot.domain.plain.plain_talk import judge_sentence
from bot.domain.plain.slots import read
from bot.domain.plain.verdicts import Verdict
from bot.domain.summary.grouping import attendance
from bot.domain.summary.parts import Line
from bot.domain.summary.works import Told

LEAST_EXAMPLES = 2
ALIKE = 0.8
LONGEST_EXAMPLE = 90

_HOUR = r"(?:上午|下午|晚上?|中午|早上)?\d{1,2}(?:时|点|:|：)(?:\d{1,2}分?|半)?整?"
_CLOCK = re.compile(rf"{_HOUR}(?:至{_HOUR})?")
_PART_OF_DAY = re.compile(r"(?<=日)(?:上午|下午|晚上?|中午|早上)")
_OTHER_TIMES = re.compile(
    r"去年|上年|前年|同期|20\d\d年|累计|今年以来|年初以来|截至|下一步|计划|拟于|将于|将继续|打算|预计|月底前"
)
_WISH = re.compile(r"希望|愿意|盼着?|期待|想要")
END_MARK = re.compile(r"[。！？；\s]+$")


def examples(reports: Sequence[Told], most: int) -> tuple[Line, ...]:
    """The reports that say most, each of another unit and month where there are such."""
    ranked = sorted(reports, key=lambda one: (-weight(one), one.day))
    chosen: list[Told] = []
    for fresh in (True, False):
        for one in ranked:
            same = any(one.unit == other.unit or one.day.month == other.day.month for other in chosen)
            worn = len(chosen) >= LEAST_EXAMPLES and any(_same_words(one, other) for other in chosen)
            if len(chosen) < most and one not in chosen and not (fresh and same) and not worn:
                chosen.append(one)
    made = (example(one) for one in chosen)
    return tuple(line for line in made if line.text)


def _same_words(one: Told, other: Told) -> bool:
    """Whether a second example would say the first again with other figures."""
    a, b = _pairs(example(one).text), _pairs(example(other).text)
    return len(a & b) >= ALIKE * min(len(a), len(b))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    plain = re.sub(r"[\d月日，。；]+", "", text)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


@lru_cache(maxsize=4096)
def weight(report: Told) -> float:
    """How much there is to tell: figures and results, within what an example may hold."""
    slots = read(example(report).text)
    return slots.figures + 2 * slots.count("result") + slots.speech + (attendance(report) or (0, False))[0] / 500


@lru_cache(maxsize=4096)
def example(report: Told) -> Line:
    """The report's first sentence and as many of the next as fit, in its own words.

    Sentences about other years, plans, and those that say nothing are left out. Of notes that were given now,
    everything that was done is told.
    """
    kept: list[str] = []
    quotes = ""
    for span in split(report.text):
        if judge_sentence(span.text).verdict is Verdict.EMPTY:
            continue
        told = _of_this_time(span.text)
        piece = _PART_OF_DAY.sub("", _CLOCK.sub("", told)) if not kept else told
        if report.notes and (_OTHER_TIMES.search(piece) or _WISH.search(piece)):
            continue
        long = kept and not report.notes and sum(map(len, kept)) + len(piece) > LONGEST_EXAMPLE
        if _OTHER_TIMES.search(piece) or long:
            if not kept:
                return Line("")
            break
        kept.append(END_MARK.sub("", piece))
        quotes += span.text
    if not kept:
        return Line("")
    text = "，".join(kept) if len(kept) < 3 else "，".join(kept[:2]) + "；" + "；".join(kept[2:])
    return Line(f"{text}。", report.sources(quotes))


def _of_this_time(sentence: str) -> str:
    """The sentence up to the clause that goes on to other times: 新发现2处，累计150处."""
    clauses = re.split("(?<=[，；])", sentence)
    last = next((n for n, clause in enumerate(clauses) if _OTHER_TIMES.search(clause)), len(clauses))
    return "".join(clauses[:last]).rstrip("，；") if last > 1 else sentence
