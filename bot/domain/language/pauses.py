"""Where long speech pauses (演完了|一共十一个节目|演员七十二个), by weights learnt from notes typed with commas.

What speaks for a pause at a place is the characters and words around it, the figures and 了 near it, the cut that
speech.py's rules see there, and how long the clause before it is. tests/evals/learn_pauses.py learns and judges the
weights (pauses.txt).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from bot.domain.language.names import SURNAMES
from bot.domain.language.speech import cuts
from bot.domain.language.word_edges import splits

_LONGEST_CLAUSE = 40
_NUMERALS = frozenset("0123456789０１２３４５６７８９一二两三四五六七八九十百千万亿零")
_MEASURES = frozenset(
    "个名位人支家户处件册本张条项份幅场次台辆把块座间组队节天年元岁斤亩米袋盒套棵盏具号首篇段部只头箱桶瓶副片面班起宗单票笔艘架株桌根门卷枚字页遍趟回吨栋所包车种圈点分秒月日周期层楼线级等成倍度口公厘平毫截拨批摞捆沓伙帮排串堆"
)
_THEN = 300
"""What 然后 adds to a pause before it: spoken far oftener than the typed notes teach, it always tells on."""
# 我说下编织班的事|今天结业了, 低保复核我说一下啊|一共查了…: what the speech is about ends there and not before.
_ABOUT = re.compile(
    r"^(?:就是)?[^了是]{2,16}?(?:(?:的|这个|这件)事儿?(?!情?[多没还也都就])|(?=我说))(?:我?说一?下)?[啊哈吧]?"
)
_SURELY = 9_000
# Words that always wait for what follows them.
_AWAITING = frozenset("第把将被给和跟与及在从向往每各")
# 还有十七场要在九月底前演完: what is left, and what becomes of it.
_LEFT = re.compile(rf"(?:还有|还剩|剩下?的?)[{''.join(sorted(_NUMERALS))}]+[{_MEASURES}]$")
_COUNTED = re.compile(r"0+(?P<measure>.)(?P<more>.{0,3})$")

Features = list[str]


def features(run: str) -> list[Features | None]:
    """What speaks for or against a pause before each character; None where none can be."""
    plain = "".join("0" if c in _NUMERALS else c for c in run)
    told = f"^^^{plain}$$$"
    ruled = set(cuts(run, 0, len(run)))
    found: list[Features | None] = [None] * len(run)
    words, begins = _words(run, plain)
    for at in range(1, len(run)):
        if not joined(run, at):
            found[at] = [
                *_characters(told, at + 3),
                *_neighbours(words, begins.get(at)),
                *_shapes(told, at + 3, words[begins[at]][1] if at in begins else "-"),
                *(["ruled"] if at in ruled else []),
            ]
    return found


def _words(run: str, plain: str) -> tuple[list[tuple[str, str]], dict[int, int]]:
    """The words of the run with their kinds, figures as 0, and which of them begins where."""
    import rjieba  # loads its dictionary, which most notes never need

    words: list[tuple[str, str]] = []
    begins: dict[int, int] = {}
    at = 0
    for word, kind in rjieba.tag(run, False):
        begins[at] = len(words)
        words.append((plain[at : at + len(word)], "m" if word[0] in _NUMERALS else kind[:2]))
        at += len(word)
    return words, begins


_LOOKED_INTO = ("检查", "督查", "排查", "巡查", "抽查", "整治", "调研", "督导")
_MATTERS = ("消防", "安全", "食品", "卫生", "文物", "环境", "作风", "防汛", "防火", "用电")


def joined(run: str, at: int) -> bool:
    """Whether the characters on both sides belong together: a figure and its measure, 把|书架, 走|了, 红|十字会."""
    before, after = run[at - 1], run[at]
    if splits(run, at, at):
        return True
    if before in _NUMERALS and (after in _NUMERALS or after in _MEASURES):
        weekday = after == "周" and run[at + 1 : at + 2] in tuple("一二三四五六日末")
        return not weekday and run[at : at + 2] not in ("年纪", "年龄") and run[at + 1 : at + 3] != "等奖"
    if after in "要得没未" and _LEFT.search(run[:at]):
        return True
    if before in "修查看送办搞" and run[at - 2 : at - 1] in tuple("乡镇村区里县") and after not in _NUMERALS:
        return True  # 到大岭乡修|应急广播
    if before in "多来余几" and after in _MEASURES and run[at - 2 : at - 1] in _NUMERALS:
        return True
    if _UNFINISHED.search(run[:at]) or _both(run, at):
        return True
    if after in "两三四五" and _PLACES.search(run[:at]):
        return True  # 在乌石岭和长坪|两个林场
    if before == "个" and after in "村镇乡" and run[at - 2 : at - 1] in _NUMERALS:
        return True  # 这个乡十七个|村
    if run[at - 2 : at] == "一行" and after in _NUMERALS:
        return True  # 省厅的张处长一行|五人来调研
    if after in _NUMERALS and before in "吨斤米亩块" and run[at - 2 : at - 1] in _NUMERALS:
        return run[at + 1 : at + 2] not in _MEASURES and run[at + 1 : at + 2] not in _NUMERALS  # 三吨|二
    if run[at - 2 : at] in _LOOKED_INTO and run[at : at + 2] in _MATTERS:
        return True  # 检查|消防安全
    if before in SURNAMES and run[at - 2 : at - 1] in tuple("的是叫由"):
        return True  # 省厅的张|处长
    if before == "把" and run[at - 2 : at - 1] in _NUMERALS and not _AT_AN_HOUR.search(run[:at]):
        return after in "了的"  # 少了两把|让他们配上
    return before in _AWAITING or before in ".．" or after in "了的们.．%"


_DIGITS = "".join(sorted(_NUMERALS))
# 在乌石岭和长坪两个|林场, 有一处|渠壁: the thing counted, or what became of it, is yet to come.
_UNFINISHED = re.compile(r"[和跟与、][一-龥]{1,6}[两三四五]个$|[在到去把跟给从][那这]个$")
_PLACES = re.compile(r"[在到去][一-龥]{2,6}[和跟与][一-龥]{2,4}$")
_AT_AN_HOUR = re.compile(rf"点[{_DIGITS}]{{1,3}}把$")
_DAY, _PART_OF_DAY = re.compile(r"[到至从][今昨前]天$"), re.compile("凌晨|早上|上午|中午|下午|傍晚|晚上|夜里")
_TAKEN_UP = re.compile(
    rf"(?:(?<=点)[{_DIGITS}]{{1,3}}|(?<![{_DIGITS}]))(?:把|将(?![近要会来]))(?P<what>(?:(?![了着过])[一-龥\d]){{1,14}})$"
    r"|(?<![没还])有一[处个条段户家台名位](?P<one>(?!人)(?:(?![了着过])[一-龥]){0,4})$"
)
_FINER = {
    "公里": "米",
    "小时": "分",
    "钟头": "分",
    "分钟": "秒",
    "吨": "公斤 斤 千克",
    "米": "公分 厘米",
    "块": "毛 角",
    "元": "角",
    "斤": "两",
}


def _both(run: str, at: int) -> bool:
    """Whether one measure goes on in a finer one (两公里|三百米), or what was taken up waits for its verb (把电)."""
    for unit, finer in _FINER.items():
        if re.search(rf"[{_DIGITS}]个?{unit}$", run[:at]) and re.match(
            rf"[{_DIGITS}]+(?:{finer.replace(' ', '|')})", run[at:]
        ):
            return True
    if run[at] == "一" and run[at - 2 : at] == run[at : at + 2]:
        return True  # 一家|一家通知
    if _DAY.search(run[:at]) and _PART_OF_DAY.match(run, at):
        return True  # 弄到今天|凌晨一点
    if (taken := _TAKEN_UP.search(run[:at])) is None:
        return False
    what = taken["what"] or taken["one"] or ""
    return not any(kind.startswith("v") for word, kind in _words(what, what)[0] if word != "到")


def _characters(told: str, p: int) -> Iterator[str]:
    for name, a, b in (
        ("a", -1, 0),
        ("b", -2, 0),
        ("c", 0, 1),
        ("d", 0, 2),
        ("e", -1, 1),
        ("f", -2, 1),
        ("g", -1, 2),
        ("h", 0, 3),
        ("i", -3, 0),
    ):
        yield name + told[p + a : p + b]


def _neighbours(words: list[tuple[str, str]], k: int | None) -> Iterator[str]:
    if k is None:
        yield "inside"
        return
    none = ("^", "^")
    (left, of), (right, kind) = words[k - 1], words[k]
    (_, of2), (right2, kind2) = words[k - 2] if k > 1 else none, words[k + 1] if k + 1 < len(words) else none
    yield from (f"j{of}", f"k{kind}", f"l{of}/{kind}", f"m{of2}/{of}/{kind}", f"n{of}/{kind}/{kind2}", f"o{left}")
    yield from (f"p{right}", f"q{kind}/{kind2}", f"r{of2}/{of}", f"s{right2}")


def _shapes(told: str, p: int, kind: str) -> Iterator[str]:
    """How near a counted thing and 了 stand on either side."""
    left, right = told[max(3, p - 6) : p], told[p : p + 7]
    counted = _COUNTED.search(left)
    what = "" if counted is None or counted["measure"] not in _MEASURES else "m" if counted["more"] else "M"
    done, does = left.rfind("了"), right.find("了")
    since = "" if done < 0 else str(len(left) - done)
    until = "" if does < 0 else str(does)
    figure = str(right.find("0"))
    yield from (f"t{what}/{since}", f"u{until}/{figure}", f"v{what}{since}/{until}{figure}")
    yield from (f"w{told[p - 1]}{until}", f"x{what}/{kind}", f"y{since}/{kind}")


Shape = tuple[int, int, int, int, bool, str, str]


class Run:
    """A run of speech with what speaks for pauses in it and for the clauses between them."""

    def __init__(self, text: str) -> None:
        self.spots = features(text)
        self._figures, self._done, self._verbs = [0], [0], [0]
        words, begins = _words(text, text)
        self._of, word = [], ("", "")
        for at, c in enumerate(text):
            first = at in begins
            word = words[begins[at]] if first else word
            self._of.append(word[1])
            counts = c in _NUMERALS and not (at and text[at - 1] in _NUMERALS)
            self._figures.append(self._figures[-1] + counts)
            self._done.append(self._done[-1] + (c == "了"))
            self._verbs.append(self._verbs[-1] + (first and word[1].startswith("v")))

    def shape(self, a: int, b: int) -> Shape:
        """Of the clause [a, b): its length, how many figures, 了 and verbs it holds, whether it is the last, how it
        begins and ends."""
        figures, done, verbs = (min(2, n[b] - n[a]) for n in (self._figures, self._done, self._verbs))
        return b - a, figures, done, verbs, b == len(self.spots), self._of[a], self._of[b - 1]


def clause_features(size: int, figures: int, done: int, verbs: int, last: bool, first: str, end: str) -> Features:
    holds = ("n" if figures else "") + ("l" if done else "")
    length = size if size < 10 else min(15, 10 + (size - 10) // 3)
    more = f"{figures}{done}{verbs}"
    return [
        f"L{length}",
        f"S{holds}{'e' if last else ''}",
        f"T{holds}{min(4, size // 3)}",
        f"M{more}",
        f"N{more}{first}",
        f"O{more}{end}",
        f"P{first}/{end}/{figures}",
        f"Q{verbs}{min(4, size // 3)}",
    ]


def divided(run: Run, weights: Mapping[str, float], more: Mapping[int, float] | None = None) -> list[int]:
    """The best division of a run: the places of its pauses, clauses of two characters at the least.

    `more` is added to what a pause at a place is worth, which the learner needs.
    """
    size = len(run.spots)
    bias = weights.get("bias", 0.0)
    gain = [None if f is None else bias + sum(weights.get(one, 0.0) for one in f) for f in run.spots]
    gain = [one if one is None or more is None else one + more[at] for at, one in enumerate(gain)]
    gain.append(0.0)
    worth: dict[Shape, float] = {}
    best = [0.0] + [float("-inf")] * size
    origin = [0] * (size + 1)
    for b in range(2, size + 1):
        here = gain[b]
        if here is None or b == size - 1:
            continue
        for a in range(max(0, b - _LONGEST_CLAUSE), b - 1):
            if best[a] > float("-inf"):
                shape = run.shape(a, b)
                if shape not in worth:
                    worth[shape] = sum(weights.get(one, 0.0) for one in clause_features(*shape))
                value = best[a] + here + worth[shape]
                if value > best[b]:
                    best[b], origin[b] = value, a
    places: list[int] = []
    at = size
    while at := origin[at]:
        places.append(at)
    return places[::-1]


@cache
def learnt(package: str, table: str) -> Mapping[str, int]:
    """The learnt weights of features; a line of the table holds a weight and all features of that weight."""
    text = files(package).joinpath(table).read_text("utf-8")
    return {
        feature: int(weight)
        for weight, _, names in (line.partition("\t") for line in text.splitlines() if not line.startswith("# "))
        for feature in names.split(" ")
    }


@lru_cache(maxsize=256)
def pauses(run: str) -> tuple[int, ...]:
    """The places where a run of speech pauses, from left to right."""
    then = Counter({m.start(): _THEN for m in re.finditer("然后|嗯", run)})
    if (about := _ABOUT.match(run)) and about.end() < len(run):
        then.update({at: _SURELY if at == about.end() else -_SURELY for at in range(2, about.end() + 1)})
    return tuple(divided(Run(run), learnt("bot.domain.language", "pauses.txt"), then))
