"""Chinese text as single characters and pairs, words and numbers whole: measured better than word
segmentation.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

RUN = re.compile(r"[㐀-鿿]+|[a-z0-9]+(?:\.[0-9]+)?")
_COMMON = tuple((wide, unicodedata.normalize("NFKC", wide)) for wide in "，：；（）？！％　")
"""Most Chinese text needs nothing else, and looking is ten times as fast as writing it anew."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Full width to half width, lower case. Kept for a while: the same passages are judged again and again."""
    for wide, narrow in _COMMON:
        text = text.replace(wide, narrow)
    normal = unicodedata.is_normalized("NFKC", text)
    return (text if normal else unicodedata.normalize("NFKC", text)).lower()


def grams(text: str) -> Iterator[str]:
    """Characters and pairs of characters of Chinese runs; Latin words and figures as they are."""
    for run in RUN.findall(plain(text)):
        if "㐀" <= run[0] <= "鿿":
            yield from run
            yield from (run[i : i + 2] for i in range(len(run) - 1))
        else:
            yield run


@lru_cache(maxsize=4096)
def pairs(text: str) -> frozenset[str]:
    """The pairs, words and figures alone: what tells one text from another. Kept as `plain` is."""
    return frozenset(gram for gram in grams(text) if len(gram) > 1 or not "㐀" <= gram <= "鿿")
