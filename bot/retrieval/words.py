"""Chinese text to words, by rjieba.

Used for questions alone: passages are indexed by characters and pairs.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bot.domain.library.homophones import Sounds


def cut_words(text: str) -> Sequence[str]:
    """Words of the dictionary; what it does not know falls into single characters rather than being
    guessed at.
    """
    import rjieba

    words: list[str] = rjieba.cut(text, False)
    return words


FILE = Path(__file__).with_name("sounds.txt")


@cache
def sounds() -> Sounds:
    """The readings of the 6,763 characters of GB 2312, each by its commonest."""
    alike = dict(line.split(" ") for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return Sounds({char: reading for reading, chars in alike.items() for char in chars}, alike)
