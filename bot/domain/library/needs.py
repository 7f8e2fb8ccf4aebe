"""What an answer must speak of, and how much of it a text does."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.language.grams import pairs, plain
from bot.domain.language.word_edges import words as dictionary
from bot.domain.library.questions import Question
from bot.domain.library.synonyms import Synonyms

Rarity = Callable[[Sequence[str]], Mapping[str, float]]
"""Gram → inverse document frequency in the library, 0 where the library does not hold it."""

WITHOUT_LEAVE = re.compile(r"没有?[^，。？]{1,5}?(?:报批|审批|许可|批准|同意)")
UNPERMITTED = ("未经", "未取得")
MOST_WEIGHT = 6.0
MOST_TERM = 7.0
STRANGE = 2.5
HALF_STRANGE = 1.6
"""What each character of a strange word weighs by itself: 管 in 城管 is not what 管理 means."""
UNHEARD_PAIR = 2 * (STRANGE - HALF_STRANGE)
"""What a word of two characters that the library nowhere holds weighs beside them."""
STRESSED = 1.6
"""What a follow-up names itself is what is asked now."""
WHOLE = 1.5
"""A word of which the library holds a part alone (会议室, of which it knows 会议)."""
SINGLE = 1.0
SINGLE_SHARE = 0.5
"""Of its rarity, what a character by itself weighs."""
RATE = re.compile(r"[一每](?:天|日|次|年|个?月|顿|场|节|小时|人)")
MEASURED = 2.0
"""By what is counted or paid (一天多少钱) says little of the matter, however rare it is."""
UNHEARD = 4.0
"""A single character that the library nowhere holds (狗, 酒) is as strange to it as a longer word."""


@dataclass(frozen=True, slots=True)
class Need:
    """A term with the rules' words for it, or a pair of characters; `weight` grows with its rarity.

    `worth` is what speaking of it counts for where that is less, 0 where it is not.
    """

    forms: tuple[str, ...]
    weight: float
    worth: float = 0.0


def needs_of(question: Question, synonyms: Synonyms, rarity: Rarity) -> tuple[Need, ...]:
    """The question's content, each part weighed by how rare it is in the library.

    A word of which the library holds no pair is strange to it: it weighs by its characters, of which a text
    may still hold some (盖房 and 房屋), and it is what makes a question unanswerable.
    """
    terms = [
        *_unpermitted(question),
        *(t for t in synonyms.spoken(question.text) if not _within(t[0], question, rarity)),
    ]
    spoken = [plain(term) for term, _ in terms]
    words = _beside(question.core, spoken, plain(question.text))
    words = _joined([*words, *_denied(question, words)], question.text, rarity)
    forms = [tuple(dict.fromkeys(plain(word) for word in (term, *formal))) for term, formal in terms]
    grams = {pair for text in (*words, *(form for group in forms for form in group)) for pair in pairs(text)}
    weights = rarity(sorted(grams | {word for word in words if len(word) == 1}))
    needs = [need for word in dict.fromkeys(words) for need in _word_needs(word, weights)]
    every = (*needs, *(Need(group, _term_weight(group, weights)) for group in forms))
    every = tuple(replace(n, worth=min(n.weight, MEASURED)) if RATE.fullmatch(n.forms[0]) else n for n in every)
    stress = plain(question.stress)
    return tuple(replace(need, weight=STRESSED * need.weight) if need.forms[0] in stress else need for need in every)


def _within(term: str, question: Question, rarity: Rarity) -> bool:
    """Whether a single character that the list knows is part of a word that the library knows: 卖 of 拍卖."""
    return len(term) == 1 and any(term in word and len(word) == 2 and rarity([word])[word] for word in question.core)


def _unpermitted(question: Question) -> list[tuple[str, tuple[str, ...]]]:
    """没跟公安报批, 没许可: done without leave."""
    return [(found, UNPERMITTED) for found in WITHOUT_LEAVE.findall(question.text)]


def _beside(words: Sequence[str], terms: Sequence[str], text: str) -> list[str]:
    """The words that no term holds or cuts: in 非遗传承人 stand 非遗 and 传承人, and no 遗传.

    What a term leaves of a longer word is a word of its own: 旅馆 of 旅馆老板.
    """
    taken = [(at.start(), at.end()) for term in terms for at in re.finditer(re.escape(term), text)]
    kept: list[str] = []
    seen = 0
    for word in words:
        start = text.find(word, seen)
        if start < 0:
            start = text.find(word)
        end = start + len(word)
        seen = max(seen, end)
        if any(word in term for term in terms):
            continue
        cutting = [(first, last) for first, last in taken if start >= 0 and start < last and first < end]
        if not cutting:
            kept.append(word)
        elif len(cutting) == 1:
            first, last = cutting[0]
            kept += [rest for rest in (text[start:first], text[last:end]) if len(rest) > 1]
    return kept


def _joined(words: Sequence[str], text: str, rarity: Rarity) -> list[str]:
    """Single characters that stand together and that the library knows as a pair are one word: 候 查."""
    joined: list[str] = []
    known = rarity([one + two for one, two in pairwise(words) if len(one) == len(two) == 1])
    for word in words:
        pair = joined[-1] + word if joined and len(joined[-1]) == len(word) == 1 else ""
        if pair and known.get(pair) and pair in plain(text):
            joined[-1] = pair
        else:
            joined.append(word)
    return joined


def _denied(question: Question, words: Sequence[str]) -> list[str]:
    """不盖章 of a question that says so: the clause on what is not done is another one."""
    text = plain(question.text)
    return [f"不{said}" for said in re.findall(r"(?<![㐀-鿿])不([㐀-鿿]{2})", text) if f"不{said}" not in words]


def _word_needs(word: str, weights: Mapping[str, float]) -> list[Need]:
    if word.isdigit():
        return [Need((word,), SINGLE)]
    known = [weights[pair] for pair in pairs(word) if weights[pair]]
    if known and len(known) == len(pairs(word)):
        return [Need((word, *_in_figures(word)), min(sum(known) / len(known), MOST_WEIGHT))]
    if known:
        parts = [Need((pair,), min(weights[pair], MOST_WEIGHT)) for pair in sorted(pairs(word)) if weights[pair]]
        return [*parts, Need((word,), WHOLE)]
    if not "㐀" <= word[0] <= "鿿":
        return [Need((word,), 2 * STRANGE)]
    if len(word) == 1:
        return [Need((word,), _single_weight(word, weights[word]))]
    if word in LIGHT or SOME.fullmatch(word):
        return []
    return [*(Need((char,), HALF_STRANGE) for char in word), Need((word,), UNHEARD_PAIR)]


def _single_weight(char: str, rarity: float) -> float:
    """What a character weighs by itself; for plain acts (撵, 扒) the rules have words of their own."""
    if rarity:
        return min(SINGLE_SHARE * rarity, STRANGE)
    return UNHEARD if kind_of(char).startswith("n") else SINGLE


def kind_of(word: str) -> str:
    """The dictionary's mark for what kind of word it is, empty where it is none."""
    found = dictionary(word)
    return found[0].kind if len(found) == 1 else ""


