"""Whether a figure of a draft has the measure and the noun of the notes: 8个科室, no 16份科室; 3个村, no 3名村.

attached.py weighs all the words around a figure; here only what touches it counts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from bot.domain.language.numerals import fold
from bot.domain.language.quantities import PERSON_UNITS, Quantity, quantities, same_unit, unit_class
from bot.domain.language.word_edges import Word, words
from bot.domain.lock.grounded_figures import fits
from bot.domain.notes.corrections import apply_corrections
from bot.domain.notes.patching import as_corrected
from bot.domain.notes.utterances import Patch, Utterance

_BEHIND = re.compile(r"的?(?P<run>[一-龥]{1,8})")
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(r"(?P<label>[一-龥]{2})(?:[了共有是约为达到至得的]|一共|总共|合计|大概)*$")
_REST = re.compile(r"(?:剩下?|其余|余下?)的?$")
# What no 名 or 位 counts, where nothing more is said of it.
_THING = re.compile(
    r"(?:(?<!领)队|(?<!秘)书|(?<!主)管|(?<!代)表|[村镇乡县市区组班科室站局馆所点项部台辆件册本张份幅场棚柜摊卡器车牌灯库厂店园院校房屋楼桥洞井渠沟池坑"
    r"塘坝城街路段片块类案证刊图画戏歌舞曲会课题条箱桶桌椅床门窗墙屏机泵线杆塔]|街道|单位|部门|企业|学校|小学|中学|节目"
    r"|问题|隐患|品种|[网酒]吧|超市|家庭|机构|环节|方面|品牌|游戏|单元|[座床车摊岗铺]位|作品|课程|厕所|喇叭|系统)$"
)
_WITH_NOUN = ("个班", "个村", "个镇", "个乡", "个社区")
# Measures of many things: which of them a report takes is a matter of style.
_GENERAL = frozenset("个 处 家 项 条 件 所 座 种 类 间 支 套 只 起 宗 例 单 人次 场次 步".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of the notes, the noun behind its measure and the words right before it ("": none)."""

    value: float
    unit: str
    noun: str
    label: str
    rest: bool


def misplaced(
    text: str,
    notes: Sequence[Utterance],
    messages: Sequence[str],
    taken: Sequence[tuple[int, int]],
    derived: Callable[[Quantity], bool],
) -> Iterator[str]:
    """Figures of the text that stand with a measure, a noun or a label that belongs to another, as in attached.py."""
    told = _figures(tuple(notes), tuple(messages))
    for q in map(_parted, quantities(text, taken)):
        if not q.unit or q.percent or q.ordinal or q.value == 1:
            continue
        own = [t for t in told if t.value == q.value]
        if not own:
            continue
        noun, label = _noun(q, text), _label(q, text)
        other = _of_another(q, noun, own, told) or _rest_as_whole(q, label, own, told)
        if _measured_wrong(q, noun, own, told) or (other and not derived(q)):
            yield text[max(0, q.start - 8) : q.end + 6].split("\n")[-1]


def _measured_wrong(q: Quantity, noun: str, own: Sequence[_Told], told: Sequence[_Told]) -> bool:
    """3名村 and 4册分馆, where the notes count both by 个."""
    of_it = [t for t in own if _same_noun(t.noun, noun)]
    if not of_it or any(not t.unit or unit_class(t.unit) == unit_class(q.unit) for t in of_it):
        return False
    if not any(fits(t.unit, q.unit) for t in of_it):
        return True
    if q.unit in PERSON_UNITS - {"个"}:
        return _THING.search(noun) is not None and _THING.search(words(noun)[0].text) is not None
    elsewhere = any(t.value != q.value and unit_class(t.unit) == unit_class(q.unit) for t in told)
    return q.unit not in _GENERAL and elsewhere and not any(t.unit == q.unit for t in own)


def _of_another(q: Quantity, noun: str, own: Sequence[_Told], told: Sequence[_Told]) -> bool:
    """16份科室, where the notes tell 16 of other things and the 科室 by another figure."""
    its = [t for t in told if _same_noun(t.noun, noun) and same_unit(t.unit, q.unit)]
    return bool(its) and all(t.noun and not _same_noun(t.noun, noun) for t in own)


def _rest_as_whole(q: Quantity, label: str, own: Sequence[_Told], told: Sequence[_Told]) -> bool:
    """陶瓷器3件, where the notes have 陶瓷器312件 and of 3 only that they are left."""
    its = [t for t in told if label and t.label == label and unit_class(t.unit) == unit_class(q.unit)]
    return bool(its) and all(t.rest and t.label != label for t in own)


def _same_noun(a: str, b: str) -> bool:
    return bool(a and b) and (a.startswith(b) or b.startswith(a))


@lru_cache(maxsize=16)
def _figures(notes: tuple[Utterance, ...], messages: tuple[str, ...]) -> tuple[_Told, ...]:
    found: list[_Told] = []
    for u in soundly(notes, messages):
        text = fold(as_corrected(u))
        read = map(_parted, quantities(text, [(m.start, m.end) for m in u.moments()] if not u.patches else ()))
        found += [_Told(q.value, q.unit, _noun(q, text), _label(q, text), _is_rest(q, text)) for q in read]
    return tuple(found)


def _parted(q: Quantity) -> Quantity:
    """4|个|班 of what is read as four 个班."""
    return replace(q, end=q.end - len(q.unit) + 1, unit="个") if q.unit in _WITH_NOUN else q


def _names_thing(word: Word) -> bool:
    return word.kind[0] in "nq" or _THING.fullmatch(word.text) is not None  # the dictionary has no kind for 村 and 车


def _noun(q: Quantity, text: str) -> str:
    """The nouns right behind the measure."""
    behind = _BEHIND.match(text, q.end)
    if behind is None:
        return ""
    nouns = "".join(w.text for w in takewhile(_names_thing, words(behind["run"])))
    return "" if _DIGIT.match(text, behind.start("run") + len(nouns)) else nouns  # 网吧6家|歌厅2家


def _label(q: Quantity, text: str) -> str:
    """The two characters before the figure."""
    before = _LABEL.search(text[max(0, q.start - 12) : q.start])
    return before["label"] if before else ""


def _is_rest(q: Quantity, text: str) -> bool:
    return _REST.search(text, 0, q.start) is not None


@lru_cache(maxsize=16)
def soundly(notes: tuple[Utterance, ...], messages: tuple[str, ...]) -> tuple[Utterance, ...]:
    """The notes as sound corrections left them."""
    return tuple(_sound(u, messages) for u in apply_corrections(notes, messages))


def _sound(u: Utterance, messages: Sequence[str]) -> Utterance:
    """The utterance without the corrections that tell of another thing: 16份文件 puts no 8个科室 right."""
    held = tuple(p for p in u.patches if not _tells_of_another(p, u, fold(messages[p.source])))
    return u if len(held) == len(u.patches) else u.with_patches(held)


def _tells_of_another(p: Patch, u: Utterance, source: str) -> bool:
    new = next((q for q in quantities(source) if q.start <= p.source_start < q.end), None)
    if new is None or not quantities(fold(p.text)):
        return False
    noun = _noun(new, source)
    left = _is_rest(new, source) and not _REST.search(u.text, 0, p.start)
    return left or (len(noun) > 1 and noun not in u.text)
