"""What earlier summaries lend to this year's: the order of their headings and which figures they had. Never a figure.

A figure that stands masked there (***) or in another year is asked for, not taken over. Sentences that say nearly what
an earlier summary said are found by their words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.language.sentences import split
from bot.domain.library.passages import Document, Passage
from bot.domain.summary.parts import Copy
from bot.domain.summary.section_wants import Aim, Wanted
from bot.domain.summary.works import WORKS

_SUMMARY = re.compile(r"总结|小结|述职|工作报告|讲话")
_FORM = "样例"
_YEAR = re.compile(r"20\d\d(?=年)")
_ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|[\d０-９]{1,2}[、.．])\s*"
)
_FIGURE = re.compile(
    r"(?P<before>[\u4e00-\u9fff“”、]{2,20}?)(?:达到?|超过?|约|近|共计?|了)*"
    r"(?P<figure>[*＊]+(?:[.．][*＊]+)?|\d+(?:\.\d+)?)(?:余|多)?(?:万|亿)?(?P<unit>人次|场次|场|次|堂|册|件|家|项|个"
    r"|处|条|名|人|元|户|盏|篇|份)"
)
_HEAD_OF_LABEL = re.compile(
    r"^.*?(?:共计|累计|共有|共|全年|今年以来|今年来|先后|已经|已|目前|其中|分别|以及|组织召开|组织|开展了?"
    r"|举办了?|完成了?|召开|为|和|及|帮助|正在|提供|实现|共(?!同)|期间)(?=[\u4e00-\u9fff]{2,})"
)
_NO_LABEL = re.compile(
    r"计划|共有|^[我本全]局|第|年|月|比|下降|增长|名列|达人数|参与人数达|[一二三四五六七八九十]$|到$"
)
MOST_GAPS = 4


@dataclass(frozen=True, slots=True)
class PastPart:
    """A headed piece of an earlier summary: `path` are the headings above and its own, without their ordinals."""

    document: str
    year: str
    path: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Habit:
    """A figure that an earlier summary used to give: under which words, counted in what, and where it stood."""

    label: str
    unit: str
    document: str


def is_past(document: Document) -> bool:
    """Whether the document is a summary or speech of ours; invented samples of a form are not."""
    return _FORM not in document.kind and bool(_SUMMARY.search(document.title + document.kind))


def parts_of(document: Document, passages: Sequence[Passage]) -> tuple[PastPart, ...]:
    """The document's pieces by heading, in order."""
    year = _YEAR.search(document.title) or _YEAR.search("".join(passage.text for passage in passages)[:400])
    pieces: dict[tuple[str, ...], list[str]] = {}
    for passage in passages:
        path = tuple(_ORDINAL.sub("", part).strip("。．. ") for part in passage.path if part != document.title)
        pieces.setdefault(path, []).append(passage.text)
    name = document.title
    return tuple(PastPart(name, year[0] if year else "", path, "".join(texts)) for path, texts in pieces.items())


_SAME_MATTER = (
    r"作风|效能|廉政|纪律|八项规定", r"党建|党课|学习|支部|政治|思想",
    r"惠民|文化服务|群众文化|公共文化|服务群众|服务型",
    r"培训|队伍", r"志愿|双报到", r"整改|问题导向", r"旅游|产业", r"文物|非遗|遗产", r"组织领导|部署",
)  # fmt: skip


def matching(wanted: Wanted, parts: Sequence[PastPart]) -> tuple[PastPart, ...]:
    """The pieces of earlier summaries that stood where the wanted section is to stand."""
    if wanted.aim in (Aim.WHOLE, Aim.WORK, Aim.OPENING):
        return tuple(one for one in parts if one.path and not _is_about(one, r"问题|不足|短板|下一?步|打算|要求"))
    if wanted.aim is Aim.PROBLEMS:
        return tuple(one for one in parts if one.path and re.search(r"存在|问题$|不足|短板", one.path[0]))
    if wanted.aim is Aim.NEXT:
        return tuple(one for one in parts if one.path and re.search(r"下一?步|打算|计划", one.path[0]))
    signs = next((same for same in _SAME_MATTER if re.search(same, wanted.topic)), re.escape(wanted.topic))
    return tuple(one for one in parts if _is_about(one, signs) and not _is_about(one, r"存在的问题|下一步"))


def _is_about(part: PastPart, signs: str) -> bool:
    return any(re.search(signs, heading) for heading in part.path)


