"""Where a message is cut: at punctuation, at spaces between words, and in voice input before a new clause."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.language.numerals import fold
from bot.domain.language.pauses import joined, pauses
from bot.domain.language.privacy import Private
from bot.domain.language.quantities import UNIT
from bot.domain.language.speech import cuts

_FACE = r"\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D"
_FACES = re.compile(f"[{_FACE}]")
_SEPARATOR = re.compile(
    rf"[，,。；！？!?;\n\r…~～①-⑳{_FACE}]+|\[(?:[一-龥]{{1,3}}|OK|Emm)\]"
    r"|(?<=[一-龥）)”》0-9%])[ \t　]+(?=[一-龥（(“《0-9])"
    r"|(?<=[a-zA-Z])[ \t　]+(?=[一-龥（(“《])|(?<=[一-龥])\.(?=[一-龥]|$)"
)
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」"}
# A typed clause is shorter; a message without any stop was spoken.
_TYPED = 40
_VOICE = 14
# Clauses run together without a stop: what is shorter may be one clause, typed.
_SPOKEN = 34
# Nobody says so much without a pause: what is longer is cut, so that no pattern has to read it whole.
_LONGEST = 160


_BLANK = re.compile(r"[ \t　]+")
_AMOUNT = r"[约近超共]?[+\-↑↓]?\d[\d.,]*[万亿]?[多余]?"
_END = r"(?=$|[ \t　，,。；;、\n（(])"
# 进馆 1.23万人次, 整改率 92%, 入选 3 项: what follows the space is the value of the words before it.
_VALUE = re.compile(
    rf"(?:{_AMOUNT}[ ]?(?:%|‰|(?!年|月|日|号|点|时|周|岁|分钟|小时){UNIT})次?|{_AMOUNT}(?<=[万亿])"
    rf"|[+-]?\d[\d.,]{{2,}}){_END}"
)
# 城关 12场 3500人: a row of one label and its values.
_LABELLED = re.compile(rf"(?:.{{0,20}}\d(?!{UNIT}[ \t　]*$))?[^\d]{{2,14}}(?:[ \t　]+{_AMOUNT}(?:%|{UNIT})次?)*[：:]?")
_WHEN = re.compile(r"[\d月周旬年半][日号月底]?$|[天午晚上早]$")
# 种树 56人: who did a thing, no value of a label; 的 leaves open what is counted.
_PERSONS = re.compile(rf"{_AMOUNT}(?:个?人|名|位)(?!次){_END}")
_THEIR_LABEL = re.compile(
    r"(?:[员者生众客人家民友师手]|参加|报名|参观|接待|就业|体验|咨询|办理|[应实未]到|\d\S*|票|路)的?$|^其中"
)
# 检查 12 家网吧: a number set off by spaces on both sides, as some write by habit.
_SET_OFF = re.compile(rf"\d[\d.,]*[ ](?!个人[ ]?\d)(?:[万亿]|{UNIT})")
_NUMBER = re.compile(r"(?<![^ \t　：:])\d[\d.,]*$")


def _counts_on(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether the space at `m` only parts a label from its value, or a number from its unit."""
    if not _BLANK.fullmatch(m[0]):
        return False
    if number := _NUMBER.search(text, start, m.start()):
        return _SET_OFF.match(text, number.start()) is not None
    before = text[start : m.start()].strip()
    if not _LABELLED.fullmatch(before) or _WHEN.search(before):
        return False
    if _PERSONS.match(text, m.end()) and not _THEIR_LABEL.search(before):
        return False
    return (_VALUE.match(text, m.end()) or _SET_OFF.match(text, m.end())) is not None


def _outside(text: str, at: int) -> bool:
    """Whether the position lies outside quotes, titles and brackets."""
    depth: list[str] = []
    for c in text[max(0, at - 80) : at]:
        if depth and c == depth[-1]:
            depth.pop()
        elif c in _PAIRS:
            depth.append(_PAIRS[c])
    return not depth


def pieces(text: str, hidden: Sequence[Private] = ()) -> list[tuple[int, int]]:
    """Spans between separators; long runs without any (voice input) are cut before words that open a clause."""
    cuts, start = [], 0
    folded = fold(text)
    for m in _SEPARATOR.finditer(text):
        inside = any(p.start < m.start() < p.end for p in hidden)
        apart = not inside and not _digit_group(text, m) and not _counts_on(folded, start, m)
        if apart and _outside(text, m.start()):
            cuts.append((start, m.start()))
            start = m.end()
    cuts.append((start, len(text)))
    cuts = _with_start(text, cuts)
    spans = []
    spoken = _VOICE if len(cuts) == 1 else _TYPED
    for a, b in cuts:
        while a < b and text[a] in " \t　、，:：-—·*•":
            a += 1
        while a < b and text[b - 1] in " \t　、，":
            b -= 1
        for at in range(a, b, _LONGEST):
            end = min(b, at + _LONGEST)
            spans.extend(_voice(text, at, end) if end - at > spoken else [(at, end)])
    if not any(a < b for a, b in spans) and _FACES.search(text):
        return [(0, len(text))]  # a face alone is said too
    return spans


_BEGINS = re.compile(
    r"(?:从)?(?:(?:明年)?[\d一二三四五六七八九十]{1,2}月(?:份|[\d一二三四五六七八九十]{1,3}[日号])?"
    r"|下(?:周|个?月|学期|半年)|明年|年后)(?:开始|起)(?:执行|实行|算)?"
)


def _with_start(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """每月送书50册 12月开始: when a thing begins belongs to the thing, where only a space parts them."""
    joined: list[tuple[int, int]] = []
    for a, b in cuts:
        alone = _BEGINS.fullmatch(text[a:b].strip()) is not None
        if alone and joined and not text[joined[-1][1] : a].strip(" \t　") and joined[-1][1] > joined[-1][0]:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _digit_group(text: str, m: re.Match[str]) -> bool:
    """Whether the separator only groups digits: 4 812, １，２６０."""
    before, after = fold(text[max(0, m.start() - 1) : m.start()]), fold(text[m.end() : m.end() + 4])
    return m[0] in "，, 　" and before.isdigit() and bool(re.match(r"\d{3}(?!\d)", after))


def _voice(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """A run of speech cut where a clause is told to its end and another begins, quotes and titles left whole."""
    spoken = b - a > _SPOKEN and not re.search("[、：:（(]", text[a:b])
    inner = (a + at for at in pauses(text[a:b])) if spoken else cuts(text, a, b)
    borders = [a, *(at for at in inner if _outside(text, at) and not joined(text[a:b], at - a)), b]
    return list(pairwise(borders))
