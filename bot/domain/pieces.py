"""Where a message is cut: at punctuation, at spaces between words, and in voice input before a new clause."""

import re
from collections.abc import Sequence

from bot.domain.numerals import fold
from bot.domain.privacy import Private

_SEPARATOR = re.compile(
    r"[，,。；！？!?;\n\r…~～]+|(?<=[一-龥）)”》0-9a-zA-Z%])[ \t　]+(?=[一-龥（(“《0-9])|(?<=[一-龥])\.(?=[一-龥]|$)"
)
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」"}
_STARTERS = re.compile(
    r"(?:有(?=[一两二三四五六七八九十\d]{1,3}[家个名人处条户位])|其他|其余|下(?:个)?(?:礼拜|星期)|请的是|讲的是|演了|评了|看的人|装(?=国家|了)|然后|接着|后来|另外|其中|现场(?!会)|最后|同时|一共|总共|来看的|来的|参加的|参与的|来参加|展出|发放|发了|送了|下一步|下个月|下周|明天|截至|目前|查出|发现了?|已经|准备|计划|打算|"
    r"还(?=有|给|发|做|讲|查|拍|送|请|现场|组织)|又(?=给|发|做|讲|查|拍|送)|并且|结束后|期间|收了|收到|请了|邀请了?|讲了|(?<![出过回起下上到进送])来了|去了|当场|责令|主要(?=是|讲|查)|大家提|提了|征求|征集|拍了|登记了?|整理了?|筹了?|捐了?|大概(?=有|来|\d)|都给|全部(?=送|给|捐))"
)
_STRONG = re.compile(r"请的是|其他|其余|来了|下个?(?:礼拜|星期)|有")
_VOICE = 14
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
    for m in _SEPARATOR.finditer(text):
        inside = any(p.start < m.start() < p.end for p in hidden)
        if not inside and not _digit_group(text, m) and _outside(text, m.start()):
            cuts.append((start, m.start()))
            start = m.end()
    cuts.append((start, len(text)))
    spans = []
    for a, b in cuts:
        while a < b and text[a] in " \t　、，:：-—·*•":
            a += 1
        while a < b and text[b - 1] in " \t　、，":
            b -= 1
        for at in range(a, b, _LONGEST):
            spans.extend(_voice(text, at, min(b, at + _LONGEST)))
    return spans


def _digit_group(text: str, m: re.Match[str]) -> bool:
    """Whether the separator only groups digits: 4 812, １，２６０."""
    before, after = fold(text[max(0, m.start() - 1) : m.start()]), fold(text[m.end() : m.end() + 4])
    return m[0] in "，, 　" and before.isdigit() and bool(re.match(r"\d{3}(?!\d)", after))


def _voice(text: str, a: int, b: int) -> list[tuple[int, int]]:
    if b - a <= _VOICE:
        return [(a, b)]
    spans, start = [], a
    for m in _STARTERS.finditer(text, a, b):
        piece = text[start : m.start()]
        if m.start() - start >= 6 and (_STRONG.match(m[0]) or re.search(r"\d|[一二两三四五六七八九十百千万]{1,}来?多?[个名位人场次册件项条家支户处]|了", piece)) and _outside(text, m.start()) \
                and text[m.start() - 1] not in "的、和与在由把将被":
            spans.append((start, m.start()))
            start = m.start()
    spans.append((start, b))
    return spans