def order(parts: Sequence[PastPart]) -> tuple[str, ...]:
    """Headings in the order in which they stood, the newest summary first."""
    newest = sorted(parts, key=lambda part: part.year, reverse=True)
    return tuple(dict.fromkeys(part.path[-1] for part in newest if part.path))


def headings(parts: Sequence[PastPart]) -> tuple[str, ...]:
    """The headings below the top ones: what was told there."""
    return tuple(dict.fromkeys(name for part in parts for name in part.path[1:]))


def habits(parts: Sequence[PastPart]) -> tuple[Habit, ...]:
    """The figures that the pieces gave of deeds, masked ones too, each once."""
    found: dict[tuple[str, str], Habit] = {}
    for part in parts:
        for hit in _FIGURE.finditer(part.text):
            label = _label(hit["before"])
            if label:
                found.setdefault((label, hit["unit"]), Habit(label, hit["unit"], part.document))
    return tuple(found.values())


def _label(before: str) -> str:
    label = re.split(r"[、“”]", before)[-1] or before.strip("“”、")
    label = _HEAD_OF_LABEL.sub("", label) if len(label) > 3 else label
    label = re.sub(r"^(?:共|总)(?=接待|办|送|开)", "", label)
    label = re.sub(r"(?:共|达|超|约|近)+$", "", label)
    return label if 3 <= len(label) <= 10 and not _NO_LABEL.search(label) else ""


def unmet(found: Sequence[Habit], held: str, others: Sequence[str] = ()) -> tuple[Habit, ...]:
    """Habits of which this year's records say nothing; `held` are all words of this year's lines and rules.

    What one of the `others`, reports that the section does not tell, holds with a figure is not missing either.
    """
    lacking = [one for one in found if not _held(one, held)]
    return tuple(one for one in lacking if not any(_told_in(one, text) for text in others))[:MOST_GAPS]


def _told_in(habit: Habit, text: str) -> bool:
    return _held(habit, text) and re.search(r"\d", text) is not None


def _held(habit: Habit, held: str) -> bool:
    """The same kind of work was counted, or a good part of the label's own words stands there."""
    if any(work.signs.search(habit.label) and work.name in held for work in WORKS):
        return True
    pairs = [habit.label[i : i + 2] for i in range(len(habit.label) - 1)]
    return sum(pair in held for pair in pairs) >= max(2, round(len(pairs) * 0.6))


def asked(lacking: Sequence[Habit]) -> tuple[str, ...]:
    """One question for all: 【待补：往年总结有、今年记录里没有的数：支部集中学习多少次、…，问承办科室】."""
    if not lacking:
        return ()
    named = "、".join(f"{one.label}多少{one.unit}" for one in lacking)
    return (f"【待补：往年总结有、今年记录里没有的数：{named}，问承办科室】",)


_NAMES = re.compile(r"《[^》]*》")
_LOOSE = re.compile(r"[\d*＊.%]+|[^\u4e00-\u9fff]|[年月日时点]")
_SIZE = 3
_SHORTEST = 12
_ALIKE = 0.62


def copies(sentences: Sequence[str], parts: Sequence[PastPart]) -> tuple[Copy, ...]:
    """Each sentence that takes most of its words from one sentence of an earlier summary, with that sentence."""
    earlier = [
        (grams, span.text.strip(), part.document)
        for part in parts
        for span in split(part.text)
        if len(grams := _grams(span.text)) >= _SHORTEST - _SIZE + 1
    ]
    by_gram: dict[str, list[int]] = {}
    for number, (grams, _, _) in enumerate(earlier):
        for gram in grams:
            by_gram.setdefault(gram, []).append(number)
    return tuple(_found(sentences, earlier, by_gram))


def _found(
    sentences: Sequence[str], earlier: Sequence[tuple[frozenset[str], str, str]], by_gram: dict[str, list[int]]
) -> Iterator[Copy]:
    for sentence in dict.fromkeys(sentences):
        grams = _grams(sentence)
        if len(grams) < _SHORTEST - _SIZE + 1:
            continue
        shared: dict[int, int] = {}
        for gram in grams:
            for number in by_gram.get(gram, ()):
                shared[number] = shared.get(number, 0) + 1
        best = max(shared, key=lambda number: shared[number], default=None)
        if best is not None and shared[best] >= _ALIKE * min(len(grams), max(len(earlier[best][0]), _SHORTEST)):
            yield Copy(sentence, earlier[best][1], earlier[best][2])


def _grams(sentence: str) -> frozenset[str]:
    plain = _LOOSE.sub("", _NAMES.sub("", sentence))
    return frozenset(plain[i : i + _SIZE] for i in range(len(plain) - _SIZE + 1))
