"""Rows of a table that meet a condition: 质保金超过20万的有哪些. One that does not meet it is no answer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.grams import pairs, plain
from bot.domain.language.numerals import numerals
from bot.domain.library.evidence import Evidence
from bot.domain.library.excerpts import Excerpt

_MORE, _LESS = r"超过|高于|大于|多于", r"不到|低于|少于|不足|小于"
_ASKED = re.compile(
    rf"(?P<field>[一-龥]{{2,12}}?)(?:(?P<more>{_MORE})|(?P<less>{_LESS}))?在?(?P<amount>[\d.,一二三四五六七八九十百千万亿]+)[一-龥]{{0,2}}?"
    r"(?:(?P<least>[以之]上)|(?P<most>[以之][下内]))?的[一-龥]{0,6}?(?:有|是)?(?:哪[些几家个]|几[家个]|谁)[一-龥]{0,4}$"
)


def sifted(question: str, judged: Sequence[Evidence]) -> list[Evidence] | None:
    """The tables with the rows that meet the condition alone; None where the question sets none."""
    asked = _ASKED.search(re.sub(r"[？?。\s]", "", plain(question)))
    if (
        asked is None
        or not numerals(asked["amount"])
        or not any(asked[kind] for kind in ("more", "less", "least", "most"))
    ):
        return None
    found = []
    for piece in judged:
        rows = tuple(Excerpt(row) for row in piece.passage.text.split("\n") if _meets(row, asked))
        if rows:
            found.append(replace(piece, excerpts=rows, best=rows[0], served=1.0))
    return found


def _meets(row: str, asked: re.Match[str]) -> bool:
    bound = numerals(asked["amount"])[0].value
    for cell in row.split("；"):
        name, _, value = cell.partition("：")
        if pairs(name) & pairs(asked["field"]) and (held := numerals(value + "万" * ("万" in name))):
            above, below = held[0].value > bound, held[0].value < bound
            return above if asked["more"] else below if asked["less"] else not (below if asked["least"] else above)
    return False