LIGHT = frozenset(
    """
    上面 下面 前面 后面 里面 外面 外头 旁边 边上 底下 中间 两边 对面 附近 周围 隔壁 门口 门外 家里 手里 手上 店里 馆里
    团里 院里 村里 街上 街头 路边 路上 车上 岛上 那头 这头 别人 他家 我家 各家 大伙 同事 兄弟 有事 那会儿 这会儿 那阵子
    总共 原来 照常 早点 晚点 非得 就要 不要 不用 不让 不许 不管 接着 实在 中途 随便 顺便 干脆 反正 其实 光是 只好 单独
    厉害 进来 进去 出去 下来 上来 上去 回家 过去 赶到 送到 拿到 拿来 拿走 带到 带走 跟着 背着 想着 来看 看看 说好 告诉
    放到 案子 日子 上回 下回 平时 往后 早就 头一回 一道
    """.split()
)
"""Where, when and how of everyday talk: a library that nowhere holds them lacks no matter."""
SOME = re.compile(
    r"[一两三几][个家间处圈趟群帮块半起桩回件样路头阵台辆]|[一两几]大?[帮堆拨批]"
    r"|[这那][份件项批台辆家块套张篇堆帮拨桩]"
)
_NUMERALS = dict(zip("一两二三四五六七八九", "1223456789", strict=True))


def _in_figures(word: str) -> tuple[str, ...]:
    """三次 as rules may write it: 3次."""
    figure = _NUMERALS.get(word[0])
    return (figure + word[1:],) if figure and len(word) == 2 and word[1] in "次年天日月人名倍条款个" else ()


def _term_weight(forms: Sequence[str], weights: Mapping[str, float]) -> float:
    """A term weighs as the commonest of its known forms does, a little more than a pair; one of which the library
    holds no form is strange to it.
    """
    means = [
        sum(weights[pair] for pair in pairs(form)) / len(pairs(form))
        for form in forms
        if pairs(form) and all(weights[pair] for pair in pairs(form))
    ]
    return min(1.3 * min(means), MOST_TERM) if means else 2 * STRANGE


@dataclass(frozen=True, slots=True)
class Listening:
    """Some needs as far as one text speaks of them, so that parts of the text are heard for those alone.

    `total` is the weight of all the needs, `heard` the weight and the forms that the text holds of each; `whole` is
    the share that the text itself speaks of.
    """

    total: float
    heard: tuple[tuple[float, tuple[str, ...]], ...]
    whole: float

    @classmethod
    def to(cls, needs: Sequence[Need], text: str) -> "Listening":
        """The needs, narrowed to what the text speaks of."""
        spoken, total, share = plain(text), 0.0, 0.0
        narrowed: list[tuple[float, tuple[str, ...]]] = []
        for need in needs:
            total += need.weight
            best, held = 0.0, list[str]()
            for form in need.forms:
                if form in spoken or len(form) >= IN_PART:
                    value = speaks(form, spoken)
                    if value:
                        held.append(form)
                        best = max(best, value)
            if held:
                counted = need.worth or need.weight
                narrowed.append((counted, tuple(held)))
                share += counted * best
        return cls(total, tuple(narrowed), share / total if total else 0.0)

    def share(self, text: str) -> float:
        """The weighted share of all the needs that the text, or a part of it, speaks of: between 0 and 1."""
        spoken, share = plain(text), 0.0
        for weight, forms in self.heard:
            best = 0.0
            for form in forms:
                if form in spoken:
                    best = 1.0
                    break
                if len(form) >= IN_PART:
                    best = max(best, speaks(form, spoken))
            share += weight * best
        return share / self.total if self.total else 0.0


IN_PART = 4
"""Characters of a form that counts in part when most of its pairs are said."""


def speaks(form: str, text: str) -> float:
    """1 where the form stands in the text; a long form counts in part when most of its pairs do."""
    if form in text:
        return 1.0
    if len(form) < IN_PART:
        return 0.0
    parts = pairs(form)
    share = sum(map(text.__contains__, parts)) / max(len(parts), 1)
    return 0.7 * share if share > 0.5 else 0.0
