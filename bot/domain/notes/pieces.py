"""Where a message is cut: at punctuation, at spaces between words, and in voice input before a new clause."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.language.numerals import fold
from bot.domain.language.pauses import joined, pauses
from bot.domain.language.privacy import Private
from bot.domain.language.speech import cuts
from bot.domain.notes.label_values import counts_on, in_list

_FACE = r"\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D"
_FACES = re.compile(f"[{_FACE}]")
_SEPARATOR = re.compile(
    rf"[，,。；！？!?;\n\r…~～①-⑳{_FACE}]+|\[(?:[一-龥]{{1,3}}|OK|Emm)\]"
    r"|(?<=[一-龥）)”》0-9%])[ \t　]+(?=[一-龥（(“《0-9])"
    r"|(?<=[a-zA-Z])[ \t　]+(?=[一-龥（(“《])|(?<=[一-龥])\.(?=[一-龥]|$)"
)
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」", "【": "】", "[": "]"}
# A typed clause is shorter; a message without any stop was spoken.
_TYPED = 40
_VOICE = 18
# Clauses run together without a stop: what is shorter may be one clause, typed.
_SPOKEN = 34
# Nobody says so much without a pause: what is longer is cut, so that no pattern has to read it whole.
_LONGEST = 160


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
        apart = (
            not inside and not _digit_group(text, m) and not counts_on(folded, start, m) and not _in_a_count(text, m)
        )
        if apart and _outside(text, m.start()):
            cuts.append((start, m.start()))
            start = m.end()
    cuts.append((start, len(text)))
    cuts = _with_start(text, cuts)
    spans = []
    spoken = _VOICE if len(cuts) == 1 else _TYPED
    for a, b in cuts:
        while a < b and text[a] in " \t　、，:：-—·*•" and not _FALL.fullmatch(text, a, b):
            a += 1
        while a < b and text[b - 1] in " \t　、，":
            b -= 1
        for at in range(a, b, _LONGEST):
            end = min(b, at + _LONGEST)
            spans.extend(_voice(text, at, end) if end - at > spoken else [(at, end)])
    if not any(a < b for a, b in spans) and _FACES.search(text):
        return [(0, len(text))]  # a face alone is said too
    return spans


# 掉得厉害的是旅行社，-14.5%: the sign tells which way.
_FALL = re.compile(r"-\d[\d.]*%")
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
    """Whether the separator only groups digits, or parts figures of one row: 4 812, １，２６０, 亩产 812 795 840."""
    if any(a < m.start() < b for a, b in (row.span() for row in _ROW.finditer(fold(text)))):
        return True
    before, after = fold(text[max(0, m.start() - 1) : m.start()]), fold(text[m.end() : m.end() + 4])
    # 一人2000,160个人: no group stands behind four digits
    whole = re.search(r"\d{4}$", fold(text[max(0, m.start() - 4) : m.start()])) is None
    return m[0] in "，, 　" and before.isdigit() and whole and bool(re.match(r"\d{3}(?!\d)", after))


_ROW = re.compile(r"(?<![\d.])\d[\d.]+(?:[ \t]+\d[\d.]+){2,}(?![\d:：-])")


# 尿素85 吨, 登了　四十二户: a space within what was counted.
_UNIT = re.compile(
    r"[吨人名位个户家台辆件册份元块次场支项处本条张只头亩斤里米岁批套盒瓶箱袋幅棵桶吨起万](?![一-龥])|(?:公里|公斤|平方米|人次)"
)
# 5个人没见到 3个在外地
_NOT_MET = re.compile(r"[没未不][一-龥]?到$")
_FIGURE = re.compile(r"[\d０-９零一二两三四五六七八九十百千]+[吨人名位个户家台辆件册份元块次场支项处本条张只头亩斤起]")


def _in_a_count(text: str, m: re.Match[str]) -> bool:
    if m[0].strip(" \t　") or not m.start():
        return False
    before = text[m.start() - 1]
    counted = before.isdigit() and not in_list(text, m.start() - 1)
    return (counted and _UNIT.match(text, m.end()) is not None) or (
        before in "了有共达到" and _FIGURE.match(text, m.end()) is not None and not _NOT_MET.search(text[: m.start()])
    )


_WHEN = re.compile(r"^(?:[今昨前]天|[上下]午|早上|晚上|中午|[今昨]晚|这[两三几]天)*")


_FOR_WHOM = re.compile(r"(?<![一-龥]送)[给为帮替把将被向对][^了，]{2,16}$")
_DID = re.compile(r"[一-龥]{1,2}了")


def _voice(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """A run of speech cut where a clause is told to its end and another begins, quotes and titles left whole."""
    spoken = b - a > _SPOKEN and not re.search("[、：:（(]", text[a:b])
    inner = (a + at for at in pauses(text[a:b])) if spoken else cuts(text, a, b)
    inner = (at - (text[at - 1 : at + 1] == "还有") for at in inner)  # 九户还|有: one word
    borders = [a]
    for at in inner:
        told = _WHEN.sub("", text[borders[-1] : at], count=1)
        if not spoken and _FOR_WHOM.search(told) and _DID.match(text, at):
            continue  # 今天给新来的22个环卫工|发了工装
        if _outside(text, at) and not joined(text[a:b], at - a):
            borders.append(at)
    borders.append(b)
    return list(pairwise(borders))
